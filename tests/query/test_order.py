"""Rule 3: in which order rivals come."""

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
)


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


def test_a_rival_that_begins_on_the_only_certain_day_of_another_comes_after_it() -> None:
    """Its end may be as late as the 20th by itself; kept apart from the rival, it ended on the 1st."""
    both = data(
        control("us", "2020-05-01/[2020-05-01..2020-05-20]"),
        control("iraq", "2020-05-01/2020-05-31", degree="unstated"),
    )
    assert graded(both.who_controlled("al-asad", on="2020-05-01")) == {"us": (True, DEFINITE), "iraq": (True, DEFINITE)}
    assert graded(both.who_controlled("al-asad", on="2020-05-10")) == {
        "us": (False, PRESUMED),
        "iraq": (True, DEFINITE),
    }


def test_what_is_denied_first_begins_no_earlier_than_the_day_after() -> None:
    both = data(
        presence("us", Period.observed("2020-05-10"), modality="denied"),
        presence("us", "[2020-05-05..2020-05-15]/2020-05-31"),
    )
    assert both.who_was_at("al-asad", on="2020-05-08").status is NO_EVIDENCE
    assert graded(both.who_was_at("al-asad", on="2020-05-10")) == {"us": (False, DEFINITE)}
    assert graded(both.who_was_at("al-asad", on="2020-05-11")) == {"us": (True, POSSIBLE)}


def test_a_denial_of_one_detail_orders_nothing_else() -> None:
    both = data(
        presence("us", Period.observed("2020-05-10"), role="combat", modality="denied"),
        presence("us", "[2020-05-05..2020-05-15]/2020-05-31", role="advisers"),
    )
    assert graded(both.who_was_at("al-asad", on="2020-05-08")) == {"us": (True, POSSIBLE)}


def test_of_a_denial_and_a_rival_on_one_day_the_denial_limits_more() -> None:
    """Jones came when Smith had left, on the 5th or later, and was not yet there on the 5th: so from the 6th on."""
    told = data(
        posting("smith", "2020-01-01/2020-01-05"),
        posting("jones", Period.observed("2020-01-05"), modality="denied", id="not-there"),
        posting("jones", "[2020-01-02..2020-01-08]/2020-01-08", id="came"),
    )
    for claims in (told.claims(), told.claims()[::-1]):
        answer = data(*claims).who_held("commander", on="2020-01-05")
        assert graded(answer)["jones"] == (False, DEFINITE)
        assert graded(data(*claims).who_held("commander", on="2020-01-06"))["jones"] == (True, POSSIBLE)


def test_a_claim_that_fits_nowhere_among_claims_that_contradict_each_other_keeps_its_own_days() -> None:
    """Two surely overlap; the third can come neither between them nor on every day of history."""
    told = data(
        control("us", "2020-01-01/2020-01-10"),
        control("isis", "2020-01-04/2020-01-14", id="overlaps"),
        control("iraq", Period.on("2020-01-03/2020-01-12"), id="nowhere"),
    )
    assert "iraq" not in graded(told.who_controlled("al-asad", on="2019-12-01"))
    assert "iraq" in graded(told.who_controlled("al-asad", on="2020-01-12"))
