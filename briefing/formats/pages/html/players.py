"""The players on a page: what they would play, as their elements say it; scripts never run.

A recording is named by `audio`, `video` and `source`, by the settings that a player's script reads from
attributes (an address, or JSON in which one stands), and by the links below it to what can be downloaded.
All that one player names is one recording, in several qualities.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.formats.pages.html import head_words as words
from briefing.formats.pages.html.around import is_elsewhere, text_of_element
from briefing.formats.pages.html.durations import noted_duration, read_duration, shown_duration
from briefing.formats.pages.html.json_text import read_value
from briefing.formats.pages.html.media_files import MediaFile, is_media_address, media_file
from briefing.formats.pages.html.names import is_named
from briefing.formats.pages.lines import measure
from briefing.formats.pages.player import find_player

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_MEDIA: Final = frozenset({"audio", "video", "amp-audio", "amp-video"})
_HOLDERS: Final = frozenset({"div", "section", "figure", "button", "span", "a", "p"})
_LIKE_PLAYER: Final = re.compile("|".join(words.PLAYERS.split()), re.IGNORECASE)
"""Of names that are worth being parted into words."""
_PLAYERS: Final = frozenset(words.PLAYERS.split())
_ELSEWHERE: Final = frozenset(words.OTHER_PLAYERS.split())
_ATTRIBUTES: Final = re.compile(
    r"src|data-(?:.*(?:src|url|uri|file|mp3|m4a|media|audio|source|sources|stream|track|sound|options|settings"
    r"|config|props|setup|player|playlist|item|clip|fallbacksrc))"
)
_SETTING_LENGTHS: Final = (
    "data-duration",
    "duration",
    "data-length",
    "data-media-duration",
    "data-audio-duration",
)
_LONGEST_SETTING: Final = 1 << 16
_MOST: Final = 60
_LINES: Final = 80
_SAID_QUALITY: Final = ("datainfo", "quality", "label", "bitrate", "bit_rate", "height", "name", "size")
_SAID_TYPE: Final = ("type", "mimetype", "mime_type", "mime", "format", "encodingformat", "kind")
_SAID_LENGTH: Final = (
    "duration", "length", "duration_s", "durationseconds", "durationinseconds", "duration_in_seconds",
    "duration_ms", "durationms", "durationmillis",
)  # fmt: skip
_EMBEDDED: Final = {"object": "data", "embed": "src"}
"""Elements that play what an attribute names."""
_CONTENTS: Final = frozenset({"contentUrl", "contentURL", "contenturl"})
"""Of microdata."""
_FEW_BESIDE: Final = 15
"""Elements around a player among which its length stands."""


class PagePlayer(NamedTuple):
    """A player, and the qualities of the one recording that it plays; none where it names none."""

    files: list[MediaFile]
    declares: bool
    """Whether it says that there is, or was, a recording."""
    length_s: float | None
    element: HtmlElement


def read_players(tree: HtmlElement, base: str) -> Iterator[PagePlayer]:
    """Yield the players of a page's story, in the page's order; `base` is what addresses are relative to."""
    seen: set[HtmlElement] = set()
    elements = (each for each in tree.iter() if isinstance(each.tag, str) and _is_player(each))
    for _, element in zip(range(_MOST), elements, strict=False):
        if element in seen or _is_other(element):
            continue
        inside = list(element.iter())
        seen.update(inside)
        files = [file for each in inside if isinstance(each.tag, str) for file in _files(each, base)]
        declares, length_s = _shown(element)
        yield PagePlayer(files, declares, _set_length(inside) or length_s or _beside(element), element)


def links_to_sound(tree: HtmlElement, base: str) -> Iterator[MediaFile]:
    """Yield the recordings that links of a page lead to, those of its own text and its head."""
    for link in tree.xpath("//a[@href] | //link[@rel='enclosure' and @href]")[: _MOST * 50]:
        href = link.get("href")
        is_enclosed = "enclosure" in (link.get("rel") or "").split()
        is_sound = (link.get("type") or "").startswith("audio/")
        if (is_media_address(href) or is_enclosed or is_sound) and not (link.tag == "a" and _is_other(link)):
            told = text_of_element(link) + " " + (link.get("title") or "")
            length_s = noted_duration(told)
            file = media_file(href, base, media_type=link.get("type") or "", told=told, length_s=length_s)
            if file is not None and not file.is_video:
                yield file


def _is_player(element: HtmlElement) -> bool:
    if element.tag in _MEDIA or "AudioObject" in (element.get("itemtype") or ""):
        return True
    if element.tag in _EMBEDDED:
        named = element.get(_EMBEDDED[element.tag]) or ""
        return is_media_address(named) or (element.get("type") or "").startswith("audio/")
    if "-" in element.tag:
        return is_named(element, _PLAYERS)
    if element.tag not in _HOLDERS or not _LIKE_PLAYER.search(f"{element.get('class')} {element.get('id')}"):
        return False
    return is_named(element, _PLAYERS)


def _is_other(element: HtmlElement) -> bool:
    """Return whether a player is not the story's: an advertisement's, a stream's, another story's."""
    around = (element, *element.iterancestors())
    return _is_among_others(element) or any(
        is_named(each, _ELSEWHERE) for each in around if each.tag not in ("html", "body")
    )


def _is_among_others(element: HtmlElement) -> bool:
    """Return whether a player stands among other stories. One that only a script shows may be the story's."""
    above = element.getparent()
    while above is not None and above.tag == "noscript":
        above = above.getparent()
    return above is not None and is_elsewhere(above)


