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
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

from oirmodel.claims import Claim
from oirmodel.dataset import Header
from oirmodel.diagnostics import Severity
from oirmodel.entities import Source
from oirmodel.errors import InvalidObject
from oirmodel.frozen import copier, evolve
from oirmodel.ids import SourceId
from oirmodel.importers._airwars import (
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
from oirmodel.importers._airwars_places import Places
from oirmodel.importers._airwars_readings import (
    Cells,
    Parties,
    Party,
    Problem,
    Sort,
    Unreadable,
    When,
    dates,
    number_range,
    parties,
    sort_of,
)
from oirmodel.importers._airwars_templates import COLLECTION, SOMEBODY, Templates
from oirmodel.importers._strikes import reasons
from oirmodel.importers.gathering import Gathering, Imported, found
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Row, Table
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate
from oirmodel.vocab import CasualtyBasis, Harm, Victims

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
_RANGES: Final = (
    ("civ_killed", "killed", Harm.KILLED, Victims.CIVILIANS),
    ("civ_injured", "wounded", Harm.WOUNDED, Victims.CIVILIANS),
    ("children_killed", "children-killed", Harm.KILLED, Victims.CHILDREN),
    ("women_killed", "women-killed", Harm.KILLED, Victims.WOMEN),
    ("men_killed", "men-killed", Harm.KILLED, Victims.MEN),
    ("belligerents_killed", "combatants-killed", Harm.KILLED, Victims.COMBATANTS),
)
"""The columns of numbers, without ``_min`` and ``_max``: what their claims are called, and what they say."""
_PLAIN: Final = re.compile(r"[a-z0-9]+", re.ASCII)


_COUNTED: Final = tuple(
    (Cells._fields.index(f"{column}_min"), column, word, harm, victims) for column, word, harm, victims in _RANGES
)


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of an export of incidents."""
    return {*_NEEDED} <= {*header} and bool({*_TELLING} & {*header})


def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read exports of incidents, one or several.

    Forces and places are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> lines = [
    ...     "code,incident_date,alleged_belligerent,civilian_harm_status,civ_killed_min,civ_killed_max,published",
    ...     "CS9001,2017-06-03,U.S.-led Coalition,Fair,2,5,2017-06-03",
    ... ]
    >>> incidents = read(io.BytesIO("\n".join(lines).encode()))
    >>> [killed] = incidents.dataset.claims(Casualties)
    >>> print(killed.quantity, killed.basis, killed.period.format())
    between 2 and 5 fair 2017-06-03/2017-06-03
    """
    gathering = Gathering(known)
    incidents = _Incidents(gathering)
    for file in files:
        incidents.read(Table(file, progress=progress))
    incidents.done()
    title = "Incidents of alleged harm to civilians, after Airwars"
    return gathering.imported(Header(id="airwars-incidents", title=title))


IMPORTER: Final = Importer(
    name="airwars",
    title="Airwars: incidents of alleged harm to civilians",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)


_Told = tuple[ImpreciseDate, tuple[Citation, ...]]
"""Since when what a row says is known, and where it stands."""


class _Seen(NamedTuple):
    """A row that was read: what its cells come to, and which claims are its own."""

    signature: int
    locator: str
    first: int
    last: int


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
        self._dates: dict[tuple[str, ...], When] = {}
        self._ranges: dict[tuple[str, str], Quantity | None] = {}
        self._parties: dict[tuple[str, str, bool], Parties] = {}
        self._sorts: dict[tuple[str, ...], Sort] = {}
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
                self._row(Cells._make(map(str.strip, pick((*row.cells, "")))), row, in_row(f"row {row.number}"))
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
        """Say what a row says; what cannot be read of it is met before anything is kept."""
        signature = hash(cells)
        before = self._seen.get(cells.code, ()) if cells.code else ()
        if any(self._repeats(each, row, citation) for each in before if each.signature == signature):
            return
        when, sort, named = self._readings(cells)
        numbers = [self._number(cells[at], cells[at + 1], column) for at, column, *_ in _COUNTED]
        strikes = self._number(cells.total_strikes, cells.total_strikes, "total_strikes")
        an_id = self._id(cells, row)
        event = self._made.event(cells, an_id, sort)
        page = self._made.page(cells, an_id, when)
        place = self._places.at(cells, an_id)

        first = len(self._claims)
        cited = (citation,) if page is None else (self._made.cited(page.id), citation)
        told = (when.reported, cited)
        where = (an_id, place.sites, when.period)
        note = _notes(cells, named.left)
        self._claims.append(self._made.occurrence(sort)(f"occurrence-{an_id}", *where, note, *told))
        for (_, _, word, harm, victims), number in zip(_COUNTED, numbers, strict=True):
            if number is not None:
                make = self._made.casualties(sort, harm, victims)
                self._claims.append(make(f"{word}-{an_id}", *where, number, *told))
        if strikes is not None:
            self._claims.append(self._made.strikes()(f"strikes-{an_id}", *where, strikes, *told))
        problems = list(_doubts(cells))
        if cells.civilian_harm_reported.casefold() == "yes" and numbers[0] is None and numbers[1] is None:
            make = self._made.casualties(sort, Harm.HARMED, Victims.CIVILIANS)
            self._claims.append(make(f"harmed-{an_id}", *where, SOMEBODY, *told))
            problems.append(("OIR505", Severity.NOTE, "harm is reported without a number: read as one person at least"))
        for party in named.parties:
            self._responsible(party, sort, where, told)

        self._gathering.add(event)
        if page is not None:
            self._gathering.add(page)
        if before:
            message = f"{before[0].locator} has the code {cells.code!r} too, and says something else: both stand"
            problems.append(("OIR504", Severity.WARNING, message))
        seen = _Seen(signature, row.locator, first, len(self._claims))
        self._seen[cells.code] = (*before, seen)
        self._note(row, [*when.problems, *sort.problems, *named.problems, *place.problems, *problems])

    def _repeats(self, same: _Seen, row: Row, citation: Citation) -> bool:
        """A row says the very same as an earlier one, whose claims cite it too."""
        for index in range(same.first, same.last):
            self._also.setdefault(index, []).append(citation)
        message = f"it says the very same as {same.locator}; it is counted once"
        self._note(row, [("OIR504", Severity.NOTE, message)])
        return True

    def _note(self, row: Row, problems: Sequence[Problem]) -> None:
        for code, severity, message in problems:
            self._gathering.note(found(code, row, message, severity=severity))

    def _readings(self, cells: Cells) -> tuple[When, Sort, Parties]:
        """What the words of a row come to; the same words are read once."""
        day = (cells.incident_date, cells.date_type, cells.date_range_end, cells.published, cells.last_modified)
        when = self._dates.get(day)
        if when is None:
            when = self._dates[day] = dates(*day)
        words = (cells.strike_type, cells.strike_status, cells.civilian_harm_status, cells.cause)
        sort = self._sorts.get(words)
        if sort is None:
            sort = self._sorts[words] = sort_of(*words)
        contested = sort.basis is CasualtyBasis.CONTESTED
        who = (cells.alleged_belligerent, cells.belligerent_details, contested)
        named = self._parties.get(who)
        if named is None:
            named = self._parties[who] = parties(who[0], who[1], contested=contested)
        return when, sort, named

    def _number(self, low: str, high: str, column: str) -> Quantity | None:
        if not low and not high:
            return None
        key = (low, high)
        if key not in self._ranges:
            self._ranges[key] = number_range(low, high, column)
        return self._ranges[key]

    def _id(self, cells: Cells, row: Row) -> str:
        """An id by the code; the second of a code has a number after it."""
        small = cells.code.lower()
        an_id = f"airwars-{small}"
        if not _PLAIN.fullmatch(small) or an_id in self._taken:
            an_id = self._gathering.new_id("airwars", cells.code or f"{row.file} row {row.number}")
        self._taken.add(an_id)
        return an_id

    def _responsible(self, party: Party, sort: Sort, where: tuple[Any, ...], told: _Told) -> None:
        """Who is held responsible, what they say themselves, and what they have conceded."""
        actor = self._made.actor(party)
        event = where[0]
        make = self._made.attribution(party, sort)
        self._claims.append(make(f"attribution-{event}-{actor}", event, actor, party.note, *told))
        if party.says:
            assessed = self._made.assessment(actor, party.says)
            self._claims.append(assessed(f"assessment-{event}-{actor}", event, *told))
        if party.conceded is not None:
            conceded = self._made.conceded(actor, sort.cause)
            self._claims.append(conceded(f"conceded-{event}-{actor}", *where, party.conceded, *told))


def _notes(cells: Cells, left: str) -> str | None:
    """What a row says that has no field."""
    said = []
    if cells.time_of_day:
        said.append(f"time of day: {cells.time_of_day.replace('_', ' ')}")
    if cells.time_start or cells.time_end:
        said.append(
            f"from {cells.time_start or 'no time that is given'} to {cells.time_end or 'no time that is given'}"
        )
    if cells.civilian_harm_reported.casefold() == "no":
        said.append("no harm to civilians is reported, which does not say that there was none")
    if left:
        said.append(f"of the belligerents it says: {left}")
    return "; ".join(said) or None


def _doubts(cells: Cells) -> list[Problem]:
    """Ranges of which one bound is missing, and a code that is."""
    problems: list[Problem] = []
    for at, column, *_ in _COUNTED:
        low, high = cells[at], cells[at + 1]
        if bool(low) is not bool(high):
            bound, meaning = ("min", "at least") if low else ("max", "at most")
            problems.append(("OIR505", Severity.NOTE, f"only {column}_{bound} is given: {meaning} {low or high}"))
    if not cells.code:
        problems.append(("OIR523", Severity.WARNING, "the incident has no code"))
    return problems
