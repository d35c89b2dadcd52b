r"""
Airports, their runways and beacons, and the regions around them, as OpenFlights, OurAirports and IP2Location list them.

Several files of different tables can be read at once: each is recognised by its header or, without one, its first row.

============================  ==========================================================================================
OpenFlights ``airports.dat``  no header; ``\N`` is missing; feet, hours from UTC, and the publisher whose data a row is
OurAirports ``airports``      with ``ident``, its own code, which is that of ICAO where there is one
OurAirports ``runways``       one row a runway, by the ``airport_ident``; lengths in feet, surfaces as codes
OurAirports ``navaids``       radio beacons; kHz, feet, and the airport that they serve
OurAirports ``regions``       by ISO 3166-2, with further names as keywords
IP2Location ``iata-icao``     an airport with its codes, the name of a region and four digits of degrees
============================  ==========================================================================================

An airport is one :class:`~oirmodel.entities.Installation` for all rows that have its code of ICAO or IATA, or its very
name; a known one stays as it is. What a row tells of it is claims, each an :class:`~oirmodel.claims.Attribute` by that
publisher: its name, position, codes, the land it lies in, the city it serves, its runways. So four coordinates of one
base stand side by side, and a name that only one register still has is said by that one.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from oirmodel.claims import Attribute
from oirmodel.dataset import Header
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Organization, Source
from oirmodel.errors import InvalidObject
from oirmodel.frozen import collection_paused, evolve
from oirmodel.ids import ActorId, ClaimId, EntityId, OrganizationId, SourceId
from oirmodel.importers._airports.claims import OURAIRPORTS, Rows, Unplaced
from oirmodel.importers._airports.tables import BY_TYPE, OPENFLIGHTS, SURFACES, TABLES, Layout, layout_of, plain
from oirmodel.importers.gathering import Gathering, Imported, found, reasons
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import InvalidTable, Progress, Readable, Row, Table, header_of, name_of
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Aspect, Modality, OrganizationCategory

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (BY_TYPE["OpenFlights"], BY_TYPE["OurAirports"], SURFACES)

_PUBLISHERS: Final[Mapping[str, str]] = {
    "openflights": "OpenFlights",
    "ourairports": "OurAirports",
    "ip2location": "IP2Location",
}
_DATED: Final = re.compile(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_UNDATED: Final = "[2001..]"
"""In this century: none of the publishers is older."""
_NOT_DATED: Final = "published in this century: the file does not say when"


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of one of the tables, or a first row is one of OpenFlights."""
    return layout_of(header) is not None


