"""Who took part, in which role and with what; and who is said to be responsible, and how surely."""

import pytest

from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    attribution,
    casualties,
    data,
    graded,
    ids,
    occurrence,
    same_as,
    taking_part,
)

# Who took part


def test_who_took_part_at_any_time() -> None:
    told = data(taking_part("coalition", id="one"), taking_part("army", "2025-01-02/2025-01-03", id="two"))
    answer = told.who_took_part("The strike")
    assert answer.question == "Who took part in The strike at any time?"
    assert (answer.status, set(answer.value), set(ids(answer.supporting))) == (
        DEFINITE,
        {"coalition", "army"},
        {"one", "two"},
    )
    assert answer.settled_by() == ()


def test_what_is_told_of_no_day_answers_for_none() -> None:
    told = data(taking_part("coalition", id="one"), taking_part("army", "2025-01-02/2025-01-03"))
    answer = told.who_took_part("strike", on="2025-01-02")
    assert (answer.value, ids(answer.nearest)) == (("army",), ["one"])
    assert told.who_took_part("strike", on="2025-01-04").holds is False


def test_a_participant_is_presumed_to_go_on() -> None:
    told = data(taking_part("us", Period.by("2020-01-01"), of="resolve", reported="2020-01-01"))
    assert told.who_took_part("resolve", on="2021-01-01").status is PRESUMED
    assert told.who_took_part("resolve", on="2021-01-01", max_age=30).status is POSSIBLE


def test_a_role_keeps_to_those_who_took_part_as_that() -> None:
    told = data(
        taking_part("coalition", role="leads"), taking_part("iraq", role="partners"), taking_part("us", id="unstated")
    )
    answer = told.who_took_part("strike", role="leads")
    assert (answer.question, answer.value) == ("Who took part in The strike as leads at any time?", ("coalition",))
    assert "unstated" in ids(answer.nearest)
    with pytest.raises(InvalidQuestion, match="role= one of unstated, leads"):
        told.who_took_part("strike", role="cheers")


def test_a_denial_of_no_role_is_one_of_every_role() -> None:
    told = data(
        taking_part("us", "2024-01-01/2024-12-31", role="leads"),
        taking_part("iraq", "2025/2025", role="leads"),
        taking_part("us", "2025-01-01/2025-12-31", modality="denied"),
        taking_part("iraq", "2025-01-01/2025-12-31", modality="denied", role="supports"),
    )
    answer = told.who_took_part("strike", role="leads", on="2025-06-01")
    assert graded(answer) == {"us": (False, DEFINITE), "iraq": (True, POSSIBLE)}


def test_one_actor_and_what_belongs_to_it() -> None:
    told = data(taking_part("army", "2025-01-02/2025-01-02"), affiliation("army", "iraq"), same_as("iraq", "coalition"))
    for each in ("army", "iraq", "coalition"):
        assert told.who_took_part("strike", by=each, on="2025-01-02").holds is True
    assert told.who_took_part("strike", by="us", on="2025-01-02").status is NO_EVIDENCE


def test_equipment_is_told_and_that_its_list_is_open() -> None:
    told = data(
        taking_part("coalition", equipment=["F-16", "F-15", "A-10"], equipment_listed="open"),
        taking_part("us", equipment=["A-10"], equipment_listed="closed"),
        taking_part("iraq", equipment=["M1"]),
    )
    answer = told.who_took_part("strike")
    assert answer.remarks == ("The coalition took part with F-16, F-15 and A-10, among others: the list is open",)
    text = answer.explain()
    assert (
        "participation: The strike, The coalition, with F-16, F-15 and A-10, among others; from an unknown day" in text
    )
    assert "participation: The strike, US forces, with A-10, and no others; " in text
    assert "participation: The strike, Iraqi armed forces, with M1; " in text


def test_only_undertakings_have_participants() -> None:
    with pytest.raises(UnknownName, match="no operation or event or agreement has"):
        data().who_took_part("al-asad")


# Who is said to be responsible


