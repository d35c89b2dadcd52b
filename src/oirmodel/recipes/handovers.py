"""A handover: one actor gave a place over to another."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import frozen

from oirmodel.claims import Control, Participation
from oirmodel.errors import Problem
from oirmodel.ids import ActorId, SiteId
from oirmodel.recipes.asides import Aside, not_weaker
from oirmodel.recipes.base import Recipe, Told
from oirmodel.temporal import Period
from oirmodel.vocab import Degree, EventCategory, ParticipationRole

__all__ = ["Handover"]


@frozen(kw_only=True)
class Handover(Recipe):
    """
    An installation or a place was handed over by one actor to another.

    It becomes the event, that it happened, that the one gave and the other received the place, that the receiver
    controlled it from then and the giver until then. The control of the giver has no beginning, since the sentence
    gives none: asked about the day before, nobody is known. ``before`` has what is known of it besides. It says nothing
    of who was there.

    ==============================  ===================================================================================
    modality                        what is made of it
    ==============================  ===================================================================================
    asserted, alleged, assessed,    all of it, each claim in that modality
    inferred
    planned, predicted              all of it, each claim planned or predicted; nothing is said of how long the
                                    receiver is to stay in control
    denied                          that the event happened, denied; neither that the giver still was in control nor
                                    that the receiver was not follows from that
    ==============================  ===================================================================================

    >>> from oirmodel import Citation, recipes
    >>> told = recipes.handover(
    ...     of="k-1",
    ...     giver="us-led-coalition",
    ...     receiver="iraqi-security-forces",
    ...     when="2020-03-29",
    ...     reported="2020-03-30",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> for each in told:
    ...     print(each.id)
    handover-k-1-2020-03-29
    occurrence-handover-k-1-2020-03-29
    participation-handover-k-1-2020-03-29-us-led-coalition
    participation-handover-k-1-2020-03-29-iraqi-security-forces
    control-k-1-iraqi-security-forces-2020-03-29
    control-k-1-us-led-coalition-until-2020-03-29
    """

    title: ClassVar[str] = "handover"

    of: SiteId
    """The installation or place."""
    giver: ActorId | None = None
    """Who gave it over, where the source says so."""
    receiver: ActorId
    degree: Degree = Degree.UNSTATED
    """How far the control of the receiver reaches, where that is said; of the giver's nothing is."""
    still: bool = True
    """Whether the receiver was in control when it was reported, as news has it; not where it is told in retrospect."""
    before: Aside | None = None
    """The control of the giver until then, as far as it is told otherwise, or concluded."""
    after: Aside | None = None
    """The control of the receiver from then on, as far as it is told otherwise, or concluded."""

    def problems(self) -> Iterable[Problem]:
        yield from super().problems()
        yield from self.beyond_a_denial("degree", "still", "before", "after")
        if self.is_ahead:
            yield from self.unwanted("expected none of what is yet to come", "still", "before", "after")
        if self.giver is None:
            yield from self.unwanted("expected none without a giver", "before")
        yield from not_weaker(self, "before", "after")
        if self.giver == self.receiver:
            yield Problem("receiver", self.receiver, "expected another actor than the giver")

    def subject(self) -> str:
        return f"handover-{self.of}"

    def records(self) -> tuple[Told, ...]:
        period = Period(start=self.when, end=self.when)
        givers = () if self.giver is None else (self.giver,)
        told = self.happening(EventCategory.HANDOVER, period, at=(self.of,), by=givers)
        if self.is_denial:
            return told
        return (*told, *self._taking_part(period), self._since(), *self._until())

    def _taking_part(self, period: Period) -> Iterable[Told]:
        roles = ((self.giver, ParticipationRole.GIVES), (self.receiver, ParticipationRole.RECEIVES))
        for each, role in roles:
            if each is None:
                continue
            yield Participation(
                id=self.named("participation", self.root, after=each),
                of=self.event_id,
                by=each,
                role=role,
                period=period,
                **self.said,
            )

    def _since(self) -> Told:
        aside = self.after or Aside()
        period = Period.since(self.when) if self.still and not self.is_ahead else Period(start=self.when)
        return Control(
            id=self.named("control", self.of, self.receiver),
            of=self.of,
            by=self.receiver,
            degree=self.degree,
            period=aside.over(period),
            **aside.envelope(self.said),
        )

    def _until(self) -> Iterable[Told]:
        if self.giver is not None:
            aside = self.before or Aside()
            yield Control(
                id=self.named("control", self.of, self.giver, "until"),
                of=self.of,
                by=self.giver,
                period=aside.over(Period(end=self.when)),
                **aside.envelope(self.said),
            )
