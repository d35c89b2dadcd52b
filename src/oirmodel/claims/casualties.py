"""Reports harm to people."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, EntityId, SiteId
from oirmodel.quantity import Quantity
from oirmodel.vocab import CasualtyBasis, Harm, Spread, Victims

__all__ = ["Casualties"]


@frozen(kw_only=True)
class Casualties(Claim):
    """
    How many people are reported to have been harmed over a period: who, how, and on what basis.

    "No US personnel were harmed" is a stated zero, and one for every part of the period; a silence is not. Any other
    figure is for its own period alone.
    """

    kind: ClassVar[str] = "casualties"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.TOTAL,
        subject=("of", "at", "spread", "who", "victims", "harm", "basis"),
        value="quantity",
        rivalry=Rivalry.QUANTITY,
        site="at",
    )

    of: EntityId | None = None
    """The event, operation or agreement in which it happened, where the source names one."""
    at: tuple[SiteId, ...] = ()
    spread: Spread = Spread.UNSTATED
    who: ActorId | None = None
    """Whose people they were; ``None`` where they are of no force or organization, or it is not said."""
    victims: Victims = Victims.UNSTATED
    harm: Harm
    quantity: Quantity
    cause: str | None = None
    """By what, as the source has it: ``airstrikes``."""
    basis: CasualtyBasis = CasualtyBasis.UNSTATED
