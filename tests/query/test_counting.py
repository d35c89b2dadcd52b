"""Strengths, and totals: exactly, contained, overlapping, and never split."""

import pytest

from oirmodel.claims import Tally
from oirmodel.errors import InvalidQuestion
from oirmodel.quantity import Quantity
from oirmodel.temporal import Period
from oirmodel.truth import Truth
from oirmodel.vocab import Proportion
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    casualties,
    change,
    data,
    graded,
    ids,
    same_as,
    says,
    strength,
    tally,
)

NONE = Quantity.none()


def test_about_has_no_bounds_and_the_answer_says_so() -> None:
    answer = data(strength(Quantity.about(2500), "2020/..")).strength("us", at="syria", on="2021-01-07")
    assert answer.value.at_least(2500) is Truth.MAYBE
    assert len(answer.remarks) == 1
    assert answer.remarks[0].startswith("about 2,500 has no bounds of its own: ")
    assert "tolerance" in answer.remarks[0]


def test_a_bounded_figure_needs_no_remark() -> None:
    assert data(strength(2500, "2020/..")).strength("us", at="syria", on="2021-01-07").remarks == ()


def test_a_figure_is_presumed_forward_and_never_carried_back() -> None:
    told = data(strength(900, Period.observed("2020-05-05")))
    assert told.strength("us", at="syria", on="2020-05-04").status is NO_EVIDENCE
    assert told.strength("us", at="syria", on="2021-01-01").status is PRESUMED


def test_a_figure_for_places_together_is_found_by_asking_for_all_of_them() -> None:
    told = data(strength(3400, "2020/2020", at=["iraq-land", "syria"], spread="together"))
    assert told.strength("us", at=["syria", "iraq-land"], on="2020-12-31").status is POSSIBLE
    assert told.strength("us", at=["syria", "iraq-land"], during="2020").status is DEFINITE
    assert told.strength("us", at="syria", during="2020").status is NO_EVIDENCE


def test_units_are_asked_apart() -> None:
    told = data(strength(40, "2020-01-01/2020-12-31", counted="aircraft"))
    assert told.strength("us", at="syria", on="2020-05-05").status is NO_EVIDENCE
    assert told.strength("us", at="syria", on="2020-05-05", counted="aircraft").value == Quantity.exact(40)


@pytest.mark.parametrize(("name", "wrong"), [("counted", "camels"), ("basis", "hearsay")])
def test_what_is_not_in_a_list_is_refused_with_the_list(name: str, wrong: str) -> None:
    options = {name: wrong}
    with pytest.raises(InvalidQuestion, match=f"{name}= one of"):
        data().strength("us", at="syria", on="2020-05-05", **options)  # type: ignore[arg-type]


def test_a_total_answers_for_its_own_window() -> None:
    told = data(tally(34_917, "2014-08/2020-09", id="all"))
    answer = told.totals("strikes", during="2014-08/2020-09")
    assert (answer.status, answer.value, ids(answer.supporting)) == (DEFINITE, Quantity.exact(34_917), ["all"])


@pytest.mark.parametrize("window", ["2016", "2014-08/2020-08", "2014-07/2020-09", "2014/2020", "2021"])
def test_a_total_is_never_split_in_time(window: str) -> None:
    told = data(tally(34_917, "2014-08/2020-09", id="all"))
    answer = told.totals("strikes", during=window)
    assert (answer.status, answer.value, ids(answer.nearest)) == (NO_EVIDENCE, None, ["all"])


def test_a_total_is_never_split_in_place() -> None:
    told = data(tally(34_917, "2016", at=["iraq-land", "syria"], spread="together", id="all"))
    assert told.totals("strikes", during="2016", at=["syria", "iraq-land"]).status is DEFINITE
    assert told.totals("strikes", during="2016", at="syria").status is NO_EVIDENCE
    assert told.totals("strikes", during="2016", at="anbar").status is NO_EVIDENCE


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("exactly", NO_EVIDENCE),
        ("contained", DEFINITE),
        ("overlapping", DEFINITE),
    ],
)
def test_totals_within_the_window_asked_for(match: str, expected: object) -> None:
    assert data(tally(100, "2016")).totals("strikes", during="2015/2017", match=match).status is expected


@pytest.mark.parametrize(("match", "expected"), [("contained", NO_EVIDENCE), ("overlapping", DEFINITE)])
def test_totals_that_reach_beyond_the_window_asked_for(match: str, expected: object) -> None:
    assert data(tally(100, "2016")).totals("strikes", during="2016-06/2017-06", match=match).status is expected


