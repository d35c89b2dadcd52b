"""An appointment: a person took up a post, and another may have left it."""

from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import Posting
from oirmodel.errors import Problem
from oirmodel.ids import PersonId, PostId, SiteId
from oirmodel.limits import filled
from oirmodel.recipes.base import Recipe, Told
from oirmodel.temporal import Period
from oirmodel.vocab import EventCategory

__all__ = ["Appointment"]


@frozen(kw_only=True)
class Appointment(Recipe):
    """
    A person took up a post; where a predecessor is named, that person held it until then.

    It becomes the event, a change of command, that it happened, and the postings. That of the predecessor has no
    beginning, since the sentence gives none.

    ==============================  ===================================================================================
    modality                        what is made of it
    ==============================  ===================================================================================
    asserted, alleged, assessed,    all of it, each claim in that modality
    inferred
    planned, predicted              all of it, each claim planned or predicted; nothing is said of how long the person
                                    is to stay
    denied                          that the event happened, denied; who holds the post does not follow from that
    ==============================  ===================================================================================

    >>> from oirmodel import Citation, recipes
    >>> told = recipes.appointment(
    ...     person="paul-e-funk",
    ...     post="cjtf-oir-commander",
    ...     when="2017-09-05",
    ...     rank="Lt. Gen.",
    ...     predecessor="stephen-j-townsend",
    ...     reported="2017-09-05",
    ...     modality="asserted",
    ...     citations=[Citation(source="src-report")],
    ... )
    >>> for each in told:
    ...     print(each.id)
    appointment-cjtf-oir-commander-2017-09-05
    occurrence-appointment-cjtf-oir-commander-2017-09-05
    posting-cjtf-oir-commander-paul-e-funk-2017-09-05
    posting-cjtf-oir-commander-stephen-j-townsend-until-2017-09-05
    """

    title: ClassVar[str] = "appointment"

    person: PersonId
    """Who took up the post."""
    post: PostId
    rank: str | None = field(default=None, validator=optional(filled))
    """The rank of the person, as the source gives it."""
    predecessor: PersonId | None = None
    """Who held it until then, where the source says so."""
    predecessor_rank: str | None = field(default=None, validator=optional(filled))
    """The rank of the predecessor, as the source gives it."""
    at: tuple[SiteId, ...] = ()
    """Where the ceremony was, where the source says so."""
    still: bool = True
    """Whether the person held it when it was reported, as news has it; not where it is told in retrospect."""

    def problems(self) -> Iterable[Problem]:
        yield from super().problems()
        yield from self.beyond_a_denial("rank", "predecessor", "predecessor_rank", "still")
        if self.is_ahead:
            yield from self.unwanted("expected none of what is yet to come", "still")
        if self.predecessor is None:
            yield from self.unwanted("expected none without a predecessor", "predecessor_rank")
        if self.predecessor == self.person:
            yield Problem("predecessor", self.predecessor, "expected another person than the one who took up the post")

    def subject(self) -> str:
        return f"appointment-{self.post}"

    def records(self) -> tuple[Told, ...]:
        told = self.happening(EventCategory.CHANGE_OF_COMMAND, Period(start=self.when, end=self.when), at=self.at)
        if self.is_denial:
            return told
        taken_up = Posting(
            id=self.named("posting", self.post, self.person),
            of=self.post,
            by=self.person,
            rank=self.rank,
            period=Period.since(self.when) if self.still and not self.is_ahead else Period(start=self.when),
            **self.said,
        )
        if self.predecessor is None:
            return (*told, taken_up)
        left = Posting(
            id=self.named("posting", self.post, self.predecessor, "until"),
            of=self.post,
            by=self.predecessor,
            rank=self.predecessor_rank,
            period=Period(end=self.when),
            **self.said,
        )
        return (*told, taken_up, left)
