"""What happened, and when something began and ended."""

from typing import Any

import pytest

from oirmodel.claims import Occurrence, OperationStatus, Presence
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.query import Answer
from oirmodel.temporal import Period
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    candidate,
    data,
    graded,
    ids,
    occurrence,
    presence,
    same_as,
    status_of,
)

RAID = Period.on("2025-01-02/2025-01-03")


# happened


def test_an_event_some_time_in_two_days_is_certain_of_both_together_and_of_neither() -> None:
    told = data(occurrence("raid", RAID))
    assert told.happened("raid", during="2025-01-02/2025-01-03").status is DEFINITE
    assert told.happened("raid", during="2025-01").value == ("raid",)
    assert told.happened("raid", on="2025-01-02").status is POSSIBLE
    assert told.happened("raid", on="2025-01-04").status is NO_EVIDENCE


def test_an_event_that_nobody_reports_is_no_evidence_and_not_a_no() -> None:
    answer = data().happened("raid", during="2025")
    assert (answer.status, answer.holds) == (NO_EVIDENCE, None)


def test_a_denied_event_is_a_no() -> None:
    answer = data(occurrence("raid", "2025-01-01/2025-01-31", modality="denied")).happened("raid", on="2025-01-02")
    assert (answer.status, answer.holds, answer.value) == (DEFINITE, False, None)


def test_an_alleged_event_is_possible_and_a_planned_one_only_a_plan() -> None:
    assert data(occurrence("raid", RAID, modality="alleged")).happened("raid", during="2025").status is POSSIBLE
    planned = data(occurrence("raid", RAID, modality="planned"))
    assert planned.happened("raid", during="2025").status is NO_EVIDENCE
    assert planned.happened("raid", during="2025", modality="planned").status is DEFINITE


def test_what_happened_in_a_part_happened_in_the_whole_and_not_the_other_way() -> None:
    told = data(occurrence("raid", RAID, at=["compound"]))
    for site in ("compound", "al-asad", "anbar", "Iraq"):
        assert told.happened(at=site, during="2025-01").value == ("raid",)
    assert data(occurrence("raid", RAID, at=["anbar"])).happened(at="al-asad", during="2025-01").status is NO_EVIDENCE


def test_an_event_and_a_place_are_asked_together() -> None:
    told = data(occurrence("raid", RAID, at=["compound"]), occurrence("strike", RAID, at=["compound"]))
    assert told.happened("raid", at="al-asad", during="2025-01").value == ("raid",)
    assert told.happened("raid", at="syria", during="2025-01").status is NO_EVIDENCE


def test_what_happened_in_several_places_together_is_of_no_one_of_them() -> None:
    together = data(occurrence("raid", RAID, at=["anbar", "syria"], spread="together"))
    assert together.happened(at="syria", during="2025-01").status is NO_EVIDENCE
    including = data(occurrence("raid", RAID, at=["anbar", "syria"], spread="including"))
    assert including.happened(at="syria", during="2025-01").value == ("raid",)


def test_without_an_event_every_event_of_the_window_is_listed() -> None:
    told = data(occurrence("raid", RAID), occurrence("strike", "2025-01-05/2025-01-05"))
    answer = told.happened(during="2025-01")
    assert (answer.status, set(answer.value)) == (DEFINITE, {"raid", "strike"})
    assert told.happened(during="2025-01", category="strike").value == ("strike",)
    assert told.happened(during="2025-01", category="visit").status is NO_EVIDENCE


def test_two_reports_of_one_event_with_dates_that_no_day_fits_are_contested() -> None:
    told = data(occurrence("raid", "2025-01-02/2025-01-02"), occurrence("raid", "2025-01-04/2025-01-04"))
    assert told.happened("raid", on="2025-01-02").status is CONTESTED
    fitting = data(occurrence("raid", RAID), occurrence("raid", "2025-01-02/2025-01-02"))
    assert fitting.happened("raid", on="2025-01-02").status is DEFINITE


def test_an_event_is_found_under_another_id() -> None:
    told = data(occurrence("raid", RAID), same_as("raid", "strike"))
    assert told.happened("strike", during="2025-01").status is DEFINITE


