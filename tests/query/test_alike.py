"""What is proposed as one thing, and what is not."""

from itertools import combinations
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import Claim, DifferentFrom, SameAs
from oirmodel.entities import Agreement, Commitment, Entity, Event, Force, Installation, Person, Place, Post
from oirmodel.errors import InvalidQuestion, UnknownName
from oirmodel.geo import Point
from oirmodel.names import Name
from oirmodel.provenance import Citation
from oirmodel.query import Dataset, Proposal, Reason, Sign
from oirmodel.query.signs import ALIKE, Names
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import SOURCES, affiliation, different_from, ids, posting, same_as

ONE, TWO = "2025-01-07", "2025-03-01"


def named(kind: type[Entity], an_id: str, *names: str, **fields: Any) -> Entity:  # noqa: ANN401 - whatever it takes
    return make(kind, id=an_id, names=[Name(text=each) for each in names], **fields)


def person(an_id: str, *names: str, **fields: Any) -> Entity:  # noqa: ANN401 - as above
    return named(Person, an_id, *names, **fields)


def of(*things: Entity | Claim) -> Dataset:
    return Dataset(
        entities=[each for each in things if isinstance(each, Entity)],
        sources=SOURCES,
        claims=[each for each in things if isinstance(each, Claim)],
    )


def proposed(told: Dataset, **asked: Any) -> list[tuple[str, str, list[Sign]]]:  # noqa: ANN401 - as above
    return [(each.one, each.other, [why.sign for why in each.reasons]) for each in told.look_alikes(**asked)]


def reason(told: Dataset) -> str:
    (proposal,) = told.look_alikes()
    return proposal.reasons[0].why


# names

MCFARLAND, MACFARLAND = person("a", "Sean McFarland"), person("b", "Sean MacFarland")


def test_names_spelt_otherwise_are_a_reason_and_are_told() -> None:
    assert proposed(of(MCFARLAND, MACFARLAND, person("c", "James Terry"))) == [("a", "b", [Sign.SPELLING])]
    assert reason(of(MCFARLAND, MACFARLAND)) == (
        "their names are alike: 'Sean McFarland' and 'Sean MacFarland'; 'mcfarland' may be 'macfarland' spelt otherwise"
    )
    assert reason(of(person("a", "Sean McFarland"), person("b", "McFarland, Sean P."))) == (
        "their names are alike: 'Sean McFarland' and 'McFarland, Sean P.'; 'p' in one of them alone"
    )
    assert reason(of(person("a", "Terry James"), person("b", "James Terry"))) == (
        "their names are alike: 'Terry James' and 'James Terry'"
    )


def test_so_is_one_name() -> None:
    told = of(person("b", "The Twins", "Other"), person("a", "the  twins"))
    assert proposed(told) == [("a", "b", [Sign.NAME])]
    assert reason(told) == "they have one name: 'the  twins' and 'The Twins'"


def test_so_is_a_name_in_another_script() -> None:
    assert proposed(of(person("a", "Mohammed Shia al-Sudani"), person("b", "محمد شياع السوداني"))) == [
        ("a", "b", [Sign.SPELLING])
    ]


def test_two_airbases_are_not_alike_for_being_airbases() -> None:
    bases = [
        named(Installation, f"base-{number}", name)
        for number, name in enumerate(("Al-Asad Airbase", "Al-Taqaddum Airbase", "Balad Air Base", "Kirkuk Air Base"))
    ]
    assert proposed(of(*bases, named(Installation, "again", "Asad Air Base"))) == [("again", "base-0", [Sign.SPELLING])]


def test_things_of_two_kinds_are_not_compared() -> None:
    assert proposed(of(person("a", "Sean McFarland"), named(Force, "b", "Sean McFarland"))) == []


def test_a_name_that_more_than_twenty_have_is_that_of_a_sort_of_thing() -> None:
    strikes = [named(Event, f"strike-{number:02}", "Airstrike") for number in range(21)]
    assert proposed(of(*strikes)) == []
    assert len(proposed(of(*strikes[:20]))) == 190


