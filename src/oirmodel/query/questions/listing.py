"""Lists over a dataset: what conflicts with what, and claims and entities as rows for a table."""

import math
from collections.abc import Iterator
from typing import Any, Final

import attrs
from attrs import frozen

from oirmodel.claims import CLAIM_KINDS, Being, Claim
from oirmodel.dataset import Records
from oirmodel.entities import ENTITY_KINDS, Entity, Post, Source
from oirmodel.errors import InvalidQuestion
from oirmodel.geo import Box, Point
from oirmodel.ids import ExternalId
from oirmodel.names import Name
from oirmodel.provenance import Grade, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query.matter import has_ids
from oirmodel.query.questions.asking import bearing_on
from oirmodel.query.questions.identity import at_odds
from oirmodel.query.rules import Relations, clash, disputed
from oirmodel.query.sameness import Sameness
from oirmodel.query.wording import claim_line
from oirmodel.query.words import ALWAYS, Reading, Word, gather
from oirmodel.temporal import Bounds, Period
from oirmodel.temporal.days import iso
from oirmodel.vocab import Modality

__all__ = ["Conflict", "conflicts", "rows"]

_READINGS: Final = (Reading(), Reading(modality=Modality.PLANNED), Reading(modality=Modality.PREDICTED))


_SPLIT: Final = {"point": ("longitude", "latitude", "precision_m"), "box": ("west", "south", "east", "north")}
"""The cells of fields that have several, also where there is no value."""


@frozen(kw_only=True)
class Conflict:
    """Two claims of a view that cannot both be right, and why. Both are kept: which one is, no rule can say."""

    claims: tuple[Claim, Claim]
    why: str

    def explain(self, records: Records) -> str:
        """The reason, and one line for each of the two."""
        return "\n".join([self.why, *(f"  {claim_line(records, each)}" for each in self.claims)])


def conflicts(records: Records) -> tuple[Conflict, ...]:
    """
    Every pair of claims that cannot both be right, whatever their vague dates turn out to be.

    Two rivals that surely overlap; a claim and its denial that surely share a day; two accounts of one stay, or of one
    event, that differ over a day; two figures for one window; two plans whose starts or whose ends share no day; and
    what says that two ids are one thing with what says that they are two.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> conflicts(data)
    ()
    """
    found = {
        frozenset((one.id, other.id)): Conflict(claims=(one, other), why=why) for one, other, why in at_odds(records)
    }
    for kind in CLAIM_KINDS:
        subjects = {key for claim in records.store.by_kind.get(kind.kind, ()) for key in _subjects(claim)}
        for subject in sorted(subjects):
            claims = tuple(bearing_on(records, kind, subject)) if subject else _without_subject(records, kind)
            post = records.entities.get(subject)
            single = isinstance(post, Post) and post.single
            for reading in _READINGS:
                words = gather(records, claims, ALWAYS, reading)
                ahead = reading.modality is not None
                for left, right, why in _clashing(records, kind, words, single=single, ahead=ahead):
                    pair = frozenset((left.claim.id, right.claim.id))
                    found.setdefault(pair, Conflict(claims=(left.claim, right.claim), why=why))
    return tuple(found.values())


def _subjects(claim: Claim) -> tuple[str, ...]:
    held = getattr(claim, claim.grammar.subject[0])
    return held if isinstance(held, tuple) else (held or "",)


def _without_subject(records: Records, kind: type[Claim]) -> tuple[tuple[Claim, None], ...]:
    return tuple((each, None) for each in records.store.by_kind.get(kind.kind, ()) if _subjects(each) == ("",))


def _clashing(
    records: Records, kind: type[Claim], words: tuple[Word, ...], *, single: bool, ahead: bool
) -> Iterator[tuple[Word, Word, str]]:
    being = kind.grammar.being
    firm = sorted((word for word in words if word.full and word.own.possible), key=lambda word: word.own.s2)
    for index, left in enumerate(firm):
        for right in firm[index + 1 :]:
            # Sorted by their latest starts, no later word can surely overlap this one any more.
            if being is Being.HOLDS and not ahead and right.own.s2 > left.own.e1:
                break
            day = max(left.own.s2, right.own.s2)
            relations = Relations(kind, Sameness(records, day, day), ids=has_ids(kind), single=single)
            if why := _why(left, right, relations, being, ahead=ahead):
                yield left, right, why


def _why(left: Word, right: Word, relations: Relations, being: Being, *, ahead: bool) -> str | None:
    if relations.alike(left, right):
        # A denial is of no stay: that one reaches further than the other is no dispute.
        return _why_disputed(left, right, being, ahead=ahead) if left.affirms else None
    if not relations.opposed(left, right):
        return None
    if being is Being.TOTAL:
        exact = left.own == right.own and left.own.s1 == left.own.s2 and left.own.e1 == left.own.e2
        if not exact:
            return None
        if left.affirms is not right.affirms:
            return "one denies the figure that the other gives for the same window"
        return "two figures for one window"
    if not clash(left, right):
        return None
    if left.affirms is not right.affirms:
        return "one denies what the other affirms of the same day"
    return "both are certain of the same days, and each excludes the other"


def _why_disputed(left: Word, right: Word, being: Being, *, ahead: bool) -> str | None:
    if not disputed(left, right, being, planned=ahead):
        return None
    if ahead:
        return "two plans of one thing share no day for its start or its end"
    if being is Being.EXTENT:
        return "no extent of the event fits both"
    return "two accounts of one stay differ over its dates" if _differ(left.own, right.own) else None


def _differ(left: Bounds, right: Bounds) -> bool:
    """Whether there is a day that is certain in one and ruled out by the other."""
    return min(left.s2, right.s2) < max(left.s1, right.s1) or max(left.e1, right.e1) > min(left.e2, right.e2)


def rows(records: Records, kind: type[Entity] | type[Source] | type[Claim] | str) -> list[dict[str, Any]]:
    """
    The claims of a kind in a view, or the entities or sources, as flat dicts of plain values, for a table.

    A period has its two texts and the four bounds as ISO days; a quantity its words, wording and numbers; several ids
    are joined by ``;`` and a chain of speakers by `` > ``. Every row of a kind has the same keys.
    ``pandas.DataFrame(rows(data, "strength"))`` is a data frame.

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
            return {f"extensions.{key}": each for key, each in value.items()}
        case _:
            return {name: str(value)}


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
