"""Who controlled, owned, was there, held a post and belonged to whom: names, views, plans, corrections, readings."""

import pytest

from oirmodel.claims import Affiliation, OperationStatus, Purpose
from oirmodel.errors import AmbiguousName, InvalidQuestion, UnknownName
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    affiliation,
    candidate,
    control,
    data,
    graded,
    ids,
    ownership,
    posting,
    presence,
    same_as,
    says,
    status_of,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"
SEEN = Period.observed("2020-05-05")


# Names


@pytest.mark.parametrize(
    "name", ["al-asad", "Al-Asad Airbase", "al asad airbase", "AL ASAD AIRBASE", "عين الأسد", "عين الاسد"]
)
def test_a_subject_is_found_by_its_id_and_by_any_of_its_names(name: str) -> None:
    assert data(control("iraq", MAY)).who_controlled(name, on=DAY).value == "iraq"


def test_a_subject_may_be_an_entity() -> None:
    held = data(control("iraq", MAY))
    assert held.who_controlled(held.entities["al-asad"], on=DAY, by=held.entities["iraq"]).status is DEFINITE


def test_an_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(AmbiguousName) as caught:
        data().who_controlled("the base", on=DAY)
    assert caught.value.candidates == ("k-1", "taji")


def test_an_unknown_name_suggests_what_is_spelt_alike() -> None:
    with pytest.raises(UnknownName) as caught:
        data().who_controlled("Al-Asad Airbas", on=DAY)
    assert caught.value.suggestions == ("al-asad",)


@pytest.mark.parametrize(
    "ask",
    [
        lambda held: held.who_controlled("us", on=DAY),
        lambda held: held.who_controlled("al-asad", on=DAY, by="k-1"),
        lambda held: held.who_owned("commander", on=DAY),
        lambda held: held.who_was_at("us", on=DAY),
        lambda held: held.who_held("al-asad", on=DAY),
        lambda held: held.who_held("commander", on=DAY, person="us"),
        lambda held: held.under_way("al-asad", on=DAY),
        lambda held: held.affiliations("al-asad", on=DAY),
        lambda held: held.strength("al-asad", at="syria", on=DAY),
        lambda held: held.strength("us", at="isis", on=DAY),
        lambda held: held.happened("resolve", on=DAY),
        lambda held: held.purposes("nothing-such", on=DAY),
    ],
)
def test_a_name_of_the_wrong_kind_of_thing_is_unknown_here(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownName):
        ask(data())


# What is asked about


def test_control_and_ownership_are_two_questions() -> None:
    base = data(ownership("iraq", "1980/.."), control("us", MAY))
    assert base.who_owned("al-asad", on=DAY).value == "iraq"
    assert base.who_controlled("al-asad", on=DAY).value == "us"


def test_a_question_about_one_value_grades_that_value_alone() -> None:
    both = data(control("us", "2020-05-01/2020-05-08"), control("iraq", "2020-05-09/2020-05-31"))
    gone = both.who_controlled("al-asad", on=DAY, by="us")
    assert (gone.status, gone.value, gone.holds, len(gone.candidates)) == (DEFINITE, None, False, 1)
    there = both.who_controlled("al-asad", on=DAY, by="iraq")
    assert (there.status, there.value, there.holds) == (DEFINITE, "iraq", True)


def test_a_question_about_one_actor_finds_it_under_another_id() -> None:
    held = data(presence("us-forces", MAY), same_as("us", "us-forces"))
    answer = held.who_was_at("al-asad", on=DAY, force="us")
    assert (answer.status, answer.value) == (DEFINITE, "us")


def test_owner_post_and_operation_take_their_options() -> None:
    base = data(ownership("iraq", MAY), posting("smith", MAY), status_of("resolve", "ongoing", MAY))
    assert base.who_owned("al-asad", on=DAY, by="iraq").value == "iraq"
    assert base.who_held("commander", on=DAY, person="smith").value == "smith"
    other = base.who_held("commander", on=DAY, person="jones")
    assert (other.status, other.holds) == (DEFINITE, False)  # the post is held by one at a time, and strictly inside
    assert base.who_held("commander", on="2020-04-01", person="jones").status is NO_EVIDENCE
    assert base.under_way("resolve", on=DAY, max_age=3).value.value == "ongoing"


