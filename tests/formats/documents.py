"""A small valid document and what becomes of it when something is changed."""

import json
from typing import Any, Final

from oirmodel.diagnostics import Finding
from oirmodel.formats.json import findings

BASE: dict[str, Any] = {
    "oirmodel": "0.1",
    "dataset": {"id": "base"},
    "sources": [{"kind": "source", "id": "src-1", "title": "Report"}],
    "forces": [{"kind": "force", "id": "army"}],
    "installations": [{"kind": "installation", "id": "al-asad", "point": {"longitude": 42.44, "latitude": 33.79}}],
    "controls": [
        {
            "kind": "control",
            "id": "control-1",
            "of": "al-asad",
            "by": "army",
            "reported": "2026-01-17",
            "modality": "asserted",
            "citations": [{"source": "src-1"}],
        }
    ],
}
GONE: Final = object()


def changed(*steps: tuple[str, object]) -> str:
    """The base document with what stands at each pointer replaced, added or, where it is GONE, taken out."""
    document = json.loads(json.dumps(BASE))
    for pointer, value in steps:
        *way, last = pointer.split("/")[1:]
        place = document
        for token in way:
            place = place[int(token)] if isinstance(place, list) else place[token]
        if value is GONE:
            del place[last]
        elif isinstance(place, list):
            place.insert(int(last), value)
        else:
            place[last] = value
    return json.dumps(document, ensure_ascii=False)


def codes(document: str | bytes) -> list[tuple[str, str]]:
    return [(each.code, each.pointer) for each in findings(document)]


def only(document: str | bytes) -> Finding:
    (finding,) = findings(document)
    return finding
