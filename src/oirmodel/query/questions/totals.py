"""How many over a window: totals, which are never split over time or places."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from oirmodel.claims import Casualties, StrengthChange, Tally
from oirmodel.dataset import Records
from oirmodel.errors import InvalidQuestion
from oirmodel.quantity import Quantity, Wording
from oirmodel.query.answer import Answer, Around
from oirmodel.query.answering import view_in_words, with_tolerance
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.questions.asking import Ref, chosen_of, reading, sites
from oirmodel.query.questions.figures import Places
from oirmodel.query.rules import Relations
from oirmodel.query.sameness import Sameness
from oirmodel.query.words import Reading, Word, gather
from oirmodel.temporal import Bounds, DateLike, Span, read_window
from oirmodel.truth import Truth
from oirmodel.vocab import Counted, Harm, Modality, StrengthShift, Victims

__all__ = ["Match", "totals"]

_LIMITS: Final = frozenset({Wording.NONE, Wording.AT_MOST, Wording.FEWER_THAN})
_HARMED: Final = frozenset({Harm.KILLED, Harm.WOUNDED})
_BEST_FIRST: Final = (Status.CONTESTED, Status.DEFINITE, Status.POSSIBLE)
_Total = Tally | Casualties | StrengthChange
_Unit = Counted | Harm | StrengthShift
_TOTALS: Final[Mapping[type[_Total], tuple[_Unit, ...]]] = {
    Tally: tuple(Counted),
    Casualties: tuple(Harm),
    StrengthChange: tuple(each for each in StrengthShift if each is not StrengthShift.UNSTATED),
}
"""Each kind of total, with what can be asked of it."""


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
    what: Counted | Harm | StrengthShift | str,
    *,
    during: DateLike,
    match: Match | str = Match.EXACTLY,
    of: Ref | None = None,
    by: Ref | None = None,
    at: Ref | Iterable[Ref] | None = None,
    who: Ref | None = None,
    victims: Victims | str | None = None,
    counted: Counted | str | None = None,
    modality: Modality | str | None = None,
) -> Answer:
    """
    How many strikes, sorties or munitions (tallies), how many killed, wounded or harmed (casualties), in a window.

    And how large a surge, a reinforcement or a drawdown was (changes of strength), in people unless ``counted`` names
    something else. A change of which the source gives no number has its share as value, such as
    :attr:`~oirmodel.vocab.Proportion.MAJORITY`, or ``None`` where it gives none either; that is not zero.

    A total is never split over time or places: it answers for its own window and its own places. With
    ``match="contained"`` or ``"overlapping"`` the totals of other windows are listed, each as it is. Only a stated none
    holds for every part of its window, and a stated "at most" or "fewer than" limits each.

    ``of`` is an operation or event, or the force that changed; ``by`` whose strikes they were, ``at`` one place or
    several that were counted together (a total for parts of a place, for it mainly or for it among others is not its
    own, and only among the nearest), ``who`` whose people were harmed and ``victims`` as what they are described;
    what is left out is not asked about. Raises :class:`~oirmodel.errors.InvalidQuestion`.

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
    if counted is not None and kind is not StrengthChange:
        raise InvalidQuestion(f"counted= goes with a change of strength; {unit.value} are counted themselves")
    changed = chosen_of(Counted, Counted.PERSONNEL if counted is None else counted, "counted=")
    wanted = {"of": of, "by": by, "who": who}
    ids = {name: records.entity(ref).id for name, ref in wanted.items() if ref is not None}
    places = None if at is None else sites(records, at)
    described = None if victims is None else chosen_of(Victims, victims, "victims=")
    window = read_window(during)
    how = chosen_of(Match, match, "match=")
    same = Sameness(records, window.first, window.last)
    asked_of = [
        claim
        for claim in records.store.by_kind.get(kind.kind, ())
        if isinstance(claim, Tally | Casualties | StrengthChange)
        and _counts(claim, unit, changed)
        and all(_joined(same, getattr(claim, name, None), an_id) for name, an_id in ids.items())
        and described in (None, getattr(claim, "victims", None))
    ]
    here = None if places is None else Places(records, places)
    fitting = [claim for claim in asked_of if here is None or here.have(claim.at, claim.spread)]
    asked = f"How many {unit.value}" if kind is not StrengthChange else f"How large the {unit.value} of {changed.value}"
    asked += _in_words(records, kind, ids, places)
    question = f"{asked} during {during}{view_in_words(records)}?"
    totals_read = _Totals(fitting, window, how, reading(modality, 0, None))
    return totals_read.answer(records, question, [each for each in asked_of if each not in fitting])


class _Totals:
    """The totals that a question is about, and how they fit the window asked for."""

    def __init__(self, claims: Sequence[_Total], window: Span, match: Match, how: Reading) -> None:
        self._claims, self._window, self._match, self._how = claims, window, match, how

    def answer(self, records: Records, question: str, others: Sequence[_Total]) -> Answer:
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
        return with_tolerance(
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

    def _fits(self, bounds: Bounds, value: object) -> Truth:
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
        return exact | bounds.throughout(first, last) if _is_limit(value) else exact

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
    if not _is_limit(limit.value) or not (limit.own.possible and other.own.possible):
        return False
    return limit.own.throughout(other.own.s1, other.own.e2) is Truth.YES


def _is_limit(value: object) -> bool:
    return isinstance(value, Quantity) and value.wording in _LIMITS


def _each_value(words: Iterable[Word]) -> list[Word]:
    return list({(word.value, word.affirms): word for word in reversed(list(words))}.values())[::-1]


def _counts(claim: _Total, unit: _Unit, changed: Counted) -> bool:
    """Whether a total counts what is asked for; that none were harmed says that none were killed, and none wounded."""
    if isinstance(claim, Tally):
        return claim.counted is unit
    if isinstance(claim, StrengthChange):
        # That more may come is not that more came.
        return claim.shift is unit and claim.counted is changed and claim.basis.is_level
    implied = unit in _HARMED and claim.harm is Harm.HARMED and claim.quantity.wording is Wording.NONE
    return claim.harm is unit or implied


def _joined(sameness: Sameness, held: str | None, asked: str) -> bool:
    return held is not None and sameness.one(held) == sameness.one(asked)


def _unit(what: _Unit | str) -> tuple[type[_Total], _Unit]:
    for kind, units in _TOTALS.items():
        for unit in units:
            if what == unit.value:
                return kind, unit
    known = ", ".join(each.value for units in _TOTALS.values() for each in units)
    raise InvalidQuestion(f"nobody counts {what!r} here; what is counted is {known}")


def _in_words(records: Records, kind: type[_Total], ids: Mapping[str, str], places: frozenset[str] | None) -> str:
    words = {"of": "of" if kind is StrengthChange else "in", "by": "by", "who": "of"}
    asked = [f" {words[name]} {records.label(an_id)}" for name, an_id in ids.items()]
    if places:
        asked.append(" in " + " and ".join(records.label(each) for each in sorted(places)))
    return "".join([*asked, " was"] if kind is StrengthChange else asked)
