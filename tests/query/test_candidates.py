"""What of some entities may be one with others: the proposals of look_alikes, between the two groups alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oirmodel.entities import Entity, Force, Person, Place, Post
from oirmodel.geo import Point
from oirmodel.names import Name
from oirmodel.query import Dataset, Sign
from oirmodel.query.questions.alike import candidates
from oirmodel.temporal import Period
from tests.making import make
from tests.query.building import SOURCES, posting, same_as


def named(an_id: str, *names: str, kind: type[Entity] = Place, **fields: Any) -> Entity:  # noqa: ANN401 - whatever it takes
    return make(kind, id=an_id, names=[Name(text=each) for each in names], **fields)


def proposed(data: Dataset, *ids: str) -> list[tuple[str, str, list[Sign]]]:
    return [(each.one, each.other, [why.sign for why in each.reasons]) for each in candidates(data, set(ids))]


def test_only_two_of_different_groups_are_proposed() -> None:
    data = Dataset(entities=[named("a", "Raqqa"), named("b", "Raqqat"), named("c", "Raqqah")])
    assert sorted(proposed(data, "c")) == [("a", "c", [Sign.SPELLING]), ("b", "c", [Sign.SPELLING])]
    assert proposed(data) == proposed(data, "a", "b", "c") == []


def test_kinds_are_not_mixed_and_placeholders_have_no_names() -> None:
    data = Dataset(
        entities=[
            named("a", "Raqqa"),
            named("b", "Raqqa", kind=Person),
            named("c", "Raqqa", kind=Person, placeholder=True),
        ]
    )
    assert proposed(data, "a") == proposed(data, "c") == []


def test_a_part_is_not_its_whole() -> None:
    data = Dataset(entities=[named("a", "Raqqa"), named("b", "Raqqah", part_of="a")])
    assert proposed(data, "b") == []


def test_one_post_held_at_once_is_a_reason() -> None:
    data = Dataset(
        entities=[
            named("p-1", "Somebody", kind=Person),
            named("p-2", "Another", kind=Person),
            named("army", "Army", kind=Force),
            named("post", "Chief", kind=Post, of="army", title="chief", single=True),
        ],
        sources=SOURCES,
        claims=[
            posting("p-1", Period.parse("2025-01-01/2025-03-01"), id="held-1", of="post"),
            posting("p-2", Period.parse("2025-02-01/2025-04-01"), id="held-2", of="post"),
        ],
    )
    assert proposed(data, "p-2") == [("p-1", "p-2", [Sign.POST])]


def test_what_is_said_to_be_one_is_not_asked_about() -> None:
    data = Dataset(
        entities=[named("a", "Raqqa"), named("b", "Raqqah")],
        sources=SOURCES,
        claims=[same_as("a", "b")],
    )
    assert proposed(data, "b") == []


points = st.builds(
    Point,
    longitude=st.integers(0, 40).map(lambda number: 42 + number / 100),
    latitude=st.integers(0, 40).map(lambda number: 33 + number / 100),
    precision_m=st.sampled_from([None, 10, 1_000, 5_000, 9_000, 20_000]),
)


@given(st.lists(points, max_size=12), st.sets(st.integers(0, 11)))
def test_points_are_compared_as_look_alikes_compares_them(spots: list[Point], chosen: set[int]) -> None:
    """Between two groups, the proposals by points are just those of all pairs that are of both groups."""
    # Names without a letter in common, so that points alone are reasons.
    data = Dataset(entities=[named(f"s-{at}", str(at), point=point) for at, point in enumerate(spots)])
    ids = {f"s-{at}" for at in chosen}
    expected = {(each.one, each.other) for each in data.look_alikes() if (each.one in ids) is not (each.other in ids)}
    assert {(each.one, each.other) for each in candidates(data, ids)} == expected


def test_more_than_twenty_on_one_spot_are_in_the_middle_of_a_town() -> None:
    here = Point(longitude=42, latitude=33)
    known = named("known", "Aa", point=here)
    for many, expected in ((20, 20), (21, 0)):
        new = [named(f"new-{number}", str(number), point=here) for number in range(many)]
        assert len(candidates(Dataset(entities=[known, *new]), {each.id for each in new})) == expected
