"""When something was so, as vague as its source left it."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple, Never, Self

from attrs import field, frozen

from oirmodel.errors import InvalidDate, quoted
from oirmodel.frozen import Record
from oirmodel.temporal.allen import Allen
from oirmodel.temporal.bounds import Bounds, Duration
from oirmodel.temporal.date import OPEN, ImpreciseDate, as_date
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.temporal.reading import Span
from oirmodel.temporal.seasons import Hemisphere
from oirmodel.temporal.spans import Choice, date_from, earlier, later
from oirmodel.truth import Truth

__all__ = ["DateLike", "EndKind", "Period", "Stretch", "read_window"]

DateLike = str | dt.date | ImpreciseDate
"""What is read as a date: a text of EDTF, a date (pendulum's or the standard library's), or an imprecise date."""


class EndKind(StrEnum):
    """What a period says of its end; two periods of the same bounds may differ in it."""

    ASSERTED = "asserted"
    """An end is given."""
    OPEN = "open"
    """Still so when it was said: ``..``."""
    UNKNOWN = "unknown"
    """Nothing is known: it has ended, or may end, at any time after the start."""


@frozen(kw_only=True, repr=False)
class Period(Record):
    """
    A start and an end, each as vague as the source left it, and what is said of the end.

    ``start`` and ``end`` are dates of EDTF, each by itself; ``None`` where nothing is known. An end of ``..`` says
    that it was still so when it was reported; a start of ``..`` that no beginning is asserted. The days are those of
    the local calendar of the place.

    ==============================================  ==========================  ==========================
    made by                                         start                       end
    ==============================================  ==========================  ==========================
    ``Period.parse("2017-06/2017-10")``             some day of June 2017       some day of October 2017
    ``Period.exactly("2017-06/2017-10")``           1 June 2017                 31 October 2017
    ``Period.throughout("2018")``                   by 1 January 2018           31 December 2018 or later
    ``Period.on("2017-12")``                        within December             within December
    ``Period.observed("2025-01-07")``               by 7 January                7 January or later
    ``Period.by("2026-01-17")``                     by 17 January               still so
    ``Period.since("2014")``                        some day of 2014            still so
    ==============================================  ==========================  ==========================

    >>> left = Period(start=None, end="[..2026-01-17]")
    >>> left.holds_on("2026-01-18"), left.holds_on("2025-06-01")
    (<Truth.NO: 'no'>, <Truth.MAYBE: 'maybe'>)
    """

    start: ImpreciseDate | None = field(default=None, converter=as_date)
    end: ImpreciseDate | None = field(default=None, converter=as_date)

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read an interval of EDTF, ``start/end``; a text without a slash is read as :meth:`on`.

        ``..`` is an open side and nothing an unknown one. Raises :class:`~oirmodel.errors.InvalidDate`, also for an
        interval that ends before it starts, in the north where it is of seasons, and for times of day, which EDTF does
        not allow here.

        >>> Period.parse("2025-01-07/..").end_kind, Period.parse("2025-01-07/").end_kind
        (<EndKind.OPEN: 'open'>, <EndKind.UNKNOWN: 'unknown'>)
        """
        if not isinstance(text, str):
            raise InvalidDate(quoted(text), "expected text")
        if "/" not in text:
            return cls.on(text)
        start, end = _halves(text)
        period = cls(
            start=_side(text, start, 0) if start else None,
            end=_side(text, end, len(start) + 1) if end else None,
        )
        if not period.bounds().possible:
            raise InvalidDate(text, "it ends before it starts", len(start) + 1)
        return period

    def format(self) -> str:
        """
        Write ``start/end``, the inverse of :meth:`parse`.

        >>> Period.by("2026-01-17").format()
        '[..2026-01-17]/..'
        """
        return f"{self.start or ''}/{self.end or ''}"

    @classmethod
    def exactly(cls, window: DateLike) -> Self:
        """The window itself, from its first day to its last, as for a total: nothing about it is vague."""
        first, last = read_window(window)
        return cls(start=_day(first, window), end=_day(last, window))

    @classmethod
    def throughout(cls, window: DateLike) -> Self:
        """All of the window at least, and perhaps more on either side."""
        first, last = read_window(window)
        return cls(start=f"[..{_day(first, window)}]", end=f"[{_day(last, window)}..]")

    @classmethod
    def on(cls, window: DateLike) -> Self:
        """Some time within the window: it neither starts before it nor ends after it."""
        if isinstance(window, str) and "/" in window:
            date = _between(*read_window(window))
            return cls(start=date, end=date)
        date = _closed(window)
        return cls(start=date, end=date)

    @classmethod
    def observed(cls, window: DateLike) -> Self:
        """
        A sighting: it was so at some time within the window, and nothing is said of before and after.

        >>> Period.observed("2025-01-07").format(), Period.observed("2025-01").format()
        ('[..2025-01-07]/[2025-01-07..]', '[..2025-01]/[2025-01..]')
        """
        first, last = read_window(window)
        return cls(start=_until(last, window), end=_from(first, window))

    @classmethod
    def by(cls, date: DateLike) -> Self:
        """Begun on the date or at any time before, and still so when reported."""
        return cls(start=_until(read_window(_closed(date)).last, date), end=OPEN)

    @classmethod
    def since(cls, date: DateLike) -> Self:
        """Begun at some time within the date, and still so when reported."""
        return cls(start=_closed(date), end=OPEN)

    @property
    def end_kind(self) -> EndKind:
        """What is said of the end."""
        if self.end is None:
            return EndKind.UNKNOWN
        return EndKind.OPEN if self.end.is_open else EndKind.ASSERTED

    def bounds(
        self,
        *,
        said: Span | None = None,
        timezone: str | None = None,
        hemisphere: Hemisphere = Hemisphere.NORTHERN,
    ) -> Bounds:
        """
        The four bounds, as numbers of days, normalised.

        ``said`` is when it was said: a period with an open end held on that day. ``timezone`` is that of the place, and
        ``hemisphere`` where its seasons are meant (:meth:`ImpreciseDate.local`).
        """
        start = self.start.local(timezone, hemisphere=hemisphere) if self.start else Span(NEVER, FOREVER)
        if self.end is not None and not self.end.is_open:
            end = self.end.local(timezone, hemisphere=hemisphere)
        elif self.end is not None and said is not None:
            start = Span(start.first, min(start.last, said.last))
            end = Span(said.first, FOREVER)
        else:
            end = Span(NEVER, FOREVER)
        return Bounds(start.first, start.last, end.first, end.last).normalised()

    def holds_on(self, day: DateLike) -> Truth:
        """Whether the day lies in it, as far as the period alone can tell."""
        first, last = read_window(day)
        if first != last:
            raise InvalidDate(str(day), "expected one day; ask holds_during or holds_throughout about a longer time")
        return self.bounds().on(first)

    def holds_throughout(self, window: DateLike) -> Truth:
        """Whether all of the window lies in it, as far as the period alone can tell."""
        return self.bounds().throughout(*read_window(window))

    def holds_during(self, window: DateLike) -> Truth:
        """Whether some day of the window lies in it, as far as the period alone can tell."""
        return self.bounds().during(*read_window(window))

    def holds_at(self, date: DateLike) -> Truth:
        """
        Whether the one day that a date stands for lies in it, where the date need not say which day that is.

        >>> stay = Period.exactly("2020-01-10/2020-06-30")
        >>> stay.holds_at("2020-01"), stay.holds_during("2020-01")
        (<Truth.MAYBE: 'maybe'>, <Truth.YES: 'yes'>)
        """
        return self.bounds().at(*read_window(date))

    def relations(self, other: "Period") -> Allen:
        """
        The relations of Allen in which it may stand to another period, each independent of the other.

        >>> first, second = Period.parse("2019-06/2020-03"), Period.parse("2020-03/2021")
        >>> first.relations(second).truth(Allen.INTERSECTS), first.relations(second).truth(Allen.STARTS_BEFORE)
        (<Truth.MAYBE: 'maybe'>, <Truth.YES: 'yes'>)
        """
        return Allen.between(self.bounds(), other.bounds())

    def duration(self, *, said: DateLike | None = None) -> Duration:
        """
        How many days it lasts, at the fewest and at the most; ``said`` is when an open end was said to be open.

        >>> Period.parse("2019-06-01/2019-06-30").duration()
        Duration(fewest=30, most=30)
        >>> Period.parse("2019-06-01/..").duration(said="2019-06-10")
        Duration(fewest=10, most=inf)
        """
        return self.bounds(said=None if said is None else read_window(said)).duration()

    def intersection(self, other: "Period") -> "Stretch":
        """
        The days that it shares with another period.

        The end is open where both are; it was then still so when the earlier of the two was said.

        >>> Period.parse("2019-06/2020-03").intersection(Period.parse("2020-01-01/2021"))
        Stretch(exists=<Truth.YES: 'yes'>, period=Period(start='2020-01-01', end='2020-03'))
        """
        return _shared(self, self.bounds(), other, other.bounds())

    def clamp(self, window: DateLike) -> "Stretch":
        """
        The part of it that lies in a window.

        >>> Period.parse("2019-06/2020-03").clamp("2020")
        Stretch(exists=<Truth.YES: 'yes'>, period=Period(start='2020-01-01', end='2020-03'))
        """
        first, last = read_window(window)
        frame = Period(
            start=None if first == NEVER else _day(first, window), end=None if last == FOREVER else _day(last, window)
        )
        return _shared(self, self.bounds(), frame, Bounds(first, first, last, last))

    def union(self, other: "Period") -> "Stretch":
        """
        The days of it and of another period, as one period, which they are where no day lies between them.

        The end is open where either is, and nothing more is then said of it.

        >>> Period.parse("2019/2020-03-15").union(Period.parse("2020-03-16/2021"))
        Stretch(exists=<Truth.YES: 'yes'>, period=Period(start='2019', end='2021'))
        """
        one, two = self.bounds(), other.bounds()
        exists = Allen.between(one, two).truth(Allen.INTERSECTS | Allen.ADJACENT)
        bounds = one.union(two)
        if bounds is None:
            return Stretch(exists, None)
        period = _joined(bounds, (self, one.known()), (other, two.known()), start=earlier, end=later)
        if EndKind.OPEN in (self.end_kind, other.end_kind):
            period = Period(start=period.start, end=OPEN)
        return Stretch(exists, period)

    def gap(self, following: "Period") -> "Stretch":
        """
        The days after its end and before the start of one that follows.

        >>> Period.parse("2019/2020-03-15").gap(Period.parse("2020-04/2021"))
        Stretch(exists=<Truth.YES: 'yes'>, period=Period(start='2020-03-16', end='[2020-03-31..2020-04-29]'))
        """
        one, two = self.bounds(), following.bounds()
        exists = Allen.between(one, two).truth(Allen.BEFORE)
        bounds = one.gap(two)
        if bounds is None:
            return Stretch(exists, None)
        start = date_from(Span(bounds.s1, bounds.s2), self.end)
        end = date_from(Span(bounds.e1, bounds.e2), following.start)
        return Stretch(exists, Period(start=start, end=end))

    def __repr__(self) -> str:
        return f"Period(start={_text(self.start)}, end={_text(self.end)})"

    def __str__(self) -> str:
        return self.format()


