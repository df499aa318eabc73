"""The process in which libav runs: it may crash, hang or grow over a file, and only this process does.

It is told a file's name and a rate, or a playlist, and asked over its standard input; see `decoding_wire`.
The other side is `remote`. Of a file that is still arriving it is told the size, too, and whether it may be
sought in; where it lacks bytes it asks for them. Nothing here knows of a network.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from briefing.audio.media.decoder import Decoder
from briefing.audio.media.decoding_wire import DecodingMessage
from briefing.audio.media.window import open_recording
from briefing.errors import AudioError, BriefingError, UnsafeError
from briefing.ports.media import told_name
from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from briefing.audio.media.decoder import Samples
    from briefing.audio.media.early import EarlyDecoder
    from briefing.audio.media.playlist_decoder import PlaylistDecoder


def main() -> None:
    """Answer until the input ends."""
    wanted = messages.read(sys.stdin.buffer)
    if wanted is None:  # it stood ready, and nobody needed it
        return
    asked = json.loads(wanted.payload)
    try:
        with _playlist(**asked) if isinstance(asked, dict) else _recording(*asked) as decoder:
            try:
                _say(DecodingMessage.OPENED, decoder.size_bytes)
                _Server(decoder).serve()
            finally:
                decoder.close()
    except BriefingError as error:
        _say_failed(error)


@contextmanager
def _recording(name: str, rate_hz: int, *arriving: int) -> Iterator[Decoder | EarlyDecoder]:
    """Open a sound file."""
    path = Path(name)
    called = told_name(path)
    with open_recording(path) as file:
        yield _early(file, called, rate_hz, *arriving) if arriving else Decoder(file, called, rate_hz)


@contextmanager
def _playlist(playlist: dict[str, Any], rate_hz: int, silent: list[int]) -> Iterator[PlaylistDecoder]:
    """Open what a book's sound files are in."""
    from briefing.audio.media.playlist_decoder import Listener, PlaylistDecoder
    from briefing.bundles.opening import open_bundle
    from briefing.playlist import unpacked

    opened = unpacked(playlist)
    listener = Listener(
        began=lambda file: _say(DecodingMessage.FILE, file),
        cannot=lambda sentence: _say(DecodingMessage.NOTE, payload=sentence.encode()),
    )
    with open_bundle(opened.path) as bundle:
        yield PlaylistDecoder(bundle, opened, rate_hz, listener, silent)


def _early(file: BinaryIO, name: str, rate_hz: int, size_bytes: int, is_seekable: int) -> EarlyDecoder:
    """Return the decoder of a file that is still arriving."""
    from briefing.audio.media.awaited import AwaitedFile
    from briefing.audio.media.early import EarlyDecoder

    awaited = AwaitedFile(file, size_bytes, is_seekable=bool(is_seekable), reach=_reach)
    return EarlyDecoder(cast("BinaryIO", awaited), size_bytes, name, rate_hz)


def _reach(offset: int) -> int:
    """Ask for what has not come yet, and wait; return up to where there is something."""
    _say(DecodingMessage.NEED, offset)
    answer = messages.read(sys.stdin.buffer)
    if answer is None:  # whoever asked has gone
        sys.exit()
    return answer.number


class _Server:
    """Answers what is asked about one recording."""

    def __init__(self, decoder: Decoder | EarlyDecoder | PlaylistDecoder) -> None:
        self._decoder = decoder
        self._run: Iterator[Samples] = iter(())
        self._held: Samples | None = None
        """What is decoded and not given yet, for it has other channels than what was."""

    def serve(self) -> None:
        for request in messages.read_all(sys.stdin.buffer):
            try:
                self._answer(DecodingMessage(request.kind), request.number)
            except BriefingError as error:
                self._run = iter(())
                _say_failed(error)

    def _answer(self, kind: DecodingMessage, number: int) -> None:
        if kind is DecodingMessage.SEEK:
            self._run, self._held = self._decoder.read_from(number), None
        elif kind is DecodingMessage.NEXT:
            self._say_next(number)
        else:
            length_s = self._decoder.duration_s()
            _say(
                DecodingMessage.LENGTH,
                payload=json.dumps([length_s.numerator, length_s.denominator]).encode(),
            )

    def _say_next(self, frames: int) -> None:
        gathered = bytearray()
        channels = 0
        while len(gathered) < frames * channels * 2 or not channels:
            piece = self._held or next(self._run, None)
            self._held = None
            if piece is None:
                break
            if channels and piece.channels != channels:
                self._held = piece
                break
            channels = piece.channels
            gathered += piece.data
        if gathered:
            _say(DecodingMessage.SOUND, channels, gathered)
        else:
            _say(DecodingMessage.END)


def _say(kind: DecodingMessage, number: int = 0, payload: bytes | bytearray = b"") -> None:
    sys.stdout.buffer.write(messages.pack(kind, number, payload))
    sys.stdout.buffer.flush()


def _say_failed(error: BriefingError) -> None:
    kind = {UnsafeError: "unsafe", AudioError: "audio"}.get(type(error), "source")
    _say(DecodingMessage.FAILED, payload=json.dumps([kind, error.message, error.hint]).encode())
