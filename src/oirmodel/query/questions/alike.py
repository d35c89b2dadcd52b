"""What may be one thing under two ids, and which names are like a text: proposals, and never more than that."""

import math
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from oirmodel.claims import Affiliation, Claim, DifferentFrom
from oirmodel.dataset import Records, weight
from oirmodel.entities import ENTITY_KINDS, Entity
from oirmodel.errors import InvalidQuestion
from oirmodel.query.proposal import NearName, Proposal, Reason, Sign
from oirmodel.query.questions.asking import Ref
from oirmodel.query.signs import (
    Found,
    Names,
    said_to_be_one,
    same_external_id,
    same_point,
    same_point_as,
    same_post,
)
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["candidates", "look_alikes", "near_names"]

_ALWAYS: Final = (-math.inf, math.inf)
_TELLING: Final = ("category", "country", "iso_3166_2", "of", "agreement")
"""Fields of entities in which two that are one thing hardly differ, where both have a value."""
_DOUBTED: Final = 0.6
"""What each reason against leaves of a score."""


def look_alikes(
    records: Records, of: Ref | None = None, /, *, kind: type[Entity] | str | None = None
) -> tuple[Proposal, ...]:
    """
    Every two entities of one kind that may be one thing, the likeliest first; nothing is joined by it.

    A reason is one name, or names that are alike over scripts and spellings; one external id; one single post held at
    about the same time; points within their precisions of each other; or that somebody says so, without that counting
    in full. Each is told in words. Names whose numbers differ are not alike, words weigh the less the more things of
    the kind have them, and what more than twenty have in common is no reason.

    Left out is what the view answers already: two that a SameAs joins, directly or by way of others or against what
    somebody else says; two that are said to be different, or are one with such; two of which one belongs to the other
    or lies in it; and two placeholders. ``of`` keeps to proposals about one entity, ``kind`` to one kind. Raises
    :class:`~oirmodel.errors.InvalidQuestion` for a kind that there is not.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> again = oirmodel.Person(id="muhammad-al-husai", names=[oirmodel.Name(text="Muhammad al-Husai")])
    >>> for proposal in look_alikes(data.plus(again), "muhammad-al-husai"):
    ...     print(proposal.one, proposal.other, proposal.reasons[0].sign)
    mohammed-al-huassai muhammad-al-husai spelling
    """
    chosen = _kinds(kind)
    entity = None if of is None else records.entity(of, *chosen)
    found = _signs(records, chosen, entity)
    return _proposals(records, chosen, (each for each in found if entity is None or entity.id in each.pair))


def candidates(records: Records, ids: Collection[str]) -> tuple[Proposal, ...]:
    """
    Every two entities, one of ``ids`` and one that is not, that may be one thing: what of an import may be known.

    They are proposed as by :func:`look_alikes`, but that the words of names weigh what they weigh among the others,
    and that it does not matter how many of ``ids`` are spelt alike: a file may have a city in thirty spellings.

    >>> import oirmodel
    >>> new = [
    ...     oirmodel.Place(id=f"new-{each.lower()}", names=[oirmodel.Name(text=each)]) for each in ("Mosel", "Dijla")
    ... ]
    >>> data = oirmodel.load("inherent-resolve").plus(*new)
    >>> [(each.one, each.other) for each in candidates(data, {"new-mosel", "new-dijla"})]
    [('mosul', 'new-mosel')]
    """
    theirs = [each for each in records.entities.values() if each.id in ids]
    others = [each for each in records.entities.values() if each.id not in ids]
    found = _signs_between(records, theirs, others)
    return _proposals(
        records, ENTITY_KINDS, (each for each in found if (each.pair[0] in ids) is not (each.pair[1] in ids))
    )


def _signs_between(records: Records, theirs: list[Entity], others: list[Entity]) -> Iterator[Found]:
    for kind in ENTITY_KINDS:
        names = Names(others, kind)
        for each in theirs:
            if isinstance(each, kind):
                yield from names.near_entity(each)
    yield from same_external_id((*theirs, *others))
    yield from same_post(records)
    yield from same_point_as(others, theirs)
    yield from said_to_be_one(records)


def _proposals(records: Records, kinds: tuple[type[Entity], ...], found: Iterable[Found]) -> tuple[Proposal, ...]:
    """What signs come to: a proposal for each two that may be asked about, the likeliest first."""
    reasons: dict[tuple[str, str], list[Found]] = {}
    for each in found:
        reasons.setdefault(each.pair, []).append(each)
    answered = _Answered(records)
    proposals = [
        _proposal(records, records.entities[one], records.entities[other], signs)
        for (one, other), signs in reasons.items()
        if _comparable(records, one, other, kinds) and not answered.about(one, other)
    ]
    return tuple(sorted(proposals, key=lambda each: (-each.score, each.one, each.other)))


