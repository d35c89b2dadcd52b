"""
The incidents of alleged harm to civilians that Airwars publishes, as exported into a table.

One row is one incident: an event, when and where it was, whom it harmed, and who is held responsible. Columns, of which
``code`` and ``incident_date`` are needed and the others may be missing:

=============================  =========================================================================================
``code``                       of the incident, perhaps several; ``previous_codes`` those that it had before
``incident_date``              the day; with the ``date_type`` ``date_range``, the first of those that it may have been
``date_range_end``             the last of them
``published``                  the date of its page, which Airwars mostly sets to that of the incident
``last_modified``              when the page was last changed: by then at the latest the figures were known
``location_en``                where, and ``location_ar``; ``region``, ``governorate`` and ``province`` around it
``lat``, ``lon``               in degrees, with a ``geolocation_accuracy`` in words, for which no metres are published
``alleged_belligerent``        who is held responsible, perhaps several
``belligerent_details``        JSON: of each, how surely, what it says itself, and how many deaths it has conceded
``strike_type``                what sort of strike; ``strike_status`` how surely; ``total_strikes`` how many; ``cause``
``civilian_harm_status``       the grade: Confirmed, Fair, Weak, Contested, Discounted
``civ_killed_min``, ``_max``   how many civilians were killed; so too ``civ_injured``, ``children_killed``,
                               ``women_killed``, ``men_killed`` and ``belligerents_killed``
=============================  =========================================================================================

Two empty cells of a range say nothing; ``0`` and ``0`` say that it was none; ``0`` and another number are a range.
"""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from oirmodel.claims import Attribution, Casualties, Claim
from oirmodel.dataset import Header
from oirmodel.diagnostics import Severity
from oirmodel.entities import Source
from oirmodel.errors import InvalidObject
from oirmodel.frozen import collection_paused, copier, evolve
from oirmodel.ids import SiteId, SourceId
from oirmodel.importers._airwars.places import Places
from oirmodel.importers._airwars.readings import (
    Cells,
    Parties,
    Problem,
    Sort,
    Unreadable,
    When,
    dates,
    number_range,
    parties,
    sort_of,
)
from oirmodel.importers._airwars.templates import COLLECTION, COUNTED, Blamed, Kit, Templates
from oirmodel.importers._airwars.terms import (
    ACCURACIES,
    ASSESSMENTS,
    BELLIGERENTS,
    CERTAINTIES,
    COUNTRIES,
    DATE_TYPES,
    GRADES,
    LETTERS,
    STRIKE_STATUSES,
    STRIKES,
)
from oirmodel.importers.gathering import Gathering, Imported, found, reasons
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Row, Table, delimiter_of, plain
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import CasualtyBasis

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (
    GRADES,
    STRIKES,
    STRIKE_STATUSES,
    BELLIGERENTS,
    CERTAINTIES,
    ASSESSMENTS,
    DATE_TYPES,
    ACCURACIES,
    COUNTRIES,
    LETTERS,
)
_NEEDED: Final = ("code", "incident_date")
_TELLING: Final = frozenset({"civilian_harm_status", "civ_killed_min", "alleged_belligerent"})
_PLAIN: Final = re.compile(r"[a-z0-9]+", re.ASCII)


_NUMBERS: Final = Cells._fields.index("total_strikes"), Cells._fields.index("belligerents_killed_max") + 1
"""Where the cells stand that are numbers."""


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of an export of incidents."""
    columns = set(map(plain, header))
    return {*_NEEDED} <= columns and bool({*_TELLING} & columns)


def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read exports of incidents, one or several.

    Forces and places are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> from oirmodel.claims import Casualties
    >>> lines = [
    ...     "code,incident_date,alleged_belligerent,civilian_harm_status,civ_killed_min,civ_killed_max,published",
    ...     "CS9001,2017-06-03,U.S.-led Coalition,Fair,2,5,2017-06-03",
    ... ]
    >>> incidents = read(io.BytesIO("\n".join(lines).encode()))
    >>> [killed] = incidents.dataset.claims(Casualties)
    >>> print(killed.quantity, killed.basis, killed.period.format())
    between 2 and 5 fair 2017-06-03/2017-06-03
    """
    title = "Incidents of alleged harm to civilians, after Airwars"
    gathering = Gathering(known)
    with collection_paused():
        incidents = _Incidents(gathering)
        for file in files:
            incidents.read(Table(file, delimiter=delimiter_of(file, knows), named=plain, progress=progress))
        incidents.done()
        return gathering.imported(Header(id=COLLECTION, title=title))


