"""The history of a state: stretches of days, each graded as any day of it would be."""

import html
import math
from collections.abc import Iterable
from typing import Any

import pendulum
from attrs import evolve, field, frozen

from oirmodel.claims import Claim, Strength
from oirmodel.dataset import Records
from oirmodel.entities import Post
from oirmodel.errors import InvalidQuestion
from oirmodel.query.answering import tone_in_words, view_in_words
from oirmodel.query.candidate import Candidate, Summary, summed_up
from oirmodel.query.grade import Status
from oirmodel.query.matter import Stretch
from oirmodel.query.questions.asking import Ref, bearing_on, chosen_of, kind_of, matter_of, reading, sites, subject_of
from oirmodel.query.questions.figures import figures_at
from oirmodel.query.wording import value_in_words
from oirmodel.temporal import DateLike, Hemisphere, read_window
from oirmodel.temporal.days import to_date
from oirmodel.text import escaped
from oirmodel.vocab import CountingBasis, Modality

__all__ = ["Segment", "Timeline", "history"]


@frozen(kw_only=True)
class Segment:
    """Days in a row with one and the same answer."""

    first: pendulum.Date | None
    """The first day; ``None`` where the timeline has no beginning."""
    last: pendulum.Date | None
    """The last day; ``None`` where the timeline has no end."""
    status: Status
    value: Any
    candidates: tuple[Candidate, ...]


@frozen(kw_only=True)
class Timeline:
    """
    The answers to one question on all days of a window, in order, without gaps.

    Each day of a segment is graded just as the question about that day would be.
    """

    question: str
    segments: tuple[Segment, ...]
    records: Records = field(repr=False, eq=False)

    def explain(self) -> str:
        """One line for days in a row with one status, value and evidence; what changed about a no is not shown."""
        rows = (f"  {' '.join(self._row(each))}" for each in self._told_apart())
        return "\n".join(escaped(each) for each in (self.question, *rows))

    def _told_apart(self) -> list[Segment]:
        """The segments, joined where only the candidates graded as a no differ."""
        told: list[Segment] = []
        for each in self.segments:
            if told and _shown(told[-1]) == _shown(each):
                told[-1] = evolve(told[-1], last=each.last)
            else:
                told.append(each)
        return told

    def _row(self, segment: Segment) -> tuple[str, str, str]:
        first = segment.first.isoformat() if segment.first else "..".ljust(10)
        last = segment.last.isoformat() if segment.last else ".."
        if any(each.holds for each in segment.candidates):
            value = value_in_words(self.records, segment.value)
        else:
            value = ", ".join(f"not {value_in_words(self.records, each.value)}" for each in segment.candidates)
        claims = dict.fromkeys(claim.id for each in _telling(segment) for claim in each.claims)
        evidence = f" [{', '.join(claims)}]" if claims else ""
        return f"{first} to {last:<10}", f"{segment.status.name:<11}", f"{value}{evidence}".strip()

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        """The timeline as a table for a notebook; everything that comes from data is escaped."""
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell.strip())}</td>" for cell in self._row(each)) + "</tr>"
            for each in self._told_apart()
        )
        return f'<table class="oirmodel-timeline"><caption>{html.escape(self.question)}</caption>{rows}</table>'


def _telling(segment: Segment) -> tuple[Candidate, ...]:
    """The candidates that a reader is shown: every yes, or every no where there is no yes."""
    return tuple(each for each in segment.candidates if each.holds) or segment.candidates


def _shown(segment: Segment) -> object:
    return segment.status, segment.value, [(each.value, each.status, each.claims) for each in _telling(segment)]


def history(
    records: Records,
    kind: type[Claim] | str,
    of: Ref,
    *,
    at: Ref | Iterable[Ref] | None = None,
    basis: CountingBasis | str | None = None,
    during: DateLike | None = None,
    modality: Modality | str | None = None,
    max_age: int | None = None,
    padding: int = 0,
    gap: int | None = None,
    hemisphere: Hemisphere | str = Hemisphere.NORTHERN,
) -> Timeline:
    """
    How a state was over time, as graded segments: ``history(data, Control, "Al-Asad")``.

    ``of`` is what claims of the kind are about: a site for control, ownership and presence, a post for postings, an
    operation for its status, a force, ``at`` a place, for strength, with a ``basis`` for its figures on that one: a cap
    is told by its own alone. Without ``during`` it runs from the first day on which there is any evidence, without an
    end. For the other arguments see :func:`who_controlled`.

    >>> import oirmodel
    >>> data = oirmodel.load("inherent-resolve").only("articles")
    >>> for segment in history(data, "control", "Al-Asad", during="2026-01-16/2026-01-18").segments:
    ...     print(segment.first, segment.status, segment.value)
    2026-01-16 possible us-led-coalition
    2026-01-17 definite iraqi-armed-forces
    2026-01-18 presumed iraqi-armed-forces
    """
    chosen = kind_of(kind)
    subject = subject_of(records, chosen, of)
    claims: Iterable[tuple[Claim, str | None]] = bearing_on(records, chosen, subject.id)
    where = ""
    wanted = None if basis is None else chosen_of(CountingBasis, basis, "basis=")
    if chosen is Strength:
        places = None if at is None else sites(records, at)
        claims = figures_at(records, claims, places, wanted).told
        where = "" if places is None else " at " + " and ".join(records.label(each) for each in sorted(places))
    elif at is not None or basis is not None:
        option = "basis=" if at is None else "at="
        raise InvalidQuestion(f"{option} goes with strength; the history of {chosen.kind} is that of its subject")
    matter = matter_of(
        records,
        chosen,
        claims,
        how=reading(modality, padding, gap, hemisphere),
        subject=None if chosen is Strength else subject.id,
        single=isinstance(subject, Post) and subject.single,
        max_age=max_age,
    )
    first, last = (-math.inf, math.inf) if during is None else read_window(during, hemisphere=matter.reading.hemisphere)
    segments = [
        _segment(stretch, summed_up(stretch.grades, chosen, stretch.first, stretch.last))
        for stretch in matter.stretches(first, last)
    ]
    while during is None and segments and segments[0].status is Status.NO_EVIDENCE:
        segments.pop(0)
    known, tone = view_in_words(records), tone_in_words(matter.reading.modality)
    question = f"History of {chosen.kind.replace('_', ' ')}, {records.label(subject.id)}{where}{known}{tone}"
    return Timeline(question=question, segments=tuple(segments), records=records)


def _segment(stretch: Stretch, answered: Summary) -> Segment:
    first, last = to_date(stretch.first), to_date(stretch.last)
    return Segment(first=first, last=last, status=answered.status, value=answered.value, candidates=answered.candidates)
