"""Rule 5: what cannot be kept apart, and the disputed dates of one stay."""

import pytest

from oirmodel.query import Status
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    PRESUMED,
    candidate,
    control,
    data,
    graded,
    ids,
    presence,
    same_as,
    status_of,
    strength,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"


def test_rivals_that_surely_overlap_conflict_on_the_days_of_both() -> None:
    both = data(control("us", "2020-05-01/2020-05-15"), control("iraq", "2020-05-10/2020-05-31"))
    assert both.who_controlled("al-asad", on="2020-05-09").value == "us"
    overlap = both.who_controlled("al-asad", on="2020-05-12")
    assert (overlap.status, overlap.value) == (CONTESTED, ("us", "iraq"))
    assert both.who_controlled("al-asad", on="2020-05-16").value == "iraq"
    assert both.who_controlled("al-asad", on="2020-05-16").status is DEFINITE


def test_evidence_that_says_yes_conflicts_with_a_rival_that_may_still_be_there() -> None:
    both = data(control("us", "2020-05-01/2020-05-31"), control("iraq", "2020-05-05/[2020-05-08..2020-05-12]"))
    assert both.who_controlled("al-asad", on="2020-05-10").status is CONTESTED
    assert both.who_controlled("al-asad", on="2020-05-13").status is DEFINITE


def test_a_shared_handover_day_is_no_conflict_and_both_are_named_in_order() -> None:
    both = data(control("us", "2020-05-01/2020-05-10"), control("iraq", "2020-05-10/2020-05-31"))
    answer = both.who_controlled("al-asad", on="2020-05-10")
    assert (answer.status, answer.value) == (DEFINITE, ("us", "iraq"))


def test_the_order_of_a_handover_is_that_of_time_and_not_of_the_alphabet() -> None:
    both = data(control("iraq", "2020-05-01/2020-05-10"), control("us", "2020-05-10/2020-05-31"))
    assert both.who_controlled("al-asad", on="2020-05-10").value == ("iraq", "us")


def test_two_rivals_of_one_and_the_same_day_conflict() -> None:
    both = data(control("us", "2020-05-10/2020-05-10"), control("iraq", "2020-05-10/2020-05-10"))
    assert both.who_controlled("al-asad", on="2020-05-10").status is CONTESTED


def test_a_day_may_be_the_last_of_one_and_all_of_another() -> None:
    both = data(control("us", "2020-05-01/2020-05-10"), control("iraq", "2020-05-10/2020-05-10"))
    answer = both.who_controlled("al-asad", on="2020-05-10")
    assert (answer.status, answer.value) == (DEFINITE, ("us", "iraq"))


def test_sightings_of_rivals_on_one_day_may_have_been_before_and_after_a_handover() -> None:
    both = data(control("us", Period.observed("2020-05-10")), control("iraq", Period.observed("2020-05-10")))
    assert both.who_controlled("al-asad", on="2020-05-10").status is DEFINITE


def test_a_denial_shares_no_day_with_what_it_denies() -> None:
    shared = data(presence("us", "2020-05-01/2020-05-10"), presence("us", "2020-05-10/2020-05-31", modality="denied"))
    assert shared.who_was_at("al-asad", on="2020-05-10").status is CONTESTED
    apart = data(presence("us", "2020-05-01/2020-05-10"), presence("us", "2020-05-11/2020-05-31", modality="denied"))
    assert graded(apart.who_was_at("al-asad", on="2020-05-10")) == {"us": (True, DEFINITE)}
    assert graded(apart.who_was_at("al-asad", on="2020-05-11")) == {"us": (False, DEFINITE)}


