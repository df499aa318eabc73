"""Remakes picture, narration and timings of the sample from `media/arms-transfers.md`.

Nothing but that text goes in, and the tools are pinned, so the same machine gives the
same bytes each time.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import numpy as np
import soxr

from demo import flags, pacing, recording, story, voice

PEAK: Final = 0.85
"""The loudest sample of the narration, of 1."""


def main() -> int:
    """Make the sample; print what came out."""
    media = Path(__file__).resolve().parents[2] / "media"
    text_path = media / "arms-transfers.md"
    told = story.read_story(text_path)
    minutes, seconds = told.fields["duration"].split(":")
    length_s = int(minutes) * 60 + int(seconds)

    picture_path = text_path.with_suffix(".png")
    flags.draw_flags(picture_path)

    narrator = voice.Narrator()

    def read(pace: float) -> tuple[voice.Reading, ...]:
        return tuple(
            narrator.read(sentence, speed=pace, seed=place) for place, sentence in enumerate(told.sentences)
        )

    narration = pacing.pace_to(told, length_s * voice.RATE_HZ, voice.RATE_HZ, read)
    samples = soxr.resample(narration.samples, voice.RATE_HZ, recording.RATE_HZ, quality="VHQ")
    samples = np.asarray(samples * (PEAK / np.abs(samples).max()), np.float32)

    sound_path = text_path.with_suffix(".mp3")
    recording.encode(sound_path, samples)
    recording.tag(sound_path, told, narration, voice.RATE_HZ, picture_path.read_bytes())
    recording.check(sound_path, samples)
    recording.write_webvtt(text_path.with_suffix(".vtt"), told, narration, voice.RATE_HZ)

    words = sum(len(sentence.tokens) for sentence in told.sentences)
    print(
        f"{sound_path.name}: {len(samples) / recording.RATE_HZ:.3f} s, {words} words, "
        f"pace {narration.pace}, pauses {narration.stretch:.2f} of natural."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
