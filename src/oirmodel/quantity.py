"""How many, with the "about" and the "more than" that the source gave."""

import math
from enum import StrEnum
from typing import NamedTuple, Self

from attrs import field, frozen

from oirmodel.errors import MISSING, InvalidObject, Problem
from oirmodel.frozen import Record
from oirmodel.limits import zero_or_more
from oirmodel.truth import Truth

__all__ = ["Quantity", "Wording"]


class Wording(StrEnum):
    """How a source words a number."""

    EXACT = "exact"
    ABOUT = "about"
    """No bounds, unless the reader chooses a tolerance."""
    NEARLY = "nearly"
    """Less than the number, and by little."""
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    """The number itself is excluded."""
    AT_MOST = "at-most"
    FEWER_THAN = "fewer-than"
    """The number itself is excluded."""
    BETWEEN = "between"
    """Both numbers are included."""
    ORDER_OF_MAGNITUDE = "order-of-magnitude"
    """From the number up to, and without, ten times it: "dozens" is of the order of 10."""
    NONE = "none"
    """A stated zero."""
    UNKNOWN = "unknown"
    """The source says that it is not known."""


_BARE = {Wording.NONE, Wording.UNKNOWN}


class _Range(NamedTuple):
    """The whole numbers from low to high, both counted in; high may be infinite."""

    low: int
    high: float

    @property
    def empty(self) -> bool:
        return self.low > self.high

    def meet(self, other: "_Range") -> "_Range":
        return _Range(max(self.low, other.low), min(self.high, other.high))


_ANY = _Range(0, math.inf)


