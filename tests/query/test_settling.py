"""Which bounds, if they were known, would settle an answer."""

import itertools
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, composite

from oirmodel.claims import Presence
from oirmodel.query import Answer, Bound, Dataset
from oirmodel.temporal import Bounds, EndKind, ImpreciseDate, Period
from oirmodel.temporal.days import day_of
from tests.query.building import CONTESTED, DEFINITE, NO_EVIDENCE, POSSIBLE, PRESUMED, control, data, presence
from tests.query.worlds import day, number

FIRST = day_of(2020, 1, 1) - 1


def test_a_definite_answer_needs_nothing() -> None:
    assert data(control("us", "2020-05-01/2020-05-31")).who_controlled("al-asad", on="2020-05-10").settled_by() == ()


def test_where_nothing_speaks_no_date_settles_it() -> None:
    answer = data(control("us", "2020-05-01/2020-05-31")).who_controlled("al-asad", on="2020-04-10")
    assert (answer.status, answer.settled_by()) == (NO_EVIDENCE, ())


def test_a_conflict_of_exact_dates_is_settled_by_none() -> None:
    both = data(control("us", "2020-05-01/2020-05-31"), control("iraq", "2020-05-01/2020-05-31"))
    answer = both.who_controlled("al-asad", on="2020-05-10")
    assert (answer.status, answer.settled_by()) == (CONTESTED, ())


def test_a_start_that_may_turn_out_to_be_later_settles_nothing() -> None:
    answer = data(control("us", "[2020-05-05..2020-05-15]/2020-05-31")).who_controlled("al-asad", on="2020-05-10")
    assert (answer.status, answer.settled_by()) == (POSSIBLE, ())


def test_a_presumption_is_settled_by_no_date_that_may_lie_before_the_day() -> None:
    answer = data(presence("us", Period.observed("2020-05-05"))).who_was_at("al-asad", on="2020-05-10")
    assert (answer.status, answer.settled_by()) == (PRESUMED, ())


def test_one_bound_settles_it_where_each_of_its_days_does() -> None:
    """Whichever day the second stay began on: from the 3rd on it leaves no gap, and later the denial falls into one."""
    told = data(
        presence("us", "2020-01-02", reported="2020-01-02"),
        presence("us", "[2020-01-03..2020-01-05]/2020-01-05", id="second"),
        presence("us", "[2020-01-02..2020-01-04]/", id="denial", modality="denied"),
    )
    answer = told.who_was_at("al-asad", throughout="2020-01-02/2020-01-04", force="us")
    assert (answer.status, answer.holds) == (POSSIBLE, True)
    assert answer.settled_by() == (Bound("second", "start"),)
    assert str(answer.settled_by()[0]) == "the start of second"


def test_a_denial_of_an_unknown_day_in_a_window_is_a_no_for_all_of_it() -> None:
    told = data(
        presence("us", "[2020-01-01..2020-01-05]/[..2020-01-05]"),
        presence("us", "[2020-01-06..2020-01-07]/", id="denial", modality="denied"),
    )
    answer = told.who_was_at("al-asad", throughout="2020-01-06/2020-01-08")
    assert (answer.status, answer.holds) == (DEFINITE, False)
    assert [each.id for each in answer.opposing] == ["denial"]


@composite
def asked(draw: DrawFn) -> tuple[tuple[Presence, ...], dict[str, str]]:
    """Claims of one force at one base, most of them denials, and a question about it."""
    claims = []
    for index in range(draw(st.integers(min_value=1, max_value=3))):
        first = draw(st.integers(min_value=2, max_value=8))
        last = first + draw(st.integers(min_value=0, max_value=2))
        early, late = sorted((first, first + draw(st.integers(min_value=0, max_value=2))))
        ends = {
            "unknown": None,
            "open": "..",
            "vague": f"[{day(last)}..{day(last + 2)}]",
            "exact": day(max(last, late)),
        }
        period = Period(start=f"[{day(early)}..{day(late)}]", end=ends[draw(st.sampled_from(sorted(ends)))])
        modality = draw(st.sampled_from(("denied", "denied", "asserted")))
        claims.append(presence("us", period, id=f"claim-{index}", modality=modality, reported=day(late)))
    mode = draw(st.sampled_from(("on", "during", "throughout", "throughout")))
    first = draw(st.integers(min_value=2, max_value=8))
    last = first + draw(st.integers(min_value=0, max_value=4))
    return tuple(claims), {mode: day(first) if mode == "on" else f"{day(first)}/{day(last)}"}


def known(dataset: Dataset, claims: tuple[Presence, ...], days: dict[Bound, float]) -> Dataset | None:
    """The dataset with some bounds known to the day; ``None`` where no period could be so."""
    sharpened = []
    for claim in claims:
        bounds = dataset.bounds(claim)
        for side, low, high in (("start", "s1", "s2"), ("end", "e1", "e2")):
            found = days.get(Bound(claim.id, side))  # type: ignore[arg-type]
            if found is not None:
                bounds = bounds._replace(**{low: found, high: found})
        bounds = bounds.normalised()
        if not bounds.possible:
            return None
        sharpened.append(
            attrs.evolve(claim, period=_period(bounds, claim.period.end_kind, Bound(claim.id, "end") in days))
        )
    return data(*sharpened)


def _period(bounds: Bounds, kind: EndKind, ended: bool) -> Period:  # noqa: FBT001 - told apart by name above
    end: Any = ImpreciseDate.between(bounds.e1, bounds.e2)
    if not ended and kind is not EndKind.ASSERTED:
        end = None if kind is EndKind.UNKNOWN else ".."
    return Period(start=ImpreciseDate.between(bounds.s1, bounds.s2), end=end)


def within(dataset: Dataset, claim: Presence, side: str) -> list[float]:
    """The days of the small calendar on which a start or an end may have been."""
    s1, s2, e1, e2 = (number(each) for each in dataset.bounds(claim))
    low, high = (s1, s2) if side == "start" else (e1, e2)
    return [FIRST + moment for moment in range(-2, 20) if low <= moment <= high]


@given(asked())
def test_whatever_the_named_bounds_turn_out_to_be_the_answer_is_definite(
    case: tuple[tuple[Presence, ...], dict[str, str]],
) -> None:
    """Fixed to any days within them that leave possible periods; and no fewer of them would do."""
    claims, time = case
    dataset = data(*claims)
    by_id: dict[str, Presence] = {each.id: each for each in claims}

    def ask(told: Dataset) -> Answer:
        return told.who_was_at("al-asad", force="us", **time)  # type: ignore[arg-type]

    answer = ask(dataset)
    named = answer.settled_by()
    if answer.status is DEFINITE:
        assert named == ()
    if not named:
        return
    choices = [within(dataset, by_id[bound.claim], bound.side) for bound in named]
    for days in itertools.product(*choices):
        told = known(dataset, claims, dict(zip(named, days, strict=True)))
        assert told is None or ask(told).status is DEFINITE, (answer.explain(), named, days)
    if len(named) > 1:
        for left_out in range(len(named)):
            fewer = [each for index, each in enumerate(named) if index != left_out]
            spans = [within(dataset, by_id[bound.claim], bound.side) for bound in fewer]
            worlds = [known(dataset, claims, dict(zip(fewer, days, strict=True))) for days in itertools.product(*spans)]
            assert any(told is not None and ask(told).status is not DEFINITE for told in worlds)
