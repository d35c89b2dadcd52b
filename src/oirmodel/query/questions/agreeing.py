"""Which agreements were in force."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from oirmodel.claims import AgreementStatus, Claim, Participation
from oirmodel.dataset import Records
from oirmodel.entities import Force, Organization, Person
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import tone_in_words, view_in_words
from oirmodel.query.candidate import BEST_FIRST, Candidate
from oirmodel.query.grade import Status
from oirmodel.query.inquiry import Inquiry
from oirmodel.query.matter import Matter
from oirmodel.query.questions.asking import Ref, about, hemisphere_of, matter_of, reading
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import ANY_TIME, Asked, read_asked
from oirmodel.temporal import DateLike, Hemisphere, Period
from oirmodel.vocab import Modality, ParticipationRole, StatusOfAgreement

__all__ = ["agreements_in_force"]

_ACTORS: Final = (Force, Organization, Person)
_BOUND: Final = frozenset({ParticipationRole.PARTY, ParticipationRole.GUARANTOR, ParticipationRole.UNSTATED})
_CONCLUDED: Final = (StatusOfAgreement.RATIFIED, StatusOfAgreement.SIGNED, StatusOfAgreement.AGREED)
_WEAKEST_LAST: Final = (Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE, Status.CONTESTED)


def agreements_in_force(
    records: Records,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    party: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Which agreements were in force; each of which anybody says where it stood is a candidate of its own.

    Only a claim that says ``in-force`` makes a yes. That an agreement was signed, or had expired, excludes it as any
    two statuses exclude each other, and of one that is signed the remarks say that nobody has it in force. One of which
    nothing is said is no candidate: that is not a no.

    ``party`` keeps the agreements that an actor, or what belongs to it, is said to take part in at the time, as party,
    as guarantor, or without a word on its role; each is graded by the weaker of the two, and is possible at most where
    nobody says of when it takes part. For the other arguments see :func:`who_controlled`.

    >>> import oirmodel
    >>> from oirmodel.query import Dataset
    >>> told = {"reported": "2026-01-17", "modality": "asserted", "citations": [oirmodel.Citation(source="src")]}
    >>> framework = oirmodel.AgreementStatus(
    ...     of="framework", status="in-force", period=oirmodel.Period.parse("2009-01-01/.."), **told
    ... )
    >>> statement = oirmodel.AgreementStatus(
    ...     of="joint-statement", status="signed", period=oirmodel.Period.parse("2024-09-27/.."), **told
    ... )
    >>> agreements = [oirmodel.Agreement(id="framework"), oirmodel.Agreement(id="joint-statement")]
    >>> data = Dataset(entities=agreements, claims=[framework, statement])
    >>> answer = agreements_in_force(data, on="2025-01-07")
    >>> answer.status, answer.value
    (<Status.DEFINITE: 'definite'>, ('framework',))
    >>> answer.remarks
    ('joint-statement is said to be signed, and nobody says that it is in force',)
    """
    asked = read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere))
    how = reading(modality, padding, None, hemisphere)
    actor = None if party is None else records.entity(party, *_ACTORS).id
    candidates: list[Candidate] = []
    remarks: list[str] = []
    claims: list[tuple[Claim, str | None]] = []
    for agreement in _agreements(records):
        told = tuple(about(records, AgreementStatus, agreement))
        matter = matter_of(records, AgreementStatus, told, how=how, subject=agreement, max_age=max_age)
        taking_part = None
        if actor is not None:
            takes_part = matter_of(records, Participation, (), how=how, max_age=max_age)
            taking_part = _taking_part(records, agreement, Inquiry(takes_part, asked, actor))
            if taking_part is None or not taking_part.holds:
                continue
        claims += told
        graded = Inquiry(matter, asked, StatusOfAgreement.IN_FORCE).summary().candidates
        candidates += (_of_agreement(agreement, each, taking_part) for each in graded)
        remarks += _only_concluded(records, agreement, matter, asked)
    candidates.sort(key=lambda each: (not each.holds, BEST_FIRST.index(each.status)))
    best = candidates[0].status if candidates else Status.NO_EVIDENCE
    whose = "" if actor is None else f" that {records.label(actor)} takes part in"
    return Answer(
        question=(
            f"Which agreements{whose} were in force {asked}{view_in_words(records)}{tone_in_words(how.modality)}?"
        ),
        status=best,
        value=tuple(each.value for each in candidates if each.holds and each.status is best) or None,
        candidates=tuple(candidates),
        remarks=tuple(remarks),
        records=records,
        around=Around(claims, asked.first, asked.last),
    )


def _agreements(records: Records) -> Iterator[str]:
    """The agreements of which the view says where they stood, each under the first of the ids that are one with it."""
    sameness = Sameness(records, 0, 0)
    seen: set[str] = set()
    for claim in records.claims(AgreementStatus):
        if sameness.one(claim.of) not in seen:
            seen.add(sameness.one(claim.of))
            yield claim.of


def _taking_part(records: Records, agreement: str, inquiry: Inquiry) -> Candidate | None:
    """Whether the actor that is asked about is bound by an agreement; ``None`` where nothing says so."""
    claims = [
        (each, detail)
        for each, detail in about(records, Participation, agreement)
        if isinstance(each, Participation) and each.role in _BOUND
    ]

    def graded(claims: Iterable[tuple[Claim, str | None]], asked: Asked) -> Candidate | None:
        matter = evolve(inquiry.matter, claims=tuple(claims))
        return next(iter(inquiry._replace(matter=matter, asked=asked).summary().candidates), None)

    undated = [(each, detail) for each, detail in claims if each.period == Period()]
    if (told := graded(claims, inquiry.asked)) is not None or (told := graded(undated, ANY_TIME)) is None:
        return told
    return evolve(told, status=max(told.status, Status.POSSIBLE, key=_WEAKEST_LAST.index))


def _of_agreement(agreement: str, in_force: Candidate, taking_part: Candidate | None) -> Candidate:
    """How surely it was in force, as a candidate for which it was; no surer than that the party takes part in it."""
    graded = evolve(in_force, value=agreement)
    if taking_part is None or not graded.holds:
        return graded
    return evolve(
        graded,
        status=max(graded.status, taking_part.status, key=_WEAKEST_LAST.index),
        claims=(*graded.claims, *taking_part.claims),
        against=(*graded.against, *taking_part.against),
    )


def _only_concluded(records: Records, agreement: str, matter: Matter, asked: Asked) -> Iterator[str]:
    """That an agreement is signed, where nobody has it in force."""
    graded: Iterable[Candidate] = Inquiry(matter, asked).summary().candidates
    held = {each.value for each in graded if each.holds}
    in_force = any(each.value is StatusOfAgreement.IN_FORCE for each in graded)
    concluded = [each.value for each in _CONCLUDED if each in held]
    if concluded and not in_force:
        yield f"{records.label(agreement)} is said to be {concluded[0]}, and nobody says that it is in force"
