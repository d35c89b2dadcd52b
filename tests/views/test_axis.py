"""The axis of time: which days a picture shows, and which it marks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from oirmodel.views import Bar, Block, Lane
from oirmodel.views.axis import Axis, axis_of
from tests.query.building import DEFINITE

DAYS = st.integers(min_value=1, max_value=dt.date.max.toordinal())


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def block(*edges: str, first: str | None = None, last: str | None = None, known: str | None = None) -> Block:
    def date(text: str | None) -> Date | None:
        return None if text is None else Date.fromisoformat(text)

    bar = Bar(first=date(first), last=date(last), status=DEFINITE, holds=True)
    return Block(
        title="",
        lanes=(Lane(label="", bars=(bar,)),),
        edges=tuple(Date.fromisoformat(each) for each in edges),
        known_on=date(known),
    )


@pytest.mark.parametrize(
    ("begin", "end", "labels"),
    [
        ("2026-01-17", "2026-01-18", ["2026-01-17"]),
        ("2026-01-17", "2026-01-20", ["2026-01-17", "2026-01-18", "2026-01-19"]),
        ("2026-01-01", "2026-02-01", ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]),
        ("2026-01-02", "2026-07-01", ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]),
        (
            "2024-01-01",
            "2025-12-31",
            ["2024-01", "2024-04", "2024-07", "2024-10", "2025-01", "2025-04", "2025-07", "2025-10"],
        ),
        ("2014-01-02", "2020-01-01", ["2015", "2016", "2017", "2018", "2019"]),
        ("1981-01-01", "2026-11-21", ["1990", "2000", "2010", "2020"]),
        ("0001-01-01", "9999-12-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_days_are_marked_evenly_by_the_calendar(begin: str, end: str, labels: list[str]) -> None:
    assert [label for _, label in Axis(begin=day(begin), end=day(end)).ticks()] == labels


@given(DAYS, DAYS)
def test_marks_are_few_in_order_and_on_the_day_that_they_name(one: int, other: int) -> None:
    """At most eight, each on the axis, each the first day of what its label names."""
    axis = Axis(begin=min(one, other), end=max(one, other) + 1)
    ticks = axis.ticks()
    assert len(ticks) <= 8
    assert list(ticks) == sorted(set(ticks))
    for tick in ticks:
        assert axis.begin <= tick.day < axis.end
        named = {4: f"{tick.label}-01-01", 7: f"{tick.label}-01", 10: tick.label}[len(tick.label)]
        assert dt.date.fromordinal(tick.day).isoformat() == named


def test_the_days_shown_are_those_on_which_anything_turns() -> None:
    assert axis_of([block("2020-01-01", "2020-01-11", first="2020-01-01", last="2020-01-10")]) == Axis(
        begin=day("2020-01-01"), end=day("2020-01-11")
    )


def test_one_axis_is_that_of_all_blocks() -> None:
    blocks = [
        block("2020-01-01", "2020-01-11", first="2020-01-01", last="2020-01-10"),
        block("2021-01-01", "2021-01-11", first="2021-01-01", last="2021-01-10"),
    ]
    assert axis_of(blocks) == Axis(begin=day("2020-01-01"), end=day("2021-01-11"))


def test_there_is_room_where_something_goes_on() -> None:
    assert axis_of([block("2020-01-01", "2020-04-10", first="2020-01-01")]) == Axis(
        begin=day("2020-01-01"), end=day("2020-04-15")
    )
    assert axis_of([block("2020-01-01", "2020-04-10", last="2020-04-09")]) == Axis(
        begin=day("2019-12-27"), end=day("2020-04-10")
    )


def test_a_single_turn_has_a_year_beside_it() -> None:
    assert axis_of([block("2020-01-01", first="2020-01-01")]) == Axis(begin=day("2020-01-01"), end=day("2020-12-31"))

    assert axis_of([block("2020-01-01", last="2019-12-31")]) == Axis(begin=day("2019-01-01"), end=day("2020-01-01"))
    assert axis_of([block("2020-01-01", first="2020-01-01", last="2020-01-01")]) == Axis(
        begin=day("2020-01-01"), end=day("2020-12-31")
    )


def test_the_day_that_a_view_looks_back_from_is_shown() -> None:
    assert axis_of(
        [block("2020-01-01", "2020-01-11", first="2020-01-01", last="2020-01-10", known="2020-02-01")]
    ) == Axis(begin=day("2020-01-01"), end=day("2020-02-02"))


def test_no_day_is_outside_the_calendar() -> None:
    axis = axis_of([block("0001-01-03", "9999-12-31")])
    assert axis == Axis(begin=1, end=day("9999-12-31") + 1)
    assert axis_of([block("9999-12-31", first="9999-12-31", last="9999-12-31")]) == Axis(
        begin=day("9999-12-31"), end=day("9999-12-31") + 1
    )


def test_where_nothing_turns_there_is_no_axis() -> None:
    assert axis_of([Block(title="", lanes=(), edges=(), known_on=Date(2020, 1, 1))]) is None
    assert axis_of([block()]) is None
