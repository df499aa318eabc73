"""Sound that goes out: in step with what it was, with our tags and no others."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from briefing.audio.media.encoding import SoundBlocks, carry, encode, read_sound, sound_of
from briefing.audio.media.loudness import PEAK_DBTP, TARGET_LUFS, levelled, measured
from briefing.audio.media.probe import Probe
from briefing.audio.media.remote import RemoteDecoder
from briefing.audio.media.tagging import language_code
from briefing.formats.publication import SoundKind
from briefing.formats.sound_tags import SoundTags, TaggedChapter
from tests.recordings import make, sweep

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE = 48000
CODED = (SoundKind.MP3, SoundKind.M4A, SoundKind.OPUS)
TAGS = SoundTags(
    title="Brücke",
    artist="Ann, Bob",
    language="de-AT",
    published="2023-10-30",
    text="Guten Tag",
    lyrics="[00:01.00]<00:01.00>Guten <00:01.50>Tag\n",
    words=(("Guten ", 1000), ("Tag", 1500)),
    chapters=(TaggedChapter("Eins", 0.0, 2.0), TaggedChapter("Zwei", 2.0, 4.0)),
    cover=b"\xff\xd8\xff\xe0" + bytes(40),
    cover_type="image/jpeg",
)


def nothing(_share: float) -> None: ...


def decoded(path: Path) -> NDArray[np.float64]:
    with closing(RemoteDecoder(path, RATE)) as decoder:
        return np.concatenate(list(decoder.read_from(0, RATE)))[:, 0].astype(np.float64)


def shift(one: NDArray[np.float64], other: NDArray[np.float64]) -> int:
    """By how many frames one lies behind the other."""
    length = min(len(one), len(other))
    size = 2 * length
    both = np.fft.irfft(np.fft.rfft(one[:length], size) * np.conj(np.fft.rfft(other[:length], size)))
    best = int(np.argmax(both))
    return best if best < length else best - size


@pytest.mark.parametrize("kind", SoundKind)
def test_what_is_coded_is_in_step_with_what_it_was(kind: SoundKind, tmp_path: Path) -> None:
    source = make(tmp_path, "flac", 4.0)
    sound = sound_of(source, (kind,), tmp_path, nothing)
    assert sound.kind is kind
    assert abs(shift(decoded(source), decoded(sound.path))) <= 1
    assert abs(Probe().probe(sound.path).duration_s - 4.0) < 0.05


@pytest.mark.parametrize("kind", CODED)
def test_what_may_be_carried_over_is_not_coded_anew(kind: SoundKind, tmp_path: Path) -> None:
    source = make(tmp_path, kind.value, 4.0)
    sound = sound_of(source, CODED, tmp_path, nothing)
    assert sound.kind is kind
    assert np.array_equal(decoded(sound.path), decoded(source))


@pytest.mark.parametrize("kind", CODED)
def test_tags_are_read_back(kind: SoundKind, tmp_path: Path) -> None:
    source = make(tmp_path, kind.value, 4.0)
    out = tmp_path / f"out.{kind.value}"
    assert carry(source, (kind,), out, TAGS) is kind
    info = Probe().probe(out)
    assert (info.title, info.artist, info.published) == ("Brücke", "Ann, Bob", "2023-10-30")
    assert info.language in ("de-AT", "deu")
    assert [(each.text, each.start_s) for each in info.chapters] == [("Eins", 0.0), ("Zwei", 2.0)]
    assert info.cover == TAGS.cover
    if kind is SoundKind.MP3:
        assert info.lyrics == "Guten Tag"
        assert [(each.text, each.start_s) for each in info.words] == [("Guten ", 1.0), ("Tag", 1.5)]
    else:
        assert (info.lyrics or "").strip() == TAGS.lyrics.strip()
    assert np.array_equal(decoded(out), decoded(source))


def test_what_a_recording_said_before_does_not_come_along(tmp_path: Path) -> None:
    source = make(tmp_path, "mp3", 1.0)
    first, second = tmp_path / "first.mp3", tmp_path / "second.mp3"
    carry(source, (SoundKind.MP3,), first, TAGS)
    carry(first, (SoundKind.MP3,), second)
    info = Probe().probe(second)
    assert (info.title, info.words, info.chapters, info.cover) == (None, (), (), None)


def test_an_mp3_whose_bit_rate_varies_is_coded_anew_where_a_browser_will_seek_in_it(tmp_path: Path) -> None:
    varying = tmp_path / "varying.mp3"
    quiet_and_loud = np.concatenate([np.zeros(RATE), sweep(3.0, RATE)]).astype(np.float32)
    with av.open(varying, "w") as container:
        stream = container.add_stream("libmp3lame", rate=RATE, options={"q": "2"})
        stream.codec_context.flags |= av.codec.context.Flags.qscale
        stream.codec_context.global_quality = 2 * 118
        frame = av.AudioFrame.from_ndarray(quiet_and_loud[None, :], format="flt", layout="mono")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert carry(varying, (SoundKind.MP3,), tmp_path / "one") is SoundKind.MP3
    assert carry(varying, (SoundKind.MP3,), tmp_path / "two", is_sought=True) is None
    steady = make(tmp_path, "mp3", 2.0)
    assert carry(steady, (SoundKind.MP3,), tmp_path / "three", is_sought=True) is SoundKind.MP3


def test_what_is_no_sound_is_not_carried_over(tmp_path: Path) -> None:
    source, out = tmp_path / "talk.mp3", tmp_path / "out"
    source.write_bytes(b"no sound at all" * 100)
    assert carry(source, CODED, out) is None
    assert not out.exists()


def test_a_reading_is_coded_in_one_channel(tmp_path: Path) -> None:
    tone = np.repeat(sweep(2.0, RATE).astype(np.float32)[:, None], 2, axis=1) * 0.1
    sound = read_sound(iter((tone,)), RATE, SoundKind.OPUS, tmp_path, is_levelled=True)
    assert abs(sound.length_s - 2.0) < 0.01
    with closing(RemoteDecoder(sound.path, RATE)) as decoder:
        assert next(decoder.read_from(0, RATE)).shape[1] == 1


def test_sound_is_made_as_loud_as_is_usual_and_stays_in_step(tmp_path: Path) -> None:
    quiet = (sweep(6.0, RATE) * 0.06).astype(np.float32)
    quiet[100_000] = 0.9  # a click that the gain would drive over the top
    blocks = [quiet[:, None]]
    loudness = measured(blocks, RATE)
    out = np.concatenate(list(levelled(blocks, RATE, loudness)))
    assert len(out) == len(quiet)
    assert abs(measured([out], RATE).lufs - TARGET_LUFS) < 0.7
    assert abs(out).max() <= 10 ** (PEAK_DBTP / 20)
    assert abs(int(abs(out[:, 0]).argmax()) - 100_000) <= 2
    sound = encode(SoundBlocks(blocks, 1), SoundKind.WAV, tmp_path, loudness)
    assert abs(sound.length_s - 6.0) < 0.01


def test_silence_is_not_made_louder() -> None:
    assert measured([np.zeros((RATE, 1), np.float32)], RATE).gain_db == 0.0


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "eng"), ("zh-Hans", "zho"), ("yue", "yue"), ("xx", "")])
def test_languages_have_three_letters_in_tags(tag: str, code: str) -> None:
    assert language_code(tag) == code