def test_totals_of_several_windows_are_listed_each_as_it_is() -> None:
    told = data(tally(100, "2016"), tally(200, "2017"))
    for match in ("contained", "overlapping"):
        answer = told.totals("strikes", during="2016/2017", match=match)
        assert graded(answer) == {Quantity.exact(100): (True, DEFINITE), Quantity.exact(200): (True, DEFINITE)}
    assert told.totals("strikes", during="2016/2017").status is NO_EVIDENCE


def test_two_figures_for_one_window_are_contested() -> None:
    told = data(tally(100, "2016"), tally(200, "2016"))
    answer = told.totals("strikes", during="2016")
    assert (answer.status, set(answer.value)) == (CONTESTED, {Quantity.exact(100), Quantity.exact(200)})


def test_a_figure_for_a_part_contests_a_limit_on_the_whole() -> None:
    told = data(casualties(NONE, "2016"), casualties(5, "2016-05"))
    assert told.totals("killed", during="2016-05").status is CONTESTED
    assert told.totals("killed", during="2016-06").value == NONE
    within = data(casualties(Quantity.maximum(10), "2016"), casualties(5, "2016-05"))
    assert within.totals("killed", during="2016-05").status is DEFINITE


def test_two_figures_that_fit_one_number_are_not() -> None:
    told = data(tally(34_917, "2016"), tally(Quantity.nearly(35_000), "2016"))
    assert told.totals("strikes", during="2016").status is DEFINITE


def test_figures_of_different_units_actors_and_places_do_not_conflict() -> None:
    told = data(
        tally(100, "2016"),
        tally(200, "2016", counted="sorties"),
        tally(300, "2016", by="us"),
        tally(400, "2016", at=["anbar"]),
    )
    assert told.totals("strikes", during="2016", by="coalition", at="syria").value == Quantity.exact(100)
    assert told.totals("sorties", during="2016").value == Quantity.exact(200)
    assert told.totals("strikes", during="2016", by="us").value == Quantity.exact(300)
    assert graded(told.totals("strikes", during="2016")) == {
        Quantity.exact(100): (True, DEFINITE),
        Quantity.exact(300): (True, DEFINITE),
        Quantity.exact(400): (True, DEFINITE),
    }


def test_targets_of_different_sorts_and_effects_do_not_conflict() -> None:
    """Nine fighting positions destroyed, two damaged and a tunnel are three totals; two figures of one are rivals."""
    positions = tally(9, "2016-01", counted="targets", target="fighting position", effect="destroyed")
    damaged = tally(2, "2016-01", counted="targets", target="fighting position", effect="damaged")
    tunnel = tally(1, "2016-01", counted="targets", target="tunnel", effect="destroyed")
    answer = data(positions, damaged, tunnel).totals("targets", at="syria", during="2016-01")
    assert (answer.status, len(answer.value)) == (DEFINITE, 3)
    other = tally(8, "2016-01", counted="targets", target="fighting position", effect="destroyed")
    assert data(positions, tunnel, other).totals("targets", at="syria", during="2016-01").status is CONTESTED
    assert data(positions).totals("strikes", at="syria", during="2016-01").status is NO_EVIDENCE


def test_a_total_is_found_by_another_id_of_its_actor() -> None:
    told = data(tally(100, "2016", by="us"), same_as("us", "us-forces"))
    assert told.totals("strikes", during="2016", by="us-forces").value == Quantity.exact(100)


def test_a_stated_none_is_none_in_every_part_of_its_window() -> None:
    told = data(casualties(NONE, "2024-12-30/2025-01-06"))
    assert told.totals("killed", during="2024-12-30/2025-01-06").value == NONE
    assert told.totals("killed", during="2025-01-01").value == NONE
    assert told.totals("killed", during="2025-01-01/2025-01-07").status is NO_EVIDENCE


@pytest.mark.parametrize("limit", [Quantity.maximum(10), Quantity.fewer_than(10)])
def test_a_stated_limit_holds_for_every_part_of_its_window(limit: Quantity) -> None:
    answer = data(tally(limit, "2016")).totals("strikes", during="2016-05")
    assert (answer.status, answer.value) == (DEFINITE, limit)


