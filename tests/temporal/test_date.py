import datetime as dt
import pickle
from typing import Any

import pendulum
import pytest
from hypothesis import given

from oirmodel.errors import InvalidDate, InvalidObject
from oirmodel.temporal import ImpreciseDate, Span, as_date
from oirmodel.temporal.days import FOREVER, NEVER, day_of
from oirmodel.testing import days, imprecise_dates


@given(imprecise_dates())
def test_parse_inverts_format(date: ImpreciseDate) -> None:
    """What is written is read as the same."""
    assert ImpreciseDate.parse(date.format()) == date


@given(imprecise_dates())
def test_the_first_day_is_not_after_the_last(date: ImpreciseDate) -> None:
    """Every date allows some day."""
    assert date.span.first <= date.span.last


@given(imprecise_dates())
def test_a_set_spans_its_members(date: ImpreciseDate) -> None:
    """A one-of set allows the days from the first of its members to the last."""
    if date.members:
        assert date.span == Span(min(each.first for each in date.members), max(each.last for each in date.members))


@given(imprecise_dates())
def test_a_qualifier_widens_nothing(date: ImpreciseDate) -> None:
    """``?``, ``~`` and ``%`` leave the days as they are."""
    if date.qualifier:
        assert ImpreciseDate.parse(date.text.rstrip("?~%")).span == date.span


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ((17000, 1, 1), (17000, 12, 31), "[Y17000..Y17000]"),
        ((2026, 1, 17), (17000, 6, 1), "[2026..Y17000]"),
        ((17000, 6, 1), (17000, 6, 1), "Y17000"),
        ((-12000, 6, 1), (-11000, 6, 1), "[Y-12000..Y-11000]"),
    ],
)
def test_a_day_of_a_long_year_is_written_as_the_year(
    first: tuple[int, int, int], last: tuple[int, int, int], text: str
) -> None:
    """EDTF has no day in a year of more than four digits, so the date is wider than the days, never narrower."""
    date = ImpreciseDate.between(day_of(*first), day_of(*last))
    assert date.text == text
    assert date.span.first <= day_of(*first)
    assert date.span.last >= day_of(*last)


@given(days(), days())
def test_between_has_both_ends(one: ImpreciseDate, other: ImpreciseDate) -> None:
    """The date between two days begins with the one and ends with the other."""
    first, last = sorted((one.span.first, other.span.first))
    assert ImpreciseDate.between(first, last).span == Span(first, last)
    assert ImpreciseDate.between(NEVER, last).span == Span(NEVER, last)
    assert ImpreciseDate.between(first, FOREVER).span == Span(first, FOREVER)


@given(days())
def test_a_day_is_the_same_everywhere(date: ImpreciseDate) -> None:
    """Only a time of day with an offset depends on the place."""
    assert date.local("Asia/Baghdad") == date.local("America/New_York") == date.local(None) == date.span


@given(imprecise_dates())
def test_knowing_the_place_never_widens(date: ImpreciseDate) -> None:
    """The days in one time zone are among those that it can be anywhere."""
    anywhere, there = date.local(None), date.local("Asia/Baghdad")
    assert anywhere.first <= there.first <= there.last <= anywhere.last


