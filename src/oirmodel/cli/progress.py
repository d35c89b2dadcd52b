"""How far a long reading is: a bar on the standard error, where that is a terminal and rich is installed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from oirmodel.importers import Progress, Told
from oirmodel.text import escaped

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

__all__ = ["shown"]


@contextmanager
def shown() -> Iterator[Progress | None]:
    """What is to be told how far the reading is; ``None`` where nobody would see it."""
    bars = _bars() if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else None
    if bars is None:
        yield None
        return
    with bars:
        yield _Reading(bars).tell


def _bars() -> "Bars | None":
    try:
        from rich import progress  # noqa: PLC0415 - an extra, loaded for a terminal only
        from rich.console import Console  # noqa: PLC0415
    except ImportError:
        return None
    return progress.Progress(
        progress.TextColumn("{task.description}", markup=False),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TextColumn("{task.fields[rows]:,} rows, {task.fields[rate]:,.0f}/s", markup=False),
        progress.TimeRemainingColumn(),
        console=Console(file=sys.stderr),
    )


class _Reading:
    """Moves a bar for each file, by its bytes, and one without an end where a file does not tell how many it has."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._bar: TaskID | None = None
        self._told = Told("", 0, None, None)
        self._begun = self._now = time.monotonic()

    def tell(self, told: Told) -> None:
        """Show how far a file is read."""
        if self._bar is None or told.file != self._told.file or told.rows < self._told.rows:
            self._bar = self._bars.add_task(escaped(told.file), total=told.size, rows=0, rate=0.0)
            self._begun = self._now
        self._told, self._now = told, time.monotonic()
        rate = told.rows / max(self._now - self._begun, 1e-9)
        self._bars.update(self._bar, completed=told.done or 0, rows=told.rows, rate=rate)
