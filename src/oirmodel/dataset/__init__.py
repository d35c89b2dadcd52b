"""The immutable container of a dataset's objects, its indexes, and the views of it."""

from oirmodel.dataset.joined import Contradiction, Identities
from oirmodel.dataset.lens import Lens, Policy, minimum_grade
from oirmodel.dataset.names import name_key
from oirmodel.dataset.records import Header, InvalidDataset, Records
from oirmodel.dataset.references import Reference, references
from oirmodel.dataset.standing import Correction, Removal, Standing, weight

__all__ = [
    "Contradiction",
    "Correction",
    "Header",
    "Identities",
    "InvalidDataset",
    "Lens",
    "Policy",
    "Records",
    "Reference",
    "Removal",
    "Standing",
    "minimum_grade",
    "name_key",
    "references",
    "weight",
]
