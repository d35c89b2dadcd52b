"""Every way out: the codes and the texts that the program leaves with."""

import importlib.abc
import io
import json
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest

from oirmodel import cli, datasets
from oirmodel.cli import commands, program
from oirmodel.cli.commands import app
from oirmodel.formats.json import loads
from tests.cli.asking import run, small_file
from tests.cli.small import document

WHEN = "--on (that day), --during (at some time in a window) or --throughout (on every day of it)"
NOT_A_DAY = "Invalid value for '--on': expected one day, and '2026-01' is more"
TRY = "\n  try 'oirmodel who-controlled --help'\n"


@pytest.fixture
def data(tmp_path: Path) -> str:
    return small_file(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], f"say of which time: {WHEN}"),
        (["--on", "2026-01-17", "--during", "2026"], f"say of one time only: {WHEN}"),
        (["--throughout", "2025", "--during", "2026"], f"say of one time only: {WHEN}"),
        (
            ["--on", "2026-01"],
            f"{NOT_A_DAY}: ask --during (at some time in it) or --throughout (on every day of it)",
        ),
        (
            ["--on", "2026-02-30"],
            "Invalid value for '--on': not an EDTF date: '2026-02-30' (that month has no day 30, at character 9)",
        ),
        (
            ["--on", "2026\x1b"],
            "Invalid value for '--on': not an EDTF date: '2026\\x1b' (EDTF has no control characters, at character 5)",
        ),
        (
            ["--on", "2026-01-17T22:30:00Z"],
            "Invalid value for '--on': expected no time of day: which day it is there depends on the place",
        ),
        (["--on", "2026-01-17", "--modality", "hoped"], "Invalid value for '--modality': 'hoped' is not one of "),
        (["--on", "2026-01-17", "--bogus"], "No such option"),
    ],
)
def test_wrong_usage_is_2_and_says_what_would_be_right(data: str, arguments: list[str], message: str) -> None:
    said = run("who-controlled", "al-asad", *arguments, "--data", data)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"oirmodel: {message}")
    assert said.err.endswith(TRY)


def test_a_day_to_look_back_from_is_one_day(data: str) -> None:
    said = run("conflicts", "--as-known-on", "2025", "--data", data)
    assert said.code == 2
    assert said.err == (
        "oirmodel: Invalid value for '--as-known-on': expected one day, and '2025' is more\n"
        "  try 'oirmodel conflicts --help'\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "strength"], "--kind strength needs --at"),
        (["--at", "iraq"], "--at goes with --kind strength, not with control"),
        (["--basis", "core"], "--basis goes with --kind strength, not with control"),
    ],
)
def test_a_place_goes_with_the_history_of_a_strength(data: str, arguments: list[str], message: str) -> None:
    said = run("history", "al-asad", *arguments, "--data", data)
    assert (said.code, said.err) == (2, f"oirmodel: {message}\n  try 'oirmodel history --help'\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["al-assad"], "no installation or place has the id or name 'al-assad'; did you mean al-asad?"),
        (["xinhua"], "no installation or place has the id or name 'xinhua'"),
        (["al-asad", "--only", "blogs"], "no source or collection has the id or name 'blogs'; did you mean "),
        (["al-asad", "--by", "The Twins"], "'The Twins' names 2 entities: first-unit, second-unit; use an id"),
        (["\x1b[31m\udcff"], r"no installation or place has the id or name '\x1b[31m\udcff'"),
    ],
)
def test_an_unknown_or_ambiguous_name_is_2(data: str, arguments: list[str], message: str) -> None:
    said = run("who-controlled", *arguments, "--on", "2026-01-17", "--data", data)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"oirmodel: {message}")
    assert said.err.count("\n") == 1


def test_show_looks_among_everything(data: str) -> None:
    said = run("show", "al-assad", "--data", data)
    assert said == (
        2,
        "",
        "oirmodel: no entity, source or claim has the id or name 'al-assad'; did you mean al-asad?\n",
    )


