"""
How objects become plain JSON values and the other way round: every hook of cattrs stands here.

Reading is strict: nothing is turned into something else, a key that the class does not have is refused, and all that is
wrong with an object is reported at once, each with its path. What a value must *be* is told by the classes themselves:
they are given what was read and report their problems, which become faults with paths here.
"""

import enum
import re
import typing
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs
from cattrs import Converter

from oirmodel.errors import InvalidDate, InvalidObject, Problem
from oirmodel.extensions import check_extensions
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import FAULT_LIMIT, Fault, Path, Unreadable, did_you_mean, shown
from oirmodel.formats._kinds import BY_KIND, ordered_fields
from oirmodel.formats._parser import DIGIT_LIMIT
from oirmodel.frozen import FrozenMap, Record
from oirmodel.ids import ExternalId
from oirmodel.temporal import ImpreciseDate

__all__ = ["converter", "new_converter", "record_reader"]

_STEP: Final = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
_TOO_LONG: Final = 10**DIGIT_LIMIT
_UNREADABLE: Final = object()
"""Stands for a value that was refused: no field takes it, so that the class still checks all its other fields."""


def _expected(expected: str, value: object, hint: str = "") -> Unreadable:
    return Unreadable([Fault((), Code.VALUE, f"{expected}; got {shown(value)}", hint)])


# Reading


def _as_it_is(value: object, _: object) -> object:
    return value


def _read_flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _expected("expected true or false", value)
    return value


def _read_date(value: object, _: object) -> ImpreciseDate:
    if not isinstance(value, str):
        raise _expected("expected a date of EDTF as text, such as '2026-01-17'", value)
    try:
        return ImpreciseDate.parse(value)
    except InvalidDate as error:
        raise _expected(f"expected a date of EDTF: {error.reason}", value) from None


def _read_external_id(value: object, _: object) -> ExternalId:
    if not isinstance(value, str):
        raise _expected("expected scheme:value as text, such as 'icao:ORAA'", value)
    try:
        return ExternalId.parse(value)
    except InvalidObject as error:
        raise _expected(error.problems[0].expected, value) from None


def _read_member(value: object, kind: type[enum.StrEnum]) -> enum.StrEnum:
    if isinstance(value, str):
        try:
            return kind(value)
        except ValueError:
            pass
    words = [each.value for each in kind]
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    raise _expected(f"expected one of {', '.join(map(repr, words))}", value, hint)


