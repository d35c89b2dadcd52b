"""What was inferred falls with its premises, and is the same however often it is inferred."""

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oirmodel
from oirmodel.claims import Claim, Occurrence, Strength
from oirmodel.formats import json
from oirmodel.query import Dataset, Status
from oirmodel.query.inferring import inferences, with_inferences
from oirmodel.temporal import Period
from oirmodel.temporal.days import day_of
from oirmodel.truth import Truth
from oirmodel.vocab import Modality
from tests.making import FEW, make
from tests.query.building import CAST, SOURCES, says
from tests.query.worlds import Jumble, day, jumbles

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO
LAND: Final = (
    make(oirmodel.Place, id="iraq", category="country"),
    make(oirmodel.Place, id="syria", category="country"),
    make(oirmodel.Force, id="us"),
)


def held(number: int, at: str, period: Period | str = "2020-01-01/2020-12-31", **fields: Any) -> Strength:  # noqa: ANN401 - whatever the claim takes
    said: dict[str, Any] = {"of": "us", "at": [at], "quantity": oirmodel.Quantity.exact(number), "basis": "core"}
    return says(Strength, period, **({"id": f"at-{at}"} | said | fields))


def data(*claims: Claim) -> Dataset:
    return Dataset(entities=LAND, sources=SOURCES, claims=claims)


def sum_of(dataset: Dataset) -> Strength:
    """The one sum that is among the claims of a dataset."""
    (found,) = (each for each in dataset.claims(Strength) if each.modality is Modality.INFERRED)
    return found


TWO: Final = (
    held(2500, "iraq", reported="2021-02-03"),
    held(900, "syria", reported="[2021-03-01..2021-03-31]", source="other"),
)


def test_nothing_is_inferred_unless_it_is_asked_for() -> None:
    told = data(*TWO)
    before = told.claims()
    assert len(told.inferences()) == 1
    assert told.claims() == before
    assert told.strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.NO_EVIDENCE


def test_functions_and_methods_are_the_same() -> None:
    assert inferences(data(*TWO)) == data(*TWO).inferences()
    assert with_inferences(data(*TWO)) == data(*TWO).with_inferences() == data(*TWO).plus(*inferences(data(*TWO)))
    assert oirmodel.inferences is inferences
    assert oirmodel.with_inferences is with_inferences


@pytest.mark.parametrize(
    ("known", "expected"), [("2021-02-28", NO), ("2021-03-15", MAYBE), ("2021-03-31", YES), ("2030-01-01", YES)]
)
def test_it_is_known_when_its_premises_are(known: str, expected: Truth) -> None:
    derived = data(*TWO).with_inferences()
    assert derived.as_known(on=known).standing(sum_of(derived)).truth is expected


def test_what_is_only_possibly_known_is_no_premise() -> None:
    assert data(*TWO).as_known(on="2021-03-15").inferences() == ()
    assert len(data(*TWO).as_known(on="2021-03-31").inferences()) == 1


@pytest.mark.parametrize("tie", ["retracts", "supersedes"])
def test_it_is_gone_when_a_premise_is_taken_back(tie: str) -> None:
    derived = data(*TWO).with_inferences()
    notice = held(1, "syria", "1999-01-01/1999-12-31", id="notice", reported="2022-01-01", **{tie: ["at-syria"]})
    later = derived.plus(notice)
    answer = later.strength("us", at=["iraq", "syria"], on="2020-05-05")
    assert answer.status is Status.NO_EVIDENCE
    assert answer.nearest == ()
    assert (
        later.as_known(on="2021-12-31").strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.DEFINITE
    )
    assert data(*TWO, notice).inferences() == ()


def test_it_is_gone_on_the_days_on_which_a_premise_is_corrected() -> None:
    correction = held(
        2000, "syria", "2020-09-01/2020-12-31", id="correction", corrects=["at-syria"], reported="2021-12"
    )
    derived = data(*TWO, correction).with_inferences()

    def total(on: str, known: str) -> tuple[Status, str]:
        answer = derived.as_known(on=known).strength("us", at=["iraq", "syria"], on=on)
        return answer.status, str(answer.value)

    assert total("2020-05-05", "2022-01-01") == (Status.DEFINITE, "3,400 (derived)")
    assert total("2020-10-10", "2022-01-01") == (Status.DEFINITE, "4,500 (derived)")
    assert total("2020-10-10", "2021-11-30") == (Status.DEFINITE, "3,400 (derived)")


def test_it_is_gone_without_the_source_of_a_premise() -> None:
    derived = data(*TWO).with_inferences()
    for view in (derived.without("other"), derived.only("src"), derived.without("src"), derived.only("tables")):
        assert view.strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.NO_EVIDENCE
    trusting = derived.trusting(lambda claim: claim.id != "at-iraq")
    assert trusting.strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.NO_EVIDENCE


