"""From a published table to a dataset, beside plain reading of the same file, and the memory that it takes."""

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import ours, published, table
from benchmarks.conftest import Measure
from benchmarks.peers.tables import READERS


@pytest.fixture(scope="session")
def tables(size: int, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file of so many rows for each importer."""
    folder = tmp_path_factory.mktemp("published")
    return {name: published.write(name, size, folder / f"{name}-{size}.csv") for name in published.TABLES}


@pytest.mark.parametrize("name", published.TABLES)
def test_import(name: str, tables: dict[str, Path], size: int, measure: Measure, remark: Callable[[str], None]) -> None:
    path = tables[name]
    imported = ours.import_file(name, path)
    assert (imported.rows, imported.placed) == (size, size)
    assert len(imported.dataset.store.claims) >= size
    claims = len(imported.dataset.store.claims)
    del imported
    gc.collect()
    measure(table.IMPORT[name], table.OURS, size, lambda: ours.import_file(name, path), questions=size)
    remark(f"{name}: {size:,} rows of {path.stat().st_size / 1e6:,.1f} MB become {claims:,} claims")


@pytest.mark.parametrize("name", published.TABLES)
@pytest.mark.parametrize("who", READERS)
def test_plain_read(name: str, who: str, tables: dict[str, Path], size: int, measure: Measure) -> None:
    read, path = READERS[who], tables[name]
    assert read(path) == size
    measure(table.IMPORT[name], who, size, lambda: read(path), questions=size)


@pytest.mark.parametrize("name", published.TABLES)
def test_memory(name: str, size: int, tmp_path: Path, remark: Callable[[str], None]) -> None:
    """At a tenth of the rows and at all: what the result holds, and what was held on the way beyond that."""
    told = []
    for rows in (max(size // 10, 1), size):
        path = published.write(name, rows, tmp_path / "table.csv")
        ours.import_file(name, path)
        gc.collect()
        tracemalloc.start()
        try:
            imported = ours.import_file(name, path)
            peak = tracemalloc.get_traced_memory()[1]
            gc.collect()
            held = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()
        assert imported.placed == rows
        told.append(
            f"at {rows:,} rows {held / rows:,.0f} bytes a row are kept, {(peak - held) / rows:,.0f} beyond them"
        )
    remark(f"memory, {name}: {'; '.join(told)}")