def test_a_category_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidQuestion, match="category= one of"):
        data().happened(during="2025", category="earthquake")


# when


def periods(answer: Answer) -> list[str]:
    """The texts of the periods of the candidates."""
    return [each.value.format() for each in answer.candidates]


def test_when_is_as_vague_as_its_source() -> None:
    left = presence("us", Period(start=None, end="[..2026-01-17]"), id="left")
    answer = data(left).when(Presence, of="us", at="Al-Asad Airbase")
    assert (answer.status, answer.value.format(), ids(answer.supporting)) == (DEFINITE, "/[..2026-01-17]", ["left"])


def test_claims_that_surely_tell_of_one_stay_are_joined_into_one_period() -> None:
    told = data(
        presence("us", "[2020-05-01..2020-05-05]/2020-05-20"), presence("us", "[2020-05-03..2020-05-08]/[2020-05-18..]")
    )
    answer = told.when("presence", of="us", at="al-asad")
    assert (answer.status, answer.value.format()) == (DEFINITE, "[2020-05-03..2020-05-05]/2020-05-20")


def test_stays_that_may_be_different_are_not_joined() -> None:
    told = data(presence("us", Period.observed("2020-05-05")), presence("us", Period.observed("2020-06-05")))
    answer = told.when("presence", of="us", at="al-asad")
    assert periods(answer) == ["[..2020-05-05]/[2020-05-05..]", "[..2020-06-05]/[2020-06-05..]"]
    assert [each.status for each in answer.candidates] == [DEFINITE, DEFINITE]


def test_two_accounts_of_one_stay_that_no_dates_fit_are_contested() -> None:
    told = data(presence("us", "2020-05-01/2020-05-20", id="long"), presence("us", "2020-05-01/2020-05-10", id="short"))
    answer = told.when("presence", of="us", at="al-asad")
    assert answer.status is CONTESTED
    assert periods(answer) == ["2020-05-01/2020-05-10", "2020-05-01/2020-05-20"]
    assert ids(answer.candidates[0].against) == ["long"]


def test_a_stay_that_is_open_for_all_who_tell_of_it_stays_open() -> None:
    told = data(
        presence("us", Period.since("2020-05"), reported="2020-07-01"),
        presence("us", Period(start="2020-05-10", end=".."), reported="2020-08-01"),
    )
    assert told.when("presence", of="us", at="al-asad").value.format() == "2020-05-10/.."


def test_an_allegation_of_a_stay_is_possible() -> None:
    told = data(presence("us", "2020-05-01/2020-05-20", modality="alleged"))
    assert told.when("presence", of="us").status is POSSIBLE


def test_a_denial_is_no_stay() -> None:
    answer = data(presence("us", "2020-05-01/2020-05-20", modality="denied", id="denial")).when("presence", of="us")
    assert (answer.status, answer.value, ids(answer.nearest)) == (NO_EVIDENCE, None, ["denial"])


def test_a_plan_is_asked_for_as_such_and_is_no_end() -> None:
    plan = status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", id="plan")
    planned = data(plan).when(OperationStatus, of="resolve", modality="planned")
    assert (planned.status, planned.value.format()) == (DEFINITE, "2024-09-27/2025-09")
    assert data(plan).when(OperationStatus, of="resolve").status is NO_EVIDENCE


def test_two_plans_in_conflict_are_both_there_with_their_claims() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", id="first"),
        status_of("resolve", "ongoing", "2024-09-27/2025-12", modality="planned", id="second"),
    )
    answer = told.when(OperationStatus, of="resolve", modality="planned")
    assert answer.status is CONTESTED
    assert periods(answer) == ["2024-09-27/2025-09", "2024-09-27/2025-12"]
    assert [ids(each.claims) for each in answer.candidates] == [["first"], ["second"]]


