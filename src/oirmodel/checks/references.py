"""Ids that name nothing, or something of another kind."""

from collections.abc import Iterator
from typing import Final

from oirmodel.dataset import Records, references
from oirmodel.dataset.arrays import Listed
from oirmodel.diagnostics import Finding, Severity

__all__ = ["REFERENCES", "ids_name_something"]


def ids_name_something(records: Records) -> Iterator[Finding]:
    """Every id that an object holds names another object, of a kind that fits."""
    objects: tuple[Listed, ...] = (*records.sources.values(), *records.entities.values(), *records.claims())
    for each in objects:
        for reference in references(each):
            fitting = " or ".join(kind.__name__.lower() for kind in reference.kinds)
            found = records.store.get(reference.id)
            if found is None:
                problem = "names nothing"
            elif not isinstance(found, reference.kinds):
                problem = f"is a {found.kind}"
            else:
                continue
            yield Finding(
                code="OIR101",
                severity=Severity.ERROR,
                message=f"{each.id}: the id {reference.id!r} {problem}",
                pointer=reference.path,
                subjects=(each.id, reference.id),
                hint=f"expected the id of a {fitting}",
            )


REFERENCES: Final = (ids_name_something,)
