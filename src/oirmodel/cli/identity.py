"""The command that lists what may be one thing under two ids, or which names are like a text."""

from typing import Any

import click

from oirmodel.cli.objects import claim_object
from oirmodel.cli.options import View, with_view
from oirmodel.cli.page import Page, Styled
from oirmodel.cli.program import AsWritten
from oirmodel.dataset import Records
from oirmodel.entities import ENTITY_KINDS
from oirmodel.errors import UnknownName
from oirmodel.query import NearName, Proposal, Reason
from oirmodel.query.wording import claim_line

__all__ = ["look_alikes"]


@click.command("look-alikes", cls=AsWritten, short_help="What may be one thing under two ids.")
@click.argument("name", metavar="[ID-OR-NAME]", required=False)
@click.option(
    "--kind",
    type=click.Choice([each.kind for each in ENTITY_KINDS]),
    metavar="WORD",
    help=f"Keep to this kind of entity: {', '.join(each.kind for each in ENTITY_KINDS)}.",
)
@with_view
def look_alikes(name: str | None, kind: str | None, view: View) -> None:
    """
    List pairs of entities that may be one thing, and why; nothing is joined.

    A reason is a name spelt otherwise, also in another script; one external id;
    one single post held at about the same time; points within their precisions
    of each other. What a claim answers already is left out. The order is that
    of likelihood; no likeness makes two things one.

    With ID-OR-NAME, only what may be one with that entity; where nothing has
    this name, the names that are like it.

    For example:

        oirmodel look-alikes --kind person
        oirmodel look-alikes "Muhammad al-Husai"
    """
    dataset = view.open()
    near: tuple[NearName, ...] = ()
    try:
        found = dataset.look_alikes(*(() if name is None else (name,)), kind=kind)
    except UnknownName:
        found, near = (), dataset.near_names(name or "", kind=kind)
        if not near:
            raise
    content = {
        "of": name,
        "kind": kind,
        "proposals": [_object(dataset, each) for each in found],
        "names": [{"id": each.id, "name": each.name, "why": each.why, "score": round(each.score, 3)} for each in near],
    }
    view.print(
        content, dataset, lambda: _near_page(name or "", near) if near else _page(dataset, found, view.in_words())
    )


def _object(records: Records, proposal: Proposal) -> dict[str, Any]:
    pair = [{"id": each, "label": records.label(each)} for each in (proposal.one, proposal.other)]
    reasons = {
        word: [{"sign": each.sign.value, "why": each.why, "claims": _claims(records, each)} for each in listed]
        for word, listed in (("reasons", proposal.reasons), ("against", proposal.against))
    }
    return {"pair": pair, **reasons, "score": proposal.score}


def _claims(records: Records, reason: Reason) -> list[dict[str, Any]]:
    return [claim_object(records, each) for each in reason.claims]


def _page(records: Records, found: tuple[Proposal, ...], qualifier: str) -> Page:
    page = Page()
    count = f"{len(found):,} pair{'' if len(found) == 1 else 's'}" if found else "No two entities"
    page.add(Styled(f"{count} in {records.header.id} that may be one thing{qualifier}", "heading"))
    for index, each in enumerate(found, start=1):
        page.heading(f"{index}. {records.label(each.one)} and {records.label(each.other)}")
        page.add(Styled(f"{each.one} and {each.other}", "minor"), indent=2)
        for word, reasons in (("for", each.reasons), ("against", each.against)):
            for reason in reasons:
                page.add(f"{word}: {reason.why}", indent=2)
                for claim in reason.claims:
                    page.add(claim_line(records, claim), indent=4)
    return page


def _near_page(text: str, near: tuple[NearName, ...]) -> Page:
    page = Page()
    page.add(Styled(f"Nothing has the id or name {text!r}; names like it:", "heading"))
    for each in near:
        page.gap()
        page.add(Styled(each.id, "heading"))
        page.add(each.why, indent=2)
    return page
