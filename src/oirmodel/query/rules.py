"""
How two claims bear on each other: whether they rule each other out, in which order they must come, whether they clash.

These are the rules of the design that work on pairs. Each is symmetrical unless it says otherwise, and works on bounds
alone, so that it is the same for every kind of claim.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from oirmodel.claims import Being, Claim, Grammar, Rivalry
from oirmodel.quantity import Quantity
from oirmodel.query.aspects import surely_differ
from oirmodel.query.sameness import Sameness
from oirmodel.query.words import UNSTATED, Word
from oirmodel.temporal import Bounds, ImpreciseDate
from oirmodel.truth import Truth

__all__ = ["Relations", "clash", "disputed", "in_order"]

_FIGURES: Final = (Rivalry.QUANTITY, Rivalry.DATE)
"""Where values are compared by what they allow, not by whether they are one."""


class Relations:
    """Which words of one question rule each other out."""

    __slots__ = ("_exclusive", "_grammar", "_ids", "_sameness", "_single")

    def __init__(self, kind: type[Claim], sameness: Sameness, *, ids: bool, single: bool) -> None:
        """``ids`` tells whether the values are ids, ``single`` whether the subject takes one value at a time."""
        self._grammar: Grammar = kind.grammar
        self._exclusive = frozenset(map(str, kind.grammar.exclusive))  # plain texts are compared faster than members
        self._sameness, self._ids, self._single = sameness, ids, single

    def one(self, value: object) -> object:
        """What stands for a value and for all that are one with it."""
        return self._sameness.one(value) if self._ids and isinstance(value, str) else value

    def key(self, word: Word) -> object:
        """What the words of one candidate share: their value; of quantities also the subject, so the counting basis."""
        if self._grammar.rivalry is Rivalry.QUANTITY:
            return word.value, self.subject(word)
        return self.one(word.value)

    def subject(self, word: Word) -> object:
        """What a word is about, as far as it tells words of one question apart."""
        claim = word.claim
        return tuple([self._one_of(_of(claim, each)) for each in self._grammar.subject])

    def belongs(self, part: object, whole: object) -> bool:
        """Whether one value belongs to another at the time."""
        return self._ids and self._sameness.belongs(part, whole)

    def opposed(self, left: Word, right: Word) -> bool:
        """Whether both cannot be so of one day: rivals, or a denial and what it denies."""
        if left.affirms and right.affirms:
            return self.rivals(left, right)
        return self.denies(left, right) or self.denies(right, left)

    def denies(self, denial: Word, word: Word) -> bool:
        """Whether the one denies the other: its value, or what its value belongs to, in the detail it names if any."""
        if denial.affirms or not word.affirms:
            return False
        if denial.detail not in (UNSTATED, word.detail):
            return False
        if denial.value is None and self._grammar.rivalry is Rivalry.QUANTITY:
            return self.subject(denial) == self.subject(word)  # that it is so at all, whatever the number
        return self.key(denial) == self.key(word) or self.belongs(word.value, denial.value)

    def rivals(self, left: Word, right: Word) -> bool:
        """Whether two affirmed values of one subject exclude each other."""
        rivalry = self._grammar.rivalry
        if rivalry is Rivalry.NONE or not self._one_subject(left.claim, right.claim):
            return False
        if rivalry in _FIGURES:
            # A share, or no figure at all, leaves room for every number.
            if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
                return _incompatible(left.value, right.value)
            if isinstance(left.value, ImpreciseDate) and isinstance(right.value, ImpreciseDate):
                return _apart(left.value, right.value)
            return False
        if rivalry is Rivalry.ASPECT:
            return surely_differ(self._sameness.records, left.claim, right.claim)
        if rivalry is Rivalry.DETAIL and not (left.detail in self._exclusive or right.detail in self._exclusive):
            return False
        if rivalry is Rivalry.SINGLE and not self._single:
            return False
        one, other = left.value, right.value
        if one == other or self.one(one) == self.one(other):
            return False
        return not (self.belongs(one, other) or self.belongs(other, one))

    def leaves_no_room(self, word: Word) -> bool:
        """Whether a word by itself excludes every other value, as full control does and unstated control does not."""
        return self._grammar.rivalry is not Rivalry.DETAIL or word.detail in self._exclusive

    def shuts_out(self, word: Word, value: object) -> bool:
        """Whether a word leaves no room for a value of which nobody speaks: a no may follow from a rival's tenure."""
        if self._grammar.rivalry in (Rivalry.NONE, Rivalry.ASPECT, *_FIGURES) or not self.leaves_no_room(word):
            return False
        if self._grammar.rivalry is Rivalry.SINGLE and not self._single:
            return False
        related = self.belongs(word.value, value) or self.belongs(value, word.value)
        return not related and self.one(word.value) != self.one(value)

    def alike(self, left: Word, right: Word) -> bool:
        """Whether two words tell of one stay, alike in all but their dates."""
        if left.affirms is not right.affirms or left.detail != right.detail:
            return False
        return self.key(left) == self.key(right) and self._one_subject(left.claim, right.claim, exact=True)

    def _one_subject(self, left: Claim, right: Claim, *, exact: bool = False) -> bool:
        if self._grammar.rivalry is not Rivalry.QUANTITY and not exact:
            return True  # the question gathered its words by subject already, by parts and wholes too
        return all(self._one_of(_of(left, each)) == self._one_of(_of(right, each)) for each in self._grammar.subject)

    def _one_of(self, held: object) -> object:
        """What stands for what a field holds: for an id, or for several."""
        if isinstance(held, frozenset):
            return frozenset(self._one_of(each) for each in held)
        return self._sameness.one(held) if isinstance(held, str) else held


