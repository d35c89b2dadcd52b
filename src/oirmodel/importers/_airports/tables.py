"""The tables that registers of airports publish: their columns, their terms, and what a row of each tells."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.vocab import InstallationCategory

__all__ = [
    "BY_TYPE",
    "OPENFLIGHTS",
    "SURFACES",
    "TABLES",
    "Airport",
    "Layout",
    "airport_of",
    "layout_of",
    "plain",
    "runway_in_words",
]

_MISSING: Final = "\\N"
_ESCAPED: Final = re.compile(r"\\([\"'\\])")
_DEGREES: Final = re.compile(r"-?\d{1,3}(?:\.\d+)?", re.ASCII)
_CODE: Final = re.compile(r"[A-Z0-9]{3,4}", re.ASCII)


class Layout(NamedTuple):
    """One table: who publishes it, the columns it is known by, and all that are read."""

    name: str
    publisher: str
    needed: tuple[str, ...]
    others: tuple[str, ...]
    crosswalk: str | None = None
    """Of which codebook its terms are."""


OPENFLIGHTS: Final = Layout(
    "airports.dat",
    "openflights",
    ("airport_id", "name", "city", "country", "iata", "icao", "latitude", "longitude", "altitude", "utc_offset", "dst"),
    ("timezone", "type", "source"),
    "OpenFlights",
)
"""It has no header; older editions end before the last columns."""

TABLES: Final = (
    Layout(
        "regions",
        "ourairports",
        ("code", "name", "iso_country", "keywords"),
        ("id", "local_code", "continent", "wikipedia_link"),
    ),
    Layout(
        "airports",
        "ourairports",
        ("ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country", "iso_region"),
        (
            *("id", "elevation_ft", "continent", "municipality", "scheduled_service", "icao_code", "gps_code"),
            *("iata_code", "local_code", "home_link", "wikipedia_link", "keywords"),
        ),
        "OurAirports",
    ),
    OPENFLIGHTS,
    Layout(
        "iata-icao",
        "ip2location",
        ("iata", "icao", "airport"),
        ("country_code", "region_name", "latitude", "longitude"),
    ),
    Layout(
        "runways",
        "ourairports",
        ("airport_ident", "le_ident", "he_ident"),
        (
            *("id", "airport_ref", "length_ft", "width_ft", "surface", "lighted", "closed"),
            *(f"{end}_{each}" for end in ("le", "he") for each in ("latitude_deg", "longitude_deg", "elevation_ft")),
            *(f"{end}_{each}" for end in ("le", "he") for each in ("heading_degT", "displaced_threshold_ft")),
        ),
        "OurAirports",
    ),
    Layout(
        "navaids",
        "ourairports",
        ("ident", "name", "type", "frequency_khz", "latitude_deg", "longitude_deg"),
        (
            *("id", "filename", "elevation_ft", "iso_country", "dme_frequency_khz", "dme_channel", "dme_latitude_deg"),
            *("dme_longitude_deg", "dme_elevation_ft", "slaved_variation_deg", "magnetic_variation_deg", "usageType"),
            *("power", "associated_airport"),
        ),
    ),
)
"""In the order in which they are read: what is named in one is known to those after it."""

_AIRPORT: Final = InstallationCategory.AIRPORT
_OTHER: Final = InstallationCategory.OTHER
BY_TYPE: Final[Mapping[str, Crosswalk[InstallationCategory]]] = {
    "OpenFlights": Crosswalk(
        "OpenFlights",
        "type",
        InstallationCategory,
        (
            Term("airport", _AIRPORT, Fit.EXACT),
            Term("station", _OTHER, Fit.LOSSY, "a railway station; the word is kept in the extensions"),
            Term("port", InstallationCategory.PORT, Fit.BROADER, "a terminal of ferries"),
            Term("unknown", InstallationCategory.UNSTATED, Fit.EXACT),
        ),
    ),
    "OurAirports": Crosswalk(
        "OurAirports",
        "type",
        InstallationCategory,
        (
            Term("large_airport", _AIRPORT, Fit.BROADER, "with scheduled traffic of airlines, or a large base"),
            Term("medium_airport", _AIRPORT, Fit.BROADER),
            Term("small_airport", _AIRPORT, Fit.BROADER),
            Term(
                "closed", _AIRPORT, Fit.LOSSY, "closed; since when is not said, and the word is kept in the extensions"
            ),
            Term("heliport", _OTHER, Fit.LOSSY, "for helicopters; the word is kept in the extensions"),
            Term("seaplane_base", _OTHER, Fit.LOSSY, "on water; the word is kept in the extensions"),
            Term("balloonport", _OTHER, Fit.LOSSY, "for balloons; the word is kept in the extensions"),
        ),
    ),
}
"""What sort of thing a row is about."""

SURFACES: Final = Crosswalk(
    "OurAirports",
    "surface",
    str,
    (
        *(Term(each, "asphalt", Fit.EXACT) for each in ("ASP", "ASPH", "Asphalt")),
        *(Term(each, "concrete", Fit.EXACT) for each in ("CON", "CONC", "Concrete")),
        Term("PEM", "partly concrete, asphalt or macadam", Fit.EXACT),
        Term("GRE", "graded earth", Fit.EXACT),
        *(Term(each, "grass", Fit.EXACT) for each in ("GRS", "Grass")),
        Term("TURF", "turf", Fit.EXACT),
        *(Term(each, "earth", Fit.EXACT) for each in ("Dirt", "Earth")),
        *(Term(each, "gravel", Fit.EXACT) for each in ("GVL", "GRVL", "Gravel")),
        Term("LAT", "laterite", Fit.EXACT),
        Term("SAN", "sand", Fit.EXACT),
        *(Term(each, "water", Fit.EXACT) for each in ("WAT", "Water")),
        Term("UNK", "", Fit.EXACT, "unknown: nothing is said"),
    ),
)
"""Of what a runway is; the codes are those of the register's data dictionary, and words beside them."""