def test_data_that_is_no_dataset_is_3_and_lists_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text('{"oirmodel": "0.1", "fleets": [], "forces": [{"kind": "force", "id": "A"}]}')
    said = run("conflicts", "--data", str(path))
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("oirmodel: not a dataset: 2 problems\n    - OIR020 error at /fleets (line 1, column ")
    assert "\n    - OIR025 error at /forces/0/id (line 1, column " in said.err
    assert said.err.endswith(f"\n  in {path}\n")


def test_a_file_that_is_not_there_is_3(tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    assert run("check", "--data", str(path)) == (
        3,
        "",
        f"oirmodel: cannot read '{path}': No such file or directory\n",
    )


def test_a_folder_is_no_data(tmp_path: Path) -> None:
    assert run("check", "--data", str(tmp_path)).code == 3


def test_a_name_that_is_no_packaged_dataset_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "names", lambda: ("inherent-resolve",))
    assert run("check", "--data", "inherent") == (
        2,
        "",
        "oirmodel: no packaged dataset or file has the id or name 'inherent'; did you mean inherent-resolve?\n",
    )


def test_a_file_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").write_text(document(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("check", "--data", "mine") == (0, "no findings in small\n", "")


def test_the_packaged_dataset_is_asked_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "names", lambda: ("inherent-resolve",))
    monkeypatch.setattr(datasets, "load", {"inherent-resolve": loads(document())}.__getitem__)
    assert run("find", "asad").out == "al-asad (installation)\n  Al-Asad Airbase; عين الأسد\n"


def test_a_packaged_dataset_that_was_not_compiled_is_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets, "names", tuple)
    said = run("find", "asad")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(
        "oirmodel: the packaged dataset 'inherent-resolve' is not there: install the package, or "
    )


def test_no_command_is_2_and_shows_the_help() -> None:
    said = run()
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Usage: oirmodel [OPTIONS]")


def test_an_unknown_command_is_2() -> None:
    assert run("xyzzy") == (2, "", "oirmodel: No such command 'xyzzy'.\n  try 'oirmodel --help'\n")


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def command(*_: object, **__: object) -> NoReturn:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "\n"),
        (BrokenPipeError(), 141, ""),
        (OSError(28, "No space left on device"), 74, "oirmodel: cannot write the output: No space left on device\n"),
        (click.ClickException("no"), 2, "oirmodel: no\n  try 'oirmodel --help'\n"),
    ],
)
def test_what_stops_a_command_has_a_code_of_its_own(
    data: str, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    monkeypatch.setattr(commands, "found_page", raising(error))
    assert run("find", "asad", "--data", data) == (code, "", told)


def test_a_fault_of_the_program_is_70_and_names_its_place(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "found_page", raising(RecursionError("too deep")))
    said = run("find", "asad", "--data", data)
    assert (said.code, said.out) == (70, "")
    assert said.err.startswith("oirmodel: a fault of oirmodel itself: RecursionError: too deep\n  at ")
    assert "Traceback" not in said.err


def test_a_developer_sees_the_traceback_of_a_fault(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Flags:
        dev_mode = True

    class System:
        flags = Flags()
        stdout, stderr = sys.stdout, sys.stderr

    monkeypatch.setattr(commands, "found_page", raising(RecursionError("too deep")))
    monkeypatch.setattr(program, "sys", System())
    with pytest.raises(RecursionError):
        app.run(["find", "asad", "--data", data])


def test_the_command_leaves_with_the_code_of_the_program(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["oirmodel", "find", "nobody", "--data", data])
    assert cli.main() == 2


def test_without_click_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing: Any = None
    monkeypatch.delitem(sys.modules, "oirmodel.cli.commands")
    monkeypatch.setitem(sys.modules, "click", missing)
    assert cli.main() == 2
    assert capsys.readouterr() == (
        "",
        "oirmodel: the command line needs click, an extra: pip install 'oirmodel[cli]'\n",
    )


class Stumbling(importlib.abc.MetaPathFinder):
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def find_spec(self, name: str, *_: object) -> None:
        if name == "oirmodel.cli.commands":
            raise self.error


def test_an_interrupt_while_it_starts_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "oirmodel.cli.commands")
    monkeypatch.setattr(sys, "meta_path", [Stumbling(KeyboardInterrupt()), *sys.meta_path])
    assert cli.main() == 130


def test_a_broken_installation_is_not_taken_for_a_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "oirmodel.cli.commands")
    error = ModuleNotFoundError("no attrs", name="attrs")
    monkeypatch.setattr(sys, "meta_path", [Stumbling(error), *sys.meta_path])
    with pytest.raises(ModuleNotFoundError):
        cli.main()


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_tells_the_statuses_and_the_exit_codes(option: str) -> None:
    said = run(option)
    assert (said.code, said.err) == (0, "")
    for line in (
        "      oirmodel who-controlled Al-Asad --on 2026-01-17 --only articles\n",
        "      DEFINITE     the evidence says so, and nothing conflicts with it\n",
        "      0    answered, also where the answer is NO_EVIDENCE\n",
        "      1    'check' found errors or warnings, or 'import' quarantined rows\n",
        "      3    the data cannot be read\n",
        "  who-controlled       Who controlled a base or a place, and how sure that is.\n",
    ):
        assert line in said.out
    assert max(map(len, said.out.splitlines())) <= 80


