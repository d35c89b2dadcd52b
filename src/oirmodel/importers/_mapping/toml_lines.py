"""Where in a TOML document its keys stand."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

__all__ = ["line_of", "lines_of"]

Path = tuple[str | int, ...]

_TOKEN: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|\#[^\n]*|[\[\]{}\n]|[^"\'\#\[\]{}\n]+',
    re.DOTALL,
)
"""Strings, comments, brackets, ends of lines, and all that is between them."""


def lines_of(text: str) -> dict[Path, int]:
    r"""
    The line of each table and key of a document that is known to be TOML, but for keys inside of inline tables.

    >>> lines_of('[source]\ntitle = "A"\n\n[[claims]]\nkind = "tally"')
    {('source',): 1, ('source', 'title'): 2, ('claims', 0): 4, ('claims', 0, 'kind'): 5}
    """
    lines: dict[Path, int] = {}
    tree: dict[str, Any] = {}
    table: Path = ()
    for line, statement in _statements(text):
        if statement.startswith("["):
            table = _header(statement, tree)
            lines.setdefault(table, line)
        else:
            lines.setdefault((*table, *_keys(tomllib.loads(f"{_key(statement)} = 0"))), line)
    return lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int | None:
    """The line of a path or, where it has none of its own, of the nearest above it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header and each ``key = value``, with the line where it begins; of a value, only what tells its end."""
    line, begun, depth, parts = 1, 1, 0, [""]
    for piece in _TOKEN.findall(f"{text}\n"):
        if piece == "\n" and depth == 0:
            statement = "".join(parts).strip()
            if statement:
                yield begun, statement
            parts = [""]
        elif not piece.startswith("#"):
            if not "".join(parts).strip():
                begun = line
            depth += (piece in "[{") - (piece in "]}")
            parts.append(piece)
        line += piece.count("\n")


def _key(statement: str) -> str:
    """What stands before the sign of equality, which may be in quotation marks itself."""
    key = ""
    for token in _TOKEN.findall(statement):
        before, sign, _ = (token, "", "") if token[0] in "\"'" else token.partition("=")
        key += before
        if sign:
            break
    return key


def _header(statement: str, tree: dict[str, Any]) -> Path:
    """The path of a table, the last of its array where it is one of several."""
    several = statement.startswith("[[")
    names = _keys(tomllib.loads(statement))
    path: list[str | int] = []
    at: dict[str, Any] = tree
    for depth, name in enumerate(names):
        path.append(name)
        last = several and depth == len(names) - 1
        below = at.setdefault(name, [] if last else {})
        if last:
            below.append({})
        if isinstance(below, list):
            path.append(len(below) - 1)
            below = below[-1]
        at = below
    return tuple(path)


def _keys(tree: Any) -> tuple[str, ...]:  # noqa: ANN401 - what a document holds
    """The keys that lead down a document of one statement."""
    keys: list[str] = []
    while isinstance(tree, dict) and len(tree) == 1:
        ((key, tree),) = tree.items()
        keys.append(key)
        if isinstance(tree, list) and tree and isinstance(tree[0], dict):
            tree = tree[0]
    return tuple(keys)
