"""Reading a table row by row: from a path or an open file, strictly, with what tells where a row stands."""

import codecs
import csv
import io
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, NamedTuple

from oirmodel.errors import OirError

__all__ = [
    "InvalidTable",
    "Progress",
    "Readable",
    "Row",
    "Table",
    "Told",
    "delimiter_of",
    "encoding_of",
    "header_of",
    "name_of",
    "plain",
]

Readable = str | os.PathLike[str] | IO[bytes]
"""A path, or a file that is open for reading bytes."""

_DELIMITERS: Final = (",", ";", "\t", "|")
LONGEST_ROW: Final = 1_000_000
"""In characters; a longer one is no row but a quotation mark that was never closed, or no table at all."""
_EVERY: Final = 1_000
"""After how many rows it is told how far the reading is."""
_ESCAPED: Final = re.compile(r"\\(.)")
_LOOKED_AT: Final = 65_536
"""How many bytes of a file are looked into for its header."""


class InvalidTable(OirError, ValueError):
    """
    A file is not a table that an importer can read; nothing of it was imported.

    It names the file, the line where there is one, and what would be right.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(file, line, reason)
        self.file, self.line, self.reason = file, line, reason

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.reason}"


class Told(NamedTuple):
    """How far the reading of a file is."""

    file: str
    rows: int
    """How many rows were read of it."""
    done: int | None
    """How many of its bytes; ``None`` where the file cannot tell."""
    size: int | None
    """How many bytes it has; ``None`` where that cannot be known."""


Progress = Callable[[Told], None]
"""What is called now and then while a file is read, and once at its end."""


class Row(NamedTuple):
    """One row of a table, as it stands in its file."""

    file: str
    number: int
    """Which row it is, counted from 1, without the header."""
    line: int
    """The line of the file on which it ends, counted from 1; a cell may hold line breaks."""
    cells: Sequence[str]

    @property
    def locator(self) -> str:
        """Where a reader finds it: ``all.csv, row 12``."""
        return f"{self.file}, row {self.number}"


class Table:
    """
    A table in a file of delimited text (RFC 4180), in UTF-8 with or without a byte order mark unless told otherwise.

    Rows are read one at a time. A row that has not as many cells as the header is handed out like any other: whoever
    reads it says what is wrong with it, so that it is not lost.
    """

    def __init__(  # noqa: PLR0913 - how a table may be written
        self,
        source: Readable,
        *,
        delimiter: str = ",",
        columns: Sequence[str] | None = None,
        encoding: str = "utf-8-sig",
        escaped: bool = False,
        named: Callable[[str], str] = str.strip,
        progress: Progress | None = None,
    ) -> None:
        r"""
        Open a table; with ``columns`` it has no header of its own, and these are the names of its columns.

        With ``escaped`` a quotation mark within a cell is not doubled but has a backslash before it, ``\"``. An
        ``encoding`` other than UTF-8 is for files of a source that is known to have such; see :func:`encoding_of`.
        ``named`` is how the names in the header are read; :func:`plain` is for a source whose tables others have saved.

        Raises :class:`InvalidTable` where there is no header, or a name stands twice in it, ``OSError`` where the file
        cannot be opened, and ``TypeError`` for a file that is open for reading text. ``encoding`` is one that Python
        knows; another raises ``LookupError``.
        """
        codecs.lookup(encoding)
        self.file = name_of(source)
        self._progress, self._escaped, self._read_name = progress, escaped, named
        self._raw, self._owned = _opened(source)
        self._size = _size_of(self._raw)
        self._encoding = "UTF-8" if encoding == "utf-8-sig" else encoding
        self._text = io.TextIOWrapper(self._raw, encoding=encoding, errors="strict", newline="")
        self._begun = self._taken = 0
        self._reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        try:
            self.header = self._named(columns if columns is not None else next(self._rows(), None))
        except BaseException:
            self.close()
            raise

    def _named(self, header: Sequence[str] | None) -> tuple[str, ...]:
        if not header:
            raise InvalidTable(self.file, 1, "the file is empty; expected a header")
        names = tuple(map(self._read_name, header))
        if any("\0" in each for each in names):
            raise InvalidTable(
                self.file, 1, f"not {self._encoding}: there are NULs, as in UTF-16; convert the file first"
            )
        # Columns without a name, as of a row number, may be several: nobody can ask for one.
        if repeated := sorted({each for each in names if each and names.count(each) > 1}):
            raise InvalidTable(self.file, 1, f"the column {repeated[0]!r} stands twice in the header")
        return names

    def columns(self, *names: str) -> tuple[int, ...]:
        """Where columns stand; raises :class:`InvalidTable`, which names every one that is missing."""
        missing = [each for each in names if each not in self.header]
        if missing:
            self.close()
            has = ", ".join(self.header)
            raise InvalidTable(self.file, 1, f"there is no column {', '.join(map(repr, missing))}; there are {has}")
        return tuple(self.header.index(each) for each in names)

    def __iter__(self) -> Iterator[Row]:
        """Each row; the file is closed after the last. Raises :class:`InvalidTable` where it cannot be read on."""
        number = 0
        try:
            for cells in self._rows():
                number += 1
                if self._progress is not None and number % _EVERY == 0:
                    self._tell(number)
                yield Row(self.file, number, self._reader.line_num, cells)
            self._tell(number)
        finally:
            self.close()

    def _rows(self) -> Iterator[list[str]]:
        """The rows that hold something; an empty line is none."""
        try:
            for cells in self._reader:
                self._begun, self._taken = self._reader.line_num, 0
                if cells:
                    yield cells
        except csv.Error as error:
            reason = f"not a table: {error}, in the row that begins here"
            if str(error) == "unexpected end of data":
                reason = "a quotation mark in the row that begins here is never closed"
            raise InvalidTable(self.file, self._begun + 1, reason) from None
        except UnicodeDecodeError as error:
            bad = error.object[error.start : error.start + 1].hex()
            reason = f"not {self._encoding}: the byte 0x{bad} in or after this line; convert the file first"
            raise InvalidTable(self.file, self._reader.line_num + 1, reason) from None

    def _lines(self) -> Iterator[str]:
        """The lines of the file; none is read further than a row may be long."""
        read = self._text.readline
        while line := read(LONGEST_ROW):
            self._taken += len(line)
            if self._taken >= LONGEST_ROW:
                reason = f"a row of {LONGEST_ROW:,} characters or more begins here; is a quotation mark never closed?"
                raise InvalidTable(self.file, self._begun + 1, reason)
            yield _ESCAPED.sub(_doubled, line) if self._escaped and "\\" in line else line

    def _tell(self, rows: int) -> None:
        if self._progress is not None:
            done = self._raw.tell() if self._raw.seekable() else None
            self._progress(Told(self.file, rows, done, self._size))

    def close(self) -> None:
        """Close the file, if it was opened here; a file that was given open stays so."""
        with suppress(ValueError):  # it is detached already
            self._text.detach()
        if self._owned:
            self._raw.close()


def encoding_of(source: Readable) -> str:
    """
    How a file of a source that has been seen in both is encoded: in UTF-8 where it can be, else in Windows-1252.

    The whole file is looked through; one that cannot be read twice is taken for UTF-8.
    """
    raw, owned = _opened(source)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        if not raw.seekable():
            return "utf-8-sig"
        place = raw.tell()
        marked = raw.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8  # it says that it is UTF-8; let it be held to that
        raw.seek(place)
        if marked:
            return "utf-8-sig"
        try:
            while chunk := raw.read(_LOOKED_AT):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
        finally:
            raw.seek(place)
    finally:
        if owned:
            raw.close()
    return "utf-8-sig"


def name_of(source: Readable) -> str:
    """The name of a file, without its folders."""
    if isinstance(source, str | os.PathLike):
        return Path(source).name
    return Path(str(getattr(source, "name", "table"))).name


def plain(name: str) -> str:
    """
    The name of a column, however it is spaced and whatever its case.

    >>> plain(" Strike Count")
    'strike_count'
    """
    return "_".join(name.split()).casefold()


def delimiter_of(source: Readable, knows: Callable[[Sequence[str]], bool], usual: str = ",") -> str:
    """
    By what the cells of a file are parted: the usual, or another by which its header is known.

    Spreadsheets in many countries save with semicolons what was published with commas. A file that cannot be read twice
    is taken to have the usual.
    """
    with suppress(InvalidTable):
        for each in dict.fromkeys((usual, *_DELIMITERS)):
            if knows(header_of(source, each)):
                return each
    return usual


def header_of(source: Readable, delimiter: str = ",") -> tuple[str, ...]:
    """
    The first row of a file, by which importers know their own; an open file is left where it was.

    Raises :class:`InvalidTable` for an open file that cannot be read twice.
    """
    raw, owned = _opened(source)
    try:
        if not raw.seekable():
            raise InvalidTable(name_of(source), None, "cannot be read twice, so not looked into; name the importer")
        place = raw.tell()
        start = raw.read(_LOOKED_AT).decode("utf-8-sig", errors="replace")
        raw.seek(place)
    finally:
        if owned:
            raw.close()
    rows = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    with suppress(csv.Error):  # whoever reads it says what is wrong with it
        return tuple(each.strip() for each in next(filter(None, rows), []))
    return ()


def _doubled(escape: re.Match[str]) -> str:
    """A quotation mark that is escaped as RFC 4180 has it; any other escape as it is."""
    return '""' if escape[1] == '"' else escape[0]


def _opened(source: Readable) -> tuple[IO[bytes], bool]:
    if isinstance(source, str | os.PathLike):
        return Path(source).open("rb"), True
    opened: object = source
    if isinstance(opened, io.TextIOBase):
        raise TypeError("expected a path, or a file that is open for reading bytes, not text")
    return source, False


def _size_of(raw: IO[bytes]) -> int | None:
    if not raw.seekable():
        return None
    place = raw.tell()
    size = raw.seek(0, io.SEEK_END)
    raw.seek(place)
    return size
