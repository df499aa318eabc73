"""The JSON transcript of the podcast namespace: segments with start, end, speaker and text.

After the namespace's "Transcripts" page, version 1.0.0. It is read with all other JSON (`recognised`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.formats.timed_text import one_line, stop_of

if TYPE_CHECKING:
    from briefing.formats.timed_text import Captions


def write(captions: Captions) -> str:
    """Return the transcript: a segment a line of text, seconds to the millisecond."""
    segments = [
        {
            **({"speaker": line.speaker} if line.speaker else {}),
            "startTime": round(line.start_s, 3),
            "endTime": round(stop_of(line), 3),
            "body": one_line(line.text),
        }
        for line in captions.lines
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"
