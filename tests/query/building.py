"""A small cast of entities, and constructors that leave out what a test does not turn on."""

from typing import Any, Final, TypeVar

from oirmodel.claims import (
    Affiliation,
    AgreementStatus,
    Attribution,
    Casualties,
    Claim,
    CommitmentStatus,
    CommitmentTerms,
    Control,
    DifferentFrom,
    Occurrence,
    OperationStatus,
    Ownership,
    Participation,
    Posting,
    Presence,
    SameAs,
    Strength,
    StrengthChange,
    Tally,
)
from oirmodel.entities import (
    Agreement,
    Commitment,
    Entity,
    Event,
    Force,
    Installation,
    Operation,
    Organization,
    Person,
    Place,
    Post,
    Source,
)
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.quantity import Quantity
from oirmodel.query import Answer, Candidate, Dataset, Status
from oirmodel.temporal import Period
from tests.making import make

__all__ = [
    "CAST",
    "CONTESTED",
    "DEFINITE",
    "NO_EVIDENCE",
    "POSSIBLE",
    "PRESUMED",
    "SOURCES",
    "affiliation",
    "agreement",
    "attribution",
    "candidate",
    "casualties",
    "change",
    "control",
    "data",
    "different_from",
    "done",
    "graded",
    "ids",
    "occurrence",
    "ownership",
    "posting",
    "presence",
    "same_as",
    "says",
    "status_of",
    "strength",
    "taking_part",
    "tally",
    "terms",
]

C = TypeVar("C", bound=Claim)
CONTESTED, DEFINITE, PRESUMED = Status.CONTESTED, Status.DEFINITE, Status.PRESUMED
POSSIBLE, NO_EVIDENCE = Status.POSSIBLE, Status.NO_EVIDENCE


def _make(kind: type[Entity], an_id: str, *names: str, **fields: Any) -> Entity:  # noqa: ANN401 - as above
    return make(kind, id=an_id, names=[Name(text=each) for each in names], **fields)


CAST: Final[tuple[Entity, ...]] = (
    _make(Place, "iraq-land", "Iraq", timezone="Asia/Baghdad"),
    _make(Place, "syria", "Syria"),
    _make(Place, "anbar", "Anbar", part_of="iraq-land"),
    _make(Installation, "al-asad", "Al-Asad Airbase", "عين الأسد", place="anbar"),
    _make(Installation, "compound", "The compound", part_of="al-asad"),
    _make(Installation, "k-1", "K-1", "The Base"),
    _make(Installation, "taji", "Taji", "The Base"),
    _make(Force, "iraq", "Iraqi armed forces"),
    _make(Force, "army", "Iraqi army"),
    _make(Force, "brigade", "Seventh Brigade"),
    _make(Force, "police", "Iraqi police"),
    _make(Force, "us", "US forces"),
    _make(Force, "us-forces", "United States forces"),
    _make(Force, "coalition", "The coalition"),
    _make(Force, "isis", "ISIS"),
    _make(Force, "unnamed-1", placeholder=True),
    _make(Force, "unnamed-2", placeholder=True),
    _make(Organization, "ministry", "Ministry of Defense"),
    _make(Organization, "agency", "News agency"),
    _make(Person, "smith", "Smith"),
    _make(Person, "jones", "Jones"),
    _make(Person, "brown", "Brown"),
    _make(Post, "commander", "Commander", of="us", title="Commander", single=True),
    _make(Post, "adviser", "Adviser", of="us", title="Adviser"),
    _make(Operation, "resolve", "Operation Resolve"),
    _make(Operation, "eagle", "Mission Eagle", part_of="resolve"),
    _make(Operation, "lion", "Mission Lion"),
    _make(Event, "strike", "The strike", category="strike", part_of="resolve"),
    _make(Event, "raid", "The raid", category="raid"),
    _make(Agreement, "statement", "Joint statement"),
    _make(Agreement, "framework", "Strategic framework"),
    _make(Commitment, "leave", "To leave", agreement="statement"),
    _make(Commitment, "train", "To train", agreement="framework"),
)
"""Al-Asad lies in Anbar, in Iraq, and the compound in it; "The Base" is the name of two."""
SOURCES: Final = (
    make(Source, id="src", title="A report", collection="articles"),
    make(Source, id="other", title="Another report", collection="tables"),
)


def data(*claims: Claim) -> Dataset:
    """The cast, with these claims about it."""
    return Dataset(entities=CAST, sources=SOURCES, claims=claims)


def says(
    kind: type[C],
    period: Period | str,
    *,
    reported: str = "2030-01-01",
    modality: str = "asserted",
    source: str = "src",
    **fields: Any,  # noqa: ANN401 - whatever the claim takes
) -> C:
    """A claim; a period that is a text is an interval of EDTF. It is reported long after, unless the test says when."""
    held = Period.parse(period) if isinstance(period, str) else period
    cited = [make(Citation, source=source)]
    return make(kind, period=held, reported=reported, modality=modality, citations=cited, **fields)


def control(by: str, period: Period | str, **fields: Any) -> Control:  # noqa: ANN401 - whatever the claim takes
    """Full control of Al-Asad, unless the fields say otherwise."""
    return says(Control, period, **({"of": "al-asad", "by": by, "degree": "full"} | fields))


