"""Findings: what is doubtful or wrong in data, as values that can be listed, filtered and counted."""

from enum import StrEnum

from attrs import frozen

from oirmodel.text import escaped

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """The data cannot be read as what it claims to be; nothing was loaded."""
    WARNING = "warning"
    """The data is loaded as it stands, and something about it cannot be right."""
    NOTE = "note"
    """The data is loaded, and a reader should know this."""


@frozen(kw_only=True)
class Finding:
    """
    One thing that was found in a dataset or a document.

    >>> print(Finding(code="OIR101", severity=Severity.ERROR, message="'k-2' names nothing", pointer="/posts/0/of"))
    OIR101 error at /posts/0/of: 'k-2' names nothing
    """

    code: str
    """Stable: ``OIR`` and three digits. The list stands in the reference of :mod:`oirmodel.checks`."""
    severity: Severity
    message: str
    """Names the ids and quotes the offending value."""
    pointer: str = ""
    """Where, as a JSON Pointer (RFC 6901) into the document or the dataset's JSON form."""
    subjects: tuple[str, ...] = ()
    """The ids that it is about."""
    hint: str = ""
    """What would be right."""
    line: int | None = None
    """In the file it came from, counted from 1, where there was one and the place is known."""
    column: int | None = None

    def __str__(self) -> str:
        place = f" at {escaped(self.pointer)}" if self.pointer else ""
        if self.line is not None:
            place += f" (line {self.line})" if self.column is None else f" (line {self.line}, column {self.column})"
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.code} {self.severity.value}{place}: {self.message}{hint}"
