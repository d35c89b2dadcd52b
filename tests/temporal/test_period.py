import datetime as dt
from typing import Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.errors import InvalidDate, InvalidObject
from oirmodel.temporal import Bounds, DateLike, EndKind, Hemisphere, ImpreciseDate, Period, Span, read_window
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.testing import imprecise_dates, periods, windows
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES


def day(text: str) -> float:
    """The number of a day by the standard library; an infinity for what is not bounded."""
    if text in ("-", "+"):
        return NEVER if text == "-" else FOREVER
    return dt.date.fromisoformat(text).toordinal()


def bounds(s1: str, s2: str, e1: str, e2: str) -> Bounds:
    return Bounds(day(s1), day(s2), day(e1), day(e2))


@pytest.mark.parametrize(
    ("period", "expected", "end_kind"),
    [
        (
            Period.parse("2017-06/2017-10"),
            bounds("2017-06-01", "2017-06-30", "2017-10-01", "2017-10-31"),
            EndKind.ASSERTED,
        ),
        (
            Period.exactly("2017-06/2017-10"),
            bounds("2017-06-01", "2017-06-01", "2017-10-31", "2017-10-31"),
            EndKind.ASSERTED,
        ),
        (Period.exactly("2018"), bounds("2018-01-01", "2018-01-01", "2018-12-31", "2018-12-31"), EndKind.ASSERTED),
        (Period.throughout("2018"), bounds("-", "2018-01-01", "2018-12-31", "+"), EndKind.ASSERTED),
        (Period.on("2017-12"), bounds("2017-12-01", "2017-12-31", "2017-12-01", "2017-12-31"), EndKind.ASSERTED),
        (
            Period.on("2025-01-02/2025-01-03"),
            bounds("2025-01-02", "2025-01-03", "2025-01-02", "2025-01-03"),
            EndKind.ASSERTED,
        ),
        (Period.observed("2025-01-07"), bounds("-", "2025-01-07", "2025-01-07", "+"), EndKind.ASSERTED),
        (Period.observed("2025-02"), bounds("-", "2025-02-28", "2025-02-01", "+"), EndKind.ASSERTED),
        (Period.by("2026-01-17"), bounds("-", "2026-01-17", "-", "+"), EndKind.OPEN),
        (Period.since("2014"), bounds("2014-01-01", "2014-12-31", "2014-01-01", "+"), EndKind.OPEN),
        (Period.parse("2025-01-07/.."), bounds("2025-01-07", "2025-01-07", "2025-01-07", "+"), EndKind.OPEN),
        (Period.parse("2025-01-07/"), bounds("2025-01-07", "2025-01-07", "2025-01-07", "+"), EndKind.UNKNOWN),
        (Period.parse("/2025-01-07"), bounds("-", "2025-01-07", "2025-01-07", "2025-01-07"), EndKind.ASSERTED),
        (Period.parse("../2025-01-07"), bounds("-", "2025-01-07", "2025-01-07", "2025-01-07"), EndKind.ASSERTED),
        (Period(end="[..2026-01-17]"), bounds("-", "2026-01-17", "-", "2026-01-17"), EndKind.ASSERTED),
        (
            Period(start="2026-01", end="2025-12"),
            bounds("2026-01-01", "2025-12-31", "2026-01-01", "2025-12-31"),
            EndKind.ASSERTED,
        ),
        (Period(), bounds("-", "+", "-", "+"), EndKind.UNKNOWN),
        (Period.parse("2017-12"), bounds("2017-12-01", "2017-12-31", "2017-12-01", "2017-12-31"), EndKind.ASSERTED),
        (Period.by(pendulum.Date(2026, 1, 17)), bounds("-", "2026-01-17", "-", "+"), EndKind.OPEN),
        (Period.by("2026-01"), bounds("-", "2026-01-31", "-", "+"), EndKind.OPEN),
    ],
    ids=str,
)
def test_bounds(period: Period, expected: Bounds, end_kind: EndKind) -> None:
    assert period.bounds() == expected
    assert period.end_kind is end_kind


