"""What a corrected claim still says of days that its correction does not reach: nothing that rests on other days."""

from oirmodel.claims import Posting
from oirmodel.temporal import Period
from tests.query.building import (
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    graded,
    posting,
    presence,
    says,
)


def test_a_sighting_that_was_denied_as_wrong_is_no_last_word() -> None:
    """The sighting fell on the day on which it was made; two years later it is not the equal of its correction."""
    told = data(
        presence("us", Period.observed("2019"), id="seen"),
        presence("us", "2019-01-01/2019-12-31", modality="denied", corrects=["seen"]),
    )
    assert graded(told.who_was_at("al-asad", on="2021-01-01")) == {"us": (False, PRESUMED)}


def test_a_rival_that_was_never_there_is_not_presumed_after_its_correction_ends() -> None:
    told = data(
        control("iraq", Period.observed("2020-05-10"), id="wrong"),
        control("us", "2020-05-01/2020-05-31", corrects=["wrong"]),
    )
    assert graded(told.who_controlled("al-asad", on="2020-06-15")) == {"us": (False, PRESUMED)}


def test_a_corrected_denial_is_no_equal_of_what_corrects_it() -> None:
    told = data(
        posting("jones", "2020-01-02/..", reported="2020-01-02"),
        posting("jones", "2020-01-02/2020-01-02", modality="denied", id="wrong"),
        posting("jones", "2020-01-02/2020-01-02", corrects=["wrong"]),
    )
    answer = told.who_held("commander", on="2020-01-03")
    assert graded(answer)["jones"][1] is PRESUMED


def test_a_corrected_denial_puts_nothing_in_order() -> None:
    """By itself the vague stay may be over by the 3rd; only the denial that was wrong made it begin on the 4th."""
    told = data(
        posting("jones", Period(start="[..2020-01-04]", end="[2020-01-03..2020-01-06]"), id="vague"),
        posting("jones", "2020-01-03/2020-01-03", modality="denied", id="wrong"),
        says(Posting, "2020-01-02/2020-01-03", of="commander", by="jones", corrects=["wrong"]),
    )
    assert graded(told.who_held("commander", on="2020-01-04"))["jones"] == (True, POSSIBLE)


def test_a_corrected_claim_stands_on_days_of_its_own_that_its_correction_leaves() -> None:
    told = data(
        control("iraq", "2020-05-01/2020-05-20", id="wrong"),
        control("us", "2020-05-10/2020-05-20", corrects=["wrong"]),
    )
    assert told.who_controlled("al-asad", on="2020-05-05").value == "iraq"
    assert told.who_controlled("al-asad", on="2020-05-15").value == "us"
    assert told.who_controlled("al-asad", on="2020-04-05").status is NO_EVIDENCE


def test_who_came_between_by_a_correction_contests_no_other_day() -> None:
    """That Jones went on after March is said by one claim, and not gainsaid by the other, which only has no end."""
    told = data(
        posting("jones", "2020-01-02/..", reported="2020-01-02"),
        posting("jones", "2020-01-02/2020-09-01", id="tenure"),
        posting("smith", "2020-03-01/2020-03-31", corrects=["tenure"]),
    )
    assert told.who_held("commander", on="2020-03-15").value == "smith"
    assert graded(told.who_held("commander", on="2020-04-01"))["jones"] == (True, DEFINITE)
