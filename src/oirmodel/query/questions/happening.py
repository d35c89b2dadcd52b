"""What happened, and when something began and ended."""

import math
import typing
from collections.abc import Iterable, Sequence

import attrs

from oirmodel.claims import Being, Claim, Occurrence, OperationStatus
from oirmodel.dataset import Records
from oirmodel.dataset.references import KINDS_OF
from oirmodel.entities import Entity, Event, Operation
from oirmodel.errors import InvalidQuestion
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import tone_in_words, view_in_words
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.matter import AHEAD, has_ids
from oirmodel.query.questions.asking import (
    SITE_KINDS,
    Ref,
    about,
    ask,
    chosen_of,
    hemisphere_of,
    in_place,
    is_undivided,
    kind_of,
    lying_in,
    reading,
    site_claims,
)
from oirmodel.query.rules import Relations, disputed
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import read_asked
from oirmodel.query.words import ALWAYS, Word, gather
from oirmodel.temporal import Bounds, DateLike, EndKind, Hemisphere, ImpreciseDate, Period
from oirmodel.vocab import EventCategory, Modality

__all__ = ["happened", "when"]


def happened(
    records: Records,
    event: Ref | None = None,
    *,
    at: Ref | None = None,
    category: EventCategory | str | None = None,
    on: DateLike | None = None,
    during: DateLike | None = None,
    modality: Modality | str | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    Whether an event happened on a day or at some time in a window; or, without one, which events did.

    ``at`` keeps what happened at a site or in any part of it, ``category`` what is of one sort. What happened in
    several places together happened in what holds all of them, and in no one of them by itself; what did not happen in
    parts of a place, or not mainly there, may still have happened there. Events are never presumed: where none is
    reported, there is no evidence, and that is not a no.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> happened(data, at="Raqqa", category="withdrawal", during="2017").status
    <Status.NO_EVIDENCE: 'no-evidence'>
    >>> happened(data, "withdrawal-from-al-asad", during="2010/2026").holds
    True
    """
    subject = None if event is None else records.entity(event, Event)
    site = None if at is None else records.entity(at, *SITE_KINDS)
    claims: Iterable[tuple[Claim, str | None]]
    if subject is not None:
        claims = about(records, Occurrence, subject.id)
    elif site is not None:
        claims = site_claims(records, Occurrence, site.id)
    else:
        claims = in_place(records, records.store.by_kind.get(Occurrence.kind, ()))
    kept = [(each, detail) for each, detail in claims if isinstance(each, Occurrence)]
    if site is not None:
        here = {each.id: detail for each, detail in site_claims(records, Occurrence, site.id)}
        inside = lying_in(records, (site.id, *records.joined_with(site.id)))
        kept = [
            (each, here[each.id])
            for each, _ in kept
            if each.id in here and (not is_undivided(each) or _is_told_of_all(each, inside))
        ]
    if category is not None:
        sort = chosen_of(EventCategory, category, "category=")
        kept = [(each, detail) for each, detail in kept if _sort_of(records, each) is sort]
    what = "What happened" if subject is None else f"Whether {records.label(subject.id)} happened"
    where = "" if site is None else f" at {records.label(site.id)}"
    asked = read_asked(on=on, during=during, hemisphere=hemisphere_of(hemisphere))
    return ask(records, Occurrence, kept, asked, what + where, how=reading(modality, padding, None, hemisphere))


def _is_told_of_all(claim: Occurrence, inside: frozenset[str]) -> bool:
    """Whether a claim says that something happened in several places together, all of which are among some sites."""
    return claim.modality is not Modality.DENIED and inside.issuperset(claim.at)


def _sort_of(records: Records, claim: Occurrence) -> EventCategory | None:
    event = records.entities.get(claim.of)
    return event.category if isinstance(event, Event) else None


def when(
    records: Records, kind: type[Claim] | str, /, *, modality: Modality | str | None = None, **fields: object
) -> Answer:
    """
    When something began and ended: every candidate's value is a period, with bounds as vague as the sources leave them.

    What is asked about is a kind of claim and its fields: ``when(data, Presence, of="us-forces", at="al-asad")``, with
    ids or names. Claims that surely tell of one stay are joined into one period; stays that may be different are not.
    With ``modality="planned"`` the answer is until when something was to last; a plan is never evidence that it did.
    Of an operation, the plans and states of its parts are listed too, and the claims of each candidate say of which.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> print(when(data, "presence", of="us-forces", at="Al-Asad").value)
    /[..2026-01-17]
    >>> known = data.as_known(on="2025-01-08")
    >>> print(when(known, "operation_status", of="Operation Inherent Resolve", modality="planned").value)
    /2025-09
    """
    chosen = kind_of(kind)
    how = reading(modality, 0, None)
    wanted = _resolved(records, chosen, fields)
    sameness = Sameness(records, -math.inf, math.inf)
    claims = [each for each in records.store.by_kind.get(chosen.kind, ()) if _fits(records, sameness, each, wanted)]
    gathered = gather(records, ((each, None) for each in claims), ALWAYS, how)
    words = [word for word in gathered if word.affirms]
    relations = Relations(chosen, sameness, ids=has_ids(chosen), single=False)
    planned = how.modality in AHEAD
    candidates = [
        candidate
        for stay in _stays(words, relations, chosen.grammar.being, planned=planned)
        for candidate in _dated(stay)
    ]
    best = min((each.status for each in candidates), key=_RANK.index, default=Status.NO_EVIDENCE)
    candidates.sort(key=lambda each: (_RANK.index(each.status), _order(each.value), each.claims[0].id))
    values = tuple(each.value for each in candidates if each.status is best)
    named = "".join(f", {name} {_label(records, value)}" for name, value in wanted.items())
    known, tone = view_in_words(records), tone_in_words(how.modality)
    return Answer(
        question=f"When {chosen.kind.replace('_', ' ')}{named}, began and ended{known}{tone}?",
        status=best,
        value=None if not values else values[0] if len(values) == 1 else values,
        candidates=tuple(candidates),
        around=Around(tuple((each, None) for each in claims), -math.inf, math.inf),
        remarks=_of_parts(records, candidates, wanted.get("of")),
        records=records,
    )


_RANK = (Status.CONTESTED, Status.DEFINITE, Status.POSSIBLE, Status.NO_EVIDENCE)


def _resolved(records: Records, kind: type[Claim], fields: dict[str, object]) -> dict[str, object]:
    """The fields asked for, with names replaced by ids; raises where the kind has no such field."""
    hints = typing.get_type_hints(kind)
    known = [each.name for each in attrs.fields(kind)]
    if unknown := sorted(fields.keys() - set(known)):
        raise InvalidQuestion(f"{kind.kind} has no field {', '.join(unknown)}; it has {', '.join(known)}")
    resolved: dict[str, object] = {}
    for name, value in fields.items():
        hint = next((each for each in (hints[name], *typing.get_args(hints[name])) if each in KINDS_OF), None)
        kinds = () if hint is None else tuple(each for each in KINDS_OF[hint] if issubclass(each, Entity))
        resolved[name] = records.entity(value, *kinds).id if kinds and isinstance(value, str | Entity) else value
    return resolved


def _fits(records: Records, sameness: Sameness, claim: Claim, wanted: dict[str, object]) -> bool:
    def one(value: object) -> object:
        return sameness.one(value) if isinstance(value, str) else value

    for name, value in wanted.items():
        held = getattr(claim, name)
        members = {one(each) for each in (held if isinstance(held, tuple) else (held,))}
        if isinstance(claim, OperationStatus) and name == "of":
            members |= {one(each) for each in _whole_operations(records, claim.of)}
        if one(value) not in members:
            return False
    return True


def _whole_operations(records: Records, operation: str) -> list[str]:
    """The operations that an operation is part of, the nearest first."""
    found: list[str] = []
    entity = records.entities.get(operation)
    while isinstance(entity, Operation) and entity.part_of is not None and entity.part_of not in found:
        found.append(entity.part_of)
        entity = records.entities.get(entity.part_of)
    return found


def _stays(words: Sequence[Word], relations: Relations, being: Being, *, planned: bool) -> list[list[Word]]:
    """The words put together where they surely tell of one thing, whether or not they agree on its dates."""
    stays: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.own.s2, word.own.e1, word.claim.id)):
        for stay in stays:
            one_thing = planned or being is not Being.HOLDS or disputed(stay[0], word, being, planned=False)
            if relations.alike(stay[0], word) and one_thing:
                stay.append(word)
                break
        else:
            stays.append([word])
    return stays


def _dated(stay: list[Word]) -> list[Candidate]:
    """One candidate where some dates fit all that is said of a stay, else each claim's own, contested."""
    firm = [word for word in stay if word.full] or stay
    bounds = Bounds(
        max(word.own.s1 for word in firm),
        min(word.own.s2 for word in firm),
        max(word.own.e1 for word in firm),
        min(word.own.e2 for word in firm),
    )
    status = Status.DEFINITE if any(word.full for word in stay) else Status.POSSIBLE
    if len(firm) == 1:
        return [_candidate(firm[0].claim.period, status, stay)]
    if bounds.possible:
        return [_candidate(_period(bounds, firm), status, stay)]
    return [_candidate(word.claim.period, Status.CONTESTED, [word], against=stay) for word in stay]


def _candidate(period: Period, status: Status, words: list[Word], *, against: Sequence[Word] = ()) -> Candidate:
    return Candidate(
        value=period,
        holds=True,
        status=status,
        last_confirmed=None,
        claims=tuple(word.claim for word in words),
        against=tuple(word.claim for word in against if word not in words),
    )


def _period(bounds: Bounds, words: Sequence[Word]) -> Period:
    """The period that bounds stand for, still open only where everybody says so."""
    start = None if math.isinf(bounds.s1) and math.isinf(bounds.s2) else ImpreciseDate.between(bounds.s1, bounds.s2)
    kinds = {word.claim.period.end_kind for word in words}
    if kinds == {EndKind.OPEN}:
        return Period(start=start, end=ImpreciseDate.parse(".."))
    unbounded = math.isinf(bounds.e1) and math.isinf(bounds.e2)
    return Period(start=start, end=None if unbounded else ImpreciseDate.between(bounds.e1, bounds.e2))


def _of_parts(records: Records, candidates: Sequence[Candidate], asked: object) -> tuple[str, ...]:
    """Which candidates are those of a part of the operation that was asked about."""
    remarks: dict[str, None] = {}
    for each in candidates:
        for claim in each.claims:
            if isinstance(claim, OperationStatus) and isinstance(asked, str) and claim.of != asked:
                part, whole = records.label(claim.of), records.label(asked)
                remarks[f"{claim.id} is about {part}, a part of {whole}: it says nothing of the whole"] = None
    return tuple(remarks)


def _order(period: Period) -> tuple[float, float]:
    bounds = period.bounds()
    return bounds.s2, bounds.e1


def _label(records: Records, value: object) -> str:
    return records.label(value) if isinstance(value, str) else str(value)
