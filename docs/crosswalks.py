"""
Write docs/reference/importers/crosswalks.md: how the terms of each source are said in the words of this library.

Run it after a change of an importer's crosswalks: ``python docs/crosswalks.py``. An importer that is not there, or that
needs a library which is not installed, is left out, and told.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final

from oirmodel.importers import NAMES, Crosswalk, Fit, Importer, importer

__all__ = ["PAGE", "importers", "page"]

PAGE: Final = Path(__file__).parent / "reference" / "importers" / "crosswalks.md"

INTRODUCTION: Final = """\
# Crosswalks

How the terms of each source are said in the words of this library. A term that stands here in no table is never
guessed: it is a finding (`OIR503`) that quotes it.

| fit | our word |
|---|---|
| exact | means the same |
| broader | is wider: it covers the term and more |
| narrower | is narrower: the term covers more than it |
| lossy | is the nearest there is; what it leaves out is told in a note of the claim |

This page is written by `docs/crosswalks.py` from the importers.
"""


def importers() -> tuple[tuple[Importer, ...], tuple[str, ...]]:
    """The importers that can be loaded, and the names of the others."""
    found: list[Importer] = []
    missing: list[str] = []
    for name in NAMES:
        try:
            found.append(importer(name))
        except ImportError:
            missing.append(name)
    return tuple(found), tuple(missing)


def page(found: Iterable[Importer]) -> str:
    """The text of the page."""
    # One crosswalk may serve several importers.
    users: dict[int, tuple[Crosswalk[Any], list[str]]] = {}
    for each in found:
        for crosswalk in each.crosswalks:
            users.setdefault(id(crosswalk), (crosswalk, []))[1].append(each.name)
    lines = [INTRODUCTION]
    for crosswalk, names in users.values():
        lines += _table(crosswalk, names)
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(crosswalk: Crosswalk[Any], names: list[str]) -> Iterator[str]:
    yield f"## {_plain(crosswalk.codebook)}: {_plain(crosswalk.field)}"
    yield ""
    words = "codes that others keep" if crosswalk.words is str else f"`{crosswalk.words.__name__}`"
    yield f"Read by {' and '.join(f'`{each}`' for each in names)}; our words are {words}."
    yield ""
    yield "| term | ours | fit | note |"
    yield "|---|---|---|---|"
    for each in crosswalk.terms:
        ours = each.ours.value if isinstance(each.ours, Enum) else each.ours
        yield f"| {_plain(each.term)} | {_code(str(ours))} | {Fit(each.fit).value} | {_plain(each.note)} |"
    yield ""


def _plain(text: str) -> str:
    """Text as it stands, on one line, whatever it would mean in Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def main() -> None:
    """Write the page, and say which importers it leaves out."""
    found, missing = importers()
    PAGE.write_text(page(found), encoding="utf-8", newline="\n")
    if missing:
        sys.stderr.write(f"left out, since they cannot be loaded: {', '.join(missing)}\n")


if __name__ == "__main__":
    main()
