"""The table of ratios: what was timed, against what, and the bounds that it is held to."""

import itertools
import math
import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["AS_REPORTED", "BUILD", "FIRST", "FULL", "GROWN", "HISTORY", "HOLDING", "IMPORT", "OURS", "PARSE"]
__all__ += ["PARSE_DAYS", "PARSE_WARM", "SECOND", "VALUE", "VIEW", "Timings", "lines"]

OURS: Final = "oirmodel"
GROWN: Final = (50, 500, 5_000)
"""Claims a subject, for what grows with them."""

PARSE: Final = "parse EDTF, mixed strings"
PARSE_WARM: Final = "parse EDTF, the same strings again"
PARSE_DAYS: Final = "parse plain dates"
VALUE: Final = "value on a day"
AS_REPORTED: Final = "value on a day, vague dates and corrections"
SECOND: Final = "as known on K: a later question on a subject"
FIRST: Final = "as known on K: the first, with the view"
VIEW: Final = "as known on K: the view alone"
FULL: Final = "the full answer"
HOLDING: Final = "all claims that hold on a day"
HISTORY: Final = "the history of one subject"
BUILD: Final = "build every index, a claim"
IMPORT: Final = {"centcom": "import strike releases, a row", "airwars": "import incidents, a row"}
"""By the name of the importer."""

_NOISE: Final = 1.25
"""What is allowed for a machine that does other things too, where a bound is on growth."""
_PACKAGES: Final = (
    "oirmodel",
    "pendulum",
    "edtf",
    "edtf-validate",
    "numpy",
    "duckdb",
    "pandas",
    "psycopg",
    "intervaltree",
    "pytest-benchmark",
)


class Timing(NamedTuple):
    """The median over the rounds of what one question took, in seconds."""

    seconds: float
    rounds: int


class Timings:
    """All that a run has timed, and what else it has to say."""

    def __init__(self) -> None:
        self._timed: dict[tuple[str, str, int], Timing] = {}
        self.remarks: list[str] = []

    def add(self, work: str, who: str, size: int, timing: Timing) -> None:
        """Keep the timing of some work, by us or a peer, over so many claims (0 where claims play no part)."""
        self._timed[work, who, size] = timing

    def get(self, work: str, who: str, size: int) -> Timing | None:
        """The timing, where there is one."""
        return self._timed.get((work, who, size))

    def of(self, work: str, size: int) -> list[tuple[str, Timing]]:
        """Whoever did some work, ourselves first, and what it took them."""
        found = [(who, timing) for (each, who, many), timing in self._timed.items() if (each, many) == (work, size)]
        return sorted(found, key=lambda pair: pair[0] != OURS)

    @property
    def sizes(self) -> list[int]:
        """The sizes of datasets that were asked."""
        return sorted({size for _, _, size in self._timed})

    @property
    def rounds(self) -> list[int]:
        """How many rounds the medians are of."""
        return sorted({each.rounds for each in self._timed.values()})

    @property
    def works(self) -> list[str]:
        """What was timed of ours, in the order in which it was."""
        return list(dict.fromkeys(work for work, who, _ in self._timed if who == OURS))

    def __bool__(self) -> bool:
        return bool(self._timed)


class Limit(NamedTuple):
    """What a pair of timings is held to."""

    text: str
    fastest: float = math.inf
    """The largest that ours may be, as a share of the peer's."""
    more: float = math.inf
    """How many seconds more than the peer's ours may be."""
    most: float = math.inf
    """The largest that ours may be, in seconds."""

    def met(self, ours: float, peer: float) -> bool:
        """Whether both timings keep to it."""
        in_share = math.isinf(self.fastest) or ours <= peer * self.fastest
        return in_share and ours - peer <= self.more and ours <= self.most


def _faster(times: float) -> Limit:
    return Limit(f"at least {times:g} times as fast", fastest=1 / times)


def _within(times: float) -> Limit:
    return Limit(f"within {times:g} times", fastest=times)


def _growing(many: int, few: int) -> Limit:
    """As n log n, with the noise."""
    factor = many * math.log(many) / (few * math.log(few))
    return Limit(f"n log n: {factor:.1f} times", fastest=factor * _NOISE)


class Row(NamedTuple):
    """One line of the table: our work, and whose work it is compared with."""

    work: str
    who: str
    against: str = ""
    """What the peer does, where it goes by another name."""
    limit: Limit | None = None
    ours: str = OURS


