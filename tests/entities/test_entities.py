from typing import Any

import pytest
from hypothesis import given

from oirmodel.entities import ENTITY_KINDS, Entity, Force, Installation, Operation, Place, Post, Source
from oirmodel.errors import InvalidObject
from oirmodel.ids import ExternalId
from oirmodel.temporal import ImpreciseDate
from oirmodel.testing import entities
from oirmodel.vocab import ForceCategory, OperationCategory
from tests.making import make


def test_kinds() -> None:
    assert [each.kind for each in ENTITY_KINDS] == [
        "force",
        "organization",
        "person",
        "post",
        "installation",
        "place",
        "operation",
        "event",
        "agreement",
        "commitment",
    ]
    assert Source.kind == "source"


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_kind_is_no_field(kind: type[Entity]) -> None:
    with pytest.raises(InvalidObject, match=f"{kind.__name__} has no such field"):
        make(kind, kind=kind.kind)


@given(entities())
def test_an_entity_says_only_which_thing_is_meant(entity: Entity) -> None:
    """No entity says when anything was so, or who says so: that is for claims."""
    assert not {"period", "reported", "citations", "modality"} & set(dir(entity))


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        ("force", {"id"}),
        ("organization", {"id"}),
        ("person", {"id"}),
        ("post", {"id", "of", "title"}),
        ("installation", {"id"}),
        ("place", {"id"}),
        ("operation", {"id"}),
        ("event", {"id"}),
        ("agreement", {"id"}),
        ("commitment", {"id", "agreement"}),
    ],
)
def test_what_each_kind_needs(kind: str, needs: set[str]) -> None:
    (cls,) = (each for each in ENTITY_KINDS if each.kind == kind)
    with pytest.raises(InvalidObject) as caught:
        make(cls)
    assert {each.field for each in caught.value.problems} == needs


def test_no_default_says_more_than_silence() -> None:
    force = make(Force, id="us-army")
    assert (force.category, force.country, force.placeholder) == (ForceCategory.UNSTATED, None, False)
    assert (force.names, force.external_ids, force.note, len(force.extensions)) == ((), (), None, 0)
    assert make(Operation, id="oir").category is OperationCategory.UNSTATED
    assert not make(Post, id="commander", of="us-army", title="Commander").single


def test_external_ids_are_read_from_texts() -> None:
    base = make(Installation, id="al-asad", external_ids=["icao:ORAA", ExternalId(scheme="iata", value="IQA")])
    assert [each.format() for each in base.external_ids] == ["icao:ORAA", "iata:IQA"]


def test_one_text_is_not_a_list_of_external_ids() -> None:
    with pytest.raises(InvalidObject, match="external_ids: expected a tuple or a list of external ids"):
        make(Installation, id="al-asad", external_ids="icao:ORAA")


@pytest.mark.parametrize("country", ["iq", "IRQ", "I", "", "ΙQ"])  # the last begins with a Greek letter
def test_no_countries(country: str) -> None:
    with pytest.raises(InvalidObject, match="country: expected a country code of ISO 3166-1"):
        make(Force, id="a", country=country)


@pytest.mark.parametrize("code", ["IQ", "IQ-", "iq-an", "IQ-ANBAR", "IQ_AN"])
def test_no_subdivisions(code: str) -> None:
    with pytest.raises(InvalidObject, match="iso_3166_2: expected a code of ISO 3166-2"):
        make(Place, id="a", iso_3166_2=code)


@pytest.mark.parametrize("zone", ["Asia/Bagdad", "", "Baghdad", "/etc/passwd", "../../etc/passwd", "Asia", "\x00"])
@pytest.mark.parametrize("kind", [Installation, Place])
def test_no_time_zones(kind: type[Entity], zone: str) -> None:
    with pytest.raises(InvalidObject, match="timezone: "):
        make(kind, id="a", timezone=zone)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org",
        "javascript:alert(1)",
        "example.org",
        "https://",
        "https://a b",
        "https://a\n",
        'https://a"',
        "https://<a>",
    ],
)
@pytest.mark.parametrize("field", ["url", "archived"])
def test_links_are_of_the_web(field: str, address: str) -> None:
    fields: dict[str, Any] = {"id": "s", "title": "t", field: address}
    with pytest.raises(InvalidObject, match=f"{field}: "):
        make(Source, **fields)


def test_a_source() -> None:
    source = make(
        Source,
        id="src-1",
        title="Strikes",
        published="[2026-01-17..]",
        accessed="2026-02-01",
        authors=["A. B."],
    )
    assert source.published == ImpreciseDate.parse("[2026-01-17..]")
    assert source.authors == ("A. B.",)
    assert (source.publisher, source.language, source.url, source.collection) == (None, None, None, None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ["title"]),
        ({"title": ""}, ["title"]),
        ({"title": "t", "published": ".."}, ["published"]),
        ({"title": "t", "accessed": ".."}, ["accessed"]),
        ({"title": "t", "collection": "Articles"}, ["collection"]),
        ({"title": "t", "authors": "A. B."}, ["authors"]),
    ],
)
def test_no_sources(fields: dict[str, Any], wrong: list[str]) -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Source, id="src-1", **fields)
    assert [each.field for each in caught.value.problems] == wrong


def test_the_language_of_a_source_is_a_tag() -> None:
    with pytest.raises(InvalidObject, match="language"):
        make(Source, id="src-1", title="t", language="English, I think")
