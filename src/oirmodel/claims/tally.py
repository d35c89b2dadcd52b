"""Reports a count of things over a period."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, EntityId, SiteId
from oirmodel.limits import filled
from oirmodel.quantity import Quantity
from oirmodel.vocab import Counted, Effect, Spread

__all__ = ["Tally"]


@frozen(kw_only=True)
class Tally(Claim):
    """
    How many of a thing are reported over a period: strikes, engagements and munitions are different units.

    A tally says nothing of a part of its period, or of one of several places that it counts together. Targets are
    counted by sort and effect: nine fighting positions destroyed and two damaged are two tallies, and no rivals.
    """

    kind: ClassVar[str] = "tally"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.TOTAL,
        subject=("of", "by", "at", "spread", "counted", "target", "effect"),
        value="quantity",
        rivalry=Rivalry.QUANTITY,
        site="at",
    )

    of: EntityId | None = None
    """The operation or event that it belongs to, where the source names one."""
    by: ActorId | None = None
    """Whose strikes, sorties or munitions they were."""
    against: ActorId | None = None
    at: tuple[SiteId, ...] = ()
    spread: Spread = Spread.UNSTATED
    counted: Counted
    target: str | None = field(default=None, validator=filled)
    """Of targets, of what sort they were, in few words and the singular: ``fighting position``."""
    effect: Effect | None = None
    """Of targets, what came of it; ``None`` where it is not said, or not of which of them."""
    quantity: Quantity
