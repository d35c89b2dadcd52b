"""Which figures answer how many there were: levels, for just the places asked about, under any of their ids."""

from datetime import date

import pytest

from oirmodel.claims import Tally
from oirmodel.errors import InvalidQuestion
from oirmodel.quantity import Quantity
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    PRESUMED,
    casualties,
    change,
    data,
    graded,
    ids,
    same_as,
    strength,
    tally,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"
CAP = strength(3100, "2020-05-01/..", basis="authorised-cap", id="cap")
LEVEL = strength(900, "2019-05-01/..", basis="spokesperson-total", id="level")


@pytest.mark.parametrize("day", [DAY, "2021-01-01"], ids=["of the day", "presumed"])
def test_a_cap_is_no_level(day: str) -> None:
    answer = data(CAP).strength("us", at="syria", on=day)
    assert (answer.status, answer.candidates) == (NO_EVIDENCE, ())
    remark = "cap says how many might be there, not how many were: ask for it with basis='authorised-cap'"
    assert answer.remarks == (remark,)


def test_a_cap_is_told_where_it_is_asked_for() -> None:
    answer = data(CAP, LEVEL).strength("us", at="syria", on="2031-01-01", basis="authorised-cap")
    assert (answer.status, answer.value, answer.remarks) == (PRESUMED, Quantity.exact(3100), ())


def test_an_older_level_is_preferred_to_a_newer_cap() -> None:
    answer = data(CAP, LEVEL).strength("us", at="syria", on="2031-01-01")
    assert (answer.status, answer.value) == (PRESUMED, Quantity.exact(900))
    assert [each.value for each in answer.candidates] == [Quantity.exact(900)]


def test_a_cap_of_another_time_is_not_told_of() -> None:
    assert data(CAP, LEVEL).strength("us", at="syria", on="2019-06-01").remarks == ()


@pytest.mark.parametrize("modality", ["planned", "predicted"])
def test_a_plan_is_presumed_no_level(modality: str) -> None:
    planned = strength(2000, "2020-05-01/..", modality=modality, reported="2020-01-01")
    told = data(planned, LEVEL)
    assert told.strength("us", at="syria", on="2020-06-01").value == Quantity.exact(900)
    assert told.strength("us", at="syria", on="2020-06-01", modality=modality).value == Quantity.exact(2000)
    assert data(planned).strength("us", at="syria", on="2020-06-01").status is NO_EVIDENCE


def test_a_planned_cap_is_asked_for_by_its_basis() -> None:
    told = data(strength(2000, MAY, modality="planned", basis="authorised-cap", reported="2020-01-01"))
    assert told.strength("us", at="syria", on=DAY, modality="planned").status is NO_EVIDENCE
    asked = told.strength("us", at="syria", on=DAY, modality="planned", basis="authorised-cap")
    assert asked.value == Quantity.exact(2000)


def test_a_history_of_strength_tells_levels_alone() -> None:
    told = data(CAP, LEVEL)
    for at in ("syria", None):
        (segment,) = told.history("strength", "us", at=at, during=DAY).segments
        assert [each.value for each in segment.candidates] == [Quantity.exact(900)]
        (segment,) = told.history("strength", "us", at=at, during=DAY, basis="authorised-cap").segments
        assert [each.value for each in segment.candidates] == [Quantity.exact(3100)]


def test_a_basis_goes_with_strength() -> None:
    with pytest.raises(InvalidQuestion, match=r"^basis= goes with strength; the history of presence"):
        data().history("presence", "al-asad", basis="core")


def test_a_cap_that_came_to_be_known_changes_what_is_said_of_caps() -> None:
    known = data(LEVEL, strength(3100, MAY, basis="authorised-cap", id="cap", reported="2030-06-01"))
    flips = known.changes_between("2030-02-01", "2030-03-01").flipped
    assert flips == ()
    (flip, *_) = known.changes_between("2030-05-31", "2030-06-01").flipped
    assert flip.question == "strength, US forces at Syria, authorised cap"
    assert [each.value for each in flip.after.candidates] == [Quantity.exact(3100)]


def test_a_raised_cap_is_no_reinforcement() -> None:
    raised = change("reinforcement", "2020-05", quantity=Quantity.exact(615), basis="authorised-cap", id="raised")
    answer = data(raised).totals("reinforcement", during="2020-05")
    assert answer.status is NO_EVIDENCE


# Ids of one place.

JOINED = same_as("syria", "k-1")


def test_a_figure_is_found_under_another_id_of_its_place() -> None:
    told = data(strength(900, MAY, at=["k-1"]), JOINED)
    for place in ("syria", "k-1"):
        assert told.strength("us", at=place, on=DAY).value == Quantity.exact(900)
    (segment,) = told.history("strength", "us", at="syria", during=DAY).segments
    assert segment.value == Quantity.exact(900)


def test_figures_under_two_ids_of_one_place_are_rivals() -> None:
    told = data(strength(900, MAY, at=["k-1"]), strength(2000, MAY), JOINED)
    assert told.strength("us", at="syria", on=DAY).status is CONTESTED


