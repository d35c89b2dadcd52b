"""Accounts of who controls a place that exclude each other."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import Control
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding, Severity
from oirmodel.query import conflicts
from oirmodel.vocab import Degree

__all__ = ["CONTROL", "one_full_controller"]


def one_full_controller(records: Records) -> Iterator[Finding]:
    """No two different actors are in full control of one place on the same day."""
    for conflict in conflicts(records):
        left, right = conflict.claims
        if not (isinstance(left, Control) and isinstance(right, Control)):
            continue
        if left.by != right.by and left.degree is right.degree is Degree.FULL:
            yield Finding(
                code="OIR301",
                severity=Severity.WARNING,
                message=f"{left.id}, {right.id}: {left.by!r} and {right.by!r} both fully control {left.of!r}",
                pointer="/by",
                subjects=(left.id, right.id),
                hint="both claims are kept, and answers about those days are contested",
            )


CONTROL: Final = (one_full_controller,)
