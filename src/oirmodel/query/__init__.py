"""Questions and graded answers."""

from oirmodel.query.answer import Answer, Candidate
from oirmodel.query.dataset import Dataset
from oirmodel.query.grade import Status
from oirmodel.query.inferring import inferences, with_inferences
from oirmodel.query.inquiry import Bound
from oirmodel.query.questions import (
    Conflict,
    Match,
    Segment,
    Timeline,
    affiliations,
    conflicts,
    happened,
    history,
    purposes,
    rows,
    strength,
    totals,
    under_way,
    when,
    who_controlled,
    who_held,
    who_owned,
    who_was_at,
)

__all__ = [
    "Answer",
    "Bound",
    "Candidate",
    "Conflict",
    "Dataset",
    "Match",
    "Segment",
    "Status",
    "Timeline",
    "affiliations",
    "conflicts",
    "happened",
    "history",
    "inferences",
    "purposes",
    "rows",
    "strength",
    "totals",
    "under_way",
    "when",
    "who_controlled",
    "who_held",
    "who_owned",
    "who_was_at",
    "with_inferences",
]
