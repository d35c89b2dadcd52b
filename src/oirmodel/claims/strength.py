"""Reports how many of a force are where."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, SiteId
from oirmodel.limits import filled
from oirmodel.quantity import Quantity
from oirmodel.vocab import Counted, CountingBasis, Spread

__all__ = ["Strength"]


@frozen(kw_only=True)
class Strength(Claim):
    """
    How many people or things an actor is reported to have at a place, and what was counted.

    Figures on different counting bases do not conflict, and a basis that the source does not name is one of its own.
    A figure for several places together is never split, and none is carried back before it was true.
    """

    kind: ClassVar[str] = "strength"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of", "at", "spread", "counted", "basis"),
        value="quantity",
        rivalry=Rivalry.QUANTITY,
        site="at",
    )

    of: ActorId
    at: tuple[SiteId, ...] = field(validator=filled)
    """Where; several places with one figure are ``TOGETHER``."""
    spread: Spread = Spread.UNSTATED
    counted: Counted = Counted.PERSONNEL
    quantity: Quantity
    basis: CountingBasis = CountingBasis.UNSPECIFIED
