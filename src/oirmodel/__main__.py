"""``python -m oirmodel``: the same as the command ``oirmodel``."""

import sys

from oirmodel.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
