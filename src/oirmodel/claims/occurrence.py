"""Reports that an event happened."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Travel
from oirmodel.ids import ActorId, EventId, SiteId
from oirmodel.vocab import Spread

__all__ = ["Occurrence"]


@frozen(kw_only=True)
class Occurrence(Claim):
    """
    An event is reported to have happened; the period is the event's own extent.

    "Some time in 2 to 3 January" is ``Period.on("2025-01-02/2025-01-03")``. What happened in a part of a place happened
    in the place. An event is never presumed.
    """

    kind: ClassVar[str] = "occurrence"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.EXTENT,
        subject=("of",),
        value="of",
        travel=Travel.UP,
        site="at",
    )

    of: EventId
    at: tuple[SiteId, ...] = ()
    spread: Spread = Spread.UNSTATED
    """How it is about several places, or about a wide one."""
    by: tuple[ActorId, ...] = ()
    """Who did it, where the same source says so in the same breath."""
