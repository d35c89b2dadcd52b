"""What each sentence comes to, record by record and field by field."""

from typing import Any

import pytest

from oirmodel.claims import (
    AgreementStatus,
    Attribution,
    Casualties,
    CommitmentTerms,
    Control,
    Occurrence,
    Participation,
    Posting,
    Presence,
    StrengthChange,
    Tally,
)
from oirmodel.entities import Agreement, Commitment, Event
from oirmodel.frozen import Record
from oirmodel.names import Name
from oirmodel.quantity import Quantity
from oirmodel.recipes import Undertaking
from oirmodel.temporal import Period
from oirmodel.vocab import Proportion
from tests.making import make
from tests.recipes.telling import SAID, say

AFFIRMING = ["asserted", "alleged", "assessed", "inferred"]
AHEAD = ["planned", "predicted"]


def said(kind: type[Record], an_id: str, **fields: Any) -> Record:  # noqa: ANN401 - as of make
    """A claim in the envelope of the sentence."""
    return make(kind, id=an_id, **{**SAID, **fields})


# Handover


def test_a_handover() -> None:
    told = say("handover", of="k-1", giver="coalition", receiver="iraqi-forces", when="2020-03-29")
    day = Period(start="2020-03-29", end="2020-03-29")
    assert told == (
        make(Event, id="handover-k-1-2020-03-29", category="handover"),
        said(
            Occurrence,
            "occurrence-handover-k-1-2020-03-29",
            of="handover-k-1-2020-03-29",
            at=["k-1"],
            by=["coalition"],
            period=day,
        ),
        said(
            Participation,
            "participation-handover-k-1-2020-03-29-coalition",
            of="handover-k-1-2020-03-29",
            by="coalition",
            role="gives",
            period=day,
        ),
        said(
            Participation,
            "participation-handover-k-1-2020-03-29-iraqi-forces",
            of="handover-k-1-2020-03-29",
            by="iraqi-forces",
            role="receives",
            period=day,
        ),
        said(
            Control,
            "control-k-1-iraqi-forces-2020-03-29",
            of="k-1",
            by="iraqi-forces",
            degree="unstated",
            period=Period(start="2020-03-29", end=".."),
        ),
        said(
            Control,
            "control-k-1-coalition-until-2020-03-29",
            of="k-1",
            by="coalition",
            degree="unstated",
            period=Period(start=None, end="2020-03-29"),
        ),
    )


HANDOVER: dict[str, Any] = {"of": "k-1", "giver": "coalition", "receiver": "iraqi-forces", "when": "[..2026-01-17]"}


def test_a_handover_that_was_announced_stays_as_vague() -> None:
    told = say("handover", **HANDOVER, reported="2026-01-17")
    assert [each.period.format() for each in told if isinstance(each, Occurrence | Participation | Control)] == [
        "[..2026-01-17]/[..2026-01-17]",
        "[..2026-01-17]/[..2026-01-17]",
        "[..2026-01-17]/[..2026-01-17]",
        "[..2026-01-17]/..",
        "/[..2026-01-17]",
    ]


def test_the_degree_is_that_of_the_receiver() -> None:
    told = say("handover", **HANDOVER, degree="full")
    assert [(each.by, each.degree.value) for each in told if isinstance(each, Control)] == [
        ("iraqi-forces", "full"),
        ("coalition", "unstated"),
    ]


def test_a_handover_told_in_retrospect_says_nothing_of_the_time_since() -> None:
    told = say("handover", **HANDOVER, still=False)
    assert [each.period.format() for each in told if isinstance(each, Control)] == [
        "[..2026-01-17]/",
        "/[..2026-01-17]",
    ]


@pytest.mark.parametrize("modality", AHEAD)
def test_a_handover_yet_to_come_is_only_planned(modality: str) -> None:
    told = say("handover", **HANDOVER, modality=modality)
    assert [type(each) for each in told] == [Event, Occurrence, Participation, Participation, Control, Control]
    assert {each.modality.value for each in told[1:] if isinstance(each, Occurrence | Participation | Control)} == {
        modality
    }
    assert [each.period.format() for each in told if isinstance(each, Control)] == [
        "[..2026-01-17]/",
        "/[..2026-01-17]",
    ]


# Withdrawal

WITHDRAWAL: dict[str, Any] = {"of": "us-forces", "at": "k-1", "when": "2020-03-29"}


