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

from oirmodel.errors import InvalidDate
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
DATES = [row for row in VALID if row["kind"] != "interval"]
INTERVALS = [row for row in VALID if row["kind"] == "interval"]


def test_the_corpora_are_there() -> None:
    assert (len(DATES), len(INTERVALS)) == (399, 127)
    assert (len(rows("invalid")), len(rows("extensions")), len(rows("ambiguous"))) == (142, 96, 40)


@pytest.mark.parametrize("row", DATES, ids=text_of)
def test_dates(row: dict[str, Any]) -> None:
    date = ImpreciseDate.parse(row["edtf"])
    assert date.span == span(row["lower_strict"], row["upper_strict"])
    assert date.format() == row["edtf"]
    assert date.estimate == row.get("estimate")
    assert date.is_one_of is (row["kind"] == "one_of")
    assert date.is_all_of is (row["kind"] == "all_of")
    assert date.members == tuple(span(*member) for member in row.get("members", ()))


@pytest.mark.parametrize("row", [row for row in DATES if row["kind"] == "season"], ids=text_of)
def test_groupings_of_months(row: dict[str, Any]) -> None:
    code = int(row["edtf"].rstrip("?~%")[-2:])
    date = ImpreciseDate.parse(row["edtf"])
    assert date.is_season is (code <= 32)
    assert date.names_no_hemisphere is (code <= 24)


@pytest.mark.parametrize("row", [row for row in DATES if row["kind"] == "datetime"], ids=text_of)
def test_times_of_day(row: dict[str, Any]) -> None:
    date = ImpreciseDate.parse(row["edtf"])
    instant = row["instant_utc"]
    assert date.is_instant is (instant is not None)
    if instant is not None:
        first, last = date.local("UTC")
        assert first <= day(instant.split("T")[0]) <= last
        assert first == last or instant.startswith("-")  # no time zone is known of years before 1


@pytest.mark.parametrize("row", INTERVALS, ids=text_of)
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


@pytest.mark.parametrize("row", rows("invalid"), ids=text_of)
def test_what_is_not_edtf_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(InvalidDate):
        Period.parse(row["edtf"])
    with pytest.raises(InvalidDate):
        ImpreciseDate.parse(row["edtf"])


# What some libraries read and the specification does not have is refused, each with a word on what would be right.
EXTENSIONS = {
    "century shorthand (ISO 8601-1/edtf.js, not LoC)": "expected a year of four digits",
    "decade shorthand (ISO 8601-2/edtf.js, not LoC)": "expected a year of four digits",
    "time without seconds": "expected ':' and two digits of the second",
    "fractional seconds": "expected 'Z', an offset such as '+03' or '+03:30', or the end",
    "zone offset": "expected 'Z', an offset such as '+03' or '+03:30', or the end",
    "Y with a leading zero": "the first of them not zero, after 'Y'",
    "exponential year": "expected a whole number from 1 after",
    "significant digits": "expected a whole number from 1 after",
    "Y-prefixed year": "a year with 'Y' takes nothing else",
    "qualifier": "a year of more than four digits starts with 'Y'",
    "set": "a range in a set ends no earlier than it starts",
}
SINGLE_EXTENSIONS = {
    "  1985-04-12  ": "EDTF has no spaces",
    " 1863-03-29": "EDTF has no spaces",
    " 2020": "EDTF has no spaces",
    "1156X-12-25": "expected '-' and a month, or the end",
    "1863-03-29 ": "EDTF has no spaces",
    "2014-12-08T11:46:42−02:00": "EDTF is written in ASCII",
    "2020 ": "EDTF has no spaces",
    "2020-05-01T10:30:00−05:00": "EDTF is written in ASCII",
    "20xx": "a digit that is not specified is written 'X'",
    "2XXXX-12-XX": "expected '-' and a month, or the end",
    "31XXX-XX": "expected '-' and a month, or the end",
    "Spring, 2002": "EDTF has no spaces",
    "Summer, -1980": "EDTF has no spaces",
    "second quarter of 2001": "EDTF has no spaces",
    "winter, 2002": "EDTF has no spaces",
}


@pytest.mark.parametrize("row", rows("extensions"), ids=text_of)
def test_extensions_are_refused(row: dict[str, Any]) -> None:
    text = row["edtf"]
    reason = SINGLE_EXTENSIONS.get(text) or next(EXTENSIONS[each] for each in EXTENSIONS if each in row["category"])
    with pytest.raises(InvalidDate) as caught:
        ImpreciseDate.parse(text)
    assert reason in caught.value.reason
    with pytest.raises(InvalidDate):
        Period.parse(text)


