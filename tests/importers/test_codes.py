"""The codes of findings that importers have, and the page that lists them."""

import re
from pathlib import Path
from typing import Final

from oirmodel import importers

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "importers" / "index.md"
FOLDER: Final = Path(importers.__file__).parent


def listed() -> list[str]:
    return re.findall(r"^\| (OIR\d{3}) \| .+ \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)


def used() -> set[str]:
    texts = (each.read_text(encoding="utf-8") for each in FOLDER.glob("*.py"))
    return {code for text in texts for code in re.findall(r"\bOIR5\d\d\b", text)}


def test_every_code_that_an_importer_uses_is_listed() -> None:
    assert used() - set(listed()) == set()
    assert "OIR514" in used()


def test_each_code_is_listed_once_and_in_order() -> None:
    assert listed() == sorted(set(listed()))
    assert listed()[0] == "OIR501"