def test_a_complete_withdrawal_ends_the_presence() -> None:
    told = say("withdrawal", **WITHDRAWAL, until="2020-04", complete=True)
    extent = Period(start="2020-03-29", end="2020-04")
    event = "withdrawal-k-1-us-forces-2020-03-29"
    assert told == (
        make(Event, id=event, category="withdrawal"),
        said(Occurrence, f"occurrence-{event}", of=event, at=["k-1"], by=["us-forces"], period=extent),
        said(
            Participation, f"participation-{event}-us-forces", of=event, by="us-forces", role="conducts", period=extent
        ),
        said(
            Presence,
            "presence-k-1-us-forces-until-2020-03-29",
            of="us-forces",
            at="k-1",
            role="unstated",
            period=Period(start=None, end="2020-04"),
        ),
    )


def test_a_partial_withdrawal_is_a_drawdown_and_ends_no_presence() -> None:
    told = say("withdrawal", **WITHDRAWAL, complete=False, quantity=Quantity.about(300), basis="core")
    assert told[3:] == (
        said(
            StrengthChange,
            "drawdown-k-1-us-forces-2020-03-29",
            of="us-forces",
            at=["k-1"],
            shift="drawdown",
            counted="personnel",
            quantity=Quantity.about(300),
            share=None,
            basis="core",
            period=Period(start="2020-03-29", end="2020-03-29"),
        ),
    )


def test_where_only_some_are_said_to_have_left_it_is_a_part() -> None:
    (change,) = say("withdrawal", **WITHDRAWAL, complete=False)[3:]
    assert isinstance(change, StrengthChange)
    assert (change.share, change.quantity) == (Proportion.PART, None)


def test_where_nothing_is_said_of_how_many_left_nothing_is_made_of_it() -> None:
    assert [type(each) for each in say("withdrawal", **WITHDRAWAL)] == [Event, Occurrence, Participation]


def test_a_majority_left_and_nobody_says_whether_all() -> None:
    (change,) = say("withdrawal", **WITHDRAWAL, share="majority")[3:]
    assert isinstance(change, StrengthChange)
    assert (change.share, change.quantity) == (Proportion.MAJORITY, None)


def test_the_last_of_them_left() -> None:
    told = say("withdrawal", **WITHDRAWAL, complete=True, quantity=Quantity.exact(200))
    assert [type(each) for each in told[3:]] == [Presence, StrengthChange]


@pytest.mark.parametrize(
    ("when", "end"),
    [
        ("2020-03-29", "[2020-03-29..]"),
        ("2020-03", "[2020-03..]"),
        ("[2020-03-26..2020-03-29]", "[2020-03-26..]"),
        ("[..2020-03-29]", None),
        ("2020-03-29T22:30:00Z", "[2020-03-29..]"),
    ],
)
def test_where_they_went_they_were_some_day_after(when: str, end: str | None) -> None:
    (arrived,) = say("withdrawal", **{**WITHDRAWAL, "when": when}, to="taji")[3:]
    assert arrived == said(
        Presence,
        arrived.id,
        of="us-forces",
        at="taji",
        role="unstated",
        period=Period(start=None, end=end),
    )
    assert arrived.id.startswith("presence-taji-us-forces-after-")


@pytest.mark.parametrize("modality", AHEAD)
def test_a_withdrawal_yet_to_come_is_only_planned(modality: str) -> None:
    told = say("withdrawal", **WITHDRAWAL, complete=True, modality=modality)
    assert {each.modality.value for each in told[1:] if isinstance(each, Occurrence | Participation | Presence)} == {
        modality
    }
    assert [each.id for each in told] == [
        "withdrawal-k-1-us-forces-2020-03-29",
        f"occurrence-withdrawal-k-1-us-forces-2020-03-29-{modality}",
        f"participation-withdrawal-k-1-us-forces-2020-03-29-us-forces-{modality}",
        f"presence-k-1-us-forces-until-2020-03-29-{modality}",
    ]


# Appointment


