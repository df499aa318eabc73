"""A page's recording: which of all that it names is its story's, the best quality of it, and its length."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.pages.html.durations import read_duration
from briefing.formats.pages.html.json_ld import text_of, types
from briefing.formats.pages.html.media_files import MediaFile, best_of, media_file
from briefing.formats.pages.html.players import links_to_sound, read_players
from briefing.formats.pages.html.scripted_players import scripted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import LinkedData, Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_HELD: Final = ("audio", "associatedMedia", "encoding", "encodings")
_EPISODES: Final = frozenset({"audioobject", "podcastepisode", "radioepisode"})
_META: Final = ("og:audio:secure_url", "og:audio:url", "og:audio", "twitter:player:stream")
_META_LENGTHS: Final = (
    "og:audio:duration",
    "audio:duration",
    "music:duration",
    "video:duration",
    "og:video:duration",
)


class PageRecording(NamedTuple):
    """What a page has to be heard."""

    src: str = ""
    """Its address; empty where the page has none, or hides it."""
    length_s: float | None = None
    declared: bool = False
    """Whether the page says that there is, or was, a recording."""


def find_recording(
    tree: HtmlElement, meta: MetaTags, graph: LinkedData, story: Node, base: str
) -> PageRecording:
    """Return a page's recording; `base` is what its addresses are relative to, empty if unknown."""
    told = list(_told(graph, story))
    is_transcribed = any(text_of(node, "transcript") for node in (*told, story))
    files = _files_told(told, base)
    players = list(read_players(tree, base))
    shown = [player.files for player in players if player.files]
    sound = [group for group in shown if not all(file.is_video for file in group)]
    linked = list(links_to_sound(tree, base))
    groups = [files, *sound, linked[:1] and _alike(linked), _in_meta(meta, base), scripted(tree, base)]
    group = next((group for group in groups if group), [])
    length_s = next((length for node in told if (length := read_duration(text_of(node, "duration")))), None)
    if length_s is None and not _EPISODES.isdisjoint(types(story)):
        length_s = read_duration(text_of(story, "timeRequired"))
    declared = any(player.declares for player in players)
    shown_s = next(
        (player.length_s for player in players if player.length_s and (player.files == group or not group)),
        None,
    )
    if group:
        best = best_of(_with_others(group, [*chain.from_iterable(sound), *linked]))
        length_s = best.length_s or length_s or shown_s or _meta_length(meta)
        return PageRecording(best.src, length_s, declared=True)
    if declared or length_s or is_transcribed:
        return PageRecording("", length_s or shown_s, declared=declared or bool(told))
    return PageRecording()


def _told(graph: LinkedData, story: Node) -> Iterator[Node]:
    """Yield the sounds that JSON-LD names as the story's, or as nobody's."""
    held = [*graph.objects(story, *_HELD)]
    yield from (
        node for node in held if "videoobject" not in types(node) and "imageobject" not in types(node)
    )
    if not _EPISODES.isdisjoint(types(story)):
        yield story
    for node in graph.nodes:
        if not _EPISODES.isdisjoint(types(node)) and not _is_live(node):
            yield node


def _is_live(node: Node) -> bool:
    return bool(node.get("isLiveBroadcast")) or text_of(node, "isLiveBroadcast").lower() == "true"


def _files_told(told: list[Node], base: str) -> list[MediaFile]:
    """Return the files of the first recording that is told, in all its qualities."""
    found: list[MediaFile] = []
    first = ""
    for node in told:
        called = text_of(node, "name")
        if found and called != first:
            continue
        for name in ("contentUrl", "url", "embedUrl"):
            file = media_file(
                text_of(node, name),
                base,
                media_type=text_of(node, "encodingFormat", "fileFormat")
                or ("audio" if name == "contentUrl" else ""),
                told=text_of(node, "bitrate"),
                length_s=read_duration(text_of(node, "duration")),
            )
            if file is not None:
                found.append(file)
                first = first or called
                break
    return found


def _alike(linked: list[MediaFile]) -> list[MediaFile]:
    """Return the first of the files that are linked, and the same in other qualities."""
    return [file for file in linked if _stem(file.src) == _stem(linked[0].src)]


def _with_others(group: list[MediaFile], others: list[MediaFile]) -> list[MediaFile]:
    stems = {_stem(file.src) for file in group}
    return [*group, *(file for file in others if _stem(file.src) in stems)]


def _stem(src: str) -> str:
    """Return what the address of a recording has in common with those of its other qualities."""
    bare = src.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rpartition(".")[0]
    for ending in ("_hq", "_lo", "_hi", "_low", "_high", "-hq", "-lo", "-hi", "-low", "-high", "_lq", "-lq"):
        bare = bare.removesuffix(ending)
    return bare.rstrip("0123456789k").rstrip("-_")


def _in_meta(meta: MetaTags, base: str) -> list[MediaFile]:
    kind = meta.first("og:audio:type", "twitter:player:stream:content_type")
    files = (media_file(address, base, media_type=kind or "audio") for address in meta.all(*_META))
    return [file for file in files if file is not None and not file.is_video]


def _meta_length(meta: MetaTags) -> float | None:
    return next((length for text in meta.all(*_META_LENGTHS) if (length := read_duration(text))), None)