def test_an_open_end_held_on_the_day_it_was_said() -> None:
    said = Span(day("2026-01-20"), day("2026-01-22"))
    assert Period.by("2026-01-17").bounds(said=said) == bounds("-", "2026-01-17", "2026-01-20", "+")
    assert Period(start="..", end="..").bounds(said=said) == bounds("-", "2026-01-22", "2026-01-20", "+")
    assert Period.since("2026").bounds(said=said) == bounds("2026-01-01", "2026-01-22", "2026-01-20", "+")


def test_only_an_open_end_depends_on_when_it_was_said() -> None:
    said = Span(day("2026-01-20"), day("2026-01-22"))
    assert Period.parse("2025-01-07/").bounds(said=said) == bounds("2025-01-07", "2025-01-07", "2025-01-07", "+")
    assert Period.parse("2025/2026").bounds(said=said) == bounds("2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31")


def test_an_open_end_said_before_it_began_cannot_be() -> None:
    told = Period.since("2026-02").bounds(said=Span(day("2026-01-20"), day("2026-01-20")))
    assert not told.possible
    assert told.on(day("2026-03-01")) is MAYBE


def test_an_instant_is_a_day_of_the_place() -> None:
    period = Period(start="2026-01-17T22:30:00Z", end="2026-01-18T20:59:59Z")
    assert period.bounds(timezone="Asia/Baghdad") == bounds("2026-01-18", "2026-01-18", "2026-01-18", "2026-01-18")
    assert period.bounds(timezone="UTC") == bounds("2026-01-17", "2026-01-17", "2026-01-18", "2026-01-18")
    assert period.bounds() == bounds("2026-01-17", "2026-01-18", "2026-01-18", "2026-01-19")


@pytest.mark.parametrize("asked", ["2000-01-01", "2026-01-01", "2030-01-01"])
def test_of_an_impossible_period_nothing_is_known(asked: str) -> None:
    impossible = Period(start="2026", end="2025")
    assert not impossible.bounds().possible
    assert impossible.holds_on(asked) is MAYBE
    assert impossible.holds_during(asked) is MAYBE
    assert impossible.holds_throughout(asked) is MAYBE


@pytest.mark.parametrize(
    ("period", "asked", "truth"),
    [
        (Period(end="[..2026-01-17]"), "2026-01-18", NO),
        (Period(end="[..2026-01-17]"), "2026-01-17", MAYBE),
        (Period(end="[..2026-01-17]"), "2025-06-01", MAYBE),
        (Period.throughout("2018"), "2018-06-01", YES),
        (Period.throughout("2018"), "2019-01-01", MAYBE),
        (Period.exactly("2018"), "2019-01-01", NO),
        (Period.exactly("2018"), dt.date(2018, 12, 31), YES),
        (Period.on("2018"), "2018-06-01", MAYBE),
        (Period.by("2026-01-17"), "2026-01-17", MAYBE),
        (Period.observed("2025-01-07"), "2025-01-07", YES),
    ],
)
def test_holds_on(period: Period, asked: DateLike, truth: Truth) -> None:
    assert period.holds_on(asked) is truth


@pytest.mark.parametrize(
    ("period", "window", "during", "throughout"),
    [
        (Period.observed("2025-02"), "2025-02", YES, MAYBE),
        (Period.observed("2025-02"), "2025-03", MAYBE, MAYBE),
        (Period.on("2025-02"), "2025-02", YES, MAYBE),
        (Period.on("2025-02"), "2025-03", NO, NO),
        (Period.exactly("2025-02"), "2025-01/2025-03", YES, NO),
        (Period.exactly("2025"), "2025-01/2025-03", YES, YES),
        (Period.exactly("2025"), "../2025-03", YES, NO),
        (Period(end="2025"), "../2025-03", MAYBE, MAYBE),
    ],
)
def test_holds_during_and_throughout(period: Period, window: str, during: Truth, throughout: Truth) -> None:
    assert period.holds_during(window) is during
    assert period.holds_throughout(window) is throughout


