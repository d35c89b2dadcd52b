"""Narrower dates: of a state beside its rivals, of an event beside those it is part of."""

from typing import Any, Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from oirmodel.claims import Claim, Occurrence, Purpose
from oirmodel.entities import Event, Operation
from oirmodel.query import Dataset, Status
from oirmodel.temporal import Period
from tests.making import FEW, make
from tests.query.building import (
    SOURCES,
    affiliation,
    control,
    data,
    occurrence,
    posting,
    presence,
    same_as,
    says,
    status_of,
    strength,
)
from tests.query.worlds import DAYS, World, day, number, worlds


def found(*claims: Claim) -> dict[str, str]:
    """The narrower period of each claim that has one, by its id."""
    return {each.derived_from[0]: each.period.format() for each in data(*claims).inferences()}


# Beside rivals

STAY: Final = Period(start="2017", end="[2019-06-01..]")
TAKEN_OVER: Final = "2020-03-29/2022-12-31"


def test_a_state_ends_when_its_rival_has_begun() -> None:
    (claim,) = data(
        control("coalition", STAY, id="a"), control("iraq", TAKEN_OVER, id="b", source="other")
    ).inferences()
    assert claim.period.format() == "2017/[2019-06-01..2020-03-29]"
    assert (claim.kind, claim.derived_from, claim.modality.value) == ("control", ("a", "b"), "inferred")
    assert [each.source for each in claim.citations] == ["src", "other"]
    assert claim.assumptions == ("the dates of a narrowed by b",)


def test_a_state_begins_when_its_rival_had_still_held() -> None:
    earlier = control("iraq", "2010-01-01/2016-05-05", id="b")
    assert found(control("coalition", Period.observed("2019-06-01"), id="a"), earlier) == {
        "a": "[2016-05-05..2019-06-01]/[2019-06-01..]"
    }


def test_a_state_between_two_rivals_names_both() -> None:
    claims = [
        control("iraq", "2010-01-01/2016-05-05", id="before"),
        control("coalition", Period.observed("2019-06-01"), id="between"),
        control("isis", TAKEN_OVER, id="after"),
    ]
    (claim,) = data(*claims).inferences()
    assert claim.period.format() == "[2016-05-05..2019-06-01]/[2019-06-01..2020-03-29]"
    assert claim.derived_from == ("between", "after", "before")


def test_a_denial_leaves_a_day_between() -> None:
    denial = presence("us", "2020-03-29/2020-12-31", modality="denied", id="b")
    assert found(presence("us", STAY, id="a"), denial) == {"a": "2017/[2019-06-01..2020-03-28]"}


def test_the_same_holds_of_posts_operations_and_figures() -> None:
    assert found(posting("smith", STAY, id="a"), posting("jones", TAKEN_OVER)) == {"a": "2017/[2019-06-01..2020-03-29]"}
    assert found(status_of("resolve", "ongoing", STAY, id="a"), status_of("resolve", "ended", TAKEN_OVER)) == {
        "a": "2017/[2019-06-01..2020-03-29]"
    }
    assert found(strength(900, STAY, id="a"), strength(2000, TAKEN_OVER)) == {"a": "2017/[2019-06-01..2020-03-29]"}
    assert found(strength(900, STAY, id="a"), strength(2000, TAKEN_OVER, basis="core")) == {}


def test_full_control_of_a_base_narrows_that_of_its_part() -> None:
    claims = [control("coalition", STAY, of="compound", id="part"), control("iraq", TAKEN_OVER, id="whole")]
    (claim,) = data(*claims).inferences()
    assert claim.derived_from == ("part", "whole")
    assert getattr(claim, "of", None) == "compound"


