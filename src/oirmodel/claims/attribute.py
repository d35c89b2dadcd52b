"""Reports of what an entity is like, where that may be disputed."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.geo import Point
from oirmodel.ids import EntityId
from oirmodel.limits import filled
from oirmodel.vocab import Aspect

__all__ = ["Attribute"]


@frozen(kw_only=True)
class Attribute(Claim):
    """
    A fact about an entity that sources may dispute: where it lies, its rank or code, its place in an order, its name.

    What nobody disputes is an attribute of the entity itself. Two values exclude each other where one is denied, and
    where the aspect is :attr:`~oirmodel.vocab.Aspect.single` and they surely differ: a base does not lie in two
    provinces at once, but may well be called both second-largest and largest, by different yardsticks.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.temporal import Period
    >>> claim = Attribute(
    ...     of="al-asad",
    ...     aspect="ordinal",
    ...     value="second-largest airbase of Iraq",
    ...     period=Period.observed("2026-01-17"),
    ...     reported="2026-01",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.aspect
    <Aspect.ORDINAL: 'ordinal'>
    """

    kind: ClassVar[str] = "attribute"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="value",
        detail="aspect",
        rivalry=Rivalry.ASPECT,
    )

    of: EntityId
    aspect: Aspect
    value: str = field(validator=filled)
    """In few words, as a reader would list it."""
    entity: EntityId | None = None
    """The entity that the value names, where there is one: the place, the founder."""
    point: Point | None = None
    """The coordinates that the value gives, where it gives some."""
