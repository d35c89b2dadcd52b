"""Reports that an actor takes part in something."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.ids import ActorId, EntityId
from oirmodel.vocab import Listing, ParticipationRole

__all__ = ["Participation"]


@frozen(kw_only=True)
class Participation(Claim):
    """
    An actor is reported to take part in an operation, an event or an agreement, as what, and with what.

    That one takes part says nothing of others, even where the list of participants or of equipment is said to be closed
    in some other source. Who opposes an operation, or is its target, takes part in it too, on the other side.

    >>> from oirmodel.provenance import Citation
    >>> claim = Participation(
    ...     of="strikes-in-the-hamrin-mountains",
    ...     by="us-led-coalition",
    ...     role="leads",
    ...     equipment=["F-16", "F-15", "A-10"],
    ...     equipment_listed="open",
    ...     reported="2025-01-07",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.equipment, claim.equipment_listed
    (('F-16', 'F-15', 'A-10'), <Listing.OPEN: 'open'>)
    """

    kind: ClassVar[str] = "participation"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="by",
        detail="role",
    )

    of: EntityId
    """The operation, the event or the agreement."""
    by: ActorId
    """Who takes part."""
    role: ParticipationRole = ParticipationRole.UNSTATED
    equipment: tuple[str, ...] = ()
    """With what, as the source names it: ``F-16``."""
    equipment_listed: Listing = Listing.UNSTATED
    """Whether that is all of it."""
