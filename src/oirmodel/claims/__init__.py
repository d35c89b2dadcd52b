"""What sources say, one file for each kind of claim."""

from typing import Final

from oirmodel.claims.affiliation import Affiliation
from oirmodel.claims.agreement_status import AgreementStatus
from oirmodel.claims.assessment import Assessment
from oirmodel.claims.attribute import Attribute
from oirmodel.claims.attribution import Attribution
from oirmodel.claims.base import Being, Claim, Grammar, Rivalry, Travel
from oirmodel.claims.casualties import Casualties
from oirmodel.claims.commitment_status import CommitmentStatus
from oirmodel.claims.commitment_terms import CommitmentTerms
from oirmodel.claims.control import Control
from oirmodel.claims.different_from import DifferentFrom
from oirmodel.claims.occurrence import Occurrence
from oirmodel.claims.operation_status import OperationStatus
from oirmodel.claims.order import Order
from oirmodel.claims.ownership import Ownership
from oirmodel.claims.participation import Participation
from oirmodel.claims.posting import Posting
from oirmodel.claims.presence import Presence
from oirmodel.claims.purpose import Purpose
from oirmodel.claims.same_as import SameAs
from oirmodel.claims.strength import Strength
from oirmodel.claims.strength_change import StrengthChange
from oirmodel.claims.tally import Tally

__all__ = [
    "CLAIM_KINDS",
    "Affiliation",
    "AgreementStatus",
    "Assessment",
    "Attribute",
    "Attribution",
    "Being",
    "Casualties",
    "Claim",
    "CommitmentStatus",
    "CommitmentTerms",
    "Control",
    "DifferentFrom",
    "Grammar",
    "Occurrence",
    "OperationStatus",
    "Order",
    "Ownership",
    "Participation",
    "Posting",
    "Presence",
    "Purpose",
    "Rivalry",
    "SameAs",
    "Strength",
    "StrengthChange",
    "Tally",
    "Travel",
]

CLAIM_KINDS: Final[tuple[type[Claim], ...]] = (
    Control,
    Ownership,
    Presence,
    Strength,
    StrengthChange,
    Affiliation,
    Posting,
    Participation,
    OperationStatus,
    Purpose,
    Occurrence,
    Casualties,
    Tally,
    Attribution,
    AgreementStatus,
    CommitmentTerms,
    CommitmentStatus,
    Order,
    Attribute,
    Assessment,
    SameAs,
    DifferentFrom,
)
"""Every kind of claim, in the order in which documents list them; a new kind is one more line here."""
