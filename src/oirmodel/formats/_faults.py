"""What is wrong with a document, while it is being read: collected with its path, listed with its place."""

import difflib
import re
from collections.abc import Collection
from typing import Final, NamedTuple

from oirmodel.diagnostics import Finding, Severity
from oirmodel.errors import quoted
from oirmodel.formats._codes import Code

__all__ = ["FAULT_LIMIT", "SURROGATE", "Collector", "Enough", "Fault", "Path", "Unreadable", "did_you_mean", "shown"]

FAULT_LIMIT: Final = 1_000
"""How many problems of one document are listed."""
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_LONGEST_COMPARED: Final = 80
_MOST_COMPARED: Final = 2_000

Path = tuple[str | int, ...]
"""From the top of the document: the keys and indexes that lead to a value."""


class Fault(NamedTuple):
    """One thing that is wrong, at a path; within an object, the path is relative to it."""

    path: Path
    code: Code
    message: str
    hint: str = ""
    subjects: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    place: tuple[int, int] | None = None
    """The line and the column, where they are known before there is a path to look up."""

    def under(self, *prefix: str | int) -> "Fault":
        """The same fault, seen from further up."""
        return self._replace(path=(*prefix, *self.path))

    def finding(self) -> Finding:
        """What it is reported as."""
        line, column = self.place or (None, None)
        return Finding(
            code=self.code.value,
            severity=self.severity,
            message=self.message,
            pointer="".join(f"/{_escaped(token)}" for token in self.path),
            subjects=self.subjects,
            hint=self.hint,
            line=line,
            column=column,
        )


def _escaped(token: str | int) -> str:
    return str(token).replace("~", "~0").replace("/", "~1")


class Unreadable(Exception):
    """A value could not be read, or written: all that is wrong with it. It does not leave this folder."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


class Enough(Exception):
    """More is wrong than is listed, and the reading ends. It does not leave this folder."""


class Collector:
    """Gathers what is wrong with one document, up to :data:`FAULT_LIMIT`."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._settled: set[Path] = set()

    @property
    def failed(self) -> bool:
        """Whether anything found so far keeps the document from being loaded."""
        return any(each.severity is Severity.ERROR for each in self.faults)

    def add(self, *faults: Fault) -> None:
        """Note faults, but for those of values that are settled; raises :class:`Enough` past the limit."""
        for fault in faults:
            beyond = any(isinstance(token, str) and SURROGATE.search(token) for token in fault.path)
            if beyond or fault.path in self._settled:
                continue
            if len(self.faults) == FAULT_LIMIT:
                raise Enough
            self.faults.append(fault)

    def settle(self, fault: Fault) -> None:
        """Note a fault of a value that nothing more needs to be said about."""
        self.add(fault)
        self._settled.add(fault.path)


def did_you_mean(given: str, known: Collection[str]) -> str:
    """A hint at what was probably meant; empty where nothing is spelt alike."""
    if len(given) > _LONGEST_COMPARED or len(known) > _MOST_COMPARED:
        return ""
    alike = difflib.get_close_matches(given, known, n=1)
    return f"did you mean {alike[0]!r}?" if alike else ""


def shown(value: object) -> str:
    """
    A value as a message about a JSON document quotes it.

    >>> shown(None), shown(True), shown(5), shown("5"), shown([5, 6]), shown({"a": 5})
    ('null', 'true', '5', "'5'", 'a list of 2', 'an object')
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return f"a list of {len(value)}"
        case dict():
            return "an object"
        case str():
            return quoted(value[:1_000])
        case _:
            return quoted(value)
