"""Strategies for entities and sources. The attributes that refer to others draw them from the pool."""

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast, overload

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oirmodel.entities import (
    ENTITY_KINDS,
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
from oirmodel.testing.fields import Pool, built, ids_in
from oirmodel.testing.values import slugs

__all__ = [
    "STRATEGIES",
    "agreements",
    "commitments",
    "entities",
    "events",
    "forces",
    "installations",
    "operations",
    "organizations",
    "persons",
    "places",
    "posts",
    "sources",
]

E = TypeVar("E", bound=Entity)

_COUNTRIES: Final = ("IQ", "SY", "US", "GB", "XK")
_ZONES: Final = ("Asia/Baghdad", "Asia/Damascus", "Asia/Kuwait", "UTC", "America/New_York")
_TITLES: Final = ("Commander", "Deputy Commander", "Spokesperson")
_LINKS: Final = ("https://example.org/report?id=1", "http://example.org/", "https://example.org/عين")


def _entity(kind: type[E], pool: Pool | None, fields: dict[str, SearchStrategy[Any]]) -> SearchStrategy[E]:
    return built(kind, ids_in(pool), {"id": slugs()} | fields)


def _country() -> dict[str, SearchStrategy[Any]]:
    return {"country": st.none() | st.sampled_from(_COUNTRIES)}


def forces(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Force]:
    """Forces of every category, placeholders among them."""
    return _entity(Force, pool, _country() | fields)


def organizations(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Organization]:
    """Organizations of every category, placeholders among them."""
    return _entity(Organization, pool, _country() | fields)


def persons(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Person]:
    """Persons, placeholders among them."""
    return _entity(Person, pool, fields)


def posts(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Post]:
    """Posts in an actor of the pool; some are known to be held by one at a time."""
    return _entity(Post, pool, {"title": st.sampled_from(_TITLES)} | fields)


def installations(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Installation]:
    """Installations that may lie in a place and be part of an installation of the pool."""
    return _entity(Installation, pool, {"timezone": st.none() | st.sampled_from(_ZONES)} | fields)


def places(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Place]:
    """Places of every category that may be part of a place of the pool."""
    own = {
        "iso_3166_2": st.none() | st.sampled_from(("IQ-AN", "SY-RA", "US-DC")),
        "timezone": st.none() | st.sampled_from(_ZONES),
    }
    return _entity(Place, pool, _country() | own | fields)


def operations(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Operation]:
    """Operations that may be part of an operation of the pool."""
    return _entity(Operation, pool, fields)


def events(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Event]:
    """Events that may be part of an operation or an event of the pool."""
    ids = ids_in(pool)
    wholes = (*ids.get("operation", ()), *ids.get("event", ()))
    part_of: SearchStrategy[str | None] = st.none() | st.sampled_from(wholes) if wholes else st.none()
    return _entity(Event, pool, {"part_of": part_of} | fields)


def agreements(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Agreement]:
    """Agreements of every category."""
    return _entity(Agreement, pool, fields)


def commitments(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Commitment]:
    """Commitments under an agreement of the pool."""
    return _entity(Commitment, pool, fields)


def sources(pool: Pool | None = None, **fields: SearchStrategy[Any]) -> SearchStrategy[Source]:
    """Documents; some are in a collection."""
    own = {
        "id": slugs(),
        "language": st.none() | st.sampled_from(("en", "ar")),
        "url": st.none() | st.sampled_from(_LINKS),
        "archived": st.none() | st.sampled_from(_LINKS),
        "collection": st.none() | st.sampled_from(("articles", "figures")),
    }
    return built(Source, ids_in(pool), own | fields)


STRATEGIES: Final[dict[type[Entity], Callable[..., SearchStrategy[Entity]]]] = {
    Force: forces,
    Organization: organizations,
    Person: persons,
    Post: posts,
    Installation: installations,
    Place: places,
    Operation: operations,
    Event: events,
    Agreement: agreements,
    Commitment: commitments,
}
"""The strategy of each kind of entity."""


@overload
def entities(kind: None = None, pool: Pool | None = None) -> SearchStrategy[Entity]: ...
@overload
def entities(kind: type[E], pool: Pool | None = None) -> SearchStrategy[E]: ...
def entities(kind: type[E] | None = None, pool: Pool | None = None) -> SearchStrategy[Any]:
    """Entities of one kind, or of any."""
    if kind is not None:
        return cast("SearchStrategy[E]", STRATEGIES[kind](pool))
    return st.one_of([STRATEGIES[each](pool) for each in ENTITY_KINDS])
