"""Running every check over a dataset."""

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from oirmodel.checks.agreements import AGREEMENTS
from oirmodel.checks.attributes import ATTRIBUTES
from oirmodel.checks.chronology import CHRONOLOGY
from oirmodel.checks.control import CONTROL
from oirmodel.checks.places import PLACES
from oirmodel.checks.postings import POSTINGS
from oirmodel.checks.references import REFERENCES
from oirmodel.dataset import Records
from oirmodel.dataset.arrays import pointers
from oirmodel.diagnostics import Finding

__all__ = ["Check", "check"]

Check = Callable[[Records], Iterable[Finding]]
"""A check is a plain function; its findings point into the object that is first among their subjects."""

_ALL: Final[tuple[Check, ...]] = (*REFERENCES, *CHRONOLOGY, *AGREEMENTS, *CONTROL, *POSTINGS, *ATTRIBUTES, *PLACES)


def check(records: Records) -> tuple[Finding, ...]:
    """
    Everything that is doubtful in a dataset, or in a view of it; nothing is dropped or repaired.

    >>> import oirmodel
    >>> check(oirmodel.load("inherent-resolve"))
    ()
    """
    places = pointers(records)
    return tuple(
        evolve(finding, pointer=places.get(finding.subjects[0], "") + finding.pointer)
        for each in _ALL
        for finding in each(records)
    )
