"""
Compile the packaged datasets from YAML to JSON.

A dataset is written as a folder of YAML files, ``src/oirmodel/datasets/inherent_resolve/*.yaml``, one file a topic, so
that people can review and mend it. The package carries one JSON file, ``src/oirmodel/datasets/inherent-resolve.json``,
which this build hook writes whenever a wheel or an editable install is made. ``python hatch_build.py`` does the same in
place.

An entry of the array ``recipes`` is one reported sentence: the library, from ``src``, makes of it the objects that it
comes to (:mod:`oirmodel.recipes`). So building needs what the library needs.

Nothing is checked here that the library checks when it reads a recipe or loads the JSON. What is checked is what would
be lost on the way: duplicate keys, anchors, aliases and tags, a repeated id, a file or an array that nobody would read.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
    from ruamel.yaml import YAML

__all__ = ["DatasetError", "compile_all", "compile_folder", "get_build_hook"]

DATASETS: Final = Path("src/oirmodel/datasets")
HEADER_FILE: Final = "dataset.yaml"
RECIPES: Final = "recipes"
JSON_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")
TEXT_TAG: Final = "tag:yaml.org,2002:str"

ALIKE: Final = frozenset({"casualties", "commitment_terms", "different_from", "same_as"})
"""The arrays that are named as their kind is."""


class DatasetError(ValueError):
    """A YAML source that cannot be compiled; the message names the file and the line."""


def kind_of(array: str) -> str:
    """
    The kind of the objects in an array: the singular of its name, as English has it.

    Whether there is such a kind is for the library to say when it reads the dataset; a new kind changes nothing here.
    """
    if array in ALIKE:
        return array
    for plural, singular in (("ies", "y"), ("uses", "us"), ("s", "")):
        if array.endswith(plural):
            return array.removesuffix(plural) + singular
    raise DatasetError(f"the name of an array is the plural of a kind, and {array!r} is none")


def compile_folder(folder: Path) -> str:
    """
    The JSON text of the dataset in a folder.

    The recipes become objects, the arrays of one name are joined across the files and sorted by id, and each object is
    given its ``kind``.

    Raises
    ------
    DatasetError
        If a file is not YAML of the accepted kind, a recipe cannot be read, or an id is used twice.
    """
    stray = sorted(folder.glob("*.yml"))
    if stray:
        raise DatasetError(f"{stray[0]}: would not be read; name it {stray[0].with_suffix('.yaml').name}")
    header_path = folder / HEADER_FILE
    if not header_path.is_file():
        raise DatasetError(f"{header_path}: missing; it holds the keys 'oirmodel' and 'dataset'")
    dataset: dict[str, Any] = _header(header_path)
    arrays: dict[str, list[dict[str, Any]]] = {}
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == HEADER_FILE:
            continue
        for name, place, item in _objects(path):
            filled = _with_kind(item, kind_of(name), place)
            if filled["id"] in seen:
                raise DatasetError(f"{place}: id {filled['id']!r} is already used in {seen[filled['id']]}")
            seen[filled["id"]] = place
            arrays.setdefault(name, []).append(filled)
    for name in sorted(arrays):
        dataset[name] = sorted(arrays[name], key=lambda item: str(item["id"]))
    return json.dumps(dataset, ensure_ascii=False, indent=1) + "\n"


def compile_all(root: Path) -> list[Path]:
    """Compile every dataset of the project at *root*, and return the JSON files written."""
    written = []
    for folder in sorted(path for path in (root / DATASETS).glob("*/") if any(path.glob("*.y*ml"))):
        target = folder.with_name(folder.name.replace("_", "-") + ".json")
        draft = target.with_suffix(".json.tmp")
        draft.write_text(compile_folder(folder), encoding="utf-8", newline="\n")
        draft.replace(target)
        written.append(target)
    return written


def get_build_hook() -> "type[BuildHookInterface[Any]]":
    """Hatchling asks for the hook by this name; the datasets can be compiled where hatchling is not installed."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class DatasetHook(BuildHookInterface[Any]):
        """Compile the datasets before a wheel, standard or editable, is made, and put them into it."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (the interface has it)
            root = Path(self.root)
            for path in compile_all(root):
                build_data["artifacts"].append("/" + path.relative_to(root).as_posix())

    return DatasetHook


def _header(path: Path) -> dict[str, Any]:
    header, _ = _load(path)
    if list(header) != ["oirmodel", "dataset"]:
        raise DatasetError(f"{path}: the keys are {list(header)}, not ['oirmodel', 'dataset']")
    if not isinstance(header["oirmodel"], str):
        raise DatasetError(f'{path}: the version is {header["oirmodel"]!r}, not text; write it as "0.1"')
    return header


def _objects(path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each object of a file with the name of its array and the place where it is written."""
    arrays, nodes = _load(path)
    for name, items in arrays.items():
        if not isinstance(items, list):
            raise DatasetError(f"{path}: {name} is not a list")
        for node, item in zip(nodes[name], items, strict=True):
            place = f"{path}:{_line(node)}"
            if not isinstance(item, dict):
                raise DatasetError(f"{place}: {name} holds {item!r}, not a mapping")
            if name == RECIPES:
                yield from ((array, place, each) for array, each in _told(item, node, path))
            else:
                yield name, place, item


