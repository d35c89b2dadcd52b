"""How one day is graded: for every value that anybody claims, yes or no, and how surely."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from oirmodel.claims import Being
from oirmodel.query.evidence import Evidence
from oirmodel.query.rules import clash, disputed
from oirmodel.query.strands import Bearing, Last, Strand
from oirmodel.query.words import Word, has_end, has_left, is_silent, last_day
from oirmodel.temporal.days import FOREVER, NEVER
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
    spoken: float = NEVER
    """The day of the last word, where it is that which the grade rests on."""


def _yes(
    bearing: Bearing, status: Status, words: Iterable[Word], against: Iterable[Word] = (), *, spoken: float = NEVER
) -> Grade:
    return Grade(bearing.value, True, status, tuple(words), tuple(against), bearing.key, spoken)  # noqa: FBT003


def _no(
    bearing: Bearing, status: Status, words: Iterable[Word], against: Iterable[Word] = (), *, spoken: float = NEVER
) -> Grade:
    return Grade(bearing.value, False, status, tuple(words), tuple(against), bearing.key, spoken)  # noqa: FBT003


class Grading:
    """The evidence of one matter on one day."""

    def __init__(self, evidence: Evidence, day: float) -> None:
        self.evidence, self.relations, self.day = evidence, evidence.relations, day
        self._active = _by_strand(evidence.speaking.meeting(day, day))
        self._begun: list[tuple[Strand, Last]] | None = None

    def grades(self) -> tuple[Grade, ...]:
        """The grade of every value that the words speak of, each by itself; the broadest names its members."""
        evidence = self.evidence
        graded = [grade for key in evidence.values if (grade := self._grade(evidence.bearing(key))) is not None]
        return self._broadest(graded) if evidence.about is None else tuple(graded)

    def _grade(self, bearing: Bearing) -> Grade | None:
        left = self._left(bearing)
        own = [word for word in self._speaking(bearing.own) if not (word.own.e2 == FOREVER and _is_over(word, left))]
        return (
            self._certain_yes(bearing, own)
            or self._certain_no(bearing, own)
            or (self._last_word(bearing, own, left) if self.evidence.being is Being.HOLDS else None)
            or self._open(bearing, own)
        )

    def _speaking(self, strands: Iterable[Strand]) -> list[Word]:
        """The words of some strands that do not rule the day out and are not silent about it."""
        active = self._active
        return [word for strand in strands if strand in active for word in active[strand]]

    def _speaking_among(self, *groups: frozenset[Strand]) -> list[Word]:
        """The same of larger groups of strands, of which few speak on any day."""
        return [
            word for strand, words in self._active.items() if any(strand in each for each in groups) for word in words
        ]

    def _is_certain(self, word: Word) -> bool:
        return word.full and word.bounds.on(self.day) is Truth.YES

    def _certain_yes(self, bearing: Bearing, own: Sequence[Word]) -> Grade | None:
        if not own:
            return None
        yes = [word for word in own if self._is_certain(word)]
        clashing = [
            word
            for word in (self._speaking_among(bearing.denials, bearing.rivals) if yes else ())
            if any(self.relations.opposed(word, each) and clash(word, each) for each in yes)
        ]
        dated = own if self.evidence.planned or self.evidence.being is Being.EXTENT else yes
        clashing += self._differing(bearing, dated)
        if clashing:
            return _yes(bearing, Status.CONTESTED, yes or dated, clashing)
        return _yes(bearing, Status.DEFINITE, yes) if yes else None

    def _differing(self, bearing: Bearing, dated: Sequence[Word]) -> list[Word]:
        """The words that tell of one thing with one of these, give it other dates, and rule the day out."""
        found: dict[str, Word] = {}
        being, planned = self.evidence.being, self.evidence.planned
        for strand in bearing.own:
            for word in dated:
                if not self.relations.alike(word, strand.sample):
                    continue
                if planned or being is Being.EXTENT:
                    others: Iterable[Word] = strand.words
                else:  # only words whose sure days overlap tell of one stay
                    others = strand.sure.meeting(word.own.s2, word.own.e1)
                for other in others:
                    ruled_out = other.own.on(self.day) is Truth.NO and not is_silent(other, self.day)
                    if other is not word and ruled_out and disputed(word, other, being, planned=planned):
                        found[other.claim.id] = other
        return list(found.values())

    def _certain_no(self, bearing: Bearing, own: Sequence[Word]) -> Grade | None:
        # A denial that names a role or a degree leaves room for the value in another.
        against = [word for word in self._speaking_among(bearing.flat) if self._is_certain(word)]
        against += [word for word in self._speaking_among(bearing.shutting) if self._is_inside(word)]
        if not against:
            return None
        clashing = [
            word for word in own if any(self.relations.opposed(word, each) and clash(word, each) for each in against)
        ]
        if clashing:
            return _yes(bearing, Status.CONTESTED, clashing, against)
        return _no(bearing, Status.DEFINITE, against)

    def _is_inside(self, word: Word) -> bool:
        """Whether the day surely lies inside a stay, not on a day on which it may have been handed over."""
        return word.own.possible and word.own.s2 < self.day < word.own.e1

    def _left(self, bearing: Bearing) -> list[Last]:
        """
        The ends, before the day, of stays in parts of the place asked about.

        They are none in the place. But what was said of such a part before says nothing of the place any more.
        """
        ended = [each.over.by(self.day - 1) for each in bearing.own if each.elsewhere and each.full]
        return [each for each in ended if each is not None]

    def _last_word(self, bearing: Bearing, own: Sequence[Word], left: Sequence[Last]) -> Grade | None:
        said, denied = self._last_said(bearing, left), self._last_denied(bearing, left)
        if not said and not denied:
            return None
        spoken = max(each.day for each in (*said, *denied))
        if self.day - spoken > self.evidence.max_age:
            return None
        if said and denied and said[0].day == denied[0].day:
            return self._tie(bearing, own, said, denied)
        if said and said[0].day == spoken:
            doubts = self._may_have_turned(bearing, said)
            status = Status.POSSIBLE if doubts else Status.PRESUMED
            return _yes(bearing, status, _words(said), doubts, spoken=spoken)
        hopes = _hopes(own, spoken)
        if hopes:
            return _yes(bearing, Status.POSSIBLE, hopes, _words(denied))
        return _no(bearing, Status.PRESUMED, _words(denied), spoken=spoken)

    def _last_said(self, bearing: Bearing, left: Sequence[Last]) -> list[Last]:
        """The last words for a value: the latest on which it was surely still so, but where it is over since."""
        outdating = [(each, each.denied_until(self.day)) for each in bearing.named if each.full]
        said = []
        for strand in bearing.own:
            last = strand.seen.by(self.day) if strand.full else None
            if last is None or _is_over(last.words[0], left):
                continue
            if not any(
                last.day < until and self.relations.denies(denial.sample, strand.sample) for denial, until in outdating
            ):
                said.append(last)
        return _latest(said)

    def _last_denied(self, bearing: Bearing, left: Sequence[Last]) -> list[Last]:
        """The last words against a value: a denial, or an end of its own, that it did not outlive; a rival's start."""
        since = max((last_day(word) for last in left for word in last.words), default=NEVER)
        told = [strand.denials_by(self.day) for strand in bearing.against if strand.full]
        ended = [strand.over.by(self.day - 1) for strand in bearing.own if strand.full and not strand.elsewhere]
        told += [Last(last.day, last.words, ends=True) for last in ended if last is not None]
        denied = [each for each in told if each is not None and each.day >= since]
        return _latest([*denied, self._last_begun(bearing.rivals)])

    def _last_begun(self, strands: frozenset[Strand]) -> Last | None:
        """The last words of some strands to have begun by the day, looked for from the latest of all."""
        if self._begun is None:
            begun = [(each, each.begun.by(self.day)) for each in self.evidence.strands if each.affirms and each.full]
            self._begun = sorted(
                ((strand, last) for strand, last in begun if last is not None), key=lambda each: -each[1].day
            )
        latest: list[Last] = []
        for strand, last in self._begun:
            if latest and last.day < latest[0].day:
                break
            if strand in strands:
                latest.append(last)
        return Last(latest[0].day, [word for last in latest for word in last.words]) if latest else None

    def _may_have_turned(self, bearing: Bearing, said: Sequence[Last]) -> list[Word]:
        """The words against, later than the last ones for a value, that may already hold on the day."""
        evidence, day, spoken = self.evidence, self.day, said[0].day
        last = _words(said)
        found = [
            word
            for strand, word in evidence.coming.meeting(day, day)
            if strand in bearing.rivals or strand in bearing.against
        ]
        found += [
            word
            for strand, word in evidence.ending.meeting(day, day)
            if strand in bearing.own
            and word.own.e2 > spoken
            and (has_end(word) or all(has_left(word, each) for each in last))
        ]
        for strand in bearing.faint:
            for word in strand.words:  # what counts less than in full never becomes the last word, and stays a doubt
                turned, begins = word.own.s2, word.bounds.s1
                if strand in bearing.own:
                    turned, begins = (word.own.e2 if has_end(word) else NEVER), word.own.e1 + 1
                elif not strand.affirms:
                    turned = min(last_day(word), max(day, turned))
                if word.own.possible and turned > spoken and begins <= day:
                    found.append(word)
        return found

    def _tie(self, bearing: Bearing, own: Sequence[Word], said: Sequence[Last], denied: Sequence[Last]) -> Grade:
        for no in denied:
            for against in () if no.ends else no.words:
                if any(self.relations.opposed(word, against) and clash(word, against) for word in _words(said)):
                    return _yes(bearing, Status.CONTESTED, _words(said), _words(denied))
        if not any(each.ends for each in denied):
            return _yes(bearing, Status.POSSIBLE, _words(said), _words(denied))
        spoken = said[0].day
        if hopes := _hopes(own, spoken):
            return _yes(bearing, Status.POSSIBLE, hopes, _words(denied))
        ended = _words(each for each in denied if each.ends)
        return _no(bearing, Status.PRESUMED, ended, _words(said), spoken=spoken)

    def _open(self, bearing: Bearing, own: Sequence[Word]) -> Grade | None:
        if own:
            return _yes(bearing, Status.POSSIBLE, own)
        denied = self._speaking_among(bearing.denials)
        return _no(bearing, Status.POSSIBLE, denied) if denied else None

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
        """The grade; of a value that is over for all that is said of itself, a yes where a member is there or later."""
        if grade.holds or grade.status is Status.DEFINITE:
            return grade
        members = [
            each
            for each in graded
            if each.holds
            and (each.status in _CERTAIN or each.spoken > grade.spoken)
            and self.relations.belongs(each.value, grade.value)
        ]
        if not members:
            return grade
        best = min(members, key=lambda each: _CARRIES.index(each.status))
        return best._replace(value=grade.value, key=grade.key)

    def _under(self, part: object, whole: object) -> bool:
        """Whether one value is counted under another; of two under each other, the first by the alphabet stays."""
        belongs = self.relations.belongs
        return part != whole and belongs(part, whole) and (not belongs(whole, part) or str(whole) < str(part))


