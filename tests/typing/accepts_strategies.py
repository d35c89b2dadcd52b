"""Strategies know what they yield."""

from typing import assert_type

from hypothesis import given
from hypothesis.strategies import SearchStrategy, just

from oirmodel.claims import Claim, Control, Strength
from oirmodel.entities import Entity, Force
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from oirmodel.testing import claims, controls, datasets, entities, forces, periods, strengths

assert_type(periods(), SearchStrategy[Period])
assert_type(forces(), SearchStrategy[Force])
assert_type(entities(), SearchStrategy[Entity])
assert_type(entities(Force), SearchStrategy[Force])
assert_type(controls({"force": ["us-army"], "place": ("anbar",)}, degree=just("full")), SearchStrategy[Control])
assert_type(strengths(), SearchStrategy[Strength])
assert_type(claims(), SearchStrategy[Claim])
assert_type(claims(Control), SearchStrategy[Control])
assert_type(datasets(max_claims=3), SearchStrategy[Dataset])


@given(datasets(), periods())
def test(dataset: Dataset, period: Period) -> None: ...
