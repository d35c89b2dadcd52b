"""The evidence on one matter, over days on which the same claims count and the same values are one."""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from attrs import field, frozen

from oirmodel.claims import Being
from oirmodel.query.overlaps import Overlaps
from oirmodel.query.rules import Relations
from oirmodel.query.strands import Bearing, Strand, bearing_of, strands_of
from oirmodel.query.words import Word, speaks_from
from oirmodel.temporal.days import FOREVER, NEVER

__all__ = ["Evidence"]

Placed = tuple[Strand, Word]
"""A word in its strand."""


@frozen(kw_only=True, eq=False, slots=False)
class Evidence:
    """
    The words of a matter in their strands, opposed ones in order, and where in time each of them matters.

    It is worked out as far as it is asked for: a day costs what bears on that day.
    """

    gathered: Sequence[Word]
    relations: Relations
    being: Being
    planned: bool = False
    """Whether the question is about plans or predictions."""
    max_age: float = math.inf
    """After how many days the last word no longer carries a presumption."""
    about: object = None
    """The one value that is asked about; ``None`` asks which there are, each under the broadest it belongs to."""
    _bearings: dict[object, Bearing] = field(factory=dict, init=False)

    @cached_property
    def strands(self) -> tuple[Strand, ...]:
        """The words in their strands."""
        return strands_of(self.gathered, self.relations)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, with the bounds that their order gives them."""
        return tuple(word for strand in self.strands for word in strand.words)

    @cached_property
    def values(self) -> dict[object, object]:
        """What the words speak of, each under one of its values."""
        claimed: dict[object, object] = {}
        for strand in sorted(self.strands, key=lambda strand: str(strand.value)):
            claimed.setdefault(strand.key, strand.value)
        if self.about is not None:
            claimed.setdefault(self.relations.one(self.about), self.about)
        return claimed

    def bearing(self, key: object) -> Bearing:
        """How the strands bear on one of the values."""
        known = self._bearings.get(key)
        if known is None:
            known = self._bearings[key] = bearing_of(key, self.values[key], self.strands, self.relations)
        return known

    @cached_property
    def speaking(self) -> Overlaps[Placed]:
        """The words by the days that they do not rule out and are not silent about."""
        return Overlaps(self._speaking())

    def _speaking(self) -> Iterable[tuple[float, float, Placed]]:
        for strand in self.strands:
            for word in strand.words:
                s1, _, _, e2 = word.bounds
                if word.bounds.possible:
                    yield max(s1, speaks_from(word.own)), e2, (strand, word)
                else:
                    yield speaks_from(word.own), FOREVER, (strand, word)

    @cached_property
    def coming(self) -> Overlaps[Placed]:
        """The words that count in full by the days on which each may have begun, and has not surely."""
        return Overlaps(
            (word.bounds.s1, word.own.s2 - 1, (strand, word))
            for strand in self.strands
            if strand.full
            for word in strand.words
            if word.own.possible
        )

    @cached_property
    def ending(self) -> Overlaps[Placed]:
        """The words that have an end and count in full by the days on which each may have ended, and has not surely."""
        return Overlaps(
            (word.own.e1 + 1, word.own.e2, (strand, word))
            for strand in self.strands
            if strand.full and strand.affirms
            for word in strand.words
            if word.own.possible and word.own.e2 < FOREVER
        )

    @cached_property
    def turning_days(self) -> Sequence[float]:
        """Every day on which a grade can differ from the day before, in order."""
        days: set[float] = set()
        for strand in self.strands:
            for word in strand.words:
                own, bounds = word.own, word.bounds
                s1, s2, e1, e2 = own
                days.update((s1, s2, s2 + 1, e1, e1 + 1, e2, e2 + 1, speaks_from(word.own)))
                if self.planned:  # an open end of a plan does not reach the day on which it was made
                    days.add(word.claim.said.first)
                if bounds is not own:
                    days.update((bounds.s1, bounds.s2, bounds.e1 + 1, bounds.e2 + 1))
        if self.max_age < FOREVER:
            days |= {day + self.max_age + 1 for day in days}
        return sorted(days - _NO_DAYS)


_NO_DAYS: Final = {NEVER, FOREVER}
