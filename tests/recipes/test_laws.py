"""What holds of every sentence: it hangs together, says no more than it says, and answers as it reads."""

from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from oirmodel import testing
from oirmodel.checks import check
from oirmodel.claims import Claim
from oirmodel.entities import Event
from oirmodel.provenance import Citation
from oirmodel.query import Status
from oirmodel.temporal import ImpreciseDate, Span
from oirmodel.temporal.days import FOREVER, NEVER, iso
from oirmodel.vocab import Modality
from tests.making import make
from tests.recipes.telling import EVENTS, SAID, claims_of, data, say, sentences

Sentence = tuple[str, dict[str, Any]]
NOTHING: Final = Span(NEVER, FOREVER)
DAYS_BEFORE: Final = st.integers(737_000, 737_500).map(iso)  # in 2018 and 2019


# What is made


@given(sentences())
def test_every_id_that_a_sentence_needs_is_in_it_or_was_given(sentence: Sentence) -> None:
    """No id names nothing, or something of another kind, where the ids that were given do."""
    recipe, fields = sentence
    assert "OIR101" not in {finding.code for finding in check(data(*say(recipe, **fields)))}


@given(sentences(), DAYS_BEFORE)
def test_a_sentence_on_what_was_before_its_report_is_free_of_doubt(sentence: Sentence, day: str) -> None:
    """Where the dates are in order, nothing is found."""
    recipe, fields = sentence
    told = say(recipe, **{**fields, "when": day, **({"until": day} if "until" in fields else {})})
    assert check(data(*told)) == ()


@given(sentences())
def test_the_same_sentence_has_the_same_ids(sentence: Sentence) -> None:
    """Saying it twice adds nothing, and no id stands twice in it."""
    recipe, fields = sentence
    told = say(recipe, **fields)
    assert say(recipe, **fields) == told
    assert len({each.id for each in told}) == len(told)
    assert data(*told).plus(*say(recipe, **fields)) == data(*told)


@given(sentences())
def test_every_claim_has_the_envelope_as_it_was_given(sentence: Sentence) -> None:
    """Nothing of the envelope is lost, and no claim is in another modality."""
    recipe, fields = sentence
    for each in claims_of(say(recipe, **fields)):
        envelope = {name: getattr(each, name) for name in SAID}
        assert envelope == {**SAID, "reported": ImpreciseDate.parse("2020-03-30"), "modality": fields["modality"]}


@given(sentences(*EVENTS))
def test_a_second_report_shares_the_event_and_no_claim(sentence: Sentence) -> None:
    """Two reports of one event, by two sources, can stand in one dataset."""
    recipe, fields = sentence
    first = say(recipe, **fields)
    other = {"citations": (make(Citation, source="src-other"),)}
    second = say(recipe, **fields, **other, event=first[0].id)
    assert [each for each in second if isinstance(each, Event)] == []
    assert len(data(*first, *second).claims()) == len(claims_of(first)) + len(claims_of(second))


# When


def sides(claim: Claim) -> tuple[Span, Span]:
    """The bounds of a claim's start and end as its period writes them."""
    start, end = claim.period.start, claim.period.end
    return (NOTHING if start is None else start.span), (NOTHING if end is None else end.span)


@given(sentences())
def test_no_bound_is_sharper_than_the_sentence(sentence: Sentence) -> None:
    """Every start and end is as vague as ``when`` or ``until``, or says less; where they went, no more than after."""
    recipe, fields = sentence
    when = fields["when"].span
    until = fields["until"].span if "until" in fields else when
    for each in claims_of(say(recipe, **fields)):
        start, end = sides(each)
        assert start in (when, NOTHING)
        assert end in (until, NOTHING) or ("to" in fields and end == Span(when.first, FOREVER))


@given(sentences())
def test_qualifiers_stay(sentence: Sentence) -> None:
    """A date that is uncertain or approximate is so in every claim that has it."""
    recipe, fields = sentence
    for each in claims_of(say(recipe, **fields)):
        for side in (each.period.start, each.period.end):
            dates = {fields["when"], fields.get("until", fields["when"])}
            assert side is None or side.is_open or side in dates or "to" in fields


@given(sentences(), st.sampled_from(["planned", "predicted"]))
def test_nothing_yet_to_come_is_said_to_be_still_so(sentence: Sentence, modality: str) -> None:
    """No claim that is planned or predicted has an open end."""
    recipe, fields = sentence
    told = say(recipe, **{**fields, "modality": modality})
    assert [each for each in claims_of(told) if each.period.end is not None and each.period.end.is_open] == []


