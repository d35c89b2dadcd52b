"""The intervaltree package: a tree for each subject, and one tree for all."""

from collections.abc import Iterable, Sequence
from typing import Final

from intervaltree import Interval, IntervalTree

from benchmarks.tenures import Tenure

__all__ = ["GlobalTree", "TreePerSubject"]


class TreePerSubject:
    """A dict of trees."""

    name: Final = "intervaltree per subject"
    asked_at_once: Final = 20_000

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        held: dict[str, list[Interval]] = {}
        for each in tenures:
            held.setdefault(each.subject, []).append(Interval(each.first, each.last + 1, each.force))
        self._trees = {subject: IntervalTree(intervals) for subject, intervals in held.items()}

    def on(self, subject: str, day: int) -> str | None:
        for found in self._trees[subject].at(day):
            force: str = found.data
            return force
        return None


class GlobalTree:
    """One tree of every tenure, which gives the set of those that hold on a day."""

    name: Final = "global intervaltree"

    def __init__(self, tenures: Sequence[Tenure]) -> None:
        self._tree = IntervalTree(Interval(each.first, each.last + 1, each.id) for each in tenures)

    def holding(self, day: int) -> set[Interval]:
        found: set[Interval] = self._tree.at(day)
        return found

    def ids(self, day: int) -> set[str]:
        """The ids of what holds on a day, to compare."""
        return {each.data for each in self.holding(day)}
