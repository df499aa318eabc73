"""Writes the narration: MP3 with everything about it in its tags, and the word times as WebVTT.

Theory of operation: an MP3 encoder puts a delay before the sound and padding after it,
and says how much in the file's first frame (the LAME tag). Who honours that, as PyAV
and every player of today does, gets back the very samples that went in. So all times
written here count from the first sample of the narration, and `check` proves that the
file decodes to its declared length, with no shift against what was encoded.

Tags follow ID3v2.4 (frames, section 4.9 SYLT: times in milliseconds, words with the space
before them, paragraphs with a line feed) and the ID3v2 Chapter Frame Addendum 1.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import av
import numpy as np
from mutagen.id3 import (
    APIC,
    CHAP,
    CTOC,
    ID3,
    SYLT,
    TALB,
    TCON,
    TIT2,
    TLAN,
    TLEN,
    TPE1,
    TSSE,
    USLT,
    CTOCFlags,
    Encoding,
    PictureType,
)

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from demo.pacing import Narration
    from demo.story import Story

RATE_HZ: Final = 48_000
BIT_RATE: Final = 64_000
NO_OFFSET: Final = 0xFFFFFFFF
"""Says in a chapter that only its times count, not its bytes."""
WORDS_IN_CHAPTER_TITLE: Final = 6


def encode(path: Path, samples: NDArray[np.float32]) -> None:
    """Write mono samples in [-1, 1] at `RATE_HZ` as MP3."""
    pcm = np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)
    with av.open(str(path), "w", format="mp3", options={"id3v2_version": "0", "write_id3v1": "0"}) as out:
        stream = out.add_stream("libmp3lame", rate=RATE_HZ)
        stream.layout = "mono"
        stream.format = "s16p"
        stream.bit_rate = BIT_RATE
        step = 1152
        for start in range(0, len(pcm), step):
            frame = av.AudioFrame.from_ndarray(pcm[None, start : start + step], format="s16p", layout="mono")
            frame.sample_rate = RATE_HZ
            frame.pts = start
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def decode(path: Path) -> NDArray[np.float32]:
    """Return the samples of a mono MP3."""
    with av.open(str(path)) as source:
        parts = [frame.to_ndarray()[0] for frame in source.decode(audio=0)]
    samples = np.concatenate(parts)
    return samples if samples.dtype == np.float32 else (samples / 32768).astype(np.float32)


def check(path: Path, samples: NDArray[np.float32]) -> None:
    """Prove that the file decodes to `samples`: as many of them, none of them shifted.

    Raises:
        ValueError: if it does not.
    """
    heard = decode(path)
    if len(heard) != len(samples):
        raise ValueError(f"{path.name} decodes to {len(heard)} samples, not to {len(samples)}")
    size = 1 << (2 * len(samples) - 1).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(samples, size))
    shift = int(np.argmax(np.fft.irfft(spectrum, size)))
    if shift:
        raise ValueError(f"{path.name} is {shift if shift < size // 2 else shift - size} samples late")


def tag(path: Path, story: Story, narration: Narration, rate_hz: int, picture: bytes) -> None:
    """Write text, word times, chapters, cover and language into the MP3's tags."""

    def to_ms(sample: int) -> int:
        return round(sample * 1000 / rate_hz)

    length_ms = to_ms(len(narration.samples))
    starts_ms, titles, lyrics = [], [], []
    times = iter(narration.times)
    for number, block in enumerate(story.blocks):
        words = [token.text for sentence in block for token in sentence.tokens]
        onsets = [start for _ in block for start, _ in next(times)]
        if number != 1:  # the summary is read with the headline
            starts_ms.append(to_ms(onsets[0]))
            opening = " ".join(words[:WORDS_IN_CHAPTER_TITLE]).rstrip(",.")
            titles.append("Headline and summary" if number == 0 else f"Paragraph {number - 1}: {opening}")
        gap = "\n" if number else ""
        for word, onset in zip(words, onsets, strict=True):
            lyrics.append((gap + word, to_ms(onset)))
            gap = " "
    starts_ms[0] = 0

    utf8 = Encoding.UTF8
    tags = ID3()
    tags.add(TIT2(encoding=utf8, text=story.fields["title"]))
    tags.add(TPE1(encoding=utf8, text="briefing"))
    tags.add(TALB(encoding=utf8, text=story.fields["kicker"]))
    tags.add(TCON(encoding=utf8, text="Speech"))
    tags.add(TLAN(encoding=utf8, text="eng"))
    tags.add(TLEN(encoding=utf8, text=str(length_ms)))
    tags.add(TSSE(encoding=utf8, text="hibari 0.2.1, LAME"))
    tags.add(USLT(encoding=utf8, lang="eng", desc="", text=story.text))
    tags.add(SYLT(encoding=utf8, lang="eng", format=2, type=2, desc="", text=lyrics))
    tags.add(
        APIC(
            encoding=utf8,
            mime="image/png",
            type=PictureType.COVER_FRONT,
            desc=story.fields["caption"],
            data=picture,
        )
    )
    ids = [f"c{number}" for number in range(len(titles))]
    tags.add(CTOC(element_id="toc", flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=ids))
    for chapter_id, start_ms, stop_ms, title in zip(
        ids, starts_ms, [*starts_ms[1:], length_ms], titles, strict=True
    ):
        tags.add(
            CHAP(
                element_id=chapter_id,
                start_time=start_ms,
                end_time=stop_ms,
                start_offset=NO_OFFSET,
                end_offset=NO_OFFSET,
                sub_frames=[TIT2(encoding=utf8, text=title)],
            )
        )
    tags.save(path, v1=0)


def write_webvtt(path: Path, story: Story, narration: Narration, rate_hz: int) -> None:
    """Write a cue a sentence, with a time stamp before each word but the first, whose time is the cue's."""
    lines = ["WEBVTT", "Kind: captions", f"Language: {story.fields['language']}", ""]
    for sentence, times in zip(story.sentences, narration.times, strict=True):
        onsets = [_stamp(start, rate_hz) for start, _ in times]
        words = [sentence.tokens[0].text]
        words += [
            f"<{onset}>{token.text}" for onset, token in zip(onsets[1:], sentence.tokens[1:], strict=True)
        ]
        lines += [sentence.id, f"{onsets[0]} --> {_stamp(times[-1][1], rate_hz)}", " ".join(words), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _stamp(sample: int, rate_hz: int) -> str:
    ms = round(sample * 1000 / rate_hz)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
