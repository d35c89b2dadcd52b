"""How the terms of another codebook are said in the words of this library, as data."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

__all__ = ["Crosswalk", "Fit", "Term"]

T = TypeVar("T", bound=str)


class Fit(StrEnum):
    """How well a word of ours fits a term of a source; after the mapping relations of SKOS."""

    EXACT = "exact"
    """It means the same."""
    BROADER = "broader"
    """Ours is wider: it covers the term and more."""
    NARROWER = "narrower"
    """Ours is narrower: the term covers more than it."""
    LOSSY = "lossy"
    """The nearest there is; what it leaves out is told in a note of the claim."""


class Term(NamedTuple):
    """One term of a source, and what it is with us."""

    term: str
    """As the source writes it; case and white space around it do not matter."""
    ours: Any
    fit: Fit
    note: str = ""
    """What is lost or added."""


class Crosswalk(Generic[T]):
    """
    From the terms of one field of one source to a vocabulary of ours; a term that is not there is never guessed.

    ``words`` is the vocabulary, or ``str`` for codes that others keep, such as those of countries. Raises
    ``ValueError`` for a term that stands twice, or one that is none of these words.

    >>> from oirmodel.vocab import CasualtyBasis
    >>> grades = Crosswalk("Airwars", "grade", CasualtyBasis, (Term("Fair", CasualtyBasis.FAIR, Fit.EXACT),))
    >>> grades["fair "].ours
    <CasualtyBasis.FAIR: 'fair'>
    >>> "Certain" in grades
    False
    """

    __slots__ = ("_terms", "codebook", "field", "terms", "words")

    def __init__(self, codebook: str, field: str, words: type[T], terms: tuple[Term, ...]) -> None:
        self.codebook, self.field, self.words, self.terms = codebook, field, words, terms
        self._terms: Mapping[str, Term] = {_folded(each.term): each for each in terms}
        if len(self._terms) < len(terms):
            raise ValueError(f"a term of {codebook}, {field}, stands twice")
        if wrong := [each.term for each in terms if not isinstance(each.ours, words)]:
            raise ValueError(f"{wrong[0]!r} of {codebook}, {field}, is not given a word of {words.__name__}")

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and _folded(term) in self._terms

    def __getitem__(self, term: str) -> Term:
        """The entry of a term; raises ``KeyError`` where it is not known."""
        return self._terms[_folded(term)]

    def get(self, term: str) -> Term | None:
        """The entry of a term, or ``None`` where it is not known."""
        return self._terms.get(_folded(term))


def _folded(term: str) -> str:
    return " ".join(term.split()).casefold()
