"""Pictures of timelines."""

import os
from pathlib import Path

from attrs import field, frozen

from oirmodel.errors import InvalidQuestion, quoted
from oirmodel.formats.files import replace
from oirmodel.query import Timeline
from oirmodel.views.drawing import svg_of
from oirmodel.views.lanes import Block, block_of, in_words
from oirmodel.views.sheet import sheet_of

__all__ = ["Picture", "timeline"]


@frozen(kw_only=True)
class Picture:
    """A picture as SVG: a notebook shows it, :meth:`save` writes it to a file, and its text can stand in a page."""

    svg: str = field(repr=False)
    """One ``svg`` element; whatever comes from data is text in it, with its markup escaped."""
    blocks: tuple[Block, ...]
    """What is drawn, as data: a block a timeline, in it a lane a value, in it a bar for days with one grade."""

    def explain(self) -> str:
        """The picture in plain text, for those who cannot see it: a line a lane, with each grade and its days."""
        return in_words(self.blocks)

    def save(self, path: str | os.PathLike[str]) -> None:
        """
        Write the picture to a file whose name ends in ``.svg``.

        The file is replaced at once when all is written, so that nobody ever sees half of it. Raises ``OSError`` where
        that fails; a file that was there is then as it was.
        """
        if Path(path).suffix.lower() != ".svg":
            raise InvalidQuestion(f"a picture is SVG: expected a path that ends in .svg, not {quoted(os.fspath(path))}")
        replace(path, self.svg.encode())

    def __str__(self) -> str:
        return self.explain()

    def _repr_svg_(self) -> str:
        """The picture for a notebook."""
        return self.svg


def timeline(*timelines: Timeline) -> Picture:
    """
    Draw one timeline or more, below each other over the same days: ``timeline(data.history("control", "Al-Asad"))``.

    Every value that is a candidate on any day has a lane. A yes is a bar and a no is a line, each drawn by its grade,
    which can be told without colour as well; where nothing speaks to it, the lane is blank. An arrow says that it goes
    on beyond the days shown. In a view as known on a day, that day is marked. Stretches of days that would be too
    narrow to see are drawn wider.

    Raises :class:`~oirmodel.errors.InvalidQuestion` where there is no timeline, or something that is none.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> picture = timeline(data.history("control", "Al-Asad", during="2026-01-01/2026-01-31"))
    >>> print(picture.explain())
    History of control, Al-Asad Airbase
      US-led coalition: possible, 2026-01-01 to 2026-01-17; presumed no, 2026-01-18 to 2026-01-31
      Iraqi Armed Forces: definite, on 2026-01-17; presumed, 2026-01-18 to 2026-01-31
    >>> picture.svg[:5]
    '<svg '
    """
    if not timelines:
        raise InvalidQuestion("nothing to draw: expected one timeline or more, as history() gives them")
    for each in timelines:
        if not isinstance(each, Timeline):
            raise InvalidQuestion(f"expected timelines, as history() gives them, not {quoted(each)}")
    blocks = tuple(block_of(each) for each in timelines)
    title = "; ".join(block.title for block in blocks)
    return Picture(svg=svg_of(sheet_of(blocks), title=title, description=in_words(blocks)), blocks=blocks)
