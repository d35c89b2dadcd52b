"""Days as tables and file names write them: in numbers or words, with a year or without, one or a range."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Days", "days_in_name", "read_days"]

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TO: Final = r"\s*(?:-|\u2013|\u2014|/|\bto\b|\band\b|\bthrough\b)\s*"
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_ISO: Final = r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?"
_IN_NUMBERS: Final = re.compile(rf"{_ISO}(?:{_TO}{_ISO})?", re.ASCII)
_AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTH_FIRST: Final = re.compile(
    rf"([A-Za-z]+)\.?\s+{_DAY}(?:{_TO}(?:([A-Za-z]+)\.?\s+)?{_DAY})?(?:\s*,?\s+(\d{{4}}))?", re.ASCII
)
_DAY_FIRST: Final = re.compile(rf"{_DAY}\s+([A-Za-z]+)\.?(?:,?\s+(\d{{4}}))?", re.ASCII)
_IN_NAME: Final = re.compile(r"(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)
_SHORTEST: Final = 3
"""Letters of the shortest form of a month."""


class Days(NamedTuple):
    """A first and a last day, which may be the same, as ISO 8601 has them."""

    first: str
    last: str
    filled: bool
    """Whether the year was not given, and is that of the release."""


def read_days(text: str, release: str) -> Days | None:
    """
    The days that a cell gives; where it gives no year, the last such days up to the release.

    ``None`` where it cannot be read, or has no year and the day of the release is not known, which is then empty.

    >>> read_days("Aug. 9", "2017-08-11")
    Days(first='2017-08-09', last='2017-08-09', filled=True)
    >>> read_days("April 30-May 1, 2015", "")
    Days(first='2015-04-30', last='2015-05-01', filled=False)
    >>> read_days("last week", "2017-08-11") is None
    True
    """
    text = text.strip()
    try:
        if found := _IN_NUMBERS.fullmatch(text):
            first = _day(found[1], int(found[2]), found[3])
            return _ordered(first, _day(found[4], int(found[5]), found[6]) if found[4] else first)
        if found := _AMERICAN.fullmatch(text):
            first = _day(found[3], int(found[1]), found[2])
            return _ordered(first, first)
        if found := _MONTH_FIRST.fullmatch(text):
            starts = _month(found[1])
            ends = _month(found[3]) if found[3] else starts
            return _with_year((starts, found[2]), (ends, found[4] or found[2]), found[5], release)
        if found := _DAY_FIRST.fullmatch(text):
            only = (_month(found[2]), found[1])
            return _with_year(only, only, found[3], release)
    except ValueError:  # a day that no calendar has
        return None
    return None


def days_in_name(name: str) -> tuple[str, ...]:
    """
    The days that stand in the name of a file, each once, the first first.

    >>> days_in_name("2015-04-25_LinkClick.aspx.pdf"), days_in_name("20151009 Strike Release.pdf")
    (('2015-04-25',), ('2015-10-09',))
    """
    return tuple(sorted(set(_in_name(name))))


def _in_name(name: str) -> Iterator[str]:
    for found in _IN_NAME.finditer(name):
        try:
            yield _day(found[1], int(found[3]), found[4]).isoformat()
        except ValueError:
            continue


def _with_year(starts: tuple[int, str], ends: tuple[int, str], year: str | None, release: str) -> Days | None:
    """The days of a year that is given, or that the release tells; where it turns between them, it is the last's."""
    if year is None and not release:
        return None
    last = _day(year or release[:4], *ends)
    if year is None and last.isoformat() > release:
        last = _day(str(last.year - 1), *ends)
    first = _day(str(last.year - (starts[0] > ends[0])), *starts)
    return Days(first.isoformat(), last.isoformat(), year is None) if first <= last else None


def _ordered(first: dt.date, last: dt.date) -> Days | None:
    return Days(first.isoformat(), last.isoformat(), filled=False) if first <= last else None


def _day(year: str, month: int, day: str) -> dt.date:
    return dt.date(int(year), month, int(day))


def _month(word: str) -> int:
    """The number of a month; raises ``ValueError`` for what is none."""
    lower = word.lower()
    if len(lower) >= _SHORTEST:
        for number, name in enumerate(_MONTHS, start=1):
            if name.startswith(lower):
                return number
    raise ValueError(word)