def _told(entry: dict[str, Any], node: Any, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401  (a node of ruamel.yaml, which may not be there)
    """Each object that a recipe comes to, with the name of its array."""
    expanded, refused = _library()
    try:
        arrays = expanded(entry)
    except refused as error:
        problems = []
        for each in error.findings:
            hint = f" ({each.hint})" if each.hint else ""
            problems.append(f"{path}:{_line(node, *each.pointer.split('/')[1:])}: {each.message}{hint}")
        raise DatasetError("\n".join(problems)) from error
    for array, objects in arrays.items():
        for each in objects:
            yield array, each


def _library() -> tuple[Callable[[dict[str, Any]], dict[str, list[Any]]], type[Any]]:
    """What reads a recipe, and what it raises, of the library that is being built."""
    source = str(Path(__file__).parent / "src")
    if source not in sys.path:
        sys.path.insert(0, source)
    from oirmodel.dataset import InvalidDataset
    from oirmodel.formats.recipes import expanded

    return expanded, InvalidDataset


def _line(node: Any, *steps: str) -> int:  # noqa: ANN401  (as above)
    """The line of a node of YAML, or of what stands in it under these keys and indexes, as far as it is there."""
    line: int = node.start_mark.line + 1
    for step in steps:
        if node.id == "mapping":
            inner = {key.value: (key, each) for key, each in node.value}
        elif node.id == "sequence":
            inner = {str(index): (each, each) for index, each in enumerate(node.value)}
        else:
            break
        if step not in inner:
            break
        start, node = inner[step]
        line = start.start_mark.line + 1
    return line


def _with_kind(item: dict[str, Any], kind: str, place: str) -> dict[str, Any]:
    if not isinstance(item.get("id"), str):
        raise DatasetError(f"{place}: the id is {item.get('id')!r}, not text")
    if item.get("kind", kind) != kind:
        raise DatasetError(f"{place}: the kind is {item['kind']!r}; in this array it is {kind!r} and may be left out")
    return {"kind": kind, **item}


def _load(path: Path) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """The mapping in a YAML 1.2 file, and for each key that has a list the nodes of its items."""
    yaml = _plain_yaml()
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = yaml.compose(path.read_text(encoding="utf-8"))
        if node is None or node.id != "mapping":
            raise DatasetError(f"{path}: not a mapping at the top")
        value = yaml.constructor.construct_document(node)
    except MarkedYAMLError as error:
        place = f"{path}:{error.problem_mark.line + 1}"
        raise DatasetError(f"{place}: {error.problem}") from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path}: {error}") from error
    return value, {key.value: items.value for key, items in node.value if items.id == "sequence"}


def _plain_yaml() -> "YAML":
    """A reader of YAML 1.2 that leaves dates as the text they are, and refuses what means more than it shows."""
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.composer import Composer, ComposerError
        from ruamel.yaml.constructor import ConstructorError, SafeConstructor
        from ruamel.yaml.events import AliasEvent, DocumentStartEvent
    except ModuleNotFoundError as error:
        message = "the datasets are compiled from YAML, which needs ruamel.yaml: pip install 'ruamel.yaml>=0.18'"
        raise ModuleNotFoundError(message, name=error.name) from error

    class PlainComposer(Composer):
        def compose_document(self) -> Any:  # noqa: ANN401  (as ruamel.yaml types it)
            event = self.parser.peek_event()
            if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
                raise ComposerError(None, None, "directives are not accepted", event.start_mark)
            return super().compose_document()

        def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401  (as above)
            event = self.parser.peek_event()
            if isinstance(event, AliasEvent):
                raise ComposerError(None, None, f"aliases are not accepted: *{event.anchor}", event.start_mark)
            if event.anchor is not None:
                raise ComposerError(None, None, f"anchors are not accepted: &{event.anchor}", event.start_mark)
            if event.ctag is not None:
                raise ComposerError(None, None, f"tags are not accepted: {event.ctag}", event.start_mark)
            return super().compose_node(parent, index)

    class PlainConstructor(SafeConstructor):
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  (as above)
            for key, _ in node.value:
                if key.tag != TEXT_TAG:
                    raise ConstructorError(None, None, f"not a text key: {key.value!r}", key.start_mark)
            return super().construct_mapping(node, deep=deep)

        def construct_number(self, node: Any) -> Any:  # noqa: ANN401  (as above)
            if not JSON_NUMBER.fullmatch(node.value):
                problem = f"not a number as JSON writes it: {node.value}; put it in quotes if it is text"
                raise ConstructorError(None, None, problem, node.start_mark)
            return json.loads(node.value)

    PlainConstructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)
    PlainConstructor.add_constructor("tag:yaml.org,2002:int", PlainConstructor.construct_number)
    PlainConstructor.add_constructor("tag:yaml.org,2002:float", PlainConstructor.construct_number)

    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = PlainComposer
    yaml.Constructor = PlainConstructor
    return yaml


if __name__ == "__main__":
    try:
        for compiled in compile_all(Path(__file__).parent):
            print(os.path.relpath(compiled))
    except DatasetError as refused:
        sys.exit(str(refused))
