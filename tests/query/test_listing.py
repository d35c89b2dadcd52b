"""Conflicts, and rows for a table."""

import pytest

from oirmodel.claims import CLAIM_KINDS, Attribute, Casualties, Control, Purpose, Strength
from oirmodel.entities import ENTITY_KINDS, Installation, Place, Source
from oirmodel.errors import InvalidQuestion
from oirmodel.geo import Box, Point
from oirmodel.ids import EntityId, PlaceId, SiteId
from oirmodel.provenance import Grade, Speaker
from oirmodel.quantity import Quantity
from oirmodel.query import Dataset
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import (
    affiliation,
    agreement,
    attribution,
    casualties,
    change,
    control,
    data,
    occurrence,
    ownership,
    posting,
    presence,
    same_as,
    says,
    status_of,
    strength,
    tally,
    terms,
)

MAY = "2020-05-01/2020-05-31"


def found(told: Dataset) -> list[tuple[set[str], str]]:
    """The conflicts: the ids of the two claims, and why."""
    return [({each.id for each in conflict.claims}, conflict.why) for conflict in told.conflicts()]


def test_two_full_controllers_of_the_same_days_are_in_conflict() -> None:
    told = data(control("us", MAY, id="one"), control("iraq", "2020-05-10/2020-06-10", id="two"))
    why = (
        "control of Al-Asad Airbase: US forces (full) and Iraqi armed forces (full) are both said "
        "from 2020-05-10 to 2020-05-31, and each excludes the other"
    )
    assert found(told) == [({"one", "two"}, why)]


def test_a_handover_is_no_conflict() -> None:
    assert data(control("us", MAY), control("iraq", "2020-05-31/2020-06-30")).conflicts() == ()


def test_rivals_that_may_be_kept_apart_are_in_no_conflict() -> None:
    assert data(control("us", "2020-05-01/"), control("iraq", "[2020-05-01..2020-05-10]/")).conflicts() == ()


def test_a_claim_and_its_denial_that_share_a_day_are_in_conflict() -> None:
    told = data(presence("us", MAY, id="one"), presence("us", "2020-05-31/2020-06-10", id="two", modality="denied"))
    assert found(told) == [
        ({"one", "two"}, "presence at Al-Asad Airbase: US forces, both said and denied on 2020-05-31")
    ]


def test_a_denial_of_the_whole_is_in_conflict_with_presence_in_a_part() -> None:
    told = data(
        presence("us", MAY, at="compound", id="one"), presence("us", MAY, at="anbar", id="two", modality="denied")
    )
    assert [pair for pair, _ in found(told)] == [{"one", "two"}]


def test_two_accounts_of_one_stay_are_in_conflict_where_a_day_is_certain_and_ruled_out() -> None:
    told = data(presence("us", MAY, id="one"), presence("us", "2020-05-01/2020-05-20", id="two"))
    why = (
        "presence at Al-Asad Airbase: two accounts of one stay, US forces, differ over its dates, "
        "from 2020-05-01 to 2020-05-31 and from 2020-05-01 to 2020-05-20"
    )
    assert found(told) == [({"one", "two"}, why)]
    assert data(presence("us", MAY), presence("us", "2020-05-01/[2020-05-20..]")).conflicts() == ()


def test_two_denials_of_which_one_reaches_further_are_in_no_conflict() -> None:
    told = data(presence("us", MAY, modality="denied"), presence("us", "2020-05-01/2020-05-20", modality="denied"))
    assert told.conflicts() == ()


def test_two_dates_of_one_event_are_in_conflict() -> None:
    told = data(
        occurrence("raid", "2025-01-02/2025-01-02", id="one"), occurrence("raid", "2025-01-04/2025-01-04", id="two")
    )
    why = "occurrence of The raid: no extent of the event fits both, on 2025-01-02 and on 2025-01-04"
    assert found(told) == [({"one", "two"}, why)]
    assert data(occurrence("raid", "2025-01-02"), occurrence("raid", "2025-01")).conflicts() == ()


def test_two_figures_for_one_window_are_in_conflict() -> None:
    told = data(tally(100, "2016", id="one"), tally(200, "2016", id="two"), tally(300, "2017"))
    why = "tally in Syria: two figures for one window from 2016-01-01 to 2016-12-31, 100 and 200"
    assert found(told) == [({"one", "two"}, why)]


