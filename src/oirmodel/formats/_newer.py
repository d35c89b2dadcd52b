"""What a newer minor version added to a document: kept among the extensions, so that nothing is lost, and reported."""

import re
import typing
from typing import Any, Final, NamedTuple

from oirmodel.dataset import Header
from oirmodel.dataset.arrays import ARRAYS
from oirmodel.diagnostics import Severity
from oirmodel.formats._codes import Code
from oirmodel.formats._faults import Collector, Fault, Path, did_you_mean, shown
from oirmodel.formats._kinds import ordered_fields
from oirmodel.frozen import Record
from oirmodel.ids import ExternalId
from oirmodel.temporal import ImpreciseDate

__all__ = ["keep_what_is_new"]

_NAME: Final = re.compile(r"[a-z0-9_-]{1,64}")
_WRITTEN_AS_TEXT: Final = (ImpreciseDate, ExternalId)


def keep_what_is_new(document: dict[str, Any], collector: Collector) -> None:
    """
    Move every unknown key of a document into the ``extensions`` of its object, as ``oirmodel:<key>``.

    An object without extensions, such as a citation, leaves its own to the object that it stands in, under the way to
    it: ``oirmodel:citations-0-page``. Unknown keys of the document go to the header. Each new key of a class is
    reported once. What could not be a key of ours stays where it is, and is refused later.
    """
    mover = _Mover(collector)
    header = document.setdefault("dataset", {})
    if isinstance(header, dict):
        mover.move(document, ("oirmodel", "dataset", *ARRAYS), "the document", (), _Keeper(header, 0))
        mover.within(header, Header, ("dataset",), _Keeper(header, 1))
    for array, cls in ARRAYS.items():
        listed = document.get(array)
        for index, each in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(each, dict):
                mover.within(each, cls, (array, index), _Keeper(each, 2))


class _Keeper(NamedTuple):
    """The object whose extensions take what is new in it, and how many steps lead to it."""

    value: dict[str, Any]
    depth: int


class _Mover:
    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.reported: set[tuple[str, str]] = set()

    def within(self, value: dict[str, Any], cls: type[Record], path: Path, keeper: _Keeper) -> None:
        hints = typing.get_type_hints(cls)
        names = tuple(each.name for each in ordered_fields(cls))
        self.move(value, ("kind", *names) if hasattr(cls, "kind") else names, cls.__name__, path, keeper)
        for name in names:
            inner = _record_in(hints[name])
            held = value.get(name)
            if inner is None:
                continue
            if isinstance(held, dict):
                self.within(held, inner, (*path, name), keeper)
            for index, each in enumerate(held if isinstance(held, list) else ()):
                if isinstance(each, dict):
                    self.within(each, inner, (*path, name, index), keeper)

    def move(self, value: dict[str, Any], known: tuple[str, ...], of: str, path: Path, keeper: _Keeper) -> None:
        unknown = [key for key in value if key not in known]
        extensions = keeper.value.setdefault("extensions", {}) if unknown else None
        if not isinstance(extensions, dict):
            return
        for key in unknown:
            name = "-".join(map(str, (*path[keeper.depth :], key)))
            kept = f"oirmodel:{name}"
            if _NAME.fullmatch(name) and kept not in extensions:
                extensions[kept] = value.pop(key)
                self.report((*path, key), of, kept, did_you_mean(key, known))

    def report(self, path: Path, of: str, kept: str, hint: str) -> None:
        key = str(path[-1])
        if (of, key) in self.reported:
            return
        self.reported.add((of, key))
        message = f"a newer version added {shown(key)} to {of}; it is kept in the extensions, as {kept!r}"
        self.collector.add(Fault(path, Code.NEWER_KEY, message, hint, severity=Severity.WARNING))


def _record_in(hint: object) -> type[Record] | None:
    """The class of the objects that a field holds, or lists."""
    for each in (hint, *typing.get_args(hint)):
        if isinstance(each, type) and issubclass(each, Record) and each not in _WRITTEN_AS_TEXT:
            return each
    return None