class Stretch(NamedTuple):
    """
    Days that two periods make together: those that they share, those that lie between them.

    >>> overlap = Period.parse("2019-06/2020-03").intersection(Period.parse("2020-03/2021"))
    >>> overlap.exists, overlap.days
    (<Truth.MAYBE: 'maybe'>, Duration(fewest=0, most=31))
    """

    exists: Truth
    """Whether there are such days."""
    period: Period | None
    """When they are, provided that there are any: what it says is said on that condition. ``None`` where there are
    surely none."""

    @property
    def days(self) -> Duration:
        """How many days they are, at the fewest and at the most; none where there may be none."""
        if self.period is None:
            return Duration(0, 0)
        days = self.period.duration()
        return days if self.exists is Truth.YES else days._replace(fewest=0)

    def __bool__(self) -> Never:
        raise TypeError("whether there are such days may be MAYBE: compare 'exists' with 'is'")


def _shared(one: Period, ones: Bounds, other: Period, others: Bounds) -> Stretch:
    exists = Allen.between(ones, others).truth(Allen.INTERSECTS)
    bounds = ones.intersection(others)
    if bounds is None:
        return Stretch(exists, None)
    return Stretch(exists, _joined(bounds, (one, ones.known()), (other, others.known()), start=later, end=earlier))


