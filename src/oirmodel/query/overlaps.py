"""Stretches of days, asked which of them overlap a window."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

__all__ = ["Overlaps"]

T = TypeVar("T")
_FEW: Final = 24  # below this many, looking at each is faster than a tree


class Overlaps(Generic[T]):
    """
    Things that each last from one day to another, found by the days that they share with a window.

    They are kept in the order of their starts, under a tree of the latest ends (an augmented tree as in Cormen and
    others, *Introduction to Algorithms*, section 14.3, laid out as an array), so that finding k of n takes k log n.

    >>> stays = Overlaps([(1, 4, "a"), (3, 3, "b"), (6, 9, "c")])
    >>> stays.meeting(3, 6), stays.meeting(5, 5)
    (['a', 'b', 'c'], [])
    """

    __slots__ = ("_ends", "_starts", "_things", "_tree")

    def __init__(self, stretches: Iterable[tuple[float, float, T]]) -> None:
        ordered = sorted(stretches, key=_start)
        self._starts = [start for start, _, _ in ordered]
        self._ends = [end for _, end, _ in ordered]
        self._things = [thing for _, _, thing in ordered]
        self._tree: list[float] = []
        if len(ordered) > _FEW:
            leaves = self._ends
            self._tree = [*leaves, *leaves]
            for node in range(len(leaves) - 1, 0, -1):
                self._tree[node] = max(self._tree[2 * node], self._tree[2 * node + 1])

    def __len__(self) -> int:
        return len(self._things)

    def meeting(self, first: float, last: float) -> list[T]:
        """Those that share a day with a window, from its first day to its last, in the order of their starts."""
        stop = bisect_right(self._starts, last)
        if not self._tree:
            return [thing for thing, end in zip(self._things[:stop], self._ends, strict=False) if end >= first]
        return [self._things[index] for index in sorted(self._reaching(first, stop))]

    def _reaching(self, first: float, stop: int) -> list[int]:
        """Which of the first so many end no earlier than a day: the tree is walked where anything in it does."""
        tree, size = self._tree, len(self._things)
        left, right = size, size + stop
        waiting: list[int] = []
        while left < right:  # the nodes that together stand for the first so many
            if left & 1:
                waiting.append(left)
                left += 1
            if right & 1:
                right -= 1
                waiting.append(right)
            left >>= 1
            right >>= 1
        found = []
        while waiting:
            node = waiting.pop()
            if tree[node] < first:
                continue
            if node >= size:
                found.append(node - size)
            else:
                waiting += (2 * node, 2 * node + 1)
        return found


def _start(stretch: tuple[float, float, object]) -> float:
    return stretch[0]
