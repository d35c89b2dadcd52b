"""Reports where a commitment stands."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import CommitmentId
from oirmodel.vocab import StatusOfCommitment

__all__ = ["CommitmentStatus"]


@frozen(kw_only=True)
class CommitmentStatus(Claim):
    """
    A commitment is reported to be pending, deferred, met, partly met, breached or waived; one at a time.

    It is what a source says was done, never what follows from a deadline: that is for the question
    :func:`~oirmodel.query.commitments`.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.temporal import Period
    >>> claim = CommitmentStatus(
    ...     of="withdrawal-from-al-asad",
    ...     status="met",
    ...     period=Period.by("2026-01-17"),
    ...     reported="2026-01-17",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.status.settled
    True
    """

    kind: ClassVar[str] = "commitment_status"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="status",
        rivalry=Rivalry.ALWAYS,
    )

    of: CommitmentId
    status: StatusOfCommitment