def test_placeholders_have_no_names_in_this_sense() -> None:
    assert proposed(of(person("a", "An official", placeholder=True), person("b", "An official"))) == []


# other reasons


def test_one_external_id_is_a_reason_and_two_in_one_scheme_speak_against() -> None:
    told = of(
        named(Installation, "a", "Al-Asad", external_ids=["icao:ORAA", "wikidata:Q1"]),
        named(Installation, "b", "Qadisiyah", external_ids=["icao:ORAA", "wikidata:Q2"]),
    )
    (proposal,) = told.look_alikes()
    assert proposal.reasons == (Reason(sign=Sign.EXTERNAL_ID, why="they have one external id: icao:ORAA"),)
    why = "one scheme gives them different ids: wikidata:Q1 and wikidata:Q2"
    assert proposal.against == (Reason(sign=Sign.EXTERNAL_ID, why=why),)


HUASSAI, MUHAMMADAWI = person("huassai", "Mohammed al-Huassai"), person("muhammadawi", "Qais al-Muhammadawi")
DEPUTY: Final = named(Post, "commander", "Deputy commander", of="command", title="Deputy commander", single=True)


def held(by: str, period: Period | str, **fields: Any) -> Claim:  # noqa: ANN401 - as above
    return posting(by, period, **({"id": f"held-{by}"} | fields))


def test_two_holders_of_one_single_post_at_about_the_same_time_are_a_reason_whatever_their_names() -> None:
    told = of(
        HUASSAI,
        MUHAMMADAWI,
        DEPUTY,
        held("huassai", Period.observed(ONE)),
        held("muhammadawi", Period.observed(TWO)),
    )
    (proposal,) = told.look_alikes()
    assert (proposal.one, proposal.other, ids(proposal.reasons[0].claims)) == (
        "huassai",
        "muhammadawi",
        ["held-huassai", "held-muhammadawi"],
    )
    assert proposal.reasons[0].sign is Sign.POST
    assert proposal.reasons[0].why == ("they are said to have held one single post, Deputy commander, on days 53 apart")


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("2025-01-01/2025-06-30", "2025-03-01/2025-12-31", "on the same days"),
        ("2025-01-07/2025-01-07", "2025-01-07/2025-01-07", "on the same days"),
        ("[..2025-06-01]/[2025-01-01..]", Period.observed(TWO), "on days that nothing keeps apart"),
        (Period.observed("2025-01-01"), Period.observed("2025-04-03"), "on days 92 apart"),
        (Period.observed("2025-01-01"), Period.observed("2025-04-04"), None),
        ("2025-01-01/2025-03-31", "2025-03-31/2025-12-31", None),
        ("2025-01-01/2025-03-30", "2025-03-31/2025-12-31", None),
        (Period(), Period.observed("2025-04-04"), None),
    ],
)
def test_which_times_of_a_post_are_a_reason(first: Period | str, second: Period | str, how: str | None) -> None:
    """A hand-over is none, nor is what may be long before."""
    told = of(HUASSAI, MUHAMMADAWI, DEPUTY, held("huassai", first), held("muhammadawi", second))
    whys = [each.reasons[0].why for each in told.look_alikes()]
    assert whys == ([] if how is None else [f"they are said to have held one single post, Deputy commander, {how}"])


@pytest.mark.parametrize("modality", ["denied", "alleged", "planned"])
def test_only_a_posting_that_counts_in_full_is_a_reason(modality: str) -> None:
    told = of(HUASSAI, MUHAMMADAWI, DEPUTY, held("huassai", ONE), held("muhammadawi", ONE, modality=modality))
    assert proposed(told) == []


