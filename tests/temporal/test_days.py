import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.temporal.days import FOREVER, NEVER, day_of, days_in_month, is_leap, iso, to_date


@given(st.dates())
def test_days_are_counted_as_the_standard_library_counts(day: dt.date) -> None:
    """A day of the years 1 to 9999 has the number that ``datetime`` gives it, and comes back from it."""
    assert day_of(day.year, day.month, day.day) == day.toordinal()
    assert iso(day.toordinal()) == day.isoformat()
    assert to_date(day.toordinal()) == day


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_the_calendar_repeats_after_400_years(number: int) -> None:
    """146,097 days later it is the same day of the same month, 400 years on."""
    year, later = iso(number).lstrip("Y").rsplit("-", 2), iso(number + 146_097).lstrip("Y").rsplit("-", 2)
    assert later[1:] == year[1:]
    assert int(later[0]) == int(year[0]) + 400


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_no_two_days_are_written_alike(number: int) -> None:
    """The day after is written differently, and its number is one more."""
    year, month, day = iso(number).lstrip("Y").rsplit("-", 2)
    assert day_of(int(year), int(month), int(day)) == number


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, *, leap: bool) -> None:
    assert is_leap(year) is leap
    assert days_in_month(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "0001-01-01"), (0, "0000-12-31"), (-366, "-0001-12-31"), (739_633, "2026-01-17"), (4_382_180, "Y11999-01-01")],
)
def test_iso(number: int, text: str) -> None:
    assert iso(number) == text


def test_pendulum_has_the_years_1_to_9999() -> None:
    assert to_date(1) == dt.date(1, 1, 1)
    assert to_date(3_652_059) == dt.date(9999, 12, 31)
    assert [to_date(bound) for bound in (0, 3_652_060, NEVER, FOREVER)] == [None] * 4
