"""What every entity has: an id, names, external ids, and nothing that can change or be disputed."""

import re
from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen

from oirmodel.errors import InvalidObject, Problem
from oirmodel.extensions import Extensions, check_extensions
from oirmodel.frozen import Record
from oirmodel.ids import EntityId, ExternalId
from oirmodel.names import Name

__all__ = ["Entity", "as_external_ids", "country_code"]

_COUNTRY = re.compile(r"[A-Z]{2}")


def country_code(_: object, __: object, code: str) -> None:
    """A country is two capital letters, as in ISO 3166-1 alpha-2 (with its user-assigned codes, such as XK)."""
    if not _COUNTRY.fullmatch(code):
        raise ValueError("expected a country code of ISO 3166-1, such as 'IQ'")


def as_external_ids(values: Iterable[str | ExternalId]) -> tuple[ExternalId, ...]:
    """External ids from their texts (``icao:ORAA``) or as they are."""
    if isinstance(values, str):
        raise TypeError("expected a tuple or a list of external ids, such as ['icao:ORAA']")
    read: list[ExternalId] = []
    problems: list[Problem] = []
    for index, each in enumerate(values):
        try:
            read.append(ExternalId.parse(each) if isinstance(each, str) else each)
        except InvalidObject as error:
            problems += [wrong._replace(field=f"external_ids[{index}]", value=each) for wrong in error.problems]
    if problems:
        raise InvalidObject("external_ids", tuple(problems))
    return tuple(read)


@frozen(kw_only=True)
class Entity(Record):
    """
    Says which thing is meant, and no more: whatever can change or be disputed is a claim about it.

    The id is a slug, unique among all entities, sources and claims of a dataset.
    """

    kind: ClassVar[str] = "entity"
    id: EntityId
    names: tuple[Name, ...] = ()
    external_ids: tuple[ExternalId, ...] = field(default=(), converter=as_external_ids)
    note: str | None = None
    extensions: Extensions = field(factory=Extensions, validator=check_extensions)
