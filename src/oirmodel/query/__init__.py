"""Questions and graded answers."""

from oirmodel.query.answer import Answer
from oirmodel.query.candidate import Candidate
from oirmodel.query.changes import Changes, Flip, Graded, Learned, Revision
from oirmodel.query.dataset import Dataset
from oirmodel.query.grade import Status
from oirmodel.query.inferring import inferences, with_inferences
from oirmodel.query.inquiry import Bound
from oirmodel.query.proposal import NearName, Proposal, Reason, Sign
from oirmodel.query.questions import (
    Conflict,
    Index,
    Match,
    Segment,
    Timeline,
    affiliations,
    changes_between,
    conflicts,
    happened,
    history,
    holding,
    index,
    look_alikes,
    near_names,
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
    "Changes",
    "Conflict",
    "Dataset",
    "Flip",
    "Graded",
    "Index",
    "Learned",
    "Match",
    "NearName",
    "Proposal",
    "Reason",
    "Revision",
    "Segment",
    "Sign",
    "Status",
    "Timeline",
    "Verdict",
    "affiliations",
    "changes_between",
    "conflicts",
    "happened",
    "history",
    "holding",
    "index",
    "inferences",
    "look_alikes",
    "near_names",
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
