"""``oirmodel import``: what it reads, what it writes, what it reports, and what it leaves alone when it fails."""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from click.testing import CliRunner

from oirmodel.claims import SameAs, Tally
from oirmodel.cli.commands import app
from oirmodel.cli.progress import shown
from oirmodel.dataset import Header
from oirmodel.diagnostics import Severity
from oirmodel.formats.json import load
from oirmodel.importers import Imported, Importer, Progress, Readable, Told
from oirmodel.importers.gathering import Gathering, found
from oirmodel.importers.table import Table
from oirmodel.query import Dataset
from tests.cli.asking import Said, run, small_file
from tests.cli.small import named

HEADER: Final = "date,country,location,number,description,line"
ROWS: Final = (
    "10/17/2016,Iraq,Kisik,1,strike hit a tunnel,Near Kisik one strike hit a tunnel",
    "10/17/2016,Syria,Ar Rakka,two,strikes hit a truck,Near Ar Rakka two strikes hit a truck",
    "10/18/2016,Syria,Rakka,3,strikes hit a truck,Near Rakka three strikes hit a truck",
)


@pytest.fixture
def known(tmp_path: Path) -> str:
    """A dataset in which Rakka is known, and a place that is spelt like it."""
    places = [
        named("iraq", "Iraq", country="IQ"),
        named("syria", "Syria", country="SY"),
        named("rakka", "Rakka", country="SY"),
        named("kissik", "Kissik", country="IQ"),
    ]
    folder = tmp_path / "known"
    folder.mkdir()
    forces = [named(each, each) for each in ("centcom", "isis", "us-led-coalition")]
    arrays: dict[str, list[dict[str, Any]]] = {key: [] for key in ("controls", "strengths", "postings", "posts")}
    operations = [named("operation-inherent-resolve", "Operation Inherent Resolve")]
    return small_file(folder, places=places, forces=forces, operations=operations, **arrays)


@pytest.fixture
def strikes(tmp_path: Path) -> str:
    path = tmp_path / "strikes.csv"
    path.write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    return str(path)


def piped(text: bytes, *arguments: str) -> Said:
    result = CliRunner().invoke(app, list(arguments), input=text, env={"COLUMNS": "80", "NO_COLOR": "1"})
    return Said(result.exit_code, result.stdout, result.stderr)


