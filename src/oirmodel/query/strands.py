"""Words that say the same of the same, of different days: how a matter's evidence is laid out to be graded."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from oirmodel.query.overlaps import Overlaps
from oirmodel.query.rules import Relations, in_order
from oirmodel.query.words import UNSTATED, Word, is_lasting, last_day
from oirmodel.temporal.days import FOREVER, NEVER

__all__ = ["Bearing", "Last", "Strand", "bearing_of", "strands_of"]


class Last(NamedTuple):
    """The last word of some words by a day: the day from which it is that, and which words say so."""

    day: float
    words: Sequence[Word]
    ends: bool = False
    """Whether they speak against by the end that they assert."""


class _Dates:
    """Words by a day of theirs, asked for the last ones by a day."""

    __slots__ = ("_days", "_words")

    def __init__(self, dated: Iterable[tuple[float, Word]]) -> None:
        ordered = sorted(dated, key=itemgetter(0))
        self._days = [day for day, _ in ordered]
        self._words = [word for _, word in ordered]

    def by(self, day: float) -> Last | None:
        """The last of them up to a day; ``None`` where there is none."""
        stop = bisect_right(self._days, day)
        if not stop:
            return None
        last = self._days[stop - 1]
        return Last(last, self._words[bisect_left(self._days, last, 0, stop) : stop])


class Row(NamedTuple):
    """Every word that puts others in order, in its strand: by the latest starts, and by the earliest ends."""

    by_start: "list[tuple[Strand, Word]]"
    by_end: "list[tuple[Strand, Word]]"


class Strand:
    """
    The words of one sort: for or against one value, in one detail, of one subject, all in full or none.

    How two words bear on each other depends on their sorts and on their dates alone; so what depends on the sorts is
    worked out once for two strands, and what depends on the dates is looked up by the day.
    """

    def __init__(self, key: object, told: Sequence[Word]) -> None:
        """``key`` is what the words of one candidate share, ``told`` the words as their claims have them."""
        self.key, self.told, self.sample = key, told, told[0]
        self.value, self.detail = self.sample.value, self.sample.detail
        self.affirms, self.full, self.elsewhere = self.sample.affirms, self.sample.full, self.sample.elsewhere
        self.opposed: list[Strand] = []
        self.row = Row([], [])

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words, with the bounds that their order with opposed ones gives them."""
        opposed = frozenset(self.opposed)
        by_start = [word for strand, word in self.row.by_start if strand in opposed]
        if not by_start:
            return self.told
        return in_order(self.told, by_start, [word for strand, word in self.row.by_end if strand in opposed])

    @cached_property
    def sure(self) -> Overlaps[Word]:
        """The words by the days that each by itself is certain of."""
        return Overlaps((word.own.s2, word.own.e1, word) for word in self.words if word.own.s2 <= word.own.e1)

    @cached_property
    def lasts(self) -> bool:
        """Whether any of it was still so when it was seen or said."""
        return any(_has_last_day(word) for word in self.words)

    @cached_property
    def seen(self) -> _Dates:
        """The words that were still so, by the last day on which that was sure."""
        return _Dates((last_day(word), word) for word in self.words if _has_last_day(word))

    @cached_property
    def begun(self) -> _Dates:
        """The words by the day by which each had surely begun."""
        return _Dates((word.own.s2, word) for word in self.words if word.own.possible)

    @cached_property
    def over(self) -> _Dates:
        """The words that have an end, by the day by which each had surely ended."""
        return _Dates((word.own.e2, word) for word in self.words if word.own.possible and word.own.e2 != FOREVER)

    @cached_property
    def _begun(self) -> Overlaps[Word]:
        """The words from the day by which each had surely begun to its last sure day."""
        return Overlaps((word.own.s2, last_day(word), word) for word in self.words if word.own.possible)

    @cached_property
    def _spoken(self) -> tuple[list[float], list[float]]:
        """The days by which the words had begun, and the last sure day of any that had begun by then."""
        dated = sorted((word.own.s2, last_day(word)) for word in self.words if word.own.possible)
        return [day for day, _ in dated], list(accumulate((day for _, day in dated), max))

    def denied_until(self, day: float) -> float:
        """The last day up to this one that any of these denials surely covers, or had by then begun to."""
        starts, reach = self._spoken
        index = bisect_right(starts, day)
        return min(reach[index - 1], day) if index else NEVER

    def denials_by(self, day: float) -> Last | None:
        """The denials that reach furthest of those that had begun by a day."""
        until = self.denied_until(day)
        if until == NEVER:
            return None
        return Last(until, self._begun.meeting(until, day))


def _has_last_day(word: Word) -> bool:
    return is_lasting(word) and word.own.possible and last_day(word) > NEVER


def strands_of(words: Iterable[Word], relations: Relations) -> tuple[Strand, ...]:
    """The strands of some words, each with those that oppose it."""
    groups: dict[tuple[object, ...], list[Word]] = {}
    for word in words:
        sort = (word.value, word.detail, word.affirms, word.full, word.elsewhere, relations.subject(word))
        groups.setdefault(sort, []).append(word)
    strands = tuple(Strand(relations.key(group[0]), group) for group in groups.values())
    firm = [(strand, word) for strand in strands if strand.full for word in strand.told if word.own.possible]
    row = Row(sorted(firm, key=lambda each: each[1].own.s2), sorted(firm, key=lambda each: each[1].own.e1))
    for index, strand in enumerate(strands):
        strand.row = row
        for other in strands[:index]:
            if relations.opposed(strand.sample, other.sample):
                strand.opposed.append(other)
                other.opposed.append(strand)
    return strands


class Bearing(NamedTuple):
    """How the strands of a matter bear on one value."""

    value: object
    key: object
    own: tuple[Strand, ...]
    denials: frozenset[Strand]
    """Those that deny it, or all that is said of it."""
    flat: frozenset[Strand]
    """The denials of it that leave no room in any detail."""
    against: tuple[Strand, ...]
    """The denials that speak against the value: the flat ones, and those of the only detail that is left."""
    named: tuple[Strand, ...]
    """The denials of one detail, which outdate what they deny and leave the rest."""
    rivals: frozenset[Strand]
    shutting: frozenset[Strand]
    """The rivals that leave no room for any other value."""
    faint: tuple[Strand, ...]
    """Those of its own, of the denials that speak against it and of the rivals that do not count in full."""


def bearing_of(key: object, value: object, strands: Sequence[Strand], relations: Relations) -> Bearing:
    """How strands bear on a value."""
    own = tuple(each for each in strands if each.affirms and each.key == key)
    if own:
        opposed = {other: None for each in own for other in each.opposed}
        denials = [each for each in opposed if not each.affirms]
        rivals = [each for each in opposed if each.affirms]
    else:  # of which nobody says that it was so
        denials = [each for each in strands if not each.affirms and each.detail == UNSTATED and each.key == key]
        rivals = [each for each in strands if each.affirms and relations.shuts_out(each.sample, value)]
    lasting = [each for each in own if each.lasts]
    against = tuple(
        each
        for each in denials
        if each.detail == UNSTATED or (lasting and all(each in strand.opposed for strand in lasting))
    )
    return Bearing(
        value=value,
        key=key,
        own=own,
        denials=frozenset(denials),
        flat=frozenset(each for each in denials if each.detail == UNSTATED),
        against=against,
        named=tuple(each for each in denials if each not in against),
        rivals=frozenset(rivals),
        shutting=frozenset(each for each in rivals if each.full and relations.leaves_no_room(each.sample)),
        faint=tuple(each for each in (*own, *against, *rivals) if not each.full),
    )
