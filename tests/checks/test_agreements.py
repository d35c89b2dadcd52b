"""An agreement is not in force before it was signed."""

import pytest

from oirmodel import Severity, check
from oirmodel.claims import Claim
from tests.query.building import agreement, data, same_as

SIGNED = agreement("statement", "signed", "2008-12-14/", id="signed")


def test_an_agreement_is_in_force_after_it_was_signed() -> None:
    (finding,) = check(data(SIGNED, agreement("statement", "in-force", "2008-11-17/2011-12-31", id="force")))
    assert (finding.code, finding.severity, finding.pointer) == (
        "OIR204",
        Severity.WARNING,
        "/agreement_statuses/0/period",
    )
    assert finding.message == (
        "force: in force, '2008-11-17/2011-12-31', before it was signed by signed, '2008-12-14/'"
    )
    assert finding.subjects == ("force", "signed")


def test_the_signing_may_be_told_under_another_id() -> None:
    force = agreement("framework", "in-force", "2008-11-17/2011-12-31", id="force")
    assert [each.code for each in check(data(SIGNED, force, same_as("statement", "framework")))] == ["OIR204"]


@pytest.mark.parametrize(
    "other",
    [
        agreement("statement", "in-force", "2008-12-14/2011-12-31"),
        agreement("statement", "in-force", "[2008-11-17..2011-12-31]/2011-12-31"),
        agreement("framework", "in-force", "2008-11-17/2011-12-31"),
        agreement("statement", "in-force", "2008-11-17/2011-12-31", modality="alleged"),
        agreement("statement", "in-force", "2008-11-17/2011-12-31", modality="denied"),
        agreement("statement", "ratified", "2008-11-27/"),
    ],
    ids=["that day", "perhaps later", "another one", "alleged", "denied", "ratified"],
)
def test_what_may_have_come_after_is_left_alone(other: Claim) -> None:
    assert check(data(SIGNED, other)) == ()


def test_the_earliest_of_several_signings_counts() -> None:
    earlier = agreement("statement", "signed", "2008-11/", id="earlier")
    force = agreement("statement", "in-force", "2008-11-17/2011-12-31", id="force")
    assert [each.code for each in check(data(SIGNED, earlier, force))] == []


def test_a_signing_that_was_taken_back_says_nothing() -> None:
    force = agreement("statement", "in-force", "2008-11-17/2011-12-31", id="force")
    back = agreement("statement", "signed", "2008/", id="back", modality="alleged")
    gone = agreement("statement", "agreed", "2008-10/", id="gone", retracts=["signed"])
    assert check(data(SIGNED, force, back, gone)) == ()
