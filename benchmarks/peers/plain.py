"""Structures of the standard library: a dict of sorted starts, and an index of plain intervals."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, MutableSequence
from typing import ClassVar, Final

from benchmarks.tenures import Tenure

__all__ = ["DictAndArrays", "DictAndBisect", "IntervalIndex"]

Days = MutableSequence[int]


class DictAndBisect:
    """The least that can answer: for each subject the sorted first days, and beside them the last days and values."""

    name: ClassVar[str] = "dict + bisect"
    asked_at_once: Final = 20_000

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        held: dict[str, tuple[Days, Days, list[str]]] = {}
        for each in sorted(tenures, key=lambda each: (each.subject, each.first)):
            firsts, lasts, forces = held.setdefault(each.subject, (self._days(), self._days(), []))
            firsts.append(each.first)
            lasts.append(each.last)
            forces.append(each.force)
        self._held = held

    @staticmethod
    def _days() -> Days:
        return []

    def on(self, subject: str, day: int) -> str | None:
        firsts, lasts, forces = self._held[subject]
        index = bisect_right(firsts, day) - 1
        return forces[index] if index >= 0 and lasts[index] >= day else None


class DictAndArrays(DictAndBisect):
    """The same with the days side by side in arrays, which over many subjects spares the memory's caches."""

    name = "dict + bisect in arrays"

    @staticmethod
    def _days() -> Days:
        return array("l")


class IntervalIndex:
    """
    What one would write for intervals that may overlap.

    For each subject it has the days on which anything changes, and with each the tenures that hold from there on.
    """

    name: Final = "index of plain intervals"
    asked_at_once: Final = 20_000

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        by_subject: dict[str, list[Tenure]] = {}
        for each in tenures:
            by_subject.setdefault(each.subject, []).append(each)
        self._steps: dict[str, tuple[list[int], list[tuple[Tenure, ...]]]] = {}
        for subject, held in by_subject.items():
            days = sorted({day for each in held for day in (each.first, each.last + 1)})
            active = [tuple(each for each in held if each.first <= day <= each.last) for day in days]
            self._steps[subject] = days, active

    def holding(self, subject: str, day: int) -> tuple[Tenure, ...]:
        days, active = self._steps[subject]
        index = bisect_right(days, day) - 1
        return active[index] if index >= 0 else ()

    def on(self, subject: str, day: int) -> str | None:
        held = self.holding(subject, day)
        return held[0].force if held else None
