"""
What is doubtful in a dataset, as findings; nothing is dropped or repaired.

======  ========  =============================================================================
code    severity  what was found
======  ========  =============================================================================
OIR101  error     an id that names nothing, or something of another kind
OIR201  warning   a period that ends before it starts
OIR202  warning   a claim reported before what it reports can have happened
OIR203  warning   a claim reported after its source was read, or after it was recorded
OIR204  warning   an agreement in force before it was signed
OIR301  warning   two actors in full control of one place on the same day
OIR302  warning   a post held by a person without a name, or a single post by a placeholder
OIR303  warning   two values of an attribute of which a thing has one at a time, such as two provinces
OIR401  warning   a point or a box outside its country
======  ========  =============================================================================

Codes are stable: one that is retired is not used again. Codes below OIR100 are those of documents that cannot be read
(:mod:`oirmodel.formats.json`).

A country is known by boxes around its land alone, drawn from Natural Earth: a point is found that lies more than 25 km
outside of them, and one that lies across a border but within the box is not.
"""

from oirmodel.checks.agreements import AGREEMENTS
from oirmodel.checks.attributes import ATTRIBUTES
from oirmodel.checks.chronology import CHRONOLOGY
from oirmodel.checks.control import CONTROL
from oirmodel.checks.places import PLACES
from oirmodel.checks.postings import POSTINGS
from oirmodel.checks.references import REFERENCES
from oirmodel.checks.running import Check, check

__all__ = ["AGREEMENTS", "ATTRIBUTES", "CHRONOLOGY", "CONTROL", "PLACES", "POSTINGS", "REFERENCES", "Check", "check"]
