"""What importers gather: rows placed and rows set aside, findings, and the dataset that comes of it."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from attrs import field, frozen

from oirmodel.claims import Claim
from oirmodel.dataset import Header, references
from oirmodel.datasets import load
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Entity, Place, Source
from oirmodel.errors import InvalidObject
from oirmodel.ids import PlaceId
from oirmodel.importers.table import Row, Table
from oirmodel.names import Name
from oirmodel.query import Dataset

__all__ = ["Gathering", "Imported", "Quarantined", "found", "reasons", "slug"]

_WORD: Final = re.compile(r"[a-z0-9]+")
_LONGEST: Final = 80
_DIGEST: Final = 12


@frozen(kw_only=True)
class Quarantined:
    """A row that could not be placed, kept as it is, with all that is wrong with it."""

    file: str
    number: int
    """Which row of the file, counted from 1, without the header."""
    cells: tuple[str, ...]
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Imported:
    """
    What came of an import: the dataset, the rows that could not be placed, and all that was found on the way.

    Every row that was read is either placed, in claims that cite it, or quarantined.
    """

    dataset: Dataset
    findings: tuple[Finding, ...]
    """Everything that was found, in the order of the rows; also what is wrong with the quarantined ones."""
    quarantined: tuple[Quarantined, ...]
    rows: int
    """How many rows were read."""
    placed: int
    """How many of them are in the dataset."""
    codes: dict[str, int] = field(factory=dict)
    """How many findings there are of each code."""

    def explain(self) -> str:
        """Rows in, entities, sources and claims out, and findings by code, as plain text."""
        data = self.dataset
        lines = [
            f"{self.rows:,} rows read: {self.placed:,} placed, {len(self.quarantined):,} quarantined",
            f"{len(data.entities):,} entities, {len(data.sources):,} sources, {len(data.store.claims):,} claims",
        ]
        first = {each.code: each for each in reversed(self.findings)}
        for code, number in sorted(self.codes.items()):
            lines.append(f"{code}: {number:,}, the first: {first[code].message}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain()


class Gathering:
    """
    Gathers what an importer makes of its rows.

    Places, bases and forces are linked to those of a ``known`` dataset by id or by exact name only; what has no such
    name there becomes a new entity under a name of its own.
    """

    def __init__(self, known: Dataset | None = None) -> None:
        """Link to the entities of ``known``; without it, to those of the packaged dataset."""
        self.known = load("inherent-resolve") if known is None else known
        self._entities: dict[str, Entity] = {}
        self._sources: dict[str, Source] = {}
        self._claims: list[Claim] = []
        self._findings: list[Finding] = []
        self._quarantined: list[Quarantined] = []
        self._rows = self._placed = 0
        self._named: dict[tuple[str, str | None, str | None], str] = {}
        self._numbers: dict[str, int] = {}
        self._linked: dict[tuple[str, str | None, tuple[type[Entity], ...]], str | None] = {}

    def rows(self, table: Iterable[Row]) -> Iterator[Row]:
        """The rows of a table, each counted; each is then to be placed or quarantined."""
        for row in table:
            self._rows += 1
            yield row

    def place(self, *claims: Claim) -> None:
        """A row is in the dataset as these claims; with none, it is told by an earlier row already."""
        self._placed += 1
        self._claims += claims

    def claim(self, *claims: Claim) -> None:
        """Claims of rows that are placed already, where what they say is known only when others are read."""
        self._claims += claims

    def quarantine(self, row: Row, *findings: Finding) -> None:
        """A row cannot be placed, for these reasons, of which there is one at least."""
        if not findings:
            raise AssertionError(f"{row.locator} is quarantined without a reason")
        kept = Quarantined(file=row.file, number=row.number, cells=tuple(row.cells), findings=findings)
        self._quarantined.append(kept)
        self._findings += findings

    def unread(self, table: Table, read: Collection[str]) -> None:
        """Note, once for the file, each column of a table that is none of those that are read."""
        for each in table.header:
            if each and each not in read:
                message = f"{table.file}: nobody reads the column {each!r}"
                self._findings.append(Finding(code="OIR514", severity=Severity.NOTE, message=message, line=1))

    def note(self, *findings: Finding) -> None:
        """Something was found in a row that is placed nevertheless."""
        self._findings += findings

    def take_or_add(self, entity: Entity) -> str:
        """The known entity that has the id of this one; where there is none, this one."""
        if entity.id in self.known:
            return self.take(entity.id)
        self.add(entity)
        return entity.id

    def add(self, *records: Entity | Source) -> None:
        """Entities and sources that claims name."""
        for each in records:
            if isinstance(each, Source):
                self._sources[each.id] = each
            else:
                self._entities[each.id] = each

    def has(self, an_id: str) -> bool:
        """Whether an entity or a source is gathered already."""
        return an_id in self._entities or an_id in self._sources

    def gathered(self, an_id: str) -> Entity | None:
        """The entity of this id as it is gathered so far; ``None`` where there is none."""
        return self._entities.get(an_id)

    def link(self, name: str, *kinds: type[Entity], country: str | None = None) -> str | None:
        """
        The id of the one known entity that has this very name, in these kinds and, where it is given, this country.

        ``None`` where there is none, or more than one: nothing is ever linked because it is spelt alike.
        """
        key = (name, country, kinds)
        if key not in self._linked:
            self._linked[key] = self._found(name, country, kinds)
        return self._linked[key]

    def _found(self, name: str, country: str | None, kinds: tuple[type[Entity], ...]) -> str | None:
        # Not Dataset.entity: it looks for what is spelt alike, and an import has thousands of names.
        # It finds what differs in case, marks and hyphens too, which is for a person to judge here.
        alike = self.known.store.names.find(name, kinds or (Entity,))
        named = [each for each in alike if name == each.id or any(name == known.text for known in each.names)]
        if len(named) != 1:
            return None
        entity = named[0]
        theirs = _country_of(self.known, entity)
        if country is not None and theirs is not None and theirs != country:
            return None
        self._take(entity)
        return entity.id

    def take(self, an_id: str) -> str:
        """
        The id of an entity that is gathered already, or of one of the known dataset, with all that it refers to.

        Raises :class:`~oirmodel.errors.UnknownName` where there is none.
        """
        if an_id not in self._entities:
            self._take(self.known.entity(an_id))
        return an_id

    def _take(self, entity: Entity) -> None:
        if entity.id in self._entities:
            return
        self._entities[entity.id] = entity
        for each in references(entity):
            self._take(self.known.entity(each.id))

    def site(self, name: str, country: str | None, within: str | None = None) -> str:
        """
        The id of a place by its exact name: the known one, or a new one in that country.

        White space around the name and its normalization form do not matter. Raises
        :class:`~oirmodel.errors.InvalidObject` for what cannot be a name.
        """
        name = unicodedata.normalize("NFC", name).strip()
        linked = self.link(name, Place, country=country)
        if linked is not None:
            return linked
        key = (name, country, within)
        if key not in self._named:
            names = (Name(text=name),)
            an_id = self.new_id("place", country, name)
            self._entities[an_id] = Place(
                id=PlaceId(an_id),
                country=country,
                part_of=None if within is None else PlaceId(within),
                names=names,
            )
            self._named[key] = an_id
        return self._named[key]

    def new_id(self, *words: str | None) -> str:
        """
        An id of these words that nothing has yet: two names that are only spelt alike are two things.

        A word that has no letter an id can have, as a name in Arabic, stands in it as a digest of it.
        """
        wanted = "-".join(slug(each) or _digest(each) for each in words if each) or "unnamed"
        an_id, number = wanted, self._numbers.get(wanted, 1)
        while an_id in self._entities or an_id in self._sources or an_id in self.known:
            number += 1
            an_id = f"{wanted}-{number}"
        self._numbers[wanted] = number
        return an_id

    def imported(self, header: Header) -> Imported:
        """What came of it; raises :class:`~oirmodel.dataset.InvalidDataset` where two things have one id."""
        if self._rows != self._placed + len(self._quarantined):
            lost = self._rows - self._placed - len(self._quarantined)
            raise AssertionError(f"{lost} rows are neither placed nor quarantined")
        return Imported(
            dataset=Dataset(
                header=header,
                entities=self._entities.values(),
                sources=self._sources.values(),
                claims=self._claims,
            ),
            findings=tuple(self._findings),
            quarantined=tuple(self._quarantined),
            rows=self._rows,
            placed=self._placed,
            codes=dict(Counter(each.code for each in self._findings)),
        )


def found(code: str, row: Row, message: str, *, hint: str = "", severity: Severity = Severity.NOTE) -> Finding:
    """A finding about a row; the message begins with where the row stands."""
    return Finding(code=code, severity=severity, message=f"{row.locator}: {message}", line=row.line, hint=hint)


def slug(text: str) -> str:
    """
    The small letters and digits of a text, in words joined by hyphens, as ids have them; empty where it has none.

    >>> slug("Dayr az-Zawr")
    'dayr-az-zawr'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = _WORD.findall("".join(each for each in plain if not unicodedata.combining(each)))
    return "-".join(words)[:_LONGEST].strip("-")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


def _country_of(known: Dataset, entity: Entity) -> str | None:
    """The country of an entity, or of the nearest place around it that has one."""
    seen: set[str] = set()
    while entity.id not in seen:
        seen.add(entity.id)
        country = getattr(entity, "country", None)
        if isinstance(country, str):
            return country
        above = getattr(entity, "part_of", None) or getattr(entity, "place", None)
        if not isinstance(above, str):
            return None
        entity = known.entity(above)
    return None


def reasons(error: InvalidObject) -> str:
    """What was wrong with an object, on one line."""
    return "; ".join(f"{each.field}: {each.expected}" for each in error.problems)