@pytest.mark.parametrize(
    "figure",
    [
        Quantity.exact(10),
        Quantity.about(10),
        Quantity.nearly(10),
        Quantity.minimum(10),
        Quantity.more_than(10),
        Quantity.between(5, 10),
    ],
)
def test_no_other_figure_says_anything_of_a_part(figure: Quantity) -> None:
    assert data(tally(figure, "2016")).totals("strikes", during="2016-05").status is NO_EVIDENCE


def test_none_harmed_is_none_killed_and_none_wounded_and_no_more() -> None:
    told = data(casualties(NONE, "2016", harm="harmed"))
    assert told.totals("killed", during="2016-05").value == NONE
    assert told.totals("wounded", during="2016-05").value == NONE
    assert told.totals("captured", during="2016-05").status is NO_EVIDENCE


def test_none_killed_is_not_none_harmed() -> None:
    assert data(casualties(NONE, "2016")).totals("harmed", during="2016").status is NO_EVIDENCE


def test_some_harmed_says_nothing_of_how_many_were_killed() -> None:
    assert data(casualties(5, "2016", harm="harmed")).totals("killed", during="2016").status is NO_EVIDENCE


def test_a_silence_is_not_zero() -> None:
    answer = data().totals("killed", during="2016")
    assert (answer.status, answer.value, answer.holds) == (NO_EVIDENCE, None, None)


def test_whose_people_and_as_what_they_are_described() -> None:
    told = data(
        casualties(Quantity.more_than(1600), "2017-06/2017-10", victims="civilians"),
        casualties(7, "2017-06/2017-10", who="us"),
    )
    civilians = told.totals("killed", during="2017-06/2017-10", victims="civilians")
    assert (civilians.value, civilians.value.at_least(1601)) == (Quantity.more_than(1600), Truth.YES)
    assert told.totals("killed", during="2017-06/2017-10", who="us").value == Quantity.exact(7)
    assert told.totals("killed", during="2017-06/2017-10", of="resolve").status is NO_EVIDENCE


def test_a_vague_window_fits_possibly() -> None:
    vague = says(Tally, "2016-01/2016-12", by="coalition", counted="strikes", quantity=Quantity.exact(5))
    told = data(vague)
    assert told.totals("strikes", during="2016").status is POSSIBLE
    assert told.totals("strikes", during="2016", match="contained").status is DEFINITE


def test_an_alleged_total_is_possible_at_most() -> None:
    assert data(tally(100, "2016", modality="alleged")).totals("strikes", during="2016").status is POSSIBLE


def test_a_planned_total_is_asked_for_as_such() -> None:
    told = data(tally(100, "2016", modality="planned"))
    assert told.totals("strikes", during="2016").status is NO_EVIDENCE
    assert told.totals("strikes", during="2016", modality="planned").status is DEFINITE


def test_a_denied_total_is_a_no() -> None:
    answer = data(tally(100, "2016", modality="denied")).totals("strikes", during="2016")
    assert (answer.status, answer.value, answer.holds) == (DEFINITE, None, False)
    both = data(tally(100, "2016"), tally(100, "2016", modality="denied"))
    assert both.totals("strikes", during="2016").status is CONTESTED


def test_a_window_after_the_day_of_a_view_is_possible_at_most() -> None:
    told = data(tally(100, "2016", reported="2016-06-01"))
    assert told.as_known(on="2016-07-01").totals("strikes", during="2016").status is POSSIBLE
    assert told.as_known(on="2017-01-01").totals("strikes", during="2016").status is DEFINITE
    assert told.as_known(on="2016-05-01").totals("strikes", during="2016").status is NO_EVIDENCE


def test_a_window_that_cannot_be_is_possible_at_most() -> None:
    backwards = says(Tally, Period(start="2016-05-20", end="2016-05-10"), counted="strikes", quantity=Quantity.exact(5))
    assert data(backwards).totals("strikes", during="2016-05").status is POSSIBLE


@pytest.mark.parametrize(
    ("what", "options", "named"),
    [
        ("camels", {}, "camels"),
        ("strikes", {"match": "nearly"}, "match="),
        ("killed", {"victims": "ghosts"}, "victims="),
    ],
)
def test_totals_refuse_what_is_not_in_their_lists(what: str, options: dict[str, str], named: str) -> None:
    with pytest.raises(InvalidQuestion, match=named):
        data().totals(what, during="2016", **options)


