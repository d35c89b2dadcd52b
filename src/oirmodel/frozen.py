"""What makes every object here immutable to the bottom, and what reports everything that is wrong with one at once."""

import datetime as dt
import enum
import gc
import math
import re
import types
import typing
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from oirmodel.errors import MISSING, InvalidObject, Problem
from oirmodel.text import clean_text

__all__ = ["SLUG", "FrozenMap", "Record", "collection_paused", "copier", "evolve", "freeze"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: small letters and digits in words joined by single hyphens."""
_SLUG_LIMIT = 200


class FrozenMap(Mapping[K, V_co]):
    """
    A mapping that cannot change: hashable, picklable, and deeply frozen, whatever it was made from.

    Equal maps are equal in any order, and equal to a plain ``dict`` of the same content.

    >>> scores = FrozenMap({"acme:score": 3, "acme:tags": ["a", "b"]})
    >>> scores["acme:tags"]
    ('a', 'b')
    >>> scores == {"acme:score": 3, "acme:tags": ("a", "b")}
    True
    """

    __slots__ = ("_entries", "_hash")

    _entries: dict[K, V_co]
    _hash: int | None

    def __init__(self, entries: Mapping[K, V_co] | None = None) -> None:
        frozen = {key: cast("V_co", freeze(value)) for key, value in (entries or {}).items()}
        object.__setattr__(self, "_entries", frozen)
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: K) -> V_co:
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._entries == other._entries
        return self._entries == other if isinstance(other, dict) else NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._entries.items())))
        return cast("int", self._hash)

    def __repr__(self) -> str:
        return f"FrozenMap({self._entries!r})"

    def __setattr__(self, name: str, value: object) -> typing.Never:
        raise attrs.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> typing.Never:
        raise attrs.exceptions.FrozenInstanceError

    def __reduce__(self) -> tuple[type["FrozenMap[K, V_co]"], tuple[dict[K, V_co]]]:
        return type(self), (dict(self._entries),)


_IMMUTABLE = (str, int, float, bool, bytes, type(None), enum.Enum, FrozenMap)


def freeze(value: object) -> object:
    """
    The immutable equal of a value: mappings become :class:`FrozenMap`, lists tuples, sets frozensets, to the bottom.

    Raises ``TypeError`` for anything else that could change.

    >>> freeze({"a": [1, {"b": {2}}]})
    FrozenMap({'a': (1, FrozenMap({'b': frozenset({2})}))})
    """
    if isinstance(value, (*_IMMUTABLE, Record)):
        return value
    if isinstance(value, Mapping):
        return FrozenMap(value)
    if isinstance(value, list | tuple):
        return tuple(freeze(each) for each in value)
    if isinstance(value, set | frozenset):
        return frozenset(freeze(each) for each in value)
    raise TypeError(f"expected plain, immutable values, not {type(value).__name__}")


class _Mismatch(Exception):
    """Carries problems to where they are joined; it does not leave this file."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


_Check = Callable[[str, Any], Any]
"""Takes the path and the value of a field; gives the value to keep, or raises :class:`_Mismatch`."""


def _refuse(path: str, value: object, expected: str) -> _Mismatch:
    return _Mismatch(Problem(path, value, expected))


def _check_text(path: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _refuse(path, value, "expected text")
    try:
        return clean_text(value)
    except ValueError as error:
        raise _refuse(path, value, str(error)) from None


def _check_id(path: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > _SLUG_LIMIT or not SLUG.fullmatch(value):
        raise _refuse(path, value, "expected an id: small letters and digits, in words joined by hyphens")
    return value


def _check_number(path: str, value: Any) -> Any:
    try:
        fits = not isinstance(value, bool) and isinstance(value, int | float) and math.isfinite(value)
    except OverflowError:  # a whole number beyond the largest float
        fits = False
    if not fits:
        raise _refuse(path, value, "expected a finite number")
    return value


def _check_whole(path: str, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refuse(path, value, "expected a whole number")
    return value


def _instance_check(kind: type) -> _Check:
    def check(path: str, value: Any) -> Any:
        if not isinstance(value, kind) or (kind is dt.date and isinstance(value, dt.datetime)):
            raise _refuse(path, value, f"expected {kind.__name__}")
        return value

    return check


def _enum_check(kind: type[enum.Enum]) -> _Check:
    def check(path: str, value: Any) -> Any:
        if isinstance(value, kind):
            return value
        try:
            return kind(value)
        except ValueError:
            raise _refuse(path, value, f"expected one of {', '.join(repr(each.value) for each in kind)}") from None

    return check


def _tuple_check(each: _Check) -> _Check:
    def check(path: str, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise _refuse(path, value, "expected a tuple or a list")
        kept: list[Any] = []
        problems: list[Problem] = []
        for index, member in enumerate(value):
            try:
                kept.append(each(f"{path}[{index}]", member))
            except _Mismatch as mismatch:
                problems += mismatch.problems
        if problems:
            raise _Mismatch(*problems)
        return tuple(kept)

    return check


def _map_check(path: str, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise _refuse(path, value, "expected a mapping")
    try:
        return FrozenMap(value)
    except TypeError as error:
        raise _refuse(path, value, str(error)) from None


def _check_for(hint: Any) -> _Check:
    """The check that a type annotation asks for. A ``NewType`` of ``str`` is an id: this library has no other."""
    if isinstance(hint, typing.NewType):
        return _check_id
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        (only,) = [each for each in arguments if each is not type(None)]
        inner = _check_for(only)
        return lambda path, value: None if value is None else inner(path, value)
    if origin is tuple:
        return _tuple_check(_check_for(arguments[0]))
    if origin is FrozenMap:
        return _map_check
    if issubclass(hint, enum.Enum):
        return _enum_check(hint)
    return {str: _check_text, int: _check_whole, float: _check_number}.get(hint) or _instance_check(hint)


class _Field(typing.NamedTuple):
    name: str
    required: bool
    convert: Callable[[Any], Any] | None
    check: _Check
    validate: Callable[[Any, Any, Any], object] | None
    attribute: Any


def _fields(cls: type) -> tuple[_Field, ...]:
    """What each argument of a class must be, read off its annotations once."""
    if "_checked_fields" not in cls.__dict__:
        hints = typing.get_type_hints(cls)
        cls._checked_fields = tuple(  # type: ignore[attr-defined]  # a note that the class keeps about itself
            _Field(
                each.name,
                each.default is attrs.NOTHING,
                each.converter,
                _check_for(hints[each.name]),
                each.validator,
                each,
            )
            for each in attrs.fields(cls)
            if each.init
        )
    return cast("tuple[_Field, ...]", cls.__dict__["_checked_fields"])


def _checked(field: _Field, value: Any) -> Any:
    """The value to keep for one field, or a :class:`_Mismatch` that says what is wrong with it."""
    if field.convert is not None:
        try:
            value = field.convert(value)
        except InvalidObject as error:
            raise _Mismatch(*error.problems) from None
        except (TypeError, ValueError) as error:
            raise _refuse(field.name, value, getattr(error, "reason", None) or str(error)) from None
    value = field.check(field.name, value)
    if field.validate is not None and value is not None:
        try:
            field.validate(None, field.attribute, value)
        except InvalidObject as error:
            raise _Mismatch(*error.problems) from None
        except (TypeError, ValueError) as error:
            raise _refuse(field.name, value, str(error)) from None
    return value


class _AllAtOnce(type):
    """Checks every argument before an object is made, and reports all that is wrong in one error."""

    if not TYPE_CHECKING:  # type checkers see the signature that attrs generates

        def __call__(cls, *args: Any, **given: Any) -> Any:
            problems: list[Problem] = []
            if args:
                problems.append(Problem("(positional)", args, "expected every field by its name"))
            for field in _fields(cls):
                if field.name in given:
                    try:
                        given[field.name] = _checked(field, given[field.name])
                    except _Mismatch as mismatch:
                        problems += mismatch.problems
                elif field.required:
                    problems.append(Problem(field.name, MISSING, "expected a value, and none was given"))
            names = [field.name for field in _fields(cls)]
            for name in given.keys() - set(names):
                expected = f"{cls.__name__} has no such field; its fields are {', '.join(names)}"
                problems.append(Problem(name, given[name], expected))
            if problems:
                raise InvalidObject(cls.__name__, tuple(problems))
            return super().__call__(**given)


class Record(metaclass=_AllAtOnce):
    """
    The base of every value, entity, source and claim: frozen, slotted, made by field names only.

    Making one checks each field against its annotation and raises :class:`~oirmodel.errors.InvalidObject` with *all*
    that is wrong. A list is taken for a tuple, a mapping for a :class:`FrozenMap`, and the text of an enumeration's
    member for the member; nothing else is converted unless the field says so.
    """

    __slots__ = ()


R = TypeVar("R", bound=Record)


def evolve(record: R, /, **changes: Any) -> R:
    """
    A copy with some fields changed; what is changed is checked as for a new object, and so is the whole.

    It costs a fraction of a new object: what was checked once and cannot have changed is not checked again.

    >>> from oirmodel.geo import Point
    >>> evolve(Point(longitude=42.44, latitude=33.79), latitude=33.8)
    Point(longitude=42.44, latitude=33.8, precision_m=None)
    """
    cls = type(record)
    problems: list[Problem] = []
    fields = _fields(cls)
    changed: dict[str, Any] = {}
    for field in fields:
        if field.name in changes:
            try:
                changed[field.name] = _checked(field, changes[field.name])
            except _Mismatch as mismatch:
                problems += mismatch.problems
    if len(changed) + len(problems) < len(changes) or problems or not _is_plain(cls):
        return attrs.evolve(record, **changes)  # type: ignore[misc]  # every Record is an attrs class
    copy = object.__new__(cls)
    for name, take, put in _slots(cls):
        put(copy, changed[name] if name in changed else take(record))
    if finish := getattr(copy, "__attrs_post_init__", None):
        finish()
    return copy


def copier(record: R, /, *fields: str, checked: Collection[str] = ()) -> Callable[..., R]:
    """
    What makes many copies of a record: a function of the new values of these fields, in this order.

    It does what :func:`evolve` does, which works out anew for each copy what is to be changed. ``checked`` names the
    fields whose values are always taken from a record of the same type of field, so that they were checked there: they
    are not checked again. Raises ``ValueError`` for a field that the record does not have.

    >>> from oirmodel.geo import Point
    >>> at = copier(Point(longitude=42.44, latitude=33.79, precision_m=100), "longitude", "latitude")
    >>> at(43.1, 36.3)
    Point(longitude=43.1, latitude=36.3, precision_m=100)
    """
    cls = type(record)
    own = {each.name: each for each in _fields(cls)}
    if unknown := [each for each in (*fields, *checked) if each not in own]:
        raise ValueError(f"{cls.__name__} has no field {unknown[0]!r}; its fields are {', '.join(own)}")
    if not _is_plain(cls):
        return lambda *values: evolve(record, **dict(zip(fields, values, strict=True)))
    puts = {name: put for name, _, put in _slots(cls)}
    told = dict(zip(fields, [f"value_{at}" for at, _ in enumerate(fields)], strict=True))
    known: dict[str, Any] = {"new": object.__new__, "cls": cls, "Mismatch": _Mismatch, "evolve": evolve, "old": record}
    lines = []
    for at, (name, take, _) in enumerate(_slots(cls)):
        value = told.get(name)
        known[f"put_{at}"] = puts[name]
        if value is None:
            known[f"kept_{at}"], value = take(record), f"kept_{at}"
        elif name not in checked:
            known[f"check_{at}"], value = _check_of(own[name]), f"check_{at}({name!r}, {value})"
        lines.append(f"put_{at}(record, {value})")
    if (finish := getattr(cls, "__attrs_post_init__", None)) is not None:
        known["finish"] = finish
        lines.append("finish(record)")
    # A loop over the fields would cost more than what it does for each.
    written = f"""
def copy({", ".join(told.values())}):
    record = new(cls)
    try:
        {"; ".join(lines)}
    except Mismatch:  # say all that is wrong
        return evolve(old, {", ".join(f"{name}={value}" for name, value in told.items())})
    return record
"""
    exec(written, known)  # noqa: S102 - of the names of fields alone
    return cast("Callable[..., R]", known["copy"])


def _check_of(field: _Field) -> _Check:
    """All that is to be done with a value for a field, in one call."""
    if field.convert is None and field.validate is None:
        return field.check
    return lambda _, value: _checked(field, value)


@contextmanager
def collection_paused() -> Iterator[None]:
    """
    Without the cyclic collector, which visits every new object again and again: records make no cycles.

    What was made meanwhile is put among what has lived long, so that it is not all visited at once in the end.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_freeze_count() == 0:  # else somebody has frozen what this would unfreeze
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@cache
def _slots(cls: type[Record]) -> tuple[tuple[str, Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """How each field of a class is taken from an object of it and put into a new one, by its slot itself."""
    slots = ((each.name, getattr(cls, each.name)) for each in _fields(cls))
    return tuple((name, slot.__get__, slot.__set__) for name, slot in slots)


@cache
def _is_plain(cls: type[Record]) -> bool:
    """Whether all that an object of the class holds are the arguments it was made of."""
    return all(each.init for each in attrs.fields(cls))  # type: ignore[arg-type]  # as above
