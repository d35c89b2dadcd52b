import pytest
from hypothesis import given

from oirmodel.dataset import Records
from oirmodel.dataset.arrays import ARRAYS, listed, pointers
from oirmodel.entities import Force, Source
from oirmodel.query import Dataset
from oirmodel.testing import datasets
from tests.making import FEW, control, make


def test_the_arrays_in_order() -> None:
    assert list(ARRAYS) == [
        "sources",
        "forces",
        "organizations",
        "persons",
        "posts",
        "installations",
        "places",
        "operations",
        "events",
        "agreements",
        "commitments",
        "controls",
        "ownerships",
        "presences",
        "strengths",
        "strength_changes",
        "affiliations",
        "postings",
        "participations",
        "operation_statuses",
        "purposes",
        "occurrences",
        "casualties",
        "tallies",
        "attributions",
        "agreement_statuses",
        "commitment_terms",
        "commitment_statuses",
        "orders",
        "attributes",
        "assessments",
        "same_as",
        "different_from",
    ]


@pytest.mark.parametrize(
    ("array", "kind"), [("sources", "source"), ("tallies", "tally"), ("operation_statuses", "operation_status")]
)
def test_an_array_is_of_one_kind(array: str, kind: str) -> None:
    assert ARRAYS[array].kind == kind


RECORDS = Records(
    entities=[make(Force, id="b"), make(Force, id="a")],
    sources=[make(Source, id="src-report", title="A report")],
    claims=[control(id="c2"), control(id="c1", reported="2026-02-01")],
)


def test_listed_by_id_without_empty_arrays() -> None:
    assert {array: [each.id for each in group] for array, group in listed(RECORDS).items()} == {
        "sources": ["src-report"],
        "forces": ["a", "b"],
        "controls": ["c1", "c2"],
    }


def test_where_each_stands() -> None:
    assert pointers(RECORDS) == {
        "src-report": "/sources/0",
        "a": "/forces/0",
        "b": "/forces/1",
        "c1": "/controls/0",
        "c2": "/controls/1",
    }


def test_a_view_lists_its_own_claims() -> None:
    assert "c1" not in pointers(RECORDS.as_known(on="2026-01-17"))
    assert pointers(RECORDS.as_known(on="2026-01-17"))["c2"] == "/controls/0"


@FEW
@given(datasets())
def test_everything_is_listed_once(dataset: Dataset) -> None:
    """Every object of a dataset stands in one array, at a place of its own."""
    found = pointers(dataset)
    assert set(found) == {*dataset.entities, *dataset.sources, *(each.id for each in dataset.claims())}
    assert len(set(found.values())) == len(found)
