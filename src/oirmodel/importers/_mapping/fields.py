"""From what a mapping gives a field to the function that reads it from a row; what is wrong with it is told here."""

import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from oirmodel.claims import Being, Claim
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import Entity, Installation, Operation, Person, Place
from oirmodel.errors import InvalidDate, InvalidObject, OirError, quoted
from oirmodel.formats._faults import Fault, did_you_mean, shown
from oirmodel.frozen import Record
from oirmodel.geo import Point
from oirmodel.ids import ExternalId
from oirmodel.importers._mapping.cells import (
    HOW_ELSE,
    NOTHING,
    Cells,
    Dates,
    Got,
    Reader,
    Remark,
    Unplaced,
    made,
    one_line,
)
from oirmodel.importers._mapping.layout import (
    Amount,
    Coded,
    Graded,
    Layout,
    Located,
    Named,
    Path,
    Spoken,
    Value,
    When,
    fault,
)
from oirmodel.importers._mapping.linked import Linked
from oirmodel.importers._mapping.texts import PLACEHOLDER, Plan, Texts
from oirmodel.names import Name
from oirmodel.provenance import Grade, Speaker
from oirmodel.quantity import Quantity, Wording
from oirmodel.temporal import ImpreciseDate, Period

__all__ = ["Fields", "bare", "hints_of"]

_STRICT: Final = frozenset({"country", "iso_3166_2", "language", "script", "timezone"})
"""Fields that take a code of a list: a term that is in no crosswalk is not passed on."""
_FORMS: Final = ("edtf", "on", "exactly", "throughout", "observed", "by", "since")
_HOLDING: Final = (
    "say what the day is: { observed = ... } for a day on which it was so, { since = ... } or { by = ... } for its "
    "beginning, or { start = ..., end = ... }"
)
_MADE: Final[Mapping[type[Entity], type[Entity]]] = {each: each for each in (Installation, Operation, Person, Place)}


def hints_of(cls: type[Record]) -> dict[str, Any]:
    """The types of the fields of a class."""
    return typing.get_type_hints(cls)


