import copy
import math
import pickle
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oirmodel.claims import CLAIM_KINDS, Control
from oirmodel.entities import ENTITY_KINDS, Force
from oirmodel.errors import MISSING, InvalidObject
from oirmodel.extensions import Extensions
from oirmodel.frozen import FrozenMap, Record, copier, evolve, freeze
from oirmodel.geo import Point
from oirmodel.names import Name
from oirmodel.temporal import Period
from oirmodel.testing import (
    boxes,
    citations,
    claims,
    entities,
    extensions,
    external_ids,
    grades,
    imprecise_dates,
    names,
    periods,
    points,
    quantities,
    sources,
    speakers,
)
from oirmodel.vocab import Degree
from tests.making import FEW, control, make

STRATEGIES: dict[str, st.SearchStrategy[Record]] = {
    "Name": names(),
    "ExternalId": external_ids(),
    "Point": points(),
    "Box": boxes(),
    "Quantity": quantities(),
    "ImpreciseDate": imprecise_dates(),
    "Period": periods(),
    "Citation": citations(),
    "Speaker": speakers(),
    "Grade": grades(),
    "Source": sources(),
    **{kind.__name__: entities(kind) for kind in ENTITY_KINDS},
    **{kind.__name__: claims(kind) for kind in CLAIM_KINDS},
}
every_kind = pytest.mark.parametrize("kind", STRATEGIES)


def fields_of(record: Record) -> tuple[Any, ...]:
    cls: Any = type(record)
    fields: tuple[Any, ...] = attrs.fields(cls)
    return fields


def reachable(value: object) -> Iterator[object]:
    """A value and all that can be reached from it, down to what has no parts."""
    yield value
    parts: list[object] = []
    if isinstance(value, Record):
        parts = [getattr(value, each.name) for each in fields_of(value)]
    elif isinstance(value, FrozenMap):
        parts = [each for entry in value.items() for each in entry]
    elif isinstance(value, tuple | frozenset):
        parts = list(value)
    for part in parts:
        yield from reachable(part)


@every_kind
@FEW
@given(st.data())
def test_nothing_mutable_can_be_reached(kind: str, data: st.DataObject) -> None:
    """Whatever a record holds is itself a record, a frozen mapping, a tuple, or has no parts."""
    for each in reachable(data.draw(STRATEGIES[kind])):
        assert isinstance(each, Record | FrozenMap | tuple | frozenset | Enum) or type(each) in {
            str,
            int,
            float,
            bool,
            type(None),
        }, type(each)


@every_kind
@FEW
@given(st.data())
def test_copies_are_equal_and_hash_alike(kind: str, data: st.DataObject) -> None:
    """A record that was pickled, copied deeply or evolved by nothing equals the first and has its hash."""
    record = data.draw(STRATEGIES[kind])
    for again in (pickle.loads(pickle.dumps(record)), copy.deepcopy(record), copy.copy(record), evolve(record)):  # noqa: S301 - bytes made on this very line
        assert type(again) is type(record)
        assert again == record
        assert hash(again) == hash(record)
        assert repr(again) == repr(record)


@every_kind
@FEW
@given(st.data())
def test_a_record_is_remade_from_its_fields(kind: str, data: st.DataObject) -> None:
    """A class called with the fields of a record gives the same record."""
    record = data.draw(STRATEGIES[kind])
    cls: Any = type(record)
    fields = {each.name: getattr(record, each.name) for each in fields_of(record) if each.init}
    assert cls(**fields) == record


@every_kind
@settings(max_examples=5)
@given(st.data())
def test_no_field_can_be_set(kind: str, data: st.DataObject) -> None:
    """Fields can neither be set nor deleted, and no attribute can be added."""
    record = data.draw(STRATEGIES[kind])
    for each in fields_of(record):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, each.name, getattr(record, each.name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, each.name)
    with pytest.raises(AttributeError):
        record.anything = 1  # type: ignore[attr-defined]  # what is tested
    assert not hasattr(record, "__dict__")


@every_kind
@settings(max_examples=5)
@given(st.data())
def test_evolve_checks_like_making(kind: str, data: st.DataObject) -> None:
    """A change that no new object could have is refused, field by field."""
    record = data.draw(STRATEGIES[kind])
    wrong = {each.name: object() for each in fields_of(record) if each.init}
    with pytest.raises(InvalidObject) as caught:
        evolve(record, **wrong)
    assert {each.field for each in caught.value.problems} == set(wrong)
    assert caught.value.name == kind


def outcome(make: Callable[..., object], *args: object, **fields: object) -> object:
    """What is made, or what is wrong with it."""
    try:
        return make(*args, **fields)
    except InvalidObject as refused:
        return refused.problems