def _joined(
    bounds: Bounds, one: tuple[Period, Bounds], other: tuple[Period, Bounds], *, start: Choice, end: Choice
) -> Period:
    """The period of these bounds, made of two that are given with their own, by a choice of their starts and ends."""
    (first, ones), (second, others) = one, other
    starts = start(first.start, Span(ones.s1, ones.s2), second.start, Span(others.s1, others.s2))
    ends = end(first.end, Span(ones.e1, ones.e2), second.end, Span(others.e1, others.e2))
    return Period(
        start=date_from(
            Span(bounds.s1, bounds.s2), first.start, second.start, keep=starts, within=Span(NEVER, bounds.e2)
        ),
        end=date_from(Span(bounds.e1, bounds.e2), first.end, second.end, keep=ends, within=Span(bounds.s1, FOREVER)),
    )


def _text(date: ImpreciseDate | None) -> str | None:
    return None if date is None else repr(date.text)


def _halves(text: str) -> tuple[str, str]:
    start, _, end = text.partition("/")
    if "/" in end:
        raise InvalidDate(text, "an interval has two parts, start/end", len(start) + 1 + end.index("/"))
    if "T" in text:
        reason = "an interval has no times of day; give start and end by themselves"
        raise InvalidDate(text, reason, text.index("T"))
    return start, end