@pytest.mark.parametrize(
    "fields",
    [
        {"modality": "alleged"},
        {"modality": "assessed"},
        {"modality": "planned"},
        {"modality": "predicted"},
        {"modality": "inferred", "derived_from": ["a"]},
        {"degree": "partial"},
        {"of": "k-1"},
        {"by": "coalition"},
    ],
)
def test_what_narrows_nothing(fields: dict[str, Any]) -> None:
    stay = control("coalition", STAY, degree="partial", id="a")
    assert found(stay, control("iraq", TAKEN_OVER)) == {"a": "2017/[2019-06-01..2020-03-29]"}
    assert (
        found(stay, says(type(stay), TAKEN_OVER, **({"of": "al-asad", "by": "iraq", "degree": "full"} | fields))) == {}
    )


@pytest.mark.parametrize("modality", ["alleged", "assessed", "planned", "predicted"])
def test_what_is_not_narrowed(modality: str) -> None:
    assert found(control("coalition", STAY, modality=modality), control("iraq", TAKEN_OVER)) == {}


def test_a_rival_that_may_be_the_same_narrows_nothing() -> None:
    """Not even where it is only alleged to be, or was taken back: the inference would have to name that claim."""
    claims = [control("army", STAY, id="a"), control("iraq", TAKEN_OVER, id="b")]
    assert found(*claims) == {"a": "2017/[2019-06-01..2020-03-29]"}
    assert found(*claims, affiliation("army", "iraq", "1999/1999", modality="alleged")) == {}
    assert found(*claims, affiliation("iraq", "army")) == {}
    assert found(*claims, same_as("army", "iraq", id="c"), same_as("us", "us-forces", retracts=["c"])) == {}
    assert found(*claims, affiliation("army", "iraq", relation="supports")) == {"a": "2017/[2019-06-01..2020-03-29]"}


def test_a_denial_of_what_it_belongs_to_narrows_nothing() -> None:
    """That would rest on the affiliation as well."""
    denial = presence("iraq", "2020-03-29/2020-12-31", modality="denied")
    assert found(presence("army", STAY), denial, affiliation("army", "iraq")) == {}


def test_what_is_the_same_only_by_another_claim_narrows_nothing() -> None:
    denial = presence("us-forces", "2020-03-29/2020-12-31", modality="denied")
    assert found(presence("us", STAY), denial, same_as("us", "us-forces")) == {}
    elsewhere = control("iraq", TAKEN_OVER, of="taji")
    assert found(control("coalition", STAY, of="k-1"), elsewhere, same_as("k-1", "taji")) == {}


@pytest.mark.parametrize(("at", "expected"), [("syria", {"a": "2017/[2019-06-01..2020-03-28]"}), ("iraq-land", {})])
def test_a_denial_of_an_aim_is_for_its_own_place(at: str, expected: dict[str, str]) -> None:
    aim = says(Purpose, STAY, of="us", at=["syria"], aim="defeat ISIS", id="a")
    denial = says(Purpose, "2020-03-29/2020-12-31", of="us", at=[at], aim="defeat ISIS", modality="denied")
    assert found(aim, denial) == expected


def test_an_open_end_is_written_out() -> None:
    """What was still so in 2019 is not said to be still so when the later of the two was reported."""
    claims = [
        control("iraq", "2010-01-01/2016-05-05", id="a", reported="2025"),
        control("coalition", Period.by("2019-06-01"), id="b", reported="2019-06-01"),
    ]
    assert found(*claims) == {"b": "[2016-05-05..2019-06-01]/[2019-06-01..]"}


def test_an_unknown_end_stays_unknown() -> None:
    claims = [
        control("iraq", "2010-01-01/2016-05-05", id="a"),
        control("coalition", Period(start="[2011-01-01..2019-06-01]", end=None), id="b"),
    ]
    assert found(*claims) == {"b": "[2016-05-05..2019-06-01]/"}


def test_a_qualifier_is_kept_with_its_date() -> None:
    stay = Period(start="2017~", end="[2019-06-01..]")
    assert found(control("coalition", stay, id="a"), control("iraq", TAKEN_OVER)) == {
        "a": "2017~/[2019-06-01..2020-03-29]"
    }