# What it answers

HANDOVER: Final = {"of": "k-1", "giver": "coalition", "receiver": "iraqi-forces"}


@given(st.integers(737_000, 737_500), st.sampled_from(["unstated", "full"]))
def test_a_handover_is_answered_as_it_reads(day: int, degree: str) -> None:
    """On the day both, in order; from then the receiver; the day before nobody, since nobody says since when."""
    dataset = data(*say("handover", **HANDOVER, when=iso(day), degree=degree))
    before, on_it, after, later = (
        dataset.who_controlled("k-1", on=each) for each in (iso(day - 1), iso(day), iso(day + 1), "2022-01-01")
    )
    assert before.status is Status.NO_EVIDENCE
    assert "coalition" in {getattr(each, "by", None) for each in before.nearest}
    assert (on_it.status, set(on_it.value)) == (Status.DEFINITE, {"coalition", "iraqi-forces"})
    assert (after.status, after.value) == (Status.DEFINITE, "iraqi-forces")
    assert (later.status, later.value) == (Status.PRESUMED, "iraqi-forces")


@given(testing.imprecise_dates().filter(lambda each: not each.is_open), st.sampled_from(["planned", "predicted"]))
def test_a_plan_is_no_fact(when: ImpreciseDate, modality: str) -> None:
    """Asked what was so, nothing is known; asked about plans, it was to happen, and the receiver was to control it."""
    told = say("handover", **HANDOVER, when=when, modality=modality)
    dataset = data(*told)
    assert dataset.happened(told[0].id, during="../..").status is Status.NO_EVIDENCE
    assert dataset.happened(told[0].id, during="../..", modality=modality).holds is True
    assert dataset.who_controlled("k-1", during="../..").status is Status.NO_EVIDENCE
    asked = dataset.who_controlled("k-1", by="iraqi-forces", during="../..", modality=modality)
    assert asked.about("iraqi-forces") is not None


@given(st.integers(737_000, 737_500))
def test_a_complete_withdrawal_ends_the_presence_and_a_partial_one_does_not(day: int) -> None:
    """After the last had left they are presumed gone; after some had left nothing is presumed."""
    fields = {"of": "us-forces", "at": "k-1", "when": iso(day)}
    gone = data(*say("withdrawal", **fields, complete=True)).who_was_at("k-1", on=iso(day + 1), force="us-forces")
    assert (gone.status, gone.holds) == (Status.PRESUMED, False)
    for complete in (False, None):
        dataset = data(*say("withdrawal", **fields, complete=complete))
        assert dataset.who_was_at("k-1", on=iso(day + 1), force="us-forces").status is Status.NO_EVIDENCE


@given(st.integers(737_000, 737_500))
def test_an_appointment_is_answered_as_it_reads(day: int) -> None:
    """On the day both, in order; the day after the new one alone."""
    told = say("appointment", person="funk", post="commander", when=iso(day), predecessor="townsend")
    on_it, after = (data(*told).who_held("commander", on=each) for each in (iso(day), iso(day + 1)))
    assert (on_it.status, set(on_it.value)) == (Status.DEFINITE, {"funk", "townsend"})
    assert (after.status, after.value) == (Status.DEFINITE, "funk")


@given(st.integers(737_000, 737_500), st.sampled_from(EVENTS))
def test_a_denial_is_of_the_event_and_of_nothing_else(day: int, recipe: str) -> None:
    """The event did not happen where it is denied, and nobody is said to control, hold, or be anywhere."""
    fields: dict[str, dict[str, Any]] = {
        "handover": HANDOVER,
        "withdrawal": {"of": "us-forces", "at": "k-1"},
        "appointment": {"person": "funk", "post": "commander"},
        "strike": {"by": "coalition", "at": ["k-1"]},
    }
    told = say(recipe, **fields[recipe], when=iso(day), modality="denied")
    dataset = data(*told)
    assert [each.modality for each in claims_of(told)] == [Modality.DENIED]
    place = None if recipe == "appointment" else "k-1"
    assert dataset.happened(told[0].id, at=place, on=iso(day)).holds is False
    answers = (
        dataset.who_controlled("k-1", on=iso(day)),
        dataset.who_was_at("k-1", on=iso(day)),
        dataset.who_held("commander", on=iso(day)),
    )
    assert {each.status for each in answers} == {Status.NO_EVIDENCE}