def _read_map(value: object, _: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _expected("expected an object", value)
    try:
        check_extensions(None, None, FrozenMap(dict.fromkeys(value)))
    except InvalidObject as error:
        keys = [(str(each.value), each.expected) for each in error.problems]
        faults = [Fault((key,), Code.VALUE, f"{expected}; got {shown(key)}") for key, expected in keys]
        raise Unreadable(faults) from None
    return value


def _tuple_reader(hint: object, converter: Converter) -> Callable[[object, object], tuple[object, ...]]:
    (member, _) = typing.get_args(hint)
    read = converter.get_structure_hook(member)

    def read_tuple(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise _expected("expected a list", value)
        kept, faults = [], []
        for index, each in enumerate(value):
            try:
                kept.append(read(each, member))
            except Unreadable as error:
                faults += [fault.under(index) for fault in error.faults]
            if len(faults) > FAULT_LIMIT:
                break
        if faults:
            raise Unreadable(faults)
        return tuple(kept)

    return read_tuple


def record_reader(cls: type[Record], converter: Converter) -> Callable[[object, object], Record]:
    """What reads the objects of a class, each field by the hooks that the converter has now."""
    hints = typing.get_type_hints(cls)
    fields = ordered_fields(cls)
    readers = {each.name: (converter.get_structure_hook(hints[each.name]), hints[each.name]) for each in fields}
    required = {each.name for each in fields if each.default is attrs.NOTHING}
    kind: str | None = getattr(cls, "kind", None)
    known = [*(["kind"] if kind else []), *readers]

    def read_record(value: object, _: object) -> Record:
        if not isinstance(value, dict):
            raise _expected("expected an object", value)
        faults = _kind_faults(value, kind) if kind else []
        given: dict[str, Any] = {}
        for key, each in value.items():
            if key in readers:
                read, hint = readers[key]
                try:
                    given[key] = read(each, hint)
                except Unreadable as error:
                    given[key] = _UNREADABLE
                    faults += [fault.under(key) for fault in error.faults]
            elif key != "kind" or not kind:
                faults.append(_unknown_key(key, cls, known))
            if len(faults) > FAULT_LIMIT:
                break
        try:
            record = cls(**given)
        except InvalidObject as error:
            fresh = [each for each in error.problems if given.get(each.field) is not _UNREADABLE]
            raise Unreadable(faults + [_fault(each, value, required) for each in fresh]) from None
        if faults:
            raise Unreadable(faults)
        return record

    return read_record


def _kind_faults(value: Mapping[str, Any], kind: str) -> list[Fault]:
    if "kind" not in value:
        return [Fault((), Code.KIND, f"expected the key 'kind' with the value {kind!r}; it is not there")]
    stated = value["kind"]
    if stated == kind:
        return []
    hint = did_you_mean(stated, BY_KIND) if isinstance(stated, str) else ""
    return [Fault(("kind",), Code.KIND, f"expected the kind {kind!r}; got {shown(stated)}", hint)]


def _unknown_key(key: str, cls: type[Record], known: list[str]) -> Fault:
    hint = did_you_mean(key, known) or "what other projects add stands in 'extensions'"
    return Fault((key,), Code.UNKNOWN_KEY, f"{cls.__name__} has no key {shown(key)}; it has {', '.join(known)}", hint)


def _fault(problem: Problem, value: Mapping[str, Any], required: set[str]) -> Fault:
    """A problem that the class reported, as a fault of the document."""
    path: list[str | int] = []
    found: Any = value
    for name, index in _STEP.findall(problem.field):
        step = int(index) if index else name
        if isinstance(found, dict) and step not in found:
            break
        path.append(step)
        found = found[step]
    if path:
        return Fault(tuple(path), Code.VALUE, f"{problem.expected}; got {shown(found)}")
    if problem.field in required:
        return Fault((), Code.MISSING_KEY, f"expected the key {problem.field!r}; it is not there")
    return Fault((), Code.VALUE, f"{problem.expected}, in {problem.field!r}; it is not there")


# Writing


def _write_whole(value: int) -> int:
    if not -_TOO_LONG < value < _TOO_LONG:
        message = f"expected a whole number of at most {DIGIT_LIMIT} digits"
        raise Unreadable([Fault((), Code.NUMBER, message)])
    return value


def _write_number(value: float) -> float:
    # Equal objects have equal documents: 2000.0 metres are 2000 metres.
    return int(value) if value == int(value) else value


def _write_map(value: FrozenMap[str, object]) -> object:
    faults: list[Fault] = []
    plain = _plain(value, (), faults)
    if faults:
        raise Unreadable(faults)
    return plain


def _plain(value: object, path: Path, faults: list[Fault]) -> object:
    """An extension's value, which JSON can hold; only a number too long to be read again is noted among the faults."""
    match value:
        case FrozenMap():
            return {str(key): _plain(each, (*path, str(key)), faults) for key, each in value.items()}
        case tuple():
            return [_plain(each, (*path, index), faults) for index, each in enumerate(value)]
        case int() if not -_TOO_LONG < value < _TOO_LONG:
            faults.append(Fault(path, Code.NUMBER, f"expected a whole number of at most {DIGIT_LIMIT} digits"))
            return None
        case _:
            return value


def _tuple_writer(hint: object, converter: Converter) -> Callable[[tuple[Any, ...]], list[Any]]:
    write = converter.get_unstructure_hook(typing.get_args(hint)[0])
    return lambda value: [write(each) for each in value]


def _optional_writer(hint: object, converter: Converter) -> Callable[[Any], Any]:
    (inner,) = [each for each in typing.get_args(hint) if each is not type(None)]
    write = converter.get_unstructure_hook(inner)
    return lambda value: None if value is None else write(value)


def _is_silent(value: object) -> bool:
    """Whether leaving a value out says just as much; a zero and an empty text say more."""
    return value is None or value is False or (isinstance(value, list | dict) and not value)


def _record_writer(cls: type[Record], converter: Converter) -> Callable[[Record], dict[str, object]]:
    hints = typing.get_type_hints(cls)
    writers = [(each.name, converter.get_unstructure_hook(hints[each.name])) for each in ordered_fields(cls)]
    kind: str | None = getattr(cls, "kind", None)

    def write_record(record: Record) -> dict[str, object]:
        plain: dict[str, object] = {"kind": kind} if kind else {}
        faults: list[Fault] = []
        for name, write in writers:
            try:
                written = write(getattr(record, name))
            except Unreadable as error:
                faults += [fault.under(name) for fault in error.faults]
                continue
            if not _is_silent(written):
                plain[name] = written
        if faults:
            raise Unreadable(faults)
        return plain

    return write_record


# The converter


def _is_record(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, Record)


def _is_tuple(hint: object) -> bool:
    return typing.get_origin(hint) is tuple


def _is_map(hint: object) -> bool:
    return typing.get_origin(hint) is FrozenMap


def _is_optional(hint: object) -> bool:
    return type(None) in typing.get_args(hint)


def _is_id(hint: object) -> bool:
    return isinstance(hint, typing.NewType)


def new_converter() -> Converter:
    """A converter with the hooks of all objects, to which those of other documents can be added."""
    made = Converter()
    for scalar in (str, int, float):
        made.register_structure_hook(scalar, _as_it_is)
    made.register_structure_hook_func(_is_id, _as_it_is)
    made.register_structure_hook(bool, _read_flag)
    made.register_structure_hook(enum.StrEnum, _read_member)
    made.register_structure_hook_func(_is_map, _read_map)
    made.register_structure_hook_factory(_is_tuple, _tuple_reader)
    made.register_structure_hook_factory(_is_record, record_reader)
    made.register_structure_hook(ImpreciseDate, _read_date)
    made.register_structure_hook(ExternalId, _read_external_id)

    for scalar in (str, bool):
        made.register_unstructure_hook(scalar, lambda value: value)
    made.register_unstructure_hook_func(_is_id, lambda value: value)
    made.register_unstructure_hook(int, _write_whole)
    made.register_unstructure_hook(float, _write_number)
    made.register_unstructure_hook(enum.StrEnum, lambda member: member.value)
    made.register_unstructure_hook_func(_is_map, _write_map)
    made.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    made.register_unstructure_hook_factory(_is_optional, _optional_writer)
    made.register_unstructure_hook_factory(_is_record, _record_writer)
    made.register_unstructure_hook(ImpreciseDate, ImpreciseDate.format)
    made.register_unstructure_hook(ExternalId, ExternalId.format)
    return made


converter: Final = new_converter()
"""Reads with ``structure``, writes with ``unstructure``; both raise :class:`~oirmodel.formats._faults.Unreadable`."""
