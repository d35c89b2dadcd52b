"""How one day is graded: for every value that anybody claims, yes or no, and how surely."""

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from oirmodel.claims import Being
from oirmodel.query.rules import Relations, clash, disputed
from oirmodel.query.words import UNSTATED, Word, is_lasting, is_silent, last_day
from oirmodel.truth import Truth

__all__ = ["Grade", "Grading", "Status"]


class Status(StrEnum):
    """How far the evidence of a view carries an answer."""

    CONTESTED = "contested"
    """Evidence that says yes conflicts with evidence that does not say no; or the dates of one stay are disputed."""
    DEFINITE = "definite"
    """Standing evidence says so, and nothing conflicts with it."""
    PRESUMED = "presumed"
    """Nothing says so of that day, but the last word before it stands; see how old it is."""
    POSSIBLE = "possible"
    """The evidence leaves it open, or the day lies between two words."""
    NO_EVIDENCE = "no-evidence"
    """Nothing speaks to it. That is not a no."""


class Grade(NamedTuple):
    """What the evidence makes of one value on one day."""

    value: object
    holds: bool
    """Whether the grade is that of a yes."""
    status: Status
    words: tuple[Word, ...]
    """The words that carry it."""
    against: tuple[Word, ...] = ()
    """The words that speak against it."""
    key: object = None
    """What the grades of one candidate on different days share."""


def _yes(value: object, status: Status, words: Iterable[Word], against: Iterable[Word] = ()) -> Grade:
    return Grade(value=value, holds=True, status=status, words=tuple(words), against=tuple(against))


def _no(value: object, status: Status, words: Iterable[Word], against: Iterable[Word] = ()) -> Grade:
    return Grade(value=value, holds=False, status=status, words=tuple(words), against=tuple(against))


class _Dated(NamedTuple):
    """A word, and the day from which it is the last word."""

    day: float
    word: Word
    ends: bool = False
    """Whether it speaks against by the end that it asserts."""


