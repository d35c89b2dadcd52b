"""Histories: segments without gaps, each day as the question about it."""

from datetime import date

import pytest

from oirmodel.claims import Control
from oirmodel.entities import Force
from oirmodel.errors import InvalidQuestion
from oirmodel.names import Name
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset, Segment, Timeline
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    control,
    data,
    posting,
    presence,
    status_of,
    strength,
)


def covers(segment: Segment, day: str) -> bool:
    """Whether a segment with two ends has this day."""
    assert segment.first is not None
    assert segment.last is not None
    return segment.first <= date.fromisoformat(day) <= segment.last


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def told(timeline: Timeline) -> list[tuple[str | None, str | None, str, object]]:
    """The segments: first day, last day, status and value."""
    return [(_text(each.first), _text(each.last), each.status.value, each.value) for each in timeline.segments]


def test_a_history_has_a_segment_for_each_answer_and_no_gap() -> None:
    change = data(
        posting("smith", "2020-05-01/2020-05-10"),
        posting("jones", "2020-05-10/..", reported="2020-05-20"),
    )
    timeline = change.history("posting", "commander")
    assert [each[:3] for each in told(timeline)] == [
        ("2020-05-01", "2020-05-01", "definite"),
        ("2020-05-02", "2020-05-09", "definite"),
        ("2020-05-10", "2020-05-10", "definite"),
        ("2020-05-11", "2020-05-19", "definite"),
        ("2020-05-20", "2020-05-20", "definite"),
        ("2020-05-21", None, "presumed"),
    ]
    values = [each.value for each in timeline.segments]
    assert values == ["smith", "smith", ("smith", "jones"), "jones", "jones", "jones"]


def test_a_history_of_nothing_is_empty() -> None:
    assert data().history(Control, "al-asad").segments == ()


def test_a_window_of_nothing_is_one_segment() -> None:
    timeline = data().history(Control, "al-asad", during="2020-05")
    assert told(timeline) == [("2020-05-01", "2020-05-31", "no-evidence", None)]


def test_a_history_keeps_to_its_window() -> None:
    timeline = data(control("us", "2020-05-05/2020-05-10")).history(
        "control", "al-asad", during="2020-05-08/2020-05-20"
    )
    assert told(timeline) == [
        ("2020-05-08", "2020-05-10", "definite", "us"),
        ("2020-05-11", "2020-05-20", "presumed", None),
    ]


def test_statuses_follow_each_other_as_the_days_do() -> None:
    timeline = data(control("us", "[2020-05-03..2020-05-05]/..", reported="2020-05-10")).history("control", "al-asad")
    assert told(timeline) == [
        ("2020-05-03", "2020-05-04", "possible", "us"),
        ("2020-05-05", "2020-05-10", "definite", "us"),
        ("2020-05-11", None, "presumed", "us"),
    ]


def test_max_age_ends_a_presumed_segment() -> None:
    timeline = data(presence("us", Period.observed("2020-05-05"))).history("presence", "al-asad", max_age=10)
    assert told(timeline) == [
        ("2020-05-05", "2020-05-05", "definite", ("us",)),
        ("2020-05-06", "2020-05-15", "presumed", ("us",)),
        ("2020-05-16", None, "possible", ("us",)),
    ]


def test_a_view_ends_what_is_more_than_possible() -> None:
    view = data(control("us", "2020-05-01/2020-05-31", reported="2020-05-10")).as_known(on="2020-05-15")
    assert told(view.history("control", "al-asad"))[:2] == [
        ("2020-05-01", "2020-05-15", "definite", "us"),
        ("2020-05-16", "2020-05-31", "possible", "us"),
    ]


def test_gap_and_padding_are_those_of_the_question() -> None:
    seen = data(presence("us", Period.observed("2020-05-01")), presence("us", Period.observed("2020-05-05")))
    assert told(seen.history("presence", "al-asad", gap=4))[0] == ("2020-05-01", "2020-05-05", "definite", ("us",))
    vague = data(control("us", Period(start="2020-05-05~", end="2020-05-10")))
    assert told(vague.history("control", "al-asad", padding=2))[0] == ("2020-05-03", "2020-05-06", "possible", "us")


