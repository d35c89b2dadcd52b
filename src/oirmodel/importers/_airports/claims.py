"""What a row of a register of airports becomes: attributes of the airport, beacon or region that it is about."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from oirmodel.claims import Attribute
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Installation
from oirmodel.errors import InvalidObject, quoted
from oirmodel.frozen import FrozenMap, evolve
from oirmodel.geo import Point
from oirmodel.ids import ClaimId, EntityId, ExternalId, InstallationId, PlaceId
from oirmodel.importers._airports.ground import Airfields, Lands, Position, zones
from oirmodel.importers._airports.tables import (
    BY_TYPE,
    OPENFLIGHTS,
    SURFACES,
    Airport,
    Layout,
    airport_of,
    runway_in_words,
)
from oirmodel.importers.gathering import Gathering, found
from oirmodel.importers.table import Row
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.vocab import Aspect, InstallationCategory

__all__ = ["OURAIRPORTS", "Rows", "Unplaced"]

OURAIRPORTS: Final = "ourairports"
_SUBDIVISION: Final = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)
_PHRASE: Final = "airports in "
"""With this begins a keyword that is no name."""


class Unplaced(Exception):
    """A row that cannot be placed: the code and the message of why. It does not leave the importer."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


class Rows:
    """What rows tell, with the airports and lands that all files share."""

    def __init__(self, gathering: Gathering, passed_on: Speaker) -> None:
        """``passed_on`` is who speaks first in a row of OpenFlights that says it has its data from OurAirports."""
        self._gathering, self._passed_on = gathering, passed_on
        self._lands, self._fields = Lands(gathering), Airfields(gathering)

    def tell(
        self, layout: Layout, row: Row, cells: Mapping[str, str], template: Attribute
    ) -> tuple[list[Attribute], list[Finding]]:
        """The claims that a row becomes, and what was found in it; raises :class:`Unplaced`."""
        said = _Said(layout, row, cells, template)
        if layout.name == "regions":
            claims = self._region(said)
        elif layout.name == "runways":
            claims = self._runway(said)
        elif layout.name == "navaids":
            claims = self._beacon(said)
        else:
            claims = self._airport(said)
        made = list(claims)
        if made:
            extensions = {f"{layout.publisher}:{name.lower()}": cell for name, cell in cells.items()}
            made[0] = evolve(made[0], extensions=FrozenMap(extensions))
        return made, said.findings

    def done(self) -> None:
        """Add the new airports: all of their rows are read."""
        self._fields.done()

    def _airport(self, said: "_Said") -> Iterator[Attribute]:
        told = airport_of(said.layout, said.cells)
        if told.zone and told.zone not in zones():
            said.find("OIR502", f"{quoted(told.zone)} is no time zone of the IANA database")
            told = told._replace(zone="")
        codes = tuple(said.codes(told))
        if not told.name and not codes:
            raise Unplaced("OIR515", "neither a name nor a code that can be read")
        names = (Name(text=told.name),) if told.name else ()  # raises for what is no name, before anything is added
        if told.through == "OurAirports":
            said.through(self._passed_on)
        country = self._lands.country(told.country if said.layout is OPENFLIGHTS else said.country(told.country))
        an_id, wrong = self._fields.of(told, codes, country)
        if wrong:
            said.find("OIR522", wrong)
        self._fields.add(an_id, told, said.category(told.type))
        for each in names:
            yield said.claim(an_id, Aspect.NAME, each.text)
        yield from self._position(said, an_id, told.latitude, told.longitude)
        for code in codes:
            if not code.startswith(f"{said.layout.publisher}:"):
                yield said.claim(an_id, Aspect.CODE, code)
        yield from self._land(said, an_id, told, country)

    def _land(
        self, said: "_Said", an_id: InstallationId, told: Airport, country: PlaceId | None
    ) -> Iterator[Attribute]:
        """In which region and country it lies, and the city that it serves."""
        region = self._lands.region(told.region, country)
        if region is not None and (other := self._fields.lies_in(an_id, region)) is not None:
            said.find("OIR523", f"it lies in {region} by this row, and in {other}; are they one?", Severity.NOTE)
        if region is not None or country is not None:
            words = ", ".join(each for each in (told.region, told.country) if each)
            yield said.claim(an_id, Aspect.PLACE, words, entity=country if region is None else region)
        if told.city:
            city = self._lands.city(told.city, country)
            yield said.claim(an_id, Aspect.OTHER, f"serves {told.city}", entity=city)

    def _position(self, said: "_Said", an_id: InstallationId, latitude: str, longitude: str) -> Iterator[Attribute]:
        position = said.position(latitude, longitude)
        if position is None:
            return
        disagree = self._fields.place_at(an_id, position)
        if disagree is not None:
            metres, other = disagree
            said.find("OIR511", f"{latitude}, {longitude} is {metres:,.0f} m from {other.locator}: both are kept")
        yield said.claim(an_id, Aspect.POSITION, f"{latitude}, {longitude}", point=position.point)

    def _runway(self, said: "_Said") -> Iterator[Attribute]:
        ident = said.cells.get("airport_ident", "")
        if not ident:
            raise Unplaced("OIR515", "the airport of the runway is not given")
        cells = {name: cell for name, cell in said.cells.items() if not said.is_missing_zero(name, cell)}
        an_id = self._fields.by_ident(ident)
        if an_id is None:
            told = Airport("", "", "", ident, "", "", "", "", "", "", "", "")
            an_id, _ = self._fields.of(told, tuple(said.codes(told)), None)
            self._fields.add(an_id, told, InstallationCategory.AIRPORT)
        surface = said.surface(cells.get("surface", ""))
        yield said.claim(an_id, Aspect.RUNWAY, runway_in_words(cells, surface))

    def _beacon(self, said: "_Said") -> Iterator[Attribute]:
        cells = said.cells
        name = " ".join(each for each in (cells.get("name", cells.get("ident", "")), cells.get("type", "")) if each)
        if not name:
            raise Unplaced("OIR515", "the beacon has neither a name nor a code")
        serves = cells.get("associated_airport")
        airport = None if serves is None else self._fields.by_ident(serves)
        position = said.position(cells.get("latitude_deg", ""), cells.get("longitude_deg", ""))
        beacon = Installation(
            id=InstallationId(self._gathering.new_id("beacon", cells.get("id", name))),
            category=InstallationCategory.OTHER,
            place=self._lands.country(said.country(cells.get("iso_country", ""))),
            point=None if position is None else position.point,
            names=(Name(text=name),),
            external_ids=said.own_id("ourairports-navaid"),
        )
        self._gathering.add(beacon)
        words = [name, cells.get("ident", ""), f"{cells['frequency_khz']} kHz" if "frequency_khz" in cells else ""]
        words.append("" if serves is None else f"serves {serves}")
        yield said.claim(beacon.id, Aspect.OTHER, ", ".join(each for each in words if each), entity=airport)
        if position is not None:
            value = f"{cells['latitude_deg']}, {cells['longitude_deg']}"
            yield said.claim(beacon.id, Aspect.POSITION, value, point=position.point)

    def _region(self, said: "_Said") -> Iterator[Attribute]:
        code, name = said.cells.get("code", ""), said.cells.get("name", "")
        if not _SUBDIVISION.fullmatch(code):
            raise Unplaced("OIR502", f"{quoted(code)}, {quoted(name)}, is no code of ISO 3166-2, such as 'IQ-AN'")
        if not name:
            raise Unplaced("OIR515", f"{code} has no name")
        keywords = [each.strip() for each in said.cells.get("keywords", "").split(",")]
        others = [each for each in keywords if each and not each.casefold().startswith(_PHRASE)]
        names = tuple(dict.fromkeys([name, *others]))
        country = said.country(said.cells.get("iso_country", ""))
        an_id = self._lands.add_region(code, country, names)
        for each in names:
            yield said.claim(an_id, Aspect.NAME, each)
        yield said.claim(an_id, Aspect.CODE, f"iso-3166-2:{code}")


