"""From the text of a document to a dataset, or to everything that is wrong with it."""

import re
from typing import Any, Final

from oirmodel.claims import Claim
from oirmodel.dataset import Header, Reference, references
from oirmodel.dataset.arrays import ARRAYS, Listed, array_of
from oirmodel.diagnostics import Finding
from oirmodel.entities import Entity, Source
from oirmodel.formats._codes import Code
from oirmodel.formats._converter import converter
from oirmodel.formats._faults import FAULT_LIMIT, Collector, Enough, Fault, Path, Unreadable, did_you_mean, shown
from oirmodel.formats._kinds import BY_KIND
from oirmodel.formats._newer import keep_what_is_new
from oirmodel.formats._parser import decoded, parsed
from oirmodel.formats._places import places
from oirmodel.frozen import Record, collection_paused
from oirmodel.query import Dataset

__all__ = ["FORMAT", "read"]

FORMAT: Final = (0, 1)
"""The version of the shape that is written, major and minor."""
_VERSION: Final = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")
_HINTS: Final = 50  # comparing spellings with every id is slow


def read(document: str | bytes, byte_limit: int) -> tuple[Dataset | None, tuple[Finding, ...]]:
    """The dataset of a document, with what should be known about it; or no dataset, with all that is wrong."""
    collector = Collector()
    text = None
    dataset = None
    with collection_paused():
        try:
            text = decoded(document, collector, byte_limit)
            tree = None if text is None else parsed(text, collector)
            if text is not None and (tree is not None or not collector.failed):
                dataset = _dataset(tree, collector)
        except Enough:
            message = f"more than {FAULT_LIMIT:,} problems; the others are not listed"
            last = [Fault((), Code.TOO_MANY, message)]
        else:
            last = []
        found = _placed(collector.faults, text)
    failed = bool(last) or collector.failed
    return None if failed else dataset, tuple(each.finding() for each in (*found, *last))


def _placed(faults: list[Fault], text: str | None) -> list[Fault]:
    """The faults with their places, in the order of the document."""
    unplaced = {fault.path for fault in faults if fault.place is None}
    if unplaced and text is not None:
        found = places(text, unplaced)
        faults = [fault._replace(place=fault.place or found.get(fault.path)) for fault in faults]
    return sorted(faults, key=lambda fault: fault.place or (0, 0))


def _dataset(tree: object, collector: Collector) -> Dataset | None:
    if not isinstance(tree, dict):
        message = f"expected an object with the keys 'oirmodel' and 'dataset'; got {shown(tree)}"
        collector.add(Fault((), Code.VALUE, message))
        return None
    version = _version(tree, collector)
    if version is not None and version[0] > FORMAT[0]:
        return None
    if version is not None and version > FORMAT:
        keep_what_is_new(tree, collector)
    reading = _Reading(collector)
    header = reading.header(tree.get("dataset", {}))
    for name, value in tree.items():
        if name in ARRAYS:
            reading.array(name, value)
        elif name not in ("oirmodel", "dataset"):
            hint = did_you_mean(name, ARRAYS) or f"known are {', '.join(ARRAYS)}"
            collector.add(Fault((name,), Code.UNKNOWN_ARRAY, f"no kind of object is listed as {shown(name)}", hint))
    reading.check_references()
    if collector.failed or header is None:
        return None
    made = reading.made.values()
    return Dataset(
        header=header,
        entities=[each for each in made if isinstance(each, Entity)],
        sources=[each for each in made if isinstance(each, Source)],
        claims=[each for each in made if isinstance(each, Claim)],
    )


