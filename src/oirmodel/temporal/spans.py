"""Writing in EDTF the dates that are worked out from other dates."""

from collections.abc import Callable, Iterable
from typing import Final

from oirmodel.temporal.date import ImpreciseDate
from oirmodel.temporal.days import FOREVER, NEVER, iso
from oirmodel.temporal.reading import Span

__all__ = ["Choice", "date_from", "earlier", "later"]

Choice = Callable[[ImpreciseDate | None, Span, ImpreciseDate | None, Span], list[ImpreciseDate]]
"""Of two dates, given with the days in which they lie, those that are the one sought, whatever days they stand for."""

_EVERY_DAY: Final = Span(NEVER, FOREVER)


def earlier(one: ImpreciseDate | None, days: Span, other: ImpreciseDate | None, others: Span) -> list[ImpreciseDate]:
    """The dates that are surely the earlier of the two: one, none, or both where they are equal."""
    return _given((one, one == other or days.last <= others.first), (other, others.last <= days.first))


def later(one: ImpreciseDate | None, days: Span, other: ImpreciseDate | None, others: Span) -> list[ImpreciseDate]:
    """The dates that are surely the later of the two: one, none, or both where they are equal."""
    return _given((one, one == other or days.first >= others.last), (other, others.first >= days.last))


def _given(*dates: tuple[ImpreciseDate | None, bool]) -> list[ImpreciseDate]:
    return [date for date, fits in dates if fits and date is not None]


def date_from(
    days: Span, *dates: ImpreciseDate | None, keep: Iterable[ImpreciseDate] = (), within: Span = _EVERY_DAY
) -> ImpreciseDate | None:
    """
    The date that lies somewhere in these days, worked out from some dates, with their qualifiers.

    It lies ``within`` some days anyhow, because a period ends no earlier than it starts. ``None`` says no more than
    that, and a date to ``keep`` stays as its source wrote it where it says just the same. EDTF writes no days before
    the year -9999 or after 9999, so a bound that is one is left out.

    >>> date_from(Span(737425, 737430), ImpreciseDate.parse("2020~"))
    ImpreciseDate.parse('[2020-01-01~..2020-01-06~]')
    """
    qualifier = _joined(date.qualifier for date in dates if date is not None)
    for date in keep:
        if date.qualifier == qualifier and _within(date.local(None), within) == days:
            return date
    if not qualifier and within == days:
        return None
    low, high = ("" if day in _EVERY_DAY else iso(int(day)) for day in days)
    low, high = ("" if not day or day.startswith("Y") else day + qualifier for day in (low, high))
    if not low and not high:
        return None
    return ImpreciseDate.parse(low if low == high else f"[{low}..{high}]")


def _within(days: Span, limits: Span) -> Span:
    return Span(max(days.first, limits.first), min(days.last, limits.last))


def _joined(qualifiers: Iterable[str]) -> str:
    """What rests on several dates is uncertain where one is, approximate where one is, and ``%`` where it is both."""
    found = set("".join(qualifiers).replace("%", "?~"))
    return "%" if len(found) > 1 else "".join(found)
