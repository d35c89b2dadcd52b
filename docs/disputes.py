"""
Write docs/disputes.md: what the public record, as the packaged dataset holds it, disagrees about.

Run it after a change of the dataset: ``python docs/disputes.py``.
"""

from pathlib import Path
from typing import Final

from oirmodel import Dataset, check, load

__all__ = ["PAGE", "page"]

PAGE: Final = Path(__file__).with_suffix(".md")

INTRODUCTION: Final = """\
# Disputes

Where sources in the packaged dataset cannot both be right, by [`conflicts`](reference/query.md). Nothing is picked and
nothing is dropped: both claims stand, and an answer that rests on them is contested. What is not listed may still
differ: two figures of one day that are on different counting bases, or for different windows, do not conflict.

This page is written by `docs/disputes.py` from the packaged dataset.
"""


def page(data: Dataset) -> str:
    """The text of the page."""
    conflicts, findings = data.conflicts(), check(data)
    lines = [INTRODUCTION]
    for each in conflicts:
        ids = " and ".join(f"`{claim.id}`" for claim in each.claims)
        lines.append(f"- {each.why}: {ids}")
    lines += ["", "## Findings of the checks", ""]
    lines += [f"- {each}" for each in findings] or ["The checks find nothing."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(load("inherent-resolve")), encoding="utf-8")
