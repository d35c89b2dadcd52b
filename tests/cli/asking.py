"""Running one command line in this process, on the small dataset."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from oirmodel.cli.commands import app
from tests.cli.small import document


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on the standard output."""
        content: dict[str, Any] = json.loads(self.out)
        return content


def small_file(folder: Path, **changes: list[dict[str, Any]]) -> str:
    path = folder / "small.json"
    path.write_text(document(**changes), encoding="utf-8")
    return str(path)


def run(*arguments: str, columns: int = 80) -> Said:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": str(columns), "NO_COLOR": "1"})
    return Said(result.exit_code, result.stdout, result.stderr)