def _files(element: HtmlElement, base: str) -> Iterator[MediaFile]:
    told = " ".join(
        element.get(name) or "" for name in ("data-info", "data-quality", "data-bitrate", "label", "title")
    )
    href = element.get("href") or ""
    if element.tag == "a" and is_media_address(href):
        yield from _file(href, base, told=f"{told} {text_of_element(element)}")
    if element.get("itemprop") in _CONTENTS:
        yield from _file(element.get("content") or href, base, media_type="audio")
    if element.tag not in ("img", "script", "iframe", "track"):
        yield from _in_attributes(element, base, told)


def _in_attributes(element: HtmlElement, base: str, told: str) -> Iterator[MediaFile]:
    """Yield what attributes name, as addresses or within settings; `told` is what is said of its quality."""
    media_type = element.get("type") or element.get("data-type") or ""
    if not media_type and element.tag in _MEDIA:
        media_type = element.tag.removeprefix("amp-")
    embedded = _EMBEDDED.get(element.tag)
    plays = embedded or ("src" if element.tag in _MEDIA or element.tag == "source" else "")
    for name, value in element.attrib.items():
        if not value or not (name == embedded or _ATTRIBUTES.fullmatch(str(name))):
            continue
        if value.lstrip()[:1] in "[{":
            yield from _in_settings(value, base)
        elif name in ("src", embedded) or is_media_address(value):
            yield from _file(value, base, media_type=media_type if name == plays else "", told=told)


def _file(address: str, base: str, *, media_type: str = "", told: str = "") -> Iterator[MediaFile]:
    file = media_file(address, base, media_type=media_type, told=told)
    if file is not None:
        yield file


def _in_settings(text: str, base: str) -> Iterator[MediaFile]:
    """Yield the recordings that stand in JSON, with the type, quality and length beside them."""
    todo = [read_value(text)] if len(text) <= _LONGEST_SETTING else []
    while todo:
        value = todo.pop()
        if isinstance(value, list):
            todo += reversed(value)
        elif isinstance(value, dict):
            yield from _in_object(value, base)
            todo += [each for each in value.values() if isinstance(each, dict | list)]
        elif isinstance(value, str) and is_media_address(value) and (file := media_file(value, base)):
            yield file


def _in_object(value: dict[str, Any], base: str) -> Iterator[MediaFile]:
    said = {name.lower(): each for name, each in value.items()}
    for each in value.values():
        if isinstance(each, str) and is_media_address(each):
            file = media_file(
                each,
                base,
                media_type=_said(said, _SAID_TYPE),
                told=_said(said, _SAID_QUALITY),
                length_s=read_duration(_said(said, _SAID_LENGTH)),
            )
            if file is not None:
                yield file


def _said(said: dict[str, object], wanted: tuple[str, ...]) -> str:
    found = (said[name] for name in wanted if isinstance(said.get(name), str | int | float))
    return str(next(found, ""))


def _set_length(elements: list[HtmlElement]) -> float | None:
    said = [each.get(name) for each in elements for name in _SETTING_LENGTHS if isinstance(each.tag, str)]
    said += [
        each.get("content") or each.get("datetime") for each in elements if each.get("itemprop") == "duration"
    ]
    return next((length for text in said if text and (length := read_duration(text))), None)


def _shown(player: HtmlElement) -> tuple[bool, float | None]:
    """Return whether a player says that there is a recording, and the length that it shows."""
    lines = []
    for element in player.iter():
        text = " ".join((element.text or "").split()) if isinstance(element.tag, str) else ""
        if text and element.tag not in ("script", "style"):
            lines.append(measure(text))
        if len(lines) >= _LINES:
            break
    declares, length_s = find_player(lines)
    clocks = [read_duration(line.text) if ":" in line.text else None for line in lines]
    clocks += [shown_duration(line.text) for line in lines]
    return declares, length_s or max((clock for clock in clocks if clock), default=None)


def _beside(player: HtmlElement) -> float | None:
    """Return the length that stands beside a player which shows none itself."""
    above = player.getparent()
    if above is None or sum(1 for _ in islice(above.iter(), _FEW_BESIDE + 1)) > _FEW_BESIDE:
        return None
    lines = (text_of_element(each) for each in above if each is not player)
    return next((length for line in lines if (length := shown_duration(line))), None)
