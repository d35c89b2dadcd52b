import math
from typing import Any

import pytest
from hypothesis import given

from oirmodel.errors import InvalidObject
from oirmodel.geo import Box, Point
from oirmodel.testing import boxes, points


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(-180.0, -90.0), (180.0, 90.0), (42.4412, 33.7856), (0, 0), (-0.0, 0.0)]
)
def test_points_on_earth(longitude: float, latitude: float) -> None:
    assert Point(longitude=longitude, latitude=latitude).precision_m is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("longitude", 442.0),
        ("longitude", -180.0001),
        ("longitude", math.nan),
        ("longitude", math.inf),
        ("longitude", "42"),
        ("longitude", True),
        ("longitude", None),
        ("longitude", 10**400),
        ("latitude", 90.0001),
        ("latitude", -91),
        ("precision_m", -1),
        ("precision_m", math.inf),
    ],
)
def test_points_nowhere(field: str, value: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    given_fields: dict[str, Any] = {"longitude": 42.0, "latitude": 33.0, field: value}
    with pytest.raises(InvalidObject) as caught:
        Point(**given_fields)
    assert [each.field for each in caught.value.problems] == [field]


def test_a_box_may_cross_the_antimeridian() -> None:
    assert Box(west=170, south=-10, east=-170, north=10).west == 170


def test_a_box_has_its_south_below_its_north() -> None:
    with pytest.raises(InvalidObject, match="south: expected at most north, 10; got 11"):
        Box(west=0, south=11, east=1, north=10)


@given(points())
def test_points_lie_on_earth(point: Point) -> None:
    """No point that can be made lies outside the degrees of WGS 84."""
    assert -180 <= point.longitude <= 180
    assert -90 <= point.latitude <= 90


@given(boxes())
def test_boxes_are_upright(box: Box) -> None:
    """No box that can be made has its south above its north."""
    assert box.south <= box.north
