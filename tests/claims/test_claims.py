import re
from typing import Any, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oirmodel.claims import CLAIM_KINDS, Being, Claim, Rivalry, SameAs, Strength, Travel
from oirmodel.errors import InvalidObject
from oirmodel.frozen import evolve
from oirmodel.provenance import Speaker
from oirmodel.quantity import Quantity
from oirmodel.temporal import Period, Span
from oirmodel.testing import claims
from oirmodel.vocab import CountingBasis, Degree, Spread
from tests.making import claim, control, make

BY_KIND = {each.kind: each for each in CLAIM_KINDS}


def names_of(kind: type[Claim]) -> set[str]:
    return {each.name for each in attrs.fields(kind)}


@pytest.mark.parametrize(
    ("kind", "being", "rivalry", "travel"),
    [
        ("control", Being.HOLDS, Rivalry.DETAIL, Travel.CONTROL),
        ("ownership", Being.HOLDS, Rivalry.DETAIL, Travel.STAYS),
        ("presence", Being.HOLDS, Rivalry.NONE, Travel.UP),
        ("strength", Being.HOLDS, Rivalry.QUANTITY, Travel.STAYS),
        ("affiliation", Being.HOLDS, Rivalry.NONE, Travel.STAYS),
        ("posting", Being.HOLDS, Rivalry.SINGLE, Travel.STAYS),
        ("operation_status", Being.HOLDS, Rivalry.ALWAYS, Travel.STAYS),
        ("purpose", Being.HOLDS, Rivalry.NONE, Travel.STAYS),
        ("occurrence", Being.EXTENT, Rivalry.NONE, Travel.UP),
        ("casualties", Being.TOTAL, Rivalry.QUANTITY, Travel.STAYS),
        ("tally", Being.TOTAL, Rivalry.QUANTITY, Travel.STAYS),
        ("same_as", Being.REPORT, Rivalry.NONE, Travel.STAYS),
        ("different_from", Being.REPORT, Rivalry.NONE, Travel.STAYS),
        ("strength_change", Being.TOTAL, Rivalry.QUANTITY, Travel.STAYS),
        ("participation", Being.HOLDS, Rivalry.NONE, Travel.STAYS),
        ("attribution", Being.REPORT, Rivalry.NONE, Travel.STAYS),
        ("agreement_status", Being.HOLDS, Rivalry.ALWAYS, Travel.STAYS),
        ("commitment_terms", Being.HOLDS, Rivalry.DATE, Travel.STAYS),
        ("commitment_status", Being.HOLDS, Rivalry.ALWAYS, Travel.STAYS),
        ("order", Being.REPORT, Rivalry.NONE, Travel.STAYS),
        ("attribute", Being.HOLDS, Rivalry.ASPECT, Travel.STAYS),
        ("assessment", Being.REPORT, Rivalry.NONE, Travel.STAYS),
    ],
)
def test_how_each_kind_is_read(kind: str, being: Being, rivalry: Rivalry, travel: Travel) -> None:
    grammar = BY_KIND[kind].grammar
    assert (grammar.being, grammar.rivalry, grammar.travel) == (being, rivalry, travel)


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_a_grammar_names_fields_of_its_kind(kind: type[Claim]) -> None:
    grammar = kind.grammar
    named = {*grammar.subject, grammar.value, grammar.detail, grammar.site} - {None}
    assert named <= names_of(kind) - names_of(Claim)


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_details_that_exclude_are_details(kind: type[Claim]) -> None:
    grammar = kind.grammar
    assert bool(grammar.exclusive) is (grammar.rivalry is Rivalry.DETAIL)
    if grammar.exclusive:
        assert grammar.detail is not None
        assert all(isinstance(each, get_type_hints(kind)[grammar.detail]) for each in grammar.exclusive)


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_every_kind_needs_the_envelope(kind: type[Claim]) -> None:
    with pytest.raises(InvalidObject) as caught:
        make(kind)
    assert {"reported", "citations", "modality"} <= {each.field for each in caught.value.problems}
    assert not {"id", "period", "asserted_by", "note"} & {each.field for each in caught.value.problems}