def test_several_places_are_found_under_any_of_their_ids() -> None:
    told = data(strength(900, MAY, at=["k-1", "anbar"], spread="together"), JOINED)
    assert told.strength("us", at=["anbar", "syria"], on=DAY).value == Quantity.exact(900)
    assert told.strength("us", at="syria", on=DAY).status is NO_EVIDENCE


@pytest.mark.parametrize("what", ["strikes", "killed", "surge"])
def test_a_total_is_found_under_another_id_of_its_place(what: str) -> None:
    told = data(
        tally(9, "2020-05", at=["k-1"]),
        casualties(9, "2020-05", at=["k-1"]),
        change("surge", "2020-05", quantity=Quantity.exact(9), at=["k-1"]),
        JOINED,
    )
    assert told.totals(what, during="2020-05", at="syria").value == Quantity.exact(9)
    apart = told.minus(JOINED)
    assert apart.totals(what, during="2020-05", at="syria").status is NO_EVIDENCE


def test_two_totals_under_two_ids_of_one_place_are_contested() -> None:
    told = data(tally(9, "2020-05", at=["k-1"]), tally(5, "2020-05"), JOINED)
    assert told.totals("strikes", during="2020-05", at="syria").status is CONTESTED


def test_a_change_is_told_of_under_another_id_of_its_place() -> None:
    told = data(strength(900, "2019-05-01/2020-12-31"), change("surge", "2020-05", at=["k-1"], id="surge"), JOINED)
    (remark,) = told.strength("us", at="syria", during="2020").remarks
    assert remark.startswith("surge tells of a change")


def test_a_join_that_came_to_be_known_changes_the_answers_about_either_place() -> None:
    told = data(strength(900, MAY, at=["k-1"], reported="2029"), same_as("syria", "k-1", reported="2030-06-01"))
    flips = told.changes_between("2030-05-31", "2030-06-01").flipped
    (found,) = (each for each in flips if each.first == date(2020, 5, 1))
    assert (found.question, found.after.value) == ("strength, US forces at Syria", Quantity.exact(900))


# Spread.

SPREADS = ["including", "mainly", "parts-of"]


@pytest.mark.parametrize("spread", SPREADS)
def test_a_figure_for_parts_or_for_more_is_not_that_of_the_place(spread: str) -> None:
    told = data(strength(2000, MAY, spread=spread, id="spread"))
    answer = told.strength("us", at="syria", on=DAY)
    assert answer.status is NO_EVIDENCE
    words = spread.replace("-", " ")
    assert answer.remarks == (f"spread is a figure {words} these places (2,000), and not for just them",)


@pytest.mark.parametrize("spread", SPREADS)
def test_a_figure_for_parts_or_for_more_rivals_none_of_the_place(spread: str) -> None:
    answer = data(strength(2000, MAY, spread=spread), strength(900, MAY)).strength("us", at="syria", on=DAY)
    assert (answer.status, answer.value) == (DEFINITE, Quantity.exact(900))


@pytest.mark.parametrize("spread", SPREADS)
def test_a_denied_figure_for_parts_or_for_more_denies_none_of_the_place(spread: str) -> None:
    denied = strength(900, MAY, spread=spread, modality="denied")
    answer = data(denied, strength(900, MAY)).strength("us", at="syria", on=DAY)
    assert (answer.status, answer.value, answer.opposing) == (DEFINITE, Quantity.exact(900), ())


def test_a_denied_figure_for_a_place_denies_that_figure() -> None:
    told = data(strength(900, MAY, modality="denied"), strength(900, MAY))
    assert told.strength("us", at="syria", on=DAY).status is CONTESTED


@pytest.mark.parametrize("spread", ["unstated", "together"])
def test_a_figure_for_places_together_is_theirs(spread: str) -> None:
    told = data(strength(900, MAY, at=["syria", "anbar"], spread=spread))
    assert told.strength("us", at=["anbar", "syria"], on=DAY).value == Quantity.exact(900)
    assert told.strength("us", at="syria", on=DAY).status is NO_EVIDENCE


@pytest.mark.parametrize("spread", SPREADS)
@pytest.mark.parametrize("modality", ["asserted", "denied"])
def test_a_total_for_parts_or_for_more_is_not_that_of_the_place(spread: str, modality: str) -> None:
    told = data(tally(9, "2020-05", spread=spread, modality=modality, id="spread"), tally(5, "2020-05"))
    answer = told.totals("strikes", during="2020-05", at="syria")
    assert graded(answer) == {Quantity.exact(5): (True, DEFINITE)}
    alone = told.minus(*told.claims(Tally, spread="unstated")).totals("strikes", during="2020-05", at="syria")
    assert (alone.status, ids(alone.nearest)) == (NO_EVIDENCE, ["spread"])


@pytest.mark.parametrize("spread", SPREADS)
def test_none_in_parts_is_not_none_in_all(spread: str) -> None:
    told = data(casualties(Quantity.none(), "2020-05", spread=spread), casualties(5, "2020-05"))
    assert told.totals("killed", during="2020-05", at="syria").value == Quantity.exact(5)


def test_a_total_that_names_no_place_lists_all() -> None:
    told = data(tally(9, "2020-05", spread="parts-of"))
    assert told.totals("strikes", during="2020-05").value == Quantity.exact(9)
