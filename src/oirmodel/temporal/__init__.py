"""Time as sources give it: imprecise dates, periods of four bounds, and EDTF."""

from oirmodel.temporal.bounds import Bounds
from oirmodel.temporal.date import ImpreciseDate, as_date, as_given_date
from oirmodel.temporal.edtf import Span
from oirmodel.temporal.period import DateLike, EndKind, Period, read_window

__all__ = [
    "Bounds",
    "DateLike",
    "EndKind",
    "ImpreciseDate",
    "Period",
    "Span",
    "as_date",
    "as_given_date",
    "read_window",
]
