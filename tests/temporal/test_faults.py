import contextlib
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.errors import InvalidDate
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.testing import imprecise_dates


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


def refusal(read: Callable[[str], object], text: str) -> InvalidDate | None:
    """The error that a text gets, if it gets one; nothing else may be raised."""
    try:
        read(text)
    except InvalidDate as error:
        return error
    return None


@given(st.text("0123469XXYES-?~%[]{}.,/T:Z+ u(\u0661", max_size=45) | st.text(max_size=20))
def test_a_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, it is a date or the error of one, which names a character of the text or its end."""
    for read in (ImpreciseDate.parse, Period.parse):
        if error := refusal(read, text):
            assert error.text == text
            assert error.position is None or 0 <= error.position <= len(text)


@given(imprecise_dates(), st.data())
def test_a_date_cut_short_is_read_or_refused_with_a_place(date: ImpreciseDate, data: st.DataObject) -> None:
    """The start of a date is a date itself, or lacks something at its end at the latest."""
    cut = date.text[: data.draw(st.integers(min_value=0, max_value=len(date.text)))]
    if error := refusal(ImpreciseDate.parse, cut):
        assert error.position is not None
        assert error.position <= len(cut)
