"""Finding an importer: by its name, or by the header of a file."""

from importlib import import_module
from typing import Final

from oirmodel.errors import UnknownName
from oirmodel.importers.importer import Importer
from oirmodel.importers.table import InvalidTable, Readable, delimiter_of, header_of, name_of

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
    """
    The importer that knows a file by its header.

    Raises :class:`InvalidTable` where none does, or several do, and for an open file that cannot be read twice. One
    that needs a library which is not installed knows nothing.
    """
    fitting: list[Importer] = []
    missing: list[str] = []
    for name in NAMES:
        try:
            each = importer(name)
        except ImportError as error:
            missing.append(f"{name} ({error})")
            continue
        if each.knows(header_of(file, delimiter_of(file, each.knows, each.delimiter))):
            fitting.append(each)
    if len(fitting) == 1:
        return fitting[0]
    what = f"the header is that of none of {', '.join(NAMES)}"
    if missing:
        what += f"; not asked: {', '.join(missing)}"
    if fitting:
        what = f"the header fits {', '.join(each.name for each in fitting)}"
    raise InvalidTable(name_of(file), 1, f"{what}; name the importer, or write a mapping for the importer csv")