def test_a_figure_and_its_denial_for_one_window_are_in_conflict() -> None:
    told = data(tally(100, "2016", id="one"), tally(100, "2016", id="two", modality="denied"))
    assert [pair for pair, _ in found(told)] == [{"one", "two"}]


def test_two_figures_on_one_basis_are_in_conflict() -> None:
    told = data(strength(900, MAY, id="one"), strength(2000, MAY, id="two"), strength(1500, MAY, basis="core"))
    why = (
        "strength of US forces in Syria: 900 and 2,000 are both said from 2020-05-01 to 2020-05-31, "
        "and each excludes the other"
    )
    assert found(told) == [({"one", "two"}, why)]


def test_totals_without_a_subject_are_compared_too() -> None:
    told = data(casualties(1, "2016", id="one"), casualties(2, "2016", id="two"), casualties(2, "2016", harm="wounded"))
    assert [pair for pair, _ in found(told)] == [{"one", "two"}]


def test_two_plans_that_share_no_end_are_in_conflict() -> None:
    told = data(
        status_of("resolve", "ongoing", "2024-09-27/2025-09", modality="planned", id="one"),
        status_of("resolve", "ongoing", "2024-09-27/2025-12", modality="planned", id="two"),
        status_of("eagle", "ongoing", "2024-09-27/2026-09", modality="planned"),
    )
    why = (
        "operation status of Operation Resolve: two plans of one thing, ongoing, share no day for its start or its "
        "end, from 2024-09-27 to 2025-09 and from 2024-09-27 to 2025-12"
    )
    assert found(told) == [({"one", "two"}, why)]


def test_a_plan_and_a_fact_are_in_no_conflict() -> None:
    told = data(status_of("resolve", "ongoing", MAY), status_of("resolve", "ended", MAY, modality="planned"))
    assert told.conflicts() == ()


def test_an_allegation_is_in_no_sure_conflict() -> None:
    assert data(control("us", MAY), control("isis", MAY, modality="alleged")).conflicts() == ()


def test_two_holders_of_a_post_are_in_conflict_where_it_is_single() -> None:
    told = data(
        posting("smith", MAY),
        posting("jones", MAY),
        posting("smith", MAY, of="adviser"),
        posting("jones", MAY, of="adviser"),
    )
    (conflict,) = told.conflicts()
    assert {each.of for each in conflict.claims} == {"commander"}  # type: ignore[attr-defined]


def test_members_of_one_force_are_in_no_conflict_with_it() -> None:
    told = data(
        control("army", MAY), control("iraq", MAY), affiliation("army", "iraq"), control("us-forces", "2021/2022")
    )
    assert told.conflicts() == ()


def test_conflicts_are_those_of_a_view() -> None:
    told = data(control("us", MAY, reported="2020-06-10"), control("iraq", MAY, reported="2020-07-10"))
    assert told.as_known(on="2020-07-09").conflicts() == ()
    assert len(told.as_known(on="2020-07-10").conflicts()) == 1


def test_a_correction_ends_a_conflict() -> None:
    told = data(control("us", MAY, id="told"), control("iraq", MAY, corrects=["told"]))
    assert told.conflicts() == ()


def test_a_conflict_explains_itself_with_both_claims() -> None:
    told = data(control("us", MAY, id="one"), control("iraq", MAY, id="two"))
    (conflict,) = told.conflicts()
    told_when = 'from 2020-05-01 to 2020-05-31; reported 2030-01-01, in "A report"'
    why = (
        "control of Al-Asad Airbase: US forces (full) and Iraqi armed forces (full) are both said "
        "from 2020-05-01 to 2020-05-31, and each excludes the other"
    )
    assert conflict.explain(told).splitlines() == [
        why,
        f"  one: control: Al-Asad Airbase, US forces, full; {told_when}",
        f"  two: control: Al-Asad Airbase, Iraqi armed forces, full; {told_when}",
    ]


# Of the kinds of agreements and of reports


def test_two_deadlines_that_share_no_day_are_in_conflict() -> None:
    told = data(terms("2025-09", id="one"), terms("2025-12", id="two"), terms(None), terms("[..2025-12-31]"))
    why = "commitment terms of To leave: two deadlines of one thing share no day, 2025-09 and 2025-12"
    assert found(told) == [({"one", "two"}, why)]


