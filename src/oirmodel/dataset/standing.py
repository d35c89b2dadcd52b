"""Which claims stand, and how firmly, after what was corrected, superseded, retracted, or inferred from them."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from oirmodel.claims import Being, Claim
from oirmodel.temporal import Bounds
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Correction", "Removal", "Standing", "Standings", "weight"]

_WEIGHTS: Final = {
    Modality.ASSERTED: Truth.YES,
    Modality.INFERRED: Truth.YES,
    Modality.DENIED: Truth.YES,
    Modality.ALLEGED: Truth.MAYBE,
    Modality.ASSESSED: Truth.MAYBE,
    Modality.PLANNED: Truth.NO,
    Modality.PREDICTED: Truth.NO,
}

_ALL_DAYS: Final = Bounds(NEVER, NEVER, FOREVER, FOREVER)


def weight(modality: Modality) -> Truth:
    """How much a claim counts as evidence that something was, or was not, so."""
    return _WEIGHTS[modality]


class Correction(NamedTuple):
    """A claim that corrects another over its own period, and how surely it stands."""

    claim: Claim
    bounds: Bounds
    stands: Truth


class Standing(NamedTuple):
    """Whether a claim stands in a view."""

    truth: Truth
    """``NO``: it is not in the view, or it was taken back. ``MAYBE``: that is not certain."""
    corrections: tuple[Correction, ...] = ()
    """What corrects it, each on its own days."""

    def throughout(self, first: float, last: float) -> Truth:
        """How firmly it stands over some days: it falls where a correction surely holds on all of them."""
        truth = self.truth
        for each in self.corrections:
            if each.bounds.throughout(first, last) is Truth.YES:
                truth &= ~each.stands
            elif each.bounds.during(first, last) is not Truth.NO:
                truth &= Truth.MAYBE
        return truth


class Removal(NamedTuple):
    """A claim that takes another back, for good or over its own period, and how surely it does."""

    by: Claim
    how: Literal["corrects", "supersedes", "retracts"]
    stands: Truth
    """``MAYBE`` where it may not be known yet, is alleged only, or may itself have been taken back."""


class _Between(NamedTuple):
    """What is settled of a truth so far: it is at least the one and at most the other."""

    least: Truth
    most: Truth

    def both(self, other: "_Between") -> "_Between":
        return _Between(self.least & other.least, self.most & other.most)

    def opposite(self) -> "_Between":
        return _Between(~self.most, ~self.least)

    @property
    def truth(self) -> Truth:
        """The truth where it is settled; of claims that remove each other in a circle, ``MAYBE``."""
        return self.least if self.least is self.most else Truth.MAYBE


class Standings:
    """
    The standing of every claim of a view.

    A claim stands unless one that itself stands takes it back, so that standing is settled from those that nobody takes
    back onwards: it is the grounded extension of the claims and their removals (P. M. Dung, "On the acceptability of
    arguments", Artificial Intelligence 77, 1995), in three values. An edition that has itself been superseded still
    supersedes; one that has been retracted does not.
    """

    __slots__ = ("_admits", "_bounds", "_claims", "_kept", "_removers", "_settled")

    def __init__(
        self,
        claims: Mapping[str, Claim],
        removers: Mapping[str, tuple[Claim, ...]],
        admits: Callable[[Claim], Truth],
        bounds: Callable[[Claim], Bounds],
    ) -> None:
        self._claims, self._removers, self._admits, self._bounds = claims, removers, admits, bounds
        self._kept: dict[str, _Between] = {}
        self._settled: dict[str, Standing] | None = None

    def of(self, claim: Claim) -> Standing:
        """How the claim stands."""
        if claim.id not in self._removers and not _is_inferred(claim):
            return Standing(self._admits(claim))
        if self._settled is None:
            self._settled = self._settle()
        return self._settled[claim.id]

    def removals(self, claim: Claim) -> tuple[Removal, ...]:
        """What takes a claim back in the view, by their ids; what surely does not is left out."""
        standing = self.of(claim)
        correcting = {each.claim.id: each.stands for each in standing.corrections}
        found: list[Removal] = []
        for remover in sorted(self._removers.get(claim.id, ()), key=lambda each: each.id):
            if claim.id in remover.retracts:
                found.append(Removal(remover, "retracts", self.of(remover).truth & _firmness(remover)))
            elif claim.id in remover.supersedes:
                found.append(Removal(remover, "supersedes", self._known(remover, self._kept).truth))
            else:
                found.append(Removal(remover, "corrects", correcting.get(remover.id, Truth.NO)))
        return tuple(each for each in found if each.stands is not Truth.NO)

    def _settle(self) -> dict[str, Standing]:
        """The standing of every claim that is removed or inferred, each looked at again when what it rests on moves."""
        open_claims = [each for each in self._claims.values() if each.id in self._removers or _is_inferred(each)]
        kept: dict[str, _Between] = {each.id: _Between(Truth.NO, self._admits(each)) for each in open_claims}
        stands = dict(kept)
        rests_on_it: dict[str, list[Claim]] = {}
        for claim in open_claims:
            for other in (*(each.id for each in self._removers.get(claim.id, ())), *claim.derived_from):
                rests_on_it.setdefault(other, []).append(claim)
        waiting = dict.fromkeys(each.id for each in open_claims)
        while waiting:
            claim = self._claims[waiting.popitem()[0]]
            now_kept, now_stands = self._weighed(claim, kept, stands)
            if (now_kept, now_stands) != (kept[claim.id], stands[claim.id]):
                kept[claim.id], stands[claim.id] = now_kept, now_stands
                waiting |= dict.fromkeys(each.id for each in rests_on_it.get(claim.id, ()))
        self._kept = kept
        truths: dict[str, Truth] = {an_id: between.truth for an_id, between in stands.items()}
        return {each.id: Standing(truths[each.id], self._corrections(each, truths, set())) for each in open_claims}

    def _weighed(
        self, claim: Claim, kept: Mapping[str, _Between], stands: Mapping[str, _Between]
    ) -> tuple[_Between, _Between]:
        """How surely a claim was not taken back, and how surely it stands, as far as is settled."""
        admitted = self._admits(claim)
        held = _Between(admitted, admitted)
        for premise_id in claim.derived_from if _is_inferred(claim) else ():
            premise = self._claims.get(premise_id)
            counts = Truth.NO if premise is None else weight(premise.modality)
            known = self._known(premise, stands) if premise is not None else _Between(Truth.NO, Truth.NO)
            held = held.both(known).both(_Between(counts, counts))
        superseded = held
        for remover in self._removers.get(claim.id, ()):
            if claim.id in remover.retracts:
                counts = _firmness(remover)
                held = held.both(self._known(remover, stands).both(_Between(counts, counts)).opposite())
            elif claim.id in remover.supersedes:
                superseded = superseded.both(self._known(remover, kept).opposite())
        return held, held.both(superseded)

    def _known(self, claim: Claim, settled: Mapping[str, _Between]) -> _Between:
        known = settled.get(claim.id)
        if known is None:
            admitted = self._admits(claim)
            known = _Between(admitted, admitted)
        return known

    def _corrections(self, claim: Claim, truths: Mapping[str, Truth], seen: set[str]) -> tuple[Correction, ...]:
        """What corrects a claim, or what it was inferred from, each on its own days; what has no time, altogether."""
        found: list[Correction] = []
        seen.add(claim.id)
        for remover in self._removers.get(claim.id, ()):
            stands = truths.get(remover.id, self._admits(remover))
            if claim.id in remover.retracts or claim.id in remover.supersedes or stands is Truth.NO:
                continue
            bounds = _ALL_DAYS if claim.grammar.being is Being.REPORT else self._bounds(remover)
            found.append(Correction(remover, bounds, stands & _firmness(remover)))
        for premise_id in claim.derived_from if _is_inferred(claim) else ():
            premise = self._claims.get(premise_id)
            if premise is not None and premise.id not in seen:
                found += self._corrections(premise, truths, seen)
        return tuple(found)


def _firmness(remover: Claim) -> Truth:
    """How firmly a claim takes another back: an alleged retraction leaves it open whether that was taken back."""
    return Truth.MAYBE if weight(remover.modality) is Truth.MAYBE else Truth.YES


def _is_inferred(claim: Claim) -> bool:
    return claim.modality is Modality.INFERRED and bool(claim.derived_from)
