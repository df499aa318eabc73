"""httpx is there whole but for its command line, which would take a third of its import."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from briefing.sources.web.lean_httpx import httpx
print(sorted({"click", "httpx._main", "rich"} & {name for name, module in sys.modules.items() if module}))
print(httpx.Client.__name__)
"""


def test_the_command_line_of_the_library_is_left_out() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "Client"]
