"""From an inquiry to its answer, and how a question says of which view and of which tone it is."""

from attrs import evolve

from oirmodel.dataset import Records
from oirmodel.quantity import Quantity, Wording
from oirmodel.query.answer import Answer, Around
from oirmodel.query.inquiry import Inquiry
from oirmodel.vocab import Modality

__all__ = ["answer", "tone_in_words", "view_in_words", "with_tolerance"]


def answer(inquiry: Inquiry, question: str, *, remarks: tuple[str, ...] = ()) -> Answer:
    """The answer to an inquiry."""
    matter, asked = inquiry.matter, inquiry.asked
    summary = inquiry.summary()
    return Answer(
        question=f"{question} {asked}{view_in_words(matter.records)}{tone_in_words(matter.reading.modality)}?",
        status=summary.status,
        value=summary.value,
        candidates=summary.candidates,
        remarks=remarks,
        records=matter.records,
        around=Around(matter.claims, asked.first, asked.last),
        inquiry=inquiry,
    )


def view_in_words(records: Records) -> str:
    """What a question says of the view that it is asked of."""
    return f", as known on {records.known_on}" if records.known_on is not None else ""


def tone_in_words(modality: Modality | None) -> str:
    """What a question says of the claims that it asks, where they are not those of what was so."""
    return "" if modality is None else f", as {modality.value}"


def with_tolerance(answer: Answer) -> Answer:
    """The answer, with what a reader of its quantities should know: that "about" has no bounds."""
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    remarks = [
        f"{value} has no bounds of its own: that it is at least {value.number:,} is MAYBE, "
        "unless the reader chooses a tolerance"
        for value in values
        if isinstance(value, Quantity) and value.wording is Wording.ABOUT
    ]
    return evolve(answer, remarks=(*answer.remarks, *remarks))
