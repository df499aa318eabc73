"""The project's own narration, whose words have known times."""

from __future__ import annotations

import re
from pathlib import Path

MEDIA = Path(__file__).resolve().parents[3] / "media"
RECORDING = MEDIA / "arms-transfers.mp3"
_STAMP = re.compile(r"<((?:\d+:)*[\d.]+)>|(\S+?)(?=<|\s|$)")


def stamped_words() -> tuple[list[str], list[float | None]]:
    """The narrated tokens in order, and when each starts; None where only its sentence is stamped."""
    words: list[str] = []
    starts: list[float | None] = []
    for cue in (MEDIA / "arms-transfers.vtt").read_text("utf-8").split("\n\n"):
        lines = cue.split("\n")
        timed = next((i for i, line in enumerate(lines) if "-->" in line), None)
        if timed is None:
            continue
        start: float | None = None
        for stamp, word in _STAMP.findall(" ".join(lines[timed + 1 :])):
            if stamp:
                start = _seconds(stamp)
            else:
                words.append(word)
                starts.append(start)
                start = None
    return words, starts


def _seconds(stamp: str) -> float:
    seconds = 0.0
    for part in stamp.split(":"):
        seconds = 60 * seconds + float(part)
    return seconds
