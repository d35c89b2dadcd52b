import json

from hypothesis import given

from oirmodel.formats.json import dumps, loads
from oirmodel.query import Dataset
from oirmodel.testing import datasets


@given(datasets())
def test_a_dataset_survives_the_round_trip(data: Dataset) -> None:
    """Reading what was written gives an equal dataset."""
    assert loads(dumps(data)) == data


@given(datasets())
def test_writing_is_deterministic(data: Dataset) -> None:
    """What was read is written as it was."""
    text = dumps(data)
    assert dumps(loads(text)) == text


@given(datasets())
def test_order_and_layout_carry_no_meaning(data: Dataset) -> None:
    """A document whose keys and objects stand in another order, on one line and in ASCII, is the same dataset."""
    document = json.loads(dumps(data))
    turned = {
        key: [dict(reversed(each.items())) for each in reversed(value)] if isinstance(value, list) else value
        for key, value in reversed(document.items())
    }
    assert loads(json.dumps(turned)) == data
