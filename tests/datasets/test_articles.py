"""What the three articles say of agreements, of order, of change, of who took part, and of judgements."""

import pytest

from oirmodel import (
    AgreementStatus,
    Assessment,
    Attribute,
    Attribution,
    Casualties,
    Claim,
    CommitmentStatus,
    CommitmentTerms,
    Dataset,
    DifferentFrom,
    Modality,
    Occurrence,
    Order,
    Participation,
    Period,
    SameAs,
    Status,
    Strength,
    StrengthChange,
    Truth,
    load,
)
from oirmodel.vocab import Aspect, Certainty, Listing, Proportion, StatusOfAgreement, StrengthShift, TimeRelation


@pytest.fixture(scope="module")
def articles() -> Dataset:
    return load("inherent-resolve").only("articles")


# Agreements


def test_an_agreement_was_reached_in_september_2024_and_not_said_to_be_signed(articles: Dataset) -> None:
    (claim,) = articles.claims(AgreementStatus, of="agreement-2024-conclude-mission")
    assert claim.status is StatusOfAgreement.AGREED
    assert claim.period == Period(start="2024-09")
    assert [each.source for each in claim.citations] == ["src-al-asad-withdrawal"]
    answer = articles.when(AgreementStatus, of="agreement-2024-conclude-mission")
    assert answer.value == Period(start="2024-09")
    segments = articles.history(AgreementStatus, "agreement-2024-conclude-mission", during="2024-08/2024-09").segments
    assert [(str(each.first), each.status, each.value) for each in segments] == [
        ("2024-08-01", Status.NO_EVIDENCE, None),
        ("2024-09-01", Status.POSSIBLE, "agreed"),
    ]


def test_the_agreement_of_which_al_huassai_spoke_has_no_date_but_a_last_one(articles: Dataset) -> None:
    (claim,) = articles.claims(AgreementStatus, of="agreement-iraq-coalition-end-mission")
    assert (claim.status, claim.period) == (StatusOfAgreement.AGREED, Period(start="[..2026-01-17]"))
    assert claim.asserted_by[0].who == "mohammed-al-huassai"


def test_the_parties_of_the_two_agreements_are_described_differently(articles: Dataset) -> None:
    parties = {
        agreement: {each.by for each in articles.claims(Participation, of=agreement, role="party")}
        for agreement in ("agreement-2024-conclude-mission", "agreement-iraq-coalition-end-mission")
    }
    assert parties == {
        "agreement-2024-conclude-mission": {"iraqi-government", "us-officials-2024"},
        "agreement-iraq-coalition-end-mission": {"iraqi-government", "us-led-coalition"},
    }


def test_one_commitment_has_a_deadline_and_one_has_none(articles: Dataset) -> None:
    due = {each.of: each.due and each.due.text for each in articles.claims(CommitmentTerms)}
    assert due == {"conclude-mission-by-end-of-2025": "[..2025-12-31]", "end-coalition-mission": None}


def test_nobody_says_whether_a_commitment_was_kept(articles: Dataset) -> None:
    assert articles.claims(CommitmentStatus) == ()


@pytest.mark.parametrize("kind", [SameAs, DifferentFrom])
def test_no_two_things_are_joined_or_kept_apart(articles: Dataset, kind: type[Claim]) -> None:
    assert articles.claims(kind) == ()


# What came before what


def order_of(articles: Dataset, one: str) -> list[tuple[TimeRelation, str, Modality]]:
    return [(each.relation, each.other, each.modality) for each in articles.claims(Order, one=one)]


def test_the_inspection_came_after_the_withdrawal_as_xinhua_has_it(articles: Dataset) -> None:
    (claim,) = articles.claims(Order, one="inspection-of-al-asad")
    assert (claim.relation, claim.other) == (TimeRelation.AFTER, "withdrawal-from-al-asad")
    assert (claim.asserted_by[0].who, claim.lag) == ("xinhua", None)


def test_the_coalition_came_back_after_the_rise_of_isis(articles: Dataset) -> None:
    assert order_of(articles, "coalition-return-to-iraq") == [
        (TimeRelation.AFTER, "rise-of-isis-2014", Modality.INFERRED)
    ]
    assert order_of(articles, "rise-of-isis-2014") == [
        (TimeRelation.LED_TO, "international-response-to-isis", Modality.ASSERTED)
    ]


def test_the_surge_came_after_the_confrontations(articles: Dataset) -> None:
    assert order_of(articles, "us-troop-surge-2020") == [
        (TimeRelation.AFTER, "confrontations-with-russian-and-syrian-soldiers-2020", Modality.ASSERTED)
    ]


def test_what_the_agreement_was_to_lead_to_is_a_plan(articles: Dataset) -> None:
    assert set(order_of(articles, "agreement-iraq-coalition-reached")) == {
        (TimeRelation.LED_TO, "presence-al-asad-coalition-planned-end", Modality.PLANNED),
        (TimeRelation.LED_TO, "control-al-asad-iraq-planned", Modality.PLANNED),
    }


def test_last_month_is_counted_from_an_undated_article(articles: Dataset) -> None:
    (claim,) = articles.claims(Order, one="al-huassai-statement")
    assert (claim.relation, claim.other, claim.lag) == (TimeRelation.BEFORE, "announcement-on-al-asad", None)
    answer = articles.when(Occurrence, of="al-huassai-statement")
    assert answer.value == Period(start="[2025-12-01..2026-01-17]", end="[2025-12-01..2026-01-17]")


