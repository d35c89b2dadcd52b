from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.temporal import Bounds, Covered, Duration, coverage
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


@given(BOUNDS, WINDOWS)
def test_at_is_what_every_stay_says_of_every_day(bounds: Bounds, window: tuple[int, int]) -> None:
    """A vague day is YES where each day that it may be lies in every stay that fits, NO where none lies in any."""
    cases = [start <= day <= end for start, end in stays(bounds) for day in range(window[0], window[1] + 1)]
    expected = MAYBE if not cases else YES if all(cases) else MAYBE if any(cases) else NO
    assert bounds.normalised().at(*window) is expected


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


CLOSED = st.builds(
    lambda starts, ends: Bounds(*sorted(starts), *sorted(ends)), st.tuples(DAYS, DAYS), st.tuples(DAYS, DAYS)
).filter(lambda bounds: bounds.possible)


def fits(stay: tuple[int, int], bounds: Bounds | None) -> bool:
    return bounds is not None and bounds.s1 <= stay[0] <= bounds.s2 and bounds.e1 <= stay[1] <= bounds.e2


def combined(
    one: Bounds, other: Bounds, combine: Callable[[tuple[int, int], tuple[int, int]], tuple[int, int] | None]
) -> set[tuple[int, int]]:
    """What every two stays make together, where they make anything."""
    made = (combine(first, second) for first in stays(one) for second in stays(other))
    return {stay for stay in made if stay is not None}


def stays_of(bounds: Bounds | None) -> set[tuple[int, int]]:
    return set() if bounds is None else set(stays(bounds))


