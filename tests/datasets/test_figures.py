"""What the packaged dataset must answer about troop levels, strike totals and harm to civilians."""

import pytest

from oirmodel import Dataset, Modality, Quantity, Status, Truth, check, load
from oirmodel.claims import Casualties, Claim, Strength, StrengthChange, Tally
from oirmodel.vocab import CasualtyBasis, CountingBasis, Proportion

BOTH = ["iraq", "syria"]
FIGURES = (Strength, StrengthChange, Tally, Casualties)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load("inherent-resolve")


def claim(data: Dataset, claim_id: str) -> Claim:
    (found,) = [each for each in data.claims() if each.id == claim_id]
    return found


def is_of_a_country(each: Claim) -> bool:
    """Whether it is a figure for Iraq, for Syria or for both: those of single bases are tested with their bases."""
    return isinstance(each, FIGURES) and each.at != () and set(each.at) <= set(BOTH)


def figures(value: object) -> set[str]:
    """The figures of an answer as text, however many there are."""
    return {str(each) for each in (value if isinstance(value, tuple) else (value,))}


# How many were in Iraq


@pytest.mark.parametrize(
    ("on", "status", "expected"),
    [
        ("2007-11-15", Status.POSSIBLE, {"170,300"}),  # a figure of the month is of no single day
        ("2011-12-16", Status.DEFINITE, {"about 4,000", "0 (derived)"}),  # the day on which one page has the last leave
        ("2011-12-17", Status.POSSIBLE, {"about 4,000", "0 (derived)"}),  # between the two days
        ("2011-12-18", Status.DEFINITE, {"0 (derived)"}),
        ("2016-05-11", Status.DEFINITE, {"3,460"}),
        ("2020-03-26", Status.DEFINITE, {"5,200"}),
        ("2020-08-23", Status.DEFINITE, {"about 5,000"}),
        ("2020-09-09", Status.DEFINITE, {"about 5,200", "5,400"}),
        ("2020-11-17", Status.DEFINITE, {"about 3,000"}),
        ("2021-07-26", Status.DEFINITE, {"about 2,500"}),
        ("2021-09-09", Status.DEFINITE, {"2,500"}),
        ("2024-09-27", Status.DEFINITE, {"about 2,500"}),
        ("2025-01-07", Status.DEFINITE, {"about 2,500"}),
        ("2025-12-01", Status.PRESUMED, {"about 2,500", "2,500"}),
        ("2026-01-17", Status.DEFINITE, {"about 2,500"}),
    ],
)
def test_us_forces_in_iraq(data: Dataset, on: str, status: Status, expected: set[str]) -> None:
    answer = data.strength("us-forces", at="Iraq", on=on, basis="unspecified")
    assert (answer.status, figures(answer.value)) == (status, expected)


