"""
The strike releases of CJTF-OIR, as tabulated by target: a row a target, with the strikes of its line repeated.

A line of a release says that so many strikes near one place struck, damaged or destroyed so many targets of several
sorts. Columns, of which ``location`` and ``strike_count`` are needed:

================  ======================================================================================================
``date``          of the strikes, in any of many forms; may have no year, or be a range, or be missing
``country``       the heading above the line; may be missing, as where a page was turned
``location``      the place, with or without "Near"
``strike_count``  how many strikes the *line* tells of: repeated on each of its rows, or on the first of them only
``target_type``   a sort of target, or several
``target_count``  how many targets
``effect``        what came of it for them, in a word or in the words of the release
``source_file``   the file of the release, in whose name stands the day on which it was published
``page``          of that file
================  ======================================================================================================

The strikes of a line become one :class:`~oirmodel.claims.Tally`, which cites every row that has them, and each sort of
target another, in targets; fighters who were killed or wounded are :class:`~oirmodel.claims.Casualties`. A strike, in
these releases, is one or more events in about one place for one effect, and consists of one or more engagements:
neither is a number of targets, and none is made of another.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from oirmodel.dataset import Header
from oirmodel.diagnostics import Severity
from oirmodel.entities import Force, Source
from oirmodel.errors import InvalidObject, quoted
from oirmodel.frozen import collection_paused, evolve
from oirmodel.ids import ForceId, SourceId
from oirmodel.importers._reading.words import number_of, whole
from oirmodel.importers._releases.days import days_in_name, read_days
from oirmodel.importers._releases.lines import Line, Lines, Said, Sort, When, Where, sort_of
from oirmodel.importers._releases.strikes import (
    COUNTRIES,
    EARLY,
    FIRST_DAY,
    UNDATED,
    Places,
    Problem,
    country_of,
    template,
    until,
    without_near,
)
from oirmodel.importers._releases.targets import EFFECTS, HARMS, TARGETS
from oirmodel.importers.gathering import Gathering, Imported, found, reasons
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Row, Table, delimiter_of, plain
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import ForceCategory

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (COUNTRIES, TARGETS, EFFECTS, HARMS)
_COLLECTION: Final = "cjtf-oir-strike-releases"
_NEEDED: Final = ("location", "strike_count")
_NO_PLACE: Final[Problem] = ("OIR515", Severity.WARNING, "no place is given; it may be told of elsewhere with one")
_OTHERS: Final = ("date", "country", "target_type", "target_count", "effect", "source_file", "page")


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of a table of strikes by target."""
    return {*_NEEDED, "target_type"} <= set(map(plain, header))


@collection_paused()
def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read tables of strikes by target; a release of which several tell is one.

    Places are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> rows = [
    ...     "date,country,location,strike_count,target_type,target_count,effect,source_file",
    ...     "March 25,Iraq,Kisik,2.0,ISIL tunnels,3.0,destroyed,2015-03-26_Strike Release.pdf",
    ...     "March 25,Iraq,Kisik,2.0,ISIL bunker,1.0,damaged,2015-03-26_Strike Release.pdf",
    ... ]
    >>> strikes = read(io.BytesIO("\n".join(rows).encode()))
    >>> for claim in strikes.dataset.claims():
    ...     print(claim.period.start, claim.counted, claim.quantity, claim.target, claim.effect)
    2015-03-25 strikes 2 None None
    2015-03-25 targets 3 tunnel destroyed
    2015-03-25 targets 1 bunker damaged
    """
    gathering = Gathering(known)
    reading = _Reading(gathering)
    for file in files:
        reading.read(Table(file, delimiter=delimiter_of(file, knows), named=plain, progress=progress))
    gathering.claim(*reading.lines.claims())
    title = "Strikes of the coalition in Iraq and Syria and their targets, after the strike releases of CJTF-OIR"
    return gathering.imported(Header(id="cjtf-oir-strike-releases", title=title))


IMPORTER: Final = Importer(
    name="cjtf_oir",
    title="CJTF-OIR: strike releases by target, 2015 to 2017, and tables like it",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)


class _Cells(NamedTuple):
    """The cells of a row, empty where its table has no such column."""

    location: str
    strikes: str
    date: str
    country: str
    target: str
    targets: str
    effect: str
    file: str
    page: str


class _Release(NamedTuple):
    """A release: its source, and when it was published."""

    source: SourceId
    file: str
    day: str
    """The last day that stands in its name; empty where none does."""
    published: ImpreciseDate | None


class _Unreadable(Exception):
    """A row that cannot be placed: the code and the message of why. It does not leave this file."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message


