"""The axis of time of a picture: which days it shows, where a day lies on it, and which days are marked."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

import pendulum
from attrs import frozen

from oirmodel.views.lanes import Block

__all__ = ["Axis", "Tick", "axis_of"]

_MOST: Final = 8
_YEAR: Final = 365
_ROOM: Final = 20  # how many parts of the days shown are added where something goes on
_LAST: Final = pendulum.Date.max.toordinal() + 1


class Tick(NamedTuple):
    """A day that is marked on the axis, and what stands there."""

    day: int
    label: str


@frozen(kw_only=True)
class Axis:
    """Days in a row, by their numbers as ``toordinal`` gives them: from the first up to, not including, the end."""

    begin: int
    end: int

    def share(self, day: int) -> float:
        """
        Where a day begins, from 0 at the first day to 1 at the end; what lies outside is at the edge.

        >>> Axis(begin=100, end=200).share(150)
        0.5
        """
        return min(max((day - self.begin) / (self.end - self.begin), 0.0), 1.0)

    def ticks(self) -> tuple[Tick, ...]:
        """
        The days to mark, eight at most, evenly by the calendar: days, weeks from Monday, months or years.

        >>> january = Axis(begin=739617, end=739648)  # January 2026
        >>> [label for _, label in january.ticks()]
        ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']
        """
        walked = (tuple(islice(walk(self.begin, self.end), _MOST + 1)) for walk in _WALKS)
        return next(each for each in walked if len(each) <= _MOST)


def axis_of(blocks: Iterable[Block]) -> Axis | None:
    """
    The days on which anything in these blocks turns, with some room where it goes on; ``None`` where nothing does.

    The day that a view looks back from is among them.
    """
    blocks = tuple(blocks)
    known = [each.known_on.toordinal() for each in blocks if each.known_on is not None]
    turning = [day.toordinal() for each in blocks for day in each.edges]
    days = [*turning, *known, *(day + 1 for day in known)]
    if not days or not any(each.edges or each.lanes for each in blocks):
        return None
    begin, end = min(days), max(days)
    room = max(1, (end - begin) // _ROOM) if end > begin else _YEAR
    bars = [bar for each in blocks for lane in each.lanes for bar in lane.bars]
    goes_on = any(bar.last is None for bar in bars)
    if any(bar.first is None for bar in bars):
        begin = max(begin - room, 1)
    if goes_on or end == begin:
        end = min(end + room, _LAST)
    return Axis(begin=begin, end=end)


_Walk = Callable[[int, int], Iterator[Tick]]


def _by_days(step: int) -> _Walk:
    def walk(begin: int, end: int) -> Iterator[Tick]:
        # Day 1 was a Monday, so that weeks begin on one.
        for day in range(begin + (1 - begin) % step, end, step):
            yield Tick(day, pendulum.Date.fromordinal(day).isoformat())

    return walk


def _by_months(step: int) -> _Walk:
    def walk(begin: int, end: int) -> Iterator[Tick]:
        start = pendulum.Date.fromordinal(begin)
        month = start.year * 12 + start.month - 1 + (start.day > 1)
        for each in range(month + -month % step, pendulum.Date.max.year * 12 + 12, step):
            day = pendulum.Date(each // 12, each % 12 + 1, 1)
            if day.toordinal() >= end:
                return
            yield Tick(day.toordinal(), f"{day.year:04}-{day.month:02}")

    return walk


def _by_years(step: int) -> _Walk:
    def walk(begin: int, end: int) -> Iterator[Tick]:
        for month in _by_months(12 * step)(begin, end):
            yield Tick(month.day, month.label[:4])

    return walk


_WALKS: Final = (
    *map(_by_days, (1, 2, 7, 14)),
    *map(_by_months, (1, 2, 3, 6)),
    *map(_by_years, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
"""From the finest to the coarsest; the last marks five of all the years there are."""
