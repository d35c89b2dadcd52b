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
    ids.ObjectId: (Entity, Claim),
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


class _Plan(NamedTuple):
    """How the ids of one field are found."""

    name: str
    several: bool
    kinds: tuple[type[Named], ...]
    """What an id in the field may name; none where the field holds no ids."""
    nested: bool
    """Whether its values are records that may hold ids themselves."""


@cache
def _plans(cls: type[Record]) -> tuple[_Plan, ...]:
    """The fields of a class that hold ids, or records with ids."""
    hints = typing.get_type_hints(cls)
    plans = []
    for each in attrs.fields(cls):  # type: ignore[arg-type]  # every Record is an attrs class
        hint = _bare(hints[each.name])
        several = typing.get_origin(hint) is tuple
        inner = typing.get_args(hint)[0] if several else hint
        kinds = KINDS_OF.get(inner, ())
        nested = isinstance(inner, type) and issubclass(inner, Record)
        if each.init and each.name != "id" and (kinds or nested):
            plans.append(_Plan(each.name, several, kinds, nested))
    return tuple(plans)


def _bare(hint: Any) -> Any:
    """The hint without its ``| None``."""
    arguments = [each for each in typing.get_args(hint) if each is not type(None)]
    return arguments[0] if type(None) in typing.get_args(hint) and len(arguments) == 1 else hint


def references(record: Record) -> Iterator[Reference]:
    """Every id that an object holds of another, with what it may name."""
    for plan in _plans(type(record)):
        value = getattr(record, plan.name)
        if value is None:
            continue
        if not plan.several:
            yield from _held(f"/{plan.name}", value, plan)
            continue
        for index, each in enumerate(value):
            yield from _held(f"/{plan.name}/{index}", each, plan)


def _held(path: str, value: Any, plan: _Plan) -> Iterator[Reference]:
    if plan.kinds:
        yield Reference(path, value, plan.kinds)
    else:
        for inner in references(value):
            yield Reference(path + inner.path, inner.id, inner.kinds)
