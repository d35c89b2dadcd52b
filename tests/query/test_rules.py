"""Rules 1, 2, 3 and 5: which values are one, which exclude each other, in which order they come, and which clash."""

import pytest

from oirmodel.claims import Control, Presence
from oirmodel.quantity import Quantity
from oirmodel.query import Status
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    candidate,
    control,
    data,
    graded,
    ids,
    ownership,
    posting,
    presence,
    same_as,
    says,
    status_of,
    strength,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"


# Rule 1: the same value


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


# Rule 2: rivals


@pytest.mark.parametrize("degree", ["full", "partial", "shared", "contested", "unstated"])
def test_full_control_rivals_any_control_by_another(degree: str) -> None:
    answer = data(control("us", MAY), control("iraq", MAY, degree=degree)).who_controlled("al-asad", on=DAY)
    assert answer.status is CONTESTED


@pytest.mark.parametrize("degrees", [("unstated", "unstated"), ("partial", "unstated"), ("shared", "shared")])
def test_control_that_is_not_said_to_be_full_rivals_none_such(degrees: tuple[str, str]) -> None:
    first, second = degrees
    both = data(control("us", MAY, degree=first), control("iraq", MAY, degree=second))
    answer = both.who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, ("iraq", "us"))


def test_unstated_control_is_no_proof_that_an_earlier_full_controller_has_no_part_in_it() -> None:
    both = data(control("us", "2020-05-01/2020-05-03"), control("iraq", "2020-05-05/2020-05-31", degree="unstated"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert graded(answer) == {"iraq": (True, DEFINITE), "us": (False, PRESUMED)}


def test_full_control_is_proof_that_nobody_else_has_any() -> None:
    both = data(control("us", "2020-05-01/2020-05-03"), control("iraq", "2020-05-05/2020-05-31"))
    assert graded(both.who_controlled("al-asad", on=DAY)) == {"iraq": (True, DEFINITE), "us": (False, DEFINITE)}


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("sole", "unstated"), CONTESTED),
        (("sole", "sole"), CONTESTED),
        (("joint", "joint"), DEFINITE),
        (("unstated", "unstated"), DEFINITE),
    ],
)
def test_only_sole_ownership_rivals_another_owner(shares: tuple[str, str], expected: Status) -> None:
    both = data(ownership("us", MAY, share=shares[0]), ownership("iraq", MAY, share=shares[1]))
    answer = both.who_owned("al-asad", on=DAY)
    assert (answer.status, answer.value) == (expected, ("iraq", "us"))


def test_two_holders_of_a_single_post_are_rivals() -> None:
    both = data(posting("smith", MAY), posting("jones", MAY))
    assert both.who_held("commander", on=DAY).status is CONTESTED


def test_two_holders_of_a_post_that_is_not_known_to_be_single_are_not() -> None:
    both = data(posting("smith", MAY, of="adviser"), posting("jones", MAY, of="adviser"))
    answer = both.who_held("adviser", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, ("jones", "smith"))


def test_an_operation_has_one_status() -> None:
    both = data(status_of("resolve", "ongoing", MAY), status_of("resolve", "ended", MAY))
    assert both.under_way("resolve", on=DAY).status is CONTESTED


