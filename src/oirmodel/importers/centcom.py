"""
The strike releases of US Central Command, as scraped into a table, and the revisions of that table.

One row is one line of a release: so many strikes near one place. Columns:

===============  =======================================================================================================
``date``         of the release, ``mm/dd/yyyy``, ``yyyy-mm-dd`` or in words; the strikes were on that day or before it
``country``      the heading above the line: Iraq, Syria, or Unknown where the release had no such headings
``location``     the place, as the line spells it; a country where the release is running text
``number``       how many strikes or airstrikes; in running text, those of its first sentence only
``description``  what they did; may be missing
``line``         the line as it stands in the release; may be missing
===============  =======================================================================================================

``manually_edited`` is known and says nothing of the strikes. Each row becomes a :class:`~oirmodel.claims.Tally`, whose
note is the line itself. Files are given in the order of their age, each a revision of those before it: a row that a
later one has as well is one claim, which cites both; one that it has changed becomes a claim that corrects and retracts
the earlier, known only since the later file can have been made; and one that it no longer has keeps standing.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from oirmodel.claims import Tally
from oirmodel.dataset import Header
from oirmodel.diagnostics import Severity
from oirmodel.entities import Force, Source
from oirmodel.errors import InvalidObject, quoted
from oirmodel.frozen import collection_paused, evolve
from oirmodel.ids import ForceId, SourceId
from oirmodel.importers._reading.words import first_word, number_of, whole
from oirmodel.importers._releases.days import read_days
from oirmodel.importers._releases.revisions import Cells, Revisions, Statement
from oirmodel.importers._releases.strikes import (
    AIRSTRIKES,
    COUNTRIES,
    EARLY,
    FIRST_DAY,
    NEAR,
    UNDATED,
    WHOSE,
    Places,
    Problem,
    against_isis,
    country_of,
    template,
    until,
    without_near,
)
from oirmodel.importers.gathering import Gathering, Imported, found, reasons
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Row, Table, delimiter_of, plain
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity, Wording
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import ForceCategory, Spread

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (COUNTRIES,)
_COLLECTION: Final = "centcom-strike-releases"
_NEEDED: Final = ("date", "country", "location", "number")
_TEXTS: Final = ("description", "line")
_READ: Final = frozenset({*_NEEDED, *_TEXTS, "manually_edited"})

_COUNT: Final = re.compile(r"([\w-]+)\s+(?:separate\s+)?(?:air\s?)?strikes?\b", re.IGNORECASE)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THAT_DAY: Final = re.compile(rf"\bon ({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}})\b", re.IGNORECASE | re.ASCII)


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of a table of strike releases."""
    columns = set(map(plain, header))
    return {*_NEEDED} <= columns and bool({*_TEXTS} & columns)


@collection_paused()
def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read tables of strike releases, the oldest first; each is a revision of those before it, or goes on from them.

    Places are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> lines = [
    ...     "date,country,location,number,line",
    ...     '10/17/2016,Iraq,Kisik,1,"- Near Kisik, one strike hit a tunnel."',
    ... ]
    >>> strikes = read(io.BytesIO("\n".join(lines).encode()))
    >>> [claim] = strikes.dataset.claims(Tally)
    >>> print(claim.quantity, claim.at, claim.period.end)
    1 ('place-iq-kisik',) [2014-08-08..2016-10-17]
    """
    gathering = Gathering(known)
    lines = _Lines(gathering)
    for file in files:
        lines.read(Table(file, delimiter=delimiter_of(file, knows), named=plain, progress=progress))
    gathering.claim(*lines.revisions.done())
    title = "Strikes of the coalition in Iraq and Syria, after the strike releases of US Central Command"
    return gathering.imported(Header(id="centcom-strike-releases", title=title))


IMPORTER: Final = Importer(
    name="centcom",
    title="US Central Command: strike releases, 2014 to 2016, and tables like it",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)


class _Release(NamedTuple):
    """A release: its day, how it is cited, and what its day says of its strikes."""

    day: str
    citation: Citation
    reported: ImpreciseDate
    period: Period


class _Announced(NamedTuple):
    """A line that says: the lines after it, of so many strikes, are of another day than the rest of the release."""

    release: _Release
    day: str
    country: str
    strikes: int
    row: int


class _Said(NamedTuple):
    """What the words of a row come to; rows of the same words share it."""

    claim: Tally
    """With all that does not depend on the release."""
    problems: tuple[Problem, ...]


class _Unreadable(Exception):
    """A row that cannot be placed: the code and the message of why. It does not leave this file."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


