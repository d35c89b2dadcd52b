"""
Allen's relations: on the corpora, and against an enumeration of every stay that vague ends allow.

The rows of the corpora have half-open ends on a line of whole numbers. ``postgres`` rows are expressions with the
answers of PostgreSQL 15, ``exact`` rows operators of XTDB with its answers.
"""

import datetime as dt
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import combinations, product
from operator import or_
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.errors import InvalidDate
from oirmodel.temporal import Allen, Bounds, Period, coverage
from oirmodel.temporal.days import FOREVER, NEVER, iso
from oirmodel.truth import Truth

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES
CORPORA: Final = Path(__file__).parent.parent / "corpora"
TRUTHS: Final = {"no": NO, "possible": MAYBE, "certain": YES}


def rows(name: str) -> list[dict[str, Any]]:
    lines = (CORPORA / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


CASES: Final = rows("allen_cases")


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [row for row in CASES if row["kind"] == kind]


def half_open(starts_and_ends: list[int]) -> Bounds:
    """The bounds of a stay whose end is the day after its last."""
    s1, s2, after1, after2 = starts_and_ends
    return Bounds(s1, s2, after1 - 1, after2 - 1)


def exact(start: str, after: str) -> Bounds:
    first, last = dt.date.fromisoformat(start).toordinal(), dt.date.fromisoformat(after).toordinal() - 1
    return Bounds(first, first, last, last)


def named(names: list[str]) -> Allen:
    return reduce(or_, (Allen[name.upper()] for name in names), Allen(0))


# --- what the corpora say ---------------------------------------------------------------------------------------------


def test_every_row_of_the_corpora_is_of_a_kind_tested_here() -> None:
    assert Counter(row["kind"] for row in CASES) == {
        "imprecise": 325,
        "point": 113,
        "exact": 47,
        "postgres": 19,
        "intersection": 6,
        "contains_point": 3,
        "invalid_period": 1,
    }
    assert len(rows("allen_composition")) == 169


@pytest.mark.parametrize("row", of_kind("imprecise"), ids=lambda row: f"{row['a']}-{row['b']}")
def test_imprecise(row: dict[str, Any]) -> None:
    mask = Allen.between(half_open(row["a"]), half_open(row["b"]))
    assert mask == named(row["possible"])
    assert row["certain"] is None or mask is Allen[row["certain"].upper()]
    assert {name: mask.truth(Allen[name.upper()]) for name in row["derived"]} == {
        name: TRUTHS[truth] for name, truth in row["derived"].items()
    }
    for name in row["derived_by_kleene_or_is_weaker"]:
        singles = [mask.truth(single) for single in Allen[name.upper()]]
        assert mask.truth(Allen[name.upper()]) is YES
        assert reduce(or_, singles) is MAYBE


@pytest.mark.parametrize("row", of_kind("point"), ids=lambda row: f"{row['a']}-{row['q']}")
def test_point(row: dict[str, Any]) -> None:
    stay = half_open(row["a"]).normalised()
    assert stay.during(*row["q"]) is TRUTHS[row["extent_at_some_time"]]
    assert stay.throughout(*row["q"]) is TRUTHS[row["extent_throughout"]]
    assert stay.at(*row["q"]) is TRUTHS[row["imprecise_point"]]


@pytest.mark.parametrize("row", of_kind("point"), ids=lambda row: f"{row['a']}-{row['q']}")
def test_point_of_a_period(row: dict[str, Any]) -> None:
    s1, s2, e1, e2 = (iso(int(day) + 737_000) for day in half_open(row["a"]))
    stay = Period(start=f"[{s1}..{s2}]", end=f"[{e1}..{e2}]")
    first, last = (iso(day + 737_000) for day in row["q"])
    assert stay.holds_during(f"{first}/{last}") is TRUTHS[row["extent_at_some_time"]]
    assert stay.holds_throughout(f"{first}/{last}") is TRUTHS[row["extent_throughout"]]
    assert stay.holds_at(f"[{first}..{last}]") is TRUTHS[row["imprecise_point"]]


XTDB: Final = {
    "EQUALS": Allen.EQUALS,
    "CONTAINS": Allen.COVERS,
    "STRICTLY CONTAINS": Allen.CONTAINS,
    "OVERLAPS": Allen.INTERSECTS,
    "STRICTLY OVERLAPS": Allen.DURING,
    "PRECEDES": Allen.PRECEDES,
    "STRICTLY PRECEDES": Allen.BEFORE,
    "IMMEDIATELY PRECEDES": Allen.MEETS,
    "SUCCEEDS": Allen.SUCCEEDS,
    "STRICTLY SUCCEEDS": Allen.AFTER,
    "IMMEDIATELY SUCCEEDS": Allen.MET_BY,
    "LEADS": Allen.OVERLAPS | Allen.FINISHED_BY,
    "STRICTLY LEADS": Allen.OVERLAPS,
    "IMMEDIATELY LEADS": Allen.FINISHED_BY,
    "LAGS": Allen.OVERLAPPED_BY | Allen.STARTED_BY,
    "STRICTLY LAGS": Allen.OVERLAPPED_BY,
    "IMMEDIATELY LAGS": Allen.STARTED_BY,
}


@pytest.mark.parametrize("row", of_kind("exact"), ids=lambda row: f"{row['a']}-{row['op']}-{row['b']}")
def test_exact(row: dict[str, Any]) -> None:
    relation = Allen.between(exact(*row["a"]), exact(*row["b"]))
    assert relation is Allen[row["allen"].upper()]
    assert relation.truth(XTDB[row["op"]]) is (YES if row["expected"] else NO)


@pytest.mark.parametrize("row", of_kind("contains_point"), ids=lambda row: row["point"])
def test_contains_point(row: dict[str, Any]) -> None:
    day = dt.date.fromisoformat(row["point"]).toordinal()
    assert exact(*row["a"]).on(day) is (YES if row["expected"] else NO)


@pytest.mark.parametrize("row", of_kind("intersection"), ids=lambda row: f"{row['a']}-{row['b']}")
def test_intersection(row: dict[str, Any]) -> None:
    expected = row["expected"] and exact(*row["expected"])
    assert exact(*row["a"]).intersection(exact(*row["b"])) == expected


@pytest.mark.parametrize("row", of_kind("invalid_period"), ids=lambda row: str(row["a"]))
def test_invalid_period(row: dict[str, Any]) -> None:
    assert not exact(*row["a"]).possible
    with pytest.raises(InvalidDate, match="ends before it starts"):
        Period.parse("/".join(row["a"]))


# A range of PostgreSQL is exact: it has begun, or never began; it ends, or never does. None is the empty range, which
# is no stay. "-infinity" is a day before all others and not an unbounded side, as ".." is a start and None is none.
Range = Bounds | None
RANGE: Final = re.compile(r"daterange\((null|'[^']*'),(null|'[^']*')(?:,'(\[\]|\[\))')?\)|'empty'::daterange")


def pg_range(text: str) -> Range:
    found = RANGE.fullmatch(text)
    assert found, text
    start, end, ends = found.groups()
    if start is None:
        return None
    first = NEVER if start == "null" else dt.date.fromisoformat(start[1:-1]).toordinal()
    after = FOREVER if end == "null" else dt.date.fromisoformat(end[1:-1]).toordinal() + (ends == "[]")
    bounds = Bounds(first, first, after - 1, after - 1)
    return bounds if bounds.possible else None


def pg_text(stay: Range) -> str:
    if stay is None:
        return "empty"
    first = "(" if stay.s1 == NEVER else f"[{iso(int(stay.s1))}"
    return f"{first},{'' if stay.e1 == FOREVER else iso(int(stay.e1) + 1)})"


def pg_question(question: Allen) -> Callable[[Range, Range], str]:
    def ask(one: Range, other: Range) -> str:
        if one is None or other is None:
            return "t" if one is None and question is Allen.WITHIN else "f"  # the empty set is within every other
        return {YES: "t", NO: "f"}[Allen.between(one, other).truth(question)]

    return ask


def pg_minus(one: Range, other: Range) -> str:
    assert one is not None
    assert other is not None
    free = [run for run in coverage([other], one.s1, one.e1) if run.truth is NO]
    assert len(free) == 1
    return pg_text(Bounds(free[0].first, free[0].first, free[0].last, free[0].last))


PG_OPERATORS: Final[dict[str, Callable[[Any, Any], str]]] = {
    "-|-": pg_question(Allen.ADJACENT),
    "&&": pg_question(Allen.INTERSECTS),
    "<@": pg_question(Allen.WITHIN),
    "<<": pg_question(Allen.PRECEDES),
    "&<": pg_question(Allen.ANY & ~Allen.ENDS_AFTER),
    "+": lambda one, other: pg_text(one.union(other)),
    "*": lambda one, other: pg_text(one.intersection(other)),
    "-": pg_minus,
}


def pg_value(expression: str) -> str:
    if found := re.fullmatch(r"lower_inf\(daterange\((null|'-infinity'),'([\d-]+)'\)\)", expression):
        start, after = found.groups()
        period = Period(start=None if start == "null" else "..", end=after)
        assert period.bounds().s1 == NEVER
        return "t" if period.start is None else "f"
    if found := re.fullmatch(r"datemultirange\((.*\)),(.*\))\)", expression):
        one, other = map(pg_range, found.groups())
        assert one is not None
        assert other is not None
        return f"{{{pg_text(one.union(other))}}}"
    if found := re.fullmatch(r"(.*) @> '(.*)'::date", expression):
        stay = pg_range(found[1])
        assert stay is not None
        return {YES: "t", NO: "f"}[stay.on(dt.date.fromisoformat(found[2]).toordinal())]
    if found := re.fullmatch(r"(\S+) (\S+) (\S+)", expression):
        return PG_OPERATORS[found[2]](pg_range(found[1]), pg_range(found[3]))
    return pg_text(pg_range(expression))


@pytest.mark.parametrize("row", of_kind("postgres"), ids=lambda row: row["expression"])
def test_postgres(row: dict[str, Any]) -> None:
    assert pg_value(row["expression"]) == row["expected"]


@pytest.mark.parametrize("row", rows("allen_composition"), ids=lambda row: f"{row['r1']}-{row['r2']}")
def test_composition(row: dict[str, Any]) -> None:
    first, second = Allen[row["r1"].upper()], Allen[row["r2"].upper()]
    assert first.compose(second) == named(row["result"])


# --- against every stay -----------------------------------------------------------------------------------------------

MARGIN: Final = 4
"""Four ends can stand in every order in as many days, so a grid with that many more is as good as an infinite one."""
SIZE: Final = 6
GRID: Final = range(-MARGIN, SIZE + MARGIN + 1)
STAYS: Final = [(start, after) for start in GRID for after in GRID if start < after]


def relation(one: tuple[int, int], other: tuple[int, int]) -> str:
    """The relation between two stays of half-open ends, as Allen defines each of the thirteen."""
    (a, b), (c, d) = one, other
    found = [
        name
        for name, holds in {
            "before": b < c,
            "meets": b == c,
            "overlaps": a < c < b < d,
            "finished_by": a < c and b == d,
            "contains": a < c and d < b,
            "starts": a == c and b < d,
            "equals": a == c and b == d,
            "started_by": a == c and d < b,
            "during": c < a and b < d,
            "finishes": c < a and b == d,
            "overlapped_by": c < a < d < b,
            "met_by": a == d,
            "after": d < a,
        }.items()
        if holds
    ]
    assert len(found) == 1
    return found[0]


SEEN: Final = {
    one: {other: Allen[relation(one, other).upper()].value for other in STAYS} for one in STAYS
}  # numbers, because a sum of a million flags takes a minute


def fitting(bounds: Bounds) -> list[tuple[int, int]]:
    """Every stay of the grid that fits; an infinite bound is the grid's own end, the same for every stay."""
    s1, s2 = (min(max(day, GRID[0]), GRID[-1]) for day in bounds[:2])
    e1, e2 = (min(max(day + 1, GRID[0]), GRID[-1]) for day in bounds[2:])
    return [(start, after) for start, after in STAYS if s1 <= start <= s2 and e1 <= after <= e2]


def enumerated(one: Bounds, other: Bounds) -> Allen:
    found, others = 0, fitting(other)
    for stay in fitting(one):
        row = SEEN[stay]
        for another in others:
            found |= row[another]
    return Allen(found) if found else Allen.ANY


def some_bounds(rng: random.Random, infinite: float) -> Bounds:
    """Some bounds, each infinite with a given chance: open to one side, or never begun, or never ended."""
    s1, s2 = sorted((rng.randrange(SIZE), rng.randrange(SIZE)))
    e1, e2 = sorted((rng.randrange(SIZE), rng.randrange(SIZE)))
    starts = rng.choice(((NEVER, s2), (s1, FOREVER), (NEVER, FOREVER), (NEVER, NEVER)))
    ends = rng.choice(((NEVER, e2), (e1, FOREVER), (NEVER, FOREVER), (FOREVER, FOREVER)))
    return Bounds(*(starts if rng.random() < infinite else (s1, s2)), *(ends if rng.random() < infinite else (e1, e2)))


@pytest.mark.parametrize(("infinite", "cases"), [(0.0, 20_000), (0.5, 5_000), (1.0, 256)])
def test_the_mask_is_what_every_pair_of_stays_says(infinite: float, cases: int) -> None:
    """The mask has the relations of all pairs of stays that fit, and no other."""
    rng = random.Random(20_140_808)  # noqa: S311 - cases to try, no secret
    for _ in range(cases):
        one, other = some_bounds(rng, infinite), some_bounds(rng, infinite)
        assert Allen.between(one, other) == enumerated(one, other), (one, other)


def small_bounds() -> Iterator[Bounds]:
    for s1, s2, e1, e2 in product(range(4), repeat=4):
        if s1 <= s2 and e1 <= e2 and s1 <= e2:
            yield Bounds(s1, s2, e1, e2)


def test_the_mask_of_all_small_bounds() -> None:
    """Of bounds within four days, none is left out."""
    every = list(small_bounds())
    assert len(every) == 85
    for one, other in product(every, repeat=2):
        assert Allen.between(one, other) == enumerated(one, other), (one, other)


def test_the_mask_is_exact_in_any_year() -> None:
    """Days that a float cannot tell apart are told apart."""
    far = 10**17
    day, same, next_day = (Bounds(far + n, far + n, far + n, far + n) for n in (0, 0, 1))
    assert Allen.between(day, same) is Allen.EQUALS
    assert Allen.between(day, next_day) is Allen.MEETS


# --- the algebra ------------------------------------------------------------------------------------------------------

BOUNDS = st.builds(
    lambda starts, ends: Bounds(*sorted(starts), *sorted(ends)),
    st.tuples(*[st.sampled_from((NEVER, *range(7), FOREVER))] * 2),
    st.tuples(*[st.sampled_from((NEVER, *range(7), FOREVER))] * 2),
)
MASKS = st.integers(min_value=0, max_value=Allen.ANY.value).map(Allen)


def test_there_are_thirteen_relations_and_one_of_them_holds() -> None:
    assert [each.name for each in Allen] == [
        "BEFORE",
        "MEETS",
        "OVERLAPS",
        "FINISHED_BY",
        "CONTAINS",
        "STARTS",
        "EQUALS",
        "STARTED_BY",
        "DURING",
        "FINISHES",
        "OVERLAPPED_BY",
        "MET_BY",
        "AFTER",
    ]
    assert Allen.ANY.value == 2**13 - 1


NAMED: Final[dict[str, Callable[[range, range], bool]]] = {
    "PRECEDES": lambda one, other: one[-1] < other[0],
    "SUCCEEDS": lambda one, other: one[0] > other[-1],
    "ADJACENT": lambda one, other: one[-1] + 1 == other[0] or other[-1] + 1 == one[0],
    "APART": lambda one, other: other[0] - one[-1] > 1 or one[0] - other[-1] > 1,
    "DISJOINT": lambda one, other: set(one).isdisjoint(other),
    "INTERSECTS": lambda one, other: not set(one).isdisjoint(other),
    "WITHIN": lambda one, other: set(one) <= set(other),
    "COVERS": lambda one, other: set(one) >= set(other),
    "SAME_START": lambda one, other: one[0] == other[0],
    "SAME_END": lambda one, other: one[-1] == other[-1],
    "STARTS_BEFORE": lambda one, other: one[0] < other[0],
    "STARTS_AFTER": lambda one, other: one[0] > other[0],
    "ENDS_BEFORE": lambda one, other: one[-1] < other[-1],
    "ENDS_AFTER": lambda one, other: one[-1] > other[-1],
}


def test_every_set_of_relations_that_has_a_name_is_what_its_name_says() -> None:
    """Seen on the days of all stays within six of them."""
    assert {*NAMED, "ANY"} == set(Allen.__members__) - {each.name for each in Allen}
    stays = [range(start, after) for start, after in combinations(range(7), 2)]
    for (name, says), one, other in product(NAMED.items(), stays, stays):
        relation = Allen.between(Bounds(one[0], one[0], one[-1], one[-1]), Bounds(*[other[0]] * 2, *[other[-1]] * 2))
        assert relation.truth(Allen[name]) is (YES if says(one, other) else NO), (name, one, other)


@given(BOUNDS, BOUNDS)
def test_the_other_way_round_is_the_inverse(one: Bounds, other: Bounds) -> None:
    """The mask of two stays is the inverse of the mask of the two in the other order."""
    assert Allen.between(other, one) == Allen.between(one, other).inverse


@given(BOUNDS, BOUNDS)
def test_normalising_changes_no_relation(one: Bounds, other: Bounds) -> None:
    """Bounds need not be normalised first."""
    assert Allen.between(one.normalised(), other.normalised()) == Allen.between(one, other)


@given(BOUNDS, BOUNDS, st.tuples(*[st.sampled_from((0, 1, 3, FOREVER))] * 4))
def test_widening_loses_no_relation(one: Bounds, other: Bounds, by: tuple[float, ...]) -> None:
    """Wider bounds of a stay that can be allow all the relations that the narrower ones did."""
    # A stay that never began is not moved: there is no day before.
    wider = Bounds(
        one.s1 - by[0],
        one.s2 if one.s2 == NEVER else one.s2 + by[1],
        one.e1 if one.e1 == FOREVER else one.e1 - by[2],
        one.e2 + by[3],
    )
    if one.possible:
        assert Allen.between(one, other) in Allen.between(wider, other)


@given(BOUNDS, BOUNDS, BOUNDS)
def test_composition_holds_of_every_three_stays(one: Bounds, middle: Bounds, other: Bounds) -> None:
    """How one stands to the other is among the compositions of how each stands to a third."""
    if one.possible and middle.possible and other.possible:
        composed = Allen.between(one, middle).compose(Allen.between(middle, other))
        assert Allen.between(one, other) in composed


@given(MASKS, MASKS)
def test_the_inverse_of_a_composition(first: Allen, second: Allen) -> None:
    """The inverse of a composition is the composition of the inverses, the other way round."""
    assert first.compose(second).inverse == second.inverse.compose(first.inverse)
    assert first.inverse.inverse == first


@given(MASKS, MASKS, MASKS)
def test_composition_is_associative_and_spreads_over_union(first: Allen, second: Allen, third: Allen) -> None:
    """Allen's algebra is a relation algebra."""
    assert first.compose(second).compose(third) == first.compose(second.compose(third))
    assert first.compose(second | third) == first.compose(second) | first.compose(third)


@given(MASKS)
def test_equals_changes_nothing_in_a_composition(mask: Allen) -> None:
    """The relation of equal stays is the identity."""
    assert mask.compose(Allen.EQUALS) == Allen.EQUALS.compose(mask) == mask


@given(MASKS.filter(bool), MASKS)
def test_a_question_and_its_opposite(mask: Allen, question: Allen) -> None:
    """Whether it is none of those asked for is the opposite of whether it is one."""
    assert mask.truth(Allen.ANY & ~question) is ~mask.truth(question)


@pytest.mark.parametrize("question", Allen.__members__.values(), ids=Allen.__members__)
def test_impossible_bounds_and_contradictions_answer_nothing(question: Allen) -> None:
    impossible, stay = Bounds(9, 9, 1, 1), Bounds(1, 1, 9, 9)
    assert Allen(0).truth(question) is MAYBE
    if question is not Allen.ANY:  # that it is one of the thirteen is no question
        assert Allen.between(impossible, stay).truth(question) is MAYBE
        assert Allen.between(stay, impossible).truth(question) is MAYBE
