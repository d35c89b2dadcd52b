from typing import Any

import pytest
from hypothesis import given

from oirmodel import ids
from oirmodel.claims import CLAIM_KINDS, Casualties, Claim, Posting, Strength
from oirmodel.dataset import references
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import ENTITY_KINDS, Commitment, Entity, Force, Installation, Organization, Person, Place, Source
from oirmodel.frozen import Record
from oirmodel.provenance import Grade, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.testing import datasets
from tests.making import FEW, claim, control, make

ACTORS = (Force, Organization, Person)
SITES = (Installation, Place)


def test_every_reference_of_a_claim() -> None:
    said = control(
        asserted_by=[make(Speaker, who="iraqi-mod"), make(Speaker, who="xinhua")],
        grades=[make(Grade, by="airwars", scheme="airwars", grade="fair")],
        corrects=["control-1"],
        derived_from=["control-2", "control-3"],
    )
    assert {(each.path, each.id, each.kinds) for each in references(said)} == {
        ("/of", "al-asad", SITES),
        ("/by", "iraqi-army", ACTORS),
        ("/asserted_by/0/who", "iraqi-mod", ACTORS),
        ("/asserted_by/1/who", "xinhua", ACTORS),
        ("/citations/0/source", "src-report", (Source,)),
        ("/grades/0/by", "airwars", ACTORS),
        ("/corrects/0", "control-1", (Claim,)),
        ("/derived_from/0", "control-2", (Claim,)),
        ("/derived_from/1", "control-3", (Claim,)),
    }


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            claim(Strength, of="a", at=["b", "c"], quantity=Quantity.none()),
            {"/of": ACTORS, "/at/0": SITES, "/at/1": SITES},
        ),
        (claim(Posting, of="post", by="person"), {"/of": (ENTITY_KINDS[3],), "/by": (Person,)}),
        (claim(Casualties, of="oir", harm="killed", quantity=Quantity.none()), {"/of": (Entity,)}),
        (make(Installation, id="a", part_of="b", place="c"), {"/part_of": (Installation,), "/place": (Place,)}),
        (make(Commitment, id="a", agreement="b"), {"/agreement": (ENTITY_KINDS[8],)}),
        (make(Force, id="a", external_ids=["icao:ORAA"]), {}),
        (make(Source, id="a", title="b", collection="articles"), {}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_references(record: Record, expected: dict[str, Any]) -> None:
    found = {each.path: each.kinds for each in references(record) if not each.path.startswith("/citations")}
    assert found == expected


def test_every_type_of_id_names_something() -> None:
    types = {name for name in ids.__all__ if name.endswith("Id") and name != "ExternalId"}
    assert {each.__name__ for each in KINDS_OF} == types


def test_every_kind_can_be_named() -> None:
    assert set(ENTITY_KINDS) <= {kind for kinds in KINDS_OF.values() for kind in kinds}
    assert all(issubclass(kind, KINDS_OF[ids.ClaimId]) for kind in CLAIM_KINDS)


@FEW
@given(datasets())
def test_no_id_of_an_object_itself_is_a_reference(dataset: Dataset) -> None:
    """What an object refers to is something else, and its own id is no reference."""
    for an_id, record in {**dataset.entities, **dataset.sources, **dataset.store.claims}.items():
        assert an_id not in {each.id for each in references(record)}
