from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.temporal import Bounds
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES
GRID = range(-1, 9)
"""Days on which all stays of small bounds lie; an infinite bound is one beyond every question."""

DAYS = st.integers(min_value=0, max_value=6)
BOUNDS = st.builds(
    Bounds,
    st.sampled_from((NEVER, *range(7))),
    st.sampled_from((*range(7), FOREVER)),
    st.sampled_from((NEVER, *range(7))),
    st.sampled_from((*range(7), FOREVER)),
)
WINDOWS = st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two)))


def stays(bounds: Bounds) -> list[tuple[int, int]]:
    """Every stay that the bounds allow, from its first day to its last, on a grid that reaches past every question."""
    return [
        (start, end)
        for start in GRID
        if bounds.s1 <= start <= bounds.s2
        for end in GRID
        if bounds.e1 <= end <= bounds.e2 and start <= end
    ]


def judged(bounds: Bounds, holds: Callable[[int, int], bool]) -> Truth:
    """What all stays together say; impossible bounds, of which there are none, say MAYBE."""
    cases = [holds(start, end) for start, end in stays(bounds)]
    return MAYBE if not cases else YES if all(cases) else MAYBE if any(cases) else NO


@given(BOUNDS, DAYS)
def test_on_is_what_every_stay_says(bounds: Bounds, day: int) -> None:
    """A day is YES where it lies in every stay that fits, NO where it lies in none."""
    assert bounds.normalised().on(day) is judged(bounds, lambda start, end: start <= day <= end)


@given(BOUNDS, WINDOWS)
def test_throughout_is_what_every_stay_says(bounds: Bounds, window: tuple[int, int]) -> None:
    """Held throughout is YES where every stay that fits covers the window, NO where none does."""
    first, last = window
    assert bounds.normalised().throughout(first, last) is judged(
        bounds, lambda start, end: start <= first and last <= end
    )


@given(BOUNDS, WINDOWS)
def test_during_is_what_every_stay_says(bounds: Bounds, window: tuple[int, int]) -> None:
    """Held at some time is YES where every stay that fits meets the window, NO where none does."""
    first, last = window
    assert bounds.normalised().during(first, last) is judged(bounds, lambda start, end: start <= last and first <= end)


@given(BOUNDS)
def test_normalising_loses_no_stay(bounds: Bounds) -> None:
    """Normalised bounds allow just the same stays."""
    assert stays(bounds.normalised()) == stays(bounds)


@given(BOUNDS)
def test_normalised_bounds_say_all_they_can(bounds: Bounds) -> None:
    """A stay starts no later than its last end and ends no earlier than its first start; twice changes nothing."""
    normalised = bounds.normalised()
    assert normalised.normalised() == normalised
    if normalised.possible:
        assert normalised.s1 <= normalised.e1
        assert normalised.s2 <= normalised.e2


@given(BOUNDS)
def test_possible_is_that_some_stay_fits(bounds: Bounds) -> None:
    """Bounds are possible where a stay fits them, whether they were normalised or not."""
    assert bounds.possible is bool(stays(bounds))
    assert bounds.normalised().possible is bool(stays(bounds))


@given(BOUNDS, WINDOWS, st.tuples(*[st.sampled_from((0, 1, 3, FOREVER))] * 4))
def test_widening_never_sharpens(bounds: Bounds, window: tuple[int, int], by: tuple[float, ...]) -> None:
    """Wider bounds of a stay that can be make certain only what the narrower ones did."""
    wider = Bounds(bounds.s1 - by[0], bounds.s2 + by[1], bounds.e1 - by[2], bounds.e2 + by[3])
    if bounds.possible:
        for ask in (Bounds.throughout, Bounds.during):
            truth = ask(wider.normalised(), *window)
            assert truth is MAYBE or truth is ask(bounds.normalised(), *window)


@given(BOUNDS, DAYS)
def test_one_day_is_asked_three_ways_alike(bounds: Bounds, day: int) -> None:
    """On a single day, on, during and throughout are one question."""
    normalised = bounds.normalised()
    assert normalised.on(day) is normalised.during(day, day) is normalised.throughout(day, day)


@pytest.mark.parametrize(
    ("bounds", "day", "truth"),
    [
        (Bounds(2, 4, 6, 8), 1, NO),
        (Bounds(2, 4, 6, 8), 2, MAYBE),
        (Bounds(2, 4, 6, 8), 3, MAYBE),
        (Bounds(2, 4, 6, 8), 4, YES),
        (Bounds(2, 4, 6, 8), 6, YES),
        (Bounds(2, 4, 6, 8), 7, MAYBE),
        (Bounds(2, 4, 6, 8), 8, MAYBE),
        (Bounds(2, 4, 6, 8), 9, NO),
        (Bounds(NEVER, 4, 6, FOREVER), -(10**9), MAYBE),
        (Bounds(NEVER, FOREVER, NEVER, FOREVER), 0, MAYBE),
        (Bounds(5, 6, 1, 2), 3, MAYBE),
        (Bounds(5, 6, 1, 2), 100, MAYBE),
    ],
)
def test_on(bounds: Bounds, day: int, truth: Truth) -> None:
    assert bounds.on(day) is truth


def test_a_sighting_in_february_is_sure_for_february_and_for_no_day_of_it() -> None:
    seen = Bounds(NEVER, 28, 1, FOREVER)
    assert seen.during(1, 28) is YES
    assert {seen.on(day) for day in range(1, 29)} == {MAYBE}
    assert seen.throughout(1, 28) is MAYBE


def test_reads_as_two_brackets() -> None:
    assert str(Bounds(NEVER, 739_633, 739_633, FOREVER)) == "from [?..2026-01-17] to [2026-01-17..?]"
