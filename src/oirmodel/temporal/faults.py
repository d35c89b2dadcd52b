"""Where a text stops being EDTF, and what was expected there."""

import re
from typing import Final

from oirmodel.errors import InvalidDate

__all__ = ["LONGEST_YEAR", "explained"]

LONGEST_YEAR: Final = 13
"""The most digits of a year, so that the number of a day stays exact even in a double (2 to the 53rd)."""

_TELLTALES: Final = (
    (re.compile(r"[^\x00-\x7f]"), "EDTF is written in ASCII"),
    (re.compile(r"[\x00-\x1f\x7f]"), "EDTF has no control characters"),
    (re.compile(r" "), "EDTF has no spaces"),
    (re.compile(r"/"), "an interval stands in a period, as its start and its end"),
    (re.compile(r"[()]"), "a qualifier stands beside the part that it is for, as in '2004-~06', without parentheses"),
    (re.compile(r"[][{}]"), "a set stands by itself, from its opening bracket to its closing one"),
    (re.compile(r"(?<=[0-9-])[uxU]"), "a digit that is not specified is written 'X'"),
    (re.compile(r"^y(?=-?[0-9])"), "a year of more than four digits starts with a capital 'Y'"),
    (re.compile(r"(?<=[?~%])[?~%]"), "one qualifier at most stands on a side of a part; both '?' and '~' is '%'"),
    (re.compile(r"\.\."), "a range stands in a set, as in '[..2026]', and an open end in a period"),
)
"""What gives a common mistake away: of other alphabets and formats, and of the draft of 2012."""

_DIGITS: Final = "0123456789"
_QUALIFIERS: Final = "?~%"
_TIME: Final = (
    (_DIGITS, 2, "two digits of the hour"),
    (":", 1, "':' and two digits of the minute"),
    (_DIGITS, 2, "two digits of the minute"),
    (":", 1, "':' and two digits of the second"),
    (_DIGITS, 2, "two digits of the second"),
)
_PARTS: Final = (
    ("a month of two digits, such as '01', '21' or 'XX'", "'-' and a day, or the end"),
    ("a day of two digits, such as '17' or 'XX'", "'T' and a time of day, or the end"),
)


def explained(part: str, whole: str, at: int) -> InvalidDate:
    """
    The error for a date that is none, in a text where it begins at some character.

    >>> print(explained("2026-1", "2026-1", 0).reason)
    expected a month of two digits, such as '01', '21' or 'XX', at character 7
    """
    for telltale, reason in _TELLTALES:
        if found := telltale.search(part):
            return InvalidDate(whole, reason, at + found.start())
    position, expected = _in_long_year(part) if part[:1] == "Y" else _in_date(part)
    return InvalidDate(whole, f"expected {expected}", at + position)


def _skip(part: str, position: int, allowed: str, most: int) -> int:
    """The position after at most so many of the allowed characters."""
    end = min(len(part), position + most)
    while position < end and part[position] in allowed:
        position += 1
    return position


def _in_long_year(part: str) -> tuple[int, str]:
    position = _skip(part, 1, "-", 1)
    if part[position : position + 1] not in tuple("123456789"):
        return position, "a year of five digits or more, the first of them not zero, after 'Y'"
    position = _skip(part, position, _DIGITS, len(part))
    for letter in "ES":
        if part[position : position + 1] == letter:
            start, position = position + 1, _skip(part, position + 1, _DIGITS, len(part))
            if part[start : start + 1] in ("", "0") or position == start:
                return start, f"a whole number from 1 after '{letter}'"
    return position, "'E' and an exponent, 'S' and significant digits, or the end; a year with 'Y' takes nothing else"


def _in_date(part: str) -> tuple[int, str]:
    start = _skip(part, _skip(part, 0, _QUALIFIERS, 1), "-", 1)
    position = _skip(part, start, _DIGITS + "X", 4)
    if position < start + 4:
        return position, "a year of four digits, such as '2026' or '201X', or 'Y' and a longer one"
    if part[position : position + 1] == "S" and "X" not in part[:position]:
        if part[0] in _QUALIFIERS:
            return 0, "a year without a qualifier, since it has significant digits"
        end = _skip(part, position + 1, _DIGITS, len(part))
        is_count = end > position + 1 and part[position + 1] != "0"
        return (end, "the end") if is_count else (position + 1, "a whole number from 1 after 'S'")
    if _skip(part, position, _DIGITS, 1) > position:
        return position, "'-' and a month, or the end; a year of more than four digits starts with 'Y'"
    expected = "'-' and a month, or the end"
    for name, following in _PARTS:
        dash = _skip(part, position, _QUALIFIERS, 1)
        if part[dash : dash + 1] != "-":
            return dash, expected
        start = _skip(part, dash + 1, _QUALIFIERS, 1)
        position, expected = _skip(part, start, _DIGITS + "X", 2), following
        if position < start + 2:
            return position, name
    if part[position : position + 1] == "T":
        return _in_time(part, position + 1)
    position = _skip(part, position, _QUALIFIERS, 1)
    if part[position : position + 1] == "T":
        return position, "the end: a time of day needs a day without a qualifier"
    return position, expected


def _in_time(part: str, position: int) -> tuple[int, str]:
    for allowed, count, expected in _TIME:
        start, position = position, _skip(part, position, allowed, count)
        if position < start + count:
            return position, expected
    if "X" in part:
        return part.index("T"), "the end: a time of day needs a day that is wholly specified"
    if part[position : position + 1] == "Z":
        return position + 1, "the end after the offset"
    return position, "'Z', an offset such as '+03' or '+03:30', or the end"
