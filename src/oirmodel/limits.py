"""What the value of a field must keep to, checked with a message that says what would be right."""

from collections.abc import Callable
from typing import Any

__all__ = ["filled", "within", "zero_or_more"]

Validator = Callable[[object, Any, Any], None]
"""What attrs calls with the object, the field and the value. ``None`` is left to the field's type."""


def filled(_: object, __: object, value: Any) -> None:
    """There is something in it: a text has a character, a list a member."""
    if value is not None and not value:
        raise ValueError("expected at least one" if not isinstance(value, str) else "expected a text that is not empty")


def zero_or_more(_: object, __: object, value: Any) -> None:
    """A count or a length, not below zero."""
    if value is not None and value < 0:
        raise ValueError("expected zero or more")


def within(low: float, high: float, unit: str) -> Validator:
    """A number from the one to the other, both allowed."""

    def check(_: object, __: object, value: Any) -> None:
        if not low <= value <= high:
            raise ValueError(f"expected {unit} from {low:g} to {high:g}")

    return check
