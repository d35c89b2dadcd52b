"""
The JSON form of a dataset, in both directions.

A document is one object: the version of the format, what the dataset says of itself, and one array for each kind of
object, under the plural of the kind (``forces``, ``tallies``, ``operation_statuses``, ``casualties``, ``same_as``).
Every object carries its ``kind``. Dates and the two ends of a period are texts of EDTF, external ids are
``scheme:value``.

Writing leaves out whatever says no more than its absence: null, an empty list, an empty period, ``false``, an empty
array. The members of enumerations are always written. Objects stand in the order of their ids and keys in that of the
classes, so equal datasets have equal documents (but for extensions in which ``1``, ``1.0`` and ``true`` stand for each
other, which Python holds to be equal). Nothing is lost: ``loads(dumps(dataset)) == dataset``.

Reading refuses what does not follow this shape to the letter, and lists all that is wrong at once. It is meant for
documents from strangers: strict UTF-8 without a byte order mark, at most 64 lists and objects in each other, no
repeated keys, no NaN and no infinities, no whole number of more than 640 digits, no halves of surrogate pairs. A
``null`` is taken where a field is optional, and nothing is converted: ``5`` is not ``"5"``.

=======  ==================================================================================================
code     found
=======  ==================================================================================================
OIR001   not UTF-8, or with a byte order mark
OIR002   not JSON
OIR003   more bytes than are read
OIR004   nested too deeply
OIR005   a key twice in one object
OIR006   NaN, an infinity, a number beyond a double, or of too many digits
OIR007   half of a surrogate pair
OIR008   more problems than the 1,000 that are listed
OIR010   the version is missing, or is none
OIR011   a newer major version
OIR012   (a warning) a key of a newer minor version, kept in the extensions as ``oirmodel:<key>``
OIR020   an array of no known kind
OIR021   an unknown key
OIR022   a missing key
OIR023   the kind is missing or unknown
OIR024   an object in the array of another kind
OIR025   a value of the wrong type, or none of those that are allowed
OIR101   an id that names nothing, or something of the wrong kind
OIR102   an id that two objects have
=======  ==================================================================================================

A finding has the JSON Pointer (RFC 6901) of the value that it is about, and that value's line and column. A missing key
is reported at the object that lacks it, so that every pointer leads somewhere.
"""

import os
import warnings
from pathlib import Path

from oirmodel.dataset import InvalidDataset, Records
from oirmodel.diagnostics import Finding
from oirmodel.formats._parser import BYTE_LIMIT
from oirmodel.formats._reader import read
from oirmodel.formats._writer import written
from oirmodel.formats.files import replace
from oirmodel.query import Dataset

__all__ = ["NewerVersion", "dump", "dumps", "findings", "load", "loads"]


class NewerVersion(UserWarning):
    """A document of a newer minor version was read; :attr:`findings` tells what of it was kept among the extensions."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return "the document is of a newer version" + "".join(f"\n  - {each}" for each in self.findings)


def loads(document: str | bytes, *, max_bytes: int = BYTE_LIMIT) -> Dataset:
    """
    Read a dataset from the text of a document, or from its bytes.

    Raises :class:`~oirmodel.dataset.InvalidDataset` with everything that is wrong; then nothing is loaded. What a newer
    minor version added is kept, and warned of with :class:`NewerVersion`. A text of more than ``max_bytes`` is refused
    unread.

    >>> document = '{"oirmodel": "0.1", "forces": [{"kind": "force", "id": "iraqi-army", "categry": "service"}]}'
    >>> loads(document)
    Traceback (most recent call last):
    ...
    oirmodel.dataset.records.InvalidDataset: not a dataset: 1 problem
      - OIR021 error at /forces/0/categry (line 1, column 70): Force has no key 'categry'; it has kind, id, ...
    >>> loads(document.replace("categry", "category"))["iraqi-army"].category
    <ForceCategory.SERVICE: 'service'>
    """
    return _loaded(document, max_bytes, stacklevel=3)


def _loaded(document: str | bytes, max_bytes: int, stacklevel: int) -> Dataset:
    dataset, found = read(document, max_bytes)
    if dataset is None:
        raise InvalidDataset(found)
    if found:
        warnings.warn(NewerVersion(found), stacklevel=stacklevel)
    return dataset


def load(path: str | os.PathLike[str], *, max_bytes: int = BYTE_LIMIT) -> Dataset:
    """
    Read a dataset from a file; see :func:`loads`.

    Raises ``OSError`` where the file cannot be read. No more than ``max_bytes`` of it are.
    """
    with Path(path).open("rb") as file:
        document = file.read(max_bytes + 1)
    try:
        return _loaded(document, max_bytes, stacklevel=3)
    except InvalidDataset as error:
        error.add_note(f"in {os.fspath(path)}")
        raise


def findings(document: str | bytes, *, max_bytes: int = BYTE_LIMIT) -> tuple[Finding, ...]:
    """
    What there is to say about a document, in its order; empty where it is read without a word.

    These are the errors that :func:`loads` would raise, or the warnings that it would give.

    >>> for each in findings('{"oirmodel": "0.1", "places": [{"kind": "place", "id": "Anbar"}]}'):
    ...     print(each.code, each.pointer, each.message)
    OIR025 /places/0/id expected an id: small letters and digits, in words joined by hyphens; got 'Anbar'
    """
    return read(document, max_bytes)[1]


def dumps(dataset: Records) -> str:
    """
    Write a dataset as the text of a document, which :func:`loads` reads again.

    A view is written as what it shows. A dataset in which an id names nothing is written as it stands, and loads only
    once what it names is there. Raises :class:`~oirmodel.dataset.InvalidDataset` where an extension has a value that
    JSON cannot hold.

    >>> from oirmodel.entities import Force
    >>> from oirmodel.names import Name
    >>> army = Force(id="iraqi-army", names=[Name(text="الجيش العراقي", language="ar")])
    >>> print(dumps(Dataset(entities=[army])))
    {
     "oirmodel": "0.1",
     "dataset": {
      "id": "unnamed"
     },
     "forces": [
      {
       "kind": "force",
       "id": "iraqi-army",
       "category": "unstated",
       "names": [
        {
         "text": "الجيش العراقي",
         "language": "ar",
         "category": "common"
        }
       ]
      }
     ]
    }
    <BLANKLINE>
    """
    return written(dataset)


def dump(dataset: Records, path: str | os.PathLike[str]) -> None:
    """
    Write a dataset to a file, in UTF-8; see :func:`dumps`.

    The file is replaced at once when all is written and on the disk, so that nobody ever sees half of it. Raises
    ``OSError`` where that fails; a file that was there is then as it was.
    """
    replace(path, dumps(dataset).encode())
