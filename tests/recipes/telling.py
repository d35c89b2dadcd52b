"""Sentences for the recipes: short forms of the call, a cast in which every id names something, and strategies."""

from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oirmodel import recipes, testing
from oirmodel.claims import Claim
from oirmodel.entities import Agreement, Entity, Force, Installation, Operation, Person, Place, Post, Source
from oirmodel.names import Name
from oirmodel.provenance import Citation, Speaker
from oirmodel.query import Dataset
from oirmodel.recipes import Told
from oirmodel.vocab import Modality
from tests.making import make

__all__ = ["CAST", "EVENTS", "SAID", "SOURCE", "claims_of", "data", "say", "sentences"]

SOURCE: Final = Source(id="src-report", title="A report", published="2020-03-30")  # type: ignore[arg-type]
SAID: Final[dict[str, Any]] = {
    "reported": "2020-03-30",
    "asserted_by": (make(Speaker, who="spokesman", how="paraphrase"), make(Speaker, who="newspaper")),
    "citations": (make(Citation, source="src-report", locator="paragraph 2"),),
    "modality": "asserted",
    "assumptions": ("year 2020: the article gives none",),
    "note": "As the report has it.",
}
"""The envelope of a sentence, as it is given and as every claim must have it."""

CAST: Final[tuple[Entity, ...]] = (
    make(Installation, id="k-1"),
    make(Installation, id="taji"),
    make(Place, id="iraq"),
    make(Force, id="coalition"),
    make(Force, id="iraqi-forces"),
    make(Force, id="isis"),
    make(Force, id="us-forces"),
    make(Force, id="newspaper"),
    make(Person, id="spokesman"),
    make(Person, id="funk", names=[Name(text="Funk")]),
    make(Person, id="townsend", names=[Name(text="Townsend")]),
    make(Post, id="commander", of="coalition", title="Commander", single=True),
    make(Operation, id="inherent-resolve"),
    make(Agreement, id="an-agreement"),
)
EVENTS: Final = ("appointment", "handover", "strike", "withdrawal")
"""The recipes of an event; an agreement is another thing, which may have a signing."""


def say(recipe: str, /, **fields: Any) -> tuple[Told, ...]:  # noqa: ANN401 - takes wrong types too, to see them refused
    """What a sentence comes to, in an envelope that each field given replaces."""
    told: tuple[Told, ...] = getattr(recipes, recipe)(**{**SAID, **fields})
    return told


def claims_of(told: tuple[Told, ...]) -> list[Claim]:
    """The claims among what a sentence comes to."""
    return [each for each in told if isinstance(each, Claim)]


def data(*told: Told) -> Dataset:
    """A dataset of what was told and of the cast."""
    return Dataset(entities=CAST, sources=[SOURCE]).plus(*told)


# Strategies

_AFFIRMING: Final = st.sampled_from([each for each in Modality if each is not Modality.DENIED])
_WHEN: Final = testing.imprecise_dates().filter(lambda each: not each.is_open)
_FIGURE: Final = testing.quantities()
_WHAT: Final[dict[str, SearchStrategy[dict[str, Any]]]] = {
    "handover": st.fixed_dictionaries(
        {"of": st.just("k-1"), "giver": st.just("coalition"), "receiver": st.just("iraqi-forces"), "when": _WHEN},
        optional={"degree": st.sampled_from(["full", "partial", "unstated"])},
    ),
    "withdrawal": st.fixed_dictionaries(
        {"of": st.just("us-forces"), "at": st.just("k-1"), "when": _WHEN},
        optional={"complete": st.booleans(), "quantity": _FIGURE, "to": st.just("taji"), "until": _WHEN},
    ),
    "appointment": st.fixed_dictionaries(
        {"person": st.just("funk"), "post": st.just("commander"), "when": _WHEN},
        optional={"predecessor": st.just("townsend"), "rank": st.just("Lt. Gen."), "at": st.just(["taji"])},
    ),
    "strike": st.fixed_dictionaries(
        {"at": st.sampled_from([["k-1"], ["k-1", "taji"]]), "when": _WHEN},
        optional={
            "by": st.just("coalition"),
            "targets": st.sampled_from([["isis"], ["isis", "us-forces"]]),
            "until": _WHEN,
            "count": _FIGURE,
            "munitions": _FIGURE,
            "killed": _FIGURE,
            "wounded": _FIGURE,
        },
    ),
    "agreement": st.fixed_dictionaries(
        {
            "parties": st.just(["coalition", "iraqi-forces"]),
            "when": _WHEN,
            "status": st.sampled_from(["proposed", "agreed", "signed", "ratified", "in-force"]),
        },
        optional={"commitments": st.just([make(recipes.Undertaking, what="to leave", by="coalition")])},
    ),
}


def sentences(*names: str) -> SearchStrategy[tuple[str, dict[str, Any]]]:
    """A recipe and its fields, in any modality but a denial."""
    return st.sampled_from(names or tuple(_WHAT)).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.builds(lambda what, modality: {**what, "modality": modality}, _WHAT[name], _AFFIRMING),
        )
    )
