"""The aligner's process: `python -m briefing.cli.align_process`, started by `briefing.align.job`."""

from __future__ import annotations

import sys

from briefing.align.process import serve
from briefing.audio.media import decode
from briefing.cli.voice import make_read

if __name__ == "__main__":
    sys.exit(serve(decode, make_read))
