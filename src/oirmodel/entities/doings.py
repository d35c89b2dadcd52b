"""What is done and agreed: operations, events, agreements and the commitments in them."""

from typing import ClassVar

from attrs import frozen

from oirmodel.entities.base import Entity
from oirmodel.ids import AgreementId, CommitmentId, EntityId, EventId, OperationId
from oirmodel.vocab import AgreementCategory, EventCategory, OperationCategory

__all__ = ["Agreement", "Commitment", "Event", "Operation"]


@frozen(kw_only=True)
class Operation(Entity):
    """What a force sets out to do: a campaign, a named operation, a mission, a battle; it nests by ``part_of``."""

    kind: ClassVar[str] = "operation"
    id: OperationId
    category: OperationCategory = OperationCategory.UNSTATED
    part_of: OperationId | None = None


@frozen(kw_only=True)
class Event(Entity):
    """
    What is said to have happened: a strike, a clash, a capture, a handover, a withdrawal, a declaration, a visit.

    That it did happen, when and where, is a claim: :class:`~oirmodel.claims.Occurrence`.
    """

    kind: ClassVar[str] = "event"
    id: EventId
    category: EventCategory = EventCategory.UNSTATED
    part_of: EntityId | None = None
    """An operation or another event."""


@frozen(kw_only=True)
class Agreement(Entity):
    """A treaty, memorandum, joint statement or understanding."""

    kind: ClassVar[str] = "agreement"
    id: AgreementId
    category: AgreementCategory = AgreementCategory.UNSTATED


@frozen(kw_only=True)
class Commitment(Entity):
    """One thing that an agreement obliges somebody to."""

    kind: ClassVar[str] = "commitment"
    id: CommitmentId
    agreement: AgreementId
