"""Reports that an actor controls a place."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar, Rivalry, Travel
from oirmodel.ids import ActorId, SiteId
from oirmodel.vocab import Degree

__all__ = ["Control"]


@frozen(kw_only=True)
class Control(Claim):
    """
    An actor is reported to control an installation or a place.

    Full control excludes every other controller; control that is not said to be full conflicts only with a full one.
    Full control of a base is that of each of its parts; control of a part is partial control of the base. That an actor
    does not control parts of a place denies ``full`` control of it, and no more.

    >>> from oirmodel.provenance import Citation
    >>> from oirmodel.temporal import Period
    >>> claim = Control(
    ...     of="al-asad",
    ...     by="iraqi-armed-forces",
    ...     degree="full",
    ...     period=Period.by("2026-01-17"),
    ...     reported="2026-01-17",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.degree, claim.period.format()
    (<Degree.FULL: 'full'>, '[..2026-01-17]/..')
    """

    kind: ClassVar[str] = "control"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.HOLDS,
        subject=("of",),
        value="by",
        detail="degree",
        rivalry=Rivalry.DETAIL,
        exclusive=frozenset({Degree.FULL}),
        travel=Travel.CONTROL,
        site="of",
    )

    of: SiteId
    by: ActorId
    degree: Degree = Degree.UNSTATED
    """How far the control reaches; ``FULL`` excludes every other controller."""