# Where the specification leaves room: what is accepted has the days of the corpus, what is refused its reason.
ACCEPTED = {
    "-0001-12-31T24:00:00Z",
    "-0024S2",
    "-1859S5",
    "-1960S5",
    "../",
    "../..",
    "/",
    "/..",
    "1899-12-31T24:00:00Z",
    "1950S5",
    "1960S5",
    "1999-12-31T24:00:00Z",
    "2001?-23",
    "2004-~06?",
    "2014?-22",
    "2016-05-02T24:00:00",
    "201X-22",
    "2020-05-01T24:00:00Z",
    "20XX-41",
    "?2004?-%06",
    "?2016-?05~-31",
    "Y-20E2S3",
    "Y-61000/-2000",
    "Y20E2",
    "[..1990-23]",
    "[1992-21..]",
    "{..1987-21}",
    "{2005-22..}",
}
REFUSED = {
    "2016-05-02T12:00:00+14:01": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00+15": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00-00": "an offset is written as 'Z', '+03' or '-03:30'",
    "2016-05-02T12:00:00-00:00": "an offset is written as 'Z', '+03' or '-03:30'",
    "2016-05-02T12:00:00-12:01": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00-13": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00-13:00": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00-14": "an offset lies between -12:00 and +14:00",
    "2016-05-02T12:00:00-14:00": "an offset lies between -12:00 and +14:00",
    "2020-05-01T00:00:00+15:00": "an offset lies between -12:00 and +14:00",
    "2020-05-01T00:00:00-13:00": "an offset lies between -12:00 and +14:00",
    "Y17E200": "the exponent makes a year of more than 13 digits",
}


def test_every_ambiguous_form_is_decided_once() -> None:
    assert {row["edtf"] for row in rows("ambiguous")} == ACCEPTED | REFUSED.keys()
    assert not ACCEPTED & REFUSED.keys()


@pytest.mark.parametrize("row", rows("ambiguous"), ids=text_of)
def test_where_the_specification_leaves_room(row: dict[str, Any]) -> None:
    text, expected = row["edtf"], span(row["lower_strict"], row["upper_strict"])
    if text in REFUSED:
        with pytest.raises(InvalidDate) as caught:
            Period.parse(text)
        assert REFUSED[text] in caught.value.reason
    elif row["kind"] == "interval":
        bounds = Period.parse(text).bounds()
        assert Span(bounds.s1, bounds.e2) == expected
    else:
        date = ImpreciseDate.parse(text)
        assert date.span == expected
        assert date.estimate == row.get("estimate")


