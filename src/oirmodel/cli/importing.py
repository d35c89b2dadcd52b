"""The command that makes a dataset of the files that others publish."""

import functools
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs
import click

from oirmodel.cli.objects import finding_object, in_json, print_json
from oirmodel.cli.options import DEFAULT, Missing
from oirmodel.cli.options import read as read_dataset
from oirmodel.cli.page import Page, Styled, tell
from oirmodel.cli.program import FINDINGS, AsWritten
from oirmodel.cli.progress import shown
from oirmodel.errors import UnknownName
from oirmodel.formats import json as documents
from oirmodel.formats.files import replace
from oirmodel.importers import NAMES, Imported, Readable, importer, importer_for, judgements
from oirmodel.importers.importer import Reader
from oirmodel.importers.judgements import Judgement, Verdict
from oirmodel.query import Dataset

__all__ = ["import_files"]

_AUTO: Final = "auto"
_CSV: Final = "csv"
_STDIN: Final = "-"


@click.command("import", cls=AsWritten, short_help="Make a dataset of files that others publish.")
@click.argument("arguments", metavar="[NAME] FILE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", help="Write the dataset to this file, as JSON.")
@click.option("--mapping", metavar="FILE", help="What the columns of a table mean, for csv.")
@click.option(
    "--known",
    metavar="NAME-OR-FILE",
    default=DEFAULT,
    show_default=True,
    help="The dataset whose places, bases and forces are linked to.",
)
@click.option("--findings", metavar="FILE", help="Write every finding and every quarantined row, as lines of JSON.")
@click.option(
    "--judgements", "judged", metavar="FILE", help="A table of what may be known already, for a person to edit."
)
@click.option("--force", is_flag=True, help="Write over OUT, and over the file of findings.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
def import_files(  # noqa: PLR0913 - click passes every option
    *,
    arguments: tuple[str, ...],
    output: str | None,
    mapping: str | None,
    known: str,
    findings: str | None,
    judged: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """
    Make a dataset of files that others publish.

    NAME is an importer:

        {names}

    or csv, for anybody's table, with --mapping. Without a name, or with 'auto',
    it is the importer that knows the header of the files. A file that is called
    like an importer is written ./NAME; '-' is the standard input.

    Each row becomes claims that cite it, or is quarantined with the reason. The
    report counts both, and what was found, by code. The exit code is 1 where
    rows were quarantined; all others are in OUT nevertheless. Without -o no
    dataset is written. A file is written whole or not at all.

    Things are linked to known ones by id or exact name only. With --judgements,
    what is like something known is put into a table, as 'unsure'. Whoever has
    looked at a pair writes 'same' or 'different' there, with a name and a day;
    the next import does as the table says, and keeps what was written in it.

    For example:

        oirmodel import centcom all.csv all-edited.csv -o strikes.json
        oirmodel import all.csv --findings findings.jsonl
        oirmodel import csv table.csv --mapping table.toml -o table.json
    """
    name, files = _named(arguments, mapping)
    targets = _Targets(output, findings, judged)
    targets.check((*files, *([mapping] if mapping else []), known), force=force)
    linked, newer = read_dataset(known)
    if newer:
        tell("a newer version wrote the known data", *map(str, newer))
    try:
        given = judgements.read(judged) if judged and Path(judged).exists() else ()
        sources = [_source(each) for each in files]
        name, reader = _reader(name, sources, mapping)
        with shown() as progress:
            imported = reader(*sources, known=linked, progress=progress)
    except OSError as error:
        raise Missing(f"cannot read {error.filename or 'the input'!r}: {error.strerror}") from None
    pairs: tuple[Judgement, ...] | None = None
    if judged:
        pairs = judgements.merge(given, judgements.propose(imported.dataset, linked))
        file = Path(judged).name
        imported = attrs.evolve(imported, dataset=judgements.apply(imported.dataset, given, linked, file=file))
    targets.write(imported, pairs)
    report = _Report(name, files, imported, pairs, targets)
    if as_json:
        print_json(report.content())
    else:
        report.page().show()
    click.get_current_context().exit(FINDINGS if imported.quarantined else 0)


import_files.help = (import_files.help or "").format(names=", ".join(NAMES))


def _named(arguments: tuple[str, ...], mapping: str | None) -> tuple[str, tuple[str, ...]]:
    """The name of the importer, ``auto`` where none is given, and the files."""
    first, *others = arguments
    context = click.get_current_context()
    is_named = first in (*NAMES, _CSV, _AUTO)
    if not is_named and len(arguments) > 1 and _looks_like_a_name(first):
        raise UnknownName(first, "importer or file", (*NAMES, _CSV))
    name, files = (first, tuple(others)) if is_named else (_AUTO, arguments)
    if not files:
        raise click.UsageError(f"name the files to import; a file that is called {name!r} is written ./{name}", context)
    if files.count(_STDIN) > 1:
        raise click.UsageError("'-', the standard input, can be read only once", context)
    if mapping is not None and name == _AUTO:
        name = _CSV
    if (mapping is not None) is not (name == _CSV):
        message = f"--mapping goes with csv, not with {name}" if mapping else "csv needs --mapping FILE"
        raise click.UsageError(message, context)
    return name, files


def _looks_like_a_name(text: str) -> bool:
    return text.replace("_", "").isalnum() and not Path(text).exists()


def _source(file: str) -> Readable:
    return sys.stdin.buffer if file == _STDIN else file


def _reader(name: str, sources: list[Readable], mapping: str | None) -> tuple[str, Reader]:
    """The importer of this name, or the one that knows all the files, and what reads them."""
    if name == _AUTO:
        found = {importer_for(each).name: None for each in sources}
        if len(found) > 1:
            message = f"the files are of several importers: {', '.join(found)}; import them one by one"
            raise click.UsageError(message, click.get_current_context())
        (name,) = found
    try:
        if name != _CSV:
            return name, importer(name).read
        anybodys: Any = import_module(f"oirmodel.importers.{_CSV}")
        return name, functools.partial(anybodys.read, mapping=mapping)
    except ImportError as error:
        raise Missing(f"the importer {name} cannot be loaded: {error}") from None


class _Targets(NamedTuple):
    """The files that are to be written."""

    dataset: str | None
    findings: str | None
    judgements: str | None

    def check(self, inputs: tuple[str, ...], *, force: bool) -> None:
        """Refuse what cannot or must not be written, before anything is read."""
        taken = {Path(each).resolve(): each for each in inputs if each != _STDIN}
        for option, given in zip(("--output", "--findings", "--judgements"), self, strict=True):
            if given is None:
                continue
            path = Path(given)
            if given == _STDIN:
                _refuse(option, "the standard output has the report; name a file")
            if path.resolve() in taken:
                _refuse(option, f"{given!r} is named twice, and would be overwritten")
            if path.exists() and not path.is_file():
                _refuse(option, f"{given!r} is not a file")
            if path.exists() and not force and option != "--judgements":
                _refuse(option, f"{given!r} is there already; --force writes over it")
            if not path.resolve().parent.is_dir():
                _refuse(option, f"there is no folder {str(path.parent)!r}")
            taken[path.resolve()] = given

    def write(self, imported: Imported, pairs: tuple[Judgement, ...] | None) -> None:
        """Write each of them, whole; the content of all is made before the first is written."""
        contents: list[tuple[str, bytes]] = []
        if self.findings is not None:
            contents.append((self.findings, _lines(imported)))
        if self.judgements is not None and pairs is not None:
            contents.append((self.judgements, judgements.written(pairs)))
        if self.dataset is not None:
            contents.append((self.dataset, documents.dumps(imported.dataset).encode()))
        for file, content in contents:
            replace(file, content)


def _refuse(option: str, message: str) -> None:
    raise click.BadParameter(message, click.get_current_context(), param_hint=f"'{option}'")


def _lines(imported: Imported) -> bytes:
    """Every finding, and then every quarantined row, each as one line."""
    lines = [in_json({"kind": "finding", **finding_object(each)}) for each in imported.findings]
    for row in imported.quarantined:
        reasons = [finding_object(each) for each in row.findings]
        content = {"kind": "quarantined", "file": row.file, "row": row.number, "cells": list(row.cells)}
        lines.append(in_json({**content, "findings": reasons}))
    return "".join(f"{each}\n" for each in lines).encode()


class _Report(NamedTuple):
    """What came of an import, and what was written."""

    name: str
    files: tuple[str, ...]
    imported: Imported
    pairs: tuple[Judgement, ...] | None
    targets: _Targets

    @property
    def verdicts(self) -> dict[str, int] | None:
        """How many pairs there are of each verdict, where they were asked for."""
        if self.pairs is None:
            return None
        counts = Counter(each.verdict for each in self.pairs)
        return {each.value: counts[each] for each in Verdict}

    def content(self) -> dict[str, Any]:
        """As one object."""
        imported = self.imported
        first = {each.code: each for each in reversed(imported.findings)}
        return {
            "importer": self.name,
            "files": list(self.files),
            "rows": imported.rows,
            "placed": imported.placed,
            "quarantined": len(imported.quarantined),
            **_sizes(imported.dataset),
            "findings": [
                {"code": code, "number": number, "first": finding_object(first[code])}
                for code, number in sorted(imported.codes.items())
            ],
            "judgements": self.verdicts,
            "dataset": imported.dataset.header.id,
            "written": self.targets._asdict(),
        }

    def page(self) -> Page:
        """As text: rows in, what came out, and findings by code, each with the first of them."""
        imported, page = self.imported, Page()
        counted = f"{imported.placed:,} placed, {len(imported.quarantined):,} quarantined"
        rows = "row" if imported.rows == 1 else "rows"
        page.add(Styled(f"{self.name}: {imported.rows:,} {rows} read, {counted}", "heading"))
        page.add(", ".join(f"{number:,} {word}" for word, number in _sizes(imported.dataset).items()))
        if imported.codes:
            page.heading("Found")
            first = {each.code: each for each in reversed(imported.findings)}
            width = max(len(f"{number:,}") for number in imported.codes.values())
            for code, number in sorted(imported.codes.items()):
                style = first[code].severity.value
                page.row((Styled(code, style), Styled(f"  {number:>{width},}  ", "")), first[code].message)
        page.gap()
        for word, file in self.targets._asdict().items():
            if file is not None:
                page.add(f"{word} written to {file}")
        if self.verdicts is not None:
            page.add("pairs that may be one thing: ", ", ".join(f"{n:,} {word}" for word, n in self.verdicts.items()))
        if self.targets.dataset is None:
            page.add("no dataset is written; -o names a file for it")
        return page


def _sizes(dataset: Dataset) -> dict[str, int]:
    return {
        "entities": len(dataset.entities),
        "sources": len(dataset.sources),
        "claims": len(dataset.store.claims),
    }
