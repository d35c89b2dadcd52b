"""What sources say, one file for each kind of claim."""

from typing import Final

from oirmodel.claims.affiliation import Affiliation
from oirmodel.claims.base import Being, Claim, Grammar, Rivalry, Travel
from oirmodel.claims.casualties import Casualties
from oirmodel.claims.control import Control
from oirmodel.claims.occurrence import Occurrence
from oirmodel.claims.operation_status import OperationStatus
from oirmodel.claims.ownership import Ownership
from oirmodel.claims.posting import Posting
from oirmodel.claims.presence import Presence
from oirmodel.claims.purpose import Purpose
from oirmodel.claims.same_as import SameAs
from oirmodel.claims.strength import Strength
from oirmodel.claims.tally import Tally

__all__ = [
    "CLAIM_KINDS",
    "Affiliation",
    "Being",
    "Casualties",
    "Claim",
    "Control",
    "Grammar",
    "Occurrence",
    "OperationStatus",
    "Ownership",
    "Posting",
    "Presence",
    "Purpose",
    "Rivalry",
    "SameAs",
    "Strength",
    "Tally",
    "Travel",
]

CLAIM_KINDS: Final[tuple[type[Claim], ...]] = (
    Control,
    Ownership,
    Presence,
    Strength,
    Affiliation,
    Posting,
    OperationStatus,
    Purpose,
    Occurrence,
    Casualties,
    Tally,
    SameAs,
)
"""Every kind of claim, in the order in which documents list them; a new kind is one more line here."""
