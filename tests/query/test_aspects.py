"""Attributes that take one value at a time: which two of them exclude each other, and which may be one."""

import datetime as dt
from typing import Any

import pytest

from oirmodel import Dataset
from oirmodel.claims import Attribute, Claim
from oirmodel.entities import Installation, Person, Place
from oirmodel.vocab import Aspect
from tests.making import make
from tests.query.building import CONTESTED, DEFINITE, SOURCES, ids, same_as, says

MAY = "2020-05-01/2020-05-31"
LAND = (
    make(Place, id="iraq", category="country", country="IQ"),
    make(Place, id="west", category="area", part_of="iraq"),
    make(Place, id="south", category="area", part_of="iraq"),
    make(Place, id="anbar", category="province", part_of="west"),
    make(Place, id="al-anbar", category="province", part_of="iraq"),
    make(Place, id="basra", category="province", part_of="south"),
    make(Place, id="syria", category="country", country="SY"),
    make(Installation, id="base"),
    make(Person, id="smith"),
)


def held(*claims: Claim) -> Dataset:
    return Dataset(entities=LAND, sources=SOURCES, claims=claims)


def attribute(aspect: str, value: str, period: str = MAY, **fields: Any) -> Attribute:  # noqa: ANN401 - whatever it takes
    return says(Attribute, period, **({"of": "base", "aspect": aspect, "value": value} | fields))


def place(an_id: str, **fields: Any) -> Attribute:  # noqa: ANN401 - as above
    return attribute("place", f"in {an_id}", entity=an_id, **fields)


def conflicting(*claims: Claim) -> list[list[str]]:
    return [sorted(ids(each.claims)) for each in held(*claims).conflicts()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("anbar", id="a"), place("basra", id="b")),
        (place("anbar", id="a"), place("syria", id="b")),
        (attribute("code", "icao:ORAA", id="a"), attribute("code", "icao:ORBI", id="b")),
        (attribute("code", "iata:IQA", id="a"), attribute("code", "iata:BGW", id="b")),
        (attribute("rank", "Maj. Gen.", of="smith", id="a"), attribute("rank", "Brig. Gen.", of="smith", id="b")),
        (attribute("rank", "Major General", of="smith", id="a"), attribute("rank", "Lt. Gen.", of="smith", id="b")),
    ],
)
def test_two_values_of_one_time_exclude_each_other(one: Attribute, other: Attribute) -> None:
    assert conflicting(one, other) == [["a", "b"]]
    assert conflicting(other, one) == [["a", "b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (place("anbar"), place("west")),
        (place("anbar"), place("south")),
        (place("anbar"), place("iraq")),
        (place("anbar"), attribute("place", "north of Baghdad")),
        (attribute("place", "west of Baghdad"), attribute("place", "north of Baghdad")),
        (attribute("code", "icao:ORAA"), attribute("code", "iata:IQA")),
        (attribute("code", "icao:ORAA"), attribute("code", "ORBI")),
        (attribute("code", "geonames:1"), attribute("code", "geonames:2")),
        (attribute("rank", "Maj. Gen."), attribute("rank", "major general")),
        (attribute("rank", "Maj. Gen."), attribute("rank", "Liwa")),
        (attribute("ordinal", "largest airbase"), attribute("ordinal", "second-largest airbase")),
        (attribute("name", "Al-Asad"), attribute("name", "Qadisiyah")),
        (attribute("founder", "Iraq"), attribute("founder", "Yugoslavia")),
        (attribute("other", "icao:ORAA"), attribute("other", "icao:ORBI")),
        (attribute("rank", "Maj. Gen."), attribute("name", "Brig. Gen.")),
    ],
)
def test_two_that_may_be_one_or_both_exclude_nothing(one: Attribute, other: Attribute) -> None:
    assert conflicting(one, other) == []


def test_two_ids_of_one_place_are_one() -> None:
    assert conflicting(place("anbar", id="a"), place("al-anbar", id="b")) == [["a", "b"]]
    assert conflicting(place("anbar"), place("al-anbar"), same_as("anbar", "al-anbar")) == []


def test_one_value_after_the_other_is_none() -> None:
    earlier = attribute("rank", "Brig. Gen.", "2019/2020-05-01", of="smith")
    later = attribute("rank", "Maj. Gen.", "2020-05-01/2021", of="smith")
    assert conflicting(earlier, later) == []


def test_it_is_told_why() -> None:
    (found,) = held(place("anbar"), place("basra")).conflicts()
    assert found.why == (
        "attribute of base: in anbar (place) and in basra (place) are both said from 2020-05-01 to 2020-05-31, "
        "and each excludes the other"
    )


def test_a_history_has_them_contested() -> None:
    (segment,) = held(place("anbar"), place("basra")).history("attribute", "base", during="2020-05-10").segments
    assert segment.status is CONTESTED
    both = held(place("anbar"), attribute("name", "Al-Asad"))
    (segment,) = both.history("attribute", "base", during="2020-05-10").segments
    assert (segment.status, len(segment.candidates)) == (DEFINITE, 2)


def test_the_index_agrees_with_the_history() -> None:
    told = held(place("anbar"), place("basra", period="2020-05-10/2020-06-10"), attribute("name", "Al-Asad"))
    for day in ("2020-05-05", "2020-05-15", "2020-06-05", "2021-01-01"):
        (segment,) = told.history("attribute", "base", during=day).segments
        ordinal = dt.date.fromisoformat(day).toordinal()
        assert told.index("attribute").on("base", ordinal) == (segment.status, segment.value)


def test_which_aspects_are_single() -> None:
    assert {each.value for each in Aspect if each.single} == {"place", "rank", "code"}
