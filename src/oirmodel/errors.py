"""Everything that the library raises: one base class, so that one ``except`` catches all of it."""

from typing import NamedTuple

__all__ = [
    "AmbiguousName",
    "InvalidDate",
    "InvalidObject",
    "InvalidQuestion",
    "OirError",
    "Problem",
    "UnknownName",
]


class OirError(Exception):
    """The base of every error of this library."""


class Problem(NamedTuple):
    """
    One thing that is wrong with an object under construction.

    >>> str(Problem("degree", "total", "expected one of 'contested', 'full'"))
    "degree: expected one of 'contested', 'full'; got 'total'"
    """

    field: str
    """The path of the field inside the object, such as ``citations[2].source``."""
    value: object
    """What was given; :data:`MISSING` where nothing was."""
    expected: str
    """What would have been right."""

    def __str__(self) -> str:
        if self.value is MISSING:
            return f"{self.field}: {self.expected}"
        return f"{self.field}: {self.expected}; got {quoted(self.value)}"


class _Missing:
    """The type of :data:`MISSING`."""

    def __repr__(self) -> str:
        return "MISSING"

    def __reduce__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""Stands for "no value was given" where ``None`` is a value."""


def quoted(value: object, *, limit: int = 80) -> str:
    """
    A value as an error quotes it: its ``repr``, cut at a length that a person reads.

    >>> quoted("x" * 100, limit=10)
    "'xxxxxxxxx..."
    """
    text = repr(value)
    return text if len(text) <= limit else f"{text[:limit]}..."


class InvalidObject(OirError, ValueError, TypeError):
    """
    An object could not be made; :attr:`problems` holds everything that was wrong with it, not only the first.

    It is a ``ValueError`` and a ``TypeError``, since it may report wrong values and wrong types at once.
    """

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(name, problems)
        self.name, self.problems = name, problems

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"cannot make {self.name}: {self.problems[0]}"
        lines = "".join(f"\n  - {problem}" for problem in self.problems)
        return f"cannot make {self.name}: {len(self.problems)} problems{lines}"


class InvalidDate(OirError, ValueError):
    """
    A text is not a date, or a period, that this library reads.

    ``position`` is that of the first character that is wrong, counted from 0; ``None`` where no single one is. The
    reason counts it from 1, as people do.

    >>> str(InvalidDate("2017-13", "there is no month 13", 5))
    "not an EDTF date: '2017-13' (there is no month 13, at character 6)"
    """

    def __init__(self, text: str, reason: str, position: int | None = None) -> None:
        super().__init__(text, reason, position)
        self.text, self.position = text, position
        self.reason = reason if position is None else f"{reason}, at character {position + 1:,}"

    def __str__(self) -> str:
        return f"not an EDTF date: {quoted(self.text)} ({self.reason})"


class InvalidQuestion(OirError, ValueError):
    """A question cannot be asked as it stands: two times at once, a day that is not a day, an unknown field."""


class UnknownName(OirError, LookupError):
    """Nothing in the dataset has this id or name."""

    def __init__(self, text: str, sought: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(text, sought, suggestions)
        self.text, self.sought, self.suggestions = text, sought, suggestions

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        return f"no {self.sought} has the id or name {quoted(self.text)}{hint}"


class AmbiguousName(OirError, LookupError):
    """Several entities bear this name; ask by one of the ids."""

    def __init__(self, text: str, candidates: tuple[str, ...]) -> None:
        super().__init__(text, candidates)
        self.text, self.candidates = text, candidates

    def __str__(self) -> str:
        return f"{quoted(self.text)} names {len(self.candidates)} entities: {', '.join(self.candidates)}; use an id"
