"""Text for a person: escaped, wrapped to the width of the terminal, and coloured where there is one."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

import click

from oirmodel.text import escaped

__all__ = ["Page", "Styled", "tell", "wrapped"]

_NARROWEST, _WIDEST = 40, 120
_WHITE = re.compile(r"[ \t\r\n]+")
_STYLES: Final = {
    "definite": "bold green",
    "presumed": "bold cyan",
    "possible": "bold yellow",
    "contested": "bold red",
    "no-evidence": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "heading": "bold",
    "minor": "dim",
}


class Styled(NamedTuple):
    """A text and what it is: a status, a heading, something minor."""

    text: str
    style: str


class _Word(NamedTuple):
    text: str
    style: str
    glued: bool
    """Whether it follows the word before it without a space."""


def _width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(unicodedata.category(each) in ("Mn", "Me", "Cf") for each in text)


def _words(parts: tuple[str | Styled, ...]) -> Iterator[_Word]:
    glued = True
    for part in parts:
        text, style = part if isinstance(part, Styled) else (part, "")
        for index, piece in enumerate(escaped(_WHITE.sub(" ", text)).split(" ")):
            glued = glued and index == 0
            if piece:
                yield _Word(piece, style, glued)
                glued = True


def wrapped(*parts: str | Styled, width: int, indent: int = 0, hang: int = 2) -> list[list[Styled]]:
    """
    The lines of a paragraph, each a list of pieces; words are never broken, since they may be ids or addresses.

    ``indent`` is that of the first line, and ``hang`` how much further in the others start.
    """
    lines: list[list[Styled]] = [[Styled(" " * indent, "")]]
    used, fresh = indent, True
    for word in _words(parts):
        needed = _width(word.text) + (not word.glued and not fresh)
        if used + needed > width and not fresh and not word.glued:
            lines.append([Styled(" " * (indent + hang), "")])
            used, fresh = indent + hang, True
        space = "" if fresh or word.glued else " "
        lines[-1].append(Styled(space + word.text, word.style))
        used, fresh = used + len(space) + _width(word.text), False
    return lines


class Page:
    """What a command shows, line by line; everything on it is escaped as it is put there."""

    def __init__(self) -> None:
        self._width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
        self._lines: list[list[Styled]] = []

    def add(self, *parts: str | Styled, indent: int = 0, hang: int = 2) -> None:
        """A paragraph, wrapped."""
        self._lines += wrapped(*parts, width=self._width, indent=indent, hang=hang)

    def row(self, cells: Sequence[Styled], text: str, *, indent: int = 2) -> None:
        """A row of a table: cells as they are, already padded, and a text that is wrapped within its own column."""
        start = indent + sum(len(each.text) for each in cells)
        first, *others = wrapped(text, width=self._width, indent=start, hang=0)
        self._lines += [[Styled(" " * indent, ""), *cells, *first[1:]], *others]

    def gap(self) -> None:
        """An empty line, unless it would be the first or the second in a row."""
        if self._lines and self._lines[-1]:
            self._lines.append([])

    def heading(self, text: str) -> None:
        """A heading, with an empty line before it."""
        self.gap()
        self.add(Styled(text, "heading"))

    def show(self) -> None:
        """Write it to the standard output, in colour on a terminal where rich is installed and NO_COLOR is not set."""
        if not (_has_looks() and _show_coloured(self._lines)):
            click.echo("\n".join("".join(each.text for each in line).rstrip() for line in self._lines), file=sys.stdout)


def tell(*texts: str) -> None:
    """Say something beside the answer: one block on the standard error, its lines as they are, but escaped."""
    first, *others = [escaped(line) for text in texts for line in text.split("\n")]
    with suppress(BrokenPipeError):
        click.echo("\n  ".join([f"oirmodel: {first}", *others]), file=sys.stderr)


def _has_looks() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _show_coloured(lines: list[list[Styled]]) -> bool:
    """Whether rich is there and has shown the lines; as texts with styles, so that no markup is ever read in them."""
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra, loaded for a terminal only
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        return False
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    for line in lines:
        parts = [(each.text, _STYLES.get(each.style, "")) for each in line]
        console.print(Text.assemble(*parts, no_wrap=True, overflow="ignore"), soft_wrap=True)
    return True
