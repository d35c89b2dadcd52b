import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.importers._releases.days import Days, days_in_name, read_days

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-02-03", "2015-02-03", "2015-02-03"),
        ("2015-02-03 00:00:00", "2015-02-03", "2015-02-03"),
        ("2015-04-21/2015-04-22", "2015-04-21", "2015-04-22"),
        ("February 7, 2015", "2015-02-07", "2015-02-07"),
        ("Feb. 7, 2015", "2015-02-07", "2015-02-07"),
        ("Sept. 11, 2016", "2016-09-11", "2016-09-11"),
        ("7 February 2015", "2015-02-07", "2015-02-07"),
        ("2/7/2015", "2015-02-07", "2015-02-07"),
        ("April 21-22, 2015", "2015-04-21", "2015-04-22"),
        ("April 21 and 22, 2015", "2015-04-21", "2015-04-22"),
        ("April 30 \u2013 May 1, 2015", "2015-04-30", "2015-05-01"),
        ("December 31-January 1, 2016", "2015-12-31", "2016-01-01"),
    ],
)
def test_days_with_a_year(text: str, first: str, last: str) -> None:
    assert read_days(text, "") == Days(first, last, filled=False)


@pytest.mark.parametrize(
    ("text", "release", "first", "last"),
    [
        ("March 25", "2015-03-26", "2015-03-25", "2015-03-25"),
        ("Aug. 9", "2017-08-11", "2017-08-09", "2017-08-09"),
        ("April 24-25", "2015-04-25", "2015-04-24", "2015-04-25"),
        ("Dec. 31", "2016-01-01", "2015-12-31", "2015-12-31"),
        ("Dec. 31-Jan. 1", "2016-01-01", "2015-12-31", "2016-01-01"),
        ("3 July", "2017-07-05", "2017-07-03", "2017-07-03"),
    ],
)
def test_days_without_a_year_are_the_last_such_days_up_to_the_release(
    text: str, release: str, first: str, last: str
) -> None:
    assert read_days(text, release) == Days(first, last, filled=True)


@pytest.mark.parametrize(
    "text", ["last week", "Febtober 7, 2015", "February 30, 2015", "2015-13-01", "7.2.15", "May 12-11, 2015x"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_days(text, "2015-05-12") is None


def test_a_range_of_numbers_that_ends_before_it_starts_is_none() -> None:
    assert read_days("2015-04-22/2015-04-21", "") is None


def test_without_a_year_and_a_release_nothing_is_guessed() -> None:
    assert read_days("March 25", "") is None


@given(st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2099, 12, 31)), st.integers(0, 364))
def test_a_day_without_its_year_is_found_from_a_release_within_a_year_after_it(day: dt.date, later: int) -> None:
    """Whatever is written without a year is read as the day that it was, but for 29 February."""
    if (day.month, day.day) != (2, 29):
        release = (day + dt.timedelta(days=later)).isoformat()
        written = f"{MONTHS[day.month - 1]} {day.day}"
        assert read_days(written, release) == Days(day.isoformat(), day.isoformat(), filled=True)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2015-02-04_4 Feb Strike Release.pdf", ("2015-02-04",)),
        ("2015-10-09_20151009 Strike Release final.pdf", ("2015-10-09",)),
        ("20151009.pdf", ("2015-10-09",)),
        ("2015_10_09.pdf", ("2015-10-09",)),
        ("2015-10-10_20151009.pdf", ("2015-10-09", "2015-10-10")),
        ("4 Feb Strike Release.pdf", ()),
        ("20151309.pdf", ()),
        ("id-1201510091.pdf", ()),
    ],
)
def test_days_in_the_name_of_a_file(name: str, days: tuple[str, ...]) -> None:
    assert days_in_name(name) == days
