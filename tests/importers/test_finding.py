"""Finding an importer by its name, or by the header of a file."""

import io
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest

from oirmodel.errors import UnknownName
from oirmodel.importers import NAMES, Importer, InvalidTable, finding, importer, importer_for


def provide(monkeypatch: pytest.MonkeyPatch, name: str, *headers: Sequence[str], delimiter: str = ",") -> Importer:
    """An importer that knows these headers."""

    def read(*_: object, **__: object) -> Any:  # noqa: ANN401 - never called
        raise AssertionError("a fake, of which only what it knows is asked")

    made = Importer(
        name=name, title="A fake", read=read, knows=lambda seen: seen in [*map(tuple, headers)], delimiter=delimiter
    )
    module = ModuleType(f"oirmodel.importers.{name}")
    module.IMPORTER = made  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return made


@pytest.fixture(autouse=True)
def _names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "NAMES", ("one", "other"))
    provide(monkeypatch, "one", ["a", "b"], ["x"])
    provide(monkeypatch, "other", ["a", "c"], ["x"], delimiter=";")


def test_by_name() -> None:
    assert importer("one").name == "one"
    with pytest.raises(UnknownName, match="no importer has the id or name 'on'; did you mean one, other"):
        importer("on")


@pytest.mark.parametrize(("content", "name"), [(b"a,b\n1,2\n", "one"), (b"\xef\xbb\xbfa ;c\r\n", "other")])
def test_by_header_and_delimiter(content: bytes, name: str) -> None:
    file = io.BytesIO(content)
    assert importer_for(file).name == name
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a,d\n", "table, line 1: the header is that of none of one, other; name the importer, or write a mapping"),
        (b"", "table, line 1: the header is that of none of one, other; name the importer, or write a mapping"),
        (b"x\n", "table, line 1: the header fits one, other; name the importer, or write a mapping"),
    ],
)
def test_a_header_of_none_or_of_several_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(InvalidTable) as refused:
        importer_for(io.BytesIO(content))
    assert str(refused.value) == f"{reason} for the importer csv"


def test_one_that_needs_what_is_not_installed_is_not_asked_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "oirmodel.importers.other", missing)
    assert importer_for(io.BytesIO(b"x\n")).name == "one"
    with pytest.raises(
        InvalidTable, match=r"none of one, other; not asked: other .*oirmodel.importers.other.*; name the"
    ):
        importer_for(io.BytesIO(b"a;c\n"))


def test_anybodys_table_is_no_importer_that_knows_its_files() -> None:
    assert "csv" not in NAMES
    assert sorted(NAMES) == list(NAMES)
