import pytest
from hypothesis import given

from oirmodel.dataset import Records, name_key
from oirmodel.entities import Entity, Force, Installation, Person, Place
from oirmodel.errors import AmbiguousName, UnknownName
from oirmodel.names import Name
from oirmodel.query import Dataset
from oirmodel.testing import datasets
from tests.making import FEW, make


def named(kind: type[Entity], an_id: str, *texts: str) -> Entity:
    return make(kind, id=an_id, names=[make(Name, text=each) for each in texts])


RECORDS = Records(
    entities=[
        named(Installation, "al-asad", "Al-Asad Airbase", "Al-Asad", "Ain al-Asad", "عين الأسد", "Аль-Асад"),
        named(Installation, "qayyarah-west", "Qayyārah West", "القيارة"),
        named(Installation, "k-1", "K-1"),
        named(Place, "hewler", "Hewlêr", "Erbil", "هەولێر"),
        named(Place, "strasse", "Große Straße"),
        named(Person, "bashar-al-assad", "Bashar al-Assad", "Al-Asad"),
        named(Force, "unnamed"),
    ]
)


@pytest.mark.parametrize(
    ("text", "an_id"),
    [
        ("al-asad", "al-asad"),
        ("Ain al-Asad", "al-asad"),
        ("AIN AL ASAD", "al-asad"),
        ("ainalasad", "al-asad"),
        ("  ain   al_asad ", "al-asad"),
        ("عين الأسد", "al-asad"),
        ("عين الاسد", "al-asad"),
        ("عَيْن الأسد", "al-asad"),
        ("عـين الأسد", "al-asad"),
        ("аль-асад", "al-asad"),
        ("Qayyarah West", "qayyarah-west"),
        ("Qayya\u0304rah-West", "qayyarah-west"),
        ("K1", "k-1"),
        ("K–1", "k-1"),
        ("hewler", "hewler"),
        ("HEWLÊR", "hewler"),
        ("grosse strasse", "strasse"),
        ("unnamed", "unnamed"),
    ],
)
def test_found_by_any_spelling(text: str, an_id: str) -> None:
    assert [each.id for each in RECORDS.find(text)] == [an_id]


@pytest.mark.parametrize("text", ["Al-Asad Air Base, Iraq", "Asad", "al-asa", "Raqqa", ""])
def test_names_are_compared_whole(text: str) -> None:
    assert RECORDS.find(text) == ()


def test_a_name_of_several_is_ambiguous() -> None:
    assert {each.id for each in RECORDS.find("Al Asad")} == {"al-asad", "bashar-al-assad"}
    with pytest.raises(AmbiguousName) as caught:
        RECORDS.entity("Al Asad")
    assert set(caught.value.candidates) == {"al-asad", "bashar-al-assad"}


def test_an_id_comes_before_names() -> None:
    assert RECORDS.entity("al-asad").id == "al-asad"


def test_the_kind_may_tell_them_apart() -> None:
    assert RECORDS.entity("Al Asad", Installation).id == "al-asad"
    assert RECORDS.entity("Al Asad", Person).id == "bashar-al-assad"
    assert RECORDS.entity("al-asad", Person).id == "bashar-al-assad"


def test_an_entity_stands_for_itself() -> None:
    assert RECORDS.entity(RECORDS.entities["k-1"]).id == "k-1"


def test_an_unknown_name_is_told_what_is_spelt_alike() -> None:
    with pytest.raises(UnknownName) as caught:
        RECORDS.entity("Ain al-Assad", Installation)
    assert caught.value.sought == "installation"
    assert caught.value.suggestions[0] == "al-asad"


def test_only_what_was_sought_is_suggested() -> None:
    with pytest.raises(UnknownName) as caught:
        RECORDS.entity("Ain al-Assad", Installation)
    assert caught.value.suggestions == ("al-asad",)


def test_an_unknown_name_of_any_of_several_kinds() -> None:
    with pytest.raises(UnknownName) as caught:
        RECORDS.entity("zzz", Installation, Place)
    assert (caught.value.sought, caught.value.suggestions) == ("installation or place", ())


@FEW
@given(datasets())
def test_everything_is_found_by_each_of_its_names(dataset: Dataset) -> None:
    """An entity is among those that its id, and each of its names in any case, find."""
    for entity in dataset.entities.values():
        for name in entity.names:
            assert entity in dataset.find(name.text)
            assert entity in dataset.find(name.text.casefold())
        assert dataset.find(entity.id) == (entity,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Al-Asad", "al asad", True),
        ("عين الأسد", "عين الاسد", True),
        ("Hewlêr", "Hewler", True),
        ("İstanbul", "istanbul", True),
        ("ＡＩＮ", "ain", True),
        ("Camp 1", "Camp 2", False),
        ("Tal Afar", "Tel Afar", False),
        ("الرقة", "الرقه", False),
    ],
)
def test_name_key(one: str, other: str, *, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


@pytest.mark.parametrize("text", ["ʿAin al-Asad", "ʾAin al-Asad"])
def test_ayn_and_hamza_are_marks(text: str) -> None:
    assert [each.id for each in RECORDS.find(text)] == ["al-asad"]


def test_a_name_of_signs_finds_only_itself() -> None:
    records = Records(entities=[named(Force, "a", "???"), named(Force, "b", "Al-Asad")])
    assert records.find("!") == ()
