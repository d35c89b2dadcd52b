"""The four bounds of a period, what they make certain, and what two of them make together."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple, Self

from oirmodel.temporal.days import FOREVER, NEVER, iso
from oirmodel.truth import Truth

__all__ = ["Bounds", "Covered", "Duration", "coverage"]


class Duration(NamedTuple):
    """How many days something lasts, its first and its last day counted in."""

    fewest: float
    """At least so many."""
    most: float
    """At most so many; infinite where nothing limits it."""


class Bounds(NamedTuple):
    """
    A stay that starts on some day of [s1, s2] and ends on some day of [e1, e2], its days counted as whole numbers.

    Any bound may be infinite. Where ``s1`` and ``s2`` are both minus infinity it never began, and where ``e1`` and
    ``e2`` are both infinity it never ends. Bounds as made by :meth:`normalised` satisfy ``s1 <= e1`` and ``s2 <= e2``
    wherever any stay fits them at all.

    Bounds that no stay fits say nothing. Every truth of them is ``MAYBE``, and where they are put together with
    others they count as a stay of which nothing is known.
    """

    s1: float
    s2: float
    e1: float
    e2: float

    def normalised(self) -> Self:
        """The same stays, with bounds that say all they can: a stay ends no earlier than it starts."""
        s1, s2, e1, e2 = self
        return self if s2 <= e2 and e1 >= s1 else type(self)(s1, min(s2, e2), max(e1, s1), e2)

    def known(self) -> "Bounds":
        """The same stays, normalised; where none fits, bounds that allow every stay."""
        return self.normalised() if self.possible else _UNKNOWN

    @property
    def possible(self) -> bool:
        """Whether any stay fits; one that would have to end before it starts does not."""
        # The day after the last, because a stay that never begins, or is over before every day, has no day either.
        return self.s1 <= self.s2 and self.e1 <= self.e2 and self.s1 < self.e2 + 1

    def on(self, day: float) -> Truth:
        """Whether the day lies in it."""
        return self.throughout(day, day)

    def throughout(self, first: float, last: float) -> Truth:
        """Whether every day from the first to the last lies in it."""
        if not self.possible:
            return Truth.MAYBE
        if self.s2 <= first and self.e1 >= last:
            return Truth.YES
        return Truth.of(certain=False, possible=not (self.s1 > first or self.e2 < last))

    def during(self, first: float, last: float) -> Truth:
        """Whether some day from the first to the last lies in it."""
        if not self.possible:
            return Truth.MAYBE
        if self.s2 <= last and self.e1 >= first:
            return Truth.YES
        return Truth.of(certain=False, possible=not (self.s1 > last or self.e2 < first))

    def at(self, first: float, last: float) -> Truth:
        """
        Whether one day lies in it that is some day from the first to the last, nobody knows which.

        Asked of a window, :meth:`during` says whether any of its days will do; here it has to be that one.

        >>> stay = Bounds(10, 10, 19, 19)
        >>> stay.during(15, 25), stay.at(15, 25)
        (<Truth.YES: 'yes'>, <Truth.MAYBE: 'maybe'>)
        """
        certain = self.throughout(first, last) is Truth.YES
        return Truth.of(certain=certain, possible=self.during(first, last) is not Truth.NO)

    def duration(self) -> Duration:
        """
        How many days it lasts, at the fewest and at the most.

        >>> Bounds(10, 12, 16, 18).duration()
        Duration(fewest=5, most=9)
        """
        stay = self.known()
        if stay.s2 == NEVER or stay.e1 == FOREVER:
            return Duration(FOREVER, FOREVER)
        return Duration(max(1, stay.e1 - stay.s2 + 1), stay.e2 - stay.s1 + 1)

    def intersection(self, other: "Bounds") -> "Bounds | None":
        """
        The days that both have, as one stay, provided that they have any; ``None`` where they surely have none.

        Whether they surely have any is another question (:meth:`Allen.between <oirmodel.temporal.Allen.between>`
        answers it). The bounds allow just the intersections of two stays, each independent of the other.

        >>> Bounds(1, 5, 12, 20).intersection(Bounds(3, 3, 10, 15))
        Bounds(s1=3, s2=5, e1=10, e2=15)
        """
        one, two = self.known(), other.known()
        shared = Bounds(max(one.s1, two.s1), max(one.s2, two.s2), min(one.e1, two.e1), min(one.e2, two.e2))
        return shared.normalised() if shared.possible else None

    def union(self, other: "Bounds") -> "Bounds | None":
        """
        The days that either has, as one stay, provided that they are one; ``None`` where a day surely lies between.

        Stays are one where they have a day in common or where one meets the other. The bounds allow just the unions
        of two stays that are one.

        >>> Bounds(1, 5, 12, 20).union(Bounds(13, 13, 30, 40))
        Bounds(s1=1, s2=5, e1=30, e2=40)
        """
        one, two = self.known(), other.known()
        if one.s1 - 1 > two.e2 or two.s1 - 1 > one.e2:
            return None
        return Bounds(min(one.s1, two.s1), min(one.s2, two.s2), max(one.e1, two.e1), max(one.e2, two.e2))

    def gap(self, following: "Bounds") -> "Bounds | None":
        """
        The days after its end and before the start of one that follows, provided that there are any; else ``None``.

        Where either stay may be the first, each order has its own gap.

        >>> Bounds(1, 1, 12, 20).gap(Bounds(25, 30, 40, 40))
        Bounds(s1=13, s2=21, e1=24, e2=29)
        """
        one, two = self.known(), following.known()
        between = Bounds(one.e1 + 1, one.e2 + 1, two.s1 - 1, two.s2 - 1)
        return between.normalised() if between.possible else None

    def __str__(self) -> str:
        def text(bound: float) -> str:
            return "?" if bound in (NEVER, FOREVER) else iso(int(bound))

        return f"from [{text(self.s1)}..{text(self.s2)}] to [{text(self.e1)}..{text(self.e2)}]"


_UNKNOWN = Bounds(NEVER, FOREVER, NEVER, FOREVER)


class Covered(NamedTuple):
    """Days in a row, and whether each of them lies in some stay."""

    first: float
    last: float
    truth: Truth


def coverage(stays: Iterable[Bounds], first: float, last: float) -> tuple[Covered, ...]:
    """
    The days of a window by whether some stay covers them: runs without gaps, as long as can be.

    A run of ``NO`` is a gap for certain. A run of ``MAYBE`` says of each single day that it may be covered or free;
    that all of them are, or none, does not follow. The work grows as n log n in the number of stays.

    >>> for run in coverage([Bounds(1, 1, 4, 6), Bounds(9, 9, 20, 20)], 1, 10):
    ...     print(run.first, run.last, run.truth.value)
    1 4 yes
    5 6 maybe
    7 8 no
    9 10 yes
    """
    certain, possible = {first: 0, last + 1: 0}, {first: 0, last + 1: 0}

    def add(counts: dict[float, int], start: float, end: float) -> None:
        start, end = max(start, first), min(end, last)
        if start <= end:
            counts[start] = counts.get(start, 0) + 1
            counts[end + 1] = counts.get(end + 1, 0) - 1

    for each in stays:
        stay = each.known()
        add(possible, stay.s1, stay.e2)
        add(certain, stay.s2, stay.e1)
    runs: list[Covered] = []
    sure = open_ = 0
    for day, following in pairwise(sorted({*certain, *possible})):
        sure, open_ = sure + certain.get(day, 0), open_ + possible.get(day, 0)
        truth = Truth.of(certain=sure > 0, possible=open_ > 0)
        if runs and runs[-1].truth is truth:
            runs[-1] = runs[-1]._replace(last=following - 1)
        else:
            runs.append(Covered(day, following - 1, truth))
    return tuple(runs)