def test_two_statuses_of_one_agreement_are_in_conflict() -> None:
    told = data(agreement("statement", "signed", MAY, id="one"), agreement("statement", "expired", MAY, id="two"))
    why = (
        "agreement status of Joint statement: signed and expired are both said from 2020-05-01 to 2020-05-31, "
        "and each excludes the other"
    )
    assert found(told) == [({"one", "two"}, why)]


def test_responsibility_that_is_said_and_denied_is_in_conflict() -> None:
    told = data(
        attribution("isis", certainty="known", id="one"),
        attribution("isis", modality="denied", id="two"),
        attribution("us", certainty="known"),
        attribution("us", certainty="suspected"),
    )
    assert found(told) == [({"one", "two"}, "attribution of The strike: ISIS (known) is said, and ISIS denied")]


def test_a_suspicion_is_in_no_sure_conflict_with_a_denial() -> None:
    assert data(attribution("isis", certainty="suspected"), attribution("isis", modality="denied")).conflicts() == ()


def test_an_attribute_that_is_said_and_denied_is_in_conflict() -> None:
    told = data(
        says(Attribute, MAY, of="al-asad", aspect="ordinal", value="largest", id="one"),
        says(Attribute, MAY, of="al-asad", aspect="ordinal", value="second-largest", id="two"),
        says(Attribute, MAY, of="al-asad", aspect="ordinal", value="largest", modality="denied", id="three"),
    )
    why = "attribute of Al-Asad Airbase: largest (ordinal), both said and denied from 2020-05-01 to 2020-05-31"
    assert found(told) == [({"one", "three"}, why)]


def test_two_changes_of_one_window_are_in_conflict_where_no_number_fits_both() -> None:
    told = data(
        change("drawdown", "2011", quantity=Quantity.exact(100), id="one"),
        change("drawdown", "2011", quantity=Quantity.exact(200), id="two"),
        change("drawdown", "2011", share="majority"),
        change("drawdown", "2011"),
        change("surge", "2011", quantity=Quantity.exact(300)),
    )
    why = "strength change of US forces in Syria: two figures for one window from 2011-01-01 to 2011-12-31, 100 and 200"
    assert found(told) == [({"one", "two"}, why)]


def test_a_denial_of_any_change_is_in_conflict_with_each() -> None:
    told = data(
        change("drawdown", "2011", quantity=Quantity.exact(100), id="one"),
        change("drawdown", "2011", share="majority", id="two"),
        change("drawdown", "2011", modality="denied", id="none"),
        change("surge", "2011"),
    )
    assert [pair for pair, _ in found(told)] == [{"one", "none"}, {"two", "none"}]


def test_stays_that_overlap_on_days_that_nobody_knows_are_told_by_where_those_lie() -> None:
    told = data(control("us", "2020-05-01/2020-05-31"), control("iraq", "[..2020-05-20]/[2020-05-10..]"))
    assert "are both said at some time from 2020-05-10 to 2020-05-20, and each" in told.conflicts()[0].why


# rows


def everything() -> Dataset:
    """Claims of every kind, some with the fields that most leave out."""
    return data(
        control("iraq", Period.by("2026-01-17"), id="plain", reported="2026-01-17"),
        control(
            "us",
            "2020-05~/",
            id="full",
            asserted_by=[make(Speaker, who="ministry"), make(Speaker, who="agency")],
            assumptions=["year: none given", "base: the larger"],
            note="a note",
            extensions={"acme:score": 3},
        ),
        ownership("iraq", MAY),
        presence("us", MAY),
        strength(Quantity.between(5, 9), MAY, at=["syria", "anbar"], spread="together", id="several"),
        affiliation("army", "iraq"),
        posting("smith", MAY, rank="Lt. Gen."),
        status_of("resolve", "ongoing", MAY),
        says(Purpose, MAY, of="resolve", aim="defeat ISIS"),
        occurrence("raid", MAY, at=["al-asad"], by=["us"]),
        casualties(Quantity.none(), "2016", id="none"),
        tally(100, "2016"),
        same_as("us", "us-forces"),
    )