def test_several_may_hold_a_post_that_is_not_known_to_be_single() -> None:
    many = named(Post, "commander", "Deputy commander", of="command", title="Deputy commander")
    assert proposed(of(HUASSAI, MUHAMMADAWI, many, held("huassai", ONE), held("muhammadawi", ONE))) == []


def site(an_id: str, longitude: float, precision: float | None, **fields: Any) -> Entity:  # noqa: ANN401 - as above
    point = Point(longitude=longitude, latitude=33.0, precision_m=precision)
    return make(Installation, id=an_id, point=point, **fields)


@pytest.mark.parametrize(
    ("east", "precisions", "is_proposed"),
    [
        (42.01, (500, 500), True),
        (42.01, (400, 500), False),
        (42.01, (None, 1000), True),
        (42.0, (None, None), True),
        (42.001, (None, None), False),
        (42.0, (10_001, 500), False),
    ],
)
def test_points_within_their_precisions_are_a_reason(
    east: float,
    precisions: tuple[float | None, float | None],
    is_proposed: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """A hundredth of a degree of longitude is 933 m at this latitude."""
    told = of(site("a", 42.0, precisions[0]), site("b", east, precisions[1]))
    assert bool(proposed(told)) is is_proposed


def test_how_far_apart_points_are_is_told() -> None:
    assert reason(of(site("a", 42.0, 500), site("b", 42.01, 500))) == (
        "their points lie 933 m apart, and are known to within 500 m and 500 m"
    )


def test_a_spot_that_more_than_twenty_have_is_the_middle_of_something() -> None:
    sites = [site(f"site-{number:02}", 42.0, 500) for number in range(21)]
    assert proposed(of(*sites)) == []
    assert len(proposed(of(*sites[:20]))) == 190


def test_an_allegation_is_a_reason_and_one_that_they_are_two_speaks_against() -> None:
    told = of(
        HUASSAI,
        MUHAMMADAWI,
        same_as("huassai", "muhammadawi", id="one", modality="alleged"),
        different_from("huassai", "muhammadawi", id="two", modality="assessed"),
    )
    (proposal,) = told.look_alikes()
    assert [(each.sign, ids(each.claims)) for each in proposal.reasons] == [(Sign.SAID, ["one"])]
    assert [(each.sign, ids(each.claims)) for each in proposal.against] == [(Sign.SAID, ["two"])]
    assert told.joined == {}


def test_what_differs_speaks_against_and_lowers_the_score() -> None:
    alike = of(named(Force, "a", "Seventh Brigade"), named(Force, "b", "7th Brigade"))
    otherwise = of(
        named(Force, "a", "Seventh Brigade", country="IQ", category="unit"),
        named(Force, "b", "7th Brigade", country="SY", category="unit"),
    )
    assert [each.why for each in otherwise.look_alikes()[0].against] == ["their country differs: IQ and SY"]
    assert otherwise.look_alikes()[0].score < alike.look_alikes()[0].score


def test_posts_of_two_ids_of_one_force_do_not_differ_in_that() -> None:
    posts = [
        named(Post, an_id, "The commander", of=force, title="Commander") for an_id, force in (("a", "f"), ("b", "g"))
    ]
    forces = [named(Force, "f", "Infantry"), named(Force, "g", "Guards")]
    assert [each.why for each in of(*posts, *forces).look_alikes()[0].against] == ["their of differs: f and g"]
    assert of(*posts, *forces, same_as("f", "g")).look_alikes()[0].against == ()


# what is not proposed


@pytest.mark.parametrize(
    "answers",
    [
        [same_as("a", "b")],
        [same_as("a", "c"), same_as("c", "b")],
        [different_from("a", "b")],
        [same_as("a", "b"), different_from("a", "b")],
        [same_as("b", "c"), different_from("a", "c")],
        [same_as("a", "b", modality="denied")],
    ],
)
def test_what_claims_answer_already_is_not_proposed(answers: list[Claim]) -> None:
    told = of(MCFARLAND, MACFARLAND, person("c", "Somebody else"), *answers)
    assert proposed(told) == []


def test_it_is_proposed_where_the_view_does_not_answer_it() -> None:
    told = of(MCFARLAND, MACFARLAND, same_as("a", "b", id="one", reported="2026-01-10"))
    assert proposed(told) == []
    assert proposed(told.as_known(on="2026-01-09")) == [("a", "b", [Sign.SPELLING])]
    assert proposed(told.without("src")) == [("a", "b", [Sign.SPELLING])]
    assert proposed(of(MCFARLAND, MACFARLAND, different_from("a", "b", modality="denied"))) != []


def test_a_part_is_not_its_whole() -> None:
    apart = [named(Place, "a", "Raqqa"), named(Place, "b", "Raqqa", part_of="a")]
    assert proposed(of(*apart)) == []
    raids = [named(Event, "a", "The raid"), named(Event, "b", "The raid", part_of="a")]
    assert proposed(of(*raids)) == []
    armies = [named(Force, "a", "Iraqi Army"), named(Force, "b", "Iraqi Army")]
    assert proposed(of(*armies, affiliation("b", "a"))) == []
    assert len(proposed(of(*armies, affiliation("b", "a", relation="supports")))) == 1
    assert len(proposed(of(*armies, affiliation("b", "a", modality="alleged")))) == 1


def test_two_placeholders_are_never_proposed() -> None:
    two = [person(each, placeholder=True) for each in ("a", "b")]
    assert proposed(of(*two, DEPUTY, held("a", ONE), held("b", ONE))) == []
    one = person("a", "Somebody")
    assert proposed(of(one, two[1], DEPUTY, held("a", ONE), held("b", ONE))) == [("a", "b", [Sign.POST])]


# asking


def test_of_one_entity_and_of_one_kind() -> None:
    told = of(MCFARLAND, MACFARLAND, named(Force, "f", "The Twins"), named(Force, "g", "The Twins"))
    assert len(told.look_alikes()) == 2
    assert [each.one for each in told.look_alikes("Sean McFarland")] == ["a"]
    assert [each.one for each in told.look_alikes(kind="force")] == ["f"]
    assert [each.one for each in told.look_alikes(kind=Person)] == ["a"]
    with pytest.raises(InvalidQuestion, match="there is no kind 'weather'"):
        told.look_alikes(kind="weather")
    with pytest.raises(UnknownName):
        told.look_alikes("nobody")
    with pytest.raises(UnknownName):
        told.look_alikes("a", kind="force")


def test_names_near_a_text() -> None:
    told = of(MCFARLAND, MACFARLAND, named(Force, "f", "McFarland's"), person("c", "McFarland", placeholder=True))
    found = told.near_names("Sean McFarland")
    assert [(each.id, each.name) for each in found] == [("a", "Sean McFarland"), ("b", "Sean MacFarland")]
    assert found[0].why == "they have one name: 'Sean McFarland' and 'Sean McFarland'"
    assert [each.id for each in told.near_names("Sean McFarlane", kind="person")] == ["a", "b"]
    assert told.near_names("") == told.near_names("Nobody") == ()


def test_the_claim_that_a_reader_signs() -> None:
    told = of(MCFARLAND, MACFARLAND)
    (proposal,) = told.look_alikes()
    signed: dict[str, Any] = {"by": "editor", "reported": "2026-02-01", "citations": [make(Citation, source="src")]}
    one = proposal.as_claim(SameAs, **signed)
    assert isinstance(one, SameAs)
    assert (one.one, one.other, one.modality.value, one.asserted_by[0].who) == ("a", "b", "asserted", "editor")
    assert one.note == (
        "proposed as one thing: for: their names are alike: 'Sean McFarland' and 'Sean MacFarland'; "
        "'mcfarland' may be 'macfarland' spelt otherwise"
    )
    assert told.plus(one).joined_with("b") == ("a", "b")
    two = proposal.as_claim(DifferentFrom, **signed, modality="assessed", note="not sure", id="two")
    assert (type(two), two.id, two.modality.value, two.note) == (DifferentFrom, "two", "assessed", "not sure")


def test_a_proposal_tells_both_sides() -> None:
    told = of(
        named(Force, "a", "Seventh Brigade", country="IQ"),
        named(Force, "b", "7th Brigade", country="SY"),
        same_as("a", "b", id="one", modality="alleged"),
    )
    (proposal,) = told.look_alikes()
    claimed = (
        "one: same as (alleged): Seventh Brigade, 7th Brigade; from an unknown day, end unknown; reported 2030-01-01"
    )
    assert proposal.explain(told).splitlines() == [
        "Seventh Brigade [a] and 7th Brigade [b]",
        "  for: their names are alike: 'Seventh Brigade' and '7th Brigade'",
        "  for: somebody says so, and it does not count in full",
        f'    {claimed}, in "A report"',
        "  against: their country differs: IQ and SY",
    ]


# laws

WORDS: Final = (
    "Mohammed",
    "Muhammad",
    "Mahmoud",
    "al-Asad",
    "Assad",
    "Kirkuk",
    "Brigade",
    "1st",
    "2nd",
    "محمد",
    "Taji",
)
some_names: Final = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), min_size=2, max_size=8
)