def test_the_withdrawal_is_on_or_before_the_announcement_and_its_year_is_assumed(articles: Dataset) -> None:
    answer = articles.when(Occurrence, of="withdrawal-from-al-asad")
    assert answer.value == Period(start="[..2026-01-17]", end="[..2026-01-17]")
    assert any("year 2026: the article gives none" in each for each in answer.assumptions)


# How strength changed


def test_the_surge_of_2020_has_no_number(articles: Dataset) -> None:
    (claim,) = articles.claims(StrengthChange, at="syria")
    assert (claim.of, claim.shift) == ("us-forces", StrengthShift.SURGE)
    assert (claim.quantity, claim.share) == (None, None)
    assert articles.claims(Strength, at="syria", modality=Modality.ASSERTED)[0].id == "strength-syria-us-2025"
    assert articles.strength("us-forces", at="syria", on="2020-10-15").value is None


def test_the_majority_left_iraq_by_2011_and_some_stayed(articles: Dataset) -> None:
    (claim,) = articles.claims(StrengthChange, of="us-forces", at="iraq")
    assert (claim.shift, claim.share, claim.quantity) == (StrengthShift.DRAWDOWN, Proportion.MAJORITY, None)
    assert articles.bounds(claim).on(Period.exactly("2012-01-01").bounds().s1) is Truth.NO
    answer = articles.who_was_at("iraq", on="2011-12-31", force="us-forces")
    assert (answer.status, answer.holds) == (Status.DEFINITE, True)


# Who took part, as what and with what


def roles_in(articles: Dataset, event: str) -> set[tuple[str, str]]:
    return {(each.by, each.role.value) for each in articles.claims(Participation, of=event)}


def test_with_which_aircraft_the_strikes_were_flown_is_an_open_list(articles: Dataset) -> None:
    (claim,) = articles.claims(Participation, of="airstrikes-hamrin-2025", by="us-led-coalition")
    assert claim.equipment == ("F-16", "F-15", "A-10")
    assert claim.equipment_listed is Listing.OPEN


def test_iraqi_forces_were_partners_and_isis_target_and_opponent(articles: Dataset) -> None:
    assert roles_in(articles, "coalition-operations-2024-12-30") == {
        ("us-led-coalition", "unstated"),
        ("iraqi-armed-forces", "partners"),
        ("other-partners-2024-12-30", "partners"),
        ("isis", "targeted"),
        ("isis", "opposes"),
    }


def test_the_sdf_led_near_dayr_az_zawr_with_support(articles: Dataset) -> None:
    assert roles_in(articles, "sdf-operations-dayr-az-zawr-2025") == {
        ("syrian-democratic-forces", "leads"),
        ("centcom", "supports"),
        ("isis", "targeted"),
    }


def test_whoever_did_something_took_part_in_it(articles: Dataset) -> None:
    missing = [
        (claim.of, actor)
        for claim in articles.claims(Occurrence)
        for actor in claim.by
        if actor not in {each.by for each in articles.claims(Participation, of=claim.of)}
    ]
    assert missing == []


# Who is responsible, what is judged, and what is said of a thing


def test_whose_airstrikes_killed_in_raqqa_is_a_reading(articles: Dataset) -> None:
    (claim,) = articles.claims(Attribution)
    (harm,) = articles.claims(Casualties, at="raqqa")
    assert (claim.of, claim.by) == (harm.id, "us-led-coalition")
    assert (claim.modality, claim.certainty) == (Modality.ASSESSED, Certainty.UNSTATED)
    assert not {"airwars", "amnesty-international"} & {each.who for each in claim.asserted_by}
    assert harm.cause == "airstrikes"


def test_every_judgement_stays_one(articles: Dataset) -> None:
    assert {each.modality for each in articles.claims(Assessment)} == {Modality.ASSESSED, Modality.PREDICTED}


@pytest.mark.parametrize(
    ("of", "quote", "speaker"),
    [
        ("coalition-operations-2024-12-30", "significant tactical victories", "centcom"),
        ("isis", "still poses a threat", "jose-uriarte"),
        ("victory-declaration-2017", "turning point", "publisher-of-al-asad-withdrawal"),
        ("withdrawal-from-al-asad", "symbolizes a shift", "publisher-of-al-asad-withdrawal"),
    ],
)
def test_a_judgement_is_its_speakers(articles: Dataset, of: str, quote: str, speaker: str) -> None:
    (claim,) = [each for each in articles.claims(Assessment, of=of) if each.citations[0].quote == quote]
    assert claim.asserted_by[0].who == speaker


def test_al_asad_is_called_second_largest(articles: Dataset) -> None:
    (claim,) = articles.claims(Attribute, of="al-asad", aspect=Aspect.ORDINAL)
    assert claim.value == "second-largest airbase of Iraq"


def test_the_name_of_the_task_force_for_the_operation_makes_them_no_one_thing(articles: Dataset) -> None:
    named = {each.value: each.entity for each in articles.claims(Attribute, of="operation-inherent-resolve")}
    assert named == {"Operation Inherent Resolve": None, "Combined Joint Task Force": "cjtf-oir"}
    assert articles.joined == {}