def test_the_peak_was_at_some_time_in_november_2007(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", during="2007-11")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(170_300))


def test_no_figure_is_carried_back_before_the_first(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2007-10-31")
    assert answer.status is Status.NO_EVIDENCE
    assert "strength-iraq-us-2007-11" in [each.id for each in answer.nearest]


def test_that_none_were_left_in_2011_is_computed_from_the_last_departure(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2011-12-18")
    assert "strength-iraq-us-zero-2011-12-18" in [each.id for each in answer.supporting]
    assert all(each.modality is Modality.INFERRED for each in answer.supporting)
    assert "presence-iraq-us-forces-until-2011-12-18" in [each.id for each in answer.premises]


def test_nothing_is_known_to_be_so_between_the_withdrawal_and_the_return(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2013-06-01", basis="unspecified")
    assert (answer.status, figures(answer.value)) == (Status.POSSIBLE, {"0 (derived)"})


def test_the_sources_differ_on_the_day_of_the_last_departure(data: Dataset) -> None:
    assert data.who_was_at("iraq", on="2011-12-17", force="us-forces").status is Status.CONTESTED
    assert data.who_was_at("iraq", on="2011-12-16", force="us-forces").holds
    pair = {"presence-iraq-us-forces-until-2011-12-16", "presence-iraq-us-forces-until-2011-12-18"}
    assert pair in [{each.id for each in conflict.claims} for conflict in data.conflicts()]


# What was authorised, and what was planned


@pytest.mark.parametrize(
    ("at", "on", "basis", "expected"),
    [
        ("iraq", "2014-11-14", "authorised-cap", Quantity.maximum(3100)),
        ("syria", "2017-12-06", "authorised-cap", Quantity.exact(503)),
        ("syria", "2017-12-06", "unspecified", Quantity.exact(2000)),
    ],
)
def test_what_is_authorised_is_apart_from_what_was_there(
    data: Dataset, at: str, on: str, basis: str, expected: Quantity
) -> None:
    answer = data.strength("us-forces", at=at, on=on, basis=basis)
    assert (answer.status, answer.value) == (Status.DEFINITE, expected)


def test_a_cap_and_a_number_above_it_do_not_conflict(data: Dataset) -> None:
    answer = data.strength("us-forces", at="syria", on="2017-12-06")
    assert (answer.status, figures(answer.value)) == (Status.DEFINITE, {"2,000"})
    assert [each.against for each in answer.candidates if each.holds] == [()]
    cap = data.strength("us-forces", at="syria", on="2017-12-06", basis="authorised-cap")
    assert (cap.status, figures(cap.value)) == (Status.DEFINITE, {"503"})
    assert [each.against for each in cap.candidates if each.holds] == [()]


def test_a_cap_says_nothing_of_how_many_were_there(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2014-11-14", basis="unspecified")
    assert (answer.status, figures(answer.value)) == (Status.POSSIBLE, {"0 (derived)"})


@pytest.mark.parametrize(
    ("on", "basis", "status", "expected"),
    [
        ("2012-01-01", None, Status.DEFINITE, "more than 157"),
        ("2016-12-01", "force-management-level", Status.POSSIBLE, "5,262"),
    ],
)
def test_plans_are_found_as_plans(data: Dataset, on: str, basis: str | None, status: Status, expected: str) -> None:
    answer = data.strength("us-forces", at="iraq", on=on, basis=basis, modality="planned")
    assert (answer.status, str(answer.value)) == (status, expected)


def test_no_plan_is_a_level(data: Dataset) -> None:
    assert data.strength("us-forces", at="iraq", on="2016-12-01", basis="force-management-level").candidates == ()
    planned = {each.id for each in data.claims(Strength, modality=Modality.PLANNED)}
    for on in ("2012-01-01", "2020-09-30", "2025-12-01"):
        answer = data.strength("us-forces", at="iraq", on=on)
        assert planned.isdisjoint(each.id for each in (*answer.supporting, *answer.opposing))


def test_two_plans_of_one_day_in_2020_both_stay(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2020-09-30", basis="unspecified", modality="planned")
    values = {str(each.value) for each in answer.candidates if each.holds}
    assert {"3,000", "about 3,500"} <= values


def test_what_the_global_coalition_was_to_keep(data: Dataset) -> None:
    answer = data.strength("global-coalition", at="iraq", on="2025-12-01", modality="planned")
    assert (answer.status, answer.value) == (Status.POSSIBLE, Quantity.fewer_than(500))


def test_changes_are_no_levels(data: Dataset) -> None:
    changes = {str(each.id): each for each in data.claims(StrengthChange)}
    first, added = changes["reinforcement-iraq-us-2014-06-first"], changes["reinforcement-iraq-us-2014-06-added"]
    assert (first.quantity, added.quantity) == (Quantity.exact(275), Quantity.exact(800))
    assert changes["reinforcement-iraq-us-planned-2014-11"].quantity == Quantity.maximum(1500)
    assert changes["reinforcement-iraq-us-planned-2016-09"].basis is CountingBasis.FORCE_MANAGEMENT_LEVEL
    assert changes["drawdown-syria-us-planned-2018-12"].share is Proportion.ALL
    assert changes["drawdown-iraq-us-planned-2021-01-15"].quantity is None
    assert "275" not in {str(each.quantity) for each in data.claims(Strength)}


# Elsewhere, and of others


@pytest.mark.parametrize(
    ("on", "status", "expected"),
    [
        ("2018-12-19", Status.DEFINITE, {"2,000", "about 2,000"}),
        ("2025-01-07", Status.DEFINITE, {"about 2,000"}),
        ("2026-02-12", Status.DEFINITE, {"about 1,000"}),
        ("2026-02-23", Status.DEFINITE, {"between 900 and 1,000"}),
    ],
)
def test_us_forces_in_syria(data: Dataset, on: str, status: Status, expected: set[str]) -> None:
    answer = data.strength("us-forces", at="Syria", on=on, basis="unspecified")
    assert (answer.status, figures(answer.value)) == (status, expected)


@pytest.mark.parametrize(
    ("during", "expected"),
    [("2015", "about 50"), ("2017-06", "about 900"), ("2025-05", "about 1,400"), ("2025-07", "about 1,500")],
)
def test_a_figure_of_a_month_or_year_is_of_some_day_in_it(data: Dataset, during: str, expected: str) -> None:
    answer = data.strength("us-forces", at="syria", during=during, basis="unspecified")
    candidate = next(each for each in answer.candidates if str(each.value) == expected)
    assert (candidate.holds, candidate.status) == (True, Status.DEFINITE)


def test_a_date_that_is_approximate_says_so(data: Dataset) -> None:
    answer = data.strength("us-forces", at="iraq", on="2016-05-11")
    assert any("2016-05-11~" in each and "approximate" in each for each in answer.assumptions)


def test_one_base_and_two_bases_are_two_subjects(data: Dataset) -> None:
    one = data.strength("us-forces", at="al-asad", on="2025-10-20")
    two = data.strength("us-forces", at=["al-asad", "harir"], on="2025-10-20")
    assert (one.status, one.value) == (Status.DEFINITE, Quantity.between(250, 350))
    assert (two.status, two.value) == (Status.DEFINITE, Quantity.maximum(350))
    assert {each.asserted_by[0].who for each in (*one.supporting, *two.supporting)} == {"mohammed-shia-al-sudani"}


def test_a_figure_of_two_bases_is_not_split(data: Dataset) -> None:
    together = "strength-al-asad-and-harir-us-2025-10-20"
    answer = data.strength("us-forces", at="harir", on="2025-10-20")
    assert together not in [each.id for each in answer.supporting]


@pytest.mark.parametrize(
    ("of", "at", "on", "expected"),
    [
        ("us-led-coalition", "kurdistan-region", "2025-11-26", Quantity.nearly(1500)),
        ("us-led-coalition", "baghdad", "2025-11-26", Quantity.between(4, 5)),
        ("coalition-allies-of-the-us", "iraq", "2020-08-23", Quantity.about(2500)),
    ],
)
def test_the_coalition_is_not_the_us(data: Dataset, of: str, at: str, on: str, expected: Quantity) -> None:
    answer = data.strength(of, at=at, on=on)
    assert (answer.status, answer.value) == (Status.DEFINITE, expected)


def test_the_whole_coalition_in_iraq_until_early_2020(data: Dataset) -> None:
    answer = data.strength("us-led-coalition", at="iraq", during="2020-02")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.about(7500))


# As it was known


def test_the_number_above_the_cap_was_known_from_its_day_on(data: Dataset) -> None:
    before = data.as_known(on="2017-12-05").strength("us-forces", at="syria", on="2017-12-06")
    assert (before.status, before.value) == (Status.NO_EVIDENCE, None)
    after = data.as_known(on="2017-12-06").strength("us-forces", at="syria", on="2017-12-06", basis="unspecified")
    assert (after.status, after.value) == (Status.DEFINITE, Quantity.exact(2000))


def test_what_was_told_years_later_was_not_known_then(data: Dataset) -> None:
    then = data.as_known(on="2018-01-01").strength("us-forces", at="syria", during="2017-06", basis="unspecified")
    assert "about 900" not in {str(each.value) for each in then.candidates}


# Strikes


@pytest.mark.parametrize(
    ("unit", "until", "expected"),
    [
        ("strikes", "2017-03", Quantity.exact(20_205)),
        ("engagements", "2017-03", Quantity.exact(42_089)),
        ("strikes", "2017-10", Quantity.nearly(28_200)),
        ("strikes", "2017-11", Quantity.exact(28_562)),
        ("strikes", "2018-11", Quantity.exact(31_406)),
        ("strikes", "2019-08", Quantity.exact(34_573)),
        ("strikes", "2019-10", Quantity.exact(34_706)),
        ("strikes", "2019-12", Quantity.exact(34_763)),
        ("strikes", "2020-02", Quantity.exact(34_791)),
        ("strikes", "2020-09", Quantity.exact(34_917)),
    ],
)
def test_totals_for_their_own_window(data: Dataset, unit: str, until: str, expected: Quantity) -> None:
    answer = data.totals(unit, by="us-led-coalition", at=BOTH, during=f"2014-08/{until}")
    assert (answer.status, answer.value) == (Status.DEFINITE, expected)


@pytest.mark.parametrize(
    ("unit", "until", "expected"),
    [
        ("strikes", "2015-07", Quantity.more_than(5800)),
        ("strikes", "2016-03", Quantity.more_than(10_800)),
        ("munitions", "2015-07", Quantity.minimum(18_000)),
        ("munitions", "2016-03", Quantity.exact(39_715)),
    ],
)
def test_a_window_with_an_approximate_end_is_never_surely_the_one_asked(
    data: Dataset, unit: str, until: str, expected: Quantity
) -> None:
    answer = data.totals(unit, at=BOTH, during=f"2014-08/{until}")
    assert (answer.status, answer.value) == (Status.POSSIBLE, expected)


def test_the_totals_that_lie_in_a_window(data: Dataset) -> None:
    answer = data.totals("strikes", at=BOTH, during="2014-08/2018-12", match="contained")
    expected = {"20,205", "nearly 28,200", "28,562", "31,406", "more than 5,800", "more than 10,800"}
    assert (answer.status, figures(answer.value)) == (Status.DEFINITE, expected)


def test_no_year_is_worked_out_from_two_totals(data: Dataset) -> None:
    assert data.totals("strikes", at=BOTH, during="2018").status is Status.NO_EVIDENCE


# Harm to civilians


def test_civilians_conceded_as_known_on_1_december_2017(data: Dataset) -> None:
    known = data.as_known(on="2017-12-01")
    answer = known.totals("killed", victims="civilians", at=BOTH, during="2014-08/2017-10")
    assert (answer.status, answer.value) == (Status.DEFINITE, Quantity.exact(801))
    assert answer.supporting[0].asserted_by[0].who == "cjtf-oir"
    later = known.totals("killed", victims="civilians", at=BOTH, during="2014-08/2017-11")
    assert (later.status, later.value) == (Status.NO_EVIDENCE, None)


def test_all_that_was_conceded_by_then(data: Dataset) -> None:
    known = data.as_known(on="2017-12-01")
    answer = known.totals("killed", victims="civilians", at=BOTH, during="2014-08/2017-11", match="contained")
    claims = [each for each in answer.supporting if isinstance(each, Casualties)]
    conceded = {str(each.quantity) for each in claims if each.basis is CasualtyBasis.CONCEDED}
    assert conceded == {"2", "21", "at least 484", "at least 624", "at least 735", "801"}


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2017-04", Quantity.minimum(484)),
        ("2017-11", Quantity.minimum(817)),
        ("2018-11", Quantity.minimum(1139)),
        ("2019-08", Quantity.minimum(1335)),
        ("2019-10", Quantity.minimum(1347)),
        ("2019-12", Quantity.minimum(1370)),
        ("2020-02", Quantity.minimum(1377)),
    ],
)
def test_civilians_conceded(data: Dataset, until: str, expected: Quantity) -> None:
    answer = data.totals("killed", victims="civilians", at=BOTH, during=f"2014-08/{until}")
    assert (answer.status, answer.value) == (Status.DEFINITE, expected)


def test_what_was_conceded_and_what_airwars_counts_do_not_conflict(data: Dataset) -> None:
    answer = data.totals("killed", victims="civilians", at=BOTH, during="2014-08/2016-03", match="contained")
    assert {"21", "between 1,004 and 1,419"} <= {str(each.value) for each in answer.candidates}
    assert answer.opposing == ()


def test_the_reassessment_of_november_2019_corrects_no_named_figure(data: Dataset) -> None:
    reassessed = claim(data, "casualties-civilians-conceded-2014-2019-10")
    assert (reassessed.corrects, reassessed.supersedes, reassessed.retracts) == ((), (), ())
    assert reassessed.note is not None
    assert "reassessed" in reassessed.note


def test_both_figures_of_april_2019_stay(data: Dataset) -> None:
    answer = data.totals("killed", victims="civilians", at=BOTH, during="2014-08/2019-04", match="contained")
    assert {"at least 1,291", "1,277"} <= figures(answer.value)
    assert Quantity.minimum(1291).consistent_with(Quantity.exact(1277)) is Truth.NO


def test_three_counts_of_raqqa_stand_beside_each_other(data: Dataset) -> None:
    city = data.totals("killed", victims="civilians", at="raqqa", during="2017-06/2017-10")
    assert (city.status, figures(city.value)) == (Status.DEFINITE, {"more than 1,600", "180"})
    wider = data.totals("killed", victims="civilians", at="raqqa-governorate", during="2017-06/2017-10")
    assert (wider.status, str(wider.value)) == (Status.DEFINITE, "between 1,867 and 2,467 (derived)")
    assert wider.supporting[0].modality is Modality.INFERRED
    assert any("391 incidents" in each for each in wider.assumptions)


def test_a_share_of_anothers_figure_is_no_figure(data: Dataset) -> None:
    counts = {str(each.quantity) for each in data.claims(Casualties, of="battle-of-raqqa")}
    assert counts == {"more than 1,600", "180"}


def test_the_undated_page_is_no_older_and_no_younger_than_is_known(data: Dataset) -> None:
    undated = claim(data, "casualties-civilians-conceded-2014-undated")
    assert str(undated.reported) == "[2020-11-18..2026-11-21]"
    assert any("no date" in each for each in undated.assumptions)
    known = data.as_known(on="2020-11-01")
    assert undated.id not in [each.id for each in known.claims()]


def test_one_page_counts_the_same_incidents_twice(data: Dataset) -> None:
    series = "incidents-graded-fair-or-confirmed"
    answer = data.totals("incidents", of=series, at=BOTH, during="2014-08/2026-12", match="contained")
    assert (answer.status, figures(answer.value)) == (Status.CONTESTED, {"1,553", "3,003"})


def test_incidents_that_were_conceded_grow_and_are_not_contested(data: Dataset) -> None:
    series = "incidents-conceded-by-the-coalition"
    answer = data.totals("incidents", of=series, at=BOTH, during="2014-08/2026-12", match="contained")
    assert (answer.status, figures(answer.value)) == (Status.DEFINITE, {"16", "341", "364"})


def test_each_grade_is_a_basis_of_its_own(data: Dataset) -> None:
    undated = {each.basis: str(each.quantity) for each in data.claims(Casualties) if each.id.endswith("-undated")}
    assert undated == {
        CasualtyBasis.CONCEDED: "1,457",
        CasualtyBasis.FAIR: "between 8,249 and 13,342",
        CasualtyBasis.ALLEGED: "between 19,217 and 29,816",
        CasualtyBasis.WEAK: "between 2,397 and 2,821",
        CasualtyBasis.CONTESTED: "between 7,877 and 12,576",
        CasualtyBasis.DISCOUNTED: "between 694 and 1,077",
    }


# All those of the two countries


def test_no_two_figures_conflict(data: Dataset) -> None:
    pairs = [
        sorted(each.id for each in conflict.claims)
        for conflict in data.conflicts()
        if all(is_of_a_country(each) for each in conflict.claims)
    ]
    assert pairs == []


def test_no_figure_is_doubtful(data: Dataset) -> None:
    ids = {each.id for each in data.claims() if is_of_a_country(each)}
    assert len(ids) > 80
    assert [finding for finding in check(data) if ids & set(finding.subjects)] == []


def test_every_figure_names_its_speaker(data: Dataset) -> None:
    assert [each.id for each in data.claims() if is_of_a_country(each) and not each.asserted_by] == []
