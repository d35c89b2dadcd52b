"""How a file is written: all of it, or not at all."""

import os
import secrets
import shutil
from pathlib import Path

__all__ = ["replace"]


def replace(path: str | os.PathLike[str], content: bytes) -> None:
    """
    Write a file at once when all is on the disk, so that nobody ever sees half of it.

    Raises ``OSError`` where that fails; a file that was there is then as it was.
    """
    target = Path(path).resolve()
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
