"""Reports that a force is at a place."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Travel
from oirmodel.ids import ActorId, SiteId
from oirmodel.vocab import PresenceRole

__all__ = ["Presence"]


@frozen(kw_only=True)
class Presence(Claim):
    """
    A force, or another actor, is reported to be at an installation or a place.

    Who is in a part is in the whole; who is not in the whole is in none of its parts. Presence excludes nobody else's.
    That a force is not in parts of a place is a denial for each part that is named, and none for the place.
    """

    kind: ClassVar[str] = "presence"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("at",),
        value="of",
        detail="role",
        travel=Travel.UP,
        site="at",
    )

    of: ActorId
    at: SiteId
    role: PresenceRole = PresenceRole.UNSTATED
    """What it is there for."""