def test_when_is_answered_with_the_narrower_dates() -> None:
    told = data(presence("us", STAY), presence("us", "2020-03-29/2020-12-31", modality="denied"))
    assert str(told.when("presence", of="us", at="al-asad").value) == "2017/[2019-06-01..]"
    narrower = told.with_inferences().when("presence", of="us", at="al-asad")
    assert (narrower.status, str(narrower.value)) == (
        Status.DEFINITE,
        "[2017-01-01..2017-12-31]/[2019-06-01..2020-03-28]",
    )


@given(worlds())
def test_in_a_true_world_narrower_dates_hold_the_real_ones(world: World) -> None:
    """Whatever else is true, the real start and end of a stay lie within what is inferred of it."""
    real = {claim.id: span for claim, span in world.told}
    dataset = world.dataset
    for claim in dataset.inferences():
        first, last = real[claim.derived_from[0]]
        s1, s2, e1, e2 = (number(bound) for bound in dataset.bounds(claim))
        assert s1 <= first <= s2, (claim, first)
        assert e1 <= last <= e2, (claim, last)


@FEW
@given(worlds())
def test_in_a_true_world_no_answer_becomes_false_or_contested(world: World) -> None:
    """Beside what was inferred, DEFINITE is still never false, and no two claims are in conflict."""
    dataset = world.dataset.with_inferences()
    assert dataset.conflicts() == ()
    for site in world.question.sites:
        for moment in DAYS:
            answer = world.question.ask(dataset, site, on=day(moment))
            for each in answer.candidates:
                assert each.status is not Status.CONTESTED, answer.explain()
                if each.status is Status.DEFINITE:
                    assert world.so(str(each.value), site, moment) is each.holds, answer.explain()


# Beside the events that an event is part of

EVENTS: Final = (
    make(Operation, id="resolve"),
    make(Event, id="campaign", part_of="resolve"),
    make(Event, id="battle", part_of="campaign"),
    make(Event, id="siege", part_of="battle"),
    make(Event, id="raid", part_of="battle"),
    make(Event, id="riot"),
    make(Event, id="one-of-two", part_of="two-of-one"),
    make(Event, id="two-of-one", part_of="one-of-two"),
)


def events(*claims: Claim) -> Dataset:
    return Dataset(entities=EVENTS, sources=SOURCES, claims=claims)


def narrower(*claims: Claim) -> dict[str, str]:
    return {each.derived_from[0]: each.period.format() for each in events(*claims).inferences()}


def test_a_part_lies_within_the_whole() -> None:
    (claim,) = events(
        occurrence("campaign", "2017-03-01/2017-10-20", id="whole"), occurrence("raid", "2017/2017", id="part")
    ).inferences()
    assert isinstance(claim, Occurrence)
    assert (claim.of, claim.derived_from) == ("raid", ("part", "whole"))
    assert claim.period.format() == "[2017-03-01..2017-10-20]/[2017-03-01..2017-10-20]"


def test_a_whole_reaches_from_its_first_part_to_its_last() -> None:
    told = [
        occurrence("battle", "2017/2018", id="whole"),
        occurrence("siege", "2017-03-05/2017-04-06", id="first"),
        occurrence("raid", "2018-02-03/2018-02-03", id="second"),
    ]
    assert narrower(*told) == {"whole": "[2017-01-01..2017-03-05]/[2018-02-03..2018-12-31]"}
    (claim,) = events(*told).inferences()
    assert claim.derived_from == ("whole", "first", "second")


def test_of_several_accounts_the_narrowest_is_named_and_of_equal_ones_the_first_told() -> None:
    told = [
        occurrence("battle", "2017-02/2017-06", id="vague"),
        occurrence("battle", "2017-03-01/2017-06-30", id="late"),
        occurrence("campaign", "2017-03-01/2017-06-30", reported="2019", id="early"),
        occurrence("raid", Period.on("2017"), id="part"),
    ]
    (claim,) = (each for each in events(*told).inferences() if each.derived_from[0] == "part")
    assert claim.derived_from == ("part", "early")
    assert claim.period.format() == "[2017-03-01..2017-06-30]/[2017-03-01..2017-06-30]"


