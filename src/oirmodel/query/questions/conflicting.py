"""What conflicts with what, and why: the pairs of claims that cannot both be right."""

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final

from attrs import frozen

from oirmodel.claims import CLAIM_KINDS, Being, Claim, Rivalry
from oirmodel.dataset import Records
from oirmodel.entities import Post
from oirmodel.query.matter import has_ids
from oirmodel.query.questions.asking import bearing_on
from oirmodel.query.questions.identity import at_odds
from oirmodel.query.rules import Relations, clash, disputed
from oirmodel.query.sameness import Sameness
from oirmodel.query.wording import claim_line, period_in_words, value_in_words
from oirmodel.query.words import ALWAYS, UNSTATED, Reading, Told, Word, gather
from oirmodel.temporal import Bounds
from oirmodel.temporal.days import iso
from oirmodel.vocab import Modality

__all__ = ["Conflict", "conflicts"]

_READINGS: Final = (Reading(), Reading(modality=Modality.PLANNED), Reading(modality=Modality.PREDICTED))


@frozen(kw_only=True)
class Conflict:
    """Two claims of a view that cannot both be right, and why. Both are kept: which one is, no rule can say."""

    claims: tuple[Claim, Claim]
    why: str

    def explain(self, records: Records) -> str:
        """The reason, and one line for each of the two."""
        return "\n".join([self.why, *(f"  {claim_line(records, each)}" for each in self.claims)])


def conflicts(records: Records) -> tuple[Conflict, ...]:
    """
    Every pair of claims that cannot both be right, whatever their vague dates turn out to be.

    Two rivals that surely overlap; a claim and its denial that surely share a day; two accounts of one stay, or of one
    event, that differ over a day; two figures for one window; two deadlines, or two plans whose starts or whose ends,
    that share no day; and what says that two ids are one thing with what says that they are two. The reason names the
    values and the days.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> conflicts(data)
    ()
    """
    found = {
        frozenset((one.id, other.id)): Conflict(claims=(one, other), why=why) for one, other, why in at_odds(records)
    }
    for kind in CLAIM_KINDS:
        subjects = {key for claim in records.store.by_kind.get(kind.kind, ()) for key in _subjects(claim)}
        for subject in sorted(subjects):
            claims = tuple(bearing_on(records, kind, subject)) if subject else _without_subject(records, kind)
            post = records.entities.get(subject)
            single = isinstance(post, Post) and post.single
            for reading in _READINGS:
                words = gather(records, claims, ALWAYS, reading)
                clashing = _Clashing(records, kind, subject, single=single, ahead=reading.modality is not None)
                for left, right, why in clashing.among(words):
                    pair = frozenset((left.claim.id, right.claim.id))
                    found.setdefault(pair, Conflict(claims=(left.claim, right.claim), why=why))
    return tuple(found.values())


def _subjects(claim: Claim) -> tuple[str, ...]:
    held = getattr(claim, claim.grammar.subject[0])
    return held if isinstance(held, tuple) else (held or "",)


def _without_subject(records: Records, kind: type[Claim]) -> tuple[Told, ...]:
    return tuple(Told(each) for each in records.store.by_kind.get(kind.kind, ()) if _subjects(each) == ("",))


