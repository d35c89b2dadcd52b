"""
The strikes of the Netherlands in Operation Inherent Resolve, as its Ministry of Defence released them in 2023.

One row is one use of a weapon; its rows of one day, one time and one position are one attack. The columns, whose names
may end in a marking such as ``(UNCLASS)``, are divided by semicolons:

======================  ================================================================================================
``Employment date``     of the beginning, in Zulu time: ``2-jun-15``, with English months, and years of two digits
``Time begin (Z)``      Zulu time, ``21:02``; the local day may be the next
``Time end (Z)``        Zulu time; mostly blank
``Position MGRS``       a square of the military grid, of 100 metres: ``38SLE 894 094``
``Position LAT``        the latitude of its south-western corner in degrees, with a decimal comma
``Position LONG``       the longitude of the same
``Mission``             CAS, close air support, or AI, air interdiction
``Town``                a town, or how the position lies to one: ``Approximately 1nm south of Fallujah``
``Province``            as whoever wrote it spelt it
``Country``             Iraq or Syria
``Weather``             in free words
``Terrain``             in free words
``Possible CDE issue``  whether there may have been collateral damage: ``ND``, not determined
``Comment``             what was found of an attack later; mostly blank
======================  ================================================================================================

Only the date, the time of the beginning and the grid reference are needed. An attack becomes an
:class:`~oirmodel.entities.Event` at a :class:`~oirmodel.entities.Place` that is the square of the grid; an
:class:`~oirmodel.claims.Occurrence` for each wording of its rows, which cites those that have it, with every cell of
theirs in its extensions; and a :class:`~oirmodel.claims.Tally` of how often a weapon was used, which cites them all. So
attacks are counted once, and uses of weapons each.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from oirmodel.claims import Attribute, Occurrence, Tally
from oirmodel.dataset import Header
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Event, Source
from oirmodel.frozen import FrozenMap, collection_paused, evolve
from oirmodel.ids import ClaimId, EventId, SiteId, SourceId
from oirmodel.importers._dutch.ground import COUNTRIES, Ground, Who, point_of, who
from oirmodel.importers._dutch.rows import COLUMNS, HARM, MISSIONS, Cells, Read, Statement, known, reading
from oirmodel.importers._reading.coordinates import in_words
from oirmodel.importers.gathering import Gathering, Imported, found, slug
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Row, Table, delimiter_of
from oirmodel.provenance import Citation, Speaker
from oirmodel.quantity import Quantity, Wording
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate
from oirmodel.vocab import Aspect, Counted, EventCategory, Modality

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (MISSIONS, COUNTRIES, HARM)

_NEEDED: Final = ("date", "begin", "mgrs")
_MARKING: Final = re.compile(r"\s*\(\s*UN[A-Z]*CLASS[A-Z]*\s*\)\s*$", re.IGNORECASE)
_DATED: Final = re.compile(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_RELEASED: Final = dt.date(2023, 3, 30)
_TWO_DIGITS: Final = re.compile(r"[^\d]\d\d$", re.ASCII)
_NO_END: Final = "over on the day on which it began: the list gives no end"
_COUNTED: Final = "a row of the list is one use of a weapon; its rows of one day, time and position are one attack"


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of the list."""
    return {COLUMNS[each] for each in _NEEDED} <= {_plain(each) for each in header}


