import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Claim, Control
from oirmodel.dataset import Records, Standing, weight
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from oirmodel.temporal.days import day_of
from oirmodel.testing import datasets
from oirmodel.truth import Truth
from oirmodel.vocab import Modality
from tests.making import FEW, control

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES


def said(an_id: str, reported: Any = "2026-01-17", **fields: Any) -> Control:  # noqa: ANN401 - any field of a claim
    return control(id=an_id, reported=reported, **fields)


def standing(*claims: Claim, known: str | None = None) -> dict[str, Truth]:
    records = Records(claims=claims)
    view = records if known is None else records.as_known(on=known)
    return {each.id: view.standing(each).truth for each in claims}


@pytest.mark.parametrize(
    ("modality", "truth"),
    [
        ("asserted", YES),
        ("inferred", YES),
        ("denied", YES),
        ("alleged", MAYBE),
        ("assessed", MAYBE),
        ("planned", NO),
        ("predicted", NO),
    ],
)
def test_how_much_a_claim_counts(modality: str, truth: Truth) -> None:
    assert weight(Modality(modality)) is truth


def test_a_claim_stands_by_itself() -> None:
    assert standing(said("a")) == {"a": YES}


@pytest.mark.parametrize("how", ["supersedes", "retracts"])
def test_what_is_removed_does_not_stand(how: str) -> None:
    assert standing(said("a"), said("b", **{how: ["a"]})) == {"a": NO, "b": YES}


def test_retracting_a_retraction_brings_the_claim_back() -> None:
    a, b, c = said("a"), said("b", retracts=["a"]), said("c", retracts=["b"])
    assert standing(a, b, c) == {"a": YES, "b": NO, "c": YES}


def test_retracting_a_correction_brings_the_claim_back() -> None:
    day = day_of(2026, 1, 17)
    a, b, c = said("a"), said("b", corrects=["a"], period=Period.throughout("2026")), said("c", retracts=["b"])
    assert Records(claims=[a, b]).standing(a).throughout(day, day) is NO
    assert Records(claims=[a, b, c]).standing(a).throughout(day, day) is YES
    assert Records(claims=[a, b, c]).standing(b).truth is NO


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("2026-01-16", {"a": NO, "b": NO, "c": NO}),
        ("2026-01-17", {"a": YES, "b": NO, "c": NO}),
        ("2026-01-31", {"a": YES, "b": NO, "c": NO}),
        ("2026-02-01", {"a": MAYBE, "b": MAYBE, "c": NO}),
        ("2026-02-27", {"a": MAYBE, "b": MAYBE, "c": NO}),
        ("2026-02-28", {"a": NO, "b": YES, "c": NO}),
        ("2026-03-15", {"a": YES, "b": NO, "c": YES}),
    ],
)
def test_what_stands_depends_on_what_was_known(known: str, expected: dict[str, Truth]) -> None:
    claims = (said("a"), said("b", "2026-02", retracts=["a"]), said("c", "2026-03-15", retracts=["b"]))
    assert standing(*claims, known=known) == expected


def test_a_remover_that_is_possibly_known_makes_it_possible() -> None:
    claims = (said("a"), said("b", "2026-02", supersedes=["a"]))
    assert standing(*claims, known="2026-02-14") == {"a": MAYBE, "b": MAYBE}


def test_claims_that_remove_each_other_are_undecided() -> None:
    assert standing(said("a", retracts=["b"]), said("b", retracts=["a"])) == {"a": MAYBE, "b": MAYBE}


@pytest.mark.parametrize(
    ("asked", "truth"),
    [
        (("2025-01-01", "2025-12-31"), NO),
        (("2025-06-01", "2025-06-01"), NO),
        (("2026-06-01", "2026-06-01"), YES),
        (("2024-12-31", "2025-01-01"), MAYBE),
        (("2024-12-31", "2024-12-31"), YES),
    ],
)
def test_a_correction_reaches_the_days_of_its_own_period(asked: tuple[str, str], truth: Truth) -> None:
    old = said("old", period=Period.throughout("2020/2026"))
    new = said("new", corrects=["old"], period=Period.exactly("2025"))
    first, last = (day_of(*map(int, each.split("-"))) for each in asked)
    assert Records(claims=[old, new]).standing(old).throughout(first, last) is truth
    assert Records(claims=[old, new]).standing(new).throughout(first, last) is YES


