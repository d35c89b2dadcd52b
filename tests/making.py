"""Makes objects from short forms that run, and that a type checker would see written out: ids as texts, lists."""

from typing import Any, Final, TypeVar

from hypothesis import settings

from oirmodel.claims import Claim, Control
from oirmodel.frozen import Record
from oirmodel.provenance import Citation

__all__ = ["FEW", "claim", "control", "make"]

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=Claim)


FEW: Final = settings(max_examples=settings().max_examples // 5)
"""For laws whose examples take long to draw, such as whole datasets, or that are tried on each kind by itself."""


def make(kind: type[R], /, **fields: Any) -> R:  # noqa: ANN401 - takes wrong types too, to see them refused
    """Make an object of a class."""
    return kind(**fields)


def claim(kind: type[C], /, **fields: Any) -> C:  # noqa: ANN401 - as above
    """Make a claim in an envelope that says the least: asserted, reported on 17 January 2026, from one source."""
    envelope = {"reported": "2026-01-17", "modality": "asserted", "citations": [make(Citation, source="src-report")]}
    return kind(**{**envelope, **fields})


def control(**fields: Any) -> Control:  # noqa: ANN401 - as above
    """Make a claim that the Iraqi army controls Al-Asad."""
    return claim(Control, **{"of": "al-asad", "by": "iraqi-army", **fields})