_CERTAIN = frozenset({Status.DEFINITE, Status.CONTESTED})
_CARRIES = (Status.DEFINITE, Status.CONTESTED, Status.PRESUMED, Status.POSSIBLE)


def _by_strand(placed: Iterable[tuple[Strand, Word]]) -> dict[Strand, list[Word]]:
    found: dict[Strand, list[Word]] = {}
    for strand, word in placed:
        found.setdefault(strand, []).append(word)
    return found


def _is_over(word: Word, left: Sequence[Last]) -> bool:
    """Whether what a word says of a part of a place is over by the last end there, as of a stay around it."""
    return any(each.day >= last_day(word) and has_left(each.words[0], word) for each in left)


def _hopes(own: Sequence[Word], spoken: float) -> list[Word]:
    """
    The words for a value that leave a day open although the last word before it, spoken on some day, was against it.

    Those are the words that are later, and those whose given end may be: an open, unknown or sighted end was confirmed
    only before.
    """
    return [word for word in own if word.own.e2 < FOREVER or last_day(word) > spoken]


def _latest(lasts: Iterable[Last | None]) -> list[Last]:
    """The latest of some last words; several where they are of one day."""
    spoken = [each for each in lasts if each is not None]
    day = max((each.day for each in spoken), default=NEVER)
    return [each for each in spoken if each.day == day]


def _words(lasts: Iterable[Last]) -> tuple[Word, ...]:
    return tuple({word.claim.id: word for last in lasts for word in last.words}.values())
