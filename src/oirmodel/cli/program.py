"""What the program does around its commands: how errors are told, and the code that it leaves with."""

import inspect
import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, NoReturn

import click

from oirmodel.cli.options import Missing
from oirmodel.cli.page import tell
from oirmodel.dataset import InvalidDataset
from oirmodel.errors import OirError
from oirmodel.importers import InvalidTable
from oirmodel.importers.judgements import InvalidJudgements

__all__ = ["FINDINGS", "UNREADABLE", "USAGE", "AsWritten", "Program"]

FINDINGS: Final = 1
USAGE: Final = 2
UNREADABLE: Final = 3
FAULT: Final = 70  # EX_SOFTWARE of sysexits.h
UNWRITABLE: Final = 74  # EX_IOERR
INTERRUPTED: Final = 130  # 128 and SIGINT, as shells have it
READER_LEFT: Final = 141  # 128 and SIGPIPE


class _ReaderLeft(Exception):
    """The output is a pipe that nobody reads any more."""


@contextmanager
def _watching_the_reader() -> Iterator[None]:
    # click would leave with 1, which here means findings.
    try:
        yield
    except BrokenPipeError:
        raise _ReaderLeft from None


class AsWritten(click.Command):
    """A command whose help stands as it is written, in lines of at most 78 columns."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click has it
        """Write the help, indented."""
        formatter.write_paragraph()
        for line in inspect.cleandoc(self.help or "").splitlines():
            formatter.write(f"  {line}".rstrip() + "\n")


class Program(AsWritten, click.Group):
    """The group of all commands: every way out of it is a code, and a text on the standard error where one is due."""

    command_class = AsWritten

    def run(self, arguments: Sequence[str] | None = None) -> int:
        """Run one command line; gives the exit code."""
        for stream in (sys.stdout, sys.stderr):
            # A character that a terminal of another encoding cannot show is shown as its escape.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = super().main(arguments, prog_name="oirmodel", standalone_mode=False)
        except Exception as error:  # noqa: BLE001 - every error is told in one block, with a code of its own
            return _told(error)
        return code if isinstance(code, int) else 0

    def main(self, args: Sequence[str] | None = None, *_: object, **__: object) -> NoReturn:
        """As click has it: leave the process, or the test runner, with the exit code."""
        sys.exit(self.run(args))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The commands in the order in which a reader meets them, not that of the alphabet."""
        return list(self.commands)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """As click has it; help and version are printed here."""
        with _watching_the_reader():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """As click has it; the commands run here."""
        with _watching_the_reader():
            return super().invoke(ctx)


def _told(error: Exception) -> int:
    """Tell an error on the standard error; gives the exit code."""
    match error:
        case click.Abort():
            return INTERRUPTED
        case _ReaderLeft():
            _let_go_of_the_output()
            return READER_LEFT
        case click.ClickException():
            tell(error.format_message(), _advice(error))
            return USAGE
        case InvalidDataset() | Missing() | InvalidTable() | InvalidJudgements():
            tell(str(error), *getattr(error, "__notes__", ()))
            return UNREADABLE
        case OirError():
            tell(str(error))
            return USAGE
        case OSError():
            tell(f"cannot write the output: {error.strerror}")
            return UNWRITABLE
        case _ if sys.flags.dev_mode:
            raise error
        case _:
            place = traceback.extract_tb(error.__traceback__)[-1]
            tell(
                f"a fault of oirmodel itself: {type(error).__name__}: {error}",
                f"at {place.filename}, line {place.lineno}; python -X dev -m oirmodel shows more. Please report it.",
            )
            return FAULT


def _advice(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"try '{context.command_path if context is not None else 'oirmodel'} --help'"


def _let_go_of_the_output() -> None:
    """Keep the interpreter from writing, as it leaves, what is left in its buffers to a pipe that nobody reads."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
