"""How one stay lies to another: Allen's thirteen relations, also where the ends of the stays are not known exactly."""

from enum import Flag
from functools import cache
from itertools import combinations, product
from typing import Final

from oirmodel.temporal.bounds import Bounds
from oirmodel.truth import Truth

__all__ = ["Allen"]


class Allen(Flag):
    """
    Relations in which one stay may stand to another, any of the thirteen of Allen.

    They are those of J. F. Allen, "Maintaining Knowledge about Temporal Intervals" (*Communications of the ACM* 26,
    1983). Two stays whose ends are known stand in just one. Where the ends are vague, :meth:`between` gives all those
    in which they may stand, and :meth:`truth` answers a question about them. Stays are of whole days: one that ends
    on the 16th *meets* one that starts on the 17th, and has a day in common with one that starts on the 16th.

    >>> first, second = Bounds(10, 12, 16, 18), Bounds(17, 17, 30, 30)
    >>> Allen.between(first, second)
    <Allen.MEETS|OVERLAPS: 6>
    >>> Allen.between(first, second).truth(Allen.INTERSECTS), Allen.between(first, second).truth(Allen.STARTS_BEFORE)
    (<Truth.MAYBE: 'maybe'>, <Truth.YES: 'yes'>)

    Ask about a set of relations at once, as here. The answers to its single relations cannot be put together: the
    first stay surely starts before the second, and yet ``MEETS`` and ``OVERLAPS`` are each only ``MAYBE``.
    """

    # In this order the inverse of a relation stands as far from the end as the relation from the beginning.
    BEFORE = 1 << 0
    """It ends before the other starts, with a day or more between them."""
    MEETS = 1 << 1
    """It ends on the day before the other starts."""
    OVERLAPS = 1 << 2
    """It starts first and ends within the other, before the other's last day."""
    FINISHED_BY = 1 << 3
    """It starts first and both end on one day."""
    CONTAINS = 1 << 4
    """It starts before the other and ends after it."""
    STARTS = 1 << 5
    """Both start on one day and it ends first."""
    EQUALS = 1 << 6
    """Both start on one day and end on one day."""
    STARTED_BY = 1 << 7
    """Both start on one day and it ends last."""
    DURING = 1 << 8
    """It starts after the other and ends before it."""
    FINISHES = 1 << 9
    """It starts last and both end on one day."""
    OVERLAPPED_BY = 1 << 10
    """It starts within the other, after the other's first day, and ends last."""
    MET_BY = 1 << 11
    """It starts on the day after the other ends."""
    AFTER = 1 << 12
    """It starts after the other ends, with a day or more between them."""

    PRECEDES = BEFORE | MEETS
    """It is over before the other starts."""
    SUCCEEDS = AFTER | MET_BY
    """It starts when the other is over."""
    ADJACENT = MEETS | MET_BY
    """One follows the other with no day between them and none in common."""
    APART = BEFORE | AFTER
    """A day or more lies between them."""
    DISJOINT = PRECEDES | SUCCEEDS
    """They have no day in common."""
    WITHIN = STARTS | DURING | FINISHES | EQUALS
    """All of its days are days of the other."""
    COVERS = STARTED_BY | CONTAINS | FINISHED_BY | EQUALS
    """All days of the other are days of it."""
    INTERSECTS = OVERLAPS | OVERLAPPED_BY | WITHIN | COVERS
    """They have a day in common."""
    SAME_START = STARTS | EQUALS | STARTED_BY
    """Both start on one day."""
    SAME_END = FINISHES | EQUALS | FINISHED_BY
    """Both end on one day."""
    STARTS_BEFORE = PRECEDES | OVERLAPS | FINISHED_BY | CONTAINS
    """Its first day is before the other's."""
    STARTS_AFTER = SUCCEEDS | OVERLAPPED_BY | FINISHES | DURING
    """Its first day is after the other's."""
    ENDS_BEFORE = PRECEDES | OVERLAPS | STARTS | DURING
    """Its last day is before the other's."""
    ENDS_AFTER = SUCCEEDS | OVERLAPPED_BY | STARTED_BY | CONTAINS
    """Its last day is after the other's."""
    ANY = DISJOINT | INTERSECTS
    """All thirteen: nothing is known."""

    @classmethod
    def between(cls, one: Bounds, other: Bounds) -> "Allen":
        """
        The relations in which some stay of the one set of bounds stands to some stay of the other.

        These are just the possible ones, none too many and none too few, as long as the two are independent of each
        other. An infinite bound stands for days without limit, and for a stay that never began or never ends. Of
        bounds that no stay fits (it would end before it starts) nothing is known, and all thirteen are given.

        >>> Allen.between(Bounds(1, 1, 9, 9), Bounds(1, 1, 9, 9)) is Allen.EQUALS
        True
        >>> Allen.between(Bounds(9, 9, 1, 1), Bounds(1, 1, 9, 9)) is Allen.ANY
        True
        """
        if not (one.possible and other.possible):
            return cls.ANY
        # With half-open ends, and bounds that say all they can, a relation is an order of four points on the grid of
        # days. It is possible where it is for each two of the points by themselves: x < y where the first x is before
        # the last y, with a day more for each point that stands between them.
        a1, a2, ended, a4 = one
        a3, a4 = ended + 1, a4 + 1
        a2 = a2 if a2 < a4 else a4 - 1
        a3 = a3 if a3 > a1 else a1 + 1
        b1, b2, ended, b4 = other
        b3, b4 = ended + 1, b4 + 1
        b2 = b2 if b2 < b4 else b4 - 1
        b3 = b3 if b3 > b1 else b1 + 1

        a_starts, b_starts = a1 < b2, b1 < a2
        a_ends, b_ends = a3 < b4, b3 < a4
        same_start = a1 <= b2 and b1 <= a2
        same_end = a3 <= b4 and b3 <= a4
        a_has_two, b_has_two = a1 + 1 < a4, b1 + 1 < b4
        return cls(
            (a3 < b2)
            | (a_starts and a_ends and a3 <= b2 and b1 <= a4) << 1
            | (a_starts and a_ends and b1 < a4 and a_has_two and b_has_two and a1 + 2 < b4) << 2
            | (a_starts and same_end and a_has_two) << 3
            | (a_starts and b_ends and a1 + 2 < a4) << 4
            | (same_start and a_ends and b_has_two) << 5
            | (same_start and same_end) << 6
            | (same_start and b_ends and a_has_two) << 7
            | (b_starts and a_ends and b1 + 2 < b4) << 8
            | (b_starts and same_end and b_has_two) << 9
            | (b_starts and b_ends and a1 < b4 and a_has_two and b_has_two and b1 + 2 < a4) << 10
            | (b_starts and b_ends and b3 <= a2 and a1 <= b4) << 11
            | (b3 < a2) << 12
        )

    def truth(self, question: "Allen") -> Truth:
        """
        Whether the relation is one of those asked for, where it is known to be one of these.

        ``YES`` where all of these are among those asked for, ``NO`` where none is, else ``MAYBE``. Where no relation
        is left, what led here contradicts itself, and the answer is ``MAYBE``.

        >>> Allen.PRECEDES.truth(Allen.DISJOINT), Allen.PRECEDES.truth(Allen.INTERSECTS)
        (<Truth.YES: 'yes'>, <Truth.NO: 'no'>)
        """
        if not self:
            return Truth.MAYBE
        return Truth.of(certain=self in question, possible=bool(self & question))

    @property
    def inverse(self) -> "Allen":
        """
        The relations in which the other stay may stand to this one.

        >>> Allen.PRECEDES.inverse
        <Allen.SUCCEEDS: 6144>
        """
        return Allen(int(f"{self.value:013b}"[::-1], 2))

    def compose(self, other: "Allen") -> "Allen":
        """
        The relations in which A may stand to C, where A stands to B in one of these and B to C in one of the others.

        >>> Allen.MEETS.compose(Allen.DURING) == Allen.OVERLAPS | Allen.STARTS | Allen.DURING
        True
        """
        found = 0
        for mine, row in enumerate(_compositions()):
            if self.value >> mine & 1:
                for theirs, possible in enumerate(row):
                    if other.value >> theirs & 1:
                        found |= possible
        return Allen(found)


_POINTS: Final = 6
"""Three stays have six ends, so on a grid of six points they can stand in every order."""


@cache
def _compositions() -> tuple[tuple[int, ...], ...]:
    """The table of compositions, by the places of two relations: what is seen of all stays on a grid."""
    stays = [Bounds(start, start, end - 1, end - 1) for start, end in combinations(range(_POINTS), 2)]
    between = [[Allen.between(one, other).value for other in stays] for one in stays]
    table = [[0] * len(Allen) for _ in Allen]
    for a, b, c in product(range(len(stays)), repeat=3):
        table[between[a][b].bit_length() - 1][between[b][c].bit_length() - 1] |= between[a][c]
    return tuple(map(tuple, table))
