"""The objects of a dataset and their indexes: built once, never changed, shared by all views."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, TypeVar

from oirmodel.claims import Claim
from oirmodel.dataset.names import NameIndex
from oirmodel.entities import Entity, Installation, Place, Source
from oirmodel.temporal import Bounds, Hemisphere, Span
from oirmodel.vocab import Modality

__all__ = ["Store"]

K = TypeVar("K")
V = TypeVar("V")

_OF_THE_FUTURE: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})


class Store:
    """Entities, sources and claims by id, and the indexes over them."""

    def __init__(self, entities: Iterable[Entity], sources: Iterable[Source], claims: Iterable[Claim]) -> None:
        self.entities: Mapping[str, Entity] = MappingProxyType({each.id: each for each in entities})
        self.sources: Mapping[str, Source] = MappingProxyType({each.id: each for each in sources})
        self.claims: Mapping[str, Claim] = MappingProxyType({each.id: each for each in claims})
        self._bounds: dict[str, Bounds] = {}
        self._reported: dict[str, Span] = {}
        self._timezones: dict[str, str | None] = {}
        self.worked_out: dict[Hashable, Any] = {}
        """What questions have worked out about the objects, whatever the view, by names of theirs."""

    def __getstate__(self) -> tuple[tuple[Entity, ...], tuple[Source, ...], tuple[Claim, ...]]:
        return tuple(self.entities.values()), tuple(self.sources.values()), tuple(self.claims.values())

    def __setstate__(self, state: tuple[tuple[Entity, ...], tuple[Source, ...], tuple[Claim, ...]]) -> None:
        self.__init__(*state)  # type: ignore[misc]  # the indexes are worked out again

    def get(self, an_id: str) -> Entity | Source | Claim | None:
        """The object with this id, whatever it is; ``None`` where there is none."""
        return self.entities.get(an_id) or self.sources.get(an_id) or self.claims.get(an_id)

    @cached_property
    def names(self) -> NameIndex:
        """The entities by name."""
        return NameIndex(self.entities)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each kind."""
        return _grouped((claim.kind, claim) for claim in self.claims.values())

    @cached_property
    def by_subject(self) -> Mapping[tuple[str, str], tuple[Claim, ...]]:
        """The claims of each kind by the first field of their subject: ``("control", "al-asad")``."""
        return _grouped(
            ((claim.kind, key), claim)
            for claim in self.claims.values()
            for key in _keys(claim, claim.grammar.subject[0])
        )

    @cached_property
    def by_site(self) -> Mapping[tuple[str, str], tuple[Claim, ...]]:
        """The claims of each kind by each site that they are about: ``("presence", "al-asad")``."""
        return _grouped(
            ((claim.kind, key), claim)
            for claim in self.claims.values()
            if claim.grammar.site is not None
            for key in _keys(claim, claim.grammar.site)
        )

    @cached_property
    def removers(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that correct, supersede or retract each claim."""
        return _grouped(
            (target, claim)
            for claim in self.claims.values()
            for target in dict.fromkeys((*claim.corrects, *claim.supersedes, *claim.retracts))
        )

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The sites that lie directly in each site."""
        return _grouped((whole, site) for site in self.entities for whole in self.wholes_of(site))

    def wholes_of(self, site: str) -> tuple[str, ...]:
        """The sites in which a site directly lies, the nearest first."""
        entity = self.entities.get(site)
        if isinstance(entity, Installation):
            return tuple(each for each in (entity.part_of, entity.place) if each is not None)
        return (entity.part_of,) if isinstance(entity, Place) and entity.part_of is not None else ()

    def all_wholes(self, site: str) -> tuple[str, ...]:
        """Every site in which a site lies, the nearest first; not itself."""
        return _closure(site, self.wholes_of)

    def all_parts(self, site: str) -> tuple[str, ...]:
        """Every site that lies in a site; not itself."""
        return _closure(site, lambda each: self.parts.get(each, ()))

    def timezone_of(self, site: str) -> str | None:
        """The time zone of a site, or of the nearest whole that has one."""
        if site not in self._timezones:
            places = (self.entities.get(each) for each in (site, *self.all_wholes(site)))
            zones = (each.timezone for each in places if isinstance(each, Installation | Place))
            self._timezones[site] = next((zone for zone in zones if zone is not None), None)
        return self._timezones[site]

    def reported(self, claim: Claim) -> Span:
        """When a claim was reported: at the latest when a source of it was read, and when it was itself recorded."""
        known = self._reported.get(claim.id)
        if known is None:
            known = self._reported[claim.id] = self._when_reported(claim)
        return known

    def _when_reported(self, claim: Claim) -> Span:
        first, last = claim.reported.span
        read = [each.accessed for cited in claim.citations if (each := self.sources.get(cited.source)) is not None]
        limits = [date.span.last for date in (*read, claim.recorded) if date is not None]
        return Span(first, max(first, min(last, *limits)) if limits else last)

    def bounds(self, claim: Claim, hemisphere: Hemisphere = Hemisphere.NORTHERN) -> Bounds:
        """The four bounds of a claim, by the calendar of its place and the day it was said."""
        if hemisphere is not Hemisphere.NORTHERN:
            return self._bounds_of(claim, hemisphere)
        known = self._bounds.get(claim.id)
        if known is None:
            known = self._bounds[claim.id] = self._bounds_of(claim, hemisphere)
        return known

    def _bounds_of(self, claim: Claim, hemisphere: Hemisphere) -> Bounds:
        zones = {self.timezone_of(each) for each in _keys(claim, claim.grammar.site or "")}
        zone = zones.pop() if len(zones) == 1 else None
        # A plan with an open end says that no end is planned, not that it held on the day it was made.
        said = None if claim.modality in _OF_THE_FUTURE else claim.said_at(zone)
        return claim.period.bounds(said=said, timezone=zone, hemisphere=hemisphere)


def _keys(claim: Claim, field: str) -> tuple[str, ...]:
    """The ids in a field of a claim; of no field there are none."""
    value = getattr(claim, field) if field else None
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


def _closure(start: str, step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = list(step(start))
    while waiting:
        each = waiting.pop(0)
        if each != start and each not in found:
            found[each] = None
            waiting += step(each)
    return tuple(found)