@frozen(kw_only=True, repr=False)
class Quantity(Record):
    """
    A number of people or things, whole and not below zero, with the wording of its source.

    There are no ``<`` and ``==`` against numbers: "about 2,500" is neither more nor less than 2,500. Ask
    :meth:`at_least`, :meth:`same_as` and :meth:`consistent_with`, which answer with a :class:`~oirmodel.truth.Truth`.
    Two quantities are equal (``==``) when they are worded alike.

    >>> Quantity.more_than(1600).at_least(1601)
    <Truth.YES: 'yes'>
    >>> Quantity.about(2500).at_least(2500)
    <Truth.MAYBE: 'maybe'>
    >>> Quantity.about(2500).at_least(2000, tolerance=0.1)
    <Truth.YES: 'yes'>
    """

    wording: Wording
    number: int | None = field(default=None, validator=zero_or_more)
    """The number; the lower one of "between"; ``None`` for a stated zero and a stated unknown."""
    to: int | None = field(default=None, validator=zero_or_more)
    """The upper number of "between"."""
    words: str | None = None
    """The source's own words, such as ``dozens``, where they say more."""
    derived: bool = False
    """Whether it was computed here, not said by a source."""

    def __attrs_post_init__(self) -> None:
        problems = []
        if (self.number is None) is not (self.wording in _BARE):
            expected = "expected none" if self.wording in _BARE else "expected a number"
            given = MISSING if self.number is None else self.number
            problems.append(Problem("number", given, f"{expected} with the wording {self.wording.value!r}"))
        if (self.to is None) is (self.wording is Wording.BETWEEN):
            expected = "expected the upper number" if self.to is None else "expected none"
            given = MISSING if self.to is None else self.to
            problems.append(Problem("to", given, f"{expected} with the wording {self.wording.value!r}"))
        if self.to is not None and self.number is not None and self.to < self.number:
            problems.append(Problem("to", self.to, f"expected at least the lower number, {self.number}"))
        if not problems and self._possible(None).empty:
            problems.append(Problem("number", self.number, f"expected more: nothing is {self}"))
        if problems:
            raise InvalidObject("Quantity", tuple(problems))

    @classmethod
    def exact(cls, number: int) -> Self:
        """Just the number."""
        return cls(wording=Wording.EXACT, number=number)

    @classmethod
    def about(cls, number: int) -> Self:
        """Around the number; nobody knows how far."""
        return cls(wording=Wording.ABOUT, number=number)

    @classmethod
    def nearly(cls, number: int) -> Self:
        """Less than the number, by little."""
        return cls(wording=Wording.NEARLY, number=number)

    @classmethod
    def more_than(cls, number: int) -> Self:
        """More than the number, which is itself excluded."""
        return cls(wording=Wording.MORE_THAN, number=number)

    @classmethod
    def fewer_than(cls, number: int) -> Self:
        """Fewer than the number, which is itself excluded."""
        return cls(wording=Wording.FEWER_THAN, number=number)

    @classmethod
    def minimum(cls, number: int) -> Self:
        """The number or more: "at least"."""
        return cls(wording=Wording.AT_LEAST, number=number)

    @classmethod
    def maximum(cls, number: int) -> Self:
        """The number or fewer: "at most"."""
        return cls(wording=Wording.AT_MOST, number=number)

    @classmethod
    def between(cls, low: int, high: int) -> Self:
        """From the one number to the other, both included."""
        return cls(wording=Wording.BETWEEN, number=low, to=high)

    @classmethod
    def order_of(cls, number: int, *, words: str | None = None) -> Self:
        """From the number up to ten times it, as in ``order_of(10, words="dozens")``."""
        return cls(wording=Wording.ORDER_OF_MAGNITUDE, number=number, words=words)

    @classmethod
    def none(cls) -> Self:
        """A stated zero; a number that nobody gave is not one."""
        return cls(wording=Wording.NONE)

    @classmethod
    def unknown(cls) -> Self:
        """Said to be unknown; a silence is not that."""
        return cls(wording=Wording.UNKNOWN)

    def at_least(self, number: int, *, tolerance: float | None = None) -> Truth:
        """Whether it is the number or more. ``tolerance`` is a share: 0.1 reads "about 100" as 90 to 110."""
        possible = self._possible(tolerance)
        here = _Range(number, math.inf)
        return Truth.of(certain=possible.low >= number, possible=not possible.meet(here).empty)

    def at_most(self, number: int, *, tolerance: float | None = None) -> Truth:
        """Whether it is the number or fewer; for ``tolerance`` see :meth:`at_least`."""
        possible = self._possible(tolerance)
        here = _Range(0, number)
        return Truth.of(certain=possible.high <= number, possible=not possible.meet(here).empty)

    def same_as(self, other: "Quantity", *, tolerance: float | None = None) -> Truth:
        """Whether both are the same number."""
        mine, theirs = self._possible(tolerance), other._possible(tolerance)
        certain = mine.low == mine.high == theirs.low == theirs.high
        return Truth.of(certain=certain, possible=not mine.meet(theirs).empty)

    def consistent_with(self, other: "Quantity", *, tolerance: float | None = None) -> Truth:
        """
        Whether the two can both be right: ``YES`` where some number surely fits both, ``NO`` where none can.

        "About 2,500" surely fits 2,500 alone; "nearly 35,000" what rounds to it at its own precision and is less.

        >>> Quantity.exact(34_917).consistent_with(Quantity.nearly(35_000))
        <Truth.YES: 'yes'>
        >>> Quantity.exact(1600).consistent_with(Quantity.more_than(1600))
        <Truth.NO: 'no'>
        """
        certain = not self._sure(tolerance).meet(other._sure(tolerance)).empty
        possible = not self._possible(tolerance).meet(other._possible(tolerance)).empty
        return Truth.of(certain=certain, possible=possible)

    def plus(self, other: "Quantity") -> "Quantity":
        """
        The sum, marked as derived, and no sharper than its parts.

        >>> print(Quantity.about(2500).plus(Quantity.about(2000)))
        about 4,500 (derived)
        >>> print(Quantity.exact(10).plus(Quantity.more_than(5)))
        more than 15 (derived)
        """
        wordings = {self.wording, other.wording}
        if Wording.UNKNOWN in wordings:
            return Quantity(wording=Wording.UNKNOWN, derived=True)
        if Wording.ABOUT in wordings and wordings <= {Wording.ABOUT, Wording.NEARLY, Wording.EXACT, Wording.NONE}:
            return Quantity(wording=Wording.ABOUT, number=(self.number or 0) + (other.number or 0), derived=True)
        if Wording.NEARLY in wordings and wordings <= {Wording.NEARLY, Wording.EXACT, Wording.NONE}:
            return Quantity(wording=Wording.NEARLY, number=(self.number or 0) + (other.number or 0), derived=True)
        mine, theirs = self._possible(None), other._possible(None)
        low, high = mine.low + theirs.low, mine.high + theirs.high
        if math.isinf(high):
            strict = Wording.MORE_THAN in wordings
            wording, number = (Wording.MORE_THAN, low - 1) if strict else (Wording.AT_LEAST, low)
            return Quantity(wording=wording, number=number, derived=True)
        if low == high:
            return Quantity(wording=Wording.EXACT, number=low, derived=True)
        if low == 0:
            return Quantity(wording=Wording.AT_MOST, number=int(high), derived=True)
        return Quantity(wording=Wording.BETWEEN, number=low, to=int(high), derived=True)

    def _possible(self, tolerance: float | None) -> _Range:  # noqa: C901 - one case for each wording
        """Every number that the wording allows."""
        number = self.number or 0
        slack = number * (tolerance or 0)
        match self.wording:
            case Wording.EXACT | Wording.NONE:
                return _Range(number, number)
            case Wording.ABOUT:
                low, high = math.ceil(max(0, number - slack)), math.floor(number + slack)
                return _ANY if tolerance is None else _Range(low, high)
            case Wording.NEARLY:
                return _Range(0 if tolerance is None else math.ceil(max(0, number - slack)), number - 1)
            case Wording.AT_LEAST:
                return _Range(number, math.inf)
            case Wording.MORE_THAN:
                return _Range(number + 1, math.inf)
            case Wording.AT_MOST:
                return _Range(0, number)
            case Wording.FEWER_THAN:
                return _Range(0, number - 1)
            case Wording.BETWEEN:
                return _Range(number, self.to or 0)
            case Wording.ORDER_OF_MAGNITUDE:
                return _Range(number, number * 10 - 1)
            case Wording.UNKNOWN:
                return _ANY

    def _sure(self, tolerance: float | None) -> _Range:
        """The numbers that surely fit the wording; fewer than the possible ones for "about" and "nearly"."""
        number = self.number or 0
        if tolerance is None and self.wording is Wording.ABOUT:
            return _Range(number, number)
        if tolerance is None and self.wording is Wording.NEARLY:
            return _Range(number - _last_place(number) // 2, number - 1)
        return self._possible(tolerance)

    def __str__(self) -> str:
        if self.words is not None:
            text = self.words
        elif self.wording in _BARE:
            text = self.wording.value
        elif self.wording is Wording.BETWEEN:
            text = f"between {self.number:,} and {self.to:,}"
        elif self.wording is Wording.EXACT:
            text = f"{self.number:,}"
        elif self.wording is Wording.ORDER_OF_MAGNITUDE:
            text = f"of the order of {self.number:,}"
        else:
            text = f"{self.wording.value.replace('-', ' ')} {self.number:,}"
        return f"{text} (derived)" if self.derived else text

    def __repr__(self) -> str:
        return f"<Quantity: {self}>"


def _last_place(number: int) -> int:
    """The value of the last digit that is not a zero: 1,000 for 35,000."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place