class _Lines:
    """Reads the rows of one file after the other."""

    def __init__(self, gathering: Gathering) -> None:
        self.revisions = Revisions(gathering)
        self._gathering = gathering
        self._places = Places(gathering)
        names = (Name(text="US Central Command"),)
        centcom = Force(id=ForceId("centcom"), category=ForceCategory.COMMAND, names=names)
        self._template, self._isis = template(gathering, centcom)
        self._days: dict[str, str] = {}
        self._releases: dict[str, _Release] = {}
        self._said: dict[tuple[object, ...], _Said] = {}
        self._announced: _Announced | None = None

    def read(self, table: Table) -> None:
        """Read one file, row by row."""
        needed = table.columns(*_NEEDED)
        texts = [table.header.index(each) for each in _TEXTS if each in table.header]
        self._gathering.unread(table, _READ)
        source = SourceId(self._gathering.new_id("src", "centcom", table.file))
        self._gathering.add(Source(id=source, title=table.file))
        template = Citation(source=source, locator="row")
        prefix, width, last = source.removeprefix("src-"), len(table.header), ""
        self._announced = None
        for row in self._gathering.rows(table):
            given = row.cells
            if len(given) != width:
                self._quarantine(row, "OIR501", f"{len(given)} cells where the header has {width}")
                continue
            description, text = given[texts[0]] if texts else "", given[texts[-1]] if texts else ""
            if "\r" in text:
                text = text.replace("\r\n", "\n")
            date, country, location, number = [given[each] for each in needed]
            cells = Cells(date, country, location, number, text or description)
            citation = evolve(template, locator=f"row {row.number}")
            try:
                last = max(last, self._row(cells, description, row, citation, f"{prefix}-{row.number}"))
            except _Unreadable as problem:
                self._quarantine(row, problem.code, problem.message)
            except InvalidObject as error:
                self._quarantine(row, "OIR502", reasons(error))
            else:
                self._gathering.place()
        self.revisions.end(last)
        self._gathering.add(_file_source(source, table.file, last))

    def _quarantine(self, row: Row, code: str, message: str) -> None:
        self._gathering.quarantine(row, found(code, row, message, severity=Severity.WARNING))

    def _row(self, cells: Cells, description: str, row: Row, citation: Citation, an_id: str) -> str:
        """Say what a row says; the day of its release."""
        words = _Words.of(cells.text, description, cells.location)
        number = _number(cells.number, words)
        release, period, problems = self._when(cells, self._day(cells.date), number, row)
        if self.revisions.again(cells, row, citation):
            return release.day
        said = self._reading(cells, number, words)
        changes: dict[str, object] = {}
        if period is not release.period or release.day < FIRST_DAY:
            dated = EARLY if period is release.period else f"on {period.start}: {problems[0][2]}; its year is read off"
            changes["assumptions"] = (dated, *(each for each in said.claim.assumptions if each != UNDATED))
        claim = evolve(
            said.claim,
            id=an_id,
            period=period,
            reported=release.reported,
            citations=(release.citation, citation),
            note=cells.text or None,
            **changes,
        )
        self.revisions.say(Statement(claim, cells, row), row, citation)
        for code, severity, message in (*problems, *said.problems):
            self._gathering.note(found(code, row, message, severity=severity))
        return release.day

    def _day(self, date: str) -> str:
        """The day of a release, as ISO 8601 has it."""
        if date not in self._days:
            days = read_days(date, "")
            if days is None or days.first != days.last:
                message = f"{quoted(date)} is no date; expected mm/dd/yyyy or yyyy-mm-dd"
                raise _Unreadable("OIR502", message)
            self._days[date] = days.first
        return self._days[date]

    def _release(self, day: str) -> _Release:
        if day not in self._releases:
            source = Source(
                id=SourceId(f"src-centcom-release-{day}"),
                title=f"CENTCOM strike release of {day}",
                publisher="US Central Command",
                published=ImpreciseDate.parse(day),
                language="en",
                collection=_COLLECTION,
            )
            self._gathering.add(source)
            self._releases[day] = _Release(day, Citation(source=source.id), ImpreciseDate.parse(day), until(day))
        return self._releases[day]

    def _when(self, cells: Cells, day: str, number: int, row: Row) -> tuple[_Release, Period, tuple[Problem, ...]]:
        """The release of a row, when its strikes were, and what is to be said of that."""
        told, self._announced = self._announced, None
        if told is not None and day in (told.day, told.release.day) and number <= told.strikes:
            if number < told.strikes:
                self._announced = told._replace(strikes=told.strikes - number)
            message = f"row {told.row} says that the strikes after it were on {told.day}"
            if told.country and told.country != cells.country:
                message += f", in {told.country}; the column has {cells.country!r}"
            return told.release, Period.on(told.day), (("OIR510", Severity.WARNING, message),)
        release = self._release(day)
        early = day < FIRST_DAY
        before = (("OIR507", Severity.WARNING, f"the release is of {day}, before the first strikes"),) if early else ()
        if "unreported" not in cells.text or (that := _that_day(cells.text, day)) is None:
            return release, release.period, before
        if cells.text.rstrip().endswith(":"):
            self._announced = _announced(cells.text, release, that, row)
            return release, release.period, before
        message = f"its text says that the strikes were on {that}, and had not been reported before"
        return release, Period.on(that), (("OIR510", Severity.WARNING, message), *before)

    def _reading(self, cells: Cells, number: int, words: "_Words") -> _Said:
        near = cells.text.lstrip("-\u2013\u2022* ").startswith(("Near ", "near "))
        isis = against_isis(cells.text)
        key = (cells.location, cells.country, number, words, near, isis)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._read_words(cells, number, words, near=near, isis=isis)
        return said

    def _read_words(self, cells: Cells, number: int, words: "_Words", *, near: bool, isis: bool) -> _Said:
        if not cells.location.strip():
            raise _Unreadable("OIR515", "no place is given")
        country, problems = country_of(cells.country, cells.location)
        at = self._places.at(cells.location, country)
        quantity = Quantity.exact(number) if number else Quantity.none()
        if cells.location.strip() in COUNTRIES and words.others:
            quantity = Quantity(wording=Wording.AT_LEAST, number=number, words=f"{words.figure} {words.noun}".strip())
            message = f"running text of several places: {number} is of its first sentence, so at least that in all"
            problems.append(("OIR510", Severity.WARNING, message))
        elif words.more:
            problems.append(("OIR510", Severity.WARNING, f"its text tells of more than its columns: {words.more!r}"))
        if not cells.number.strip():
            problems.append(("OIR505", Severity.NOTE, f"no number is given; its text has {words.figure!r}"))
        told = number_of(words.figure)
        if told is not None and told != number:
            problems.append(("OIR516", Severity.WARNING, f"the number is {number}, its text has {words.figure!r}"))
        if without_near(cells.location) != cells.location.strip():
            near = True
            problems.append(("OIR505", Severity.NOTE, f"{cells.location!r} is read as near that place"))
        if len(at) > 1:
            problems.append(("OIR505", Severity.NOTE, f"{cells.location!r} is read as {len(at)} places together"))
        air = words.noun.lower().startswith("air")
        claim = evolve(
            self._template,
            at=at,
            spread=Spread.TOGETHER if len(at) > 1 else Spread.UNSTATED,
            quantity=quantity,
            against=self._isis if isis else None,
            assumptions=(UNDATED, WHOSE, *([NEAR] if near else []), *([AIRSTRIKES] if air else [])),
        )
        return _Said(claim, tuple(problems))