def test_an_appointment() -> None:
    told = say(
        "appointment",
        person="funk",
        post="commander",
        when="2017-09-05",
        rank="Lt. Gen.",
        predecessor="townsend",
        predecessor_rank="Gen.",
        at=["taji"],
        names=[Name(text="Change of command of 2017")],
        part_of="inherent-resolve",
    )
    event = "appointment-commander-2017-09-05"
    assert told == (
        make(
            Event,
            id=event,
            category="change-of-command",
            names=[Name(text="Change of command of 2017")],
            part_of="inherent-resolve",
        ),
        said(
            Occurrence,
            f"occurrence-{event}",
            of=event,
            at=["taji"],
            period=Period(start="2017-09-05", end="2017-09-05"),
        ),
        said(
            Posting,
            "posting-commander-funk-2017-09-05",
            of="commander",
            by="funk",
            rank="Lt. Gen.",
            period=Period(start="2017-09-05", end=".."),
        ),
        said(
            Posting,
            "posting-commander-townsend-until-2017-09-05",
            of="commander",
            by="townsend",
            rank="Gen.",
            period=Period(start=None, end="2017-09-05"),
        ),
    )


@pytest.mark.parametrize(("fields"), [{"still": False}, {"modality": "planned"}, {"modality": "predicted"}])
def test_an_appointment_in_retrospect_or_ahead_has_no_open_end(fields: dict[str, Any]) -> None:
    told = say("appointment", person="funk", post="commander", when="2017-09", **fields)
    assert [each.period.format() for each in told if isinstance(each, Posting)] == ["2017-09/"]


# Strike


def test_a_strike() -> None:
    told = say(
        "strike",
        by="coalition",
        at=["k-1", "taji"],
        spread="together",
        when="2024-12-30",
        until="2025-01-06",
        targets=["isis"],
        equipment=["F-16", "A-10"],
        equipment_listed="open",
        count=Quantity.more_than(1),
        munitions=Quantity.exact(12),
        killed=Quantity.about(10),
        wounded=Quantity.none(),
        whose="isis",
        victims="fighters",
        basis="confirmed",
        attributed_to=["us-forces"],
        certainty="known",
    )
    event = "strike-coalition-k-1-taji-2024-12-30"
    period = Period(start="2024-12-30", end="2025-01-06")
    where = {"at": ["k-1", "taji"], "spread": "together", "period": period}
    counted = {"of": event, "by": "coalition", "against": "isis", **where}
    harmed = {"of": event, "who": "isis", "victims": "fighters", "basis": "confirmed", **where}
    assert told == (
        make(Event, id=event, category="strike"),
        said(Occurrence, f"occurrence-{event}", of=event, by=["coalition"], **where),
        said(
            Participation,
            f"participation-{event}-coalition",
            of=event,
            by="coalition",
            role="leads",
            equipment=["F-16", "A-10"],
            equipment_listed="open",
            period=period,
        ),
        said(Participation, f"participation-{event}-isis", of=event, by="isis", role="targeted", period=period),
        said(Tally, f"tally-{event}-strikes", counted="strikes", quantity=Quantity.more_than(1), **counted),
        said(Tally, f"tally-{event}-munitions", counted="munitions", quantity=Quantity.exact(12), **counted),
        said(Casualties, f"casualties-{event}-killed", harm="killed", quantity=Quantity.about(10), **harmed),
        said(Casualties, f"casualties-{event}-wounded", harm="wounded", quantity=Quantity.none(), **harmed),
        said(Attribution, f"attribution-{event}-us-forces", of=event, by="us-forces", certainty="known"),
    )


def test_an_attack_by_somebody_whom_nobody_names() -> None:
    told = say("strike", category="attack", at=["k-1"], when="2019-12-27")
    event = "attack-k-1-2019-12-27"
    assert told == (
        make(Event, id=event, category="attack"),
        said(
            Occurrence, f"occurrence-{event}", of=event, at=["k-1"], period=Period(start="2019-12-27", end="2019-12-27")
        ),
    )


def test_a_figure_against_several_is_against_none_of_them_alone() -> None:
    told = say("strike", at=["k-1"], when="2019", targets=["isis", "us-forces"], count=Quantity.exact(3))
    assert [each.against for each in told if isinstance(each, Tally)] == [None]


# Agreement