IMPORTER: Final = Importer(
    name="airwars",
    title="Airwars: incidents of alleged harm to civilians",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)


_Where = tuple[str, tuple[SiteId, ...], Period]
"""The event that a row tells of, where it was and when."""
_Told = tuple[ImpreciseDate, tuple[Citation, ...]]
"""Since when what a row says is known, and where it stands."""


class _Seen(NamedTuple):
    """A row that was read: what its cells come to, and which claims are its own."""

    signature: int
    locator: str
    first: int
    last: int
    an_id: str
    """The id of its incident."""
    page: str
    """The number or the address of its page; empty where neither is given."""
    reported: ImpreciseDate


class _Numbers(NamedTuple):
    """What the numbers of a row come to."""

    strikes: Quantity | None
    counted: tuple[tuple[int, str, Quantity], ...]
    """Of those of :data:`COUNTED` that are given: which it is, what its claim is called, and how many."""
    civilians: bool
    """Whether a number of civilians is given."""
    problems: tuple[Problem, ...]


class _Incidents:
    """Reads the rows of one file after the other."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._places = Places(gathering)
        self._made = Templates(gathering)
        self._claims: list[Claim] = []
        self._also: dict[int, list[Citation]] = {}
        """The citations of rows that say the very same, by the claims that they are of."""
        self._seen: dict[str, tuple[_Seen, ...]] = {}
        self._dates: dict[tuple[str, str, str, str, str], When] = {}
        self._numbers: dict[tuple[str, ...], _Numbers] = {}
        self._kits: dict[tuple[str, ...], Kit] = {}
        self._parties: dict[tuple[str, ...], tuple[Parties, tuple[Blamed, ...]]] = {}
        self._taken = {each for each in gathering.known.entities if each.startswith("airwars-")}

    def read(self, table: Table) -> None:
        """Read one file, row by row."""
        table.columns(*_NEEDED)
        self._gathering.unread(table, frozenset(Cells._fields))
        source = SourceId(self._gathering.new_id("src", "airwars", table.file))
        title = f"Incidents of Airwars, exported: {table.file}"
        self._gathering.add(Source(id=source, title=title, collection=COLLECTION))
        width = len(table.header)
        pick = itemgetter(*(table.header.index(each) if each in table.header else width for each in Cells._fields))
        in_row = copier(Citation(source=source, locator="row"), "locator")
        for row in self._gathering.rows(table):
            if len(row.cells) != width:
                self._quarantine(row, "OIR501", f"{len(row.cells)} cells where the header has {width}")
                continue
            try:
                cells = Cells._make(pick((*map(str.strip, row.cells), "")))
                self._row(cells, row, in_row(f"row {row.number}"))
            except Unreadable as problem:
                self._quarantine(row, problem.code, problem.message)
            except InvalidObject as error:
                self._quarantine(row, "OIR502", reasons(error))
            else:
                self._gathering.place()

    def done(self) -> None:
        """All files are read."""
        self._places.done()
        for index, citations in self._also.items():
            claim = self._claims[index]
            self._claims[index] = evolve(claim, citations=(*claim.citations, *citations))
        self._gathering.claim(*self._claims)

    def _quarantine(self, row: Row, code: str, message: str) -> None:
        self._gathering.quarantine(row, found(code, row, message, severity=Severity.WARNING))

    def _row(self, cells: Cells, row: Row, citation: Citation) -> None:
        """Say what a row says; nothing is kept of one that turns out to be unreadable."""
        signature = hash(cells)
        before = self._seen.get(cells.code, ()) if cells.code else ()
        if before and any(self._repeats(each, row, citation) for each in before if each.signature == signature):
            return
        when, kit = self._when(cells), self._kit(cells)
        numbers, (named, blamed) = self._counts(cells), self._named(cells, kit.sort)
        other = _of_the_same_page(before, cells, when)
        an_id = self._id(cells, row) if other is None else other.an_id
        own = an_id if other is None else f"{an_id}-edition-{len(before) + 1}"
        self._taken.add(own)
        event = self._made.event(cells, an_id, kit)
        page = self._made.page(cells, an_id, when)
        place = self._places.at(cells, own)

        told = (when.reported, (citation,) if page is None else (self._made.cited(page.id), citation))
        where = (an_id, place.sites, when.period)
        note = _notes(cells, kit.sort.left, named.left)
        claims = [kit.occurrence(f"occurrence-{own}", *where, note, *told)]
        claims += [kit.casualties[at](f"{word}-{own}", *where, number, *told) for at, word, number in numbers.counted]
        if numbers.strikes is not None:
            claims.append(kit.strikes(f"strikes-{own}", *where, numbers.strikes, *told))
        problems = _doubts(cells, numbers)
        if not numbers.civilians and cells.civilian_harm_reported.casefold() == "yes":
            claims.append(kit.harmed(f"harmed-{own}", *where, *told))
        for each in blamed:
            claims += _against(each, own, where, told)

        newer = other is None or other.reported.span.last < when.reported.span.last
        if newer:
            self._gathering.add(event)
        if page is not None and (newer or not self._gathering.has(page.id)):
            self._gathering.add(page)
        if other is not None:
            claims = self._instead(claims, other) if newer else self._superseded(claims, other)
            message = f"its page is that of {other.locator}, {'changed since' if newer else 'before that was changed'}"
            problems.append(("OIR512", Severity.NOTE, message))
        elif before:
            message = f"{before[0].locator} has the code {cells.code!r} too, and says something else: both stand"
            problems.append(("OIR504", Severity.WARNING, message))
        first, page_of = len(self._claims), cells.airwars_id or cells.url
        seen = _Seen(signature, row.locator, first, first + len(claims), an_id, page_of, when.reported)
        self._seen[cells.code] = (*before, seen)
        self._claims += claims
        self._note(row, when.problems, kit.sort.problems, named.problems, place.problems, problems)

    def _repeats(self, same: _Seen, row: Row, citation: Citation) -> bool:
        """A row says the very same as an earlier one, whose claims cite it too."""
        for index in range(same.first, same.last):
            self._also.setdefault(index, []).append(citation)
        message = f"it says the very same as {same.locator}; it is counted once"
        self._note(row, [("OIR504", Severity.NOTE, message)])
        return True

    def _instead(self, claims: list[Claim], older: _Seen) -> list[Claim]:
        """The claims of a page that was changed, each instead of what the page said before of the same."""
        said = {_subject(each): each.id for each in self._claims[older.first : older.last]}
        earlier = [said.get(_subject(each)) for each in claims]
        return [evolve(each, supersedes=(old,)) if old else each for each, old in zip(claims, earlier, strict=True)]

    def _superseded(self, claims: list[Claim], newer: _Seen) -> list[Claim]:
        """The claims of a page before it was changed, for which what it says since stands already."""
        said = {_subject(each): each.id for each in claims}
        for index in range(newer.first, newer.last):
            claim = self._claims[index]
            if (old := said.get(_subject(claim))) is not None:
                self._claims[index] = evolve(claim, supersedes=(*claim.supersedes, old))
        return claims

    def _note(self, row: Row, *problems: Sequence[Problem]) -> None:
        for each in filter(None, problems):
            for code, severity, message in each:
                self._gathering.note(found(code, row, message, severity=severity))

    # The same words are read once.

    def _when(self, cells: Cells) -> When:
        day = (cells.incident_date, cells.date_type, cells.date_range_end, cells.published, cells.last_modified)
        when = self._dates.get(day)
        if when is None:
            when = dates(day, self._places.timezone(cells))
            if not any(":" in each for each in day):  # where an instant is a day, it is one of its place
                self._dates[day] = when
        return when

    def _kit(self, cells: Cells) -> Kit:
        words = (cells.strike_type, cells.strike_status, cells.civilian_harm_status, cells.cause)
        kit = self._kits.get(words)
        if kit is None:
            kit = self._kits[words] = self._made.kit(sort_of(*words))
        return kit

    def _named(self, cells: Cells, sort: Sort) -> tuple[Parties, tuple[Blamed, ...]]:
        who = (cells.alleged_belligerent, cells.belligerent_details, sort.grade)
        named = self._parties.get(who)
        if named is None:
            read = parties(who[0], who[1], contested=sort.basis is CasualtyBasis.CONTESTED)
            blamed = tuple(self._made.blamed(each, sort.grade) for each in read.parties)
            named = self._parties[who] = (read, blamed)
        return named

    def _counts(self, cells: Cells) -> _Numbers:
        given = cells[_NUMBERS[0] : _NUMBERS[1]]
        numbers = self._numbers.get(given)
        if numbers is None:
            numbers = self._numbers[given] = _counted(given)
        return numbers

    def _id(self, cells: Cells, row: Row) -> str:
        """An id by the code; the second of a code has a number after it."""
        small = cells.code.lower()
        an_id = f"airwars-{small}"
        if not _PLAIN.fullmatch(small) or an_id in self._taken:
            an_id = self._gathering.new_id("airwars", cells.code or f"{row.file} row {row.number}")
            while an_id in self._taken:
                an_id += "-2"
        self._taken.add(an_id)
        return an_id


def _against(blamed: Blamed, own: str, where: _Where, told: _Told) -> Iterator[Claim]:
    """What is said of somebody who is held responsible, and what they say themselves."""
    event = where[0]
    yield blamed.attribution(f"attribution-{own}-{blamed.actor}", event, *told)
    if blamed.assessment is not None:
        yield blamed.assessment(f"assessment-{own}-{blamed.actor}", event, *told)
    if blamed.conceded is not None:
        yield blamed.conceded(f"conceded-{own}-{blamed.actor}", *where, *told)


def _of_the_same_page(before: Sequence[_Seen], cells: Cells, when: When) -> _Seen | None:
    """The newest row of the same page, at another time; two pages with one code are two incidents."""
    page = cells.airwars_id or cells.url
    same = [each for each in before if page and each.page == page]
    newest = max(same, key=lambda each: each.reported.span.last, default=None)
    if newest is None or newest.reported.span.last == when.reported.span.last:
        return None
    return newest


def _subject(claim: Claim) -> tuple[object, ...]:
    """What a claim of an incident is about, besides where and when: two of the same are editions of one statement."""
    fields = ("by", "harm", "victims") if isinstance(claim, Attribution | Casualties) else ("asserted_by",)
    conceded = isinstance(claim, Casualties) and claim.basis is CasualtyBasis.CONCEDED
    return (claim.kind, conceded, *(getattr(claim, each, None) for each in fields))


def _counted(given: Sequence[str]) -> _Numbers:
    """What the numbers of a row come to: the strikes, and a pair for each of :data:`COUNTED`."""
    problems: list[Problem] = []
    counted: list[tuple[int, str, Quantity]] = []
    for at, (column, word, _, _) in enumerate(COUNTED):
        low, high = given[2 * at + 1 : 2 * at + 3]
        number = number_range(low, high, column)
        if number is None:
            continue
        counted.append((at, word, number))
        if not low or not high:
            problems.append(("OIR505", Severity.NOTE, f"{column} has one bound only: {number}"))
    return _Numbers(
        strikes=number_range(given[0], given[0], "total_strikes"),
        counted=tuple(counted),
        civilians=any(at < _OF_CIVILIANS for at, _, _ in counted),
        problems=tuple(problems),
    )


_OF_CIVILIANS: Final = 2
"""The first of :data:`COUNTED` are of all civilians; those after them of some, or of others."""


def _notes(cells: Cells, unknown: str, left: str) -> str | None:
    """What a row says that has no field."""
    said = []
    if cells.time_of_day:
        said.append(f"time of day: {cells.time_of_day.replace('_', ' ')}")
    if cells.time_start or cells.time_end:
        said.append(f"from {cells.time_start or 'a time not given'} to {cells.time_end or 'a time not given'}")
    if cells.civilian_harm_reported.casefold() == "no":
        said.append("no harm to civilians is reported, which does not say that there was none")
    if unknown:
        said.append(unknown)
    if left:
        said.append(f"of the belligerents it says: {left}")
    return "; ".join(said) or None


def _doubts(cells: Cells, numbers: _Numbers) -> list[Problem]:
    """What is doubtful in the numbers, and in the row as a whole."""
    problems = list(numbers.problems)
    if not numbers.civilians and cells.civilian_harm_reported.casefold() == "yes":
        problems.append(("OIR505", Severity.NOTE, "harm is reported without a number: read as one person at least"))
    if not cells.code:
        problems.append(("OIR543", Severity.WARNING, "the incident has no code"))
    return problems
