"""Reports of what somebody judges."""

from typing import ClassVar

from attrs import field, frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.ids import EntityId
from oirmodel.limits import filled

__all__ = ["Assessment"]


@frozen(kw_only=True)
class Assessment(Claim):
    """
    A judgement about an entity, kept as a judgement: "still poses a threat", "a turning point".

    It is never evidence that something was so, and no two of them conflict. What can be measured or witnessed is
    another kind of claim.

    >>> from oirmodel.provenance import Citation
    >>> claim = Assessment(
    ...     of="isis",
    ...     judgement="still poses a threat",
    ...     reported="2020-10",
    ...     modality="assessed",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.judgement
    'still poses a threat'
    """

    kind: ClassVar[str] = "assessment"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.REPORT,
        subject=("of",),
        value="judgement",
    )

    of: EntityId
    judgement: str = field(validator=filled)
    """In few words of the encoder's."""
