"""
Reading the Extended Date/Time Format: levels 0 and 1, and one-of sets.

EDTF is part of ISO 8601-2:2019; the text followed here is the Library of Congress's specification of February 2019.
The rest of level 2 is recognised and refused, so that nothing is misread.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from oirmodel.errors import InvalidDate
from oirmodel.temporal.days import FOREVER, NEVER, day_of, days_in_month

__all__ = ["Reading", "Span", "read"]

_LONGEST: Final = 2_000
_LONGEST_MEMBER: Final = 40
_LONGEST_YEAR: Final = 15  # digits; a day number then stays exact even as a float

_DATE: Final = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX))"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<qualifier>[?~%])?"
)
_LONG_YEAR: Final = re.compile(r"Y(?P<year>-?[1-9]\d{4,})")
_TIME: Final = re.compile(
    r"(?P<date>-?\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
    r"(?P<offset>Z|(?P<sign>[+-])(?P<hours>\d\d)(?::(?P<minutes>\d\d))?)?"
)
_LEVEL_2: Final = (
    (re.compile(r"\{[^\[\]]*\}"), "an all-of set"),
    (re.compile(r"Y?-?\d+(?:E\d+)?S\d+"), "significant digits"),
    (re.compile(r"Y-?\d+E\d+"), "an exponential year"),
    (re.compile(r"-?\d{4}-(?:2[5-9]|3\d|4[01])[?~%]?"), "a sub-year grouping beyond 24"),
    (re.compile(r"[?~%]?-?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){0,2}"), "qualified or unspecified parts of a date"),
)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # northern, by meteorological months
_MONTHS: Final = 12
_DECEMBER: Final = 12
_MINUTES_A_DAY: Final = 1440


class Span(NamedTuple):
    """From the first possible day to the last, both counted in; either may be infinite."""

    first: float
    last: float


class Reading(NamedTuple):
    """What a text of EDTF says."""

    span: Span
    """The first and the last day that it allows."""
    qualifier: str = ""
    """``?`` uncertain, ``~`` approximate, ``%`` both; it never widens the span."""
    season: bool = False
    """Whether it is a season, read as northern, by meteorological months."""
    minute: int | None = None
    """For an instant with an offset, its minute in UTC, counted from the midnight before day 0."""
    members: tuple[Span, ...] = ()
    """The members of a one-of set."""


def read(text: str) -> Reading:
    """Read one date, season, date-time or one-of set; raises :class:`~oirmodel.errors.InvalidDate`."""
    if len(text) > _LONGEST:
        raise InvalidDate(text, f"longer than {_LONGEST:,} characters")
    if text.startswith("["):
        return _read_one_of(text)
    return _read_single(text, text)


def _read_single(part: str, whole: str) -> Reading:
    if len(part) > _LONGEST_MEMBER:
        raise InvalidDate(whole, f"no date has more than {_LONGEST_MEMBER} characters")
    if not part.isascii():
        raise InvalidDate(whole, "EDTF is written in ASCII")
    if found := _DATE.fullmatch(part):
        return _read_date(found, whole)
    if found := _LONG_YEAR.fullmatch(part):
        return _read_long_year(found, whole)
    if found := _TIME.fullmatch(part):
        return _read_time(found, whole)
    for pattern, name in _LEVEL_2:
        if pattern.fullmatch(part):
            raise InvalidDate(whole, f"{name}: of level 2, only one-of sets are read so far")
    if "/" in part:
        raise InvalidDate(whole, "an interval stands in a period, as its start and its end")
    raise InvalidDate(whole, "expected a form such as '2026', '2026-01', '2026-01-17', '201X' or '[..2026-01-17]'")


def _read_date(found: re.Match[str], whole: str) -> Reading:
    year, month, day, qualifier = found.group("year", "month", "day", "qualifier")
    qualifier = qualifier or ""
    if year == "-0000":
        raise InvalidDate(whole, "the year zero is written '0000'")
    if "X" in year:
        if month is not None:
            raise InvalidDate(whole, "a month in an unspecified year: of level 2, only one-of sets are read so far")
        low, high = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
        return Reading(Span(day_of(low, 1, 1), day_of(high, 12, 31)), qualifier)
    number = int(year)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise InvalidDate(whole, "a day in an unspecified month: of level 2, only one-of sets are read so far")
        return Reading(Span(day_of(number, 1, 1), day_of(number, 12, 31)), qualifier)
    return _read_month(number, int(month), day, qualifier, whole)


def _read_month(year: int, month: int, day: str | None, qualifier: str, whole: str) -> Reading:
    if month in _SEASONS:
        if day is not None:
            raise InvalidDate(whole, "a season has no days")
        first, last = _SEASONS[month]
        ends = year + (last < first)
        span = Span(day_of(year, first, 1), day_of(ends, last, days_in_month(ends, last)))
        return Reading(span, qualifier, season=True)
    if not 1 <= month <= _MONTHS:
        if 25 <= month <= 41 and day is None:
            raise InvalidDate(whole, "a sub-year grouping beyond 24: of level 2, only one-of sets are read so far")
        raise InvalidDate(whole, f"there is no month {month:02}")
    length = days_in_month(year, month)
    if day is None or day == "XX":
        return Reading(Span(day_of(year, month, 1), day_of(year, month, length)), qualifier)
    if not 1 <= int(day) <= length:
        raise InvalidDate(whole, f"that month has no day {day}")
    number = day_of(year, month, int(day))
    return Reading(Span(number, number), qualifier)


def _read_long_year(found: re.Match[str], whole: str) -> Reading:
    if len(found["year"]) > _LONGEST_YEAR:
        raise InvalidDate(whole, f"no year of more than {_LONGEST_YEAR} characters is read")
    year = int(found["year"])
    return Reading(Span(day_of(year, 1, 1), day_of(year, 12, 31)))


def _read_time(found: re.Match[str], whole: str) -> Reading:
    day = _read_single(found["date"], whole).span
    hour, minute, second = (int(each) for each in found.group("hour", "minute", "second"))
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        raise InvalidDate(whole, "a time of day runs from 00:00:00 to 24:00:00")
    if not found["offset"]:
        return Reading(day)
    offset = 0
    if found["sign"]:
        offset = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        if (found["minutes"] and int(found["minutes"]) > 59) or (found["sign"] == "-" and offset == 0):
            raise InvalidDate(whole, "an offset is written as 'Z', '+03' or '-03:30'")
        offset = -offset if found["sign"] == "-" else offset
        if not -12 * 60 <= offset <= 14 * 60:
            raise InvalidDate(whole, "an offset lies between -12:00 and +14:00")
    return Reading(day, minute=int(day.first) * _MINUTES_A_DAY + hour * 60 + minute - offset)


def _read_one_of(text: str) -> Reading:
    if not text.endswith("]"):
        raise InvalidDate(text, "a one-of set ends with ']'")
    if " " in text:
        raise InvalidDate(text, "a set has no spaces")
    if text == "[]":
        raise InvalidDate(text, "a set has at least one member")
    parts = text[1:-1].split(",")
    members = tuple(
        _read_member(part, text, opens=index == 0, closes=index == len(parts) - 1) for index, part in enumerate(parts)
    )
    spans = tuple(each.span for each in members)
    return Reading(
        Span(min(each.first for each in spans), max(each.last for each in spans)),
        qualifier=_joined(each.qualifier for each in members),
        season=any(each.season for each in members),
        members=spans,
    )


def _joined(qualifiers: Iterable[str]) -> str:
    """The qualifier of what has several: both uncertain and approximate is ``%``."""
    found = set(qualifiers) - {""}
    return found.pop() if len(found) == 1 else "%" if found else ""


def _read_member(part: str, whole: str, *, opens: bool, closes: bool) -> Reading:
    first, dots, last = part.partition("..")
    if not dots:
        return _member_date(part, whole)
    if not first and not last:
        raise InvalidDate(whole, "a range in a set has a date on one side at least")
    if (not first and not opens) or (not last and not closes):
        raise InvalidDate(whole, "only the first member of a set may have no beginning, and only the last no end")
    low = _member_date(first, whole) if first else Reading(Span(NEVER, NEVER))
    high = _member_date(last, whole) if last else Reading(Span(FOREVER, FOREVER))
    if first and last and first.count("-", 1) != last.count("-", 1):
        raise InvalidDate(whole, "a range in a set has the same precision on both sides")
    if low.span.first > high.span.last:
        raise InvalidDate(whole, "a range in a set ends no earlier than it starts")
    qualifier = _joined((low.qualifier, high.qualifier))
    return Reading(Span(low.span.first, high.span.last), qualifier, season=low.season or high.season)


def _member_date(part: str, whole: str) -> Reading:
    reading = _read_single(part, whole)
    if "T" in part:
        raise InvalidDate(whole, "a set has no times of day")
    return reading
