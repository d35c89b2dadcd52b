"""The places of Airwars: what its cells name, where on the map it puts an incident, and what that lies in."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from oirmodel.diagnostics import Severity
from oirmodel.entities import Place
from oirmodel.errors import quoted
from oirmodel.frozen import copier
from oirmodel.geo import Point
from oirmodel.ids import PlaceId, SiteId
from oirmodel.importers._airwars.readings import Cells, Problem, unknown
from oirmodel.importers._airwars.terms import ACCURACIES, COUNTRIES, LETTERS
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name

__all__ = ["At", "Places"]

_TIMEZONES: Final = {"IQ": "Asia/Baghdad", "SY": "Asia/Damascus"}
_CODE: Final = re.compile(r"([A-Za-z]+)\s*\d", re.ASCII)
_UNSEEN: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DEGREES: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,20})?", re.ASCII)


class At(NamedTuple):
    """Where an incident was, and what is doubtful in that."""

    sites: tuple[SiteId, ...]
    problems: tuple[Problem, ...]


class _Named(NamedTuple):
    """A place that has a name, and lies in a region or a country."""

    id: str
    english: str
    country: str | None
    within: str | None
    arabic: dict[str, Name]
    """Every Arabic name that a row has for it."""


class Places:
    """
    The places of incidents.

    A name in a region is one place, which the packaged dataset may have; a pair of coordinates is a place in it
    without a name of its own, so that a name stands for one place however often Airwars puts a pin near it.
    """

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._named: dict[tuple[str, ...], _Named] = {}
        self._around: dict[tuple[str, ...], tuple[str | None, str | None, tuple[Problem, ...]]] = {}
        self._spots: dict[str, Callable[..., Place]] = {}
        self._pins: dict[tuple[str | None, str, str, str], At] = {}
        degrees = ("longitude", "latitude")  # which are looked at before
        self._point = copier(Point(longitude=0, latitude=0), *degrees, checked=degrees)
        self._place = copier(
            Place(id=PlaceId("place")), "id", "country", "part_of", "names", checked=("country", "part_of", "names")
        )
        self._arabic = copier(Name(text="name", language="ar"), "text")
        self._english = copier(Name(text="name", language="en"), "text")

    def at(self, where: Cells, an_id: str) -> At:
        """Where an incident was; its id names a new pin on the map."""
        site, country, problems = self._site(where)
        if not (where.lat or where.lon):
            return At((SiteId(site),) if site else (), problems)
        pin = (site, where.lat, where.lon, where.geolocation_accuracy)
        known = self._pins.get(pin)
        if known is None:
            known = self._pins[pin] = self._pinned(site, country, where, an_id)
        return known if not problems else At(known.sites, (*problems, *known.problems))

    def timezone(self, where: Cells) -> str:
        """The time zone of the country of an incident; UTC where that is not known to have one."""
        return _TIMEZONES.get(self._regions(where)[1] or "", "UTC")

    def _pinned(self, site: str | None, country: str | None, where: Cells, an_id: str) -> At:
        point, problems = self._coordinates(where)
        accuracy = where.geolocation_accuracy
        if accuracy and accuracy not in ACCURACIES:
            problems.append(unknown(ACCURACIES, accuracy))
        if point is None:
            return At((SiteId(site),) if site else (), tuple(problems))
        if not accuracy:
            problems.append(("OIR542", Severity.NOTE, "its coordinates have no accuracy"))
        spot = self._spot(accuracy)(f"place-{an_id}", country, site, point)
        self._gathering.add(spot)
        return At((SiteId(spot.id),), tuple(problems))

    def _spot(self, accuracy: str) -> Callable[..., Place]:
        """What makes a pin that was put with some accuracy, of its id, its country, what it is part of, and a point."""
        if accuracy not in self._spots:
            term = ACCURACIES.get(accuracy)
            how = term.ours if term else f"to the accuracy {accuracy!r}" if accuracy else ""
            spot = Place(id=PlaceId("spot"), note=", ".join(filter(None, ("where Airwars puts it", how))))
            fields = ("country", "part_of", "point")
            self._spots[accuracy] = copier(spot, "id", *fields, checked=fields)
        return self._spots[accuracy]

    def _coordinates(self, where: Cells) -> tuple[Point | None, list[Problem]]:
        latitude, longitude = where.lat, where.lon
        wrong = [each for each in (latitude, longitude) if not _DEGREES.fullmatch(each)]
        if wrong:
            message = f"coordinates: {quoted(wrong[0])} is no number of degrees; it is placed without"
            return None, [("OIR502", Severity.WARNING, message)]
        north, east = float(latitude), float(longitude)
        if not north and not east:
            return None, [("OIR508", Severity.WARNING, "coordinates: 0 and 0, which stand for none that are known")]
        if abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004 - degrees
            message = f"coordinates: {north} and {east} are nowhere; it is placed without"
            return None, [("OIR502", Severity.WARNING, message)]
        return self._point(east, north), []

    def _site(self, where: Cells) -> tuple[str | None, str | None, tuple[Problem, ...]]:
        """The place that the names of a row stand for, its country, and what is doubtful in that."""
        region, country, problems = self._regions(where)
        english, arabic = where.location_en, where.location_ar
        if not english and not arabic:
            return region, country, problems
        if unseen := _UNSEEN.findall(english + arabic):
            codes = ", ".join(sorted({f"U+{ord(each):04X}" for each in unseen}))
            message = f"the name of its place has marks of direction, which nobody sees ({codes}): read without them"
            problems = (*problems, ("OIR505", Severity.NOTE, message))
            english, arabic = _UNSEEN.sub("", english).strip(), _UNSEEN.sub("", arabic).strip()
        key = (english or arabic, region or "")
        named = self._named.get(key)
        if named is None:
            named = self._named[key] = self._new(english, arabic, country, region)
        if arabic and named.english and arabic not in named.arabic:
            named.arabic[arabic] = self._arabic(unicodedata.normalize("NFC", arabic))
        return named.id, country, problems

    def _new(self, english: str, arabic: str, country: str | None, region: str | None) -> _Named:
        name = unicodedata.normalize("NFC", english or arabic)
        linked = self._gathering.link(name, Place, country=country)
        if linked is not None:
            return _Named(linked, "", country, region, {})
        an_id = self._gathering.new_id("place", country, name)
        self._english(name)  # what cannot be a name is refused here, with the row that has it
        self._gathering.add(self._place(an_id, None, None, ()))  # its id is taken; it has its names in the end
        return _Named(an_id, name, country, region, {})

    def _regions(self, where: Cells) -> tuple[str | None, str | None, tuple[Problem, ...]]:
        """The smallest region that a row names, its country, and what is doubtful in that."""
        letters = _CODE.match(where.code)
        key = (where.region, where.governorate, where.province, where.country, letters[1] if letters else "")
        if key not in self._around:
            self._around[key] = self._read_regions(*key)
        return self._around[key]

    def _read_regions(
        self, region: str, governorate: str, province: str, country: str, letters: str
    ) -> tuple[str | None, str | None, tuple[Problem, ...]]:
        problems: tuple[Problem, ...] = ()
        if not country and letters in LETTERS:
            country = LETTERS[letters].ours
        known = COUNTRIES.get(country) if country else None
        code = None if known is None else str(known.ours)
        if country and known is None:
            problems = (unknown(COUNTRIES, country),)
        around = self._gathering.site(country, code) if country else None
        names = list(dict.fromkeys(filter(None, (region, governorate, province))))
        # Three columns for one thing, often spelt differently: the first that is known is taken, else the first.
        linked = (self._gathering.link(each, Place, country=code) for each in names)
        found = next((each for each in linked if each is not None), None)
        if found is None and names:
            found = self._gathering.site(names[0], code, within=around)
        return found or around, code, problems

    def done(self) -> None:
        """Give the places their names, of which later rows may have told more."""
        for each in self._named.values():
            if not each.english:
                continue
            arabic = tuple(each.arabic.values())
            english = () if each.english in {name.text for name in arabic} else (self._english(each.english),)
            self._gathering.add(self._place(each.id, each.country, each.within, (*english, *arabic)))
