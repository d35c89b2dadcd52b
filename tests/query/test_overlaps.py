"""Stretches of days, found by a window or by a day."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from oirmodel.query.calendar import Calendar
from oirmodel.query.overlaps import Overlaps
from oirmodel.temporal.days import FOREVER, NEVER

ENDLESS = st.one_of(st.integers(min_value=0, max_value=40), st.just(FOREVER))


@st.composite
def stretches(draw: st.DrawFn, most: int) -> list[tuple[float, float, int]]:
    """Stretches of days, some without a beginning or an end, each with a number of its own."""
    count = draw(st.integers(min_value=0, max_value=most))
    found: list[tuple[float, float, int]] = []
    for index in range(count):
        first = draw(st.one_of(st.integers(min_value=0, max_value=30), st.just(NEVER)))
        length = draw(ENDLESS)
        found.append((first, length if first == NEVER else first + length, index))
    return found


@given(stretches(most=80), st.integers(-2, 45), st.integers(0, 9))
def test_overlaps_are_those_that_share_a_day_with_the_window(
    held: list[tuple[float, float, int]], first: int, length: int
) -> None:
    """Few are looked at one by one, many through a tree: the same are found."""
    last = first + length
    expected = {number for start, end, number in held if start <= last and end >= first}
    found = Overlaps(held).meeting(first, last)
    assert set(found) == expected
    assert len(found) == len(expected)


@given(stretches(most=60))
def test_overlaps_come_in_the_order_of_their_starts(held: list[tuple[float, float, int]]) -> None:
    """Whatever the window."""
    starts = {number: start for start, _, number in held}
    found = [starts[number] for number in Overlaps(held).meeting(0, 40)]
    assert found == sorted(found)


@given(stretches(most=60), st.integers(min_value=1, max_value=7))
def test_a_calendar_has_on_each_day_what_is_there(held: list[tuple[float, float, int]], page: int) -> None:
    """However small its pages."""
    calendar = Calendar(held, page=page)
    for day in range(-2, 75):
        expected = {number for start, end, number in held if start <= day <= end}
        found = calendar.on(day)
        assert set(found) == expected
        assert len(found) == len(expected)


def test_a_calendar_of_nothing_is_empty() -> None:
    assert [Calendar([]).on(day) for day in (1, 700_000)] == [(), ()]


def test_many_that_begin_on_one_day_are_on_one_page() -> None:
    held = [(5, 5 + index % 3, index) for index in range(30)]
    calendar = Calendar(held, page=4)
    assert [len(calendar.on(day)) for day in range(4, 9)] == [0, 30, 20, 10, 0]
    assert list(itertools.chain(calendar.on(4), calendar.on(8))) == []
