"""The strings to parse: those of the tests' corpus that both other parsers take, and dates."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["PEERS", "Sample", "days", "mixed", "varied"]

PEERS: Final = ("python-edtf 5.0.2", "edtf-validate 2.0.0")
"""How the corpus calls the parsers that it was put to."""
_CORPUS: Final = Path(__file__).parent.parent / "tests" / "corpora" / "edtf_valid.jsonl"
_FIRST: Final = dt.date(1800, 1, 1).toordinal()
_YEAR: Final = re.compile(r"(?<![\dX:])(Y-?)?([\dX]{4,})(?!:)(?=$|[^\d])")
_DAY: Final = re.compile(r"(?!0000)\d{4}-\d\d-\d\d")
_CENTURIES: Final = 4  # after 400 years the calendar is the same again


class Sample(NamedTuple):
    """A string of the corpus."""

    text: str
    agreed: tuple[str, str] | None
    """The first and the last day that it allows, where no place matters and python-edtf and the corpus agree."""


def mixed(rounds: int) -> list[Sample]:
    """The strings of the corpus that can be varied for so many rounds."""
    found: list[Sample] = []
    for line in _CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if set(PEERS) <= set(row["accepted_by"]) and varied(row["edtf"], rounds) is not None:
            span = (row["lower_strict"], row["upper_strict"])
            agreed = PEERS[0] in row["bounds_agree"] and "T" not in row["edtf"]
            agreed = agreed and all(_DAY.fullmatch(each or "") for each in span)
            found.append(Sample(row["edtf"], span if agreed else None))
    return found


def varied(text: str, number: int) -> str | None:
    """
    The same string with every year later by 400 years so many times, so that no round meets what one before it read.

    Of a year beyond four digits it is the first digit that changes. ``None`` where a year cannot be told, or not moved.
    """
    moved = 0
    kept = False

    def later(found: re.Match[str]) -> str:
        nonlocal moved, kept
        prefix, year = found[1] or "", found[2]
        moved += 1
        if prefix:
            return f"{prefix}{(int(year[0]) + number - 1) % 9 + 1}{year[1:]}"
        century = int(year[:2]) + _CENTURIES * number if year[:2].isdigit() and len(year) == 4 else 100
        kept = kept or century > 99
        return f"{century:02}{year[2:]}"

    changed = _YEAR.sub(later, text)
    return None if kept or not moved else changed


def days(count: int, number: int) -> list[str]:
    """So many dates in ISO 8601, of which two calls with different numbers have none in common."""
    return [dt.date.fromordinal(_FIRST + count * number + each).isoformat() for each in range(count)]
