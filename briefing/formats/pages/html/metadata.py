"""What a page says of itself: JSON-LD, Open Graph, the elements of its head, and what stands by its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.formats.pages.html.credits import find_authors
from briefing.formats.pages.html.declared_dates import find_published
from briefing.formats.pages.html.heads import find_kicker, find_summary
from briefing.formats.pages.html.json_ld import LinkedData, paragraphs_of
from briefing.formats.pages.html.languages import declared_languages
from briefing.formats.pages.html.lead_pictures import find_lead
from briefing.formats.pages.html.meta_tags import MetaTags
from briefing.formats.pages.html.recordings import PageRecording, find_recording
from briefing.formats.pages.html.titles import declared_titles, find_title
from briefing.formats.pages.html.transcripts import read_linked
from briefing.formats.pages.html.walls import Wall, find_wall

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.formats.pages.html.lead_pictures import NamedPicture
    from briefing.linked import LinkedText


class PageMetadata(NamedTuple):
    """What a page declares, and shows by its title; empty where it says nothing."""

    title: str = ""
    kicker: str = ""
    summary: str = ""
    languages: tuple[str, ...] = ()
    """BCP 47 tags, the likelier first: see `languages.find_language`."""
    published: str = ""
    """ISO 8601."""
    authors: tuple[str, ...] = ()
    lead: NamedPicture | None = None
    """The picture that it names as the story's."""
    recording: PageRecording = PageRecording()
    linked: tuple[LinkedText, ...] = ()
    """What goes with its recording."""
    told: tuple[str, ...] = ()
    """The story as its JSON-LD has it, paragraph by paragraph."""
    wall: Wall = Wall()


def read_metadata(tree: HtmlElement, base: str = "") -> PageMetadata:
    """Return what a page says of itself. `base` is what its addresses are relative to, empty if unknown."""
    meta, graph = MetaTags(tree), LinkedData(tree)
    addresses = [*tree.xpath("//link[@rel='canonical']/@href")[:1], *meta.all("og:url")[:1], base]
    story = graph.story(declared_titles(tree, meta), addresses)
    recording = find_recording(tree, meta, graph, story, base)
    title = find_title(tree, meta, story, next(filter(None, addresses), ""))
    published = find_published(tree, meta, story, title.heading, addresses)
    return PageMetadata(
        title.text,
        find_kicker(title.heading, meta, story),
        find_summary(title.heading, meta, story),
        tuple(declared_languages(tree, meta, story)),
        published,
        find_authors(tree, meta, graph, story, title.heading),
        find_lead(tree, meta, graph, story, base),
        recording,
        read_linked(tree, base, graph.nodes, recording.src),
        tuple(paragraphs_of(story, "articleBody")),
        find_wall(tree, meta, story, title.text, published),
    )
