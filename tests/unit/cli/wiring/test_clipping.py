"""Clips are cut to the frame, rise and fall softly, and are there as long as they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.media.encoding import SoundBlocks, decoded, encode
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.cli.wiring.clipping import Cutter, clipped, ramped
from briefing.formats.publication import Publication, SoundKind
from briefing.model import Cue
from briefing.timeline import Timeline
from tests.builders import make_document
from tests.fakes import tone
from tests.stage import narrated_words

if TYPE_CHECKING:
    from pathlib import Path


def test_a_piece_is_cut_to_the_frame_however_the_sound_comes() -> None:
    sound = np.arange(1000, dtype=np.float32)[:, np.newaxis]
    for size in (1, 7, 100, 1000):
        cutter = Cutter(iter([sound[at : at + size] for at in range(0, 1000, size)]))
        pieces = [(0, 10), (5, 30), (300, 450), (450, 460), (990, 2000), (3000, 3001)]
        assert [list(cutter.cut(*each)[:, 0]) for each in pieces] == [
            list(range(start, min(stop, 1000))) for start, stop in pieces
        ]


def test_a_clip_rises_and_falls() -> None:
    shaped = ramped(np.ones((100, 2), np.float32), 10)
    assert shaped[0, 0] < 0.1 > shaped[-1, 1]
    assert (shaped[10:90] == 1).all()
    assert np.abs(np.diff(shaped, axis=0)).max() < 0.1
    assert len(ramped(np.ones((3, 1), np.float32), 10)) == 3


def test_each_sentence_has_its_own_tone(tmp_path: Path) -> None:
    document = make_document("One two. Three four.")
    words = narrated_words(document)
    half = ENGINE_RATE_HZ // 2
    heights = [200.0 * (1 + n // 2) for n in range(len(words))]
    samples = np.concatenate([tone(half, hz) for hz in heights])
    sound = encode(SoundBlocks([samples], 2), SoundKind.WAV, tmp_path)
    cues = [Cue(word, n * half, (n + 1) * half, 1.0) for n, word in enumerate(words)]
    timeline = Timeline(ENGINE_RATE_HZ, len(samples), cues)
    shares: list[float] = []
    with clipped(Publication(document, timeline, sound=sound), shares.append) as publication:
        assert len(publication.clips) == len(words) // 2
        for number, (_, path) in enumerate(sorted(publication.clips.items())):
            heard = np.concatenate(list(decoded(path)))[:, 0]
            middle = heard[len(heard) // 4 : 3 * len(heard) // 4]
            peak = np.argmax(np.abs(np.fft.rfft(middle))) * ENGINE_RATE_HZ / len(middle)
            assert abs(peak - heights[2 * number]) < 5
            assert abs(len(heard) - 2 * half) < 5000
    assert shares[-1] == 1.0
    assert not any(path.exists() for path in publication.clips.values())


def test_without_sound_there_are_no_clips() -> None:
    with clipped(Publication(make_document("One two.")), lambda _share: None) as publication:
        assert publication.clips == {}
