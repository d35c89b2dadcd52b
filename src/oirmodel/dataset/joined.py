"""Which ids are one thing, by the SameAs claims that stand."""

from collections.abc import Callable, Iterable, Mapping

from oirmodel.claims import Claim, SameAs
from oirmodel.dataset.standing import Standing, weight
from oirmodel.entities import Entity, Force, Organization, Person
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["joined"]


def joined(
    claims: Iterable[SameAs], entities: Mapping[str, Entity], standing: Callable[[Claim], Standing]
) -> Mapping[str, str]:
    """
    Every id that is joined with another, with the one that stands for all: the first of them by the alphabet.

    A claim joins where it counts in full and nobody denies it; two placeholders are never joined.
    """
    firm = [each for each in claims if weight(each.modality) & standing(each).truth is Truth.YES]
    denied = {frozenset((each.one, each.other)) for each in firm if each.modality is Modality.DENIED}
    together: dict[str, set[str]] = {}
    for claim in firm:
        pair = frozenset((claim.one, claim.other))
        if pair in denied or all(_is_placeholder(entities.get(each)) for each in pair):
            continue
        group = together.get(claim.one, {claim.one}) | together.get(claim.other, {claim.other})
        for each in group:
            together[each] = group
    return {each: min(group) for each, group in together.items()}


def _is_placeholder(entity: Entity | None) -> bool:
    return isinstance(entity, Force | Organization | Person) and entity.placeholder
