"""A mapping as it is written: its parts, and how they are read from TOML, with everything that is wrong at once."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import CLAIM_KINDS, Claim
from oirmodel.diagnostics import Finding
from oirmodel.entities import ENTITY_KINDS, Entity
from oirmodel.errors import InvalidDate
from oirmodel.formats._codes import Code
from oirmodel.formats._converter import new_converter, record_reader
from oirmodel.formats._faults import Fault, Unreadable, shown
from oirmodel.frozen import FrozenMap, Record
from oirmodel.importers._mapping.patterns import EDTF
from oirmodel.importers._mapping.toml_lines import line_of, lines_of
from oirmodel.importers.crosswalk import Fit
from oirmodel.limits import filled
from oirmodel.quantity import Wording
from oirmodel.temporal import ImpreciseDate
from oirmodel.vocab import NameCategory

__all__ = [
    "CLAIMS",
    "ENTITIES",
    "Amount",
    "Coded",
    "Document",
    "Graded",
    "Layout",
    "Located",
    "Named",
    "NotTOML",
    "Path",
    "Repeats",
    "Spoken",
    "Terms",
    "Tree",
    "Value",
    "When",
    "Word",
    "fault",
    "parsed",
    "placed",
    "reader",
]

CLAIMS: Final[Mapping[str, type[Claim]]] = {each.kind: each for each in CLAIM_KINDS}
ENTITIES: Final[Mapping[str, type[Entity]]] = {each.kind: each for each in ENTITY_KINDS}

Tree = dict[str, Any]
Path = tuple[str | int, ...]
_LONGEST: Final = 1_000_000
"""In characters; a longer mapping is none."""
_POSITION: Final = re.compile(r"(.*?) \(at line (\d+), column \d+\)", re.DOTALL)


class NotTOML(Exception):
    """The text of a mapping is not TOML: the finding. It does not leave this folder."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


class Repeats(StrEnum):
    """What a row is that repeats an earlier one wholly."""

    SAME = "same"
    """The same statement, found twice: it is counted once."""
    ANOTHER = "another"
    """Another of which the same is said, as of a table without numbers of its rows."""


@frozen(kw_only=True)
class Layout(Record):
    """How the table is written."""

    delimiter: str = ","
    decimal: str = "."
    encoding: str = "utf-8-sig"
    dates: tuple[str, ...] = (EDTF,)
    months: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    repeats: Repeats = Repeats.SAME


@frozen(kw_only=True)
class Word(Record):
    """What a term of the table is with us."""

    word: str
    fit: Fit = Fit.EXACT
    note: str | None = None


Terms = FrozenMap[str, Word]
"""The terms of a field, as they are written."""


@frozen(kw_only=True)
class Coded(Record):
    """A code, such as that of a country."""

    read: str
    terms: Terms = field(factory=Terms)
    otherwise: str | None = None
    missing: tuple[str, ...] = ()


@frozen(kw_only=True)
class Value(Record):
    """What a field is given: a text with columns in it, and how that is read."""

    read: str
    terms: Terms = field(factory=Terms)
    otherwise: str | None = None
    missing: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    split: str | None = field(default=None, validator=optional(filled))
    new: str | None = None
    country: Coded | None = None


@frozen(kw_only=True)
class Amount(Record):
    """A quantity: one column, or one with the fewest and one with the most."""

    read: str | None = None
    min: str | None = None
    max: str | None = None
    wording: Wording = Wording.EXACT
    terms: Terms = field(factory=Terms)
    missing: tuple[str, ...] = ()


@frozen(kw_only=True)
class When(Record):
    """A period: one of the ways to say it, or a start and an end."""

    edtf: str | None = None
    on: str | None = None
    exactly: str | None = None
    throughout: str | None = None
    observed: str | None = None
    by: str | None = None
    since: str | None = None
    start: str | None = None
    end: str | None = None
    terms: Terms = field(factory=Terms)
    missing: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@frozen(kw_only=True)
class Spoken(Record):
    """A speaker."""

    who: Value
    when: Value | None = None
    how: Value | None = None


@frozen(kw_only=True)
class Graded(Record):
    """A grade."""

    by: Value
    scheme: str
    grade: Value
    note: Value | None = None


