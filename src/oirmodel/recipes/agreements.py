"""An agreement: who agreed on what, where it stands, and what it obliges to."""

from collections.abc import Iterable
from typing import ClassVar, Final

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import AgreementStatus, CommitmentTerms, Participation
from oirmodel.entities import Agreement, Commitment
from oirmodel.errors import InvalidObject, Problem
from oirmodel.ids import ActorId, AgreementId, CommitmentId, EventId, ObjectId, SiteId
from oirmodel.limits import filled
from oirmodel.names import Name
from oirmodel.provenance import said_date
from oirmodel.recipes.asides import Otherwise
from oirmodel.recipes.base import Recipe, Told
from oirmodel.temporal import ImpreciseDate, Period, as_date
from oirmodel.vocab import AgreementCategory, EventCategory, ParticipationRole, StatusOfAgreement

__all__ = ["Agreeing", "Undertaking"]

_BEGINS: Final = frozenset({StatusOfAgreement.AGREED, StatusOfAgreement.SIGNED})
"""From when on somebody is a party, and owes something."""
_OVER: Final = frozenset({StatusOfAgreement.EXPIRED, StatusOfAgreement.REPLACED})


@frozen(kw_only=True)
class Undertaking(Otherwise):
    """
    One thing that somebody undertakes in an agreement, as the sentence has it.

    It may rest on other citations and assumptions than the agreement itself: how a date by which it is due was read
    does not bear on who agreed.

    >>> Undertaking(what="end the mission", due="[..2025-12-31]", assumptions=["'the following year' is 2025"]).note
    """

    of: CommitmentId | None = None
    """The commitment, where it is there already; else one is made."""
    id: CommitmentId | None = None
    """The id of the commitment that is made here, instead of one that is made from that of the agreement."""
    names: tuple[Name, ...] = ()
    """What the commitment is called, where it is made here."""
    by: ActorId | None = None
    """Who owes it, where the source says so."""
    to: ActorId | None = None
    """To whom, where the source says so."""
    what: str = field(validator=filled)
    """What is owed, in few words."""
    due: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """By when: it is due on the last of these days at the latest."""
    condition: str | None = field(default=None, validator=optional(filled))
    """On what it depends, in few words."""

    def __attrs_post_init__(self) -> None:
        if self.of is not None and (self.id is not None or self.names):
            expected = "expected none with a commitment that is there already"
            given = (("id", self.id), ("names", self.names))
            raise InvalidObject("Undertaking", tuple(Problem(name, value, expected) for name, value in given if value))