@every_kind
@FEW
@given(st.data())
def test_evolve_is_making_anew(kind: str, data: st.DataObject) -> None:
    """A copy with some fields of another record is what the class makes of those fields, or the same refusal."""
    record, other = data.draw(STRATEGIES[kind]), data.draw(STRATEGIES[kind])
    names = [each.name for each in fields_of(record) if each.init]
    changes = {name: getattr(other, name) for name in data.draw(st.sets(st.sampled_from(names)))}
    fields = {name: getattr(record, name) for name in names} | changes
    assert outcome(type(record), **fields) == outcome(evolve, record, **changes)


@every_kind
@FEW
@given(st.data())
def test_a_copier_does_what_evolve_does(kind: str, data: st.DataObject) -> None:
    """A copy by a copier is the copy by evolve with the same changes, or the same refusal, whatever was checked."""
    record, other, third = (data.draw(STRATEGIES[kind]) for _ in range(3))
    names = sorted(data.draw(st.sets(st.sampled_from([each.name for each in fields_of(record) if each.init]))))
    checked = data.draw(st.sets(st.sampled_from(names))) if names else set()
    copy = copier(record, *names, checked=checked)
    for source in (other, third):
        values = {name: getattr(source, name) for name in names}
        assert outcome(copy, *values.values()) == outcome(evolve, record, **values)


def test_a_copier_checks_what_it_is_given() -> None:
    move = copier(Point(longitude=0, latitude=0), "longitude", "latitude")
    assert move(1, 2) == Point(longitude=1, latitude=2)
    with pytest.raises(InvalidObject) as caught:
        move(181, "north")
    assert [each.field for each in caught.value.problems] == ["longitude", "latitude"]


def test_a_copier_knows_no_other_field() -> None:
    with pytest.raises(
        ValueError, match="Point has no field 'lattitude'; its fields are longitude, latitude, precision_m"
    ):
        copier(Point(longitude=0, latitude=0), "lattitude")


def test_evolve_changes_what_it_is_given() -> None:
    assert evolve(Point(longitude=42.44, latitude=33.79), latitude=33.8) == Point(longitude=42.44, latitude=33.8)
    assert evolve(control(id="c"), degree="full").degree is Degree.FULL


def test_evolve_knows_no_other_field() -> None:
    with pytest.raises(InvalidObject) as caught:
        evolve(Point(longitude=0, latitude=0), lattitude=1)
    assert [each.field for each in caught.value.problems] == ["lattitude"]


def test_all_problems_are_reported_at_once() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(
            Control,
            of="Al Asad",
            degree="total",
            period="2017",
            reported="..",
            asserted_by="iraqi-mod",
            citations=[],
            assumptions=["fine", 5, "also fine", None],
            extensions={"score": 1},
            modalty="asserted",
        )
    assert {each.field: each.value for each in caught.value.problems} == {
        "of": "Al Asad",
        "by": MISSING,
        "degree": "total",
        "period": "2017",
        "reported": caught.value.problems[1].value,
        "asserted_by": "iraqi-mod",
        "citations": (),
        "modality": MISSING,
        "assumptions[1]": 5,
        "assumptions[3]": None,
        "extensions": "score",
        "modalty": "asserted",
    }
    assert str(caught.value).startswith("cannot make Control: 12 problems\n  - period: expected Period; got '2017'\n")


def test_a_misspelt_field_is_told_the_right_ones() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Point, longitude=1, latitude=2, precison_m=3)
    assert str(caught.value) == (
        "cannot make Point: precison_m: Point has no such field; its fields are longitude, latitude, precision_m; got 3"
    )


def test_fields_are_given_by_name() -> None:
    with pytest.raises(InvalidObject) as caught:
        Point(42.44, 33.79)  # type: ignore[call-arg]  # what is tested
    assert [each.field for each in caught.value.problems] == ["(positional)", "longitude", "latitude"]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("note", 5, "note: expected text; got 5"),
        ("note", b"x", "note: expected text; got b'x'"),
        (
            "note",
            "bell\x07",
            "note: expected text without control characters or lone surrogates (U+0007); got 'bell\\x07'",
        ),
        ("of", None, "of: expected an id: small letters and digits, in words joined by hyphens; got None"),
        ("of", "al_asad", "of: expected an id: small letters and digits, in words joined by hyphens; got 'al_asad'"),
        ("id", "", "id: expected an id: small letters and digits, in words joined by hyphens; got ''"),
        ("period", None, "period: expected Period; got None"),
        ("reported", None, "reported: expected text; got None"),
        ("reported", "2026-13", "reported: there is no month 13, at character 6; got '2026-13'"),
        ("citations", None, "citations: expected a tuple or a list; got None"),
        ("citations", ["src"], "citations[0]: expected Citation; got 'src'"),
        ("assumptions", {"a"}, "assumptions: expected a tuple or a list; got {'a'}"),
        (
            "corrects",
            ["a", "B"],
            "corrects[1]: expected an id: small letters and digits, in words joined by hyphens; got 'B'",
        ),
        ("extensions", [1], "extensions: expected a mapping; got [1]"),
        (
            "extensions",
            {"acme:x": object},
            "extensions: expected plain, immutable values, not type; got {'acme:x': <class 'object'>}",
        ),
        ("degree", None, "degree: expected one of 'unstated', 'full', 'partial', 'shared', 'contested'; got None"),
        ("degree", [], "degree: expected one of 'unstated', 'full', 'partial', 'shared', 'contested'; got []"),
    ],
)
def test_refused(field: str, value: object, expected: str) -> None:
    with pytest.raises(InvalidObject) as caught:
        control(**{field: value})
    assert str(caught.value) == f"cannot make Control: {expected}"


