import datetime as dt
import pickle
from typing import Any

import pendulum
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.errors import InvalidDate, InvalidObject
from oirmodel.temporal import Hemisphere, ImpreciseDate, Span, as_date
from oirmodel.temporal.days import FOREVER, NEVER, day_of
from oirmodel.testing import days, imprecise_dates
from oirmodel.truth import Truth


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
    """A set allows the days from the first of its members to the last."""
    if date.members:
        assert date.span == Span(min(each.first for each in date.members), max(each.last for each in date.members))


@given(imprecise_dates())
def test_a_qualifier_widens_nothing(date: ImpreciseDate) -> None:
    """``?``, ``~`` and ``%`` leave the days as they are, on whatever part."""
    assert ImpreciseDate.parse(date.text.translate(dict.fromkeys(map(ord, "?~%")))).span == date.span


@given(imprecise_dates())
def test_the_canonical_form_means_the_same(date: ImpreciseDate) -> None:
    """It has the same days in either hemisphere, and the same members, qualifiers, estimate and instant."""
    same = date.canonical()
    assert (same.span, same.members, same.qualifiers) == (date.span, date.members, date.qualifiers)
    assert same.local("Asia/Baghdad") == date.local("Asia/Baghdad")
    assert same.local(None, hemisphere=Hemisphere.SOUTHERN) == date.local(None, hemisphere=Hemisphere.SOUTHERN)
    assert (same.estimate, same.is_one_of, same.is_all_of) == (date.estimate, date.is_one_of, date.is_all_of)
    assert (same.is_season, same.names_no_hemisphere) == (date.is_season, date.names_no_hemisphere)


@given(imprecise_dates())
def test_the_canonical_form_is_its_own(date: ImpreciseDate) -> None:
    """What is canonical stays as it is."""
    assert date.canonical().canonical() == date.canonical()


@given(days(), st.lists(st.booleans(), min_size=10, max_size=10))
def test_a_mask_allows_what_it_hides(date: ImpreciseDate, hidden: list[bool]) -> None:
    """A day with some of its digits hidden may still be that day, and is it where no other is left."""
    text = "".join("X" if hide and each != "-" else each for each, hide in zip(date.text, hidden, strict=True))
    masked = ImpreciseDate.parse(text)
    assert masked.span.first <= date.span.first <= masked.span.last
    assert masked.falls_on(date) is (Truth.YES if masked.span == date.span else Truth.MAYBE)


@given(imprecise_dates(), days())
def test_a_date_falls_on_days_of_its_span_alone(date: ImpreciseDate, day: ImpreciseDate) -> None:
    """It is no day outside its span, and where it is one day it is that day."""
    first, last = date.local(None)
    if not first <= day.span.first <= last:
        assert date.falls_on(day) is Truth.NO
    elif first == last:
        assert date.falls_on(day) is Truth.YES


@given(imprecise_dates(), days(), st.sampled_from(Hemisphere))
def test_sets_fall_on_days_as_their_members_do(date: ImpreciseDate, day: ImpreciseDate, hemisphere: Hemisphere) -> None:
    """All-of is yes where any member is; one-of is yes, or no, only where every member is."""
    if not date.members or ".." in date.text:
        return
    found = {ImpreciseDate.parse(each).falls_on(day, hemisphere=hemisphere) for each in date.text[1:-1].split(",")}
    whole = date.falls_on(day, hemisphere=hemisphere)
    assert (whole is Truth.NO) is (found == {Truth.NO})
    assert (whole is Truth.YES) is (Truth.YES in found if date.is_all_of else found == {Truth.YES})


@given(imprecise_dates())
def test_made_by_its_text_or_parsed_it_is_the_same(date: ImpreciseDate) -> None:
    """Parsing checks no less than the constructor, and a copy keeps everything."""
    for same in (ImpreciseDate(text=date.text), pickle.loads(pickle.dumps(date))):  # noqa: S301 - bytes made here
        assert (same, same.span, same.qualifiers, same.members) == (date, date.span, date.qualifiers, date.members)
        assert (hash(same), same.local("UTC"), repr(same)) == (hash(date), date.local("UTC"), repr(date))


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


def test_between_has_no_more_than_it_is_given() -> None:
    assert ImpreciseDate.between(NEVER, FOREVER) == ImpreciseDate.parse("..")
    assert ImpreciseDate.between(739_633, 739_633) == ImpreciseDate.parse("2026-01-17")
    assert ImpreciseDate.between(NEVER, -16_362) == ImpreciseDate.parse("[..-0044-03-15]")


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


