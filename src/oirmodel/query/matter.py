"""One matter: the claims that bear on a question, graded on any day, and cut into stretches of days that are alike."""

import math
import typing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from oirmodel.claims import Affiliation, Claim
from oirmodel.dataset import Records
from oirmodel.dataset.references import KINDS_OF
from oirmodel.query.grade import Grade, Grading, Status
from oirmodel.query.rules import Relations, clash, in_order
from oirmodel.query.sameness import Sameness
from oirmodel.query.times import Asked, Mode
from oirmodel.query.words import ALWAYS, UNSTATED, Reading, Word, gather, is_silent
from oirmodel.temporal import Bounds, Span
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["AHEAD", "Matter", "Stretch", "has_ids"]

AHEAD: Final = frozenset({Modality.PLANNED, Modality.PREDICTED})
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


class Matter(NamedTuple):
    """
    What a question is about, apart from when.

    Its claims are all of one kind and about one subject, where wholes and parts of a site count as the kind allows.
    """

    records: Records
    kind: type[Claim]
    claims: tuple[tuple[Claim, str | None], ...]
    """Each with the detail that it has for this question, where that is not its own."""
    reading: Reading = Reading()
    single: bool = False
    """Whether the subject is known to take one value at a time."""
    max_age: float = math.inf

    about: object = None
    """The one value that is asked about; ``None`` asks which there are."""

    def relations(self, first: float, last: float) -> Relations:
        """Which values are one, and which exclude each other, over some days."""
        sameness = Sameness(self.records, first, last)
        return Relations(self.kind, sameness, ids=has_ids(self.kind), single=self.single)

    def _grading(self, first: float, last: float) -> Grading:
        relations = self.relations(first, last)
        words = gather(self.records, self.claims, Span(first, last), self.reading)
        return Grading(
            words=in_order(words, relations.opposed),
            relations=relations,
            being=self.kind.grammar.being,
            day=first,
            planned=self.reading.modality in AHEAD,
            max_age=self.max_age,
            about=self.about,
        )

    def on(self, day: float) -> tuple[Grade, ...]:
        """
        The grade of every value on a day.

        In a view as known on an earlier day, nothing is more than possible: nobody knew yet.
        """
        grades = self._grading(day, day).grades()
        if not self._looks_back_from_before(day):
            return grades
        return tuple(
            grade._replace(status=Status.POSSIBLE) if grade.status in _WEAKEST_LAST else grade for grade in grades
        )

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
        grading = self._grading(first, last)
        sure: dict[object, list[Word]] = {}
        for word in grading.words:
            if word.affirms and not is_silent(word, last) and word.truth(first, last, during=True) is Truth.YES:
                sure.setdefault(grading.relations.key(word), []).append(word)
        for key, words in sure.items():
            against = tuple(
                word
                for word in grading.words
                if word.truth(first, last, during=True) is not Truth.NO
                and any(grading.relations.opposed(word, each) and clash(word, each) for each in words)
            )
            status = Status.CONTESTED if against else Status.DEFINITE
            yield Grade(value=words[0].value, holds=True, status=status, words=tuple(words), against=against, key=key)

    def _surely_failed(self, first: float, last: float) -> dict[object, list[Word]]:
        """The denials of each value that surely cover some day of a window, although no single day may be certain."""
        grading = self._grading(first, last)
        failed: dict[object, list[Word]] = {}
        for word in grading.words:
            denies = not word.affirms and word.detail == UNSTATED and not is_silent(word, last)
            if denies and word.truth(first, last, during=True) is Truth.YES:
                failed.setdefault(grading.relations.key(word), []).append(word)
        return failed

    def stretches(self, first: float, last: float) -> Iterator[Stretch]:
        """The window cut where any grade changes; each day of a stretch is graded as the day itself would be."""
        current: Stretch | None = None
        starts = self._turning_days(first, last)
        for index, day in enumerate(starts):
            until = starts[index + 1] - 1 if index + 1 < len(starts) else last
            stretch = Stretch(first if index == 0 else day, until, self.on(day))
            if current is not None and _key(current) == _key(stretch):
                current = current._replace(last=until)
                continue
            if current is not None:
                yield current
            current = stretch
        if current is not None:
            yield current

    def _turning_days(self, first: float, last: float) -> list[float]:
        """The first day of the window, and every day of it on which a grade can differ from the day before."""
        turning: set[float] = set()
        grading = self._grading(first, last)
        for word in gather(self.records, self.claims, ALWAYS, self.reading):
            turning.update(word.own)
            for each in self.records.standing(word.claim).corrections:
                turning.update(each.bounds)
        for word in grading.words:
            turning.update((*word.bounds, *word.own))
        for claim in self.records.store.by_kind.get(Affiliation.kind, ()):
            turning.update(self.records.bounds(claim))
        if self.max_age < math.inf:
            turning |= {day + self.max_age for day in turning}
        if (looked_from := self.records.known_day) is not None:
            turning.add(looked_from)
        days = {day + step for day in turning if math.isfinite(day) for step in (-1, 0, 1, 2)}
        start = first if first > -math.inf else min(days, default=0)
        return sorted({start, *(day for day in days if start < day <= last)})

    def with_known(self, known: Mapping[str, Bounds]) -> "Matter":
        """The same matter, if these bounds were known."""
        return self._replace(reading=self.reading._replace(known=known))


def _key(stretch: Stretch) -> object:
    return [
        (str(grade.value), grade.holds, grade.status, sorted(word.claim.id for word in grade.words))
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
