"""
What is doubtful in a dataset, as findings; nothing is dropped or repaired.

======  ========  =============================================================================
code    severity  what was found
======  ========  =============================================================================
OIR101  error     an id that names nothing, or something of another kind
OIR201  warning   a period that ends before it starts
OIR202  warning   a claim reported before what it reports can have happened
OIR203  warning   a claim reported after its source was read, or after it was recorded
OIR301  warning   two actors in full control of one place on the same day
======  ========  =============================================================================

Codes are stable: one that is retired is not used again. Codes below OIR100 are those of documents that cannot be read
(:mod:`oirmodel.formats.json`).
"""

from oirmodel.checks.chronology import CHRONOLOGY
from oirmodel.checks.control import CONTROL
from oirmodel.checks.references import REFERENCES
from oirmodel.checks.running import Check, check

__all__ = ["CHRONOLOGY", "CONTROL", "REFERENCES", "Check", "check"]
