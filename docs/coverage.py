"""
Write docs/coverage.md: what of the articles is held by which claims, and how many claims cite each source.

It joins coverage.yaml, the list of all sentences of the articles, with the packaged dataset by source and place. Run it
after a change of either: ``python docs/coverage.py``.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ruamel.yaml import YAML

from oirmodel import Dataset, Source, load

__all__ = ["LIST", "PAGE", "Sentence", "faults", "holding", "page", "sentences"]

LIST: Final = Path(__file__).with_suffix(".yaml")
PAGE: Final = Path(__file__).with_suffix(".md")
COLLECTION: Final = "articles"
"""The collection whose documents are listed sentence by sentence."""

INTRODUCTION: Final = """\
# Coverage

What of the sources the packaged dataset holds. The three articles that the project was created from are listed sentence
by sentence, in a few words of ours, with the claims that cite the sentence; where there is none, with the reason. The
other sources follow, with the number of claims that cite them.

This page is written by `docs/coverage.py` from `docs/coverage.yaml` and the packaged dataset.
"""


class Sentence(NamedTuple):
    """A sentence of an article, or another part of it that can be cited."""

    source: str
    place: str
    """As claims cite it: ``paragraph 1, sentence 2``."""
    says: str
    no_claim: str | None = None
    """Why no claim cites it, where none does."""


def sentences(path: Path = LIST) -> tuple[Sentence, ...]:
    """Every sentence of the articles, in their order."""
    documents = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))["documents"]
    return tuple(Sentence(document["source"], **each) for document in documents for each in document["sentences"])


def holding(data: Dataset) -> dict[tuple[str, str | None], list[str]]:
    """The ids of the claims that cite a place of a source, in their order."""
    held: dict[tuple[str, str | None], list[str]] = {}
    for claim in data.claims():
        for place in dict.fromkeys((each.source, each.locator) for each in claim.citations):
            held.setdefault(place, []).append(claim.id)
    return {place: sorted(ids) for place, ids in held.items()}


def faults(listed: Iterable[Sentence], data: Dataset) -> Iterator[str]:
    """What keeps the list and the dataset from being joined, one line each."""
    held = holding(data)
    places: set[tuple[str, str | None]] = set()
    for each in listed:
        at = f"{each.source}, {each.place}"
        if (each.source, each.place) in places:
            yield f"{at}: listed twice"
        places.add((each.source, each.place))
        ids = held.get((each.source, each.place), [])
        if each.no_claim and ids:
            yield f"{at}: cited by {', '.join(ids)}, and has a reason why it is not"
        if not each.no_claim and not ids:
            yield f"{at}: no claim cites it, and no reason is given"
    articles = {each.id for each in data.sources.values() if each.collection == COLLECTION}
    for source, place in sorted(held, key=str):
        if source in articles and (source, place) not in places:
            yield f"{source}, {place}: cited by {', '.join(held[source, place])}, and not listed"


def page(listed: Sequence[Sentence], data: Dataset) -> str:
    """The text of the page."""
    lines = [INTRODUCTION]
    for source in dict.fromkeys(each.source for each in listed):
        lines += _article(data.sources[source], [each for each in listed if each.source == source], data)
    lines += _sources(data)
    return "\n".join(lines) + "\n"


def _article(source: Source, listed: Sequence[Sentence], data: Dataset) -> Iterator[str]:
    held = holding(data)
    yield f"## {_plain(source.title)}"
    yield ""
    yield f"`{source.id}`: {len(listed)} places, cited by {_cited_by(data)[source.id]} claims."
    yield ""
    yield "| place | what it says | claims |"
    yield "|---|---|---|"
    for each in listed:
        claims = " ".join(f"`{an_id}`" for an_id in held.get((each.source, each.place), []))
        reason = f"none: {_plain(each.no_claim)}" if each.no_claim else ""
        yield f"| {each.place} | {_plain(each.says)} | {claims or reason} |"
    yield ""


def _sources(data: Dataset) -> Iterator[str]:
    counts = _cited_by(data)
    cited = sorted((each for each in data.sources.values() if counts[each.id]), key=lambda each: each.id)
    silent = sorted((each for each in data.sources.values() if not counts[each.id]), key=lambda each: each.id)
    yield "## Claims by source"
    yield ""
    yield f"{len(data.claims())} claims cite {len(cited)} of {len(data.sources)} sources."
    yield ""
    yield "| source | title | claims |"
    yield "|---|---|---|"
    for each in cited:
        yield f"| `{each.id}` | {_plain(each.title)} | {counts[each.id]} |"
    yield ""
    yield "## Sources that no claim cites"
    yield ""
    if not silent:
        yield "None."
    for each in silent:
        yield f"- `{each.id}`: {_plain(each.title)}"


def _cited_by(data: Dataset) -> dict[str, int]:
    """How many claims cite each source."""
    counts = dict.fromkeys(data.sources, 0)
    for claim in data.claims():
        for source in {each.source for each in claim.citations}:
            counts[source] += 1
    return counts


def _plain(text: str) -> str:
    """Text as it stands, whatever it would mean in Markdown."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def main() -> None:
    """Write the page; without it, where the list and the dataset do not fit, say where."""
    data = load("inherent-resolve")
    listed = sentences()
    if problems := list(faults(listed, data)):
        sys.exit("\n".join(problems))
    PAGE.write_text(page(listed, data), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
