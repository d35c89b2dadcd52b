"""The statuses, rules 4 and 6, and the table of design section 7."""

import pytest

from oirmodel.provenance import Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset, Status
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    candidate,
    control,
    data,
    graded,
    ids,
    occurrence,
    posting,
    presence,
    strength,
)

FIFTH = Period.observed("2020-05-05")


# The table: tried on | gives


def test_us_at_al_asad_after_it_left_is_presumed_gone() -> None:
    seen = presence("us", Period.observed("2025-01-07"), id="seen", reported="2025-01-07")
    left = presence("us", Period(start=None, end="[..2026-01-17]"), id="left", reported="2026-01-17")
    answer = data(seen, left).who_was_at("al-asad", on="2026-02-01")
    assert (answer.status, answer.value, answer.holds) == (PRESUMED, None, False)
    assert graded(answer) == {"us": (False, PRESUMED)}
    assert ids(answer.opposing) == ["left"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-01-07", (True, DEFINITE)),
        ("2025-01-08", (True, POSSIBLE)),
        ("2026-01-17", (True, POSSIBLE)),
        ("2026-01-18", (False, PRESUMED)),
    ],
)
def test_us_at_al_asad_between_the_sighting_and_the_withdrawal(day: str, expected: tuple[bool, Status]) -> None:
    seen = presence("us", Period.observed("2025-01-07"), reported="2025-01-07")
    left = presence("us", Period(start=None, end="[..2026-01-17]"), reported="2026-01-17")
    assert graded(data(seen, left).who_was_at("al-asad", on=day)) == {"us": expected}


def k_1() -> tuple[Dataset, Dataset]:
    """What was reported of K-1, and the same with a return that began at some time from March to September 2023."""
    seen = presence("us", Period.observed("2019"), at="k-1", reported="2019-12-31")
    handed = presence("us", Period(start=None, end="2020-03-29"), at="k-1", reported="2020-03-29", id="handed")
    back = presence("us", Period(start="[2023-03-01..2023-09-30]", end=".."), at="k-1", reported="2023-10-01")
    return data(seen, handed), data(seen, handed, back)


def test_k_1_in_2022_after_its_handover_is_presumed_empty() -> None:
    answer = k_1()[0].who_was_at("k-1", on="2022-06-01")
    assert graded(answer) == {"us": (False, PRESUMED)}
    assert str(answer.last_confirmed) == "2020-03-29"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-28", (True, PRESUMED)),
        ("2020-03-29", (True, DEFINITE)),
        ("2020-03-30", (False, PRESUMED)),
        ("2023-02-28", (False, PRESUMED)),
        ("2023-03-01", (True, POSSIBLE)),
        ("2023-09-29", (True, POSSIBLE)),
        ("2023-09-30", (True, DEFINITE)),
        ("2024-01-01", (True, PRESUMED)),
    ],
)
def test_k_1_is_possible_again_only_from_the_first_hint_of_return(day: str, expected: tuple[bool, Status]) -> None:
    assert graded(k_1()[1].who_was_at("k-1", on=day)) == {"us": expected}


def test_a_later_sighting_is_no_hint_of_the_days_before_it() -> None:
    back = presence("us", Period.observed("2024-06-01"), at="k-1", reported="2024-06-01")
    assert graded(k_1()[0].plus(back).who_was_at("k-1", on="2023-06-01")) == {"us": (False, PRESUMED)}


def test_a_change_of_command_on_an_exact_day_has_both_in_order() -> None:
    change = data(posting("smith", "2019-03-28/2022-04-01"), posting("brown", "2022-04-01/.."))
    answer = change.who_held("commander", on="2022-04-01")
    assert (answer.status, answer.value) == (DEFINITE, ("smith", "brown"))
    assert graded(change.who_held("commander", on="2022-03-31")) == {"smith": (True, DEFINITE)} | {
        "brown": (False, DEFINITE)
    }
    assert change.who_held("commander", on="2022-04-02").value == "brown"


