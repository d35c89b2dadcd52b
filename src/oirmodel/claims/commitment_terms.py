"""Reports of what a commitment obliges to."""

from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, CommitmentId
from oirmodel.limits import filled
from oirmodel.provenance import said_date
from oirmodel.temporal import ImpreciseDate, as_date

__all__ = ["CommitmentTerms"]


@frozen(kw_only=True)
class CommitmentTerms(Claim):
    """
    Who owes what to whom, by when and on what condition, as one source has it.

    Two sources may have different terms of one commitment. Their deadlines conflict where no day fits both; a source
    that gives none conflicts with nobody. What was done about it is a
    :class:`~oirmodel.claims.CommitmentStatus`: a deadline that passed is not by itself a breach.

    >>> from oirmodel.provenance import Citation
    >>> claim = CommitmentTerms(
    ...     of="end-of-mission-in-iraq",
    ...     by="us-led-coalition",
    ...     to="iraq",
    ...     what="conclude the military mission against ISIS in Iraq",
    ...     due="[..2025-12-31]",
    ...     reported="2026-01",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.due.latest
    Date(2025, 12, 31)
    """

    kind: ClassVar[str] = "commitment_terms"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="due",
        rivalry=Rivalry.DATE,
    )

    of: CommitmentId
    by: ActorId | None = None
    """Who owes it, where the source says so."""
    to: ActorId | None = None
    """To whom, where the source says so."""
    what: str = field(validator=filled)
    """What is owed, in few words."""
    due: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """By when: it is due on the last of these days at the latest. ``None`` where the source sets no term."""
    condition: str | None = None
    """On what it depends, in few words."""
