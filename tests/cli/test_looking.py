import json
from pathlib import Path

import pytest

from tests.cli.asking import run, small_file
from tests.cli.small import ARRAYS, claim


@pytest.fixture
def data(tmp_path: Path) -> str:
    return small_file(tmp_path)


def test_an_entity_is_shown_with_all_it_holds_and_the_claims_about_it(data: str) -> None:
    said = run("show", "عين الأسد", "--only", "wires", "--data", data)
    assert said == (
        0,
        """\
Al-Asad Airbase
installation al-asad (only wires)

Names
  Al-Asad Airbase (en, common)
  عين الأسد (ar, common)

What it holds
  category: airbase
  external ids: icao:ORAA

Claims about it
  control: Al-Asad Airbase, US Armed Forces; from 2014 to 2020
    reported 2020-06-01, in "[bold]Odd[/bold] \\u202etitle over two lines"
    control-us
""",
        "",
    )


def test_a_speaker_is_shown_with_what_it_says(data: str) -> None:
    said = run("show", "xinhua", "--data", data, "--json")
    assert [(each["relation"], [c["id"] for c in each["claims"]]) for each in said.json["claims"]] == [
        ("Claims that it makes or passes on", ["control-iraq"])
    ]


def test_a_source_is_shown_with_the_claims_that_cite_it(data: str) -> None:
    said = run("show", "src-figures", "--data", data)
    assert said.out.startswith("Troops in figures\nsource src-figures\n\nWhat it holds\n  title: Troops in figures\n")
    assert "\nClaims that cite it\n  strength: US Armed Forces, Iraq, personnel, about 2,500;" in said.out


def test_a_claim_is_shown_with_the_names_behind_its_ids(data: str) -> None:
    said = run("show", "control-iraq", "--data", data, columns=110)
    assert (
        "  of: Al-Asad Airbase [al-asad]\n  by: Iraqi Armed Forces [iraqi-armed-forces]\n  degree: full\n" in said.out
    )
    assert "  period: start [..2026-01-17], end ..\n" in said.out
    assert "  asserted by: who Xinhua [xinhua], how unstated\n" in said.out
    assert "  assumptions: year 2026: the article gives none\n" in said.out


def test_a_record_in_json_has_the_shape_of_the_format(data: str) -> None:
    said = run("show", "Al-Asad Airbase", "--data", data, "--json")
    assert {key: said.json[key] for key in ("id", "kind", "label")} == {
        "id": "al-asad",
        "kind": "installation",
        "label": "Al-Asad Airbase",
    }
    assert said.json["record"] == {"kind": "installation", **ARRAYS["installations"][1][0]}
    assert '"text": "عين الأسد"' in said.out


def test_a_corrected_claim_says_by_which(tmp_path: Path) -> None:
    fixed = claim(
        "fixed", "src-odd", "2021", ("2014", "2019"), of="al-asad", by="us-armed-forces", corrects=["control-us"]
    )
    data = small_file(tmp_path, controls=[*ARRAYS["controls"][1], fixed])
    said = run("show", "control-us", "--data", data)
    assert "\ncorrected by fixed\n" in said.out
    assert "\nCorrected by\n  control: Al-Asad Airbase, US Armed Forces; from 2014 to 2019\n" in said.out


def test_a_claim_that_was_taken_back_says_so(tmp_path: Path) -> None:
    gone = claim("gone", "src-odd", "2021", (None, None), of="al-asad", by="us-armed-forces", retracts=["control-us"])
    data = small_file(tmp_path, controls=[*ARRAYS["controls"][1], gone])
    assert (
        "\ndoes not stand: it was taken back, or is not in this view\n" in run("show", "control-us", "--data", data).out
    )
    known = run("show", "control-us", "--as-known-on", "2021-06-01", "--data", data).out
    assert "\nmay not stand: that depends on dates that are not known exactly\n" in known
    assert (
        "    does not stand: it was taken back, or is not in this view\n" in run("show", "al-asad", "--data", data).out
    )


def test_an_entity_without_a_name_of_its_own_goes_by_its_id(tmp_path: Path) -> None:
    data = small_file(tmp_path, persons=[{"id": "a-general"}])
    assert run("show", "a-general", "--data", data).out.startswith("a-general\nperson a-general\n")
    assert run("find", "a-general", "--data", data).out == "a-general (person)\n  a-general\n"


def test_what_other_projects_added_is_shown_too(tmp_path: Path) -> None:
    extensions = {"acme:seen": {"by": ["iraq", "me"]}, "acme:score": 3}
    data = small_file(tmp_path, persons=[{"id": "a-general", "extensions": extensions}])
    shown = run("show", "a-general", "--data", data).out
    assert shown.splitlines()[4] == "  extensions: acme:seen by iraq, me, acme:score 3"


def test_find_lists_ids_kinds_and_names(data: str) -> None:
    assert run("find", "asad", "--data", data) == (0, "al-asad (installation)\n  Al-Asad Airbase; عين الأسد\n", "")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("al asad", ["al-asad"]),
        ("AL-ASAD AIR", ["al-asad"]),
        ("الاسد", ["al-asad"]),
        ("the twins", ["first-unit", "second-unit"]),
        ("figures", ["src-figures"]),
        ("iraqi", ["iraqi-armed-forces", "iraqi-mod", "src-handover"]),
        ("armed", ["iraqi-armed-forces", "us-armed-forces"]),
    ],
)
def test_find_takes_words_in_a_row_in_any_script(data: str, text: str, ids: list[str]) -> None:
    said = run("find", text, "--data", data, "--json")
    assert [each["id"] for each in said.json["found"]] == ids