class _Reading:
    """Reads the rows of one file after the other."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._places = Places(gathering)
        names = (Name(text="Combined Joint Task Force \u2013 Operation Inherent Resolve"), Name(text="CJTF-OIR"))
        force = Force(id=ForceId("cjtf-oir"), category=ForceCategory.TASK_FORCE, names=names)
        self.lines = Lines(*template(gathering, force))
        self._releases: dict[str, _Release] = {}
        self._whens: dict[tuple[str, str], tuple[When, list[Problem]]] = {}
        self._sorts: dict[tuple[str, int | None, str], tuple[Sort | None, list[Problem]]] = {}
        self._pages: dict[tuple[str, str], Citation] = {}
        self._prefix, self._citation = "", Citation(source=SourceId("template"), locator="row")

    def read(self, table: Table) -> None:
        """Read one file, row by row."""
        table.columns(*_NEEDED)
        names = (*_NEEDED, *_OTHERS)
        self._gathering.unread(table, names)
        source = SourceId(self._gathering.new_id("src", "cjtf-oir", table.file))
        self._prefix, self._citation = source.removeprefix("src-"), Citation(source=source, locator="row")
        title = f"CJTF-OIR strike releases, tabulated by target: {table.file}"
        self._gathering.add(Source(id=source, title=title, language="en", collection=_COLLECTION))
        places = [table.header.index(each) if each in table.header else None for each in names]
        width = len(table.header)
        for row in self._gathering.rows(table):
            if len(row.cells) != width:
                self._quarantine(row, "OIR501", f"{len(row.cells)} cells where the header has {width}")
                continue
            cells = _Cells(*("" if each is None else row.cells[each].strip() for each in places))
            try:
                problems = self._row(cells, row)
            except _Unreadable as error:
                self._quarantine(row, error.code, error.message)
            except InvalidObject as error:
                self._quarantine(row, "OIR502", reasons(error))
            else:
                self._gathering.place()
                for code, severity, message in problems:
                    self._gathering.note(found(code, row, message, severity=severity))

    def _quarantine(self, row: Row, code: str, message: str) -> None:
        self._gathering.quarantine(row, found(code, row, message, severity=Severity.WARNING))

    def _row(self, cells: _Cells, row: Row) -> list[Problem]:
        """Take in what a row says; gives what is doubtful about it."""
        problems: list[Problem] = []
        strikes = _number(cells.strikes, "strikes", problems)
        sort, of_sort = self._sort(cells.target, _number(cells.targets, "targets", problems), cells.effect)
        problems += of_sort
        if strikes is None and sort is None and not cells.effect:
            raise _Unreadable("OIR517", "it gives no number of strikes and no targets: nothing can be counted")
        release = self._release(cells.file or row.file, problems)
        when, doubts = self._when(cells.date, release)
        country, of_country = country_of(cells.country, cells.location)
        where = Where(release.source, without_near(cells.location), country)
        said = Said(
            an_id=f"{self._prefix}-{row.number}",
            row=row.locator,
            citations=(
                self._cited(release, cells.page),
                evolve(self._citation, locator=f"row {row.number}"),
            ),
            strikes=strikes,
            sort=sort,
            effect=cells.effect,
            near=where.place != cells.location,
        )
        line = self._line(where, when, said)
        if line is None:
            if strikes is None and sort is None:
                raise _Unreadable("OIR517", "it gives an effect alone, and no strikes are told of that place before it")
            at = (
                self._places.at(where.place or country, country if where.place else "")
                if where.place or country
                else ()
            )
            line = self.lines.begin(where, when, at, said)
            problems += of_country if where.place else [_NO_PLACE]
        problems += self.lines.say(line, when, said)
        return [*problems, *(each for each in doubts if line.when.key == when.key)]

    def _sort(self, target: str, number: int | None, effect: str) -> tuple[Sort | None, list[Problem]]:
        key = (target, number, effect)
        if key not in self._sorts:
            self._sorts[key] = sort_of(*key)
        return self._sorts[key]

    def _cited(self, release: _Release, page: str) -> Citation:
        key = (release.source, page)
        if key not in self._pages:
            number = whole(page)
            locator = page and f"page {page if number is None else number}"
            self._pages[key] = Citation(source=release.source, locator=locator or None)
        return self._pages[key]

    def _line(self, where: Where, when: When, said: Said) -> Line | None:
        """The line that a row is of, if it has been told of."""
        if where.place:
            return self.lines.find(where, when, said.strikes)
        told = self.lines.told(where, when, said)
        if len(told) > 1:
            rows = " and ".join(each.row for each in told)
            raise _Unreadable("OIR515", f"no place is given, and the lines of {rows} say the same of theirs")
        return told[0] if told else self.lines.find(where, when, said.strikes)

    def _release(self, file: str, problems: list[Problem]) -> _Release:
        """The release that a row was taken from, which several tables may have."""
        if file not in self._releases:
            days = days_in_name(file)
            published = ImpreciseDate.parse(days[0] if len(days) == 1 else f"[{days[0]}..{days[-1]}]") if days else None
            source = Source(
                id=SourceId(self._gathering.new_id("src", "cjtf-oir-release", file)),
                title=f"CJTF-OIR strike release: {file}",
                publisher="Combined Joint Task Force \u2013 Operation Inherent Resolve",
                published=published,
                language="en",
                collection=_COLLECTION,
            )
            self._gathering.add(source)
            self._releases[file] = _Release(source.id, file, days[-1] if days else "", published)
            if len(days) > 1:
                message = f"several days in the name of {file!r}: it was published on one of them"
                problems.append(("OIR507", Severity.WARNING, message))
        return self._releases[file]

    def _when(self, date: str, release: _Release) -> tuple[When, list[Problem]]:
        """When the strikes of a row were, and what is doubtful about that."""
        key = (date, release.source)
        if key not in self._whens:
            self._whens[key] = _undated(release) if not date else _dated(date, release)
        return self._whens[key]


def _undated(release: _Release) -> tuple[When, list[Problem]]:
    """Some time up to the release."""
    if release.published is None:
        raise _Unreadable("OIR502", f"there is no date, and none in the name of its file, {quoted(release.file)}")
    assumed = UNDATED if release.day >= FIRST_DAY else EARLY
    message = f"no date is given; the name of its file has {release.day}, and the strikes were by then"
    return When("", until(release.day), release.published, (assumed,)), [("OIR506", Severity.NOTE, message)]


def _dated(date: str, release: _Release) -> tuple[When, list[Problem]]:
    """On the days that a cell gives."""
    days = read_days(date, release.day)
    if days is None:
        without = "" if release.day else ", or it has no year, and no day stands in the name of its file"
        raise _Unreadable("OIR502", f"{quoted(date)} is no date that is known here{without}")
    problems: list[Problem] = []
    assumptions: tuple[str, ...] = ()
    if days.filled:
        message = f"{date!r} has no year; it is read as {days.last}, by the day in the name of its file, {release.day}"
        problems.append(("OIR506", Severity.NOTE, message))
        assumptions = (f"the year of {date!r}: that of its release",)
    if release.day and days.last > release.day:
        message = f"the strikes are dated {days.last}, after their release of {release.day}"
        problems.append(("OIR507", Severity.WARNING, message))
    if days.first < FIRST_DAY:
        problems.append(("OIR507", Severity.WARNING, f"the strikes are dated {days.first}, before the first strikes"))
    reported = release.published or ImpreciseDate.parse(f"[{days.last}..]")
    period = Period(start=ImpreciseDate.parse(days.first), end=ImpreciseDate.parse(days.last))
    return When(f"{days.first}/{days.last}", period, reported, assumptions), problems


def _number(cell: str, what: str, problems: list[Problem]) -> int | None:
    """How many; ``None`` where the cell is blank, which is not zero."""
    if not cell:
        return None
    number = whole(cell)
    if number is None:
        number = number_of(cell)
        if number is None:
            raise _Unreadable("OIR502", f"{quoted(cell)} is no number of {what}")
        problems.append(("OIR505", Severity.NOTE, f"{cell!r} is read as {number}"))
    return number
