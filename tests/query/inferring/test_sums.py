"""Sums of strengths: what is added, what never is, and how the sum answers."""

import itertools
from typing import Any, Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from oirmodel.claims import Claim, Strength
from oirmodel.datasets import load
from oirmodel.entities import Entity, Force, Installation, Place
from oirmodel.quantity import Quantity, Wording
from oirmodel.query import Dataset, Status
from oirmodel.query.ground import Ground
from oirmodel.temporal import Period
from oirmodel.truth import Truth
from tests.making import make
from tests.query.building import SOURCES, same_as, says
from tests.query.worlds import day, number

LAND: Final[tuple[Entity, ...]] = (
    make(Place, id="iraq", category="country", country="IQ"),
    make(Place, id="syria", category="country", country="SY"),
    make(Place, id="jordan", category="country", country="JO"),
    make(Place, id="syrian-republic", category="country", country="SY"),
    make(Place, id="anbar", category="province", part_of="iraq", iso_3166_2="IQ-AN"),
    make(Place, id="erbil", category="province", part_of="iraq", iso_3166_2="IQ-AR"),
    make(Place, id="western-iraq", category="area", part_of="iraq"),
    make(Place, id="northern-iraq", category="area", part_of="iraq"),
    make(Place, id="border-strip", category="area"),
    make(Installation, id="al-asad", place="anbar"),
    make(Installation, id="habbaniyah", place="anbar"),
    make(Installation, id="compound", part_of="al-asad"),
    make(Installation, id="harir", place="erbil"),
    make(Installation, id="tanf", place="syria"),
    make(Installation, id="nowhere"),
    make(Force, id="us"),
    make(Force, id="uk"),
)


def data(*claims: Claim) -> Dataset:
    return Dataset(entities=LAND, sources=SOURCES, claims=claims)


def held(quantity: Quantity | int, at: str, period: Period | str = "2020-01-01/2020-12-31", **fields: Any) -> Strength:  # noqa: ANN401 - whatever the claim takes
    """So many US personnel at a place, all through 2020, on the core basis."""
    counted = Quantity.exact(quantity) if isinstance(quantity, int) else quantity
    said: dict[str, Any] = {
        "of": "us",
        "at": at.split(),
        "quantity": counted,
        "basis": "core",
        "id": "-".join(["at", *at.split()]),
    }
    return says(Strength, period, **(said | fields))


def found(*claims: Claim) -> list[Strength]:
    inferred = data(*claims).inferences()
    assert all(isinstance(each, Strength) for each in inferred)
    return [each for each in inferred if isinstance(each, Strength)]


def summed(*claims: Claim) -> set[tuple[str, ...]]:
    """The sets of places for which there is a sum."""
    return {each.at for each in found(*claims)}


def test_a_sum_says_what_was_added_and_where_it_stands() -> None:
    (claim,) = found(
        held(Quantity.about(2500), "iraq", "2020-02-01/2020-06-30", reported="2020-07", id="a"),
        held(900, "syria", "2020-03/2020-12-31", reported="2020-05-05", id="b", source="other"),
    )
    assert (claim.of, claim.at, claim.spread.value, claim.basis.value) == ("us", ("iraq", "syria"), "together", "core")
    assert claim.quantity == Quantity(wording=Wording.ABOUT, number=3400, derived=True)
    assert claim.period.format() == "2020-03/2020-06-30"
    assert claim.reported.format() == "2020-07"
    assert [each.source for each in claim.citations] == ["src", "other"]
    assert (claim.modality.value, claim.derived_from, claim.asserted_by) == ("inferred", ("a", "b"), ())
    (assumed,) = claim.assumptions
    assert assumed.startswith("the sum of about 2,500 (iraq) and 900 (syria): places that share no ground, ")


