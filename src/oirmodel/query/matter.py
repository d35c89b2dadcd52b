"""One matter: the claims that bear on a question, graded on any day, and cut into stretches of days that are alike."""

import math
import typing
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple

from attrs import evolve, field, frozen

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.dataset.references import KINDS_OF
from oirmodel.query.candidate import Summary, date_of, summed_up
from oirmodel.query.evidence import Evidence
from oirmodel.query.grade import Grade, Grading, Status
from oirmodel.query.rules import Relations, clash
from oirmodel.query.sameness import Sameness, ties
from oirmodel.query.times import Asked, Mode
from oirmodel.query.words import UNSTATED, Reading, Told, Word, gather, is_silent
from oirmodel.temporal import Bounds, Span
from oirmodel.temporal.days import FOREVER, NEVER
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["AHEAD", "Matter", "Stretch", "has_ids"]

AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})
_Place = tuple[int, int, bool]
_WEAKEST_LAST: Final = (Status.DEFINITE, Status.PRESUMED, Status.POSSIBLE)


class Stretch(NamedTuple):
    """Days in a row on which every value has the same grade."""

    first: float
    last: float
    grades: tuple[Grade, ...]


@cache
def has_ids(kind: type[Claim]) -> bool:
    """Whether the values of a kind are ids."""
    return typing.get_type_hints(kind)[kind.grammar.value] in KINDS_OF


