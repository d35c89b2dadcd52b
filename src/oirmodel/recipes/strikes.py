"""A strike: who struck what, how often, with what, and whom it harmed."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import Attribution, Casualties, Participation, Tally
from oirmodel.errors import Problem
from oirmodel.ids import ActorId, SiteId
from oirmodel.limits import filled
from oirmodel.provenance import said_date
from oirmodel.quantity import Quantity
from oirmodel.recipes.base import Recipe, Told
from oirmodel.temporal import ImpreciseDate, Period, as_date
from oirmodel.vocab import (
    CasualtyBasis,
    Certainty,
    Counted,
    EventCategory,
    Harm,
    Listing,
    ParticipationRole,
    Spread,
    Victims,
)

__all__ = ["Strike"]


@frozen(kw_only=True)
class Strike(Recipe):
    """
    A strike, or several reported as one, on one place or on several together.

    It becomes the event, that it happened, that the one who struck led it and those who were struck were its targets,
    and a claim for each figure that is given: strikes, munitions, people killed and wounded. A figure that is not given
    is none: harm that the sentence does not speak of is not a stated zero. Who is *responsible* is a claim of its own,
    made only where the sentence says so.

    ==============================  ===================================================================================
    modality                        what is made of it
    ==============================  ===================================================================================
    asserted, alleged, assessed,    all of it, each claim in that modality
    inferred
    planned, predicted              all of it, each claim planned or predicted; nobody is responsible yet
    denied                          that the event happened, denied; who denies having done it, or that there was harm,
                                    denies another claim (an attribution, casualties)
    ==============================  ===================================================================================

    >>> from oirmodel import Citation, Quantity, recipes
    >>> told = recipes.strike(
    ...     by="us-led-coalition",
    ...     at=["hamrin-mountains"],
    ...     targets=["isis"],
    ...     when="2024-12-30",
    ...     until="2025-01-06",
    ...     count=Quantity.more_than(1),
    ...     reported="2025-01-07",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> for each in told:
    ...     print(each.id)
    strike-us-led-coalition-hamrin-mountains-2024-12-30
    occurrence-strike-us-led-coalition-hamrin-mountains-2024-12-30
    participation-strike-us-led-coalition-hamrin-mountains-2024-12-30-us-led-coalition
    participation-strike-us-led-coalition-hamrin-mountains-2024-12-30-isis
    tally-strike-us-led-coalition-hamrin-mountains-2024-12-30-strikes
    """

    title: ClassVar[str] = "strike"

    category: EventCategory = EventCategory.STRIKE
    """What sort of event it is, where ``attack``, ``raid`` or ``clash`` is nearer the words of the source."""
    by: ActorId | None = None
    """Who struck, where the source says so."""
    at: tuple[SiteId, ...] = field(validator=filled)
    """Where; several places with one figure are ``TOGETHER``."""
    spread: Spread = Spread.UNSTATED
    until: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """Until what day, where it was more than one."""
    targets: tuple[ActorId, ...] = ()
    """Against whom."""
    equipment: tuple[str, ...] = ()
    """With what the one who struck did so, as the source names it: ``F-16``."""
    equipment_listed: Listing = Listing.UNSTATED
    """Whether that is all of it."""
    count: Quantity | None = None
    """How many strikes it was."""
    munitions: Quantity | None = None
    killed: Quantity | None = None
    wounded: Quantity | None = None
    whose: ActorId | None = None
    """Whose people were killed or wounded."""
    victims: Victims = Victims.UNSTATED
    """As what they are described."""
    basis: CasualtyBasis = CasualtyBasis.UNSTATED
    """How well founded the figures of those killed and wounded are."""
    attributed_to: tuple[ActorId, ...] = ()
    """Who is said to be responsible."""
    certainty: Certainty = Certainty.UNSTATED
    """How surely they are said to be."""

    def problems(self) -> Iterable[Problem]:
        yield from super().problems()
        yield from self.beyond_a_denial(
            "targets", "equipment", "count", "munitions", "killed", "wounded", "attributed_to"
        )
        if self.is_ahead:
            yield from self.unwanted("expected none of what is yet to come", "attributed_to")
        if self.by is None:
            yield from self.unwanted("expected none without an actor in 'by'", "equipment")
        if not self.equipment:
            yield from self.unwanted("expected none without equipment", "equipment_listed")
        if self.killed is None and self.wounded is None:
            yield from self.unwanted("expected none without people killed or wounded", "whose", "victims", "basis")
        if not self.attributed_to:
            yield from self.unwanted("expected none without somebody in 'attributed_to'", "certainty")
        if self.by in self.targets:
            yield Problem("targets", self.targets, "expected others than the actor in 'by'")

    def subject(self) -> str:
        return "-".join((self.category.value, *((self.by,) if self.by else ()), *self.at))

    def records(self) -> tuple[Told, ...]:
        period = Period(start=self.when, end=self.until or self.when)
        by = () if self.by is None else (self.by,)
        told = self.happening(self.category, period, at=self.at, spread=self.spread, by=by)
        if self.is_denial:
            return told
        return (*told, *self._taking_part(period), *self._tallies(period), *self._harm(period), *self._answering())

    def _taking_part(self, period: Period) -> Iterable[Told]:
        if self.by is not None:
            yield Participation(
                id=self.named("participation", self.root, after=self.by),
                of=self.event_id,
                by=self.by,
                role=ParticipationRole.LEADS,
                equipment=self.equipment,
                equipment_listed=self.equipment_listed,
                period=period,
                **self.said,
            )
        for target in self.targets:
            yield Participation(
                id=self.named("participation", self.root, after=target),
                of=self.event_id,
                by=target,
                role=ParticipationRole.TARGETED,
                period=period,
                **self.said,
            )

    def _tallies(self, period: Period) -> Iterable[Told]:
        for counted, quantity in ((Counted.STRIKES, self.count), (Counted.MUNITIONS, self.munitions)):
            if quantity is not None:
                yield Tally(
                    id=self.named("tally", self.root, after=counted.value),
                    of=self.event_id,
                    by=self.by,
                    against=self.targets[0] if len(self.targets) == 1 else None,
                    at=self.at,
                    spread=self.spread,
                    counted=counted,
                    quantity=quantity,
                    period=period,
                    **self.said,
                )

    def _harm(self, period: Period) -> Iterable[Told]:
        for harm, quantity in ((Harm.KILLED, self.killed), (Harm.WOUNDED, self.wounded)):
            if quantity is not None:
                yield Casualties(
                    id=self.named("casualties", self.root, after=harm.value),
                    of=self.event_id,
                    at=self.at,
                    spread=self.spread,
                    who=self.whose,
                    victims=self.victims,
                    harm=harm,
                    quantity=quantity,
                    basis=self.basis,
                    period=period,
                    **self.said,
                )

    def _answering(self) -> Iterable[Told]:
        for actor in self.attributed_to:
            yield Attribution(
                id=self.named("attribution", self.root, after=actor),
                of=self.event_id,
                by=actor,
                certainty=self.certainty,
                **self.said,
            )
