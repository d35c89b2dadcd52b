"""Time as sources give it: imprecise dates, periods of four bounds, Allen's relations between them, and EDTF."""

from oirmodel.temporal.allen import Allen
from oirmodel.temporal.bounds import Bounds, Covered, Duration, coverage
from oirmodel.temporal.date import ImpreciseDate, as_date, as_given_date
from oirmodel.temporal.period import DateLike, EndKind, Period, Stretch, read_window
from oirmodel.temporal.reading import Qualifiers, Span
from oirmodel.temporal.seasons import Hemisphere

__all__ = [
    "Allen",
    "Bounds",
    "Covered",
    "DateLike",
    "Duration",
    "EndKind",
    "Hemisphere",
    "ImpreciseDate",
    "Period",
    "Qualifiers",
    "Span",
    "Stretch",
    "as_date",
    "as_given_date",
    "coverage",
    "read_window",
]