def test_two_operations_have_each_their_own() -> None:
    both = data(status_of("resolve", "ongoing", MAY), status_of("lion", "ended", MAY))
    assert both.under_way("resolve", on=DAY).status is DEFINITE
    assert both.under_way("lion", on=DAY).value.value == "ended"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity.about(2000), Quantity.about(900)),
        (Quantity.about(2000), Quantity.about(2001)),
        (Quantity.about(2000), Quantity.exact(2010)),
        (Quantity.exact(1600), Quantity.more_than(1600)),
        (Quantity.none(), Quantity.minimum(1)),
    ],
)
def test_figures_are_rivals_where_no_number_surely_fits_both(one: Quantity, other: Quantity) -> None:
    assert data(strength(one, MAY), strength(other, MAY)).strength("us", at="syria", on=DAY).status is CONTESTED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity.about(2000), Quantity.exact(2000)),
        (Quantity.about(2000), Quantity.minimum(1000)),
        (Quantity.nearly(35_000), Quantity.exact(34_917)),
        (Quantity.exact(1601), Quantity.more_than(1600)),
        (Quantity.between(10, 20), Quantity.maximum(10)),
    ],
)
def test_figures_that_some_number_surely_fits_stand_side_by_side(one: Quantity, other: Quantity) -> None:
    answer = data(strength(one, MAY), strength(other, MAY)).strength("us", at="syria", on=DAY)
    assert answer.status is DEFINITE
    assert set(answer.value) == {one, other}


def test_figures_on_different_bases_do_not_conflict() -> None:
    both = data(strength(900, MAY, basis="core"), strength(2000, MAY, basis="spokesperson-total"))
    answer = both.strength("us", at="syria", on=DAY)
    assert (answer.status, set(answer.value)) == (DEFINITE, {Quantity.exact(900), Quantity.exact(2000)})
    assert both.strength("us", at="syria", on=DAY, basis="core").value == Quantity.exact(900)


def test_an_unspecified_basis_is_one_of_its_own() -> None:
    both = data(strength(900, MAY), strength(2000, MAY, basis="core"))
    assert both.strength("us", at="syria", on=DAY).status is DEFINITE
    assert data(strength(900, MAY), strength(2000, MAY)).strength("us", at="syria", on=DAY).status is CONTESTED


def test_figures_of_different_places_do_not_conflict() -> None:
    both = data(strength(900, MAY), strength(2000, MAY, at=["anbar"]))
    assert both.strength("us", at="syria", on=DAY).value == Quantity.exact(900)


def test_presence_excludes_nobody() -> None:
    answer = data(presence("us", MAY), presence("isis", MAY)).who_was_at("al-asad", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, ("isis", "us"))


def test_a_denial_that_names_nothing_denies_every_degree() -> None:
    both = data(control("us", MAY, degree="partial"), control("us", MAY, degree="unstated", modality="denied"))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


def test_a_denial_of_full_control_denies_full_control() -> None:
    both = data(control("us", MAY), control("us", MAY, modality="denied"))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED


@pytest.mark.parametrize("degree", ["partial", "unstated"])
def test_a_denial_of_full_control_leaves_other_control_alone(degree: str) -> None:
    both = data(control("us", MAY, degree=degree), control("us", MAY, modality="denied"))
    answer = both.who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, "us")


def test_a_denial_of_one_role_says_nothing_of_another() -> None:
    seen = (
        presence("us", Period.observed("2020-05-01"), role="advisers"),
        presence("us", MAY, role="combat", modality="denied"),
    )
    answer = data(*seen).who_was_at("al-asad", on=DAY)
    assert graded(answer) == {"us": (True, PRESUMED)}


def test_a_denial_of_one_role_alone_is_no_denial_of_the_force() -> None:
    denied = data(presence("us", MAY, id="denial", role="combat", modality="denied"))
    answer = denied.who_was_at("al-asad", on=DAY)
    assert (answer.status, answer.candidates, ids(answer.nearest)) == (NO_EVIDENCE, (), ["denial"])


def test_a_denial_of_one_role_leaves_open_that_the_force_was_there_in_another() -> None:
    """Another role may hold on the day, so nothing says surely that the force was not there."""
    seen = (
        presence("us", "[2020-05-05..2020-05-15]/2020-05-31", role="advisers"),
        presence("us", Period.observed("2020-04-01"), role="combat"),
        presence("us", MAY, role="combat", modality="denied"),
    )
    assert graded(data(*seen).who_was_at("al-asad", on=DAY)) == {"us": (True, POSSIBLE)}


