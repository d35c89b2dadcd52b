"""
Days as whole numbers, over any year.

Day 1 is 1 January of the year 1, as in ``datetime.date.toordinal``; the calendar is the proleptic Gregorian one of
ISO 8601 with astronomical years (the year 0 exists). The conversion is the one that Howard Hinnant published in
"chrono-Compatible Low-Level Date Algorithms" (2013). A bound that lies nowhere is plus or minus infinity.
"""

import math
from typing import Final

import pendulum

__all__ = ["FOREVER", "NEVER", "civil", "day_of", "days_in_month", "is_leap", "iso", "to_date"]

NEVER: Final = -math.inf
"""Before every day."""
FOREVER: Final = math.inf
"""After every day."""

_FIRST: Final = 1
_LAST: Final = 3_652_059  # 9999-12-31, the last day of the standard library's calendar
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == _FEBRUARY and is_leap(year) else _LENGTHS[month - 1]


def day_of(year: int, month: int, day: int) -> int:
    """
    The number of a day.

    >>> day_of(1, 1, 1), day_of(2026, 1, 17), day_of(-44, 3, 15)
    (1, 739633, -16362)
    """
    shifted = year - (month <= _FEBRUARY)
    era = shifted // 400
    of_era = shifted - era * 400
    of_year = (153 * (month + (-3 if month > _FEBRUARY else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def civil(number: int) -> tuple[int, int, int]:
    """
    The year, month and day of a day's number, the inverse of :func:`day_of`.

    >>> civil(739_633)
    (2026, 1, 17)
    """
    shifted = number + 305
    era = shifted // 146_097
    of_era = shifted - era * 146_097
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    fifth = (5 * of_year + 2) // 153
    month = fifth + 3 if fifth < 10 else fifth - 9
    return year_of_era + era * 400 + (month <= _FEBRUARY), month, of_year - (153 * fifth + 2) // 5 + 1


def iso(number: int) -> str:
    """
    A day in ISO 8601, with the year in EDTF's form.

    >>> iso(day_of(2026, 1, 17)), iso(day_of(-44, 3, 15)), iso(day_of(12000, 1, 1))
    ('2026-01-17', '-0044-03-15', 'Y12000-01-01')
    """
    year, month, day = civil(number)
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    return f"{'Y' if abs(year) > 9999 else ''}{written}-{month:02}-{day:02}"


def to_date(bound: float) -> pendulum.Date | None:
    """
    A bound as a pendulum date; ``None`` where it is infinite or outside the years 1 to 9999.

    >>> to_date(739633)
    Date(2026, 1, 17)
    """
    if not _FIRST <= bound <= _LAST:
        return None
    return pendulum.Date.fromordinal(int(bound))
