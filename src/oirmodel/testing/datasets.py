"""Strategies for whole datasets, in which every id refers to something of the right kind."""

from functools import lru_cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from oirmodel.claims import Claim
from oirmodel.dataset import Header
from oirmodel.entities import (
    Agreement,
    Commitment,
    Entity,
    Event,
    Force,
    Installation,
    Operation,
    Organization,
    Person,
    Place,
    Post,
    Source,
)
from oirmodel.frozen import FrozenMap, evolve
from oirmodel.query import Dataset
from oirmodel.testing.claims import claims
from oirmodel.testing.entities import STRATEGIES, sources
from oirmodel.testing.fields import pool_of
from oirmodel.vocab import Modality

__all__ = ["datasets"]

_COUNTS: Final[tuple[tuple[type[Entity], int, int], ...]] = (
    (Place, 1, 2),
    (Installation, 1, 2),
    (Force, 2, 3),
    (Organization, 1, 1),
    (Person, 1, 2),
    (Post, 1, 1),
    (Operation, 1, 2),
    (Event, 1, 2),
    (Agreement, 1, 1),
    (Commitment, 1, 1),
)
"""How many of each kind, in an order in which each refers to earlier ones only, so that nothing is part of itself."""
_LINKS: Final = ("corrects", "supersedes", "retracts")
_ENVELOPE: Final = ("period", "recorded", "asserted_by", "citations", "modality", "assumptions", "grades", "note")


# A strategy is slow to make, and the pools of small datasets are few.


@lru_cache(maxsize=1_000)
def _entity(kind: type[Entity], pool: FrozenMap[str, tuple[str, ...]], an_id: str) -> SearchStrategy[Entity]:
    return STRATEGIES[kind](pool, id=st.just(an_id))


@lru_cache(maxsize=1_000)
def _source(number: int) -> SearchStrategy[Source]:
    return sources(id=st.just(f"source-{number}"))


@lru_cache(maxsize=1_000)
def _claims(pool: FrozenMap[str, tuple[str, ...]]) -> SearchStrategy[Claim]:
    return claims(pool=pool)


@composite
def datasets(draw: DrawFn, /, *, max_claims: int = 6) -> Dataset:
    """
    Datasets of some ten to twenty entities, one to three sources, and claims about them.

    Every id names something of the right kind. Some claims correct, supersede or retract an earlier one of their kind,
    about the same subject and reported no earlier; some are inferred from earlier ones.
    """
    count = draw(st.integers(min_value=0, max_value=max_claims))
    entities: list[Entity] = []
    for kind, fewest, most in _COUNTS:
        for number in range(1, draw(st.integers(min_value=fewest, max_value=most)) + 1):
            entities.append(draw(_entity(kind, pool_of(*entities), f"{kind.kind}-{number}")))
    documents = [draw(_source(number)) for number in range(1, draw(st.integers(min_value=1, max_value=3)) + 1)]
    pool = pool_of(*entities, *documents)
    said: list[Claim] = []
    for number in range(1, count + 1):
        tied = _tied(draw, draw(_claims(pool)), said)
        said.append(evolve(tied, id=f"{tied.kind.replace('_', '-')}-claim-{number}"))
    return Dataset(header=Header(id="generated", license="CC0-1.0"), entities=entities, sources=documents, claims=said)


def _tied(draw: DrawFn, claim: Claim, earlier: list[Claim]) -> Claim:
    """A claim as it is; or one inferred from earlier claims; or one that removes an earlier claim."""
    tie = draw(st.sampled_from(("none", "none", "infers", *_LINKS))) if earlier else "none"
    if tie == "none":
        return claim
    if tie == "infers":
        premises = draw(st.lists(st.sampled_from(earlier), min_size=1, max_size=2, unique_by=lambda each: each.id))
        return evolve(claim, modality=Modality.INFERRED, derived_from=tuple(each.id for each in premises))
    target = draw(st.sampled_from(earlier))
    removal = {"reported": max(claim.reported, target.reported, key=lambda each: each.span), tie: (target.id,)}
    subject = {name: getattr(target, name) for name in target.grammar.subject}
    if type(claim) is type(target) and getattr(claim, claim.grammar.value) not in subject.values():
        return evolve(claim, **subject, **removal)  # another value of the same subject
    envelope = {name: getattr(claim, name) for name in _ENVELOPE}
    untied: dict[str, Any] = dict.fromkeys((*_LINKS, "derived_from"), ())
    return evolve(target, **{**untied, **envelope, **removal})  # the same again, in another envelope
