"""Who says it and where: citations, chains of attribution, and grades."""

from attrs import field, frozen
from attrs.validators import optional

from oirmodel.frozen import Record
from oirmodel.ids import ActorId, SourceId
from oirmodel.limits import filled
from oirmodel.temporal.date import ImpreciseDate, as_date
from oirmodel.vocab import Manner

__all__ = ["Citation", "Grade", "Speaker", "said_date"]


def said_date(_: object, __: object, date: ImpreciseDate) -> None:
    """A date on which something was said, published or written down is a date, never an open end."""
    if date.is_open:
        raise ValueError("expected a date; an open end says nothing here")


@frozen(kw_only=True)
class Citation(Record):
    """
    Where in a source a claim stands.

    >>> Citation(source="src-handover-report", locator="paragraph 1, sentence 1").quote is None
    True
    """

    source: SourceId
    locator: str | None = field(default=None, validator=filled)
    """Page, paragraph, sentence, row or cell, counted as a reader counts: from 1."""
    quote: str | None = field(default=None, validator=filled)
    """A short quotation, where the very words matter."""


@frozen(kw_only=True)
class Speaker(Record):
    """
    One link in the chain from the first speaker to the document at hand.

    US officials -> Military Times -> Antiwar.com is three links, the first speaker first.
    """

    who: ActorId
    when: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """When they said it; ``None`` where the document does not tell."""
    how: Manner = Manner.UNSTATED
    """How their words reached the next link."""


@frozen(kw_only=True)
class Grade(Record):
    """
    What somebody thinks a claim or its source is worth, under a scheme that is named.

    The scheme keeps grades of different makers apart: ``admiralty`` has ``B2`` (NATO AJP-2.1: reliability A to F,
    credibility 1 to 6), ``airwars`` has ``fair``, ``ucdp`` its clarity from 1 to 5.
    """

    by: ActorId
    scheme: str = field(validator=filled)
    grade: str = field(validator=filled)
    note: str | None = None
