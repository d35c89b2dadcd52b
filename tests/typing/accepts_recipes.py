"""A recipe is called with ids, dates as they come, and members; it gives what a dataset takes."""

import datetime as dt
from typing import assert_type

from oirmodel import recipes
from oirmodel.claims import Claim
from oirmodel.entities import Entity
from oirmodel.ids import ActorId, ForceId, InstallationId, SourceId
from oirmodel.provenance import Citation
from oirmodel.query import Dataset
from oirmodel.vocab import Degree, Modality

told = recipes.handover(
    of=InstallationId("k-1"),
    giver=ForceId("us-led-coalition"),
    receiver=ActorId("iraqi-security-forces"),
    when=dt.date(2020, 3, 29),
    degree=Degree.FULL,
    reported="2020-03-30",
    modality=Modality.ASSERTED,
    citations=(Citation(source=SourceId("src-report")),),
)
assert_type(told, tuple[Entity | Claim, ...])
assert_type(Dataset().plus(*told), Dataset)