def test_a_denial_of_one_role_does_not_end_the_presumption_of_another() -> None:
    seen = (
        presence("us", Period.observed("2020-04-01"), role="advisers", id="advisers"),
        presence("us", Period.observed("2020-04-10"), role="combat"),
        presence("us", MAY, role="combat", modality="denied"),
    )
    answer = data(*seen).who_was_at("al-asad", on=DAY)
    assert graded(answer) == {"us": (True, PRESUMED)}
    assert ids(answer.supporting) == ["advisers"]


def test_a_denial_of_the_only_role_ever_reported_ends_its_presumption() -> None:
    seen = (
        presence("us", Period.observed("2020-04-10"), role="combat"),
        presence("us", MAY, role="combat", modality="denied"),
    )
    assert graded(data(*seen).who_was_at("al-asad", on=DAY)) == {"us": (False, PRESUMED)}


def test_a_denied_figure_on_one_basis_leaves_the_same_figure_on_another() -> None:
    both = data(strength(900, MAY, basis="core"), strength(900, MAY, basis="dmdc", modality="denied"))
    assert both.strength("us", at="syria", on=DAY, basis="core").status is DEFINITE
    same = data(strength(900, MAY, basis="core"), strength(900, MAY, basis="core", modality="denied"))
    assert same.strength("us", at="syria", on=DAY).status is CONTESTED


# Rule 3: order


def test_rivals_that_can_only_be_in_one_order_bound_each_other() -> None:
    both = data(control("us", "2020-05-01/"), control("iraq", "2020-05-10/..", reported="2020-05-20"))
    between = {"us": (True, POSSIBLE), "iraq": (False, PRESUMED)}
    assert graded(both.who_controlled("al-asad", on="2020-05-05")) == between
    assert graded(both.who_controlled("al-asad", on="2020-05-09")) == between
    handed_over = both.who_controlled("al-asad", on="2020-05-10")
    assert (handed_over.status, handed_over.value) == (DEFINITE, "iraq")
    assert graded(both.who_controlled("al-asad", on="2020-05-11")) == {
        "iraq": (True, DEFINITE),
        "us": (False, DEFINITE),
    }


def test_a_vague_start_lies_no_earlier_than_its_rival_surely_went_on() -> None:
    both = data(control("us", "2020-05-01/2020-05-08"), control("iraq", "[2020-05-05..2020-05-12]/2020-05-31"))
    assert graded(both.who_controlled("al-asad", on="2020-05-07")) == {
        "us": (True, DEFINITE),
        "iraq": (False, DEFINITE),
    }
    assert graded(both.who_controlled("al-asad", on="2020-05-08")) == {"us": (True, DEFINITE), "iraq": (True, POSSIBLE)}


def test_rivals_that_can_be_in_either_order_do_not_bound_each_other() -> None:
    both = data(control("us", Period.observed("2020-05-05")), control("iraq", Period.observed("2020-05-05")))
    answer = both.who_controlled("al-asad", on="2020-05-06")
    assert graded(answer) == {"us": (True, POSSIBLE), "iraq": (True, POSSIBLE)}


def test_a_denial_and_what_it_denies_leave_a_day_between() -> None:
    both = data(presence("us", "2020-05-01/"), presence("us", Period.observed("2020-05-10"), modality="denied"))
    assert graded(both.who_was_at("al-asad", on="2020-05-09")) == {"us": (True, POSSIBLE)}
    assert graded(both.who_was_at("al-asad", on="2020-05-10")) == {"us": (False, DEFINITE)}
    assert both.who_was_at("al-asad", throughout="2020-05-01/2020-05-10").holds is False


def test_an_alleged_rival_orders_nothing() -> None:
    both = data(control("us", "2020-05-01/"), control("iraq", "2020-05-10/2020-05-20", modality="alleged"))
    assert graded(both.who_controlled("al-asad", on="2020-05-15")) == {"us": (True, POSSIBLE), "iraq": (True, POSSIBLE)}


