"""
Seasons, quarters and the other groupings of months that EDTF numbers from 21 to 41.

The specification names them and leaves their months open. Seasons are taken as meteorologists do, by whole months; one
that begins in December runs into the next year. Quarters, quadrimesters and semestrals (33 to 41) count from January.
"""

from enum import StrEnum
from typing import Final

from oirmodel.temporal.days import day_of, days_in_month
from oirmodel.temporal.reading import Span

__all__ = ["GROUPINGS", "Hemisphere", "grouping_span", "is_season", "southern"]


class Hemisphere(StrEnum):
    """Where on Earth a season without a hemisphere of its own (21 to 24) is meant to be."""

    NORTHERN = "northern"
    """Spring is March to May."""
    SOUTHERN = "southern"
    """Spring is September to November."""


GROUPINGS: Final = {
    21: (3, 5),  # spring, summer, autumn, winter, wherever the reader stands; in the north unless that is said
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    25: (3, 5),  # the same, northern
    26: (6, 8),
    27: (9, 11),
    28: (12, 2),
    29: (9, 11),  # the same, southern
    30: (12, 2),
    31: (3, 5),
    32: (6, 8),
    33: (1, 3),  # quarters
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),  # quadrimesters
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),  # semestrals
    41: (7, 12),
}
"""The first and the last month of each."""


def is_season(code: int) -> bool:
    """Whether it is a season, and not a quarter or the like."""
    return 21 <= code <= 32


def southern(code: int) -> int:
    """The code of the same season in the southern hemisphere, for one that does not say its own."""
    return code + 8 if code <= 24 else code


def grouping_span(low: int, high: int, code: int) -> Span:
    """
    From the first day of a grouping in one year to its last day in another year, or the same.

    >>> grouping_span(2023, 2023, 24) == (day_of(2023, 12, 1), day_of(2024, 2, 29))
    True
    """
    first, last = GROUPINGS[code]
    ends = high + (last < first)
    return Span(day_of(low, first, 1), day_of(ends, last, days_in_month(ends, last)))
