"""Questions and graded answers."""

from oirmodel.query.answer import Answer, Candidate
from oirmodel.query.changes import Changes, Flip, Graded, Learned, Revision
from oirmodel.query.dataset import Dataset
from oirmodel.query.grade import Status
from oirmodel.query.inquiry import Bound
from oirmodel.query.questions import (
    Conflict,
    Match,
    Segment,
    Timeline,
    affiliations,
    changes_between,
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
    "Changes",
    "Conflict",
    "Dataset",
    "Flip",
    "Graded",
    "Learned",
    "Match",
    "Revision",
    "Segment",
    "Status",
    "Timeline",
    "affiliations",
    "changes_between",
    "conflicts",
    "happened",
    "history",
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
