"""
Reading the Extended Date/Time Format, all of its levels 0, 1 and 2.

EDTF is part of ISO 8601-2:2019; the text followed here is the Library of Congress's specification of 4 February 2019.
An interval is a period and is read there. Where the specification leaves room, the explanation of EDTF in the
documentation says what was decided, and why.
"""

import datetime as dt
import re
from typing import Final

from oirmodel.errors import InvalidDate
from oirmodel.temporal.days import FOREVER, NEVER, day_of, days_in_month, is_leap
from oirmodel.temporal.faults import LONGEST_YEAR, explained
from oirmodel.temporal.grammar import DATE, LONG_YEAR, ROUNDED_YEAR, TIME
from oirmodel.temporal.masks import completed, year_limits
from oirmodel.temporal.reading import PLAIN, Detail, Qualifiers, Reading, Sort, Span, both, hull
from oirmodel.temporal.seasons import GROUPINGS, grouping_span, southern

__all__ = ["LONGEST_DATE", "read", "read_plain"]

LONGEST_DATE: Final = 40
"""No date, but for a set of several, has more characters."""
_LONGEST: Final = 2_000
_CLOSING: Final = {"[": "]", "{": "}"}
_MINUTES_A_DAY: Final = 1440
_from_iso: Final = dt.date.fromisoformat
_made: Final = tuple.__new__  # half the time of calling a named tuple's class, which tells on millions of days


def read_plain(text: str) -> Span | None:
    """
    The span of a day, month or year of the years 1 to 9999, by far the most frequent forms; ``None`` for any other.

    >>> read_plain("2026-01-17"), read_plain("2026-01-XX")
    (Span(first=739633, last=739633), None)
    """
    size = len(text)
    try:
        if size == 10:
            if text[4] == "-" == text[7]:  # the standard library also reads weeks
                day = _from_iso(text).toordinal()
                return _made(Span, (day, day))
            return None
        if size == 7 and text[4] == "-":
            month = _from_iso(f"{text}-01")
            first = month.toordinal()
            return Span(first, first + days_in_month(month.year, month.month) - 1)
        if size == 4:
            year = _from_iso(f"{text}-01-01")
            first = year.toordinal()
            return Span(first, first + 364 + is_leap(year.year))
    except ValueError:
        pass
    return None


def read(text: str) -> Reading:
    """Read one date, season, date-time or set; raises :class:`~oirmodel.errors.InvalidDate`."""
    if len(text) > _LONGEST:
        raise InvalidDate(text, f"longer than {_LONGEST:,} characters")
    if text[:1] == "[":
        return _read_set(text, "[")
    if text[:1] == "{":
        return _read_set(text, "{")
    return _read_single(text, text, 0)


def _read_single(part: str, whole: str, at: int) -> Reading:
    """Read one date that begins at some character of the whole text, where an error will say that it is."""
    if (plain := read_plain(part)) is not None:
        return Reading(plain, PLAIN)
    if len(part) > LONGEST_DATE:
        raise InvalidDate(whole, f"no date has more than {LONGEST_DATE} characters", at)
    if found := DATE.fullmatch(part):
        return _read_date(found, whole, at)
    if found := LONG_YEAR.fullmatch(part):
        return _read_long_year(found, whole, at)
    if found := ROUNDED_YEAR.fullmatch(part):
        return _read_rounded_year(found, whole, at)
    if found := TIME.fullmatch(part):
        return _read_time(found, whole, at)
    raise explained(part, whole, at)


def _read_date(found: re.Match[str], whole: str, at: int) -> Reading:
    before_year, year, after_year, before_month, month, after_month, before_day, day, after_day = found.groups("")
    qualifiers = Qualifiers()
    if before_year or after_year or before_month or after_month or before_day or after_day:
        of_month = both(after_month, after_day)
        qualifiers = Qualifiers(
            both(both(before_year, after_year), of_month),
            both(before_month, of_month),
            both(before_day, after_day),
        )
    if year == "-0000":
        raise InvalidDate(whole, "the year zero is written '0000'", at + found.start("year"))
    masked = "X" in year or "X" in month or "X" in day
    mask = (year, month or None, day or None) if masked else None
    if month and "X" not in month and int(month) in GROUPINGS:
        if day:
            raise InvalidDate(whole, "a season has no days", at + found.start("day"))
        code, (low, high) = int(month), year_limits(year)
        in_south = grouping_span(low, high, southern(code)) if southern(code) != code else None
        return Reading(grouping_span(low, high, code), Detail(qualifiers, code, in_south, mask))
    if masked:
        span = completed(year, month or None, day or None)
        if isinstance(span, str):
            raise InvalidDate(whole, span, at + found.start("month" if span.startswith("there is no month") else "day"))
        return Reading(span, Detail(qualifiers, mask=mask))
    return Reading(_read_parts(found, whole, at), Detail(qualifiers))


def _read_parts(found: re.Match[str], whole: str, at: int) -> Span:
    """The span of a year, month or day of which every digit is given."""
    year, month, day = int(found["year"]), found["month"], found["day"]
    if month is None:
        return Span(day_of(year, 1, 1), day_of(year, 12, 31))
    if not 1 <= int(month) <= 12:
        raise InvalidDate(whole, f"there is no month {month}", at + found.start("month"))
    length = days_in_month(year, int(month))
    if day is None:
        return Span(day_of(year, int(month), 1), day_of(year, int(month), length))
    if not 1 <= int(day) <= length:
        raise InvalidDate(whole, f"that month has no day {day}", at + found.start("day"))
    number = day_of(year, int(month), int(day))
    return Span(number, number)


