"""Reports where an agreement stands."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import AgreementId
from oirmodel.vocab import StatusOfAgreement

__all__ = ["AgreementStatus"]


@frozen(kw_only=True)
class AgreementStatus(Claim):
    """
    An agreement is reported to be proposed, agreed, signed, ratified, in force, expired or replaced; one at a time.

    That it was signed is not that it is in force: a joint statement may never be, and a treaty is only after it was
    ratified. The day of a signing is the start of the period, and how long it stayed so is mostly not said.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.temporal import Period
    >>> claim = AgreementStatus(
    ...     of="us-iraq-agreement-2024",
    ...     status="agreed",
    ...     period=Period.parse("2024-09/"),
    ...     reported="2026-01",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.status
    <StatusOfAgreement.AGREED: 'agreed'>
    """

    kind: ClassVar[str] = "agreement_status"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="status",
        rivalry=Rivalry.ALWAYS,
    )

    of: AgreementId
    status: StatusOfAgreement
