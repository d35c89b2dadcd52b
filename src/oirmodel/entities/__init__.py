"""The things that claims are about, and the documents that claims are found in."""

from typing import Final

from oirmodel.entities.actors import Force, Organization, Person, Post
from oirmodel.entities.base import Entity
from oirmodel.entities.doings import Agreement, Commitment, Event, Operation
from oirmodel.entities.sites import Installation, Place
from oirmodel.entities.source import Source

__all__ = [
    "ENTITY_KINDS",
    "Agreement",
    "Commitment",
    "Entity",
    "Event",
    "Force",
    "Installation",
    "Operation",
    "Organization",
    "Person",
    "Place",
    "Post",
    "Source",
]

ENTITY_KINDS: Final[tuple[type[Entity], ...]] = (
    Force,
    Organization,
    Person,
    Post,
    Installation,
    Place,
    Operation,
    Event,
    Agreement,
    Commitment,
)
"""Every kind of entity, in the order in which documents list them."""
