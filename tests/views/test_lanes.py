"""What a picture shows: lanes, bars and the days between which they stand."""

from pendulum import Date

from oirmodel.entities import Person
from oirmodel.names import Name
from oirmodel.query import Timeline
from oirmodel.views import Bar, Block
from oirmodel.views.lanes import block_of, in_words
from tests.making import make
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    posting,
    presence,
    strength,
)


def test_a_bar_runs_over_the_segments_with_one_grade() -> None:
    """What turns in one lane cuts no bar in another."""
    stay = control("us", "2020-01-01/2020-01-09", degree="partial")
    other = control("iraq", "2020-01-04/2020-01-05", degree="partial")
    block = block_of(data(stay, other).history("control", "al-asad", during="2020-01-01/2020-01-09"))
    assert [lane.label for lane in block.lanes] == ["US forces", "Iraqi armed forces"]
    assert block.lanes[0].bars == (Bar(first=Date(2020, 1, 1), last=Date(2020, 1, 9), status=DEFINITE, holds=True),)
    assert block.lanes[1].bars == (
        Bar(first=Date(2020, 1, 4), last=Date(2020, 1, 5), status=DEFINITE, holds=True),
        Bar(first=Date(2020, 1, 6), last=Date(2020, 1, 9), status=PRESUMED, holds=False),
    )


def test_days_without_evidence_are_between_two_bars() -> None:
    """What is of one grade before and after is two bars, not one over the days on which nothing speaks."""
    stays = [presence("us", f"2020-01-0{day}", id=f"stay-{day}") for day in (1, 5)]
    timeline = data(*stays).history("presence", "al-asad", during="2020-01-01/2020-01-05", max_age=0)
    stays_only = [segment for segment in timeline.segments if segment.status is DEFINITE]
    assert [segment.first for segment in stays_only] == [Date(2020, 1, 1), Date(2020, 1, 5)]
    definite = [bar for bar in block_of(timeline).lanes[0].bars if bar.status is DEFINITE]
    assert [(bar.first, bar.last) for bar in definite] == [
        (Date(2020, 1, 1), Date(2020, 1, 1)),
        (Date(2020, 1, 5), Date(2020, 1, 5)),
    ]


def test_the_days_between_vague_bounds_are_bars_of_their_own() -> None:
    block = block_of(data(control("us", "2020-01/2020-03")).history("control", "al-asad"))
    assert [(bar.first, bar.last, bar.status, bar.holds) for bar in block.lanes[0].bars] == [
        (Date(2020, 1, 1), Date(2020, 1, 30), POSSIBLE, True),
        (Date(2020, 1, 31), Date(2020, 3, 1), DEFINITE, True),
        (Date(2020, 3, 2), Date(2020, 3, 31), POSSIBLE, True),
        (Date(2020, 4, 1), None, PRESUMED, False),
    ]


def test_conflict_is_drawn_in_both_lanes() -> None:
    block = block_of(
        data(control("us", "2020-01-01/2020-01-03"), control("isis", "2020-01-01/2020-01-03")).history(
            "control", "al-asad", during="2020-01-02"
        )
    )
    assert [(lane.label, lane.bars[0].status) for lane in block.lanes] == [
        ("ISIS", CONTESTED),
        ("US forces", CONTESTED),
    ]


def test_lanes_go_by_their_first_days_as_a_yes() -> None:
    """Whoever was ruled out before they came stands where they came, and who never came stands last."""
    stays = [control("us", "2020-01-01/2020-01-09"), control("coalition", "2020-01-10/2020-01-19")]
    later = control("army", "2020-01-20/2020-01-29")
    never = control("isis", "2020-01-01/2020-01-29", modality="denied")
    block = block_of(data(*stays, later, never).history("control", "al-asad", during="2020-01"))
    assert [lane.label for lane in block.lanes] == ["US forces", "The coalition", "Iraqi army", "ISIS"]
    assert [lane.bars[0].holds for lane in block.lanes] == [True, False, False, False]


def test_two_persons_of_one_name_have_two_lanes_with_their_ids() -> None:
    other = make(Person, id="smith-2", names=[Name(text="Smith")])
    both = data(posting("smith", "2020-01-01/2020-01-03"), posting("smith-2", "2020-01-04/2020-01-06")).plus(other)
    block = block_of(both.history("posting", "commander"))
    assert [lane.label for lane in block.lanes] == ["Smith (smith)", "Smith (smith-2)"]


def test_figures_for_different_places_and_on_different_bases_are_told_apart() -> None:
    here = strength(900, "2020-01-01/2020-01-03", basis="core", id="core")
    there = strength(900, "2020-01-01/2020-01-03", at=["k-1"], id="there")
    block = block_of(data(here, there).history("strength", "us"))
    assert [lane.label for lane in block.lanes] == ["900 (core), Syria", "900, K-1"]
    assert [lane.label for lane in block_of(data(here).history("strength", "us")).lanes] == ["900 (core)"]


def test_a_view_names_the_day_from_which_it_looks_back() -> None:
    known = data(control("us", "2020-01-01/..", reported="2020-01-05")).as_known(on="2020-02-01")
    block = block_of(known.history("control", "al-asad"))
    assert block.known_on == Date(2020, 2, 1)
    assert block.lanes[0].bars == (
        Bar(first=Date(2020, 1, 1), last=Date(2020, 1, 5), status=DEFINITE, holds=True),
        Bar(first=Date(2020, 1, 6), last=Date(2020, 2, 1), status=PRESUMED, holds=True),
        Bar(first=Date(2020, 2, 2), last=None, status=POSSIBLE, holds=True),
    )


def test_a_day_that_is_not_of_the_timeline_is_not_marked() -> None:
    known = data(control("us", "2020-01-01/..", reported="2020-01-05")).as_known(on="2030-01-01")
    assert block_of(known.history("control", "al-asad", during="2020")).known_on is None
    assert block_of(known.history("control", "al-asad", during="2020/2030")).known_on == Date(2030, 1, 1)
    assert block_of(known.history("control", "k-1")).known_on is None


def test_a_timeline_without_segments_has_no_lanes() -> None:
    timeline = data().history("control", "al-asad")
    block = block_of(timeline)
    assert block == Block(title="History of control, Al-Asad Airbase", lanes=(), edges=(), known_on=None)
    assert in_words([block]) == "History of control, Al-Asad Airbase\n  nothing speaks to it"


def test_the_last_day_of_all_has_no_day_after_it() -> None:
    timeline = data(control("us", "2020-01-01/")).history("control", "al-asad", during="9999-12-30/9999-12-31")
    assert isinstance(timeline, Timeline)
    assert block_of(timeline).edges == (Date(9999, 12, 30),)


def test_in_words_every_grade_has_its_days() -> None:
    block = block_of(data(control("us", "2020-01-02/2020-01-02")).history("control", "al-asad"))
    assert in_words([block]).splitlines() == [
        "History of control, Al-Asad Airbase",
        "  US forces: definite, on 2020-01-02; presumed no, 2020-01-03 to ..",
    ]
