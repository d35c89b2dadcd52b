"""A date as vague as its source left it."""

import datetime as dt
from functools import lru_cache
from typing import Final, Self
from zoneinfo import ZoneInfo

import pendulum
from attrs import field, frozen

from oirmodel.errors import InvalidDate, quoted
from oirmodel.frozen import Record
from oirmodel.temporal.days import FOREVER, NEVER, iso, to_date
from oirmodel.temporal.edtf import Reading, Span, read

__all__ = ["OPEN", "ImpreciseDate", "as_date", "as_given_date"]

OPEN: Final = ".."
"""How EDTF writes the end that an interval does not have."""

_MINUTES_A_DAY: Final = 1440
_WEST, _EAST = -12 * 60, 14 * 60  # the offsets that clocks on Earth show, in minutes


@lru_cache(maxsize=65_536)
def _read(text: str) -> Reading:
    return Reading(Span(NEVER, FOREVER)) if text == OPEN else read(text)


@frozen(kw_only=True, repr=False)
class ImpreciseDate(Record):
    """
    A date of EDTF (ISO 8601-2:2019): a day, a month, a year, a season, a decade, one of several, or an open end.

    The text is kept as written; two dates are equal when their texts are. What it allows lies between
    :attr:`earliest` and :attr:`latest`. Read are levels 0 and 1 and the one-of sets of level 2. A qualifier (``?``
    uncertain, ``~`` approximate, ``%`` both) is kept and never widens the bounds.

    >>> ImpreciseDate.parse("2017-06").earliest, ImpreciseDate.parse("2017-06").latest
    (Date(2017, 6, 1), Date(2017, 6, 30))
    >>> ImpreciseDate.parse("[..2026-01-17]").earliest is None
    True
    >>> ImpreciseDate.parse("2017-13")
    Traceback (most recent call last):
    ...
    oirmodel.errors.InvalidDate: not an EDTF date: '2017-13' (there is no month 13)
    """

    text: str
    _reading: Reading = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_reading", _read(self.text))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text of EDTF; raises :class:`~oirmodel.errors.InvalidDate`."""
        if not isinstance(text, str):
            raise InvalidDate(quoted(text), "expected text")
        return cls(text=text)

    @classmethod
    def between(cls, first: float, last: float) -> Self:
        """
        The date that lies somewhere between two days, given by their numbers; either may be infinite.

        EDTF writes no day of a year of more than four digits, and a range with one precision on both sides: where one
        of the days is in such a year, the date reaches over the whole years.
        """
        if first == NEVER and last == FOREVER:
            return cls(text=OPEN)
        low, high = ("" if abs(each) == FOREVER else iso(int(each)) for each in (first, last))
        if low.startswith("Y") or high.startswith("Y"):
            low, high = (each.rsplit("-", 2)[0] for each in (low, high))
        return cls(text=low if first == last else f"[{low}..{high}]")

    def format(self) -> str:
        """The text of EDTF, the inverse of :meth:`parse`."""
        return self.text

    @property
    def span(self) -> Span:
        """The numbers of the first and the last day that it allows (1 is 1 January of the year 1); may be infinite."""
        return self._reading.span

    @property
    def earliest(self) -> pendulum.Date | None:
        """The first day that it allows; ``None`` where there is none, or none in the years 1 to 9999."""
        return to_date(self.span.first)

    @property
    def latest(self) -> pendulum.Date | None:
        """The last day that it allows; ``None`` where there is none, or none in the years 1 to 9999."""
        return to_date(self.span.last)

    @property
    def qualifier(self) -> str:
        """``?``, ``~``, ``%`` or nothing."""
        return self._reading.qualifier

    @property
    def is_season(self) -> bool:
        """Whether it is a season, which is read as northern and by meteorological months."""
        return self._reading.season

    @property
    def is_open(self) -> bool:
        """Whether it is ``..``, the end that has not come, or the beginning that is not asserted."""
        return self.text == OPEN

    @property
    def is_instant(self) -> bool:
        """Whether it is a time of day with an offset, so that its day depends on where one stands."""
        return self._reading.minute is not None

    @property
    def members(self) -> tuple[Span, ...]:
        """The members of a one-of set, in the order written; empty for any other date."""
        return self._reading.members

    def local(self, timezone: str | None) -> Span:
        """
        The days that it allows by the local calendar of a place.

        Only an instant depends on the place: 22:30 UTC on 17 January is the 18th at Al-Asad. Where the time zone is
        not known, every day that it can be anywhere is allowed. ``timezone`` is a name of the IANA database.

        >>> instant = ImpreciseDate.parse("2026-01-17T22:30:00Z")
        >>> [to_date(day).isoformat() for day in instant.local("Asia/Baghdad")]
        ['2026-01-18', '2026-01-18']
        >>> [to_date(day).isoformat() for day in instant.local(None)]
        ['2026-01-17', '2026-01-18']
        """
        minute = self._reading.minute
        if minute is None:
            return self.span
        if timezone is None or to_date(minute // _MINUTES_A_DAY) is None:
            return Span((minute + _WEST) // _MINUTES_A_DAY, (minute + _EAST) // _MINUTES_A_DAY)
        midnight = dt.datetime.fromordinal(minute // _MINUTES_A_DAY).replace(tzinfo=dt.UTC)
        try:
            there = (midnight + dt.timedelta(minutes=minute % _MINUTES_A_DAY)).astimezone(ZoneInfo(timezone))
        except OverflowError:  # within a day of the ends of the standard library's calendar
            return self.local(None)
        return Span(there.toordinal(), there.toordinal())

    def __repr__(self) -> str:
        return f"ImpreciseDate.parse({self.text!r})"

    def __str__(self) -> str:
        return self.text


def as_date(value: str | dt.date | ImpreciseDate | None) -> ImpreciseDate | None:
    """The imprecise date that a value stands for, as :func:`as_given_date` has it; ``None`` stays ``None``."""
    return None if value is None else as_given_date(value)


def as_given_date(value: str | dt.date | ImpreciseDate) -> ImpreciseDate:
    """
    The imprecise date that a text of EDTF or a date stands for.

    Raises :class:`~oirmodel.errors.InvalidDate`, for a date-time too: which day that is depends on a place.
    """
    if isinstance(value, ImpreciseDate):
        return value
    if isinstance(value, dt.datetime):
        raise InvalidDate(quoted(value), "a date-time: write its day, or an EDTF text with an offset")
    if isinstance(value, dt.date):
        return ImpreciseDate.parse(value.isoformat())
    return ImpreciseDate.parse(value)