def test_figures_of_one_force_under_two_ids_are_of_one_subject() -> None:
    month = "2020-05-01/2020-05-31"
    told = data(strength(900, month), strength(2000, month, of="us-forces", id="more"), same_as("us", "us-forces"))
    assert told.strength("us", at="syria", on="2020-05-10").status is CONTESTED


# Changes of strength


def test_how_large_a_drawdown_was() -> None:
    told = data(
        change("drawdown", "2011", quantity=Quantity.about(500), id="out"),
        change("drawdown", "2011", quantity=Quantity.exact(7), counted="aircraft"),
        change("surge", "2011", quantity=Quantity.exact(90)),
        change("drawdown", "2011", quantity=Quantity.exact(4), at=["anbar"]),
    )
    answer = told.totals("drawdown", during="2011", of="us", at="syria")
    assert (answer.status, answer.value, ids(answer.supporting)) == (DEFINITE, Quantity.about(500), ["out"])
    assert answer.question == "How large the drawdown of personnel of US forces in Syria was during 2011?"
    assert told.totals("drawdown", during="2011", counted="aircraft").value == Quantity.exact(7)
    assert told.totals("surge", during="2011").value == Quantity.exact(90)
    assert told.totals("reinforcement", during="2011").status is NO_EVIDENCE


def test_a_change_without_a_number_has_its_share() -> None:
    answer = data(change("drawdown", "2011", share="majority")).totals("drawdown", during="2011")
    assert (answer.status, answer.value, answer.holds) == (DEFINITE, Proportion.MAJORITY, True)
    assert answer.explain().splitlines()[1] == "DEFINITE: majority"


def test_a_change_of_which_nothing_more_is_told_is_no_zero() -> None:
    answer = data(change("surge", "2011")).totals("surge", during="2011")
    assert (answer.status, answer.value, answer.holds) == (DEFINITE, None, True)
    assert answer.explain().splitlines()[1] == "DEFINITE: not stated"


def test_a_number_and_a_share_do_not_conflict() -> None:
    told = data(change("drawdown", "2011", share="majority"), change("drawdown", "2011", quantity=Quantity.exact(900)))
    answer = told.totals("drawdown", during="2011")
    assert graded(answer) == {Proportion.MAJORITY: (True, DEFINITE), Quantity.exact(900): (True, DEFINITE)}


def test_a_denial_of_any_change_contests_each() -> None:
    told = data(change("drawdown", "2011", share="majority"), change("drawdown", "2011", modality="denied"))
    assert told.totals("drawdown", during="2011").status is CONTESTED
    other = data(
        change("drawdown", "2011", share="majority"), change("drawdown", "2011", share="all", modality="denied")
    )
    assert other.totals("drawdown", during="2011").value is Proportion.MAJORITY


def test_a_change_is_never_split_in_time() -> None:
    told = data(change("drawdown", "2011", share="majority", id="year"))
    assert ids(told.totals("drawdown", during="2011-06").nearest) == ["year"]
    assert told.totals("drawdown", during="2011-06", match="overlapping").value is Proportion.MAJORITY


def test_what_is_counted_goes_with_a_change_alone() -> None:
    with pytest.raises(InvalidQuestion, match="counted= goes with a change of strength"):
        data().totals("strikes", during="2011", counted="aircraft")
    with pytest.raises(InvalidQuestion, match="surge, reinforcement, drawdown"):
        data().totals("unstated", during="2011")


def test_a_strength_tells_of_changes_since_it_was_confirmed() -> None:
    figure = strength(2000, Period.observed("2020-05-05"))
    left = change("drawdown", "2020-08", share="majority", id="left")
    told = data(figure, left, change("drawdown", "2020-08", at=["anbar"]), change("surge", "2020-01"))
    answer = told.strength("us", at="syria", on="2020-12-31")
    assert (answer.status, answer.value) == (PRESUMED, Quantity.exact(2000))
    (remark,) = answer.remarks
    assert remark.startswith(
        "left tells of a change that may bear on this: strength change: US forces, Syria, drawdown, "
    )
    assert remark.endswith("personnel, majority; from 2020-08-01 to 2020-08-31")
    assert told.strength("us", at="syria", on="2020-06-01").remarks == ()


def test_a_plan_to_leave_is_no_change() -> None:
    told = data(strength(2000, Period.observed("2020-05-05")), change("drawdown", "2020-08", modality="planned"))
    assert told.strength("us", at="syria", on="2020-12-31").remarks == ()
