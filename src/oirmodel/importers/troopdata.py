"""
How many US troops were in which country, and at which bases, after the data of the R package troopdata.

The package of Allen, Flynn and Machain goes on from Kane's data of 1950 to 2005, with the reports of the Defense
Manpower Data Center (DMDC). Its tables of troops have one row for a country and a quarter, a line of a report, or a
year; ``countryname`` and ``year`` are needed, and ``troops_all`` or ``troops_ad``:

===========================  ===========================================================================================
``countryname``              the country, territory or other location; ``location`` as a report names it
``iso3c``, ``ccode``         its code of ISO 3166-1, perhaps that of its mother country, and of Gleditsch and Ward
``year``, ``month``          when; ``quarter`` where there is no month. Without either, a row is of a year
``source``                   whose figure: a report (``June 2015``), ``Kane 2006``, ``Stepwise Imputation`` or ``NA``
``troops_ad``                on active duty; of them ``army_ad``, ``navy_ad``, ``air_force_ad``, ``marine_corps_ad``
``troops_all``               with the guard and the reserve; ``total_selected_reserve`` these alone, from 2008 on
``total_civilian``           civilians of the Department of Defense, from 2008 on
===========================  ===========================================================================================

Figures are persons. A table of bases has ``countryname``, ``basename``, ``lat``, ``lon`` (degrees) and three columns of
which one is 1: ``base`` (a major one), ``lilypad`` (under 200 personnel, or another site), ``fundedsite`` (of its host,
which the United States pays for). It covers the Cold War to 2018, without a date for any of them.

A zero is none only where a report is named that could have had a figure; any other may stand for what nobody gave, and
its row is kept aside. So is a year whose figure is that of its quarters added up: no troops at any time were so many.
"""

from collections.abc import Sequence
from typing import Final

from oirmodel.dataset import Header
from oirmodel.diagnostics import Finding, Severity
from oirmodel.frozen import collection_paused
from oirmodel.importers._troopdata.bases import COLUMNS, Bases
from oirmodel.importers._troopdata.figures import TOTALS, Figures
from oirmodel.importers._troopdata.terms import BASES, COLLECTION, SOURCES
from oirmodel.importers.gathering import Gathering, Imported
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import Progress, Readable, Table, delimiter_of, encoding_of, plain
from oirmodel.query import Dataset

__all__ = ["CROSSWALKS", "IMPORTER", "knows", "read"]

CROSSWALKS: Final = (SOURCES, BASES)


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of a table of troops or of bases."""
    columns = set(map(plain, header))
    return ({"countryname", "year"} <= columns and bool(TOTALS & columns)) or {*COLUMNS} <= columns


def read(*files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
    r"""
    Read tables of troops and of bases, in any order; a year is compared with its quarters in whichever file they are.

    Countries and bases are linked to those of ``known``, without it to those of the packaged dataset. Raises
    :class:`~oirmodel.importers.InvalidTable` for a file that cannot be read.

    >>> import io
    >>> lines = ["countryname,iso3c,year,month,source,troops_ad,troops_all", "Iraq,IRQ,2016,June,June 2016,4626,5013"]
    >>> troops = read(io.BytesIO("\n".join(lines).encode()))
    >>> print(troops.dataset.strength("us-forces", at="iraq", during="2016-06", basis="dmdc").value)
    5,013
    """
    gathering = Gathering(known)
    with collection_paused():
        figures, bases = Figures(gathering), Bases(gathering)
        for file in files:
            encoding = encoding_of(file)
            table = Table(file, delimiter=delimiter_of(file, knows), encoding=encoding, named=plain, progress=progress)
            if encoding == "cp1252":
                message = f"{table.file}: not UTF-8; read as Windows-1252"
                gathering.note(Finding(code="OIR505", severity=Severity.WARNING, message=message))
            if {*COLUMNS} <= {*table.header}:
                bases.read(table)
            else:
                figures.read(table)
        figures.done()
        title = "US troops and bases abroad, after troopdata"
        return gathering.imported(Header(id=COLLECTION, title=title))


IMPORTER: Final = Importer(
    name="troopdata",
    title="troopdata: US troops by country and quarter or year, and bases",
    read=read,
    knows=knows,
    crosswalks=CROSSWALKS,
)
