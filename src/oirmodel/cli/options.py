"""The options that commands share: which data, which view of it, and the time that is asked about."""

import functools
import os
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from oirmodel import datasets
from oirmodel.cli.objects import print_json
from oirmodel.cli.page import Page, tell
from oirmodel.dataset import Records
from oirmodel.diagnostics import Finding
from oirmodel.errors import OirError, UnknownName
from oirmodel.formats import json as documents
from oirmodel.query import Dataset
from oirmodel.temporal import Span, read_window
from oirmodel.vocab import Modality

__all__ = [
    "Decorator",
    "Missing",
    "View",
    "as_day",
    "as_window",
    "choice",
    "read",
    "with_modality",
    "with_times",
    "with_view",
]

DEFAULT: Final = "inherent-resolve"
Decorator = Callable[[Callable[..., None]], Callable[..., None]]
"""What gives a command an option or an argument."""


class Missing(OirError):
    """Data that was asked for is not there, or cannot be opened."""


def as_window(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A window of time, as it was written: a date of EDTF, or an interval of two."""
    if value is not None:
        _span(ctx, param, value)
    return value


def as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A single day, as it was written."""
    if value is not None:
        first, last = _span(ctx, param, value)
        if first != last:
            hint = ": ask --during (at some time in it) or --throughout (on every day of it)" * (param.name == "on")
            raise click.BadParameter(f"expected one day, and {value!r} is more{hint}", ctx, param)
    return value


def _span(ctx: click.Context, param: click.Parameter, value: str) -> Span:
    if "T" in value:
        raise click.BadParameter("expected no time of day: which day it is there depends on the place", ctx, param)
    try:
        return read_window(value)
    except OirError as error:
        raise click.BadParameter(str(error), ctx, param) from None


class View(NamedTuple):
    """Which data a command asks, what of it, and in which form it answers."""

    data: str
    known_on: str | None
    only: tuple[str, ...]
    without: tuple[str, ...]
    as_json: bool

    def open(self) -> Dataset:
        """The view of the dataset; raises :class:`~oirmodel.errors.OirError`."""
        dataset, findings = read(self.data)
        if findings:
            tell("a newer version wrote this data", *map(str, findings))
        return self.of(dataset)

    def of(self, dataset: Dataset) -> Dataset:
        """The view of a dataset that was read already."""
        if self.known_on is not None:
            dataset = dataset.as_known(on=self.known_on)
        if self.only:
            dataset = dataset.only(*self.only)
        return dataset.without(*self.without) if self.without else dataset

    def in_words(self) -> str:
        """What a reader of an answer must know of the view, other than the day on which it was known."""
        notes = [f"only {' and '.join(self.only)}"] if self.only else []
        notes += [f"without {' and '.join(self.without)}"] if self.without else []
        return f" ({'; '.join(notes)})" if notes else ""

    def print(self, content: dict[str, Any], dataset: Records, page: Callable[[], Page]) -> None:
        """Print the content with what was asked of, as JSON, or else the page."""
        if not self.as_json:
            page().show()
            return
        known_on = None if dataset.known_on is None else dataset.known_on.isoformat()
        asked = {"as_known_on": known_on, "only": list(self.only), "without": list(self.without)}
        print_json({**content, **asked, "dataset": dataset.header.id})


def read(data: str) -> tuple[Dataset, tuple[Finding, ...]]:
    """
    The packaged dataset of this name, or the one in this file; and what there is to say about its reading.

    Raises :class:`~oirmodel.dataset.InvalidDataset`, :class:`Missing`, or, for what looks like no file,
    :class:`~oirmodel.errors.UnknownName`.
    """
    if data in datasets.names():
        return datasets.load(data), ()
    if data == DEFAULT:
        raise Missing(f"the packaged dataset {data!r} is not there: install the package, or run python hatch_build.py")
    path = Path(data)
    separators = [each for each in (os.sep, os.altsep) if each]
    if path.suffix != ".json" and not any(each in data for each in separators) and not path.exists():
        raise UnknownName(data, "packaged dataset or file", datasets.names())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            dataset = documents.load(path)
        except OSError as error:
            raise Missing(f"cannot read {data!r}: {error.strerror}") from None
    found = [each.message for each in caught if isinstance(each.message, documents.NewerVersion)]
    return dataset, tuple(finding for each in found for finding in each.findings)


def with_view(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that choose the data, as its argument ``view``."""

    @click.option(
        "--data",
        metavar="NAME-OR-FILE",
        default=DEFAULT,
        show_default=True,
        help="A packaged dataset, or a file of JSON.",
    )
    @click.option(
        "--as-known-on", "known_on", metavar="DATE", callback=as_day, help="Leave out what was reported after this day."
    )
    @click.option(
        "--only",
        metavar="SOURCE-OR-COLLECTION",
        multiple=True,
        help="Keep to claims that cite this source or collection, or another one so named.",
    )
    @click.option(
        "--without",
        metavar="SOURCE-OR-COLLECTION",
        multiple=True,
        help="Leave out claims that rest on this source or collection alone, or on others so named.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
    @functools.wraps(command)
    def viewing(
        *,
        data: str,
        known_on: str | None,
        only: tuple[str, ...],
        without: tuple[str, ...],
        as_json: bool,
        **given: object,
    ) -> None:
        command(view=View(data, known_on, only, without, as_json), **given)

    return viewing


_MODES: Final = {
    "on": ("DATE", as_day, "On this day.", "that day"),
    "during": ("WINDOW", as_window, "At some time in this window.", "at some time in a window"),
    "throughout": ("WINDOW", as_window, "On every day of this window.", "on every day of it"),
}


def with_times(*modes: str, required: bool = True) -> Decorator:
    """Give a command these options of time, as its argument ``times``; at most one is to be given, if not just one."""
    asked = [f"--{mode} ({_MODES[mode][-1]})" for mode in modes]
    listed = f"{', '.join(asked[:-1])} or {asked[-1]}"

    def timing(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def timed(**given: object) -> None:
            named = ((mode, given.pop(mode)) for mode in modes)
            times = {mode: value for mode, value in named if value is not None}
            if len(times) > 1 or (required and not times):
                message = "say of one time only: " if times else "say of which time: "
                raise click.UsageError(f"{message}{listed}", click.get_current_context())
            command(times=times, **given)

        for mode in reversed(modes):
            metavar, callback, text, _ = _MODES[mode]
            timed = click.option(f"--{mode}", metavar=metavar, callback=callback, help=text)(timed)
        return timed

    return timing


def choice(option: str, words: Iterable[str], text: str, *, default: str | None = None) -> Decorator:
    """An option that takes one of some words, which its help lists."""
    known = [str(each) for each in words]
    return click.option(
        option,
        type=click.Choice(known),
        metavar="WORD",
        default=default,
        show_default=default is not None,
        help=f"{text}: {', '.join(known)}.",
    )


with_modality: Final = choice(
    "--modality", Modality, "Ask of claims in this tone, such as plans, instead of what was so"
)
"""Give a command the option of the tone that is asked about, as its argument ``modality``."""