def test_a_correction_of_who_belongs_to_whom_cuts_the_history() -> None:
    both = data(
        control("army", "2020-05-01/2020-05-31"),
        control("iraq", "2020-05-01/2020-05-31"),
        affiliation("army", "iraq", id="told"),
        affiliation("army", "us", "2020-05-10/2020-05-20", corrects=["told"]),
    )
    expected = {"2020-05-09": DEFINITE, "2020-05-10": CONTESTED, "2020-05-20": CONTESTED, "2020-05-21": DEFINITE}
    assert {day: both.who_controlled("al-asad", on=day).status for day in expected} == expected
    timeline = both.history("control", "al-asad", during="2020-05-01/2020-05-31")
    for day, status in expected.items():
        (segment,) = [each for each in timeline.segments if covers(each, day)]
        assert segment.status is status


def test_the_history_of_a_strength_is_that_of_one_place() -> None:
    counted = data(strength(900, "2020-05-01/2020-05-10"), strength(2000, "2020-05-01/2020-05-10", at=["anbar"]))
    timeline = counted.history("strength", "us", at="syria")
    assert timeline.segments[0].value == Quantity.exact(900)
    assert timeline.question == "History of strength, US forces at Syria"


def test_a_place_goes_with_strength_alone() -> None:
    with pytest.raises(InvalidQuestion, match="at= goes with strength"):
        data().history("control", "al-asad", at="syria")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InvalidQuestion, match="no kind of claim 'haunting'"):
        data().history("haunting", "al-asad")


def test_a_history_of_plans_is_asked_for_as_such() -> None:
    plan = data(control("iraq", "2020-05-01/2020-05-31", modality="planned"))
    assert plan.history("control", "al-asad").segments == ()
    assert told(plan.history("control", "al-asad", modality="planned"))[0] == (
        "2020-05-01",
        "2020-05-31",
        "definite",
        "iraq",
    )


def test_in_plain_text_days_with_one_answer_are_one_line() -> None:
    change = data(
        posting("smith", "2020-05-01/2020-05-10", id="first"),
        posting("jones", "2020-05-10/..", id="second", reported="2020-05-20"),
    )
    assert str(change.history("posting", "commander")).splitlines() == [
        "History of posting, Commander",
        "  2020-05-01 to 2020-05-09 DEFINITE    Smith [first]",
        "  2020-05-10 to 2020-05-10 DEFINITE    Smith, Jones [first, second]",
        "  2020-05-11 to 2020-05-20 DEFINITE    Jones [second]",
        "  2020-05-21 to ..         PRESUMED    Jones [second]",
    ]


def test_a_no_is_written_as_one() -> None:
    left = data(presence("us", "2020-05-01/2020-05-10", id="stay"))
    assert (
        left.history("presence", "al-asad").explain().splitlines()[-1]
        == "  2020-05-11 to ..         PRESUMED    not US forces [stay]"
    )


def test_a_window_without_a_beginning_is_written_so() -> None:
    seen = data(presence("us", Period.observed("2020-05-05"), id="seen"))
    lines = seen.history("presence", "al-asad", during="../2020-05-05").explain().splitlines()
    assert [line.rstrip() for line in lines[1:]] == [
        "  ..         to 2020-05-04 NO_EVIDENCE",
        "  2020-05-05 to 2020-05-05 DEFINITE    US forces [seen]",
    ]


def test_in_html_everything_from_data_is_escaped() -> None:
    script = "<script>alert(1)</script>"
    named = Dataset(
        entities=[*data().entities.values(), make(Force, id="x", names=[Name(text=script)])],
        sources=data().sources.values(),
        claims=[control("x", "2020-05-01/2020-05-10")],
    )
    page = named.history("control", "al-asad")._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("<tr>") == 2


def test_statuses_are_told_apart() -> None:
    assert [each.value for each in (CONTESTED, DEFINITE, PRESUMED, POSSIBLE, NO_EVIDENCE)] == [
        "contested",
        "definite",
        "presumed",
        "possible",
        "no-evidence",
    ]


def test_a_segment_has_the_claims_against_of_each_of_its_days() -> None:
    """From the 7th on the denial no longer rules the day out, and so is no longer shown against it."""
    told = data(
        status_of("resolve", "transitioned", "[2020-01-03..2020-01-11]/"),
        status_of(
            "resolve",
            "transitioned",
            Period(start="[..2020-01-06]", end="[2020-01-05..]"),
            modality="denied",
            id="denial",
        ),
    )
    for segment in told.history("operation_status", "resolve", during="2020-01-04/2020-01-12").segments:
        assert segment.first is not None
        assert segment.last is not None
        for day in (segment.first, segment.last):
            answer = told.under_way("resolve", on=day)
            assert [(each.claims, each.against) for each in segment.candidates] == [
                (each.claims, each.against) for each in answer.candidates
            ]