def test_a_view_gives_a_view() -> None:
    view = data(*TWO).only("articles", "tables").as_known(on="2021-04-01")
    assert view.with_inferences().known_on == view.known_on
    assert view.with_inferences().strength("us", at=["iraq", "syria"], on="2020-05-05").status is Status.DEFINITE


def test_ids_come_of_the_content() -> None:
    assert [each.id for each in data(*TWO).inferences()] == [each.id for each in data(*reversed(TWO)).inferences()]
    assert data(*TWO).inferences()[0].id.startswith("strength-")


def test_it_is_written_and_read_like_any_claim() -> None:
    derived = data(*TWO).with_inferences()
    assert json.loads(json.dumps(derived)) == derived
    assert oirmodel.check(derived) == ()


def test_of_the_articles_one_event_is_dated_by_its_part() -> None:
    articles = oirmodel.load("inherent-resolve").only("articles")
    (claim,) = articles.inferences()
    assert isinstance(claim, Occurrence)
    assert (claim.of, claim.period.format()) == (
        "syrian-government-isis-fighting-2020",
        "[..2020-10-10]/[2020-10-01..]",
    )
    derived = articles.with_inferences()
    assert oirmodel.check(derived) == ()
    assert derived.conflicts() == ()
    answer = derived.happened("syrian-government-isis-fighting-2020", during="2020-10-01/2020-10-10")
    assert answer.status is Status.DEFINITE


# Over claims that nobody made agree


def premises_of(claim: Claim, dataset: Dataset) -> Dataset:
    """The dataset with nothing but what a claim was inferred from."""
    claims = [dataset.store.claims[each] for each in claim.derived_from]
    return Dataset(entities=CAST, sources=SOURCES, claims=claims)


@given(jumbles())
def test_inferring_twice_adds_nothing(jumble: Jumble) -> None:
    """What was inferred is no premise."""
    once = jumble.dataset.with_inferences()
    assert once.with_inferences() == once
    assert once.inferences() == jumble.dataset.inferences()


@given(jumbles())
def test_what_is_inferred_follows_from_premises_that_count_in_full(jumble: Jumble) -> None:
    """No plan, no allegation, no judgement; what it names is all that it takes."""
    dataset = jumble.dataset
    modalities = {each.id: each.modality.value for each in dataset.claims()}
    for claim in dataset.inferences():
        assert len(claim.derived_from) > 1
        assert {modalities[each] for each in claim.derived_from} <= {"asserted", "denied", "inferred"}
        assert dataset.with_inferences().standing(claim).truth is YES
        assert claim in premises_of(claim, dataset).inferences()


@given(jumbles(), st.integers(min_value=1, max_value=15))
def test_what_a_view_of_the_past_has_was_derivable_then(jumble: Jumble, known: int) -> None:
    """Of what was inferred later, what stands as known on a day rests on claims that stood as known on that day."""
    derived = jumble.dataset.with_inferences()
    view, original = derived.as_known(on=day(known)), jumble.dataset.as_known(on=day(known))
    for claim in jumble.dataset.inferences():
        stands = view.standing(claim).truth
        premises = [original.standing(original.store.claims[each]).truth for each in claim.derived_from]
        assert stands is (NO if NO in premises else MAYBE if MAYBE in premises else YES)
        if stands is YES:
            assert claim in premises_of(claim, original).as_known(on=day(known)).inferences()


ELSEWHERE: Final[dict[str, Any]] = {"of": "isis", "at": ["syria"], "quantity": oirmodel.Quantity.exact(1)}


@FEW
@given(jumbles(most=4), st.data())
def test_without_any_one_premise_it_is_no_evidence(jumble: Jumble, drawn: st.DataObject) -> None:
    """Retracted, left out, not trusted or not in the dataset."""
    derived = jumble.dataset.with_inferences()
    for claim in jumble.dataset.inferences():
        gone = drawn.draw(st.sampled_from(claim.derived_from))
        notice = says(Strength, "1999/1999", **ELSEWHERE, retracts=[gone], id="notice", reported="2019")
        assert derived.plus(notice).standing(claim).truth is NO
        assert derived.minus(gone).standing(claim).truth is NO
        assert derived.trusting(lambda each, gone=gone: each.id != gone).standing(claim).truth is NO  # type: ignore[misc]


@given(jumbles())
def test_on_the_days_of_a_correction_it_is_no_evidence(jumble: Jumble) -> None:
    """And it counts in full on the days before and after."""
    derived = jumble.dataset.with_inferences()
    first = day_of(2020, 1, 1)
    for claim in jumble.dataset.inferences():
        if derived.standing(claim).truth is not YES or derived.standing(claim).corrections:
            continue
        correction = says(
            Strength, f"{day(3)}/{day(4)}", **ELSEWHERE, corrects=[claim.derived_from[0]], id="correction"
        )
        standing = derived.plus(correction).standing(claim)
        on = [standing.throughout(first + moment - 1, first + moment - 1) for moment in range(2, 6)]
        assert on == [YES, NO, NO, YES]
