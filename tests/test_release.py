"""What the repository promises to those who build, read and cite it."""

import json
import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

from hatch_build import DatasetError, compile_all, compile_folder, kind_of
from oirmodel.dataset.arrays import ARRAYS

ROOT = Path(__file__).parent.parent
HEADER = 'oirmodel: "0.1"\ndataset: {id: example, title: Example}\n'


def folder(tmp_path: Path, **files: str) -> Path:
    """A dataset folder that holds the header and the given files."""
    (tmp_path / "dataset.yaml").write_text(HEADER, encoding="utf-8")
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_compiled_text_is_exactly_this(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        a="controls:\n  - id: c2\n    of: al-asad\n    reported: 2025-01-07\n    period: {end: ..}\n",
        b="forces:\n  - {id: f1, names: [{text: القوات}]}\ncontrols:\n  - {id: c1, kind: control}\n",
    )
    assert compile_folder(path) == (
        "{\n"
        ' "oirmodel": "0.1",\n'
        ' "dataset": {\n'
        '  "id": "example",\n'
        '  "title": "Example"\n'
        " },\n"
        ' "controls": [\n'
        "  {\n"
        '   "kind": "control",\n'
        '   "id": "c1"\n'
        "  },\n"
        "  {\n"
        '   "kind": "control",\n'
        '   "id": "c2",\n'
        '   "of": "al-asad",\n'
        '   "reported": "2025-01-07",\n'
        '   "period": {\n'
        '    "end": ".."\n'
        "   }\n"
        "  }\n"
        " ],\n"
        ' "forces": [\n'
        "  {\n"
        '   "kind": "force",\n'
        '   "id": "f1",\n'
        '   "names": [\n'
        "    {\n"
        '     "text": "القوات"\n'
        "    }\n"
        "   ]\n"
        "  }\n"
        " ]\n"
        "}\n"
    )


def test_every_kind_is_known_by_the_name_of_its_array() -> None:
    assert {array: kind_of(array) for array in ARRAYS} == {array: each.kind for array, each in ARRAYS.items()}


@pytest.mark.parametrize("written", ["2025-01-07", "2026-01-17T22:30:00Z", "2024-09", "..", "no", "1,600", "2014/2020"])
def test_dates_and_words_stay_text(tmp_path: Path, written: str) -> None:
    compiled = json.loads(compile_folder(folder(tmp_path, a=f"events:\n  - id: e\n    value: {written}\n")))
    assert compiled["events"][0]["value"] == written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("forces:\n  - id: a\n    id: b\n", r"a\.yaml:3: found duplicate key"),
        ("forces:\n  - &x\n    id: a\n", r"a\.yaml:2: anchors are not accepted"),
        ("forces:\n  - *x\n", r"a\.yaml:2: aliases are not accepted"),
        ("forces:\n  - {id: a, note: !!str 3}\n", r"a\.yaml:2: tags are not accepted"),
        ("forces:\n  - {id: a, <<: {note: b}}\n", r"a\.yaml:2: not a text key"),
        ("forces:\n  - {id: a, 2014: b}\n", r"a\.yaml:2: not a text key"),
        ("forces:\n  - {id: a, note: 012}\n", r"a\.yaml:2: not a number as JSON writes it"),
        ("forces:\n  - {id: a, note: .nan}\n", r"a\.yaml:2: not a number as JSON writes it"),
        ("%YAML 1.1\n---\nforces: []\n", r"a\.yaml:2: directives are not accepted"),
        ("forces: []\n---\nforces: []\n", r"a\.yaml:2: but found another document"),
        ("- forces\n", r"a\.yaml: not a mapping"),
        ("", r"a\.yaml: not a mapping"),
        ("force: [{id: a}]\n", r"an array is the plural of a kind, and 'force' is none"),
        ("forces: {}\n", r"a\.yaml: forces is not a list"),
        ("forces:\n  - a\n", r"a\.yaml:2: forces holds 'a', not a mapping"),
        ("forces:\n  - {note: b}\n", r"a\.yaml:2: the id is None, not text"),
        ("forces:\n  - {id: a, kind: control}\n", r"a\.yaml:2: the kind is 'control'"),
        ("forces:\n  - id: a\n    note: b\x07\n", r"a\.yaml: unacceptable character"),
    ],
)
def test_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        compile_folder(folder(tmp_path, a=text))


HANDOVER = """\
recipes:
  - recipe: handover
    of: k-1
    giver: us-led-coalition
    receiver: iraqi-security-forces
    when: 2020-03-29
    reported: 2020-03-30
    modality: asserted
    asserted_by:
      - {who: a-speaker, how: paraphrase}
    citations:
      - {source: src-report}
"""


