"""A correction and a change side by side, as known on one day and on another."""

import pytest

from oirmodel.quantity import Quantity
from oirmodel.query import Answer, Dataset
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    candidate,
    data,
    presence,
    strength,
)

ABOUT_900, ABOUT_2000 = Quantity.about(900), Quantity.about(2000)


def corrected() -> Dataset:
    """
    US personnel in Syria, as the Pentagon had it until and from 19 December 2024.

    Its spokesperson had given about 900 through the autumn; on that day he gave about 2,000, and said that this had
    been so for months and that about 900 of them were the core. "Months" is read as three at least.
    """
    return data(
        strength(
            ABOUT_900,
            Period(start="[..2024-10-01]", end=".."),
            id="autumn",
            basis="spokesperson-total",
            reported="2024-12-10",
        ),
        strength(
            ABOUT_2000,
            Period(start="[..2024-09-19]", end=".."),
            id="correction",
            basis="spokesperson-total",
            reported="2024-12-19",
            corrects=["autumn"],
            assumptions=["'months' is at least three"],
        ),
        strength(ABOUT_900, Period(start="[..2024-10-01]", end=".."), id="core", basis="core", reported="2024-12-10"),
    )


def changed() -> Dataset:
    """The same two figures, if 1,100 had arrived by 19 December instead: nothing corrects anything."""
    return data(
        strength(
            ABOUT_900,
            Period(start="[..2024-10-01]", end=".."),
            id="autumn",
            basis="spokesperson-total",
            reported="2024-12-10",
        ),
        strength(
            ABOUT_2000,
            Period(start="[2024-12-15..2024-12-19]", end=".."),
            id="arrival",
            basis="spokesperson-total",
            reported="2024-12-19",
        ),
    )


def total(told: Dataset, on: str, known: str) -> Answer:
    return told.as_known(on=known).strength("us", at="syria", on=on, basis="spokesperson-total")


def test_before_the_correction_about_900_were_known_of() -> None:
    answer = total(corrected(), "2024-12-01", "2024-12-18")
    assert (answer.status, answer.value) == (DEFINITE, ABOUT_900)
    assert [claim.id for claim in answer.supporting] == ["autumn"]


def test_the_correction_changes_what_was_so_earlier_on_the_total_basis() -> None:
    answer = total(corrected(), "2024-12-01", "2024-12-20")
    assert (answer.status, answer.value) == (DEFINITE, ABOUT_2000)
    assert [claim.id for claim in answer.supporting] == ["correction"]
    assert answer.opposing == ()
    assert answer.assumptions == ("'months' is at least three",)


@pytest.mark.parametrize("known", ["2024-12-18", "2024-12-20"])
def test_the_core_stays_as_it_was(known: str) -> None:
    answer = corrected().as_known(on=known).strength("us", at="syria", on="2024-12-01", basis="core")
    assert (answer.status, answer.value) == (DEFINITE, ABOUT_900)


def test_both_bases_are_candidates_where_none_is_named() -> None:
    answer = corrected().as_known(on="2024-12-20").strength("us", at="syria", on="2024-12-01")
    assert answer.value in {(ABOUT_900, ABOUT_2000), (ABOUT_2000, ABOUT_900)}
    assert [claim.id for claim in candidate(answer, ABOUT_900).claims] == ["core"]
    assert [claim.id for claim in candidate(answer, ABOUT_2000).claims] == ["correction"]


@pytest.mark.parametrize(
    ("on", "known", "status", "value"),
    [
        ("2024-12-01", "2024-12-18", DEFINITE, ABOUT_900),
        ("2024-12-01", "2024-12-20", DEFINITE, ABOUT_900),
        ("2024-12-18", "2024-12-18", PRESUMED, ABOUT_900),
        ("2024-12-18", "2024-12-20", POSSIBLE, ABOUT_900),
        ("2024-12-19", "2024-12-20", DEFINITE, ABOUT_2000),
        ("2024-12-20", "2024-12-20", PRESUMED, ABOUT_2000),
    ],
)
def test_a_change_leaves_what_was_so_before_it(on: str, known: str, status: object, value: Quantity) -> None:
    answer = total(changed(), on, known)
    assert answer.status is status
    assert value in (answer.value if isinstance(answer.value, tuple) else (answer.value,))


