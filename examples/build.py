"""
Run the notebooks anew: ``python examples/build.py`` writes each ``.ipynb`` beside the ``.py`` that it is made from.

It needs the extra ``notebooks``. The same library and the same data give the same bytes: no times, no ids by chance,
and nothing of the machine. ``python examples/build.py FOLDER`` writes them there instead.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
NOTEBOOKS = (
    "import-centcom",
    "import-cjtf-oir",
    "import-csv",
    "import-airports",
    "import-dutch-mod",
    "import-airwars",
    "import-troopdata",
    "what-did-we-know-and-when",
    "who-held-al-asad",
)
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def read(source: Path) -> Any:  # noqa: ANN401 - nbformat's nodes are dicts with attributes, and have no types
    """The notebook that a file in jupytext's percent format is, not yet run, each cell named by its place."""
    notebook = jupytext.read(source, fmt="py:percent")
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", {}
    notebook.metadata = METADATA
    return notebook


def run(notebook: Any) -> None:  # noqa: ANN401 - as above
    """Run every cell, and keep what a reader sees."""
    # Streams are joined, since where a kernel cuts them is chance.
    NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False, coalesce_streams=True).execute()
    notebook.metadata = METADATA  # the kernel adds the version of its Python
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            # The plain form of what has a better one is the repr, which for an answer is of all its evidence.
            if len(output.get("data", ())) > 1:
                output.data.pop("text/plain", None)


def build(source: Path, target: Path) -> None:
    """Run a notebook and write it."""
    notebook = read(source)
    run(notebook)
    nbformat.validate(notebook)
    target.write_text(jupytext.writes(notebook, fmt="ipynb") + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Build all notebooks with settings of their own, so that nothing of a user's shows in what they print."""
    with tempfile.TemporaryDirectory() as settings:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
            os.environ[name] = settings
        for name in NOTEBOOKS:
            build(HERE / f"{name}.py", folder / f"{name}.ipynb")
            print(folder / f"{name}.ipynb")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
