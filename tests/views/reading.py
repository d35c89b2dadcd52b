"""Reads a picture back: which words stand in it, and what is drawn in each lane, from where to where."""

import re
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

__all__ = ["Drawn", "lanes", "root", "texts"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_FILLS: Final = {
    "#0b3c6f": ("definite", True),
    "#a9cbe8": ("presumed", True),
    "#ffffff": ("possible", True),
    "#f2b27a": ("contested", True),
}
_DASHES: Final = {"": ("definite", False), "6,3": ("presumed", False), "1.4,3": ("possible", False)}
_CORNERS_OF_A_BAR: Final = 5
_ENDS_OF_A_LINE: Final = 2


class Drawn(NamedTuple):
    """A bar or a line: its grade, and where it begins and ends, in points from the left edge."""

    status: str
    holds: bool
    left: float
    right: float


def root(svg: str) -> ET.Element:
    """The element of a picture, which must be well-formed XML."""
    return ET.fromstring(svg)  # noqa: S314 - the library wrote it, without entities or a document type


def texts(svg: str) -> list[str]:
    """Every line of text, as a reader sees it."""
    return [each.text or "" for each in root(svg).iter(f"{_SVG}text")]


def lanes(svg: str, block: int = 1) -> list[tuple[str, list[Drawn]]]:
    """What stands before each lane of a block, and what is drawn in it."""
    found = []
    for group in root(svg).iter(f"{_SVG}g"):
        if re.fullmatch(rf"block-{block}-lane-\d+", group.get("id", "")):
            label = " ".join(each.text or "" for each in group.iter(f"{_SVG}text"))
            drawn = [each for path in group.iter(f"{_SVG}path") if (each := _drawn(path)) is not None]
            found.append((label, drawn))
    return found


def _drawn(path: ET.Element) -> Drawn | None:
    """A bar or a line for a no; nothing for its pattern, and for the arrows beyond the days."""
    style = dict(each.split(": ") for each in path.get("style", "").split("; "))
    points = [tuple(map(float, pair)) for pair in re.findall(r"[ML] (\S+) (\S+)", path.get("d", ""))]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    if len(points) == _CORNERS_OF_A_BAR and style["fill"] in _FILLS:
        return Drawn(*_FILLS[style["fill"]], left, right)
    if len(points) == _ENDS_OF_A_LINE and style.get("stroke") == "#4d4d4d":
        return Drawn(*_DASHES[style.get("stroke-dasharray", "")], left, right)
    return None
