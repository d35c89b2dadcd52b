from typing import Any

import pytest
from hypothesis import given

from oirmodel.entities import Force
from oirmodel.errors import InvalidObject
from oirmodel.extensions import Extensions
from oirmodel.frozen import FrozenMap
from oirmodel.testing import extensions
from tests.making import make


def test_kept_and_frozen() -> None:
    force = make(Force, id="a", extensions={"acme:tags": ["x", {"y": [1]}]})
    assert force.extensions == {"acme:tags": ("x", FrozenMap({"y": (1,)}))}


@pytest.mark.parametrize(
    "key", ["score", "acme:", ":score", "Acme:score", "acme:Score", "a b:c", "acme:score:2", "é:x", 5]
)
def test_keys_name_their_project(key: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidObject, match="expected keys such as 'acme:score'"):
        make(Force, id="a", extensions={key: 1})


def test_every_wrong_key_is_named() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Force, id="a", extensions={"one": 1, "acme:two": 2, "three": 3})
    assert [each.value for each in caught.value.problems] == ["one", "three"]


@given(extensions())
def test_any_plain_json_is_kept(given_extensions: Extensions) -> None:
    """What another project adds comes back as it was given."""
    assert make(Force, id="a", extensions=dict(given_extensions)).extensions == given_extensions


@pytest.mark.parametrize("value", [b"bytes", float("nan"), float("inf"), {"nested": "\ud800"}, {1: "a"}, {"a", "b"}])
def test_values_are_plain_json(value: object) -> None:
    with pytest.raises(InvalidObject, match="extensions"):
        make(Force, id="a", extensions={"acme:x": value})
