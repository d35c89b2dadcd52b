"""What the cells of anybody's table say: numbers, quantities and dates with the words around them, terms."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from oirmodel.errors import InvalidDate, InvalidObject, quoted
from oirmodel.importers._mapping.layout import Amount, Word
from oirmodel.importers._mapping.patterns import EDTF, Pattern
from oirmodel.importers._reading.words import number_of
from oirmodel.importers.crosswalk import Fit
from oirmodel.importers.gathering import reasons
from oirmodel.quantity import Quantity, Wording
from oirmodel.temporal import ImpreciseDate
from oirmodel.temporal.days import FOREVER, NEVER

__all__ = [
    "HOW_ELSE",
    "NOTHING",
    "WORDS",
    "Cells",
    "Dates",
    "Got",
    "Numbers",
    "Reader",
    "Remark",
    "Terms",
    "Unplaced",
    "made",
    "one_line",
]

Cells = Sequence[str]


class Remark(NamedTuple):
    """Something that a reader of the claim should know: kept with it, and told as a finding."""

    code: str
    message: str


class Unplaced(Exception):
    """A cell cannot be read, so that its row cannot be placed. It does not leave this folder."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code, self.message = code, message

    def of(self, field: str) -> "Unplaced":
        """The same problem, with the field that it is of."""
        return Unplaced(self.code, f"{field}: {self.message}")


Got = tuple[Any, tuple[Remark, ...]]
"""A value, ``None`` where nothing is said, and what is to be remarked of it."""
Reader = Callable[[Cells, Cells], Got]
"""Takes the cells of a row and the ids of its entities."""
NOTHING: Final[Got] = (None, ())

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "about": (
        "about",
        "around",
        "approximately",
        "approx.",
        "approx",
        "circa",
        "ca.",
        "ca",
        "c.",
        "roughly",
        "some",
        "~",
    ),
    "nearly": ("nearly", "almost"),
    "at-least": ("at least", "no fewer than", "no less than", "not less than", "minimum", "≥", ">="),
    "more-than": ("more than", "over", "above", "in excess of", ">"),
    "at-most": ("at most", "up to", "no more than", "not more than", "maximum", "≤", "<="),
    "fewer-than": ("fewer than", "less than", "under", "below", "<"),
    "none": ("none", "no", "zero", "nobody"),
    "unknown": ("unknown", "unclear", "not known"),
    "before": ("before", "prior to"),
    "by": ("by", "until", "not later than", "no later than"),
    "after": ("after",),
}
"""The words around numbers and dates that are read without being told; a mapping may add others."""

