"""A small dataset to ask at the command line, with texts in it that a terminal must not obey."""

import json
from typing import Any, Final

from oirmodel.formats.json import loads
from oirmodel.query import Dataset

ODD_TITLE: Final = "[bold]Odd[/bold] \u202etitle\n  over two lines"


def named(an_id: str, text: str, arabic: str | None = None, **fields: object) -> dict[str, Any]:
    names = [{"text": text, "language": "en", "category": "common"}]
    names += [{"text": arabic, "language": "ar", "category": "common"}] if arabic else []
    return {"id": an_id, "names": names, **fields}


def claim(
    an_id: str, source: str, reported: str, period: tuple[str | None, str | None], **fields: object
) -> dict[str, Any]:
    start, end = period
    return {
        "id": an_id,
        "period": {key: value for key, value in (("start", start), ("end", end)) if value},
        "reported": reported,
        "modality": "asserted",
        "citations": [{"source": source}],
        **fields,
    }


ARRAYS: Final[dict[str, tuple[str, list[dict[str, Any]]]]] = {
    "sources": (
        "source",
        [
            {
                "id": "src-handover",
                "title": "The base is Iraqi again",
                "collection": "articles",
                "published": "2026-01-17",
            },
            {"id": "src-odd", "title": ODD_TITLE, "collection": "wires"},
            {"id": "src-figures", "title": "Troops in figures", "collection": "articles", "published": "2025-01-07"},
        ],
    ),
    "forces": (
        "force",
        [
            named("iraqi-armed-forces", "Iraqi Armed Forces", country="IQ"),
            named("us-armed-forces", "US Armed Forces", country="US"),
            named("first-unit", "The Twins"),
            named("second-unit", "The Twins"),
        ],
    ),
    "organizations": ("organization", [named("iraqi-mod", "Iraqi Ministry of Defense"), named("xinhua", "Xinhua")]),
    "persons": ("person", [named("a-general", "A. General")]),
    "posts": ("post", [{**named("commander", "The command"), "of": "iraqi-armed-forces", "title": "commander"}]),
    "installations": (
        "installation",
        [named("al-asad", "Al-Asad Airbase", "عين الأسد", category="airbase", external_ids=["icao:ORAA"])],
    ),
    "places": ("place", [named("iraq", "Iraq"), named("syria", "Syria")]),
    "operations": ("operation", []),
    "controls": (
        "control",
        [
            claim(
                "control-iraq",
                "src-handover",
                "2026-01-17",
                ("[..2026-01-17]", ".."),
                of="al-asad",
                by="iraqi-armed-forces",
                degree="full",
                citations=[{"source": "src-handover", "locator": "paragraph 1", "quote": "in full"}],
                asserted_by=[{"who": "iraqi-mod", "when": "2026-01-17", "how": "paraphrase"}, {"who": "xinhua"}],
                assumptions=["year 2026: the article gives none"],
            ),
            claim("control-us", "src-odd", "2020-06-01", ("2014", "2020"), of="al-asad", by="us-armed-forces"),
        ],
    ),
    "strengths": (
        "strength",
        [
            claim(
                "strength-iraq",
                "src-figures",
                "2025-01-07",
                (None, ".."),
                of="us-armed-forces",
                at=["iraq"],
                quantity={"wording": "about", "number": 2500},
            ),
            claim(
                "strength-iraq-core",
                "src-odd",
                "2025-01-07",
                (None, ".."),
                of="us-armed-forces",
                at=["iraq"],
                quantity={"wording": "exact", "number": 900},
                basis="core",
            ),
        ],
    ),
    "postings": (
        "posting",
        [claim("posting-1", "src-odd", "2025-01-07", ("2025-01-01", ".."), of="commander", by="a-general")],
    ),
}


def document(**changes: list[dict[str, Any]]) -> str:
    """The text of the dataset, with some of its arrays replaced."""
    arrays = {
        array: [{"kind": kind, **each} for each in changes.get(array, objects)]
        for array, (kind, objects) in ARRAYS.items()
    }
    return json.dumps({"oirmodel": "0.1", "dataset": {"id": "small"}, **arrays})


def dataset() -> Dataset:
    return loads(document())
