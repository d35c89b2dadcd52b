"""Points and boxes lie in their countries, as far as boxes around those can tell."""

import pytest

from oirmodel import Dataset, Finding, Severity, check
from oirmodel.checks.ground import GROUND
from oirmodel.entities import Installation, Place
from oirmodel.geo import Box, Point
from tests.making import make


def found(longitude: float, latitude: float, country: str | None = "IQ", **fields: float) -> tuple[Finding, ...]:
    """What is found of a base at a point, in a province of a country."""
    land = make(Place, id="land", country=country)
    point = make(Point, longitude=longitude, latitude=latitude, **fields)
    base = make(Installation, id="base", place="province", point=point)
    return check(Dataset(entities=(land, make(Place, id="province", part_of="land"), base)))


@pytest.mark.parametrize(
    ("longitude", "latitude", "country"),
    [
        (44.4, 33.3, "IQ"),
        (36.3, 33.5, "SY"),
        (47.97, 29.35, "KW"),
        (-157.9, 21.3, "US"),
        (179.0, -17.8, "FJ"),
        (-179.9, -17.0, "FJ"),
        (2.35, 48.85, "FR"),
        (55.5, -21.1, "FR"),
    ],
)
def test_what_lies_in_its_country_is_left_alone(longitude: float, latitude: float, country: str) -> None:
    assert found(longitude, latitude, country) == ()


@pytest.mark.parametrize(("longitude", "latitude"), [(44.4, 23.3), (-44.4, 33.3), (28.0, 33.3), (51.0, 33.3)])
def test_a_point_lies_in_its_country(longitude: float, latitude: float) -> None:
    (finding,) = found(longitude, latitude)
    assert (finding.code, finding.severity, finding.pointer) == ("OIR401", Severity.WARNING, "/installations/0/point")
    assert finding.message == (
        f"base: the point at longitude {longitude:g}, latitude {latitude:g} lies outside its country 'IQ'"
    )
    assert (finding.subjects, finding.hint) == (("base",), "the place or the country is wrong")


def test_exchanged_figures_are_told() -> None:
    (finding,) = found(33.7856, 42.4412)
    assert finding.hint == "are longitude and latitude exchanged?"


def test_what_is_within_25_km_of_the_box_is_left_alone() -> None:
    """Iraq lies north of 29.06 degrees: 0.2 of a degree are 22 km, 0.3 are 33."""
    assert found(44.4, 28.86) == ()
    assert [each.code for each in found(44.4, 28.76)] == ["OIR401"]


def test_a_vague_point_may_lie_inside() -> None:
    assert found(44.4, 28.06, precision_m=90_000) == ()
    assert [each.code for each in found(44.4, 28.06, precision_m=80_000)] == ["OIR401"]


@pytest.mark.parametrize("country", [None, "ZZ"])
def test_no_country_or_one_that_the_table_lacks_is_not_looked_at(country: str | None) -> None:
    assert found(0, 0, country) == ()


def test_a_point_across_the_border_within_the_box_is_not_found() -> None:
    """Deir ez-Zor, in Syria, lies within the box around Iraq."""
    assert found(40.14, 35.33) == ()


@pytest.mark.parametrize(
    ("edges", "codes"),
    [((40, 30, 60, 40), []), ((60, 30, 65, 40), ["OIR401"]), ((170, 30, -170, 40), ["OIR401"])],
)
def test_a_box_shares_ground_with_its_country(edges: tuple[float, ...], codes: list[str]) -> None:
    box = make(Box, **dict(zip(("west", "south", "east", "north"), edges, strict=True)))
    assert [each.code for each in check(Dataset(entities=(make(Place, id="p", country="IQ", box=box),)))] == codes


def test_every_box_is_one_on_the_earth() -> None:
    for code, boxes in GROUND.items():
        assert len(code) == 2
        for west, south, east, north in boxes:
            assert -180.01 <= west < east <= 180.01
            assert -90.01 <= south < north <= 90.01