def test_a_sum_answers_for_both_places_and_its_premises_stand_in_the_evidence() -> None:
    told = data(held(Quantity.about(2500), "iraq", id="a"), held(Quantity.about(900), "syria", id="b"))
    assert told.strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.NO_EVIDENCE
    answer = told.with_inferences().strength("us", at=["syria", "iraq"], on="2020-05-05")
    assert (answer.status, str(answer.value)) == (Status.DEFINITE, "about 3,400 (derived)")
    assert [each.id for each in answer.premises] == ["a", "b"]
    lines = answer.explain().splitlines()
    assert any(each.startswith("  for: strength-") and "; inferred from a, b; " in each for each in lines)
    assert [each.split(":")[1].strip() for each in lines if each.startswith("  premise: ")] == ["a", "b"]
    assert "Premises" in answer._repr_html_()


def test_a_sum_never_answers_for_one_of_its_places() -> None:
    told = data(held(2500, "iraq"), held(900, "syria")).with_inferences()
    assert str(told.strength("us", at="iraq", on="2020-05-05").value) == "2,500"


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ("syria", {"basis": "contractors"}),
        ("syria", {"counted": "aircraft"}),
        ("syria", {"of": "uk"}),
        ("syria", {"spread": "including"}),
        ("syria", {"spread": "mainly"}),
        ("syria", {"spread": "parts-of"}),
        ("syria", {"spread": "together"}),
        ("syria", {"modality": "planned"}),
        ("syria", {"modality": "predicted"}),
        ("syria", {"modality": "alleged"}),
        ("syria", {"modality": "assessed"}),
        ("syria", {"modality": "denied"}),
        ("syria", {"modality": "inferred", "derived_from": ["at-iraq"]}),
        ("iraq", {"id": "again"}),
        ("anbar", {}),
        ("compound", {}),
        ("border-strip", {}),
        ("nowhere", {}),
    ],
)
def test_what_is_not_added(other: str, fields: dict[str, Any]) -> None:
    assert found(held(2500, "iraq"), held(900, other, **fields)) == []


@pytest.mark.parametrize("spread", ["together", "unstated"])
def test_a_figure_for_several_places_is_not_added(spread: str) -> None:
    assert found(held(2500, "iraq"), held(900, "syria jordan", spread=spread)) == []


def test_an_unknown_number_is_not_added() -> None:
    assert found(held(2500, "iraq"), held(Quantity.unknown(), "syria")) == []


@pytest.mark.parametrize(
    "period",
    [
        Period(start="2021-01-01", end="2021-12-31"),
        Period(start="[2020-12-31..2021-01-01]", end="2021-12-31"),
        Period(start="[2020-05-01..2020-06-01]", end=None),
        Period(start=None, end="2020-06-01"),
    ],
)
def test_figures_that_may_share_no_day_are_not_added(period: Period) -> None:
    iraq = held(2500, "iraq", Period(start="2020-06-02" if period.start is None else "2020-01-01", end="2020-12-31"))
    assert found(iraq, held(900, "syria", period)) == []


def test_figures_whose_basis_is_not_known_are_not_added() -> None:
    """They may be on two different ones."""
    assert found(held(2500, "iraq", basis="unspecified"), held(900, "syria", basis="unspecified")) == []


def test_what_an_encoder_concluded_from_a_text_is_added() -> None:
    assert summed(held(2500, "iraq"), held(900, "syria", modality="inferred")) == {("iraq", "syria")}


def test_the_figures_of_the_articles_name_no_basis_and_are_not_added() -> None:
    articles = load("inherent-resolve").only("articles")
    assert [each for each in articles.inferences() if isinstance(each, Strength)] == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-02-01", "2020-03-31", "2020-02-01/2020-03-31"),
        ("[..2020-01-31]", "[2020-03-31..]", "[2020-01-01..2020-01-31]/[2020-03-31..2020-12-31]"),
        ("2019", "2021-02", "2020-01-01/2020-12-31"),
        ("2020-01", "2020-12", "2020-01/2020-12"),
    ],
)
def test_a_sum_holds_for_the_days_on_which_both_figures_do(start: str, end: str, expected: str) -> None:
    (claim,) = found(held(1, "iraq"), held(2, "syria", Period(start=start, end=end)))
    assert claim.period.format() == expected