def test_a_commander_in_1990_known_only_from_a_sighting_in_2025_has_no_evidence() -> None:
    seen = data(posting("smith", Period.observed("2025-01-07"), id="sighting"))
    answer = seen.who_held("commander", on="1990-06-01")
    assert (answer.status, answer.value, answer.candidates, answer.holds) == (NO_EVIDENCE, None, (), None)
    assert ids(answer.nearest) == ["sighting"]


def syria() -> Dataset:
    """About 900 in November 2024; in December it was said to have been about 2,000 for months, 900 of them the core."""
    told = strength(
        Quantity.about(900), Period.observed("2024-11-01"), basis="spokesperson-total", id="told", reported="2024-11-01"
    )
    core = strength(Quantity.about(900), Period.observed("2024-11-01"), basis="core", reported="2024-12-19")
    mended = strength(
        Quantity.about(2000),
        Period(start="[..2024-10]", end=".."),
        basis="spokesperson-total",
        reported="2024-12-19",
        corrects=["told"],
    )
    return data(told, core, mended)


def test_syria_as_known_on_18_december_2024() -> None:
    answer = syria().as_known(on="2024-12-18").strength("us", at="syria", on="2024-12-01", basis="spokesperson-total")
    assert answer.value == Quantity.about(900)
    assert answer.status is PRESUMED


def test_syria_as_known_on_20_december_2024() -> None:
    view = syria().as_known(on="2024-12-20")
    total = view.strength("us", at="syria", on="2024-12-01", basis="spokesperson-total")
    assert (total.status, total.value) == (DEFINITE, Quantity.about(2000))
    assert graded(total) == {Quantity.about(2000): (True, DEFINITE)}
    core = view.strength("us", at="syria", on="2024-12-01", basis="core")
    assert (core.status, core.value) == (PRESUMED, Quantity.about(900))


def test_present_and_denied_on_one_day_is_contested_on_the_next() -> None:
    both = data(presence("us", FIFTH), presence("us", FIFTH, modality="denied"))
    for day in ("2020-05-05", "2020-05-06", "2021-05-05"):
        assert both.who_was_at("al-asad", on=day).status is CONTESTED


# Rule 4: silence


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        (FIFTH, "2020-05-04", None),
        (Period.by("2020-05-05"), "2020-05-04", None),
        (Period(start=None, end="2020-05-05"), "2020-05-04", None),
        (Period(start=None, end="[..2020-05-05]"), "2020-05-04", None),
        (Period(start=None, end="[..2020-05-05]"), "2020-05-05", (True, POSSIBLE)),
        (Period.observed("2020-05"), "2020-04-30", None),
        (Period.observed("2020-05"), "2020-05-01", (True, POSSIBLE)),
        (Period(start="[..2020-05-05]", end="2020-05-20"), "2020-05-04", None),
        (Period(start="[2020-04-01..2020-05-05]", end="2020-05-20"), "2020-05-04", (True, POSSIBLE)),
        (Period(start="2020-04~", end="2020-05-20"), "2020-04-02", (True, POSSIBLE)),
    ],
)
def test_a_day_reached_only_by_an_unbounded_start_is_silent(
    period: Period, day: str, expected: tuple[bool, Status] | None
) -> None:
    claim = presence("us", period, id="claim", reported="2020-05-05")
    answer = data(claim).who_was_at("al-asad", on=day)
    assert graded(answer) == ({} if expected is None else {"us": expected})
    assert ids(answer.nearest) == (["claim"] if expected is None else [])


def test_silence_is_by_the_claims_own_bounds_before_a_rival_bounds_it() -> None:
    both = data(control("us", "2020-05-01/2020-05-03"), control("iraq", Period.observed("2020-05-20"), id="seen"))
    answer = both.who_controlled("al-asad", on="2020-05-10")
    assert candidate(answer, "us").holds is False
    assert ids(answer.nearest) == ["seen"]


