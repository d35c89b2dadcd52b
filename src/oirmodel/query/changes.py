"""What changed between two days in what was known: learned, taken back, brought back, and answered otherwise."""

import html
from collections.abc import Iterator
from typing import Any, Literal

import pendulum
from attrs import field, frozen

from oirmodel.claims import Claim
from oirmodel.dataset import Records
from oirmodel.query.candidate import Candidate
from oirmodel.query.grade import Status
from oirmodel.query.wording import claim_line, counted_in_words, period_in_words
from oirmodel.temporal import Period
from oirmodel.text import escaped
from oirmodel.truth import Truth
from oirmodel.vocab import Modality

__all__ = ["Changes", "Flip", "Graded", "Learned", "Revision"]


@frozen(kw_only=True)
class Learned:
    """A claim that came to be known, or that came to be known for certain."""

    claim: Claim
    before: Truth
    """Whether it was known on the first day; ``MAYBE`` where its report may have been later."""
    after: Truth
    """Whether it was known on the second; never ``NO``."""

    @property
    def sort(self) -> str:
        """What to call it: ``learned``, ``possibly learned``, ``learned for certain``."""
        if self.after is Truth.MAYBE:
            return "possibly learned"
        return "learned for certain" if self.before is Truth.MAYBE else "learned"


@frozen(kw_only=True)
class Revision:
    """One claim that takes another back, and how surely it did so on the two days."""

    claim: Claim
    by: Claim
    how: Literal["corrects", "supersedes", "retracts"]
    before: Truth
    after: Truth

    @property
    def period(self) -> Period | None:
        """When the claim no longer counts: of a correction its own period, as vague as it is; else ``None``, always."""
        return self.by.period if self.how == "corrects" else None

    @property
    def sort(self) -> str:
        """What to call it: ``corrected``, ``possibly superseded``, ``no longer retracted``."""
        done = {"corrects": "corrected", "supersedes": "superseded", "retracts": "retracted"}[self.how]
        if self.before & self.after is self.before:
            return f"possibly {done}" if self.after is Truth.MAYBE else done
        return f"no longer surely {done}" if self.after is Truth.MAYBE else f"no longer {done}"


@frozen(kw_only=True)
class Graded:
    """What the answer to one question was on some days."""

    status: Status
    value: Any
    candidates: tuple[Candidate, ...] = ()

    @property
    def telling(self) -> tuple[Candidate, ...]:
        """The candidates that a reader is shown: every yes, or every no where there is no yes."""
        return tuple(each for each in self.candidates if each.holds) or self.candidates


@frozen(kw_only=True)
class Flip:
    """Days in a row on which one question had two different answers, by what was known on the two days."""

    question: str
    """What was asked, in words, without of when: ``control, Al-Asad Airbase``."""
    kind: str
    of: str | None
    """What it is about; ``None`` for a total that names no operation, event or force."""
    at: tuple[str, ...] = ()
    """Where, for a strength and for a total."""
    modality: Modality | None = None
    """The tone that was asked for: ``PLANNED`` for an answer about plans, ``None`` for what was so."""
    first: pendulum.Date | None
    """The first day; ``None`` where there is none in the years 1 to 9999."""
    last: pendulum.Date | None
    """The last day; ``None`` where there is none in these years. A total is of all its days together."""
    before: Graded
    after: Graded


@frozen(kw_only=True)
class Changes:
    """
    What changed in what was known from one day to a later one.

    A claim that is learned may say of a day long past what nobody had said before; one that is corrected may be older
    than both days. ``flipped`` has the answers that came out otherwise for it: another status, another value, or
    another grade of one of several values.
    """

    question: str
    learned: tuple[Learned, ...]
    """What came to be known, certainly or possibly, in the order of their ids."""
    corrected: tuple[Revision, ...]
    """What was corrected, superseded or retracted, or is so more surely."""
    restored: tuple[Revision, ...]
    """What no longer is, or less surely: the claim that took it back was itself taken back."""
    flipped: tuple[Flip, ...]
    records: Records = field(repr=False, eq=False)
    """The view as known on the later day."""

    def explain(self) -> str:
        """One line for each change, with who says so and where it stands."""
        lines = [self.question, *(f"  {sort}: {text}" for sort, text in self.told())]
        if len(lines) == 1:
            lines.append("  nothing")
        return "\n".join(escaped(each) for each in lines)

    def told(self) -> Iterator[tuple[str, str]]:
        """Each change in words, with its sort: ``learned``, ``corrected``, ``answered otherwise``."""
        for learned in self.learned:
            yield learned.sort, claim_line(self.records, learned.claim)
        for revision in (*self.corrected, *self.restored):
            yield revision.sort, self._revision_in_words(revision)
        for flip in self.flipped:
            yield "answered otherwise", self._flip_in_words(flip)

    def _revision_in_words(self, revision: Revision) -> str:
        over = "" if revision.period is None else f", of its own time alone ({period_in_words(revision.period)})"
        return f"{claim_line(self.records, revision.claim)}; by {claim_line(self.records, revision.by)}{over}"

    def _flip_in_words(self, flip: Flip) -> str:
        first, last = (".." if each is None else each.isoformat() for each in (flip.first, flip.last))
        days = f"on {first}" if first == last != ".." else f"{first} to {last}"
        return f"{flip.question}, {days}: was {self._graded(flip.before)}; is {self._graded(flip.after)}"

    def _graded(self, graded: Graded) -> str:
        """Each candidate with its status, and the claims that carry it."""
        told = []
        for each in graded.telling:
            value = counted_in_words(self.records, each.value, each.claims)
            claims = ", ".join(claim.id for claim in each.claims)
            told.append(f"{each.status.name} {'' if each.holds else 'not '}{value} [{claims}]")
        return ", ".join(told) or graded.status.name

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        """The changes for a notebook; everything that comes from data is escaped."""
        sorts: dict[str, list[str]] = {}
        for sort, text in self.told():
            sorts.setdefault(sort, []).append(text)
        parts = [f"<p>{html.escape(self.question)}{'' if sorts else '<br><strong>nothing</strong>'}</p>"]
        for sort, texts in sorts.items():
            rows = "".join(f"<li>{html.escape(each)}</li>" for each in texts)
            parts.append(f"<details><summary>{html.escape(sort.capitalize())}</summary><ul>{rows}</ul></details>")
        return f'<div class="oirmodel-changes">{"".join(parts)}</div>'
