"""Which airport, country and region a row of a register means: by code or by its very name, never by likeness."""

import math
import re
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import available_timezones

from oirmodel.dataset.names import name_key
from oirmodel.entities import Installation, Place
from oirmodel.geo import Point
from oirmodel.ids import ExternalId, InstallationId, PlaceId
from oirmodel.importers._airports.tables import Airport
from oirmodel.importers._reading.coordinates import metres_apart
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name
from oirmodel.vocab import InstallationCategory, NameCategory, PlaceCategory

__all__ = ["Airfields", "Lands", "Position", "zones"]

_REGIONS: Final = frozenset({PlaceCategory.PROVINCE, PlaceCategory.AREA, PlaceCategory.UNSTATED, PlaceCategory.OTHER})
_SUBDIVISION: Final = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)
_CODE_OF_COUNTRY: Final = 2
_METRES_A_DEGREE: Final = 111_195
_DEGREES: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,30})?", re.ASCII)


@cache
def zones() -> frozenset[str]:
    """The names of the IANA database of time zones."""
    return frozenset(available_timezones())


class Position(NamedTuple):
    """Coordinates as a row gives them, and how far from them the place may lie for their number of digits."""

    latitude: float
    longitude: float
    within_m: float
    locator: str

    @classmethod
    def of(cls, latitude: str, longitude: str, locator: str) -> "Position":
        """
        Read two texts of degrees; raises ``ValueError`` for what is none.

        >>> round(Position.of("33.7856", "42.4412", "row 1").within_m)
        8
        """
        if not (_DEGREES.fullmatch(latitude) and _DEGREES.fullmatch(longitude)):
            raise ValueError(latitude, longitude)
        north, east = float(latitude), float(longitude)
        if not (abs(north) <= 90 and abs(east) <= 180):  # noqa: PLR2004 - degrees
            raise ValueError(latitude, longitude)
        digits = min(len(each.partition(".")[2]) for each in (latitude, longitude))
        return cls(north, east, 0.5 * 10.0**-digits * _METRES_A_DEGREE * math.sqrt(2), locator)

    def apart(self, other: "Position") -> float | None:
        """How many metres lie between the two; ``None`` where that is no more than their digits leave open."""
        metres = metres_apart(self.latitude, self.longitude, other.latitude, other.longitude)
        # The tenth of a metre is for what one of them rounded before it was written with more digits.
        return metres if metres > self.within_m + other.within_m + 0.1 else None

    @property
    def point(self) -> Point:
        return Point(longitude=self.longitude, latitude=self.latitude)