def test_an_allegation_against_certain_evidence_contests_it() -> None:
    both = data(control("us", MAY), control("iraq", MAY, modality="alleged"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (CONTESTED, ("iraq", "us"))


def test_two_accounts_of_one_stay_are_in_dispute_where_one_has_it_and_the_other_not() -> None:
    both = data(presence("us", "2020-05-01/2020-05-20"), presence("us", "2020-05-01/2020-05-10"))
    assert both.who_was_at("al-asad", on="2020-05-05").status is DEFINITE
    assert both.who_was_at("al-asad", on="2020-05-15").status is CONTESTED
    assert graded(both.who_was_at("al-asad", on="2020-05-25")) == {"us": (False, PRESUMED)}


def test_two_accounts_under_ids_that_are_one_are_of_one_stay() -> None:
    both = data(
        presence("us", "2020-05-01/2020-05-20"),
        presence("us-forces", "2020-05-01/2020-05-10"),
        same_as("us", "us-forces"),
    )
    assert both.who_was_at("al-asad", on="2020-05-15").status is CONTESTED


def test_a_stay_in_another_role_or_place_or_of_a_member_is_not_the_same_stay() -> None:
    long = presence("us", "2020-05-01/2020-05-20", role="combat")
    for other in (
        presence("us", "2020-05-01/2020-05-10", role="advisers"),
        presence("us", "2020-05-01/2020-05-10", role="combat", at="compound"),
        presence("us", "2020-06-01/2020-06-10", role="combat"),
    ):
        assert data(long, other).who_was_at("al-asad", on="2020-05-15").status is DEFINITE


def test_for_some_time_in_a_window_two_rivals_may_each_have_held() -> None:
    both = data(control("us", Period.observed("2020-05")), control("iraq", Period.observed("2020-05")))
    answer = both.who_controlled("al-asad", during="2020-05")
    assert (answer.status, answer.value) == (DEFINITE, ("iraq", "us"))


def test_for_some_time_in_a_window_conflict_counts() -> None:
    both = data(control("us", "2020-05-01/2020-05-31"), control("iraq", "2020-05-01/2020-05-31"))
    assert both.who_controlled("al-asad", during="2020-05").status is CONTESTED


def test_a_conflict_has_both_sides_in_the_answer() -> None:
    both = data(control("us", MAY, id="one"), control("iraq", MAY, id="two"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert ids(candidate(answer, "us").claims) == ["one"]
    assert ids(candidate(answer, "us").against) == ["two"]
    assert ids(candidate(answer, "iraq").against) == ["one"]


@pytest.mark.parametrize(("second", "expected"), [("2020-05-20", CONTESTED), ("2020-05-21", DEFINITE)])
def test_two_accounts_are_of_one_stay_where_they_have_a_certain_day_in_common(second: str, expected: Status) -> None:
    both = data(presence("us", "2020-05-01/2020-05-20"), presence("us", f"{second}/2020-05-25"))
    assert both.who_was_at("al-asad", on="2020-05-15").status is expected


def test_an_account_that_leaves_the_day_open_disputes_nothing() -> None:
    both = data(presence("us", "2020-05-01/2020-05-20"), presence("us", "2020-05-01/[2020-05-10..2020-05-25]"))
    assert both.who_was_at("al-asad", on="2020-05-15").status is DEFINITE


def test_figures_on_two_bases_are_not_two_accounts_of_one_stay() -> None:
    long, short = "2020-05-01/2020-05-20", "2020-05-01/2020-05-10"
    two = data(strength(900, long, basis="core"), strength(900, short, basis="dmdc"))
    assert two.strength("us", at="syria", on="2020-05-15").status is DEFINITE
    one = data(strength(900, long, basis="core"), strength(900, short, basis="core"))
    assert one.strength("us", at="syria", on="2020-05-15").status is CONTESTED


def test_what_is_contested_comes_before_what_is_definite() -> None:
    told = data(
        control("us", MAY, degree="partial"),
        control("us", MAY, degree="partial", modality="denied"),
        control("iraq", MAY, degree="partial"),
    )
    answer = told.who_controlled("al-asad", on=DAY)
    assert graded(answer) == {"us": (True, CONTESTED), "iraq": (True, DEFINITE)}
    assert (answer.status, answer.value) == (CONTESTED, "us")


def test_two_planned_controllers_of_one_day_conflict() -> None:
    plans = data(control("us", MAY, modality="planned"), control("iraq", MAY, modality="planned"))
    answer = plans.who_controlled("al-asad", on=DAY, modality="planned")
    assert (answer.status, answer.value) == (CONTESTED, ("iraq", "us"))


@pytest.mark.parametrize("modality", ["planned", "predicted"])
def test_two_expectations_conflict_where_their_ends_share_no_day(modality: str) -> None:
    apart = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality=modality),
        status_of("resolve", "ongoing", "2024-09-27/2025-12", modality=modality),
    )
    assert apart.under_way("resolve", on="2025-08-01", modality=modality).status is DEFINITE
    assert apart.under_way("resolve", on="2025-10-10", modality=modality).status is CONTESTED


@pytest.mark.parametrize("period", ["2020-05-10/2020-05-10", "2020-05-10/"])
def test_who_left_on_the_day_of_a_handover_comes_before_who_stayed(period: str) -> None:
    """Both begin that day, and kept apart only the one can have ended with it: time, not the alphabet, orders them."""
    both = data(control("us", period), control("iraq", "2020-05-10/2020-05-31"))
    answer = both.who_controlled("al-asad", on="2020-05-10")
    assert (answer.status, answer.value) == (DEFINITE, ("us", "iraq"))


def test_a_rival_of_one_word_for_a_value_contests_the_value() -> None:
    """Unstated control rivals the full control of the first words, and not the partial control of the second."""
    told = data(
        control("us", "2020-05-01/2020-05-05"),
        control("us", "2020-05-01/2020-05-20", degree="partial"),
        control("iraq", "2020-05-03/2020-05-20", degree="unstated"),
    )
    assert graded(told.who_controlled("al-asad", on="2020-05-04"))["us"] == (True, CONTESTED)
    assert graded(told.who_controlled("al-asad", on="2020-05-06"))["us"] == (True, DEFINITE)


def test_two_vague_expectations_that_share_no_end_conflict_on_days_that_neither_is_sure_of() -> None:
    plans = data(
        status_of("resolve", "ongoing", "2024-01/2024-03", modality="planned"),
        status_of("resolve", "ongoing", "2024-01/2024-06", modality="planned"),
    )
    assert plans.under_way("resolve", on="2024-02-15", modality="planned").status is DEFINITE
    assert plans.under_way("resolve", on="2024-06-15", modality="planned").status is CONTESTED
