"""Where commitments stood on a day: what was due, overdue or met, and by whose terms."""

import html
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from oirmodel.claims import CommitmentTerms
from oirmodel.dataset import Records
from oirmodel.ids import AgreementId, CommitmentId
from oirmodel.query.answer import Answer
from oirmodel.query.grade import Status
from oirmodel.query.wording import claim_line
from oirmodel.temporal import ImpreciseDate
from oirmodel.text import escaped
from oirmodel.truth import Truth

__all__ = ["Duties", "Duty", "DutyState"]


class DutyState(StrEnum):
    """Where a commitment stood: by what sources say was done, and else by its deadline."""

    MET = "met"
    PARTLY_MET = "partly-met"
    BREACHED = "breached"
    """Said by a source; it never follows from a deadline that passed."""
    WAIVED = "waived"
    DEFERRED = "deferred"
    DUE_LATER = "due-later"
    """The day is before every day of every deadline."""
    DUE = "due"
    """The day lies among those of the deadlines."""
    OVERDUE = "overdue"
    """The day is past the last day of every deadline, and nobody says that it was met or waived."""
    NO_DEADLINE = "no-deadline"
    """It stood, and no source sets it a term."""


@frozen(kw_only=True)
class Duty:
    """
    One commitment on one day: its terms as each source has them, and where it stood.

    ``value`` and ``status`` are those of :attr:`answer`, in the sense of every :class:`Answer`.
    """

    commitment: CommitmentId
    agreement: AgreementId | None
    """``None`` where the dataset has only claims about the commitment, and no entity."""
    answer: Answer
    """Where it stood: its candidates are of :class:`DutyState`, each with what carries it."""
    terms: tuple[CommitmentTerms, ...]
    """Who owes what to whom, by when and on what condition: every account of it that stands on the day."""
    deadlines: tuple[ImpreciseDate, ...]
    """The deadlines of these accounts, each once, the earlier first."""
    overdue: Truth
    """
    Whether the deadline had passed, with nothing done.

    ``MAYBE`` where the day lies among those of the deadlines, for then the deadline itself may lie before it; where
    somebody may have it as met, waived or deferred; and of days after the one that the view looks back from.
    """

    @property
    def status(self) -> Status:
        """How surely it stood so."""
        return self.answer.status

    @property
    def value(self) -> Any:
        """Where it stood: a :class:`DutyState`, or several where the evidence has several."""
        return self.answer.value

    def explain(self) -> str:
        """Where it stood, then one line for each account of its terms and each claim."""
        lines = [self._headline(), *(f"  {sort}: {text}" for sort, text in self.told())]
        return "\n".join(escaped(each) for each in lines)

    def told(self) -> Iterator[tuple[str, str]]:
        """What there is to know of it beside its state, each with its sort: ``terms``, ``for``, ``against``."""
        answer, records = self.answer, self.answer.records
        if len(answer.candidates) > 1:
            for candidate in answer.candidates:
                yield "candidate", answer.graded(candidate)
        terms = {each.id for each in self.terms}
        for each in self.terms:
            yield "terms", claim_line(records, each)
        groups = {"for": answer.supporting, "against": answer.opposing, "nearest": answer.nearest}
        for title, claims in groups.items():
            for claim in claims:
                if claim.id not in terms:
                    yield title, claim_line(records, claim)
        for text in answer.assumptions:
            yield "assumed", text
        for text in answer.remarks:
            yield "note", text

    def _headline(self) -> str:
        return f"{self.answer.records.label(self.commitment)}: {self.answer.headline()}"

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        """The commitment for a notebook; everything that comes from data is escaped."""
        return f'<div class="oirmodel-duty">{self._as_html()}</div>'

    def _as_html(self) -> str:
        sorts: dict[str, list[str]] = {}
        for sort, text in self.told():
            sorts.setdefault(sort, []).append(text)
        parts = [f"<p><strong>{html.escape(self._headline())}</strong></p>"]
        for sort, texts in sorts.items():
            rows = "".join(f"<li>{html.escape(each)}</li>" for each in texts)
            parts.append(f"<details><summary>{html.escape(sort.capitalize())}</summary><ul>{rows}</ul></details>")
        return "".join(parts)


@frozen(kw_only=True)
class Duties:
    """
    Every commitment that a question is about, as it stood on one day; those of one agreement together.

    It is a sequence of :class:`Duty`.
    """

    question: str
    duties: tuple[Duty, ...]
    records: Records = field(repr=False, eq=False)
    """The view that was asked."""

    def __iter__(self) -> Iterator[Duty]:
        return iter(self.duties)

    def __len__(self) -> int:
        return len(self.duties)

    def __getitem__(self, index: int) -> Duty:
        return self.duties[index]

    def about(self, commitment: str) -> Duty | None:
        """The duty of this commitment, by its id; ``None`` where the evidence does not speak of it."""
        return next((each for each in self.duties if each.commitment == commitment), None)

    def that_are(self, *states: DutyState | str) -> tuple[Duty, ...]:
        """Those of which the best evidence has one of these states: ``that_are("due", "overdue")``."""
        wanted = {DutyState(each) for each in states}
        return tuple(each for each in self.duties if wanted & {*_each(each.value)})

    def explain(self) -> str:
        """The question, and every commitment with its terms and its evidence."""
        lines = [escaped(self.question)]
        for each in self.duties:
            lines += [f"  {line}" for line in each.explain().split("\n")]
        return "\n".join(lines if self.duties else [*lines, "  nothing speaks of any"])

    def __str__(self) -> str:
        return self.explain()

    def _repr_html_(self) -> str:
        """The commitments for a notebook; everything that comes from data is escaped."""
        parts = "".join(each._as_html() for each in self.duties)
        nothing = "" if self.duties else "<br><strong>nothing speaks of any</strong>"
        return f'<div class="oirmodel-duties"><p>{html.escape(self.question)}{nothing}</p>{parts}</div>'


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