def test_an_agreement_that_was_signed() -> None:
    told = say(
        "agreement",
        parties=["us-forces", "iraqi-forces"],
        when="2008-11-17",
        status="signed",
        category="treaty",
        at=["iraq"],
        names=[Name(text="Status of forces agreement")],
        part_of="inherent-resolve",
        commitments=[
            make(
                Undertaking,
                what="leave",
                by="us-forces",
                to="iraqi-forces",
                due="[..2011-12-31]",
                condition="none is asked to stay",
            ),
            make(Undertaking, of="pay-for-damage", what="pay for damage"),
        ],
    )
    agreement = "agreement-us-forces-iraqi-forces-2008-11-17"
    since = Period(start="2008-11-17")
    party = {"of": agreement, "role": "party", "period": since}
    assert told == (
        make(Agreement, id=agreement, category="treaty", names=[Name(text="Status of forces agreement")]),
        said(AgreementStatus, f"agreement-status-{agreement}-signed", of=agreement, status="signed", period=since),
        said(Participation, f"participation-{agreement}-us-forces", by="us-forces", **party),
        said(Participation, f"participation-{agreement}-iraqi-forces", by="iraqi-forces", **party),
        make(Event, id=f"signing-{agreement}", category="signing", part_of="inherent-resolve"),
        said(
            Occurrence,
            f"occurrence-signing-{agreement}",
            of=f"signing-{agreement}",
            at=["iraq"],
            by=["us-forces", "iraqi-forces"],
            period=Period(start="2008-11-17", end="2008-11-17"),
        ),
        make(Commitment, id=f"{agreement}-commitment-1", agreement=agreement),
        said(
            CommitmentTerms,
            f"terms-{agreement}-commitment-1",
            of=f"{agreement}-commitment-1",
            by="us-forces",
            to="iraqi-forces",
            what="leave",
            due="[..2011-12-31]",
            condition="none is asked to stay",
            period=since,
        ),
        said(CommitmentTerms, "terms-pay-for-damage", of="pay-for-damage", what="pay for damage", period=since),
    )


@pytest.mark.parametrize("status", ["proposed", "ratified", "in-force", "expired", "replaced"])
def test_a_status_that_is_not_the_beginning_says_nothing_of_since_when_they_are_parties(status: str) -> None:
    told = say("agreement", parties=["us-forces"], when="2009-01-01", status=status)
    assert [type(each) for each in told] == [Agreement, AgreementStatus, Participation]
    assert [each.period.format() for each in told if isinstance(each, AgreementStatus | Participation)] == [
        "2009-01-01/",
        "/",
    ]


def test_what_was_agreed_was_not_by_that_signed() -> None:
    told = say("agreement", parties=["us-forces"], when="2024-09", status="agreed")
    assert [type(each) for each in told] == [Agreement, AgreementStatus, Participation]
    assert [each.period.format() for each in told if isinstance(each, Participation)] == ["2024-09/"]


def test_a_later_status_of_an_agreement_that_is_there_already() -> None:
    told = say("agreement", agreement="an-agreement", when="2009-01-01", status="in-force")
    assert told == (
        said(
            AgreementStatus,
            "agreement-status-an-agreement-in-force-src-report",
            of="an-agreement",
            status="in-force",
            period=Period(start="2009-01-01"),
        ),
    )


# A denial is of the event, or of the standing, alone


@pytest.mark.parametrize(
    ("recipe", "fields", "ids"),
    [
        (
            "handover",
            HANDOVER,
            ["handover-k-1-by-2026-01-17", "occurrence-handover-k-1-by-2026-01-17-denied"],
        ),
        (
            "withdrawal",
            WITHDRAWAL,
            ["withdrawal-k-1-us-forces-2020-03-29", "occurrence-withdrawal-k-1-us-forces-2020-03-29-denied"],
        ),
        (
            "appointment",
            {"person": "funk", "post": "commander", "when": "2017"},
            ["appointment-commander-2017", "occurrence-appointment-commander-2017-denied"],
        ),
        (
            "strike",
            {"by": "coalition", "at": ["k-1"], "when": "2017"},
            ["strike-coalition-k-1-2017", "occurrence-strike-coalition-k-1-2017-denied"],
        ),
        (
            "agreement",
            {"parties": ["us-forces"], "status": "signed", "when": "2017"},
            [
                "agreement-us-forces-2017",
                "agreement-status-agreement-us-forces-2017-signed-denied",
                "signing-agreement-us-forces-2017",
                "occurrence-signing-agreement-us-forces-2017-denied",
            ],
        ),
    ],
)
def test_a_denial(recipe: str, fields: dict[str, Any], ids: list[str]) -> None:
    assert [each.id for each in say(recipe, **fields, modality="denied")] == ids


@pytest.mark.parametrize("modality", AFFIRMING)
def test_every_claim_is_in_the_modality_of_the_sentence(modality: str) -> None:
    told = say("handover", **HANDOVER, modality=modality)
    claims = [each for each in told if isinstance(each, Occurrence | Participation | Control)]
    assert [each.modality.value for each in claims] == [modality] * 5
