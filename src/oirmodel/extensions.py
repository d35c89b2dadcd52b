"""What other projects add to a record: kept, carried through a round trip, and never read by this library."""

import re

from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import FrozenMap

__all__ = ["Extensions", "check_extensions"]

Extensions = FrozenMap[str, object]
"""Keys of the form ``project:name``; values of plain JSON."""

_KEY = re.compile(r"[a-z0-9-]{1,64}:[a-z0-9_-]{1,64}")


def check_extensions(_: object, __: object, extensions: Extensions) -> None:
    """Every key names its project: ``acme:score``."""
    wrong = [key for key in extensions if not _KEY.fullmatch(str(key))]
    if wrong:
        problems = [Problem("extensions", key, "expected keys such as 'acme:score'") for key in wrong]
        raise InvalidObject("extensions", tuple(problems))
