"""Rule 2: which values exclude each other, what a denial denies, and what a rival leaves no room for."""

import pytest

from oirmodel.quantity import Quantity
from oirmodel.query import Status
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    graded,
    ids,
    ownership,
    posting,
    presence,
    status_of,
    strength,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"


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


# What a rival leaves no room for


def test_full_control_by_another_is_a_no_for_whoever_is_asked_about() -> None:
    held = data(control("iraq", "2020-05-01/2020-05-31"))
    inside = held.who_controlled("al-asad", on="2020-05-10", by="us")
    assert (inside.status, inside.holds, inside.value) == (Status.DEFINITE, False, None)


def test_on_the_day_of_a_handover_it_is_not() -> None:
    held = data(control("iraq", "2020-05-01/2020-05-31"))
    assert held.who_controlled("al-asad", on="2020-05-01", by="us").status is not Status.DEFINITE


def test_presumed_control_by_another_is_a_presumed_no() -> None:
    held = data(control("iraq", "[..2020-05-01]/..", reported="2020-05-01"))
    later = held.who_controlled("al-asad", on="2020-06-01", by="us")
    assert (later.status, later.holds) == (Status.PRESUMED, False)


def test_partial_control_leaves_room_for_another() -> None:
    held = data(control("iraq", "2020-05-01/2020-05-31", degree="partial"))
    assert held.who_controlled("al-asad", on="2020-05-10", by="us").status is Status.NO_EVIDENCE


def test_control_by_its_own_army_is_no_rival() -> None:
    held = data(control("iraq", "2020-05-01/2020-05-31"))
    assert held.who_controlled("al-asad", on="2020-05-10", by="iraq").holds


def test_presence_rules_nobody_out() -> None:
    there = data(presence("iraq", "2020-05-01/2020-05-31"))
    assert there.who_was_at("al-asad", on="2020-05-10", force="us").status is Status.NO_EVIDENCE


def test_sightings_are_not_joined_across_a_denial() -> None:
    told = data(
        presence("us", "[..2020-05-01]/[2020-05-01..]"),
        presence("us", "2020-05-05/2020-05-05", modality="denied"),
        presence("us", "[..2020-05-09]/[2020-05-09..]"),
    )
    assert told.who_was_at("al-asad", on="2020-05-05", force="us", gap=10).holds is False
    joined = data(
        presence("us", "[..2020-05-01]/[2020-05-01..]"),
        presence("us", "[..2020-05-09]/[2020-05-09..]"),
    )
    assert joined.who_was_at("al-asad", on="2020-05-05", force="us", gap=10).status is Status.DEFINITE


def test_a_status_shuts_out_the_others() -> None:
    told = data(status_of("resolve", "ongoing", "2020-05-01/2020-05-31"))
    assert [each.value.value for each in told.under_way("resolve", on="2020-05-10").candidates] == ["ongoing"]


def test_no_window_after_the_day_that_was_looked_from_is_certain() -> None:
    told = data(
        presence("us", "2020-05-01/2020-05-20", reported="2020-05-01"),
        presence("us", "[2020-06-06..2020-06-07]/", modality="denied", reported="2020-05-01"),
    )
    later = told.as_known(on="2020-05-10").who_was_at("al-asad", throughout="2020-06-05/2020-06-09")
    assert later.status is not Status.DEFINITE
    assert told.who_was_at("al-asad", throughout="2020-06-05/2020-06-09").status is Status.DEFINITE


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2020-05-01", PRESUMED), ("2020-05-02", DEFINITE), ("2020-05-30", DEFINITE), ("2020-05-31", PRESUMED)],
)
def test_a_rival_is_certain_proof_only_strictly_inside_its_tenure(day: str, expected: Status) -> None:
    held = data(control("iraq", "2020-05-01/2020-05-31"))
    answer = held.who_controlled("al-asad", on=day, by="us")
    assert graded(answer) == {"us": (False, expected)}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("[2020-05-01..2020-05-10]/2020-05-31", PRESUMED),
        ("[2020-05-01..2020-05-09]/2020-05-31", DEFINITE),
        ("2020-05-01/[2020-05-10..2020-05-31]", PRESUMED),
        ("2020-05-01/[2020-05-11..2020-05-31]", DEFINITE),
    ],
)
def test_strictly_inside_is_after_the_latest_start_and_before_the_earliest_end(period: str, expected: Status) -> None:
    answer = data(control("iraq", period)).who_controlled("al-asad", on=DAY, by="us")
    assert graded(answer) == {"us": (False, expected)}


def test_a_rival_that_does_not_count_in_full_is_no_proof() -> None:
    told = data(control("iraq", MAY, modality="alleged"))
    assert told.who_controlled("al-asad", on=DAY, by="us").status is NO_EVIDENCE


def test_joint_ownership_is_no_proof_against_another_owner() -> None:
    assert data(ownership("iraq", MAY, share="joint")).who_owned("al-asad", on=DAY, by="us").status is NO_EVIDENCE
    assert data(ownership("iraq", MAY, share="sole")).who_owned("al-asad", on=DAY, by="us").status is DEFINITE


def test_the_holder_of_a_single_post_is_proof_against_another() -> None:
    assert graded(data(posting("smith", MAY)).who_held("commander", on=DAY, person="jones")) == {
        "jones": (False, DEFINITE)
    }
    assert data(posting("smith", MAY, of="adviser")).who_held("adviser", on=DAY, person="jones").status is NO_EVIDENCE
