"""The history of one subject, by the claims about it and by those about others."""

from collections.abc import Callable
from typing import Final

import pytest

from benchmarks import ours, table
from benchmarks.conftest import Measure, World

_ASKED: Final = {50: 20, 500: 4, 5_000: 1}
"""How many subjects a round asks about, by the claims of each."""


def _histories(world: World, count: int) -> Callable[[], None]:
    subjects = list(dict.fromkeys(each.subject for each in world.held))
    asked = [subjects[index % len(subjects)] for index in range(count)]

    def ask_all() -> None:
        for subject in asked:
            ours.timeline(world.reported, subject)

    return ask_all


@pytest.mark.parametrize("per_subject", table.GROWN)
def test_growing_with_the_subject(per_subject: int, worlds: dict[int, World], measure: Measure) -> None:
    asked = _ASKED[per_subject]
    ask_all = _histories(worlds[per_subject], asked)
    measure(table.HISTORY, f"{per_subject} claims a subject", 0, ask_all, questions=asked)


def test_not_growing_with_the_dataset(world: World, size: int, measure: Measure) -> None:
    measure(table.HISTORY, table.OURS, size, _histories(world, _ASKED[50]), questions=_ASKED[50])
