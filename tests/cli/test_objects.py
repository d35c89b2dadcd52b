"""What a claim holds, as plain JSON."""

import json

from oirmodel.claims import Attribute
from oirmodel.cli.objects import claim_object
from oirmodel.geo import Point
from oirmodel.query.wording import claim_in_words
from tests.query.building import data, says

POSITION = says(
    Attribute,
    "2025-01-01/2025-12-31",
    id="position",
    of="al-asad",
    aspect="position",
    value="33.7856, -42.4412",
    point=Point(longitude=-42.4412, latitude=33.7856, precision_m=2000),
)


def test_a_point_is_an_object_in_json() -> None:
    said = claim_object(data(POSITION), POSITION)["says"]
    assert json.loads(json.dumps(said))["point"] == {
        "longitude": -42.4412,
        "latitude": 33.7856,
        "precision_m": 2000,
    }


def test_a_point_is_told_as_a_reader_knows_it() -> None:
    assert "33.7856\N{DEGREE SIGN} N, 42.4412\N{DEGREE SIGN} W, within 2000 m" in claim_in_words(
        data(POSITION), POSITION
    )
