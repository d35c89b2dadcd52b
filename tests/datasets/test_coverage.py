"""Every sentence of the articles is held by a claim, or has a reason why none is."""

import os
import re
from pathlib import Path
from typing import Final

import pytest

from docs import coverage
from docs.coverage import Sentence
from oirmodel import Citation, Dataset, load
from oirmodel.ids import SourceId

SHARED = Path(os.environ.get("OIRMODEL_SHARED") or Path(__file__).parents[3] / "shared")
ARTICLES = SHARED / "seeds"

COUNTS: Final = {
    "src-oir-strikes-2025": (2, 5, 3, 3, 3, 3, 3, 2, 2, 3, 2, 2),
    "src-nearly-35000-strikes": (2, 2, 1, 2, 3, 2),
    "src-al-asad-withdrawal": (3, 4, 4, 3, 2),
}
"""How many sentences each paragraph has, counted by hand."""

AROUND: Final[dict[str, dict[str, tuple[int, int | None]]]] = {
    "src-oir-strikes-2025": {"dateline": (0, 3), "headline": (3, 4), "standfirst": (4, 5)},
    "src-nearly-35000-strikes": {"headline": (0, 1), "standfirst": (1, 2), "author note": (-2, None)},
    "src-al-asad-withdrawal": {"headline": (0, 1), "byline": (1, 2), "tags": (-1, None)},
}
"""The lines, without blank ones, on which the other parts stand."""

FIRST_PARAGRAPH: Final = {"src-oir-strikes-2025": 5, "src-nearly-35000-strikes": 2, "src-al-asad-withdrawal": 3}
"""The line, without blank ones, of the first paragraph."""

needs_articles = pytest.mark.skipif(
    not ARTICLES.is_dir(),
    reason="the articles are not ours to carry along; OIRMODEL_SHARED names the folder above theirs",
)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load("inherent-resolve")


@pytest.fixture(scope="module")
def listed() -> tuple[Sentence, ...]:
    return coverage.sentences()


def lines_of(title: str) -> list[str]:
    """The lines of the article with a title, without the blank ones."""
    (text,) = [each for path in ARTICLES.glob("*.txt") if title in (each := path.read_text(encoding="utf-8"))]
    return [line for line in text.splitlines() if line.strip()]


def split(paragraph: str) -> list[str]:
    """The sentences of a paragraph: a full stop ends one, except after the abbreviations there are."""
    closed = re.sub(r"\b(U\.S|Lt|Gen|Capt)\.", r"\1", paragraph)
    return re.split(r"(?<=[.?!])[\"”]?\s+(?=[\"“]?[A-Z])", closed)


def parts_of(source: str, title: str) -> dict[str, str]:
    """The text at each place of an article."""
    lines = lines_of(title)
    parts = {place: " ".join(lines[slice(*at)]) for place, at in AROUND[source].items()}
    first = FIRST_PARAGRAPH[source]
    for number, paragraph in enumerate(lines[first : first + len(COUNTS[source])], 1):
        for index, sentence in enumerate(split(paragraph), 1):
            parts[f"paragraph {number}, sentence {index}"] = sentence
    return parts


def plain(text: str) -> str:
    """Text to compare: abbreviations without full stops, and all quotation marks alike."""
    return re.sub(r"[“”]", '"', re.sub(r"\b(U\.S|Lt|Gen|Capt)\.", r"\1", text))


def test_every_sentence_has_a_claim_or_a_reason(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    assert list(coverage.faults(listed, data)) == []


def test_the_page_is_what_the_generator_writes(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    written = coverage.PAGE.read_text(encoding="utf-8")
    assert written == coverage.page(listed, data), "run python docs/coverage.py"


def test_every_sentence_that_was_counted_is_listed(listed: tuple[Sentence, ...]) -> None:
    places = {source: {each.place for each in listed if each.source == source} for source in COUNTS}
    for source, counts in COUNTS.items():
        expected = {
            f"paragraph {number}, sentence {index}"
            for number, count in enumerate(counts, 1)
            for index in range(1, count + 1)
        }
        assert places[source] == expected | set(AROUND[source])
    assert {each.source for each in listed} == set(COUNTS)


def test_only_what_is_of_the_document_has_no_claim(listed: tuple[Sentence, ...]) -> None:
    assert [(each.source, each.place) for each in listed if each.no_claim] == [
        ("src-oir-strikes-2025", "dateline"),
        ("src-al-asad-withdrawal", "byline"),
        ("src-al-asad-withdrawal", "tags"),
    ]


# What would be found


def test_a_sentence_without_claim_or_reason_is_found(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    silent = Sentence("src-oir-strikes-2025", "paragraph 13, sentence 1", "nothing")
    assert list(coverage.faults((*listed, silent), data)) == [
        "src-oir-strikes-2025, paragraph 13, sentence 1: no claim cites it, and no reason is given"
    ]


def test_a_sentence_with_claim_and_reason_is_found(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    both = [
        each._replace(no_claim="an aside") if each[:2] == ("src-al-asad-withdrawal", "headline") else each
        for each in listed
    ]
    assert list(coverage.faults(both, data)) == [
        "src-al-asad-withdrawal, headline: cited by occurrence-withdrawal-from-al-asad, and has a reason why it is not"
    ]


def test_a_sentence_listed_twice_is_found(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    assert list(coverage.faults((*listed, listed[0]), data)) == ["src-oir-strikes-2025, dateline: listed twice"]


def test_a_place_that_is_not_listed_is_found(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    (claim,) = [each for each in data.claims() if each.id == "posting-decamp-2020"]
    astray = data.correct(
        claim,
        id="astray",
        reported="2020-10",
        citations=[Citation(source=SourceId("src-nearly-35000-strikes"), locator="paragraph 7")],
    )
    assert list(coverage.faults(listed, astray)) == [
        "src-nearly-35000-strikes, paragraph 7: cited by astray, and not listed"
    ]


def test_the_page_counts_every_source(data: Dataset, listed: tuple[Sentence, ...]) -> None:
    text = coverage.page(listed, data)
    assert all(f"`{source}`" in text for source in data.sources)
    cited = {each.source for claim in data.claims() for each in claim.citations}
    silent = text.partition("## Sources that no claim cites")[2]
    assert all((f"- `{source}`:" in silent) is (source not in cited) for source in data.sources)


# Against the articles themselves, where they are


@needs_articles
@pytest.mark.parametrize("source", list(COUNTS))
def test_the_count_is_that_of_the_article(data: Dataset, source: str) -> None:
    lines = lines_of(data.sources[source].title)
    first, counts = FIRST_PARAGRAPH[source], COUNTS[source]
    assert tuple(len(split(each)) for each in lines[first : first + len(counts)]) == counts
    after = [line for place, at in AROUND[source].items() if at[1] is None for line in lines[slice(*at)]]
    assert len(lines) == first + len(counts) + len(after)


@needs_articles
@pytest.mark.parametrize("source", list(COUNTS))
def test_every_quotation_stands_where_it_is_cited(data: Dataset, source: str) -> None:
    parts = parts_of(source, data.sources[source].title)
    cited = [each for claim in data.claims() for each in claim.citations if each.source == source and each.quote]
    assert [each for each in cited if plain(each.quote or "") not in plain(parts[each.locator or ""])] == []
    assert len(cited) > 5
