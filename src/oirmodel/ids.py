"""Ids, chained by type: an installation's id serves wherever a site's does, and not the reverse."""

import re
from typing import TYPE_CHECKING, Final, NewType, Self

from attrs import field, frozen

from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import Record

__all__ = [
    "ActorId",
    "AgreementId",
    "ClaimId",
    "CommitmentId",
    "EntityId",
    "EventId",
    "ExternalId",
    "ForceId",
    "InstallationId",
    "ObjectId",
    "OperationId",
    "OrganizationId",
    "PersonId",
    "PlaceId",
    "PostId",
    "SiteId",
    "SourceId",
]

if TYPE_CHECKING:  # type checkers see classes, so that InstallationId("al-asad") is written as simply as it reads

    class ObjectId(str): ...

    class EntityId(ObjectId): ...

    class ActorId(EntityId): ...

    class ForceId(ActorId): ...

    class OrganizationId(ActorId): ...

    class PersonId(ActorId): ...

    class PostId(EntityId): ...

    class SiteId(EntityId): ...

    class InstallationId(SiteId): ...

    class PlaceId(SiteId): ...

    class OperationId(EntityId): ...

    class EventId(EntityId): ...

    class AgreementId(EntityId): ...

    class CommitmentId(EntityId): ...

    class SourceId(str): ...

    class ClaimId(ObjectId): ...

else:  # at run time an id is a plain str
    ObjectId = NewType("ObjectId", str)
    """Anything that can be put in order or be answered for: an entity, or what a claim says."""
    EntityId = NewType("EntityId", ObjectId)
    """Anything that claims are about."""
    ActorId = NewType("ActorId", EntityId)
    """Whoever acts, holds, speaks or suffers: a force, an organization or a person."""
    ForceId = NewType("ForceId", ActorId)
    OrganizationId = NewType("OrganizationId", ActorId)
    PersonId = NewType("PersonId", ActorId)
    PostId = NewType("PostId", EntityId)
    SiteId = NewType("SiteId", EntityId)
    """Wherever something can be: an installation or a place."""
    InstallationId = NewType("InstallationId", SiteId)
    PlaceId = NewType("PlaceId", SiteId)
    OperationId = NewType("OperationId", EntityId)
    EventId = NewType("EventId", EntityId)
    AgreementId = NewType("AgreementId", EntityId)
    CommitmentId = NewType("CommitmentId", EntityId)
    SourceId = NewType("SourceId", str)
    ClaimId = NewType("ClaimId", ObjectId)

_SCHEME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_SHAPES: Final = {
    "icao": (re.compile(r"[A-Z][A-Z0-9]{3}"), "four capital letters or digits, as ICAO Doc 7910 lists them"),
    "iata": (re.compile(r"[A-Z]{3}"), "three capital letters, as IATA assigns them"),
    "wikidata": (re.compile(r"[QPL][1-9][0-9]*"), "an item such as Q42"),
    "geonames": (re.compile(r"[1-9][0-9]*"), "a whole number"),
    "ucdp": (re.compile(r"[1-9][0-9]*"), "a whole number"),
}
_ANY: Final = re.compile(r"\S+")
_LONGEST: Final = 200


def _known_scheme(_: object, __: object, scheme: str) -> None:
    if not _SCHEME.fullmatch(scheme):
        raise ValueError("expected a scheme in small letters, digits and hyphens, such as 'icao'")


@frozen(kw_only=True)
class ExternalId(Record):
    """
    What another register calls the same thing, as ``scheme:value``.

    The values of ICAO, IATA, Wikidata, GeoNames and UCDP ids are checked for their shape; other schemes are taken as
    they come.

    >>> airport = ExternalId.parse("icao:ORAA")
    >>> airport
    ExternalId(scheme='icao', value='ORAA')
    >>> airport.format()
    'icao:ORAA'
    """

    scheme: str = field(validator=_known_scheme)
    value: str

    def __attrs_post_init__(self) -> None:
        pattern, expected = _SHAPES.get(self.scheme, (_ANY, "a value without white space"))
        if len(self.value) > _LONGEST or not pattern.fullmatch(self.value):
            raise InvalidObject("ExternalId", (Problem("value", self.value, f"expected {expected}"),))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``scheme:value``; raises :class:`~oirmodel.errors.InvalidObject`."""
        scheme, colon, value = text.partition(":")
        if not colon:
            raise InvalidObject("ExternalId", (Problem("scheme", text, "expected scheme:value, such as 'icao:ORAA'"),))
        return cls(scheme=scheme, value=value)

    def format(self) -> str:
        """Write ``scheme:value``, the inverse of :meth:`parse`."""
        return f"{self.scheme}:{self.value}"