def test_a_vague_correction_leaves_it_possible() -> None:
    old = said("old", period=Period.throughout("2020/2026"))
    new = said("new", corrects=["old"], period=Period.on("2025"))
    day = day_of(2025, 6, 1)
    assert Records(claims=[old, new]).standing(old).throughout(day, day) is MAYBE


def test_an_alleged_correction_leaves_it_possible() -> None:
    old = said("old")
    new = said("new", corrects=["old"], period=Period.throughout("2025"), modality="alleged")
    day = day_of(2025, 6, 1)
    assert Records(claims=[old, new]).standing(old).throughout(day, day) is MAYBE


def test_a_correction_that_is_possibly_known_leaves_it_possible() -> None:
    old = said("old")
    new = said("new", "2026-02", corrects=["old"], period=Period.throughout("2025"))
    day = day_of(2025, 6, 1)
    view = Records(claims=[old, new]).as_known(on="2026-02-14")
    assert view.standing(old).throughout(day, day) is MAYBE


def test_a_correction_that_also_retracts_takes_back_the_whole() -> None:
    old = said("old", period=Period.throughout("2020/2026"))
    new = said("new", corrects=["old"], retracts=["old"], period=Period.exactly("2025"))
    assert Records(claims=[old, new]).standing(old) == Standing(NO)


def test_an_inferred_claim_stands_with_its_premises() -> None:
    a, b = said("a"), said("b", "2026-02-01")
    inferred = said("c", "2026-02-01", modality="inferred", derived_from=["a", "b"])
    assert standing(a, b, inferred)["c"] is YES
    assert standing(a, b, inferred, said("d", "2026-03", retracts=["b"]))["c"] is NO
    assert standing(a, b, inferred, said("d", "2026-03", retracts=["b"]), known="2026-03-15")["c"] is MAYBE
    assert standing(a, inferred)["c"] is NO


@pytest.mark.parametrize(("modality", "truth"), [("asserted", YES), ("alleged", MAYBE), ("planned", NO)])
def test_an_inferred_claim_counts_no_more_than_its_premises(modality: str, truth: Truth) -> None:
    premise, inferred = said("a", modality=modality), said("b", modality="inferred", derived_from=["a"])
    assert standing(premise, inferred)["b"] is truth


def test_a_corrected_premise_takes_its_conclusion_along() -> None:
    premise = said("a", period=Period.throughout("2020/2026"))
    inferred = said("b", modality="inferred", derived_from=["a"], period=Period.throughout("2020/2026"))
    correction = said("c", corrects=["a"], period=Period.exactly("2025"))
    found = Records(claims=[premise, inferred, correction]).standing(inferred)
    inside, outside = day_of(2025, 6, 1), day_of(2024, 6, 1)
    assert found.throughout(inside, inside) is NO
    assert found.throughout(outside, outside) is YES


def test_only_an_inference_needs_what_it_is_derived_from() -> None:
    assert standing(said("a"), said("b", derived_from=["a"]), said("c", retracts=["a"]))["b"] is YES


@FEW
@given(datasets(), st.randoms(use_true_random=False))
def test_it_does_not_matter_which_is_asked_first(dataset: Dataset, random: Any) -> None:  # noqa: ANN401 - random.Random
    """Each claim stands or falls alike, whatever was asked before."""
    claims = list(dataset.claims())
    expected = {each.id: dataset.as_known(on="2020-01-01").standing(each) for each in claims}
    random.shuffle(claims)
    view = dataset.as_known(on="2020-01-01")
    assert {each.id: view.standing(each) for each in claims} == expected


