"""
The drawing of a sheet as SVG, by matplotlib.

The same sheet gives the same bytes on every machine: nothing is measured by a font, since text stays text, in a generic
family; nothing is read from a user's settings; and no date, no version and no random id is written.
"""

from importlib.util import find_spec

if find_spec("matplotlib") is None:
    raise ImportError("oirmodel.views needs matplotlib: pip install 'oirmodel[plot]'")

from io import StringIO
from threading import Lock
from typing import Final

from matplotlib import style
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from oirmodel.text import escaped
from oirmodel.views.sheet import Group, Sheet, Stroke, Words

__all__ = ["svg_of"]

_POINTS: Final = 72  # an inch
_SETTINGS: Final = {
    "svg.fonttype": "none",
    "svg.hashsalt": "oirmodel",
    "font.sans-serif": [],  # else the names of a dozen fonts would go into every line of text
    "path.simplify": False,
}
_LOCK: Final = Lock()  # matplotlib keeps its settings for the whole process


def svg_of(sheet: Sheet, *, title: str, description: str) -> str:
    """The SVG of a sheet: one element, which can stand in a file by itself or in a page."""
    told = {"Title": escaped(title), "Description": description, "Date": None, "Creator": None}
    written = StringIO()
    with _LOCK, style.context(["default", _SETTINGS]):
        figure = Figure(figsize=(sheet.width / _POINTS, sheet.height / _POINTS), dpi=_POINTS, facecolor="white")
        figure.add_artist(_Drawn(sheet))
        figure.savefig(written, format="svg", metadata=told)
    text = written.getvalue()
    return text[text.index("<svg") :]


class _Drawn(Artist):
    """A sheet as what a figure draws: paths and texts, at the points where they stand, and nothing measured."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def draw(self, renderer: RendererBase) -> None:
        for group in self._sheet.groups:
            self._draw_group(renderer, group)

    def _draw_group(self, renderer: RendererBase, group: Group) -> None:
        renderer.open_group(group.name, gid=group.name)
        for mark in group.marks:
            if isinstance(mark, Words):
                self._write(renderer, mark)
            else:
                self._draw_stroke(renderer, mark)
        renderer.close_group(group.name)

    def _draw_stroke(self, renderer: RendererBase, stroke: Stroke) -> None:
        graphics = renderer.new_gc()
        graphics.set_linewidth(0.0 if stroke.color is None else stroke.width)
        graphics.set_foreground(stroke.color or "none")
        graphics.set_capstyle("butt")
        graphics.set_joinstyle("miter")
        graphics.set_dashes(0, list(stroke.dashes) or None)
        corners = [corner for line in stroke.lines for corner in line]
        codes = [code for line in stroke.lines for code in (Path.MOVETO, *[Path.LINETO] * (len(line) - 1))]
        downward = Affine2D().scale(1, -1).translate(0, self._sheet.height)
        fill = None if stroke.fill is None else to_rgba(stroke.fill)
        renderer.draw_path(graphics, Path(corners, codes), downward, fill)
        graphics.restore()

    def _write(self, renderer: RendererBase, words: Words) -> None:
        graphics = renderer.new_gc()
        graphics.set_foreground(words.color)
        font = FontProperties(family="sans-serif", size=words.size, weight="bold" if words.bold else "normal")
        # Texts are never read as mathematics, whatever dollar signs stand in a name.
        renderer.draw_text(graphics, words.at.x, words.at.y, words.text, font, 0, ismath=False)
        graphics.restore()
