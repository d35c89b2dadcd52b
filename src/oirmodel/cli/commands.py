"""The command ``oirmodel`` and its commands: those of the questions, and those that look things up."""

from importlib import metadata
from typing import Any, Final

import click

from oirmodel.checks import check as all_checks
from oirmodel.claims import CLAIM_KINDS, Being, Claim
from oirmodel.cli.identity import look_alikes
from oirmodel.cli.importing import import_files
from oirmodel.cli.layout import (
    changes_page,
    conflicts_page,
    findings_page,
    found_page,
    record_page,
    timeline_page,
)
from oirmodel.cli.lookup import find as find_records
from oirmodel.cli.lookup import look_up
from oirmodel.cli.objects import (
    changes_object,
    claim_object,
    conflict_object,
    finding_object,
    print_json,
    record_object,
    timeline_object,
)
from oirmodel.cli.options import View, as_day, as_window, choice, read, with_modality, with_view
from oirmodel.cli.page import tell
from oirmodel.cli.program import FINDINGS, UNREADABLE, USAGE, Program
from oirmodel.cli.questions import add_questions
from oirmodel.dataset import InvalidDataset
from oirmodel.diagnostics import Finding, Severity
from oirmodel.entities import Source
from oirmodel.errors import UnknownName
from oirmodel.vocab import CountingBasis

__all__ = ["app"]

_HISTORIES: Final = [each.kind for each in CLAIM_KINDS if each.grammar.being is Being.HOLDS]


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    if value and not ctx.resilient_parsing:
        try:
            version = metadata.version("oirmodel")
        except metadata.PackageNotFoundError:
            version = "of a checkout that is not installed"
        click.echo(f"oirmodel {version}")
        ctx.exit()