_ROWS: Final = (
    Row(PARSE, "python-edtf", limit=_faster(500)),
    Row(PARSE, "edtf-validate", limit=_faster(150)),
    Row(PARSE_WARM, OURS, against=PARSE),
    Row(PARSE_DAYS, "pendulum.Date.fromisoformat", limit=_within(4)),
    Row(VALUE, "dict + bisect", limit=_within(3)),
    Row(VALUE, "dict + bisect in arrays", limit=_within(3)),
    Row(VALUE, "index of plain intervals"),
    Row(VALUE, "intervaltree per subject", limit=_faster(3)),
    Row(VALUE, "SQLite, covering index", limit=_faster(2)),
    Row(VALUE, "PostgreSQL, GiST", limit=_faster(30)),
    Row(VALUE, "DuckDB", limit=_faster(100)),
    Row(AS_REPORTED, "dict + bisect", against=VALUE, limit=_within(3)),
    Row(SECOND, OURS, against=AS_REPORTED, limit=_within(1.5)),
    Row(VIEW, "", limit=Limit("microseconds: at most 10", most=10e-6)),
    Row(FIRST, "", limit=Limit("at most 100 µs", most=100e-6), ours="50 claims a subject"),
    *(
        Row(work, f"{few} claims a subject", limit=_growing(many, few), ours=f"{many} claims a subject")
        for work in (FIRST, HISTORY)
        for few, many in itertools.pairwise(GROWN)
    ),
    Row(HISTORY, "50 claims a subject", limit=_within(1.5)),
    Row(FULL, OURS, against=AS_REPORTED, limit=Limit("at most 25 µs more", more=25e-6)),
    Row(HOLDING, "global intervaltree", limit=_faster(20)),
    Row(HOLDING, "numpy with checkpoints, positions", limit=_within(6)),
    Row(HOLDING, "numpy with checkpoints, objects", limit=_within(6)),
    Row(BUILD, "decode the claims from JSON", limit=Limit("less than that", fastest=1)),
    Row(BUILD, "make the claims in Python"),
    *(
        row
        for work in IMPORT.values()
        for row in (
            Row(work, "", limit=Limit("at least 20,000 rows/s", most=1 / 20_000)),
            Row(work, "csv.reader, lists of cells"),
            Row(work, "pandas.read_csv"),
            Row(work, "DuckDB read_csv_auto"),
        )
    ),
)


def lines(timings: Timings, peers: Iterable[str]) -> Iterator[str]:
    """The whole report: the machine, the versions, the table, and the growth with the size of the dataset."""
    yield from _machine()
    rounds = " or ".join(map(str, timings.rounds))
    yield f"times: what one question took, the median of {rounds} rounds; ratios are of times in this run"
    yield "versions: " + ", ".join([*(f"{each} {version(each)}" for each in _PACKAGES), *peers])
    yield ""
    table: list[tuple[str, ...]] = [("work", "claims", "ours", "compared with", "takes", "ratio", "bound", "met")]
    for size in timings.sizes:
        table += (cells for row in _ROWS if (cells := _cells(row, timings, size)) is not None)
    yield from _aligned(table)
    if len(sizes := [each for each in timings.sizes if each]) > 1:
        yield ""
        yield from _aligned([("growth of ours", *(f"{each:,} claims" for each in sizes)), *_growth(timings, sizes)])
    if remarks := [*_rates(timings), *timings.remarks]:
        yield ""
        yield from remarks


def _machine() -> Iterator[str]:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = (line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line)
        model = next(named, model)
    yield f"machine: {model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"python: {python}, SQLite {sqlite3.sqlite_version}"


def _cells(row: Row, timings: Timings, size: int) -> tuple[str, ...] | None:
    ours = timings.get(row.work, row.ours, size)
    if ours is None:
        return None
    work = row.work if row.ours == OURS else f"{row.work}, {row.ours}"
    claims = f"{size:,}" if size else ""
    if not row.who:
        met = row.limit is None or row.limit.met(ours.seconds, 0)
        return (work, claims, _shown(ours.seconds), "", "", "", row.limit.text if row.limit else "", _said(met, row))
    against = row.against or row.work
    peer = timings.get(against, row.who, size) or timings.get(against, row.who, 0)
    who = f"{row.who}: {against}" if row.who == OURS else row.who
    bound = row.limit.text if row.limit else ""
    if peer is None:
        return (work, claims, _shown(ours.seconds), who, "not run", "", bound, "")
    met = row.limit is None or row.limit.met(ours.seconds, peer.seconds)
    ratio = _ratio(ours.seconds, peer.seconds)
    return (work, claims, _shown(ours.seconds), who, _shown(peer.seconds), ratio, bound, _said(met, row))


def _said(met: bool, row: Row) -> str:  # noqa: FBT001 - it is the one thing to say
    return "" if row.limit is None else "yes" if met else "NO"


def _ratio(ours: float, peer: float) -> str:
    return f"{peer / ours:,.1f} times as fast" if ours < peer else f"{ours / peer:,.2f} times as slow"


def _rates(timings: Timings) -> Iterator[str]:
    """How many rows a second are read, by whom."""
    for work in IMPORT.values():
        for size in timings.sizes:
            rates = [f"{who} {1 / found.seconds:,.0f}" for who, found in timings.of(work, size)]
            if rates:
                yield f"rows a second, {work.removesuffix(', a row')}, {size:,} rows: {', '.join(rates)}"


def _shown(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:,.2f} {unit}"
    return f"{seconds * 1e9:,.0f} ns"


def _growth(timings: Timings, sizes: list[int]) -> Iterator[tuple[str, ...]]:
    for work in timings.works:
        found = [timings.get(work, OURS, size) for size in sizes]
        if any(found):
            yield (work, *(_shown(each.seconds) if each else "" for each in found))


def _aligned(table: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    for number, row in enumerate(table):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("-" * width for width in widths)
