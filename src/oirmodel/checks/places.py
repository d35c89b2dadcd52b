"""Sites that lie where they cannot."""

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from oirmodel.checks.ground import GROUND
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Entity, Installation, Place
from oirmodel.geo import Box, Point

__all__ = ["PLACES", "in_its_country"]

_DEGREE_M: Final = 111_195.0
"""A degree of a meridian, on a sphere of the earth's mean radius."""
_MARGIN_M: Final = 25_000.0
"""Some more than the twelve nautical miles of a territorial sea, and than what a map of this scale leaves out."""
_TERRITORIES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "AU": ("HM", "NF"),
        "CN": ("HK", "MO"),
        "DK": ("FO", "GL"),
        "FI": ("AX",),
        "FR": ("BL", "MF", "NC", "PF", "PM", "TF", "WF"),
        "GB": ("AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"),
        "NL": ("AW", "CW", "SX"),
        "NZ": ("CK", "NU"),
        "US": ("AS", "GU", "MP", "PR", "UM", "VI"),
    }
)
"""Lands with a code of their own in ISO 3166-1, which sources count with the state that they belong to."""
_Edges = tuple[float, float, float, float]


def in_its_country(records: Records) -> Iterator[Finding]:
    """
    The point and the box of a site lie in its country: its own, or that of the nearest place around it that has one.

    Countries are known by the boxes of :data:`~oirmodel.checks.ground.GROUND` alone, from Natural Earth. So a point
    across a border is not found where it lies within the box around the country, or within 25 km and its own precision
    of it; a box is found only where it shares nothing with that. Puerto Rico is of the US, Greenland of Denmark. What
    is in a country that the table lacks is not looked at.
    """
    for site in records.entities.values():
        country = _country_of(records, site)
        for field, edges, precision in _where(site) if country in GROUND else ():
            here = f"{field} {_in_words(edges)}"
            if country is None or _metres_outside(edges, _ground(country)) <= _MARGIN_M + precision:
                continue
            swapped = edges[1], edges[0], edges[3], edges[2]
            exchanged = _metres_outside(swapped, _ground(country)) <= _MARGIN_M + precision
            yield Finding(
                code="OIR401",
                severity=Severity.WARNING,
                message=f"{site.id}: the {here} lies outside its country {country!r}",
                pointer=f"/{field}",
                subjects=(site.id,),
                hint="are longitude and latitude exchanged?" if exchanged else "the place or the country is wrong",
            )


def _ground(country: str) -> tuple[_Edges, ...]:
    return tuple(box for each in (country, *_TERRITORIES.get(country, ())) for box in GROUND.get(each, ()))


def _country_of(records: Records, site: Entity) -> str | None:
    """The country of a site, or of the nearest place around it of which one is known."""
    if not isinstance(site, Installation | Place):
        return None
    around = (records.entities.get(each) for each in (site.id, *records.store.all_wholes(site.id)))
    return next((each.country for each in around if isinstance(each, Place) and each.country is not None), None)


def _where(site: Entity) -> Iterator[tuple[str, _Edges, float]]:
    """The point and the box of a site, each as edges, with how many metres it may be off."""
    point: Point | None = getattr(site, "point", None)
    if point is not None:
        edges = point.longitude, point.latitude, point.longitude, point.latitude
        yield "point", edges, point.precision_m or 0.0
    box: Box | None = getattr(site, "box", None)
    if box is not None:
        yield "box", (box.west, box.south, box.east, box.north), 0.0


def _in_words(edges: _Edges) -> str:
    west, south, east, north = edges
    if (west, south) == (east, north):
        return f"at longitude {west:g}, latitude {south:g}"
    return f"from longitude {west:g}, latitude {south:g} to {east:g}, {north:g}"


def _metres_outside(edges: _Edges, ground: tuple[_Edges, ...]) -> float:
    """How far edges lie from the nearest of some boxes, about; 0 where they touch it."""
    return min(_metres_between(edges, each) for each in ground)


def _metres_between(one: _Edges, other: _Edges) -> float:
    west, south, east, north = one
    if west > east:  # it crosses the antimeridian
        east += 360
    up = max(0.0, other[1] - north, south - other[3])
    across = min(max(0.0, other[0] - east - turn, west + turn - other[2]) for turn in (-360, 0, 360))
    nearest_pole = max(abs(south), abs(north), abs(other[1]), abs(other[3]))
    narrowed = math.cos(math.radians(min(nearest_pole, 89.0)))
    return math.hypot(up, across * narrowed) * _DEGREE_M


PLACES: Final = (in_its_country,)