def test_the_nearest_come_first_and_are_three_at_most() -> None:
    days = {"far": "2020-09-01", "near": "2020-05-20", "later": "2020-07-01", "farthest": "2021-01-01"}
    seen = data(*(presence("us", Period.observed(day), id=an_id) for an_id, day in days.items()))
    assert ids(seen.who_was_at("al-asad", on="2020-05-10").nearest) == ["near", "later", "far"]


# Rule 6: the last word


def test_a_sighting_is_presumed_forward_and_says_how_old_it_is() -> None:
    answer = data(presence("us", FIFTH)).who_was_at("al-asad", on="2023-01-01")
    assert (answer.status, answer.value, str(answer.last_confirmed)) == (PRESUMED, ("us",), "2020-05-05")


def test_the_age_of_a_vague_sighting_is_as_vague() -> None:
    answer = data(presence("us", Period.observed("2020-05"))).who_was_at("al-asad", on="2023-01-01")
    assert str(answer.last_confirmed) == "[2020-05-01..2020-05-31]"


def test_an_open_end_is_confirmed_on_the_day_it_was_said() -> None:
    held = data(control("iraq", Period.since("2014"), reported="2020-05-05"))
    assert held.who_controlled("al-asad", on="2020-05-05").status is DEFINITE
    answer = held.who_controlled("al-asad", on="2020-05-06")
    assert (answer.status, str(answer.last_confirmed)) == (PRESUMED, "2020-05-05")


def test_an_unknown_end_carries_no_presumption() -> None:
    assert data(presence("us", "2020-05-05/")).who_was_at("al-asad", on="2020-05-06").status is POSSIBLE


def test_an_asserted_end_is_a_word_against() -> None:
    held = data(presence("us", "2020-05-01/2020-05-05"))
    assert graded(held.who_was_at("al-asad", on="2020-05-06")) == {"us": (False, PRESUMED)}
    assert graded(held.who_was_at("al-asad", on="2020-05-05")) == {"us": (True, DEFINITE)}


def test_a_rival_is_a_word_against() -> None:
    both = data(control("us", FIFTH), control("iraq", Period.observed("2020-05-08")))
    assert graded(both.who_controlled("al-asad", on="2020-05-10")) == {
        "iraq": (True, PRESUMED),
        "us": (False, PRESUMED),
    }
    assert graded(both.who_controlled("al-asad", on="2020-05-08")) == {
        "iraq": (True, DEFINITE),
        "us": (False, PRESUMED),
    }


def test_between_two_words_it_is_possible() -> None:
    both = data(control("us", FIFTH), control("iraq", Period.observed("2020-05-08")))
    answer = both.who_controlled("al-asad", on="2020-05-06")
    assert graded(answer) == {"us": (True, POSSIBLE), "iraq": (False, PRESUMED)}


def test_a_word_whose_start_is_known_puts_no_doubt_on_the_days_before_it() -> None:
    both = data(control("us", FIFTH), control("iraq", "2020-05-20/.."))
    assert both.who_controlled("al-asad", on="2020-05-19", by="us").status is PRESUMED
    assert graded(both.who_controlled("al-asad", on="2020-05-20"))["us"] == (False, PRESUMED)


def test_the_doubt_of_a_vague_end_begins_the_day_after_its_earliest() -> None:
    both = data(presence("us", FIFTH), presence("us", "2020-05-01/[2020-05-08..2020-05-12]", role="combat"))
    expected = {
        "2020-05-07": (True, DEFINITE),
        "2020-05-08": (True, DEFINITE),
        "2020-05-09": (True, POSSIBLE),
        "2020-05-12": (True, POSSIBLE),
        "2020-05-13": (False, PRESUMED),
    }
    assert {day: graded(both.who_was_at("al-asad", on=day))["us"] for day in expected} == expected


