"""
The command ``oirmodel``: the questions of the library, asked from a shell, and its importers.

It needs the extra ``cli``; with the extra ``rich`` a terminal shows colours. Answers go to the standard output, as text
laid out for the terminal or, with ``--json``, as one object of JSON in UTF-8; whatever is wrong goes to the standard
error. Control characters and bidirectional overrides in data are shown as escapes, never sent to the terminal.

====  ==============================================================================================
code  when
====  ==============================================================================================
0     the question was answered; ``NO_EVIDENCE`` is an answer
1     ``check`` found errors or warnings, or ``import`` quarantined rows
2     wrong usage, an invalid date, or a name that is unknown or fits several things
3     the data cannot be read
70    a fault of oirmodel itself
74    the output cannot be written
130   interrupted
141   whoever read the output went away
====  ==============================================================================================
"""

import sys
from typing import Final

__all__ = ["main"]

_NEEDS_CLICK: Final = "oirmodel: the command line needs click, an extra: pip install 'oirmodel[cli]'"
_CANNOT_START: Final = 2
_INTERRUPTED: Final = 130


def main() -> int:
    """Run the command line on the arguments of this process; gives the exit code."""
    try:
        from oirmodel.cli.commands import app  # noqa: PLC0415 - click is an extra, asked for where it is needed
    except KeyboardInterrupt:
        return _INTERRUPTED
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        print(_NEEDS_CLICK, file=sys.stderr)  # noqa: T201 - click, which would print it, is what is missing
        return _CANNOT_START
    return app.run()
