import pytest
from hypothesis import given

from oirmodel.errors import InvalidObject
from oirmodel.ids import ExternalId
from oirmodel.testing import external_ids
from tests.making import make


@given(external_ids())
def test_parse_inverts_format(external_id: ExternalId) -> None:
    """What is written is read as the same."""
    assert ExternalId.parse(external_id.format()) == external_id


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("icao:ORAA", "icao", "ORAA"),
        ("iata:IQA", "iata", "IQA"),
        ("wikidata:Q42", "wikidata", "Q42"),
        ("geonames:98182", "geonames", "98182"),
        ("ucdp:234", "ucdp", "234"),
        ("sfm:c7a4-11", "sfm", "c7a4-11"),
        ("doi:10.1000/xyz:1", "doi", "10.1000/xyz:1"),
    ],
)
def test_parse(text: str, scheme: str, value: str) -> None:
    assert ExternalId.parse(text) == make(ExternalId, scheme=scheme, value=value)
    assert ExternalId.parse(text).format() == text


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("ORAA", "scheme", "scheme:value, such as 'icao:ORAA'"),
        ("ICAO:ORAA", "scheme", "a scheme in small letters"),
        (":ORAA", "scheme", "a scheme in small letters"),
        ("icao:oraa", "value", "four capital letters or digits"),
        ("icao:ORAAA", "value", "four capital letters or digits"),
        ("iata:IQ", "value", "three capital letters"),
        ("wikidata:42", "value", "an item such as Q42"),
        ("wikidata:Q042", "value", "an item such as Q42"),
        ("geonames:0", "value", "a whole number"),
        ("ucdp:١٢", "value", "a whole number"),
        ("sfm:", "value", "a value without white space"),
        ("sfm:a b", "value", "a value without white space"),
        ("sfm:" + "x" * 201, "value", "a value without white space"),
        ("x" * 33 + ":a", "scheme", "a scheme in small letters"),
    ],
)
def test_refused(text: str, field: str, expected: str) -> None:
    with pytest.raises(InvalidObject) as caught:
        ExternalId.parse(text)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert expected in problem.expected
