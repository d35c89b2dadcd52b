"""Databases that run in this process: SQLite and DuckDB, both in memory."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import duckdb
import numpy as np

from benchmarks.tenures import Tenure

__all__ = ["Duckdb", "Sqlite"]


class Sqlite:
    """
    SQLite with an index that covers the question, so that no table is visited; the module keeps the statement prepared.

    Tenures of a subject share no day, so the last that has begun is the only one that can hold.
    """

    name: Final = "SQLite, covering index"
    asked_at_once: Final = 20_000

    def __init__(self, tenures: Sequence[Tenure]) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        run = self._connection.execute
        run("CREATE TABLE tenures (subject TEXT, first INTEGER, last INTEGER, force TEXT)")
        run("BEGIN")
        self._connection.executemany(
            "INSERT INTO tenures VALUES (?, ?, ?, ?)", ((t.subject, t.first, t.last, t.force) for t in tenures)
        )
        run("COMMIT")
        run("CREATE INDEX covering ON tenures (subject, first, last, force)")
        run("ANALYZE")
        self._cursor = self._connection.cursor()

    def close(self) -> None:
        self._connection.close()

    def on(self, subject: str, day: int) -> str | None:
        row = self._cursor.execute(
            "SELECT last, force FROM tenures WHERE subject = ? AND first <= ? ORDER BY first DESC LIMIT 1",
            (subject, day),
        ).fetchone()
        return row[1] if row is not None and row[0] >= day else None


class Duckdb:
    """
    DuckDB in this process, its statement parsed once.

    The table is sorted by subject and day, so that its zone maps skip all but one row group, and the subject has an
    index. Of the ways to ask that were tried this was the fastest.
    """

    name: Final = "DuckDB"
    asked_at_once: Final = 200

    def __init__(self, tenures: Sequence[Tenure]) -> None:
        ordered = sorted(tenures, key=lambda each: (each.subject, each.first))
        columns = {
            "subject": np.array([each.subject for each in ordered], dtype=object),
            "first": np.array([each.first for each in ordered], dtype=np.int32),
            "last": np.array([each.last for each in ordered], dtype=np.int32),
            "force": np.array([each.force for each in ordered], dtype=object),
        }
        self._connection = duckdb.connect(":memory:")
        self._connection.register("columns", columns)
        self._connection.execute("CREATE TABLE tenures AS SELECT * FROM columns")
        self._connection.unregister("columns")
        self._connection.execute("CREATE INDEX by_subject ON tenures (subject)")
        (self._statement,) = self._connection.extract_statements(
            "SELECT force FROM tenures WHERE subject = $1 AND first <= $2 AND last >= $2"
        )

    def close(self) -> None:
        self._connection.close()

    def on(self, subject: str, day: int) -> str | None:
        row = self._connection.execute(self._statement, [subject, day]).fetchone()
        return None if row is None else row[0]
