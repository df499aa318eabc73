"""What files of recordings and of texts without times are called: in lower case, the likelier first."""

from __future__ import annotations

from typing import Final

AUDIO_SUFFIXES: Final = (
    ".mp3", ".m4a", ".m4b", ".ogg", ".oga", ".opus", ".flac", ".wav", ".aac", ".webm", ".mka", ".aiff",
    ".wma", ".mp4", ".aif", ".aifc", ".wave", ".w64", ".caf", ".au", ".snd", ".amr", ".3gp", ".3g2", ".3ga",
    ".spx", ".mp2", ".mpga", ".mkv", ".mov", ".m4v", ".m4r", ".weba", ".wv", ".tta", ".ape", ".ac3", ".eac3",
    ".mpc",
)  # fmt: skip
MARKDOWN_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".mkd")
PLAIN_SUFFIXES: Final = (".txt", ".text")
TEXT_SUFFIXES: Final = MARKDOWN_SUFFIXES + PLAIN_SUFFIXES
PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml")
