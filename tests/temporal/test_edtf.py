"""
Conformance with EDTF, on the texts that the suites of other libraries agree on.

``lower_strict`` and ``upper_strict`` are the first and the last possible day; seasons are northern, by meteorological
months; ``start`` and ``end`` are those of the two sides of an interval.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from oirmodel.errors import InvalidDate, InvalidObject
from oirmodel.temporal import EndKind, ImpreciseDate, Period, Span
from oirmodel.temporal.days import FOREVER, NEVER

CORPORA = Path(__file__).parent.parent / "corpora"


def rows(name: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (CORPORA / f"edtf_{name}.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]


def day(text: str) -> int:
    """The number of a day in any year, by the standard library's calendar of 400 years."""
    year, month, of_month = text.rsplit("-", 2)
    eras, within = divmod(int(year) - 2000, 400)
    return dt.date(2000 + within, int(month), int(of_month)).toordinal() + eras * 146_097


def span(first: str | None, last: str | None) -> Span:
    return Span(NEVER if first is None else day(first), FOREVER if last is None else day(last))


def text_of(row: dict[str, Any]) -> str:
    return str(row["edtf"]) or "nothing"


VALID = rows("valid")
READ = [row for row in VALID if row["kind"] != "interval" and (row["level"] < 2 or row["kind"] == "one_of")]
INTERVALS = [row for row in VALID if row["kind"] == "interval" and row["level"] < 2]
LEVEL_2 = [row for row in VALID if row["level"] == 2 and row["kind"] != "one_of"]

# EDTF counts these intervals as level 2, since level 1 leaves unspecified digits out of them. Each side is of level 1.
READ_ALL_THE_SAME = {
    "-192X/192X",
    "-2000-12-XX/2012",
    "/18XX",
    "/190X~",
    "/19XX",
    "16XX/18XX",
    "1857/186X",
    "186X/187X",
    "192X/193X",
    "192X~/",
    "1984-XX/2004-XX",
    "1987/199X",
    "198X/1999",
    "2000-XX/2012",
    "2000/2000-XX-XX",
    "2021-06-27/2021-06-XX",
    "2021-XX-XX/2021-01-04",
}


def test_the_corpora_are_there() -> None:
    assert (len(READ), len(INTERVALS), len(LEVEL_2)) == (260, 80, 186)
    assert (len(rows("invalid")), len(rows("extensions")), len(rows("ambiguous"))) == (142, 96, 40)


@pytest.mark.parametrize("row", READ, ids=text_of)
def test_dates_seasons_and_one_of_sets(row: dict[str, Any]) -> None:
    date = ImpreciseDate.parse(row["edtf"])
    assert date.span == span(row["lower_strict"], row["upper_strict"])
    assert date.format() == row["edtf"]
    assert date.is_season is (row["kind"] == "season")


@pytest.mark.parametrize("row", [row for row in READ if row["kind"] == "one_of"], ids=text_of)
def test_members_of_one_of_sets(row: dict[str, Any]) -> None:
    assert ImpreciseDate.parse(row["edtf"]).members == tuple(span(*member) for member in row["members"])


@pytest.mark.parametrize("row", [row for row in READ if row["kind"] == "datetime"], ids=text_of)
def test_times_of_day(row: dict[str, Any]) -> None:
    date = ImpreciseDate.parse(row["edtf"])
    instant = row["instant_utc"]
    assert date.is_instant is (instant is not None)
    if instant is not None:
        first, last = date.local("UTC")
        assert first <= day(instant.split("T")[0]) <= last
        assert first == last or instant.startswith("-")  # no time zone is known of years before 1


@pytest.mark.parametrize("row", INTERVALS + [row for row in LEVEL_2 if row["edtf"] in READ_ALL_THE_SAME], ids=text_of)
def test_intervals(row: dict[str, Any]) -> None:
    period = Period.parse(row["edtf"])
    for side, given, kind in (
        (period.start, row["start"], row["lower_kind"]),
        (period.end, row["end"], row["upper_kind"]),
    ):
        assert (side is None) is (kind == "unknown")
        assert (side is not None and side.is_open) is (kind == "open")
        if given is not None:
            assert side is not None
            assert side.span == span(*given)
    expected = {"unknown": EndKind.UNKNOWN, "open": EndKind.OPEN, "date": EndKind.ASSERTED}
    assert period.end_kind is expected[row["upper_kind"]]


@pytest.mark.parametrize("row", [row for row in LEVEL_2 if row["edtf"] not in READ_ALL_THE_SAME], ids=text_of)
def test_the_rest_of_level_2_is_refused_and_says_so(row: dict[str, Any]) -> None:
    read = Period.parse if "/" in row["edtf"] else ImpreciseDate.parse
    with pytest.raises((InvalidDate, InvalidObject), match="of level 2, only one-of sets are read so far"):
        read(row["edtf"])