@frozen(kw_only=True, eq=False, slots=False)
class Matter:
    """
    What a question is about, apart from when.

    Its claims are all of one kind and about one subject, where wholes and parts of a site count as the kind allows.
    Time is cut into epochs, in each of which the same claims count and the same values are one, and those where a
    grade can change; every such stretch is graded once, when it is first asked about.
    """

    records: Records
    kind: type[Claim]
    claims: tuple[Told, ...]
    reading: Reading = field(factory=Reading)
    single: bool = False
    """Whether the subject is known to take one value at a time."""
    max_age: float = math.inf
    """After how many days the last word no longer carries a presumption."""
    about: object = None
    """The one value that is asked about; ``None`` asks which there are."""
    _asked: "dict[object, Matter]" = field(factory=dict, init=False)
    _evidence: dict[int, Evidence] = field(factory=dict, init=False)
    _graded: dict[_Place, tuple[Grade, ...]] = field(factory=dict, init=False)
    _summaries: dict[_Place, Summary] = field(factory=dict, init=False)

    def asking_about(self, value: object) -> "Matter":
        """The same matter, asked about one value."""
        matter = self._asked.get(value)
        if matter is None:
            matter = self._asked[value] = evolve(self, about=value)
        return matter

    def with_known(self, known: Mapping[str, Bounds]) -> "Matter":
        """The same matter, if these bounds were known."""
        return evolve(self, reading=self.reading._replace(known=known))

    def relations(self, first: float, last: float) -> Relations:
        """Which values are one, and which exclude each other, over some days."""
        sameness = Sameness(self.records, first, last)
        return Relations(self.kind, sameness, ids=has_ids(self.kind), single=self.single)

    def evidence(self, first: float, last: float) -> Evidence:
        """The evidence over some days: a claim that is corrected on some of them counts less."""
        return Evidence(
            gathered=gather(self.records, self.claims, Span(first, last), self.reading),
            relations=self.relations(first, last),
            being=self.kind.grammar.being,
            planned=self.reading.modality in AHEAD,
            max_age=self.max_age,
            about=self.about,
        )

    @cached_property
    def _epochs(self) -> list[float]:
        """The first day of every epoch but the first, which has none."""
        days: set[float] = set()
        for claim, *_ in self.claims:
            _turn(days, self.records, claim, itself=False)
        if has_ids(self.kind):
            values = dict.fromkeys(getattr(claim, self.kind.grammar.value) for claim, *_ in self.claims)
            for claim in ties(self.records, (*values, *(() if self.about is None else (str(self.about),)))):
                _turn(days, self.records, claim, itself=True)
        return sorted(day for day in days if math.isfinite(day))

    def _epoch(self, index: int) -> Evidence:
        known = self._evidence.get(index)
        if known is None:
            starts = self._epochs
            day = starts[index - 1] if index else starts[0] - 1 if starts else 0
            known = self._evidence[index] = self.evidence(day, day)
        return known

    def _place(self, day: float) -> _Place:
        """The epoch, the stretch of it, and whether the view looks back from before: what grades depend on."""
        index = bisect_right(self._epochs, day)
        return index, bisect_right(self._epoch(index).turning_days, day), self._looks_back_from_before(day)

    def on(self, day: float) -> tuple[Grade, ...]:
        """
        The grade of every value on a day.

        In a view as known on an earlier day, nothing is more than possible: nobody knew yet.
        """
        place = index, _, ahead = self._place(day)
        grades = self._graded.get(place)
        if grades is None:
            grades = Grading(self._epoch(index), day).grades()
            if ahead:
                grades = tuple(
                    grade._replace(status=Status.POSSIBLE) if grade.status in _WEAKEST_LAST else grade
                    for grade in grades
                )
            self._graded[place] = grades
        return grades

    def stretch_on(self, day: float) -> Stretch:
        """The days around a day that are graded alike because nothing turns between them, and their grades."""
        index, after, _ = self._place(day)
        starts, turning = self._epochs, self._epoch(index).turning_days
        begins = [starts[index - 1]] if index else []
        begins += turning[after - 1 : after] if after else []
        ends = [*starts[index : index + 1], *turning[after : after + 1]]
        if (looked_from := self.records.known_day) is not None:
            (begins if day > looked_from else ends).append(looked_from + 1)
        return Stretch(max(begins, default=NEVER), min(ends, default=FOREVER + 1) - 1, self.on(day))

    def summary_on(self, day: float) -> Summary:
        """What the grades of a day come to."""
        place = self._place(day)
        summary = self._summaries.get(place)
        if summary is None:
            summary = self._summaries[place] = summed_up(self.on(day), self.kind, day, day)
        return summary.on(date_of(day))

    def _looks_back_from_before(self, day: float) -> bool:
        """Whether the view is as known on an earlier day, on which nobody knew yet; plans are made before."""
        looked_from = self.records.known_day
        return looked_from is not None and looked_from < day and self.reading.modality not in AHEAD

    def at(self, asked: Asked) -> tuple[Grade, ...]:
        """The grade of every value at the time asked for: on a day, at some time in a window, or all through it."""
        if asked.mode is Mode.ON:
            return self.on(asked.first)
        stretches = tuple(self.stretches(asked.first, asked.last))
        keys = dict.fromkeys(grade.key for stretch in stretches for grade in stretch.grades)
        unknown_yet = self._looks_back_from_before(asked.first)
        if asked.mode is Mode.THROUGHOUT:
            failed = {} if unknown_yet else self._surely_failed(asked.first, asked.last)
            graded = [_throughout(key, stretches, failed.get(key, ())) for key in keys]
            return tuple(grade for grade in graded if grade is not None)
        sure = () if unknown_yet else self._surely_within(asked.first, asked.last)
        within = {grade.key: grade for grade in sure}
        graded = [_during(key, stretches, within.get(key)) for key in dict.fromkeys((*keys, *within))]
        return tuple(grade for grade in graded if grade is not None)

    def _surely_within(self, first: float, last: float) -> Iterator[Grade]:
        """The values that held at some time in a window, although no single day of it is certain."""
        evidence = self.evidence(first, last)
        sure: dict[object, list[Word]] = {}
        for word in evidence.words:
            if word.affirms and not is_silent(word, last) and word.truth(first, last, during=True) is Truth.YES:
                sure.setdefault(evidence.relations.key(word), []).append(word)
        for key, words in sure.items():
            against = tuple(
                word
                for word in evidence.words
                if word.truth(first, last, during=True) is not Truth.NO
                and any(evidence.relations.opposed(word, each) and clash(word, each) for each in words)
            )
            status = Status.CONTESTED if against else Status.DEFINITE
            yield Grade(value=words[0].value, holds=True, status=status, words=tuple(words), against=against, key=key)

    def _surely_failed(self, first: float, last: float) -> dict[object, list[Word]]:
        """The denials of each value that surely cover some day of a window, although no single day may be certain."""
        evidence = self.evidence(first, last)
        failed: dict[object, list[Word]] = {}
        for word in evidence.words:
            denies = not word.affirms and word.detail == UNSTATED and not is_silent(word, last)
            if denies and word.truth(first, last, during=True) is Truth.YES:
                failed.setdefault(evidence.relations.key(word), []).append(word)
        return failed

    def stretches(self, first: float, last: float) -> Iterator[Stretch]:
        """The window cut where any grade changes; each day of a stretch is graded as the day itself would be."""
        turning = self._turning_days(first, last)
        starts = [first, *turning]
        current: Stretch | None = None
        for index, start in enumerate(starts):
            until = starts[index + 1] - 1 if index + 1 < len(starts) else last
            day = start if math.isfinite(start) else until if math.isfinite(until) else 0
            stretch = Stretch(start, until, self.on(day))
            if current is not None and _key(current) == _key(stretch):
                current = current._replace(last=until)
                continue
            if current is not None:
                yield current
            current = stretch
        if current is not None:
            yield current

    def _turning_days(self, first: float, last: float) -> list[float]:
        """Every day of the window but the first on which a grade can differ from the day before."""
        turning: set[float] = set()
        starts = [NEVER, *self._epochs, FOREVER]
        for index in range(bisect_right(self._epochs, first), bisect_right(self._epochs, last) + 1):
            days = self._epoch(index).turning_days
            begins, ends = max(starts[index], first), min(starts[index + 1], last + 1)
            turning.update(days[bisect_right(days, begins) : bisect_left(days, ends)])
            turning.add(begins)
        if (looked_from := self.records.known_day) is not None:
            turning.add(looked_from + 1)
        return sorted(day for day in turning if first < day <= last)