def test_what_qualified_a_date_is_kept_or_said() -> None:
    dates = Period(start="2020-02~", end="2020-11?")
    (claim,) = found(held(1, "iraq", "2020-02-03/2020-12-31"), held(2, "syria", dates))
    assert claim.period.format() == "[2020-02-03..2020-02-29]/2020-11?"
    assert any(each.startswith("2020-02~: the source calls this date approximate") for each in claim.assumptions)


def test_an_open_end_says_nothing_later_than_its_own_report() -> None:
    (claim,) = found(
        held(1, "iraq", "2020-01-01/..", reported="2020-02-01"),
        held(2, "syria", "2020-01-01/..", reported="2020-05-05"),
    )
    assert claim.period.format() == "2020-01-01/[2020-02-01..]"
    assert claim.reported.format() == "2020-05-05"


def test_an_end_that_a_premise_does_not_know_stays_unknown() -> None:
    told = data(held(1, "iraq", "2019-01-01/.."), held(2, "syria", Period(start="2020-06-01", end=None)))
    (unknown,) = told.inferences()
    assert unknown.period.format() == "2020-06-01/"


def test_every_two_are_added_and_all_at_once() -> None:
    three = [held(1, "iraq"), held(2, "syria"), held(3, "jordan")]
    assert summed(*three) == {("iraq", "syria"), ("iraq", "jordan"), ("jordan", "syria"), ("iraq", "jordan", "syria")}
    (all_of_them,) = (each for each in found(*three) if len(each.at) == 3)
    assert all_of_them.quantity == Quantity(wording=Wording.EXACT, number=6, derived=True)
    assert all_of_them.derived_from == ("at-iraq", "at-jordan", "at-syria")


def test_all_at_once_are_the_widest_places() -> None:
    within = [held(1, "iraq"), held(2, "syria"), held(3, "jordan"), held(4, "al-asad"), held(5, "tanf")]
    assert {each for each in summed(*within) if len(each) > 2} == {("iraq", "jordan", "syria")}


def test_all_at_once_leaves_out_a_place_that_has_two_figures() -> None:
    several = [held(1, "iraq"), held(2, "syria"), held(3, "jordan"), held(4, "jordan", id="second")]
    assert {each.at for each in found(*several) if len(each.at) > 2} == set()
    assert len(found(*several)) == 5


def test_all_at_once_as_the_places_come_and_go() -> None:
    over_time = [
        held(1, "iraq", "2020-01-01/2020-06-30"),
        held(2, "syria", "2020-01-01/2020-12-31"),
        held(3, "jordan", "2020-03-01/2020-12-31"),
        held(4, "harir", "2020-07-01/2020-12-31"),
    ]
    assert {each for each in summed(*over_time) if len(each) > 2} == {
        ("iraq", "jordan", "syria"),
        ("harir", "jordan", "syria"),
    }


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("iraq", "syria", True),
        ("al-asad", "tanf", True),
        ("iraq", "tanf", True),
        ("anbar", "erbil", True),
        ("al-asad", "harir", True),
        ("compound", "erbil", True),
        ("al-asad", "al-asad", False),
        ("iraq", "compound", False),
        ("compound", "al-asad", False),
        ("al-asad", "habbaniyah", False),
        ("western-iraq", "northern-iraq", False),
        ("anbar", "northern-iraq", False),
        ("syria", "border-strip", False),
        ("syria", "syrian-republic", False),
        ("tanf", "nowhere", False),
    ],
)
def test_which_places_share_no_ground(one: str, other: str, *, apart: bool) -> None:
    ground = Ground(data().store)
    assert (ground.apart(one, other), ground.apart(other, one)) == (apart, apart)


