"""Where the Dutch list of strikes says that an attack was, and whose it was."""

import math
import re
import unicodedata
from typing import Final, NamedTuple

from oirmodel.entities import Force, Operation, Organization, Place
from oirmodel.errors import InvalidObject
from oirmodel.geo import Point
from oirmodel.ids import ActorId, ExternalId, ForceId, OperationId, OrganizationId, PlaceId, SiteId
from oirmodel.importers._reading.coordinates import Square, in_words
from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.importers.gathering import Gathering
from oirmodel.names import Name
from oirmodel.text import NAME_LIMIT
from oirmodel.vocab import ForceCategory, OperationCategory, OrganizationCategory, PlaceCategory

__all__ = ["CODEBOOK", "COUNTRIES", "ZONES", "Ground", "Who", "degrees_of", "point_of", "who"]

CODEBOOK: Final = "Dutch list of strikes"

COUNTRIES: Final = Crosswalk(
    CODEBOOK,
    "Country",
    str,
    (
        Term("Iraq", "IQ", Fit.EXACT),
        Term("Syria", "SY", Fit.EXACT),
    ),
)
"""The countries, and the codes of ISO 3166-1."""

ZONES: Final = {"IQ": "Asia/Baghdad", "SY": "Asia/Damascus"}
"""By whose calendar a day there is one."""

_NO_NAME: Final = re.compile(
    r"[^\w '\u2018\u2019\u02bb\u02bc\u02bf.-]|\d|_"
    r"|\b(?:about|above|and|approx\w*|area|around|at|between|border|cit(?:y|ies)|from|in|ivo|junction|km|mi|miles?"
    r"|near|nm|of|on|outskirts|part|road|side|the|to|towns?|vicinity|villages?|(?:north|south|east|west)\w*"
    r"|[ns]|[ns]?[ew]|nn[ew]|ss[ew]|[ew][ns][ew])\b",
    re.IGNORECASE,
)
"""What a name of a place has not: it tells how a position lies to a place, or which part of one it is."""
_TOWNS: Final = frozenset({PlaceCategory.UNSTATED, PlaceCategory.CITY, PlaceCategory.DISTRICT, PlaceCategory.OTHER})
_PROVINCES: Final = frozenset({PlaceCategory.UNSTATED, PlaceCategory.PROVINCE, PlaceCategory.AREA, PlaceCategory.OTHER})
_DEGREES: Final = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,15})?", re.ASCII)
_PLACES: Final = 6
"""Of a degree: a tenth of a metre, which is more than any reference of the list tells."""


class Who(NamedTuple):
    """Whose strikes they were, in which operation, and who says so."""

    forces: ActorId
    ministry: ActorId
    operation: OperationId


def who(gathering: Gathering) -> Who:
    """Those of the known dataset by their ids; one that has no such entity is given one."""
    forces = Force(
        id=ForceId("netherlands-armed-forces"),
        category=ForceCategory.STATE_ARMED_FORCES,
        country="NL",
        names=(Name(text="Netherlands Armed Forces", language="en"),),
    )
    ministry = Organization(
        id=OrganizationId("netherlands-ministry-of-defence"),
        category=OrganizationCategory.MINISTRY,
        country="NL",
        names=(Name(text="Netherlands Ministry of Defence", language="en"),),
    )
    operation = Operation(
        id=OperationId("operation-inherent-resolve"),
        category=OperationCategory.NAMED_OPERATION,
        names=(Name(text="Operation Inherent Resolve", language="en"),),
    )
    return Who(
        ActorId(gathering.take_or_add(forces)),
        ActorId(gathering.take_or_add(ministry)),
        OperationId(gathering.take_or_add(operation)),
    )


class Ground:
    """The places of a list: squares of the grid and positions, and the towns and provinces that it names."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._placed: dict[tuple[str, str], PlaceId] = {}
        self._named: dict[tuple[str, str, frozenset[PlaceCategory]], SiteId] = {}

    def country(self, name: str) -> SiteId | None:
        """A country by its name, which need not be in the crosswalk; ``None`` where none is given."""
        if not name:
            return None
        known = COUNTRIES.get(name)
        if known is not None:
            return SiteId(self._gathering.site(known.term, known.ours))
        try:
            return SiteId(self._gathering.site(name, None))
        except InvalidObject:  # it is none that a name can be, and was told of as in no crosswalk
            return None

    def position(self, square: Square | None, point: tuple[float, float] | None, country: str) -> SiteId | None:
        """The square of the grid or, where there is none, the point; ``None`` where there is neither."""
        given: Square | tuple[float, float]
        if square is not None:
            given, words = square, ("place", "mgrs", square.reference)
        elif point is not None:
            given, words = point, ("place", "at", in_words(*point))
        else:
            return None
        key = (words[-1], country)
        if key not in self._placed:
            within = self.country(country)
            place = Place(
                id=PlaceId(self._gathering.new_id(*words)),
                country=_code(country),
                part_of=None if within is None else PlaceId(within),
                point=point_of(given),
                names=() if square is None else (Name(text=square.reference),),
                external_ids=() if square is None else (ExternalId(scheme="mgrs", value=square.reference),),
            )
            self._gathering.add(place)
            self._placed[key] = place.id
        return self._placed[key]

    def town(self, words: str, country: str) -> SiteId | None:
        """The town that a text names; ``None`` for one that tells how a position lies to a town."""
        return self._named_in(words, country, _TOWNS)

    def province(self, words: str, country: str) -> SiteId | None:
        """The province that a text names; ``None`` for one that tells of a border, or of a part of one."""
        return self._named_in(words, country, _PROVINCES)

    def _named_in(self, words: str, country: str, sorts: frozenset[PlaceCategory]) -> SiteId | None:
        """A place of these sorts: the known one that has this very name, or a new one under it."""
        words = unicodedata.normalize("NFC", words)
        if not words or _NO_NAME.search(words) or len(words) > NAME_LIMIT:
            return None
        key = (words, country, sorts)
        if key not in self._named:
            known = self._gathering.known.store.names.find(words, (Place,))
            fits = len(known) == 1 and isinstance(known[0], Place) and known[0].category in sorts
            linked = self._gathering.link(words, Place, country=_code(country)) if fits else None
            self._named[key] = SiteId(linked if linked is not None else self._new(words, country))
        return self._named[key]

    def _new(self, name: str, country: str) -> PlaceId:
        within = self.country(country)
        place = Place(
            id=PlaceId(self._gathering.new_id("place", _code(country), name)),
            country=_code(country),
            part_of=None if within is None else PlaceId(within),
            names=(Name(text=name),),
        )
        self._gathering.add(place)
        return place.id


def point_of(given: Square | tuple[float, float]) -> Point:
    """A square of the grid as its corner and how far it reaches, or coordinates that come without a precision."""
    if isinstance(given, Square):
        latitude, longitude, precision = given.latitude, given.longitude, float(math.ceil(given.diagonal_m))
    else:
        (latitude, longitude), precision = given, None
    return Point(longitude=round(longitude, _PLACES), latitude=round(latitude, _PLACES), precision_m=precision)


def degrees_of(text: str) -> float | None:
    """
    A number of degrees with a decimal comma or point; ``None`` where it is none.

    >>> degrees_of("35,32171462"), degrees_of("43.78"), degrees_of("43°47'"), degrees_of("1.234,5")
    (35.32171462, 43.78, None, None)
    """
    return float(text.replace(",", ".")) if _DEGREES.fullmatch(text) else None


def _code(country: str) -> str | None:
    known = COUNTRIES.get(country)
    return None if known is None else known.ours
