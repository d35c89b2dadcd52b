import datetime as dt
from collections.abc import Callable

import pendulum
import pytest

from oirmodel.claims import Presence
from oirmodel.entities import Installation
from oirmodel.errors import InvalidDate, InvalidQuestion
from oirmodel.names import Name
from oirmodel.query import Answer, Dataset
from oirmodel.temporal import ImpreciseDate, Period
from tests.making import make
from tests.query.building import (
    CAST,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    SOURCES,
    control,
    data,
    graded,
    presence,
    says,
)


@pytest.fixture(name="held")
def _held() -> Dataset:
    return data(control("iraq", "2020-02-03/2020-02-20"))


@pytest.mark.parametrize("coarse", ["2020-02", "2020", "2020-21", "2020-02-03/2020-02-04", "[2020-02-03,2020-02-04]"])
def test_a_day_that_is_more_than_a_day_is_refused_and_the_two_questions_named(held: Dataset, coarse: str) -> None:
    with pytest.raises(InvalidQuestion, match=r"during= .*throughout="):
        held.who_controlled("al-asad", on=coarse)


def test_two_times_are_refused_by_name(held: Dataset) -> None:
    with pytest.raises(InvalidQuestion, match="several times: on=, during="):
        held.who_controlled("al-asad", on="2020-02-03", during="2020-02")


def test_a_question_without_a_time_is_refused(held: Dataset) -> None:
    with pytest.raises(InvalidQuestion, match="no time"):
        held.who_controlled("al-asad")


@pytest.mark.parametrize("wrong", ["yesterday", "2020-02-30", ".."])
def test_what_is_not_a_date_is_refused(held: Dataset, wrong: str) -> None:
    with pytest.raises(InvalidDate):
        held.who_controlled("al-asad", on=wrong)


@pytest.mark.parametrize("wrong", ["2020-03/2020-02", "2020-02/", "/2020-02"])
def test_a_window_needs_two_sides_in_order(held: Dataset, wrong: str) -> None:
    with pytest.raises(InvalidDate):
        held.who_controlled("al-asad", during=wrong)


@pytest.mark.parametrize(
    "day", ["2020-02-10", dt.date(2020, 2, 10), pendulum.date(2020, 2, 10), ImpreciseDate.parse("2020-02-10")]
)
def test_a_day_is_a_text_or_any_date(held: Dataset, day: str | dt.date | ImpreciseDate) -> None:
    answer = held.who_controlled("al-asad", on=day)
    assert (answer.status, answer.value) == (DEFINITE, "iraq")
    assert answer.question == "Who controlled Al-Asad Airbase on 2020-02-10?"


def test_a_year_as_text_is_never_its_first_of_january(held: Dataset) -> None:
    with pytest.raises(InvalidQuestion, match="'2020' is more"):
        held.who_controlled("al-asad", on="2020")


def test_a_sighting_in_a_month_is_certain_of_the_month_and_of_no_day() -> None:
    seen = data(presence("us", Period.observed("2020-02")))
    assert seen.who_was_at("al-asad", during="2020-02").status is DEFINITE
    assert seen.who_was_at("al-asad", on="2020-02-10").status is POSSIBLE
    assert seen.who_was_at("al-asad", throughout="2020-02").status is POSSIBLE


def test_during_and_throughout_are_two_questions(held: Dataset) -> None:
    assert held.who_controlled("al-asad", during="2020-02-20/2020-03").status is DEFINITE
    ended = held.who_controlled("al-asad", throughout="2020-02-20/2020-03")
    assert (ended.status, ended.holds) == (PRESUMED, False)
    assert held.who_controlled("al-asad", throughout="2020-02-03/2020-02-20").status is DEFINITE


def test_a_window_may_be_open_on_a_side(held: Dataset) -> None:
    assert held.who_controlled("al-asad", during="../2020-02-10").value == "iraq"
    assert held.who_controlled("al-asad", during="2020-02-10/..").value == "iraq"
    assert held.who_controlled("al-asad", during="../2020-02-02").status is NO_EVIDENCE


def test_a_window_without_evidence_before_the_first_word_has_none(held: Dataset) -> None:
    assert held.who_controlled("al-asad", during="2020-01").status is NO_EVIDENCE
    assert held.who_controlled("al-asad", throughout="2020-01").status is NO_EVIDENCE


def test_an_instant_is_a_day_of_the_calendar_of_the_place() -> None:
    instant = Period(start="2026-01-17T22:30:00Z", end="2026-01-17T22:30:00Z")
    seen = data(presence("us", instant))
    assert seen.who_was_at("al-asad", on="2026-01-18").status is DEFINITE
    assert seen.who_was_at("al-asad", on="2026-01-17").status is NO_EVIDENCE


def based_in(timezone: str, instant: str) -> Dataset:
    """US forces, seen at one moment at a base in this time zone."""
    base = make(Installation, id="base", names=[Name(text="The base abroad")], timezone=timezone)
    seen = presence("us", Period(start=instant, end=instant), at="base")
    return Dataset(entities=[*CAST, base], sources=SOURCES, claims=[seen])


