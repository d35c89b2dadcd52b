"""The time that a question is about: a day, some time in a window, or all of it."""

import math
from enum import StrEnum
from typing import Final, NamedTuple

from oirmodel.errors import InvalidQuestion, quoted
from oirmodel.temporal import DateLike, Hemisphere, read_window

__all__ = ["ANY_TIME", "Asked", "Mode", "read_asked"]


class Mode(StrEnum):
    """Which of the three questions about time is asked."""

    ON = "on"
    DURING = "during"
    THROUGHOUT = "throughout"


class Asked(NamedTuple):
    """The days that a question is about, by their numbers, and how."""

    mode: Mode
    first: float
    last: float
    text: str

    def __str__(self) -> str:
        if self == ANY_TIME:
            return self.text
        return f"{'on' if self.mode is Mode.ON else self.mode.value} {self.text}"


ANY_TIME: Final = Asked(Mode.DURING, -math.inf, math.inf, "at any time")
"""Of a question that names no time: at some time, whenever that was."""


def read_asked(
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    hemisphere: Hemisphere = Hemisphere.NORTHERN,
) -> Asked:
    """
    The time that a question names; raises :class:`~oirmodel.errors.InvalidQuestion` unless it names just one.

    An ``on`` coarser than a day is refused: whether something was so at some time in a month and all through it are
    two questions.
    """
    given = {Mode.ON: on, Mode.DURING: during, Mode.THROUGHOUT: throughout}
    named = [(mode, value) for mode, value in given.items() if value is not None]
    if len(named) != 1:
        count = "no time" if not named else "several times: " + ", ".join(f"{mode}=" for mode, _ in named)
        raise InvalidQuestion(f"expected one of on=, during= and throughout=, and got {count}")
    ((mode, value),) = named
    text = value if isinstance(value, str) else str(value)
    first, last = read_window(value, hemisphere=hemisphere)
    if mode is Mode.ON and first != last:
        raise InvalidQuestion(
            f"on= takes one day, and {quoted(text)} is more: "
            "ask during= (at some time in it) or throughout= (on every day of it)"
        )
    return Asked(mode, first, last, text)
