"""How old a presumption is: it always says so."""

import pytest

from oirmodel.temporal import Period
from tests.query.building import PRESUMED, control, data, presence


@pytest.mark.parametrize(
    ("period", "day", "expected"),
    [
        ("2020-05-01/2020-05-31", "2020-05-01", "2020-05-01"),
        ("2020-05-01/", "2020-06-15", "2020-05-01"),
        ("[2020-05-01..2020-05-03]/", "2020-06-15", "[2020-05-01..2020-05-03]"),
    ],
)
def test_a_no_by_a_rival_is_as_old_as_its_start(period: str, day: str, expected: str) -> None:
    """The word against is the rival's start, whenever it ended."""
    answer = data(control("iraq", period)).who_controlled("al-asad", on=day, by="us")
    assert (answer.status, answer.holds, str(answer.last_confirmed)) == (PRESUMED, False, expected)


def test_a_no_by_a_rival_that_was_still_there_later_is_as_old_as_its_start() -> None:
    """On the day itself nobody had said yet that it was still so on the 20th."""
    held = data(
        control("us", Period.observed("2020-04-01")),
        control("iraq", Period.since("2020-05-01"), reported="2020-05-20", degree="unstated"),
    )
    answer = held.who_controlled("al-asad", on="2020-05-10", by="us")
    assert (answer.status, answer.holds, str(answer.last_confirmed)) == (PRESUMED, False, "2020-05-01")


def test_a_no_by_a_denial_that_covers_the_day_is_of_the_day() -> None:
    """A denied role is a last word against a force that was only ever reported in it."""
    told = data(
        presence("us", Period.observed("2020-05-01"), role="combat"),
        presence("us", Period.since("2020-05-05"), reported="2020-05-20", role="combat", modality="denied"),
    )
    answer = told.who_was_at("al-asad", on="2020-05-10")
    assert (answer.status, answer.holds, str(answer.last_confirmed)) == (PRESUMED, False, "2020-05-10")


def test_asked_of_another_day_it_is_of_that_day() -> None:
    """What is worked out for all days of a stretch is told of each by its own date."""
    told = data(
        presence("us", Period.observed("2020-05-01"), role="combat"),
        presence("us", Period.since("2020-05-05"), reported="2020-05-20", role="combat", modality="denied"),
    )
    for day in ("2020-05-10", "2020-05-12", "2020-05-11"):
        assert str(told.who_was_at("al-asad", on=day).last_confirmed) == day
    held = data(control("us", "2020-05-01/2020-05-31"))
    for day in ("2020-05-10", "2020-05-12"):
        assert str(held.who_controlled("al-asad", on=day).last_confirmed) == day
