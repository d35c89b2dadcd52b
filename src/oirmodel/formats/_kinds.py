"""The classes of what a document lists, and the order in which it has their fields."""

import inspect
from typing import Any, Final

import attrs

from oirmodel.dataset.arrays import ARRAYS, Listed
from oirmodel.frozen import Record

__all__ = ["BY_KIND", "ordered_fields"]

BY_KIND: Final[dict[str, type[Listed]]] = {each.kind: each for each in ARRAYS.values()}
"""The class of each kind."""


def ordered_fields(cls: type[Record]) -> list["attrs.Attribute[Any]"]:
    """The fields of a class in the order in which documents have them: the id, its own, then the base class's."""
    fields = [each for each in attrs.fields(cls) if each.init]  # type: ignore[arg-type]  # every Record is an attrs class
    own = inspect.get_annotations(cls)
    return sorted(fields, key=lambda each: (each.name != "id", each.name not in own))
