"""The forms of a single date in EDTF, as expressions: each bounded, in ASCII, and without a way to go astray."""

import re
from typing import Final

__all__ = ["DATE", "LONG_YEAR", "ROUNDED_YEAR", "TIME"]

DATE: Final = re.compile(
    r"(?P<before_year>[?~%])?(?P<year>-?[0-9X]{4})(?P<after_year>[?~%])?"
    r"(?:-(?P<before_month>[?~%])?(?P<month>[0-9X]{2})(?P<after_month>[?~%])?"
    r"(?:-(?P<before_day>[?~%])?(?P<day>[0-9X]{2})(?P<after_day>[?~%])?)?)?"
)
"""A year, month, season or day, each part with a qualifier on either side, and any digit unspecified."""

LONG_YEAR: Final = re.compile(
    r"Y(?P<sign>-?)(?P<digits>[1-9][0-9]*)(?:E(?P<exponent>[1-9][0-9]*))?(?:S(?P<sure>[1-9][0-9]*))?"
)
"""A year of more than four digits, also as a power of ten, also with significant digits."""

ROUNDED_YEAR: Final = re.compile(r"(?P<sign>-?)(?P<digits>[0-9]{4})S(?P<sure>[1-9][0-9]*)")
"""A year of four digits of which so many are significant."""

TIME: Final = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r"(?P<offset>Z|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::(?P<minutes>[0-9]{2}))?)?"
)
"""A day and a time of day, with or without an offset."""
