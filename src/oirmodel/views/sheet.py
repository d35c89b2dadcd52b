"""Where everything stands in a picture of timelines, in points from the upper left corner, and how it looks."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import frozen

from oirmodel.query import Status
from oirmodel.text import escaped
from oirmodel.views.axis import Axis, Tick, axis_of
from oirmodel.views.lanes import NOTHING, Bar, Block

__all__ = ["Group", "Look", "Sheet", "Stroke", "Words", "look_of", "sheet_of", "wrapped"]

WIDTH: Final = 800.0
LEFT: Final = 220.0
RIGHT: Final = 780.0
"""Between these two lie the days; beyond them stands an arrow where something goes on."""
_MARGIN: Final = 10.0
_LINE: Final = 13.0
_LANE: Final = 22.0
_BAR: Final = 12.0
_THIN: Final = 2.5
"""As wide as this is a bar that would be too narrow to see."""
_GRAIN: Final = 5.0
_LABEL_COLUMNS: Final = 32
_TITLE_COLUMNS: Final = 110
_TICK_ROOM: Final = 62.0
_KNOWN_ROOM: Final = 88.0
_ENTRY: Final = 128.0

_INK: Final = "#222222"
_FAINT: Final = "#d0d0d0"


class Point(NamedTuple):
    """A place on the sheet."""

    x: float
    y: float


@frozen(kw_only=True)
class Stroke:
    """Lines from point to point, or the area inside them where they are filled."""

    lines: tuple[tuple[Point, ...], ...]
    fill: str | None = None
    color: str | None = None
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    """How long the dashes are, and the gaps; none for a line without gaps."""


@frozen(kw_only=True)
class Words:
    """A line of text, which begins at a point of its base line."""

    at: Point
    text: str
    size: float = 10.0
    bold: bool = False
    color: str = _INK


@frozen(kw_only=True)
class Group:
    """What belongs together, under a name: ``axis``, ``block-1``, ``block-1-lane-2``, ``legend``."""

    name: str
    marks: tuple[Stroke | Words, ...]


@frozen(kw_only=True)
class Sheet:
    """Everything that is to be drawn, in its order."""

    width: float
    height: float
    groups: tuple[Group, ...]


@frozen(kw_only=True)
class Look:
    """How a grade is drawn: told apart by colour, and without colour by its pattern and its edge."""

    words: str
    """What the legend calls it."""
    color: str
    fill: str | None = None
    """``None`` for a line."""
    pattern: str = ""
    """``strokes``, ``zigzag``, or none."""
    width: float = 0.8
    dashes: tuple[float, ...] = ()


_BLUE: Final = "#0b3c6f"
_RUST: Final = "#7a2e00"
_GREY: Final = "#4d4d4d"
_CONTESTED: Final = Look(words="contested", color=_RUST, fill="#f2b27a", pattern="zigzag", width=1.4)
_LOOKS: Final = {
    (Status.DEFINITE, True): Look(words="definite", color=_BLUE, fill=_BLUE),
    (Status.PRESUMED, True): Look(words="presumed", color=_BLUE, fill="#a9cbe8", pattern="strokes"),
    (Status.POSSIBLE, True): Look(words="possible", color=_BLUE, fill="#ffffff", dashes=(3.0, 2.0)),
    (Status.CONTESTED, True): _CONTESTED,
    (Status.CONTESTED, False): _CONTESTED,
    (Status.DEFINITE, False): Look(words="definitely not", color=_GREY, width=2.2),
    (Status.PRESUMED, False): Look(words="presumably not", color=_GREY, width=1.4, dashes=(6.0, 3.0)),
    (Status.POSSIBLE, False): Look(words="possibly not", color=_GREY, width=1.4, dashes=(1.4, 3.0)),
}


_SUREST_LAST: Final = (Status.NO_EVIDENCE, Status.POSSIBLE, Status.PRESUMED, Status.DEFINITE, Status.CONTESTED)


def look_of(bar: Bar) -> Look | None:
    """How a bar looks; ``None`` for no evidence, which is left blank."""
    return _LOOKS.get((bar.status, bar.holds))


def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """
    A text in lines of so many columns at most; nothing of it is lost but the white space between them.

    A character of East Asian width takes two columns, one that combines none. A word that is longer than a line is cut.

    >>> wrapped("Combined Joint Task Force", 14)
    ('Combined Joint', 'Task Force')
    """
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _columns(joined) <= columns:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if _columns(lines[-1] + letter) > columns:
                lines.append("")
            lines[-1] += letter
    return tuple(lines)


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def sheet_of(blocks: Iterable[Block]) -> Sheet:
    """Where everything stands."""
    blocks = tuple(blocks)
    axis = axis_of(blocks)
    groups: list[Group] = []
    top = _MARGIN
    for number, block in enumerate(blocks, 1):
        placed, top = _block(f"block-{number}", block, axis, top)
        groups += placed
        top += _MARGIN
    if axis is not None:
        groups.insert(0, _axis(axis.ticks(), axis, top))
        top += _LINE + _MARGIN
    legend, top = _legend((bar for block in blocks for lane in block.lanes for bar in lane.bars), top)
    return Sheet(width=WIDTH, height=round(top + _MARGIN, 2), groups=(*groups, legend))


def _x(axis: Axis | None, day: int) -> float:
    """Where a day begins; without an axis nothing begins or ends."""
    return LEFT if axis is None else LEFT + axis.share(day) * (RIGHT - LEFT)


def _block(name: str, block: Block, axis: Axis | None, top: float) -> tuple[list[Group], float]:
    """The groups of a block, and where it ends."""
    marks: list[Stroke | Words] = []
    for line in _lines(block.title, _TITLE_COLUMNS):
        marks.append(Words(at=_at(_MARGIN, top + _LINE - 3), text=line, size=11.0, bold=True))
        top += _LINE
    top += 4
    begins = top
    if block.known_on is not None and axis is not None:
        top += _LINE
    lanes: list[Group] = []
    for number, lane in enumerate(block.lanes, 1):
        label = _lines(lane.label, _LABEL_COLUMNS)
        height = max(_LANE, len(label) * _LINE + 6)
        middle = top + height / 2
        first = middle - (len(label) - 1) * _LINE / 2 + 3.5
        words = [Words(at=_at(_MARGIN, first + index * _LINE), text=line) for index, line in enumerate(label)]
        drawn = [mark for bar in _in_turn(lane.bars, axis) for mark in _bar(bar, axis, middle)]
        lanes.append(Group(name=f"{name}-lane-{number}", marks=(*words, *drawn)))
        top += height
    if not block.lanes:
        marks.append(Words(at=_at(_MARGIN, top + _LINE), text=NOTHING, color=_GREY))
        top += _LANE
    if block.known_on is not None and axis is not None:
        x = _x(axis, block.known_on.toordinal() + 1)
        marks.append(_line(Point(x, begins + 3), Point(x, top), color=_INK, width=1.2))
        text = f"known {block.known_on.isoformat()}"
        beside = x + 3 if x + _KNOWN_ROOM <= RIGHT else x - _KNOWN_ROOM
        marks.append(Words(at=_at(beside, begins + _LINE - 3), text=text, size=9.0))
    return [Group(name=name, marks=tuple(marks)), *lanes], top


def _lines(text: str, columns: int) -> tuple[str, ...]:
    return tuple(map(escaped, wrapped(text, columns)))


def _at(x: float, y: float) -> Point:
    return Point(round(x, 2), round(y, 2))


def _line(start: Point, end: Point, *, color: str, width: float, dashes: tuple[float, ...] = ()) -> Stroke:
    return Stroke(lines=((_at(*start), _at(*end)),), color=color, width=width, dashes=dashes)


def _ends(axis: Axis | None, bar: Bar) -> tuple[float, float]:
    """Where a bar begins and ends; what is too narrow to see is as wide as can be seen."""
    left = LEFT if bar.first is None else _x(axis, bar.first.toordinal())
    right = RIGHT if bar.last is None else _x(axis, bar.last.toordinal() + 1)
    if right - left < _THIN:
        left = min(left, RIGHT - _THIN)
        right = left + _THIN
    return left, right


def _in_turn(bars: Iterable[Bar], axis: Axis | None) -> list[Bar]:
    """The narrow ones last, and of these the surest, so that a single day is not hidden by what is around it."""

    def turn(bar: Bar) -> tuple[float, int]:
        left, right = _ends(axis, bar)
        return left - right, _SUREST_LAST.index(bar.status)

    return sorted(bars, key=turn)


def _bar(bar: Bar, axis: Axis | None, middle: float) -> Iterator[Stroke]:
    look = look_of(bar)
    if look is None:
        return
    left, right = _ends(axis, bar)
    yield from _swatch(look, left, right, middle)
    for tip, end, goes_on in ((-1, LEFT, bar.first is None), (1, RIGHT, bar.last is None)):
        if goes_on:
            arrow = (Point(end + 3 * tip, middle - 4), Point(end + 9 * tip, middle), Point(end + 3 * tip, middle + 4))
            yield Stroke(lines=(tuple(_at(*each) for each in arrow),), fill=look.color)


def _swatch(look: Look, left: float, right: float, middle: float) -> Iterator[Stroke]:
    """A bar, or for a no a line, and its pattern."""
    if look.fill is None:
        yield _line(Point(left, middle), Point(right, middle), color=look.color, width=look.width, dashes=look.dashes)
        return
    above, below = middle - _BAR / 2, middle + _BAR / 2
    corners = (Point(left, above), Point(right, above), Point(right, below), Point(left, below), Point(left, above))
    outline = tuple(_at(*each) for each in corners)
    yield Stroke(lines=(outline,), fill=look.fill, color=look.color, width=look.width, dashes=look.dashes)
    lines = {"strokes": _strokes, "zigzag": _zigzag}.get(look.pattern)
    if lines is not None and (pattern := tuple(lines(left, right, above, below))):
        yield Stroke(lines=pattern, color=look.color, width=look.width)


def _strokes(left: float, right: float, above: float, below: float) -> Iterator[tuple[Point, ...]]:
    """Strokes upward to the right, cut at both ends of a bar, so that they fit those of the next."""
    rise = below - above
    for index in range(int((left - rise) // _GRAIN), int(right // _GRAIN) + 1):
        start = index * _GRAIN
        begin, end = max(start, left), min(start + rise, right)
        if begin < end:
            yield _at(begin, below - (begin - start)), _at(end, below - (end - start))


def _zigzag(left: float, right: float, above: float, below: float) -> Iterator[tuple[Point, ...]]:
    """One line up and down from end to end."""
    turns = range(int(left // _GRAIN), int(right // _GRAIN) + 2)
    points = []
    for one, other in pairwise(turns):
        start, rises = one * _GRAIN, one % 2 == 0
        for x in (max(start, left), min(other * _GRAIN, right)):
            along = (x - start) / _GRAIN
            points.append(_at(x, below - along * (below - above) if rises else above + along * (below - above)))
    yield tuple(dict.fromkeys(points))


def _axis(ticks: Iterable[Tick], axis: Axis, bottom: float) -> Group:
    """The days that are marked, with a line up through all blocks; it is drawn first, so that it lies behind them."""
    marks: list[Stroke | Words] = [_line(Point(LEFT, bottom), Point(RIGHT, bottom), color=_GREY, width=0.8)]
    for day, label in ticks:
        x = _x(axis, day)
        marks.append(_line(Point(x, _MARGIN + _LINE + 4), Point(x, bottom + _LINE), color=_FAINT, width=0.6))
        if x + _TICK_ROOM <= WIDTH:
            marks.append(Words(at=_at(x + 3, bottom + _LINE - 2), text=label, size=9.0))
    return Group(name="axis", marks=tuple(marks))


def _legend(bars: Iterable[Bar], top: float) -> tuple[Group, float]:
    """What the looks mean that occur, and that a blank is no evidence."""
    met = {(bar.status, bar.holds) for bar in bars}
    looks = dict.fromkeys(look for grade, look in _LOOKS.items() if grade in met)
    marks: list[Stroke | Words] = []
    x, middle = _MARGIN, top + _LINE / 2
    for look in (*looks, None):
        if x + _ENTRY > RIGHT:
            x, middle = _MARGIN, middle + _LINE + 5
        marks += () if look is None else _swatch(look, x, x + 30, middle)
        text, beside = ("blank: no evidence", 0) if look is None else (look.words, 36)
        marks.append(Words(at=_at(x + beside, middle + 3.5), text=text))
        x += _ENTRY
    return Group(name="legend", marks=tuple(marks)), middle + _LINE / 2
