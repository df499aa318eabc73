"""The source of a web page: a glance tells it, and a process reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.draft import Draft, clamp_s
from briefing.model import BlockKind

if TYPE_CHECKING:
    from briefing.formats.source import Head, Source

_LOOKED_AT: Final = 8192
_PROLOGUE = r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\])?\s*>\s*)*"
_HTML: Final = (
    _PROLOGUE
    + r"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|p|h1|article|script|table|plaintext)\b)"
)
SUFFIXES: Final = (".html", ".htm", ".xhtml")


def score(head: Head) -> float:
    """Return how sure it is that this is a page's source."""
    start = head.text[:_LOOKED_AT].lstrip("\ufeff")
    is_markup = start.lstrip().startswith("<")
    is_html = is_markup and re.match(_HTML, start, re.IGNORECASE | re.DOTALL) is not None
    return 0.96 if is_html or head.suffix in SUFFIXES else 0.0


def read(source: Source) -> Draft:
    """Return the story of a page.

    Raises:
        SourceError: if it cannot be read.
    """
    from briefing.formats.pages.html.process import read_page

    found = read_page(source.data, source.address, source.called)
    draft = Draft(language=found.language, published=found.published, notices=found.notices)
    for part in found.parts:
        if part.kind is BlockKind.CAPTION:
            draft.add_figure(part.alt, part.text, part.src or None)
        else:
            draft.add(part.kind, part.text, part.level, language_parts=part.language_parts)
    draft.authors = found.authors
    draft.audio = found.audio or None
    draft.declares_media = found.declares_media
    draft.duration_s = None if found.duration_s is None else clamp_s(found.duration_s)
    return draft
