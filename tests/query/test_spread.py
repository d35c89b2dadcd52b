"""How a claim is about several places, or a wide one: what that says of each, and what a denial leaves."""

from typing import Any

import pytest

from oirmodel.claims import Control, Presence
from oirmodel.errors import InvalidObject
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    control,
    data,
    graded,
    occurrence,
    presence,
    same_as,
    says,
)

MAY = "2020-05-01/2020-05-31"
DAY = "2020-05-10"
NO = {"raid": (False, DEFINITE)}
YES = {"raid": (True, DEFINITE)}


def raid(*at: str, spread: str = "unstated", **fields: Any) -> Any:  # noqa: ANN401 - an occurrence, whatever it takes
    return occurrence("raid", MAY, at=list(at), spread=spread, **fields)


def denied(*at: str, spread: str = "unstated") -> Any:  # noqa: ANN401 - as above
    return raid(*at, spread=spread, modality="denied")


# What is said of several places.


@pytest.mark.parametrize("spread", ["unstated", "including", "mainly", "parts-of"])
def test_what_happened_in_several_places_happened_in_each(spread: str) -> None:
    told = data(raid("anbar", "syria", spread=spread))
    for site in ("anbar", "syria", "iraq-land"):
        assert graded(told.happened(at=site, on=DAY)) == YES
    for site in ("al-asad", "k-1"):
        assert told.happened(at=site, on=DAY).status is NO_EVIDENCE


def test_what_happened_in_several_places_together_happened_in_what_holds_all_of_them() -> None:
    told = data(raid("al-asad", "anbar", spread="together"))
    assert graded(told.happened(at="anbar", on=DAY)) == YES
    assert graded(told.happened("raid", at="iraq-land", on=DAY)) == YES
    assert told.happened(at="al-asad", on=DAY).status is NO_EVIDENCE
    assert data(raid("anbar", "syria", spread="together")).happened(at="iraq-land", on=DAY).status is NO_EVIDENCE


def test_a_place_holds_what_lies_in_it_under_another_id() -> None:
    told = data(raid("al-asad", "k-1", spread="together"), same_as("k-1", "compound"))
    assert graded(told.happened(at="anbar", on=DAY)) == YES


# What is denied of several places.


@pytest.mark.parametrize("spread", ["unstated", "including"])
def test_what_is_denied_of_several_places_is_denied_of_each_and_of_their_parts(spread: str) -> None:
    told = data(denied("anbar", "syria", spread=spread))
    for site in ("anbar", "syria", "al-asad", "compound"):
        assert graded(told.happened(at=site, on=DAY)) == NO
    assert told.happened(at="iraq-land", on=DAY).status is NO_EVIDENCE


@pytest.mark.parametrize("spread", ["parts-of", "mainly"])
@pytest.mark.parametrize("site", ["anbar", "al-asad", "iraq-land"])
def test_not_in_parts_of_a_place_or_not_mainly_there_is_no_denial_of_it(spread: str, site: str) -> None:
    assert data(denied("anbar", spread=spread)).happened(at=site, on=DAY).holds is not False
    both = data(denied("anbar", spread=spread), raid("al-asad"))
    assert both.happened(at="anbar", on=DAY).status is DEFINITE
    assert both.happened(at="al-asad", on=DAY).status is DEFINITE
    assert both.happened("raid", on=DAY).status is DEFINITE
    assert both.conflicts() == ()


@pytest.mark.parametrize("spread", ["parts-of", "mainly"])
def test_it_did_not_happen_for_all_that_it_was_not_in_parts(spread: str) -> None:
    """An account of the very place is not denied by it either."""
    told = data(denied("anbar", spread=spread), raid("anbar", spread=spread))
    assert told.happened("raid", on=DAY).status is DEFINITE
    assert told.happened(at="anbar", on=DAY).status is DEFINITE


def test_not_in_a_place_is_not_in_parts_of_it() -> None:
    told = data(denied("anbar"), raid("anbar", spread="parts-of"))
    assert told.happened(at="anbar", on=DAY).status is CONTESTED
    assert told.happened("raid", on=DAY).status is CONTESTED


def test_what_is_denied_of_several_places_together_is_denied_of_none_by_itself() -> None:
    told = data(denied("anbar", "syria", spread="together"), raid("anbar"))
    assert told.happened(at="anbar", on=DAY).status is DEFINITE
    assert told.happened("raid", on=DAY).status is DEFINITE
    alone = data(denied("al-asad", "anbar", spread="together"))
    assert alone.happened(at="anbar", on=DAY).status is NO_EVIDENCE


def test_what_is_denied_of_several_places_together_is_denied_of_just_these() -> None:
    told = data(denied("anbar", "syria", spread="together"), raid("syria", "anbar", spread="together"))
    assert told.happened("raid", on=DAY).status is CONTESTED


@pytest.mark.parametrize("spread", ["including", "mainly"])
def test_what_also_happened_elsewhere_did_happen_though_not_there(spread: str) -> None:
    told = data(denied("anbar"), raid("anbar", spread=spread))
    assert told.happened(at="anbar", on=DAY).status is CONTESTED
    assert told.happened("raid", on=DAY).status is DEFINITE


# Control and presence are of one place each; how much of it, the degree says.


@pytest.mark.parametrize("kind", [Control, Presence])
def test_what_is_of_one_place_has_no_spread(kind: type[Control | Presence]) -> None:
    site = {"of": "anbar", "by": "us"} if kind is Control else {"of": "us", "at": "anbar"}
    with pytest.raises((InvalidObject, TypeError), match="spread"):
        says(kind, MAY, **site, spread="parts-of")


def test_not_in_control_of_all_of_a_place_leaves_its_parts() -> None:
    """That parts of Anbar are not theirs denies the full control of it, and no more."""
    told = data(control("us", MAY, of="anbar", modality="denied"), control("us", MAY))
    assert told.who_controlled("al-asad", on=DAY).status is DEFINITE
    assert told.who_controlled("anbar", on=DAY).status is DEFINITE
    partial = data(control("us", MAY, of="anbar", modality="denied"), control("us", MAY, of="anbar", degree="partial"))
    assert partial.who_controlled("anbar", on=DAY).status is DEFINITE
    assert partial.conflicts() == ()


def test_not_in_some_parts_of_a_place_is_a_denial_of_each_and_none_of_the_place() -> None:
    told = data(presence("us", MAY, at="compound", modality="denied"), presence("us", MAY, at="anbar"))
    assert graded(told.who_was_at("compound", on=DAY)) == {"us": (False, DEFINITE)}
    assert graded(told.who_was_at("anbar", on=DAY)) == {"us": (True, DEFINITE)}
    assert told.who_was_at("al-asad", on=DAY).status is NO_EVIDENCE