_PREFIXES: Final = ("about", "nearly", "at-least", "more-than", "at-most", "fewer-than")
_ORDERS: Final = {"dozens": 10, "tens": 10, "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000}
HOW_ELSE: Final = " (how else dates are written, dates in [table] tells)"
_ORDER_OF: Final = re.compile(r"(?:of|on|in) the order of (.*)")
_OR_MORE: Final = re.compile(r"(.*\d)\s*(?:\+|or more|and more)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?:between|from)?\s*(\S.*?)\s*(?:-|\u2013|\u2014|\bto\b|\band\b)\s*(\S+)", re.IGNORECASE)


def one_line(text: str) -> str:
    """A name as names are compared: without white space around it or breaks within, in Normalization Form C."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _prefix(words: Mapping[str, tuple[str, ...]], keys: Sequence[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """What reads one of these words at the beginning of a text, and the key of each."""
    key_of = {_folded(each): key for key in keys for each in words[key]}
    # A word ends where a letter does not follow a letter: "c. 1914", "~40", but not "some" in "somewhere".
    known = "|".join(
        re.escape(each) + (r"(?!\w)" if each[-1].isalpha() else "") for each in sorted(key_of, key=len, reverse=True)
    )
    return re.compile(rf"({known})\s*(.*)", re.IGNORECASE | re.DOTALL), key_of


class Numbers:
    """Reads numbers by the decimal mark of a table, and quantities by the words around them."""

    def __init__(self, decimal: str, words: Mapping[str, tuple[str, ...]]) -> None:
        mark, group = re.escape(decimal), "," if decimal == "." else "."
        # Only groups of three digits with one and the same sign between them are one number.
        self._whole = re.compile(
            rf"(\d{{1,3}}(?:([{group}'\s])\d{{3}})(?:\2\d{{3}}){{0,3}}|\d{{1,15}})(?:{mark}0+)?", re.ASCII
        )
        self._fraction = re.compile(rf"[+-]?\d{{1,15}}(?:{mark}\d+)?(?:[eE][+-]?\d{{1,2}})?", re.ASCII)
        self._decimal = decimal
        self._prefix, self._prefixes = _prefix(words, _PREFIXES)
        self._alone = {_folded(each): Wording(key) for key in ("none", "unknown") for each in words[key]}

    def number(self, text: str) -> float:
        """A number with or without a fraction, such as a latitude."""
        if not self._fraction.fullmatch(text):
            raise Unplaced("OIR502", f"{quoted(text)} is no number with the decimal mark {self._decimal!r}")
        return float(text.replace(self._decimal, "."))

    def whole(self, text: str) -> int | None:
        """A whole number, in digits or an English word; ``None`` for what is none."""
        found = self._whole.fullmatch(text)
        if found:
            return int("".join(each for each in found[1] if each.isdigit()))
        return number_of(text) if text.isascii() and not any(each.isdigit() for each in text) else None

    def quantity(self, text: str, wording: Wording) -> Got:
        """A quantity; a plain number is worded as the mapping says."""
        number = self.whole(text)
        remarks: tuple[Remark, ...] = ()
        if number is not None:
            bare = wording is Wording.EXACT and number == 0
            quantity = Quantity.none() if bare else Quantity(wording=wording, number=number)
        else:
            quantity, remarks = self._worded(_folded(text), text)
        return (quantity if text[0].isdigit() and number is not None else _kept(quantity, text)), remarks

    def _worded(self, folded: str, text: str) -> tuple[Quantity, tuple[Remark, ...]]:
        if folded in self._alone:
            return Quantity(wording=self._alone[folded]), ()
        if folded in _ORDERS:
            number = _ORDERS[folded]
            remark = f"{text!r} is read as from {number:,} up to ten times that"
            return Quantity.order_of(number), (Remark("OIR505", remark),)
        order = _ORDER_OF.fullmatch(folded)
        if order and (ten := self.whole(order[1])) is not None:
            return Quantity.order_of(ten), ()
        found = self._prefix.fullmatch(folded)
        if found and (stated := self.whole(found[2])) is not None:
            return Quantity(wording=Wording(self._prefixes[found[1]]), number=stated), ()
        more = _OR_MORE.fullmatch(folded)
        if more and (fewest := self.whole(more[1])) is not None:
            return Quantity.minimum(fewest), ()
        two = _BETWEEN.fullmatch(folded)
        if two and (low := self.whole(two[1])) is not None and (high := self.whole(two[2])) is not None:
            return self.between(low, high), ()
        raise Unplaced("OIR502", f"{quoted(text)} is no whole number, with or without words such as 'about'")

    def between(self, low: int, high: int) -> Quantity:
        """From the fewest to the most, which may be one number."""
        if low > high:
            raise Unplaced("OIR502", f"the fewest, {low:,}, is more than the most, {high:,}")
        if low == high:
            return Quantity.exact(low) if low else Quantity.none()
        return Quantity.between(low, high)

    def limits(self, fewest: str, most: str) -> Got:
        """A quantity by its fewest and its most, either of which may be blank."""
        low, high = [self.whole(each) if each else None for each in (fewest, most)]
        for number, text in ((low, fewest), (high, most)):
            if text and number is None:
                raise Unplaced("OIR502", f"{quoted(text)} is no whole number")
        if low is not None and high is not None:
            return self.between(low, high), ()
        if low is not None:
            return Quantity.minimum(low), ()
        return (None if high is None else Quantity.maximum(high)), ()

    def reader(self, rule: Amount) -> Callable[[str], Got]:
        """What reads the texts of one column."""
        return lambda text: self.quantity(text, rule.wording)


def _kept(quantity: Quantity, text: str) -> Quantity:
    """With the words of the source, where the quantity would not be worded just so."""
    if str(quantity) == _folded(text):
        return quantity
    return Quantity(wording=quantity.wording, number=quantity.number, to=quantity.to, words=text)


class Dates:
    """Reads dates by patterns, and the words before them."""

    def __init__(self, patterns: Sequence[Pattern | None], words: Mapping[str, tuple[str, ...]]) -> None:
        """``None`` among the patterns stands for the dates of EDTF."""
        self._patterns = tuple(patterns)
        self.edtf = None in self._patterns
        self._prefix, self._prefixes = _prefix(words, ("about", "before", "by", "after"))

    def read(self, text: str) -> tuple[ImpreciseDate, tuple[Remark, ...]]:
        """A date, which is no sharper than the text; raises :class:`Unplaced` for what fits no pattern, or several."""
        found = self._plain(text)
        if found is not None:
            return found
        worded = self._prefix.fullmatch(text)
        inner = self._plain(worded[2]) if worded else None
        if worded is None or inner is None:
            if self._patterns == (None,):
                raise Unplaced("OIR502", f"{quoted(text)} is no date of EDTF: {_reason(text)}{HOW_ELSE}")
            known = ", ".join(EDTF.upper() if each is None else repr(each.text) for each in self._patterns)
            raise Unplaced("OIR502", f"{quoted(text)} is no date as {known}")
        date, remarks = inner
        try:
            return _shifted(self._prefixes[_folded(worded[1])], date), remarks
        except InvalidDate as error:
            raise Unplaced("OIR502", f"{quoted(text)}: {error.reason}") from None

    def _plain(self, text: str) -> tuple[ImpreciseDate, tuple[Remark, ...]] | None:
        found: dict[str, tuple[ImpreciseDate, tuple[Remark, ...]]] = {}
        by: list[str] = []
        wrong = ""
        for pattern in self._patterns:
            said = (text, "") if pattern is None else pattern.read(text)
            if said is None:
                continue
            try:
                date = ImpreciseDate.parse(said[0])
            except InvalidDate as error:
                wrong = "" if pattern is None else f"{quoted(text)} is no day: {error.reason}"
                continue
            if date.text not in found:
                by.append(EDTF if pattern is None else pattern.text)
                found[date.text] = (date, (Remark("OIR505", said[1]),) if said[1] else ())
        if len(found) > 1:
            raise Unplaced(
                "OIR502", f"{quoted(text)} is {' or '.join(found)}, as {' and '.join(map(repr, by))} read it"
            )
        if wrong and not found:
            raise Unplaced("OIR502", wrong)
        return next(iter(found.values()), None)


def _reason(text: str) -> str:
    """Why a text is no date of EDTF."""
    try:
        ImpreciseDate.parse(text)
    except InvalidDate as error:
        return error.reason
    raise AssertionError(text)


def _shifted(word: str, date: ImpreciseDate) -> ImpreciseDate:
    match word:
        case "about":
            return ImpreciseDate.parse(f"{date}~")
        case "before":
            return ImpreciseDate.between(NEVER, date.span.first - 1)
        case "by":
            return ImpreciseDate.parse(f"[..{date}]")
        case _:
            return ImpreciseDate.between(date.span.last + 1, FOREVER)


class Terms:
    """The terms of a field, as a mapping gives them."""

    def __init__(self, words: Mapping[str, Word], *, strict: bool, otherwise: str | None) -> None:
        """With ``strict`` a term that is not there is a finding; without, it is what it is."""
        self._words = {_folded(term): word for term, word in words.items()}
        self._strict, self._otherwise = strict and bool(words), otherwise

    def read(self, text: str) -> tuple[str, tuple[Remark, ...]]:
        """Our word for a term; empty where the mapping says that it says nothing."""
        word = self._words.get(_folded(text))
        if word is not None:
            if word.fit is Fit.EXACT or not word.word:
                return word.word, ()
            note = f": {word.note}" if word.note else ""
            return word.word, (Remark("OIR505", f"{text!r} is read as {word.word!r}, which is {word.fit}{note}"),)
        if not self._strict:
            return text, ()
        return self.unknown(text)

    def unknown(self, text: str) -> tuple[str, tuple[Remark, ...]]:
        """What a term is that nobody knows."""
        if self._otherwise is None:
            raise Unplaced("OIR503", f"the term {quoted(text)} is in no crosswalk")
        return self._otherwise, (Remark("OIR503", f"the term {quoted(text)} is in no crosswalk: {self._otherwise!r}"),)


def made(cls: Callable[..., Any], **fields: object) -> Any:  # noqa: ANN401 - of any class
    """An object; raises :class:`Unplaced` with all that is wrong with it."""
    try:
        return cls(**fields)
    except InvalidObject as error:
        raise Unplaced("OIR502", reasons(error)) from None
