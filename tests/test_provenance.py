from typing import Any

import pytest

from oirmodel.errors import InvalidObject
from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.temporal import ImpreciseDate
from oirmodel.vocab import Manner
from tests.making import make


def test_defaults_say_no_more_than_silence() -> None:
    assert make(Speaker, who="us-dod") == make(Speaker, who="us-dod", when=None, how=Manner.UNSTATED)
    assert make(Citation, source="s") == make(Citation, source="s", locator=None, quote=None)


def test_a_speaker_is_dated_by_a_text() -> None:
    assert make(Speaker, who="iraqi-mod", when="2026-01").when == ImpreciseDate.parse("2026-01")


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("..", "an open end says nothing here"),
        ("yesterday", "expected a year of four digits"),
        ("2026-13", "there is no month 13"),
        (2026, "expected text"),
    ],
)
def test_a_speaker_speaks_on_a_date(when: Any, reason: str) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidObject, match=f"when: .*{reason}"):
        make(Speaker, who="iraqi-mod", when=when)


@pytest.mark.parametrize(
    "who", ["", "Iraqi MOD", "iraqi_mod", "iraqi--mod", "-iraqi", "iraqi-", "عراق", "x" * 201, None, 5]
)
def test_ids_are_slugs(who: Any) -> None:  # noqa: ANN401 - wrong types are what is tested
    with pytest.raises(InvalidObject, match="who: expected an id"):
        make(Speaker, who=who)


def test_an_empty_locator_is_none_at_all() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Citation, source="s", locator="", quote="")
    assert [each.field for each in caught.value.problems] == ["locator", "quote"]


def test_a_grade_names_its_scheme() -> None:
    with pytest.raises(InvalidObject) as caught:
        make(Grade, by="airwars", scheme="", grade="")
    assert [each.field for each in caught.value.problems] == ["scheme", "grade"]
