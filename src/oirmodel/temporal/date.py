"""A date as vague as its source left it."""

import datetime as dt
from functools import lru_cache
from typing import Final, Self
from zoneinfo import ZoneInfo

import pendulum
from attrs import field, frozen

from oirmodel.errors import InvalidDate, quoted
from oirmodel.frozen import Record
from oirmodel.temporal.canonical import canonical
from oirmodel.temporal.days import FOREVER, NEVER, iso, to_date
from oirmodel.temporal.edtf import LONGEST_DATE, read, read_plain
from oirmodel.temporal.masks import allows
from oirmodel.temporal.reading import PLAIN, Detail, Qualifiers, Reading, Span
from oirmodel.temporal.seasons import Hemisphere, is_season
from oirmodel.truth import Truth

__all__ = ["OPEN", "ImpreciseDate", "as_date", "as_given_date"]

OPEN: Final = ".."
"""How EDTF writes the end that an interval does not have."""

_MINUTES_A_DAY: Final = 1440
_WEST, _EAST = -12 * 60, 14 * 60  # the offsets that clocks on Earth show, in minutes


@lru_cache(maxsize=16_384)
def _read_again(text: str) -> Reading:
    """A text of the length of one date: datasets repeat the same few."""
    return read(text)


def _read(text: str) -> Reading:
    if text == OPEN:
        return Reading(Span(NEVER, FOREVER), PLAIN)
    return _read_again(text) if len(text) <= LONGEST_DATE else read(text)


