"""What the packaged dataset must answer, as a reader of the three articles would."""

import pytest

import oirmodel
from oirmodel import (
    Dataset,
    Modality,
    Occurrence,
    OperationStatus,
    Period,
    Presence,
    Quantity,
    Status,
    Strength,
    Truth,
    check,
    load,
)
from oirmodel.datasets import names
from oirmodel.errors import UnknownName
from oirmodel.formats import json
from oirmodel.temporal import EndKind


@pytest.fixture(scope="module")
def articles() -> Dataset:
    return load("inherent-resolve").only("articles")


def sources_of(dataset: Dataset, *claim_ids: str) -> set[str]:
    return {citation.source for each in dataset.claims() if each.id in claim_ids for citation in each.citations}


def test_there_is_one_dataset_and_it_is_read_once() -> None:
    assert names() == ("inherent-resolve",)
    assert load("inherent-resolve") is load("inherent-resolve")


def test_an_unknown_dataset_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="did you mean inherent-resolve"):
        load("inherent-resolved")


def test_nothing_in_it_is_doubtful() -> None:
    assert check(load("inherent-resolve")) == ()


def test_nothing_in_the_articles_conflicts(articles: Dataset) -> None:
    assert articles.conflicts() == ()


def test_it_survives_the_round_trip() -> None:
    dataset = load("inherent-resolve")
    assert json.loads(json.dumps(dataset)) == dataset


def test_every_claim_says_who_says_it_and_where(articles: Dataset) -> None:
    assert [each.id for each in articles.claims() if not each.asserted_by] == []
    assert [each.id for each in articles.claims() for cited in each.citations if not cited.locator] == []


# Al-Asad


def test_iraq_controlled_al_asad_on_the_day_of_the_announcement(articles: Dataset) -> None:
    answer = articles.who_controlled("Al-Asad", on="2026-01-17")
    assert (answer.status, answer.value) == (Status.DEFINITE, "iraqi-armed-forces")
    assert [each.id for each in answer.candidates[0].claims] == ["control-al-asad-iraq-2026"]
    assert answer.supporting[0].asserted_by[0].who == "iraqi-mod"
    assert any("year 2026: the article gives none" in each for each in answer.assumptions)
    assert "Iraqi Ministry of Defense" in answer.explain()
    assert "Xinhua" in answer.explain()


@pytest.mark.parametrize("name", ["al-asad", "Al Asad", "AIN AL-ASAD", "Al-Asad Airbase", "عين الأسد", "عين الاسد"])
def test_any_name_finds_the_base(articles: Dataset, name: str) -> None:
    assert articles.who_controlled(name, on="2026-01-17").value == "iraqi-armed-forces"


def test_months_later_it_is_presumed_since_the_announcement(articles: Dataset) -> None:
    answer = articles.who_controlled("Al-Asad", on="2026-06-01")
    assert (answer.status, answer.value) == (Status.PRESUMED, "iraqi-armed-forces")
    assert str(answer.last_confirmed) == "2026-01-17"


def test_a_year_before_iraq_is_no_fact_and_the_coalition_possible_at_most(articles: Dataset) -> None:
    answer = articles.who_controlled("Al-Asad", on="2025-01-17")
    assert answer.about("iraqi-armed-forces") is None
    assert (answer.status, answer.value) == (Status.POSSIBLE, "us-led-coalition")


def test_nobody_could_know_a_year_before(articles: Dataset) -> None:
    answer = articles.as_known(on="2025-01-08").who_controlled("Al-Asad", on="2026-01-17")
    assert (answer.status, answer.value, answer.candidates) == (Status.NO_EVIDENCE, None, ())


def test_us_forces_left_on_or_before_the_announcement(articles: Dataset) -> None:
    answer = articles.when(Presence, of="us-forces", at="Al-Asad")
    assert answer.status is Status.DEFINITE
    assert answer.value == Period(start=None, end="[..2026-01-17]")
    assert articles.who_was_at("Al-Asad", on="2026-01-17", force="us-forces").status is not Status.DEFINITE
    after = articles.who_was_at("Al-Asad", on="2026-02-01", force="us-forces")
    assert (after.status, after.holds) == (Status.PRESUMED, False)


def test_that_none_were_left_is_implied_and_said_to_be(articles: Dataset) -> None:
    (claim,) = articles.claims(Strength, at="al-asad")
    assert claim.modality is Modality.INFERRED
    assert claim.quantity.derived