@given(some_names)
def test_no_two_names_that_are_alike_are_overlooked(names: list[str]) -> None:
    """What is compared is found by keys, but it is just what comparing everything with everything finds."""
    told = of(*(person(f"p-{number}", name) for number, name in enumerate(names)))
    compared = Names(told.entities.values(), Person)
    expected = {
        (f"p-{one}", f"p-{other}")
        for one, other in combinations(range(len(names)), 2)
        if any(an_id == f"p-{other}" and alike.how.score >= ALIKE for an_id, alike in compared.near(names[one]))
    }
    everything = {
        (f"p-{one}", f"p-{other}")
        for one, other in combinations(range(len(names)), 2)
        if compared.most_alike(compared.spellings(f"p-{one}"), f"p-{other}") is not None
    }
    assert {(each.one, each.other) for each in told.look_alikes()} == expected == everything


@given(some_names, st.randoms(use_true_random=False))
def test_the_order_of_the_entities_makes_no_difference(names: list[str], chance: Any) -> None:  # noqa: ANN401
    """Nor does asking about one at a time."""
    people = [person(f"p-{number}", name) for number, name in enumerate(names)]
    found = of(*people).look_alikes()
    chance.shuffle(people)
    assert of(*people).look_alikes() == found
    for each in people:
        assert of(*people).look_alikes(each) == tuple(one for one in found if each.id in (one.one, one.other))


@given(some_names)
def test_proposing_joins_nothing_and_an_answer_ends_it(names: list[str]) -> None:
    """A proposal that is signed, one way or the other, is not made again."""
    told = of(*(person(f"p-{number}", name) for number, name in enumerate(names)))
    found = told.look_alikes()
    assert told.joined == {}
    signed: dict[str, Any] = {"by": "editor", "reported": "2026-02-01", "citations": [make(Citation, source="src")]}
    assert told.plus(*(each.as_claim(SameAs, **signed) for each in found)).look_alikes() == ()
    assert told.plus(*(each.as_claim(DifferentFrom, **signed) for each in found)).look_alikes() == ()


def test_commitments_of_two_agreements_differ_in_that() -> None:
    told = of(
        named(Agreement, "x", "One"),
        named(Agreement, "y", "Two"),
        named(Commitment, "a", "To leave Al-Asad", agreement="x"),
        named(Commitment, "b", "To leave Al-Asad", agreement="y"),
    )
    (proposal,) = told.look_alikes()
    assert isinstance(proposal, Proposal)
    assert [each.why for each in proposal.against] == ["their agreement differs: x and y"]
