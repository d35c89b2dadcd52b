"""The command as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.asking import small_file


@pytest.fixture
def data(tmp_path: Path) -> str:
    return small_file(tmp_path)


def run(
    *arguments: str, encoding: str = "utf-8", options: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": encoding}
    command = [sys.executable, *options, "-m", "oirmodel", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment)


def test_an_answer(data: str) -> None:
    done = run("who-controlled", "عين الأسد", "--on", "2026-01-17", "--data", data)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[0] == "DEFINITE: Iraqi Armed Forces"
    assert done.stderr == b""


def test_an_error_is_no_traceback(data: str) -> None:
    done = run("who-controlled", "al-assad", "--on", "2026-01-17", "--data", data)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().splitlines() == [
        "oirmodel: no installation or place has the id or name 'al-assad'; did you mean al-asad?"
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_of_another_encoding_is_shown_escapes(data: str, encoding: str) -> None:
    done = run("find", "asad", "--data", data, encoding=encoding)
    assert done.returncode == 0
    assert done.stdout.decode("ascii").splitlines() == [
        "al-asad (installation)",
        "  Al-Asad Airbase; \\u0639\\u064a\\u0646 \\u0627\\u0644\\u0623\\u0633\\u062f",
    ]
    assert run("find", "--help", encoding=encoding).returncode == 0


def test_json_is_utf_8_whatever_the_terminal(data: str) -> None:
    done = run("find", "asad", "--data", data, "--json", encoding="cp1252")
    assert json.loads(done.stdout.decode("utf-8"))["found"][0]["names"] == ["Al-Asad Airbase", "عين الأسد"]
    assert "عين الأسد".encode() in done.stdout


def test_a_reader_who_leaves_early_is_no_error_to_tell(data: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "oirmodel", "show", "al-asad", "--data", data]
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


def test_nothing_is_loaded_for_looks_where_there_is_no_terminal(data: str) -> None:
    done = run("find", "asad", "--data", data, options=("-X", "importtime"))
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert "click" in loaded
    assert not {each for each in loaded if each.split(".")[0] in {"rich", "hypothesis"}}
