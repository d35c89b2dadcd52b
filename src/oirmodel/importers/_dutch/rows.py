"""The rows of the Dutch list of strikes: what their cells are called, and what can be read of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from oirmodel.diagnostics import Severity
from oirmodel.errors import quoted
from oirmodel.importers._dutch.ground import CODEBOOK, COUNTRIES, ZONES, degrees_of
from oirmodel.importers._dutch.zulu import Moment, day_of, minute_of
from oirmodel.importers._reading.coordinates import Square, metres_apart, square_of
from oirmodel.importers._releases.strikes import FIRST_DAY
from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.quantity import Wording
from oirmodel.temporal import Period
from oirmodel.text import clean_text
from oirmodel.vocab import EventCategory

__all__ = ["COLUMNS", "HARM", "MISSIONS", "Cells", "Problem", "Read", "Statement", "known", "reading"]

MISSIONS: Final = Crosswalk(
    CODEBOOK,
    "Mission",
    EventCategory,
    (
        Term("CAS", EventCategory.STRIKE, Fit.BROADER, "close air support: near one's own, and in concert with them"),
        Term("AI", EventCategory.STRIKE, Fit.BROADER, "air interdiction: away from one's own"),
    ),
)
"""The missions; the terms are those of NATO and US joint doctrine (JP 3-09.3, JP 3-03)."""

HARM: Final = Crosswalk(
    CODEBOOK,
    "Possible CDE issue",
    Wording,
    (
        Term(
            "ND", Wording.UNKNOWN, Fit.EXACT, "not determined: neither a yes nor a no, and no number; no claim is made"
        ),
    ),
)
"""Whether there may have been collateral damage."""

COLUMNS: Final[Mapping[str, str]] = {
    "date": "employment date",
    "begin": "time begin (z)",
    "end": "time end (z)",
    "mgrs": "position mgrs",
    "latitude": "position lat",
    "longitude": "position long",
    "mission": "mission",
    "town": "town",
    "province": "province",
    "country": "country",
    "weather": "weather",
    "terrain": "terrain",
    "cde": "possible cde issue",
    "comment": "comment",
}
"""What a cell is called here, and the name of its column, without its marking."""
_UNKNOWN: Final = frozenset({"", "nd"})
_LOST: Final = "\N{REPLACEMENT CHARACTER}"
_POLE: Final = 90

T = TypeVar("T")
Problem = tuple[str, Severity, str]
"""The code, the severity and the message of a finding."""


class Cells(NamedTuple):
    """The cells of a row, without white space around them; blank where there is no such column."""

    date: str
    begin: str
    end: str
    mgrs: str
    latitude: str
    longitude: str
    mission: str
    town: str
    province: str
    country: str
    weather: str
    terrain: str
    cde: str
    comment: str


class Read(NamedTuple):
    """What the cells of a row come to."""

    begin: Moment
    end: Moment | None
    square: Square | None
    point: tuple[float, float] | None
    """Latitude and longitude."""
    problems: tuple[Problem, ...]
    disagree: bool
    """Whether the point does not lie in the square."""


class Statement(NamedTuple):
    """One wording of the rows of an attack, and the numbers of the rows that have it."""

    cells: Cells
    said: Read
    rows: list[int]

    @property
    def zone(self) -> str | None:
        country = COUNTRIES.get(self.cells.country)
        return None if country is None else ZONES[country.ours]

    def period(self) -> Period:
        """Its local days; it was over on the day of its beginning where no end is given."""
        start = self.said.begin.local(self.zone)
        return Period(start=start, end=start if self.said.end is None else self.said.end.local(self.zone))


def reading(cells: Cells) -> Read:
    """Read what can be read of a row; raises ``ValueError`` where its date cannot be, or it is no clean text."""
    for name, cell in zip(Cells._fields, cells, strict=True):
        try:
            clean_text(cell)
        except ValueError as error:
            raise ValueError(f"{quoted(cell)} of {COLUMNS[name]!r}: {error}") from None
    day = day_of(cells.date)
    if day is None:
        raise ValueError(f"{quoted(cells.date)} is no date; expected one such as '2-jun-15'")
    problems: list[Problem] = []
    minute = _read_or_told(cells, "begin", minute_of, "a time such as '21:02'", problems)
    until = _read_or_told(cells, "end", minute_of, "a time such as '21:02'", problems)
    square = _read_or_told(cells, "mgrs", square_of, "a grid reference such as '38SLE 894 094'", problems)
    latitude = _read_or_told(cells, "latitude", degrees_of, "degrees such as '35,32171462'", problems)
    longitude = _read_or_told(cells, "longitude", degrees_of, "degrees such as '43,78321601'", problems)
    point = None if latitude is None or longitude is None else (latitude, longitude)
    if point is not None and not (abs(point[0]) <= _POLE and abs(point[1]) <= 2 * _POLE):
        problems.append(("OIR502", Severity.WARNING, f"{cells.latitude!r}, {cells.longitude!r} is nowhere on Earth"))
        point = None
    disagree = False
    if square is not None and point is not None:
        apart = metres_apart(square.latitude, square.longitude, *point)
        disagree = apart > square.diagonal_m + 1
        if disagree:
            message = f"{cells.latitude!r}, {cells.longitude!r} is {apart:,.0f} m from {cells.mgrs!r}: both are kept"
            problems.append(("OIR511", Severity.WARNING, message))
    if day.isoformat() < FIRST_DAY:
        message = f"{day} is before the first strikes of the operation, on {FIRST_DAY}"
        problems.append(("OIR507", Severity.WARNING, message))
    begin, end = Moment(day, minute), None
    if until is not None:
        end = Moment(day, until)
        if minute is not None and until < minute:
            end = Moment(day + dt.timedelta(days=1), until)
            message = f"it ends at {cells.end!r}, before it begins at {cells.begin!r}: read as of the next day"
            problems.append(("OIR507", Severity.WARNING, message))
    problems += _doubts(cells)
    return Read(begin, end, square, point, tuple(problems), disagree)


def _doubts(cells: Cells) -> Iterator[Problem]:
    """What is not given, what is in no crosswalk, and what was lost."""
    for name in ("begin", "mgrs", "country"):
        if not known(getattr(cells, name)):
            yield "OIR515", Severity.NOTE, f"{COLUMNS[name]!r} is not given"
    for name, crosswalk in (("mission", MISSIONS), ("country", COUNTRIES), ("cde", HARM)):
        term = getattr(cells, name)
        if term.casefold() not in _UNKNOWN and term not in crosswalk:
            yield "OIR503", Severity.WARNING, f"{quoted(term)} is in no crosswalk of {COLUMNS[name]!r}; kept as it is"
    for cell in cells:
        if _LOST in cell:
            yield "OIR520", Severity.NOTE, f"a character of {cell!r} was lost before the list was published"


def _read_or_told(
    cells: Cells, name: str, read_it: Callable[[str], T | None], expected: str, problems: list[Problem]
) -> T | None:
    """What a cell says; ``None`` where it is blank, or not determined, or where it cannot be read, which is told."""
    cell = known(getattr(cells, name))
    if not cell:
        return None
    value = read_it(cell)
    if value is None:
        message = f"{quoted(cell)} of {COLUMNS[name]!r} cannot be read; expected {expected}"
        problems.append(("OIR502", Severity.WARNING, message))
    return value


def known(cell: str) -> str:
    """A cell, blank where it says that it is not determined."""
    return "" if cell.casefold() in _UNKNOWN else cell
