from pathlib import Path

import pytest

from tests.cli.asking import run, small_file
from tests.cli.small import ARRAYS, claim

NEW = claim(
    "control-new",
    "src-odd",
    "2026-02-01",
    ("2015-01-01", "2015-12-31"),
    of="al-asad",
    by="iraqi-armed-forces",
    degree="full",
    corrects=["control-us"],
)


@pytest.fixture
def data(tmp_path: Path) -> str:
    return small_file(tmp_path, controls=[*ARRAYS["controls"][1], NEW])


def test_changes_list_what_was_learned_taken_back_and_answered_otherwise(data: str) -> None:
    said = run("changes", "2026-01-31", "2026-02-01", "--data", data, "--only", "wires", columns=100)
    assert said == (
        0,
        """\
What changed in what was known from 2026-01-31 to 2026-02-01? (only wires)

Learned
  control: Al-Asad Airbase, Iraqi Armed Forces, full; from 2015-01-01 to 2015-12-31
    reported 2026-02-01, in "[bold]Odd[/bold] \\u202etitle over two lines"
    control-new

Corrected
  control: Al-Asad Airbase, US Armed Forces; from 2014 to 2020
    reported 2020-06-01, in "[bold]Odd[/bold] \\u202etitle over two lines"
    corrected by control-new
    control-us
    by control: Al-Asad Airbase, Iraqi Armed Forces, full; from 2015-01-01 to 2015-12-31
    of its own time alone: from 2015-01-01 to 2015-12-31
    control-new

Answered otherwise
  control, Al-Asad Airbase
    2015-01-01 to 2015-12-31  was  DEFINITE US Armed Forces
                              is   DEFINITE Iraqi Armed Forces
    2021-01-01 to 2026-01-31  was  PRESUMED not US Armed Forces
                              is   PRESUMED not US Armed Forces, PRESUMED not Iraqi Armed Forces
    2026-02-01 to 2026-02-01  was  POSSIBLE not US Armed Forces
                              is   PRESUMED not US Armed Forces, PRESUMED not Iraqi Armed Forces
    2026-02-02 to ..          was  POSSIBLE not US Armed Forces
                              is   POSSIBLE not US Armed Forces, POSSIBLE not Iraqi Armed Forces
""",
        "",
    )


def test_changes_as_json(data: str) -> None:
    said = run("changes", "2026-01-01", "2026-02-01", "--of", "Al-Asad", "--kind", "control", "--data", data, "--json")
    content = said.json
    assert (content["from"], content["to"], content["of"], content["kind"]) == (
        "2026-01-01",
        "2026-02-01",
        "Al-Asad",
        "control",
    )
    assert [(each["claim"]["id"], each["sort"], each["before"], each["after"]) for each in content["learned"]] == [
        ("control-iraq", "learned", "no", "yes"),
        ("control-new", "learned", "no", "yes"),
    ]
    (corrected,) = content["corrected"]
    assert (corrected["claim"]["id"], corrected["how"], corrected["by"]["id"]) == (
        "control-us",
        "corrects",
        "control-new",
    )
    assert content["restored"] == []
    first = content["flipped"][0]
    assert (first["kind"], first["of"], first["label"], first["first"]) == (
        "control",
        "al-asad",
        "Al-Asad Airbase",
        "2015-01-01",
    )
    assert (first["before"]["label"], first["after"]["label"]) == ("US Armed Forces", "Iraqi Armed Forces")


def test_where_nothing_changed_it_says_so(data: str) -> None:
    said = run("changes", "2010-01-01", "2011-01-01", "--data", data)
    assert said.out == "What changed in what was known from 2010-01-01 to 2011-01-01?\n  Nothing.\n"


def test_the_earlier_day_comes_first(data: str) -> None:
    said = run("changes", "2026-02-01", "2026-01-01", "--data", data)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("oirmodel: expected the earlier day first, and '2026-02-01' is after '2026-01-01'")


def test_each_is_a_day(data: str) -> None:
    said = run("changes", "2026", "2026-01-01", "--data", data)
    assert (said.code, said.out) == (2, "")
    assert "expected one day, and '2026' is more" in said.err
