"""Questions and graded answers."""

from oirmodel.query.answer import Answer
from oirmodel.query.candidate import Candidate
from oirmodel.query.changes import Changes, Flip, Graded, Learned, Revision
from oirmodel.query.dataset import Dataset
from oirmodel.query.duties import Duties, Duty, DutyState
from oirmodel.query.grade import Status
from oirmodel.query.inferring import inferences, with_inferences
from oirmodel.query.inquiry import Bound
from oirmodel.query.questions import (
    Conflict,
    Index,
    Match,
    Segment,
    Timeline,
    affiliations,
    agreements_in_force,
    changes_between,
    commitments,
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
    who_took_part,
    who_was_at,
    who_was_responsible,
)
from oirmodel.query.steps import Verdict

__all__ = [
    "Answer",
    "Bound",
    "Candidate",
    "Changes",
    "Conflict",
    "Dataset",
    "Duties",
    "Duty",
    "DutyState",
    "Flip",
    "Graded",
    "Index",
    "Learned",
    "Match",
    "Revision",
    "Segment",
    "Status",
    "Timeline",
    "Verdict",
    "affiliations",
    "agreements_in_force",
    "changes_between",
    "commitments",
    "conflicts",
    "happened",
    "history",
    "holding",
    "index",
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
    "who_took_part",
    "who_was_at",
    "who_was_responsible",
    "with_inferences",
]
