"""Finding an importer: by its name, or by the header of a file."""

from importlib import import_module
from typing import Final

from oirmodel.errors import UnknownName
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import InvalidTable, Readable, header_of, name_of

__all__ = ["NAMES", "importer", "importer_for"]

NAMES: Final = ("airports", "airwars", "centcom", "cjtf_oir", "dutch_mod", "troopdata")
"""Every importer that knows its own files; each is a module of that name. Anybody's table is read by ``csv``."""


def importer(name: str) -> Importer:
    """
    The importer of this name; raises :class:`~oirmodel.errors.UnknownName`.

    A module is loaded when it is first asked for: one may need a library that is not installed.
    """
    if name not in NAMES:
        raise UnknownName(name, "importer", NAMES)
    found: Importer = import_module(f"oirmodel.importers.{name}").IMPORTER
    return found


def importer_for(file: Readable) -> Importer:
    """The importer that knows a file by its header; raises :class:`InvalidTable` where none does, or several do."""
    known = [importer(name) for name in NAMES]
    fitting = [each for each in known if each.knows(header_of(file, each.delimiter))]
    if len(fitting) != 1:
        which = ", ".join(each.name for each in fitting)
        what = f"the header fits {which}" if fitting else f"the header is that of none of {', '.join(NAMES)}"
        raise InvalidTable(name_of(file), 1, f"{what}; name the importer, or write a mapping for the importer csv")
    return fitting[0]
