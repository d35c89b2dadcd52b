"""The envelope that all claims share: when, known since when, said by whom, found where, and in what tone."""

import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, NamedTuple

import attrs
from attrs import field, frozen
from attrs.validators import optional

from oirmodel.extensions import Extensions, check_extensions
from oirmodel.frozen import Record
from oirmodel.ids import ClaimId
from oirmodel.limits import filled
from oirmodel.provenance import Citation, Grade, Speaker, said_date
from oirmodel.temporal import ImpreciseDate, Period, Span, as_date, as_given_date
from oirmodel.vocab import Modality

__all__ = ["Being", "Claim", "Grammar", "Rivalry", "Travel"]


class Being(Enum):
    """How a kind of claim is in time."""

    HOLDS = "holds"
    """What it says holds on every day of its period."""
    EXTENT = "extent"
    """Its period is the event's own extent."""
    TOTAL = "total"
    """It totals over its period, and says nothing of a part of it."""
    REPORT = "report"
    """It is as of its report, and has no time besides: while it stands, it is said of all days."""


class Rivalry(Enum):
    """When two different values of the same subject exclude each other."""

    NONE = "none"
    """Never: a force can be for two purposes."""
    DETAIL = "detail"
    """Where the detail of either is an exclusive one, such as full control."""
    SINGLE = "single"
    """Where the subject is known to take one at a time, as a single post does."""
    ALWAYS = "always"
    """Always: an operation has one status."""
    QUANTITY = "quantity"
    """Where no number surely satisfies both; a claim that gives none excludes nothing."""
    ASPECT = "aspect"
    """Where both are of one aspect that takes one value at a time, and surely differ; two wordings may be one."""
    DATE = "date"
    """Where no day fits both; a claim that gives none excludes nothing."""


class Travel(Enum):
    """How a kind of claim about a part bears on the whole, and the reverse. Denials travel down where any does."""

    STAYS = "stays"
    """Not at all: a figure for a province is none for the country."""
    UP = "up"
    """Who is in a part is in the whole."""
    CONTROL = "control"
    """Full control of the whole is that of each part; control of a part is partial control of the whole."""


class Grammar(NamedTuple):
    """How a kind of claim is read: what it is about, what it says of that, and what rules it out."""

    being: Being
    subject: tuple[str, ...]
    """The fields that tell what it is about; two claims that differ in one have nothing to do with each other."""
    value: str
    """The field that answers the question."""
    instead: str | None = None
    """The field that answers it where that one is empty, as a share does where no number is given."""
    detail: str | None = None
    """The field that a denial may name, to deny that alone: degree, share, role, relation."""
    rivalry: Rivalry = Rivalry.NONE
    exclusive: frozenset[str] = frozenset()
    """With :attr:`Rivalry.DETAIL`, the details that leave no room for another value."""
    doubtful: frozenset[str] = frozenset()
    """The details by which the speaker leaves it open, so that an answer is possible at most: ``suspected``."""
    travel: Travel = Travel.STAYS
    site: str | None = None
    """The field that holds the site or the sites, where there is one."""


@frozen(kw_only=True)
class Claim(Record):
    """
    What somebody is reported to have said about entities.

    Every kind of claim is this envelope and its own few fields. An id that is left out is derived from the content, so
    that the same claim made twice has the same id.
    """

    kind: ClassVar[str] = "claim"
    grammar: ClassVar[Grammar]
    """How this kind is read; the same for every claim of it."""
    id: ClaimId = field(default=ClaimId(""))
    period: Period = field(factory=Period)
    """When it was so: the valid time."""
    reported: ImpreciseDate = field(converter=as_given_date, validator=said_date)
    """When the earliest document cited was published: the knowledge time."""
    recorded: ImpreciseDate | None = field(default=None, converter=as_date, validator=optional(said_date))
    """When it entered this dataset."""
    asserted_by: tuple[Speaker, ...] = ()
    """The chain, the first speaker first."""
    citations: tuple[Citation, ...] = field(validator=filled)
    modality: Modality
    assumptions: tuple[str, ...] = ()
    """What whoever encoded it filled in: ``year 2026: the article gives none``."""
    grades: tuple[Grade, ...] = ()
    corrects: tuple[ClaimId, ...] = ()
    """Claims that were wrong, over this one's own period."""
    supersedes: tuple[ClaimId, ...] = ()
    """Earlier editions of the same statement."""
    retracts: tuple[ClaimId, ...] = ()
    """Claims that are taken back."""
    derived_from: tuple[ClaimId, ...] = ()
    """For an inferred claim, what it was inferred from."""
    note: str | None = None
    extensions: Extensions = field(factory=Extensions, validator=check_extensions)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", _derived_id(self))

    @property
    def said(self) -> Span:
        """When it was said: the first speaker's date, where the source gives it, else when it was reported."""
        return self._said.span

    def said_at(self, timezone: str | None) -> Span:
        """When it was said, by the calendar of a place; an instant is one day here and another there."""
        return self._said.local(timezone)

    @property
    def _said(self) -> ImpreciseDate:
        first = self.asserted_by[0].when if self.asserted_by else None
        return first or self.reported


def _derived_id(claim: Claim) -> ClaimId:
    """An id from the content: the same content, the same id, whatever optional fields later versions add."""
    content = json.dumps(_plain(claim), ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(content.encode()).hexdigest()[:16]
    return ClaimId(f"{claim.kind.replace('_', '-')}-{digest}")


def _plain(value: object) -> object:
    if isinstance(value, ImpreciseDate):
        return value.text
    if isinstance(value, Record):
        fields = attrs.fields(type(value))  # type: ignore[arg-type]  # every Record is an attrs class
        given = {each.name: getattr(value, each.name) for each in fields if each.init and each.name != "id"}
        defaults = {each.name: each.default for each in fields}
        return {name: _plain(each) for name, each in given.items() if each not in ((), {}, defaults[name])}
    if isinstance(value, tuple | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    return value