def test_only_one_document_knows_al_asad(articles: Dataset) -> None:
    cited = {
        citation.source
        for claim in articles.claims()
        for citation in claim.citations
        if "al-asad" in (getattr(claim, "at", None), getattr(claim, "of", None))
    }
    assert cited == {"src-al-asad-withdrawal"}


# Until when the operation was to last


def test_one_plan_was_known_in_january_2025(articles: Dataset) -> None:
    known = articles.as_known(on="2025-01-08")
    answer = known.when("operation_status", of="Operation Inherent Resolve", modality="planned")
    assert answer.value == Period(start=None, end="2025-09")
    assert sources_of(known, *(each.id for each in answer.supporting)) == {"src-oir-strikes-2025"}


def test_two_plans_are_known_later_with_their_scopes(articles: Dataset) -> None:
    answer = articles.when(OperationStatus, of="operation-inherent-resolve", modality="planned")
    assert answer.value == (Period(start=None, end="2025-09"), Period(start=None, end="[..2025-12-31]"))
    plans = [each for each in answer.supporting if isinstance(each, OperationStatus)]
    assert [each.of for each in plans] == ["operation-inherent-resolve", "coalition-mission-in-iraq"]
    assert sources_of(articles, *(each.id for each in plans)) == {"src-oir-strikes-2025", "src-al-asad-withdrawal"}
    assert "a part of Operation Inherent Resolve" in answer.explain()


def test_no_plan_is_a_fact(articles: Dataset) -> None:
    answer = articles.under_way("operation-inherent-resolve", on="2026-06-01")
    assert "ended" not in [each.value for each in answer.candidates]
    assert all(each.modality is not Modality.PLANNED for each in answer.supporting)


def test_plans_of_one_operation_that_share_no_day_conflict(articles: Dataset) -> None:
    (plan,) = articles.claims(OperationStatus, of="operation-inherent-resolve", modality=Modality.PLANNED)
    later = OperationStatus(
        of=plan.of,
        status=plan.status,
        period=Period(end="2025-12"),
        reported="2025-02-01",
        modality=Modality.PLANNED,
        citations=plan.citations,
    )
    answer = articles.plus(later).when("operation_status", of=plan.of, modality="planned")
    assert answer.status is Status.CONTESTED
    assert {plan.id, later.id} <= {claim.id for each in articles.plus(later).conflicts() for claim in each.claims}


# How many


def test_us_troops_in_iraq_were_about_2500(articles: Dataset) -> None:
    answer = articles.strength("us-forces", at="Iraq", on="2025-01-07")
    assert (answer.status, str(answer.value)) == (Status.DEFINITE, "about 2,500")
    assert answer.value.at_least(2500) is Truth.MAYBE
    assert "at least 2,500 is MAYBE" in answer.explain()


def test_a_figure_is_never_carried_back(articles: Dataset) -> None:
    answer = articles.strength("us-forces", at="iraq", on="2020-10-01")
    assert answer.status is Status.NO_EVIDENCE
    assert "strength-iraq-us-2025" in [each.id for each in answer.nearest]
    assert articles.strength("us-forces", at="syria", during="2020-10").status is Status.NO_EVIDENCE


def test_iraq_and_syria_together_are_a_derived_sum(articles: Dataset) -> None:
    both = [articles.strength("us-forces", at=place, on="2025-01-07").value for place in ("iraq", "syria")]
    assert str(both[0].plus(both[1])) == "about 4,500 (derived)"


def test_coalition_strikes_of_six_years(articles: Dataset) -> None:
    answer = articles.totals("strikes", by="us-led-coalition", at=["iraq", "syria"], during="2014-08/2020-09")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(34_917))
    assert answer.value.consistent_with(Quantity.nearly(35_000)) is Truth.YES


@pytest.mark.parametrize(
    ("at", "during"),
    [(None, "2016"), ("syria", "2014-08/2020-09"), ("iraq", "2014-08/2020-09"), (["iraq", "syria"], "2016")],
)
def test_no_total_is_split(articles: Dataset, at: str | list[str] | None, during: str) -> None:
    answer = articles.totals("strikes", at=at, during=during)
    assert (answer.status, answer.value) == (Status.NO_EVIDENCE, None)
    assert "tally-coalition-strikes-2014-2020" in [each.id for each in answer.nearest]