def ownership(by: str, period: Period | str, **fields: Any) -> Ownership:  # noqa: ANN401 - whatever the claim takes
    """Ownership of Al-Asad."""
    return says(Ownership, period, **({"of": "al-asad", "by": by} | fields))


def presence(of: str, period: Period | str, **fields: Any) -> Presence:  # noqa: ANN401 - whatever the claim takes
    """Presence at Al-Asad."""
    return says(Presence, period, **({"of": of, "at": "al-asad"} | fields))


def posting(by: str, period: Period | str, **fields: Any) -> Posting:  # noqa: ANN401 - whatever the claim takes
    """The post of commander, which is single."""
    return says(Posting, period, **({"of": "commander", "by": by} | fields))


def strength(quantity: Quantity | int, period: Period | str, **fields: Any) -> Strength:  # noqa: ANN401 - as above
    """So many US personnel in Syria."""
    counted = Quantity.exact(quantity) if isinstance(quantity, int) else quantity
    what: dict[str, Any] = {"of": "us", "at": ["syria"], "quantity": counted}
    return says(Strength, period, **(what | fields))


def tally(quantity: Quantity | int, window: str, **fields: Any) -> Tally:  # noqa: ANN401 - whatever the claim takes
    """So many coalition strikes in Syria over just this window."""
    counted = Quantity.exact(quantity) if isinstance(quantity, int) else quantity
    what: dict[str, Any] = {"by": "coalition", "at": ["syria"], "counted": "strikes", "quantity": counted}
    return says(Tally, Period.exactly(window), **(what | fields))


def casualties(quantity: Quantity | int, window: str, **fields: Any) -> Casualties:  # noqa: ANN401 - as above
    """So many killed in Syria over just this window."""
    counted = Quantity.exact(quantity) if isinstance(quantity, int) else quantity
    what: dict[str, Any] = {"at": ["syria"], "harm": "killed", "quantity": counted}
    return says(Casualties, Period.exactly(window), **(what | fields))


def affiliation(of: str, to: str, period: Period | str = "/", **fields: Any) -> Affiliation:  # noqa: ANN401 - as above
    """One is part of another; always, unless a period is given."""
    always = Period(start="[..1900-01-01]", end="[2100-01-01..]")
    held = always if period == "/" else period
    return says(Affiliation, held, **({"of": of, "to": to, "relation": "part-of"} | fields))


def same_as(one: str, other: str, **fields: Any) -> SameAs:  # noqa: ANN401 - whatever the claim takes
    """Two ids mean one thing."""
    return says(SameAs, Period(), **({"one": one, "other": other} | fields))


def different_from(one: str, other: str, **fields: Any) -> DifferentFrom:  # noqa: ANN401 - as above
    """Two ids do not mean one thing."""
    return says(DifferentFrom, Period(), **({"one": one, "other": other} | fields))


def occurrence(of: str, period: Period | str, **fields: Any) -> Occurrence:  # noqa: ANN401 - whatever the claim takes
    """An event happened."""
    return says(Occurrence, period, **({"of": of} | fields))


def status_of(operation: str, status: str, period: Period | str, **fields: Any) -> OperationStatus:  # noqa: ANN401
    """An operation is in this state."""
    return says(OperationStatus, period, **({"of": operation, "status": status} | fields))


def agreement(of: str, status: str, period: Period | str, **fields: Any) -> AgreementStatus:  # noqa: ANN401 - as above
    """An agreement is in this state."""
    return says(AgreementStatus, period, **({"of": of, "status": status} | fields))


def terms(due: str | None, period: Period | str = "2024-09-27/..", **fields: Any) -> CommitmentTerms:  # noqa: ANN401
    """The coalition is to leave by then."""
    what: dict[str, Any] = {"of": "leave", "by": "coalition", "what": "leave", "due": due}
    return says(CommitmentTerms, period, **(what | fields))


def done(status: str, period: Period | str, **fields: Any) -> CommitmentStatus:  # noqa: ANN401 - as above
    """What was done about leaving."""
    return says(CommitmentStatus, period, **({"of": "leave", "status": status} | fields))


def taking_part(by: str, period: Period | str = "/", **fields: Any) -> Participation:  # noqa: ANN401 - as above
    """An actor takes part in the strike; of when is not said, unless a period is given."""
    held = Period() if period == "/" else period
    return says(Participation, held, **({"of": "strike", "by": by} | fields))


def attribution(by: str, **fields: Any) -> Attribution:  # noqa: ANN401 - whatever the claim takes
    """An actor is responsible for the strike."""
    return says(Attribution, Period(), **({"of": "strike", "by": by} | fields))


def change(shift: str, window: str, **fields: Any) -> StrengthChange:  # noqa: ANN401 - whatever the claim takes
    """US personnel in Syria changed over just this window."""
    what: dict[str, Any] = {"of": "us", "at": ["syria"], "shift": shift}
    return says(StrengthChange, Period.exactly(window), **(what | fields))


def graded(answer: Answer) -> dict[Any, tuple[bool, Status]]:
    """Of every candidate whether it holds, and how surely."""
    return {each.value: (each.holds, each.status) for each in answer.candidates}


def ids(claims: tuple[Claim, ...]) -> list[str]:
    """The ids of claims, in order."""
    return [each.id for each in claims]


def candidate(answer: Answer, value: object) -> Candidate:
    """The candidate with this value; there must be one."""
    found = answer.about(value)
    assert found is not None
    return found