@given(periods())
def test_parse_inverts_format(period: Period) -> None:
    """What is written is read as the same, where EDTF can write it: it has no times of day in intervals."""
    if "T" not in period.format():
        assert Period.parse(period.format()) == period


@given(periods())
def test_bounds_are_normalised(period: Period) -> None:
    """The bounds of a period that can be say all they can."""
    assert period.bounds() == period.bounds().normalised()
    assert period.bounds().possible


@given(imprecise_dates(), imprecise_dates(), imprecise_dates(), windows())
def test_a_vaguer_end_never_sharpens(
    start: ImpreciseDate, end: ImpreciseDate, other: ImpreciseDate, window: str
) -> None:
    """An end that may be another date as well makes certain only what the one end did."""
    first, last = min(end.span.first, other.span.first), max(end.span.last, other.span.last)
    if any(abs(bound) > 3_000_000 and abs(bound) != FOREVER for bound in (first, last)):
        return  # a year past 9999 has no days in EDTF
    sharp, vague = Period(start=start, end=end), Period(start=start, end=ImpreciseDate.between(first, last))
    if sharp.bounds(timezone="UTC").possible and not (end.is_instant or other.is_instant):
        for ask in (Period.holds_during, Period.holds_throughout):
            truth = ask(vague, window)
            assert truth is MAYBE or truth is ask(sharp, window)


@given(windows())
def test_how_the_constructors_differ(window: str) -> None:
    """Within its window a total is certain, all of it is certain, a sighting is certain for some day of it."""
    assert Period.exactly(window).holds_throughout(window) is YES
    assert Period.throughout(window).holds_throughout(window) is YES
    assert Period.observed(window).holds_during(window) is YES
    assert Period.on(window).holds_during(window) is YES


@given(windows(), windows())
def test_a_total_and_its_window_agree(window: str, other: str) -> None:
    """Outside its window a total is NO; a stay that is throughout it is never NO."""
    first, last = read_window(window)
    asked_first, asked_last = read_window(other)
    apart = asked_last < first or asked_first > last
    assert (Period.exactly(window).holds_during(other) is NO) is apart
    assert Period.throughout(window).holds_during(other) is not NO


@given(windows(), st.sampled_from((None, "Asia/Baghdad", "America/New_York")))
def test_days_do_not_move_with_the_place(window: str, zone: str | None) -> None:
    """A period of days is the same by every calendar on Earth."""
    assert Period.exactly(window).bounds(timezone=zone) == Period.exactly(window).bounds()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026/2025", "it ends before it starts"),
        ("2026-01-17/2026-01", None),
        ("2024/2025/2026", "an interval has two parts"),
        ("2026-01-17T22:30:00Z/..", "an interval has no times of day"),
        ("2026-13", "there is no month 13"),
        ("..", "expected a date, not an open end"),
    ],
)
def test_parse(text: str, reason: str | None) -> None:
    if reason is None:
        assert Period.parse(text).format() == text
        return
    with pytest.raises(InvalidDate, match=reason):
        Period.parse(text)


@pytest.mark.parametrize("value", [None, 2026, dt.date(2026, 1, 17)])
def test_parse_takes_text(value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidDate, match="expected text"):
        Period.parse(value)


@pytest.mark.parametrize(
    ("window", "reason"),
    [
        ("2026/2025", "it ends before it starts"),
        ("2026/", "on both sides"),
        ("/2026", "on both sides"),
        ("..", "not an open end"),
        ("2024/2025/2026", "an interval has two parts"),
        ("2026-13/2027", "there is no month 13"),
    ],
)
def test_no_windows(window: str, reason: str) -> None:
    with pytest.raises(InvalidDate, match=reason):
        read_window(window)


def test_windows() -> None:
    assert read_window("2014-08/2020-09") == Span(day("2014-08-01"), day("2020-09-30"))
    assert read_window("../2020-09") == Span(NEVER, day("2020-09-30"))
    assert read_window("2020-09/..") == Span(day("2020-09-01"), FOREVER)
    assert read_window(dt.date(2026, 1, 17)) == Span(day("2026-01-17"), day("2026-01-17"))


