"""Which claims stand, and how firmly, after what was corrected, superseded, retracted, or inferred from them."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from oirmodel.claims import Claim
from oirmodel.temporal import Bounds
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Correction", "Standing", "Standings", "weight"]

_WEIGHTS: Final = {
    Modality.ASSERTED: Truth.YES,
    Modality.INFERRED: Truth.YES,
    Modality.DENIED: Truth.YES,
    Modality.ALLEGED: Truth.MAYBE,
    Modality.ASSESSED: Truth.MAYBE,
    Modality.PLANNED: Truth.NO,
    Modality.PREDICTED: Truth.NO,
}


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


class Standings:
    """The standing of every claim of a view, worked out when first asked for."""

    __slots__ = ("_admits", "_bounds", "_claims", "_known", "_removers")

    def __init__(
        self,
        claims: Mapping[str, Claim],
        removers: Mapping[str, tuple[Claim, ...]],
        admits: Callable[[Claim], Truth],
        bounds: Callable[[Claim], Bounds],
    ) -> None:
        self._claims, self._removers, self._admits, self._bounds = claims, removers, admits, bounds
        self._known: dict[str, Standing] = {}

    def of(self, claim: Claim) -> Standing:
        """How the claim stands."""
        known = self._known.get(claim.id)
        if known is None:
            # Claims that remove each other in a circle: neither can be said to stand or to have fallen.
            self._known[claim.id] = Standing(Truth.MAYBE)
            known = self._known[claim.id] = self._work_out(claim)
        return known

    def _work_out(self, claim: Claim) -> Standing:
        truth = self._admits(claim)
        corrections: list[Correction] = []
        for remover in self._removers.get(claim.id, ()):
            if truth is Truth.NO:
                break
            stands = self.of(remover).truth
            if stands is Truth.NO:
                continue
            if claim.id in remover.supersedes or claim.id in remover.retracts:
                truth &= ~stands
                continue
            if weight(remover.modality) is Truth.MAYBE:
                stands &= Truth.MAYBE
            corrections.append(Correction(remover, self._bounds(remover), stands))
        for premise_id in claim.derived_from if claim.modality is Modality.INFERRED else ():
            premise = self._claims.get(premise_id)
            if premise is None:
                truth = Truth.NO
                continue
            standing = self.of(premise)
            truth &= standing.truth & weight(premise.modality)
            corrections += standing.corrections
        return Standing(truth, tuple(corrections))
