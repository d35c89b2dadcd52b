"""
Reads the cases of bitemporal databases, and puts their events and their queries in our own terms.

A row that is put becomes a posting: its id is a post held by one at a time, its value a person. What a database calls
system time is the day of the report. A row that is put over a range of valid time that others hold corrects those, over
its own range; a row that is deleted is a denial of what it deletes, over the range that it is deleted for, and corrects
it likewise; one that is erased is taken out of the dataset.

A database's ranges are half-open and ours have both their ends, so ``[from, to)`` ends on the day before ``to``. Cases
whose times are no days, but minutes, years or mere numbers, have each time put on a day of its own, in order and with
days between, so that nothing of them is lost.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from oirmodel.claims import Posting
from oirmodel.entities import Person, Post, Source
from oirmodel.provenance import Citation
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from tests.making import make

__all__ = ["CASES", "Case", "Tile", "tiles"]

_CORPUS: Final = Path(__file__).parent.parent / "corpora" / "bitemporal_cases.jsonl"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ONE: Final = timedelta(days=1)
_FIRST: Final = date(2000, 1, 1)
FOREVER: Final = date(9000, 1, 1)
"""Stands for "until further notice": after every time that a case names."""


class Tile(NamedTuple):
    """A rectangle of the plane of the two times: what value a row has on some days, as known on some days."""

    id: str
    value: str
    valid_from: date
    valid_to: date
    system_from: date
    system_to: date

    def at(self, valid: date, system: date) -> bool:
        """Whether a point lies in it."""
        return self.valid_from <= valid < self.valid_to and self.system_from <= system < self.system_to


def tiles(values: Mapping[tuple[str, date, date], str], valid: list[date], system: list[date]) -> list[Tile]:
    """
    The rectangles of one value, given the value of each row at each corner of the grid of turning days.

    A stretch of valid time that has one value for the same days of system time as the stretch before it is one with it.
    """
    found: list[Tile] = []
    for an_id in sorted({an_id for an_id, _, _ in values}):
        for start, end in zip(valid, [*valid[1:], FOREVER], strict=True):
            for value, known, until in _runs([(day, values.get((an_id, start, day))) for day in system]):
                tile = Tile(an_id, value, start, end, known, until)
                before = next(
                    (each for each in found if each == tile._replace(valid_from=each.valid_from, valid_to=start)), None
                )
                if before is not None:
                    found.remove(before)
                    tile = tile._replace(valid_from=before.valid_from)
                found.append(tile)
    return found


def _runs(known: list[tuple[date, str | None]]) -> Iterator[tuple[str, date, date]]:
    """The runs of one value along the days on which it was known."""
    first, current = FOREVER, None
    for day, value in [*known, (FOREVER, None)]:
        if value != current:
            if current is not None:
                yield current, first, day
            first, current = day, value


class Case:
    """One case of the corpus, with its times as days and its values as ids."""

    def __init__(self, plain: dict[str, Any]) -> None:
        self.name: str = plain["name"]
        self._plain = plain
        texts = sorted(set(_times([plain["events"], plain["rows"], plain["queries"]])))
        ranked = not all(_DAY.fullmatch(each) for each in texts)
        self._days = {
            each: _FIRST + 3 * rank * _ONE if ranked else date.fromisoformat(each) for rank, each in enumerate(texts)
        }

    def day(self, time: str | None) -> date:
        """The day on which a time is put; none is an end that never comes."""
        return FOREVER if time is None else self._days[time]

    @staticmethod
    def value(plain: object) -> str:
        """The id that a value has here."""
        text = "-".join(f"{key}-{each}" for key, each in plain.items()) if isinstance(plain, dict) else str(plain)
        return "v-" + re.sub(r"[^a-z0-9]+", "-", text.lower())

    @staticmethod
    def post(an_id: object) -> str:
        """The id that a row has here."""
        return f"row-{an_id}"

    @property
    def posts(self) -> list[str]:
        """The rows."""
        return sorted({self.post(each["id"]) for each in self._plain["events"]})

    @property
    def queries(self) -> list[dict[str, Any]]:
        """The queries, as the corpus has them."""
        listed: list[dict[str, Any]] = self._plain["queries"]
        return listed

    @property
    def rows(self) -> list[Tile]:
        """The rectangles that the corpus says there are."""
        return [
            Tile(
                self.post(each["id"]),
                self.value(each["value"]),
                self.day(each["valid_from"]),
                self.day(each["valid_to"]),
                self.day(each["system_from"]),
                self.day(each["system_to"]),
            )
            for each in self._plain["rows"]
        ]

    @property
    def system_days(self) -> list[date]:
        """Every day of system time on which anything turns."""
        return sorted({self.day(each["system_from"]) for each in self._plain["events"]})

    @property
    def valid_days(self) -> list[date]:
        """Every day of valid time on which anything turns."""
        ends = (each[side] for each in self._plain["events"] for side in ("valid_from", "valid_to"))
        return sorted({self.day(each) for each in ends if each is not None})

    def dataset(self) -> Dataset:
        """The events as claims."""
        values = {self.value(each["value"]) for each in self._plain["events"] if each["value"] is not None}
        data = Dataset(
            entities=[
                *(make(Person, id=each) for each in values),
                *(make(Post, id=each, of="company", title=each, single=True) for each in self.posts),
            ],
            sources=[make(Source, id="log", title="The log of transactions")],
        )
        for number, event in enumerate(self._plain["events"]):
            told = [each for each in data.claims(Posting) if each.of == self.post(event["id"])]
            if event["op"] == "erase":
                data = data.minus(*told)
                continue
            first, last = self.day(event["valid_from"]), self.day(event["valid_to"]) - _ONE
            period = Period(start=first.isoformat(), end=last.isoformat())
            over = [each for each in told if _share_a_day(each.period, period)]
            put = event["op"] == "put"
            for value in [self.value(event["value"])] if put else sorted({each.by for each in over}):
                said = make(
                    Posting,
                    id=f"event-{number:02}-{value}",
                    of=self.post(event["id"]),
                    by=value,
                    period=period,
                    reported=self.day(event["system_from"]).isoformat(),
                    modality="asserted" if put else "denied",
                    citations=[make(Citation, source="log", locator=f"transaction {number}")],
                    corrects=[each.id for each in over],
                )
                data = data.plus(said)
        return data


def _share_a_day(left: Period, right: Period) -> bool:
    (first, *_, last), (other_first, *_, other_last) = left.bounds(), right.bounds()
    return first <= other_last and other_first <= last


def _times(plain: object) -> Iterator[str]:
    """Every time that is named anywhere in some events, rows and queries."""
    if isinstance(plain, list):
        for each in plain:
            yield from _times(each)
    if not isinstance(plain, dict):
        return
    for key, held in plain.items():
        if key.startswith(("system", "valid")) or key in ("as_of", "from", "to", "between"):
            listed = held if isinstance(held, list) else [held]
            yield from (each for each in listed if isinstance(each, str) and each != "all")
        yield from _times(held)


CASES: Final = [Case(json.loads(line)) for line in _CORPUS.read_text(encoding="utf-8").splitlines()]
"""XTDB's documentation and tests, with the cases of SQL:2011 and of Snodgrass (1999) among them."""