@collection_paused()
def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read the list, or parts of it.

    When it was published stands in the name of the file, as ``20230330``; where it does not, it is taken to be the
    release of 30 March 2023. Places are linked to those of ``known``, without it to those of the packaged dataset.
    Raises :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> lines = [
    ...     "Employment date;Time begin (Z);Position MGRS;Country",
    ...     "2-jun-15;21:02;38SLE 894 094;Iraq",
    ...     "2-jun-15;21:02;38SLE 894 094;Iraq",
    ... ]
    >>> strikes = read(io.BytesIO("\n".join(lines).encode()))
    >>> [attack] = strikes.dataset.claims(Occurrence)
    >>> print(attack.of, attack.period.start)
    strike-nl-2015-06-02-2102z-38sle894094 2015-06-03
    >>> [weapons] = strikes.dataset.claims(Tally)
    >>> print(weapons.counted, weapons.quantity)
    weapon-employments 2 (derived)
    """
    gathering = Gathering(known)
    strikes = _Strikes(gathering)
    for file in files:
        strikes.read(Table(file, delimiter=delimiter_of(file, knows, ";"), progress=progress))
    title = "Strikes of the Netherlands in Iraq and Syria, after the list of its Ministry of Defence"
    return gathering.imported(Header(id="dutch-strikes", title=title))


IMPORTER: Final = Importer(
    name="dutch_mod",
    title="Netherlands Ministry of Defence: strikes in Operation Inherent Resolve, 2014 to 2018, released in 2023",
    read=read,
    knows=knows,
    delimiter=";",
    crosswalks=CROSSWALKS,
)


_Attack = dict[Cells, Statement]


class _Strikes:
    """Reads the rows of one file after the other."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._ground = Ground(gathering)
        self._who = who(gathering)
        self._told_in: dict[str, str] = {}
        """The file that first told of an event."""

    def read(self, table: Table) -> None:
        """Read one file; its claims are made when all of its rows are known."""
        at = self._columns(table)
        source = SourceId(self._gathering.new_id("src", "dutch-mod", table.file))
        self._gathering.add(Source(id=source, title=table.file))
        attacks: dict[str, _Attack] = {}
        alike: dict[Cells, Read] = {}
        for row in self._gathering.rows(table):
            if len(row.cells) != len(table.header):
                message = f"{len(row.cells)} cells where the header has {len(table.header)}"
                self._gathering.quarantine(row, found("OIR501", row, message, severity=Severity.WARNING))
                continue
            cells = Cells(*("" if each is None else row.cells[each].replace("\r\n", "\n").strip() for each in at))
            try:
                said = alike[cells] if cells in alike else reading(cells)
            except ValueError as error:
                self._gathering.quarantine(row, found("OIR502", row, str(error), severity=Severity.WARNING))
                continue
            alike[cells] = said
            self._tell(row, attacks.setdefault(_event_id(said, source, row), {}), cells, said)
            self._gathering.place()
        self._say(table.file, source, attacks)

    def _columns(self, table: Table) -> list[int | None]:
        """Where each column stands, by its name without its marking."""
        named: dict[str, int] = {}
        for index, each in enumerate(table.header):
            named.setdefault(_plain(each), index)
        if missing := [COLUMNS[each] for each in _NEEDED if COLUMNS[each] not in named]:
            table.columns(*(each.capitalize() for each in missing))
        at = [named.get(each) for each in COLUMNS.values()]
        self._gathering.unread(table, {table.header[each] for each in at if each is not None})
        return at

    def _tell(self, row: Row, attack: _Attack, cells: Cells, said: Read) -> None:
        """Add a row to those that tell of its attack."""
        note = self._gathering.note
        if cells in attack:
            attack[cells].rows.append(row.number)
            message = f"the same as row {attack[cells].rows[0]}, cell by cell: another use of a weapon in one attack"
            note(found("OIR504", row, message))
            return
        if attack:
            first = next(iter(attack.values()))
            pairs = zip(Cells._fields, cells, first.cells, strict=True)
            others = ", ".join(f"{name} {mine!r} and {other!r}" for name, mine, other in pairs if mine != other)
            message = f"of one attack with row {first.rows[0]}, and worded otherwise: {others}"
            note(found("OIR521", row, message, severity=Severity.WARNING))
        attack[cells] = Statement(cells, said, [row.number])
        note(*(found(code, row, text, severity=severity) for code, severity, text in said.problems))

    def _say(self, file: str, source: SourceId, attacks: Mapping[str, _Attack]) -> None:
        """Make the claims of a file, which was published on the day that its name gives."""
        statements = [each for attack in attacks.values() for each in attack.values()]
        published = self._published(file, statements)
        title = f"Dutch airstrikes during Operation Inherent Resolve: {file}"
        publisher = "Netherlands Ministry of Defence"
        self._gathering.add(Source(id=source, title=title, publisher=publisher, published=published, language="en"))
        self._count(file, statements, "no end is given, so it is taken to be of the day of its beginning", _endless)
        self._count(file, statements, "the year has two digits, and is read as one of this century", _short)
        claims = _Claims(self._gathering, self._ground, self._who, source, published)
        for event, attack in attacks.items():
            if (earlier := self._told_in.setdefault(event, file)) != file:
                message = (
                    f"{file}: {event} is told of in {earlier} as well; uses of weapons are not added up over files"
                )
                self._gathering.note(Finding(code="OIR504", severity=Severity.WARNING, message=message))
            claims.say(EventId(event), list(attack.values()))

    def _count(self, file: str, all_told: Iterable[Statement], what: str, such: Callable[[Cells], bool]) -> None:
        """Note once for a file what is so of many of its rows."""
        number = sum(len(each.rows) for each in all_told if such(each.cells))
        if number:
            message = f"{file}: in {number:,} rows {what}"
            self._gathering.note(Finding(code="OIR505", severity=Severity.NOTE, message=message))

    def _published(self, file: str, statements: Iterable[Statement]) -> ImpreciseDate:
        """When a file was published; what it tells of was not known before."""
        last = max((each.said.begin.day for each in statements), default=_RELEASED)
        dated = _DATED.search(file)
        try:
            day = dt.date(int(dated[1]), int(dated[2]), int(dated[3])) if dated else _RELEASED
        except ValueError:
            dated, day = None, _RELEASED
        if last > day:
            message = f"{file}: it tells of {last}, and would have been published on {day}: it was so later"
            self._gathering.note(Finding(code="OIR507", severity=Severity.WARNING, message=message))
            return ImpreciseDate.parse(f"[{last}..]")
        why = "by its name" if dated else "as the list is known to be: its name has no date"
        message = f"{file}: published on {day}, {why}"
        self._gathering.note(Finding(code="OIR506", severity=Severity.NOTE, message=message))
        return ImpreciseDate.parse(day.isoformat())


