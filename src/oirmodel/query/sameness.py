"""When two ids count as one: by a standing SameAs, or because one belongs to the other at the time."""

import math
from collections.abc import Iterable

from oirmodel.claims import Affiliation
from oirmodel.dataset import Records, weight
from oirmodel.temporal import EndKind
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Sameness", "ties"]


class Sameness:
    """
    Which ids of a view are one thing, and which belong to which, over some days.

    SameAs is an equivalence: it joins for as long as it stands and nothing contradicts it, of what else is said about
    the same ids. Belonging is not: army and police both belong to Iraq, and stay different.
    """

    __slots__ = ("_first", "_joined", "_last", "_records", "_wholes")

    def __init__(self, records: Records, first: float, last: float) -> None:
        self._records, self._first, self._last = records, first, last
        self._joined = records.joined
        self._wholes: dict[str, frozenset[str]] = {}

    @property
    def records(self) -> Records:
        """The view that says so."""
        return self._records

    def one(self, value: str) -> str:
        """The id that stands for all that are joined with this one by SameAs."""
        return self._joined.get(value, value)

    def joined_with(self, value: str) -> tuple[str, ...]:
        """Every id that is joined with this one by SameAs, in the order of the alphabet."""
        return self._records.joined_with(value)

    def belongs(self, part: object, whole: object) -> bool:
        """Whether the one belongs to the other, by membership or command, through others too; never by support."""
        wholes = self._wholes_of(self.one(str(part)))
        return bool(wholes) and self.one(str(whole)) in wholes

    def _wholes_of(self, value: str) -> frozenset[str]:
        known = self._wholes.get(value)
        if known is None:
            found: dict[str, None] = {}
            waiting = [value]
            while waiting:
                for whole in self._direct_wholes(waiting.pop()):
                    if whole != value and whole not in found:
                        found[whole] = None
                        waiting.append(whole)
            known = self._wholes[value] = frozenset(found)
        return known

    def _direct_wholes(self, value: str) -> Iterable[str]:
        for member in dict.fromkeys((value, *self.joined_with(value))):
            for claim in self._records.store.by_subject.get((Affiliation.kind, member), ()):
                if isinstance(claim, Affiliation) and claim.relation.belongs and self._holds(claim):
                    yield self.one(claim.to)

    def _holds(self, claim: Affiliation) -> bool:
        """Whether an affiliation holds at the time: surely, or as far as the last word on it goes."""
        firm = weight(claim.modality) & self._records.standing(claim).throughout(self._first, self._last)
        if firm is not Truth.YES or claim.modality is Modality.DENIED:
            return False
        bounds = self._records.bounds(claim)
        truth = bounds.throughout(self._first, self._last)
        lasting = bounds.e2 == math.inf and claim.period.end_kind is not EndKind.UNKNOWN
        return truth is Truth.YES or (truth is Truth.MAYBE and lasting and self._first >= max(bounds.s2, bounds.e1))


def ties(records: Records, values: Iterable[str]) -> tuple[Affiliation, ...]:
    """Every affiliation, of any time, that may decide whom one of these ids belongs to, through others too."""
    found: dict[str, Affiliation] = {}
    waiting = list(values)
    seen: set[str] = set()
    while waiting:
        value = waiting.pop()
        if value in seen:
            continue
        seen.add(value)
        waiting += records.joined_with(value)
        for claim in records.store.by_subject.get((Affiliation.kind, value), ()):
            if isinstance(claim, Affiliation) and claim.relation.belongs:
                found[claim.id] = claim
                waiting.append(claim.to)
    return tuple(found.values())