def bare(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type annotation
    """The type of a field, or of its members, and whether it has several."""
    arguments = [each for each in typing.get_args(hint) if each is not type(None)]
    if typing.get_origin(hint) is tuple:
        return arguments[0], True
    return (arguments[0] if type(None) in typing.get_args(hint) else hint), False


class Fields(Texts):
    """Makes readers of what a mapping gives the fields of claims and entities."""

    def __init__(
        self, layout: Layout, words: Mapping[str, tuple[str, ...]], linked: Linked | None, faults: list[Fault]
    ) -> None:
        """Without ``linked``, those that stand in the mapping itself are not looked up."""
        super().__init__(layout, words, faults)
        self._linked = linked

    def field(self, cls: type[Record], name: str, value: object, path: Path) -> Plan | None:
        """How a field of a class is read; ``None`` where what is given cannot be used."""
        hint, several = bare(hints_of(cls)[name])
        if several:
            return self._members(cls, name, hint, value, path)
        if isinstance(value, list):
            self.faults.append(fault(path, f"expected one, not {shown(value)}"))
            return None
        plan = self._one(cls, name, hint, value, path)
        return plan and plan._replace(name=name)

    def _members(self, cls: type[Record], name: str, hint: Any, value: object, path: Path) -> Plan | None:  # noqa: ANN401
        given = value if isinstance(value, list) else [value]
        paths = [(*path, index) if isinstance(value, list) else path for index in range(len(given))]
        plans = [self._one(cls, name, hint, each, inner) for each, inner in zip(given, paths, strict=True)]
        kept = [each for each in plans if each is not None]

        def read(cells: Cells, ids: Cells) -> Got:
            values: list[Any] = []
            remarks: tuple[Remark, ...] = ()
            for plan in kept:
                got, more = plan.read(cells, ids)
                if got is not None:
                    values += got if plan.each else [got]
                remarks += more
            return (tuple(dict.fromkeys(values)) or None), remarks

        if len(kept) < len(given):
            return None
        fixed = all(each.fixed for each in kept)
        if len(kept) == 1 and not kept[0].each:
            return Plan(name, _alone(kept[0].read), fixed)
        return Plan(name, read, fixed)

    def _one(self, cls: type[Record], name: str, hint: Any, value: object, path: Path) -> Plan | None:  # noqa: ANN401
        if hint is Period:
            return self._period(cls, value, path)
        if hint is bool:
            flag = self.structured(value, bool, path)
            return Plan("", lambda _cells, _ids: (flag, ()), fixed=True)
        parts = {
            Quantity: self._quantity,
            Speaker: self._speaker,
            Grade: self._grade,
            Name: self._name,
            Point: self._point,
        }
        if hint in parts:
            return parts[hint](value, path)
        rule: Value | None = self.structured(value, Value, path)
        if rule is None:
            return None
        if isinstance(hint, typing.NewType):
            return self._entity(rule, hint, path)
        self.unused(rule, path, "new", "country")
        return self._plain(rule, name, hint, path)

    def _plain(self, rule: Value, name: str, hint: Any, path: Path) -> Plan | None:  # noqa: ANN401 - a type
        if hint is ImpreciseDate:
            dates = self.patterns(rule.dates, (*path, "dates")) if rule.dates else self.dates
            return self.single(rule, path, dates.read)
        self.unused(rule, path, "dates")
        if hint is ExternalId:
            return self.single(rule, path, _external)
        if hint is str:
            return self.single(rule, path, _text, strict=name in _STRICT, kept=False)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self._word(rule, hint, path)
        self.faults.append(fault(path, f"a mapping cannot give {name!r}"))
        return None

    def _word(self, rule: Value, words: type[StrEnum], path: Path) -> Plan:
        known = [each.value for each in words]
        listed = ", ".join(map(repr, known))
        for term, word in rule.terms.items():
            if word.word and word.word not in known:
                message = f"expected one of {listed}; got {word.word!r}"
                self.faults.append(fault((*path, "terms", term), message, did_you_mean(word.word, known)))
        if rule.otherwise is not None and rule.otherwise not in ("", *known):
            message = f"expected one of {listed}; got {rule.otherwise!r}"
            self.faults.append(fault((*path, "otherwise"), message, did_you_mean(rule.otherwise, known)))
        if not PLACEHOLDER.search(rule.read) and not rule.terms and rule.read not in known:
            message = f"expected one of {listed}, or a column in braces; got {rule.read!r}"
            self.faults.append(fault(path, message, did_you_mean(rule.read, known)))
            return Plan("", lambda _cells, _ids: NOTHING, fixed=True)

        def read(text: str) -> Got:
            if text in known:
                return words(text), ()
            raise Unplaced("OIR503", f"the term {quoted(text)} is in no crosswalk, and is none of {listed}")

        return self.single(rule, path, read, strict=True)

    def _period(self, cls: type[Record], value: object, path: Path) -> Plan | None:
        holds = issubclass(cls, Claim) and cls.grammar.being is Being.HOLDS
        if holds and isinstance(value, str) and "/" not in value:
            self.faults.append(fault(path, f"expected more than a date: a {cls.kind} goes on", _HOLDING))  # type: ignore[attr-defined]
        rule: When | None = self.structured(value, When, path)
        if rule is None:
            return None
        dates = self.patterns(rule.dates, (*path, "dates")) if rule.dates else self.dates
        given = [each for each in _FORMS if getattr(rule, each) is not None]
        sides = [each for each in ("start", "end") if getattr(rule, each) is not None]
        if len(given) + bool(sides) != 1:
            forms = ", ".join(_FORMS)
            self.faults.append(fault(path, f"expected one of {forms}, or start and end", "each takes a text"))
            return None
        if given:
            plain = Value(read=getattr(rule, given[0]), terms=rule.terms, missing=rule.missing)
            return self.single(plain, (*path, given[0]), _window(given[0], dates))
        texts = {each: Value(read=getattr(rule, each), terms=rule.terms, missing=rule.missing) for each in sides}
        plans = {side: self.single(each, (*path, side), dates.read) for side, each in texts.items()}
        known: dict[tuple[tuple[str, ImpreciseDate], ...], Period | None] = {}

        def read(cells: Cells, ids: Cells) -> Got:
            found = {side: plan.read(cells, ids) for side, plan in plans.items()}
            ends = tuple((side, date) for side, (date, _) in found.items() if date is not None)
            remarks = tuple(remark for _, each in found.values() for remark in each)
            if ends not in known:
                known[ends] = Period(**dict(ends)) if ends else None
            return known[ends], remarks

        return Plan("", read, all(each.fixed for each in plans.values()))

    def _quantity(self, value: object, path: Path) -> Plan | None:
        rule: Amount | None = self.structured(value, Amount, path)
        if rule is None:
            return None
        if (rule.read is None) is (rule.min is None and rule.max is None):
            self.faults.append(fault(path, "expected a text to read, or those of the fewest and the most, min and max"))
            return None
        if rule.read is not None:
            plain = Value(read=rule.read, terms=rule.terms, missing=rule.missing)
            return self.single(plain, path, _checked(self.numbers.reader(rule)))
        if rule.terms or rule.wording is not Wording.EXACT:
            self.faults.append(fault(path, "expected neither terms nor a wording with min and max"))
        low, fixed_low = self.text(rule.min or "", (*path, "min"), rule.missing)
        high, fixed_high = self.text(rule.max or "", (*path, "max"), rule.missing)
        known: dict[tuple[str, str], Got] = {}

        def read(cells: Cells, _: Cells) -> Got:
            key = low(cells), high(cells)
            if key not in known:
                known[key] = self.numbers.limits(*key)
            return known[key]

        return self._settled(read, fixed_low and fixed_high, path)

    # What has fields itself

    def _entity(self, rule: Value, hint: Any, path: Path) -> Plan | None:  # noqa: ANN401 - a type of ids
        kinds = tuple(each for each in KINDS_OF[hint] if issubclass(each, Entity))
        self.unused(rule, path, "dates")
        if rule.read.startswith("@"):
            return self._reference(rule, kinds, path)
        new = self._new(rule, kinds, path)
        names = self.single(rule, path, lambda text: (one_line(text), ()))
        place = None if rule.country is None else self.coded(rule.country, (*path, "country"))
        if self._linked is None:
            return Plan("", lambda _cells, _ids: NOTHING, fixed=names.fixed, each=names.each)
        if names.fixed and rule.new is None:
            new = None  # a name that stands in the mapping, and nobody knows, is a slip
        read = _linked(self._linked, kinds, new, names, place)
        if not names.fixed or not (place is None or place.fixed):
            return Plan("", read, fixed=False, each=names.each)
        got = self.tried(lambda: read((), ()), path)
        return Plan("", lambda _cells, _ids: got, fixed=True, each=names.each)

    def coded(self, rule: Coded, path: Path) -> Plan:
        """How a code, such as that of a country, is read."""
        plain = Value(read=rule.read, terms=rule.terms, otherwise=rule.otherwise, missing=rule.missing)
        return self.single(plain, path, lambda text: (text, ()), strict=True)

    def _new(self, rule: Value, kinds: tuple[type[Entity], ...], path: Path) -> type[Entity] | None:
        """Of which class a name is that is not known; ``None`` where that is a finding."""
        fitting = {each.kind: each for each in kinds if each in _MADE or each.kind in ("force", "organization")}
        if rule.new is None:
            return Place if Place in kinds else kinds[0] if len(kinds) == 1 and kinds[0] in _MADE else None
        if rule.new == "no":
            return None
        if rule.new not in fitting:
            known = ", ".join(map(repr, (*fitting, "no")))
            hint = did_you_mean(rule.new, fitting)
            self.faults.append(fault((*path, "new"), f"expected one of {known}; got {rule.new!r}", hint))
        return fitting.get(rule.new)

    def _reference(self, rule: Value, kinds: tuple[type[Entity], ...], path: Path) -> Plan | None:
        name = rule.read[1:]
        self.unused(rule, path, "new", "country", "terms", "split", "dates", "missing")
        if name not in self.entities:
            known = ", ".join(f"'@{each}'" for each in self.entities) or "none"
            message = f"no entity of this mapping, above this one, is called {rule.read!r}; there are {known}"
            self.faults.append(fault(path, message, did_you_mean(name, list(self.entities))))
            return None
        index, cls = self.entities[name]
        if not issubclass(cls, kinds):
            wanted = " or ".join(each.kind for each in kinds)
            self.faults.append(fault(path, f"expected the id of {wanted}; {rule.read!r} is of {cls.kind}"))
            return None
        self.used[1].append(index)
        return Plan("", lambda _, ids: (ids[index] or None, ()), fixed=False)

    def parts(self, cls: type[Record], given: Mapping[str, object], path: Path) -> dict[str, Plan]:
        """The fields of a part, such as a speaker."""
        plans = {
            name: self.field(cls, name, value, (*path, name)) for name, value in given.items() if value is not None
        }
        for name, plan in plans.items():
            if plan is not None and plan.each:
                self.faults.append(fault((*path, name, "split"), "expected none here: there is one"))
        return {name: plan for name, plan in plans.items() if plan is not None}

    def _joined(self, cls: type[Record], plans: Mapping[str, Plan], needed: str, path: Path) -> Plan:
        """An object of the class, where the field that is needed says something."""
        known: dict[tuple[object, ...], Any] = {}

        def read(cells: Cells, ids: Cells) -> Got:
            got = {name: plan.read(cells, ids) for name, plan in plans.items()}
            if got[needed][0] is None:
                return NOTHING
            fields = {name: value for name, (value, _) in got.items() if value is not None}
            key = tuple(fields.items())
            if key not in known:
                known[key] = made(cls, **fields)
            return known[key], tuple(remark for _, each in got.values() for remark in each)

        return self._settled(read, all(each.fixed for each in plans.values()), path)

    def _settled(self, read: Reader, fixed: bool, path: Path) -> Plan:  # noqa: FBT001 - as a plan has it
        """A plan; what is the same for all rows is read now, so that what is wrong with it is told."""
        if not fixed:
            return Plan("", read, fixed=False)
        got = self.tried(lambda: read((), ()), path)
        return Plan("", lambda _cells, _ids: got, fixed=True)

    def _speaker(self, value: object, path: Path) -> Plan | None:
        rule: Spoken | None = self.structured(value, Spoken, path)
        if rule is None:
            return None
        plans = self.parts(Speaker, {"who": rule.who, "when": rule.when, "how": rule.how}, path)
        return self._joined(Speaker, plans, "who", path) if "who" in plans else None

    def _grade(self, value: object, path: Path) -> Plan | None:
        rule: Graded | None = self.structured(value, Graded, path)
        if rule is None:
            return None
        given = {"by": rule.by, "scheme": rule.scheme, "grade": rule.grade, "note": rule.note}
        plans = self.parts(Grade, given, path)
        return self._joined(Grade, plans, "grade", path) if {"by", "grade"} <= {*plans} else None

    def _name(self, value: object, path: Path) -> Plan | None:
        rule: Named | None = self.structured(value, Named, path)
        if rule is None:
            return None
        fixed = {"language": rule.language, "script": rule.script, "category": rule.category}
        self.tried(lambda: (made(Name, text="-", **fixed), ()), path)
        return self.single(rule.text, (*path, "text"), lambda text: (made(Name, text=one_line(text), **fixed), ()))

    def _point(self, value: object, path: Path) -> Plan | None:
        rule: Located | None = self.structured(value, Located, path)
        if rule is None:
            return None
        north, fixed_north = self.text(rule.latitude, (*path, "latitude"))
        east, fixed_east = self.text(rule.longitude, (*path, "longitude"))

        def read(cells: Cells, _: Cells) -> Got:
            latitude, longitude = north(cells), east(cells)
            if not latitude and not longitude:
                return NOTHING
            if not latitude or not longitude:
                raise Unplaced("OIR502", f"one coordinate without the other: {latitude or longitude!r}")
            numbers = {"latitude": self.numbers.number(latitude), "longitude": self.numbers.number(longitude)}
            return made(Point, **numbers, precision_m=rule.precision_m), ()

        return self._settled(read, fixed_north and fixed_east, path)


def _linked(
    linked: Linked, kinds: tuple[type[Entity], ...], new: type[Entity] | None, names: Plan, place: Plan | None
) -> Reader:
    """What reads the ids of names, in a country where one is given."""
    known: dict[tuple[str, str | None], str] = {}

    def one(name: str, country: str | None) -> str:
        key = name, country
        an_id = known.get(key)
        if an_id is None:
            an_id = known[key] = linked.name(name, kinds, country, new)
        else:
            linked.use(an_id)
        return an_id

    def read(cells: Cells, ids: Cells) -> Got:
        got, remarks = names.read(cells, ids)
        if got is None:
            return None, remarks
        country, more = NOTHING if place is None else place.read(cells, ids)
        if names.each:
            return tuple(dict.fromkeys(one(each, country) for each in got)), remarks + more
        return one(got, country), remarks + more

    return read


def _alone(read: Reader) -> Reader:
    """One member as a tuple of one."""
    known: dict[Any, tuple[Any]] = {}

    def alone(cells: Cells, ids: Cells) -> Got:
        got, remarks = read(cells, ids)
        if got is None:
            return None, remarks
        kept = known.get(got)
        if kept is None:
            kept = known[got] = (got,)
        return kept, remarks

    return alone


def _checked(read: Callable[[str], Got]) -> Callable[[str], Got]:
    def checked(text: str) -> Got:
        try:
            return read(text)
        except InvalidObject as error:
            raise Unplaced("OIR502", f"{quoted(text)}: {error.problems[0].expected}") from None

    return checked


def _text(text: str) -> Got:
    """A text as it stands, with the line ends of texts."""
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _external(text: str) -> Got:
    try:
        return ExternalId.parse(text), ()
    except InvalidObject as error:
        raise Unplaced("OIR502", f"{quoted(text)}: {error.problems[0].expected}") from None


def _window(form: str, dates: Dates) -> Callable[[str], Got]:
    """What reads a period that is said in one text."""
    make: Callable[[Any], Period] = getattr(Period, "on" if form == "edtf" else form)

    def read(text: str) -> Got:
        try:
            date, remarks = dates.read(text)
        except Unplaced:
            if not dates.edtf or "/" not in text:
                raise
            try:
                return (Period.parse(text) if form == "edtf" else make(text)), ()
            except OirError as error:
                raise Unplaced("OIR502", f"{quoted(text)}: {getattr(error, 'reason', error)}{HOW_ELSE}") from None
        try:
            return make(date), remarks
        except InvalidDate as error:
            raise Unplaced("OIR502", f"{quoted(text)}: {error.reason}") from None

    return read
