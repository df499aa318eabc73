"""Pages to read the heads of in tests, and what is found in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.formats.pages.html.reader import read
from tests.unit.formats.pages.html.pages_made import STORY

if TYPE_CHECKING:
    from briefing.formats.pages.html.answer import PageFound

TITLE = "Bridge in the harbour opens again"


def found(
    head: str = "", body: str = f"<h1>{TITLE}</h1>{STORY}", *, language: str = "en", at: str = ""
) -> PageFound:
    """Return what is found in a page with some head; `at` is its address."""
    lang = f' lang="{language}"' if language else ""
    source = f'<!doctype html><html{lang}><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return read(source.encode(), at)


def linked(**said: object) -> str:
    """Return a script that says things of an article in JSON-LD."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **said}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(**said: str) -> str:
    """Return `meta` elements by their names, in which "__" stands for a colon."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{content}">' for name, content in said.items()
    )
