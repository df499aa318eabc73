"""Players that a script of the page sets up: what its settings name is read; the script never runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.media_files import MediaFile, media_file

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SET_UP: Final = re.compile(
    r"jwplayer\s?\(|jPlayer\s?\(|videojs\s?\(|MediaElementPlayer|new (?:Plyr|Audio|Howl|WaveSurfer|APlayer)\b"
)
_SETTING: Final = re.compile(
    r"[\"']?\b(?:file|src|mp3|m4a|source|url|audio)[\"']?\s{0,4}:\s{0,4}\[?\s{0,4}[\"']([^\"'\s<>]{4,1000})[\"']",
    re.IGNORECASE,
)
_MOST: Final = 200
"""Scripts that are looked at."""
_LONGEST: Final = 1 << 16
"""Code points of one."""


def scripted(tree: HtmlElement, base: str) -> list[MediaFile]:
    """Return the first recording that the settings of a player name; empty where none does.

    `base` is what addresses are relative to, empty if unknown.
    """
    for script in tree.xpath("//script[not(@src)]")[:_MOST]:
        text = script.text_content()[:_LONGEST]
        if _SET_UP.search(text) is None:
            continue
        named = (found[1].replace("\\/", "/") for found in _SETTING.finditer(text))
        files = (media_file(address, base) for address in named)
        if file := next((file for file in files if file is not None and not file.is_video), None):
            return [file]
    return []