class _Said:
    """One row: its cells, its claims, and what is found in it."""

    def __init__(self, layout: Layout, row: Row, cells: Mapping[str, str], template: Attribute) -> None:
        self.layout, self.cells, self.findings = layout, cells, list[Finding]()
        self._row = row
        source = template.citations[0].source
        self._prefix, self._number = f"{source.removeprefix('src-')}-{row.number}", 0
        self._template = evolve(template, citations=(Citation(source=source, locator=f"row {row.number}"),))

    def find(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        """Something is doubtful in the row, which is placed nevertheless."""
        self.findings.append(found(code, self._row, message, severity=severity))

    def through(self, first: Speaker) -> None:
        """The publisher passes on what another says, who speaks first."""
        self._template = evolve(self._template, asserted_by=(first, *self._template.asserted_by))

    def claim(
        self,
        of: InstallationId | PlaceId,
        aspect: Aspect,
        value: str,
        *,
        entity: PlaceId | InstallationId | None = None,
        point: Point | None = None,
    ) -> Attribute:
        """One thing that the row says."""
        self._number += 1
        return evolve(
            self._template,
            id=ClaimId(f"{self._prefix}-{self._number}"),
            of=of,
            aspect=aspect,
            value=value,
            entity=None if entity is None else EntityId(entity),
            point=point,
        )

    def codes(self, told: Airport) -> Iterator[str]:
        """Its codes, as ``scheme:value``; one that cannot be a code of its scheme is told of, and left out."""
        for scheme, code in (("icao", told.icao), ("iata", told.iata), (self.layout.publisher, told.ident)):
            if not code:
                continue
            try:
                yield ExternalId(scheme=scheme, value=code).format()
            except InvalidObject:
                self.find("OIR502", f"{quoted(code)} is no code of {scheme.upper()}")

    def own_id(self, scheme: str) -> tuple[ExternalId, ...]:
        """The register's number of the row."""
        number = self.cells.get("id", "")
        return (ExternalId(scheme=scheme, value=number),) if number and not re.search(r"\s", number) else ()

    def country(self, code: str) -> str:
        """A code of ISO 3166-1; blank where it is none, which is told."""
        if code and not _COUNTRY.fullmatch(code):
            self.find("OIR502", f"{quoted(code)} is no code of a country, such as 'IQ'")
            return ""
        return code

    def category(self, term: str) -> InstallationCategory:
        """What sort of thing it is; where the table does not say, an airport, since it is a table of them."""
        if not term or self.layout.crosswalk is None:
            return InstallationCategory.AIRPORT
        entry = BY_TYPE[self.layout.crosswalk].get(term)
        if entry is None:
            self.find("OIR503", f"the type {quoted(term)} is in no crosswalk")
            return InstallationCategory.UNSTATED
        category: InstallationCategory = entry.ours
        return category

    def surface(self, term: str) -> str:
        """Of what a runway is, in words; a term that is not known stays as it is."""
        entry = SURFACES.get(term) if term else None
        if entry is not None:
            return str(entry.ours)
        if term:
            self.find("OIR503", f"the surface {quoted(term)} is in no crosswalk")
        return term

    def position(self, latitude: str, longitude: str) -> Position | None:
        """Where it is; ``None`` where that is not given, or cannot be read."""
        if not latitude and not longitude:
            return None
        try:
            position = Position.of(latitude, longitude, self._row.locator)
        except ValueError:
            self.find("OIR502", f"{latitude!r}, {longitude!r} is no latitude and longitude in degrees")
            return None
        if position.latitude == 0 and position.longitude == 0:
            self.find("OIR508", "0 degrees both ways is a position that is missing, not one in the Gulf of Guinea")
            return None
        return position

    def is_missing_zero(self, name: str, cell: str) -> bool:
        """Whether a length of nothing stands for one that is not known."""
        if name not in {"length_ft", "width_ft"} or cell.strip("0.") != "":
            return False
        self.find("OIR508", f"{name!r} is {cell}, which no runway has: it is not known")
        return True