@pytest.mark.parametrize("value", [True, "33", None, math.nan, math.inf, 10**400, 1j])
def test_no_numbers(value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidObject, match="latitude: expected a finite number"):
        Point(longitude=0, latitude=value)


@pytest.mark.parametrize("value", [1, 0, "true", None])
def test_no_truth_values(value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidObject, match="placeholder: expected bool"):
        make(Force, id="a", placeholder=value)


def test_only_what_is_said_is_converted() -> None:
    claim = control(degree="full", assumptions=["a", "b"], extensions={"acme:x": [1]}, recorded="2026-02")
    assert claim.degree is Degree.FULL
    assert claim.assumptions == ("a", "b")
    assert isinstance(claim.extensions, FrozenMap)
    assert claim.period == Period()


def test_every_wrong_external_id_is_named() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Force, id="a", external_ids=["icao:ORAA", "bad", "icao:x"])
    assert [each.field for each in caught.value.problems] == ["external_ids[1]", "external_ids[2]"]


# FrozenMap

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=3), JSON, max_size=4))
def test_a_frozen_map_is_deeply_frozen(entries: dict[str, Any]) -> None:
    """Lists become tuples and mappings frozen ones, to the bottom."""
    for each in reachable(FrozenMap(entries)):
        assert type(each) in {FrozenMap, tuple, str, int, bool, type(None)}


@given(extensions())
def test_a_frozen_map_is_remade(entries: Extensions) -> None:
    """Pickled, copied deeply, or made again from its own entries in any order, it is equal and hashes alike."""
    for again in (
        pickle.loads(pickle.dumps(entries)),  # noqa: S301 - bytes made on this very line
        copy.deepcopy(entries),
        FrozenMap(dict(reversed(list(entries.items())))),
    ):
        assert again == entries
        assert hash(again) == hash(entries)


@given(st.dictionaries(st.text(max_size=3), st.integers()), st.dictionaries(st.text(max_size=3), st.integers()))
def test_frozen_maps_are_equal_as_dicts_are(one: dict[str, int], other: dict[str, int]) -> None:
    """Two frozen maps are equal where the dicts they were made from are."""
    assert (FrozenMap(one) == FrozenMap(other)) is (one == other)
    assert (FrozenMap(one) == other) is (one == other)


def test_a_frozen_map_is_a_mapping() -> None:
    scores = FrozenMap({"b": 1, "a": [2, {"c": {3}}]})
    assert list(scores) == ["b", "a"]
    assert len(scores) == 2
    assert "a" in scores
    assert scores["a"] == (2, FrozenMap({"c": frozenset({3})}))
    assert scores.get("z") is None
    with pytest.raises(KeyError):
        scores["z"]
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"
    assert FrozenMap() == {}
    assert FrozenMap({"a": 1}) != [("a", 1)]


def test_a_frozen_map_does_not_change() -> None:
    source = {"a": [1]}
    scores = FrozenMap(source)
    source["a"].append(2)
    assert scores == {"a": (1,)}
    for attempt in ("scores['b'] = 1", "del scores['a']", "scores.update(b=1)", "scores.a = 1", "del scores._entries"):
        with pytest.raises((TypeError, AttributeError)):
            exec(attempt, {"scores": scores})  # noqa: S102 - statements that a type checker would refuse
    assert scores == {"a": (1,)}


@pytest.mark.parametrize("value", [object(), bytearray(b"x"), iter([]), [bytearray()], {"a": object()}, lambda: None])
def test_what_could_change_is_not_frozen(value: object) -> None:
    with pytest.raises(TypeError, match="expected plain, immutable values"):
        freeze(value)


def test_records_are_frozen_already() -> None:
    name = Name(text="Al-Asad")
    assert freeze(name) is name
    assert freeze(Degree.FULL) is Degree.FULL