def test_a_period_that_cannot_be_orders_nothing_and_is_open_on_every_day() -> None:
    backwards = control("iraq", Period(start="2020-05-20", end="2020-05-10"))
    both = data(backwards, control("us", "2020-05-01/"))
    assert graded(both.who_controlled("al-asad", on="2020-05-15"))["us"] == (True, POSSIBLE)
    assert graded(data(backwards).who_controlled("al-asad", on="2019-01-01")) == {"iraq": (True, POSSIBLE)}


# Rule 5: conflict


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


# Parts and wholes


def test_presence_in_a_part_is_presence_in_every_whole() -> None:
    there = data(presence("us", MAY, at="compound"))
    for site in ("compound", "al-asad", "anbar", "iraq-land"):
        assert there.who_was_at(site, on=DAY).value == ("us",)
    assert there.who_was_at("k-1", on=DAY).status is NO_EVIDENCE


def test_presence_in_a_whole_says_nothing_of_its_parts() -> None:
    assert data(presence("us", MAY)).who_was_at("compound", on=DAY).status is NO_EVIDENCE


def test_full_control_goes_down_and_partial_control_does_not() -> None:
    assert data(control("us", MAY)).who_controlled("compound", on=DAY).value == "us"
    assert data(control("us", MAY, degree="partial")).who_controlled("compound", on=DAY).status is NO_EVIDENCE
    assert data(control("us", MAY, degree="unstated")).who_controlled("compound", on=DAY).status is NO_EVIDENCE


def test_control_of_a_part_is_partial_control_of_the_whole() -> None:
    parts = (control("us", MAY, of="compound"), control("iraq", MAY, degree="partial"))
    answer = data(*parts).who_controlled("al-asad", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, ("iraq", "us"))
    assert (
        data(control("us", MAY, of="compound"), control("iraq", MAY)).who_controlled("al-asad", on=DAY).status
        is CONTESTED
    )


def test_a_denial_for_the_whole_is_one_for_each_part() -> None:
    gone = data(presence("us", MAY, at="anbar", modality="denied"))
    assert graded(gone.who_was_at("compound", on=DAY)) == {"us": (False, DEFINITE)}
    lost = data(control("us", MAY, of="anbar", degree="unstated", modality="denied"))
    assert graded(lost.who_controlled("al-asad", on=DAY)) == {"us": (False, DEFINITE)}


def test_a_denied_role_in_the_whole_is_denied_in_each_part() -> None:
    gone = (
        says(Presence, MAY, of="us", at="anbar", role="combat", modality="denied"),
        presence("us", MAY, role="combat"),
    )
    assert data(*gone).who_was_at("al-asad", on=DAY).status is CONTESTED


def test_a_denial_of_full_control_of_the_whole_leaves_each_part_open() -> None:
    lost = (says(Control, MAY, of="anbar", by="us", degree="full", modality="denied"), control("us", MAY))
    assert data(*lost).who_controlled("al-asad", on=DAY).status is DEFINITE


def test_a_denial_for_a_part_says_nothing_of_the_whole() -> None:
    gone = data(presence("us", MAY, at="compound", modality="denied"))
    assert gone.who_was_at("al-asad", on=DAY).status is NO_EVIDENCE


def test_a_strength_never_moves() -> None:
    counted = data(strength(2500, MAY, at=["anbar"]))
    assert counted.strength("us", at="iraq-land", on=DAY).status is NO_EVIDENCE
    assert counted.strength("us", at="al-asad", on=DAY).status is NO_EVIDENCE
    assert counted.strength("us", at="anbar", on=DAY).value == Quantity.exact(2500)


def test_ownership_stays_where_it_is() -> None:
    assert data(ownership("iraq", MAY, of="anbar")).who_owned("al-asad", on=DAY).status is NO_EVIDENCE
