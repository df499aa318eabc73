"""A decoder's process that a file always ends: it opens the file, notes that, and dies when it is asked."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from briefing.audio.media.decoding_wire import DecodingMessage
from briefing.processes import messages


def main() -> None:
    """Open, and die at the first request."""
    opened = messages.read(sys.stdin.buffer)
    assert opened is not None
    with Path(json.loads(opened.payload)[0]).open("ab") as file:
        file.write(b"x")
    sys.stdout.buffer.write(messages.pack(DecodingMessage.OPENED, 1))
    sys.stdout.buffer.flush()
    sys.stdin.buffer.read(1)
    os._exit(1)