@pytest.mark.parametrize(
    ("text", "day", "truth"),
    [
        ("2026-01-17", "2026-01-17", Truth.YES),
        ("2026-01-17~", "2026-01-17", Truth.YES),
        ("2026-01-17", "2026-01-18", Truth.NO),
        ("2026-01", "2026-01-17", Truth.MAYBE),
        ("2026-01", "2026-02-01", Truth.NO),
        ("..", "2026-02-01", Truth.MAYBE),
        ("2018-XX-05", "2018-03-05", Truth.MAYBE),
        ("2018-XX-05", "2018-03-06", Truth.NO),
        ("20X3", "2013-07-01", Truth.MAYBE),
        ("20X3", "2014-07-01", Truth.NO),
        ("-00X3-07", "-0013-07-01", Truth.MAYBE),
        ("-00X3-07", "0013-07-01", Truth.NO),
        ("2001-X2-29", "2001-12-29", Truth.YES),
        ("201X-22", "2013-07-01", Truth.MAYBE),
        ("201X-22", "2013-05-01", Truth.NO),
        ("201X-24", "2020-02-29", Truth.MAYBE),
        ("201X-24", "2010-02-01", Truth.NO),
        ("{2016-05-01,2016-05-03}", "2016-05-01", Truth.YES),
        ("{2016-05-01,2016-05-03}", "2016-05-02", Truth.NO),
        ("{2016-05-01..2016-05-03}", "2016-05-02", Truth.YES),
        ("{..2016-05-03}", "1916-05-02", Truth.YES),
        ("{2016-05-XX..2016-06-03}", "2016-05-02", Truth.MAYBE),
        ("{1960,1961-12}", "1960-05-02", Truth.MAYBE),
        ("{1960,1961-12}", "1961-05-02", Truth.NO),
        ("{2016..2018}", "2017-05-02", Truth.MAYBE),
        ("[2016-05-01,2016-05-03]", "2016-05-01", Truth.MAYBE),
        ("[2016-05-01,2016-05-03]", "2016-05-02", Truth.NO),
        ("[2016-05-01..2016-05-03]", "2016-05-02", Truth.MAYBE),
        ("[2016-05-01]", "2016-05-01", Truth.YES),
        ("[2016-05-01,2016-05-01]", "2016-05-01", Truth.YES),
        ("2026-01-17T22:30:00", "2026-01-17", Truth.YES),
        ("2026-01-17T22:30:00Z", "2026-01-18", Truth.MAYBE),
    ],
)
def test_falls_on(text: str, day: str, truth: Truth) -> None:
    assert ImpreciseDate.parse(text).falls_on(day) is truth


def test_falls_on_at_a_place() -> None:
    instant = ImpreciseDate.parse("2026-01-17T22:30:00Z")
    assert instant.falls_on("2026-01-18", timezone="Asia/Baghdad") is Truth.YES
    assert instant.falls_on("2026-01-17", timezone="Asia/Baghdad") is Truth.NO
    assert instant.falls_on(dt.date(2026, 1, 18), timezone="Asia/Baghdad") is Truth.YES
    summer = ImpreciseDate.parse("201X-22")
    assert summer.falls_on("2014-01-31", hemisphere=Hemisphere.SOUTHERN) is Truth.MAYBE
    assert summer.falls_on("2013-07-01", hemisphere=Hemisphere.SOUTHERN) is Truth.NO
    assert ImpreciseDate.parse("201X-26").falls_on("2013-07-01", hemisphere=Hemisphere.SOUTHERN) is Truth.MAYBE


@pytest.mark.parametrize("day", ["2026-01", "..", "2026-01-17T22:30:00Z", "{2026-01-17,2026-01-18}"])
def test_falls_on_is_asked_of_one_day(day: str) -> None:
    with pytest.raises(InvalidDate, match="expected one day"):
        ImpreciseDate.parse("2026").falls_on(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2001-21", dt.date(2001, 9, 1), dt.date(2001, 11, 30)),
        ("2001-22", dt.date(2001, 12, 1), dt.date(2002, 2, 28)),
        ("2001-23", dt.date(2001, 3, 1), dt.date(2001, 5, 31)),
        ("2001-24~", dt.date(2001, 6, 1), dt.date(2001, 8, 31)),
        ("200X-22", dt.date(2000, 12, 1), dt.date(2010, 2, 28)),
        ("2001-26", dt.date(2001, 6, 1), dt.date(2001, 8, 31)),
        ("2001-30", dt.date(2001, 12, 1), dt.date(2002, 2, 28)),
        ("2001-33", dt.date(2001, 1, 1), dt.date(2001, 3, 31)),
        ("2001-05", dt.date(2001, 5, 1), dt.date(2001, 5, 31)),
        ("[2001-22,2001-12]", dt.date(2001, 12, 1), dt.date(2002, 2, 28)),
        ("{2001-21,2003}", dt.date(2001, 9, 1), dt.date(2003, 12, 31)),
        ("[2001-21..2001-22]", dt.date(2001, 9, 1), dt.date(2002, 2, 28)),
        ("[2001-21..2001-23]", dt.date(2001, 3, 1), dt.date(2001, 11, 30)),
    ],
)
def test_seasons_of_the_south(text: str, first: dt.date, last: dt.date) -> None:
    expected = Span(first.toordinal(), last.toordinal())
    assert ImpreciseDate.parse(text).local(None, hemisphere=Hemisphere.SOUTHERN) == expected


def test_a_text_of_another_class_is_kept_as_text() -> None:
    class Spelt(str):
        __slots__ = ()

    assert type(ImpreciseDate.parse(Spelt("2026-01")).text) is str


def test_a_parsed_date_cannot_change() -> None:
    date = ImpreciseDate.parse("2026-01-17")
    for name in ("text", "span", "anything"):
        with pytest.raises(FrozenInstanceError):
            setattr(date, name, "2026")
    assert date.span == Span(739_633, 739_633)


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
