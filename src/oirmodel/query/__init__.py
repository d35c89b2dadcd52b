"""Questions and graded answers."""

from oirmodel.query.answer import Answer
from oirmodel.query.candidate import Candidate
from oirmodel.query.dataset import Dataset
from oirmodel.query.grade import Status
from oirmodel.query.inquiry import Bound
from oirmodel.query.questions import (
    Conflict,
    Index,
    Match,
    Segment,
    Timeline,
    affiliations,
    conflicts,
    happened,
    history,
    holding,
    index,
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
from oirmodel.query.steps import Verdict

__all__ = [
    "Answer",
    "Bound",
    "Candidate",
    "Conflict",
    "Dataset",
    "Index",
    "Match",
    "Segment",
    "Status",
    "Timeline",
    "Verdict",
    "affiliations",
    "conflicts",
    "happened",
    "history",
    "holding",
    "index",
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
]
