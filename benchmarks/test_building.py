"""What the indexes cost: time against decoding the same claims, and memory."""

import gc
import tracemalloc
from collections.abc import Callable
from typing import Any

from benchmarks import ours, table, tenures
from benchmarks.conftest import Measure, World
from oirmodel.formats.json import dumps
from oirmodel.query import Dataset


def test_build(world: World, size: int, measure: Measure) -> None:
    """Each round has a dataset that has just been gathered, with no index yet."""
    claims = tenures.as_reported(world.held)

    def fresh() -> tuple[tuple[Dataset], dict[str, Any]]:
        return (tenures.gathered(claims),), {}

    measure(table.BUILD, table.OURS, size, ours.build, questions=size, setup=fresh)


def test_decode(world: World, size: int, measure: Measure) -> None:
    document = dumps(world.reported)
    measure(table.BUILD, "decode the claims from JSON", size, lambda: ours.decode(document), questions=size)


def test_make(world: World, size: int, measure: Measure) -> None:
    """Making the claims themselves, every field checked, with dates and citations shared."""
    measure(
        table.BUILD,
        "make the claims in Python",
        size,
        lambda: tenures.as_reported(world.held),
        questions=size,
    )


def test_memory(world: World, size: int, remark: Callable[[str], None]) -> None:
    """Counted as Python allocates it; the texts of the tenures, which the claims share, are not counted again."""
    held = world.held
    gc.collect()
    tracemalloc.start()
    try:
        claims = tenures.as_reported(held)
        made = tracemalloc.get_traced_memory()[0]
        data = tenures.gathered(claims)
        gathered = tracemalloc.get_traced_memory()[0]
        ours.build(data)
        gc.collect()
        built = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert 0 < made < gathered < built
    shares = (made / size, (gathered - made) / size, (built - gathered) / size)
    remark(
        "memory, {:,} claims: a claim takes {:,.0f} bytes, its place in the dataset {:,.0f}, "
        "in the indexes {:,.0f}".format(size, *shares)
    )
