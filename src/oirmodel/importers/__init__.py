"""
Importers: from the files that others publish to a dataset, and findings about all that is doubtful in them.

Each is a module with one function, ``read(*files, known=None, progress=None)``, which gives an :class:`Imported`; what
it links to is the packaged dataset unless another is given.
"""

from oirmodel.importers.crosswalk import Crosswalk, Fit, Term
from oirmodel.importers.finding import NAMES, importer, importer_for
from oirmodel.importers.gathering import Imported, Quarantined
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import InvalidTable, Progress, Readable, Told

__all__ = [
    "NAMES",
    "Crosswalk",
    "Fit",
    "Imported",
    "Importer",
    "InvalidTable",
    "Progress",
    "Quarantined",
    "Readable",
    "Term",
    "Told",
    "importer",
    "importer_for",
]