@click.group(
    cls=Program,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and leave."
)
@click.pass_context
def app(ctx: click.Context) -> None:
    """
    Ask what published sources say of Operation Inherent Resolve.

    Who controlled Al-Asad Airbase on a day, by three news articles?

        oirmodel who-controlled Al-Asad --on 2026-01-17 --only articles

    Every answer has a status, and the claims for and against it, each with its
    speakers and its place in a source:

        DEFINITE     the evidence says so, and nothing conflicts with it
        PRESUMED     nothing says so of that day, but the last word before it
                     stands
        POSSIBLE     the evidence leaves it open
        CONTESTED    pieces of evidence cannot all be right
        NO_EVIDENCE  nothing speaks to it; that is not a no

    Things go by their id or by any of their names, in any script; case, accents
    and hyphens do not matter. 'oirmodel find' looks names up.

    Dates are those of ISO 8601 and EDTF: a day is 2026-01-17; a window is 2026,
    2026-01 or 2014-08/2020-09. Today is never assumed: a question says of which
    time it is.

    Exit codes:

        0    answered, also where the answer is NO_EVIDENCE
        1    'check' found errors or warnings, or 'import' quarantined rows
        2    wrong usage, an invalid date, or a name that is unknown or fits
             several things
        3    the data cannot be read
        70   a fault of oirmodel itself
        74   the output cannot be written
        130  interrupted
        141  whoever read the output went away

    Answers go to the standard output, errors to the standard error. A terminal
    shows colours where rich is installed and NO_COLOR is not set.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(USAGE)


add_questions(app)


@app.command("history", short_help="How a state went over time, day by day.")
@click.argument("subject")
@choice("--kind", _HISTORIES, "The state to follow", default="control")
@click.option(
    "--at", metavar="PLACE", multiple=True, help="Where, for --kind strength; repeat it for places counted together."
)
@choice("--basis", CountingBasis, "For --kind strength, only figures that count in this way; caps are told so alone")
@click.option(
    "--during", metavar="WINDOW", callback=as_window, help="Keep to this window; else from the first evidence on."
)
@with_modality
@with_view
def history(  # noqa: PLR0913, PLR0917 - click passes every option
    subject: str,
    kind: str,
    at: tuple[str, ...],
    basis: str | None,
    during: str | None,
    modality: str | None,
    view: View,
) -> None:
    """
    How a state of SUBJECT went over time, in stretches of days.

    Each stretch is graded as the question about any day of it would be. SUBJECT
    is a base or a place for control, ownership and presence, a post for
    posting, an operation for operation_status, an agreement or a commitment
    for their statuses and terms, and a force, with --at, for strength.

    For example:

        oirmodel history Al-Asad
        oirmodel history Al-Asad --kind presence --during 2025/2026
        oirmodel history us-forces --kind strength --at Iraq
    """
    if (kind == "strength") is not bool(at):
        message = "--kind strength needs --at" if not at else f"--at goes with --kind strength, not with {kind}"
        raise click.UsageError(message, click.get_current_context())
    if basis is not None and kind != "strength":
        message = f"--basis goes with --kind strength, not with {kind}"
        raise click.UsageError(message, click.get_current_context())
    dataset = view.open()
    timeline = dataset.history(kind, subject, at=at or None, basis=basis, during=during, modality=modality)
    claims: dict[str, Claim] = {}
    for segment in timeline.segments:
        for candidate in segment.candidates:
            claims.update((each.id, each) for each in (*candidate.claims, *candidate.against))
    listed = [claims[each] for each in sorted(claims)]
    content = {**timeline_object(timeline, listed), "kind": kind, "modality": modality}
    view.print(content, dataset, lambda: timeline_page(timeline, listed, view.in_words()))


@app.command("changes", short_help="What changed in what was known between two days.")
@click.argument("first", metavar="DATE", callback=as_day)
@click.argument("second", metavar="LATER-DATE", callback=as_day)
@click.option("--of", metavar="NAME", help="Keep to what has to do with this entity, and to answers about it.")
@choice("--kind", [each.kind for each in CLAIM_KINDS], "Keep to this kind of claim")
@with_view
def changes(first: str, second: str, of: str | None, kind: str | None, view: View) -> None:
    """
    What changed in what was known, from DATE to LATER-DATE.

    Lists the claims that were reported between the two, those that were
    corrected, superseded or retracted, with what took them back, and the days
    on which a question had another answer: what it was, and what it is.

    For example:

        oirmodel changes 2025-01-08 2026-11-21 --of Al-Asad --kind control
    """
    dataset = view.open()
    found = dataset.changes_between(first, second, of=of, kind=kind)
    content = {**changes_object(found), "from": first, "to": second, "of": of, "kind": kind}
    view.print(content, dataset, lambda: changes_page(found, view.in_words()))


@app.command("show", short_help="All that one entity, source or claim holds.")
@click.argument("name", metavar="ID-OR-NAME")
@with_view
def show(name: str, view: View) -> None:
    """
    All that one entity, source or claim holds, and the claims about it.

    An entity goes by its id or by any of its names, a source or a claim by its
    id.

    For example:

        oirmodel show Al-Asad
        oirmodel show "عين الأسد" --json
    """
    dataset = view.open()
    shown = look_up(dataset, name)
    plain = record_object(shown.record)
    content = {
        "id": shown.record.id,
        "kind": shown.record.kind,
        "label": shown.label,
        "record": plain,
        "claims": [
            {"relation": title, "claims": [claim_object(dataset, each) for each in claims]}
            for title, claims in shown.claims
        ],
    }
    view.print(content, dataset, lambda: record_page(shown, plain, view.in_words()))


@app.command("find", short_help="The ids of what has this name, or one like it in part.")
@click.argument("text")
@with_view
def find(text: str, view: View) -> None:
    """
    List the entities and sources that TEXT names, with their ids.

    TEXT is an id, a whole name, or words that stand in a row in one; the last
    may be the beginning of a word. Where nothing is found the exit code is 2,
    and what is spelt alike is suggested.

    For example:

        oirmodel find asad
        oirmodel find "عين الأسد"
    """
    dataset = view.open()
    found, suggestions = find_records(dataset, text)
    content = {
        "text": text,
        "found": [
            {
                "id": each.id,
                "kind": each.kind,
                "label": dataset.label(each.id),
                "names": [each.title] if isinstance(each, Source) else [name.text for name in each.names],
            }
            for each in found
        ],
        "suggestions": list(suggestions),
    }
    if found or view.as_json:
        view.print(content, dataset, lambda: found_page(dataset, found))
    if not found:
        raise UnknownName(text, "entity or source", suggestions)


@app.command("conflicts", short_help="Which claims cannot both be right, and why.")
@with_view
def conflicts(view: View) -> None:
    """
    List the pairs of claims that cannot both be right, and why.

    Nothing decides between them: both are kept, and an answer that rests on
    them is CONTESTED. The exit code is 0 with and without conflicts.

    For example:

        oirmodel conflicts --only articles
    """
    dataset = view.open()
    found = dataset.conflicts()
    content = {"conflicts": [conflict_object(dataset, each) for each in found]}
    view.print(content, dataset, lambda: conflicts_page(dataset, found, view.in_words()))


app.add_command(look_alikes)


@app.command("check", short_help="What is doubtful in the data.")
@with_view
def check(view: View) -> None:
    """
    List what is doubtful in the data, such as an end before its start.

    The exit code is 1 where there are errors or warnings, and 3 where the data
    cannot be read at all; then all that is wrong with it is listed.

    For example:

        oirmodel check
        oirmodel check --data my-dataset.json --json
    """
    context = click.get_current_context()
    try:
        dataset, noted = read(view.data)
    except InvalidDataset as error:
        if view.as_json:
            print_json(_checked(view, error.findings, readable=False))
        tell(f"not a dataset: {view.data}", *map(str, error.findings))
        context.exit(UNREADABLE)
    dataset = view.of(dataset)
    findings = (*noted, *all_checks(dataset))
    content = _checked(view, findings, readable=True)
    view.print(content, dataset, lambda: findings_page(findings, dataset.header.id + view.in_words()))
    context.exit(FINDINGS if any(each.severity is not Severity.NOTE for each in findings) else 0)


def _checked(view: View, findings: tuple[Finding, ...], *, readable: bool) -> dict[str, Any]:
    return {"data": view.data, "readable": readable, "findings": [finding_object(each) for each in findings]}


app.add_command(import_files)
