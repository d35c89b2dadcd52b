"""How many: strengths, which hold on days, and totals, which count over windows."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from attrs import evolve

from oirmodel.claims import Casualties, Strength, Tally
from oirmodel.dataset import Records
from oirmodel.entities import Force, Organization, Person
from oirmodel.errors import InvalidQuestion
from oirmodel.quantity import Quantity, Wording
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import view_in_words
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.questions.asking import Ref, about, ask, hemisphere_of, reading, sites
from oirmodel.query.rules import Relations
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import read_asked
from oirmodel.query.words import Reading, Word, gather
from oirmodel.temporal import Bounds, DateLike, Hemisphere, Span, read_window
from oirmodel.truth import Truth
from oirmodel.vocab import Counted, CountingBasis, Harm, Modality, Victims

__all__ = ["Match", "strength", "totals"]

_ACTORS: Final = (Force, Organization, Person)
_LIMITS: Final = frozenset({Wording.NONE, Wording.AT_MOST, Wording.FEWER_THAN})
_HARMED: Final = frozenset({Harm.KILLED, Harm.WOUNDED})
_BEST_FIRST: Final = (Status.CONTESTED, Status.DEFINITE, Status.POSSIBLE)
Total = Tally | Casualties
E = TypeVar("E", bound=StrEnum)


def strength(
    records: Records,
    of: Ref,
    *,
    at: Ref | Iterable[Ref],
    on: DateLike | None = None,
    during: DateLike | None = None,
    throughout: DateLike | None = None,
    counted: Counted | str = Counted.PERSONNEL,
    basis: CountingBasis | str | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Answer:
    """
    How many people or things a force had at a place.

    A figure for several places together is found only by asking for all of them, and a place's figure never by asking
    for its whole or its part. Without a ``basis`` every counting basis is a candidate of its own. A figure is presumed
    forward and never carried back. See :func:`who_controlled` for the other arguments.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> answer = strength(data, "us-forces", at="Iraq", on="2025-01-07")
    >>> print(answer.value)
    about 2,500
    >>> answer.value.at_least(2500)
    <Truth.MAYBE: 'maybe'>
    """
    entity = records.entity(of, *_ACTORS)
    places = sites(records, at)
    unit = _choice(Counted, counted, "counted=")
    wanted = None if basis is None else _choice(CountingBasis, basis, "basis=")
    claims = [
        (claim, detail)
        for claim, detail in about(records, Strength, entity.id)
        if isinstance(claim, Strength)
        and frozenset(claim.at) == places
        and claim.counted is unit
        and wanted in (None, claim.basis)
    ]
    where = " and ".join(records.label(each) for each in sorted(places))
    answered = ask(
        records,
        Strength,
        claims,
        read_asked(on=on, during=during, throughout=throughout, hemisphere=hemisphere_of(hemisphere)),
        f"How many {unit.value} {records.label(entity.id)} had in {where}",
        how=reading(modality, padding, None, hemisphere),
        max_age=max_age,
    )
    return _with_remarks(answered)


class Match(StrEnum):
    """How the window of a total may lie to the window asked for."""

    EXACTLY = "exactly"
    """The same window; or any that surely contains it, for a stated none and a stated upper limit."""
    CONTAINED = "contained"
    """Wholly within the window asked for."""
    OVERLAPPING = "overlapping"
    """With a day in common at least."""


def totals(
    records: Records,
    what: Counted | Harm | str,
    *,
    during: DateLike,
    match: Match | str = Match.EXACTLY,
    of: Ref | None = None,
    by: Ref | None = None,
    at: Ref | Iterable[Ref] | None = None,
    who: Ref | None = None,
    victims: Victims | str | None = None,
    modality: Modality | str | None = None,
) -> Answer:
    """
    How many strikes, sorties or munitions (tallies), or how many killed, wounded or harmed (casualties), in a window.

    A total is never split over time or places: it answers for its own window and its own places. With
    ``match="contained"`` or ``"overlapping"`` the totals of other windows are listed, each as it is. Only a stated none
    holds for every part of its window, and a stated "at most" or "fewer than" limits each.

    ``of`` is an operation or event, ``by`` whose strikes they were, ``at`` one place or several that were counted
    together, ``who`` whose people were harmed and ``victims`` as what they are described; what is left out is not asked
    about. Raises :class:`~oirmodel.errors.InvalidQuestion`.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve")
    >>> print(totals(data, "strikes", at=["iraq", "syria"], during="2014-08/2020-09").value)
    34,917
    >>> totals(data, "strikes", during="2016").status
    <Status.NO_EVIDENCE: 'no-evidence'>
    >>> print(totals(data, "killed", who="us-forces", during="2025-01-02").value)
    none
    """
    kind, unit = _unit(what)
    wanted = {"of": of, "by": by, "who": who}
    ids = {name: records.entity(ref).id for name, ref in wanted.items() if ref is not None}
    places = None if at is None else sites(records, at)
    described = None if victims is None else _choice(Victims, victims, "victims=")
    window = read_window(during)
    how = _choice(Match, match, "match=")
    same = Sameness(records, window.first, window.last)
    asked_of = [
        claim
        for claim in records.store.by_kind.get(kind.kind, ())
        if isinstance(claim, Tally | Casualties)
        and _counts(claim, unit)
        and all(_joined(same, getattr(claim, name, None), an_id) for name, an_id in ids.items())
        and described in (None, getattr(claim, "victims", None))
    ]
    fitting = [claim for claim in asked_of if places is None or frozenset(claim.at) == places]
    question = f"How many {_in_words(records, unit, ids, places)} during {during}{view_in_words(records)}?"
    totals_read = _Totals(fitting, window, how, reading(modality, 0, None))
    return totals_read.answer(records, question, [each for each in asked_of if each not in fitting])


class _Totals:
    """The totals that a question is about, and how they fit the window asked for."""

    def __init__(self, claims: Sequence[Total], window: Span, match: Match, how: Reading) -> None:
        self._claims, self._window, self._match, self._how = claims, window, match, how

    def answer(self, records: Records, question: str, others: Sequence[Total]) -> Answer:
        """Each total that fits is a candidate; those that do not, and ``others``, may be the nearest."""
        first, last = self._window
        words = gather(records, ((each, None) for each in self._claims), self._window, self._how)
        fits = {word.claim.id: self._fit(word) for word in words}
        fitting = [word for word in words if fits[word.claim.id] is not Truth.NO]
        sure = [word for word in fitting if fits[word.claim.id] is Truth.YES]
        candidates = [self._candidate(records, each, sure, fitting) for each in _each_value(fitting)]
        candidates.sort(key=lambda each: (not each.holds, _BEST_FIRST.index(each.status)))
        best = candidates[0].status if candidates else Status.NO_EVIDENCE
        values = tuple(each.value for each in candidates if each.holds and each.status is best)
        return _with_remarks(
            Answer(
                question=question,
                status=best,
                value=None if not values else values[0] if len(values) == 1 else values,
                candidates=tuple(candidates),
                around=Around(tuple((each, None) for each in (*self._claims, *others)), first, last),
                records=records,
            )
        )

    def _fit(self, word: Word) -> Truth:
        truth = self._fits(word.own, word.value)
        return truth if word.full else truth & Truth.MAYBE

    def _fits(self, bounds: Bounds, quantity: Quantity) -> Truth:
        """Whether the total's window is one that was asked for."""
        (s1, s2, e1, e2), (first, last) = bounds, self._window
        if not bounds.possible:
            return Truth.MAYBE
        if self._match is Match.OVERLAPPING:
            return bounds.during(first, last)
        if self._match is Match.CONTAINED:
            return Truth.of(certain=s1 >= first and e2 <= last, possible=s2 >= first and e1 <= last)
        exact = Truth.of(
            certain=s1 == s2 == first and e1 == e2 == last, possible=s1 <= first <= s2 and e1 <= last <= e2
        )
        return exact | bounds.throughout(first, last) if quantity.wording in _LIMITS else exact

    def _candidate(self, records: Records, word: Word, sure: Sequence[Word], fitting: Sequence[Word]) -> Candidate:
        sameness = Sameness(records, *self._window)
        relations = Relations(type(word.claim), sameness, ids=False, single=False)
        alike = [each for each in fitting if each.affirms is word.affirms and each.value == word.value]
        certain = [each for each in alike if each in sure]
        against = [
            each
            for each in fitting
            if any(_of_one_window(each, other) and relations.opposed(each, other) for other in alike)
        ]
        known_day = records.known_day
        if certain and against and word.affirms:
            status = Status.CONTESTED
        elif certain and (known_day is None or self._window.last <= known_day):
            status = Status.DEFINITE
        else:
            status = Status.POSSIBLE
        return Candidate(
            value=word.value,
            holds=word.affirms,
            status=status,
            last_confirmed=None,
            claims=tuple(each.claim for each in alike),
            against=tuple(each.claim for each in against),
        )