@pytest.mark.parametrize(
    ("text", "zone", "first", "last"),
    [
        ("2026-01-17T22:30:00Z", "Asia/Baghdad", dt.date(2026, 1, 18), dt.date(2026, 1, 18)),
        ("2026-01-17T20:59:59Z", "Asia/Baghdad", dt.date(2026, 1, 17), dt.date(2026, 1, 17)),
        ("2026-01-17T21:00:00Z", "Asia/Baghdad", dt.date(2026, 1, 18), dt.date(2026, 1, 18)),
        ("2026-01-18T01:30:00+03:00", "America/New_York", dt.date(2026, 1, 17), dt.date(2026, 1, 17)),
        ("2026-01-17T22:30:00Z", None, dt.date(2026, 1, 17), dt.date(2026, 1, 18)),
        ("2026-01-17T10:30:00Z", None, dt.date(2026, 1, 16), dt.date(2026, 1, 18)),
        ("2026-01-17T22:30:00", "Asia/Baghdad", dt.date(2026, 1, 17), dt.date(2026, 1, 17)),
        ("2026-01-17T24:00:00Z", "UTC", dt.date(2026, 1, 18), dt.date(2026, 1, 18)),
    ],
)
def test_local_days(text: str, zone: str | None, first: dt.date, last: dt.date) -> None:
    assert ImpreciseDate.parse(text).local(zone) == Span(first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017-06", pendulum.Date(2017, 6, 1), pendulum.Date(2017, 6, 30)),
        ("201X", pendulum.Date(2010, 1, 1), pendulum.Date(2019, 12, 31)),
        ("2018-05-XX", pendulum.Date(2018, 5, 1), pendulum.Date(2018, 5, 31)),
        ("2023-24", pendulum.Date(2023, 12, 1), pendulum.Date(2024, 2, 29)),
        ("[..2026-01-17]", None, pendulum.Date(2026, 1, 17)),
        ("[2026-01-17..]", pendulum.Date(2026, 1, 17), None),
        ("[2024,2025-03,2020]", pendulum.Date(2020, 1, 1), pendulum.Date(2025, 3, 31)),
        ("Y17000", None, None),
        ("-0044", None, None),
        ("..", None, None),
    ],
)
def test_earliest_and_latest(text: str, earliest: pendulum.Date | None, latest: pendulum.Date | None) -> None:
    date = ImpreciseDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)
    assert all(type(each) is pendulum.Date for each in (date.earliest, date.latest) if each is not None)


@pytest.mark.parametrize(("text", "qualifier"), [("2025-09?", "?"), ("2025~", "~"), ("2025-09-01%", "%"), ("2025", "")])
def test_qualifier(text: str, qualifier: str) -> None:
    assert ImpreciseDate.parse(text).qualifier == qualifier


def test_what_sort_of_date_it_is() -> None:
    assert ImpreciseDate.parse("..").is_open
    assert not ImpreciseDate.parse("[..2026]").is_open
    assert ImpreciseDate.parse("2026-21").is_season
    assert not ImpreciseDate.parse("2026-12").is_season
    assert ImpreciseDate.parse("2026-01-17T22:30:00Z").is_instant
    assert not ImpreciseDate.parse("2026-01-17T22:30:00").is_instant


def test_equal_when_written_alike() -> None:
    assert ImpreciseDate.parse("2026-01") == ImpreciseDate.parse("2026-01")
    assert hash(ImpreciseDate.parse("2026-01")) == hash(ImpreciseDate.parse("2026-01"))
    assert ImpreciseDate.parse("2026-01") != ImpreciseDate.parse("2026-01-XX")


def test_reads_as_it_is_written() -> None:
    date = ImpreciseDate.parse("[..2026-01-17]")
    assert str(date) == "[..2026-01-17]"
    assert repr(date) == "ImpreciseDate.parse('[..2026-01-17]')"
    assert pickle.loads(pickle.dumps(date)).span == Span(NEVER, 739_633)  # noqa: S301 - bytes made on this very line


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2026-01", "2026-01"),
        (dt.date(2026, 1, 17), "2026-01-17"),
        (pendulum.Date(2026, 1, 17), "2026-01-17"),
        (ImpreciseDate.parse("2026"), "2026"),
    ],
)
def test_as_date(value: str | dt.date | ImpreciseDate, text: str) -> None:
    assert as_date(value) == ImpreciseDate.parse(text)


def test_nothing_stays_nothing() -> None:
    assert as_date(None) is None


@pytest.mark.parametrize(
    "value", [dt.datetime(2026, 1, 17, tzinfo=dt.UTC), pendulum.datetime(2026, 1, 17), 2026, 2026.0, b"2026", True]
)
def test_what_is_no_date(value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidDate):
        as_date(value)


@pytest.mark.parametrize("value", [2026, None, b"2026", dt.date(2026, 1, 17)])
def test_parse_takes_text(value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidDate, match="expected text"):
        ImpreciseDate.parse(value)


def test_a_date_is_made_from_text() -> None:
    with pytest.raises(InvalidObject, match="text: expected text; got 2026"):
        ImpreciseDate(text=2026)  # type: ignore[arg-type]  # what is tested


@pytest.mark.parametrize(
    ("text", "zone"), [("0001-01-01T00:00:00Z", "America/New_York"), ("9999-12-31T23:00:00Z", "Asia/Baghdad")]
)
def test_the_ends_of_the_calendar(text: str, zone: str) -> None:
    first, last = ImpreciseDate.parse(text).local(zone)
    assert (first, last) in {(0, 1), (3_652_059, 3_652_060)}