def _side(text: str, side: str, at: int) -> ImpreciseDate:
    """One side of an interval, whose errors speak of the whole."""
    try:
        return ImpreciseDate.parse(side)
    except InvalidDate as error:
        _, reason, position = error.args
        raise InvalidDate(text, reason, None if position is None else at + position) from None


def _closed(value: DateLike) -> ImpreciseDate:
    date = as_date(value)
    if date is None or date.is_open:
        raise InvalidDate(str(value), "expected a date, not an open end")
    return date


def _qualifier(window: DateLike) -> str:
    """The qualifier of a window that is one date, which stays with the days that are worked out from it."""
    return "" if isinstance(window, str) and "/" in window else _closed(window).qualifier


def _day(bound: float, window: DateLike) -> str:
    if bound in (NEVER, FOREVER):
        raise InvalidDate(str(window), "expected a window with a first and a last day")
    return f"{ImpreciseDate.between(bound, bound)}{_qualifier(window)}"


def _simple(window: DateLike) -> str | None:
    """The text of a window that can stand in a one-of set as it is: no set, and no time of day."""
    if isinstance(window, str) and "/" in window:
        return None
    date = _closed(window)
    return None if date.members or "T" in date.text else date.text


def _until(last: float, window: DateLike) -> ImpreciseDate | None:
    """By the end of the window, in the source's own precision where EDTF can say so; ``None`` where that is any day."""
    if last == FOREVER:
        return None
    text = _simple(window)
    return ImpreciseDate.between(NEVER, last) if text is None else ImpreciseDate.parse(f"[..{text}]")


def _from(first: float, window: DateLike) -> ImpreciseDate | None:
    """From the start of the window on, in the source's own precision; ``None`` where that is any day."""
    if first == NEVER:
        return None
    text = _simple(window)
    return ImpreciseDate.between(first, FOREVER) if text is None else ImpreciseDate.parse(f"[{text}..]")


def _between(first: float, last: float) -> ImpreciseDate | None:
    return None if first == NEVER and last == FOREVER else ImpreciseDate.between(first, last)


def read_window(window: DateLike, *, hemisphere: Hemisphere = Hemisphere.NORTHERN) -> Span:
    """
    The first and the last day of a window of time: a date of EDTF, or an interval of two.

    ``hemisphere`` is where a season that names none (21 to 24) is meant. Raises
    :class:`~oirmodel.errors.InvalidDate`, also where the window ends before it starts, has an unknown side or a time of
    day.

    >>> read_window("2014-08/2020-09") == (
    ...     ImpreciseDate.parse("2014-08").span.first,
    ...     ImpreciseDate.parse("2020-09").span.last,
    ... )
    True
    """
    if not isinstance(window, str) or "/" not in window:
        date = _closed(window)
        if date.is_instant:
            raise InvalidDate(date.text, "which day an instant is depends on a place; write the day there")
        return date.local(None, hemisphere=hemisphere)
    start, end = _halves(window)
    if not start or not end:
        raise InvalidDate(window, "a window has a date, or '..', on both sides")
    first = NEVER if start == OPEN else _side(window, start, 0).local(None, hemisphere=hemisphere).first
    last = FOREVER if end == OPEN else _side(window, end, len(start) + 1).local(None, hemisphere=hemisphere).last
    if first > last:
        raise InvalidDate(window, "it ends before it starts")
    return Span(first, last)
