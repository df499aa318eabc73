"""PDFs that a browser printed: a page as it is copied, furniture and all, whose story alone is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.copied import likelihood
from briefing.formats.pages.html.answer import PageFound, PagePart
from briefing.formats.pages.page import read_page
from briefing.formats.pdf.tagged import html_of
from briefing.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pdf.tags import Tag

_BROWSERS: Final = re.compile(
    r"(?i)skia/pdf|mozilla|firefox|chrom(?:e|ium)|safari|cairo .*webkit|\bedge?\b|qtwebengine"
)
_LIKELY: Final = 0.25


def is_printed(producer: str) -> bool:
    """Return whether what wrote a PDF is a browser."""
    return _BROWSERS.search(producer) is not None


def story_of(parts: Sequence[PagePart]) -> PageFound | None:
    """Return the story of a printed page; None where it is not told from what is around it.

    Its title is what the print shows largest, and what stands above that are no more than a banner.
    """
    text = "\n\n".join(part.text for part in parts)
    if likelihood(text) < _LIKELY:
        return None
    page = read_page(text)
    title = next((i for i, part in enumerate(parts) if part.kind is BlockKind.TITLE), 0)
    above = {part.text for part in parts[:title]}
    levels = {part.text: part.level for part in parts if part.kind is BlockKind.HEADING}
    found = [parts[title]] if parts[title].kind is BlockKind.TITLE else []
    for part in page.parts:
        is_banner = part.kind is BlockKind.KICKER
        if (part.text in above and not is_banner) or (found and part.kind is BlockKind.TITLE):
            continue
        level = levels.get(part.text, 0) if part.kind is BlockKind.PARAGRAPH else part.level
        kind = BlockKind.HEADING if level else part.kind
        found.insert(0 if is_banner else len(found), PagePart(kind, part.text, level, part.alt or ""))
    if not any(part.kind is BlockKind.PARAGRAPH for part in found):
        return None
    return PageFound(
        found, published=page.published or "", declares_media=page.declares_media, duration_s=page.duration_s
    )


def with_tags(story: PageFound, root: Tag, title: str) -> PageFound:
    """Return what a printed page's tags hold, with what only its text tells: when, and whether it is spoken.

    Args:
        story: What is told by its text and where that stands.
        root: What its tags are in.
        title: What its metadata call it.
    """
    from briefing.formats.pages.html.reader import read

    page = read(html_of(root, title).encode(), "", "utf-8")
    if not any(part.kind is BlockKind.PARAGRAPH for part in page.parts):
        return story
    return page._replace(
        published=page.published or story.published,
        declares_media=page.declares_media or story.declares_media,
        duration_s=story.duration_s if page.duration_s is None else page.duration_s,
    )
