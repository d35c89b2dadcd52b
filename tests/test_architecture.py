"""The floors of the house: a room imports only from lower floors, and nothing runs in a circle."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final, NamedTuple

import pytest

SOURCE: Final = Path(__file__).parent.parent / "src"
PACKAGE: Final = "oirmodel"

FLOORS: Final = (
    ("errors", "text", "limits"),
    ("diagnostics", "vocab", "truth", "frozen"),
    ("temporal", "quantity", "ids", "geo", "names", "extensions"),
    ("provenance",),
    ("entities", "claims"),
    ("dataset",),
    ("query", "recipes"),
    ("checks", "formats"),
    ("datasets", "testing", "views"),
    ("importers",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
"""The rooms from the ground up. A room is a file or a folder directly under the package; ``__init__`` is the door."""
FLOOR_OF: Final = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
PLANNED: Final[set[str]] = set()
"""Rooms that have their place and are not built yet."""


class Import(NamedTuple):
    """One import of one module of the package by another."""

    importer: str
    imported: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES: Final = {name_of(path): path for path in sorted((SOURCE / PACKAGE).rglob("*.py"))}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(module: str, text: str) -> Iterator[Import]:
    """Every import of the package in a module: also lazy ones, relative ones, and those for type checkers only."""
    package = module if MODULES.get(module, Path()).name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level else ""
            origin = ".".join(each for each in (base, node.module or "") if each)
            # "from oirmodel import ids" imports a module, "from oirmodel.ids import ForceId" something in one.
            names = [inner if (inner := f"{origin}.{each.name}") in MODULES else origin for each in node.names]
        elif isinstance(node, ast.Call) and _is_lazy(node.func) and node.args:
            names = [str(node.args[0].value)] if isinstance(node.args[0], ast.Constant) else []
        else:
            continue
        for name in dict.fromkeys(names):
            if name.split(".")[0] == PACKAGE:
                yield Import(module, name, node.lineno)


def _is_lazy(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


IMPORTS: Final = [each for name, path in MODULES.items() for each in imports_of(name, path.read_text(encoding="utf-8"))]


def test_every_module_stands_in_a_room_of_the_table() -> None:
    assert {name for name in MODULES if room_of(name) not in FLOOR_OF} == set()


def test_every_room_has_been_seen() -> None:
    assert {room_of(name) for name in MODULES} == set(FLOOR_OF) - PLANNED
    assert len(FLOOR_OF) == sum(len(rooms) for rooms in FLOORS)


def test_every_room_but_the_lowest_imports_something() -> None:
    importing = {room_of(each.importer) for each in IMPORTS}
    assert set(FLOOR_OF) - PLANNED - importing <= {*FLOORS[0], *FLOORS[1]}


def test_imports_look_down() -> None:
    """A room imports from lower floors, or from itself; not from its neighbours, and never upward."""
    wrong = [
        str(each)
        for each in IMPORTS
        if room_of(each.importer) != room_of(each.imported)
        and FLOOR_OF[room_of(each.imported)] >= FLOOR_OF[room_of(each.importer)]
    ]
    assert wrong == []


def test_whatever_is_imported_exists() -> None:
    assert {each.imported for each in IMPORTS} <= set(MODULES)


@pytest.mark.parametrize("room", sorted(set(FLOOR_OF) - PLANNED))
def test_nothing_runs_in_a_circle(room: str) -> None:
    """Inside a room, modules import each other without a circle; a package's door counts as a module."""
    graph: dict[str, set[str]] = {name: set() for name in MODULES if room_of(name) == room}
    for each in IMPORTS:
        if room_of(each.importer) == room_of(each.imported) == room and each.importer != each.imported:
            graph[each.importer].add(each.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("name", [name for name in MODULES if room_of(name) != "__init__"])
def test_nobody_imports_the_package_it_stands_in(name: str) -> None:
    """A module imports the file that defines a thing, never a package above itself."""
    above = {name[:index] for index, letter in enumerate(name) if letter == "."}
    assert {each.imported for each in IMPORTS if each.importer == name} & above == set()


# That the test would see it

SEEN: Final = [
    ("import oirmodel.ids", {"oirmodel.ids"}),
    ("import oirmodel.ids as i, json", {"oirmodel.ids"}),
    ("from oirmodel import ids, errors", {"oirmodel.ids", "oirmodel.errors"}),
    ("from oirmodel.claims import Control", {"oirmodel.claims"}),
    ("from oirmodel.claims import control", {"oirmodel.claims.control"}),
    ("from oirmodel.claims.control import Control", {"oirmodel.claims.control"}),
    ("def f():\n    from oirmodel.cli import main", {"oirmodel.cli"}),
    ("if TYPE_CHECKING:\n    import oirmodel.query", {"oirmodel.query"}),
    ("import importlib\nimportlib.import_module('oirmodel.query')", {"oirmodel.query"}),
    ("from . import truth", {"oirmodel.truth"}),
    ("from .errors import OirError", {"oirmodel.errors"}),
    ("import json\nimport oirmodels", set()),
]


@pytest.mark.parametrize(("text", "expected"), SEEN, ids=[text for text, _ in SEEN])
def test_every_form_of_import_is_seen(text: str, expected: set[str]) -> None:
    assert {each.imported for each in imports_of("oirmodel.text", text)} == expected
