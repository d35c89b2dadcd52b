"""What changed between two days: what was learned, what was taken back, and which answers flipped."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from oirmodel.claims import CLAIM_KINDS, Being, Control
from oirmodel.entities import Installation, Place, Source
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.frozen import evolve
from oirmodel.quantity import Quantity
from oirmodel.query import Changes, Dataset, Flip, Graded, Revision
from oirmodel.temporal import Period
from oirmodel.testing import datasets
from oirmodel.truth import Truth
from tests.making import FEW, make
from tests.query.building import (
    affiliation,
    casualties,
    control,
    data,
    occurrence,
    posting,
    presence,
    same_as,
    status_of,
    strength,
    tally,
)

NO, MAYBE, YES = Truth.NO, Truth.MAYBE, Truth.YES
MAY = "2020-05-01/2020-05-31"


def learned(changes: Changes) -> dict[str, tuple[Truth, Truth]]:
    return {each.claim.id: (each.before, each.after) for each in changes.learned}


def taken_back(revisions: tuple[Revision, ...]) -> list[tuple[str, str, str, Truth, Truth]]:
    return [(each.claim.id, each.how, each.by.id, each.before, each.after) for each in revisions]


def told(graded: Graded) -> list[str]:
    values = (f"{each.status.value} {'' if each.holds else 'not '}{each.value}" for each in graded.telling)
    return sorted(values) or [graded.status.value]


def flips(changes: Changes) -> list[tuple[str, str | None, str, list[str], list[str]]]:
    def days(flip: Flip) -> str:
        return "/".join(".." if day is None else day.isoformat() for day in (flip.first, flip.last))

    return [(each.kind, each.of, days(each), told(each.before), told(each.after)) for each in changes.flipped]


# learned


def test_a_claim_reported_between_the_days_was_learned() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("us", MAY, id="on-the-first", reported="2020-06-10"),
        control("us", MAY, id="new", reported="2020-06-11"),
        control("us", MAY, id="on-the-second", reported="2020-06-20"),
        control("us", MAY, id="later", reported="2020-06-21"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert learned(changes) == {"new": (NO, YES), "on-the-second": (NO, YES)}


def test_a_claim_whose_report_may_be_later_was_possibly_learned() -> None:
    both = data(control("us", MAY, id="vague", reported="2020-06"))
    assert learned(both.changes_between("2020-05-31", "2020-06-15")) == {"vague": (NO, MAYBE)}
    assert learned(both.changes_between("2020-06-15", "2020-06-30")) == {"vague": (MAYBE, YES)}
    assert learned(both.changes_between("2020-06-10", "2020-06-15")) == {}
    assert learned(both.changes_between("2020-05-31", "2020-06-30")) == {"vague": (NO, YES)}


def test_nothing_changes_from_a_day_to_itself() -> None:
    changes = data(control("us", MAY, reported="2020-06-10")).changes_between("2020-06-10", "2020-06-10")
    assert (changes.learned, changes.corrected, changes.restored, changes.flipped) == ((), (), (), ())
    assert changes.explain() == "What changed in what was known from 2020-06-10 to 2020-06-10?\n  nothing"


def test_the_earlier_day_comes_first() -> None:
    with pytest.raises(InvalidQuestion, match="expected the earlier day first, and '2020-06-20' is after '2020-06-10'"):
        data().changes_between("2020-06-20", "2020-06-10")


@pytest.mark.parametrize("days", [("2020-06", "2020-07-01"), ("2020-06-01", "2020-07")])
def test_each_is_one_day(days: tuple[str, str]) -> None:
    with pytest.raises(InvalidQuestion, match="expected one day to look back from"):
        data().changes_between(*days)


def test_a_view_that_looks_back_already_learns_nothing_after_its_day() -> None:
    both = data(
        control("us", MAY, id="one", reported="2020-06-05"), control("us", MAY, id="two", reported="2020-06-15")
    )
    view = both.as_known(on="2020-06-10")
    assert learned(view.changes_between("2020-06-01", "2020-06-20")) == {"one": (NO, YES)}
    assert learned(view.changes_between("2020-06-12", "2020-06-20")) == {}


def test_a_view_of_some_sources_learns_from_those_alone() -> None:
    both = data(
        control("us", MAY, id="one", reported="2020-06-05"),
        control("iraq", MAY, id="two", reported="2020-06-06", source="other"),
    )
    changes = both.only("articles").changes_between("2020-06-01", "2020-06-10")
    assert learned(changes) == {"one": (NO, YES)}
    assert flips(changes)[0][4] == ["definite us"]


# taken back


@pytest.mark.parametrize("how", ["corrects", "supersedes", "retracts"])
def test_what_takes_a_claim_back_is_told_with_what_it_takes_back(how: str) -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("iraq", "2020-05-10/2020-05-20", id="new", reported="2020-06-15", **{how: ["old"]}),
    ).changes_between("2020-06-10", "2020-06-20")
    assert taken_back(changes.corrected) == [("old", how, "new", NO, YES)]
    assert changes.restored == ()
    (revision,) = changes.corrected
    period = None if revision.period is None else revision.period.format()
    assert period == ("2020-05-10/2020-05-20" if how == "corrects" else None)


def test_a_claim_learned_and_corrected_between_the_days_is_told_as_both() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-12"),
        control("iraq", MAY, id="new", reported="2020-06-15", corrects=["old"]),
    ).changes_between("2020-06-10", "2020-06-20")
    assert learned(changes) == {"new": (NO, YES), "old": (NO, YES)}
    assert taken_back(changes.corrected) == [("old", "corrects", "new", NO, YES)]


def test_an_older_correction_is_no_news() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("iraq", MAY, id="new", reported="2020-06-05", corrects=["old"]),
        control("isis", "2019", id="unrelated", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert changes.corrected == changes.restored == ()


def test_a_possibly_known_retraction_takes_back_possibly() -> None:
    both = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("us", MAY, id="new", reported="2020-06", retracts=["old"]),
    )
    assert taken_back(both.changes_between("2020-05-01", "2020-06-15").corrected) == [
        ("old", "retracts", "new", NO, MAYBE)
    ]
    assert taken_back(both.changes_between("2020-06-15", "2020-07-01").corrected) == [
        ("old", "retracts", "new", MAYBE, YES)
    ]


def test_an_alleged_retraction_takes_back_possibly() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("us", MAY, id="new", reported="2020-06-15", retracts=["old"], modality="alleged"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert taken_back(changes.corrected) == [("old", "retracts", "new", NO, MAYBE)]
    assert flips(changes)[0] == ("control", "al-asad", MAY, ["definite us"], ["possible us"])


@pytest.mark.parametrize("how", ["corrects", "supersedes", "retracts"])
def test_retracting_what_took_a_claim_back_restores_it(how: str) -> None:
    changes = data(
        control("us", MAY, id="a", reported="2020-06-01"),
        control("iraq", MAY, id="b", reported="2020-06-05", **{how: ["a"]}),
        control("isis", "2018", id="c", reported="2020-06-15", retracts=["b"]),
    ).changes_between("2020-06-10", "2020-06-20")
    assert taken_back(changes.corrected) == [("b", "retracts", "c", NO, YES)]
    assert taken_back(changes.restored) == [("a", how, "b", YES, NO)]
    assert ("control", "al-asad", MAY, ["definite iraq"], ["definite us"]) in flips(changes)


def test_a_newer_edition_of_an_edition_restores_nothing() -> None:
    changes = data(
        control("us", MAY, id="a", reported="2020-06-01"),
        control("iraq", MAY, id="b", reported="2020-06-05", supersedes=["a"]),
        control("isis", MAY, id="c", reported="2020-06-15", supersedes=["b"]),
    ).changes_between("2020-06-10", "2020-06-20")
    assert taken_back(changes.corrected) == [("b", "supersedes", "c", NO, YES)]
    assert changes.restored == ()


def test_an_inference_falls_with_its_premise() -> None:
    changes = data(
        presence("us", MAY, id="premise", reported="2020-06-01"),
        control("us", MAY, id="inferred", reported="2020-06-01", modality="inferred", derived_from=["premise"]),
        presence("us", MAY, id="gone", reported="2020-06-15", retracts=["premise"], modality="denied"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert ("control", "al-asad", MAY, ["definite us"], ["no-evidence"]) in flips(changes)


# flipped


def test_an_answer_flips_on_the_days_on_which_it_came_out_otherwise() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("iraq", "2020-05-10/2020-05-20", id="new", reported="2020-06-15", corrects=["old"]),
    ).changes_between("2020-06-10", "2020-06-20")
    assert flips(changes)[0] == (
        "control",
        "al-asad",
        "2020-05-10/2020-05-20",
        ["definite us"],
        ["definite iraq"],
    )
    assert "2020-05-09" not in str(flips(changes))


def test_what_bears_on_parts_and_wholes_flips_there_too() -> None:
    up = data(presence("us", MAY, at="compound", reported="2020-06-15")).changes_between("2020-06-10", "2020-06-20")
    assert {each.of for each in up.flipped} == {"compound", "al-asad", "anbar", "iraq-land"}
    down = data(presence("us", MAY, at="anbar", reported="2020-06-15", modality="denied"))
    assert {each.of for each in down.changes_between("2020-06-10", "2020-06-20").flipped} == {
        "anbar",
        "al-asad",
        "compound",
    }


def test_a_site_that_a_claim_does_not_bear_on_is_not_asked_about() -> None:
    changes = data(
        control("us", "2020-05-01/..", of="k-1", reported="2020-05-05"), control("us", MAY, reported="2020-06-15")
    ).changes_between("2020-06-10", "2020-06-20")
    assert "k-1" not in {each.of for each in changes.flipped}


def test_two_values_that_become_one_flip_the_answers_that_have_both() -> None:
    changes = data(
        control("us", MAY, reported="2020-06-01"),
        control("us-forces", MAY, reported="2020-06-01"),
        control("us", MAY, of="k-1", reported="2020-06-01"),
        same_as("us", "us-forces", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20", kind="control")
    assert flips(changes)[0] == (
        "control",
        "al-asad",
        MAY,
        ["contested us", "contested us-forces"],
        ["definite us"],
    )
    assert {each.of for each in changes.flipped} == {"compound", "al-asad", "anbar", "iraq-land"}


def test_a_part_that_comes_to_belong_to_a_whole_no_longer_competes_with_it() -> None:
    changes = data(
        control("brigade", MAY, reported="2020-06-01"),
        control("iraq", MAY, reported="2020-06-01"),
        affiliation("brigade", "army", reported="2020-06-01"),
        affiliation("army", "iraq", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20", kind="control")
    assert flips(changes)[0] == ("control", "al-asad", MAY, ["contested brigade", "contested iraq"], ["definite iraq"])


def test_support_makes_nothing_one() -> None:
    changes = data(
        control("army", MAY, reported="2020-06-01"),
        control("iraq", MAY, reported="2020-06-01"),
        affiliation("army", "iraq", reported="2020-06-15", relation="supports"),
    ).changes_between("2020-06-10", "2020-06-20", kind="control")
    assert changes.flipped == ()


def test_two_places_that_become_one_are_answered_alike() -> None:
    changes = data(
        control("us", MAY, reported="2020-06-01"), same_as("al-asad", "taji", reported="2020-06-15")
    ).changes_between("2020-06-10", "2020-06-20", of="taji")
    assert ("control", "taji", MAY, ["no-evidence"], ["definite us"]) in flips(changes)
    assert {each.of for each in changes.flipped} == {"al-asad", "taji"}


def test_what_is_said_of_one_id_flips_the_answer_under_every_other() -> None:
    changes = data(
        same_as("al-asad", "taji", reported="2020-06-01"),
        same_as("raid", "strike", reported="2020-06-01"),
        same_as("coalition", "us", reported="2020-06-01"),
        control("us", MAY, reported="2020-06-15"),
        occurrence("raid", "2020-05-02/2020-05-02", reported="2020-06-15"),
        tally(5, "2016", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert {(each.kind, each.of) for each in changes.flipped} == {
        *(("control", each) for each in ("compound", "al-asad", "taji", "anbar", "iraq-land")),
        *(("occurrence", each) for each in ("raid", "strike")),
        ("tally", None),
    }
    assert [each.question for each in changes.flipped if each.kind == "tally"] == [
        "tally, strikes, by The coalition, in Syria",
        "tally, strikes, by US forces, in Syria",
    ]


@pytest.mark.parametrize(
    ("site", "modality", "after"),
    [("compound", "asserted", "definite us"), ("anbar", "denied", "definite not us")],
)
def test_a_place_that_becomes_one_with_another_is_answered_by_its_parts_and_wholes(
    site: str, modality: str, after: str
) -> None:
    changes = data(
        presence("us", MAY, at=site, modality=modality, reported="2020-06-01"),
        same_as("al-asad", "taji", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert ("presence", "taji", MAY, ["no-evidence"], [after]) in flips(changes)


def test_two_values_under_two_ids_of_one_place_become_one() -> None:
    changes = data(
        control("us", MAY, reported="2020-06-01"),
        control("us-forces", MAY, of="taji", reported="2020-06-01"),
        same_as("al-asad", "taji", reported="2020-06-01"),
        same_as("us", "us-forces", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    for site in ("al-asad", "taji"):
        assert ("control", site, MAY, ["contested us", "contested us-forces"], ["definite us"]) in flips(changes)


@pytest.mark.parametrize("tie", [("raid", "strike"), ("k-1", "taji")])
def test_that_two_ids_are_one_flips_what_a_denial_at_a_place_denies(tie: tuple[str, str]) -> None:
    event, site = ("strike", "k-1") if "strike" in tie else ("raid", "taji")
    changes = data(
        occurrence("raid", MAY, at=["k-1"], modality="denied", reported="2020-06-01"),
        occurrence(event, "2020-05-05/2020-05-05", at=[site], reported="2020-06-01"),
        same_as(*tie, reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20", kind="occurrence")
    assert ("occurrence", "raid", "2020-05-06/2020-05-31", ["no-evidence"], ["definite not raid"]) in flips(changes)


def test_an_account_that_comes_to_be_known_flips_what_a_denial_at_a_place_denies() -> None:
    changes = data(
        occurrence("raid", MAY, at=["k-1"], modality="denied", reported="2020-06-01"),
        occurrence("raid", "2020-05-05/2020-05-05", at=["k-1"], reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert flips(changes) == [
        ("occurrence", "raid", "2020-05-01/2020-05-04", ["no-evidence"], ["definite not raid"]),
        ("occurrence", "raid", "2020-05-05/2020-05-05", ["no-evidence"], ["contested raid"]),
        ("occurrence", "raid", "2020-05-06/2020-05-31", ["no-evidence"], ["definite not raid"]),
    ]


def test_figures_flip_by_place_and_basis() -> None:
    changes = data(
        strength(900, MAY, id="core", basis="core", reported="2020-06-01"),
        strength(2000, MAY, id="total", basis="spokesperson-total", reported="2020-06-15"),
        strength(5, MAY, id="elsewhere", at=["iraq-land"], reported="2020-06-01"),
    ).changes_between("2020-06-10", "2020-06-20")
    first = changes.flipped[0]
    assert (first.of, first.at, told(first.before), told(first.after)) == (
        "us",
        ("syria",),
        ["definite 900"],
        ["definite 2,000", "definite 900"],
    )
    assert {each.at for each in changes.flipped} == {("syria",)}


def test_a_total_flips_as_one_for_its_own_window() -> None:
    changes = data(
        tally(100, "2016", id="first", reported="2017-01-01"),
        tally(120, "2016", id="new", reported="2020-06-15", supersedes=["first"]),
        casualties(Quantity.none(), "2016", who="us", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    window = "2016-01-01/2016-12-31"
    assert sorted(flips(changes)) == [
        ("casualties", None, window, ["no-evidence"], ["definite none"]),
        ("tally", None, window, ["definite 100"], ["definite 120"]),
    ]


def test_a_total_of_a_vague_window_answers_for_none() -> None:
    vague = evolve(tally(100, "2016", id="a", reported="2020-06-15"), period=Period.parse("2016/2017"))
    changes = data(vague).changes_between("2020-06-10", "2020-06-20")
    assert learned(changes) == {"a": (NO, YES)}
    assert changes.flipped == ()


def test_plans_flip_the_answer_about_plans() -> None:
    changes = data(
        status_of("resolve", "ongoing", "2020-01-01/2020-09-30", modality="planned", reported="2020-06-15")
    ).changes_between("2020-06-10", "2020-06-20")
    assert {each.modality for each in changes.flipped} == {"planned"}
    assert flips(changes)[0][4] == ["definite ongoing"]


def test_an_event_and_a_post_flip_too() -> None:
    changes = data(
        occurrence("raid", "2020-05-02/2020-05-02", reported="2020-06-15"),
        posting("smith", MAY, reported="2020-06-01"),
        posting("jones", "2020-05-31/2020-06-30", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert ("occurrence", "raid", "2020-05-02/2020-05-02", ["no-evidence"], ["definite raid"]) in flips(changes)
    assert (
        "posting",
        "commander",
        "2020-05-31/2020-05-31",
        ["definite smith"],
        ["definite jones", "definite smith"],
    ) in flips(changes)


def test_days_that_were_to_come_are_firmer_once_they_are_past() -> None:
    changes = data(
        control("us", "2020-05-01/2020-06-30", reported="2020-05-20"), control("us", "2018", reported="2020-06-15")
    )
    assert ("control", "al-asad", "2020-06-11/2020-06-20", ["possible us"], ["definite us"]) in flips(
        changes.changes_between("2020-06-10", "2020-06-20")
    )


def test_an_id_that_names_nothing_is_not_asked_about() -> None:
    changes = data(
        control("us", MAY, id="lost", of="nowhere", reported="2020-06-15"),
        same_as("us", "nobody", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20", kind="control")
    assert learned(changes) == {"lost": (NO, YES)}
    assert changes.flipped == ()


def test_totals_of_two_forces_that_become_one_are_answered_alike() -> None:
    changes = data(
        tally(100, "2016", by="us", reported="2017-01-01"),
        casualties(3, "2016", who="us", reported="2017-01-01"),
        tally(5, "2016", by="iraq", reported="2017-01-01"),
        same_as("us", "us-forces", reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20")
    assert sorted((each.question, told(each.before), told(each.after)) for each in changes.flipped) == [
        ("casualties, killed, of United States forces, in Syria", ["no-evidence"], ["definite 3"]),
        ("tally, strikes, by United States forces, in Syria", ["no-evidence"], ["definite 100"]),
    ]


def test_days_outside_the_calendar_have_no_name() -> None:
    ancient = data(control("us", "-0043-01-01/0002-06-30", reported="2020-06-15"))
    assert flips(ancient.changes_between("2020-06-10", "2020-06-20"))[0] == (
        "control",
        "al-asad",
        "../0002-06-30",
        ["no-evidence"],
        ["definite us"],
    )
    distant = data(control("us", "9000-01-01/9999-12-31", reported="2020-06-15"))
    assert flips(data(tally(5, "9999", reported="2020-06-15")).changes_between("2020-06-10", "2020-06-20")) == [
        ("tally", None, "9999-01-01/..", ["no-evidence"], ["possible 5"])
    ]
    assert flips(distant.changes_between("2020-06-10", "2020-06-20", of="al-asad"))[-1] == (
        "control",
        "al-asad",
        "9000-01-01/..",
        ["no-evidence"],
        ["possible us"],
    )


def test_an_answer_that_runs_past_both_ends_of_the_calendar_is_that_of_all_its_days() -> None:
    """What is so after the last day that has a name is not the answer of any day that has one."""
    changes = data(
        control("us", Period(start="-0044-03-15", end="Y17000"), modality="alleged", reported="2020-06-01"),
        control("us", MAY, reported="2020-06-15"),
    ).changes_between("2020-06-10", "2020-06-20", of="al-asad")
    assert flips(changes) == [("control", "al-asad", MAY, ["possible us"], ["definite us"])]


# narrowed


def several() -> Dataset:
    return data(
        control("us", MAY, id="control", reported="2020-06-15"),
        presence("us", MAY, at="anbar", id="presence", reported="2020-06-15", modality="denied"),
        presence("iraq", MAY, at="k-1", id="elsewhere", reported="2020-06-15"),
        presence("coalition", MAY, at="k-1", id="said-by-us", reported="2020-06-15"),
    )


def test_changes_of_one_kind() -> None:
    changes = several().changes_between("2020-06-10", "2020-06-20", kind=Control)
    assert list(learned(changes)) == ["control"]
    assert {each.kind for each in changes.flipped} == {"control"}


def test_changes_about_a_place_are_those_that_bear_on_it() -> None:
    changes = several().changes_between("2020-06-10", "2020-06-20", of="عين الأسد")
    assert list(learned(changes)) == ["control", "presence"]
    assert {(each.kind, each.of) for each in changes.flipped} == {("control", "al-asad"), ("presence", "al-asad")}


def test_changes_about_a_force_are_those_that_name_it() -> None:
    changes = several().changes_between("2020-06-10", "2020-06-20", of="iraq")
    assert list(learned(changes)) == ["elsewhere"]
    assert {(each.kind, each.of) for each in changes.flipped} == {("presence", "k-1")}


def test_what_is_unknown_is_an_error() -> None:
    with pytest.raises(UnknownName):
        data().changes_between("2020-06-10", "2020-06-20", of="nowhere")
    with pytest.raises(InvalidQuestion, match="there is no kind of claim 'weather'"):
        data().changes_between("2020-06-10", "2020-06-20", kind="weather")


# in words


def test_changes_explain_themselves_with_their_sources() -> None:
    changes = data(
        control("us", MAY, id="old", reported="2020-06-01"),
        control("iraq", MAY, id="new", reported="2020-06-15", corrects=["old"]),
        control("us", "2019", id="vague", of="k-1", reported="2020-06"),
    ).changes_between("2020-05-31", "2020-06-15", of="al-asad")
    told_in = 'from 2020-05-01 to 2020-05-31; reported {}, in "A report"'
    old = f"old: control: Al-Asad Airbase, US forces, full; {told_in.format('2020-06-01')}"
    new = f"new: control: Al-Asad Airbase, Iraqi armed forces, full; {told_in.format('2020-06-15')}"
    flip = "  answered otherwise: control, Al-Asad Airbase, {}: was NO_EVIDENCE; is {}"
    assert changes.explain().splitlines() == [
        "What changed in what was known from 2020-05-31 to 2020-06-15, about Al-Asad Airbase?",
        f"  learned: {new}",
        f"  learned: {old}",
        f"  corrected: {old}; by {new}, of its own time alone (from 2020-05-01 to 2020-05-31)",
        flip.format("2020-05-01 to 2020-05-31", "DEFINITE Iraqi armed forces [new]"),
        flip.format("2020-06-01 to 2020-06-15", "PRESUMED not Iraqi armed forces [new]"),
        flip.format("2020-06-16 to ..", "POSSIBLE not Iraqi armed forces [new]"),
    ]
    assert str(changes) == changes.explain()


def test_each_sort_of_change_has_its_name() -> None:
    claims = (
        control("us", MAY, id="a", reported="2020-06-01"),
        control("us", MAY, id="b", reported="2020-06-05", retracts=["a"]),
        control("us", MAY, id="c", reported="2020-06", supersedes=["b"]),
        control("us", MAY, id="d", reported="2020-06", retracts=["b"]),
    )

    def sorts(first: str, second: str) -> list[tuple[str, str]]:
        told = data(*claims).changes_between(first, second).told()
        return [(sort, text.split(":")[0]) for sort, text in told if sort != "answered otherwise"]

    assert sorts("2020-05-31", "2020-06-10") == [
        ("learned", "a"),
        ("learned", "b"),
        ("possibly learned", "c"),
        ("possibly learned", "d"),
        ("possibly retracted", "a"),
        ("possibly superseded", "b"),
        ("possibly retracted", "b"),
    ]
    assert sorts("2020-06-10", "2020-06-30") == [
        ("learned for certain", "c"),
        ("learned for certain", "d"),
        ("superseded", "b"),
        ("retracted", "b"),
        ("no longer retracted", "a"),
    ]


def test_what_a_source_is_called_cannot_break_the_lines_or_the_page() -> None:
    source = make(Source, id="odd", title="<b>Odd</b>\n  learned: nothing\u202e")
    claim = control("us", MAY, id="claim", reported="2020-06-15", source="odd")
    changes = data(claim).plus(source).changes_between("2020-06-10", "2020-06-20", kind="control", of="al-asad")
    assert 'in "<b>Odd</b>\\n  learned: nothing\\u202e"' in changes.explain()
    page = changes._repr_html_()
    assert page.startswith('<div class="oirmodel-changes"><p>What changed in what was known')
    assert "<details><summary>Learned</summary><ul><li>claim: control" in page
    assert "&lt;b&gt;Odd" in page
    assert "<b>" not in page
    assert "<strong>nothing</strong>" in data().changes_between("2020-06-10", "2020-06-20")._repr_html_()


# laws


@FEW
@given(datasets())
def test_the_answers_that_flip_are_those_that_the_two_views_give(dataset: Dataset) -> None:
    """On the first day of each flip the two histories have just the answers that it says."""
    first, second = "2016-06-30", "2020-06-30"
    changes = dataset.changes_between(first, second)
    views = dataset.as_known(on=first), dataset.as_known(on=second)
    for flip in changes.flipped:
        if flip.first is None or flip.kind in ("tally", "casualties") or flip.of is None:
            continue
        for view, graded in zip(views, (flip.before, flip.after), strict=True):
            timeline = view.history(flip.kind, flip.of, at=flip.at or None, during=flip.first, modality=flip.modality)
            (segment,) = timeline.segments
            assert (segment.status, segment.value) == (graded.status, graded.value)


@FEW
@given(datasets())
def test_where_nothing_flips_the_two_views_answer_alike(dataset: Dataset) -> None:
    """Of a subject about which no claim changed its standing but time, both days give one answer up to the first."""
    first, second = "2016-06-30", "2020-06-30"
    changes = dataset.changes_between(first, second)
    flipped = {(each.kind, each.of) for each in changes.flipped}
    views = dataset.as_known(on=first), dataset.as_known(on=second)
    for kind in CLAIM_KINDS:
        if kind.grammar.being is not Being.HOLDS or kind.kind == "strength":
            continue
        sites = {each.id for each in dataset.entities.values() if isinstance(each, Installation | Place)}
        subjects = {of for name, of in dataset.store.by_subject if name == kind.kind}
        for of in subjects | sites if kind.grammar.site == kind.grammar.subject[0] else subjects:
            if (kind.kind, of) not in flipped:
                answers = [
                    [
                        (each.status, each.value)
                        for each in view.history(kind, of, during="2016-06-01/2016-06-30").segments
                    ]
                    for view in views
                ]
                assert _merged(answers[0]) == _merged(answers[1])


def _merged(answers: Sequence[tuple[object, object]]) -> list[tuple[object, object]]:
    return [each for index, each in enumerate(answers) if index == 0 or answers[index - 1] != each]