@frozen(kw_only=True, repr=False)
class ImpreciseDate(Record):
    """
    A date of EDTF (ISO 8601-2:2019): a day, a month, a year, a season, a decade, a set of several, or an open end.

    The text is kept as written; two dates are equal when their texts are, and mean the same when their
    :meth:`canonical` forms are equal. What it allows lies between :attr:`earliest` and :attr:`latest`. All of levels 0,
    1 and 2 is read; an interval is a :class:`Period`. A qualifier (``?`` uncertain, ``~`` approximate, ``%`` both) is
    kept and never widens the bounds.

    >>> ImpreciseDate.parse("2017-06").earliest, ImpreciseDate.parse("2017-06").latest
    (Date(2017, 6, 1), Date(2017, 6, 30))
    >>> ImpreciseDate.parse("[..2026-01-17]").earliest is None
    True
    >>> ImpreciseDate.parse("2017-13")
    Traceback (most recent call last):
    ...
    oirmodel.errors.InvalidDate: not an EDTF date: '2017-13' (there is no month 13, at character 6)
    """

    text: str
    span: Span = field(init=False, eq=False)
    """
    The numbers of the first and the last day that it allows (1 is 1 January of the year 1); may be infinite.

    Of a set it is the hull of the members, and of a season that names no hemisphere the northern one.
    """
    _detail: Detail = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        span, detail = _read(self.text)
        object.__setattr__(self, "span", span)
        object.__setattr__(self, "_detail", detail)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text of EDTF; raises :class:`~oirmodel.errors.InvalidDate`, which says where it went wrong."""
        if text.__class__ is not str:
            if not isinstance(text, str):
                raise InvalidDate(quoted(text), "expected text")
            text = str.__str__(text)
        span = read_plain(text)
        if span is None:
            span, detail = _read(text)
        else:
            detail = PLAIN
        # What the constructor would check, that it is clean text, is true of all that is read.
        date = _new(cls)
        _set_text(date, text)
        _set_span(date, span)
        _set_detail(date, detail)
        return date

    @classmethod
    def between(cls, first: float, last: float) -> Self:
        """
        The date that lies somewhere between two days, given by their numbers; either may be infinite.

        EDTF writes no day of a year of more than four digits, and a range with one precision on both sides: where one
        of the days is in such a year, the date reaches over the whole years.
        """
        if first == NEVER and last == FOREVER:
            return cls.parse(OPEN)
        low, high = ("" if abs(each) == FOREVER else iso(int(each)) for each in (first, last))
        if low.startswith("Y") or high.startswith("Y"):
            low, high = (each.rsplit("-", 2)[0] for each in (low, high))
        return cls.parse(low if first == last else f"[{low}..{high}]")

    def format(self) -> str:
        """The text of EDTF, the inverse of :meth:`parse`."""
        return self.text

    def canonical(self) -> Self:
        """
        The same date in the one spelling that all texts of its meaning share.

        >>> ImpreciseDate.parse("~2004-~06").canonical()
        ImpreciseDate.parse('2004-06~')
        """
        return self if self.is_open else self.parse(canonical(self.text))

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
        """``?``, ``~``, ``%`` or nothing: of all parts together, and of all members of a set."""
        return self._detail.qualifiers.joined

    @property
    def qualifiers(self) -> Qualifiers:
        """
        The qualifier of the year, of the month or season, and of the day; in a set, what any member has.

        >>> ImpreciseDate.parse("2004?-06-~11").qualifiers
        Qualifiers(year='?', month='', day='~')
        """
        return self._detail.qualifiers

    @property
    def is_season(self) -> bool:
        """Whether it is a season (21 to 32), by meteorological months, or a set that has one."""
        return any(is_season(each.season) for each in self._details)

    @property
    def names_no_hemisphere(self) -> bool:
        """Whether it is, or has, a season (21 to 24) that is northern only for want of a word from the caller."""
        return any(each.southern is not None for each in self._details)

    @property
    def _details(self) -> tuple[Detail, ...]:
        return (self._detail, *(each.detail for each in self._detail.parts))

    @property
    def estimate(self) -> int | None:
        """The year that the source estimates, of one with significant digits: 1950 for ``1950S2``."""
        return self._detail.estimate

    @property
    def is_open(self) -> bool:
        """Whether it is ``..``, the end that has not come, or the beginning that is not asserted."""
        return self.text == OPEN

    @property
    def is_instant(self) -> bool:
        """Whether it is a time of day with an offset, so that its day depends on where one stands."""
        return self._detail.minute is not None

    @property
    def is_one_of(self) -> bool:
        """Whether it is a one-of set, ``[..]``: it was on one of the members, and which is not known."""
        return self._detail.sort == "["

    @property
    def is_all_of(self) -> bool:
        """Whether it is an all-of set, ``{..}``: it was on each of the members."""
        return self._detail.sort == "{"

    @property
    def members(self) -> tuple[Span, ...]:
        """The members of a set, in the order written, a range as one; empty for any other date."""
        return tuple(each.span for each in self._detail.parts)

    def local(self, timezone: str | None, *, hemisphere: Hemisphere = Hemisphere.NORTHERN) -> Span:
        """
        The days that it allows by the local calendar and the seasons of a place.

        Of single dates only an instant depends on the time zone: 22:30 UTC on 17 January is the 18th at Al-Asad. Where
        that is not known, every day that it can be anywhere is allowed. ``timezone`` is a name of the IANA database.
        ``hemisphere`` is where a season that names none (21 to 24) is meant.

        >>> instant = ImpreciseDate.parse("2026-01-17T22:30:00Z")
        >>> [to_date(day).isoformat() for day in instant.local("Asia/Baghdad")]
        ['2026-01-18', '2026-01-18']
        >>> [to_date(day).isoformat() for day in instant.local(None)]
        ['2026-01-17', '2026-01-18']
        >>> spring = ImpreciseDate.parse("2026-21")
        >>> [to_date(day).isoformat() for day in spring.local(None, hemisphere=Hemisphere.SOUTHERN)]
        ['2026-09-01', '2026-11-30']
        """
        minute = self._detail.minute
        if minute is None:
            return _in(hemisphere, self.span, self._detail)
        if timezone is None or to_date(minute // _MINUTES_A_DAY) is None:
            return Span((minute + _WEST) // _MINUTES_A_DAY, (minute + _EAST) // _MINUTES_A_DAY)
        midnight = dt.datetime.fromordinal(minute // _MINUTES_A_DAY).replace(tzinfo=dt.UTC)
        try:
            there = (midnight + dt.timedelta(minutes=minute % _MINUTES_A_DAY)).astimezone(ZoneInfo(timezone))
        except OverflowError:  # within a day of the ends of the standard library's calendar
            return self.local(None)
        return Span(there.toordinal(), there.toordinal())

    def falls_on(
        self,
        day: "str | dt.date | ImpreciseDate",
        *,
        timezone: str | None = None,
        hemisphere: Hemisphere = Hemisphere.NORTHERN,
    ) -> Truth:
        """
        Whether the date is a given day, as far as its text can tell.

        Yes where only that day is left; no where the day is not among those that it allows, as between the members of a
        set or where a digit differs; else maybe. Of an all-of set it is yes where it is of any member, and of a one-of
        set only where it is of every member. Raises :class:`~oirmodel.errors.InvalidDate` for what is not one day.

        >>> both_days = ImpreciseDate.parse("{2026-01-17,2026-01-19}")
        >>> both_days.falls_on("2026-01-17"), both_days.falls_on("2026-01-18")
        (<Truth.YES: 'yes'>, <Truth.NO: 'no'>)
        >>> ImpreciseDate.parse("[2026-01-17,2026-01-19]").falls_on("2026-01-17")
        <Truth.MAYBE: 'maybe'>
        """
        asked = as_given_date(day)
        first, last = asked.span
        if first != last or asked.is_instant:
            raise InvalidDate(str(day), "expected one day")
        if self._detail.parts:
            found = {_falls_on(part.span, part.detail, int(first), hemisphere) for part in self._detail.parts}
            if len(found) == 1:
                return found.pop()
            return Truth.YES if self.is_all_of and Truth.YES in found else Truth.MAYBE
        return _falls_on(self.local(timezone, hemisphere=hemisphere), self._detail, int(first), hemisphere)

    def __repr__(self) -> str:
        return f"ImpreciseDate.parse({self.text!r})"

    def __str__(self) -> str:
        return self.text


_new = object.__new__
_set_text, _set_span, _set_detail = (vars(ImpreciseDate)[each].__set__ for each in ("text", "span", "_detail"))


def _in(hemisphere: Hemisphere, span: Span, detail: Detail) -> Span:
    in_south = detail.southern is not None and Hemisphere(hemisphere) is Hemisphere.SOUTHERN
    return detail.southern if in_south else span  # type: ignore[return-value]  # in_south says that it is not None


def _falls_on(span: Span, detail: Detail, day: int, hemisphere: Hemisphere) -> Truth:
    first, last = _in(hemisphere, span, detail)
    in_south = Hemisphere(hemisphere) is Hemisphere.SOUTHERN
    if not first <= day <= last or (detail.mask and not allows(detail.mask, day, in_south=in_south)):
        return Truth.NO
    return Truth.YES if first == last or detail.every else Truth.MAYBE


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