class Airport(NamedTuple):
    """What a row tells of an airport, in the words of its table; blank where it gives nothing."""

    name: str
    icao: str
    iata: str
    ident: str
    """The register's own code, or its number of the row."""
    latitude: str
    longitude: str
    country: str
    """Its code of ISO 3166-1, or its name."""
    region: str
    """Its code of ISO 3166-2, or its name."""
    city: str
    """The main city that it serves, in which it need not lie."""
    type: str
    zone: str
    through: str
    """Whose data the publisher passes on."""


def layout_of(header: Sequence[str]) -> Layout | None:
    """The table that has this header or, without a header, this first row."""
    names = {*header}
    for each in TABLES:
        if each is not OPENFLIGHTS and {*each.needed} <= names:
            return each
    return OPENFLIGHTS if _is_row_of_openflights(header) else None


def _is_row_of_openflights(row: Sequence[str]) -> bool:
    if not len(OPENFLIGHTS.needed) <= len(row) <= len(OPENFLIGHTS.needed) + len(OPENFLIGHTS.others):
        return False
    told = dict(zip(OPENFLIGHTS.needed, row, strict=False))
    codes = (told["iata"], told["icao"])
    return (
        told["airport_id"].isdecimal()
        and all(_DEGREES.fullmatch(told[each]) for each in ("latitude", "longitude"))
        and all(each in ("", _MISSING) or _CODE.fullmatch(each) for each in codes)
    )


def airport_of(layout: Layout, cells: Mapping[str, str]) -> Airport:
    """The airport that the cells of a row tell of, by the names of their columns."""

    def of(*names: str) -> str:
        return next((cells[each] for each in names if cells.get(each)), "")

    if layout is OPENFLIGHTS:
        return Airport(
            *(of("name"), of("icao"), of("iata"), of("airport_id"), of("latitude"), of("longitude"), of("country")),
            *("", of("city"), of("type"), of("timezone"), of("source")),
        )
    if layout.publisher == "ip2location":
        return Airport(
            *(of("airport"), of("icao"), of("iata"), "", of("latitude"), of("longitude"), of("country_code")),
            *(of("region_name"), "", "", "", ""),
        )
    return Airport(
        *(of("name"), of("icao_code"), of("iata_code"), of("ident"), of("latitude_deg"), of("longitude_deg")),
        *(of("iso_country"), of("iso_region"), of("municipality"), of("type"), "", ""),
    )


def plain(cell: str) -> str:
    r"""
    A cell without white space around it, blank where it says that it is missing.

    >>> plain(" \\N "), plain("O\\'Hare")
    ('', "O'Hare")
    """
    cell = unicodedata.normalize("NFC", cell).strip()
    return "" if cell == _MISSING else _ESCAPED.sub(r"\1", cell) if "\\" in cell else cell


def runway_in_words(cells: Mapping[str, str], surface: str) -> str:
    """
    A runway in few words, without what is not given.

    >>> runway_in_words({"le_ident": "09L", "he_ident": "27R", "length_ft": "13124", "lighted": "1"}, "asphalt")
    '09L/27R, 13124 ft long, asphalt, lighted'
    """
    words = ["/".join(cells[each] for each in ("le_ident", "he_ident") if cells.get(each)) or "no designators"]
    length, width = cells.get("length_ft"), cells.get("width_ft")
    words += [f"{length} ft long"] if length else []
    words += [f"{width} ft wide"] if width else []
    words += [surface] if surface else []
    words += [{"1": "lighted", "0": "not lighted"}[cells["lighted"]]] if cells.get("lighted") in {"0", "1"} else []
    words += ["closed"] if cells.get("closed") == "1" else []
    return ", ".join(words)
