"""
Anybody's table, by a small mapping file: a new source needs no code.

The mapping is TOML, which Python reads by itself. It says what the table is, and what each claim is given: a text, in
which a column stands in braces. All keys are listed in the reference; a dozen lines do for a simple table:

.. code-block:: toml

   [source]
   title = "Strikes near Kisik, as counted by a monitor"
   published = "2017-01-31"

   [[claims]]
   kind = "tally"
   modality = "asserted"
   counted = "strikes"
   quantity = "{Strikes}"
   at = "{Town}"
   period = "{Date}"

What is wrong with a mapping is told all at once, each with its line and what would be right. A row becomes claims that
cite it, or is quarantined with what was wrong with it; a blank says nothing, and is never a zero.
"""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Self

from oirmodel.dataset import Header
from oirmodel.diagnostics import Finding, Severity
from oirmodel.errors import OirError
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import Fault
from oirmodel.frozen import collection_paused, evolve
from oirmodel.ids import SourceId
from oirmodel.importers._mapping.cells import Remark, Unplaced
from oirmodel.importers._mapping.compiled import Compiled
from oirmodel.importers._mapping.layout import NotTOML, Repeats, parsed, placed
from oirmodel.importers._mapping.making import Said, warned
from oirmodel.importers.gathering import Gathering, Imported, slug
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import InvalidTable, Progress, Readable, Row, Table
from oirmodel.provenance import Citation
from oirmodel.query import Dataset
from oirmodel.temporal import ImpreciseDate

__all__ = ["InvalidMapping", "Mapping", "importer", "read"]