def test_places_that_may_be_one_are_not_apart() -> None:
    joined = data(same_as("iraq", "jordan", retracts=["claim-x"], modality="alleged"))
    assert not Ground(joined.store).apart("iraq", "jordan")
    assert not Ground(joined.store).apart("al-asad", "jordan")
    assert not Ground(data(same_as("al-asad", "tanf")).store).apart("al-asad", "tanf")


# In a world in which all claims are true


class Garrison(NamedTuple):
    """How many there really were at a place from one day to another, and a true claim of it."""

    place: str
    real: int
    first: int
    last: int
    claim: Strength


_CELLS: Final = {
    "iraq": {"al-asad", "rest of anbar", "harir", "rest of erbil"},
    "syria": {"tanf", "rest of syria"},
    "jordan": {"jordan"},
    "anbar": {"al-asad", "rest of anbar"},
    "erbil": {"harir", "rest of erbil"},
    "western-iraq": {"al-asad", "rest of anbar", "rest of erbil"},
    "border-strip": {"rest of anbar", "rest of syria"},
    "al-asad": {"al-asad"},
    "harir": {"harir"},
    "tanf": {"tanf"},
}
"""Of which cells of ground the places of the test consist."""


@composite
def garrisons(draw: DrawFn) -> list[Garrison]:
    """In each cell there is one number all through; the claims differ in their days and in their wording."""
    cells = {each: draw(st.integers(min_value=0, max_value=40)) for each in sorted(set().union(*_CELLS.values()))}
    told = []
    for index in range(draw(st.integers(min_value=2, max_value=6))):
        place = draw(st.sampled_from(sorted(_CELLS)))
        real = sum(cells[each] for each in _CELLS[place])
        first = draw(st.integers(min_value=0, max_value=6))
        last = first + draw(st.integers(min_value=0, max_value=6))
        slack = [draw(st.sampled_from((0, 0, 1, 3))) for _ in range(4)]
        period = Period(
            start=f"[{day(first - slack[0])}..{day(first + slack[1])}]",
            end=draw(st.sampled_from((f"[{day(last - slack[2])}..{day(last + slack[3])}]", "..", None))),
        )
        fields = {"reported": day(draw(st.integers(min_value=first, max_value=last))), "id": f"claim-{index}"}
        claim = held(draw(_worded(real)), place, period, **fields)
        told.append(Garrison(place, real, first, last, claim))
    return told


@composite
def _worded(draw: DrawFn, real: int) -> Quantity:
    """A quantity that is true of a number."""
    off = draw(st.integers(min_value=0, max_value=5))
    choices = [
        Quantity.exact(real),
        Quantity.about(real + off),
        Quantity.minimum(max(0, real - off)),
        Quantity.maximum(real + off),
        Quantity.fewer_than(real + 1 + off),
        Quantity.nearly(real + 1 + off),
        Quantity.between(max(0, real - off), real + off),
    ]
    if real:
        choices += [Quantity.more_than(max(0, real - 1 - off)), Quantity.order_of(real)]
    else:
        choices += [Quantity.none()]
    return draw(st.sampled_from(choices))


@given(garrisons())
def test_in_a_true_world_every_sum_is_true(world: list[Garrison]) -> None:
    """Of no ground is anybody counted twice; the sum is right on all of its days; its bounds hold the real ones."""
    by_id = {each.claim.id: each for each in world}
    dataset = data(*(each.claim for each in world))
    for claim in dataset.inferences():
        if not isinstance(claim, Strength) or claim.spread.value != "together":
            continue  # a figure with narrower dates, for one place
        premises = [by_id[each] for each in claim.derived_from]
        for one, other in itertools.combinations(premises, 2):
            assert _CELLS[one.place].isdisjoint(_CELLS[other.place]), (one.place, other.place)
        assert set(claim.at) == {each.place for each in premises}
        first, last = max(each.first for each in premises), min(each.last for each in premises)
        s1, s2, e1, e2 = (number(bound) for bound in dataset.bounds(claim))
        assert s1 <= first <= s2
        assert e1 <= last <= e2
        assert s2 <= e1
        total = Quantity.exact(sum(each.real for each in premises))
        assert total.consistent_with(claim.quantity) is not Truth.NO