# Plans and predictions


def test_a_plan_is_never_evidence_that_it_was_so() -> None:
    plan = status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", id="plan")
    answer = data(plan).under_way("resolve", on="2025-01-07")
    assert (answer.status, answer.candidates, ids(answer.nearest)) == (NO_EVIDENCE, (), ["plan"])
    assert data(plan).under_way("resolve", on="2025-01-07", modality="planned").status is DEFINITE


def test_a_plan_stands_beside_what_was_so() -> None:
    told = data(status_of("resolve", "ongoing", MAY), status_of("resolve", "ended", MAY, modality="planned", id="plan"))
    answer = told.under_way("resolve", on=DAY)
    assert (answer.status, answer.value.value, ids(answer.nearest)) == (DEFINITE, "ongoing", ["plan"])


def test_two_plans_that_end_in_different_months_conflict_after_the_earlier_end() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned"),
        status_of("resolve", "ongoing", "2024-09-27/2025-12", modality="planned"),
    )
    assert told.under_way("resolve", on="2025-06-01", modality="planned").status is DEFINITE
    assert told.under_way("resolve", on="2025-11-01", modality="planned").status is CONTESTED


def test_two_plans_whose_ends_may_be_one_day_do_not_conflict() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned"),
        status_of("resolve", "ongoing", "2024-09-27/2025-09-30", modality="planned"),
    )
    assert told.under_way("resolve", on="2025-10-15", modality="planned").status is not CONTESTED
    assert told.conflicts() == ()


def test_two_plans_whose_starts_share_no_day_conflict() -> None:
    told = data(
        status_of("lion", "ongoing", "2025-03/2025-12", modality="planned"),
        status_of("lion", "ongoing", "2025-05/2025-12", modality="planned"),
    )
    assert told.under_way("lion", on="2025-04-10", modality="planned").status is CONTESTED
    assert told.under_way("lion", on="2025-07-10", modality="planned").status is DEFINITE


def test_plans_and_predictions_are_asked_apart() -> None:
    told = data(status_of("resolve", "ended", MAY, modality="predicted"))
    assert told.under_way("resolve", on=DAY, modality="planned").status is NO_EVIDENCE
    assert told.under_way("resolve", on=DAY, modality="predicted").status is DEFINITE


def test_an_allegation_asked_for_as_such_counts_in_full() -> None:
    told = data(control("isis", MAY, modality="alleged"))
    assert told.who_controlled("al-asad", on=DAY, modality="alleged").status is DEFINITE
    assert told.who_controlled("al-asad", on=DAY).status is POSSIBLE


# Views and corrections


def handed_over() -> Dataset:
    """US control for all of May was reported in June; in July, that from the 10th to the 20th it was Iraqi."""
    told = control("us", MAY, id="told", reported="2020-06-10")
    mended = control("iraq", "2020-05-10/2020-05-20", id="mended", reported="2020-07-10", corrects=["told"])
    return data(told, mended)


@pytest.mark.parametrize(
    ("day", "value"), [("2020-05-05", "us"), ("2020-05-10", "iraq"), ("2020-05-20", "iraq"), ("2020-05-25", "us")]
)
def test_a_correction_reaches_as_far_as_its_own_period(day: str, value: str) -> None:
    answer = handed_over().who_controlled("al-asad", on=day)
    assert (answer.status, answer.value) == (DEFINITE, value)


@pytest.mark.parametrize(
    ("known", "value", "status"),
    [("2020-06-09", None, NO_EVIDENCE), ("2020-06-10", "us", DEFINITE), ("2020-07-10", "iraq", DEFINITE)],
)
def test_a_view_has_what_was_known_on_its_day(known: str, value: str | None, status: object) -> None:
    answer = handed_over().as_known(on=known).who_controlled("al-asad", on="2020-05-15")
    assert (answer.status, answer.value) == (status, value)


