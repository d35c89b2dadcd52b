"""Bounds that are narrower than a claim's own: by the rivals it must be kept apart from, by the event it is part of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from oirmodel.claims import CLAIM_KINDS, Being, Claim, Occurrence
from oirmodel.dataset import Records
from oirmodel.entities import Event, Post
from oirmodel.query.ground import Kinship
from oirmodel.query.inferring.conclusions import concluded, is_ground, rests_on_others
from oirmodel.query.matter import has_ids
from oirmodel.query.questions.asking import bearing_on
from oirmodel.query.rules import Relations, in_order
from oirmodel.query.sameness import Sameness
from oirmodel.query.strands import strands_of
from oirmodel.query.words import ALWAYS, Reading, Word, gather
from oirmodel.temporal import Bounds
from oirmodel.truth import Truth

__all__ = ["narrowed_by_events", "narrowed_by_rivals"]


def narrowed_by_rivals(records: Records) -> Iterator[Claim]:
    """
    The states whose bounds a rival narrows, because the two can be kept apart in one order only, with those bounds.

    The rivals are those of the grading, but for those that are rivals, or denials of it, by grace of a third claim:
    that two ids are one thing, or that the one belongs to the other. Which rival narrows a claim is then told in full
    by the two.
    """
    kinship = Kinship(records.store)
    for kind in CLAIM_KINDS:
        if kind.grammar.being is not Being.HOLDS:
            continue
        field = kind.grammar.subject[0]
        for subject in sorted({getattr(each, field) for each in records.store.by_kind.get(kind.kind, ())}):
            relations = _Apart(records, kind, subject, kinship)
            words = _words(records, kind, subject)
            for word in (each for strand in strands_of(words, relations) for each in strand.words):
                own = getattr(word.claim, field) == subject and word.affirms and word.full
                if own and (word.bounds.s1 > word.own.s1 or word.bounds.e2 < word.own.e2):
                    rivals = _narrowing(word, words, relations)
                    yield from _narrower(records, word.claim, rivals, word.bounds)


def _words(records: Records, kind: type[Claim], subject: str) -> tuple[Word, ...]:
    """The words on a subject, by its own id, and by those of its parts and wholes."""
    store, field = records.store, kind.grammar.subject[0]
    near = {subject, *store.all_parts(subject), *store.all_wholes(subject)}
    claims = (
        (claim, detail)
        for claim, detail in bearing_on(records, kind, subject)
        if getattr(claim, field) in near and not rests_on_others(claim)
    )
    return gather(records, claims, ALWAYS, Reading())


class _Apart(Relations):
    """Which words exclude each other in whatever view they stand."""

    __slots__ = ("_kinship", "_others")

    def __init__(self, records: Records, kind: type[Claim], subject: str, kinship: Kinship) -> None:
        post = records.entities.get(subject)
        single = isinstance(post, Post) and post.single
        super().__init__(kind, Sameness(records, *ALWAYS), ids=has_ids(kind), single=single)
        self._kinship, self._others = kinship, kind.grammar.subject[1:]

    def opposed(self, left: Word, right: Word) -> bool:
        """Whether both cannot be so of one day, by what the two say alone."""
        if not super().opposed(left, right):
            return False
        if any(_held(left.claim, each) != _held(right.claim, each) for each in self._others):
            return False
        if left.affirms and right.affirms:
            return not (has_ids(type(left.claim)) and self._kinship.related(left.value, right.value))
        return bool(left.value == right.value)


def _held(claim: Claim, field: str) -> object:
    value = getattr(claim, field)
    return frozenset(value) if isinstance(value, tuple) else value


def _narrowing(word: Word, words: Sequence[Word], relations: _Apart) -> list[Claim]:
    """The claims that narrow a word: one for its end, one for its start; of several the first told."""
    found = []
    opposed = [each for each in words if each.full and each.own.possible and relations.opposed(word, each)]
    if word.bounds.e2 < word.own.e2:
        ending = (each for each in opposed if 0 <= each.own.s2 - word.bounds.e2 <= 1)
        found.append([each for each in ending if in_order((word,), (each,), (each,))[0].bounds.e2 == word.bounds.e2])
    if word.bounds.s1 > word.own.s1:
        starting = (each for each in opposed if 0 <= word.bounds.s1 - each.own.e1 <= 1)
        found.append([each for each in starting if in_order((word,), (each,), (each,))[0].bounds.s1 == word.bounds.s1])
    return [_first_told(each.claim for each in group) for group in found]


def _first_told(claims: Iterable[Claim]) -> Claim:
    return min(claims, key=lambda each: (each.reported.span.last, each.id))


class _Account(NamedTuple):
    """What one claim says of the extent of an event."""

    claim: Occurrence
    bounds: Bounds


def narrowed_by_events(records: Records) -> Iterator[Claim]:
    """
    The events whose extents another event narrows, with those extents: a part lies within the whole.

    An event that is ``part_of`` another starts no earlier and ends no later than that one, through others too. Nothing
    follows from being a part of an operation: that it is ongoing is claimed stay by stay, and the event may be of
    another stay.
    """
    accounts: dict[str, list[_Account]] = {}
    for claim in records.store.by_kind.get(Occurrence.kind, ()):
        if isinstance(claim, Occurrence) and _is_uncorrected(records, claim) and records.bounds(claim).possible:
            accounts.setdefault(claim.of, []).append(_Account(claim, records.bounds(claim)))
    around = {event: _wholes(records, event) for event in accounts}
    within: dict[str, list[str]] = {}
    for event, wholes in around.items():
        for whole in wholes:
            within.setdefault(whole, []).append(event)
    for event, told in accounts.items():
        of_wholes = [each for whole in around[event] for each in accounts.get(whole, ())]
        of_parts = [each for part in within.get(event, ()) for each in accounts[part]]
        for account in told:
            yield from _fitted(records, account, of_wholes, of_parts)


def _is_uncorrected(records: Records, claim: Claim) -> bool:
    return is_ground(records, claim) and records.standing(claim).throughout(*ALWAYS) is Truth.YES


def _wholes(records: Records, event: str) -> tuple[str, ...]:
    """The events that an event is part of, the nearest first."""
    found: dict[str, None] = {}
    entity = records.entities.get(event)
    while isinstance(entity, Event) and entity.part_of is not None and entity.part_of not in (event, *found):
        entity = records.entities.get(entity.part_of)
        if isinstance(entity, Event):
            found[entity.id] = None
    return tuple(found)


def _fitted(
    records: Records, account: _Account, of_wholes: Sequence[_Account], of_parts: Sequence[_Account]
) -> Iterator[Claim]:
    """An account with the bounds that those of the wholes and of the parts leave it."""
    s1, s2, e1, e2 = account.bounds
    rest = {
        "s1": max((each.bounds.s1 for each in of_wholes), default=s1),
        "s2": min((each.bounds.s2 for each in of_parts), default=s2),
        "e1": max((each.bounds.e1 for each in of_parts), default=e1),
        "e2": min((each.bounds.e2 for each in of_wholes), default=e2),
    }
    sharper = {
        side: bound
        for side, bound in rest.items()
        if (bound > getattr(account.bounds, side) if side in ("s1", "e1") else bound < getattr(account.bounds, side))
    }
    premises = [
        _first_told(
            each.claim
            for each in (of_wholes if side in ("s1", "e2") else of_parts)
            if getattr(each.bounds, side) == bound
        )
        for side, bound in sharper.items()
    ]
    if premises:
        bounds = account.bounds._replace(**sharper).normalised()
        yield from _narrower(records, account.claim, premises, bounds)


def _narrower(records: Records, claim: Claim, others: Iterable[Claim], bounds: Bounds) -> Iterator[Claim]:
    """The claim with the narrower bounds, which rests on itself and on what narrows it."""
    narrowing = tuple(dict.fromkeys(others))
    named = ", ".join(each.id for each in narrowing)
    because = f"the dates of {claim.id} narrowed by {named}"
    found = concluded(records, (claim,), bounds, because, beside=narrowing)
    if found is not None:
        yield found
