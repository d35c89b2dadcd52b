"""Reports what an operation or a presence is said to be for."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.ids import EntityId, SiteId
from oirmodel.limits import filled

__all__ = ["Purpose"]


@frozen(kw_only=True)
class Purpose(Claim):
    """
    What an operation, or a force at a place, is said to be for, by whoever says it.

    Two speakers may give two purposes of one presence; neither excludes the other.
    """

    kind: ClassVar[str] = "purpose"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of", "at"),
        value="aim",
        site="at",
    )

    of: EntityId
    """The operation, or the force whose presence it is."""
    at: tuple[SiteId, ...] = ()
    aim: str = field(validator=filled)
    """In few words, as a reader would list it: ``defeat ISIS``."""