# Forms that no corpus has.
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("156X-02-29", "1560-02-29", "1568-02-29"),
        ("19X0-02-29", "1920-02-29", "1980-02-29"),
        ("20XX-02-29", "2000-02-29", "2096-02-29"),
        ("XX00-02-29", "0000-02-29", "9600-02-29"),
        ("-000X-02-29", "-0008-02-29", "-0004-02-29"),
        ("-XX00-02-29", "-9600-02-29", "-0400-02-29"),
        ("2001-X2-29", "2001-12-29", "2001-12-29"),
        ("200X-X2-29", "2000-02-29", "2009-12-29"),
        ("200X-0X-XX", "2000-01-01", "2009-09-30"),
        ("-000X", "-0009-01-01", "-0001-12-31"),
        ("-00X0-05", "-0090-05-01", "-0010-05-31"),
        ("-XX00", "-9900-01-01", "-0100-12-31"),
        ("-X000", "-9000-01-01", "-1000-12-31"),
        ("XXXX-XX-XX", "0000-01-01", "9999-12-31"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29"),
        ("2019-XX-3X", "2019-01-30", "2019-12-31"),
        ("2019-0X-31", "2019-01-31", "2019-08-31"),
        ("201X-24", "2010-12-01", "2020-02-29"),
        ("2001-~24?", "2001-12-01", "2002-02-28"),
        ("0001S1", "0000-01-01", "0999-12-31"),
        ("0000S4", "0000-01-01", "0000-12-31"),
        ("-0001S3", "-0009-01-01", "0000-12-31"),
        ("Y5E1", "0050-01-01", "0050-12-31"),
        ("Y171010000S3", "171000000-01-01", "171999999-12-31"),
        ("Y3388E2S3", "338000-01-01", "338999-12-31"),
        ("Y1E12", "1000000000000-01-01", "1000000000000-12-31"),
        ("Y-9999999999999", "-9999999999999-01-01", "-9999999999999-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("[1950S2,2026]", "1900-01-01", "2026-12-31"),
        ("[Y17E3..Y18E3]", "17000-01-01", "18000-12-31"),
        ("{~2004..2006?}", "2004-01-01", "2006-12-31"),
        ("[201X..2012]", "2010-01-01", "2012-12-31"),
        ("{2001-33..2002-36}", "2001-01-01", "2002-12-31"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    assert ImpreciseDate.parse(text).span == span(first, last)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        (21, "2001-03-01", "2001-05-31"),
        (22, "2001-06-01", "2001-08-31"),
        (23, "2001-09-01", "2001-11-30"),
        (24, "2001-12-01", "2002-02-28"),
        (25, "2001-03-01", "2001-05-31"),
        (26, "2001-06-01", "2001-08-31"),
        (27, "2001-09-01", "2001-11-30"),
        (28, "2001-12-01", "2002-02-28"),
        (29, "2001-09-01", "2001-11-30"),
        (30, "2001-12-01", "2002-02-28"),
        (31, "2001-03-01", "2001-05-31"),
        (32, "2001-06-01", "2001-08-31"),
        (33, "2001-01-01", "2001-03-31"),
        (34, "2001-04-01", "2001-06-30"),
        (35, "2001-07-01", "2001-09-30"),
        (36, "2001-10-01", "2001-12-31"),
        (37, "2001-01-01", "2001-04-30"),
        (38, "2001-05-01", "2001-08-31"),
        (39, "2001-09-01", "2001-12-31"),
        (40, "2001-01-01", "2001-06-30"),
        (41, "2001-07-01", "2001-12-31"),
    ],
)
def test_every_grouping_of_months(code: int, first: str, last: str) -> None:
    assert ImpreciseDate.parse(f"2001-{code}").span == span(first, last)


@pytest.mark.parametrize(
    ("text", "qualifiers", "joined"),
    [
        ("2004-06-11", ("", "", ""), ""),
        ("2004-06-11%", ("%", "%", "%"), "%"),
        ("2004-06~-11", ("~", "~", ""), "~"),
        ("2004?-06-11", ("?", "", ""), "?"),
        ("?2004-06-~11", ("?", "", "~"), "%"),
        ("2004-%06-11", ("", "%", ""), "%"),
        ("2004?-06-~11", ("?", "", "~"), "%"),
        ("2019-08?-08%", ("%", "%", "%"), "%"),
        ("2019~-08?-08~", ("%", "%", "~"), "%"),
        ("?2016-?05~-31", ("%", "%", ""), "%"),
        ("2004-~06?", ("?", "%", ""), "%"),
        ("~1945", ("~", "", ""), "~"),
        ("2001-~23", ("", "~", ""), "~"),
        ("156X-12-~25", ("", "", "~"), "~"),
        ("[2020?,2021-~05]", ("?", "~", ""), "%"),
        ("{2020..2021~}", ("~", "", ""), "~"),
        ("Y170000000", ("", "", ""), ""),
    ],
)
def test_qualifiers_of_parts(text: str, qualifiers: tuple[str, str, str], joined: str) -> None:
    date = ImpreciseDate.parse(text)
    assert date.qualifiers == qualifiers
    assert date.qualifier == joined


def test_a_set_tells_what_its_members_are() -> None:
    assert ImpreciseDate.parse("[2020?,2021]").qualifier == "?"
    assert ImpreciseDate.parse("[2020-22,2020-24]").is_season
    assert ImpreciseDate.parse("{2020-29,2021}").is_season
    assert not ImpreciseDate.parse("{2020-29,2021}").names_no_hemisphere
    assert ImpreciseDate.parse("[2020-21..2020-23]").names_no_hemisphere
    assert ImpreciseDate.parse("[2020-33..2020-23]").names_no_hemisphere
    assert ImpreciseDate.parse("[2020-33..2020-27]").is_season
    assert not ImpreciseDate.parse("[2020-33..2020-36]").is_season
    assert not ImpreciseDate.parse("[2020,2021-33]").is_season