def test_no_default_says_more_than_silence() -> None:
    said = control()
    assert said.degree is Degree.UNSTATED
    assert said.period == Period()
    assert (said.recorded, said.asserted_by, said.assumptions, said.grades, said.note) == (None, (), (), (), None)
    assert (said.corrects, said.supersedes, said.retracts, said.derived_from) == ((), (), (), ())
    strength = claim(Strength, of="us-army", at=["iraq"], quantity=Quantity.about(2500))
    assert (strength.basis, strength.spread) == (CountingBasis.UNSPECIFIED, Spread.UNSTATED)


@pytest.mark.parametrize("field", ["reported", "recorded"])
def test_a_report_has_a_date(field: str) -> None:
    fields: dict[str, Any] = {field: ".."}
    with pytest.raises(InvalidObject, match=f"{field}: expected a date; an open end says nothing here"):
        control(**fields)


def test_a_claim_cites() -> None:
    with pytest.raises(InvalidObject, match="citations: "):
        control(citations=[])


def test_a_claim_was_said_when_its_first_speaker_said_it() -> None:
    day = 739_633  # 2026-01-17
    assert control(reported="2026-01-17").said == Span(day, day)
    first, second = make(Speaker, who="iraqi-mod", when="2026-01-15"), make(Speaker, who="xinhua", when="2026-01-16")
    assert control(reported="2026-01-17", asserted_by=[first, second]).said == Span(day - 2, day - 2)
    assert control(reported="2026-01-17", asserted_by=[make(Speaker, who="xinhua")]).said == Span(day, day)


# Derived ids


@given(claims())
def test_the_same_content_has_the_same_id(said: Claim) -> None:
    """A claim made again from its content, without its id, gets the id that it had."""
    content = {each.name: getattr(said, each.name) for each in attrs.fields(type(said)) if each.name != "id"}
    assert make(type(said), **content) == said


@given(claims())
def test_a_derived_id_is_a_slug_of_its_kind(said: Claim) -> None:
    """A derived id is the kind, with hyphens, and sixteen hexadecimal digits."""
    assert re.fullmatch(said.kind.replace("_", "-") + "-[0-9a-f]{16}", said.id)


@given(claims(), claims())
def test_another_content_has_another_id(one: Claim, other: Claim) -> None:
    """Two claims share a derived id only where they are equal."""
    assert (one.id == other.id) is (one == other)


CHANGES: dict[str, Any] = {
    "period": Period.since("1999"),
    "reported": "1999-12-31",
    "recorded": "2030-01-01",
    "assumptions": ("another",),
    "corrects": ("another",),
    "supersedes": ("another",),
    "retracts": ("another",),
    "derived_from": ("another",),
    "note": "another",
    "extensions": {"acme:another": 1},
}


@given(claims(), st.sampled_from(sorted(CHANGES)))
def test_every_field_counts_for_the_id(said: Claim, field: str) -> None:
    """A change of any field changes the derived id."""
    content = {each.name: getattr(said, each.name) for each in attrs.fields(type(said)) if each.name != "id"}
    changed = make(type(said), **{**content, field: CHANGES[field]})
    assert changed.id != said.id


def test_a_given_id_is_kept() -> None:
    assert control(id="control-1").id == "control-1"
    assert evolve(control(id="control-1"), note="x").id == "control-1"


def test_ids_do_not_depend_on_how_it_was_written() -> None:
    assert control(degree="full").id == control(degree=Degree.FULL).id
    assert control(extensions={"a:b": 1, "a:c": [2]}).id == control(extensions={"a:c": (2,), "a:b": 1}).id
    assert control(degree="unstated").id == control().id


def test_ids_tell_kinds_apart() -> None:
    assert claim(SameAs, one="a", other="b").id.startswith("same-as-")


@pytest.mark.parametrize("value", ["\ud800", b"bytes"])
def test_an_id_is_never_derived_from_what_json_cannot_hold(value: object) -> None:
    with pytest.raises(InvalidObject, match="extensions"):
        control(extensions={"acme:x": value})


def test_an_inner_key_is_text() -> None:
    with pytest.raises(InvalidObject, match="expected texts as the keys of a mapping"):
        control(extensions={"acme:x": {1: "a"}})


@pytest.mark.parametrize(
    ("kind", "fields"),
    [(Strength, {"of": "us-army", "at": [], "quantity": Quantity.about(2500)}), (SameAs, {"one": "a", "other": "a"})],
)
def test_what_says_nothing_is_refused(kind: type[Claim], fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidObject):
        claim(kind, **fields)