@collection_paused()
def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read tables of airports, runways, beacons and regions, in any order.

    Airports are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that is none of these tables, or cannot be read.

    >>> import io
    >>> openflights = b'4137,"Al Asad Air Base","Al Asad","Iraq","IQA","ORAA",33.785,42.441,618,3,"U"'
    >>> ip2location = b"iata,icao,airport\nIQA,ORAA,Al Asad Airbase"
    >>> airports = read(io.BytesIO(openflights), io.BytesIO(ip2location))
    >>> names = [each for each in airports.dataset.claims(Attribute) if each.aspect is Aspect.NAME]
    >>> sorted((each.of, each.value, each.asserted_by[-1].who) for each in names)
    [('al-asad', 'Al Asad Air Base', 'openflights'), ('al-asad', 'Al Asad Airbase', 'ip2location')]
    """
    gathering = Gathering(known)
    reading = _Reading(gathering)
    layouts = [(each, _layout(each)) for each in files]
    for file, layout in sorted(layouts, key=lambda each: TABLES.index(each[1])):
        own = layout is OPENFLIGHTS
        columns = _columns_of(file) if own else None
        reading.read(layout, Table(file, columns=columns, escaped=own, progress=progress))
    reading.done()
    return gathering.imported(Header(id="airports", title="Airports, after public registers"))


IMPORTER: Final = Importer(
    name="airports",
    title="OpenFlights, OurAirports and IP2Location: airports, runways, beacons and regions",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)


def _layout(file: Readable) -> Layout:
    layout = layout_of(header_of(file))
    if layout is None:
        named = ", ".join(f"{_PUBLISHERS[each.publisher]} {each.name}" for each in TABLES)
        raise InvalidTable(name_of(file), 1, f"the first row is that of none of these tables: {named}")
    return layout


def _day_of(file: str) -> str | None:
    """The day that the name of a file gives, as ISO 8601 has it; ``None`` where it gives none."""
    for dated in _DATED.finditer(file):
        with suppress(ValueError):
            return dt.date(*(int(each) for each in dated.groups())).isoformat()
    return None


def _columns_of(file: Readable) -> tuple[str, ...]:
    return (*OPENFLIGHTS.needed, *OPENFLIGHTS.others)[: len(header_of(file))]


class _Reading:
    """Reads the rows of one file after the other."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._rows = Rows(gathering, self._speaker(OURAIRPORTS))
        self._claims: dict[tuple[str, tuple[str, ...]], tuple[Row, list[Attribute]]] = {}
        """Of each row, by its table and its cells: where it stood first, and what it tells."""

    def read(self, layout: Layout, table: Table) -> None:
        """Read one file."""
        read = {*layout.needed, *layout.others}
        self._gathering.unread(table, read)
        source, template = self._source(layout, table.file)
        at = [(index, name) for index, name in enumerate(table.header) if name in read]
        for row in self._gathering.rows(table):
            if len(row.cells) != len(table.header):
                message = f"{len(row.cells)} cells where there are {len(table.header)} columns"
                self._gathering.quarantine(row, found("OIR501", row, message, severity=Severity.WARNING))
                continue
            key = (layout.name, tuple(row.cells))
            if key in self._claims:
                self._again(row, Citation(source=source, locator=f"row {row.number}"), *self._claims[key])
                continue
            cells = {name: cell for index, name in at if (cell := plain(row.cells[index]))}
            try:
                claims, findings = self._rows.tell(layout, row, cells, template)
            except Unplaced as problem:
                message = problem.message
                self._gathering.quarantine(row, found(problem.code, row, message, severity=Severity.WARNING))
            except InvalidObject as error:
                self._gathering.quarantine(row, found("OIR502", row, reasons(error), severity=Severity.WARNING))
            else:
                self._claims[key] = (row, claims)
                self._gathering.note(*findings)
                self._gathering.place()

    def _again(self, row: Row, citation: Citation, first: Row, claims: list[Attribute]) -> None:
        """A row that tells what an earlier one does: the claims of that are cited from here too."""
        claims[:] = [evolve(each, citations=(*each.citations, citation)) for each in claims]
        self._gathering.note(found("OIR504", row, f"the same as {first.locator}, cell by cell"))
        self._gathering.place()

    def _source(self, layout: Layout, file: str) -> tuple[SourceId, Attribute]:
        """The source that a file is, and what its claims have in common."""
        source = SourceId(self._gathering.new_id("src", layout.publisher, file))
        day = _day_of(file)
        reported = ImpreciseDate.parse(day or _UNDATED)
        message = f"{file}: " + (f"published on {day}, by its name" if day else _NOT_DATED)
        self._gathering.note(Finding(code="OIR506", severity=Severity.NOTE, message=message))
        title = f"{_PUBLISHERS[layout.publisher]}, {layout.name}: {file}"
        publisher = _PUBLISHERS[layout.publisher]
        self._gathering.add(Source(id=source, title=title, publisher=publisher, published=reported if day else None))
        template = Attribute(
            id=ClaimId("template"),
            of=EntityId("template"),
            aspect=Aspect.OTHER,
            value="template",
            period=Period.observed(day) if day else Period(),
            reported=reported,
            modality=Modality.ASSERTED,
            asserted_by=(self._speaker(layout.publisher),),
            citations=(Citation(source=source),),
            assumptions=() if day else (_NOT_DATED,),
        )
        return source, template

    def _speaker(self, publisher: str) -> Speaker:
        """A publisher, as one who says it."""
        organization = Organization(
            id=OrganizationId(publisher),
            category=OrganizationCategory.PUBLISHER,
            names=(Name(text=_PUBLISHERS[publisher], language="en"),),
        )
        return Speaker(who=ActorId(self._gathering.take_or_add(organization)))

    def done(self) -> None:
        """Give out all claims, and the new airports."""
        self._rows.done()
        for _, claims in self._claims.values():
            self._gathering.claim(*claims)
