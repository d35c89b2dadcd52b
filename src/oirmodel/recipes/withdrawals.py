"""A withdrawal: a force, or a part of one, left a place."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import Participation, Presence, StrengthChange
from oirmodel.errors import Problem
from oirmodel.ids import ActorId, SiteId
from oirmodel.provenance import said_date
from oirmodel.quantity import Quantity
from oirmodel.recipes.asides import Aside, not_weaker
from oirmodel.recipes.base import Recipe, Told
from oirmodel.temporal import ImpreciseDate, Period, as_date
from oirmodel.temporal.days import FOREVER
from oirmodel.vocab import (
    Counted,
    CountingBasis,
    EventCategory,
    ParticipationRole,
    PresenceRole,
    Proportion,
    StrengthShift,
)

__all__ = ["Withdrawal"]


@frozen(kw_only=True)
class Withdrawal(Recipe):
    """
    A force left an installation or a place: all of it, a part of it, or the source does not say.

    It becomes the event, that it happened, and that the force conducted it. Where it was
    ``complete``, the presence of the force ended with it. Where it was not, or where a ``quantity`` or a ``share`` is
    given, a drawdown is reported, which ends no presence. Where the source does not say whether all left, nothing is
    made of that.

    ==============================  ===================================================================================
    modality                        what is made of it
    ==============================  ===================================================================================
    asserted, alleged, assessed,    all of it, each claim in that modality
    inferred
    planned, predicted              all of it, each claim planned or predicted
    denied                          that the event happened, denied; that the force is still there is another claim,
                                    and so is a denial that *all* of it left
    ==============================  ===================================================================================

    >>> from oirmodel import Citation, recipes
    >>> told = recipes.withdrawal(
    ...     of="us-forces",
    ...     at="al-asad",
    ...     when="[..2026-01-17]",
    ...     complete=True,
    ...     reported="2026-01-17",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> for each in told:
    ...     print(each.id)
    withdrawal-al-asad-us-forces-by-2026-01-17
    occurrence-withdrawal-al-asad-us-forces-by-2026-01-17
    participation-withdrawal-al-asad-us-forces-by-2026-01-17-us-forces
    presence-al-asad-us-forces-until-by-2026-01-17
    >>> told[-1].period.format()
    '/[..2026-01-17]'
    """

    title: ClassVar[str] = "withdrawal"

    of: ActorId
    """Who left."""
    at: SiteId
    """What they left."""
    until: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """When it was done, where it took longer than ``when``."""
    begun: bool = True
    """Whether ``when`` is when it began; not where it is said only that it was done then."""
    done: bool = True
    """Whether it was done by then; not where it is said only that it began."""
    to: SiteId | None = None
    """Where they went, where that is said: they were there after they had left, and how soon or how long is not."""
    complete: bool | None = None
    """Whether all of them left; ``None`` where the source does not say."""
    before: Aside | None = None
    """The presence that ended, as far as it is told otherwise, or concluded."""
    role: PresenceRole = PresenceRole.UNSTATED
    """As what they had been there, where the presence ended."""
    share: Proportion | None = None
    """What share of those who were there left; a part of them, where all that is said is that some stayed."""
    quantity: Quantity | None = None
    """How many left."""
    counted: Counted = Counted.PERSONNEL
    basis: CountingBasis = CountingBasis.UNSPECIFIED

    def problems(self) -> Iterable[Problem]:
        yield from super().problems()
        yield from self.beyond_a_denial("to", "complete", "share", "quantity", "before", "role")
        if self.is_ahead:
            yield from self.unwanted("expected none of what is yet to come", "before")
        if self.complete is not True:
            yield from self.unwanted("expected none where no presence ended", "before", "role")
        if not self.begun:
            yield from self.unwanted("expected none where only 'when' it was done is said", "until")
        if not self.done:
            yield from self.unwanted("expected none of what was not done", "begun", "until", "complete")
        yield from not_weaker(self, "before")
        if self.complete is True and self.share not in {None, Proportion.ALL}:
            yield Problem("share", self.share, "expected 'all', or none, of a complete withdrawal")
        if self.complete is False and self.share is Proportion.ALL:
            yield Problem("share", self.share, "expected less than 'all' of a withdrawal that is not complete")
        if self.quantity is None:
            yield from self.unwanted("expected none without a quantity", "counted", "basis")
        if self.to == self.at:
            yield Problem("to", self.to, "expected another place than the one that they left")

    def subject(self) -> str:
        return f"withdrawal-{self.at}-{self.of}"

    def records(self) -> tuple[Told, ...]:
        period = Period(start=self.when if self.begun else None, end=self._end())
        told = self.happening(EventCategory.WITHDRAWAL, period, at=(self.at,), by=(self.of,))
        if self.is_denial:
            return told
        leaving = Participation(
            id=self.named("participation", self.root, after=self.of),
            of=self.event_id,
            by=self.of,
            role=ParticipationRole.CONDUCTS,
            period=period,
            **self.said,
        )
        return (*told, leaving, *self._gone(), *self._fewer(period), *self._arrived())

    def _end(self) -> ImpreciseDate | None:
        return (self.until or self.when) if self.done else None

    def _gone(self) -> Iterable[Told]:
        if self.complete is True:
            aside = self.before or Aside()
            yield Presence(
                id=self.named("presence", self.at, self.of, "until"),
                of=self.of,
                at=self.at,
                role=self.role,
                period=aside.over(Period(end=self._end())),
                **aside.envelope(self.said),
            )

    def _fewer(self, period: Period) -> Iterable[Told]:
        if self.complete is False or self.quantity is not None or self.share is not None:
            unsaid = self.share is None and self.quantity is None
            yield StrengthChange(
                id=self.named("drawdown", self.at, self.of),
                of=self.of,
                at=(self.at,),
                shift=StrengthShift.DRAWDOWN,
                counted=self.counted,
                quantity=self.quantity,
                share=Proportion.PART if unsaid else self.share,
                basis=self.basis,
                period=period,
                **self.said,
            )

    def _arrived(self) -> Iterable[Told]:
        if self.to is not None:
            # Whether they had been there before, and how long they took, is not said: only that they stayed until some
            # day after they had left.
            yield Presence(
                id=self.named("presence", self.to, self.of, "after"),
                of=self.of,
                at=self.to,
                period=Period(end=_from(self.when)),
                **self.said,
            )


def _from(when: ImpreciseDate) -> ImpreciseDate | None:
    """Some day from a date on, in its own precision; an instant is one of two days, the place being another."""
    return ImpreciseDate.between(when.span.first, FOREVER) if when.is_instant else Period.observed(when).end
