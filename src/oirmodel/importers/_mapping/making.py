"""From a row to the entities, the document and the claims that it becomes, by the rules of a mapping."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple

import attrs

from oirmodel.claims import Claim
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Entity, Event, Source
from oirmodel.errors import InvalidObject, quoted
from oirmodel.frozen import evolve
from oirmodel.ids import ExternalId
from oirmodel.importers._mapping.cells import Cells, Got, Remark, Unplaced, made
from oirmodel.importers._mapping.linked import OF_A_ROW, Linked
from oirmodel.importers._mapping.texts import Plan
from oirmodel.importers.gathering import found, reasons
from oirmodel.importers.table import Row
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.vocab import Modality

__all__ = ["ClaimMaker", "DocumentMaker", "EntityMaker", "warned"]

_AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})
_ASSUMED: Final = frozenset({"OIR503", "OIR505"})
"""The codes of what stands among the assumptions of a claim."""
_NEEDED: Final = object()
"""Stands for the default of a field that has none."""


def warned(code: str, row: Row, message: str) -> Finding:
    """A finding of what is doubtful about a row."""
    noted = code in ("OIR505", "OIR504")
    return found(code, row, message, severity=Severity.NOTE if noted else Severity.WARNING)


def _taking(places: Sequence[int]) -> Callable[[Cells], object]:
    """What tells two rows apart that differ in one of these places."""
    return itemgetter(*places) if places else lambda _: None


class EntityMaker:
    """Makes the entity of one rule, once for all rows that say the same of it."""

    def __init__(
        self,
        name: str,
        cls: type[Entity],
        plans: Mapping[str, Plan],
        used: tuple[Sequence[int], Sequence[int]],
        linked: Linked,
    ) -> None:
        """``used`` are the places of the columns, and of the ids of other entities, that the rule names."""
        self.name, self.cls = name, cls
        self._plans, self._linked, self._gathering = plans, linked, linked.gathering
        self._key, self._ids = map(_taking, used)
        self._own = "id" not in plans and issubclass(cls, OF_A_ROW)
        self._known: dict[tuple[object, object], str] = {}
        self._first: dict[str, Mapping[str, Any]] = {}

    def __call__(self, cells: Cells, ids: Cells, row_id: str) -> tuple[str, tuple[Remark, ...]]:
        """The id of the entity, empty where the row says nothing of it; ``row_id`` is for what is of one row alone."""
        key = self._key(cells), self._ids(ids)
        an_id = None if self._own else self._known.get(key)
        if an_id is not None:
            self._linked.use(an_id)
            return an_id, ()  # what is to be remarked of the entity was told already
        got = {name: self._read(name, plan, cells, ids) for name, plan in self._plans.items()}
        fields = {name: value for name, (value, _) in got.items() if value is not None}
        remarks = tuple(remark for _, each in got.values() for remark in each)
        an_id, more = self._made(fields, row_id)
        self._known[key] = an_id
        return an_id, (*remarks, *more)

    def _read(self, name: str, plan: Plan, cells: Cells, ids: Cells) -> Got:
        try:
            return plan.read(cells, ids)
        except Unplaced as problem:
            raise problem.of(f"{self.name}.{name}") from None

    def _made(self, fields: dict[str, Any], row_id: str) -> tuple[str, tuple[Remark, ...]]:
        text = fields.pop("id", None)
        names: tuple[Name, ...] = fields.get("names", ())
        if "id" in self._plans:
            if text is None:
                return "", ()
            an_id, known = self._linked.own(self.cls, text)
            if not known and an_id not in self._first:
                self._linked.add(made(self.cls, id=an_id, **fields))
        else:
            if not names and not self._own:
                return "", ()
            country = fields.get("country")
            linked = None
            if names and self.cls is not Event:
                linked = self._gathering.link(names[0].text, self.cls, country=country)
            if linked is not None:
                an_id, known = linked, True
            elif self._own:
                an_id = self._linked.new_id(self.cls.kind, row_id)
                self._linked.add(made(self.cls, id=an_id, **fields))
                return an_id, ()
            else:
                an_id, known = self._linked.entity(self.cls, fields), False
        return an_id, self._differing(an_id, fields, self._gathering.known.entities.get(an_id) if known else None)

    def _differing(self, an_id: str, fields: Mapping[str, Any], known: Entity | None) -> tuple[Remark, ...]:
        """What the row says of an entity that is there already, and that is not what is said of it there."""
        if known is None and an_id not in self._first:
            self._first[an_id] = dict(fields)
            return ()
        whose = "the known one" if known is not None else "an earlier row"
        remarks = []
        for name, given in fields.items():
            before = self._first[an_id].get(name) if known is None else getattr(known, name)
            value = given
            if isinstance(given, tuple):  # names and external ids: what is there too is no difference
                there = {_shown(each) for each in before or ()}
                value = tuple(each for each in given if _shown(each) not in there)
            if value and before != value:
                code = "OIR511" if name == "point" else "OIR532"
                remarks.append(
                    Remark(code, f"{an_id}: {name} {_told(value)} is not taken; {whose} has {_told(before)}")
                )
        return tuple(remarks)


def _told(value: object) -> str:
    if value is None:
        return "none"
    return quoted(", ".join(map(_shown, value)) if isinstance(value, tuple) else str(value))


def _shown(value: object) -> str:
    """A name or an external id as its text."""
    if isinstance(value, Name):
        return value.text
    return value.format() if isinstance(value, ExternalId) else str(value)


class DocumentMaker:
    """Makes the source of the document that a row comes from."""

    def __init__(
        self, plans: Mapping[str, Plan], columns: Sequence[int], collection: str | None, linked: Linked
    ) -> None:
        self._plans, self._collection, self._linked = dict(plans), collection, linked
        self.is_dated = "published" in plans
        """Whether a row may tell when its document was published."""
        self._key = _taking(columns)
        self._known: dict[object, Cited] = {}
        self._ids: dict[tuple[object, ...], str] = {}

    def __call__(self, cells: Cells) -> "Cited":
        """How it is cited, and when it was published; nothing where the row does not tell which it is."""
        key = self._key(cells)
        cited = self._known.get(key)
        if cited is None:
            cited = self._known[key] = self._made(cells)
        if cited.citation is not None:
            self._linked.use(cited.citation.source)
        return cited

    def _made(self, cells: Cells) -> "Cited":
        fields: dict[str, Any] = {}
        remarks: tuple[Remark, ...] = ()
        for name, plan in self._plans.items():
            try:
                value, more = plan.read(cells, ())
            except Unplaced as problem:
                raise problem.of(f"document.{name}") from None
            remarks += more
            if value is not None:
                fields[name] = value
        locator = fields.pop("locator", None)
        if "title" not in fields and "url" not in fields:
            told = [f"{name} {_told(value)}" for name, value in fields.items() if not self._plans[name].fixed]
            lost = f"document: {', '.join(told)} is not taken, since nothing says which document it is"
            return Cited(None, None, (*remarks, Remark("OIR533", lost)) if told else remarks)
        fields.setdefault("title", fields.get("url"))
        key = tuple(fields.items())
        if key not in self._ids:
            an_id = self._linked.new_id("src", fields["title"])
            self._linked.add(made(Source, id=an_id, collection=self._collection, **fields))
            self._ids[key] = an_id
        citation = made(Citation, source=self._ids[key], locator=locator)
        return Cited(citation, fields.get("published"), remarks)


class Cited(NamedTuple):
    """The document of a row."""

    citation: Citation | None
    published: ImpreciseDate | None
    remarks: tuple[Remark, ...]


class Said(NamedTuple):
    """What a row says besides its fields."""

    row_id: str
    citations: tuple[Citation, ...]
    reported: ImpreciseDate | None
    remarks: tuple[Remark, ...] = ()


class ClaimMaker:
    """Makes the claims of one rule."""

    def __init__(
        self,
        cls: type[Claim],
        plans: Sequence[Plan],
        name: str,
        accepts: Callable[[Cells], bool],
        *,
        names_entities: bool,
    ) -> None:
        """``name`` is what the ids begin with."""
        self.name, self.names_entities = name, names_entities
        self._cls, self._accepts = cls, accepts
        self._fixed = [each for each in plans if each.fixed and not each.each and each.name != "quote"]
        self._plans = [each for each in plans if each not in self._fixed]
        self._each = next((each.name for each in plans if each.each), None)
        fields = _defaults(cls)
        self._needed = {name for name, default in fields.items() if default is _NEEDED} - {"citations", "reported"}
        self._defaults = {each.name: fields[each.name] for each in plans} | {"reported": None}
        self._values = _told_by(cls, self._needed) & self._defaults.keys()
        self._constants: dict[str, Any] = {}
        self._always: tuple[Remark, ...] = ()
        for each in self._fixed:
            value, remarks = each.read((), ())
            self._constants[each.name] = self._defaults[each.name] if value is None else value
            self._always += remarks
        self._reported: ImpreciseDate | None = self._constants.pop("reported", None)
        self._assumed = (*self._constants.pop("assumptions", ()), *(each.message for each in self._always))
        self._template: Any = None

    def __call__(self, cells: Cells, ids: Cells, said: Said) -> tuple[list[Any], list[Remark], list[Unplaced]]:
        """The claims that a row makes, what is to be remarked, and what is wrong with it."""
        if not self._accepts(cells):
            return [], [], []
        changes: dict[str, Any] = {"id": f"{self.name}-{said.row_id}", "citations": said.citations}
        silent: list[str] = []
        remarks, problems = self._read(cells, ids, changes, silent)
        if problems:
            return [], [], problems
        if silent:
            if self._values and self._values <= {*silent}:
                return [], [], []
            lacking = [each for each in silent if each in self._needed]
            if lacking:
                return [], [], [Unplaced("OIR502", f"nothing is given for {each!r}") for each in lacking]
        return self._made(changes, remarks, said)

    def _read(
        self, cells: Cells, ids: Cells, changes: dict[str, Any], silent: list[str]
    ) -> tuple[list[Remark], list[Unplaced]]:
        """Read the fields, and note which say nothing."""
        remarks: list[Remark] = []
        problems: list[Unplaced] = []
        for name, read, _, _ in self._plans:
            try:
                value, more = read(cells, ids)
            except Unplaced as problem:
                problems.append(problem.of(name))
                continue
            if value is None:
                value = self._defaults[name]
                silent.append(name)
            if more:
                remarks += more
            changes[name] = value
        return remarks, problems

    def _made(
        self, changes: dict[str, Any], remarks: list[Remark], said: Said
    ) -> tuple[list[Any], list[Remark], list[Unplaced]]:
        reported = changes.get("reported") or self._reported or said.reported
        if reported is None:
            return [], [], [Unplaced("OIR502", "nothing is given for 'reported', and no document has a date")]
        changes["reported"] = reported
        assumed = dict.fromkeys(each.message for each in (*remarks, *said.remarks) if each.code in _ASSUMED)
        changes["assumptions"] = (*self._assumed, *changes.get("assumptions", ()), *assumed)
        quote = changes.pop("quote", None)
        try:
            if quote is not None:
                changes["citations"] = (*said.citations[:-1], evolve(said.citations[-1], quote=quote))
            claims = [self._one(each) for each in self._several(changes)]
        except InvalidObject as error:
            return [], [], [Unplaced("OIR502", reasons(error))]
        remarks += [problem for claim in claims[:1] if (problem := _times(claim)) is not None]
        return claims, remarks, []

    def _several(self, changes: dict[str, Any]) -> list[dict[str, Any]]:
        values = None if self._each is None else changes.get(self._each)
        if self._each is None or not isinstance(values, tuple):
            return [changes]
        an_id = changes["id"]
        return [
            {**changes, "id": f"{an_id}-{number}" if len(values) > 1 else an_id, self._each: value}
            for number, value in enumerate(values, start=1)
        ]

    def _one(self, changes: dict[str, Any]) -> Any:  # noqa: ANN401 - a claim of the class
        if self._template is None:
            self._template = self._cls(**self._constants, **changes)
            return self._template
        return evolve(self._template, **changes)


def _times(claim: Any) -> Remark | None:  # noqa: ANN401 - a claim of any class
    """What cannot be right about the times of a claim: it is placed as it stands."""
    period: Period = claim.period
    if period.start is None:
        return None
    if claim.reported.span.last < period.start.span.first and claim.modality not in _AHEAD:
        return Remark("OIR507", f"reported on {claim.reported}, before {period.start}, when it is said to have been")
    if period.end is not None and period.end is not period.start and not period.bounds().possible:
        return Remark("OIR507", f"it ends, {period.end}, before it starts, {period.start}")
    return None


def _told_by(cls: type[Claim], needed: set[str]) -> set[str]:
    """The fields that are what a claim says: where all of them are blank, the row says nothing of the kind."""
    value, instead = cls.grammar.value, cls.grammar.instead
    if instead is not None:
        return {value, instead}
    return {value} & needed


def _defaults(cls: type[Claim]) -> dict[str, Any]:
    """What each field is where nothing is said."""
    fields: Any = attrs.fields(cls)
    found: dict[str, Any] = {"quote": None}
    for each in fields:
        default: Any = _NEEDED if each.default is attrs.NOTHING else each.default
        found[each.name] = default.factory() if hasattr(default, "factory") else default
    return found
