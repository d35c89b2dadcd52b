"""Where in a JSON text the value of a path stands, for the few paths that something is said about."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from oirmodel.formats._faults import Path

__all__ = ["places"]

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_DECODER: Final = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=len)
"""Steps over a value; numbers, which may be long, are not read."""

_Wanted = dict[str | int, "_Wanted"]


def places(text: str, paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    r"""
    The line and the column of each path that leads anywhere, both counted from 1; a member's place is that of its key.

    The text is JSON. Where a key is repeated the last one counts, as in the values that were read.

    >>> places('{"a": [5,\n 6]}', [("a", 1), ("b",)])
    {('a', 1): (2, 2)}
    """
    wanted: _Wanted = {}
    asked = set(paths)
    for path in asked:
        node = wanted
        for token in path:
            node = node.setdefault(token, {})
    offsets: dict[Path, int] = {}
    start = _after_space(text, 0)
    offsets[()] = start
    _visit(text, start, wanted, (), offsets)
    return _lines(text, {path: offset for path, offset in offsets.items() if path in asked})


def _lines(text: str, offsets: dict[Path, int]) -> dict[Path, tuple[int, int]]:
    found: dict[Path, tuple[int, int]] = {}
    line, counted = 1, 0
    for path, offset in sorted(offsets.items(), key=lambda item: item[1]):
        line += text.count("\n", counted, offset)
        counted = offset
        found[path] = (line, offset - text.rfind("\n", 0, offset))
    return found


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _visit(text: str, at: int, wanted: _Wanted, path: Path, offsets: dict[Path, int]) -> int:
    """Note the offsets of what is wanted in the value that begins here; gives the offset after it."""
    if not wanted or text[at] not in "[{":
        return _step_over(text, at)[1]
    closing = "]" if text[at] == "[" else "}"
    index = 0
    at = _after_space(text, at + 1)
    while text[at] != closing:
        token: str | int = index
        begin = at
        if closing == "}":
            token, at = _step_over(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        here = (*path, token)
        if token in wanted:
            offsets[here] = begin
        at = _after_space(text, _visit(text, at, wanted.get(token, {}), here, offsets))
        if text[at] == ",":
            at = _after_space(text, at + 1)
        index += 1
    return at + 1


def _step_over(text: str, at: int) -> tuple[Any, int]:
    return _DECODER.raw_decode(text, at)