def near_names(records: Records, text: str, /, *, kind: type[Entity] | str | None = None) -> tuple[NearName, ...]:
    """
    Every entity with a name like a text, the most alike first: what a name in a document may stand for.

    Names are compared as :func:`look_alikes` compares them, over scripts and spellings. Placeholders have no names in
    this sense. For the one entity that has just this name, ask ``records.find``.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> [(each.id, each.name) for each in near_names(data, "Muhammad al-Hussai", kind="person")]
    [('mohammed-al-huassai', 'Mohammed al-Huassai')]
    """
    found = [
        NearName(id=records.entities[an_id].id, name=alike.other.text, why=alike.reason.why, score=alike.score)
        for each in _kinds(kind)
        for an_id, alike in _names(records, each).near(text)
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.id)))


def _kinds(kind: type[Entity] | str | None) -> tuple[type[Entity], ...]:
    if kind is None:
        return ENTITY_KINDS
    found = tuple(each for each in ENTITY_KINDS if kind in (each, each.kind))
    if not found:
        raise InvalidQuestion(f"there is no kind {kind!r}; there are {', '.join(each.kind for each in ENTITY_KINDS)}")
    return found


def _names(records: Records, kind: type[Entity]) -> Names:
    """The names of a kind, which no view changes."""
    kept = records.store.worked_out
    if (Names, kind) not in kept:
        kept[Names, kind] = Names(records.store.entities.values(), kind)
    names: Names = kept[Names, kind]
    return names


def _signs(records: Records, kinds: tuple[type[Entity], ...], of: Entity | None) -> Iterator[Found]:
    entities = [each for each in records.entities.values() if isinstance(each, kinds if of is None else type(of))]
    for kind in kinds if of is None else (type(of),):
        yield from _names(records, kind).pairs(None if of is None else of.id)
    yield from same_external_id(entities)
    yield from same_post(records)
    yield from same_point(entities)
    yield from said_to_be_one(records)


def _comparable(records: Records, one: str, other: str, kinds: tuple[type[Entity], ...]) -> bool:
    """Whether two ids are of one kind, of those asked about, and neither is a part of the other."""
    left, right = records.entities.get(one), records.entities.get(other)
    if type(left) is not type(right) or not isinstance(left, kinds):
        return False
    if getattr(left, "placeholder", False) and getattr(right, "placeholder", False):
        return False
    return not (_is_within(records, one, other) or _is_within(records, other, one))


def _is_within(records: Records, part: str, whole: str) -> bool:
    above = (*records.store.all_wholes(part), getattr(records.entities[part], "part_of", None))
    return whole in above or any(
        claim.to == whole
        and claim.relation.belongs
        and claim.modality is not Modality.DENIED
        and weight(claim.modality) & records.standing(claim).truth is Truth.YES
        for claim in records.store.by_subject.get((Affiliation.kind, part), ())
        if isinstance(claim, Affiliation)
    )


class _Answered:
    """Of which two ids a view says already whether they are one thing."""

    def __init__(self, records: Records) -> None:
        self._identities = records.identities
        self._parted = {frozenset(map(self._one, pair)) for pair in self._identities.partings}

    def _one(self, an_id: str) -> str:
        return self._identities.joined.get(an_id, an_id)

    def about(self, one: str, other: str) -> bool:
        linked = self._identities.linked
        if linked.get(one, one) == linked.get(other, other):
            return True
        return frozenset((self._one(one), self._one(other))) in self._parted


def _proposal(records: Records, one: Entity, other: Entity, found: list[Found]) -> Proposal:
    found.sort(key=lambda each: (-each.score, each.reason.why))
    against = tuple(_against(records, one, other))
    score = (1 - math.prod(1 - each.score for each in found)) * _DOUBTED ** len(against)
    reasons = tuple(each.reason for each in found)
    return Proposal(one=one.id, other=other.id, reasons=reasons, against=against, score=round(score, 3))


def _against(records: Records, one: Entity, other: Entity) -> Iterator[Reason]:
    """What speaks against that two are one: what they are, their external ids, and what somebody says."""
    for name in _TELLING:
        left, right = getattr(one, name, None), getattr(other, name, None)
        values = [str(each) for each in (left, right) if each is not None and str(each) != "unstated"]
        if len(set(values)) > 1 and not (name == "of" and _are_one(records, *values)):
            yield Reason(sign=Sign.ATTRIBUTE, why=f"their {name.replace('_', ' ')} differs: {' and '.join(values)}")
    schemes = {each.scheme for each in one.external_ids} & {each.scheme for each in other.external_ids}
    for scheme in sorted(schemes):
        held = [{each.format() for each in entity.external_ids if each.scheme == scheme} for entity in (one, other)]
        if held[0].isdisjoint(held[1]):
            ids = " and ".join(sorted(held[0] | held[1]))
            yield Reason(sign=Sign.EXTERNAL_ID, why=f"one scheme gives them different ids: {ids}")
    for claim in records.claims(DifferentFrom):
        if {claim.one, claim.other} == {one.id, other.id} and _counts_in_part(records, claim):
            why = "somebody says that they are two, and it does not count in full"
            yield Reason(sign=Sign.SAID, why=why, claims=(claim,))


def _are_one(records: Records, one: str, other: str) -> bool:
    return other in records.joined_with(one)


def _counts_in_part(records: Records, claim: Claim) -> bool:
    counts = weight(claim.modality) & records.standing(claim).throughout(*_ALWAYS)
    return counts is Truth.MAYBE and claim.modality is not Modality.DENIED
