"""What a view lets through: the claims known by a day, from some sources, that a reader trusts."""

from collections.abc import Callable
from typing import Final, NamedTuple, Self

from oirmodel.claims import Claim
from oirmodel.errors import InvalidQuestion
from oirmodel.temporal import Span
from oirmodel.truth import Truth

__all__ = ["EVERYTHING", "Lens", "Policy", "minimum_grade"]

Policy = Callable[[Claim], bool]
"""Whether a reader trusts a claim."""

_SCALES: Final = {
    "admiralty": ("F", "E", "D", "C", "B", "A"),
    "airwars": ("discounted", "contested", "weak", "fair", "confirmed"),
}
"""The grades of a scheme, the worst first. Of an Admiralty grade such as ``B2`` the letter is compared."""


class Lens(NamedTuple):
    """Which claims of a dataset a view shows; the empty lens shows all."""

    known_on: int | None = None
    """The day by which a claim must have been reported, by its number."""
    only: tuple[frozenset[str], ...] = ()
    """Sets of source ids; of each set a claim cites one at least."""
    without: frozenset[str] = frozenset()
    """Source ids; a claim cites one at least that is not among them."""
    policies: tuple[Policy, ...] = ()

    def admits(self, claim: Claim, reported: Span) -> Truth:
        """Whether the claim, reported within these days, is in the view; ``MAYBE`` where that may be after its day."""
        known = self.known_on
        if self.selects:
            return self._selected(claim) & (Truth.YES if known is None else _known(reported, known))
        return Truth.YES if known is None else _known(reported, known)

    @property
    def selects(self) -> bool:
        """Whether claims are chosen by anything but the day by which they were reported."""
        return bool(self.only or self.without or self.policies)

    def _selected(self, claim: Claim) -> Truth:
        cited = {each.source for each in claim.citations}
        if not all(cited & each for each in self.only) or cited <= self.without:
            return Truth.NO
        return Truth.YES if all(policy(claim) for policy in self.policies) else Truth.NO

    def narrowed(self, known_on: int) -> Self:
        """The same view as of a day, or of the earlier one where it already is as of a day."""
        return self._replace(known_on=known_on if self.known_on is None else min(known_on, self.known_on))


EVERYTHING: Final = Lens()
"""The lens of a dataset itself, which shows every claim."""


def _known(reported: Span, day: int) -> Truth:
    return Truth.of(certain=reported.last <= day, possible=reported.first <= day)


def minimum_grade(scheme: str, grade: str) -> Policy:
    """
    A policy that trusts claims which somebody graded this well or better under a scheme; an ungraded claim is not.

    ``admiralty`` (NATO AJP-2.1) is compared by its letter, the reliability of the source; ``airwars`` by the grades
    that Airwars publishes. Raises :class:`~oirmodel.errors.InvalidQuestion` for another scheme or grade.
    """
    scale = _SCALES.get(scheme)
    if scale is None:
        raise InvalidQuestion(f"no scale is known for the scheme {scheme!r}; there are {', '.join(sorted(_SCALES))}")
    if grade not in scale:
        raise InvalidQuestion(f"the scheme {scheme!r} has no grade {grade!r}; from the worst: {', '.join(scale)}")

    def trusted(claim: Claim) -> bool:
        grades = (each.grade for each in claim.grades if each.scheme == scheme)
        ranks = (scale.index(name) for each in grades for name in (each, each[:1]) if name in scale)
        return max(ranks, default=-1) >= scale.index(grade)

    return trusted