def _read_long_year(found: re.Match[str], whole: str, at: int) -> Reading:
    sign, digits, exponent, sure = found.group("sign", "digits", "exponent", "sure")
    if exponent is None and len(digits) < 5:
        raise InvalidDate(whole, f"a year of four digits has no 'Y': '{sign}{digits:0>4}'", at)
    if len(digits) > LONGEST_YEAR:
        raise InvalidDate(whole, f"no year of more than {LONGEST_YEAR} digits is read", at + found.start("digits"))
    if exponent is not None and (len(exponent) > 2 or len(digits) + int(exponent) > LONGEST_YEAR):
        raise InvalidDate(
            whole, f"the exponent makes a year of more than {LONGEST_YEAR} digits", at + found.start("exponent")
        )
    return _of_year(sign, digits + "0" * int(exponent or 0), sure)


def _read_rounded_year(found: re.Match[str], whole: str, at: int) -> Reading:
    sign, digits, sure = found.group("sign", "digits", "sure")
    if sign and digits == "0000":
        raise InvalidDate(whole, "the year zero is written '0000'", at)
    return _of_year(sign, digits, sure)


def _of_year(sign: str, digits: str, sure: str | None) -> Reading:
    """The years that begin with the same significant digits; with none said, the year itself."""
    number = int(digits)
    unit = 10 ** (len(digits) - min(int(sure), len(digits))) if sure else 1
    low = number // unit * unit
    high = low + unit - 1
    if sign:
        number, low, high = -number, -high, -low
    return Reading(Span(day_of(low, 1, 1), day_of(high, 12, 31)), Detail(estimate=number if sure else None))


def _read_time(found: re.Match[str], whole: str, at: int) -> Reading:
    day = _read_single(found["date"], whole, at).span
    hour, minute, second = (int(each) for each in found.group("hour", "minute", "second"))
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        raise InvalidDate(whole, "a time of day runs from 00:00:00 to 24:00:00", at + found.start("hour"))
    if not found["offset"]:
        return Reading(day, PLAIN)
    offset = 0
    if found["sign"]:
        offset = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        if (found["minutes"] and int(found["minutes"]) > 59) or (found["sign"] == "-" and offset == 0):
            raise InvalidDate(whole, "an offset is written as 'Z', '+03' or '-03:30'", at + found.start("offset"))
        offset = -offset if found["sign"] == "-" else offset
        if not -12 * 60 <= offset <= 14 * 60:
            raise InvalidDate(whole, "an offset lies between -12:00 and +14:00", at + found.start("offset"))
    return Reading(day, Detail(minute=int(day.first) * _MINUTES_A_DAY + hour * 60 + minute - offset))


def _read_set(text: str, sort: Sort) -> Reading:
    name, closing = ("a one-of set" if sort == "[" else "an all-of set"), _CLOSING[sort]
    if text[-1] != closing:
        raise InvalidDate(text, f"{name} ends with '{closing}'", len(text) - (text[-1] in _CLOSING.values()))
    if " " in text:
        raise InvalidDate(text, "a set has no spaces", text.index(" "))
    if len(text) == 2:
        raise InvalidDate(text, "a set has at least one member", 1)
    written = text[1:-1].split(",")
    parts, at = [], 1
    for index, part in enumerate(written):
        parts.append(_read_member(part, text, at, sort, (index == 0, index == len(written) - 1)))
        at += len(part) + 1
    qualifiers = Qualifiers()
    for each in parts:
        qualifiers = qualifiers.and_those(each.detail.qualifiers)
    span, in_south = hull(each.span for each in parts), hull(each.southern for each in parts)
    detail = Detail(qualifiers, southern=in_south if in_south != span else None, sort=sort, parts=tuple(parts))
    return Reading(span, detail)


def _read_member(part: str, whole: str, at: int, sort: Sort, place: tuple[bool, bool]) -> Reading:
    """Read a date of a set, or a range; the place says whether it is the first and whether it is the last member."""
    first, dots, last = part.partition("..")
    if not dots:
        return _read_date_of_set(part, whole, at)
    if not first and not last:
        raise InvalidDate(whole, "a range in a set has a date on one side at least", at)
    if (not first and not place[0]) or (not last and not place[1]):
        raise InvalidDate(whole, "only the first member of a set may have no beginning, and only the last no end", at)
    after = at + len(first) + 2
    low = _read_date_of_set(first, whole, at) if first else Reading(Span(NEVER, NEVER), PLAIN)
    high = _read_date_of_set(last, whole, after) if last else Reading(Span(FOREVER, FOREVER), PLAIN)
    precision = _precision(last or first, high if last else low)
    if first and last and _precision(first, low) != precision:
        raise InvalidDate(whole, "a range in a set has the same precision on both sides", after)
    if low.span.first > high.span.last:
        raise InvalidDate(whole, "a range in a set ends no earlier than it starts", after)
    span = Span(low.span.first, high.span.last)
    # Autumn to spring of one year, in that order, is spring to autumn in the south: what lies between them stays.
    turned = hull((low.southern, high.southern))
    exact = low.span.first == low.span.last and high.span.first == high.span.last
    return Reading(
        span,
        Detail(
            low.detail.qualifiers.and_those(high.detail.qualifiers),
            min(filter(None, (low.detail.season, high.detail.season)), default=0),
            turned if low.detail.southern or high.detail.southern else None,
            every=sort == "{" and precision == (2, False) and exact,
        ),
    )


def _read_date_of_set(part: str, whole: str, at: int) -> Reading:
    reading = _read_single(part, whole, at)
    if "T" in part:
        raise InvalidDate(whole, "a set has no times of day", at + part.index("T"))
    return reading


def _precision(part: str, reading: Reading) -> tuple[int, bool]:
    """How many parts follow the year, and whether the one is a season or the like."""
    return part.lstrip("?~%Y-").count("-"), reading.detail.season > 0
