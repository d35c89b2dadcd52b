"""What mypy and pyright accept and refuse, for those who use the library."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests" / "typing").glob("*.py"))


def refused_lines(path: Path, checker: str) -> set[int]:
    """The lines that end in the comment ``refused``, or ``refused by`` and the name of the checker."""
    lines = path.read_text(encoding="utf-8").splitlines()
    endings = ("  # refused", f"  # refused by {checker}")
    return {number for number, line in enumerate(lines, start=1) if line.endswith(endings)}


def by_file(found: list[tuple[str, int, str]]) -> dict[str, dict[int, str]]:
    errors: dict[str, dict[int, str]] = {path.name: {} for path in FILES}
    for file, line, message in found:
        errors[Path(file).name].setdefault(line, message)
    return errors


@pytest.fixture(scope="module")
def mypy_errors() -> dict[str, dict[int, str]]:
    if find_spec("mypy") is None:
        pytest.skip("mypy is not installed")
    command = [sys.executable, "-m", "mypy", "--no-pretty", "--no-error-summary", "--hide-error-context"]
    settings = ROOT / "pyproject.toml"
    files = [str(each) for each in FILES]
    done = subprocess.run(
        [*command, "--config-file", str(settings), *files], capture_output=True, check=False, cwd=ROOT, encoding="utf-8"
    )
    assert done.returncode in {0, 1}, done.stderr
    found = re.findall(r"^(?:.*[/\\])?(\w+\.py):(\d+): error: (.*)$", done.stdout, flags=re.MULTILINE)
    names = {path.name for path in FILES}
    return by_file([(file, int(line), message) for file, line, message in found if file in names])


@pytest.fixture(scope="module")
def pyright_errors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[int, str]]:
    if find_spec("pyright") is None:
        pytest.skip("pyright is not installed")
    folder = tmp_path_factory.mktemp("pyright")  # the settings of the project leave tests/typing out
    for path in FILES:
        shutil.copy(path, folder)
    settings = {"extraPaths": [str(ROOT / "src")], "pythonVersion": "3.11", "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    report = json.loads(done.stdout)
    errors = [each for each in report["generalDiagnostics"] if each["severity"] == "error"]
    assert report["summary"]["filesAnalyzed"] == len(FILES), report
    return by_file([(each["file"], each["range"]["start"]["line"] + 1, each["message"]) for each in errors])


def test_both_sorts_of_files_are_there() -> None:
    sorts = Counter(path.stem.partition("_")[0] for path in FILES)
    assert set(sorts) == {"accepts", "refuses"}
    for path in FILES:
        assert bool(refused_lines(path, "mypy")) is path.stem.startswith("refuses"), path.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mypy(path: Path, mypy_errors: dict[str, dict[int, str]]) -> None:
    errors = mypy_errors[path.name]
    assert set(errors) == refused_lines(path, "mypy"), errors


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pyright(path: Path, pyright_errors: dict[str, dict[int, str]]) -> None:
    errors = pyright_errors[path.name]
    assert set(errors) == refused_lines(path, "pyright"), errors
