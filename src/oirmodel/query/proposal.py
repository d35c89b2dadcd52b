"""That two entities may be one thing: why, what speaks against it, and the claim that a reader makes of it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from attrs import frozen

from oirmodel.claims import Claim, DifferentFrom, SameAs
from oirmodel.dataset import Records
from oirmodel.ids import ActorId, EntityId
from oirmodel.provenance import Citation, Speaker
from oirmodel.query.wording import claim_line
from oirmodel.temporal import DateLike
from oirmodel.text import escaped

__all__ = ["NearName", "Proposal", "Reason", "Sign"]

V = TypeVar("V", SameAs, DifferentFrom)


class Sign(StrEnum):
    """What two entities have in common, or what tells them apart."""

    EXTERNAL_ID = "external-id"
    """An external id; or, against, two in one scheme."""
    NAME = "name"
    """A name, but for case, marks, hyphens and spaces."""
    SPELLING = "spelling"
    """Names that are spelt otherwise, or in part."""
    POST = "post"
    """A post that is held by one person at a time, at about the same time."""
    POINT = "point"
    """Points that lie within their precisions of each other."""
    SAID = "said"
    """Somebody says so, without that counting in full."""
    ATTRIBUTE = "attribute"
    """Against: another country, category or agreement."""


@frozen(kw_only=True)
class Reason:
    """One reason to think that two entities are one thing, or that they are not."""

    sign: Sign
    why: str
    """In words."""
    claims: tuple[Claim, ...] = ()
    """The claims that it rests on, where it does."""


@frozen(kw_only=True)
class Proposal:
    """
    Two entities that may be one thing. It is a question to a reader: nothing is joined by it.

    A reader who has looked at both makes a claim of the answer, with :meth:`as_claim`.
    """

    one: EntityId
    other: EntityId
    """The later of the two by the alphabet."""
    reasons: tuple[Reason, ...]
    """Why they may be one thing, the weightiest first."""
    against: tuple[Reason, ...] = ()
    """What speaks against it."""
    score: float
    """From 0 to 1, for the order of proposals alone: it is no probability, and no score makes two things one."""

    def as_claim(
        self, verdict: type[V], /, *, by: str, reported: DateLike, citations: Iterable[Citation], **fields: Any
    ) -> V:
        """
        The claim of whoever has looked at the two: a ``SameAs``, or a ``DifferentFrom``.

        ``by`` is the id of who says so, and ``citations`` what it is read from: somebody signs for it. The reasons of
        the proposal stand in its ``note``, unless that is given. It is asserted, unless ``modality`` says otherwise.

        >>> import oirmodel
        >>> proposal = Proposal(one="qais-al-muhammadawi", other="qais-al-muhammadi", reasons=(), score=0.5)
        >>> cited = oirmodel.Citation(source="src-notes")
        >>> claim = proposal.as_claim(oirmodel.SameAs, by="an-editor", reported="2026-11-21", citations=[cited])
        >>> claim.one, claim.other, claim.asserted_by[0].who
        ('qais-al-muhammadawi', 'qais-al-muhammadi', 'an-editor')
        """
        looked_at = "; ".join(f"{'against' if each in self.against else 'for'}: {each.why}" for each in self._all())
        envelope: dict[str, Any] = {
            "modality": "asserted",
            "note": f"proposed as one thing: {looked_at}" if looked_at else None,
            "asserted_by": (Speaker(who=ActorId(EntityId(by))),),
        }
        given = {"one": self.one, "other": self.other, "reported": reported, "citations": tuple(citations)}
        return verdict(**(envelope | fields | given))

    def _all(self) -> tuple[Reason, ...]:
        return (*self.reasons, *self.against)

    def explain(self, records: Records) -> str:
        """The two, and one line for each reason, and for each claim that it rests on."""
        lines = [f"{records.label(self.one)} [{self.one}] and {records.label(self.other)} [{self.other}]"]
        for word, reasons in (("for", self.reasons), ("against", self.against)):
            for each in reasons:
                lines.append(f"  {word}: {each.why}")
                lines += [f"    {claim_line(records, claim)}" for claim in each.claims]
        return "\n".join(map(escaped, lines))


@frozen(kw_only=True)
class NearName:
    """An entity with a name that is like another text."""

    id: EntityId
    name: str
    """That name of it which is most alike."""
    why: str
    """How it is alike, in words."""
    score: float
    """From 0 to 1, for the order alone."""
