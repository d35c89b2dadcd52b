"""Reports of what came before what."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.errors import InvalidObject, Problem
from oirmodel.ids import ObjectId
from oirmodel.quantity import Quantity
from oirmodel.vocab import TimeRelation, TimeUnit

__all__ = ["Order"]


@frozen(kw_only=True)
class Order(Claim):
    """
    One event, operation or state is said to have come before or after another, at once with it, or to have led to it.

    A state is named by the claim that reports it. With a lag it is said by how much: "a month after". "Before" and
    "after" are of beginnings: what came before began no later than the other began.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.quantity import Quantity
    >>> claim = Order(
    ...     one="inspection-of-al-asad",
    ...     relation="after",
    ...     other="withdrawal-from-al-asad",
    ...     lag=Quantity.about(1),
    ...     lag_unit="months",
    ...     reported="2026-01",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> print(claim.relation, claim.lag, claim.lag_unit)
    after about 1 months
    """

    kind: ClassVar[str] = "order"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.REPORT,
        subject=("one",),
        value="other",
        detail="relation",
    )

    one: ObjectId
    relation: TimeRelation
    other: ObjectId
    lag: Quantity | None = None
    """How much later the later one was, counted in :attr:`lag_unit`; ``None`` where the source does not say."""
    lag_unit: TimeUnit | None = None

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.one == self.other:
            problems.append(Problem("other", self.other, "expected another id than that of one"))
        if (self.lag is None) is not (self.lag_unit is None):
            problems.append(Problem("lag_unit", self.lag_unit, "expected a unit with a lag, and none without"))
        if self.lag is not None and self.relation is TimeRelation.AT_ONCE_WITH:
            problems.append(Problem("lag", self.lag, "expected none: what is at once has no lag"))
        if problems:
            raise InvalidObject("Order", tuple(problems))
        super().__attrs_post_init__()