class _Words(NamedTuple):
    """How a line words its figure, and what else it tells of."""

    figure: str
    """The word before "strikes": ``two``; empty where there is none."""
    noun: str
    """``strike``, ``airstrikes``."""
    more: str
    """Another count of strikes that follows."""
    others: bool
    """Whether strikes are spoken of again."""

    @classmethod
    def of(cls, text: str, description: str, location: str) -> "_Words":
        """
        Read a line, which may have several counts.

        Which is meant is told by the description, the end of the line from "strikes" on, or else by the location.
        """
        start = text.find(description) if description else -1
        if start > 0:
            before = text[:start].rsplit(maxsplit=1)
            figure, noun = before[-1] if before else "", first_word(description)
            rest = text[start + len(noun) :]
        elif counted := _COUNT.search(text, max(text.find(location.strip()), 0)):
            figure, noun = counted[1], counted[0].split()[-1]
            rest = text[counted.end() :]
        else:
            figure, noun, rest = "", first_word(text), text
        if "strike" not in rest:
            return cls(figure, noun, "", others=False)
        more = next((each[0] for each in _COUNT.finditer(rest) if number_of(each[1]) is not None), "")
        return cls(figure, noun, more, others=True)


def _number(cell: str, words: _Words) -> int:
    """How many strikes: as the column says or, where it is blank, the line."""
    number = whole(cell) if cell.strip() else number_of(words.figure)
    if number is None:
        raise _Unreadable("OIR502", f"{quoted(cell)} is no number of strikes")
    return number


def _that_day(text: str, release: str) -> str | None:
    """The day that a text says strikes were on, as ``Nov. 21``: the last one before the release."""
    said = _THAT_DAY.search(text)
    if said is None:
        return None
    month, day, year = _MONTHS.index(said[1].lower()) + 1, int(said[2]), int(release[:4])
    if f"{month:02}-{day:02}" > release[5:]:
        year -= 1
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _announced(text: str, release: _Release, day: str, row: Row) -> _Announced | None:
    """What a line announces of those that follow it; ``None`` where it gives no number of strikes."""
    announcing = text[_said_where(text) :]
    numbers = (number_of(each[1]) for each in _COUNT.finditer(announcing))
    strikes = next((each for each in numbers if each is not None), None)
    if strikes is None:
        return None
    country = next((each.term for each in COUNTRIES.terms if each.term in announcing), "")
    return _Announced(release, day, country, strikes, row.number)


def _said_where(text: str) -> int:
    said = _THAT_DAY.search(text)
    return said.start() if said else 0


def _file_source(source: SourceId, file: str, last: str) -> Source:
    """A file of the table; it was not made before the last release in it."""
    return Source(
        id=source,
        title=f"CENTCOM strike releases, scraped into a table: {file}",
        published=ImpreciseDate.parse(f"[{last}..]") if last else None,
        language="en",
        collection=_COLLECTION,
    )
