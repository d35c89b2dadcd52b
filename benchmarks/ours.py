"""Our side: every call into the library that is timed, in one place."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from oirmodel.claims import Claim
from oirmodel.formats.json import loads
from oirmodel.importers import Imported, importer
from oirmodel.query import Answer, Dataset, Timeline
from oirmodel.temporal import Bounds, ImpreciseDate, Period

__all__ = [
    "as_known",
    "bounds",
    "build",
    "decode",
    "full_answer",
    "holding",
    "import_file",
    "parse",
    "parse_date",
    "timeline",
    "value_on",
    "verdict",
]

_LARGEST: Final = 1 << 32
"""The largest document that is decoded here: 4 GiB."""


def parse(text: str) -> ImpreciseDate | Period:
    """An object from a text of EDTF."""
    return Period.parse(text) if "/" in text else ImpreciseDate.parse(text)


parse_date: Final = ImpreciseDate.parse
"""A date from a text of EDTF."""


def bounds(text: str) -> Bounds:
    """The four bounds of a text of EDTF."""
    return Period.parse(text).bounds()


def value_on(data: Dataset) -> Callable[[str, int], object]:
    """Who controlled a site on a day, graded, straight from the index: takes an id and the number of a day."""
    return data.index("control").on


def verdict(data: Dataset, subject: str, day: int) -> tuple[object, object]:
    """The status and the value that the index gives."""
    found = data.index("control").on(subject, day)
    return found.status, found.value


def full_answer(data: Dataset, subject: str, day: int) -> Answer:
    """The same as an answer with its candidates, its evidence, what is nearest and what was assumed."""
    return data.who_controlled(subject, on=dt.date.fromordinal(day))


def as_known(data: Dataset, day: int) -> Dataset:
    """The view of a day."""
    return data.as_known(on=dt.date.fromordinal(day))


def holding(data: Dataset, day: int) -> tuple[Claim, ...]:
    """Every claim that surely holds on a day."""
    return data.holding(on=dt.date.fromordinal(day))


def timeline(data: Dataset, subject: str) -> Timeline:
    """The history of one subject."""
    return data.history("control", subject)


def build(data: Dataset) -> None:
    """Every index that the questions here use, for all subjects."""
    data.index("control").build()
    holding(data, 1)


def decode(document: str) -> Dataset:
    """A dataset from the text of its JSON form."""
    return loads(document, max_bytes=_LARGEST)


def import_file(name: str, path: Path) -> Imported:
    """What an importer makes of a file: every row, to claims of a dataset."""
    return importer(name).read(path)