@pytest.mark.parametrize(
    ("certainty", "modality", "status"),
    [
        ("known", "asserted", DEFINITE),
        ("unstated", "asserted", DEFINITE),
        ("suspected", "asserted", POSSIBLE),
        ("contested", "asserted", POSSIBLE),
        ("known", "alleged", POSSIBLE),
        ("known", "assessed", POSSIBLE),
        ("known", "planned", NO_EVIDENCE),
    ],
)
def test_it_is_as_sure_as_the_speaker_and_the_tone(certainty: str, modality: str, status: object) -> None:
    answer = data(attribution("isis", certainty=certainty, modality=modality)).who_was_responsible("strike")
    assert answer.question == "Who is said to be responsible for The strike?"
    assert (answer.status, answer.value) == (status, None if status is NO_EVIDENCE else ("isis",))
    assert answer.last_confirmed is None


def test_several_may_be_responsible() -> None:
    answer = data(attribution("isis"), attribution("us", certainty="suspected")).who_was_responsible("strike")
    assert (answer.value, graded(answer)) == (("isis",), {"isis": (True, DEFINITE), "us": (True, POSSIBLE)})


def test_a_denial_speaks_against_and_alone_is_a_no() -> None:
    denied = attribution("isis", modality="denied", id="no")
    both = data(attribution("isis"), denied).who_was_responsible("strike")
    assert (both.status, both.value, ids(both.opposing)) == (CONTESTED, ("isis",), ["no"])
    alone = data(denied).who_was_responsible("strike")
    assert (alone.status, alone.value, alone.holds) == (DEFINITE, None, False)
    suspected = data(attribution("isis", certainty="suspected"), denied).who_was_responsible("strike", by="isis")
    assert (suspected.status, suspected.holds) == (CONTESTED, True)


def test_a_denial_of_a_suspicion_leaves_room_for_knowledge() -> None:
    told = data(attribution("isis", certainty="known"), attribution("isis", certainty="suspected", modality="denied"))
    assert told.who_was_responsible("strike").status is DEFINITE


def test_a_retraction_and_a_correction_take_back_all_of_it() -> None:
    first = attribution("isis", id="first")
    for change in ({"retracts": ["first"]}, {"corrects": ["first"]}, {"supersedes": ["first"]}):
        answer = data(first, attribution("us", reported="2030-02-01", **change)).who_was_responsible("strike")
        assert graded(answer) == {"us": (True, DEFINITE)}


def test_it_is_as_known_on_a_day() -> None:
    told = data(attribution("isis", reported="2024-02-01"), occurrence("strike", "2024-01-28"))
    assert told.as_known(on="2024-01-31").who_was_responsible("strike").status is NO_EVIDENCE
    known = told.as_known(on="2024-02-01").who_was_responsible("strike")
    assert (known.status, known.question) == (
        DEFINITE,
        "Who is said to be responsible for The strike, as known on 2024-02-01?",
    )
    denied = told.plus(attribution("us", modality="denied", reported="2024-02-02"))
    assert denied.as_known(on="2024-02-02").who_was_responsible("strike", by="us").status is DEFINITE


def test_whose_member_it_was_is_that_of_the_day_of_the_event() -> None:
    claims = attribution("army"), affiliation("army", "iraq", "2020-01-01/2020-12-31")
    assert data(*claims, occurrence("strike", "2020-05-05")).who_was_responsible("strike", by="iraq").holds is True
    assert data(*claims, occurrence("strike", "2022-05-05")).who_was_responsible("strike", by="iraq").holds is None


def test_of_the_harm_that_a_claim_reports() -> None:
    harm = casualties(5, "2024-01", id="harm")
    told = data(harm, attribution("isis", of="harm"))
    for each in ("harm", harm):
        answer = told.who_was_responsible(each)
        assert (answer.value, answer.question) == (("isis",), "Who is said to be responsible for what harm reports?")


def test_what_is_unknown_is_refused() -> None:
    with pytest.raises(UnknownName, match="nothing-of-the-sort"):
        data().who_was_responsible("nothing-of-the-sort")


def test_who_gave_and_who_received_are_asked_apart() -> None:
    told = data(taking_part("coalition", role="gives"), taking_part("iraq", role="receives"))
    assert told.who_took_part("strike", role="gives").value == ("coalition",)
    assert told.who_took_part("strike", role="receives").value == ("iraq",)
    assert told.who_took_part("strike", role="conducts").value is None


def test_whoever_conducts_it_is_not_said_to_lead() -> None:
    told = data(taking_part("us", role="conducts"), taking_part("coalition", role="leads"))
    assert told.who_took_part("strike", role="leads").value == ("coalition",)
    assert told.who_took_part("strike", role="conducts").value == ("us",)
    assert told.conflicts() == ()
