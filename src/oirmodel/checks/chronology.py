"""Dates that cannot be right together."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import Being
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding, Severity
from oirmodel.vocab import Modality

__all__ = ["CHRONOLOGY", "ends_after_start", "known_by_its_source", "reported_after_it_happened"]

_AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})


def ends_after_start(records: Records) -> Iterator[Finding]:
    """A period ends no earlier than it starts."""
    for claim in records.claims():
        if not claim.period.bounds().possible:
            yield Finding(
                code="OIR201",
                severity=Severity.WARNING,
                message=f"{claim.id}: the period {claim.period.format()!r} ends before it starts",
                pointer="/period",
                subjects=(claim.id,),
                hint="no day can be said to lie in it or outside it",
            )


def reported_after_it_happened(records: Records) -> Iterator[Finding]:
    """What is asserted was not reported before it can have begun, or ended; what was planned or predicted may be."""
    for claim in records.claims():
        if claim.modality in _AHEAD or claim.grammar.being is Being.REPORT:
            continue
        for side, date in (("began", claim.period.start), ("ended", claim.period.end)):
            if date is not None and claim.reported.span.last < date.local(None).first:
                yield Finding(
                    code="OIR202",
                    severity=Severity.WARNING,
                    message=f"{claim.id}: reported {str(claim.reported)!r}, before it {side}: {str(date)!r}",
                    pointer="/reported",
                    subjects=(claim.id,),
                    hint="what lies ahead is planned or predicted, not asserted",
                )
                break


def known_by_its_source(records: Records) -> Iterator[Finding]:
    """The report is no later than the reading of every source cited, and than the record of the claim."""
    for claim in records.claims():
        cited = [records.sources[each.source] for each in claim.citations if each.source in records.sources]
        limits = [(f"the reading of {each.id}", each.accessed) for each in cited]
        limits.append(("its own record", claim.recorded))
        for what, date in limits:
            if date is not None and claim.reported.span.first > date.span.last:
                yield Finding(
                    code="OIR203",
                    severity=Severity.WARNING,
                    message=f"{claim.id}: reported {str(claim.reported)!r}, after {what}, {str(date)!r}",
                    pointer="/reported",
                    subjects=(claim.id,),
                    hint="a document is read after it was published",
                )


CHRONOLOGY: Final = (ends_after_start, reported_after_it_happened, known_by_its_source)