COMMANDS = (
    "who-controlled",
    "who-owned",
    "who-was-at",
    "who-held",
    "affiliations",
    "strength",
    "totals",
    "under-way",
    "purposes",
    "happened",
    "who-took-part",
    "who-was-responsible",
    "agreements-in-force",
    "commitments",
    "when",
    "history",
    "changes",
    "show",
    "find",
    "conflicts",
    "look-alikes",
    "check",
    "import",
)


def test_the_commands_are_listed_in_the_order_in_which_they_are_needed() -> None:
    assert list(app.commands) == list(COMMANDS)
    listed = run("--help").out.partition("Commands:\n")[2]
    assert [line.split()[0] for line in listed.splitlines()] == list(app.commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    said = run(command, "--help")
    assert said.code == 0
    assert f"\n      oirmodel {command}" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments",
    [
        ["who-controlled", "al-asad", "--on", "2026-01-17"],
        ["strength", "us-armed-forces", "--at", "iraq", "--during", "2025"],
        ["history", "al-asad"],
        ["show", "src-odd"],
        ["find", "odd"],
        ["conflicts"],
        ["check"],
    ],
)
def test_json_is_one_object_in_utf_8_that_no_terminal_obeys(data: str, arguments: list[str]) -> None:
    said = run(*arguments, "--data", data, "--json")
    assert isinstance(json.loads(said.out), dict)
    assert "\u202e" not in said.out
    assert said.err == ""


def test_json_gives_the_text_back_as_it_is(data: str) -> None:
    said = run("show", "src-odd", "--data", data, "--json")
    assert r"[bold]Odd[/bold] \u202etitle\n  over two lines" in said.out
    assert said.json["label"] == "[bold]Odd[/bold] \u202etitle\n  over two lines"


def test_the_version_of_an_installation_and_of_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: f"1.2.3 {name}")
    assert run("--version") == (0, "oirmodel 1.2.3 oirmodel\n", "")
    monkeypatch.setattr(metadata, "version", raising(metadata.PackageNotFoundError()))
    assert run("--version") == (0, "oirmodel of a checkout that is not installed\n", "")


def test_streams_that_are_not_files_are_left_as_they_are(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    assert app.run(["find", "asad", "--data", data]) == 0
    assert shown.getvalue() == "al-asad (installation)\n  Al-Asad Airbase; عين الأسد\n"
