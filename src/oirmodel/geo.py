"""Where things are: points and boxes in WGS 84 degrees, with how precisely they are known."""

from typing import Any

from attrs import field, frozen
from attrs.validators import ge, le, optional

from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import Record

__all__ = ["Box", "Point"]


_EAST_WEST: Any = [ge(-180.0), le(180.0)]
_NORTH_SOUTH: Any = [ge(-90.0), le(90.0)]


@frozen(kw_only=True)
class Point(Record):
    """
    A place on the map, in degrees of WGS 84, longitude first as in GeoJSON (RFC 7946).

    >>> Point(longitude=42.4412, latitude=33.7856, precision_m=2000)
    Point(longitude=42.4412, latitude=33.7856, precision_m=2000)
    """

    longitude: float = field(validator=_EAST_WEST)
    latitude: float = field(validator=_NORTH_SOUTH)
    precision_m: float | None = field(default=None, validator=optional(ge(0)))
    """The radius in metres within which the place lies; ``None`` where the source gives none."""


@frozen(kw_only=True)
class Box(Record):
    """
    The smallest box of meridians and parallels around an area, in degrees of WGS 84.

    A box that crosses the antimeridian has its west above its east, as in GeoJSON (RFC 7946, section 5.2).
    """

    west: float = field(validator=_EAST_WEST)
    south: float = field(validator=_NORTH_SOUTH)
    east: float = field(validator=_EAST_WEST)
    north: float = field(validator=_NORTH_SOUTH)

    def __attrs_post_init__(self) -> None:
        if self.south > self.north:
            problem = Problem("south", self.south, f"expected at most north, {self.north}")
            raise InvalidObject("Box", (problem,))
