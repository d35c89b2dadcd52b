"""Whoever holds a post is somebody of whom one can say who it is."""

from typing import Any

import pytest

from oirmodel import Dataset, Finding, Severity, check
from oirmodel.claims import Claim
from oirmodel.entities import Person
from oirmodel.names import Name
from tests.making import make
from tests.query.building import CAST, SOURCES, posting, same_as

PEOPLE = (
    make(Person, id="nobody"),
    make(Person, id="unnamed", placeholder=True, names=[Name(text="a spokesperson")]),
)


def found(*claims: Claim) -> tuple[Finding, ...]:
    return check(Dataset(entities=(*CAST, *PEOPLE), sources=SOURCES, claims=claims))


@pytest.mark.parametrize("post", ["commander", "adviser"])
def test_a_holder_has_a_name(post: str) -> None:
    (finding,) = found(posting("nobody", "2024/2025", of=post, id="a"))
    assert (finding.code, finding.severity, finding.pointer) == ("OIR302", Severity.WARNING, "/postings/0/by")
    assert finding.message == "a: the holder 'nobody' has no name"
    assert finding.subjects == ("a", "nobody")


def test_a_placeholder_holds_no_single_post() -> None:
    (finding,) = found(posting("unnamed", "2024/2025", id="a"))
    assert finding.message == "a: the holder 'unnamed' stands for somebody unnamed"
    assert finding.hint == "'commander' is held by one at a time, who may be a named one"


@pytest.mark.parametrize(
    ("by", "fields"),
    [
        ("smith", {}),
        ("unnamed", {"of": "adviser"}),
        ("unnamed", {"modality": "planned"}),
        ("nobody", {"modality": "predicted"}),
    ],
)
def test_who_is_known_or_need_not_be_is_left_alone(by: str, fields: dict[str, Any]) -> None:
    assert found(posting(by, "2024/2025", **fields)) == ()


@pytest.mark.parametrize("by", ["nobody", "unnamed"])
def test_it_is_left_alone_where_somebody_says_who_it_is(by: str) -> None:
    assert found(posting(by, "2024/2025"), same_as(by, "smith")) == ()
