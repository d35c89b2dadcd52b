"""All claims that surely hold on a day, over the whole dataset."""

from collections.abc import Callable
from typing import Final

from benchmarks import ours, table
from benchmarks.conftest import Measure, World
from benchmarks.peers.arrays import Checkpoints
from benchmarks.peers.trees import GlobalTree

_DAYS: Final = 20


def _days(world: World) -> list[int]:
    return [day for _, day in world.questions(_DAYS)]


def _ids(world: World, day: int) -> set[str]:
    return {each.id for each in ours.holding(world.exact, day)}


def _all(ask: Callable[[int], object], days: list[int]) -> Callable[[], None]:
    def ask_all() -> None:
        for day in days:
            ask(day)

    return ask_all


def test_ours(world: World, size: int, measure: Measure) -> None:
    data = world.exact
    measure(table.HOLDING, table.OURS, size, _all(lambda day: ours.holding(data, day), _days(world)), questions=_DAYS)


def test_global_intervaltree(world: World, size: int, measure: Measure) -> None:
    tree = GlobalTree(world.held)
    days = _days(world)
    assert all(tree.ids(day) == _ids(world, day) for day in days[:5])
    measure(table.HOLDING, "global intervaltree", size, _all(tree.holding, days), questions=_DAYS)


def test_numpy_positions(world: World, size: int, measure: Measure) -> None:
    """An array of positions, which are no claims yet."""
    arrays = Checkpoints(world.held, world.exact_claims)
    days = _days(world)
    assert all({each.id for each in arrays.objects(day)} == _ids(world, day) for day in days)
    measure(table.HOLDING, "numpy with checkpoints, positions", size, _all(arrays.holding, days), questions=_DAYS)


def test_numpy_objects(world: World, size: int, measure: Measure) -> None:
    """The same claims as ours, taken from an array of them by their positions."""
    arrays = Checkpoints(world.held, world.exact_claims)
    measure(table.HOLDING, "numpy with checkpoints, objects", size, _all(arrays.objects, _days(world)), questions=_DAYS)
