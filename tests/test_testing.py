import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import oirmodel.testing
from oirmodel.claims import CLAIM_KINDS, Claim, Control, Occurrence, SameAs, Strength
from oirmodel.dataset import references
from oirmodel.entities import ENTITY_KINDS, Entity, Source
from oirmodel.frozen import Record
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity, Wording
from oirmodel.query import Dataset
from oirmodel.temporal import EndKind, ImpreciseDate, Period, read_window
from oirmodel.testing import (
    affiliations,
    citations,
    claims,
    controls,
    datasets,
    days,
    entities,
    events,
    imprecise_dates,
    periods,
    places,
    pool_of,
    posts,
    quantities,
    sources,
    windows,
)
from oirmodel.testing.claims import STRATEGIES as CLAIM_STRATEGIES
from oirmodel.testing.entities import STRATEGIES as ENTITY_STRATEGIES
from oirmodel.testing.fields import built
from oirmodel.vocab import Degree, Modality, Spread
from tests.making import FEW, make

T = TypeVar("T")

POOL = {
    "force": ("us-army", "iraqi-army"),
    "organization": ("iraqi-mod",),
    "person": ("a-person",),
    "post": ("a-post",),
    "installation": ("al-asad", "k-1"),
    "place": ("anbar",),
    "operation": ("oir",),
    "event": ("a-strike",),
    "agreement": ("an-agreement",),
    "commitment": ("a-commitment",),
    "source": ("src-report",),
}
LINKS = {"corrects", "supersedes", "retracts", "derived_from"}
KIND_OF = {an_id: kind for kind, ids in POOL.items() for an_id in ids}


def first(strategy: st.SearchStrategy[T], sort: Callable[[T], bool] = lambda _: True) -> T:
    """The first of a sort that is drawn, whatever its size; an error where none is."""
    return find(strategy, sort, settings=settings(phases=[Phase.generate], max_examples=3_000))


def named_by(kinds: tuple[type[Any], ...]) -> set[str]:
    every: tuple[type[Entity | Source | Claim], ...] = (*ENTITY_KINDS, *CLAIM_KINDS, Source)
    return {kind.kind for kind in every if issubclass(kind, kinds)}


def refers_well(record: Record, kind_of: dict[str, str]) -> bool:
    """Whether every id that a record holds names something of a kind that it may."""
    return all(kind_of.get(each.id) in named_by(each.kinds) for each in references(record))


def test_every_kind_has_a_strategy() -> None:
    assert tuple(CLAIM_STRATEGIES) == CLAIM_KINDS
    assert tuple(ENTITY_STRATEGIES) == ENTITY_KINDS


def test_every_strategy_is_public() -> None:
    for strategy in (*CLAIM_STRATEGIES.values(), *ENTITY_STRATEGIES.values()):
        assert getattr(oirmodel.testing, strategy.__name__) is strategy
        assert strategy.__name__ in oirmodel.testing.__all__


@pytest.mark.parametrize("name", sorted(set(oirmodel.testing.__all__) - {"Pool", "pool_of"}))
def test_every_strategy_yields_and_says_what(name: str) -> None:
    strategy: Callable[[], st.SearchStrategy[Any]] = getattr(oirmodel.testing, name)
    assert strategy.__doc__
    expected = get_type_hints(strategy)["return"]
    found = first(strategy())
    if isinstance(expected, type) and issubclass(expected, Record):
        assert isinstance(found, expected)


@pytest.mark.parametrize("kind", [*CLAIM_KINDS, *ENTITY_KINDS])
@FEW
@given(st.data())
def test_what_is_drawn_refers_to_the_pool(kind: type[Any], data: st.DataObject) -> None:
    """Each kind is drawn as itself, with ids of the pool only, each of a kind that the field may name."""
    record = data.draw(claims(kind, POOL) if issubclass(kind, Claim) else entities(kind, POOL))
    assert type(record) is kind
    assert refers_well(record, KIND_OF)


@FEW
@given(st.data())
def test_without_a_pool_ids_are_invented(data: st.DataObject) -> None:
    """Ids that nobody gave are of the kinds that they stand for."""
    record = data.draw(claims() | entities() | sources())
    for each in references(record):
        assert each.id.rpartition("-")[0] in named_by(each.kinds)


