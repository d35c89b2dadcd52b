"""Which agreements were in force: only what is said to be in force is, and who is bound by it."""

import pytest

from oirmodel.claims import Participation
from oirmodel.errors import UnknownName
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    agreement,
    candidate,
    data,
    graded,
    ids,
    same_as,
    taking_part,
)

ALL_2025 = "2025-01-01/2025-12-31"


def party(by: str, period: Period | str = ALL_2025, **fields: object) -> Participation:
    """An actor is bound by the statement."""
    return taking_part(by, period, **({"of": "statement", "role": "party"} | fields))


def test_what_is_said_to_be_in_force_is() -> None:
    told = data(agreement("framework", "in-force", ALL_2025, id="told"))
    answer = told.agreements_in_force(on="2025-06-01")
    assert (answer.status, answer.value, ids(answer.supporting)) == (DEFINITE, ("framework",), ["told"])
    assert answer.question == "Which agreements were in force on 2025-06-01?"
    assert told.agreements_in_force(throughout="2025").value == ("framework",)
    assert told.agreements_in_force(during="2024/2025").status is DEFINITE


def test_signed_is_not_in_force_and_the_reader_is_told() -> None:
    told = data(agreement("statement", "signed", "2024-09-27/..", reported="2025-01-07"))
    answer = told.agreements_in_force(on="2025-01-01")
    assert (answer.value, answer.holds, graded(answer)) == (None, False, {"statement": (False, DEFINITE)})
    assert answer.remarks == ("Joint statement is said to be signed, and nobody says that it is in force",)
    assert told.agreements_in_force(on="2025-06-01").candidates[0].status is PRESUMED


@pytest.mark.parametrize(
    ("status", "named"), [("agreed", True), ("ratified", True), ("proposed", False), ("expired", False)]
)
def test_only_what_is_concluded_is_named_as_such(status: str, named: bool) -> None:  # noqa: FBT001 - a case
    answer = data(agreement("statement", status, ALL_2025)).agreements_in_force(on="2025-06-01")
    assert answer.holds is False
    assert [f"is said to be {status}" in each for each in answer.remarks] == [True] * named


def test_an_agreement_that_came_into_force_after_it_was_signed() -> None:
    told = data(agreement("statement", "signed", "2025-01-01/.."), agreement("statement", "in-force", "2025-06-01/.."))
    assert told.agreements_in_force(on="2025-07-01").value == ("statement",)
    before = told.agreements_in_force(on="2025-03-01")
    assert (before.value, before.remarks) == (None, ())


def test_an_expiry_ends_it() -> None:
    told = data(
        agreement("framework", "in-force", Period.observed("2025-01-07")),
        agreement("framework", "expired", Period.by("2025-12-31"), reported="2026-01-01"),
    )
    assert told.agreements_in_force(on="2025-02-01").status is POSSIBLE
    assert told.agreements_in_force(on="2026-02-01").holds is False


def test_two_statuses_of_one_day_are_contested() -> None:
    told = data(agreement("framework", "in-force", ALL_2025), agreement("framework", "expired", ALL_2025))
    answer = told.agreements_in_force(on="2025-06-01")
    assert (answer.status, answer.value) == (CONTESTED, ("framework",))


def test_each_agreement_is_a_candidate_of_its_own_the_best_first() -> None:
    told = data(
        agreement("framework", "in-force", "2009/..", reported="2025-01-07"),
        agreement("statement", "in-force", ALL_2025),
    )
    answer = told.agreements_in_force(on="2025-06-01")
    assert answer.value == ("statement",)
    assert graded(answer) == {"statement": (True, DEFINITE), "framework": (True, PRESUMED)}
    old = candidate(told.agreements_in_force(on="2025-06-01", max_age=30), "framework")
    assert (old.holds, old.status) == (True, POSSIBLE)


def test_a_silence_is_no_no() -> None:
    answer = data().agreements_in_force(on="2025-06-01")
    assert (answer.status, answer.value, answer.holds, answer.candidates) == (NO_EVIDENCE, None, None, ())


def test_a_plan_is_no_status() -> None:
    told = data(agreement("statement", "in-force", ALL_2025, modality="planned", id="plan"))
    answer = told.agreements_in_force(on="2025-06-01")
    assert (answer.status, ids(answer.nearest)) == (NO_EVIDENCE, ["plan"])
    assert told.agreements_in_force(on="2025-06-01", modality="planned").value == ("statement",)


def test_as_known_before_it_was_reported() -> None:
    told = data(agreement("framework", "in-force", ALL_2025, reported="2025-03-01"))
    assert told.as_known(on="2025-02-01").agreements_in_force(on="2025-01-15").status is NO_EVIDENCE
    assert told.as_known(on="2025-03-01").agreements_in_force(on="2025-01-15").status is DEFINITE


def test_ids_that_are_one_make_one_candidate() -> None:
    told = data(
        agreement("framework", "in-force", ALL_2025),
        agreement("statement", "in-force", ALL_2025),
        same_as("framework", "statement"),
    )
    assert len(told.agreements_in_force(on="2025-06-01").candidates) == 1


# Of one party


def test_a_party_keeps_the_agreements_that_it_is_bound_by() -> None:
    told = data(
        agreement("framework", "in-force", ALL_2025),
        agreement("statement", "in-force", ALL_2025),
        party("us", id="party"),
        party("isis", of="framework", role="targeted"),
    )
    answer = told.agreements_in_force(on="2025-06-01", party="us")
    assert answer.value == ("statement",)
    assert "party" in ids(answer.supporting)
    assert answer.question == "Which agreements that US forces takes part in were in force on 2025-06-01?"
    assert told.agreements_in_force(on="2025-06-01", party="isis").status is NO_EVIDENCE


@pytest.mark.parametrize("role", ["party", "guarantor", "unstated"])
def test_a_party_may_be_a_guarantor_or_of_no_stated_role(role: str) -> None:
    told = data(agreement("statement", "in-force", ALL_2025), party("us", role=role))
    assert told.agreements_in_force(on="2025-06-01", party="us").value == ("statement",)


def test_a_party_is_found_by_what_it_is_one_with_and_what_belongs_to_it() -> None:
    told = data(
        agreement("statement", "in-force", ALL_2025),
        party("army"),
        affiliation("army", "iraq"),
        same_as("iraq", "coalition"),
    )
    for each in ("army", "iraq", "coalition"):
        assert told.agreements_in_force(on="2025-06-01", party=each).value == ("statement",)
    assert told.agreements_in_force(on="2025-06-01", party="brigade").status is NO_EVIDENCE


def test_an_agreement_is_no_surer_than_that_the_party_takes_part() -> None:
    told = data(agreement("statement", "in-force", ALL_2025), party("us", modality="alleged"))
    assert candidate(told.agreements_in_force(on="2025-06-01", party="us"), "statement").status is POSSIBLE


def test_a_party_of_no_time_is_possible() -> None:
    told = data(agreement("statement", "in-force", ALL_2025), party("us", Period()))
    assert graded(told.agreements_in_force(on="2025-06-01", party="us")) == {"statement": (True, POSSIBLE)}


def test_a_party_that_has_left_is_none() -> None:
    told = data(agreement("statement", "in-force", ALL_2025), party("us", "2020-01-01/2024-12-31"))
    assert told.agreements_in_force(on="2025-06-01", party="us").status is NO_EVIDENCE


def test_an_unknown_party_is_refused() -> None:
    with pytest.raises(UnknownName, match="nobody"):
        data().agreements_in_force(on="2025-06-01", party="nobody")