def test_a_denial_is_a_word_against() -> None:
    both = data(presence("us", FIFTH), presence("us", Period.observed("2020-05-10"), modality="denied"))
    assert graded(both.who_was_at("al-asad", on="2020-05-09")) == {"us": (True, POSSIBLE)}
    assert graded(both.who_was_at("al-asad", on="2020-05-11")) == {"us": (False, PRESUMED)}


def test_a_sighting_after_a_denial_is_the_last_word() -> None:
    both = data(presence("us", Period.observed("2020-05-10")), presence("us", FIFTH, modality="denied"))
    assert graded(both.who_was_at("al-asad", on="2020-05-11")) == {"us": (True, PRESUMED)}


def test_an_open_end_confirmed_before_the_last_word_against_leaves_nothing_open() -> None:
    both = data(
        presence("us", Period.since("2014"), reported="2020-05-05"),
        presence("us", Period.observed("2020-05-10"), modality="denied"),
    )
    assert graded(both.who_was_at("al-asad", on="2021-01-01")) == {"us": (False, PRESUMED)}


def test_at_a_tie_words_that_conflict_stay_in_conflict() -> None:
    both = data(control("us", FIFTH), control("us", FIFTH, degree="unstated", modality="denied"))
    assert both.who_controlled("al-asad", on="2020-06-01").status is CONTESTED


def test_at_a_tie_an_asserted_end_wins() -> None:
    both = data(presence("us", FIFTH), presence("us", Period(start=None, end="2020-05-05")))
    assert graded(both.who_was_at("al-asad", on="2020-05-05")) == {"us": (True, DEFINITE)}
    assert graded(both.who_was_at("al-asad", on="2020-05-06")) == {"us": (False, PRESUMED)}


def test_at_a_tie_an_asserted_end_wins_beside_a_rival_that_does_not_conflict() -> None:
    told = data(
        control("us", FIFTH),
        control("us", Period(start=None, end="2020-05-05"), id="ended"),
        control("iraq", FIFTH),
    )
    answer = told.who_controlled("al-asad", on="2020-05-06")
    assert graded(answer)["us"] == (False, PRESUMED)
    assert ids(candidate(answer, "us").claims) == ["ended"]


def test_at_a_tie_without_conflict_or_end_it_is_possible() -> None:
    both = data(control("us", FIFTH), control("iraq", FIFTH))
    assert graded(both.who_controlled("al-asad", on="2020-05-06")) == {"us": (True, POSSIBLE), "iraq": (True, POSSIBLE)}


def test_max_age_ends_the_presumption_and_leaves_what_may_be() -> None:
    seen = data(presence("us", FIFTH))
    assert seen.who_was_at("al-asad", on="2020-05-15", max_age=10).status is PRESUMED
    assert seen.who_was_at("al-asad", on="2020-05-16", max_age=10).status is POSSIBLE
    assert seen.who_was_at("al-asad", on="2020-05-05", max_age=0).status is DEFINITE


def test_max_age_ends_a_presumed_no_too() -> None:
    left = data(presence("us", "2020-05-01/2020-05-05"))
    assert left.who_was_at("al-asad", on="2020-05-16", max_age=10).status is NO_EVIDENCE


@pytest.mark.parametrize("modality", ["alleged", "assessed"])
def test_an_allegation_makes_it_possible_at_most(modality: str) -> None:
    told = data(presence("us", FIFTH, modality=modality))
    assert told.who_was_at("al-asad", on="2020-05-05").status is POSSIBLE
    assert told.who_was_at("al-asad", on="2020-05-06").status is POSSIBLE


def test_an_alleged_rival_puts_a_presumption_in_doubt() -> None:
    told = data(control("us", FIFTH), control("isis", "2020-05-20/..", modality="alleged", reported="2020-05-20"))
    assert graded(told.who_controlled("al-asad", on="2020-05-19"))["us"] == (True, PRESUMED)
    assert graded(told.who_controlled("al-asad", on="2020-05-21"))["us"] == (True, POSSIBLE)


