"""What a text of EDTF says, once it is read."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, Self

__all__ = ["PLAIN", "Detail", "Qualifiers", "Reading", "Sort", "Span", "both", "hull"]

Sort = Literal["", "[", "{"]
"""A single date, a one-of set, or an all-of set."""


class Span(NamedTuple):
    """From the first possible day to the last, both counted in; either may be infinite."""

    first: float
    last: float


def both(one: str, other: str) -> str:
    """
    The qualifier of what has two: both uncertain and approximate is ``%``.

    >>> both("?", ""), both("?", "~")
    ('?', '%')
    """
    return one if one == other or not other else other if not one else "%"


class Qualifiers(NamedTuple):
    """
    The qualifier of each part of a date: ``?`` uncertain, ``~`` approximate, ``%`` both, or nothing.

    One to the right of a part also covers the parts to its left; one to the left covers that part alone (EDTF,
    level 2). A season stands where the month does.
    """

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def joined(self) -> str:
        """The one qualifier that stands for all parts."""
        return both(both(self.year, self.month), self.day)

    def and_those(self, other: Self) -> "Qualifiers":
        """Part by part, what either has."""
        return Qualifiers(*map(both, self, other))


class Detail(NamedTuple):
    """What a text says beyond its first and last day; nothing for a plain year, month or day."""

    qualifiers: Qualifiers = Qualifiers()
    """It never widens the span."""
    season: int = 0
    """The code of a season or another grouping of months, 21 to 41."""
    southern: Span | None = None
    """The span in the southern hemisphere, of a season that does not say which one it means."""
    mask: tuple[str, str | None, str | None] | None = None
    """Year, month and day as written, where ``X`` stands for a digit that is not specified."""
    estimate: int | None = None
    """The year that is given to so many significant digits."""
    minute: int | None = None
    """For an instant with an offset, its minute in UTC, counted from the midnight before day 0."""
    sort: Sort = ""
    """Whether it is a set, and of which sort."""
    parts: "tuple[Reading, ...]" = ()
    """The members of a set."""
    every: bool = False
    """Whether it is a range of days in an all-of set, so that each of its days is meant."""


PLAIN: Final = Detail()


class Reading(NamedTuple):
    """What a text of EDTF says."""

    span: Span
    """The first and the last day that it allows; seasons are northern."""
    detail: Detail

    @property
    def southern(self) -> Span:
        """The span where seasons that do not say their hemisphere are southern."""
        return self.detail.southern or self.span


def hull(spans: Iterable[Span]) -> Span:
    """From the first day of any span to the last day of any."""
    firsts, lasts = zip(*spans, strict=True)
    return Span(min(firsts), max(lasts))
