"""From the texts of a mapping, which name columns in braces, to functions that fill them in from a row."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from oirmodel.entities import Entity
from oirmodel.errors import quoted
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import Fault, Unreadable
from oirmodel.frozen import Record
from oirmodel.importers._mapping.cells import NOTHING, Cells, Dates, Got, Numbers, Reader, Terms, Unplaced
from oirmodel.importers._mapping.layout import Layout, Path, Value, fault, reader
from oirmodel.importers._mapping.patterns import EDTF, InvalidPattern, Pattern

__all__ = ["PLACEHOLDER", "Plan", "Texts"]

PLACEHOLDER: Final = re.compile(r"\{\{|\}\}|\{([^{}]+)\}|[{}]")
"""A column in braces, or a brace by itself."""


class Plan(NamedTuple):
    """How one field is read."""

    name: str
    read: Reader
    fixed: bool
    """Whether it is the same for every row."""
    each: bool = False
    """Whether a row may have several values of it, of which each makes a claim of its own."""


class Texts:
    """Fills in texts, and gathers what is wrong with them, and which columns they name."""

    def __init__(self, layout: Layout, words: Mapping[str, tuple[str, ...]], faults: list[Fault]) -> None:
        self.layout, self.words, self.faults = layout, words, faults
        self.columns: dict[str, int] = {}
        """Each column that is named, and its place in what readers are given."""
        self.named: list[tuple[str, Path]] = []
        """Each place of the mapping where a column is named."""
        self.used: tuple[list[int], list[int]] = ([], [])
        """The columns, and the ids of entities, that were named since this was last made anew."""
        self.entities: dict[str, tuple[int, type[Entity]]] = {}
        """The entities of the mapping: the place of each among the ids of a row, and its class."""
        self.numbers = Numbers(layout.decimal, words)
        self.dates = self.patterns(layout.dates, ("table", "dates"))
        self._missing = frozenset(layout.missing)

    def column(self, name: str, path: Path) -> int:
        """The place of a column."""
        self.named.append((name, path))
        place = self.columns.setdefault(name, len(self.columns))
        self.used[0].append(place)
        return place

    def text(self, template: str, path: Path, missing: Sequence[str] = ()) -> tuple[Callable[[Cells], str], bool]:
        """What fills in a text from the cells, empty where all of them say nothing; and whether it has no columns."""
        parts: list[str] = [""]
        columns: list[tuple[int, ...]] = []
        last = 0
        for found in PLACEHOLDER.finditer(template):
            parts[-1] += template[last : found.start()]
            last = found.end()
            if found[1]:
                columns.append(tuple(self.column(each.strip(), path) for each in found[1].split("|")))
                parts.append("")
            elif len(found[0]) == 1:
                message = f"expected a column in braces, such as '{{Town}}'; got {quoted(template)}"
                self.faults.append(fault(path, message, "a brace itself is written twice"))
            else:
                parts[-1] += found[0][0]
        parts[-1] += template[last:]
        if not columns:
            return (lambda _: parts[0]), True
        said = [_said(each, self._missing | {*missing}) for each in columns]
        if len(columns) == 1 and parts == ["", ""]:
            return said[0], False

        def filled_in(cells: Cells) -> str:
            given = [each(cells) for each in said]
            if not any(given):
                return ""
            return (parts[0] + "".join(f"{cell}{part}" for cell, part in zip(given, parts[1:], strict=True))).strip()

        return filled_in, False

    def single(
        self, rule: Value, path: Path, read: Callable[[str], Got], *, strict: bool = False, kept: bool = True
    ) -> Plan:
        """A reader of one text, or of each piece of it; ``kept`` is what is read of a text, for when it comes again."""
        text, fixed = self.text(rule.read, path, rule.missing)
        terms = Terms(rule.terms, strict=strict, otherwise=rule.otherwise)
        if rule.otherwise is not None and not rule.terms:
            self.faults.append(fault((*path, "otherwise"), "expected none without terms"))

        def one(piece: str) -> Got:
            word, remarks = terms.read(piece) if rule.terms else (piece, ())
            if not word:
                return None, remarks
            value, others = read(word)
            return value, (*remarks, *others)

        def whole(said: str) -> Got:
            if rule.split is None:
                return one(said)
            got = [one(piece) for each in said.split(rule.split) if (piece := each.strip())]
            remarks = tuple(dict.fromkeys(remark for _, each in got for remark in each))
            return tuple(dict.fromkeys(value for value, _ in got if value is not None)) or None, remarks

        if fixed and not text(()).strip():
            self.faults.append(fault(path, "expected a text that is not empty"))
        if fixed:
            got = self.tried(lambda: whole(text(())), path)
            return Plan("", lambda _cells, _ids: got, fixed=True, each=rule.split is not None)
        cached = _cached(text, whole) if kept else lambda cells, _: whole(said) if (said := text(cells)) else NOTHING
        return Plan("", cached, fixed=False, each=rule.split is not None)

    def tried(self, read: Callable[[], Got], path: Path) -> Got:
        """What the mapping itself gives; what cannot be read is a fault of the mapping."""
        try:
            return read()
        except Unplaced as problem:
            self.faults.append(fault(path, problem.message))
            return NOTHING

    def structured(self, value: object, cls: type[Any], path: Path) -> Any:  # noqa: ANN401 - an object of the class
        """A part of the mapping as an object of a class; ``None`` where that cannot be."""
        if isinstance(value, Record):
            return value
        try:
            return reader.structure(value, cls)
        except Unreadable as error:
            self.faults += [self._told(each.under(*path)) for each in error.faults]
            return None

    @staticmethod
    def _told(wrong: Fault) -> Fault:
        keeps = wrong.hint.startswith("did you mean")
        return wrong if keeps or wrong.code is not Code.UNKNOWN_KEY else wrong._replace(hint="")

    def unused(self, rule: Value, path: Path, *names: str) -> None:
        for name in names:
            if getattr(rule, name):
                self.faults.append(fault((*path, name), f"expected none here: {name!r} is of other fields"))

    def patterns(self, patterns: Sequence[str], path: Path) -> Dates:
        read: list[Pattern | None] = []
        for index, each in enumerate(patterns):
            try:
                read.append(None if each.casefold() == EDTF else Pattern(each, self.layout.months))
            except InvalidPattern as error:
                self.faults.append(fault((*path, index), f"not a pattern of dates: {each!r}: {error}"))
        return Dates(read or [None], self.words)


def _cached(text: Callable[[Cells], str], read: Callable[[str], Got]) -> Reader:
    """What reads each text once, however often it comes."""
    known: dict[str, Got] = {"": NOTHING}

    def cached(cells: Cells, _: Cells) -> Got:
        said = text(cells)
        got = known.get(said)
        if got is None:
            got = known[said] = read(said)
        return got

    return cached


def _said(columns: tuple[int, ...], silent: frozenset[str]) -> Callable[[Cells], str]:
    """The first of these cells that says something, without the white space around it."""
    first, *others = columns

    def one(cells: Cells) -> str:
        cell = cells[first].strip()
        return "" if cell in silent else cell

    def several(cells: Cells) -> str:
        return one(cells) or next((said for each in others if (said := cells[each].strip()) and said not in silent), "")

    return several if others else one
