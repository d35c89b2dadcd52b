"""
Conformance with EDTF, on the texts that the suites of other libraries agree on.

``lower_strict`` and ``upper_strict`` are the first and the last possible day; seasons are northern, by meteorological
months; ``start`` and ``end`` are those of the two sides of an interval.
"""

import contextlib
import datetime as dt
import json
import time
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


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2026-01-17", "2026-01-17"),
        ("..", ".."),
        ("?2004", "2004?"),
        ("?2004-?06-?11", "2004-06-11?"),
        ("~2004-~06-11", "2004-06~-11"),
        ("?2004-06-~11", "2004?-06-~11"),
        ("?2004-?06-~11", "2004-06?-~11"),
        ("2004-?06-?11", "2004-?06-?11"),
        ("~156X-~02-~29", "156X-02-29~"),
        ("Y17E7", "Y170000000"),
        ("Y-17E7S3", "Y-170000000S3"),
        ("Y20E2", "2000"),
        ("Y-20E2S3", "-2000S3"),
        ("Y5E1S1", "0050S3"),
        ("1950S7", "1950S4"),
        ("-0024S2", "-0024S2"),
        ("1985-04-12T23:20:30+04", "1985-04-12T23:20:30+04:00"),
        ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z"),
        ("1985-04-12T23:20:30-03:30", "1985-04-12T23:20:30-03:30"),
        ("1985-04-12T23:20:30", "1985-04-12T23:20:30"),
        ("[?2020..2021]", "[2020?..2021]"),
        ("{..?2020,Y2E3,2030..}", "{..2020?,2000,2030..}"),
    ],
)
def test_canonical(text: str, canonical: str) -> None:
    assert ImpreciseDate.parse(text).canonical() == ImpreciseDate.parse(canonical)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 2001, "longer than 2,000 characters"),
        ("2" * 41, "no date has more than 40 characters, at character 1"),
        ("[2026," + "2" * 41 + "]", "no date has more than 40 characters, at character 7"),
        ("٢٠٢٦", "EDTF is written in ASCII, at character 1"),
        ("٢٠٢٦-٠١-١٧", "EDTF is written in ASCII, at character 1"),
        ("2026-0１", "EDTF is written in ASCII, at character 7"),
        ("[٢٠٢٦]", "EDTF is written in ASCII, at character 2"),
        ("2026\n", "EDTF has no control characters, at character 5"),
        ("2026-01-17\x00", "EDTF has no control characters, at character 11"),
        ("2026-W03-1", "expected a month of two digits, such as '01', '21' or 'XX', at character 6"),
        ("2026017", "a year of more than four digits starts with 'Y', at character 5"),
        (
            "+2026-01",
            "expected a year of four digits, such as '2026' or '201X', or 'Y' and a longer one, at character 1",
        ),
        ("-0000", "the year zero is written '0000', at character 1"),
        ("-0000-01", "the year zero is written '0000', at character 1"),
        ("-0000S2", "the year zero is written '0000', at character 1"),
        ("[2020,-0000]", "the year zero is written '0000', at character 7"),
        ("2018-21-05", "a season has no days, at character 9"),
        ("2018-33-XX", "a season has no days, at character 9"),
        ("2018-42", "there is no month 42, at character 6"),
        ("2018-00", "there is no month 00, at character 6"),
        ("2018-2X", "there is no month 2X, at character 6"),
        ("2018-4X-01", "there is no month 4X, at character 6"),
        ("201X-13", "there is no month 13, at character 6"),
        ("2018-02-29", "that month has no day 29, at character 9"),
        ("2018-02-3X", "no month that fits has a day 3X, at character 9"),
        ("201X-02-30", "no month that fits has a day 30, at character 9"),
        ("2018-XX-00", "no month that fits has a day 00, at character 9"),
        ("20X1-02-29", "no year that fits has a 29 February, at character 9"),
        ("XX01-02-29", "no year that fits has a 29 February, at character 9"),
        ("-X100-02-29", "no year that fits has a 29 February, at character 10"),
        ("2018?~", "one qualifier at most stands on a side of a part; both '?' and '~' is '%', at character 6"),
        ("2018-05-01?-", "expected 'T' and a time of day, or the end, at character 12"),
        ("2018-05-01?T10:00:00Z", "the end: a time of day needs a day without a qualifier, at character 12"),
        ("2018-05-XXT10:00:00Z", "the end: a time of day needs a day that is wholly specified, at character 11"),
        ("2018-1", "expected a month of two digits, such as '01', '21' or 'XX', at character 7"),
        ("2018-10-1", "expected a day of two digits, such as '17' or 'XX', at character 10"),
        ("2018-10-", "expected a day of two digits, such as '17' or 'XX', at character 9"),
        ("2018-", "expected a month of two digits, such as '01', '21' or 'XX', at character 6"),
        ("2018~.", "expected '-' and a month, or the end, at character 6"),
        ("2018-10~.", "expected '-' and a day, or the end, at character 9"),
        ("2018-10-10-10", "expected 'T' and a time of day, or the end, at character 11"),
        ("18uu", "a digit that is not specified is written 'X', at character 3"),
        ("y17000", "a year of more than four digits starts with a capital 'Y', at character 1"),
        ("2004-(06)~", "as in '2004-~06', without parentheses, at character 6"),
        ("2018..", "a range stands in a set, as in '[..2026]', and an open end in a period, at character 5"),
        ("Y10000000000000", "no year of more than 13 digits is read, at character 2"),
        ("Y1E13", "the exponent makes a year of more than 13 digits, at character 4"),
        ("Y1E" + "9" * 30, "the exponent makes a year of more than 13 digits, at character 4"),
        ("Y2018", "a year of four digits has no 'Y': '2018', at character 1"),
        ("Y-50", "a year of four digits has no 'Y': '-0050', at character 1"),
        ("Y2018S2", "a year of four digits has no 'Y': '2018', at character 1"),
        ("Y", "expected a year of five digits or more, the first of them not zero, after 'Y', at character 2"),
        ("Y-01", "expected a year of five digits or more, the first of them not zero, after 'Y', at character 3"),
        ("Y17E", "expected a whole number from 1 after 'E', at character 5"),
        ("Y17E0", "expected a whole number from 1 after 'E', at character 5"),
        ("Y17E7S", "expected a whole number from 1 after 'S', at character 7"),
        ("Y17000-05", "a year with 'Y' takes nothing else, at character 7"),
        ("Y17000S3?", "a year with 'Y' takes nothing else, at character 9"),
        ("1950S", "expected a whole number from 1 after 'S', at character 6"),
        ("1950S0", "expected a whole number from 1 after 'S', at character 6"),
        ("1950S2~", "expected the end, at character 7"),
        ("~1950S2", "expected a year without a qualifier, since it has significant digits, at character 1"),
        ("195XS2", "expected '-' and a month, or the end, at character 5"),
        ("2018-05-01T", "expected two digits of the hour, at character 12"),
        ("2018-05-01T1:00:00", "expected two digits of the hour, at character 13"),
        ("2018-05-01T10", "expected ':' and two digits of the minute, at character 14"),
        ("2018-05-01T10:00", "expected ':' and two digits of the second, at character 17"),
        ("2018-05-01T10:00:00.5", "expected 'Z', an offset such as '+03' or '+03:30', or the end, at character 20"),
        ("2018-05-01T10:00:00Z+1", "expected the end after the offset, at character 21"),
        ("2018-05-01T24:00:01Z", "from 00:00:00 to 24:00:00, at character 12"),
        ("2018-05-01T23:60:00Z", "from 00:00:00 to 24:00:00, at character 12"),
        ("2018-05-01T23:00:60Z", "from 00:00:00 to 24:00:00, at character 12"),
        ("2018-05-01T25:00:00Z", "from 00:00:00 to 24:00:00, at character 12"),
        ("2018-05-01T12:00:00+03:60", "an offset is written as 'Z', '+03' or '-03:30', at character 20"),
        ("2018-05-01T12:00:00-00:00", "an offset is written as 'Z', '+03' or '-03:30', at character 20"),
        ("2018-05-01T12:00:00-12:01", "an offset lies between -12:00 and +14:00, at character 20"),
        ("2018-05-01T12:00:00+14:01", "an offset lies between -12:00 and +14:00, at character 20"),
        ("2018-02-30T12:00:00Z", "that month has no day 30, at character 9"),
        ("-0000-02-01T12:00:00Z", "the year zero is written '0000', at character 1"),
        ("2018/2019", "an interval stands in a period, as its start and its end, at character 5"),
        ("[2018", "a one-of set ends with ']', at character 6"),
        ("[", "a one-of set ends with ']', at character 2"),
        ("{", "an all-of set ends with '}', at character 2"),
        ("{2018]", "an all-of set ends with '}', at character 6"),
        ("2018]", "a set stands by itself, from its opening bracket to its closing one, at character 5"),
        ("[[2018]]", "a set stands by itself, from its opening bracket to its closing one, at character 2"),
        ("[2018]?", "a one-of set ends with ']', at character 8"),
        ("[]", "a set has at least one member, at character 2"),
        ("{}", "a set has at least one member, at character 2"),
        ("[2018, 2019]", "a set has no spaces, at character 7"),
        ("[..]", "a date on one side at least, at character 2"),
        (
            "[2018,..2019]",
            "only the first member of a set may have no beginning, and only the last no end, at character 7",
        ),
        (
            "[2018..,2019]",
            "only the first member of a set may have no beginning, and only the last no end, at character 2",
        ),
        ("[2018..2019-05]", "the same precision on both sides, at character 8"),
        ("{2018-05..2019-21}", "the same precision on both sides, at character 11"),
        ("[2019..2018]", "ends no earlier than it starts, at character 8"),
        ("[2018...2019]", "a year of four digits, such as '2026' or '201X', or 'Y' and a longer one, at character 8"),
        (
            "[2018..2019..2020]",
            "a range stands in a set, as in '[..2026]', and an open end in a period, at character 12",
        ),
        ("[2018/2019]", "an interval stands in a period, as its start and its end, at character 6"),
        ("[2018-05-01T12:00:00Z]", "a set has no times of day, at character 12"),
        (
            "[2018,]",
            "expected a year of four digits, such as '2026' or '201X', or 'Y' and a longer one, at character 7",
        ),
        ("now", "expected a year of four digits, such as '2026' or '201X', or 'Y' and a longer one, at character 1"),
        ("", "expected a year of four digits, such as '2026' or '201X', or 'Y' and a longer one, at character 1"),
    ],
    ids=lambda value: value[:30] or "nothing",
)
def test_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        ImpreciseDate.parse(text)
    assert caught.value.reason.endswith(reason)
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1985-01-01/2000-13-01", "there is no month 13, at character 17"),
        ("NONE/", "or 'Y' and a longer one, at character 1"),
        ("2004-06-01/unknown", "or 'Y' and a longer one, at character 12"),
        ("[2018/..", "a one-of set ends with ']', at character 6"),
        ("2018/" + "x" * 2001, "longer than 2,000 characters"),
        ("2019/2018", "it ends before it starts, at character 6"),
        ("2018/2019/2020", "an interval has two parts, start/end, at character 10"),
        ("2018/2019-05-01T10:00:00", "give start and end by themselves, at character 16"),
    ],
)
def test_a_wrong_interval_says_where_in_the_whole(text: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        Period.parse(text)
    assert caught.value.reason.endswith(reason)
    assert caught.value.text == text


def test_a_set_tells_what_its_members_are() -> None:
    assert ImpreciseDate.parse("[2020?,2021]").qualifier == "?"
    assert ImpreciseDate.parse("[2020-22,2020-24]").is_season
    assert ImpreciseDate.parse("{2020-29,2021}").is_season
    assert not ImpreciseDate.parse("{2020-29,2021}").names_no_hemisphere
    assert ImpreciseDate.parse("[2020-21..2020-23]").names_no_hemisphere
    assert not ImpreciseDate.parse("[2020,2021-33]").is_season


@pytest.mark.parametrize(
    "text",
    [
        "[" + ",".join(["XXX1-02-29"] * 180) + "]",
        "[" + ",".join(["XX01-02-29"] * 180) + "]",
        "{" + ",".join(["2020"] * 399) + "}",
        "[" * 2000,
        "Y" + "9" * 39,
        "Y1E" + "9" * 37,
        "1950S" + "9" * 35,
        "?~%" * 13,
        "-" * 40,
        "[" + "." * 1998 + "]",
        "[" + "," * 1998 + "]",
        "9" * 1_000_000,
        "2026-01-17/" * 200_000,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_texts_cost_no_time(text: str) -> None:
    """Each is read or refused in a time that nobody notices, a hundred times what it takes here."""
    started = time.perf_counter()
    for read in (ImpreciseDate.parse, Period.parse):
        with contextlib.suppress(InvalidDate):
            read(text)
    assert time.perf_counter() - started < 0.5