@pytest.mark.parametrize("row", rows("invalid") + rows("extensions"), ids=text_of)
def test_what_is_not_edtf_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises((InvalidDate, InvalidObject)):
        Period.parse(row["edtf"])
    with pytest.raises(InvalidDate):
        ImpreciseDate.parse(row["edtf"])


# Where the specification leaves room: midnight may be written as hour 24, sets take seasons, an interval may hold no
# date at all. Offsets that no clock on Earth shows are refused.
TAKEN = {
    "-0001-12-31T24:00:00Z",
    "1899-12-31T24:00:00Z",
    "1999-12-31T24:00:00Z",
    "2016-05-02T24:00:00",
    "2020-05-01T24:00:00Z",
    "../",
    "../..",
    "/",
    "/..",
    "Y-61000/-2000",
    "[..1990-23]",
    "[1992-21..]",
}


@pytest.mark.parametrize("row", rows("ambiguous"), ids=text_of)
def test_where_the_specification_leaves_room(row: dict[str, Any]) -> None:
    if row["edtf"] not in TAKEN:
        with pytest.raises((InvalidDate, InvalidObject)):
            Period.parse(row["edtf"])
    elif row["kind"] == "interval":
        bounds = Period.parse(row["edtf"]).bounds()
        assert Span(bounds.s1, bounds.e2) == span(row["lower_strict"], row["upper_strict"])
    else:
        assert ImpreciseDate.parse(row["edtf"]).span == span(row["lower_strict"], row["upper_strict"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 2001, "longer than 2,000 characters"),
        ("2" * 41, "no date has more than 40 characters"),
        ("[2026," + "2" * 41 + "]", "no date has more than 40 characters"),
        ("٢٠٢٦", "EDTF is written in ASCII"),
        ("[٢٠٢٦]", "EDTF is written in ASCII"),
        ("-0000", "the year zero is written '0000'"),
        ("201X-05", "a month in an unspecified year: of level 2"),
        ("2018-XX-05", "a day in an unspecified month: of level 2"),
        ("2018-21-05", "a season has no days"),
        ("2018-25", "a sub-year grouping beyond 24: of level 2"),
        ("2018-42", "there is no month 42"),
        ("2018-00", "there is no month 00"),
        ("2018-02-29", "that month has no day 29"),
        ("Y1000000000000000", "no year of more than 15 characters"),
        ("2018-05-01T24:00:01Z", "from 00:00:00 to 24:00:00"),
        ("2018-05-01T23:60:00Z", "from 00:00:00 to 24:00:00"),
        ("2018-05-01T23:00:60Z", "from 00:00:00 to 24:00:00"),
        ("2018-05-01T25:00:00Z", "from 00:00:00 to 24:00:00"),
        ("2018-05-01T12:00:00+03:60", "an offset is written"),
        ("2018-05-01T12:00:00-00:00", "an offset is written"),
        ("2018-05-01T12:00:00-12:01", "between -12:00 and"),
        ("2018-05-01T12:00:00+14:01", "between -12:00 and"),
        ("2018-02-30T12:00:00Z", "that month has no day 30"),
        ("2018/2019", "an interval stands in a period"),
        ("[2018", "a one-of set ends with"),
        ("[]", "a set has at least one member"),
        ("[2018, 2019]", "a set has no spaces"),
        ("[..]", "a date on one side at least"),
        ("[2018,..2019]", "only the first member"),
        ("[2018..,2019]", "only the first member"),
        ("[2018..2019-05]", "the same precision on both sides"),
        ("[2019..2018]", "ends no earlier than it starts"),
        ("[2018-05-01T12:00:00Z]", "a set has no times of day"),
        ("[2018,]", "expected a form such as"),
        ("{2018,2019}", "an all-of set: of level 2"),
        ("1950S2", "significant digits: of level 2"),
        ("Y17E7", "an exponential year: of level 2"),
        ("2018-?05", "qualified or unspecified parts of a date: of level 2"),
        ("now", "expected a form such as"),
        ("", "expected a form such as"),
    ],
    ids=lambda value: value[:30] or "nothing",
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        ImpreciseDate.parse(text)
    assert reason in caught.value.reason
    assert caught.value.text == text


@pytest.mark.parametrize("text", ["1985-01-01/2000-13-01", "NONE/", "2004-06-01/unknown", "1950S2/.."])
def test_a_wrong_side_of_an_interval_is_an_invalid_date(text: str) -> None:
    with pytest.raises(InvalidDate):
        Period.parse(text)


def test_a_set_tells_what_its_members_are() -> None:
    assert ImpreciseDate.parse("[2020?,2021]").qualifier == "?"
    assert ImpreciseDate.parse("[2020-22,2020-24]").is_season