def test_plans_for_the_parts_of_an_operation_are_listed_and_do_not_conflict_with_its_own() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", id="whole"),
        status_of("eagle", "ongoing", "2024-09-27/2026-09", modality="planned", id="part"),
        status_of("lion", "ongoing", "2024-09-27/2027-09", modality="planned", id="another"),
    )
    answer = told.when(OperationStatus, of="resolve", modality="planned")
    assert answer.status is DEFINITE
    assert [ids(each.claims) for each in answer.candidates] == [["whole"], ["part"]]
    assert told.when(OperationStatus, of="eagle", modality="planned").supporting[0].id == "part"


def test_when_takes_the_views_of_the_dataset() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", reported="2024-09-27"),
        status_of("resolve", "ongoing", "2024-09-27/2025-12", modality="planned", reported="2025-06-01"),
    )
    view = told.as_known(on="2025-01-08")
    answer = view.when(OperationStatus, of="resolve", modality="planned")
    assert (answer.status, answer.value.format()) == (DEFINITE, "2024-09-27/2025-09")


def test_when_something_happened_is_the_extent_that_fits_every_report() -> None:
    told = data(occurrence("raid", Period.on("2025-01")), occurrence("raid", RAID))
    assert told.when(Occurrence, of="The raid").value.format() == "[2025-01-02..2025-01-03]/[2025-01-02..2025-01-03]"


def test_nothing_to_date_is_no_evidence() -> None:
    answer = data().when(Presence, of="us", at="al-asad")
    assert (answer.status, answer.value, answer.candidates) == (NO_EVIDENCE, None, ())
    assert answer.explain().splitlines()[1] == "NO_EVIDENCE: nothing speaks to it"


def test_when_refuses_fields_kinds_and_names_that_there_are_not() -> None:
    with pytest.raises(InvalidQuestion, match="presence has no field by"):
        data().when("presence", by="us")
    with pytest.raises(InvalidQuestion, match="no kind of claim 'haunting'"):
        data().when("haunting", of="us")
    with pytest.raises(UnknownName):
        data().when("presence", at="us")


def test_a_field_that_is_no_id_is_compared_as_it_is() -> None:
    told = data(
        presence("us", "2020-05-01/2020-05-20", role="combat"), presence("us", "2020-06-01/2020-06-20", role="advisers")
    )
    assert periods(told.when("presence", of="us", role="combat")) == ["2020-05-01/2020-05-20"]
    assert graded(told.when("presence", of="us", role="transit")) == {}
    assert candidate(told.when("presence", role="advisers"), Period.parse("2020-06-01/2020-06-20")).status is DEFINITE


def test_an_event_that_did_not_happen_here_may_have_happened_there() -> None:
    """A denial of the raid at one base says nothing of the raid at another, asked about wherever it was."""
    told = data(
        occurrence("raid", "2020-05-05/2020-05-07", at=["compound"]),
        occurrence("raid", "2020-05-01/2020-05-31", at=["k-1"], modality="denied"),
    )
    assert told.happened("raid", on="2020-05-06").status is DEFINITE
    assert told.happened("raid", on="2020-05-06").value == ("raid",)
    assert told.happened("raid", at="k-1", on="2020-05-06").holds is False
    denied = data(occurrence("raid", "2020-05-01/2020-05-31", at=["k-1"], modality="denied"))
    assert denied.happened("raid", on="2020-05-06").status is NO_EVIDENCE
    assert [each.status for each in denied.history("occurrence", "raid", during="2020-05").segments] == [NO_EVIDENCE]


def test_two_vague_reports_of_one_event_that_no_day_fits_are_contested_on_each_day_of_either() -> None:
    told = data(occurrence("raid", RAID), occurrence("raid", Period.on("2025-01-05/2025-01-06")))
    for day in ("2025-01-02", "2025-01-05"):
        assert told.happened("raid", on=day).status is CONTESTED
    assert told.happened("raid", on="2025-01-04").status is NO_EVIDENCE


def denied_in_may(**fields: Any) -> Occurrence:  # noqa: ANN401 - whatever the claim takes
    """No raid at K-1 in all of May."""
    return occurrence("raid", "2020-05-01/2020-05-31", **({"at": ["k-1"], "modality": "denied"} | fields))


def raid_at(site: str, **fields: Any) -> Occurrence:  # noqa: ANN401 - as above
    """A raid at a site from 5 to 7 May."""
    return occurrence("raid", "2020-05-05/2020-05-07", **({"at": [site]} | fields))