@frozen(kw_only=True)
class Named(Record):
    """A name."""

    text: Value
    language: str | None = None
    script: str | None = None
    category: NameCategory = NameCategory.COMMON


@frozen(kw_only=True)
class Located(Record):
    """A point."""

    latitude: str
    longitude: str
    precision_m: float | None = None


@frozen(kw_only=True)
class Document(Record):
    """The document that a row comes from, where the row tells which."""

    title: Value | None = None
    url: Value | None = None
    publisher: Value | None = None
    published: Value | None = None
    language: Value | None = None
    archived: Value | None = None
    collection: str | None = None
    locator: Value | None = None


def fault(path: Path, message: str, hint: str = "", code: Code = Code.VALUE) -> Fault:
    """One thing that is wrong with a mapping."""
    return Fault(path, code, message, hint)


def parsed(text: str) -> tuple[Tree, dict[Path, int]]:
    """The tables of a mapping, and the lines of its keys; raises :class:`NotTOML`."""
    if len(text) > _LONGEST:
        raise _not_toml(f"longer than {_LONGEST:,} characters", None)
    try:
        tree = tomllib.loads(text)
        return tree, lines_of(text)
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.fullmatch(str(error))
        raise _not_toml(found[1] if found else str(error), int(found[2]) if found else None) from None
    except RecursionError:
        raise _not_toml("nested too deeply", None) from None


def _not_toml(reason: str, line: int | None) -> NotTOML:
    hint = "quotation marks stand around a text, and around a key that has more than A to Z, a to z, 0 to 9, _ and -"
    wrong = fault((), f"not TOML: {reason}", hint, Code.SYNTAX)
    return NotTOML(wrong._replace(place=None if line is None else (line, 1)).finding())


def placed(faults: Iterable[Fault], lines: Mapping[Path, int]) -> Iterator[Finding]:
    """The faults as findings, with their lines, in the order of the file."""
    found = []
    for each in dict.fromkeys(faults):
        line = line_of(each.path, lines)
        found.append((line or 0, each._replace(place=None if line is None else (line, 1)).finding()))
    yield from (each for _, each in sorted(found, key=lambda pair: pair[0]))


# The hooks of what a mapping writes shorter than its classes are


def _plain(value: object) -> object:
    """A number or a date of TOML as the text that a cell would have."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def _shorter(cls: type[Record], key: str) -> Any:  # noqa: ANN401 - cattrs takes hooks of any type
    """A hook that takes a text for a table with that one key."""
    read = record_reader(cls, reader)

    def hook(value: object, _: object) -> object:
        value = _plain(value)
        return read(value if isinstance(value, dict) else {key: value}, cls)

    return hook


def _read_terms(value: object, _: object) -> FrozenMap[str, Word]:
    if not isinstance(value, dict):
        raise Unreadable([fault((), f"expected a table of terms, such as {{ Fair = 'fair' }}; got {shown(value)}")])
    words: dict[str, Word] = {}
    faults: list[Fault] = []
    for term, word in value.items():
        try:
            words[term] = reader.structure(word, Word)
        except Unreadable as error:
            faults += [each.under(term) for each in error.faults]
    if faults:
        raise Unreadable(faults)
    return FrozenMap(words)


def _read_date(value: object, _: object) -> ImpreciseDate:
    try:
        return ImpreciseDate.parse(str(_plain(value)))
    except InvalidDate as error:
        raise Unreadable([fault((), f"expected a date of EDTF: {error.reason}; got {shown(_plain(value))}")]) from None


reader: Final = new_converter()
"""Reads the parts of a mapping; raises :class:`~oirmodel.formats._faults.Unreadable`."""
reader.register_structure_hook(str, lambda value, _: value if isinstance(value, bool) else _plain(value))
reader.register_structure_hook(ImpreciseDate, _read_date)
reader.register_structure_hook_func(lambda hint: hint == Terms, _read_terms)
for _cls, _key in (  # a class after those that its fields are of
    (Word, "word"),
    (Coded, "read"),
    (Value, "read"),
    (Amount, "read"),
    (When, "edtf"),
    (Spoken, "who"),
    (Named, "text"),
):
    reader.register_structure_hook(_cls, _shorter(_cls, _key))
