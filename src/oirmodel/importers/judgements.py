"""
Which imported thing is which known one: pairs that look alike, put to a person in a file, and what the person says.

Nothing is joined by likeness. :func:`propose` lists what of a dataset may be one thing with something known, all of it
``unsure``; :func:`write` puts that into a table that a spreadsheet opens. A person who has looked at a pair writes
``same`` or ``different`` into its first column, and signs with a name and a day. :func:`read` reads the table back, and
:func:`apply` makes a :class:`~oirmodel.claims.SameAs` or a :class:`~oirmodel.claims.DifferentFrom` of each such line,
said by that person, known since that day, and undone like any other claim.

The columns are ``verdict``, ``id`` and ``names`` of what is imported, ``known_id`` and ``known_names`` of what is
known, ``reasons`` to think that they are one thing and what speaks ``against`` it, and what the person adds: ``by``,
``date`` and ``note``.
"""

import csv
import io
import os
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple, cast

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import Affiliation, Claim, DifferentFrom, Posting, SameAs
from oirmodel.dataset import references
from oirmodel.datasets import load
from oirmodel.entities import Entity, Force, Organization, Person, Source
from oirmodel.errors import InvalidObject, OirError, Problem, quoted
from oirmodel.formats.files import replace
from oirmodel.frozen import Record
from oirmodel.ids import ActorId, EntityId, PersonId, SourceId
from oirmodel.importers.gathering import Gathering
from oirmodel.importers.table import Row, Table, delimiter_of, name_of
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker, said_date
from oirmodel.query import Dataset, Proposal, Reason
from oirmodel.query.questions.alike import candidates
from oirmodel.temporal import ImpreciseDate
from oirmodel.temporal.date import as_date
from oirmodel.text import clean_name
from oirmodel.vocab import Modality

__all__ = ["COLUMNS", "InvalidJudgements", "Judgement", "Verdict", "Wrong", "apply", "merge", "propose", "read"]
__all__ += ["write", "written"]