def test_an_account_that_is_not_known_yet_does_not_widen_a_denial() -> None:
    """No raid at K-1 is no raid at all only for whoever knows that all accounts have it there."""
    told = data(denied_in_may(reported="2020-06-01"), raid_at("k-1", reported="2020-07-01"))
    assert told.as_known(on="2020-06-15").happened("raid", on="2020-05-20").status is NO_EVIDENCE
    answer = told.happened("raid", on="2020-05-20")
    assert (answer.status, answer.holds) == (DEFINITE, False)


def test_an_account_that_is_not_known_yet_does_not_narrow_a_denial() -> None:
    told = data(
        denied_in_may(reported="2020-06-01"),
        raid_at("k-1", reported="2020-06-01"),
        raid_at("compound", reported="2020-07-01"),
    )
    assert told.as_known(on="2020-06-15").happened("raid", on="2020-05-20").holds is False
    assert told.happened("raid", on="2020-05-20").status is NO_EVIDENCE


def test_an_account_that_may_not_be_known_yet_makes_no_denial_sure_of_all_places() -> None:
    told = data(denied_in_may(reported="2020-06-01"), raid_at("k-1", reported="2020-06"))
    view = told.as_known(on="2020-06-15")
    assert view.happened("raid", on="2020-05-20").status is NO_EVIDENCE
    assert view.happened("raid", on="2020-05-06").status is POSSIBLE
    elsewhere = told.plus(raid_at("k-1", reported="2020-06-01"), raid_at("compound", reported="2020-06"))
    assert elsewhere.as_known(on="2020-06-15").happened("raid", on="2020-05-20").status is NO_EVIDENCE


@pytest.mark.parametrize("how", ["corrects", "supersedes", "retracts"])
def test_an_account_that_was_taken_back_says_nothing_of_where_it_was(how: str) -> None:
    wrong, right = raid_at("k-1", id="wrong"), raid_at("compound", **{how: ["wrong"]})
    assert data(denied_in_may(), wrong).happened("raid", on="2020-05-20").holds is False
    assert data(denied_in_may(), wrong, right).happened("raid", on="2020-05-06").status is DEFINITE
    wrong, right = raid_at("compound", id="wrong"), raid_at("k-1", **{how: ["wrong"]})
    assert data(denied_in_may(), wrong).happened("raid", on="2020-05-20").status is NO_EVIDENCE
    assert data(denied_in_may(), wrong, right).happened("raid", on="2020-05-20").holds is False


def test_a_plan_is_no_account_of_where_an_event_was() -> None:
    here, elsewhere = raid_at("k-1", modality="planned"), raid_at("compound", modality="planned")
    assert data(denied_in_may(), here).happened("raid", on="2020-05-20").status is NO_EVIDENCE
    assert data(denied_in_may(), raid_at("k-1"), elsewhere).happened("raid", on="2020-05-20").holds is False


def test_an_alleged_event_is_denied_where_it_is_alleged() -> None:
    told = data(denied_in_may(), raid_at("k-1", modality="alleged"))
    assert told.happened("raid", on="2020-05-20").holds is False


def test_the_accounts_of_an_event_are_those_under_each_id_of_it() -> None:
    elsewhere = occurrence("strike", "2020-05-05/2020-05-07", at=["compound"])
    told = data(denied_in_may(), raid_at("k-1"), elsewhere, same_as("raid", "strike"))
    assert told.happened("raid", on="2020-05-20").status is NO_EVIDENCE
    there = occurrence("strike", "2020-05-05/2020-05-07", at=["k-1"])
    for event in ("raid", "strike"):
        assert data(denied_in_may(), there, same_as("raid", "strike")).happened(event, on="2020-05-20").holds is False


def test_an_event_is_denied_at_a_place_under_each_id_of_it() -> None:
    apart = data(denied_in_may(), raid_at("taji"))
    assert apart.happened("raid", on="2020-05-20").status is NO_EVIDENCE
    assert apart.plus(same_as("k-1", "taji")).happened("raid", on="2020-05-20").holds is False
