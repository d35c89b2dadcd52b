"""
One page tells who took up a post, another who gave it up: what is said of the days between.

Neither page says that the person held it all the while, and none says no. Of a day between, the first is the last word:
it is presumed where that page had it that the person was still there, and possible where how long is not said. The
second has no beginning, so it is silent of all days before its own and stands among the nearest; it ends what the first
leaves open. So it is for control and presence too.
"""

from collections.abc import Callable

import pytest

from oirmodel.claims import Claim
from oirmodel.query import Answer, Dataset, Status
from tests.query.building import (
    CONTESTED,
    DEFINITE,
    NO_EVIDENCE,
    POSSIBLE,
    PRESUMED,
    control,
    data,
    ids,
    posting,
    presence,
)

Asking = Callable[[Dataset, str], Answer]
KINDS: dict[str, tuple[Callable[..., Claim], str, Asking]] = {
    "posting": (posting, "smith", lambda told, day: told.who_held("commander", on=day, person="smith")),
    "control": (control, "us", lambda told, day: told.who_controlled("al-asad", on=day, by="us")),
    "presence": (presence, "us", lambda told, day: told.who_was_at("al-asad", on=day, force="us")),
}


def pages(kind: str, until_when: str) -> Dataset:
    """Taken up on 1 June 2019, as told on that day; given up on 1 July 2020, as told on the next."""
    makes, who, _ = KINDS[kind]
    return data(
        makes(who, f"2019-06-01/{until_when}", reported="2019-06-01", id="up"),
        makes(who, "/2020-07-01", reported="2020-07-02", id="down"),
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("until_when", "between"), [("..", PRESUMED), ("", POSSIBLE)], ids=["open", "unknown"])
def test_the_first_page_is_the_last_word_until_the_second(kind: str, until_when: str, between: Status) -> None:
    told, asks = pages(kind, until_when), KINDS[kind][2]
    expected = {
        "2019-05-31": (NO_EVIDENCE, None),
        "2019-06-01": (DEFINITE, True),
        "2019-06-02": (between, True),
        "2020-06-30": (between, True),
        "2020-07-01": (DEFINITE, True),
        "2020-07-02": (PRESUMED, False),
    }
    assert {day: (asks(told, day).status, asks(told, day).holds) for day in expected} == expected


@pytest.mark.parametrize("kind", KINDS)
def test_the_second_page_is_silent_of_the_days_between(kind: str) -> None:
    answer = KINDS[kind][2](pages(kind, ""), "2020-01-01")
    assert (ids(answer.supporting), ids(answer.nearest)) == (["up"], ["down"])


def test_alone_the_second_page_says_nothing_of_the_days_before() -> None:
    answer = data(posting("smith", "/2020-07-01", id="down")).who_held("commander", on="2020-06-30")
    assert (answer.status, answer.candidates, ids(answer.nearest)) == (NO_EVIDENCE, (), ["down"])


def test_somebody_else_may_have_held_it_between() -> None:
    told = pages("posting", "..").plus(posting("jones", "2019-12-01/2020-02-01", id="else"))
    assert told.who_held("commander", on="2020-01-01").value == "jones"
    assert told.who_held("commander", on="2020-01-01", person="smith").holds is False
    assert told.conflicts() == ()


def test_when_a_page_says_later_that_it_goes_on_the_two_conflict() -> None:
    told = data(
        posting("smith", "2019-06-01/..", reported="2021-01-01", id="up"),
        posting("smith", "/2020-07-01", reported="2020-07-02", id="down"),
    )
    assert told.who_held("commander", on="2020-01-01").status is DEFINITE
    assert told.who_held("commander", on="2020-08-01").status is CONTESTED


def test_what_may_be_two_stays_is_told_as_two() -> None:
    answer = pages("posting", "").when("posting", of="commander", by="smith")
    assert sorted(each.value.format() for each in answer.candidates) == ["/2020-07-01", "2019-06-01/"]
