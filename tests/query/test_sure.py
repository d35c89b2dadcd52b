"""Every claim that surely holds on a day."""

import pytest
from hypothesis import given

from oirmodel.claims import Control
from oirmodel.dataset import weight
from oirmodel.errors import InvalidQuestion
from oirmodel.query import Dataset
from oirmodel.temporal.days import day_of
from oirmodel.truth import Truth
from tests.query.building import control, data, ids, presence, tally
from tests.query.worlds import DAYS, Jumble, day, jumbles

OFFSET = day_of(2020, 1, 1) - 1


def held(dataset: Dataset, moment: int, kind: str | None = None) -> set[str]:
    return set(ids(dataset.holding(kind, on=day(moment))))


@given(jumbles())
def test_it_is_every_claim_that_stands_counts_in_full_and_is_sure_of_the_day(jumble: Jumble) -> None:
    """As each says by itself."""
    dataset = jumble.dataset
    for moment in DAYS:
        number = OFFSET + moment
        expected = {
            claim.id
            for claim in dataset.claims()
            if claim.kind != "same_as"
            and claim.modality.value != "denied"
            and weight(claim.modality) is Truth.YES
            and dataset.standing(claim).throughout(number, number) is Truth.YES
            and dataset.bounds(claim).on(number) is Truth.YES
        }
        assert held(dataset, moment) == expected


def test_of_one_kind() -> None:
    there = data(control("us", f"{day(1)}/{day(5)}", id="held"), presence("us", f"{day(1)}/{day(5)}", id="was-there"))
    assert held(there, 3) == {"held", "was-there"}
    assert held(there, 3, "control") == {"held"}
    assert there.holding(Control, on=day(6)) == ()


def test_what_was_corrected_holds_on_the_other_days() -> None:
    told = data(
        control("us", f"{day(1)}/{day(9)}", id="first"),
        control("iraq", f"{day(4)}/{day(5)}", id="better", corrects=["first"]),
    )
    assert [held(told, moment) for moment in (3, 4, 6)] == [{"first"}, {"better"}, {"first"}]


def test_a_total_holds_on_no_day() -> None:
    assert data(tally(34_917, f"{day(1)}/{day(9)}")).holding(on=day(3)) == ()


def test_of_days_after_the_view_nothing_is_sure() -> None:
    view = data(control("us", f"{day(1)}/{day(9)}", reported=day(2))).as_known(on=day(4))
    assert [len(view.holding(on=day(moment))) for moment in (4, 5)] == [1, 0]


def test_a_month_is_not_a_day() -> None:
    with pytest.raises(InvalidQuestion, match="expected one day, not '2020-01'"):
        data().holding(on="2020-01")