def shared(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    days = {*range(one[0], one[1] + 1)} & {*range(other[0], other[1] + 1)}
    return (min(days), max(days)) if days else None


def joined(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    days = {*range(one[0], one[1] + 1)} | {*range(other[0], other[1] + 1)}
    return (min(days), max(days)) if len(days) == max(days) - min(days) + 1 else None


def between(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    days = range(one[1] + 1, other[0])
    return (days[0], days[-1]) if days else None


@given(CLOSED, CLOSED)
def test_the_intersection_allows_just_the_intersections(one: Bounds, other: Bounds) -> None:
    """Its stays are those that two stays share: no more, no less, and there are bounds where there is one."""
    assert stays_of(one.intersection(other)) == combined(one, other, shared)


@given(CLOSED, CLOSED)
def test_the_union_allows_just_the_unions(one: Bounds, other: Bounds) -> None:
    """Its stays are those that two stays make where no day lies between them."""
    assert stays_of(one.union(other)) == combined(one, other, joined)


@given(CLOSED, CLOSED)
def test_the_gap_allows_just_the_gaps(one: Bounds, other: Bounds) -> None:
    """Its stays are the days after the one and before the other."""
    assert stays_of(one.gap(other)) == combined(one, other, between)


@given(BOUNDS, BOUNDS)
def test_what_unbounded_stays_make_is_allowed(one: Bounds, other: Bounds) -> None:
    """Nothing that two stays can make is lost where a bound is infinite."""
    for make, combine in ((Bounds.intersection, shared), (Bounds.union, joined), (Bounds.gap, between)):
        made = make(one, other)
        for stay in combined(one, other, combine):
            assert fits(stay, made)


@given(BOUNDS, BOUNDS)
def test_intersection_and_union_know_no_order(one: Bounds, other: Bounds) -> None:
    """Which of the two is asked makes no difference."""
    assert one.intersection(other) == other.intersection(one)
    assert one.union(other) == other.union(one)


@given(CLOSED)
def test_duration_is_that_of_the_shortest_and_the_longest_stay(bounds: Bounds) -> None:
    """The fewest and the most days are those of some stay that fits."""
    lengths = [end - start + 1 for start, end in stays(bounds)]
    assert bounds.duration() == (min(lengths), max(lengths))


@given(st.lists(BOUNDS, max_size=4), WINDOWS)
def test_coverage_says_of_each_day_what_all_stays_say(several: list[Bounds], window: tuple[int, int]) -> None:
    """A day is covered for certain where it is in every world, free for certain where it is in none."""
    runs = coverage(several, *window)
    said = [run.truth for run in runs for _ in range(int(run.first), int(run.last) + 1)]
    expected = []
    for day in range(window[0], window[1] + 1):
        # A stay is chosen without regard to the others, so all can leave the day out where each can by itself.
        options = [
            {start <= day <= end for start, end in stays(each)} if each.possible else {True, False} for each in several
        ]
        sure = any(option == {True} for option in options)
        open_ = any(True in option for option in options)
        expected.append(YES if sure else MAYBE if open_ else NO)
    assert said == expected


@given(st.lists(BOUNDS, max_size=4), WINDOWS)
def test_runs_of_coverage_fill_the_window_and_are_as_long_as_can_be(
    several: list[Bounds], window: tuple[int, int]
) -> None:
    """Runs follow one on the other, and two in a row differ."""
    runs = coverage(several, *window)
    assert runs[0].first == window[0]
    assert runs[-1].last == window[1]
    for one, following in pairwise(runs):
        assert one.last + 1 == following.first
        assert one.truth is not following.truth


def test_coverage_of_all_time() -> None:
    assert coverage([Bounds(3, 5, 8, FOREVER)], NEVER, FOREVER) == (
        Covered(NEVER, 2, NO),
        Covered(3, 4, MAYBE),
        Covered(5, 8, YES),
        Covered(9, FOREVER, MAYBE),
    )


@pytest.mark.parametrize(
    ("bounds", "fewest", "most"),
    [
        (Bounds(5, 5, 5, 5), 1, 1),
        (Bounds(2, 4, 6, 8), 3, 7),
        (Bounds(2, 8, 4, 9), 1, 8),
        (Bounds(NEVER, 4, 6, 8), 3, FOREVER),
        (Bounds(2, 4, 6, FOREVER), 3, FOREVER),
        (Bounds(NEVER, FOREVER, NEVER, FOREVER), 1, FOREVER),
        (Bounds(NEVER, NEVER, 6, 8), FOREVER, FOREVER),
        (Bounds(0, FOREVER, FOREVER, FOREVER), FOREVER, FOREVER),
        (Bounds(9, 9, 1, 1), 1, FOREVER),
    ],
)
def test_duration(bounds: Bounds, fewest: float, most: float) -> None:
    assert bounds.duration() == Duration(fewest, most)


IMPOSSIBLE = Bounds(9, 9, 1, 1)


def test_of_an_impossible_stay_nothing_is_known() -> None:
    stay = Bounds(2, 4, 6, 8)
    assert IMPOSSIBLE.at(2, 3) is MAYBE
    assert IMPOSSIBLE.intersection(stay) == Bounds(2, 8, 2, 8)
    assert IMPOSSIBLE.union(stay) == Bounds(NEVER, 4, 6, FOREVER)
    assert IMPOSSIBLE.gap(stay) == Bounds(NEVER, 3, 1, 3)
    assert stay.gap(IMPOSSIBLE) == Bounds(7, 9, 7, FOREVER)
    assert coverage([IMPOSSIBLE], 1, 5) == (Covered(1, 5, MAYBE),)


@pytest.mark.parametrize(
    "bounds", [Bounds(FOREVER, FOREVER, FOREVER, FOREVER), Bounds(NEVER, NEVER, NEVER, NEVER)], ids=str
)
def test_a_stay_has_a_day(bounds: Bounds) -> None:
    assert not bounds.possible


def test_a_stay_without_end_is_met_by_nothing_and_leaves_no_gap() -> None:
    endless = Bounds(1, 3, FOREVER, FOREVER)
    assert endless.gap(Bounds(5, FOREVER, 5, FOREVER)) is None
    assert Bounds(NEVER, 0, NEVER, FOREVER).gap(Bounds(NEVER, NEVER, 0, 5)) is None
    assert endless.intersection(Bounds(2, 4, 6, 8)) == Bounds(2, 4, 6, 8)


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
