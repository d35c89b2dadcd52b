"""What is loaded when: an importer may need a library that is not installed."""

import subprocess
import sys

import pytest

from oirmodel.importers import NAMES

LOADED = "import sys; print(*sorted(each for each in sys.modules if each.startswith('oirmodel.importers')))"


def loaded(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", f"{code}; {LOADED}"], capture_output=True, check=True, text=True)
    return done.stdout.split()


def test_the_library_loads_no_importers() -> None:
    assert loaded("import oirmodel; oirmodel.load('inherent-resolve')") == []


@pytest.mark.parametrize("code", ["import oirmodel.importers", "import oirmodel.cli.commands"])
def test_an_importer_is_loaded_when_it_is_asked_for(code: str) -> None:
    names = {f"oirmodel.importers.{name}" for name in (*NAMES, "csv")}
    assert "oirmodel.importers.table" in loaded(code)
    assert names.isdisjoint(loaded(code))
    assert "oirmodel.importers.centcom" in loaded(f"{code}; oirmodel.importers.importer('centcom')")