def test_a_claim_that_is_only_possibly_known_makes_it_possible_at_most() -> None:
    vague = data(presence("us", FIFTH, reported="2020-06"))
    assert vague.as_known(on="2020-06-15").who_was_at("al-asad", on="2020-05-05").status is POSSIBLE
    assert vague.as_known(on="2020-06-15").who_was_at("al-asad", on="2020-06-01").status is POSSIBLE
    assert vague.as_known(on="2020-06-30").who_was_at("al-asad", on="2020-05-05").status is DEFINITE
    assert vague.as_known(on="2020-05-31").who_was_at("al-asad", on="2020-05-05").status is NO_EVIDENCE


def test_nothing_is_presumed_backward() -> None:
    assert data(strength(2500, "2020-05-05/..")).strength("us", at="syria", on="2020-05-04").status is NO_EVIDENCE


def test_events_are_never_presumed() -> None:
    told = data(occurrence("strike", "2020-05-05/2020-05-05"))
    assert told.happened("strike", on="2020-05-05").status is DEFINITE
    assert told.happened("strike", on="2020-05-06").status is NO_EVIDENCE


def test_a_period_that_ends_before_it_starts_is_no_last_word() -> None:
    told = data(control("iraq", Period(start="2020-05-20", end="2020-05-10")), control("us", FIFTH))
    assert graded(told.who_controlled("al-asad", on="2020-06-01"))["us"] == (True, PRESUMED)


@pytest.mark.parametrize(
    "period", [FIFTH, Period.since("2014"), Period(start="2020-05-01", end=None)], ids=["sighted", "open", "unknown"]
)
def test_what_was_confirmed_only_before_the_last_word_against_leaves_nothing_open(period: Period) -> None:
    both = data(
        control("us", period, reported="2020-05-05"), control("iraq", Period.observed("2020-05-10"), degree="unstated")
    )
    assert graded(both.who_controlled("al-asad", on="2020-06-01"))["us"] == (False, PRESUMED)


def test_a_given_end_that_may_come_later_stays_open_after_a_word_against() -> None:
    """Only an open, unknown or sighted end gives way to the last word against; this one may be as late as the 20th."""
    told = data(
        presence("us", "2020-05-01/2020-05-03", role="combat"),
        presence("us", "2020-05-02/[2020-05-03..2020-05-20]", role="advisers", id="advisers"),
    )
    answer = told.who_was_at("al-asad", on="2020-05-10")
    assert graded(answer) == {"us": (True, POSSIBLE)}
    assert ids(answer.supporting) == ["advisers"]
    assert graded(told.who_was_at("al-asad", on="2020-05-21")) == {"us": (False, PRESUMED)}


def test_a_rival_that_may_come_before_or_after_does_not_end_a_stay_whose_end_is_given() -> None:
    both = data(
        control("us", "[2020-05-05..2020-05-10]/[2020-05-06..2020-05-20]"),
        control("iraq", "[2020-05-08..2020-05-12]/2020-05-10"),
    )
    assert graded(both.who_controlled("al-asad", on="2020-05-15"))["us"] == (True, POSSIBLE)


def test_after_a_tie_a_first_hint_of_return_makes_it_possible_again() -> None:
    """As at K-1: an asserted end wins the tie, and holds only until the day on which they may be back."""
    told = data(
        presence("us", Period.since("2020-05-01"), reported="2020-05-05"),
        presence("us", "2020-05-01/2020-05-05", role="combat"),
        presence("us", "[2020-05-10..2020-05-15]/2020-05-31", role="advisers"),
    )
    expected = {
        "2020-05-06": (False, PRESUMED),
        "2020-05-09": (False, PRESUMED),
        "2020-05-10": (True, POSSIBLE),
        "2020-05-15": (True, DEFINITE),
    }
    assert {day: graded(told.who_was_at("al-asad", on=day))["us"] for day in expected} == expected


