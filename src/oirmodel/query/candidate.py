"""What the evidence makes of each value: the candidates of an answer, the best first."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from attrs import frozen

from oirmodel.claims import Claim, Rivalry
from oirmodel.query.grade import Grade, Status
from oirmodel.query.words import Word
from oirmodel.temporal import EndKind, ImpreciseDate, Span

__all__ = ["BEST_FIRST", "Candidate", "Summary", "best_of", "date_of", "ranked", "summed_up"]

BEST_FIRST: Final = (Status.CONTESTED, Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE)
_OF_THE_DAY: Final = frozenset({Status.DEFINITE, Status.CONTESTED})


@frozen(kw_only=True)
class Candidate:
    """One value that the evidence speaks of, graded by itself."""

    value: Any
    """An id, a quantity, a status, an aim or a period, as the question has it."""
    holds: bool
    """Whether it is graded as a yes; the grade of a no says how surely it was not so."""
    status: Status
    last_confirmed: ImpreciseDate | None
    """When the evidence last surely had it so, or not so; imprecise where the sighting was."""
    claims: tuple[Claim, ...]
    """What carries the grade."""
    against: tuple[Claim, ...] = ()
    """What speaks against it."""


class Summary(NamedTuple):
    """What graded values come to: the status and the value of the best that is a yes, and every candidate."""

    status: Status
    value: Any
    candidates: tuple[Candidate, ...]
    of_the_day: tuple[bool, ...] = ()
    """Which of the candidates the evidence confirms on the very day that is asked about, whichever that is."""

    def on(self, day: ImpreciseDate) -> "Summary":
        """The summary of one of the days that it is true of."""
        candidates = [
            _confirmed_on(day, each) if confirmed else each
            for each, confirmed in zip(self.candidates, self.of_the_day, strict=True)
        ]
        return Summary(self.status, self.value, tuple(candidates), self.of_the_day)


def summed_up(grades: Iterable[Grade], kind: type[Claim], first: float, last: float, only: object = None) -> Summary:
    """What graded values come to at a time, ``only`` being the one that was asked about, if it was one."""
    graded = ranked(grades)
    candidates = tuple([_candidate(grade, first, last) for grade in graded])
    status = candidates[0].status if candidates else Status.NO_EVIDENCE
    values = tuple(each.value for each in candidates if each.holds and each.status is status)
    several = len(values) > 1 or (kind.grammar.rivalry is Rivalry.NONE and only is None)
    value = None if not values else values if several else values[0]
    return Summary(status, value, candidates, tuple([_is_of_the_day(grade, last) for grade in graded]))


def _confirmed_on(day: ImpreciseDate, candidate: Candidate) -> Candidate:
    return Candidate(
        value=candidate.value,
        holds=candidate.holds,
        status=candidate.status,
        last_confirmed=day,
        claims=candidate.claims,
        against=candidate.against,
    )


def best_of(grades: Iterable[Grade]) -> Grade | None:
    """The best grade that is a yes; the first of several."""
    yes = [grade for grade in grades if grade.holds]
    return min(yes, key=lambda grade: BEST_FIRST.index(grade.status), default=None)


def ranked(grades: Iterable[Grade]) -> tuple[Grade, ...]:
    """The grades, every yes before every no, the best first, and of equal ones the earlier begun."""
    return tuple(sorted(grades, key=lambda each: (not each.holds, BEST_FIRST.index(each.status), _began(each))))


def _began(grade: Grade) -> tuple[float, float, str]:
    """When it began and ended: of two that were there on one day, who left on it comes before who stayed."""
    began = min((word.own.s2 for word in grade.words), default=0)
    return began, max((word.bounds.e2 for word in grade.words), default=0), str(grade.value)


def _candidate(grade: Grade, first: float, last: float) -> Candidate:
    return Candidate(
        value=grade.value,
        holds=grade.holds,
        status=grade.status,
        last_confirmed=_confirmed(grade, first, last),
        claims=tuple([word.claim for word in grade.words]),
        against=tuple([word.claim for word in grade.against]),
    )


def _confirmed(grade: Grade, first: float, last: float) -> ImpreciseDate | None:
    """When the words of a grade last had it so: the time asked for where they are certain of it, else their own."""
    if grade.status in _OF_THE_DAY and math.isfinite(first) and first == last:
        return _between(first, first)
    said = (_word_day(word) if grade.holds else _day_against(word, grade.value, last) for word in grade.words)
    spans = [span for span in said if span is not None and span.first <= last]
    if not spans:
        return None
    latest = max(spans, key=lambda span: (span.last, span.first))
    return _between(*latest)


_between = lru_cache(maxsize=16_384)(ImpreciseDate.between)  # the same few days are named again and again


def date_of(day: float) -> ImpreciseDate:
    """A day as a date."""
    return _between(day, day)


def _is_of_the_day(grade: Grade, day: float) -> bool:
    """Whether a grade is confirmed on the day itself: it is certain, or a denial covers the day."""
    if grade.status in _OF_THE_DAY:
        return True
    return not grade.holds and any(_covers(word, day) for word in grade.words)


def _covers(denial: Word, day: float) -> bool:
    return not denial.affirms and denial.own.s2 <= day <= denial.own.e1


def _day_against(word: Word, value: object, last: float) -> Span | None:
    """The day of a word against a value: a rival's start, the day up to which a denial covers it, an end of its own."""
    if word.affirms and word.value != value:
        sure = word.own.s2 <= word.own.e1
        return Span(word.own.s2 if sure else word.own.s1, word.own.s2)
    if _covers(word, last):
        return Span(last, last)
    return _word_day(word)


def _word_day(word: Word) -> Span | None:
    """The day on which a word had surely come true, as vague as its claim leaves it."""
    s1, s2, e1, e2 = word.own
    if not word.own.possible:
        return None
    if word.claim.period.end_kind is EndKind.OPEN:
        said = word.claim.said
        return Span(max(e1, said.first), max(e1, said.last))  # by the calendar of the place
    if word.affirms and e2 < math.inf:
        return Span(max(e1, s1), e2)
    # Where some days are certain it is the last of them, else some day between the two bounds.
    span = Span(e1, e1) if s2 <= e1 else Span(max(s1, e1), s2)
    return span if math.isfinite(span.last) else None