def test_a_correction_and_a_change_side_by_side() -> None:
    """The same question, of the same earlier day, as known on the same later day."""
    assert total(corrected(), "2024-12-01", "2024-12-20").value == ABOUT_2000
    assert total(changed(), "2024-12-01", "2024-12-20").value == ABOUT_900


def test_what_changed_with_the_correction_and_what_did_not() -> None:
    changes = corrected().changes_between("2024-12-18", "2024-12-20", of="us")
    assert [each.claim.id for each in changes.learned] == ["correction"]
    assert [(each.claim.id, each.how, each.by.id) for each in changes.corrected] == [
        ("autumn", "corrects", "correction")
    ]
    told = "  answered otherwise: strength, US forces at Syria, 2024-10-01 to 2024-12-10: "
    told += "was DEFINITE about 900 (spokesperson total) [autumn], DEFINITE about 900 (core) [core]; "
    told += "is DEFINITE about 2,000 (spokesperson total) [correction], DEFINITE about 900 (core) [core]"
    assert told in changes.explain().splitlines()


def test_what_changed_with_the_arrival_is_of_its_own_days_alone() -> None:
    changes = changed().changes_between("2024-12-18", "2024-12-20")
    assert changes.corrected == ()
    assert min(str(each.first) for each in changes.flipped) == "2024-12-15"


# days after the day that is looked back from


def test_a_day_to_come_is_at_most_possible_and_plans_for_it_are_listed() -> None:
    told = data(
        presence("us", Period(start="2020-01-01", end=".."), id="there", reported="2020-05-01"),
        presence(
            "us", Period(start="2020-01-01", end="2020-09-30"), id="plan", modality="planned", reported="2020-05-01"
        ),
    )
    view = told.as_known(on="2020-05-10")
    today, to_come = (view.who_was_at("al-asad", on=day) for day in ("2020-05-10", "2020-05-11"))
    assert (today.status, to_come.status) == (PRESUMED, POSSIBLE)
    assert [claim.id for claim in to_come.nearest] == ["plan"]
    assert told.who_was_at("al-asad", on="2020-05-11").status is PRESUMED


def test_a_no_of_a_day_to_come_is_at_most_possible_too() -> None:
    told = data(presence("us", "2020-01-01/2020-04-30", reported="2020-05-01"))
    assert told.who_was_at("al-asad", on="2020-05-11").status is PRESUMED
    answer = told.as_known(on="2020-05-10").who_was_at("al-asad", on="2020-05-11")
    assert (answer.status, answer.holds) == (POSSIBLE, False)


def test_a_conflict_about_a_day_to_come_stays_one() -> None:
    told = data(
        presence("us", "2020-01-01/2020-12-31", reported="2020-05-01"),
        presence("us", "2020-01-01/2020-12-31", reported="2020-05-01", modality="denied"),
    )
    assert told.as_known(on="2020-05-10").who_was_at("al-asad", on="2020-06-01").status is CONTESTED


def test_what_is_possibly_known_counts_at_most_maybe() -> None:
    told = data(presence("us", "2020-01-01/2020-01-31", reported="2020-05"))
    answers = {
        known: told.as_known(on=known).who_was_at("al-asad", on="2020-01-15").status
        for known in ("2020-04-30", "2020-05-01", "2020-05-30", "2020-05-31")
    }
    assert answers == {
        "2020-04-30": NO_EVIDENCE,
        "2020-05-01": POSSIBLE,
        "2020-05-30": POSSIBLE,
        "2020-05-31": DEFINITE,
    }