def test_a_vague_sighting_ages_from_its_last_possible_day() -> None:
    seen = data(presence("us", Period.observed("2020-05")))
    assert seen.who_was_at("al-asad", on="2020-06-10", max_age=10).status is PRESUMED
    assert seen.who_was_at("al-asad", on="2020-06-11", max_age=10).status is POSSIBLE


def test_max_age_holds_for_each_day_of_a_window() -> None:
    seen = data(presence("us", FIFTH))
    assert seen.who_was_at("al-asad", throughout="2020-05-05/2020-05-15", max_age=10).status is PRESUMED
    assert seen.who_was_at("al-asad", throughout="2020-05-05/2020-05-16", max_age=10).status is POSSIBLE
    assert seen.who_was_at("al-asad", during="2020-05-15/2020-06-16", max_age=10).status is PRESUMED
    assert seen.who_was_at("al-asad", during="2020-05-16/2020-06-16", max_age=10).status is POSSIBLE


def test_still_so_is_confirmed_on_the_day_that_the_first_speaker_said_it() -> None:
    chain = [
        make(Speaker, who="ministry", when="2020-05-05"),
        make(Speaker, who="agency", when="2020-05-09"),
    ]
    held = data(presence("us", Period.since("2014"), asserted_by=chain, reported="2020-06-01"))
    assert held.who_was_at("al-asad", on="2020-05-05").status is DEFINITE
    answer = held.who_was_at("al-asad", on="2020-05-06")
    assert (answer.status, str(answer.last_confirmed)) == (PRESUMED, "2020-05-05")


def test_still_so_on_an_unknown_day_of_a_month_is_certain_up_to_its_first() -> None:
    held = data(presence("us", Period.since("2014"), reported="2020-05"))
    assert held.who_was_at("al-asad", on="2020-05-01").status is DEFINITE
    assert held.who_was_at("al-asad", on="2020-05-02").status is PRESUMED


# Statuses over windows


def test_during_a_window_one_definite_day_is_enough() -> None:
    held = data(control("us", "2020-05-01/2020-05-10"), control("iraq", "2020-05-20/2020-05-31"))
    answer = held.who_controlled("al-asad", during="2020-05-10/2020-05-20")
    assert (answer.status, set(answer.value)) == (DEFINITE, {"us", "iraq"})


def test_throughout_a_window_every_day_counts() -> None:
    held = data(control("us", "2020-05-01/2020-05-10"), control("iraq", "2020-05-11/2020-05-31"))
    answer = held.who_controlled("al-asad", throughout="2020-05-05/2020-05-15")
    assert (answer.status, answer.value) == (DEFINITE, None)
    assert graded(answer) == {"us": (False, DEFINITE), "iraq": (False, DEFINITE)}
    assert held.who_controlled("al-asad", throughout="2020-05-05/2020-05-10").value == "us"


def test_throughout_a_window_the_weakest_day_decides() -> None:
    held = data(control("us", "2020-05-01/[2020-05-10..2020-05-20]"))
    assert held.who_controlled("al-asad", throughout="2020-05-05/2020-05-15").status is POSSIBLE
    open_ended = data(control("us", "2020-05-01/..", reported="2020-05-10"))
    assert open_ended.who_controlled("al-asad", throughout="2020-05-05/2020-05-15").status is PRESUMED


def test_a_value_denied_on_every_day_of_a_window_did_not_hold_during_it() -> None:
    gone = data(presence("us", "2020-05-01/2020-05-31", modality="denied"))
    assert graded(gone.who_was_at("al-asad", during="2020-05-05/2020-05-15")) == {"us": (False, DEFINITE)}
    assert gone.who_was_at("al-asad", during="2020-05-25/2020-06-15").status is PRESUMED
    assert gone.who_was_at("al-asad", during="2020-04-25/2020-05-15").status is NO_EVIDENCE