def test_find_lists_what_is_called_just_so_first(data: str) -> None:
    said = run("find", "Iraq", "--data", data, "--json")
    assert [each["id"] for each in said.json["found"]] == ["iraq", "iraqi-armed-forces", "iraqi-mod", "src-handover"]
    assert said.json["found"][0] == {"id": "iraq", "kind": "place", "label": "Iraq", "names": ["Iraq"]}


@pytest.mark.parametrize("text", ["asad airb ase", "airbase asad", "---", "", "sad"])
def test_find_does_not_guess(data: str, text: str) -> None:
    said = run("find", text, "--data", data)
    assert (said.code, said.out) == (2, "")


def test_find_suggests_what_is_spelt_alike(data: str) -> None:
    said = run("find", "al assad", "--data", data)
    assert said == (2, "", "oirmodel: no entity or source has the id or name 'al assad'; did you mean al-asad?\n")
    said = run("find", "al assad", "--data", data, "--json")
    assert said.code == 2
    assert (said.json["found"], said.json["suggestions"]) == ([], ["al-asad"])


def test_no_conflicts(data: str) -> None:
    assert run("conflicts", "--data", data, "--only", "articles").out == "No conflicts in small (only articles)\n"


def test_a_conflict_has_its_reason_and_both_claims(tmp_path: Path) -> None:
    period = ("[..2026-01-10]", "..")
    rival = claim("control-us-full", "src-odd", "2026-01-20", period, of="al-asad", by="us-armed-forces", degree="full")
    data = small_file(tmp_path, controls=[ARRAYS["controls"][1][0], rival])
    said = run("conflicts", "--data", data)
    assert said.code == 0
    assert said.out.startswith(
        "1 conflict in small\n\n"
        "1. control of Al-Asad Airbase: US Armed Forces (full) and Iraqi Armed Forces\n"
        "  (full) are both said on 2026-01-17, and each excludes the other\n"
        "  control: Al-Asad Airbase, US Armed Forces, full;"
    )
    assert "\n  control: Al-Asad Airbase, Iraqi Armed Forces, full;" in said.out
    found = run("conflicts", "--data", data, "--json").json["conflicts"]
    assert [[each["id"] for each in conflict["claims"]] for conflict in found] == [["control-us-full", "control-iraq"]]
    assert found[0]["why"] == (
        "control of Al-Asad Airbase: US Armed Forces (full) and Iraqi Armed Forces (full) are both said on 2026-01-17, "
        "and each excludes the other"
    )


def test_check_finds_nothing_in_good_data(data: str) -> None:
    assert run("check", "--data", data) == (0, "no findings in small\n", "")
    assert run("check", "--data", data, "--json").json["findings"] == []


def test_check_lists_what_is_doubtful(tmp_path: Path) -> None:
    wrong = claim("wrong", "src-odd", "2021", ("2014", "2013"), of="al-asad", by="us-armed-forces")
    data = small_file(tmp_path, controls=[wrong])
    said = run("check", "--data", data)
    assert (said.code, said.err) == (1, "")
    assert said.out.splitlines() == [
        "1 warning in small",
        "",
        "OIR201 warning at /controls/0/period",
        "  wrong: the period '2014/2013' ends before it starts",
        "  no day can be said to lie in it or outside it",
    ]
    said = run("check", "--data", data, "--json")
    assert said.code == 1
    assert said.json["readable"] is True
    assert said.json["findings"] == [
        {
            "code": "OIR201",
            "severity": "warning",
            "message": "wrong: the period '2014/2013' ends before it starts",
            "pointer": "/controls/0/period",
            "subjects": ["wrong"],
            "hint": "no day can be said to lie in it or outside it",
            "line": None,
            "column": None,
        }
    ]


def test_check_of_data_that_cannot_be_read_lists_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"oirmodel": "0.1", "forces": [{"kind": "force", "id": "A"}, {"kind": "fleet", "id": "b"}]}')
    said = run("check", "--data", str(path))
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"oirmodel: not a dataset: {path}\n  OIR025 error at /forces/0/id (line 1, column ")
    assert "\n  OIR023 error at /forces/1/kind (line 1, column " in said.err
    said = run("check", "--data", str(path), "--json")
    assert said.code == 3
    assert said.json["readable"] is False
    assert [each["code"] for each in said.json["findings"]] == ["OIR025", "OIR023"]


def test_what_a_newer_version_added_is_told(tmp_path: Path) -> None:
    path = tmp_path / "newer.json"
    path.write_text(json.dumps({"oirmodel": "0.2", "forces": [{"kind": "force", "id": "army", "morale": 1}]}))
    said = run("find", "army", "--data", str(path))
    assert (said.code, said.out) == (0, "army (force)\n  army\n")
    assert said.err.startswith(
        "oirmodel: a newer version wrote this data\n  OIR012 warning at /forces/0/morale (line 1,"
    )
    said = run("check", "--data", str(path))
    assert said.code == 1
    assert said.out.startswith("1 warning in unnamed\n\nOIR012 warning at /forces/0/morale (line 1, column ")
