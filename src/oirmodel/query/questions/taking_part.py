"""Who took part in something, and who is said to be responsible for it."""

import math
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from oirmodel.claims import Attribution, Claim, Occurrence, Participation
from oirmodel.dataset import Records, weight
from oirmodel.entities import Agreement, Entity, Event, Force, Operation, Organization, Person
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import tone_in_words, view_in_words
from oirmodel.query.questions.asking import Ref, about, ask, chosen_of, hemisphere_of, reading
from oirmodel.query.times import ANY_TIME, Asked, Mode, read_asked
from oirmodel.query.wording import equipment_in_words
from oirmodel.temporal import DateLike, Hemisphere
from oirmodel.temporal.days import iso
from oirmodel.truth import Truth
from oirmodel.vocab import Listing, Modality, ParticipationRole

__all__ = ["who_took_part", "who_was_responsible"]

_ACTORS: Final = (Force, Organization, Person)
_UNDERTAKINGS: Final = (Operation, Event, Agreement)


def who_took_part(
    records: Records,
    of: Ref,
    *,
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    role: ParticipationRole | str | None = None,
    by: Ref | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Who took part in an operation, an event or an agreement, on either side; with ``role``, who did so as that.

    Without a time it asks who did at any time: many sources that name the participants of an event do not say of when,
    and what is told of no day answers for none. A claim that names no role is none of ``role="leads"``; it may be among
    the nearest. That somebody took part says nothing of others. For the other arguments see :func:`who_controlled`.

    >>> import oirmodel
    >>> from oirmodel.query import Dataset
    >>> strike = oirmodel.Event(id="strike")
    >>> coalition, iraq = oirmodel.Force(id="coalition"), oirmodel.Force(id="iraq")
    >>> told = {"of": "strike", "reported": "2025-01-07", "modality": "asserted"}
    >>> claims = [
    ...     oirmodel.Participation(
    ...         by="coalition",
    ...         role="leads",
    ...         equipment=["F-16"],
    ...         equipment_listed="open",
    ...         citations=[oirmodel.Citation(source="src")],
    ...         **told,
    ...     ),
    ...     oirmodel.Participation(by="iraq", role="partners", citations=[oirmodel.Citation(source="src")], **told),
    ... ]
    >>> data = Dataset(entities=[strike, coalition, iraq], claims=claims)
    >>> who_took_part(data, "strike").value
    ('coalition', 'iraq')
    >>> answer = who_took_part(data, "strike", role="leads")
    >>> answer.value, answer.remarks
    (('coalition',), ('coalition took part with F-16, among others: the list is open',))
    """
    entity = records.entity(of, *_UNDERTAKINGS)
    timed = any(each is not None for each in (on, during, throughout))
    season = hemisphere_of(hemisphere)
    asked = read_asked(on=on, during=during, throughout=throughout, hemisphere=season) if timed else ANY_TIME
    told = list(about(records, Participation, entity.id))
    wanted = None if role is None else chosen_of(ParticipationRole, role, "role=")
    answered = ask(
        records,
        Participation,
        [(claim, detail) for claim, detail in told if wanted is None or _is_as(claim, wanted)],
        asked,
        f"Who took part in {records.label(entity.id)}" + ("" if wanted is None else f" as {wanted.value}"),
        how=reading(modality, padding, None, hemisphere),
        subject=entity.id if wanted is None else None,
        value=None if by is None else records.entity(by, *_ACTORS).id,
        max_age=max_age,
    )
    return evolve(
        answered,
        around=answered.around._replace(claims=told),
        remarks=(*answered.remarks, *_open_lists(records, answered.supporting)),
    )


def _is_as(claim: Claim, role: ParticipationRole) -> bool:
    """Whether a claim is of this role; a denial of none in particular is one of every role."""
    if not isinstance(claim, Participation):
        return False
    return claim.role is role or (claim.modality is Modality.DENIED and claim.role is ParticipationRole.UNSTATED)


def _open_lists(records: Records, claims: Iterable[Claim]) -> list[str]:
    told = [
        f"{records.label(each.by)} took part {equipment_in_words(each)}: the list is open"
        for each in claims
        if isinstance(each, Participation) and each.equipment and each.equipment_listed is Listing.OPEN
    ]
    return list(dict.fromkeys(told))


def who_was_responsible(
    records: Records, of: Ref | Claim, *, by: Ref | None = None, modality: Modality | str | None = None
) -> Answer:
    """
    Who is said to be responsible for an event, or for the harm that a claim reports; given by id, name, or as it is.

    What is said of responsibility is as of its report, so the question takes no time: ``data.as_known(on=...)`` has
    what had been said by a day. Several may be responsible together. Whom a speaker only suspects, or holds to be
    responsible knowing that others name somebody else, is possible at most; a denial speaks against whom it names, and
    of whom one says so and another denies it the answer is contested. ``by`` asks about one actor only.

    >>> import oirmodel
    >>> from oirmodel.query import Dataset
    >>> attack, militia = oirmodel.Event(id="attack"), oirmodel.Force(id="militia")
    >>> told = {"of": "attack", "by": "militia", "citations": [oirmodel.Citation(source="src")]}
    >>> suspected = oirmodel.Attribution(certainty="suspected", reported="2024-02-01", modality="asserted", **told)
    >>> data = Dataset(entities=[attack, militia], claims=[suspected])
    >>> who_was_responsible(data, "attack").status
    <Status.POSSIBLE: 'possible'>
    >>> owned_up = oirmodel.Attribution(certainty="known", reported="2024-02-03", modality="asserted", **told)
    >>> answer = who_was_responsible(data.plus(owned_up), "attack")
    >>> answer.status, answer.value
    (<Status.DEFINITE: 'definite'>, ('militia',))
    """
    of = of.id if isinstance(of, Claim) else of
    found = records.store.claims.get(of) if isinstance(of, str) else None
    subject: Entity | Claim = records.entity(of) if found is None else found
    day = _day_of(records, subject)
    answered = ask(
        records,
        Attribution,
        about(records, Attribution, subject.id),
        Asked(Mode.ON, day, day, iso(int(day))),
        "",
        how=reading(modality, 0, None),
        subject=subject.id,
        value=None if by is None else records.entity(by, *_ACTORS).id,
    )
    named = records.label(subject.id) if isinstance(subject, Entity) else f"what {subject.id} reports"
    tone = tone_in_words(None if modality is None else Modality(modality))
    return evolve(
        answered,
        question=f"Who is said to be responsible for {named}{view_in_words(records)}{tone}?",
        candidates=tuple(evolve(each, last_confirmed=None) for each in answered.candidates),
        around=Around(answered.around.claims, -math.inf, math.inf),
        inquiry=None,
    )


def _day_of(records: Records, subject: Entity | Claim) -> float:
    """
    The day on which it matters who belonged to whom: that of the event, or of the harm, where it is known.

    It is no later than the day that the view looks back from, after which nothing is more than possible.
    """
    known = math.inf if records.known_day is None else records.known_day
    claims = [subject] if isinstance(subject, Claim) else [each for each, _ in about(records, Occurrence, subject.id)]
    days = [
        day
        for claim in claims
        if weight(claim.modality) & records.standing(claim).truth is not Truth.NO
        for day in records.bounds(claim)[1:3]
        if math.isfinite(day)
    ]
    latest = max(days, default=math.inf)
    return min(latest, known) if math.isfinite(min(latest, known)) else 1
