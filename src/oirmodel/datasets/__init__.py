"""The datasets that come with the package."""

from functools import cache
from importlib import resources

from oirmodel.errors import UnknownName
from oirmodel.formats import json
from oirmodel.query import Dataset

__all__ = ["load", "names"]


def names() -> tuple[str, ...]:
    """
    The names of the packaged datasets.

    >>> names()
    ('inherent-resolve',)
    """
    folder = resources.files(__name__)
    return tuple(sorted(each.name.removesuffix(".json") for each in folder.iterdir() if each.name.endswith(".json")))


@cache
def load(name: str) -> Dataset:
    """
    A packaged dataset by its name; read once, and shared, since nobody can change it.

    Raises :class:`~oirmodel.errors.UnknownName` with the names that there are.

    >>> load("inherent-resolve").header.license
    'CC0-1.0'
    """
    if name not in names():
        raise UnknownName(name, "packaged dataset", names())
    return json.loads((resources.files(__name__) / f"{name}.json").read_bytes())
