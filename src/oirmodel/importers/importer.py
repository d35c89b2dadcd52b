"""What an importer is: a name, what it reads, and how it knows its own files."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from oirmodel.importers.crosswalk import Crosswalk
from oirmodel.importers.gathering import Imported
from oirmodel.importers.table import Progress, Readable
from oirmodel.query import Dataset

__all__ = ["Importer", "Reader"]


class Reader(Protocol):
    """The function of an importer: from files to a dataset and findings."""

    def __call__(self, *files: Readable, known: Dataset | None = None, progress: Progress | None = None) -> Imported:
        """Read files; the ``known`` dataset is the packaged one unless another is given."""
        ...


class Importer(NamedTuple):
    """One source of data that can be imported."""

    name: str
    title: str
    """Whose data it is, and what."""
    read: Reader
    knows: Callable[[Sequence[str]], bool]
    """Whether a header, or the first row of a file without one, is that of this source."""
    delimiter: str = ","
    crosswalks: tuple[Crosswalk, ...] = ()  # type: ignore[type-arg]  # of several vocabularies
