"""Dates as tables write them: patterns such as ``%d/%m/%Y``, and what they come to in EDTF."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["EDTF", "MONTHS", "InvalidPattern", "Pattern"]

EDTF: Final = "edtf"
"""Among patterns, this word stands for the dates of EDTF."""

MONTHS: Final = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
"""Their English names; three letters of one, and ``sept``, will do."""

_DIRECTIVES: Final = {
    "Y": ("year", r"\d{4}"),
    "y": ("short", r"\d{2}"),
    "m": ("month", r"1[0-2]|0?[1-9]"),
    "d": ("day", r"3[01]|[12]\d|0?[1-9]"),
    "q": ("quarter", r"[1-4]"),
    "H": ("hour", r"2[0-3]|[01]?\d"),
    "M": ("minute", r"[0-5]\d"),
    "S": ("second", r"[0-5]\d"),
    "z": ("offset", r"Z|[+-]\d{2}:?\d{2}"),
}
_KNOWN: Final = ", ".join(f"%{each}" for each in (*_DIRECTIVES, "b", "B", "%"))
_NEEDED: Final = {"day": "month", "hour": "day", "minute": "hour", "second": "minute", "offset": "minute"}
"""What cannot be said without what."""
_PIVOT: Final = 69
"""POSIX: two digits from this on are of the 20th century, those below of the 21st."""
_FIRST_QUARTER: Final = 32
"""EDTF numbers the quarters of a year from 33 on."""


class InvalidPattern(Exception):
    """A pattern cannot be used: what would be right. It does not leave this folder."""


class Read(NamedTuple):
    """What a text comes to by a pattern."""

    edtf: str
    remark: str
    """What was filled in; empty where nothing was."""


class Pattern:
    """
    A way to write dates, in the directives of ``strftime``, and ``%q`` for a quarter; it is no sharper than it says.

    >>> Pattern("%d %b %Y").read("7 oct 2014").edtf, Pattern("%m/%Y").read("10/2014").edtf
    ('2014-10-07', '2014-10')
    >>> Pattern("Q%q %Y").read("Q2 2014").edtf, Pattern("%d/%m/%Y").read("2014")
    ('2014-34', None)
    """

    def __init__(self, text: str, months: Sequence[str] = ()) -> None:
        """Names of ``months`` are those of another language. Raises :class:`InvalidPattern`."""
        self.text = text
        self._months = {each.casefold(): number for number, each in enumerate(months or MONTHS, start=1)}
        if not months:
            self._months |= {each[:3]: number for each, number in self._months.items()} | {"sept": 9}
        found: list[str] = []
        parts = re.split(r"%(.)", text, flags=re.DOTALL)
        expression = _literal(parts[0])
        for directive, literal in zip(parts[1::2], parts[2::2], strict=True):
            expression += self._part(directive, found) + _literal(literal)
        if "%" in "".join(parts[::2]):
            raise InvalidPattern("expected a letter after '%'")
        if not {"year", "short"} & {*found}:
            raise InvalidPattern("expected a year in it, %Y or %y")
        for each in found:
            if (needed := _NEEDED.get(each)) and needed not in found:
                raise InvalidPattern(f"expected the {needed} too, where it has the {each}")
        if "quarter" in found and "month" in found:
            raise InvalidPattern("expected a month or a quarter, not both")
        self._expression = re.compile(expression, re.IGNORECASE | re.ASCII)

    def _part(self, directive: str, found: list[str]) -> str:
        if directive == "%":
            return "%"
        if directive in ("b", "B"):
            # The longest first, since "sep" begins "september".
            names = sorted(self._months, key=len, reverse=True)
            name, expression = "month", "|".join(map(re.escape, names))
        elif directive in _DIRECTIVES:
            name, expression = _DIRECTIVES[directive]
        else:
            raise InvalidPattern(f"expected one of {_KNOWN}; got '%{directive}'")
        if name in found or {name, *found} >= {"year", "short"}:
            raise InvalidPattern(f"expected the {'year' if name == 'short' else name} once")
        found.append(name)
        return f"(?P<{name}>{expression})"

    def read(self, text: str) -> Read | None:
        """The text of EDTF, which is still to be read; ``None`` for what is not written in this way."""
        matched = self._expression.fullmatch(text)
        if matched is None:
            return None
        said = matched.groupdict()
        year, remark = said.get("year"), ""
        if year is None:
            short = said["short"]
            year = f"{19 if int(short) >= _PIVOT else 20}{short}"
            remark = f"the year {short!r} is read as {year}"
        parts = [year]
        if "quarter" in said:
            parts.append(str(_FIRST_QUARTER + int(said["quarter"])))
        if "month" in said:
            month = said["month"]
            parts.append(f"{self._months.get(month.casefold()) or int(month):02}")
        if "day" in said:
            parts.append(f"{int(said['day']):02}")
        return Read("-".join(parts) + _clock(said), remark)


def _literal(text: str) -> str:
    """White space of any length stands for white space of any length."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


def _clock(said: dict[str, str]) -> str:
    if "hour" not in said:
        return ""
    offset = said.get("offset", "").upper()
    if len(offset) > 1 and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"T{int(said['hour']):02}:{said.get('minute', '00')}:{said.get('second', '00')}{offset}"