class _Claims:
    """Makes the claims of the attacks of one file."""

    def __init__(self, gathering: Gathering, ground: Ground, whose: Who, source: SourceId, on: ImpreciseDate) -> None:
        self._gathering, self._ground, self._who, self._source = gathering, ground, whose, source
        speaker = (Speaker(who=whose.ministry),)
        cited = (Citation(source=source, locator="row"),)
        self._prefix = source.removeprefix("src-")
        self._occurrence = Occurrence(
            id=ClaimId("template"),
            of=EventId("template"),
            by=(whose.forces,),
            reported=on,
            modality=Modality.ASSERTED,
            asserted_by=speaker,
            citations=cited,
        )
        self._tally = Tally(
            id=ClaimId("template"),
            by=whose.forces,
            counted=Counted.WEAPON_EMPLOYMENTS,
            quantity=Quantity.none(),
            reported=on,
            modality=Modality.ASSERTED,
            asserted_by=speaker,
            citations=cited,
            assumptions=(_COUNTED,),
        )

    def say(self, event: EventId, attack: Sequence[Statement]) -> None:
        """That an attack happened, as each wording of its rows has it, and how often a weapon was used in it."""
        self._gathering.add(Event(id=event, category=EventCategory.STRIKE, part_of=self._who.operation))
        first = attack[0]
        for each in attack:
            self._gathering.claim(self._happened(event, each), *self._disputed(event, each))
        rows = sorted(number for each in attack for number in each.rows)
        position = self._position(first)
        weapons = evolve(
            self._tally,
            id=ClaimId(f"{self._prefix}-weapons-{rows[0]}"),
            of=event,
            at=() if position is None else (position,),
            period=first.period(),
            quantity=Quantity(wording=Wording.EXACT, number=len(rows), derived=True),
            citations=self._cited(rows),
        )
        self._gathering.claim(weapons)

    def _happened(self, event: EventId, told: Statement) -> Occurrence:
        cells = told.cells
        sites = (
            self._position(told),
            self._ground.town(known(cells.town), cells.country),
            self._ground.province(known(cells.province), cells.country),
        )
        at = tuple(dict.fromkeys(each for each in sites if each is not None))
        if not at and (country := self._ground.country(cells.country)) is not None:
            at = (country,)
        return evolve(
            self._occurrence,
            id=ClaimId(f"{self._prefix}-attack-{told.rows[0]}"),
            of=event,
            at=at,
            period=told.period(),
            citations=self._cited(told.rows),
            assumptions=tuple(_assumed(told)),
            note=cells.comment or None,
            extensions=FrozenMap({f"dutch-mod:{name}": cell for name, cell in cells._asdict().items() if cell}),
        )

    def _disputed(self, event: EventId, told: Statement) -> Iterator[Attribute]:
        """Where the coordinates are not those of the grid reference: where it was, as each has it."""
        cells, said = told.cells, told.said
        if not said.disagree or said.square is None or said.point is None:
            return
        degrees = f"{cells.latitude} {cells.longitude}"
        for sort, value, point in (
            ("grid", cells.mgrs, point_of(said.square)),
            ("degrees", degrees, point_of(said.point)),
        ):
            yield Attribute(
                id=ClaimId(f"{self._prefix}-{sort}-{told.rows[0]}"),
                of=event,
                aspect=Aspect.POSITION,
                value=value,
                point=point,
                period=told.period(),
                reported=self._occurrence.reported,
                modality=Modality.ASSERTED,
                asserted_by=self._occurrence.asserted_by,
                citations=self._cited(told.rows),
            )

    def _position(self, told: Statement) -> SiteId | None:
        said = told.said
        if said.disagree:
            return None
        return self._ground.position(said.square, said.point, told.cells.country)

    def _cited(self, rows: Iterable[int]) -> tuple[Citation, ...]:
        return tuple(Citation(source=self._source, locator=f"row {number}") for number in rows)


def _event_id(said: Read, source: SourceId, row: Row) -> str:
    """
    The same for the rows of one attack: of one day, time and position.

    A row that lacks one of the three is an attack of its own: nobody can tell whether another is of the same.
    """
    grid, point = said.square.reference if said.square else "", in_words(*said.point) if said.point else ""
    where = f"{grid} {point}" if said.disagree else grid or point
    if said.begin.minute is None or not where:
        return f"strike-nl-{source.removeprefix('src-')}-row-{row.number}"
    return f"strike-nl-{slug(str(said.begin).replace(':', '').replace('T', '-'))}-{slug(where)}"


def _assumed(told: Statement) -> Iterator[str]:
    cells, begin = told.cells, told.said.begin
    if _short(cells):
        yield f"year {begin.day.year}: the list has {cells.date!r}"
    if told.zone is not None and begin.minute is not None:
        yield f"the day in {told.zone}: it began at {begin}"
    if told.said.end is None:
        yield _NO_END


def _endless(cells: Cells) -> bool:
    return not known(cells.end)


def _short(cells: Cells) -> bool:
    """Whether the year has two digits."""
    return _TWO_DIGITS.search(cells.date) is not None


def _plain(column: str) -> str:
    """The name of a column without its marking, for comparison."""
    return " ".join(_MARKING.sub("", column).split()).casefold()
