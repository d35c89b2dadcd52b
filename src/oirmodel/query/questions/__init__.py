"""The questions that every user asks: functions of a dataset or a view, and methods of the same names."""

from oirmodel.query.questions.agreeing import agreements_in_force
from oirmodel.query.questions.alike import look_alikes, near_names
from oirmodel.query.questions.belonging import affiliations
from oirmodel.query.questions.changing import changes_between
from oirmodel.query.questions.conflicting import Conflict, conflicts
from oirmodel.query.questions.counting import strength
from oirmodel.query.questions.happening import happened, when
from oirmodel.query.questions.history import Segment, Timeline, history
from oirmodel.query.questions.holding import purposes, under_way, who_controlled, who_held, who_owned, who_was_at
from oirmodel.query.questions.indexing import Index, index
from oirmodel.query.questions.listing import rows
from oirmodel.query.questions.owing import commitments
from oirmodel.query.questions.sure import holding
from oirmodel.query.questions.taking_part import who_took_part, who_was_responsible
from oirmodel.query.questions.totals import Match, totals

__all__ = [
    "Conflict",
    "Index",
    "Match",
    "Segment",
    "Timeline",
    "affiliations",
    "agreements_in_force",
    "changes_between",
    "commitments",
    "conflicts",
    "happened",
    "history",
    "holding",
    "index",
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
    "who_took_part",
    "who_was_at",
    "who_was_responsible",
]