def test_where_a_correction_may_hold_the_corrected_claim_is_possible_at_most() -> None:
    told = control("us", MAY, id="told")
    vague = control("iraq", "[2020-05-10..2020-05-15]/2020-05-31", corrects=["told"])
    answer = data(told, vague).who_controlled("al-asad", on="2020-05-12")
    assert graded(answer) == {"iraq": (True, POSSIBLE), "us": (True, POSSIBLE)}
    assert data(told, vague).who_controlled("al-asad", on="2020-05-09").status is DEFINITE


def test_a_correction_that_is_only_possibly_known_leaves_both_possible() -> None:
    told = control("us", MAY, id="told", reported="2020-06-10")
    mended = control("iraq", MAY, reported="2020-07", corrects=["told"])
    answer = data(told, mended).as_known(on="2020-07-15").who_controlled("al-asad", on=DAY)
    assert graded(answer) == {"iraq": (True, POSSIBLE), "us": (True, POSSIBLE)}


def test_a_newer_edition_replaces_the_older_everywhere() -> None:
    told = data(control("us", MAY, id="told"), control("iraq", "2020-05-10/2020-05-20", supersedes=["told"]))
    assert told.who_controlled("al-asad", on="2020-05-05").status is NO_EVIDENCE
    assert told.who_controlled("al-asad", on="2020-05-15").value == "iraq"


def test_retracting_a_retraction_brings_the_claim_back() -> None:
    told = control("us", MAY, id="told")
    taken_back = ownership("iraq", MAY, id="taken-back", retracts=["told"])
    restored = ownership("iraq", MAY, id="restored", retracts=["taken-back"])
    assert data(told, taken_back).who_controlled("al-asad", on=DAY).status is NO_EVIDENCE
    assert data(told, taken_back, restored).who_controlled("al-asad", on=DAY).status is DEFINITE


def test_an_inferred_claim_stands_while_what_it_is_from_stands() -> None:
    seen = presence("us", MAY, id="seen", source="other")
    inferred = control("us", MAY, modality="inferred", derived_from=["seen"])
    told = data(seen, inferred)
    assert told.who_controlled("al-asad", on=DAY).status is DEFINITE
    assert told.without("tables").who_controlled("al-asad", on=DAY).status is NO_EVIDENCE
    doubted = data(presence("us", MAY, id="seen", modality="alleged"), inferred)
    assert doubted.who_controlled("al-asad", on=DAY).status is POSSIBLE


def test_views_by_source_compose_with_the_day() -> None:
    told = data(control("us", MAY, reported="2020-06-10"), control("iraq", MAY, source="other", reported="2020-06-20"))
    assert told.who_controlled("al-asad", on=DAY).status is CONTESTED
    assert told.only("articles").who_controlled("al-asad", on=DAY).value == "us"
    assert told.without("articles").who_controlled("al-asad", on=DAY).value == "iraq"
    assert told.only("tables").as_known(on="2020-06-10").who_controlled("al-asad", on=DAY).status is NO_EVIDENCE


def test_after_the_day_of_a_view_nothing_is_more_than_possible_and_plans_are_listed() -> None:
    told = data(
        control("us", "2020-05-01/2020-12-31", reported="2020-05-20"),
        control("iraq", "2021/..", reported="2020-05-20", modality="planned", id="plan"),
    )
    view = told.as_known(on="2020-06-01")
    assert view.who_controlled("al-asad", on="2020-06-01").status is DEFINITE
    later = view.who_controlled("al-asad", on="2020-06-02")
    assert (later.status, later.value, ids(later.nearest)) == (POSSIBLE, "us", ["plan"])


def test_without_a_view_presumption_has_no_cap() -> None:
    told = data(control("us", SEEN, reported="2020-05-20"))
    assert told.who_controlled("al-asad", on="2099-01-01").status is PRESUMED
    assert told.as_known(on="2020-06-01").who_controlled("al-asad", on="2020-06-01").status is PRESUMED
    assert told.as_known(on="2020-06-01").who_controlled("al-asad", on="2020-06-02").status is POSSIBLE