@pytest.mark.parametrize(
    ("timezone", "instant", "day"),
    [
        ("Asia/Baghdad", "2026-01-17T20:59:59Z", "2026-01-17"),
        ("Asia/Baghdad", "2026-01-17T21:00:00Z", "2026-01-18"),
        ("Asia/Baghdad", "2026-01-18T02:00:00+05:00", "2026-01-18"),
        ("Asia/Baghdad", "2026-01-18T01:59:59+05:00", "2026-01-17"),
        # Iraq gave up daylight saving time in 2008, Syria in October 2022, on its summer side.
        ("Asia/Baghdad", "2007-07-01T20:00:00Z", "2007-07-02"),
        ("Asia/Baghdad", "2008-07-01T20:00:00Z", "2008-07-01"),
        ("Asia/Damascus", "2022-01-01T21:30:00Z", "2022-01-01"),
        ("Asia/Damascus", "2022-07-01T21:30:00Z", "2022-07-02"),
        ("Asia/Damascus", "2023-01-01T21:30:00Z", "2023-01-02"),
        # A day of 23 hours begins at 23:00 in UTC and ends at 22:00; one of 25 the other way.
        ("Europe/Berlin", "2025-03-29T23:00:00Z", "2025-03-30"),
        ("Europe/Berlin", "2025-03-30T21:59:59Z", "2025-03-30"),
        ("Europe/Berlin", "2025-03-30T22:00:00Z", "2025-03-31"),
        ("Europe/Berlin", "2025-10-25T22:00:00Z", "2025-10-26"),
        ("Europe/Berlin", "2025-10-26T22:59:59Z", "2025-10-26"),
        ("Europe/Berlin", "2025-10-26T23:00:00Z", "2025-10-27"),
        ("America/New_York", "2020-01-08T04:59:59Z", "2020-01-07"),
        ("America/New_York", "2020-01-08T05:00:00Z", "2020-01-08"),
        ("Asia/Baghdad", "2026-01-17T23:59:59", "2026-01-17"),
        ("Asia/Baghdad", "2026-01-18T00:00:00", "2026-01-18"),
    ],
)
def test_a_day_begins_at_the_midnight_of_the_place(timezone: str, instant: str, day: str) -> None:
    seen = based_in(timezone, instant)
    assert seen.who_was_at("base", on=day).status is DEFINITE
    before = dt.date.fromisoformat(day) - dt.timedelta(days=1)
    after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
    assert seen.who_was_at("base", on=before).status is NO_EVIDENCE
    assert graded(seen.who_was_at("base", on=after)) == {"us": (False, PRESUMED)}


def test_a_moment_of_report_is_a_day_of_the_calendar_of_the_place_too() -> None:
    """Said at 22:30 in UTC on the 17th, it was the 18th at Al-Asad: nothing is said of the day before."""
    seen = data(presence("us", Period(start="..", end=".."), reported="2026-01-17T22:30:00Z"))
    assert seen.who_was_at("al-asad", on="2026-01-18").status is DEFINITE
    assert seen.who_was_at("al-asad", on="2026-01-17").status is NO_EVIDENCE


def test_an_instant_where_no_time_zone_is_known_may_be_either_day() -> None:
    instant = Period(start="2026-01-17T22:30:00Z", end="2026-01-17T22:30:00Z")
    seen = data(says(Presence, instant, of="us", at="syria"))
    assert seen.who_was_at("syria", on="2026-01-17").status is POSSIBLE
    assert seen.who_was_at("syria", on="2026-01-18").status is POSSIBLE
    assert seen.who_was_at("syria", during="2026-01-17/2026-01-18").status is DEFINITE


def test_the_question_names_its_time_and_its_view(held: Dataset) -> None:
    view = held.as_known(on="2031-01-01")
    answer = view.who_controlled("al-asad", throughout="2020-02")
    assert answer.question == "Who controlled Al-Asad Airbase throughout 2020-02, as known on 2031-01-01?"


@pytest.mark.parametrize("name", ["padding", "gap", "max_age"])
def test_days_below_zero_are_refused(held: Dataset, name: str) -> None:
    options = {name: -1}
    with pytest.raises(InvalidQuestion, match=f"{name}="):
        held.who_controlled("al-asad", on="2020-02-10", **options)  # type: ignore[arg-type]


def test_an_unknown_modality_is_refused_with_those_there_are(held: Dataset) -> None:
    with pytest.raises(InvalidQuestion, match=r"'hoped'.*planned"):
        held.who_controlled("al-asad", on="2020-02-10", modality="hoped")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: data().who_owned("al-asad", on="2020"),
        lambda: data().who_was_at("al-asad", on="2020"),
        lambda: data().strength("us", at="syria", on="2020"),
        lambda: data().who_held("commander", on="2020"),
        lambda: data().affiliations("us", on="2020"),
        lambda: data().under_way("resolve", on="2020"),
        lambda: data().happened("strike", on="2020"),
        lambda: data().purposes("resolve", on="2020"),
    ],
)
def test_every_question_refuses_a_day_that_is_a_year(ask: Callable[[], Answer]) -> None:
    with pytest.raises(InvalidQuestion, match="during="):
        ask()


def test_seasons_are_those_of_the_hemisphere_that_the_reader_names() -> None:
    """The autumn of 2020 is March to May in the south; the answer names the policy."""
    there = data(
        presence("us", Period.exactly("2020-03-01/2020-03-31"), id="march"), presence("isis", Period.on("2020-23"))
    )
    north = there.who_was_at("al-asad", on="2020-10-10")
    assert graded(north) == {"isis": (True, POSSIBLE), "us": (False, PRESUMED)}
    assert north.assumptions == ("2020-23: a season of the northern hemisphere, by meteorological months",)
    south = there.who_was_at("al-asad", on="2020-04-10", hemisphere="southern")
    assert graded(south) == {"isis": (True, POSSIBLE), "us": (False, PRESUMED)}
    assert south.assumptions == ("2020-23: a season of the southern hemisphere, by meteorological months",)
    assert there.who_was_at("al-asad", during="2020-23", hemisphere="southern").value == ("us", "isis")
    assert there.who_was_at("al-asad", during="2020-23", force="us").holds is False


def test_there_are_two_hemispheres() -> None:
    with pytest.raises(InvalidQuestion, match="expected hemisphere= 'northern' or 'southern', not 'eastern'"):
        data().who_was_at("al-asad", on="2020-04-10", hemisphere="eastern")
