import datetime as dt
from typing import Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Claim
from oirmodel.dataset import Records, minimum_grade
from oirmodel.entities import Source
from oirmodel.errors import InvalidDate, InvalidQuestion, UnknownName
from oirmodel.provenance import Citation, Grade
from oirmodel.query import Dataset
from oirmodel.testing import datasets
from oirmodel.truth import Truth
from oirmodel.vocab import Modality
from tests.making import FEW, control, make

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES

DAYS = st.dates(min_value=dt.date(2010, 1, 1), max_value=dt.date(2027, 1, 1))
VIEWS: dict[str, Any] = {
    "as known": lambda dataset: dataset.as_known(on="2018-06-30"),
    "only": lambda dataset: dataset.only("source-1"),
    "without": lambda dataset: dataset.without("source-1"),
    "trusting": lambda dataset: dataset.trusting(lambda claim: claim.modality is Modality.ASSERTED),
}
NAMES = st.lists(st.sampled_from(sorted(VIEWS)), max_size=3)


def citing(an_id: str, *sources: str, **fields: Any) -> Claim:  # noqa: ANN401 - any field of a claim
    return control(id=an_id, citations=[make(Citation, source=each) for each in sources], **fields)


SOURCES = [
    make(Source, id="src-a", title="A", collection="articles"),
    make(Source, id="src-b", title="B", collection="articles"),
    make(Source, id="src-c", title="C", collection="figures"),
    make(Source, id="src-d", title="D"),
]
RECORDS = Records(
    sources=SOURCES,
    claims=[
        citing("a", "src-a", reported="2025-01-07"),
        citing("b", "src-b", reported="2026-01"),
        citing("c", "src-c", reported="2026-01-17", grades=[make(Grade, by="x", scheme="admiralty", grade="B2")]),
        citing("d", "src-d", reported="[2026-01-17..]", grades=[make(Grade, by="x", scheme="airwars", grade="weak")]),
        citing("ac", "src-a", "src-c", reported="2026-02-01"),
    ],
)


def ids(records: Records) -> list[str]:
    return [each.id for each in records.claims()]


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("2025-01-06", [], []),
        ("2025-01-07", ["a"], []),
        ("2025-12-31", ["a"], []),
        ("2026-01-01", ["a"], ["b"]),
        ("2026-01-17", ["a", "c"], ["b", "d"]),
        ("2026-01-31", ["a", "b", "c"], ["d"]),
        ("2026-02-01", ["a", "ac", "b", "c"], ["d"]),
        ("2099-01-01", ["a", "ac", "b", "c"], ["d"]),
    ],
)
def test_as_known(day: str, certain: list[str], possible: list[str]) -> None:
    view = RECORDS.as_known(on=day)
    assert ids(view) == sorted(certain + possible)
    assert [each.id for each in view.claims() if view.standing(each).truth is YES] == certain
    assert [each.id for each in view.claims() if view.standing(each).truth is MAYBE] == possible


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (RECORDS.only("articles"), ["a", "ac", "b"]),
        (RECORDS.only("src-a"), ["a", "ac"]),
        (RECORDS.only("src-a", "figures"), ["a", "ac", "c"]),
        (RECORDS.only("articles").only("figures"), ["ac"]),
        (RECORDS.only(SOURCES[3]), ["d"]),
        (RECORDS.without("articles"), ["ac", "c", "d"]),
        (RECORDS.without("articles", "figures"), ["d"]),
        (RECORDS.without("articles").without("figures"), ["d"]),
        (RECORDS.only("articles").without("src-a"), ["ac", "b"]),
        (RECORDS.trusting(minimum_grade("admiralty", "C")), ["c"]),
        (RECORDS.trusting(minimum_grade("admiralty", "A")), []),
        (RECORDS.trusting(minimum_grade("airwars", "weak")), ["d"]),
        (RECORDS.trusting(minimum_grade("airwars", "fair")), []),
        (RECORDS.trusting(lambda claim: claim.id != "a").only("articles"), ["ac", "b"]),
        (RECORDS.as_known(on="2026-01-17").only("articles"), ["a", "b"]),
        (RECORDS.only("articles").as_known(on="2026-01-17"), ["a", "b"]),
    ],
)
def test_views(view: Records, expected: list[str]) -> None:
    assert ids(view) == expected


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("2026-01-17", "2025-12-31", (2025, 12, 31)), ("2025-01-07", "2026-01-17", (2025, 1, 7))],
)
def test_looking_back_twice_is_looking_back_from_the_earlier_day(
    one: str, other: str, known: tuple[int, int, int]
) -> None:
    view = RECORDS.as_known(on=one).as_known(on=other)
    assert view.known_on == pendulum.Date(*known)
    assert view.known_day == dt.date(*known).toordinal()
    assert view == RECORDS.as_known(on=pendulum.Date(*known))


