"""Which ids an object refers to, read off the types of its fields."""

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

import attrs

from oirmodel import ids
from oirmodel.claims import Claim
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
from oirmodel.frozen import Record

__all__ = ["KINDS_OF", "Named", "Reference", "references"]

Named = Entity | Source | Claim
"""What an id can name."""

KINDS_OF: Final[dict[Any, tuple[type[Named], ...]]] = {
    ids.EntityId: (Entity,),
    ids.ActorId: (Force, Organization, Person),
    ids.ForceId: (Force,),
    ids.OrganizationId: (Organization,),
    ids.PersonId: (Person,),
    ids.PostId: (Post,),
    ids.SiteId: (Installation, Place),
    ids.InstallationId: (Installation,),
    ids.PlaceId: (Place,),
    ids.OperationId: (Operation,),
    ids.EventId: (Event,),
    ids.AgreementId: (Agreement,),
    ids.CommitmentId: (Commitment,),
    ids.SourceId: (Source,),
    ids.ClaimId: (Claim,),
}
"""What an id of each type may name."""


class Reference(NamedTuple):
    """One id that an object holds of another."""

    path: str
    """Where in the object, as a JSON Pointer relative to it: ``/citations/0/source``."""
    id: str
    kinds: tuple[type[Named], ...]
    """What the id may name."""


@cache
def _hints(cls: type[Record]) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(cls)
    fields = attrs.fields(cls)  # type: ignore[arg-type]  # every Record is an attrs class
    return tuple((each.name, hints[each.name]) for each in fields if each.init)


def _bare(hint: Any) -> Any:
    """The hint without its ``| None``."""
    arguments = [each for each in typing.get_args(hint) if each is not type(None)]
    return arguments[0] if type(None) in typing.get_args(hint) and len(arguments) == 1 else hint


def references(record: Record) -> Iterator[Reference]:
    """Every id that an object holds of another, with what it may name."""
    for name, hint in _hints(type(record)):
        if name != "id":
            yield from _in_value(f"/{name}", getattr(record, name), _bare(hint))


def _in_value(path: str, value: Any, hint: Any) -> Iterator[Reference]:
    if value is None:
        return
    if typing.get_origin(hint) is tuple:
        for index, each in enumerate(value):
            yield from _in_value(f"{path}/{index}", each, typing.get_args(hint)[0])
    elif hint in KINDS_OF:
        yield Reference(path, value, KINDS_OF[hint])
    elif isinstance(value, Record):
        for inner in references(value):
            yield Reference(path + inner.path, inner.id, inner.kinds)
