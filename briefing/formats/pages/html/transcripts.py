"""What a page names that goes with its recording: tracks, transcripts, chapters.

They are named by `track` in a player, by links with a type or relation of their own, as feeds have them
(`podcast:transcript`), in attributes and settings of players, in JSON-LD, and by links that are called
"Transcript" in some language. Tracks of another player than the story's are of something else.
Sources: HTML Living Standard, 4.8.11.11 (text tracks); Podcast Namespace 1.0, `transcript` and `chapters`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from briefing.formats.pages.html.origin import absolute
from briefing.formats.pages.html.transcript_words import CALLED
from briefing.linked import MOST_LINKED, LinkedKind, LinkedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_TYPES: Final = frozenset(
    {"text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/ttml+xml"}
)
"""Types that hold nothing else than texts with times."""
_FILES: Final = re.compile(r"\.(?:vtt|srt|ttml|dfxp)(?:$|[?#])", re.IGNORECASE)
_OTHER_FILES: Final = re.compile(
    r"\.(?:pdf|docx?|rtf|odt|epub|zip|mp3|m4a|mp4|jpe?g|png|webp)(?:$|[?#])", re.IGNORECASE
)
_KINDS: Final = {kind.value: kind for kind in LinkedKind}
_IN_FEEDS: Final = {f"podcast:{kind}": kind for kind in (LinkedKind.TRANSCRIPT, LinkedKind.CHAPTERS)}
_ASIDE: Final = frozenset({"aside", "nav", "footer"})
_IN_SETTINGS: Final = re.compile(
    r"""["']?(transcript|captions?|subtitles?|chapters?)(?:[_-]?(?:url|uri|src|file|href|link))?["']?\s*:\s*"""
    r"""["']((?:https?:)?\\?/[^"'\s<>]{3,1000}?\.(?:vtt|srt|ttml|json)(?:\?[^"'\s<>]{0,500})?)["']""",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]{0,100}>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?\w[^<>]{0,300}>")
_ATTRIBUTES: Final = {
    "data-transcript": LinkedKind.TRANSCRIPT,
    "data-transcript-url": LinkedKind.TRANSCRIPT,
    "data-captions": LinkedKind.CAPTIONS,
    "data-subtitles": LinkedKind.SUBTITLES,
}
_MOST_SETTINGS_CHARS: Final = 2_000_000
_LONGEST_CALLED: Final = 60
_LEAST_TOLD: Final = 20
"""Characters from which on the `transcript` of JSON-LD is one, and no label or address."""


def read_linked(
    tree: HtmlElement, base: str, nodes: Sequence[Mapping[str, Any]] = (), audio: str = ""
) -> tuple[LinkedText, ...]:
    """Return what a page names that goes with its recording, each address once, likelier ones first.

    Args:
        tree: The page.
        base: What its addresses are relative to; empty where that is not known.
        nodes: The objects of its JSON-LD.
        audio: The address of its recording; empty where none is known.
    """
    found: dict[str, LinkedText] = {}
    for linked in _named(tree, base, nodes, audio):
        key = linked.address or linked.text
        if len(found) < MOST_LINKED and _is_elsewhere(linked, base):
            found.setdefault(key, linked)
    return tuple(found.values())


def _named(
    tree: HtmlElement, base: str, nodes: Sequence[Mapping[str, Any]], audio: str
) -> Iterator[LinkedText]:
    yield from _tracks(tree, base, audio)
    yield from _links(tree, base)
    yield from _as_in_feeds(tree, base)
    yield from _told(nodes, base)
    yield from _attributes(tree, base)
    yield from _settings(tree, base)
    yield from _called(tree, base)


def _tracks(tree: HtmlElement, base: str, audio: str) -> Iterator[LinkedText]:
    """Yield the tracks of the story's player: the one that plays its recording, else the first."""
    players = [
        player
        for player in tree.iter("audio", "video", "amp-audio", "amp-video")
        if player.find(".//track") is not None and _is_own(player)
    ]
    own = [player for player in players if audio and audio in _sources(player, base)]
    for player in (own or players)[:1]:
        for track in player.iter("track"):
            kind = (track.get("kind") or "subtitles").strip().lower()
            if kind in _KINDS:
                yield LinkedText(
                    _KINDS[kind],
                    _joined(base, track.get("src")),
                    (track.get("srclang") or "").strip(),
                    "text/vtt",
                )


def _sources(player: HtmlElement, base: str) -> set[str]:
    return {_joined(base, each.get("src")) for each in player.iter("audio", "video", "source", "amp-audio")}


