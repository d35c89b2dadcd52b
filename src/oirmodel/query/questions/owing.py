"""What was due, overdue or met: commitments on a day, by their terms and by what was said to be done."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from attrs import evolve

from oirmodel.claims import Claim, CommitmentStatus, CommitmentTerms
from oirmodel.dataset import Records, weight
from oirmodel.entities import Agreement, Commitment, Force, Organization, Person
from oirmodel.ids import CommitmentId
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import view_in_words
from oirmodel.query.candidate import BEST_FIRST, Candidate
from oirmodel.query.duties import Duties, Duty, DutyState
from oirmodel.query.grade import Status
from oirmodel.query.questions.asking import Ref, about, ask, hemisphere_of, reading
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import Asked, read_asked
from oirmodel.query.wording import value_in_words
from oirmodel.query.words import speaks_from
from oirmodel.temporal import DateLike, Hemisphere, ImpreciseDate, Span
from oirmodel.truth import Truth
from oirmodel.vocab import Modality, StatusOfCommitment

__all__ = ["commitments"]

_ACTORS: Final = (Force, Organization, Person)
_FIRM: Final = frozenset({Status.DEFINITE, Status.PRESUMED})
_SETTLED: Final = frozenset({DutyState.MET, DutyState.WAIVED})
_LIFTED: Final = _SETTLED | {DutyState.DEFERRED}
"""The states in which a deadline that passed may make nothing overdue."""
_WEAKEST_LAST: Final = (Status.CONTESTED, Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE, Status.NO_EVIDENCE)


def commitments(
    records: Records,
    *,
    on: DateLike,
    agreement: Ref | None = None,
    by: Ref | None = None,
    max_age: int | None = None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Duties:
    """
    What was due, overdue or met on a day: every commitment with its terms and where it stood.

    What a source says was done comes first, as graded on the day: met, partly met, breached, waived, deferred; a plan
    to do it is never that. Where nobody says so, or it is said to be pending, the deadlines decide: it is *due later*
    before the first day that any of them allows, *overdue* after the last that any allows, and *due* between. So two
    sources that differ over the deadline make nothing overdue until both are past; where no day fits both and it
    depends on which is right, the answer is contested, and the remarks name them. That it is overdue is not that it was
    breached.

    Terms of which the source does not say when they held are among them, and make an answer possible at most.
    ``agreement`` keeps the commitments in one, ``by`` those that some account has an actor owe, or what belongs to it.
    Raises :class:`~oirmodel.errors.InvalidQuestion` where ``on`` is more than a day.

    >>> import oirmodel
    >>> from oirmodel.query import Dataset
    >>> told = {"of": "end-of-mission", "reported": "2025-01-07", "modality": "asserted"}
    >>> cited = [oirmodel.Citation(source="src")]
    >>> period = oirmodel.Period.parse("2024-09-27/..")
    >>> terms = oirmodel.CommitmentTerms(
    ...     by="coalition", what="end the mission", due="2025-09", period=period, citations=cited, **told
    ... )
    >>> commitment = oirmodel.Commitment(id="end-of-mission", agreement="statement")
    >>> statement, coalition = oirmodel.Agreement(id="statement"), oirmodel.Force(id="coalition")
    >>> data = Dataset(entities=[statement, commitment, coalition], claims=[terms])
    >>> for day in ("2025-08-31", "2025-09-15", "2025-10-01"):
    ...     (duty,) = commitments(data, on=day)
    ...     print(day, duty.value, duty.status, duty.overdue.value)
    2025-08-31 due-later presumed no
    2025-09-15 due presumed maybe
    2025-10-01 overdue presumed yes
    """
    season = hemisphere_of(hemisphere)
    asked = read_asked(on=on, hemisphere=season)
    sameness = Sameness(records, asked.first, asked.last)
    wanted = None if agreement is None else records.entity(agreement, Agreement).id
    actor = None if by is None else records.entity(by, *_ACTORS).id

    def is_wanted(duty: Duty) -> bool:
        if wanted is not None and (duty.agreement is None or sameness.one(duty.agreement) != sameness.one(wanted)):
            return False
        return actor is None or any(each.by is not None and _is_of(sameness, each.by, actor) for each in duty.terms)

    found = [_duty(records, each, asked, season, max_age) for each in _told_of(records, sameness)]
    kept = sorted((each for each in found if is_wanted(each)), key=lambda each: (each.agreement or "", each.commitment))
    within = "" if wanted is None else f" in {records.label(wanted)}"
    owed = "" if actor is None else f", owed by {records.label(actor)}"
    question = f"Where the commitments{within}{owed} stood {asked}{view_in_words(records)}?"
    return Duties(question=question, duties=tuple(kept), records=records)


def _is_of(sameness: Sameness, one: str, whole: str) -> bool:
    return sameness.one(one) == sameness.one(whole) or sameness.belongs(one, whole)


def _told_of(records: Records, sameness: Sameness) -> Iterator[str]:
    """The commitments of which the view says anything, each under the first of the ids that are one with it."""
    seen: set[str] = set()
    told = {each.of for each in records.claims(CommitmentTerms)} | {
        each.of for each in records.claims(CommitmentStatus)
    }
    for each in sorted(told):
        if sameness.one(each) not in seen:
            seen.add(sameness.one(each))
            yield each


class _Deadlines(NamedTuple):
    """The deadlines that stand on a day, and how surely."""

    day: float
    dates: tuple[tuple[ImpreciseDate, Span], ...]
    status: Status
    claims: tuple[Claim, ...]
    against: tuple[Claim, ...]

    @property
    def state(self) -> DutyState:
        if not self.dates:
            return DutyState.NO_DEADLINE
        if self.passed is Truth.YES:
            return DutyState.OVERDUE
        is_before = all(self.day < days.first for _, days in self.dates)
        return DutyState.DUE_LATER if is_before else DutyState.DUE

    @property
    def passed(self) -> Truth:
        """Whether the deadline has passed, whichever day of which account it was."""
        return Truth.of(
            certain=bool(self.dates) and all(self.day > days.last for _, days in self.dates),
            possible=any(self.day > days.first for _, days in self.dates),
        )


def _duty(records: Records, commitment: str, asked: Asked, season: Hemisphere, max_age: int | None) -> Duty:
    how = reading(None, 0, None, season)
    named = records.label(commitment)
    terms, said = (
        ask(
            records,
            kind,
            about(records, kind, commitment),
            asked,
            question,
            how=how,
            subject=commitment,
            max_age=max_age,
        )
        for kind, question in ((CommitmentTerms, f"The terms of {named}"), (CommitmentStatus, f"Where {named} stood"))
    )
    accounts = _terms_among(each for each, _ in terms.around.claims)
    undated = [each for each in accounts if _is_undated(records, each, asked)]
    deadlines = _deadlines(terms, undated, asked, season)
    candidates = _candidates(said, deadlines)
    yes = [each for each in candidates if each.holds]
    entity = records.entities.get(commitment)
    standing = (claim for each in terms.candidates if each.holds for claim in each.claims)
    told = {each.id: each for each in (*_terms_among(standing), *undated)}
    best = candidates[0].status if candidates else Status.NO_EVIDENCE
    values = tuple(each.value for each in yes if each.status is best)
    return Duty(
        commitment=CommitmentId(commitment),
        agreement=entity.agreement if isinstance(entity, Commitment) else None,
        answer=Answer(
            question=said.question,
            status=best,
            value=None if not values else values[0] if len(values) == 1 else values,
            candidates=candidates,
            remarks=tuple(_remarks(records, deadlines, undated, yes)),
            records=records,
            around=Around((*terms.around.claims, *said.around.claims), asked.first, asked.last),
        ),
        terms=tuple(told[an_id] for an_id in sorted(told)),
        deadlines=tuple(date for date, _ in deadlines.dates),
        overdue=_overdue(records, deadlines, yes),
    )


def _overdue(records: Records, deadlines: _Deadlines, yes: Sequence[Candidate]) -> Truth:
    """Whether the deadline has passed, with nothing done."""
    doubts = [each.value in _LIFTED for each in yes]
    if len(yes) == 1 and yes[0].value in _SETTLED and yes[0].status in _FIRM:
        return Truth.NO
    is_ahead = records.known_day is not None and deadlines.day > records.known_day
    return deadlines.passed & Truth.MAYBE if is_ahead or any(doubts) else deadlines.passed


def _terms_among(claims: Iterable[Claim]) -> Iterator[CommitmentTerms]:
    return (each for each in claims if isinstance(each, CommitmentTerms))


def _is_undated(records: Records, claim: CommitmentTerms, asked: Asked) -> bool:
    """Whether an account of the terms stands, and neither says that they held on the day nor that they did not."""
    counts = weight(claim.modality) & records.standing(claim).throughout(asked.first, asked.last)
    affirmed = claim.modality is not Modality.DENIED and counts is not Truth.NO
    return affirmed and asked.first < speaks_from(records.bounds(claim))


def _deadlines(terms: Answer, undated: Sequence[CommitmentTerms], asked: Asked, season: Hemisphere) -> _Deadlines:
    """The deadlines of the accounts that stand, as the engine grades them, and of those that say nothing of the day."""
    standing = [each for each in terms.candidates if each.holds]
    dates = {each.value: None for each in standing} | {each.due: None for each in undated}
    spans = [(date, date.local(None, hemisphere=season)) for date in dates if date is not None]
    graded = [each.status for each in standing if not spans or each.value is not None]
    graded += [Status.POSSIBLE for each in undated if not spans or each.due is not None]
    states = {_Deadlines(asked.first, (each,), Status.POSSIBLE, (), ()).state for each in spans}
    # What follows from each account alone is as sure as the best; what takes several is as sure as the weakest.
    chosen = min if len(states) < 2 or Status.CONTESTED in graded else max  # noqa: PLR2004 - one state for all
    status = chosen(graded, key=_WEAKEST_LAST.index, default=Status.NO_EVIDENCE)
    sure = {each.value for each in standing if each.status in _FIRM}
    firm = [days for date, days in spans if date in sure]
    if len(states) > 1 and any(_share_no_day(*pair) for pair in itertools.combinations(firm, 2)):
        status = Status.CONTESTED  # it depends on which of them is right
    claims = [claim for each in standing for claim in each.claims]
    return _Deadlines(
        asked.first,
        tuple(sorted(spans, key=lambda each: (each[1].last, each[1].first, each[0].text))),
        status,
        tuple({each.id: each for each in (*claims, *undated)}.values()),
        tuple({claim.id: claim for each in standing for claim in each.against}.values()),
    )


def _share_no_day(days: Span, others: Span) -> bool:
    return days.last < others.first or others.last < days.first


def _candidates(said: Answer, deadlines: _Deadlines) -> tuple[Candidate, ...]:
    """What was said to be done and, unless that is sure, what follows from the deadlines; the best first."""
    told = [each for each in said.candidates if each.holds]
    pending = [each for each in told if each.value is StatusOfCommitment.PENDING]
    done = [_as_state(each) for each in told if each.value is not StatusOfCommitment.PENDING]
    undone = [
        _as_state(each) for each in said.candidates if not each.holds and each.value is not StatusOfCommitment.PENDING
    ]
    is_open = any(each.status is not Status.POSSIBLE for each in pending)
    if (is_open or all(each.status is Status.POSSIBLE for each in done)) and (deadlines.claims or pending):
        done.append(_by_deadline(deadlines, pending, doubted=bool(done) and not is_open))
    done.sort(key=lambda each: BEST_FIRST.index(each.status))
    return (*done, *undone)


def _as_state(said: Candidate) -> Candidate:
    return evolve(said, value=DutyState(said.value.value))


def _by_deadline(deadlines: _Deadlines, pending: Sequence[Candidate], *, doubted: bool) -> Candidate:
    """What follows from the deadlines, ``doubted`` where it may have been done after all."""
    status = deadlines.status if deadlines.claims else pending[0].status
    if any(each.status is Status.CONTESTED for each in pending):
        status = Status.CONTESTED
    elif doubted:
        status = max(status, Status.POSSIBLE, key=_WEAKEST_LAST.index)
    return Candidate(
        value=deadlines.state,
        holds=True,
        status=status,
        last_confirmed=None,
        claims=(*deadlines.claims, *(claim for each in pending for claim in each.claims)),
        against=(*deadlines.against, *(claim for each in pending for claim in each.against)),
    )


def _remarks(
    records: Records, deadlines: _Deadlines, undated: Sequence[CommitmentTerms], yes: Sequence[Candidate]
) -> Iterator[str]:
    for (one, days), (other, others) in itertools.combinations(deadlines.dates, 2):
        if _share_no_day(days, others):
            texts = f"{value_in_words(records, one)} and {value_in_words(records, other)}"
            yield f"two deadlines of this commitment share no day: {texts}"
    for each in undated:
        yield f"{each.id} does not say that its terms held on the day"
    if any(each.value is DutyState.OVERDUE for each in yes):
        yield "a deadline that passed is not by itself a breach"
