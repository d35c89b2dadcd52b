"""From grades to an answer: the value, the evidence, what is nearest, and what was assumed."""

import math
from collections.abc import Iterable
from typing import Any, Final

from oirmodel.claims import Claim, Rivalry
from oirmodel.dataset import Records
from oirmodel.query.answer import Answer, Candidate
from oirmodel.query.grade import Grade, Status
from oirmodel.query.inquiry import Inquiry
from oirmodel.query.words import Word, is_lasting
from oirmodel.temporal import EndKind, ImpreciseDate, Span
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["answer", "assumptions_of", "nearest_to", "summed_up", "tone_in_words", "view_in_words"]

_NEAREST: Final = 3


def answer(inquiry: Inquiry, question: str, *, remarks: tuple[str, ...] = ()) -> Answer:
    """The answer to an inquiry, its candidates the best first."""
    matter, asked = inquiry.matter, inquiry.asked
    status, value, candidates = summed_up(inquiry.grades(), matter.kind, asked.first, asked.last, inquiry.value)
    used = {claim.id for each in candidates for claim in (*each.claims, *each.against)}
    evidence = [claim for each in candidates for claim in each.claims]
    return Answer(
        question=f"{question} {asked}{view_in_words(matter.records)}{tone_in_words(matter.reading.modality)}?",
        status=status,
        value=value,
        candidates=candidates,
        nearest=nearest_to((c for c, _ in matter.claims if c.id not in used), matter.records, asked.first, asked.last),
        assumptions=assumptions_of(evidence),
        remarks=remarks,
        records=matter.records,
        inquiry=inquiry,
    )


def summed_up(
    grades: Iterable[Grade], kind: type[Claim], first: float, last: float, only: object = None
) -> tuple[Status, Any, tuple[Candidate, ...]]:
    """The status, the value and the candidates that graded values, the best first, come to."""
    candidates = tuple(_candidate(grade, first, last) for grade in grades)
    status = candidates[0].status if candidates else Status.NO_EVIDENCE
    values = tuple(each.value for each in candidates if each.holds and each.status is status)
    several = len(values) > 1 or (kind.grammar.rivalry is Rivalry.NONE and only is None)
    return status, (None if not values else values if several else values[0]), candidates


def view_in_words(records: Records) -> str:
    """What a question says of the view that it is asked of."""
    return f", as known on {records.known_on}" if records.known_on is not None else ""


def tone_in_words(modality: Modality | None) -> str:
    """What a question says of the claims that it asks, where they are not those of what was so."""
    return "" if modality is None else f", as {modality.value}"


def _candidate(grade: Grade, first: float, last: float) -> Candidate:
    return Candidate(
        value=grade.value,
        holds=grade.holds,
        status=grade.status,
        last_confirmed=_confirmed(grade, first, last),
        claims=tuple(word.claim for word in grade.words),
        against=tuple(word.claim for word in grade.against),
    )


def _confirmed(grade: Grade, first: float, last: float) -> ImpreciseDate | None:
    """When the words of a grade last had it so: the time asked for where they are certain of it, else their own."""
    if grade.status in (Status.DEFINITE, Status.CONTESTED) and math.isfinite(first) and first == last:
        return ImpreciseDate.between(first, first)
    spans = [span for word in grade.words if (span := _word_day(word)) is not None and span.first <= last]
    if not spans:
        return None
    latest = max(spans, key=lambda span: (span.last, span.first))
    return ImpreciseDate.between(*latest)


def _word_day(word: Word) -> Span | None:
    """The day on which a word had surely come true, as vague as its claim leaves it."""
    s1, s2, e1, e2 = word.own
    if not word.own.possible:
        return None
    if word.claim.period.end_kind is EndKind.OPEN:
        return word.claim.said
    if not is_lasting(word):
        span = Span(max(e1, s1), e2) if word.affirms else Span(min(s2, e1), max(s2, e1))
    else:
        span = Span(min(s2, e1), max(s2, e1))
    return span if math.isfinite(span.last) else None


def nearest_to(claims: Iterable[Claim], records: Records, first: float, last: float) -> tuple[Claim, ...]:
    """Of the claims that stand in the view, those whose time is closest to the one asked for."""
    standing = {claim.id: claim for claim in claims if records.standing(claim).truth is not Truth.NO}

    def distance(claim: Claim) -> tuple[float, str]:
        s1, s2, e1, e2 = records.bounds(claim)
        known = [bound for bound in (min(s2, e1), max(s2, e1), s1, e2) if math.isfinite(bound)]
        if not known:
            return math.inf, claim.id
        return max(0, min(known) - last, first - max(known)), claim.id

    return tuple(sorted(standing.values(), key=distance)[:_NEAREST])


def assumptions_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What the encoders of some claims filled in, and what was assumed in reading their dates."""
    assumed: dict[str, None] = {}
    for claim in claims:
        for each in claim.assumptions:
            assumed[each] = None
        for date in (claim.period.start, claim.period.end):
            if date is not None and date.names_no_hemisphere:
                assumed[f"{date}: a season of the northern hemisphere, by meteorological months"] = None
            if date is not None and date.qualifier:
                sort = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}[date.qualifier]
                assumed[f"{date}: the source calls this date {sort}; its bounds were not widened for that"] = None
    return tuple(assumed)
