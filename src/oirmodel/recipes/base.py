"""What all recipes share: the envelope of their claims, the ids that they make, and when a thing was so."""

import re
from collections.abc import Iterable
from typing import ClassVar, Final, TypedDict

import attrs
from attrs import field, frozen
from attrs.validators import optional

from oirmodel.claims import Claim, Occurrence
from oirmodel.entities import Entity, Event
from oirmodel.errors import InvalidObject, Problem
from oirmodel.frozen import Record
from oirmodel.ids import ActorId, ClaimId, EntityId, EventId, ObjectId, SiteId
from oirmodel.limits import filled
from oirmodel.names import Name
from oirmodel.provenance import Citation, Grade, Speaker, said_date
from oirmodel.temporal import ImpreciseDate, Period, as_date, as_given_date
from oirmodel.vocab import EventCategory, Modality, Spread

__all__ = ["AHEAD", "Envelope", "Recipe", "Told", "slug_of"]

Told = Entity | Claim
"""What a recipe gives."""

AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})
"""The modalities of what is yet to come, of which nobody can say that it is still so."""

_BEFORE: Final = re.compile(r"\[\.\.(.+)\]")
_AFTER: Final = re.compile(r"\[(.+)\.\.\]")
_SEPARATOR: Final = re.compile(r"[^a-z0-9]+")


def _beyond(subject: str, root: str) -> str:
    """What an id adds to the words that it shares with what it is about: ``2020`` of ``handover-k-1-2020``."""
    words, known = root.split("-"), subject.split("-")
    shared = 0
    while shared < min(len(words), len(known)) and words[shared] == known[shared]:
        shared += 1
    return "-".join(words[shared:]) or root


def slug_of(date: ImpreciseDate) -> str:
    """
    A date as a part of an id; what it leaves out of the date, the claims keep.

    >>> [slug_of(ImpreciseDate.parse(text)) for text in ("2020-03-29", "[..2026-01-17]", "[2017-04..2018-06]", "2020~")]
    ['2020-03-29', 'by-2026-01-17', '2017-04-to-2018-06', '2020']
    """
    text = _BEFORE.sub(r"by-\1", date.text)
    text = _AFTER.sub(r"from-\1", text).replace("..", "-to-")
    return _SEPARATOR.sub("-", text.lower()).strip("-")


class Envelope(TypedDict):
    """The fields that every claim of a recipe has from it."""

    reported: ImpreciseDate
    recorded: ImpreciseDate | None
    asserted_by: tuple[Speaker, ...]
    citations: tuple[Citation, ...]
    modality: Modality
    assumptions: tuple[str, ...]
    grades: tuple[Grade, ...]
    note: str | None


