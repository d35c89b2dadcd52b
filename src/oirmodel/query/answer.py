"""Answers: a status, a value or candidates, and the claims for and against."""

import html
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from attrs import field, frozen

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.query.beside import assumptions_of, nearest_to
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.inquiry import Bound, Inquiry, settling
from oirmodel.query.wording import claim_line, counted_in_words
from oirmodel.temporal import ImpreciseDate
from oirmodel.text import escaped

__all__ = ["Answer", "Around"]


class Around(NamedTuple):
    """The claims that were asked, and the time that was asked about: from the first day to the last."""

    claims: Sequence[tuple[Claim, str | None]]
    first: float
    last: float


@frozen(kw_only=True)
class Answer:
    """
    A graded answer with its evidence: never a bare value, and never an empty guess.

    ``status`` and ``value`` are those of the best candidate that is a yes, in the order contested, definite, presumed,
    possible. ``value`` is a tuple where several may hold at once. Where every candidate is a no, the status is that of
    the surest no, ``value`` is ``None`` and ``holds`` is false: that is not an answer to who it was instead.
    """

    question: str
    """The question in words, with its time and its view."""
    status: Status
    value: Any
    candidates: tuple[Candidate, ...]
    remarks: tuple[str, ...] = ()
    """What a reader should know of the value, such as that "about" has no bounds."""
    records: Records = field(repr=False, eq=False)
    """The view that was asked."""
    around: Around = field(repr=False, eq=False)
    """What was asked, and about which time; :attr:`nearest` is found there."""
    inquiry: Inquiry | None = field(default=None, repr=False, eq=False)
    """The question as it was graded; ``None`` for an answer that is not one of grades by day."""

    @property
    def holds(self) -> bool | None:
        """Whether the best candidate is a yes; ``None`` where nothing speaks to the question."""
        return self.candidates[0].holds if self.candidates else None

    @property
    def supporting(self) -> tuple[Claim, ...]:
        """The claims that carry the candidates graded as a yes."""
        return _each_once(claim for each in self.candidates if each.holds for claim in each.claims)

    @property
    def opposing(self) -> tuple[Claim, ...]:
        """The claims that speak against those, or that carry a no."""
        supporting = {claim.id for claim in self.supporting}
        against = (claim for each in self.candidates for claim in (each.against if each.holds else each.claims))
        return tuple(claim for claim in _each_once(against) if claim.id not in supporting)

    @property
    def premises(self) -> tuple[Claim, ...]:
        """The claims of the view from which inferred ones among the evidence were inferred."""
        evidence = (*self.supporting, *self.opposing)
        named = (self.records[each] for claim in evidence for each in claim.derived_from if each in self.records)
        return _each_once(each for each in named if isinstance(each, Claim) and each not in evidence)

    @property
    def last_confirmed(self) -> ImpreciseDate | None:
        """When the evidence for the best candidate last surely had it so."""
        return self.candidates[0].last_confirmed if self.candidates else None

    @cached_property
    def nearest(self) -> tuple[Claim, ...]:
        """Claims about the same that say nothing of the time asked for: what is closest in time, and plans for it."""
        used = {claim.id for each in self.candidates for claim in (*each.claims, *each.against)}
        claims, first, last = self.around
        return nearest_to((claim for claim, _ in claims if claim.id not in used), self.records, first, last)

    @cached_property
    def assumptions(self) -> tuple[str, ...]:
        """What was filled in on the way, by the encoders of the claims and by the reading of their dates."""
        claims = [claim for each in self.candidates for claim in each.claims]
        return assumptions_of(claims, *(() if self.inquiry is None else (self.inquiry.matter.reading.hemisphere,)))

    def about(self, value: object) -> Candidate | None:
        """The candidate with this value; ``None`` where the evidence does not speak of it."""
        return next((each for each in self.candidates if each.value == value), None)

    def settled_by(self) -> tuple[Bound, ...]:
        """
        A smallest set of starts and ends of claims that, if they were known, would make the answer definite.

        Whatever they turned out to be: so it is empty where a date might settle nothing, where more than three would
        be needed, and where the answer is definite already.
        """
        return () if self.inquiry is None else settling(self.inquiry)

    def explain(self) -> str:
        """The answer in plain text: its candidates, then one line a claim with who says it and where it stands."""
        lines = [self.question, self.headline()]
        others = self.candidates if len(self.candidates) > 1 else ()
        lines += [f"  candidate: {self.graded(each)}" for each in others]
        listed = {"for": self.supporting, "against": self.opposing, "premise": self.premises, "nearest": self.nearest}
        for title, claims in listed.items():
            lines += [f"  {title}: {claim_line(self.records, each)}" for each in claims]
        lines += [f"  assumed: {each}" for each in self.assumptions]
        lines += [f"  note: {each}" for each in self.remarks]
        return "\n".join(escaped(each) for each in lines)

    def headline(self) -> str:
        """The status and the value in words, on one line."""
        if not self.candidates:
            return f"{self.status.name}: nothing speaks to it"
        if self.value is None:
            return "; ".join(self.graded(each) for each in self.candidates)
        confirmed = ""
        if self.status is Status.PRESUMED and self.last_confirmed is not None:
            confirmed = f" (last confirmed {self.last_confirmed})"
        best = [each for each in self.candidates if each.holds and each.status is self.status]
        values = ", ".join(counted_in_words(self.records, each.value, each.claims) for each in best)
        return f"{self.status.name}: {values}{confirmed}"

    def graded(self, candidate: Candidate) -> str:
        """A candidate in words: its status, and whether it holds."""
        negation = "" if candidate.holds else "not "
        confirmed = f" (last word {candidate.last_confirmed})" if candidate.last_confirmed is not None else ""
        value = counted_in_words(self.records, candidate.value, candidate.claims)
        return f"{candidate.status.name}: {negation}{value}{confirmed}"

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        """The answer for a notebook; everything that comes from data is escaped."""

        def listed(title: str, items: Iterable[str]) -> str:
            rows = "".join(f"<li>{html.escape(each)}</li>" for each in items)
            return f"<details><summary>{title}</summary><ul>{rows}</ul></details>" if rows else ""

        def lines(claims: Iterable[Claim]) -> list[str]:
            return [claim_line(self.records, each) for each in claims]

        others = [self.graded(each) for each in self.candidates] if len(self.candidates) > 1 else []
        parts = (
            f"<p>{html.escape(self.question)}<br><strong>{html.escape(self.headline())}</strong></p>",
            listed("Candidates", others),
            listed("For", lines(self.supporting)),
            listed("Against", lines(self.opposing)),
            listed("Premises", lines(self.premises)),
            listed("Nearest", lines(self.nearest)),
            listed("Assumed", self.assumptions),
            listed("Notes", self.remarks),
        )
        return f'<div class="oirmodel-answer">{"".join(parts)}</div>'


def _each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())
