"""Reports that the strength of a force somewhere changed."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry
from oirmodel.ids import ActorId, SiteId
from oirmodel.limits import filled
from oirmodel.quantity import Quantity
from oirmodel.vocab import Counted, CountingBasis, Proportion, Spread, StrengthShift

__all__ = ["StrengthChange"]


@frozen(kw_only=True)
class StrengthChange(Claim):
    """
    A surge, a reinforcement or a drawdown: by how many over a period, or by what share ("the majority left").

    It is a total over its period and says neither how many there were nor how many remain; that is a
    :class:`~oirmodel.claims.Strength`. Where the source gives no number, none is made up: "a small surge" has neither
    quantity nor share.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.temporal import Period
    >>> claim = StrengthChange(
    ...     of="us-forces",
    ...     at=["iraq"],
    ...     shift="drawdown",
    ...     share="majority",
    ...     period=Period.parse("/2011"),
    ...     reported="2026-01",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.share, claim.quantity
    (<Proportion.MAJORITY: 'majority'>, None)
    """

    kind: ClassVar[str] = "strength_change"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.TOTAL,
        subject=("of", "at", "spread", "shift", "counted", "basis"),
        value="quantity",
        instead="share",
        rivalry=Rivalry.QUANTITY,
        site="at",
    )

    of: ActorId
    at: tuple[SiteId, ...] = field(validator=filled)
    """Where; several places with one figure are ``TOGETHER``."""
    spread: Spread = Spread.UNSTATED
    shift: StrengthShift
    counted: Counted = Counted.PERSONNEL
    quantity: Quantity | None = None
    """By how many; ``None`` where the source gives no number."""
    share: Proportion | None = None
    """By what share of those who were there; ``None`` where the source names none."""
    basis: CountingBasis = CountingBasis.UNSPECIFIED