@frozen(kw_only=True)
class Agreeing(Recipe):
    """
    An agreement was proposed, reached, signed, ratified; it came into force, expired or was replaced.

    It becomes the agreement, who its parties are, where it stands from ``when`` on, and each commitment with its
    terms. A signing is an event as well. How long the agreement stayed so is mostly not said, and the end is left
    unknown. Since when they are parties, and their terms hold, is said only of one that was reached or signed then.

    ==============================  ===================================================================================
    modality                        what is made of it
    ==============================  ===================================================================================
    asserted, alleged, assessed,    all of it, each claim in that modality
    inferred
    planned, predicted              all of it, each claim planned or predicted
    denied                          the agreement, and that it came to stand so, denied, with its signing; who is no
                                    party, or owes nothing, does not follow from that
    ==============================  ===================================================================================

    >>> from oirmodel import Citation, recipes
    >>> told = recipes.agreement(
    ...     parties=["us-government", "iraqi-government"],
    ...     when="2008-11-17",
    ...     status="signed",
    ...     category="treaty",
    ...     commitments=[recipes.Undertaking(what="withdraw all forces", by="us-government", due="[..2011-12-31]")],
    ...     reported="2008-11-18",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> for each in told:
    ...     print(each.id)
    agreement-us-government-iraqi-government-2008-11-17
    agreement-status-agreement-us-government-iraqi-government-2008-11-17-signed
    participation-agreement-us-government-iraqi-government-2008-11-17-us-government
    participation-agreement-us-government-iraqi-government-2008-11-17-iraqi-government
    signing-agreement-us-government-iraqi-government-2008-11-17
    occurrence-signing-agreement-us-government-iraqi-government-2008-11-17
    agreement-us-government-iraqi-government-2008-11-17-commitment-1
    terms-agreement-us-government-iraqi-government-2008-11-17-commitment-1
    """

    title: ClassVar[str] = "agreement"

    agreement: AgreementId | None = None
    """The agreement, where it is there already; then ``id`` is of the claims alone."""
    parties: tuple[ActorId, ...] = ()
    """Whom it binds; may be left out of an agreement that is there already."""
    status: StatusOfAgreement
    category: AgreementCategory = AgreementCategory.UNSTATED
    commitments: tuple[Undertaking, ...] = ()
    at: tuple[SiteId, ...] = ()
    """Where it was signed."""
    signed_by: tuple[ActorId, ...] = ()
    """Who signed it, where the source names others than the parties: the persons who did so for them."""

    def problems(self) -> Iterable[Problem]:
        if self.agreement is not None:
            yield from self.unwanted(
                "expected none with an agreement that is there already", "names", "about", "category"
            )
        elif not self.parties:
            yield Problem("parties", self.parties, "expected at least one, or an agreement that is there already")
        if self.event is not None:
            yield from self.unwanted("expected none with an event that is there already", "part_of")
        if self.status is not StatusOfAgreement.SIGNED:
            yield from self.unwanted("expected none without a signing", "event", "part_of", "at", "signed_by")
        if self.status in _OVER:
            yield from self.unwanted("expected none: an agreement that is over obliges nobody", "commitments")
        yield from self.beyond_a_denial("commitments")

    def subject(self) -> str:
        return "-".join(("agreement", *self.parties))

    @property
    def existing(self) -> ObjectId | None:
        return self.agreement

    @property
    def event_id(self) -> EventId:
        return self.event or EventId("-".join(("signing", self.root, *self.teller)))

    @property
    def happening_root(self) -> str:
        return f"signing-{self.root}" if self.id is not None else self.event_id

    @property
    def event_names(self) -> tuple[Name, ...]:
        return ()

    @property
    def event_note(self) -> str | None:
        return None

    @property
    def agreement_id(self) -> AgreementId:
        """The id of the agreement, made here or there already."""
        return self.agreement or AgreementId(self.root)

    def records(self) -> tuple[Told, ...]:
        made = Agreement(id=self.agreement_id, category=self.category, names=self.names, note=self.about)
        standing = AgreementStatus(
            id=self.named("agreement-status", self.root, after=self.status.value),
            of=self.agreement_id,
            status=self.status,
            period=Period(start=self.when),
            **self.said,
        )
        told: tuple[Told, ...] = (standing,) if self.agreement is not None else (made, standing)
        if self.is_denial:
            return (*told, *self._signing())
        return (*told, *self._parties(), *self._signing(), *self._terms())

    def _since(self) -> Period:
        return Period(start=self.when if self.status in _BEGINS else None)

    def _parties(self) -> Iterable[Told]:
        for party in self.parties:
            yield Participation(
                id=self.named("participation", self.root, after=party),
                of=self.agreement_id,
                by=party,
                role=ParticipationRole.PARTY,
                period=self._since(),
                **self.said,
            )

    def _signing(self) -> Iterable[Told]:
        if self.status is StatusOfAgreement.SIGNED:
            period = Period(start=self.when, end=self.when)
            yield from self.happening(EventCategory.SIGNING, period, at=self.at, by=self.signed_by or self.parties)

    def _terms(self) -> Iterable[Told]:
        for number, each in enumerate(self.commitments, start=1):
            numbered = "-".join((self.root, *self.teller, "commitment", str(number)))
            commitment = each.of or each.id or CommitmentId(numbered)
            if each.of is None:
                yield Commitment(id=commitment, agreement=self.agreement_id, names=each.names)
            yield CommitmentTerms(
                id=self.named("terms", after=commitment),
                of=commitment,
                by=each.by,
                to=each.to,
                what=each.what,
                due=each.due,
                condition=each.condition,
                period=self._since(),
                **each.envelope(self.said),
            )
