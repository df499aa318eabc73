"""What Textual imports for what the screen does not have is left out, and nothing else ever is."""

from __future__ import annotations

import importlib
import subprocess
import sys

from briefing.ui.tui import left_out

IMPORTED = """
import json, sys
from briefing.ui.tui import left_out
with left_out.while_importing():
    import asyncio, textual.app
loaded = sorted({*left_out.UNUSED, *left_out.ABSENT, "_hashlib", "_ssl"} & set(sys.modules))
import platformdirs, ssl
from textual.command import CommandPalette
from textual.screen import Screen
works = [
    asyncio.run(asyncio.sleep(0, True)),
    issubclass(CommandPalette, Screen),
    bool(platformdirs.user_downloads_path()),
    ssl.create_default_context().check_hostname,
]
print(json.dumps([loaded, all(works)]))
"""


def test_what_was_left_out_can_be_imported_afterwards() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == "[[], true]"


def test_what_is_there_already_stays() -> None:
    before = {name: importlib.import_module(name) for name in (*left_out.UNUSED, *left_out.ABSENT)}
    with left_out.while_importing():
        assert before.items() <= sys.modules.items()
    assert before.items() <= sys.modules.items()