@pytest.mark.parametrize(
    "fields",
    [{"modality": each} for each in ("denied", "alleged", "assessed", "planned", "predicted")]
    + [{"of": "riot"}, {"modality": "inferred", "derived_from": ["part"]}],
)
def test_what_narrows_no_event(fields: dict[str, Any]) -> None:
    whole = {"of": "battle"} | fields
    assert (
        narrower(says(Occurrence, "2017-03-01/2017-10-20", **whole), occurrence("raid", "2017/2017", id="part")) == {}
    )


def test_an_operation_narrows_no_event() -> None:
    """It may have been ongoing more than once."""
    told = [status_of("resolve", "ongoing", "2017-03-01/2017-10-20"), occurrence("campaign", "2017/2017")]
    assert narrower(*told) == {}


def test_dates_that_cannot_be_narrowed_to_any_are_left() -> None:
    assert narrower(occurrence("battle", "2017-03-01/2017-10-20"), occurrence("raid", "2018-02-03/2018-02-03")) == {}


def test_events_that_are_part_of_each_other_have_one_extent() -> None:
    told = [occurrence("one-of-two", "2017/2017", id="a"), occurrence("two-of-one", "2017-03-01/2017-10-20", id="b")]
    assert narrower(*told) == {"a": "2017-03-01/2017-10-20"}


def test_two_accounts_of_one_event_do_not_narrow_each_other() -> None:
    """They may be of one extent or in dispute; ``when`` puts them together."""
    assert narrower(occurrence("one-of-two", "2017/2017"), occurrence("one-of-two", "2017-03-01/2017-10-20")) == {}


def test_a_corrected_account_narrows_nothing() -> None:
    told = [occurrence("battle", "2017-03-01/2017-10-20", id="whole"), occurrence("raid", "2017/2017", id="part")]
    assert list(narrower(*told)) == ["part"]
    correction = occurrence("riot", "2017-05-01/2017-05-02", corrects=["whole"])
    assert narrower(*told, correction) == {}


class Happening(NamedTuple):
    claim: Occurrence
    first: int
    last: int


@composite
def happenings(draw: DrawFn) -> list[Happening]:
    """Events that lie within each other, and up to five true claims of their extents."""
    extents: dict[str, tuple[int, int]] = {"campaign": (1, 20)}
    for event, whole in (("battle", "campaign"), ("siege", "battle"), ("raid", "battle")):
        first = draw(st.integers(*extents[whole]))
        extents[event] = (first, draw(st.integers(first, extents[whole][1])))
    told = []
    for index in range(draw(st.integers(min_value=2, max_value=5))):
        event = draw(st.sampled_from(sorted(extents)))
        first, last = extents[event]
        slack = [draw(st.sampled_from((0, 0, 1, 4, 30))) for _ in range(4)]
        start = f"[{day(first - slack[0])}..{day(first + slack[1])}]"
        end = draw(st.sampled_from((f"[{day(last - slack[2])}..{day(last + slack[3])}]", "..", None)))
        said = day(draw(st.integers(first, last)))
        claim = occurrence(event, Period(start=start, end=end), id=f"claim-{index}", reported=said)
        told.append(Happening(claim, first, last))
    return told


@given(happenings())
def test_in_a_true_world_the_real_extent_lies_within_the_narrower_dates(world: list[Happening]) -> None:
    """Of parts and of wholes, through others too."""
    real = {each.claim.id: each for each in world}
    dataset = events(*(each.claim for each in world))
    for claim in dataset.inferences():
        told = real[claim.derived_from[0]]
        s1, s2, e1, e2 = (number(bound) for bound in dataset.bounds(claim))
        assert s1 <= told.first <= s2
        assert e1 <= told.last <= e2
        own = dataset.bounds(told.claim)
        inferred = dataset.bounds(claim)
        assert own.s1 <= inferred.s1
        assert inferred.s2 <= own.s2
        assert own.e1 <= inferred.e1
        assert inferred.e2 <= own.e2
        assert own != inferred
    assert dataset.with_inferences().conflicts() == ()
