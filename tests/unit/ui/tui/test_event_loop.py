"""What a screen's event loop is loaded with."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from briefing.ui.tui.event_loop import import_asyncio
import_asyncio()
import textual.app
print("_ssl" in sys.modules, "_hashlib" in sys.modules)
import asyncio
print(asyncio.run(asyncio.sleep(0, "awaited")))
import ssl
print(ssl.create_default_context().check_hostname)
"""


def test_a_screen_loads_no_openssl_and_whoever_wants_it_still_can() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False", "awaited", "True"]
