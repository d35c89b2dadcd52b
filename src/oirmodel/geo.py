"""Where things are: points and boxes in WGS 84 degrees, with how precisely they are known."""

from typing import Final

from attrs import field, frozen

from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import Record
from oirmodel.limits import within, zero_or_more

__all__ = ["Box", "Point"]


_EAST_WEST: Final = within(-180, 180, "degrees")
_NORTH_SOUTH: Final = within(-90, 90, "degrees")


@frozen(kw_only=True)
class Point(Record):
    """
    A place on the map, in degrees of WGS 84, longitude first as in GeoJSON (RFC 7946).

    >>> Point(longitude=42.4412, latitude=33.7856, precision_m=2000)
    Point(longitude=42.4412, latitude=33.7856, precision_m=2000)
    """

    longitude: float = field(validator=_EAST_WEST)
    latitude: float = field(validator=_NORTH_SOUTH)
    precision_m: float | None = field(default=None, validator=zero_or_more)
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
