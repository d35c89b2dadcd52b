"""Things that last from one day to another, all of them found by a day."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, Generic, TypeVar

from oirmodel.temporal.days import FOREVER, NEVER

__all__ = ["Calendar"]

T = TypeVar("T")
_SHARE: Final = 8  # how many pages it takes to turn over what is there on a day; more make it cheaper, and longer
_LEAST: Final = 32  # beginnings and ends on one page


class Calendar(Generic[T]):
    """
    Everything that is there on a day, where much is.

    Time is cut into pages on which equally many things begin or end. A page lists what is there all through it, and,
    with their days, the things that begin or end on it; so a day costs what is there and one page.

    >>> calendar = Calendar([(1, 4, "a"), (3, 3, "b"), (6, 9, "c")])
    >>> calendar.on(3), calendar.on(5)
    (('a', 'b'), ())
    """

    __slots__ = ("_passing", "_starts", "_through")

    def __init__(self, stretches: Iterable[tuple[float, float, T]], *, page: int | None = None) -> None:
        """``page`` is how many things begin or end on one page; by itself it goes by how many are there on a day."""
        ordered = sorted(stretches, key=_days)
        turning = sorted(day for first, last, _ in ordered for day in (first, last + 1))
        page = page or max(_LEAST, _there_on_a_day(ordered) // _SHARE)
        cuts = dict.fromkeys(turning[page::page])
        self._starts = [NEVER, *(day for day in cuts if NEVER < day < FOREVER)]
        through: list[list[T]] = [[] for _ in self._starts]
        passing: list[list[tuple[float, float, T]]] = [[] for _ in self._starts]
        ends = [*(start - 1 for start in self._starts[1:]), FOREVER]
        for stretch in ordered:
            first, last, thing = stretch
            begins, stops = bisect_right(self._starts, first) - 1, bisect_right(self._starts, last) - 1
            if first > self._starts[begins]:
                passing[begins].append(stretch)
                begins += 1
            if last < ends[stops] and begins <= stops:
                passing[stops].append(stretch)
                stops -= 1
            for place in range(begins, stops + 1):
                through[place].append(thing)
        self._through = [tuple(things) for things in through]
        self._passing = [tuple(things) for things in passing]

    def on(self, day: float) -> tuple[T, ...]:
        """Everything that is there on a day."""
        page = bisect_right(self._starts, day) - 1
        return self._through[page] + tuple(
            [thing for first, last, thing in self._passing[page] if first <= day <= last]
        )


def _there_on_a_day(ordered: Sequence[tuple[float, float, object]]) -> int:
    """How many things are there on a day, on the average of the days on which some of the bounded ones begin."""
    starts = [first for first, last, _ in ordered if first > NEVER and last < FOREVER]
    days = sum(last - first + 1 for first, last, _ in ordered if first > NEVER and last < FOREVER)
    return len(ordered) - len(starts) + int(days / (starts[-1] - starts[0] + 1)) if starts else len(ordered)


def _days(stretch: tuple[float, float, object]) -> tuple[float, float]:
    return stretch[0], stretch[1]