@given(controls(POOL, degree=st.just(Degree.FULL), by=st.sampled_from(("isis", "us-army"))))
def test_a_field_can_be_fixed(claim: Any) -> None:  # noqa: ANN401 - a Control
    """A field that is given a strategy is drawn from it, also beyond the pool."""
    assert claim.degree is Degree.FULL
    assert claim.by in {"isis", "us-army"}
    assert claim.of in {"al-asad", "k-1", "anbar"}


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(ValueError, match="Control has no field 'degre'; it has id, period"):
        controls(POOL, degre=st.just("full"))


@pytest.mark.parametrize(
    ("make", "missing"), [(controls, "Citation.source"), (posts, "Post.of"), (citations, "Citation.source")]
)
def test_a_pool_without_what_is_needed_is_an_error(make: Callable[[Any], object], missing: str) -> None:
    with pytest.raises(ValueError, match=f"the pool has no id for {missing}; it has place"):
        make({"place": ["anbar"]})


@given(built(Control, POOL, {"citations": st.just((make(Citation, source="src-report"),))}))
def test_what_is_not_given_is_drawn_by_its_type(claim: Control) -> None:
    """Records that stand in fields are drawn by their types too, with ids of the pool."""
    assert all(refers_well(each, KIND_OF) for each in claim.asserted_by)


def test_an_empty_pool_is_a_pool() -> None:
    with pytest.raises(ValueError, match=r"the pool has no id for Post\.of; it has none"):
        posts({})


@given(places({}) | events({}))
def test_what_may_refer_to_nothing_does(record: Any) -> None:  # noqa: ANN401 - a Place or an Event
    """Where the pool has nothing to refer to, an optional reference is left out."""
    assert record.part_of is None


def test_the_pool_of_some_records() -> None:
    base = first(entities(ENTITY_KINDS[4]))
    source = first(sources(), lambda each: str(each.id) != str(base.id))
    assert pool_of(base, source) == {"installation": (base.id,), "source": (source.id,)}


# That what makes sense is drawn, and that all of it is


@given(affiliations())
def test_nobody_belongs_to_themselves(claim: Any) -> None:  # noqa: ANN401 - an Affiliation
    """An affiliation is of two."""
    assert claim.of != claim.to


@given(claims(SameAs))
def test_one_kind_is_the_same_as_one_kind(claim: SameAs) -> None:
    """Two different ids of one kind."""
    assert claim.one != claim.other
    assert claim.one.rpartition("-")[0] == claim.other.rpartition("-")[0]


@given(claims(Strength) | claims(Occurrence))
def test_together_takes_two(claim: Strength | Occurrence) -> None:
    """Several places are each another, one place is not together, and no place has no spread."""
    assert len(set(claim.at)) == len(claim.at)
    assert claim.spread is not Spread.TOGETHER or len(claim.at) > 1
    assert claim.spread is Spread.UNSTATED or claim.at


@given(periods())
def test_periods_can_be(period: Period) -> None:
    """Some stay fits every period."""
    assert period.bounds().possible


@given(windows())
def test_windows_have_two_ends(window: str) -> None:
    """A window has a first and a last day."""
    first, last = read_window(window)
    assert abs(first) < 10**7
    assert first <= last < 10**7


@given(days())
def test_days_are_days(date: ImpreciseDate) -> None:
    """An exact day, of the years that the reporting is about."""
    assert date.earliest == date.latest
    assert date.earliest is not None
    assert 2010 <= date.earliest.year <= 2026


@pytest.mark.parametrize(
    "sort",
    [
        lambda date: date.qualifier == "?",
        lambda date: date.qualifier == "~",
        lambda date: date.qualifier == "%",
        lambda date: date.is_season,
        lambda date: date.is_instant,
        lambda date: "T" in date.text and not date.is_instant,
        lambda date: len(date.members) > 1,
        lambda date: date.text.startswith("[.."),
        lambda date: date.text.endswith("..]"),
        lambda date: "X" in date.text,
        lambda date: date.span.first < 0,
        lambda date: date.text.startswith("Y"),
    ],
)
def test_every_form_of_date_is_drawn(sort: Callable[[ImpreciseDate], bool]) -> None:
    first(imprecise_dates(), sort)


