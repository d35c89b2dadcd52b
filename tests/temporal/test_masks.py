from itertools import product
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oirmodel.errors import InvalidDate
from oirmodel.temporal import ImpreciseDate, Span
from oirmodel.temporal.days import civil, day_of
from oirmodel.truth import Truth

LAST_DAY: Final = day_of(9999, 12, 31)
"""EDTF writes a day in four digits of the year; one of more is written with a Y, and has no months."""


def digits(mask: str) -> list[str]:
    """Every text that a mask may be."""
    return ["".join(each) for each in product(*("0123456789" if each == "X" else each for each in mask))]


def completions(year: str, month: str, day: str) -> list[int]:
    """The days that a mask may be, found by trying every one."""
    sign = -1 if year[0] == "-" else 1
    found = []
    for written_year, written_month, written_day in product(digits(year.lstrip("-")), digits(month), digits(day)):
        if sign < 0 and written_year == "0000":
            continue
        wanted = (sign * int(written_year), int(written_month), int(written_day))
        if 1 <= wanted[1] <= 12 and 1 <= wanted[2] <= 31 and civil(day_of(*wanted)) == wanted:
            found.append(day_of(*wanted))
    return found


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, str, str]:
    """Masks with at most two digits of the year unspecified, some of which no day fits, many in February."""
    year = draw(st.lists(st.sampled_from("0012479"), min_size=4, max_size=4))
    for hidden in draw(st.sets(st.integers(min_value=0, max_value=3), max_size=2)):
        year[hidden] = "X"
    month = draw(st.sampled_from(("02", "02", "0X", "X2", "1X", "XX", "09", "12", "2X", "X0")))
    day = draw(st.sampled_from(("29", "29", "2X", "X9", "30", "3X", "31", "XX", "X0", "0X", "15", "32")))
    sign = draw(st.sampled_from(("", "", "-")))
    return f"{sign}{''.join(year)}", month, day


@given(parts())
def test_the_bounds_are_the_first_and_last_day_that_fit(mask: tuple[str, str, str]) -> None:
    """They are those that trying every completion finds, and where none fits the date is refused."""
    text, found = "-".join(mask), completions(*mask)
    if mask[0] == "-0000" or "X" not in text:
        return
    if mask[1] == "2X" or not found:
        with pytest.raises(InvalidDate):
            ImpreciseDate.parse(text)
    else:
        assert ImpreciseDate.parse(text).span == Span(min(found), max(found))


@given(parts(), st.integers(min_value=0, max_value=400))
@example(("9999", "02", "2X"), 315)  # the first day after the last that EDTF can write
def test_a_date_falls_on_the_days_that_fit(mask: tuple[str, str, str], after: int) -> None:
    """It may be one of its completions, and no day between them."""
    text, found = "-".join(mask), completions(*mask)
    if mask[0] == "-0000" or not found:
        return
    day = min(min(found) + after, LAST_DAY)
    year, month, of_month = civil(day)
    asked = f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"
    expected = Truth.of(certain=found == [day], possible=day in found)
    assert ImpreciseDate.parse(text).falls_on(asked) is expected


@pytest.mark.parametrize("text", ["10000-01-01", "Y10000-01-01"])
def test_no_day_of_a_year_of_five_digits_can_be_written(text: str) -> None:
    with pytest.raises(InvalidDate):
        ImpreciseDate.parse(text)
