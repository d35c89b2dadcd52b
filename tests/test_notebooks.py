"""The notebooks in examples/ are what they are made from, and show what they show when they are run."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jupytext
import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def cells(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["cells"])


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def outputs(path: Path) -> list[dict[str, Any]]:
    return [output for cell in cells(path) for output in cell.get("outputs", ())]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the notebooks, run just now by the command that is documented."""
    folder = tmp_path_factory.mktemp("notebooks")
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "build.py"), str(folder)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_notebook_is_built_from_a_file_of_its_name(built: Path) -> None:
    """What is built, what is committed, and the files with a hyphen that they are made from, are the same set."""
    names = {path.stem for path in EXAMPLES.glob("*-*.py")}
    assert names == {
        "import-centcom",
        "import-cjtf-oir",
        "import-csv",
        "import-airports",
        "import-dutch-mod",
        "import-airwars",
        "import-troopdata",
        "what-did-we-know-and-when",
        "who-held-al-asad",
    }
    assert {path.stem for path in NOTEBOOKS} == {path.stem for path in built.iterdir()} == names


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_the_cells_of_its_source(path: Path) -> None:
    written = jupytext.read(path.with_suffix(".py"), fmt="py:percent").cells
    assert [(each["cell_type"], source(each)) for each in cells(path)] == [
        (each.cell_type, each.source) for each in written
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_run_again_a_notebook_is_the_same(path: Path, built: Path) -> None:
    """Texts, tables and pictures are as committed; where data or answers changed, ``examples/build.py`` is due."""
    again = built / path.name
    for cell, anew in zip(cells(path), cells(again), strict=True):
        assert anew.get("outputs") == cell.get("outputs"), "run 'python examples/build.py', and read what changed"
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_answers_and_pictures_and_no_trouble(path: Path) -> None:
    """It prints, it draws, and nothing in it warns, fails, or names the machine on which it was run."""
    kinds = {kind for output in outputs(path) for kind in output.get("data", {output.get("name"): ""})}
    assert kinds <= {"stdout", "image/svg+xml", "text/html"}
    # What is seen of an import may be a table, in print.
    assert ({"stdout"} if path.stem.startswith("import-") else {"stdout", "image/svg+xml"}) <= kinds
    assert str(EXAMPLES.parent) not in path.read_text(encoding="utf-8")
    assert "site-packages" not in path.read_text(encoding="utf-8")