class Grading(NamedTuple):
    """The words of one question on one day, opposed words in order, and how they bear on each other."""

    words: Sequence[Word]
    relations: Relations
    being: Being
    day: float
    planned: bool = False
    """Whether the question is about plans or predictions."""
    max_age: float = math.inf
    """After how many days the last word no longer carries a presumption."""
    about: object = None
    """The one value that is asked about; ``None`` asks which there are, each under the broadest it belongs to."""

    def grades(self) -> tuple[Grade, ...]:
        """The grade of every value that the words speak of, each by itself; the broadest names its members."""
        claimed: dict[object, object] = {}
        for word in sorted(self.words, key=lambda word: str(word.value)):
            claimed.setdefault(self.relations.key(word), word.value)
        if self.about is not None:
            claimed.setdefault(self.relations.one(self.about), self.about)
        graded = [
            grade._replace(key=key) for key, value in claimed.items() if (grade := self._grade(key, value)) is not None
        ]
        return self._broadest(graded) if self.about is None else tuple(graded)

    def _grade(self, key: object, value: object) -> Grade | None:
        own = [word for word in self.words if word.affirms and self.relations.key(word) == key]
        denials = [word for word in self.words if not word.affirms and self._denies(word, own, key)]
        rivals = [word for word in self.words if word.affirms and self._rivals(word, own, value)]
        return (
            self._certain_yes(value, own, [*denials, *rivals])
            or self._certain_no(value, own, denials, rivals)
            or (self._last_word(value, own, denials, rivals) if self.being is Being.HOLDS else None)
            or self._open(value, own, denials)
        )

    def _denies(self, denial: Word, own: Sequence[Word], key: object) -> bool:
        if not own:
            return denial.detail == UNSTATED and self.relations.key(denial) == key
        return any(self.relations.denies(denial, word) for word in own)

    def _rivals(self, word: Word, own: Sequence[Word], value: object) -> bool:
        if not own:
            return self.relations.shuts_out(word, value)
        return any(word is not each and self.relations.rivals(word, each) for each in own)

    def _truth(self, word: Word) -> Truth:
        """What a word says of the day; a silent word says nothing, which here counts as a no."""
        return Truth.NO if is_silent(word, self.day) else word.truth(self.day, self.day)

    def _certain_yes(self, value: object, own: Sequence[Word], opposed: Sequence[Word]) -> Grade | None:
        yes = [word for word in own if self._truth(word) is Truth.YES]
        dated = yes
        if self.planned or self.being is Being.EXTENT:
            dated = [word for word in own if self._truth(word) is not Truth.NO]
        against = [word for word in opposed if self._truth(word) is not Truth.NO]
        clashing = [
            word for word in against if any(self.relations.opposed(word, each) and clash(word, each) for each in yes)
        ]
        clashing += [word for word in own if any(self._differ(each, word) for each in dated)]
        if clashing:
            return _yes(value, Status.CONTESTED, yes or dated, clashing)
        return _yes(value, Status.DEFINITE, yes) if yes else None

    def _differ(self, word: Word, other: Word) -> bool:
        """Whether another word on the same thing gives it other dates, and rules the day out."""
        return (
            other is not word
            and not is_silent(other, self.day)
            and self._truth(other) is Truth.NO
            and self.relations.alike(word, other)
            and disputed(word, other, self.being, planned=self.planned)
        )

    def _certain_no(
        self, value: object, own: Sequence[Word], denials: Sequence[Word], rivals: Sequence[Word]
    ) -> Grade | None:
        # A denial that names a role or a degree leaves room for the value in another.
        against = [word for word in denials if word.detail == UNSTATED and self._truth(word) is Truth.YES]
        against += [
            word
            for word in rivals
            if word.full
            and word.own.possible
            and word.own.s2 < self.day < word.own.e1
            and self.relations.leaves_no_room(word)
        ]
        if not against:
            return None
        clashing = [
            word
            for word in own
            if self._truth(word) is not Truth.NO
            and any(self.relations.opposed(word, each) and clash(word, each) for each in against)
        ]
        if clashing:
            return _yes(value, Status.CONTESTED, clashing, against)
        return _no(value, Status.DEFINITE, against)

    def _last_word(
        self, value: object, own: Sequence[Word], denials: Sequence[Word], rivals: Sequence[Word]
    ) -> Grade | None:
        lasting = [word for word in own if is_lasting(word) and last_day(word) > -math.inf and word.own.possible]
        # A denial that names a role outdates what it denies, and speaks against the value where nothing else is left.
        spoken_against = [word for word in denials if word.detail == UNSTATED or self._denies_all(word, lasting)]
        named = [word for word in denials if word not in spoken_against]
        pro = [_Dated(last_day(word), word) for word in lasting if not self._outdated(word, named)]
        con = [_Dated(self._last_denied(word), word) for word in spoken_against if word.own.possible]
        con += [_Dated(word.own.s2, word) for word in rivals if word.own.possible]
        con += [_Dated(word.own.e2, word, ends=True) for word in own if word.own.e2 < math.inf and word.own.possible]
        said, denied = self._latest(pro), self._latest(con)
        if not said and not denied:
            return None
        spoken = max(said[0].day if said else -math.inf, denied[0].day if denied else -math.inf)
        if self.day - spoken > self.max_age:
            return None
        if said and denied and said[0].day == denied[0].day:
            return self._tie(value, said, denied)
        if said and said[0].day == spoken:
            doubts = [each for each in con if self._may_have_begun(each, spoken)]
            status = Status.POSSIBLE if doubts else Status.PRESUMED
            return _yes(value, status, _words(said), _words(doubts))
        hopes = [word for word in own if self._truth(word) is not Truth.NO and last_day(word) > spoken]
        if hopes:
            return _yes(value, Status.POSSIBLE, hopes, _words(denied))
        return _no(value, Status.PRESUMED, _words(denied))

    def _denies_all(self, denial: Word, words: Sequence[Word]) -> bool:
        return bool(words) and all(self.relations.denies(denial, word) for word in words)

    def _outdated(self, word: Word, denials: Sequence[Word]) -> bool:
        """Whether a later denial of just its detail, which has been spoken by the day, is the last word on it."""
        return any(
            each.full and last_day(word) < self._last_denied(each) <= self.day and self.relations.denies(each, word)
            for each in denials
        )

    def _last_denied(self, denial: Word) -> float:
        """The last day up to the day asked for that a denial surely covers; else the day from which it does."""
        return min(last_day(denial), max(self.day, denial.own.s2))

    def _latest(self, dated: Iterable[_Dated]) -> list[_Dated]:
        """The last words by the day, of those that count in full."""
        spoken = [each for each in dated if each.word.full and self._has_spoken(each)]
        last = max((each.day for each in spoken), default=-math.inf)
        return [each for each in spoken if each.day == last]

    def _has_spoken(self, dated: _Dated) -> bool:
        return dated.day < self.day if dated.ends else dated.day <= self.day

    def _may_have_begun(self, dated: _Dated, spoken: float) -> bool:
        """Whether a word against, later than the last one, may already hold on the day."""
        if dated.day <= spoken or (dated.word.full and self._has_spoken(dated)):
            return False
        begins = dated.word.own.e1 + 1 if dated.ends else dated.word.bounds.s1
        return begins <= self.day

    def _tie(self, value: object, said: Sequence[_Dated], denied: Sequence[_Dated]) -> Grade:
        for yes in said:
            for no in denied:
                if not no.ends and self.relations.opposed(yes.word, no.word) and clash(yes.word, no.word):
                    return _yes(value, Status.CONTESTED, _words(said), _words(denied))
        if any(each.ends for each in denied):
            return _no(value, Status.PRESUMED, _words(each for each in denied if each.ends), _words(said))
        return _yes(value, Status.POSSIBLE, _words(said), _words(denied))

    def _open(self, value: object, own: Sequence[Word], denials: Sequence[Word]) -> Grade | None:
        maybe = tuple(word for word in own if self._truth(word) is not Truth.NO)
        if maybe:
            return _yes(value, Status.POSSIBLE, maybe)
        denied = tuple(word for word in denials if self._truth(word) is not Truth.NO)
        return _no(value, Status.POSSIBLE, denied) if denied else None

    def _broadest(self, graded: Sequence[Grade]) -> tuple[Grade, ...]:
        """The grades with each yes joined to the broadest value that it belongs to among those claimed."""
        lifted = [self._lifted(grade, graded) for grade in graded]
        yes = [grade for grade in lifted if grade.holds]
        joined = []
        for grade in lifted:
            if not grade.holds:
                joined.append(grade)
                continue
            if any(self._under(grade.value, each.value) for each in yes):
                continue
            members = [each for each in yes if self.relations.belongs(each.value, grade.value)]
            best = min((grade, *members), key=lambda each: _CARRIES.index(each.status))
            words = {word.claim.id: word for each in (grade, *members) for word in each.words}
            joined.append(grade._replace(status=best.status, words=tuple(words.values()), against=best.against))
        return tuple(joined)

    def _lifted(self, grade: Grade, graded: Sequence[Grade]) -> Grade:
        """The grade; of a value that is over for all that is said of itself, a yes where a member is certain."""
        if grade.holds or grade.status is Status.DEFINITE:
            return grade
        certain = (
            each
            for each in graded
            if each.holds and each.status in _CERTAIN and self.relations.belongs(each.value, grade.value)
        )
        member = next(certain, None)
        return grade if member is None else member._replace(value=grade.value, key=grade.key)

    def _under(self, part: object, whole: object) -> bool:
        """Whether one value is counted under another; of two under each other, the first by the alphabet stays."""
        belongs = self.relations.belongs
        return part != whole and belongs(part, whole) and (not belongs(whole, part) or str(whole) < str(part))


_CERTAIN = frozenset({Status.DEFINITE, Status.CONTESTED})
_CARRIES = (Status.DEFINITE, Status.CONTESTED, Status.PRESUMED, Status.POSSIBLE)


def _words(dated: Iterable[_Dated]) -> tuple[Word, ...]:
    return tuple({each.word.claim.id: each.word for each in dated}.values())