def _turn(days: set[float], records: Records, claim: Claim, *, itself: bool) -> None:
    """Add the days on which a claim begins or ceases to be corrected, or itself to hold."""
    corrections = records.standing(claim).corrections
    for s1, s2, e1, e2 in (*(each.bounds for each in corrections), *((records.bounds(claim),) if itself else ())):
        days.update((s1, s2, e1, e1 + 1, e2 + 1))


def _key(stretch: Stretch) -> object:
    return [
        (str(grade.value), grade.holds, grade.status, *(sorted(w.claim.id for w in each) for each in grade[3:5]))
        for grade in sorted(stretch.grades, key=lambda grade: str(grade.value))
    ]


def _of(key: object, stretches: tuple[Stretch, ...]) -> list[Grade | None]:
    return [next((each for each in stretch.grades if each.key == key), None) for stretch in stretches]


def _joined(grades: list[Grade], template: Grade) -> Grade:
    words = {word.claim.id: word for grade in grades for word in grade.words}
    against = {word.claim.id: word for grade in grades for word in grade.against}
    return template._replace(words=tuple(words.values()), against=tuple(against.values()))


def _during(key: object, stretches: tuple[Stretch, ...], within: Grade | None) -> Grade | None:
    """A value held at some time in a window if it held on any day of it; it did not if it held on none."""
    grades = [grade for grade in _of(key, stretches) if grade is not None]
    yes = [grade for grade in grades if grade.holds]
    for status in (Status.DEFINITE, Status.CONTESTED, Status.PRESUMED, Status.POSSIBLE):
        if status is Status.CONTESTED and within is not None:
            return within
        if found := [grade for grade in yes if grade.status is status]:
            return _joined(found, found[0])
    if not grades or len(grades) < len(stretches):
        return None
    return _joined(grades, max(grades, key=lambda grade: _WEAKEST_LAST.index(grade.status)))


def _throughout(key: object, stretches: tuple[Stretch, ...], denials: Sequence[Word]) -> Grade | None:
    """A value held all through a window if it held on every day of it; it did not if it failed on any."""
    found = _of(key, stretches)
    grades = [grade for grade in found if grade is not None]
    failed = [grade for grade in grades if not grade.holds]
    if failed and denials and not any(grade.status is Status.CONTESTED for grade in grades):
        return failed[0]._replace(status=Status.DEFINITE, words=tuple(denials), against=())
    if failed:
        return _joined(failed, min(failed, key=lambda grade: _WEAKEST_LAST.index(grade.status)))
    if len(grades) < len(found):
        return None
    contested = [grade for grade in grades if grade.status is Status.CONTESTED]
    weakest = contested[0] if contested else max(grades, key=lambda grade: _WEAKEST_LAST.index(grade.status))
    return _joined(grades, weakest)
