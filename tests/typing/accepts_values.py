"""Dates are given as texts, as dates of either library, or as imprecise dates; questions are answered by a truth."""

import datetime as dt
from typing import assert_type

import pendulum

from oirmodel.claims import Claim, Control, Strength
from oirmodel.dataset import Records, minimum_grade
from oirmodel.entities import Entity, Force, Installation, Source
from oirmodel.frozen import FrozenMap, evolve
from oirmodel.geo import Point
from oirmodel.ids import SourceId
from oirmodel.quantity import Quantity
from oirmodel.temporal import ImpreciseDate, Period
from oirmodel.truth import Truth

for day in ("2026-01-17", dt.date(2026, 1, 17), pendulum.Date(2026, 1, 17), ImpreciseDate.parse("2026-01")):
    Period.by(day)
    Source(id=SourceId("src-report"), title="A report", published=day)

assert_type(Period(start="2017", end=None).holds_on("2017-06-01"), Truth)
assert_type(Period.parse("2017/2018").start, ImpreciseDate | None)
assert_type(ImpreciseDate.parse("2017").earliest, pendulum.Date | None)
assert_type(Truth.YES & ~Truth.MAYBE | Truth.NO, Truth)
assert_type(Quantity.about(2500).at_least(2500, tolerance=0.1), Truth)
assert_type(Quantity.exact(1).plus(Quantity.none()), Quantity)
assert_type(evolve(Point(longitude=42.4, latitude=33.8), latitude=33), Point)
assert_type(FrozenMap({"a": 1})["a"], int)

records = Records()
assert_type(records.claims(), tuple[Claim, ...])
assert_type(records.claims(Control), tuple[Control, ...])
assert_type(records.claims(Strength, of="us-army"), tuple[Strength, ...])
assert_type(records.entity("Al-Asad", Installation), Entity)
assert_type(records.as_known(on="2026-01-17").only("articles"), Records)
assert_type(records.trusting(minimum_grade("admiralty", "B")), Records)
assert_type(records["al-asad"], Entity | Source | Claim)


def loudest(force: Force) -> str | None:
    return force.country


if records.standing(records.claims()[0]).truth is Truth.YES:
    pass
