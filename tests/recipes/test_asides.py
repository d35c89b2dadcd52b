"""What a sentence has otherwise of one of its states, and what it may leave unsaid."""

from typing import Any

import pytest
from hypothesis import assume, given

from oirmodel.claims import AgreementStatus, Claim, CommitmentTerms, Control, Occurrence, Participation, Presence
from oirmodel.entities import Agreement, Event
from oirmodel.provenance import Citation
from oirmodel.recipes import Aside, Undertaking
from oirmodel.temporal import Period
from tests.making import make
from tests.recipes.telling import SAID, claims_of, say, sentences

HANDOVER: dict[str, Any] = {"of": "k-1", "giver": "coalition", "receiver": "iraqi-forces", "when": "2020-03-29"}
WITHDRAWAL: dict[str, Any] = {"of": "us-forces", "at": "k-1", "when": "2020-03-29"}
ELSEWHERE = (make(Citation, source="src-other"),)
CONCLUDED = make(
    Aside,
    since="[2017-01-01..2020-03-29]",
    until="[..2020-03-29]",
    modality="inferred",
    citations=ELSEWHERE,
    assumptions=["not before 2017"],
    note="Concluded.",
)


def test_the_control_of_the_giver_may_be_concluded() -> None:
    *rest, receiver, giver = claims_of(say("handover", **HANDOVER, before=CONCLUDED))
    assert giver == make(
        Control,
        **{
            **SAID,
            "id": "control-k-1-coalition-until-2020-03-29",
            "of": "k-1",
            "by": "coalition",
            "period": Period(start="[2017-01-01..2020-03-29]", end="[..2020-03-29]"),
            "modality": "inferred",
            "citations": ELSEWHERE,
            "assumptions": ("not before 2017",),
            "note": "Concluded.",
        },
    )
    assert (*rest, receiver) == tuple(claims_of(say("handover", **HANDOVER)))[:-1]


def test_the_control_of_the_receiver_may_be_concluded() -> None:
    after = make(Aside, modality="assessed", assumptions=[])
    *rest, receiver, giver = claims_of(say("handover", **HANDOVER, after=after))
    assert (receiver.modality.value, receiver.assumptions, receiver.note) == ("assessed", (), SAID["note"])
    assert receiver.period.format() == "2020-03-29/.."
    assert (*rest, giver) == tuple(each for each in claims_of(say("handover", **HANDOVER)) if each.id != receiver.id)


@given(sentences("handover"))
def test_an_aside_that_says_nothing_changes_nothing(sentence: tuple[str, dict[str, Any]]) -> None:
    recipe, fields = sentence
    assume(fields["modality"] not in {"planned", "predicted"})
    assert say(recipe, **fields, before=Aside(), after=Aside()) == say(recipe, **fields)


def test_who_gave_it_over_may_not_be_said() -> None:
    told = say("handover", of="k-1", receiver="iraqi-forces", when="2020-03-29")
    assert [type(each) for each in told] == [Event, Occurrence, Participation, Control]
    assert [getattr(each, "by", None) for each in told[1:]] == [(), "iraqi-forces", "iraqi-forces"]


def test_a_presence_that_ended_may_have_a_beginning_and_a_role() -> None:
    (*_, presence) = say(
        "withdrawal", **WITHDRAWAL, complete=True, role="advisers", before=make(Aside, since="[..2020-01]")
    )
    assert isinstance(presence, Presence)
    assert (presence.role.value, presence.period.format()) == ("advisers", "[..2020-01]/2020-03-29")
    assert presence.assumptions == SAID["assumptions"]


@pytest.mark.parametrize(
    ("fields", "extent"),
    [
        ({"begun": False}, "/2020-03-29"),
        ({"done": False}, "2020-03-29/"),
        ({}, "2020-03-29/2020-03-29"),
    ],
)
def test_a_withdrawal_of_which_one_end_is_told(fields: dict[str, Any], extent: str) -> None:
    told = say("withdrawal", **WITHDRAWAL, **fields)
    assert [each.period.format() for each in claims_of(told)] == [extent, extent]


def test_what_was_completed_on_a_day_ended_the_presence_on_it() -> None:
    (*_, presence) = claims_of(say("withdrawal", **WITHDRAWAL, begun=False, complete=True))
    assert (type(presence), presence.period.format()) == (Presence, "/2020-03-29")


def test_an_undertaking_may_rest_on_what_the_agreement_does_not() -> None:
    owed = make(Undertaking, what="leave", citations=ELSEWHERE, assumptions=["the end of the year is December"])
    told = claims_of(say("agreement", parties=["coalition"], status="agreed", when="2024-09", commitments=[owed]))
    resting: dict[type[Claim], Any] = {type(each): (each.citations, each.assumptions, each.note) for each in told}
    assert resting[AgreementStatus] == (SAID["citations"], SAID["assumptions"], SAID["note"])
    assert resting[CommitmentTerms] == (ELSEWHERE, ("the end of the year is December",), SAID["note"])


def test_persons_may_have_signed_for_the_parties() -> None:
    told = say("agreement", parties=["coalition", "iraqi-forces"], status="signed", when="2008", signed_by=["funk"])
    assert [each.by for each in told if isinstance(each, Occurrence)] == [("funk",)]
    assert [each.by for each in told if isinstance(each, Participation)] == ["coalition", "iraqi-forces"]


def test_a_note_on_the_event_is_not_one_on_the_claims() -> None:
    told = say("handover", **HANDOVER, about="Of a part of the base.")
    assert [each.note for each in told if isinstance(each, Event)] == ["Of a part of the base."]
    assert {each.note for each in claims_of(told)} == {SAID["note"]}
    signed = say("agreement", parties=["coalition"], status="signed", when="2008", about="Of one side.")
    assert [each.note for each in signed if isinstance(each, Agreement | Event)] == ["Of one side.", None]
