"""A talk without timings, which takes a while to align: the sample's sound and text under another name."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path
from typing import Final

import numpy as np

from briefing.audio.media.whole import decode

RATE_HZ: Final = 16_000
SAMPLE: Final = Path(__file__).resolve().parents[2] / "media" / "arms-transfers"
"""Its text, sound and times, but for their suffixes."""


def write_talk(folder: Path, length_s: float) -> None:
    """Write `talk.wav`, so long, `talk.md` with its picture, and `words.txt`, a text without any sound."""
    samples = decode(SAMPLE.with_suffix(".mp3"), RATE_HZ, 0.0, length_s).samples
    with wave.open(str(folder / "talk.wav"), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes((np.clip(samples[:, 0], -1, 1) * 32767).astype("<i2").tobytes())
    text = SAMPLE.with_suffix(".md").read_text(encoding="utf-8").replace("arms-transfers.mp3", "talk.wav")
    (folder / "talk.md").write_text(text, encoding="utf-8")
    (folder / "words.txt").write_text(text.rpartition("---\n\n")[2], encoding="utf-8")
    shutil.copy(SAMPLE.with_suffix(".png"), folder)