def _version(tree: dict[str, Any], collector: Collector) -> tuple[int, int] | None:
    """The version that a document states; one that cannot be read as such is reported, and taken for ours."""
    ours = ".".join(map(str, FORMAT))
    if "oirmodel" not in tree:
        message = f"expected the key 'oirmodel' with the version of the format, {ours!r}; it is not there"
        collector.add(Fault((), Code.VERSION, message))
        return None
    stated = tree["oirmodel"]
    found = _VERSION.fullmatch(stated) if isinstance(stated, str) else None
    version = (int(found[1]), int(found[2])) if found else None
    if version is None or version < FORMAT:
        collector.add(Fault(("oirmodel",), Code.VERSION, f"expected a version such as {ours!r}; got {shown(stated)}"))
        return None
    if version[0] > FORMAT[0]:
        message = f"the document is of version {stated}, and this library reads {FORMAT[0]}.x (it writes {ours})"
        collector.add(Fault(("oirmodel",), Code.NEWER_MAJOR, message, "a newer release of oirmodel may read it"))
    return version


class _Reading:
    """One pass over the objects of a document."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.made: dict[Path, Listed] = {}
        self.kinds: dict[str, type[Listed]] = {}
        """What each id stands for, also where the object could not be read."""
        self.hints = 0

    def header(self, value: object) -> Header | None:
        try:
            return converter.structure(value, Header)
        except Unreadable as error:
            self.collector.add(*(fault.under("dataset") for fault in error.faults))
            return None

    def array(self, name: str, value: object) -> None:
        if not isinstance(value, list):
            self.collector.add(Fault((name,), Code.VALUE, f"expected a list; got {shown(value)}"))
            return
        for index, each in enumerate(value):
            self.record((name, index), each)

    def record(self, path: Path, value: object) -> None:
        cls = ARRAYS[str(path[0])]
        stated = value.get("kind") if isinstance(value, dict) else None
        if isinstance(stated, str) and stated in BY_KIND and stated != cls.kind:
            message = f"expected the kind {cls.kind!r}; got {stated!r}"
            hint = f"objects of this kind stand in {array_of(stated)!r}"
            self.collector.add(Fault((*path, "kind"), Code.WRONG_ARRAY, message, hint, _ids(value)))
            cls = BY_KIND[stated]
        try:
            record = converter.structure(value, cls)
        except Unreadable as error:
            self.collector.add(*(fault.under(*path)._replace(subjects=_ids(value)) for fault in error.faults))
            for each in _ids(value):
                self.enter(each, cls, (*path, "id"))
        else:
            self.enter(record.id, cls, (*path, "id") if _ids(value) else path)
            self.made[path] = record

    def enter(self, an_id: str, cls: type[Listed], path: Path) -> None:
        known = self.kinds.get(an_id)
        if known is None:
            self.kinds[an_id] = cls
            return
        message = f"the id {shown(an_id)} stands for a {known.kind} and for a {cls.kind}"
        hint = "every entity, source and claim has an id of its own"
        self.collector.add(Fault(path, Code.REPEATED_ID, message, hint, (an_id,)))

    def check_references(self) -> None:
        """Report every id that names nothing, or something of the wrong kind."""
        for path, record in self.made.items():
            for reference in references(record):
                found = self.kinds.get(reference.id)
                if found is None or not issubclass(found, reference.kinds):
                    self.collector.add(self.dangling(path, record, reference, found))

    def dangling(self, path: Path, record: Listed, reference: Reference, found: type[Listed] | None) -> Fault:
        wanted = " or ".join(_with_article(each) for each in reference.kinds)
        there = "nothing has this id" if found is None else f"it is {_with_article(found)}"
        hint = ""
        if found is None and self.hints < _HINTS:
            self.hints += 1
            fitting = [each for each, kind in self.kinds.items() if issubclass(kind, reference.kinds)]
            hint = did_you_mean(reference.id, fitting)
        inner = [int(step) if step.isdigit() else step for step in reference.path.split("/")[1:]]
        message = f"expected the id of {wanted}; got {reference.id!r}: {there}"
        return Fault((*path, *inner), Code.DANGLING, message, hint, (record.id, reference.id))


def _with_article(cls: type[Record]) -> str:
    kind: str = getattr(cls, "kind", cls.__name__)
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _ids(value: object) -> tuple[str, ...]:
    """The id that an object states, where it states any."""
    an_id = value.get("id") if isinstance(value, dict) else None
    return (an_id,) if isinstance(an_id, str) else ()