COLUMNS: Final = ("verdict", "id", "names", "known_id", "known_names", "reasons", "against", "by", "date", "note")
_NEEDED: Final = ("verdict", "id", "known_id", "by", "date")
_ACTORS: Final = (Force, Organization, Person)
_TELLING: Final = (SameAs, DifferentFrom, Affiliation, Posting)
"""The claims that bear on what is one thing."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""

Thing = Entity | Source | Claim


class Wrong(NamedTuple):
    """One line of a file of judgements that cannot be used."""

    line: int | None
    reason: str

    def __str__(self) -> str:
        return self.reason if self.line is None else f"line {self.line}: {self.reason}"


class InvalidJudgements(OirError, ValueError):
    """Lines of a file of judgements cannot be used: :attr:`wrong` holds all of them. None of the file is applied."""

    def __init__(self, file: str, wrong: tuple[Wrong, ...]) -> None:
        super().__init__(file, wrong)
        self.file, self.wrong = file, wrong

    def __str__(self) -> str:
        return f"{self.file} cannot be used:" + "".join(f"\n  - {each}" for each in self.wrong)


class Verdict(StrEnum):
    """What a person says of a pair."""

    UNSURE = "unsure"
    """Nothing yet; no claim is made of it."""
    SAME = "same"
    """They are one thing."""
    DIFFERENT = "different"
    """They are two."""


def _person(_: object, __: object, name: str) -> None:
    clean_name(name)


@frozen(kw_only=True)
class Judgement(Record):
    """
    One pair, and what a person says of it, if anything.

    >>> Judgement(id="place-sy-ar-raqqah", known_id="raqqa", verdict="same", by="Ana Lima", date="2026-11-21").date
    ImpreciseDate.parse('2026-11-21')
    """

    id: EntityId
    known_id: EntityId
    verdict: Verdict = Verdict.UNSURE
    names: str = ""
    known_names: str = ""
    reasons: str = ""
    against: str = ""
    by: str | None = field(default=None, validator=optional(_person))
    """Who says so: the id or the name of an actor that is known, or else a person of that name."""
    date: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """When they said it."""
    note: str | None = None
    line: int | None = field(default=None, eq=False)
    """Where it stands in its file, counted from 1."""

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.id == self.known_id:
            problems.append(Problem("known_id", self.known_id, "expected another id than that of the first"))
        if self.verdict is not Verdict.UNSURE:
            signed = (("by", self.by, "who says so"), ("date", self.date, "the day on which it was said"))
            problems += [Problem(name, value, f"expected {what}") for name, value, what in signed if value is None]
        if problems:
            raise InvalidObject("Judgement", tuple(problems))

    @property
    def is_touched(self) -> bool:
        """Whether a person has written anything to it."""
        return self.verdict is not Verdict.UNSURE or any(each is not None for each in (self.by, self.date, self.note))

    @property
    def pair(self) -> frozenset[str]:
        """The two ids; which of them is known does not matter."""
        return frozenset((self.id, self.known_id))


def propose(data: Dataset, known: Dataset | None = None) -> tuple[Judgement, ...]:
    """
    What of a dataset may be one thing with something known, without it with the packaged dataset; all of it unsure.

    The reasons are those of :func:`oirmodel.query.look_alikes`. Asked about is what has an id that is not known; what
    the claims of either answer already is left out. They stand in the order of the ids, for each the likeliest first.

    >>> from oirmodel import Name, Place
    >>> data = Dataset(entities=[Place(id="place-sy-ar-raqqah", names=[Name(text="Ar Raqqah")], country="SY")])
    >>> [(each.verdict.value, each.id, each.known_id) for each in propose(data)][0]
    ('unsure', 'place-sy-ar-raqqah', 'raqqa')
    """
    known = load("inherent-resolve") if known is None else known
    new = [each for each in data.entities.values() if each.id not in known]
    telling: list[Claim] = [claim for kind in _TELLING for claim in data.claims(kind)]
    both = known.plus(*_missing(known, data, (*new, *telling)))
    ids = {each.id for each in new}
    found = [_judgement(both, each, ids) for each in candidates(both, ids)]
    return tuple(sorted(found, key=lambda each: each.id))


def _judgement(both: Dataset, proposal: Proposal, ids: set[EntityId]) -> Judgement:
    pair = (proposal.one, proposal.other)
    an_id, known_id = pair if proposal.one in ids else pair[::-1]
    return Judgement(
        id=an_id,
        names=_names(both, an_id),
        known_id=known_id,
        known_names=_names(both, known_id),
        reasons=_told(proposal.reasons),
        against=_told(proposal.against),
    )


def _names(data: Dataset, an_id: str) -> str:
    return "; ".join(each.text for each in data.entities[an_id].names)


def _told(reasons: Iterable[Reason]) -> str:
    return "; ".join(each.why for each in reasons)


def merge(given: Iterable[Judgement], proposed: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """
    The proposals, with what a person has said of them, and all else that a person has said.

    What nobody has touched and nothing proposes any more is left out.
    """
    said = {each.pair: each for each in given if each.is_touched}
    merged = [said.pop(each.pair, each) for each in proposed]
    return tuple(sorted([*merged, *said.values()], key=lambda each: each.id))


def read(file: str | os.PathLike[str]) -> tuple[Judgement, ...]:
    """
    Read a file of judgements, separated by commas, semicolons or tabs.

    Raises :class:`InvalidJudgements` with all lines that are wrong, :class:`~oirmodel.importers.InvalidTable` for what
    is no table, and ``OSError`` for a file that cannot be opened.
    """
    table = Table(file, delimiter=delimiter_of(file, lambda header: "verdict" in header))
    table.columns(*_NEEDED)
    if other := [each for each in table.header if each not in COLUMNS]:
        table.close()
        reason = f"there is no such column: {', '.join(map(quoted, other))}; what there is to say goes into note"
        raise InvalidJudgements(table.file, (Wrong(1, reason),))
    found: dict[frozenset[str], Judgement] = {}
    wrong: list[Wrong] = []
    for row in table:
        try:
            judgement = _read_row(row, table.header)
        except InvalidObject as error:
            wrong += [Wrong(row.line, str(each)) for each in error.problems]
            continue
        if judgement is None:
            continue
        first = found.setdefault(judgement.pair, judgement)
        if first is not judgement:
            wrong.append(Wrong(row.line, f"{judgement.id} and {judgement.known_id} stand in line {first.line} already"))
    if wrong:
        raise InvalidJudgements(table.file, tuple(wrong))
    return tuple(found.values())


def _read_row(row: Row, header: tuple[str, ...]) -> Judgement | None:
    """The judgement of a row; ``None`` for one without any text, as spreadsheets leave them."""
    # Spreadsheets end the lines inside of cells as they like, and those of a Mac take letters and their marks apart.
    cells = [unicodedata.normalize("NFC", each.replace("\r\n", "\n")).strip() for each in row.cells]
    if not any(cells):
        return None
    if len(cells) != len(header):
        problem = Problem("cells", len(cells), f"expected {len(header)}, as in the header")
        raise InvalidObject("Judgement", (problem,))
    given = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    given["verdict"] = given.get("verdict", Verdict.UNSURE).lower()
    return Judgement(**given, line=row.line)  # type: ignore[arg-type]  # checked, and told, by the class


def write(file: str | os.PathLike[str], judgements: Iterable[Judgement]) -> None:
    """
    Write judgements to a file, in their order, all of it or nothing; :func:`read` reads it again.

    It is delimited by commas, in UTF-8 with a byte order mark, by which spreadsheets know it. No name that was imported
    begins a cell that a spreadsheet would take for a formula. Raises ``OSError`` where it cannot be written.
    """
    replace(file, written(judgements))


def written(judgements: Iterable[Judgement]) -> bytes:
    """The content of a file of judgements."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(map(_cells, judgements))
    return text.getvalue().encode("utf-8-sig")


