"""Reading the numbers in cells and in words, whoever wrote them."""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["first_word", "number_of", "whole"]

_ONES: Final = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_NUMBERS: Final[Mapping[str, int]] = {
    "a": 1,
    "an": 1,
    "another": 1,
    **{word: number for number, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split(), start=1)},
    **{word: 10 * tens for tens, word in enumerate(["twenty", "thirty", "forty", "fifty"], start=2)},
}
_WHOLE: Final = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.0+)?", re.ASCII)


def number_of(word: str) -> int | None:
    """
    The number that a word stands for in a release; ``None`` where it is none.

    >>> number_of("Twenty-one"), number_of("17"), number_of("an"), number_of("several")
    (21, 17, 1, None)
    """
    lower = word.lower()
    if lower in _NUMBERS:
        return _NUMBERS[lower]
    tens, hyphen, ones = lower.partition("-")
    if hyphen and _NUMBERS.get(tens, 0) >= 20 and _NUMBERS.get(ones, 10) < 10:  # noqa: PLR2004 - twenty-one
        return _NUMBERS[tens] + _NUMBERS[ones]
    return whole(word)


def whole(cell: str) -> int | None:
    """
    The whole number in a cell, which a table may have as ``11.0``; ``None`` where it is none.

    >>> whole("11.0"), whole("1,200"), whole("2.5"), whole("")
    (11, 1200, None, None)
    """
    found = _WHOLE.fullmatch(cell.strip())
    return int(found[1].replace(",", "")) if found else None


def first_word(text: str) -> str:
    """The first word of a text, without punctuation at its end; empty where there is none."""
    words = text.split(maxsplit=1)
    return words[0].rstrip(".,;:") if words else ""