class InvalidMapping(OirError, ValueError):
    """A mapping cannot be used; :attr:`findings` holds everything that is wrong with it, each with its line."""

    def __init__(self, file: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(file, findings)
        self.file, self.findings = file, findings

    def __str__(self) -> str:
        lines = []
        for each in self.findings:
            place = self.file if each.line is None else f"{self.file}, line {each.line}"
            key = f" {'.'.join(each.pointer.split('/')[1:])}:" if each.pointer else ""
            hint = f" ({each.hint})" if each.hint else ""
            lines.append(f"{place}:{key} {each.message}{hint}")
        return lines[0] if len(lines) == 1 else "\n  - ".join([f"{len(lines)} problems", *lines])


class Mapping:
    """
    What the columns of a table are, read from TOML and checked.

    >>> Mapping.parse("claims = [{ kind = 'taly' }]")
    Traceback (most recent call last):
    ...
    oirmodel.importers.csv.InvalidMapping: 2 problems
      - mapping: expected the part [source], with the title of the table (such as title = "Strikes, by a monitor")
      - mapping, line 1: claims.0.kind: expected one of control, ...; got 'taly' (did you mean 'tally'?)
    """

    __slots__ = ("_lines", "_tree", "file")

    def __init__(self, text: str, file: str) -> None:
        """Read, and not checked yet; :meth:`parse` and :meth:`load` do both."""
        self.file = file
        try:
            self._tree, self._lines = parsed(text)
        except NotTOML as error:
            raise InvalidMapping(file, (error.finding,)) from None

    @classmethod
    def parse(cls, text: str, file: str = "mapping") -> Self:
        """Read the text of a mapping; raises :class:`InvalidMapping` with everything that is wrong with it."""
        mapping = cls(text, file)
        mapping.refuse(mapping.compiled(None).faults)
        return mapping

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a mapping from a file in UTF-8; raises as :meth:`parse` does, and ``OSError``."""
        return cls.parse(_text(Path(path)), Path(path).name)

    @property
    def title(self) -> str:
        """The title of the table."""
        return str(self._tree["source"]["title"])

    @property
    def delimiter(self) -> str:
        """What stands between the cells of a row."""
        return self.compiled(None).layout.delimiter

    @property
    def columns(self) -> frozenset[str]:
        """The columns that a table needs to have."""
        compiled = self.compiled(None)
        return frozenset(compiled.fields.columns) - {*compiled.layout.optional}

    def compiled(self, gathering: Gathering | None) -> Compiled:
        """All that it says, ready to be used; without a ``gathering``, names are not looked up."""
        return Compiled(self._tree, gathering)

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Raise :class:`InvalidMapping` where there are any."""
        if findings := tuple(placed(faults, self._lines)):
            raise InvalidMapping(self.file, findings)


def read(
    *files: Readable,
    mapping: Mapping | str | os.PathLike[str],
    known: Dataset | None = None,
    progress: Progress | None = None,
) -> Imported:
    r"""
    Read tables by a mapping, or the path of one.

    Names are linked to those of ``known``, without it to those of the packaged dataset. Raises :class:`InvalidMapping`,
    also for columns that a table does not have, and :class:`~oirmodel.importers.InvalidTable` for a file that cannot be
    read.

    >>> import io
    >>> rules = '''
    ... [source]
    ... title = "Strikes near Kisik, as counted by a monitor"
    ... published = "2017-01-31"
    ...
    ... [[claims]]
    ... kind = "tally"
    ... modality = "asserted"
    ... counted = "strikes"
    ... quantity = "{Strikes}"
    ... at = "{Town}"
    ... period = "{Date}"
    ... '''
    >>> table = io.BytesIO(b"Date,Town,Strikes\n2016-10-17,Kisik,about 10\n2016-10,Kisik,\n")
    >>> strikes = read(table, mapping=Mapping.parse(rules))
    >>> [claim] = strikes.dataset.claims()
    >>> print(claim.quantity, claim.at, claim.period, claim.citations[0].locator)
    about 10 ('place-kisik',) 2016-10-17/2016-10-17 row 1
    >>> for finding in strikes.findings:
    ...     print(finding.code, finding.message)
    OIR530 table, row 2: it says nothing that the mapping reads
    """
    if not isinstance(mapping, Mapping):
        mapping = Mapping(_text(Path(mapping)), Path(mapping).name)
    reading = _Reading(mapping, Gathering(known), several=len(files) > 1)
    with collection_paused():
        for file in files:
            try:
                reading.read(file, progress)
            except InvalidTable as error:
                if not error.reason.startswith("not UTF-8"):
                    raise
                raise InvalidTable(error.file, error.line, f"{error.reason}, or name its encoding in [table]") from None
        return reading.imported()


def importer(mapping: Mapping) -> Importer:
    """
    An importer like the others, of the tables that this mapping is for.

    It knows a table that has every column which the mapping needs.
    """
    needed = mapping.columns
    return Importer(
        name="csv",
        title=mapping.title,
        read=partial(read, mapping=mapping),
        knows=lambda header: needed <= {*header},
        delimiter=mapping.delimiter,
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: the byte 0x{error.object[error.start]:02x} at {error.start:,}"
        finding = Finding(code=Code.ENCODING.value, severity=Severity.ERROR, message=message)
        raise InvalidMapping(path.name, (finding,)) from None


class _Reading:
    """Reads the rows of one file after the other."""

    def __init__(self, mapping: Mapping, gathering: Gathering, *, several: bool) -> None:
        self._mapping, self._gathering, self._several = mapping, gathering, several
        self._compiled = mapping.compiled(gathering)
        self._claims: list[Any] = []
        self._headers: dict[tuple[str, ...], int] = {}
        self._seen: dict[tuple[object, ...], tuple[int, int]] = {}
        """The rows that are placed, and which claims are theirs, where a row that repeats one is the same."""
        self._also: dict[int, list[Citation]] = {}
        if self._compiled.unusable:
            mapping.refuse(self._compiled.faults)
        self._compiled.linked.settle(placed=True)  # what stands in the mapping itself
        source = self._compiled.source
        self._published = None if source is None else source.published

    def read(self, file: Readable, progress: Progress | None) -> None:
        """Read one file, row by row."""
        compiled, layout = self._compiled, self._compiled.layout
        table = Table(file, delimiter=layout.delimiter, encoding=layout.encoding, progress=progress)
        try:
            self._mapping.refuse([*compiled.faults, *compiled.missing_columns(table.file, table.header)])
        except InvalidMapping:
            table.close()
            raise
        self._gathering.unread(table, {*compiled.fields.columns, *layout.unused})
        source = self._source(table.file)
        self._rows(table, Citation(source=source, locator="row"), source.removeprefix("src-"))

    def _source(self, file: str) -> SourceId:
        source = self._compiled.source
        if source is None:  # a mapping without one was refused
            raise AssertionError(file)
        an_id = SourceId(self._gathering.new_id("src", file))
        title = f"{source.title}: {file}" if self._several else source.title
        self._gathering.add(evolve(source, id=an_id, title=title))
        prefix = an_id.removeprefix("src-")
        self._compiled.linked.reserved += tuple(f"{each.name}-{prefix}-" for each in self._compiled.claims)
        return an_id

    def _rows(self, table: Table, cited: Citation, prefix: str) -> None:
        width = len(table.header)
        number_of_header = self._headers.setdefault(table.header, len(self._headers))
        columns = self._compiled.fields.columns
        taken = [table.header.index(each) if each in table.header else width for each in columns]
        counted_once = self._compiled.layout.repeats is Repeats.SAME
        for row in self._gathering.rows(table):
            if len(row.cells) != width:
                self._quarantine(row, Unplaced("OIR501", f"{len(row.cells)} cells where the header has {width}"))
                continue
            citation = evolve(cited, locator=f"row {row.number}")
            whole = (number_of_header, *row.cells) if counted_once else ()
            if whole and whole in self._seen:
                self._again(row, citation, *self._seen[whole])
                continue
            begin = len(self._claims)
            cells = (*row.cells, "")
            if self._row(row, [cells[each] for each in taken], f"{prefix}-{row.number}", citation) and whole:
                self._seen[whole] = begin, len(self._claims)

    def _again(self, row: Row, citation: Citation, begin: int, end: int) -> None:
        """A row that repeats an earlier one: what that one says is said here too."""
        for each in range(begin, end):
            self._also.setdefault(each, []).append(citation)
        self._gathering.note(warned("OIR504", row, "another row says the very same; it is counted once"))
        self._gathering.place()

    def _row(self, row: Row, cells: list[str], row_id: str, citation: Citation) -> bool:
        """Whether a row could be placed."""
        compiled = self._compiled
        if compiled.skips is not None and compiled.skips(cells):
            self._quarantine(row, Unplaced("OIR531", "left out, as the mapping says"))
            return False
        ids, remarks, problems = self._entities(cells, row_id)
        claims: list[Any] = []
        said = Said(row_id, (citation,), self._published)
        try:
            said = self._said(cells, said)
        except Unplaced as problem:
            problems.append(problem)
        remarks += said.remarks
        for claim in compiled.claims:
            if problems and claim.names_entities:
                continue  # it would be told that its entity is missing, which is told already
            made, told, wrong = claim(cells, ids, said)
            claims += made
            remarks += told
            problems += wrong
        if not problems and not (claims if compiled.claims else any(ids)):
            problems.append(Unplaced("OIR530", "it says nothing that the mapping reads"))
        compiled.linked.settle(placed=not problems)
        if problems:
            self._quarantine(row, *problems)
            return False
        self._claims += claims
        if remarks:
            self._gathering.note(*(warned(each.code, row, each.message) for each in dict.fromkeys(remarks)))
        self._gathering.place()
        return True

    def _entities(self, cells: list[str], row_id: str) -> tuple[list[str], list[Remark], list[Unplaced]]:
        """The ids of the entities of a row, what is to be remarked of them, and what is wrong with them."""
        ids: list[str] = []
        remarks: list[Remark] = []
        problems: list[Unplaced] = []
        for entity in self._compiled.entities:
            try:
                an_id, more = entity(cells, ids, row_id)
            except Unplaced as problem:
                problems.append(problem)
                an_id, more = "", ()
            ids.append(an_id)
            remarks += more
        return ids, remarks, problems

    def _said(self, cells: list[str], said: Said) -> Said:
        """With the document that the row comes from, which was there before the table."""
        if self._compiled.document is None:
            return said
        document = self._compiled.document(cells)
        if document.citation is None:
            return said._replace(remarks=document.remarks)
        reported = document.published or _by(self._published)
        return Said(said.row_id, (document.citation, *said.citations), reported, document.remarks)

    def _quarantine(self, row: Row, *problems: Unplaced) -> None:
        findings = dict.fromkeys((each.code, each.message) for each in problems)
        self._gathering.quarantine(row, *(warned(code, row, message) for code, message in findings))

    def imported(self) -> Imported:
        """The dataset of all files."""
        self._mapping.refuse(self._compiled.faults)
        for each, citations in self._also.items():
            claim = self._claims[each]
            self._claims[each] = evolve(claim, citations=(*claim.citations, *citations))
        self._gathering.claim(*self._claims)
        title = self._mapping.title
        return self._gathering.imported(Header(id=slug(title) or "table", title=title))


def _by(published: ImpreciseDate | None) -> ImpreciseDate | None:
    """On this date at the latest; as it stands where EDTF has no way to say so."""
    if published is None:
        return None
    try:
        return ImpreciseDate.parse(f"[..{published}]")
    except OirError:
        return published
