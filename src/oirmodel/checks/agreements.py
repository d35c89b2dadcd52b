"""Agreements whose states cannot follow each other."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import AgreementStatus
from oirmodel.dataset import Records, weight
from oirmodel.diagnostics import Finding, Severity
from oirmodel.truth import Truth
from oirmodel.vocab import Modality, StatusOfAgreement

__all__ = ["AGREEMENTS", "in_force_after_signing"]


def in_force_after_signing(records: Records) -> Iterator[Finding]:
    """
    No agreement was surely in force before it can have been signed.

    Only what stands and counts in full is looked at. Where several signings are told, as when the parties signed one
    after the other, the earliest counts. An agreement of which no signing is told may have been in force at any time:
    one that was made without a signature never has one.
    """
    told: dict[str, list[AgreementStatus]] = {}
    for claim in records.claims(AgreementStatus):
        firm = weight(claim.modality) & records.standing(claim).truth
        if claim.modality is not Modality.DENIED and firm is Truth.YES and records.bounds(claim).possible:
            told.setdefault(records.joined.get(claim.of, claim.of), []).append(claim)
    for claims in told.values():
        signings = [each for each in claims if each.status is StatusOfAgreement.SIGNED]
        if not signings:
            continue
        signed = min(signings, key=lambda each: (records.bounds(each).s1, each.id))
        for claim in claims:
            in_force = claim.status is StatusOfAgreement.IN_FORCE
            if in_force and records.bounds(claim).s2 < records.bounds(signed).s1:
                yield Finding(
                    code="OIR204",
                    severity=Severity.WARNING,
                    message=f"{claim.id}: in force, {claim.period.format()!r}, before it was signed by {signed.id}, "
                    f"{signed.period.format()!r}",
                    pointer="/period",
                    subjects=(claim.id, signed.id),
                    hint="an agreement is in force once it was signed, or is applied provisionally until then",
                )


AGREEMENTS: Final = (in_force_after_signing,)