def test_strikes_were_known_in_2020(articles: Dataset) -> None:
    known = articles.as_known(on="2020-12-31")
    answer = known.totals("strikes", at=["iraq", "syria"], during="2014-08/2020-09")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(34_917))


def test_civilians_killed_in_raqqa(articles: Dataset) -> None:
    answer = articles.totals("killed", victims="civilians", at="Raqqa", during="2017-06/2017-10")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.more_than(1600))
    assert answer.value.same_as(Quantity.exact(1600)) is Truth.NO
    assert [each.who for each in answer.supporting[0].asserted_by][:2] == ["airwars", "amnesty-international"]


def test_no_us_personnel_were_harmed_is_a_stated_zero(articles: Dataset) -> None:
    for during in ("2024-12-30/2025-01-06", "2025-01-02"):
        answer = articles.totals("harmed", who="us-forces", during=during)
        assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.none())
    assert articles.totals("killed", who="us-forces", during="2025-01-02").value == Quantity.none()


def test_one_member_of_the_coalition_was_killed(articles: Dataset) -> None:
    answer = articles.totals("killed", who="us-led-coalition", during="2024-12-30/2025-01-06")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(1))


# Why, who and when


def test_two_speakers_give_two_purposes_in_syria(articles: Dataset) -> None:
    answer = articles.purposes("us-forces", at="syria", during="2020-10")
    assert answer.status is Status.DEFINITE
    assert set(answer.value) == {"fight ISIS", "secure oil fields"}
    speakers = {each.value: each.claims[0].asserted_by[0].who for each in answer.candidates}
    assert speakers["secure oil fields"] == "donald-trump"
    assert speakers["fight ISIS"] != speakers["secure oil fields"]


def test_who_was_chief_of_staff_at_the_inspection(articles: Dataset) -> None:
    (post,) = [each for each in articles.entities.values() if each.kind == "post" and "chief" in each.id]
    assert articles.who_held(post, during="2026").value == "abdul-amir-yarallah"


def test_the_inspection_has_no_day(articles: Dataset) -> None:
    (claim,) = [each for each in articles.claims() if each.kind == "occurrence" and "inspection" in each.id]
    assert claim.asserted_by[0].who == "xinhua"
    bounds = articles.bounds(claim)
    assert bounds.s1 < bounds.s2


def test_not_all_us_troops_left_iraq_in_2011(articles: Dataset) -> None:
    answer = articles.who_was_at("iraq", during="2011-11/2011-12", force="us-forces")
    assert answer.holds


def test_open_ends_are_those_of_what_was_still_so(articles: Dataset) -> None:
    open_ended = [each for each in articles.claims() if each.period.end_kind is EndKind.OPEN]
    assert "control-al-asad-iraq-2026" in [each.id for each in open_ended]


# The rest of what a reader of the articles may ask


def test_the_agreement_of_2024_has_a_month_and_two_parties(articles: Dataset) -> None:
    answer = articles.when("occurrence", of="agreement-2024-reached")
    assert (answer.status, answer.value) == (Status.DEFINITE, Period(start="2024-09", end="2024-09"))
    (claim,) = articles.claims(Occurrence, of="agreement-2024-reached")
    assert claim.by == ("iraqi-government", "us-officials-2024")


def test_two_agreements_that_may_be_one_stay_two(articles: Dataset) -> None:
    agreements = {each.of for each in articles.claims(oirmodel.AgreementStatus)}
    assert agreements == {"agreement-2024-conclude-mission", "agreement-iraq-coalition-end-mission"}
    assert articles.joined == {}


def test_the_coalition_came_back_no_earlier_than_2014_on_no_known_day(articles: Dataset) -> None:
    (claim,) = articles.claims(Occurrence, of="coalition-return-to-iraq")
    bounds = articles.bounds(claim)
    assert bounds.on(Period.exactly("2013-12-31").bounds().s1) is Truth.NO
    assert articles.happened("coalition-return-to-iraq", on="2014-06-10").status is Status.POSSIBLE


def test_when_most_strikes_were_is_a_judgement(articles: Dataset) -> None:
    (claim,) = [each for each in articles.claims(Occurrence) if each.modality is Modality.ASSESSED]
    assert claim.period.format() == "2014/2018"
    assert articles.happened(claim.of, during="2014/2018").status is Status.POSSIBLE
