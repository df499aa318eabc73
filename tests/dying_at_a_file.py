"""A decoder's process that one file of a playlist always ends: the one that is called `deadly.mp3`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.audio.media import decoding, playlist_decoder

if TYPE_CHECKING:
    from briefing.audio.media.decoder import Decoder


class MortalDecoder(playlist_decoder.PlaylistDecoder):
    """Dies of a file."""

    def _decoder(self, file: int) -> Decoder:
        if self._playlist.files[file] == "deadly.mp3":
            os._exit(1)
        return super()._decoder(file)


def main() -> None:
    """Decode, and die."""
    vars(playlist_decoder)["PlaylistDecoder"] = MortalDecoder
    decoding.main()
