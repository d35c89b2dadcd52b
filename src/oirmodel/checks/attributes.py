"""Attributes of which a thing has one at a time, and is said to have two."""

from collections.abc import Iterator
from typing import Final

from oirmodel.claims import Attribute
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding, Severity
from oirmodel.query import conflicts
from oirmodel.vocab import Modality

__all__ = ["ATTRIBUTES", "one_value_at_a_time"]


def one_value_at_a_time(records: Records) -> Iterator[Finding]:
    """
    Nothing has two values of an attribute that takes one at a time, such as two provinces, on the same day.

    Which aspects take one, and which values surely differ, is for :class:`~oirmodel.vocab.Aspect`. That a value is
    said and denied is a dispute of the sources, and none of the values.
    """
    for conflict in conflicts(records):
        left, right = conflict.claims
        if not (isinstance(left, Attribute) and isinstance(right, Attribute)) or left.value == right.value:
            continue
        if Modality.DENIED not in (left.modality, right.modality):
            yield Finding(
                code="OIR303",
                severity=Severity.WARNING,
                message=f"{left.id}, {right.id}: {left.of!r} has one {left.aspect.value} at a time, and is said to "
                f"have {left.value!r} and {right.value!r}",
                pointer="/value",
                subjects=(left.id, right.id),
                hint="both claims are kept; which of them is right, no rule can say",
            )


ATTRIBUTES: Final = (one_value_at_a_time,)
