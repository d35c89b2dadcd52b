"""What other projects add to a record: kept, carried through a round trip, and never read by this library."""

import math
import re

from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import FrozenMap

__all__ = ["Extensions", "check_extensions"]

Extensions = FrozenMap[str, object]
"""Keys of the form ``project:name``; values of plain JSON."""

_KEY = re.compile(r"[a-z0-9-]{1,64}:[a-z0-9_-]{1,64}")


def _misfit(value: object) -> str | None:
    """Why a value is none that JSON can hold, or ``None``."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return "expected text without halves of surrogate pairs"
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return "expected a finite number"
    if value is None or isinstance(value, bool | int | float):
        return None
    if isinstance(value, tuple):
        return next((why for each in value if (why := _misfit(each))), None)
    if isinstance(value, FrozenMap):
        if not all(isinstance(key, str) for key in value):
            return "expected texts as the keys of a mapping"
        return next((why for each in (*value, *value.values()) if (why := _misfit(each))), None)
    return "expected what JSON can hold: texts, numbers, true, false, null, lists and objects"


def check_extensions(_: object, __: object, extensions: Extensions) -> None:
    """Every key names its project, ``acme:score``; every value is one that JSON can hold."""
    wrong = [key for key in extensions if not _KEY.fullmatch(str(key))]
    problems = [Problem("extensions", key, "expected keys such as 'acme:score'") for key in wrong]
    for key, value in extensions.items():
        if why := _misfit(value):
            problems.append(Problem(f"extensions[{key!r}]", value, why))
    if problems:
        raise InvalidObject("extensions", tuple(problems))
