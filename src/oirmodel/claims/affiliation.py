"""Reports how one actor belongs to or stands by another."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.ids import ActorId
from oirmodel.vocab import Relation

__all__ = ["Affiliation"]


@frozen(kw_only=True)
class Affiliation(Claim):
    """
    An actor is reported to belong to, be under, support or have joined another.

    Membership and command make the two one where control is asked after, so that an army does not compete with the
    armed forces it is part of; support never does.
    """

    kind: ClassVar[str] = "affiliation"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="to",
        detail="relation",
    )

    of: ActorId
    """Who belongs, obeys or supports."""
    to: ActorId
    """To, under or by whom."""
    relation: Relation = Relation.UNSTATED
