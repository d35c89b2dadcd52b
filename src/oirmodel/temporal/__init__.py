"""Time as sources give it: imprecise dates, periods of four bounds, and EDTF."""

from oirmodel.temporal.bounds import Bounds
from oirmodel.temporal.date import ImpreciseDate, as_date, as_given_date
from oirmodel.temporal.period import DateLike, EndKind, Period, read_window
from oirmodel.temporal.reading import Qualifiers, Span
from oirmodel.temporal.seasons import Hemisphere

__all__ = [
    "Bounds",
    "DateLike",
    "EndKind",
    "Hemisphere",
    "ImpreciseDate",
    "Period",
    "Qualifiers",
    "Span",
    "as_date",
    "as_given_date",
    "read_window",
]
