"""PostgreSQL with a GiST index on subject and days, asked through psycopg over a socket of this machine."""

import datetime as dt
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg

from benchmarks.tenures import Tenure

__all__ = ["NotInstalled", "Postgresql", "server", "version"]

_ACCOUNT: Final = "postgres"
"""Who runs the server where the benchmarks run as root, which PostgreSQL refuses."""
_SETTINGS: Final = "-c listen_addresses='' -c shared_buffers=1GB -c fsync=off"


class NotInstalled(Exception):
    """There is no PostgreSQL server on this machine, or nobody who could run it; the message says which."""


def _program(name: str) -> str:
    if found := shutil.which(name):
        return found
    for each in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True):
        return str(each)
    raise NotInstalled(f"no {name} on the path or in /usr/lib/postgresql")


def _account() -> str | None:
    """The account that runs the server; ``None`` for the one that runs the benchmarks."""
    if os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - not there on Windows, where nobody is root

    try:
        return pwd.getpwnam(_ACCOUNT).pw_name
    except KeyError:
        raise NotInstalled(f"a server cannot run as root, and there is no account {_ACCOUNT!r}") from None


@contextmanager
def server() -> Iterator[str]:
    """
    A server of its own in a temporary folder, stopped and removed afterwards; gives the folder of its socket.

    Raises :class:`NotInstalled`.
    """
    initdb, pg_ctl, account = _program("initdb"), _program("pg_ctl"), _account()
    home = Path(tempfile.mkdtemp(prefix="oirmodel-benchmarks-"))

    def run(*command: str) -> None:
        # Without a pipe: the server would inherit it, and nobody would ever see its end.
        with (home / "commands.log").open("ab") as log:
            subprocess.run(command, check=True, cwd=home, user=account, group=account, stdout=log, stderr=log)

    try:
        if account is not None:
            shutil.chown(home, account)
        run(initdb, "--pgdata", "data", "--username", "benchmark", "--auth", "trust", "--encoding", "UTF8")
        run(pg_ctl, "--pgdata", "data", "--wait", "--log", "server.log", "--options", f"{_SETTINGS} -k {home}", "start")
        try:
            yield str(home)
        finally:
            run(pg_ctl, "--pgdata", "data", "--wait", "--mode", "fast", "stop")
    finally:
        shutil.rmtree(home)


def _connected(socket: str) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(host=socket, user="benchmark", dbname="postgres", autocommit=True)


def version(socket: str) -> str:
    """The version of the server."""
    with _connected(socket) as connection:
        return connection.info.parameter_status("server_version") or "unknown"


class Postgresql:
    """A table of subjects and date ranges, with the GiST index that finds both at once; the statement is prepared."""

    name: Final = "PostgreSQL, GiST"
    asked_at_once: Final = 1_000

    def __init__(self, tenures: Iterable[Tenure], socket: str) -> None:
        self._connection = _connected(socket)
        self._cursor = self._connection.cursor()
        run = self._cursor.execute
        run("CREATE EXTENSION IF NOT EXISTS btree_gist")
        run("DROP TABLE IF EXISTS tenures")
        run("CREATE UNLOGGED TABLE tenures (subject text, days daterange, force text)")
        with self._cursor.copy("COPY tenures FROM STDIN") as copy:
            for each in tenures:
                first, last = dt.date.fromordinal(each.first), dt.date.fromordinal(each.last)
                copy.write_row((each.subject, f"[{first},{last}]", each.force))
        run("CREATE INDEX by_subject_and_days ON tenures USING gist (subject, days)")
        run("VACUUM ANALYZE tenures")

    def close(self) -> None:
        self._connection.close()

    def on(self, subject: str, day: int) -> str | None:
        row = self._cursor.execute(
            "SELECT force FROM tenures WHERE subject = %s AND days @> %s::date",
            (subject, dt.date.fromordinal(day)),
            prepare=True,
        ).fetchone()
        return None if row is None else row[0]
