"""
Thousands of small worlds that are known in full: no answer about them may be wrong.

``OIRMODEL_WORLDS`` tells how many; in CI there are 100,000, elsewhere a few thousand, always the same ones.
"""

import multiprocessing
import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import Final

import pytest

from tests.query.small.askings import Asking, askings
from tests.query.small.rules import broken
from tests.query.small.shown import FEATURES
from tests.query.small.tellings import world_of
from tests.query.small.worlds import SORTS, World

WORLDS: Final = int(os.environ.get("OIRMODEL_WORLDS", "100000" if os.environ.get("CI") == "true" else "2000"))
_PROCESSES: Final = 2
_BATCH: Final = 2_500
_SHOWN: Final = 3


def smallest(world: World, asked: Asking) -> World:
    """The world with every claim dropped that what is broken does not need."""
    for index in range(len(world.units)):
        fewer = world._replace(units=(*world.units[:index], *world.units[index + 1 :]))
        if broken(fewer, asked) is not None:
            return smallest(fewer, asked)
    return world


def looked_at(seeds: range) -> tuple[Counter[str], list[str]]:
    """What some worlds have shown, and what is broken in them, with the world in words."""
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in seeds:
        world = world_of(seed)
        seen["worlds"] += 1
        for asked in askings(world):
            if broken(world, asked, seen) is not None and len(wrong) < _SHOWN:
                small = smallest(world, asked)
                wrong.append(f"{broken(small, asked)}\n{small.in_words()}\n{asked}")
    return seen, wrong


def test_no_answer_about_a_small_world_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """Each rule of :mod:`tests.query.small.rules` holds in every world; and the worlds have shown each of its cases."""
    batches = [range(first, min(first + _BATCH, WORLDS)) for first in range(0, WORLDS, _BATCH)]
    if len(batches) == 1:
        found = [looked_at(batches[0])]
    else:
        with ProcessPoolExecutor(_PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
            found = list(pool.map(looked_at, batches))
    seen: Counter[str] = Counter()
    for counted, _ in found:
        seen.update(counted)
    with capsys.disabled():
        print(f"\n{seen['worlds']:,} small worlds, {seen['questions'] + seen['history']:,} questions:")  # noqa: T201
        print("  " + ", ".join(f"{name} {seen[name]:,}" for name in FEATURES))  # noqa: T201
    wrong = [each for _, some in found for each in some]
    assert not wrong, "\n\n".join(wrong[:_SHOWN])
    assert seen["worlds"] == WORLDS
    assert [name for name in FEATURES if not seen[name]] == []


def test_a_seed_has_one_world() -> None:
    assert world_of(1234) == world_of(1234)
    assert askings(world_of(1234)) == askings(world_of(1234))


@pytest.mark.parametrize("index", range(len(SORTS)))
def test_a_false_world_is_found_out(index: int) -> None:
    """A world in which nothing of what is told was so breaks a rule: the rules do look."""
    found = 0
    for seed in range(index, 40 * len(SORTS), len(SORTS)):
        world = world_of(seed)._replace(stays=())
        found += any(broken(world, asked) for asked in askings(world))
    assert found > 0
