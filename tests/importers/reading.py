"""What the tests of importers share: the samples, and the folder of the real files."""

import os
from pathlib import Path

import pytest

__all__ = ["SAMPLES", "SHARED", "needs"]

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(os.environ.get("OIRMODEL_SHARED", Path(__file__).parents[3] / "shared")) / "data"


def needs(folder: str) -> pytest.MarkDecorator:
    """Skip where the files that others publish are not at hand."""
    return pytest.mark.skipif(
        not (SHARED / folder).is_dir(),
        reason=f"the published files {folder} are optional; OIRMODEL_SHARED names the folder that has them in data/",
    )
