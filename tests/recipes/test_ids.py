"""How what a sentence comes to is named."""

import pytest

from oirmodel.claims import Claim
from oirmodel.dataset import InvalidDataset
from oirmodel.entities import Commitment, Event
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.recipes import Undertaking
from tests.making import make
from tests.recipes.telling import claims_of, data, say

HANDOVER = {"of": "k-1", "giver": "coalition", "receiver": "iraqi-forces"}
OTHER = {"citations": (make(Citation, source="src-other"), make(Citation, source="src-report"))}


@pytest.mark.parametrize(
    ("when", "ending"),
    [
        ("2020-03-29", "2020-03-29"),
        ("2020-03", "2020-03"),
        ("[..2026-01-17]", "by-2026-01-17"),
        ("[2026-01-17..]", "from-2026-01-17"),
        ("[2020-03-26..2020-03-29]", "2020-03-26-to-2020-03-29"),
        ("2020-03~", "2020-03"),
        ("202X", "202x"),
        ("2026-01-17T22:30:00Z", "2026-01-17t22-30-00z"),
    ],
)
def test_the_date_ends_the_id(when: str, ending: str) -> None:
    assert say("handover", **HANDOVER, when=when)[0].id == f"handover-k-1-{ending}"


def test_an_id_that_is_given_names_the_claims_too() -> None:
    told = say("handover", **HANDOVER, when="2020-03-29", id="handover-k-1-2020")
    assert [each.id for each in told] == [
        "handover-k-1-2020",
        "occurrence-handover-k-1-2020",
        "participation-handover-k-1-2020-coalition",
        "participation-handover-k-1-2020-iraqi-forces",
        "control-k-1-iraqi-forces-2020",
        "control-k-1-coalition-until-2020",
    ]


def test_an_id_that_is_unlike_the_one_that_would_be_made() -> None:
    told = say("handover", **HANDOVER, when="2020-03-29", id="end-of-k-1")
    assert [each.id for each in told][::4] == ["end-of-k-1", "control-k-1-iraqi-forces-end-of-k-1"]


@pytest.mark.parametrize(
    ("an_id", "control"),
    [
        ("handover-k-1-2020", "control-k-1-iraqi-forces-2020"),
        ("handover-2020", "control-k-1-iraqi-forces-2020"),
        ("handover-k-2-2020", "control-k-1-iraqi-forces-2-2020"),
        ("handover-k-1", "control-k-1-iraqi-forces-handover-k-1"),
        ("handover-k-10", "control-k-1-iraqi-forces-10"),
    ],
)
def test_the_words_that_an_id_shares_with_what_it_is_about_are_not_repeated(an_id: str, control: str) -> None:
    assert control in [each.id for each in say("handover", **HANDOVER, when="2020-03-29", id=an_id)]


def test_a_second_report_makes_no_event_and_carries_its_source() -> None:
    told = say("handover", **HANDOVER, **OTHER, when="2020-03", event="handover-k-1-2020-03-29")
    assert [each.id for each in told] == [
        "occurrence-handover-k-1-2020-03-29-src-other",
        "participation-handover-k-1-2020-03-29-coalition-src-other",
        "participation-handover-k-1-2020-03-29-iraqi-forces-src-other",
        "control-k-1-iraqi-forces-2020-03-29-src-other",
        "control-k-1-coalition-until-2020-03-29-src-other",
    ]
    assert {getattr(each, "of", None) for each in told[:3]} == {"handover-k-1-2020-03-29"}


def test_a_second_report_of_an_event_with_an_id_of_its_own() -> None:
    told = say("withdrawal", of="us-forces", at="k-1", when="2020", event="an-event", id="second", complete=True)
    assert [each.id for each in told] == [
        "occurrence-second",
        "participation-second-us-forces",
        "presence-k-1-us-forces-until-second",
    ]


def test_two_reports_of_one_event_stand_side_by_side() -> None:
    first = say("handover", **HANDOVER, when="2020-03-29")
    second = say("handover", **HANDOVER, **OTHER, when="2020-03", event=first[0].id)
    both = data(*first, *second)
    assert len(both.claims()) == 10
    assert [each.id for each in both.entities.values() if isinstance(each, Event)] == ["handover-k-1-2020-03-29"]


def test_two_reports_that_do_not_know_of_each_other_clash() -> None:
    first = say("handover", **HANDOVER, when="2020-03-29")
    with pytest.raises(InvalidDataset, match="the id 'occurrence-handover-k-1-2020-03-29' stands for"):
        data(*first, *say("handover", **HANDOVER, **OTHER, when="2020-03-29"))


def test_a_plan_and_what_came_of_it_share_the_event_and_no_claim() -> None:
    plan = say("handover", **HANDOVER, when="2020-03-29", modality="planned")
    fact = say("handover", **HANDOVER, when="2020-03-29")
    assert plan[0] == fact[0]
    assert {each.id for each in claims_of(plan)} & {each.id for each in claims_of(fact)} == set()
    assert all(isinstance(each, Claim) and each.id.endswith("-planned") for each in plan[1:])
    assert len(data(*plan, *fact).claims()) == 10


def test_two_reports_of_one_event_may_each_have_an_id() -> None:
    first = say("withdrawal", of="us-forces", at="k-1", when="2020-02-11", event="an-event", id="withdrawal-k-1-a")
    second = say("withdrawal", of="us-forces", at="k-1", when="2020-02-12", event="an-event", id="withdrawal-k-1-b")
    assert [each.id for each in (*first, *second)] == [
        "occurrence-withdrawal-k-1-a",
        "participation-withdrawal-k-1-a-us-forces",
        "occurrence-withdrawal-k-1-b",
        "participation-withdrawal-k-1-b-us-forces",
    ]
    assert {getattr(each, "of", None) for each in (*first, *second)} == {"an-event"}


def test_a_second_report_of_a_signing_may_have_an_id() -> None:
    told = say("agreement", agreement="an-agreement", event="a-signing", id="ceremony", status="signed", when="2008")
    assert [each.id for each in told] == ["agreement-status-ceremony-signed", "occurrence-signing-ceremony"]
    assert [getattr(each, "of", None) for each in told] == ["an-agreement", "a-signing"]


def test_a_commitment_may_have_an_id_and_names() -> None:
    leave = make(Undertaking, id="leave-k-1", names=[Name(text="leave K-1")], what="leave")
    told = say("agreement", parties=["coalition"], when="2024", status="agreed", commitments=[leave])
    assert told[-2] == make(Commitment, id="leave-k-1", agreement="agreement-coalition-2024", names=leave.names)
    assert told[-1].id == "terms-leave-k-1"


def test_a_commitment_of_a_second_report_is_one_of_its_own() -> None:
    terms = {"when": "2024", "status": "agreed", "commitments": [make(Undertaking, what="leave")]}
    first = say("agreement", parties=["coalition"], **terms)
    second = say("agreement", agreement="agreement-coalition-2024", **OTHER, **terms)
    assert [each.id for each in first][-2:] == [
        "agreement-coalition-2024-commitment-1",
        "terms-agreement-coalition-2024-commitment-1",
    ]
    assert [each.id for each in second] == [
        "agreement-status-agreement-coalition-2024-agreed-src-other",
        "agreement-coalition-2024-src-other-commitment-1",
        "terms-agreement-coalition-2024-src-other-commitment-1-src-other",
    ]
