"""Which figures answer how many there were at some places: those for just these, and of what was there."""

import math
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from oirmodel.claims import Claim, Strength
from oirmodel.dataset import Records
from oirmodel.query.sameness import Sameness
from oirmodel.truth import Truth
from oirmodel.vocab import CountingBasis, Spread

__all__ = ["Figures", "Places", "figures_at"]

_WHOLE: Final = frozenset({Spread.UNSTATED, Spread.TOGETHER})


class Places:
    """
    Some places that are asked about, in whatever ids a standing SameAs joins.

    A figure is theirs where it is for all of them and no other. One for parts of them, for them among others, or for
    them mainly is a figure for less or for more, and never theirs.
    """

    def __init__(self, records: Records, ids: Iterable[str]) -> None:
        self._same = Sameness(records, -math.inf, math.inf)
        self._asked = self._ones(ids)

    def _ones(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._same.one, ids))

    def are(self, at: Iterable[str]) -> bool:
        """Whether these are the places, under whatever ids."""
        return self._ones(at) == self._asked

    def hold(self, at: Iterable[str]) -> bool:
        """Whether the places are all among these, under whatever ids."""
        return self._asked <= self._ones(at)

    def have(self, at: Iterable[str], spread: Spread) -> bool:
        """Whether a figure for these places, so spread, is one for just the places asked about."""
        return spread in _WHOLE and self.are(at)


class Figures(NamedTuple):
    """The strengths that answer a question, and those that do not although they are about its places."""

    told: tuple[tuple[Claim, str | None], ...]
    caps: tuple[Strength, ...]
    """How many might be there; they answer only where just that is asked for."""
    otherwise: tuple[Strength, ...]
    """Figures for parts of the places, or for others besides."""

    def left_out(self, records: Records, first: float, last: float) -> Iterator[str]:
        """What a reader should know of those that do not answer, where they may be of the time asked for."""
        for claim in (*self.caps, *self.otherwise):
            stands = records.standing(claim).truth is not Truth.NO
            if not stands or records.bounds(claim).during(first, last) is Truth.NO:
                continue
            if claim in self.caps:
                basis = f"basis={claim.basis.value!r}"
                yield f"{claim.id} says how many might be there, not how many were: ask for it with {basis}"
            else:
                spread = claim.spread.value.replace("-", " ")
                yield f"{claim.id} is a figure {spread} these places ({claim.quantity}), and not for just them"


def figures_at(
    records: Records,
    claims: Iterable[tuple[Claim, str | None]],
    places: Iterable[str] | None,
    basis: CountingBasis | None,
) -> Figures:
    """
    Which of some strengths are for just these places, on one counting basis, or on any that counts who was there.

    Without ``places`` they are figures for any, each for its own.

    A cap says how many might be there. It is no level, so it is told only where its own basis is asked for.
    """
    asked = None if places is None else Places(records, places)
    told: list[tuple[Claim, str | None]] = []
    caps, otherwise = [], []
    for claim, detail in claims:
        if not isinstance(claim, Strength) or basis not in (None, claim.basis):
            continue
        if asked is not None and not asked.are(claim.at):
            continue
        if asked is not None and claim.spread not in _WHOLE:
            otherwise.append(claim)
        elif basis is None and not claim.basis.is_level:
            caps.append(claim)
        else:
            told.append((claim, detail))
    return Figures(tuple(told), tuple(caps), tuple(otherwise))
