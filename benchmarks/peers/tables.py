"""Plain readers of tables: they give cells or columns, and say nothing of what stands in them."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

__all__ = ["READERS"]


def _csv_reader(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file))) - 1


def _pandas(path: Path) -> int:
    return len(pd.read_csv(path))


def _duckdb(path: Path) -> int:
    connection = duckdb.connect(":memory:")
    connection.execute("CREATE TABLE read AS SELECT * FROM read_csv_auto(?)", [str(path)])
    (rows,) = connection.execute("SELECT count(*) FROM read").fetchone() or (0,)
    connection.close()
    return int(rows)


READERS: Final[dict[str, Callable[[Path], int]]] = {
    "csv.reader, lists of cells": _csv_reader,
    "pandas.read_csv": _pandas,
    "DuckDB read_csv_auto": _duckdb,
}
"""Each reads all of a file into memory, and gives the number of its rows."""
