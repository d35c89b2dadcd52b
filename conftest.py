"""Run every example in README, docs and docstrings as a test."""

import os
import re
import shlex
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from typing import Final

from sybil import Example, Sybil
from sybil.evaluators.doctest import OutputChecker
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

OPTIONS: Final = ELLIPSIS | NORMALIZE_WHITESPACE
COMMAND_LINE: Final = "import sys; sys.argv[0] = 'oirmodel'; from oirmodel.cli import main; sys.exit(main())"


def run_transcript(example: Example) -> str | None:
    """Run each line ``$ oirmodel ...`` of a console block, and compare what it prints with the lines below it."""
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    before, *steps = re.split(r"^\$ ", example.parsed.replace("\\\n", " "), flags=re.MULTILINE)
    if before.strip() or not steps:
        return "a console block starts with a line '$ oirmodel ...'; mark the block 'text' if it is not to be run"
    for step in steps:
        command, _, expected = step.partition("\n")
        program, *arguments = shlex.split(command)
        if program != "oirmodel":
            return f"a console block runs oirmodel, not {program}; mark the block 'sh' if it is not to be run"
        done = subprocess.run(
            [sys.executable, "-c", COMMAND_LINE, *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment,
        )
        got = done.stdout + done.stderr
        if not OutputChecker().check_output(expected, got, OPTIONS):
            return f"$ {command}\nexpected:\n{expected}\ngot:\n{got}"
    return None


# A pattern is matched from the right and '*' stops at a slash, so each depth is named.
documents = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        CodeBlockParser(language="console", evaluator=run_transcript),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    name="document",
)
docstrings = Sybil(
    parsers=[DocTestParser(optionflags=OPTIONS)],
    patterns=["src/oirmodel/*.py", "src/oirmodel/*/*.py", "src/oirmodel/*/*/*.py"],
    name="docstring",
)

pytest_collect_file = (documents + docstrings).pytest()
