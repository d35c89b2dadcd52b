"""The whole format in one file: an object of each kind, every field filled, byte for byte as it is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from oirmodel.claims import CLAIM_KINDS
from oirmodel.dataset import Header
from oirmodel.entities import ENTITY_KINDS, Source
from oirmodel.formats.json import dumps, loads
from oirmodel.frozen import Record
from oirmodel.geo import Box, Point
from oirmodel.ids import ExternalId
from oirmodel.names import Name
from oirmodel.provenance import Citation, Grade, Speaker
from oirmodel.quantity import Quantity, Wording
from oirmodel.temporal import Period
from tests.formats.every import EVERY

GOLDEN: Final = Path(__file__).parent.parent / "snapshots" / "json" / "every.json"
KINDS: Final[tuple[type[Record], ...]] = (Source, *ENTITY_KINDS, *CLAIM_KINDS)
PARTS: Final[tuple[type[Record], ...]] = (Header, Name, ExternalId, Citation, Speaker, Grade, Point, Box, Quantity)


def test_it_is_written_as_the_golden_file_has_it() -> None:
    """A change of the format shows here; where it is meant, write the file anew and tell of it in the changelog."""
    assert dumps(EVERY) == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_file_is_read_as_what_was_written() -> None:
    assert loads(GOLDEN.read_text(encoding="utf-8")) == EVERY


def records(value: object) -> Iterator[Record]:
    """A record and all that it holds."""
    if isinstance(value, Record):
        yield value
        fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))  # type: ignore[arg-type]
        for each in fields:
            yield from records(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records(each)


HELD: Final = [
    each
    for top in (EVERY.header, *EVERY.sources.values(), *EVERY.entities.values(), *EVERY.claims())
    for each in records(top)
]


@pytest.mark.parametrize("kind", [*KINDS, *PARTS], ids=lambda kind: kind.__name__)
def test_every_field_is_filled_in_some_object(kind: type[Record]) -> None:
    """So that no field can be left out, or written in another way, unseen."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(kind)  # type: ignore[arg-type]
    of_kind = [each for each in HELD if type(each) is kind]
    assert of_kind != []
    empty = [
        field.name
        for field in fields
        if field.init and not any(_is_filled(getattr(each, field.name)) for each in of_kind)
    ]
    assert empty == []


def test_every_wording_of_a_quantity_is_in_it() -> None:
    assert {each.wording for each in HELD if isinstance(each, Quantity)} == set(Wording)


def _is_filled(value: object) -> bool:
    """Whether it is neither what an absent field is read as, nor a word for what is not said."""
    return (
        value not in (None, (), "", False, Period()) and str(value) not in {"unstated", "unspecified"} and value != {}
    )