def _of_one_window(left: Word, right: Word) -> bool:
    """Whether two totals tell of the same time: of one window, or the one limits every part of its own."""
    return left.own == right.own or _limits(left, right) or _limits(right, left)


def _limits(limit: Word, other: Word) -> bool:
    if limit.value.wording not in _LIMITS or not (limit.own.possible and other.own.possible):
        return False
    return limit.own.throughout(other.own.s1, other.own.e2) is Truth.YES


def _each_value(words: Iterable[Word]) -> list[Word]:
    return list({(word.value, word.affirms): word for word in reversed(list(words))}.values())[::-1]


def _counts(claim: Total, unit: Counted | Harm) -> bool:
    """Whether a total counts what is asked for; that none were harmed says that none were killed, and none wounded."""
    if isinstance(claim, Tally):
        return claim.counted is unit
    implied = unit in _HARMED and claim.harm is Harm.HARMED and claim.quantity.wording is Wording.NONE
    return claim.harm is unit or implied


def _joined(sameness: Sameness, held: str | None, asked: str) -> bool:
    return held is not None and sameness.one(held) == sameness.one(asked)


def _unit(what: Counted | Harm | str) -> tuple[type[Total], Counted | Harm]:
    for kind, words in ((Tally, Counted), (Casualties, Harm)):
        if what in [each.value for each in words]:
            return kind, words(what)
    known = ", ".join(each.value for words in (Counted, Harm) for each in words)
    raise InvalidQuestion(f"nobody counts {what!r} here; what is counted is {known}")


def _choice(choices: type[E], value: E | str, name: str) -> E:
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(each.value for each in choices)
        raise InvalidQuestion(f"expected {name} one of {known}, not {value!r}") from None


def _in_words(records: Records, unit: Counted | Harm, ids: Mapping[str, str], places: frozenset[str] | None) -> str:
    words = {"of": "in", "by": "by", "who": "of"}
    asked = [f"{words[name]} {records.label(an_id)}" for name, an_id in ids.items()]
    if places:
        asked.append("in " + " and ".join(records.label(each) for each in sorted(places)))
    return " ".join([unit.value, *asked])


def _with_remarks(answer: Answer) -> Answer:
    """The answer, with what a reader of its quantities should know."""
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    remarks = [
        f"{value} has no bounds of its own: that it is at least {value.number:,} is MAYBE, "
        "unless the reader chooses a tolerance"
        for value in values
        if isinstance(value, Quantity) and value.wording is Wording.ABOUT
    ]
    return evolve(answer, remarks=(*answer.remarks, *remarks))