@FEW
@given(datasets())
def test_what_is_not_in_a_view_does_not_stand_in_it(dataset: Dataset) -> None:
    """A claim that a view does not hold does not stand in it."""
    view = dataset.as_known(on="2018-06-30")
    held = set(view.claims())
    for each in dataset.claims():
        assert each in held or view.standing(each).truth is NO


@FEW
@given(datasets())
def test_what_nobody_removes_stands(dataset: Dataset) -> None:
    """A claim that nothing corrects, supersedes or retracts, and that was not inferred, stands where all is known."""
    removed = {each for claim in dataset.claims() for each in (*claim.corrects, *claim.supersedes, *claim.retracts)}
    for each in dataset.claims():
        if each.id not in removed and each.modality is not Modality.INFERRED:
            assert dataset.standing(each) == Standing(YES)


def test_a_circle_is_resolved_alike_from_every_side() -> None:
    claims = [said("a", retracts=["b"]), said("b", retracts=["a"]), said("c", retracts=["a"])]
    found = []
    for order in itertools.permutations(claims):
        records = Records(claims=claims)
        found.append({each.id: records.standing(each).truth for each in order})
    assert found == [{"a": NO, "b": YES, "c": YES}] * 6


def test_a_long_chain_of_editions() -> None:
    claims = [said("c0"), *(said(f"c{number}", supersedes=[f"c{number - 1}"]) for number in range(1, 2000))]
    assert Records(claims=claims).standing(claims[0]).truth is not MAYBE


def test_the_first_of_three_editions_does_not_stand() -> None:
    assert standing(said("a"), said("b", supersedes=["a"]), said("c", supersedes=["b"])) == {"a": NO, "b": NO, "c": YES}


def test_an_alleged_retraction_leaves_it_open() -> None:
    assert standing(said("a"), said("b", retracts=["a"], modality="alleged"))["a"] is MAYBE
    assert standing(said("a"), said("b", retracts=["a"], modality="planned"))["a"] is NO


# Chains, and what takes a claim back


def removals(records: Records, claim: Claim) -> list[tuple[str, str, Truth]]:
    return [(each.by.id, each.how, each.stands) for each in records.removals(claim)]


def test_retractions_of_retractions_go_on() -> None:
    a, b, c = said("a"), said("b", retracts=["a"]), said("c", retracts=["b"])
    assert standing(a, b, c, said("d", retracts=["c"])) == {"a": NO, "b": YES, "c": NO, "d": YES}


def test_a_possibly_known_retraction_of_a_retraction_leaves_all_three_open() -> None:
    claims = (said("a"), said("b", retracts=["a"]), said("c", "2026-02", retracts=["b"]))
    assert standing(*claims, known="2026-02-14") == {"a": MAYBE, "b": MAYBE, "c": MAYBE}
    assert standing(*claims, known="2026-02-28") == {"a": YES, "b": NO, "c": YES}


def test_retracting_the_last_edition_brings_back_the_one_before_it() -> None:
    claims = (said("a"), said("b", supersedes=["a"]), said("c", supersedes=["b"]), said("d", retracts=["c"]))
    assert standing(*claims) == {"a": NO, "b": YES, "c": NO, "d": YES}


def test_retracting_an_edition_between_leaves_the_first_superseded_by_none() -> None:
    claims = (said("a"), said("b", supersedes=["a"]), said("c", supersedes=["b"]), said("d", retracts=["b"]))
    assert standing(*claims) == {"a": YES, "b": NO, "c": YES, "d": YES}


def test_a_possibly_known_edition_leaves_the_one_before_it_open_and_the_first_superseded() -> None:
    claims = (said("a"), said("b", supersedes=["a"]), said("c", "2026-02", supersedes=["b"]))
    assert standing(*claims, known="2026-02-14") == {"a": NO, "b": MAYBE, "c": MAYBE}