class Lands:
    """Countries and regions."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._countries: dict[str, PlaceId] = {}
        self._regions: dict[tuple[str | None, str], PlaceId] = {}
        self._cities: dict[tuple[str, PlaceId | None], PlaceId | None] = {}
        self._coded: dict[str, PlaceId] = {}
        """Regions by their codes of ISO 3166-2."""
        self._clashing: set[tuple[str | None, str]] = set()
        for each in gathering.known.entities.values():
            if isinstance(each, Place) and each.category is PlaceCategory.COUNTRY and each.country:
                self._countries[each.country] = each.id
            elif isinstance(each, Place) and each.iso_3166_2:
                self._coded[each.iso_3166_2] = each.id

    def country(self, code_or_name: str) -> PlaceId | None:
        """A country by its code of ISO 3166-1, or by its very name; ``None`` where none is given."""
        if not code_or_name:
            return None
        is_code = len(code_or_name) == _CODE_OF_COUNTRY and code_or_name.isascii() and code_or_name.isupper()
        if code_or_name in self._countries:
            return PlaceId(self._gathering.take(self._countries[code_or_name]))
        linked = None if is_code else self._known(code_or_name, None, frozenset({PlaceCategory.COUNTRY}))
        if linked is None:
            place = Place(
                id=PlaceId(self._gathering.new_id("place", code_or_name)),
                category=PlaceCategory.COUNTRY,
                country=code_or_name if is_code else None,
                names=() if is_code else (Name(text=code_or_name),),
            )
            self._gathering.add(place)
            linked = place.id
        self._countries[code_or_name] = linked
        return linked

    def code(self, country: PlaceId | None) -> str | None:
        """The code of a country that was given out."""
        place = None if country is None else self._gathering.gathered(country)
        return place.country if isinstance(place, Place) else None

    def add_region(self, code: str, country: str, names: tuple[str, ...]) -> PlaceId:
        """A region by its code of ISO 3166-2, known from now on by each of its names; raises for what is no code."""
        if code in self._coded:
            an_id = PlaceId(self._gathering.take(self._coded[code]))
        else:
            first, *others = names
            place = Place(
                id=PlaceId(self._gathering.new_id("place", code)),
                category=PlaceCategory.PROVINCE,
                country=country or None,
                iso_3166_2=code,
                part_of=self.country(country),
                names=(Name(text=first), *(Name(text=each, category=NameCategory.ALIAS) for each in others)),
            )
            self._gathering.add(place)
            an_id = self._coded[code] = place.id
        for each in names:
            key = (country or None, name_key(each))
            if self._regions.setdefault(key, an_id) != an_id:
                self._clashing.add(key)
        return an_id

    def region(self, code_or_name: str, country: PlaceId | None) -> PlaceId | None:
        """A region by its code, or by its very name in a country; a name that is not known is a place of its own."""
        if not code_or_name:
            return None
        if code_or_name in self._coded:
            return PlaceId(self._gathering.take(self._coded[code_or_name]))
        code = self.code(country)
        if _SUBDIVISION.fullmatch(code_or_name):
            place = Place(
                id=PlaceId(self._gathering.new_id("place", code_or_name)),
                category=PlaceCategory.PROVINCE,
                country=code,
                iso_3166_2=code_or_name,
                part_of=country,
            )
            self._gathering.add(place)
            self._coded[code_or_name] = place.id
            return place.id
        key = (code, name_key(code_or_name))
        if key in self._regions and key not in self._clashing:
            return self._regions[key]
        linked = self._known(code_or_name, code, _REGIONS)
        if linked is None:
            place = Place(
                id=PlaceId(self._gathering.new_id("place", code, code_or_name)),
                country=code,
                part_of=country,
                names=(Name(text=code_or_name),),
            )
            self._gathering.add(place)
            linked = place.id
        self._regions.setdefault(key, linked)
        return linked

    def city(self, name: str, country: PlaceId | None) -> PlaceId | None:
        """The known city of this very name; ``None`` where there is none."""
        key = (name, country)
        if key not in self._cities:
            self._cities[key] = self._known(name, self.code(country), frozenset({PlaceCategory.CITY}))
        return self._cities[key]

    def _known(self, name: str, country: str | None, sorts: frozenset[PlaceCategory]) -> PlaceId | None:
        found = self._gathering.known.store.names.find(name, (Place,))
        if len(found) != 1 or not isinstance(found[0], Place) or found[0].category not in sorts:
            return None
        linked = self._gathering.link(name, Place, country=country)
        return None if linked is None else PlaceId(linked)


class _Field:
    """An airport that was not known, and what its rows tell of it."""

    def __init__(self, an_id: InstallationId, place: PlaceId | None) -> None:
        self.id, self.place = an_id, place
        self.category = InstallationCategory.UNSTATED
        self.names: dict[str, None] = {}
        self.zones: set[str] = set()


class Airfields:
    """The airports of all files, known or new, each by its codes."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._coded: dict[str, InstallationId] = {}
        self._named: dict[tuple[str, PlaceId | None], InstallationId] = {}
        self._codes: dict[InstallationId, dict[str, None]] = {}
        self._fields: dict[InstallationId, _Field] = {}
        self._positions: dict[InstallationId, list[Position]] = {}
        self._regions: dict[InstallationId, PlaceId] = {}
        for each in gathering.known.entities.values():
            if isinstance(each, Installation):
                self._codes[each.id] = {external.format(): None for external in each.external_ids}
                for code in self._codes[each.id]:
                    self._coded.setdefault(code, each.id)
                around = gathering.known.entities.get(each.place or "")
                if isinstance(around, Place) and around.category is PlaceCategory.PROVINCE:
                    self._regions[each.id] = around.id
                if each.point is not None:
                    spread = each.point.precision_m or 0.0
                    known = Position(each.point.latitude, each.point.longitude, spread, f"the known {each.id}")
                    self._positions[each.id] = [known]

    def by_ident(self, ident: str) -> InstallationId | None:
        """An airport by the register's own code, which is that of ICAO where there is one."""
        for code in (f"ourairports:{ident}", f"icao:{ident}"):
            if code in self._coded:
                return InstallationId(self._gathering.take(self._coded[code]))
        return None

    def of(self, told: Airport, codes: tuple[str, ...], country: PlaceId | None) -> tuple[InstallationId, str]:
        """The airport that a row is about, and what is wrong with its codes, if anything."""
        linked, wrong = self._linked(told, codes, country)
        if linked is None:
            # A number means nothing to a reader; a name does, and so does a code.
            ident = "" if told.ident.isdecimal() else told.ident
            words = told.icao or ident or told.iata or told.name or told.ident
            an_id = InstallationId(self._gathering.new_id("airport", words))
            self._gathering.add(Installation(id=an_id))  # the id is taken; what is known of it comes at the end
            self._fields[an_id] = _Field(an_id, country)
            self._codes[an_id] = {}
        else:
            an_id = InstallationId(self._gathering.take(linked))
        for each in codes:
            self._codes[an_id][each] = None
            self._coded.setdefault(each, an_id)
        if told.name:
            self._named.setdefault((told.name, country), an_id)
        return an_id, wrong

    def _linked(
        self, told: Airport, codes: tuple[str, ...], country: PlaceId | None
    ) -> tuple[InstallationId | None, str]:
        wrong = ""
        # The register's own code is that of ICAO where there is one, whichever of the two a row gives.
        looked_up = [
            *codes,
            *([f"ourairports:{told.icao}"] if told.icao else []),
            *(
                [
                    each.replace("ourairports:", "icao:")
                    for each in codes
                    if each.startswith("ourairports:") and not told.icao
                ]
            ),
        ]
        for code in looked_up:
            found = self._coded.get(code)
            if found is None:
                continue
            others = self._other_codes(found, codes)
            if not others:
                return found, wrong
            wrong = f"{code} is also {found}, which has {', '.join(others)} where this row has {', '.join(codes)}"
            if code.startswith("icao:"):
                return found, wrong
        if codes and wrong:
            return None, wrong
        by_name = self._named.get((told.name, country)) if told.name else None
        if by_name is None and told.name:
            code_of_country = getattr(self._gathering.gathered(country), "country", None) if country else None
            named = self._gathering.link(told.name, Installation, country=code_of_country)
            by_name = None if named is None else InstallationId(named)
        if by_name is None or self._other_codes(by_name, codes):
            return None, wrong
        return by_name, wrong

    def _other_codes(self, an_id: InstallationId, codes: tuple[str, ...]) -> list[str]:
        """Those of an airport that are of a scheme of these codes, and are none of them."""
        schemes = {each.partition(":")[0] for each in codes}
        return [each for each in self._codes.get(an_id, ()) if each not in codes and each.partition(":")[0] in schemes]

    def add(self, an_id: InstallationId, told: Airport, category: InstallationCategory) -> None:
        """What a row tells of an airport that was not known; of a known one, nothing is changed."""
        if (field := self._fields.get(an_id)) is not None:
            field.names.update({told.name: None} if told.name else {})
            field.zones |= {told.zone} if told.zone else set()
            if field.category is InstallationCategory.UNSTATED:
                field.category = category

    def place_at(self, an_id: InstallationId, position: Position) -> tuple[float, Position] | None:
        """Note where a row has an airport; how far that is from where it already is, where they disagree."""
        earlier = self._positions.setdefault(an_id, [])
        apart = ((metres, each) for each in earlier if (metres := position.apart(each)) is not None)
        found = next(apart, None)
        earlier.append(position)
        return found

    def lies_in(self, an_id: InstallationId, region: PlaceId) -> PlaceId | None:
        """Note in which region a row has an airport; another one, where it already is in that."""
        earlier = self._regions.setdefault(an_id, region)
        return None if earlier == region else earlier

    def done(self) -> None:
        """Add every new airport, with what is not disputed of it."""
        for field in self._fields.values():
            positions = self._positions.get(field.id, [])
            agreed = positions and all(one.apart(each) is None for one in positions for each in positions)
            names = [*field.names]
            self._gathering.add(
                Installation(
                    id=field.id,
                    category=field.category,
                    place=field.place,
                    point=positions[0].point if agreed else None,
                    timezone=next(iter(field.zones)) if len(field.zones) == 1 else None,
                    names=(
                        *(Name(text=each) for each in names[:1]),
                        *(Name(text=each, category=NameCategory.ALIAS) for each in names[1:]),
                    ),
                    external_ids=tuple(ExternalId.parse(each) for each in self._codes[field.id]),
                )
            )
