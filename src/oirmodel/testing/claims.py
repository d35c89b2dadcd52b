"""Strategies for claims. Each draws the ids that it refers to from the pool; a new kind is one more function here."""

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast, overload

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from oirmodel.claims import (
    CLAIM_KINDS,
    Affiliation,
    AgreementStatus,
    Assessment,
    Attribute,
    Attribution,
    Casualties,
    Claim,
    CommitmentStatus,
    CommitmentTerms,
    Control,
    DifferentFrom,
    Occurrence,
    OperationStatus,
    Order,
    Ownership,
    Participation,
    Posting,
    Presence,
    Purpose,
    SameAs,
    Strength,
    StrengthChange,
    Tally,
)
from oirmodel.ids import ActorId, EntityId, SiteId
from oirmodel.testing.fields import Pool, built, ids_for, ids_in
from oirmodel.testing.provenance import citations, grades, speakers
from oirmodel.testing.values import days, imprecise_dates, points, quantities
from oirmodel.vocab import Counted, Modality, Spread, TimeRelation, TimeUnit

__all__ = [
    "STRATEGIES",
    "affiliations",
    "agreement_statuses",
    "assessments",
    "attributes",
    "attributions",
    "casualties",
    "claims",
    "commitment_statuses",
    "commitment_terms",
    "controls",
    "different_from",
    "occurrences",
    "operation_statuses",
    "orders",
    "ownerships",
    "participations",
    "postings",
    "presences",
    "purposes",
    "same_as",
    "strength_changes",
    "strengths",
    "tallies",
]

C = TypeVar("C", bound=Claim)

_OF_PEOPLE_AND_THINGS: Final = (Counted.PERSONNEL, Counted.AIRCRAFT, Counted.VEHICLES)
_OF_DOINGS: Final = tuple(each for each in Counted if each not in _OF_PEOPLE_AND_THINGS)
_AIMS: Final = ("defeat ISIS", "train and advise", "secure the oil fields")
_OWED: Final = ("leave the base", "end the mission")
_CONDITIONS: Final = (None, "if the situation allows")
_JUDGEMENTS: Final = ("still poses a threat", "a turning point")
_WORTH: Final = ("second-largest airbase", "largest base", "Anbar Province")


def _claim(kind: type[C], pool: Pool | None, fields: dict[str, SearchStrategy[Any]]) -> SearchStrategy[C]:
    """Claims of a kind in an envelope that makes sense: half of them are asserted, and none removes another."""
    ids = ids_in(pool)
    actors = ids_for(ActorId, ids)
    untouched: SearchStrategy[tuple[str, ...]] = st.just(())
    envelope: dict[str, SearchStrategy[Any]] = {
        "reported": st.one_of(days(), days(), imprecise_dates()),
        "recorded": st.none() | st.sampled_from(("2026-02-01", "2027-01-01")),
        "asserted_by": st.lists(speakers(ids), max_size=2).map(tuple) if actors else untouched,
        "citations": st.lists(citations(ids), min_size=1, max_size=2).map(tuple),
        "modality": st.just(Modality.ASSERTED) | st.sampled_from(Modality),
        "grades": st.lists(grades(ids), max_size=1).map(tuple) if actors else untouched,
        **dict.fromkeys(("corrects", "supersedes", "retracts", "derived_from"), untouched),
    }
    return built(kind, ids, envelope | fields)


def _where(draw: DrawFn, pool: Pool, *, at_least: int = 0) -> dict[str, SearchStrategy[Any]]:
    """Some sites, each once, and a spread that fits their number."""
    at = draw(st.lists(st.sampled_from(ids_for(SiteId, pool)), min_size=at_least, max_size=2, unique=True))
    fitting = list(Spread) if len(at) > 1 else [each for each in Spread if each is not Spread.TOGETHER]
    return {"at": st.just(tuple(at)), "spread": st.sampled_from(fitting if at else [Spread.UNSTATED])}


def controls(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Control]:
    """Reports that an actor controls a site, to every degree."""
    return _claim(Control, pool, fields)


def ownerships(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Ownership]:
    """Reports that an actor owns a site, alone or not."""
    return _claim(Ownership, pool, fields)


def presences(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Presence]:
    """Reports that an actor is at a site, in every role."""
    return _claim(Presence, pool, fields)


