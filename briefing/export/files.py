"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing.errors import UsageError


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file so that under its name there is only ever what was before, or all of `data`.

    Raises:
        UsageError: if it cannot be written there.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            # mkstemp makes a file for its owner alone; what is written here is as any other file.
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or "an error of the system"
        raise UsageError(
            f"{path.name} could not be written: {reason}.", "Choose another place or name for it."
        ) from error


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
