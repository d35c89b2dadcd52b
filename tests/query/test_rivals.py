"""A no that nobody says: it follows from a rival's tenure."""

from oirmodel.query import Status
from tests.query.building import control, data, presence, status_of


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
