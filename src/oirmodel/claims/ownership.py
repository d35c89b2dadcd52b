"""Reports that an actor owns a place."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, SiteId
from oirmodel.vocab import Share

__all__ = ["Ownership"]


@frozen(kw_only=True)
class Ownership(Claim):
    """
    An actor is reported to own an installation or a place, whoever uses or controls it.

    Bases in Iraq are Iraqi even while others use them. A sole owner excludes every other.
    """

    kind: ClassVar[str] = "ownership"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="by",
        detail="share",
        rivalry=Rivalry.DETAIL,
        exclusive=frozenset({Share.SOLE}),
        site="of",
    )

    of: SiteId
    by: ActorId
    share: Share = Share.UNSTATED
    """Whether the owner is the only one; ``SOLE`` excludes every other owner."""
