"""The program in the screen readers that are installed, for tests that hear it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("the readers that are listened to are programs of Unix", allow_module_level=True)

from hearing.readers import listen, missing

if TYPE_CHECKING:
    from pathlib import Path

    from hearing.listener import Listener


def needs_reader(reader: str) -> list[pytest.MarkDecorator]:
    """Return the marks of tests that hear a reader: they are left out, with the reason, where none can."""
    why = missing(reader)
    return [pytest.mark.reader, pytest.mark.skipif(bool(why), reason=why)]


def heard(reader: str, folder: Path, *arguments: str, **options: object) -> Listener:
    """Return `briefing ARGUMENTS` in a reader, to be entered; its data and settings lie in the folder.

    Options are those of `hearing.readers.listen`. The reader's voice is fast unless it is told otherwise: it
    is what is said that is asked, and Fenrir waits for the end of it.
    """
    environment = {
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    given = {"words_a_minute": 3000, "environment": environment, **options}
    return listen(reader, [sys.executable, "-m", "briefing", *arguments], **given)


def wait_until_ready(listener: Listener) -> None:
    """Ask where one is until the sample's recording is there; the opening does not wait for that."""
    is_ready = False
    while not is_ready:
        before = len(listener.heard)
        is_ready = "seconds of" in " ".join(listener.press("i", "Title."))
        listener.wait_for("Recording." if is_ready else "please wait.", before)