def _of(claim: Claim, field: str) -> object:
    value = getattr(claim, field)
    return frozenset(value) if isinstance(value, tuple) else value


def _incompatible(left: Quantity, right: Quantity) -> bool:
    return left != right and left.consistent_with(right) is not Truth.YES


def _apart(left: ImpreciseDate, right: ImpreciseDate) -> bool:
    """Whether no day fits both dates."""
    one, other = left.span, right.span
    return one.last < other.first or other.last < one.first


def clash(left: Word, right: Word) -> bool:
    """
    Whether two opposed words cannot be kept apart in time (the rule of conflict).

    Two rivals may share a hand-over day, on which one ends and the other starts, so theirs must overlap by more than
    that or be the same single day; a denial and what it denies share no day at all.
    """
    (s1, s2, e1, e2), other = left.own, right.own
    if left.affirms is not right.affirms:
        return e1 >= other.s2 and other.e1 >= s2
    if e1 > other.s2 and other.e1 > s2:
        return True
    return s1 == s2 == e1 == e2 and other == left.own


def in_order(words: Iterable[Word], by_start: Sequence[Word], by_end: Sequence[Word]) -> list[Word]:
    """
    The words with bounds that say which of two opposed ones came first, where only one order is possible.

    The other two are all words that oppose each of these, count in full and can be true, in the order of their latest
    starts and of their earliest ends: only such a word orders another. If A and B can be kept apart only with A first,
    A ended no later than B had surely begun, and B began no earlier than A had surely gone on to; a denial and what it
    denies leave a day between. No true stay is lost. A word that fits nowhere among words that contradict each other
    keeps its own bounds.
    """
    starts = [each.own.s2 for each in by_start]
    ends = [each.own.e1 for each in by_end]
    ordered = []
    for word in words:
        s1, s2, e1, e2 = own = word.own
        if not own.possible:
            ordered.append(_within(word, own))
            continue
        # The nearest on either side limits it most; of several on one day, a denial does.
        for index in range(bisect_left(starts, e1), len(starts)):
            later = by_start[index]
            if later.own.s2 > e2:
                break
            gap = 0 if later.affirms is word.affirms else 1
            if _only_before(own, later.own, gap):
                e2 = min(e2, later.own.s2 - gap)
        for index in range(bisect_right(ends, s2) - 1, -1, -1):
            earlier = by_end[index]
            if earlier.own.e1 < s1:
                break
            gap = 0 if earlier.affirms is word.affirms else 1
            if _only_before(earlier.own, own, gap):
                s1 = max(s1, earlier.own.e1 + gap)
        bounds = Bounds(s1, s2, e1, e2).normalised()
        ordered.append(_within(word, bounds if bounds.possible else own))
    return ordered


def _within(word: Word, bounds: Bounds) -> Word:
    return word if word.bounds == bounds else word._replace(bounds=bounds)


def _only_before(first: Bounds, second: Bounds, gap: int) -> bool:
    """Whether the first can come before the second, and the second not before the first."""
    if gap:
        return second.e1 >= first.s2 and first.e1 < second.s2
    return second.e1 > first.s2 and first.e1 <= second.s2


def disputed(left: Word, right: Word, being: Being, *, planned: bool) -> bool:
    """
    Whether two words alike in all but their dates tell of one thing, over whose dates they may differ.

    Of a state: their certain days overlap, so that they tell of one stay. Of an event, which has one extent, and of a
    plan, whether no start fits both or no end does: they differ.
    """
    if planned or being is Being.EXTENT:
        return not _meet(left.own, right.own)
    return max(left.own.s2, right.own.s2) <= min(left.own.e1, right.own.e1)


def _meet(left: Bounds, right: Bounds) -> bool:
    """Whether some start fits both, and some end."""
    starts = max(left.s1, right.s1) <= min(left.s2, right.s2)
    return starts and max(left.e1, right.e1) <= min(left.e2, right.e2)
