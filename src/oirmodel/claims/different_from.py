"""Reports that two ids do not mean one thing."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.errors import InvalidObject, Problem
from oirmodel.ids import EntityId

__all__ = ["DifferentFrom"]


@frozen(kw_only=True)
class DifferentFrom(Claim):
    """
    Two ids are said not to mean one thing, however alike their names.

    For as long as it stands, no :class:`~oirmodel.claims.SameAs` joins the two, neither directly nor by way of others.

    >>> from oirmodel.provenance import Citation
    >>> claim = DifferentFrom(
    ...     one="operation-inherent-resolve",
    ...     other="cjtf-oir",
    ...     reported="2026-11-21",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.one, claim.other
    ('operation-inherent-resolve', 'cjtf-oir')
    """

    kind: ClassVar[str] = "different_from"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.REPORT,
        subject=("one",),
        value="other",
    )

    one: EntityId
    other: EntityId

    def __attrs_post_init__(self) -> None:
        if self.one == self.other:
            raise InvalidObject(
                "DifferentFrom", (Problem("other", self.other, "expected another id than that of one"),)
            )
        super().__attrs_post_init__()
