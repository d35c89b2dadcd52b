"""Reports that two ids mean one thing."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.errors import InvalidObject, Problem
from oirmodel.ids import EntityId

__all__ = ["SameAs"]


@frozen(kw_only=True)
class SameAs(Claim):
    """
    Two ids are said to mean one thing.

    It joins their claims in every answer for as long as it stands, and is undone by retracting it: nothing is merged.
    One that is denied, or alleged only, joins nothing; nor does any of a chain that would make one thing of two that
    are said to be two, by a denial or a :class:`~oirmodel.claims.DifferentFrom`.
    """

    kind: ClassVar[str] = "same_as"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.REPORT,
        subject=("one",),
        value="other",
    )

    one: EntityId
    other: EntityId

    def __attrs_post_init__(self) -> None:
        if self.one == self.other:
            raise InvalidObject("SameAs", (Problem("other", self.other, "expected another id than that of one"),))
        super().__attrs_post_init__()
