"""From bytes to plain values: strict UTF-8, strict JSON, and none of what its readers disagree about."""

import codecs
import json
import math
import re
from itertools import accumulate
from typing import Any, Final

from oirmodel.errors import quoted
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import SURROGATE, Collector, Fault, Path, shown

__all__ = ["BYTE_LIMIT", "DEPTH_LIMIT", "DIGIT_LIMIT", "decoded", "nests_too_deeply", "parsed"]

BYTE_LIMIT: Final = 512 * 1024 * 1024
"""The longest document that is read, unless the caller says otherwise."""
DEPTH_LIMIT: Final = 64
"""How deeply lists and objects may stand in each other."""
DIGIT_LIMIT: Final = 640
"""The longest whole number: what Python reads and writes under every setting of its own limit."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "a UTF-8 byte order mark"),
    (codecs.BOM_UTF32_LE, "a UTF-32 byte order mark"),
    (codecs.BOM_UTF32_BE, "a UTF-32 byte order mark"),
    (codecs.BOM_UTF16_LE, "a UTF-16 byte order mark"),
    (codecs.BOM_UTF16_BE, "a UTF-16 byte order mark"),
)
_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)', re.DOTALL)
_OPENING: Final = {"[": 1, "{": 1, "]": -1, "}": -1}
_NOT_BRACKETS: Final = re.compile(r"[^\[\]{}]+")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def decoded(document: str | bytes, collector: Collector, limit: int) -> str | None:
    """The text of a document; ``None``, with a fault, where it has too many bytes or is not UTF-8."""
    size = len(document)
    if size > limit:
        unit = "bytes" if isinstance(document, bytes) else "characters"
        message = f"expected at most {limit:,} bytes; got {size:,} {unit}"
        collector.add(Fault((), Code.SIZE, message))
        return None
    if isinstance(document, str):
        return _checked(document, collector)
    for mark, name in _MARKS:
        if document.startswith(mark):
            collector.add(_misencoded(f"it begins with {name}"))
            return None
    if b"\0" in document[:4]:
        collector.add(_misencoded("it has zero bytes, as UTF-16 and UTF-32 do"))
        return None
    try:
        return document.decode()
    except UnicodeDecodeError as error:
        before = document[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        found = " ".join(f"{byte:02X}" for byte in document[error.start : max(error.end, error.start + 1)])
        collector.add(_misencoded(f"{error.reason} at byte {error.start:,} ({found})", (line, column)))
        return None


def _checked(text: str, collector: Collector) -> str | None:
    found = SURROGATE.search(text)
    if text.startswith("\ufeff"):
        collector.add(_misencoded("it begins with a byte order mark"))
    elif found:
        message = f"expected Unicode text; got half of a surrogate pair (U+{ord(found[0]):04X})"
        collector.add(Fault((), Code.SURROGATE, message, place=_place(text, found.start())))
    else:
        return text
    return None


def _misencoded(reason: str, place: tuple[int, int] = (1, 1)) -> Fault:
    return Fault((), Code.ENCODING, f"expected UTF-8 without a byte order mark: {reason}", place=place)


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def nests_too_deeply(text: str) -> bool:
    """Whether lists and objects stand in each other more than :data:`DEPTH_LIMIT` deep; the text need not be JSON."""
    brackets = _NOT_BRACKETS.sub("", _STRING.sub("", text))
    return max(accumulate(map(_OPENING.__getitem__, brackets)), default=0) > DEPTH_LIMIT


def _first_too_deep(text: str) -> tuple[int, int]:
    tokens = re.finditer(rf"{_STRING.pattern}|[\[\]{{}}]", text, re.DOTALL)
    steps = ((found.start(), _OPENING.get(found[0], 0)) for found in tokens)
    depths = accumulate(steps, lambda before, step: (step[0], before[1] + step[1]))
    return next(_place(text, offset) for offset, depth in depths if depth > DEPTH_LIMIT)


class _Refused:
    """Stands in the tree for a number that JSON does not have, or that does not fit."""

    def __init__(self, text: str, reason: str) -> None:
        self.text, self.reason = text, reason


class _Repeating(dict[str, Any]):
    """An object in which keys stood more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.repeated = list(dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]


class _Watch:
    """The hooks of the standard library's parser, and whether they met anything to report."""

    def __init__(self) -> None:
        self.alarmed = False

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) == len(pairs):
            return made
        self.alarmed = True
        return _Repeating(pairs)

    def constant(self, text: str) -> _Refused:
        self.alarmed = True
        return _Refused(text, "JSON has no such number")

    def real(self, text: str) -> float | _Refused:
        number = float(text)
        if math.isfinite(number):
            return number
        self.alarmed = True
        return _Refused(text, "beyond the range of a double")

    def whole(self, text: str) -> int | _Refused:
        if len(text.lstrip("-")) <= DIGIT_LIMIT:
            return int(text)
        self.alarmed = True
        return _Refused(text, f"more than {DIGIT_LIMIT} digits")


def parsed(text: str, collector: Collector) -> object:
    """
    The plain values of a JSON text.

    What is wrong is added to the collector; after a fault of syntax or depth there is nothing to read on with, and the
    result is ``None``.
    """
    if nests_too_deeply(text):
        message = f"expected at most {DEPTH_LIMIT} lists and objects in each other"
        collector.add(Fault((), Code.DEPTH, message, place=_first_too_deep(text)))
        return None
    watch = _Watch()
    try:
        tree = json.JSONDecoder(
            object_pairs_hook=watch.pairs,
            parse_constant=watch.constant,
            parse_float=watch.real,
            parse_int=watch.whole,
        ).decode(text)
    except json.JSONDecodeError as error:
        reason = error.msg[0].lower() + error.msg[1:]
        found = quoted(text[error.pos : error.pos + 20]) if error.pos < len(text) else "the end of the document"
        message = f"expected JSON: {reason}; got {found}"
        collector.add(Fault((), Code.SYNTAX, message, place=(error.lineno, error.colno)))
        return None
    return _mended(tree, (), collector) if watch.alarmed or _HALF.search(text) else tree


def _mended(value: object, path: Path, collector: Collector) -> object:
    """The value, with null in the place of what cannot be read any further; that is reported."""
    if isinstance(value, _Refused):
        message = f"expected a finite number; got {shown(value.text)} ({value.reason})"
        collector.settle(Fault(path, Code.NUMBER, message))
        return None
    if isinstance(value, str) and (found := SURROGATE.search(value)):
        collector.settle(Fault(path, Code.SURROGATE, _half(value, found[0])))
        return None
    if isinstance(value, list):
        value[:] = [_mended(each, (*path, index), collector) for index, each in enumerate(value)]
    elif isinstance(value, dict):
        if isinstance(value, _Repeating):
            for each in value.repeated:
                message = f"the key {shown(each)} stands twice in one object"
                collector.add(Fault((*path, each), Code.REPEATED_KEY, message))
        for key, each in value.items():
            if found := SURROGATE.search(key):
                collector.add(Fault(path, Code.SURROGATE, f"in a key, {_half(key, found[0])}"))
            value[key] = _mended(each, (*path, key), collector)
    return value


def _half(text: str, half: str) -> str:
    return f"expected Unicode text; got half of a surrogate pair (U+{ord(half):04X}) in {shown(text)}"
