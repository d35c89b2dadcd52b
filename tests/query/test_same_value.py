"""Rule 1: which values are one."""

import pytest

from oirmodel.query import Status
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    PRESUMED,
    affiliation,
    control,
    data,
    graded,
    ownership,
    same_as,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"


def test_two_ids_joined_by_same_as_do_not_compete() -> None:
    both = data(control("us", MAY), control("us-forces", MAY), same_as("us-forces", "us"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value, len(answer.supporting)) == (DEFINITE, "us", 2)


def test_two_ids_that_nobody_joined_compete() -> None:
    answer = data(control("us", MAY), control("us-forces", MAY)).who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (CONTESTED, ("us", "us-forces"))


@pytest.mark.parametrize("modality", ["alleged", "assessed", "denied", "planned"])
def test_a_same_as_that_does_not_count_in_full_joins_nothing(modality: str) -> None:
    both = data(control("us", MAY), control("us-forces", MAY), same_as("us", "us-forces", modality=modality))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_a_same_as_that_is_also_denied_joins_nothing() -> None:
    disputed = (same_as("us", "us-forces"), same_as("us-forces", "us", modality="denied"))
    assert (
        data(control("us", MAY), control("us-forces", MAY), *disputed).who_controlled("al-asad", on=DAY).status
        is CONTESTED
    )


def test_a_retracted_same_as_joins_nothing() -> None:
    joined = same_as("us", "us-forces", id="joined")
    taken_back = ownership("iraq", MAY, retracts=["joined"])
    both = data(control("us", MAY), control("us-forces", MAY), joined, taken_back)
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_two_placeholders_are_never_one() -> None:
    both = data(control("unnamed-1", MAY), control("unnamed-2", MAY), same_as("unnamed-1", "unnamed-2"))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_same_as_joins_the_subject_too() -> None:
    there = data(control("iraq", MAY, of="k-1"), same_as("k-1", "taji"))
    assert there.who_controlled("taji", on=DAY).value == "iraq"


@pytest.mark.parametrize("relation", ["part-of", "member-of", "joined", "under-command", "operational-control"])
def test_a_member_does_not_compete_with_its_whole_and_the_broadest_claimed_names_both(relation: str) -> None:
    both = data(control("army", MAY), control("iraq", MAY), affiliation("army", "iraq", relation=relation))
    answer = both.who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value, len(answer.supporting)) == (DEFINITE, "iraq", 2)


@pytest.mark.parametrize("relation", ["supports", "allied-with", "unstated"])
def test_support_makes_nobody_one(relation: str) -> None:
    both = data(control("army", MAY), control("iraq", MAY), affiliation("army", "iraq", relation=relation))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_belonging_goes_through_others_too() -> None:
    chain = (affiliation("brigade", "army"), affiliation("army", "iraq"))
    answer = data(control("brigade", MAY), control("iraq", MAY), *chain).who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, "iraq")


def test_belonging_is_pairwise_so_two_parts_of_one_whole_compete() -> None:
    parts = (affiliation("army", "iraq"), affiliation("police", "iraq"))
    answer = data(control("army", MAY), control("police", MAY), *parts).who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (CONTESTED, ("army", "police"))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2020-05-05/2020-05-20", DEFINITE),
        ("2019-01-01/2020-05-09", CONTESTED),
        ("2020-05-11/2020-06-01", CONTESTED),
        ("[2020-05-05..2020-05-15]/2020-06-01", CONTESTED),
    ],
)
def test_belonging_counts_only_on_the_days_on_which_it_held(period: str, expected: Status) -> None:
    both = data(control("army", MAY), control("iraq", MAY), affiliation("army", "iraq", period))
    assert both.who_controlled("al-asad", on=DAY).status is expected


def test_belonging_that_was_still_so_when_last_heard_of_goes_on() -> None:
    both = data(
        control("army", MAY),
        control("iraq", MAY),
        affiliation("army", "iraq", Period.since("1932"), reported="2003-05-01"),
    )
    assert both.who_controlled("al-asad", on=DAY).status is DEFINITE


@pytest.mark.parametrize("modality", ["alleged", "denied", "planned"])
def test_belonging_that_does_not_count_in_full_joins_nothing(modality: str) -> None:
    both = data(control("army", MAY), control("iraq", MAY), affiliation("army", "iraq", modality=modality))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_a_value_that_only_a_member_carries_that_day_is_not_denied_by_its_own_earlier_end() -> None:
    """Rule 1: the two are one value that day, and it is named by its broadest claimed id."""
    relay = data(
        control("iraq", "2020-05-01/2020-05-05"), control("army", "2020-05-06/2020-05-31"), affiliation("army", "iraq")
    )
    answer = relay.who_controlled("al-asad", on=DAY)
    assert graded(answer) == {"iraq": (True, DEFINITE)}


def test_a_question_about_the_whole_is_answered_by_its_member() -> None:
    held = data(control("army", MAY), affiliation("army", "iraq"))
    answer = held.who_controlled("al-asad", on=DAY, by="iraq")
    assert (answer.status, answer.value) == (DEFINITE, "iraq")
    rival = held.who_controlled("al-asad", on=DAY, by="us")
    assert (rival.status, rival.holds, rival.value) == (DEFINITE, False, None)


def test_a_question_about_the_member_is_not_answered_by_its_whole() -> None:
    held = data(control("iraq", MAY), affiliation("army", "iraq"))
    assert held.who_controlled("al-asad", on=DAY, by="army").status is NO_EVIDENCE


def test_a_denial_of_the_whole_denies_its_member() -> None:
    denied = data(
        control("army", MAY), control("iraq", MAY, degree="unstated", modality="denied"), affiliation("army", "iraq")
    )
    assert denied.who_controlled("al-asad", on=DAY, by="army").status is CONTESTED


def test_a_denial_of_the_member_says_nothing_of_its_whole() -> None:
    denied = data(
        control("iraq", MAY), control("army", MAY, degree="unstated", modality="denied"), affiliation("army", "iraq")
    )
    answer = denied.who_controlled("al-asad", on=DAY)
    assert graded(answer) == {"iraq": (True, DEFINITE), "army": (False, DEFINITE)}


def test_a_member_that_is_presumed_still_there_is_its_whole_still_there() -> None:
    """The two are one value that day, so that the later sighting of the member is the last word on both."""
    told = data(
        control("iraq", "2020-05-01/2020-05-03"),
        control("army", Period.observed("2020-05-05")),
        affiliation("army", "iraq"),
    )
    assert graded(told.who_controlled("al-asad", on=DAY)) == {"iraq": (True, PRESUMED)}
