"""Tables as others publish them, with rows made up from a fixed seed: strike releases, and incidents of harm."""

import csv
import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

__all__ = ["TABLES", "write"]

_SEED: Final = 20141017
_FIRST: Final = dt.date(2014, 8, 8)
_PLACES: Final = 100
_STEMS: Final = ("Bay", "Dar", "Fal", "Haw", "Kis", "Maz", "Qay", "Ram", "Sar", "Tal")
_ENDS: Final = ("ji", "ah", "lujah", "ijah", "ik", "ra", "yarah", "adi", "rin", "abad")
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TARGETS: Final = ("tactical unit", "fighting position", "vehicle", "bridge", "weapons cache", "oil tanker", "tunnel")

Cells = Sequence[str]


def _places() -> list[str]:
    return [f"{stem}{end}" for stem in _STEMS for end in _ENDS]


def _releases(rows: int) -> Iterator[Cells]:
    """A line a place and a day, a hundred lines to a release; all of them different."""
    yield ["date", "country", "location", "number", "description", "line"]
    chosen, places = random.Random(_SEED), _places()  # noqa: S311 - made-up rows, no secrets
    for number in range(rows):
        day = _FIRST + dt.timedelta(days=number // _PLACES)
        place, count, many = places[number % _PLACES], chosen.randrange(10), chosen.randrange(2, 90)
        country = "Iraq" if number % _PLACES < _PLACES * 3 // 4 else "Syria"
        what = f"struck an ISIL {chosen.choice(_TARGETS)} and destroyed {many} ISIL {chosen.choice(_TARGETS)}s."
        strikes = f"strike{'s' * (count > 0)} {what}"
        line = f"- Near {place}, {_WORDS[count]} {strikes}"
        yield [f"{day:%m/%d/%Y}", country, place, str(count + 1), strikes, line]


_INCIDENT: Final = (
    "code,incident_date,date_type,date_range_end,published,location_en,location_ar,governorate,lat,lon,"
    "geolocation_accuracy,alleged_belligerent,strike_type,strike_status,civilian_harm_reported,civilian_harm_status,"
    "incident_status,civ_killed_min,civ_killed_max,civ_injured_min,civ_injured_max"
)
_BELLIGERENTS: Final = (
    "Russian Military",
    "U.S.-led Coalition",
    "Turkish Military",
    "Russian Military, U.S.-led Coalition",
)
_GRADES: Final = ("Contested", "Fair", "Weak", "Confirmed", "Discounted")
_ACCURACIES: Final = ("village", "town", "city", "exact_location", "")


def _incidents(rows: int) -> Iterator[Cells]:
    """An incident a row: most on one day, some in a range; a quarter say nothing of the wounded."""
    yield _INCIDENT.split(",")
    chosen, places = random.Random(_SEED), _places()  # noqa: S311 - made-up rows, no secrets
    for number in range(rows):
        day = _FIRST + dt.timedelta(days=number % 3_000)
        lasted = chosen.random() < 0.05
        killed, wounded = chosen.randrange(6), chosen.randrange(9)
        says_wounded = chosen.random() < 0.75
        where = chosen.choice(_ACCURACIES)
        yield [
            f"CS{number}",
            day.isoformat(),
            "date_range" if lasted else "date",
            (day + dt.timedelta(days=1)).isoformat() if lasted else "",
            (day + dt.timedelta(days=chosen.randrange(2, 900))).isoformat(),
            places[number % _PLACES],
            "",
            "Aleppo",
            f"{36 + chosen.random():.6f}" if where else "",
            f"{38 + chosen.random():.6f}" if where else "",
            where,
            chosen.choice(_BELLIGERENTS),
            "Airstrike",
            "Likely strike",
            "Yes",
            chosen.choice(_GRADES),
            "Researched",
            str(killed),
            str(killed + chosen.randrange(3)),
            str(wounded) if says_wounded else "",
            str(wounded + chosen.randrange(3)) if says_wounded else "",
        ]


TABLES: Final[dict[str, Callable[[int], Iterator[Cells]]]] = {"centcom": _releases, "airwars": _incidents}
"""By the importer that reads it."""


def write(name: str, rows: int, path: Path) -> Path:
    """A table of so many rows in a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(TABLES[name](rows))
    return path