def _links(tree: HtmlElement, base: str) -> Iterator[LinkedText]:
    """Yield what links say of themselves by type, relation or ending."""
    for link in tree.iter("link", "a"):
        href = link.get("href") or ""
        relations = (link.get("rel") or "").lower().split()
        media_type = _type_of(link)
        kind = next((_KINDS[each] for each in relations if each in _KINDS), None)
        if kind is None and (media_type in _TYPES or _FILES.search(href)):
            kind = LinkedKind.TRANSCRIPT
        if kind is not None and href:
            yield LinkedText(kind, _joined(base, href), link.get("hreflang") or "", media_type)


def _as_in_feeds(tree: HtmlElement, base: str) -> Iterator[LinkedText]:
    for element in tree.iter(*_IN_FEEDS):
        address, language = _joined(base, element.get("url")), element.get("language") or ""
        yield LinkedText(_IN_FEEDS[element.tag], address, language, _type_of(element))


def _told(nodes: Sequence[Mapping[str, Any]], base: str) -> Iterator[LinkedText]:
    """Yield what JSON-LD has: a transcript as text or address, captions as objects."""
    for node in nodes:
        for name, kind in (("transcript", LinkedKind.TRANSCRIPT), ("caption", LinkedKind.CAPTIONS)):
            value = node.get(name)
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, str):
                    yield from _told_text(kind, each, base, str(node.get("inLanguage") or ""))
                elif isinstance(each, dict):
                    address = next((str(each[key]) for key in ("contentUrl", "url") if each.get(key)), "")
                    told = [str(each.get(key) or "") for key in ("inLanguage", "encodingFormat")]
                    yield LinkedText(kind, _joined(base, address), told[0], told[1].lower())


def _told_text(kind: LinkedKind, text: str, base: str, language: str) -> Iterator[LinkedText]:
    is_address = re.fullmatch(r"\s*(?:https?:/)?/\S+\s*", text) is not None
    if is_address:
        yield LinkedText(kind, _joined(base, text), language)
    elif kind is LinkedKind.TRANSCRIPT and len(text) >= _LEAST_TOLD:
        yield LinkedText(kind, "", language, text=_without_tags(text))


def _without_tags(text: str) -> str:
    """Return what a text that may be marked up says, its paragraphs apart."""
    return unescape(_TAG.sub("", _BREAK.sub("\n\n", text)) if "<" in text else text)


def _attributes(tree: HtmlElement, base: str) -> Iterator[LinkedText]:
    for name, kind in _ATTRIBUTES.items():
        for value in map(str, tree.xpath(f"//@{name}")):
            if re.fullmatch(r"(?:https?:/)?[\w./~-](?=[^\s<>{}]*[./])[^\s<>{}]*+", value.strip()):
                yield LinkedText(kind, _joined(base, value))


def _settings(tree: HtmlElement, base: str) -> Iterator[LinkedText]:
    """Yield what the settings of players in scripts name, by its file's ending."""
    left = _MOST_SETTINGS_CHARS
    for script in tree.iter("script"):
        source = (script.text or "")[:left]
        left -= len(source)
        for name, address in _IN_SETTINGS.findall(source):
            kind = next(kind for kind in LinkedKind if kind.startswith(name.lower().rstrip("s")))
            yield LinkedText(kind, _joined(base, address.replace("\\/", "/")))


def _called(tree: HtmlElement, base: str) -> Iterator[LinkedText]:
    """Yield links that are called a transcript, but for those aside and those to no text."""
    for link in tree.iter("a"):
        href = link.get("href") or ""
        text = " ".join(link.text_content().split())
        is_short = 0 < len(text) <= _LONGEST_CALLED
        is_text = is_short and CALLED.search(text) is not None and not _OTHER_FILES.search(href)
        if is_text and _is_own(link):
            language = link.get("hreflang") or ""
            yield LinkedText(LinkedKind.TRANSCRIPT, _joined(base, href), language, _type_of(link))


def _is_own(element: HtmlElement) -> bool:
    """Return whether something does not stand among what leads elsewhere."""
    return _ASIDE.isdisjoint(above.tag for above in element.iterancestors())


def _type_of(element: HtmlElement) -> str:
    return (element.get("type") or "").partition(";")[0].strip().lower()


def _joined(base: str, address: str | None) -> str:
    """Return an address made whole; empty where it cannot be one."""
    return absolute((address or "").strip(), base)


def _is_elsewhere(linked: LinkedText, base: str) -> bool:
    """Return whether an address leads away from the page, to what can be fetched."""
    if not linked.address:
        return bool(linked.text)
    try:
        parts = urlsplit(linked.address)
    except ValueError:
        return False
    bare = linked.address.partition("#")[0]
    return parts.scheme in ("http", "https", "") and bool(bare) and bare != base.partition("#")[0]
