"""The arrays in which a dataset lists its objects, and where in them each object stands."""

from collections.abc import Mapping
from typing import Final

from oirmodel.claims import CLAIM_KINDS, Claim
from oirmodel.dataset.records import Records
from oirmodel.entities import ENTITY_KINDS, Entity, Source

__all__ = ["ARRAYS", "Listed", "array_of", "listed", "pointers"]

Listed = Entity | Source | Claim
"""What stands in the arrays."""

_ALIKE: Final = frozenset({"casualties", "commitment_terms", "same_as", "different_from"})
"""The kinds whose plural is the word itself."""


def array_of(kind: str) -> str:
    """
    The name of the array of a kind: its plural, as English has it.

    >>> [array_of(kind) for kind in ("force", "tally", "operation_status", "casualties", "same_as")]
    ['forces', 'tallies', 'operation_statuses', 'casualties', 'same_as']
    """
    if kind in _ALIKE:
        return kind
    if kind.endswith("y"):
        return f"{kind[:-1]}ies"
    return f"{kind}es" if kind.endswith("s") else f"{kind}s"


_KINDS: Final[tuple[type[Listed], ...]] = (Source, *ENTITY_KINDS, *CLAIM_KINDS)
ARRAYS: Final[Mapping[str, type[Listed]]] = {array_of(each.kind): each for each in _KINDS}
"""The class of the objects in each array, in the order of the arrays."""


def listed(records: Records) -> dict[str, list[Listed]]:
    """The objects of a view in their arrays, each array in the order of the ids; without the empty ones."""
    arrays: dict[str, list[Listed]] = {array: [] for array in ARRAYS}
    objects: tuple[Listed, ...] = (*records.sources.values(), *records.entities.values(), *records.claims())
    for each in objects:
        arrays[array_of(each.kind)].append(each)
    return {array: sorted(group, key=lambda each: each.id) for array, group in arrays.items() if group}


def pointers(records: Records) -> dict[str, str]:
    """Where each object of a view stands, as a JSON Pointer (RFC 6901), by its id."""
    return {
        each.id: f"/{array}/{index}" for array, group in listed(records).items() for index, each in enumerate(group)
    }
