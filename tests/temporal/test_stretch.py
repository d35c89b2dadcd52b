"""What two periods make together, as periods: nothing is lost, nothing made sharper than the sources have it."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import example, given

from oirmodel.temporal import Allen, Bounds, Duration, EndKind, ImpreciseDate, Period, Stretch, read_window
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.testing import periods, windows
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES
LAST_DAY: Final = 3_652_059  # 9999-12-31


def near(bounds: Bounds) -> bool:
    """Whether all days, and those beside them, can be written in EDTF."""
    return all(day in (NEVER, FOREVER) or abs(day) < LAST_DAY for day in bounds)


def contains(wide: Bounds, narrow: Bounds) -> bool:
    return wide.s1 <= narrow.s1 and narrow.s2 <= wide.s2 and wide.e1 <= narrow.e1 and narrow.e2 <= wide.e2


def qualifiers(*dates: ImpreciseDate | None) -> set[str]:
    return set("".join(date.qualifier for date in dates if date is not None).replace("%", "?~"))


def is_written(stretch: Stretch, bounds: Bounds | None) -> None:
    assert (stretch.exists is NO) is (stretch.period is None) is (bounds is None)
    if stretch.period is not None and bounds is not None:
        assert contains(stretch.period.bounds(), bounds)
        if near(bounds):
            assert stretch.period.bounds() == bounds


@given(periods(), periods())
@example(Period.parse("2017/2017-03"), Period.parse("2017/2017-12"))
@example(Period.parse("Y17000/"), Period.parse("2017?/"))
def test_an_intersection_is_written_as_it_is(one: Period, other: Period) -> None:
    """The period has just the bounds of the intersection, and every qualifier of the dates that it rests on."""
    stretch = one.intersection(other)
    is_written(stretch, one.bounds().intersection(other.bounds()))
    if stretch.period is not None and near(stretch.period.bounds()):
        for made, dates in (
            (stretch.period.start, (one.start, other.start)),
            (stretch.period.end, (one.end, other.end)),
        ):
            assert made is None or qualifiers(made) == qualifiers(*dates)


@given(periods(), periods())
@example(Period.parse("2017/2017-03"), Period.parse("2017/2017-12"))
@example(Period.parse("2014/.."), Period.parse("2013/2016"))
def test_a_union_is_written_as_it_is(one: Period, other: Period) -> None:
    """The period has just the bounds of the union; where an end is open it stays so, and the start is as bounded."""
    stretch, bounds = one.union(other), one.bounds().union(other.bounds())
    if EndKind.OPEN not in (one.end_kind, other.end_kind):
        is_written(stretch, bounds)
    elif stretch.period is not None and bounds is not None:
        made = stretch.period.bounds()
        assert stretch.period.end_kind is EndKind.OPEN
        assert contains(made, bounds)
        assert not near(bounds) or made[:2] == bounds[:2]


@given(periods(), periods())
def test_a_gap_is_written_as_it_is(one: Period, other: Period) -> None:
    """The period has just the bounds of the gap."""
    is_written(one.gap(other), one.bounds().gap(other.bounds()))


@given(periods(), windows())
def test_a_part_in_a_window_lies_in_it(period: Period, window: str) -> None:
    """No day of it is outside the window, and whether there is one is whether the period holds at some time in it."""
    first, last = read_window(window)
    stretch = period.clamp(window)
    assert stretch.exists is period.holds_during(window)
    if stretch.period is not None:
        bounds = stretch.period.bounds()
        assert first <= bounds.s1
        assert bounds.e2 <= last


@given(periods())
def test_a_window_without_ends_leaves_a_period_as_it_is(period: Period) -> None:
    """All of a period lies in all of time, and its dates and its end kind stay as they were written."""
    assert period.clamp("../..") == Stretch(YES, period)


@given(periods())
def test_a_period_with_itself(period: Period) -> None:
    """Two stays of which the same is known make one of which the same is known, if they make any."""
    shared = period.intersection(period)
    assert shared.exists is not NO
    assert shared.period == period


@given(periods(), periods())
@example(Period.throughout("2019/2020"), Period.throughout("2020/2021"))
def test_days_in_common_are_days_of_both(one: Period, other: Period) -> None:
    """Where a day is surely shared, both surely held on it."""
    bounds = one.bounds().intersection(other.bounds())
    if one.relations(other).truth(Allen.INTERSECTS) is YES and bounds is not None and bounds.s2 <= bounds.e1:
        assert bounds.on(bounds.s2) is one.bounds().on(bounds.s2) is other.bounds().on(bounds.s2) is YES


@pytest.mark.parametrize(
    ("one", "other", "exists", "expected"),
    [
        ("2019-06/2020-03", "2020-01-01/2021", YES, "2020-01-01/2020-03"),
        ("2019-06/2020-03", "2020-03/2021", MAYBE, "2020-03/2020-03"),
        ("2019-06/2020-03", "2020-04/2021", NO, None),
        ("2019-06~/2020-03?", "2018/2021", YES, "2019-06~/2020-03?"),
        ("2019-06~/2020-03", "2018?/2021?", YES, "[2019-06-01%..2019-06-30%]/[2020-03-01?..2020-03-31?]"),
        ("2019-06/2020", "2019/2020-06", YES, "[2019-06-01..2019-12-31]/[2020-01-01..2020-06-30]"),
        ("2014/..", "2015/..", MAYBE, "2015/.."),
        ("2014/..", "2015/", MAYBE, "2015/"),
        ("2014/..", "2015/2018", MAYBE, "2015/[2015-01-01..2018-12-31]"),
        ("[..2014]/2018", "[..2015]/2018", YES, "[..2015-12-31]/2018"),
        ("../2018", "/2018", MAYBE, "/2018"),
        ("../2018", "../2018", MAYBE, "../2018"),
    ],
)
def test_intersection(one: str, other: str, exists: Truth, expected: str | None) -> None:
    stretch = Period.parse(one).intersection(Period.parse(other))
    assert stretch == Stretch(exists, None if expected is None else Period.parse(expected))


@pytest.mark.parametrize(
    ("one", "other", "exists", "expected"),
    [
        ("2019-06/2020-03-15", "2020-03-16/2021", YES, "2019-06/2021"),
        ("2019-06/2020-03-15", "2020-03-17/2021", NO, None),
        ("2019-06/2020-03", "2020-04-01/2021", MAYBE, "2019-06/2021"),
        ("2019/2020", "2018/2019", MAYBE, "2018/2020"),
        ("2019-06~/2020?", "2019-07/2021", YES, "2019-06~/[2021-01-01?..2021-12-31?]"),
        ("2017-06/2020", "2017/2020-06", YES, "[2017-01-01..2017-06-30]/[2020-06-01..2020-12-31]"),
        ("2014/..", "2013/2016", YES, "2013/.."),
        ("2014/..", "2013/", MAYBE, "2013/.."),
        ("2014/2016", "2013/", MAYBE, "2013/[2016-01-01..]"),
    ],
)
def test_union(one: str, other: str, exists: Truth, expected: str | None) -> None:
    stretch = Period.parse(one).union(Period.parse(other))
    assert stretch == Stretch(exists, None if expected is None else Period.parse(expected))


@pytest.mark.parametrize(
    ("one", "following", "exists", "expected"),
    [
        ("2019-06/2020-03-15", "2020-03-17/2021", YES, "2020-03-16/2020-03-16"),
        ("2019-06/2020-03-15", "2020-03-16/2021", NO, None),
        ("2019-06/2020-03~", "2020-03-31?/2021", MAYBE, "[2020-03-02~..2020-03-30~]/2020-03-30?"),
        ("2019-06/", "2021/2022", MAYBE, "[2019-06-02..2021-12-30]/[2020-12-31..2021-12-30]"),
        ("2020/2021", "2018/2019", NO, None),
    ],
)
def test_gap(one: str, following: str, exists: Truth, expected: str | None) -> None:
    stretch = Period.parse(one).gap(Period.parse(following))
    assert stretch == Stretch(exists, None if expected is None else Period.parse(expected))


@pytest.mark.parametrize(
    ("period", "window", "exists", "expected"),
    [
        ("2019/2021", "2020", YES, "2020-01-01/2020-12-31"),
        ("2019/2021", "2020~", YES, "2020-01-01~/2020-12-31~"),
        ("2019?/2021", "2020", YES, "2020-01-01?/2020-12-31"),
        ("2014/..", "2020", MAYBE, "2020-01-01/[2020-01-01..2020-12-31]"),
        ("2014/..", "2020/..", MAYBE, "2020-01-01/.."),
        ("2014/", "2020/..", MAYBE, "2020-01-01/"),
        ("2014/2018", "2020", NO, None),
        ("2020-06/2021", "../2020", YES, "2020-06/2020-12-31"),
    ],
)
def test_clamp(period: str, window: str, exists: Truth, expected: str | None) -> None:
    stretch = Period.parse(period).clamp(window)
    assert stretch == Stretch(exists, None if expected is None else Period.parse(expected))


@pytest.mark.parametrize(
    ("stretch", "days"),
    [
        (Period.parse("2020-01-01/2020-01-10").intersection(Period.parse("2020-01-08/2020-02")), (3, 3)),
        (Period.parse("2020-01-01/2020-01-10").intersection(Period.parse("2020-01/2020-02")), (0, 10)),
        (Period.parse("2020-01-01/2020-01-10").intersection(Period.parse("2020-02/2020-02")), (0, 0)),
        (Period.parse("2020-01-01/2020-01-10").gap(Period.parse("2020-01-15/")), (4, 4)),
        (Period.parse("2020-01-01/").gap(Period.parse("2020-01-15/")), (0, 13)),
        (Period.parse("2014/..").clamp("2020/.."), (0, FOREVER)),
    ],
)
def test_days(stretch: Stretch, days: tuple[float, float]) -> None:
    assert stretch.days == days


@pytest.mark.parametrize(
    ("period", "said", "days"),
    [
        (Period.parse("2014-06-15/.."), None, (1, FOREVER)),
        (Period.parse("2014-06-15/.."), "2014-06-24", (10, FOREVER)),
        (Period.parse("2014-06-15/.."), "2014-07", (17, FOREVER)),
        (Period.parse("2014-06-15/"), "2014-06-24", (1, FOREVER)),
        (Period.on("2014-06"), None, (1, 30)),
        (Period.throughout("2014-06"), None, (30, FOREVER)),
        (Period.exactly("2014-06"), None, (30, 30)),
    ],
)
def test_duration(period: Period, said: str | None, days: tuple[float, float]) -> None:
    assert period.duration(said=said) == Duration(*days)


IMPOSSIBLE: Final = Period(start="2026-01", end="2025-12")


@pytest.mark.parametrize("make", [Period.intersection, Period.union], ids=["intersection", "union"])
def test_an_impossible_period_may_be_anything(make: Callable[[Period, Period], Stretch]) -> None:
    """Of a period that ends before it starts nothing is known: not its dates either."""
    stay = Period.parse("2024/2025")
    for stretch in (make(IMPOSSIBLE, stay), make(stay, IMPOSSIBLE)):
        assert stretch.exists is MAYBE
        assert stretch.period is not None
        unknown = Bounds(NEVER, FOREVER, NEVER, FOREVER)
        expected = (Bounds.union if make is Period.union else Bounds.intersection)(unknown, stay.bounds())
        assert stretch.period.bounds() == expected
    assert IMPOSSIBLE.relations(stay) is Allen.ANY
    assert IMPOSSIBLE.gap(stay).exists is IMPOSSIBLE.clamp("2025").exists is MAYBE
    assert IMPOSSIBLE.duration() == Duration(1, FOREVER)


def test_no_day_beyond_the_year_9999_is_written() -> None:
    """A date of a source stays; a bound that is worked out is left out, and never a qualifier alone."""
    one, other = Period.parse("2017/Y17000"), Period.parse("2018/Y18000")
    assert one.intersection(other).period == Period.parse("2018/Y17000")
    assert one.gap(Period.parse("Y19000/")).period == Period()
    assert Period.parse("2017/").gap(Period.parse("Y19000/")).period == Period(start="[2017-01-02..]")
    assert Period.parse("Y17000/").intersection(Period.parse("2017?/")).period == Period()


def test_a_stretch_is_not_asked_by_if() -> None:
    with pytest.raises(TypeError, match="exists"):
        bool(Period.parse("2019/2020").intersection(Period.parse("2020/2021")))


def test_relations_of_periods() -> None:
    handed, taken = Period.parse("2019/2020-03-16"), Period.parse("2020-03-17/..")
    assert handed.relations(taken) is Allen.MEETS
    assert handed.relations(Period.parse("2020-03/..")) == Allen.PRECEDES | Allen.OVERLAPS | Allen.FINISHED_BY | (
        Allen.CONTAINS
    )


@pytest.mark.parametrize(
    ("date", "truth"),
    [("2020-01-10", YES), ("2020-01", MAYBE), ("2020-02", YES), ("2019", NO), ("[2020-02,2020-05]", YES)],
)
def test_holds_at(date: str, truth: Truth) -> None:
    assert Period.exactly("2020-01-10/2020-06-30").holds_at(date) is truth