@pytest.mark.parametrize("kind", [*CLAIM_KINDS, *ENTITY_KINDS, Source])
def test_rows_of_a_kind_are_flat_plain_and_have_the_same_keys(kind: type) -> None:
    rows = everything().rows(kind)
    assert all(isinstance(cell, str | int | float | bool | None) for row in rows for cell in row.values())
    assert len({frozenset(key for key in row if not key.startswith("extensions.")) for row in rows}) <= 1


def test_every_row_of_a_kind_has_the_same_keys_whatever_its_extensions() -> None:
    rows = everything().rows("control")
    assert len(rows) == 2
    assert set(rows[0]) == set(rows[1])


def test_a_row_has_the_texts_of_a_period_and_its_bounds() -> None:
    row = next(each for each in everything().rows(Control) if each["id"] == "plain")
    assert {
        key: row[key]
        for key in ("start", "end", "start_earliest", "start_latest", "end_earliest", "end_latest", "end_kind")
    } == {
        "start": "[..2026-01-17]",
        "end": "..",
        "start_earliest": None,
        "start_latest": "2026-01-17",
        "end_earliest": "2026-01-17",
        "end_latest": None,
        "end_kind": "open",
    }
    assert list(row)[:2] == ["kind", "id"]


def test_a_row_joins_what_is_several() -> None:
    row = next(each for each in everything().rows(Control) if each["id"] == "full")
    assert row["asserted_by"] == "ministry > agency"
    assert row["sources"] == "src"
    assert row["assumptions"] == "year: none given;base: the larger"
    assert row["degree"] == "full"
    several = next(each for each in everything().rows(Strength))
    assert (several["at"], several["quantity"], several["wording"]) == ("syria;anbar", "between 5 and 9", "between")
    assert (several["number"], several["to"]) == (5, 9)


def test_what_an_extension_holds_is_one_cell() -> None:
    told = data(control("us", MAY, extensions={"acme:score": 3, "acme:tags": ["a", {"b": None}], "acme:more": {}}))
    (row,) = told.rows("control")
    assert {key: cell for key, cell in row.items() if key.startswith("extensions")} == {
        "extensions.acme:score": 3,
        "extensions.acme:tags": '["a", {"b": null}]',
        "extensions.acme:more": "{}",
    }


def test_a_stated_none_is_no_blank() -> None:
    (row,) = everything().rows(Casualties)
    assert (row["quantity"], row["wording"], row["number"]) == ("none", "none", None)


def test_rows_are_those_of_a_view() -> None:
    told = data(control("us", MAY, reported="2020-06-10"), control("iraq", MAY, reported="2020-07-10"))
    assert [row["by"] for row in told.as_known(on="2020-06-10").rows("control")] == ["us"]


def test_rows_of_entities_and_sources() -> None:
    rows = {row["id"]: row for row in everything().rows(Installation)}
    assert (rows["al-asad"]["names"], rows["al-asad"]["place"]) == ("Al-Asad Airbase;عين الأسد", "anbar")
    assert [row["id"] for row in everything().rows("source")] == ["src", "other"]


def test_places_with_and_without_a_point_or_a_box_have_the_same_keys() -> None:
    where = PlaceId(SiteId(EntityId("here")))
    boxed = Place(
        id=where, point=Point(longitude=42.0, latitude=33.0), box=Box(west=41.0, south=32.0, east=43.0, north=34.0)
    )
    rows = Dataset(entities=[boxed, Place(id=PlaceId(SiteId(EntityId("there"))))]).rows("place")
    assert set(rows[0]) == set(rows[1])
    assert (rows[0]["longitude"], rows[0]["west"]) == (42.0, 41.0)
    assert (rows[1]["longitude"], rows[1]["west"]) == (None, None)


def test_grades_and_external_ids_are_written_with_their_schemes() -> None:
    graded = presence("us", MAY, grades=[make(Grade, by="agency", scheme="admiralty", grade="B2")])
    base = make(Installation, id="here", external_ids=["icao:ORAA", "iata:IQA"])
    told = Dataset(entities=[base], claims=[graded])
    assert told.rows("presence")[0]["grades"] == "admiralty:B2"
    assert told.rows("installation")[0]["external_ids"] == "icao:ORAA;iata:IQA"


def test_an_unknown_kind_has_no_rows() -> None:
    with pytest.raises(InvalidQuestion, match="no kind 'haunting'"):
        data().rows("haunting")