def _cells(judgement: Judgement) -> Iterator[str]:
    for name in COLUMNS:
        value = getattr(judgement, name)
        text = value.text if isinstance(value, ImpreciseDate) else str(value or "")
        of_a_file = name in ("names", "known_names") and text.startswith(_FORMULA)
        yield f"'{text}" if of_a_file else text


def apply(
    data: Dataset, judgements: Iterable[Judgement], known: Dataset | None = None, *, file: str = "judgements.csv"
) -> Dataset:
    """
    A dataset with a claim for each judgement that says something, and the known things that these are about.

    One about an id that the dataset has not is left out: it is of another import. ``file`` is the name of the file that
    the claims cite. Raises :class:`InvalidJudgements` where a known id is none, where ``same`` is said of things of
    different kinds, and where the name of who says it is that of several.
    """
    known = load("inherent-resolve") if known is None else known
    said = [each for each in judgements if each.verdict is not Verdict.UNSURE and each.id in data.entities]
    if wrong := [Wrong(each.line, reason) for each in said for reason in _unusable(data, known, each)]:
        raise InvalidJudgements(file, tuple(wrong))
    if not said:
        return data
    things: list[Thing] = [known.entities[each.known_id] for each in said]
    for by in dict.fromkeys(each.by for each in said):
        things += known.store.names.find(str(by), _ACTORS)
    data = data.plus(*_missing(data, known, things))
    gathering = Gathering(data)
    source = Source(
        id=SourceId(gathering.new_id("src", name_of(file))), title=f"Judgements of what is one thing: {file}"
    )
    persons: dict[str, Entity] = {}
    for by in dict.fromkeys(str(each.by) for each in said):
        one_of_them = next(iter(data.store.names.find(by, _ACTORS)), None)
        persons[by] = one_of_them or Person(id=PersonId(gathering.new_id("judge", by)), names=(Name(text=by),))
        gathering.add(persons[by])
    claims = [_claim(each, source, persons[str(each.by)]) for each in said]
    return data.plus(source, *persons.values(), *claims)


def _unusable(data: Dataset, known: Dataset, judgement: Judgement) -> Iterator[str]:
    one, other = data.entities[judgement.id], known.entities.get(judgement.known_id)
    if other is None:
        yield f"nothing that is known has the id {judgement.known_id!r}"
    elif judgement.verdict is Verdict.SAME and type(one) is not type(other):
        yield f"{one.id} is a thing of the kind {one.kind}, {other.id} of the kind {other.kind}: they are not the same"
    by = str(judgement.by)
    ids = {each.id for named in (data, known) for each in named.store.names.find(by, _ACTORS)}
    if len(ids) > 1:
        yield f"{by!r} names {len(ids)} actors: {', '.join(sorted(ids))}; use an id"


def _claim(judgement: Judgement, source: Source, by: Entity) -> SameAs | DifferentFrom:
    kind = SameAs if judgement.verdict is Verdict.SAME else DifferentFrom
    why = [f"for: {judgement.reasons}"] if judgement.reasons else []
    why += [f"against: {judgement.against}"] if judgement.against else []
    note = [judgement.note] if judgement.note else []
    note += [f"proposed as one thing: {'; '.join(why)}"] if why else []
    return kind(
        one=judgement.id,
        other=judgement.known_id,
        reported=cast("ImpreciseDate", judgement.date),  # as every judgement has that says something
        modality=Modality.ASSERTED,
        asserted_by=(Speaker(who=ActorId(by.id)),),
        # Not the number of its line, which changes when the file is written again.
        citations=(Citation(source=source.id, locator=f"{judgement.id} and {judgement.known_id}"),),
        note="\n".join(note) or None,
    )


def _missing(data: Dataset, other: Dataset, things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Things of another dataset that a dataset has not, with all that they refer to."""
    found: dict[str, Thing] = {}
    left = list(things)
    while left:
        each = left.pop()
        if each.id not in found and each.id not in data:
            found[each.id] = each
            left += [other[reference.id] for reference in references(each) if reference.id in other]
    return tuple(found.values())