def test_a_corrected_correction_still_corrects_on_its_own_days() -> None:
    """On the days of the second the first falls, and what it corrected does not come back: that was wrong anyway."""
    old = said("old", period=Period.throughout("2020/2026"))
    first = said("first", corrects=["old"], period=Period.exactly("2024"))
    second = said("second", corrects=["first"], period=Period.exactly("2024-06"))
    records = Records(claims=[old, first, second])
    days = {day: day_of(*day) for day in ((2023, 6, 15), (2024, 3, 15), (2024, 6, 15))}
    truths = {
        day: [records.standing(each).throughout(n, n) for each in (old, first, second)] for day, n in days.items()
    }
    assert truths == {
        (2023, 6, 15): [YES, YES, YES],
        (2024, 3, 15): [NO, YES, YES],
        (2024, 6, 15): [NO, NO, YES],
    }


def test_two_corrections_of_one_claim_each_reach_their_own_days() -> None:
    old = said("old", period=Period.throughout("2020/2026"))
    early = said("early", corrects=["old"], period=Period.exactly("2021"))
    late = said("late", corrects=["old"], period=Period.exactly("2024"))
    found = Records(claims=[old, early, late]).standing(old)
    assert [found.throughout(day_of(year, 6, 1), day_of(year, 6, 1)) for year in (2021, 2022, 2024)] == [NO, YES, NO]


def test_what_a_correction_is_known_by_decides_what_it_takes_back() -> None:
    old = said("old", "2026-01-10", period=Period.throughout("2020/2026"))
    new = said("new", "2026-01-20", corrects=["old"], period=Period.exactly("2025"))
    records, day = Records(claims=[old, new]), day_of(2025, 6, 1)
    truths = {
        known: records.as_known(on=known).standing(old).throughout(day, day)
        for known in ("2026-01-09", "2026-01-10", "2026-01-19", "2026-01-20")
    }
    assert truths == {"2026-01-09": NO, "2026-01-10": YES, "2026-01-19": YES, "2026-01-20": NO}


@pytest.mark.parametrize("how", ["corrects", "supersedes", "retracts"])
def test_what_takes_a_claim_back_can_be_asked_for(how: str) -> None:
    a, b = said("a"), said("b", "2026-02", **{how: ["a"]})
    records = Records(claims=[a, b])
    assert removals(records, a) == [("b", how, YES)]
    assert removals(records, b) == []
    assert removals(records.as_known(on="2026-02-14"), a) == [("b", how, MAYBE)]
    assert removals(records.as_known(on="2026-01-31"), a) == []


@pytest.mark.parametrize("how", ["corrects", "supersedes", "retracts"])
def test_what_was_itself_retracted_takes_nothing_back(how: str) -> None:
    a, b, c = said("a"), said("b", **{how: ["a"]}), said("c", retracts=["b"])
    assert removals(Records(claims=[a, b, c]), a) == []


@pytest.mark.parametrize("how", ["corrects", "retracts"])
def test_what_is_only_alleged_takes_back_possibly(how: str) -> None:
    a, b = said("a"), said("b", modality="alleged", **{how: ["a"]})
    assert removals(Records(claims=[a, b]), a) == [("b", how, MAYBE)]


def test_an_edition_supersedes_in_whatever_tone_it_speaks() -> None:
    """Of an allegation too there are editions, and what counts is the last."""
    a, b = said("a", modality="alleged"), said("b", modality="alleged", supersedes=["a"])
    assert removals(Records(claims=[a, b]), a) == [("b", "supersedes", YES)]
    assert standing(a, b) == {"a": NO, "b": YES}


def test_an_edition_that_was_superseded_still_supersedes() -> None:
    a, b, c = said("a"), said("b", supersedes=["a"]), said("c", supersedes=["b"])
    assert removals(Records(claims=[a, b, c]), a) == [("b", "supersedes", YES)]


def test_a_retraction_that_also_corrects_is_a_retraction() -> None:
    a, b = said("a"), said("b", corrects=["a"], retracts=["a"])
    assert removals(Records(claims=[a, b]), a) == [("b", "retracts", YES)]
