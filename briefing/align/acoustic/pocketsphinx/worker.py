"""pocketsphinx: where exactly words begin, in a few seconds of sound with known words.

The one module that knows pocketsphinx. Its hidden Markov models of phones in context were
trained on hundreds of hours of people, and put onsets within 10 ms where the words are
certain and the segment is short; on their own, or in noise, they get lost, so what they say
is weighed against the rest (`briefing.align.acoustic.onsets`).

pocketsphinx holds Python's lock while it searches, so two of them are faster than one only
in processes of their own. `main` is such a process; `pool` is the other end of its pipes.
Little but the standard library is imported, since its start counts. They speak in `messages`
(`SearchMessage`).
"""

from __future__ import annotations

import json
import sys
from enum import IntEnum
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME_S: Final = 0.01
"""Seconds a frame of pocketsphinx's, as its model was trained."""
_BEAM: Final = 1e-300
"""As good as none: a narrower one loses whole runs that hold a hesitation, and saves a tenth of the time."""
_SILENCE: Final = 0.015
"""How likely a silence is between words. pocketsphinx' own 0.005, raised to a power as language models are,
makes it stretch words over the pauses beside them; more than this breaks words up in reverberation."""


class WordFrames(NamedTuple):
    """A word's first frame and the one after its last, 10 ms each."""

    start: int
    stop: int


class PocketsphinxAligner:
    """An aligner of short segments.

    Raises:
        ImportError: if pocketsphinx is not installed.
        RuntimeError: if its model cannot be read.
    """

    def __init__(self) -> None:
        from pocketsphinx import Config, Decoder

        self._decoder: Any = Decoder(
            Config(
                lm=None,
                dict=None,
                loglevel="FATAL",
                bestpath=False,
                beam=_BEAM,
                pbeam=_BEAM,
                wbeam=_BEAM,
                silprob=_SILENCE,
            )
        )
        self._known: set[str] = set()

    def align_words(self, pcm: bytes, words: Sequence[Sequence[str]]) -> list[WordFrames] | None:
        """Return where each word is, None where they do not fit the sound.

        Args:
            pcm: int16 samples of mono sound at 16 kHz, little-endian.
            words: the phones of each, in ARPABET.
        """
        names = [self._name(word) for word in words]
        if not names:
            return None
        decoder = self._decoder
        try:
            decoder.set_align_text(" ".join(names))
            decoder.start_utt()
            decoder.process_raw(pcm, no_search=False, full_utt=True)
            decoder.end_utt()
            found = [
                WordFrames(s.start_frame, s.end_frame + 1)
                for s in (decoder.seg() or ())
                if s.word in self._known
            ]
        except RuntimeError:  # it says so this way when no path fits
            return None
        return found if len(found) == len(names) else None

    def _name(self, word: Sequence[str]) -> str:
        name = "_".join(word).lower()
        if name not in self._known:
            self._decoder.add_word(name, " ".join(word), True)
            self._known.add(name)
        return name


class SearchMessage(IntEnum):
    """What is said. Each SOUND is answered by PLACES."""

    WORDS = 1
    """JSON: the phones of each word, in ARPABET."""
    SOUND = 2
    """The segment that they are in: int16 samples of mono sound at 16 kHz, little-endian."""
    PLACES = 3
    """JSON: [[start, stop], ...] in frames of 10 ms, or null."""


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    aligner = PocketsphinxAligner()
    words: list[list[str]] = []
    for kind, _, payload in messages.read_all(source):
        if kind == SearchMessage.WORDS:
            words = json.loads(payload)
        else:
            found = json.dumps(aligner.align_words(payload, words)).encode()
            sink.write(messages.pack(SearchMessage.PLACES, payload=found))
            sink.flush()


def main() -> None:
    """Serve the other end of this process's pipes."""
    serve(sys.stdin.buffer, sys.stdout.buffer)
