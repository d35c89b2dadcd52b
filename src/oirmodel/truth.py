"""Three-valued truth: what a vague source makes certain, rules out, or leaves open."""

from enum import Enum
from typing import Never

__all__ = ["Truth"]


class Truth(Enum):
    """
    Yes, no, or maybe, after Kleene's strong three-valued logic (*Introduction to Metamathematics*, 1952, section 64).

    Compare it with ``is``. It has no truth value of its own, because a ``MAYBE`` that slips through an ``if`` is how a
    guess becomes a fact.

    >>> Truth.YES & Truth.MAYBE
    <Truth.MAYBE: 'maybe'>
    >>> if Truth.MAYBE:
    ...     pass
    Traceback (most recent call last):
    ...
    TypeError: a Truth may be MAYBE: compare it with 'is', as in 'truth is Truth.YES'
    """

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"

    @classmethod
    def of(cls, *, certain: bool, possible: bool) -> "Truth":
        """``YES`` where it is certain, ``NO`` where it is not even possible, else ``MAYBE``."""
        return cls.YES if certain else cls.MAYBE if possible else cls.NO

    def __and__(self, other: "Truth") -> "Truth":
        """Both; only for statements that are independent of each other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return min(self, other, key=_RANK.__getitem__)

    def __or__(self, other: "Truth") -> "Truth":
        """Either; only for statements that are independent of each other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return max(self, other, key=_RANK.__getitem__)

    def __invert__(self) -> "Truth":
        """Not; a ``MAYBE`` stays one."""
        return _NOT[self]

    def __bool__(self) -> Never:
        raise TypeError("a Truth may be MAYBE: compare it with 'is', as in 'truth is Truth.YES'")


_RANK = {Truth.NO: 0, Truth.MAYBE: 1, Truth.YES: 2}
_NOT = {Truth.NO: Truth.YES, Truth.MAYBE: Truth.MAYBE, Truth.YES: Truth.NO}
