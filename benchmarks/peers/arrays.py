"""numpy with checkpoints: sorted arrays of days, and at every so many starts what holds there."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

import numpy as np

from benchmarks.tenures import Tenure

__all__ = ["Checkpoints"]

T = TypeVar("T")
Positions = np.ndarray[tuple[int], np.dtype[np.int32]]


class Checkpoints(Generic[T]):
    """
    What holds on a day, as an array of positions, or as the objects at them.

    The tenures are sorted by their first days. A checkpoint keeps the positions of those that hold on the first day of
    a block. A day takes the checkpoint before it and the starts between the two, and keeps what has not ended. Days
    that are looked up have the type of the arrays, which numpy would otherwise copy first.
    """

    name: Final = "numpy with checkpoints"

    def __init__(self, tenures: Sequence[Tenure], objects: Sequence[T]) -> None:
        first = np.fromiter((each.first for each in tenures), dtype=np.int32, count=len(tenures))
        last = np.fromiter((each.last for each in tenures), dtype=np.int32, count=len(tenures))
        order = np.argsort(first, kind="stable")
        self._first, self._last = first[order], last[order]
        self._objects = np.empty(len(objects), dtype=object)
        self._objects[:] = [objects[index] for index in order]
        # About as many starts in a block as hold at a time, so that neither half of the work is much the larger.
        days = int(self._last.max() - self._first[0] + 1)
        at_a_time = max(1, int((self._last - self._first + 1).sum()) // days)
        checkpoints: list[int] = []
        self._begun: list[int] = []
        self._active: list[Positions] = []
        active = np.empty(0, dtype=np.int32)
        done = 0
        for start in range(0, len(tenures), max(1, at_a_time // 4)):
            day = int(self._first[start])
            if checkpoints and day == checkpoints[-1]:
                continue
            begun = int(self._first.searchsorted(np.int32(day), side="right"))
            active = np.concatenate((active, np.arange(done, begun, dtype=np.int32)))
            active = active[self._last[active] >= day]
            done = begun
            checkpoints.append(day)
            self._begun.append(begun)
            self._active.append(active)
        self._checkpoints = np.array(checkpoints, dtype=np.int32)

    def holding(self, day: int) -> Positions:
        """The positions of what holds on the day, in the order of the first days."""
        block = int(self._checkpoints.searchsorted(np.int32(day), side="right")) - 1
        if block < 0:
            return np.empty(0, dtype=np.int32)
        active, done = self._active[block], self._begun[block]
        active = active[self._last[active] >= day]
        begun = int(self._first.searchsorted(np.int32(day), side="right"))
        if begun == done:
            return active
        started = np.arange(done, begun, dtype=np.int32)
        return np.concatenate((active, started[self._last[done:begun] >= day]))

    def objects(self, day: int) -> list[T]:
        """What holds on the day, as the objects themselves."""
        found: list[T] = self._objects[self.holding(day)].tolist()
        return found