def test_some_time_in_a_window_after_the_day_of_a_view_is_possible_at_most() -> None:
    told = data(presence("us", Period.observed("2020-07"), reported="2020-05-20"))
    view = told.as_known(on="2020-06-01")
    assert view.who_was_at("al-asad", on="2020-07-10").status is POSSIBLE
    assert view.who_was_at("al-asad", during="2020-07").status is POSSIBLE


# How claims are read


def test_a_qualified_date_is_widened_only_when_asked() -> None:
    told = data(presence("us", Period(start="2020-05-10~", end="2020-05-20?")))
    assert told.who_was_at("al-asad", on="2020-05-11").status is DEFINITE
    assert told.who_was_at("al-asad", on="2020-05-08").status is NO_EVIDENCE
    padded = told.who_was_at("al-asad", on="2020-05-11", padding=3)
    assert (padded.status, padded.remarks) == (
        POSSIBLE,
        ("dates that a source qualifies were widened by 3 days on either side",),
    )
    assert told.who_was_at("al-asad", on="2020-05-08", padding=3).status is POSSIBLE
    assert told.who_was_at("al-asad", on="2020-05-15", padding=3).status is DEFINITE


def test_padding_leaves_dates_alone_that_no_source_qualifies() -> None:
    told = data(presence("us", "2020-05-10/2020-05-20"))
    assert told.who_was_at("al-asad", on="2020-05-10", padding=9).status is DEFINITE


def test_an_answer_names_the_qualified_dates_that_it_rests_on() -> None:
    told = data(
        presence(
            "us", Period(start="2020-05-10~", end="2020-05-20?"), assumptions=["year 2020: the article gives none"]
        )
    )
    assert told.who_was_at("al-asad", on="2020-05-15").assumptions == (
        "year 2020: the article gives none",
        "2020-05-10~: the source calls this date approximate; its bounds were not widened for that",
        "2020-05-20?: the source calls this date uncertain; its bounds were not widened for that",
    )


def test_an_answer_names_the_seasons_that_it_rests_on() -> None:
    told = data(presence("us", Period(start="2020-21", end="2020-12-31")))
    assert told.who_was_at("al-asad", on="2020-03-01").status is POSSIBLE
    assert told.who_was_at("al-asad", on="2020-06-01").assumptions == (
        "2020-21: a season of the northern hemisphere, by meteorological months",
    )


def test_sightings_are_one_stay_only_when_asked_and_near_enough() -> None:
    told = data(presence("us", SEEN), presence("us", Period.observed("2020-05-09")))
    assert told.who_was_at("al-asad", on="2020-05-07").status is PRESUMED
    assert told.who_was_at("al-asad", on="2020-05-07", gap=3).status is PRESUMED
    joined = told.who_was_at("al-asad", on="2020-05-07", gap=4)
    assert joined.status is DEFINITE
    assert joined.remarks == ("sightings at most 4 days apart were read as one stay: that is inferred here",)


def test_sightings_of_different_forces_or_roles_are_never_one_stay() -> None:
    told = data(presence("us", SEEN), presence("isis", Period.observed("2020-05-09")))
    assert told.who_was_at("al-asad", on="2020-05-07", gap=9).status is PRESUMED
    roles = data(presence("us", SEEN, role="combat"), presence("us", Period.observed("2020-05-09"), role="advisers"))
    assert roles.who_was_at("al-asad", on="2020-05-07", gap=9).status is PRESUMED


# Purposes