@composite
def histories(draw: DrawFn) -> list[Garrison]:
    """At each place one number after the other, with or without a day of both between, and each told in its time."""
    told = []
    for place in draw(st.lists(st.sampled_from(("al-asad", "harir", "tanf", "jordan")), min_size=2, unique=True)):
        first, before = 1, -1
        while first < 12:
            last = first + draw(st.integers(min_value=0, max_value=6))
            real = draw(st.sampled_from([each for each in (4, 5, 6) if each != before]))
            slack = [draw(st.sampled_from((0, 0, 0, 1, 2))) for _ in range(4)]
            start = f"[{day(first - slack[0])}..{day(first + slack[1])}]"
            end = f"[{day(last - slack[2])}..{day(last + slack[3])}]"
            claim = held(real, place, Period(start=start, end=end), id=f"{place}-{first}-{real}")
            told.append(Garrison(place, real, first, last, claim))
            first, before = last + (draw(st.booleans()) or last == first), real
    return told


@given(histories())
def test_in_a_true_world_a_definite_sum_is_never_false_and_nothing_is_contested(world: list[Garrison]) -> None:
    """As a reader asks it, on any day: what was so at the places on that day adds up to it."""
    dataset = data(*(each.claim for each in world))
    inferred = dataset.with_inferences()
    places = sorted({each.place for each in world})
    for size, moment in itertools.product((2, 3), range(1, 12)):
        for chosen in itertools.combinations(places, size):
            answer = inferred.strength("us", at=chosen, on=day(moment))
            assert Status.CONTESTED not in {each.status for each in answer.candidates}, answer.explain()
            of_day = [
                [each.real for each in world if each.place == at and each.first <= moment <= each.last] for at in chosen
            ]
            possible = {sum(each) for each in itertools.product(*of_day)}
            for each in answer.candidates:
                if each.status is Status.DEFINITE and each.holds:
                    assert each.value.number in possible, answer.explain()


def test_figures_of_which_one_ends_as_the_other_begins_are_not_added() -> None:
    assert found(held(1, "iraq", "2020-01-01/2020-03-01"), held(2, "syria", "2020-03-01/2020-12-31")) == []
    assert summed(held(1, "iraq", "2020-03-01/2020-03-01"), held(2, "syria", "2020-03-01/2020-03-01")) == {
        ("iraq", "syria")
    }


def test_a_figure_of_one_day_is_added_to_what_holds_before_and_after_it() -> None:
    of_a_day = held(1, "iraq", "2020-03-01/2020-03-01")
    assert summed(of_a_day, held(2, "syria")) == {("iraq", "syria")}
    assert found(of_a_day, held(2, "syria", "[2020-02-28..2020-03-01]/2020-12-31")) == []
    assert summed(of_a_day, held(2, "syria", Period.observed("2020-03-01"))) == set()


def test_sightings_of_one_day_are_added() -> None:
    seen = Period.observed("2020-03-01")
    (claim,) = found(held(1, "iraq", seen), held(2, "syria", seen))
    assert claim.period == seen


def test_a_total_that_goes_on_with_other_figures_is_not_dated_by_them() -> None:
    moved = [
        held(10, "iraq", "2020-01-01/2020-06-01", id="a"),
        held(11, "iraq", "2020-06-01/2020-12-31", id="b"),
        held(5, "syria", "2020-01-01/2020-06-01", id="c"),
        held(4, "syria", "2020-06-01/2020-12-31", id="d"),
    ]
    assert found(*moved) == []
    assert summed(moved[0], moved[2]) == {("iraq", "syria")}