@composite
def strengths(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Strength:
    """Reports how many people, aircraft or vehicles an actor has at one site or two."""
    own = {"counted": st.sampled_from(_OF_PEOPLE_AND_THINGS)} | _where(draw, ids_in(pool), at_least=1)
    return draw(_claim(Strength, pool, own | fields))


@composite
def strength_changes(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> StrengthChange:
    """Reports of surges, reinforcements and drawdowns, with a number, a share, both or neither."""
    own = {"counted": st.sampled_from(_OF_PEOPLE_AND_THINGS)} | _where(draw, ids_in(pool), at_least=1)
    return draw(_claim(StrengthChange, pool, own | fields))


@composite
def affiliations(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Affiliation:
    """Reports that one actor belongs to or stands by another, in every relation."""
    two = draw(st.lists(st.sampled_from(ids_for(ActorId, ids_in(pool))), min_size=2, max_size=2, unique=True))
    return draw(_claim(Affiliation, pool, {"of": st.just(two[0]), "to": st.just(two[1])} | fields))


def postings(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Posting]:
    """Reports that a person holds a post."""
    return _claim(Posting, pool, {"rank": st.none() | st.sampled_from(("Lt. Gen.", "Maj. Gen."))} | fields)


def participations(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Participation]:
    """Reports that an actor takes part in an operation, an event or an agreement, with up to two kinds of aircraft."""
    ids = ids_in(pool)
    of = st.sampled_from([each for kind in ("operation", "event", "agreement") for each in ids.get(kind, ())])
    aircraft = st.lists(st.sampled_from(("F-16", "F-15", "A-10")), max_size=2, unique=True).map(tuple)
    return _claim(Participation, pool, {"of": of, "equipment": aircraft} | fields)


def operation_statuses(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[OperationStatus]:
    """Reports that an operation is ongoing, transitioned or ended."""
    return _claim(OperationStatus, pool, fields)


def purposes(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Purpose]:
    """Reports what an operation, or a force at a site, is for."""
    ids = ids_in(pool)
    of = st.sampled_from((*ids.get("operation", ()), *ids_for(ActorId, ids)))
    return _claim(Purpose, pool, {"of": of, "aim": st.sampled_from(_AIMS)} | fields)


@composite
def occurrences(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Occurrence:
    """Reports that an event happened, at up to two sites."""
    return draw(_claim(Occurrence, pool, _where(draw, ids_in(pool)) | fields))


@composite
def casualties(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Casualties:
    """Reports harm to people: in an event, an operation, under an agreement, or of none of them."""
    ids = ids_in(pool)
    doings = (*ids.get("event", ()), *ids.get("operation", ()), *ids.get("agreement", ()))
    own: dict[str, SearchStrategy[Any]] = {"of": st.sampled_from((None, *doings))} | _where(draw, ids)
    return draw(_claim(Casualties, pool, own | {"cause": st.sampled_from((None, "airstrikes"))} | fields))


@composite
def tallies(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Tally:
    """Reports a count of strikes, engagements, sorties, munitions, incidents or operations."""
    ids = ids_in(pool)
    doings = (*ids.get("operation", ()), *ids.get("event", ()))
    own: dict[str, SearchStrategy[Any]] = {"of": st.sampled_from((None, *doings))} | _where(draw, ids)
    return draw(_claim(Tally, pool, own | {"counted": st.sampled_from(_OF_DOINGS)} | fields))


def attributions(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Attribution]:
    """Reports that an actor is responsible for an event, or for the harm of another claim."""
    ids = ids_in(pool)
    of = st.sampled_from((*ids.get("event", ()), *ids.get("claim", ())))
    return _claim(Attribution, pool, {"of": of} | fields)


def agreement_statuses(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[AgreementStatus]:
    """Reports that an agreement is proposed, agreed, signed, ratified, in force, expired or replaced."""
    return _claim(AgreementStatus, pool, fields)


def commitment_terms(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[CommitmentTerms]:
    """Reports of what is owed, by when and on what condition."""
    ids = ids_in(pool)
    actors = st.sampled_from((None, *ids_for(ActorId, ids)))
    own = {
        "by": actors,
        "to": actors,
        "what": st.sampled_from(_OWED),
        "due": st.none() | days() | imprecise_dates(),
        "condition": st.sampled_from(_CONDITIONS),
    }
    return _claim(CommitmentTerms, pool, own | fields)


def commitment_statuses(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[CommitmentStatus]:
    """Reports that a commitment is pending, deferred, met, partly met, breached or waived."""
    return _claim(CommitmentStatus, pool, fields)


@composite
def orders(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> Order:
    """Reports that one event or operation came before or after another, with a lag or without."""
    ids = ids_in(pool)
    doings = (*ids.get("event", ()), *ids.get("operation", ()))
    two = draw(st.lists(st.sampled_from(doings), min_size=2, max_size=2, unique=True))
    relation = draw(st.sampled_from(TimeRelation))
    has_lag = relation is not TimeRelation.AT_ONCE_WITH and draw(st.booleans())
    own: dict[str, SearchStrategy[Any]] = {
        "one": st.just(two[0]),
        "relation": st.just(relation),
        "other": st.just(two[1]),
        "lag": quantities() if has_lag else st.none(),
        "lag_unit": st.sampled_from(TimeUnit) if has_lag else st.none(),
    }
    return draw(_claim(Order, pool, own | fields))


def attributes(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Attribute]:
    """Reports of where an entity lies, of its rank or of its place in an order."""
    own: dict[str, SearchStrategy[Any]] = {
        "value": st.sampled_from(_WORTH),
        "entity": st.none(),
        "point": st.none() | points(),
    }
    return _claim(Attribute, pool, _of_an_entity(pool) | own | fields)


def assessments(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Assessment]:
    """Judgements about any entity."""
    return _claim(Assessment, pool, _of_an_entity(pool) | {"judgement": st.sampled_from(_JUDGEMENTS)} | fields)


def _of_an_entity(pool: Pool | None) -> dict[str, SearchStrategy[Any]]:
    return {"of": st.sampled_from(ids_for(EntityId, ids_in(pool)))}


@composite
def same_as(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SameAs:
    """Reports that two ids of one kind of entity mean one thing."""
    return draw(_claim(SameAs, pool, _two_of_a_kind(draw, ids_in(pool)) | fields))


@composite
def different_from(draw: DrawFn, /, pool: Pool | None = None, **fields: SearchStrategy[Any]) -> DifferentFrom:
    """Reports that two ids of one kind of entity do not mean one thing."""
    return draw(_claim(DifferentFrom, pool, _two_of_a_kind(draw, ids_in(pool)) | fields))


def _two_of_a_kind(draw: DrawFn, pool: Pool) -> dict[str, SearchStrategy[Any]]:
    pairs = [each for kind, each in pool.items() if kind not in {"source", "claim"} and len(each) > 1]
    two = draw(
        st.sampled_from(pairs).flatmap(lambda ids: st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    )
    return {"one": st.just(two[0]), "other": st.just(two[1])}


STRATEGIES: Final[dict[type[Claim], Callable[..., SearchStrategy[Claim]]]] = {
    Control: controls,
    Ownership: ownerships,
    Presence: presences,
    Strength: strengths,
    StrengthChange: strength_changes,
    Affiliation: affiliations,
    Posting: postings,
    Participation: participations,
    OperationStatus: operation_statuses,
    Purpose: purposes,
    Occurrence: occurrences,
    Casualties: casualties,
    Tally: tallies,
    Attribution: attributions,
    AgreementStatus: agreement_statuses,
    CommitmentTerms: commitment_terms,
    CommitmentStatus: commitment_statuses,
    Order: orders,
    Attribute: attributes,
    Assessment: assessments,
    SameAs: same_as,
    DifferentFrom: different_from,
}
"""The strategy of each kind of claim."""


@overload
def claims(kind: None = None, pool: Pool | None = None) -> SearchStrategy[Claim]: ...
@overload
def claims(kind: type[C], pool: Pool | None = None) -> SearchStrategy[C]: ...
def claims(kind: type[C] | None = None, pool: Pool | None = None) -> SearchStrategy[Any]:
    """Claims of one kind, or of any; each has an id that is derived from its content."""
    if kind is not None:
        return cast("SearchStrategy[C]", STRATEGIES[kind](pool))
    return st.one_of([STRATEGIES[each](pool) for each in CLAIM_KINDS])