class _Clashing:
    """The claims of one kind about one subject, compared pair by pair."""

    def __init__(self, records: Records, kind: type[Claim], subject: str, *, single: bool, ahead: bool) -> None:
        self._records, self._kind, self._subject = records, kind, subject
        self._single, self._ahead = single, ahead
        self._being = kind.grammar.being
        self._figures = kind.grammar.rivalry is Rivalry.QUANTITY
        self._totals = self._figures and self._being is Being.TOTAL

    def among(self, words: tuple[Word, ...]) -> Iterator[tuple[Word, Word, str]]:
        """Every two words that cannot both be right, and why."""
        firm = sorted((word for word in words if word.full and word.own.possible), key=lambda word: word.own.s2)
        for left, right in self._pairs(firm):
            if why := self._why(left, right):
                yield left, right, why

    def _pairs(self, words: list[Word]) -> Iterator[tuple[Word, Word]]:
        """Every two words that may have to do with each other."""
        for group in self._apart(words):
            if self._totals:
                # Two totals do where they tell of one window, or give one number.
                for bucket in _together(group, lambda word: word.own):
                    yield from combinations(bucket, 2)
                for bucket in _together(group, lambda word: word.value):
                    yield from (pair for pair in combinations(bucket, 2) if pair[0].own != pair[1].own)
                continue
            for index, left in enumerate(group):
                for right in group[index + 1 :]:
                    # Sorted by their latest starts, no later word can surely overlap this one any more.
                    if self._being is Being.HOLDS and not self._ahead and right.own.s2 > left.own.e1:
                        break
                    yield left, right

    def _apart(self, words: list[Word]) -> Iterable[list[Word]]:
        """The words in groups that have nothing to do with each other: figures of different subjects do not."""
        if not self._figures:
            return (words,)
        return _together(words, self._relations(-math.inf).subject)

    def _relations(self, day: float) -> Relations:
        sameness = Sameness(self._records, day, day)
        return Relations(self._kind, sameness, ids=has_ids(self._kind), single=self._single)

    def _why(self, left: Word, right: Word) -> str | None:
        relations = self._relations(max(left.own.s2, right.own.s2))
        if relations.alike(left, right):
            # A denial is of no stay: that one reaches further than the other is no dispute.
            return self._why_disputed(left, right) if left.affirms else None
        if not relations.opposed(left, right):
            return None
        if self._being is Being.TOTAL:
            exact = left.own == right.own and left.own.s1 == left.own.s2 and left.own.e1 == left.own.e2
            return self._why_opposed(left, right) if exact else None
        return self._why_opposed(left, right) if clash(left, right) else None

    def _why_opposed(self, left: Word, right: Word) -> str:
        told, days = self._told(left, right), "" if self._being is Being.REPORT else f" {_shared(left.own, right.own)}"
        if left.affirms is not right.affirms:
            said, denied = (left, right) if left.affirms else (right, left)
            values = self._named(said), self._named(denied)
            if values[0] == values[1]:
                return f"{told}: {values[0]}, both said and denied{days}"
            return f"{told}: {values[0]} is said{days}, and {values[1]} denied"
        both = f"{self._named(left)} and {self._named(right)}"
        if self._being is Being.TOTAL:
            return f"{told}: two figures for one window{days}, {both}"
        if self._kind.grammar.rivalry is Rivalry.DATE:
            return f"{told}: two deadlines of one thing share no day, {both}"
        return f"{told}: {both} are both said{days}, and each excludes the other"

    def _why_disputed(self, left: Word, right: Word) -> str | None:
        if not disputed(left, right, self._being, planned=self._ahead):
            return None
        told, one = self._told(left, right), self._named(left)
        dates = " and ".join(period_in_words(each.claim.period) for each in (left, right))
        if self._ahead:
            return f"{told}: two plans of one thing, {one}, share no day for its start or its end, {dates}"
        if self._being is Being.EXTENT:
            return f"{told}: no extent of the event fits both, {dates}"
        if not _differ(left.own, right.own):
            return None
        return f"{told}: two accounts of one stay, {one}, differ over its dates, {dates}"

    def _told(self, left: Word, right: Word) -> str:
        """What the claims are about: ``control of Al-Asad Airbase``; where they say where, also that."""
        grammar, records = self._kind.grammar, self._records
        about = self._kind.kind.replace("_", " ")
        if self._subject:
            about += f" {'at' if grammar.subject[0] == 'at' else 'of'} {records.label(self._subject)}"
        sites = {getattr(each.claim, grammar.site) for each in (left, right)} if grammar.site else set()
        if len(sites) == 1 and (site := sites.pop()) and grammar.site != grammar.subject[0]:
            about += f" in {value_in_words(records, site)}"
        return about

    def _named(self, word: Word) -> str:
        value = value_in_words(self._records, word.value)
        return value if word.detail == UNSTATED else f"{value} ({word.detail.replace('-', ' ')})"


def _together(words: Iterable[Word], key: Callable[[Word], object]) -> Iterable[list[Word]]:
    """The words that share something, each group in their order."""
    groups: dict[object, list[Word]] = {}
    for word in words:
        groups.setdefault(key(word), []).append(word)
    return groups.values()


def _shared(left: Bounds, right: Bounds) -> str:
    """The days of which both are certain; or, where they surely overlap on days that nobody knows, where those lie."""
    first, last = max(left.s2, right.s2), min(left.e1, right.e1)
    if first > last:
        return f"at some time from {_day(last)} to {_day(first)}"
    if first == last:
        return f"on {_day(first)}"
    began = "" if first == -math.inf else f"from {_day(first)} "
    return f"{began}to {_day(last)}" if last < math.inf else f"{began}on"


def _day(day: float) -> str:
    return iso(int(day))


def _differ(left: Bounds, right: Bounds) -> bool:
    """Whether there is a day that is certain in one and ruled out by the other."""
    return min(left.s2, right.s2) < max(left.s1, right.s1) or max(left.e1, right.e1) > min(left.e2, right.e2)