@pytest.mark.parametrize(
    "sort",
    [
        *(lambda period, kind=kind: period.end_kind is kind for kind in EndKind),
        lambda period: period.start is None,
        lambda period: period.start is not None and period.start.is_open,
        lambda period: period.start is not None and len(period.start.members) > 1,
        lambda period: period.end is not None and period.end.is_season,
        lambda period: period.end is not None and period.end.qualifier == "~",
        lambda period: period.bounds().s1 == period.bounds().e2,
    ],
)
def test_every_sort_of_period_is_drawn(sort: Callable[[Period], bool]) -> None:
    first(periods(), sort)


@pytest.mark.parametrize("wording", Wording)
def test_every_wording_is_drawn(wording: Wording) -> None:
    def worded(quantity: Quantity) -> bool:
        return quantity.wording is wording

    first(quantities(), worded)


@pytest.mark.parametrize("modality", Modality)
def test_every_modality_is_drawn(modality: Modality) -> None:
    first(controls(), lambda claim: claim.modality is modality)


# Datasets


def kinds_in(dataset: Dataset) -> dict[str, str]:
    records: dict[str, Entity | Source | Claim] = {**dataset.entities, **dataset.sources, **dataset.store.claims}
    return {an_id: record.kind for an_id, record in records.items()}


@FEW
@given(datasets())
def test_datasets_are_coherent(dataset: Dataset) -> None:
    """Every id in a dataset names something in it, of a kind that the field may name."""
    kinds = kinds_in(dataset)
    for record in (*dataset.entities.values(), *dataset.sources.values(), *dataset.claims()):
        for each in references(record):
            assert kinds[each.id] in named_by(each.kinds), (record, each)


@FEW
@given(datasets())
def test_a_remover_removes_an_earlier_claim_of_its_kind_and_subject(dataset: Dataset) -> None:
    """A correction, edition or retraction is of the same kind and subject, and reported no earlier."""
    for claim in dataset.claims():
        for target in (*claim.corrects, *claim.supersedes, *claim.retracts):
            removed: Any = dataset[target]
            assert removed.kind == claim.kind
            assert removed.reported.span <= claim.reported.span
            assert all(getattr(removed, name) == getattr(claim, name) for name in claim.grammar.subject)
            assert int(target.rpartition("-")[2]) < int(claim.id.rpartition("-")[2])


@FEW
@given(datasets())
def test_only_inferences_are_derived(dataset: Dataset) -> None:
    """What is derived from other claims is inferred, and from others than itself."""
    for claim in dataset.claims():
        assert not claim.derived_from or claim.modality is Modality.INFERRED
        assert claim.id not in claim.derived_from


@FEW
@given(datasets())
def test_nothing_is_part_of_itself(dataset: Dataset) -> None:
    """Whatever is part of something is part of what comes before it."""
    for entity in dataset.entities.values():
        assert entity.id not in dataset.store.all_wholes(entity.id)
        assert getattr(entity, "part_of", None) != entity.id


@pytest.mark.parametrize("link", sorted(LINKS))
def test_every_link_between_claims_is_drawn(link: str) -> None:
    first(datasets(), lambda dataset: any(getattr(each, link) for each in dataset.claims()))


@FEW
@given(datasets(max_claims=2))
def test_the_number_of_claims_can_be_bounded(dataset: Dataset) -> None:
    """No dataset has more claims than asked for."""
    assert len(dataset.claims()) <= 2


@pytest.mark.parametrize("field", sorted({each.name for each in attrs.fields(Claim)} - LINKS))
def test_every_field_of_the_envelope_is_drawn(field: str) -> None:
    first(controls(), lambda claim: getattr(claim, field) not in (None, (), {}))


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import oirmodel.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")
    assert "ImportError: oirmodel.testing needs hypothesis: pip install 'oirmodel[testing]'" in done.stderr
