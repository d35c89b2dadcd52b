"""
Where a source says that something is: positions in the military grid, and how far apart two positions are.

The conversion is written out here, since importers need one direction of it on one ellipsoid only: the library that
does all of it is a binding of C code, without types.
"""

import math
import re
from typing import Final, NamedTuple

__all__ = ["Square", "in_words", "metres_apart", "square_of"]

_RADIUS: Final = 6_371_008.8  # of the Earth, on average, in metres

_REFERENCE: Final = re.compile(r"(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])((?:\d\d){0,5})", re.ASCII)
_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS: Final = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_SQUARE: Final = 100_000  # metres
_EQUATOR: Final = 10_000_000  # the northing of the equator, for what lies south of it
_EVEN_ZONES: Final = 5  # by so many rows the letters are shifted there
_ZONES: Final = 60

# WGS 84, and the series of Krüger for the transverse Mercator projection in the third flattening, to its fourth power
# (Karney, "Transverse Mercator with an accuracy of a few nanometers", 2011, which has these terms and two more).
_AXIS: Final = 6_378_137.0
_FLATTENING: Final = 1 / 298.257223563
_SCALE: Final = 0.9996
_EASTING: Final = 500_000
_N: Final = _FLATTENING / (2 - _FLATTENING)
_RECTIFYING: Final = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161_280,
)
_DELTA: Final = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3 + 116 * _N**4 / 45,
    7 * _N**2 / 3 - 8 * _N**3 / 5 - 227 * _N**4 / 45,
    56 * _N**3 / 15 - 136 * _N**4 / 35,
    4279 * _N**4 / 630,
)


class Square(NamedTuple):
    """A square of the military grid: its south-western corner in degrees of WGS 84, and its side."""

    reference: str
    """The reference without its spaces: ``38SLE894094``."""
    latitude: float
    longitude: float
    side_m: int
    """In metres: 100 for a reference of three digits each way."""

    @property
    def diagonal_m(self) -> float:
        """How far from the corner what lies in the square can be, in metres."""
        return self.side_m * math.sqrt(2)


def square_of(reference: str) -> Square | None:
    """
    The square that a reference of the military grid (MGRS) names; ``None`` where it names none.

    Spaces and case do not matter. The two polar caps, which have a grid of their own, are not read.

    >>> square = square_of("38SLE 894 094")
    >>> round(square.latitude, 5), round(square.longitude, 5), square.side_m
    (35.32171, 43.78322, 100)
    >>> square_of("38SLE 894 09") is square_of("99SLE 894 094") is None
    True
    """
    text = "".join(reference.split()).upper()
    read = _REFERENCE.fullmatch(text)
    if read is None or not 1 <= int(read[1]) <= _ZONES:
        return None
    zone, band, digits = int(read[1]), read[2], read[5]
    columns = _COLUMNS[(zone - 1) % 3]
    if read[3] not in columns:
        return None
    side = _SQUARE // 10 ** (len(digits) // 2)
    east, north = (int(each) * side if each else 0 for each in (digits[: len(digits) // 2], digits[len(digits) // 2 :]))
    easting = (columns.index(read[3]) + 1) * _SQUARE + east
    shift = 0 if zone % 2 else _EVEN_ZONES
    row = (_ROWS.index(read[4]) - shift) % len(_ROWS) * _SQUARE + north
    southern = band < "N"
    lowest = _BANDS.index(band) * 8 - 80
    highest = lowest + (12 if band == "X" else 8)
    # The letters of the rows begin again after 2,000 km, which is 18 degrees: one of these lies in the band, or none.
    for around in range(5):
        northing = row + around * len(_ROWS) * _SQUARE
        latitude, longitude = _degrees(zone, easting, northing - _EQUATOR if southern else northing)
        if lowest - 1 <= latitude <= highest:  # the corner of a square that the border of the band cuts may lie below
            return Square(text, latitude, longitude, side)
    return None


def _degrees(zone: int, easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a position in a zone of UTM, whose northing counts from the equator."""
    xi = northing / (_SCALE * _RECTIFYING)
    eta = (easting - _EASTING) / (_SCALE * _RECTIFYING)
    along, across = xi, eta
    for index, beta in enumerate(_BETA, start=1):
        along -= beta * math.sin(2 * index * xi) * math.cosh(2 * index * eta)
        across -= beta * math.cos(2 * index * xi) * math.sinh(2 * index * eta)
    conformal = math.asin(math.sin(along) / math.cosh(across))
    latitude = conformal
    for index, delta in enumerate(_DELTA, start=1):
        latitude += delta * math.sin(2 * index * conformal)
    meridian = (zone - 1) * 6 - 177
    return math.degrees(latitude), meridian + math.degrees(math.atan2(math.sinh(across), math.cos(along)))


def metres_apart(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """
    The distance of two positions in metres, on a sphere: right to half a percent.

    >>> round(metres_apart(33.7856, 42.4412, 33.7855987549, 42.4412002563), 1)
    0.1
    """
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((other_north - north) / 2) ** 2
    half += math.cos(north) * math.cos(other_north) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * _RADIUS * math.asin(min(1.0, math.sqrt(half)))


def in_words(latitude: float, longitude: float) -> str:
    """
    A position as an id can have it, to a tenth of a metre.

    >>> in_words(35.32171462, -43.5)
    '35.321715n 43.500000w'
    """
    return f"{abs(latitude):.6f}{'ns'[latitude < 0]} {abs(longitude):.6f}{'ew'[longitude < 0]}"
