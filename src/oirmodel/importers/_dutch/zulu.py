"""Days and Zulu times as military lists write them, and the local days that they are."""

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from oirmodel.temporal import ImpreciseDate

__all__ = ["Moment", "day_of", "minute_of"]

_DAY: Final = re.compile(r"(\d{1,2})[-\s/.]([A-Za-z]{3,9})\.?[-\s/.](\d{4}|\d{2})", re.ASCII)
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?\s*Z?|(\d{2})(\d{2})\s*Z?", re.ASCII | re.IGNORECASE)
_MONTHS: Final[Mapping[str, int]] = {
    name[:length]: number
    for number, name in enumerate(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        start=1,
    )
    for length in {3, 4 if name == "september" else 3, len(name)}
}
_CENTURY: Final = 2000
_SHORT: Final = 2
_HOUR: Final = 60
_HOURS: Final = 24


class Moment(NamedTuple):
    """A day of Zulu time, and the minute of it where that is known."""

    day: dt.date
    minute: int | None

    def __str__(self) -> str:
        if self.minute is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.minute // _HOUR:02}:{self.minute % _HOUR:02}Z"

    def local(self, zone: str | None) -> ImpreciseDate:
        """
        The day that it is in a time zone of the IANA database; one of several, where the zone or the minute is unknown.

        >>> print(Moment(dt.date(2015, 6, 2), 21 * 60 + 2).local("Asia/Baghdad"))
        2015-06-03
        >>> print(Moment(dt.date(2015, 6, 2), None).local("Asia/Baghdad"))
        [2015-06-02..2015-06-03]
        """
        return _local(self, zone)


@lru_cache(maxsize=4_096)
def _local(moment: Moment, zone: str | None) -> ImpreciseDate:
    minutes = (0, _HOURS * _HOUR - 1) if moment.minute is None else (moment.minute,)
    instants = [ImpreciseDate.parse(f"{Moment(moment.day, each)}".replace("Z", ":00Z")) for each in minutes]
    spans = [each.local(zone) for each in instants]
    return ImpreciseDate.between(min(each.first for each in spans), max(each.last for each in spans))


def day_of(text: str) -> dt.date | None:
    """
    The day that a text gives with the English name of its month, or as ISO 8601 has it; ``None`` where it gives none.

    A year of two digits is one of this century. A month in digits is not read, since nobody can tell it from the day.

    >>> day_of("2-jun-15") == day_of("02-Jun-2015") == day_of("2015-06-02")
    True
    >>> day_of("31-jun-15") is day_of("2-6-15") is None
    True
    """
    read = _DAY.fullmatch(text)
    try:
        if read is None:
            day = dt.date.fromisoformat(text) if text.count("-") == _SHORT else None
        else:
            year = int(read[3]) + (_CENTURY if len(read[3]) == _SHORT else 0)
            day = dt.date(year, _MONTHS[read[2].lower()], int(read[1]))
    except (KeyError, ValueError):
        return None
    # The first and the last year that can be written have days that are in none elsewhere on Earth.
    return None if day is None or day.year in {dt.MINYEAR, dt.MAXYEAR} else day


def minute_of(text: str) -> int | None:
    """
    The minute of the day that a time of day is, from 0 to 1439; ``None`` where it is none.

    >>> minute_of("21:02"), minute_of("9:05Z"), minute_of("2102Z"), minute_of("24:00")
    (1262, 545, 1262, None)
    """
    read = _TIME.fullmatch(text)
    if read is None:
        return None
    hour, minute = int(read[1] or read[3]), int(read[2] or read[4])
    return hour * _HOUR + minute if hour < _HOURS and minute < _HOUR else None
