"""The value of a subject on a day, as known on another day."""

import itertools
from collections.abc import Callable
from typing import Final

import pytest

from benchmarks import ours, table
from benchmarks.conftest import Measure, World

_ASKED: Final = 5_000
_COMPARED: Final = 50
_VIEWS: Final = 1_000
_FIRST_ASKED: Final = {50: 200, 500: 20, 5_000: 4}
"""How many first questions a round asks, by the claims of a subject."""


def test_a_later_question(world: World, size: int, measure: Measure) -> None:
    """Each subject has been asked about once under the same day."""
    view = ours.as_known(world.reported, world.known_day)
    questions = world.questions(_ASKED)
    for subject, day in questions[:_COMPARED]:
        full = ours.full_answer(view, subject, day)
        assert ours.verdict(view, subject, day) == (full.status, full.value)
    ask = ours.value_on(view)

    def ask_all() -> None:
        for subject, day in questions:
            ask(subject, day)

    ask_all()
    measure(table.SECOND, table.OURS, size, ask_all, questions=len(questions))


@pytest.mark.parametrize("per_subject", table.GROWN)
def test_the_first_question(per_subject: int, worlds: dict[int, World], measure: Measure) -> None:
    """Each question has a view of its own, of a day that no view was made of before."""
    small = worlds[per_subject]
    asked = _FIRST_ASKED[per_subject]
    measure(table.FIRST, f"{per_subject} claims a subject", 0, _first_questions(small, asked), questions=asked)


def test_the_first_question_of_many_subjects(world: World, size: int, measure: Measure) -> None:
    """What a first question takes does not grow with the claims about others."""
    asked = _FIRST_ASKED[50]
    measure(table.FIRST, table.OURS, size, _first_questions(world, asked), questions=asked)


def _first_questions(world: World, count: int) -> Callable[[], None]:
    data, last = world.reported, world.known_day
    subjects = itertools.cycle(dict.fromkeys(each.subject for each in world.held))
    days = itertools.cycle(range(last, last - 997, -1))

    def ask_all() -> None:
        for _ in range(count):
            day = next(days)
            ours.value_on(ours.as_known(data, day))(next(subjects), day - 100)

    return ask_all


def test_the_view_alone(world: World, size: int, measure: Measure) -> None:
    days = itertools.cycle(range(world.known_day, world.known_day - 997, -1))
    data = world.reported

    def view_all() -> None:
        for _ in range(_VIEWS):
            ours.as_known(data, next(days))

    measure(table.VIEW, table.OURS, size, view_all, questions=_VIEWS)
