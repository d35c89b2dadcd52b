"""The four bounds of a period, and what they make certain."""

from typing import NamedTuple, Self

from oirmodel.temporal.days import FOREVER, NEVER, iso
from oirmodel.truth import Truth

__all__ = ["Bounds"]


class Bounds(NamedTuple):
    """
    A stay that starts on some day of [s1, s2] and ends on some day of [e1, e2], its days counted as whole numbers.

    Any bound may be infinite. Bounds as made by :meth:`normalised` satisfy ``s1 <= e1`` and ``s2 <= e2`` wherever any
    stay fits them at all.
    """

    s1: float
    s2: float
    e1: float
    e2: float

    def normalised(self) -> Self:
        """The same stays, with bounds that say all they can: a stay ends no earlier than it starts."""
        return self._replace(s2=min(self.s2, self.e2), e1=max(self.e1, self.s1))

    @property
    def possible(self) -> bool:
        """Whether any stay fits; one that would have to end before it starts does not."""
        return self.s1 <= self.s2 and self.e1 <= self.e2 and self.s1 <= self.e2

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

    def __str__(self) -> str:
        def text(bound: float) -> str:
            return "?" if bound in (NEVER, FOREVER) else iso(int(bound))

        return f"from [{text(self.s1)}..{text(self.s2)}] to [{text(self.e1)}..{text(self.e2)}]"