def test_every_purpose_is_a_candidate_of_its_own() -> None:
    told = data(
        says(Purpose, "2014/..", of="resolve", aim="defeat ISIS"),
        says(Purpose, "2018/..", of="resolve", aim="guard the oil", at=["syria"]),
    )
    answer = told.purposes("resolve", on="2020-01-01")
    assert (answer.status, set(answer.value)) == (DEFINITE, {"defeat ISIS", "guard the oil"})
    assert told.purposes("resolve", at="syria", on="2020-01-01").value == ("guard the oil",)
    assert told.purposes("resolve", at="anbar", on="2020-01-01").status is NO_EVIDENCE
    assert told.purposes("resolve", on="2015-01-01").value == ("defeat ISIS",)


# Affiliations


def test_affiliations_lead_on_and_a_chain_is_carried_by_all_its_claims() -> None:
    told = data(affiliation("brigade", "army", id="first"), affiliation("army", "iraq", id="second"))
    answer = told.affiliations("brigade", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, ("army", "iraq"))
    assert ids(candidate(answer, "iraq").claims) == ["first", "second"]


def test_a_chain_is_as_strong_as_its_weakest_link() -> None:
    told = data(affiliation("brigade", "army"), affiliation("army", "iraq", SEEN))
    answer = told.affiliations("brigade", on=DAY)
    assert graded(answer) == {"army": (True, DEFINITE), "iraq": (True, PRESUMED)}
    assert answer.value == ("army",)
    weak = data(affiliation("brigade", "army", modality="alleged"), affiliation("army", "iraq"))
    assert graded(weak.affiliations("brigade", on=DAY)) == {"army": (True, POSSIBLE), "iraq": (True, POSSIBLE)}


@pytest.mark.parametrize("relation", ["supports", "allied-with", "unstated"])
def test_support_is_an_affiliation_that_does_not_lead_on(relation: str) -> None:
    told = data(affiliation("brigade", "army", relation=relation), affiliation("army", "iraq"))
    assert told.affiliations("brigade", on=DAY).value == ("army",)


def test_support_at_the_end_of_a_chain_is_not_the_members_own() -> None:
    told = data(affiliation("brigade", "army"), affiliation("army", "us", relation="supports"))
    assert "us" not in graded(told.affiliations("brigade", on=DAY))


def test_of_two_chains_the_stronger_counts() -> None:
    told = data(
        affiliation("brigade", "army"),
        affiliation("brigade", "police", SEEN),
        affiliation("army", "iraq", modality="alleged"),
        affiliation("police", "iraq"),
    )
    assert graded(told.affiliations("brigade", on=DAY))["iraq"] == (True, PRESUMED)


def test_a_weak_direct_word_does_not_hide_a_certain_chain() -> None:
    told = data(
        affiliation("brigade", "iraq", modality="alleged"), affiliation("brigade", "army"), affiliation("army", "iraq")
    )
    assert graded(told.affiliations("brigade", on=DAY))["iraq"] == (True, DEFINITE)


def test_affiliations_in_a_circle_come_to_an_end() -> None:
    told = data(affiliation("army", "iraq"), affiliation("iraq", "army"))
    assert told.affiliations("army", on=DAY).value == ("iraq",)


def test_an_affiliation_that_ended_does_not_lead_on() -> None:
    told = data(affiliation("brigade", "army", "2019-01-01/2019-12-31"), affiliation("army", "iraq"))
    assert graded(told.affiliations("brigade", on=DAY)) == {"army": (False, PRESUMED)}


def test_a_denied_relation_denies_that_relation() -> None:
    both = [says(Affiliation, MAY, of="army", to="us", relation="supports")]
    both.append(says(Affiliation, MAY, of="army", to="us", relation="part-of", modality="denied"))
    assert graded(data(*both).affiliations("army", on=DAY)) == {"us": (True, DEFINITE)}


def test_the_status_of_an_operation_is_a_word_of_the_list() -> None:
    told = data(says(OperationStatus, MAY, of="resolve", status="transitioned"))
    answer = told.under_way("resolve", during="2020-05")
    assert (answer.status, str(answer.value)) == (DEFINITE, "transitioned")


def test_a_negative_age_is_refused() -> None:
    with pytest.raises(InvalidQuestion):
        data().affiliations("us", on=DAY, max_age=-1)
