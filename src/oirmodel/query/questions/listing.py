"""Claims and entities as rows for a table."""

import json
import math
from typing import Any, Final

import attrs

from oirmodel.claims import CLAIM_KINDS, Claim
from oirmodel.dataset import Records
from oirmodel.entities import ENTITY_KINDS, Entity, Source
from oirmodel.errors import InvalidQuestion
from oirmodel.frozen import FrozenMap
from oirmodel.geo import Box, Point
from oirmodel.ids import ExternalId
from oirmodel.names import Name
from oirmodel.provenance import Grade, Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import Period
from oirmodel.temporal.days import iso

__all__ = ["rows"]

_SPLIT: Final = {"point": ("longitude", "latitude", "precision_m"), "box": ("west", "south", "east", "north")}
"""The cells of fields that have several, also where there is no value."""


def rows(records: Records, kind: type[Entity] | type[Source] | type[Claim] | str) -> list[dict[str, Any]]:
    """
    The claims of a kind in a view, or the entities or sources, as flat dicts of plain values, for a table.

    A period has its two texts and the four bounds as ISO days; a quantity its words, wording and numbers; several ids
    are joined by ``;`` and a chain of speakers by `` > ``; a list or an object in an extension is its JSON. Every
    row of a kind has the same keys: ``pandas.DataFrame(rows(data, "strength"))`` is a data frame.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> row = rows(data, "strength")[0]
    >>> row["of"], row["at"], row["quantity"], row["start_latest"]
    ('us-forces', 'al-asad', '0 (derived)', '2026-01-17')
    """
    name = kind if isinstance(kind, str) else kind.kind
    for claim_kind in CLAIM_KINDS:
        if claim_kind.kind == name:
            return _alike([_claim_row(records, claim) for claim in records.claims(claim_kind)])
    if name == Source.kind:
        return _alike([_row(each) for each in records.sources.values()])
    if name in (each.kind for each in ENTITY_KINDS):
        return _alike([_row(each) for each in records.entities.values() if each.kind == name])
    known = [*(each.kind for each in CLAIM_KINDS), *(each.kind for each in ENTITY_KINDS), Source.kind]
    raise InvalidQuestion(f"there is no kind {kind!r}; there are {', '.join(known)}")


def _alike(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the same keys, since only some may have an extension."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return [{key: row.get(key) for key in keys} for row in rows]


def _row(record: Entity | Source | Claim) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": record.kind}
    for each in attrs.fields(type(record)):
        if each.init:
            row |= _cells(each.name, getattr(record, each.name))
    return dict(sorted(row.items(), key=lambda cell: cell[0] not in ("kind", "id")))


def _claim_row(records: Records, claim: Claim) -> dict[str, Any]:
    bounds = records.bounds(claim)
    row = _row(claim)
    for name, bound in zip(("start_earliest", "start_latest", "end_earliest", "end_latest"), bounds, strict=True):
        row[name] = iso(int(bound)) if math.isfinite(bound) else None
    return row | {"end_kind": claim.period.end_kind.value}


def _cells(name: str, value: Any) -> dict[str, Any]:
    """The cells of one field."""
    match value:
        case Period():
            return {"start": _text(value.start), "end": _text(value.end)}
        case Quantity():
            return {name: str(value), "wording": value.wording.value, "number": value.number, "to": value.to}
        case tuple() if name == "citations":
            return {
                "sources": ";".join(dict.fromkeys(each.source for each in value)),
                "locators": ";".join(each.locator or "" for each in value),
            }
        case tuple():
            return {name: (" > " if name == "asserted_by" else ";").join(_member(each) for each in value)}
        case None if name in _SPLIT:
            return dict.fromkeys(_SPLIT[name])
        case None | bool() | int() | float():
            return {name: value}
        case Point():
            return {"longitude": value.longitude, "latitude": value.latitude, "precision_m": value.precision_m}
        case Box():
            return {"west": value.west, "south": value.south, "east": value.east, "north": value.north}
        case _ if name == "extensions":
            return {f"extensions.{key}": _flat(each) for key, each in value.items()}
        case _:
            return {name: str(value)}


def _flat(value: object) -> object:
    """What an extension holds, in one cell: a list or an object as its JSON."""
    return json.dumps(value, ensure_ascii=False, default=dict) if isinstance(value, tuple | FrozenMap) else value


def _member(value: object) -> str:
    """One of several values in a cell."""
    match value:
        case Speaker():
            return value.who
        case Name():
            return value.text
        case ExternalId():
            return value.format()
        case Grade():
            return f"{value.scheme}:{value.grade}"
        case _:
            return str(value)


def _text(date: object) -> str | None:
    return None if date is None else str(date)