def test_without_a_day_all_is_known() -> None:
    assert (RECORDS.known_on, RECORDS.known_day) == (None, None)


@FEW
@given(datasets(), DAYS, DAYS)
def test_the_earlier_day_wins(dataset: Dataset, one: dt.date, other: dt.date) -> None:
    """A view of a view as known is the view as known on the earlier day."""
    assert dataset.as_known(on=one).as_known(on=other) == dataset.as_known(on=min(one, other))


@FEW
@given(datasets(), DAYS, DAYS)
def test_knowledge_grows(dataset: Dataset, one: dt.date, other: dt.date) -> None:
    """What was known on a day is known on every later one."""
    earlier, later = sorted((one, other))
    assert set(dataset.as_known(on=earlier).claims()) <= set(dataset.as_known(on=later).claims())


@FEW
@given(datasets(), NAMES)
def test_a_view_holds_nothing_that_its_base_does_not(dataset: Dataset, names: list[str]) -> None:
    """Each view that is put on another leaves claims out, and adds none."""
    for name in names:
        view = VIEWS[name](dataset)
        assert set(view.claims()) <= set(dataset.claims())
        assert type(view) is Dataset
        dataset = view


@FEW
@given(datasets(), st.permutations(sorted(VIEWS)))
def test_views_have_no_order(dataset: Dataset, names: list[str]) -> None:
    """Views compose to the same claims in any order, and each of those as firmly."""
    first, second = dataset, dataset
    for name in names:
        first = VIEWS[name](first)
    for name in reversed(names):
        second = VIEWS[name](second)
    assert first.claims() == second.claims()
    assert [first.standing(each).truth for each in first.claims()] == [
        second.standing(each).truth for each in second.claims()
    ]


@FEW
@given(datasets(), NAMES)
def test_a_view_shows_every_entity(dataset: Dataset, names: list[str]) -> None:
    """Entities and sources say nothing that can be doubted: a view has all of them."""
    view = dataset
    for name in names:
        view = VIEWS[name](view)
    assert view.entities == dataset.entities
    assert view.sources == dataset.sources


@FEW
@given(datasets())
def test_only_and_without_share_out_the_claims(dataset: Dataset) -> None:
    """What does not cite a source is there without it; a claim is in both where it cites others too."""
    only, without = dataset.only("source-1").claims(), dataset.without("source-1").claims()
    assert set(only) | set(without) == set(dataset.claims())
    for each in set(only) & set(without):
        assert len({citation.source for citation in each.citations}) > 1


@pytest.mark.parametrize("day", ["2026", "2026-01", "2025/2026", "[2026-01-17,2026-01-19]"])
def test_one_day_is_looked_back_from(day: str) -> None:
    with pytest.raises(InvalidQuestion, match="expected one day to look back from"):
        RECORDS.as_known(on=day)


@pytest.mark.parametrize("day", ["yesterday", "..", dt.datetime(2026, 1, 17, tzinfo=dt.UTC)])
def test_no_day_to_look_back_from(day: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidDate):
        RECORDS.as_known(on=day)


@pytest.mark.parametrize("method", ["only", "without"])
def test_an_unknown_source_is_an_error(method: str) -> None:
    with pytest.raises(UnknownName) as caught:
        getattr(RECORDS, method)("src-a", "artcles")
    assert (caught.value.text, caught.value.sought) == ("artcles", "source or collection")
    assert caught.value.suggestions == ("articles", "figures")


@pytest.mark.parametrize(
    ("scheme", "grade"), [("admiralty", "B2"), ("admiralty", "G"), ("airwars", "good"), ("ours", "1")]
)
def test_an_unknown_grade_is_an_error(scheme: str, grade: str) -> None:
    with pytest.raises(InvalidQuestion, match="scheme"):
        minimum_grade(scheme, grade)


def test_the_best_of_several_grades_counts() -> None:
    poor, good = (make(Grade, by="x", scheme="admiralty", grade=each) for each in ("E5", "A1"))
    trusted = minimum_grade("admiralty", "B")
    assert trusted(control(grades=[poor, good]))
    assert not trusted(control(grades=[poor]))
    assert not trusted(control())


@pytest.mark.parametrize("fields", [{"recorded": "2026-02-02"}, {}])
def test_a_report_is_no_later_than_its_reading(fields: dict[str, str]) -> None:
    source = make(Source, id="src-report", title="A", published="[2026-01-17..]", accessed="2026-02-01")
    claim = control(id="a", reported="[2026-01-17..]", **fields)
    records = Records(sources=[source], claims=[claim])
    assert records.as_known(on="2026-03-01").standing(claim).truth is YES


def test_a_view_does_not_find_what_it_does_not_show() -> None:
    assert "c" not in RECORDS.only("articles")
    with pytest.raises(UnknownName):
        RECORDS.only("articles")["c"]
