"""What is wrong with a sentence is said at once, by field."""

import inspect
from typing import Any

import pytest

from oirmodel import recipes
from oirmodel.errors import InvalidObject, OirError
from oirmodel.names import Name
from oirmodel.quantity import Quantity
from oirmodel.recipes import RECIPES, Aside, Recipe, Undertaking
from tests.making import make
from tests.recipes.telling import SAID, say

FIELDS: dict[str, dict[str, Any]] = {
    "handover": {"of": "k-1", "giver": "coalition", "receiver": "iraqi-forces", "when": "2020-03-29"},
    "withdrawal": {"of": "us-forces", "at": "k-1", "when": "2020-03-29"},
    "appointment": {"person": "funk", "post": "commander", "when": "2020-03-29"},
    "strike": {"by": "coalition", "at": ["k-1"], "when": "2020-03-29"},
    "agreement": {"parties": ["coalition"], "status": "signed", "when": "2020-03-29"},
}


def problems(recipe: str, **fields: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - as of say
    """The fields that are wrong, and what would be right."""
    with pytest.raises(InvalidObject) as refused:
        say(recipe, **{**FIELDS[recipe], **fields})
    return [(each.field, each.expected) for each in refused.value.problems]


def test_three_wrong_arguments_are_three_problems() -> None:
    with pytest.raises(OirError) as refused:
        say("handover", of="K 1", giver="coalition", receiver="iraqi-forces", when="2020-13", degree="total")
    assert str(refused.value) == (
        "cannot make Handover: 3 problems\n"
        "  - when: there is no month 13, at character 6; got '2020-13'\n"
        "  - of: expected an id: small letters and digits, in words joined by hyphens; got 'K 1'\n"
        "  - degree: expected one of 'unstated', 'full', 'partial', 'shared', 'contested'; got 'total'"
    )


@pytest.mark.parametrize("recipe", FIELDS)
@pytest.mark.parametrize("wrong", [{"when": ".."}, {"citations": ()}, {"note": 5}, {"wen": "2020"}])
def test_the_envelope_and_the_date_are_checked(recipe: str, wrong: dict[str, Any]) -> None:
    assert [field for field, _ in problems(recipe, **wrong)] == list(wrong)


@pytest.mark.parametrize("recipe", FIELDS)
def test_what_is_missing_is_named(recipe: str) -> None:
    with pytest.raises(InvalidObject) as refused:
        getattr(recipes, recipe)()
    missing = {each.field for each in refused.value.problems}
    assert {"when", "reported", "citations", "modality"} <= missing
    assert missing <= {*FIELDS[recipe], *SAID}


NO_DENIAL = "expected none in a denial, which is of the event and of nothing else"
NOT_AHEAD = "expected none of what is yet to come"
WEAKER = "expected one of 'alleged', 'assessed', 'inferred', or none"
THERE = "expected none with an agreement that is there already"
EXISTING = "expected none with an event that is there already"


@pytest.mark.parametrize(
    ("recipe", "fields", "expected"),
    [
        ("handover", {"receiver": "coalition"}, [("receiver", "expected another actor than the giver")]),
        (
            "handover",
            {"modality": "denied", "degree": "full", "still": False},
            [("degree", NO_DENIAL), ("still", NO_DENIAL)],
        ),
        ("handover", {"modality": "planned", "still": False}, [("still", NOT_AHEAD)]),
        (
            "handover",
            {"modality": "planned", "before": make(Aside, since="2017"), "after": make(Aside, note="Of a part.")},
            [("before", NOT_AHEAD), ("after", NOT_AHEAD)],
        ),
        ("handover", {"modality": "denied", "before": make(Aside, since="2017")}, [("before", NO_DENIAL)]),
        (
            "handover",
            {"giver": None, "before": make(Aside, since="2017")},
            [("before", "expected none without a giver")],
        ),
        (
            "handover",
            {"before": make(Aside, modality="denied"), "after": make(Aside, modality="planned")},
            [(f"{each}.modality", WEAKER) for each in ("before", "after")],
        ),
        ("handover", {"event": "an-event", "about": "Of a part."}, [("about", EXISTING)]),
        ("handover", {"event": "an-event", "part_of": "inherent-resolve"}, [("part_of", EXISTING)]),
        (
            "withdrawal",
            {"complete": True, "share": "half"},
            [("share", "expected 'all', or none, of a complete withdrawal")],
        ),
        (
            "withdrawal",
            {"complete": False, "share": "all"},
            [("share", "expected less than 'all' of a withdrawal that is not complete")],
        ),
        (
            "withdrawal",
            {"counted": "aircraft", "basis": "core"},
            [("counted", "expected none without a quantity"), ("basis", "expected none without a quantity")],
        ),
        (
            "withdrawal",
            {"before": make(Aside, since="2017"), "role": "advisers"},
            [(each, "expected none where no presence ended") for each in ("before", "role")],
        ),
        (
            "withdrawal",
            {"complete": True, "modality": "planned", "before": make(Aside, since="2017")},
            [("before", NOT_AHEAD)],
        ),
        ("withdrawal", {"complete": True, "before": make(Aside, modality="asserted")}, [("before.modality", WEAKER)]),
        (
            "withdrawal",
            {"begun": False, "until": "2020-04"},
            [("until", "expected none where only 'when' it was done is said")],
        ),
        (
            "withdrawal",
            {"done": False, "begun": False, "until": "2020-04", "complete": True},
            [
                ("until", "expected none where only 'when' it was done is said"),
                *((each, "expected none of what was not done") for each in ("begun", "until", "complete")),
            ],
        ),
        ("withdrawal", {"to": "k-1"}, [("to", "expected another place than the one that they left")]),
        (
            "withdrawal",
            {"modality": "denied", "complete": True, "to": "taji"},
            [("to", NO_DENIAL), ("complete", NO_DENIAL)],
        ),
        (
            "appointment",
            {"predecessor": "funk"},
            [("predecessor", "expected another person than the one who took up the post")],
        ),
        (
            "appointment",
            {"predecessor_rank": "Gen."},
            [("predecessor_rank", "expected none without a predecessor")],
        ),
        (
            "appointment",
            {"modality": "denied", "rank": "Gen.", "predecessor": "townsend"},
            [("rank", NO_DENIAL), ("predecessor", NO_DENIAL)],
        ),
        ("appointment", {"modality": "predicted", "still": False}, [("still", NOT_AHEAD)]),
        ("strike", {"at": []}, [("at", "expected at least one")]),
        ("strike", {"targets": ["coalition"]}, [("targets", "expected others than the actor in 'by'")]),
        ("strike", {"by": None, "equipment": ["F-16"]}, [("equipment", "expected none without an actor in 'by'")]),
        ("strike", {"equipment_listed": "open"}, [("equipment_listed", "expected none without equipment")]),
        (
            "strike",
            {"whose": "isis", "victims": "fighters", "basis": "fair"},
            [(each, "expected none without people killed or wounded") for each in ("whose", "victims", "basis")],
        ),
        ("strike", {"certainty": "known"}, [("certainty", "expected none without somebody in 'attributed_to'")]),
        ("strike", {"modality": "planned", "attributed_to": ["coalition"]}, [("attributed_to", NOT_AHEAD)]),
        (
            "strike",
            {"modality": "denied", "targets": ["isis"], "killed": Quantity.exact(3)},
            [("targets", NO_DENIAL), ("killed", NO_DENIAL)],
        ),
        (
            "agreement",
            {"parties": []},
            [("parties", "expected at least one, or an agreement that is there already")],
        ),
        (
            "agreement",
            {"agreement": "an-agreement", "category": "treaty"},
            [("category", THERE)],
        ),
        (
            "agreement",
            {"status": "agreed", "at": ["iraq"], "event": "a-signing"},
            [("event", "expected none without a signing"), ("at", "expected none without a signing")],
        ),
        ("agreement", {"status": "agreed", "signed_by": ["funk"]}, [("signed_by", "expected none without a signing")]),
        ("agreement", {"agreement": "an-agreement", "about": "Of one side."}, [("about", THERE)]),
        ("agreement", {"event": "a-signing", "part_of": "inherent-resolve"}, [("part_of", EXISTING)]),
        (
            "agreement",
            {"status": "expired", "commitments": [make(Undertaking, what="leave")]},
            [("commitments", "expected none: an agreement that is over obliges nobody")],
        ),
        (
            "agreement",
            {"modality": "denied", "commitments": [make(Undertaking, what="leave")]},
            [("commitments", NO_DENIAL)],
        ),
    ],
)
def test_fields_that_do_not_go_together(recipe: str, fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert problems(recipe, **fields) == expected


def test_a_commitment_that_is_there_already_has_its_id_and_names() -> None:
    with pytest.raises(InvalidObject) as refused:
        make(Undertaking, of="a-commitment", id="another", names=[Name(text="leave")], what="leave")
    assert [each.field for each in refused.value.problems] == ["id", "names"]


def test_each_recipe_is_a_function_that_takes_the_fields_by_name() -> None:
    assert sorted(RECIPES) == ["agreement", "appointment", "handover", "strike", "withdrawal"]
    for name, cls in RECIPES.items():
        function = getattr(recipes, name)
        parameters = inspect.signature(function).parameters
        assert {each.kind for each in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
        assert {"when", "reported", "citations", "modality", *FIELDS[name]} <= set(parameters)
        assert (function.__name__, function.__module__, function.__doc__) == (name, "oirmodel.recipes", cls.__doc__)


def test_a_recipe_has_to_say_what_it_makes() -> None:
    bare = make(Recipe, when="2020", reported="2020", modality="asserted", citations=SAID["citations"])
    with pytest.raises(NotImplementedError):
        bare.records()
    with pytest.raises(NotImplementedError):
        _ = bare.root
