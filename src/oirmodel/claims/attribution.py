"""Reports of who is responsible."""

from typing import ClassVar

from attrs import frozen

from oirmodel.claims.base import Being, Claim, Grammar
from oirmodel.ids import ActorId, ObjectId
from oirmodel.vocab import Certainty

__all__ = ["Attribution"]


@frozen(kw_only=True)
class Attribution(Claim):
    """
    Who is said to be responsible for an event, or for the harm that another claim reports.

    Several actors may be named, by one speaker or by many; none excludes another. A denial of responsibility is a claim
    that is ``denied``. It is as of its report: it has no time of its own besides that. Where the speaker only suspects
    somebody, or knows that others name somebody else, an answer is possible at most.

    >>> from oirmodel.provenance import Citation
    >>> claim = Attribution(
    ...     of="missile-attack-on-al-asad-2020",
    ...     by="iran",
    ...     certainty="known",
    ...     reported="2020-01-08",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> claim.by, claim.certainty
    ('iran', <Certainty.KNOWN: 'known'>)
    """

    kind: ClassVar[str] = "attribution"
    grammar: ClassVar[Grammar] = Grammar(
        being=Being.REPORT,
        subject=("of",),
        value="by",
        detail="certainty",
        doubtful=frozenset({Certainty.SUSPECTED, Certainty.CONTESTED}),
    )

    of: ObjectId
    """The event, or the claim that reports the harm."""
    by: ActorId
    certainty: Certainty = Certainty.UNSTATED
