"""
Unspecified digits: which days a date with an ``X`` in it may be.

A completion counts only where the calendar has it: ``156X-02-29`` is 29 February of 1560, 1564 or 1568. A completion of
a month is one of the twelve, never a season; the year 0 has no sign, so that it completes ``XXXX`` and not ``-XXXX``.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from oirmodel.temporal.days import civil, day_of, days_in_month, is_leap
from oirmodel.temporal.reading import Span
from oirmodel.temporal.seasons import GROUPINGS, grouping_span, southern

__all__ = ["allows", "completed", "year_limits"]

_LEAP_YEAR: Final = 2000
_LEAP_DAY: Final = (2, 29)


def year_limits(year: str) -> tuple[int, int]:
    """
    The first and the last year that a mask of four digits may be.

    >>> year_limits("201X"), year_limits("-00XX")
    ((2010, 2019), (-99, -1))
    """
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if year[0] != "-":
        return low, high
    return high, low or -(10 ** (len(year) - 1 - year.rindex("X")))


@lru_cache(maxsize=1024)
def _months(month: str) -> tuple[int, ...]:
    return tuple(each for each in range(1, 13) if _fits(month, f"{each:02}"))


@lru_cache(maxsize=1024)
def _days(month: str, day: str) -> tuple[tuple[int, int], ...]:
    """The months and days of a leap year that two masks may be, in their order."""
    return tuple(
        (each, number)
        for each in _months(month)
        for number in range(1, days_in_month(_LEAP_YEAR, each) + 1)
        if _fits(day, f"{number:02}")
    )


def completed(year: str, month: str | None, day: str | None) -> Span | str:
    """
    The first and the last day that a date with unspecified digits may be, or what the calendar lacks for it.

    >>> completed("156X", "02", "29") == (day_of(1560, 2, 29), day_of(1568, 2, 29))
    True
    >>> completed("2019", "02", "3X")
    'no month that fits has a day 3X'
    """
    low, high = year_limits(year)
    if month is None:
        return Span(day_of(low, 1, 1), day_of(high, 12, 31))
    months = _months(month)
    if not months:
        return f"there is no month {month}"
    if day is None:
        return Span(day_of(low, months[0], 1), day_of(high, months[-1], days_in_month(high, months[-1])))
    days = _days(month, day)
    if not days:
        return f"no month that fits has a day {day}"
    if days == (_LEAP_DAY,):
        return _leap_days(year) or "no year that fits has a 29 February"
    first = days[1] if days[0] == _LEAP_DAY and not is_leap(low) else days[0]
    last = days[-2] if days[-1] == _LEAP_DAY and not is_leap(high) else days[-1]
    return Span(day_of(low, *first), day_of(high, *last))


@lru_cache(maxsize=1024)
def _leap_days(year: str) -> Span | None:
    if year[-1] in "13579":  # no leap year is odd, and a thousand of them need not be tried
        return None
    first = next(_leap_years(year, "0123456789"), None)
    last = next(_leap_years(year, "9876543210"), None)
    if first is None or last is None:
        return None
    low, high = sorted((first, last))
    return Span(day_of(low, *_LEAP_DAY), day_of(high, *_LEAP_DAY))


def _leap_years(year: str, order: str) -> Iterator[int]:
    signed = year[0] == "-"
    for digits in product(*(order if each == "X" else each for each in year.lstrip("-"))):
        number = int("".join(digits))
        if is_leap(number) and (number or not signed):
            yield -number if signed else number


def _fits(mask: str, written: str) -> bool:
    return len(mask) == len(written) and all(wanted in ("X", has) for wanted, has in zip(mask, written, strict=True))


def _fits_year(mask: str, year: int) -> bool:
    return _fits(mask, f"{'-' if year < 0 else ''}{abs(year):04}")


def allows(mask: tuple[str, str | None, str | None], number: int, *, in_south: bool) -> bool:
    """
    Whether a day is a completion of a mask, or lies in one.

    >>> allows(("2018", "XX", "05"), day_of(2018, 3, 5), in_south=False)
    True
    >>> allows(("2018", "XX", "05"), day_of(2018, 3, 6), in_south=False)
    False
    """
    of_year, of_month, of_day = mask
    year, month, day = civil(number)
    if of_month is not None and "X" not in of_month and (code := int(of_month)) in GROUPINGS:
        code = southern(code) if in_south else code
        spans = (grouping_span(each, each, code) for each in (year - 1, year) if _fits_year(of_year, each))
        return any(first <= number <= last for first, last in spans)
    return (
        _fits_year(of_year, year)
        and (of_month is None or _fits(of_month, f"{month:02}"))
        and (of_day is None or _fits(of_day, f"{day:02}"))
    )
