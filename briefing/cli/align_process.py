"""The aligner's process: `python -m briefing.cli.align_process`, started by `briefing.align.job`."""

from __future__ import annotations

import sys

from briefing.align.process import serve
from briefing.audio.media import decode

if __name__ == "__main__":
    sys.exit(serve(decode))
