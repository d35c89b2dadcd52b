"""Nothing has two values of an attribute of which it takes one at a time."""

import pytest

from oirmodel import Severity, check
from oirmodel.claims import Attribute, Claim
from tests.query.building import data, says

MAY = "2020-05-01/2020-05-31"


def code(value: str, period: str = MAY, an_id: str = "b", modality: str = "asserted") -> Claim:
    return says(Attribute, period, id=an_id, of="al-asad", aspect="code", value=value, modality=modality)


ONE = code("icao:ORAA", an_id="a")


def test_nothing_has_two_values_at_a_time() -> None:
    (finding,) = check(data(ONE, code("icao:ORBI")))
    assert (finding.code, finding.severity, finding.pointer) == ("OIR303", Severity.WARNING, "/attributes/0/value")
    assert finding.message == "a, b: 'al-asad' has one code at a time, and is said to have 'icao:ORAA' and 'icao:ORBI'"
    assert finding.subjects == ("a", "b")


@pytest.mark.parametrize(
    "other",
    [
        code("iata:IQA"),
        code("icao:ORBI", "2020-06-01/2020-06-30"),
        code("icao:ORBI", modality="alleged"),
        code("icao:ORBI", modality="planned"),
        code("icao:ORAA", modality="denied"),
    ],
    ids=["another register", "later", "alleged", "planned", "denied"],
)
def test_what_leaves_room_is_left_alone(other: Claim) -> None:
    assert [each.code for each in check(data(ONE, other)) if each.code != "OIR202"] == []