@pytest.mark.parametrize("make", [Period.exactly, Period.throughout])
@pytest.mark.parametrize("window", ["[..2026-01-17]", "2026/..", "../2026"])
def test_a_total_has_a_first_and_a_last_day(make: Any, window: str) -> None:  # noqa: ANN401 - one of two constructors
    with pytest.raises(InvalidDate, match="a window with a first and a last day"):
        make(window)


def test_one_day_is_asked_about_at_a_time() -> None:
    with pytest.raises(InvalidDate, match="ask holds_during or holds_throughout"):
        Period.on("2026").holds_on("2026-01")


def test_both_sides_are_reported_at_once() -> None:
    with pytest.raises(InvalidObject) as caught:
        Period(start="2026-13", end="yesterday")
    assert [each.field for each in caught.value.problems] == ["start", "end"]


def test_reads_as_it_is_written() -> None:
    assert str(Period.by("2026-01-17")) == "[..2026-01-17]/.."
    assert repr(Period(start="2026")) == "Period(start='2026', end=None)"


@pytest.mark.parametrize("window", ["[..2026-01-17]", "../2026-01-17", "../.."])
def test_a_sighting_asserts_no_open_end(window: str) -> None:
    assert Period.observed(window).end_kind is not EndKind.OPEN


def test_some_time_or_other_asserts_no_open_end() -> None:
    assert Period.on("../..").end_kind is not EndKind.OPEN


@pytest.mark.parametrize("make", [Period.observed, Period.by, Period.throughout, Period.exactly])
def test_an_instant_is_no_window_before_its_place_is_known(make: Any) -> None:  # noqa: ANN401 - one of four
    with pytest.raises(InvalidDate, match="depends on a place"):
        make("2026-01-17T22:30:00Z")


def test_an_event_at_an_instant_waits_for_its_place() -> None:
    seen = Period.on("2026-01-17T22:30:00Z").bounds(timezone="Asia/Baghdad")
    assert (seen.s1, seen.s2) == (day("2026-01-18"), day("2026-01-18"))


@pytest.mark.parametrize("make", [Period.observed, Period.by, Period.throughout, Period.exactly])
def test_every_constructor_keeps_the_qualifier(make: Any) -> None:  # noqa: ANN401 - one of four constructors
    assert "?" in make("2026-01-17?").format()


def test_seasons_of_the_south() -> None:
    period = Period(start="2001-22", end="2002-24")
    assert period.bounds() == bounds("2001-06-01", "2001-08-31", "2002-12-01", "2003-02-28")
    southern = period.bounds(hemisphere=Hemisphere.SOUTHERN)
    assert southern == bounds("2001-12-01", "2002-02-28", "2002-06-01", "2002-08-31")


@pytest.mark.parametrize(
    ("window", "reason"),
    [
        ("2018/2019-13", "there is no month 13, at character 11"),
        ("2026-01-17T22:30:00Z/2026-02", "give start and end by themselves, at character 11"),
    ],
)
def test_a_wrong_window_says_where(window: str, reason: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        read_window(window)
    assert caught.value.text == window
    assert caught.value.reason.endswith(reason)


def test_what_is_begun_by_a_time_of_day_is_begun_by_its_day() -> None:
    assert Period.by("2026-01-17T22:30:00").format() == "[..2026-01-17]/.."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004-06-~01/2004-06-%20", bounds("2004-06-01", "2004-06-01", "2004-06-20", "2004-06-20")),
        ("156X-02-29/1570", bounds("1560-02-29", "1568-02-29", "1570-01-01", "1570-12-31")),
        ("{1960,1961-12}/1963", bounds("1960-01-01", "1961-12-31", "1963-01-01", "1963-12-31")),
        ("1950S2/1960", bounds("1900-01-01", "1960-12-31", "1960-01-01", "1960-12-31")),
        ("2001-33/2001-41", bounds("2001-01-01", "2001-03-31", "2001-07-01", "2001-12-31")),
    ],
)
def test_intervals_of_level_2(text: str, expected: Bounds) -> None:
    period = Period.parse(text)
    assert period.bounds() == expected
    assert period.format() == text
