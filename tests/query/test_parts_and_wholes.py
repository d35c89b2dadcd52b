"""What is said of a part or a whole, and what that says of the other."""

import pytest

from oirmodel.claims import Control, Presence
from oirmodel.quantity import Quantity
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    graded,
    occurrence,
    ownership,
    presence,
    says,
    strength,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"


def test_presence_in_a_part_is_presence_in_every_whole() -> None:
    there = data(presence("us", MAY, at="compound"))
    for site in ("compound", "al-asad", "anbar", "iraq-land"):
        assert there.who_was_at(site, on=DAY).value == ("us",)
    assert there.who_was_at("k-1", on=DAY).status is NO_EVIDENCE


def test_who_left_a_part_may_be_in_another() -> None:
    left = presence("us", "2020-01-01/2020-05-05", at="compound")
    assert graded(data(left).who_was_at("compound", on=DAY)) == {"us": (False, PRESUMED)}
    for site in ("al-asad", "anbar", "iraq-land"):
        assert data(left).who_was_at(site, on=DAY).status is NO_EVIDENCE
        assert data(left).who_was_at(site, during="2020-05-01/2020-05-10").value == ("us",)
    seen = says(Presence, "[..2020-04-01]/[2020-04-01..]", of="us", at="al-asad")
    assert graded(data(left, seen).who_was_at("iraq-land", on=DAY)) == {"us": (True, PRESUMED)}


def test_what_was_said_of_a_part_is_over_in_the_whole_when_it_is_over_there() -> None:
    seen = says(Presence, "[..2020-04-01]/[2020-04-01..]", of="us", at="compound")
    for left in (presence("us", "2020-01-01/2020-05-05", at="compound"), presence("us", "2020-01-01/2020-05-05")):
        for site in ("anbar", "iraq-land"):
            assert graded(data(seen).who_was_at(site, on=DAY)) == {"us": (True, PRESUMED)}
            assert data(seen, left).who_was_at(site, on=DAY).status is NO_EVIDENCE
    later = says(Presence, "[..2020-05-08]/[2020-05-08..]", of="us", at="compound")
    assert graded(data(seen, left, later).who_was_at("anbar", on=DAY)) == {"us": (True, PRESUMED)}


def test_who_left_a_part_of_a_base_is_presumed_to_be_at_the_base_still() -> None:
    seen = says(Presence, "[..2020-04-01]/[2020-04-01..]", of="us", at="al-asad")
    left = presence("us", "2020-01-01/2020-05-05", at="compound")
    for site in ("al-asad", "anbar"):
        assert graded(data(seen, left).who_was_at(site, on=DAY)) == {"us": (True, PRESUMED)}


def test_who_may_have_left_the_part_where_it_was_seen_may_have_left_the_whole() -> None:
    seen = says(Presence, "[..2020-04-01]/[2020-04-01..]", of="us", at="al-asad")
    left = presence("us", "2020-01-01/[2020-04-20..2020-05-31]")
    for site in ("al-asad", "anbar"):
        assert graded(data(seen, left).who_was_at(site, on=DAY)) == {"us": (True, POSSIBLE)}
    elsewhere = says(Presence, "[..2020-04-02]/[2020-04-02..]", of="us", at="anbar")
    assert graded(data(seen, left, elsewhere).who_was_at("anbar", on=DAY)) == {"us": (True, PRESUMED)}


def test_a_denial_for_the_whole_is_no_last_word_after_a_stay_in_a_part() -> None:
    absent = says(Presence, "2019-01-01/2019-01-01", of="us", at="anbar", modality="denied")
    left = presence("us", "2020-01-01/2020-05-05")
    assert graded(data(absent).who_was_at("anbar", on=DAY)) == {"us": (False, PRESUMED)}
    assert data(absent, left).who_was_at("anbar", on=DAY).status is NO_EVIDENCE
    assert graded(data(absent, left).who_was_at("al-asad", on=DAY)) == {"us": (False, PRESUMED)}
    over = presence("us", "2020-01-01/2020-04-01", at="anbar")
    assert graded(data(over).who_was_at("anbar", on=DAY)) == {"us": (False, PRESUMED)}
    assert data(over, left).who_was_at("anbar", on=DAY).status is NO_EVIDENCE


def test_who_lost_a_whole_may_have_kept_a_part_and_who_lost_a_part_another() -> None:
    lost = control("us", "2020-01-01/2020-05-05")
    assert graded(data(lost).who_controlled("al-asad", on=DAY)) == {"us": (False, PRESUMED)}
    assert data(lost).who_controlled("compound", on=DAY).status is NO_EVIDENCE
    kept = control("us", "2020-04-01/..", reported="2020-04-02", of="compound")
    assert graded(data(lost, kept).who_controlled("compound", on=DAY)) == {"us": (True, PRESUMED)}
    assert graded(data(lost, kept).who_controlled("anbar", on=DAY)) == {"us": (True, PRESUMED)}
    lost = control("us", "2020-01-01/2020-05-05", of="compound")
    assert data(lost).who_controlled("al-asad", on=DAY).status is NO_EVIDENCE


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


@pytest.mark.parametrize("degree", ["partial", "shared", "contested", "unstated"])
def test_no_control_but_full_goes_down(degree: str) -> None:
    assert data(control("us", MAY, degree=degree)).who_controlled("compound", on=DAY).status is NO_EVIDENCE


def test_a_denial_of_partial_control_of_the_whole_denies_control_of_a_part() -> None:
    both = data(control("us", MAY, of="compound"), control("us", MAY, degree="partial", modality="denied"))
    assert both.who_controlled("al-asad", on=DAY).status is CONTESTED
    assert both.who_controlled("compound", on=DAY).status is DEFINITE


def test_a_denied_event_did_not_happen_in_any_part_and_may_have_happened_elsewhere_in_the_whole() -> None:
    denied = data(occurrence("raid", MAY, at=["al-asad"], modality="denied"))
    assert graded(denied.happened(at="al-asad", on=DAY)) == {"raid": (False, DEFINITE)}
    assert graded(denied.happened(at="compound", on=DAY)) == {"raid": (False, DEFINITE)}
    assert denied.happened(at="anbar", on=DAY).status is NO_EVIDENCE


def test_presence_in_one_part_is_none_in_another() -> None:
    there = data(presence("us", MAY, at="al-asad"))
    assert there.who_was_at("iraq-land", on=DAY).status is DEFINITE
    assert there.who_was_at("k-1", on=DAY).status is NO_EVIDENCE