@frozen(kw_only=True)
class Recipe(Record):
    """
    One reported sentence, from which :meth:`records` makes its event and its claims.

    Every recipe has these fields and its own. Each claim that it makes has the fields of the envelope just as they are
    given here.
    """

    title: ClassVar[str]
    """What the recipe is called."""

    id: ObjectId | None = None
    """
    The id of the event, from which those of the claims are made, instead of one that is made from the sentence. With an
    ``event`` it is of the claims alone.
    """
    event: EventId | None = None
    """The event, where it is there already: then none is made, and the ids of the claims carry their source."""
    names: tuple[Name, ...] = ()
    """What the event is called, where it is made here."""
    about: str | None = field(default=None, validator=optional(filled))
    """A note on the event itself, where it is made here; ``note`` is one on the claims."""
    part_of: EntityId | None = None
    """The operation or event that the event is a part of, where it is made here."""
    when: ImpreciseDate = field(converter=as_given_date, validator=said_date)
    """On what day, as vague as the source leaves it: announced as done on a day, it is ``[..2026-01-17]``."""
    reported: ImpreciseDate = field(converter=as_given_date, validator=said_date)
    recorded: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    asserted_by: tuple[Speaker, ...] = ()
    citations: tuple[Citation, ...] = field(validator=filled)
    modality: Modality
    assumptions: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if problems := tuple(self.problems()):
            raise InvalidObject(type(self).__name__, problems)

    def records(self) -> tuple[Told, ...]:
        """The entities and claims that the sentence comes to, in an order of reading."""
        raise NotImplementedError  # and not an abstract class: records have a metaclass of their own

    def problems(self) -> Iterable[Problem]:
        """What is wrong with the fields together, each being right by itself."""
        if self.event is not None:
            yield from self.unwanted("expected none with an event that is there already", "names", "about", "part_of")

    def unwanted(self, expected: str, *names: str) -> Iterable[Problem]:
        """A problem for each of these fields that says anything."""
        fields = attrs.fields_dict(type(self))
        for name in names:
            value = getattr(self, name)
            if value != fields[name].default:
                yield Problem(name, value, expected)

    def beyond_a_denial(self, *names: str) -> Iterable[Problem]:
        """A problem for each of these fields that says anything, in a denial."""
        if self.is_denial:
            yield from self.unwanted("expected none in a denial, which is of the event and of nothing else", *names)

    # Ids

    def subject(self) -> str:
        """With what the id of the event begins: the recipe and what it is about."""
        raise NotImplementedError  # and not an abstract class: records have a metaclass of their own

    @property
    def root(self) -> str:
        """The id after which the claims are named: that of the event, but for an ``id`` that is given."""
        return self.id or self.existing or f"{self.subject()}-{slug_of(self.when)}"

    @property
    def existing(self) -> ObjectId | None:
        """What the sentence is about, where it is there already."""
        return self.event

    @property
    def event_id(self) -> EventId:
        """The id of the event, made here or there already."""
        return self.event or EventId(self.root)

    @property
    def happening_root(self) -> str:
        """The id after which the claim that the event happened is named."""
        return self.root

    @property
    def event_names(self) -> tuple[Name, ...]:
        """What the event is called, where it is made here."""
        return self.names

    @property
    def event_note(self) -> str | None:
        """A note on the event, where it is made here."""
        return self.about

    def named(self, *parts: str, after: str | None = None) -> ClaimId:
        """The id of a claim, which ends in ``after``, or in what the event's id adds to what the event is about."""
        end = _beyond(self.subject(), self.root) if after is None else after
        tone = () if self.modality is Modality.ASSERTED else (self.modality.value,)
        return ClaimId("-".join((*parts, end, *self.teller, *tone)))

    @property
    def teller(self) -> tuple[str, ...]:
        """The source, where it is what tells the claims from those of another report of the same."""
        return (self.citations[0].source,) if self.existing is not None and self.id is None else ()

    # What many recipes tell

    @property
    def said(self) -> Envelope:
        """The envelope of every claim."""
        return Envelope(
            reported=self.reported,
            recorded=self.recorded,
            asserted_by=self.asserted_by,
            citations=self.citations,
            modality=self.modality,
            assumptions=self.assumptions,
            grades=self.grades,
            note=self.note,
        )

    @property
    def is_ahead(self) -> bool:
        """Whether it is yet to come, by what was said."""
        return self.modality in AHEAD

    @property
    def is_denial(self) -> bool:
        """Whether it is said not to have been."""
        return self.modality is Modality.DENIED

    def happening(
        self,
        category: EventCategory,
        period: Period,
        *,
        at: tuple[SiteId, ...] = (),
        spread: Spread = Spread.UNSTATED,
        by: tuple[ActorId, ...] = (),
    ) -> tuple[Told, ...]:
        """The event, where it is not there already, and that it happened."""
        event = Event(
            id=self.event_id, category=category, names=self.event_names, part_of=self.part_of, note=self.event_note
        )
        occurrence = Occurrence(
            id=self.named("occurrence", after=self.happening_root),
            of=self.event_id,
            at=at,
            spread=spread,
            by=by,
            period=period,
            **self.said,
        )
        return (occurrence,) if self.event is not None else (event, occurrence)
