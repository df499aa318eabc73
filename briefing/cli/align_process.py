"""The aligner's process, started by `briefing.align.job`."""

from __future__ import annotations

from briefing import leaving
from briefing.align.process import serve
from briefing.audio.media.whole import decode, decode_parts
from briefing.cli.reference_voice import voice_for
from briefing.cli.wiring.pronunciations import AccountPronunciations


def main() -> int:
    """Do the job that is asked for on standard input; return the exit code."""
    leaving.guard()  # what it has started is ended before it ends
    return serve(decode, voice_for, decode_parts, ways=AccountPronunciations().now().ways)