def test_a_recipe_becomes_the_objects_that_it_comes_to(tmp_path: Path) -> None:
    compiled = json.loads(compile_folder(folder(tmp_path, a=HANDOVER)))
    assert {array: [each["id"] for each in compiled[array]] for array in list(compiled)[2:]} == {
        "controls": [
            "control-k-1-iraqi-security-forces-2020-03-29",
            "control-k-1-us-led-coalition-until-2020-03-29",
        ],
        "events": ["handover-k-1-2020-03-29"],
        "occurrences": ["occurrence-handover-k-1-2020-03-29"],
        "participations": [
            "participation-handover-k-1-2020-03-29-iraqi-security-forces",
            "participation-handover-k-1-2020-03-29-us-led-coalition",
        ],
    }
    assert compiled["controls"][0] == {
        "kind": "control",
        "id": "control-k-1-iraqi-security-forces-2020-03-29",
        "of": "k-1",
        "by": "iraqi-security-forces",
        "degree": "unstated",
        "period": {"start": "2020-03-29", "end": ".."},
        "reported": "2020-03-30",
        "asserted_by": [{"who": "a-speaker", "how": "paraphrase"}],
        "citations": [{"source": "src-report"}],
        "modality": "asserted",
    }


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("when: 2020-03-29", "when: 2020-13-29", [r"a\.yaml:6: .*no month 13"]),
        ("of: k-1", "off: k-1", [r"a\.yaml:3: Handover has no key 'off'", r"a\.yaml:2: expected the key 'of'"]),
        ("{source: src-report}", "{source: Report}", [r"a\.yaml:12: expected an id: .*got 'Report'"]),
        ("how: paraphrase", "how: by-ear", [r"a\.yaml:10: expected one of .*got 'by-ear'"]),
        ("recipe: handover", "recipe: hand-over", [r"a\.yaml:2: expected one of .*did you mean 'handover'"]),
        ("recipe: handover", "note: a", [r"a\.yaml:2: expected the key 'recipe'"]),
        ("modality: asserted", "modality: denied\n    degree: full", [r"a\.yaml:9: expected none in a denial"]),
        ("    of: k-1", "    of: k-1\n    id: " + "a" * 199, [r"a\.yaml:2: cannot make Occurrence: id"]),
    ],
)
def test_a_refused_recipe_names_each_line(tmp_path: Path, old: str, new: str, messages: list[str]) -> None:
    with pytest.raises(DatasetError) as refused:
        compile_folder(folder(tmp_path, a=HANDOVER.replace(old, new)))
    lines = str(refused.value).splitlines()
    assert len(lines) == len(messages)
    assert all(re.search(message, line) for message, line in zip(messages, lines, strict=True))


def test_what_a_recipe_makes_has_ids_of_its_own(tmp_path: Path) -> None:
    path = folder(tmp_path, a="events:\n  - id: handover-k-1-2020-03-29\n", b=HANDOVER)
    with pytest.raises(DatasetError, match=r"b\.yaml:2: id 'handover-k-1-2020-03-29' is already used in .*a\.yaml:2"):
        compile_folder(path)


def test_repeated_id_names_both_files(tmp_path: Path) -> None:
    path = folder(tmp_path, a="forces:\n  - id: x\n", b="events:\n  - id: x\n")
    with pytest.raises(DatasetError, match=r"b\.yaml:2: id 'x' is already used in .*a\.yaml:2"):
        compile_folder(path)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("oirmodel: 0.1\ndataset: {}\n", r"write it as \"0\.1\""),
        ('oirmodel: "0.1"\n', r"the keys are \['oirmodel'\]"),
    ],
)
def test_refused_header(tmp_path: Path, header: str, message: str) -> None:
    (tmp_path / "dataset.yaml").write_text(header, encoding="utf-8")
    with pytest.raises(DatasetError, match=message):
        compile_folder(tmp_path)


def test_missing_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"dataset\.yaml: missing"):
        compile_folder(tmp_path)


def test_file_that_would_not_be_read_is_refused(tmp_path: Path) -> None:
    (folder(tmp_path) / "more.yml").write_text("forces: []\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"more\.yml: would not be read; name it more\.yaml"):
        compile_folder(tmp_path)


def test_folder_with_underscores_gives_file_with_dashes(tmp_path: Path) -> None:
    source = tmp_path / "src" / "oirmodel" / "datasets" / "two_words"
    source.mkdir(parents=True)
    folder(source)
    target = source.with_name("two-words.json")
    assert compile_all(tmp_path) == [target]
    assert target.read_text(encoding="utf-8").startswith('{\n "oirmodel": "0.1",\n')
    assert [path.name for path in sorted(target.parent.iterdir())] == ["two-words.json", "two_words"]


def test_readme_holds_one_marked_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = re.findall(r"<!-- test-command -->\n```sh\n(.*\n)```\n<!-- /test-command -->\n", readme)
    expected = (
        "python3 -m venv .venv-test && .venv-test/bin/pip install --quiet --editable '.[test]'"
        " && .venv-test/bin/python -m pytest --cov\n"
    )
    assert marked == [expected]


RUN = {"python", "console"}
SHOWN = {"sh", "json", "yaml", "toml", "text"}


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name)
def test_every_block_is_run_or_only_shown(path: Path) -> None:
    """A fenced block is of a language that conftest.py runs, or of one that is known to be only shown."""
    openings = re.findall(r"^ *(?:```|~~~)+(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[::2]
    languages = {opening.strip() for opening in openings if not opening.strip().startswith("{")}
    assert languages <= RUN | SHOWN


def test_core_dependencies_are_these_four() -> None:
    required = metadata("oirmodel").get_all("Requires-Dist") or []
    core = {re.split(r"[<>=!~ ;]", line)[0] for line in required if "extra ==" not in line}
    assert core == {"attrs", "cattrs", "msgspec", "pendulum"}


def test_changelog_has_a_place_for_the_next_change() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