def test_the_report_and_the_dataset(strikes: str, known: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    said = run("import", "centcom", strikes, "--known", known, "-o", str(out), columns=120)
    assert said == (
        1,
        f"""\
centcom: 3 rows read, 2 placed, 1 quarantined
6 entities, 3 sources, 2 claims

Found
  OIR502  1  strikes.csv, row 2: 'two' is no number of strikes

dataset written to {out}
""",
        "",
    )
    data = load(out)
    assert [(claim.id, claim.at) for claim in data.claims(Tally)] == [
        ("centcom-strikes-csv-1", ("place-iq-kisik",)),
        ("centcom-strikes-csv-3", ("rakka",)),
    ]


def test_an_import_without_quarantined_rows_is_0_and_the_importer_is_found_by_the_header(
    tmp_path: Path, known: str
) -> None:
    path = tmp_path / "strikes.csv"
    path.write_text("\n".join([HEADER, ROWS[0]]), encoding="utf-8")
    for arguments in ([], ["auto"], ["centcom"]):
        said = run("import", *arguments, str(path), "--known", known)
        assert said == (
            0,
            """\
centcom: 1 row read, 1 placed, 0 quarantined
5 entities, 2 sources, 1 claims

no dataset is written; -o names a file for it
""",
            "",
        )


def test_every_finding_and_every_quarantined_row_is_a_line_of_json(strikes: str, known: str, tmp_path: Path) -> None:
    findings = tmp_path / "findings.jsonl"
    assert run("import", strikes, "--known", known, "--findings", str(findings)).code == 1
    lines = [json.loads(each) for each in findings.read_text(encoding="utf-8").splitlines()]
    assert [(each["kind"], each.get("code")) for each in lines] == [("finding", "OIR502"), ("quarantined", None)]
    finding, row = lines
    assert (finding["severity"], finding["line"]) == ("warning", 3)
    assert (row["file"], row["row"], row["cells"]) == ("strikes.csv", 2, ROWS[1].split(","))
    assert row["findings"] == [{key: value for key, value in finding.items() if key != "kind"}]


def test_the_report_as_json(strikes: str, known: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out.json")
    said = run("import", strikes, "--known", known, "-o", out, "--json")
    content = said.json
    assert said.code == 1
    assert {key: value for key, value in content.items() if key != "findings"} == {
        "importer": "centcom",
        "files": [strikes],
        "rows": 3,
        "placed": 2,
        "quarantined": 1,
        "entities": 6,
        "sources": 3,
        "claims": 2,
        "judgements": None,
        "dataset": "centcom-strike-releases",
        "written": {"dataset": out, "findings": None, "judgements": None},
    }
    assert [(each["code"], each["number"], each["first"]["line"]) for each in content["findings"]] == [("OIR502", 1, 3)]


def test_a_file_from_the_standard_input(known: str) -> None:
    text = f"{HEADER}\n{ROWS[0]}".encode()
    said = piped(text, "import", "centcom", "-", "--known", known)
    assert (said.code, said.out.splitlines()[0]) == (0, "centcom: 1 row read, 1 placed, 0 quarantined")


# judgements

EDITED: Final = "same,place-iq-kisik,kissik,Ana Lima,2026-11-21,looked at a map"


def test_what_is_like_something_known_is_put_to_a_person(strikes: str, known: str, tmp_path: Path) -> None:
    judged, out = tmp_path / "judgements.csv", tmp_path / "out.json"
    asked = ("import", strikes, "--known", known, "--judgements", str(judged), "-o", str(out), "--force")
    said = run(*asked)
    assert "pairs that may be one thing: 1 unsure, 0 same, 0 different\n" in said.out
    header, *lines = judged.read_text(encoding="utf-8-sig").splitlines()
    assert header == "verdict,id,names,known_id,known_names,reasons,against,by,date,note"
    (line,) = lines
    assert line.startswith("unsure,place-iq-kisik,Kisik,kissik,Kissik,their names are alike: 'Kisik' and 'Kissik';")
    assert load(out).claims(SameAs) == ()
    # a person edits it
    judged.write_text(f"verdict,id,known_id,by,date,note\n{EDITED}\n", encoding="utf-8")
    said = run(*asked)
    assert "pairs that may be one thing: 0 unsure, 1 same, 0 different\n" in said.out
    data = load(out)
    (claim,) = data.claims(SameAs)
    assert (claim.one, claim.other, claim.reported.text) == ("place-iq-kisik", "kissik", "2026-11-21")
    assert data.label(claim.asserted_by[0].who) == "Ana Lima"
    assert claim.note == "looked at a map"
    assert data.joined_with("kissik") == ("kissik", "place-iq-kisik")
    assert "same,place-iq-kisik,,kissik,,,,Ana Lima,2026-11-21,looked at a map" in judged.read_text("utf-8-sig")
    # and again: nothing changes
    before = judged.read_bytes(), out.read_bytes()
    run(*asked)
    assert (judged.read_bytes(), out.read_bytes()) == before


def test_judgements_that_cannot_be_used_stop_the_import(strikes: str, known: str, tmp_path: Path) -> None:
    judged, out = tmp_path / "judgements.csv", tmp_path / "out.json"
    text = "verdict,id,known_id,by,date\nmaybe,a,b,,\nsame,c,d,Ana Lima,21/11/2026\n"
    judged.write_text(text, encoding="utf-8")
    said = run("import", strikes, "--known", known, "--judgements", str(judged), "-o", str(out), columns=200)
    assert (said.code, said.out) == (3, "")
    first, *lines = said.err.splitlines()
    assert first == "oirmodel: judgements.csv cannot be used:"
    assert [each.split(":")[0] for each in lines] == ["    - line 2", "    - line 3"]
    assert "expected one of 'unsure', 'same', 'different'; got 'maybe'" in lines[0]
    assert "'21/11/2026'" in lines[1]
    assert not out.exists()
    assert judged.read_text(encoding="utf-8") == text


# wrong usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["centcom"], "name the files to import; a file that is called 'centcom' is written ./centcom"),
        (["centcom", "-", "-"], "'-', the standard input, can be read only once"),
        (["csv", "table.csv"], "csv needs --mapping FILE"),
        (["centcom", "table.csv", "--mapping", "m.toml"], "--mapping goes with csv, not with centcom"),
        (["a.csv", "-o", "-"], "Invalid value for '--output': the standard output has the report; name a file"),
        (["a.csv", "-o", "."], "Invalid value for '--output': '.' is not a file"),
        (["a.csv", "-o", "a.csv"], "Invalid value for '--output': 'a.csv' is named twice, and would be overwritten"),
        (["a.csv", "-o", "no/out.json"], "Invalid value for '--output': there is no folder 'no'"),
        (
            ["a.csv", "-o", "b", "--findings", "b"],
            "Invalid value for '--findings': 'b' is named twice, and would be overwritten",
        ),
        ([], "Missing argument '[NAME] FILE...'"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("import", *arguments, columns=120)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"oirmodel: {message}")
    assert said.err.endswith("\n  try 'oirmodel import --help'\n")
    assert list(tmp_path.iterdir()) == []


def test_a_misspelt_importer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("import", "cetcom", "all.csv")
    assert said.code == 2
    assert said.err.startswith("oirmodel: no importer or file has the id or name 'cetcom'; did you mean airports, ")


def test_a_file_may_be_called_like_an_importer(
    strikes: str, known: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(strikes).rename(tmp_path / "centcom")
    monkeypatch.chdir(tmp_path)
    assert run("import", "./centcom", "--known", known).out.startswith("centcom: 3 rows read, ")


def test_what_is_there_is_written_over_only_when_told_to(strikes: str, known: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine", encoding="utf-8")
    said = run("import", strikes, "--known", known, "-o", str(out), columns=200)
    assert (said.code, said.out) == (2, "")
    assert f"Invalid value for '--output': '{out}' is there already; --force writes over it" in said.err
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("import", strikes, "--known", known, "-o", str(out), "--force").code == 1
    assert len(load(out).claims()) == 2


# what cannot be read


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot read '{path}': No such file or directory"),
        (f'{HEADER}\n{ROWS[0]}\n"never closed', "strikes.csv, line 3: a quotation mark in the row that begins here"),
        ("date,country,location\n", "strikes.csv, line 1: there is no column 'number'"),
        ("", "strikes.csv, line 1: the file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_3_and_nothing_is_written(
    content: str | None, message: str, known: str, tmp_path: Path
) -> None:
    path, out, findings = tmp_path / "strikes.csv", tmp_path / "out.json", tmp_path / "findings.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    asked = ("import", "centcom", str(path), "--known", known, "-o", str(out), "--findings", str(findings))
    said = run(*asked, columns=200)
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"oirmodel: {message.format(path=path)}")
    assert not out.exists()
    assert not findings.exists()


def test_a_disk_that_is_full_is_74_and_nothing_is_reported(
    strikes: str, known: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("oirmodel.cli.importing.replace", full)
    said = run("import", strikes, "--known", known, "-o", str(tmp_path / "out.json"))
    assert said == (74, "", "oirmodel: cannot write the output: No space left on device\n")


def test_a_header_that_no_importer_knows_is_3(tmp_path: Path, known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    monkeypatch.setattr("oirmodel.importers.finding.NAMES", ("centcom",))
    said = run("import", str(path), "--known", known)
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        "oirmodel: other.csv, line 1: the header is that of none of centcom; name the importer, or write a mapping for"
        " the importer csv\n"
    )


def test_a_pipe_cannot_be_looked_into(known: str) -> None:
    command = [sys.executable, "-m", "oirmodel", "import", "-", "--known", known]
    done = subprocess.run(command, input=HEADER.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr == b"oirmodel: <stdin>: cannot be read twice, so not looked into; name the importer\n"


def test_data_that_is_known_and_cannot_be_read_is_3(strikes: str, tmp_path: Path) -> None:
    assert run("import", strikes, "--known", str(tmp_path / "none.json")).code == 3


def test_known_data_of_a_newer_version_is_told(strikes: str, known: str) -> None:
    text = Path(known).read_text(encoding="utf-8")
    newer = text.replace('"oirmodel": "0.1"', '"oirmodel": "0.9"').replace(
        '"country": "SY"', '"country": "SY", "new": 1', 1
    )
    Path(known).write_text(newer, encoding="utf-8")
    said = run("import", strikes, "--known", known, columns=200)
    assert said.code == 1
    assert said.err.startswith("oirmodel: a newer version wrote the known data\n  OIR012 warning at /places/")


# importers that are written in these tests


def fake(name: str, header: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """An importer that places every row but those that begin with a question mark; gives what it was called with."""
    calls: list[dict[str, Any]] = []

    def read(
        *files: Readable,
        known: Dataset | None = None,
        progress: Progress | None = None,
        **more: Any,  # noqa: ANN401 - whatever is asked
    ) -> Imported:
        calls.append({"files": files, "known": known, "progress": progress, **more})
        gathering = Gathering(known)
        for file in files:
            for row in gathering.rows(Table(file, progress=progress)):
                if row.cells[0].startswith("?"):
                    gathering.quarantine(row, found("OIR502", row, "a \x1b[31mquestion", severity=Severity.ERROR))
                else:
                    gathering.place()
        return gathering.imported(Header(id="fake"))

    module = ModuleType(f"oirmodel.importers.{name}")
    module.IMPORTER = Importer(name=name, title="A fake", read=read, knows=lambda seen: list(seen) == list(header))  # type: ignore[attr-defined]
    module.read = read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return calls


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "table.csv"
    path.write_text("what\n?\nthis\n", encoding="utf-8")
    return str(path)


def test_anybodys_table_is_read_with_a_mapping(
    table: str, known: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = fake("csv", (), monkeypatch)
    mapping = str(tmp_path / "mapping.toml")
    for name in (["csv"], ["auto"], []):
        said = run("import", *name, table, "--mapping", mapping, "--known", known)
        assert (said.code, said.out.splitlines()[0]) == (1, "csv: 2 rows read, 1 placed, 1 quarantined")
    assert [(each["files"], each["mapping"]) for each in calls] == [((table,), mapping)] * 3
    assert all(each["known"].header.id == "small" for each in calls)


def test_an_importer_that_cannot_be_loaded_is_told(table: str, known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "oirmodel.importers.airports", missing)
    said = run("import", "airports", table, "--known", known)
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("oirmodel: the importer airports cannot be loaded: ")


def test_files_of_several_importers_are_not_mixed(
    table: str, strikes: str, known: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oirmodel.importers.finding.NAMES", ("airwars", "centcom"))
    fake("airwars", ["what"], monkeypatch)
    said = run("import", strikes, table, "--known", known, columns=120)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(
        "oirmodel: the files are of several importers: centcom, airwars; import them one by one\n"
    )


def test_what_a_file_says_does_not_act_on_the_terminal(
    table: str, known: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake("airwars", ["what"], monkeypatch)
    findings = tmp_path / "findings.jsonl"
    said = run("import", "airwars", table, "--known", known, "--findings", str(findings))
    assert r"table.csv, row 1: a \x1b[31mquestion" in said.out
    assert "\x1b" not in said.out + findings.read_text(encoding="utf-8")


# progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return screen


def test_a_terminal_sees_how_far_the_reading_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with shown() as progress:
        assert progress is not None
        progress(Told("[red]a\x1b.csv", 1_000, 50, 200))
        progress(Told("[red]a\x1b.csv", 4_000, 200, 200))
        progress(Told("b.csv", 1_000, None, None))
    screen = terminal.getvalue()
    for each in (r"[red]a\x1b.csv", "100%", "4,000 rows, ", "b.csv", "1,000 rows, ", "/s"):
        assert each in screen


@pytest.mark.parametrize("why", ["no terminal", "a dumb one", "no rich"])
def test_nobody_is_told_where_nobody_would_see_it(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_terminal(monkeypatch)
    missing: Any = None
    if why == "no terminal":
        monkeypatch.setattr(sys, "stderr", io.StringIO())
    elif why == "a dumb one":
        monkeypatch.setenv("TERM", "dumb")
    else:
        monkeypatch.setitem(sys.modules, "rich.console", missing)
    with shown() as progress:
        assert progress is None
    assert screen.getvalue() == ""


def test_the_report_is_all_that_goes_to_the_standard_output(
    strikes: str, known: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    screen = on_terminal(monkeypatch)
    assert app.run(["import", strikes, "--known", known]) == 1
    assert capfd.readouterr().out.startswith("centcom: 3 rows read, ")
    assert "strikes.csv" in screen.getvalue()
