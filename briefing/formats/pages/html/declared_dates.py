"""When a page's story was published, as the page declares it; never when it was changed, unless that is all.

What is asked, in this order: JSON-LD, the `meta` elements, elements with a time, lines that name a date,
the page's address. One moment is often told twice, in UTC and as the clocks of its place had it: the
second is the day that readers know.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.json_ld import text_of
from briefing.formats.pages.html.shown_dates import dates_of_elements, dates_of_lines
from briefing.formats.pages.html.stamps import instant, read_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing.formats.pages.html.json_ld import Node
    from briefing.formats.pages.html.meta_tags import MetaTags

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:datepublished",
    "datepublished",
)  # fmt: skip
_DATED: Final = (
    "article.published", "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.date", "dc.date.created",
    "dcterms.created", "dc:created", "dc.date", "dc:date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "citation_date", "prism.publicationdate",
    "publish_date", "publishdate", "publish-date", "published_date", "published_at", "published-date",
    "publication_date", "publicationdate", "publication-date", "pubdate", "pub_date", "pub-date",
    "originalpublicationdate", "dateissued", "date_published", "cxenseparse:recs:publishtime",
    "cxenseparse:recs:published_time", "bt:pubdate", "gtm-publication-date", "article_date_original",
    "og:pubdate", "og:regdate", "video:release_date", "og:release_date", "release_date", "displaydate",
    "ptime", "article:published", "article.created", "datecreated", "created", "date",
    "rnews:datepublished", "firstcreate", "itemdate", "timestamp",
)  # fmt: skip
"""Of which a site may mean something else."""
_CHANGED: Final = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "article.updated", "dc.date.modified", "dcterms.modified", "lastmod", "last-modified", "lastmodified",
    "dateupdate", "date_modified",
)  # fmt: skip
_LIKE_PUBLISHED: Final = re.compile(
    r"publi(?:sh|c)|pub[._:-]?(?:date|time)|first[._-]?(?:publish|post)|uploaded|issued|\bpost(?:ed|[._-]?date)"
)
_UNLIKE_PUBLISHED: Final = re.compile(r"publisher|modif|updat|expir|last|until|valid|event|unpubl")
_IN_ADDRESS: Final = re.compile(
    r"[/=_-]((?:19|20)\d{2})(?:[/_-](\d{1,2})[/_-](\d{1,2})|(\d{2})(\d{2}))(?=[/_.?&-]|T\d|$)"
)


def find_published(
    tree: HtmlElement, meta: MetaTags, story: Node, heading: HtmlElement | None, addresses: list[str]
) -> str:
    """Return when a story was published, ISO 8601; empty where the page does not tell.

    Args:
        tree: The page.
        meta: What its `meta` elements say.
        story: What is about its story in JSON-LD.
        heading: The element of its title, near which a date is believed.
        addresses: The page's own, the surest first.
    """
    is_american = (tree.get("lang") or meta.first("og:locale")).replace("_", "-") == "en-US"
    told = [
        text_of(story, "datePublished"),
        *meta.all(*_PUBLISHED),
        text_of(story, "uploadDate", "dateCreated"),
        *meta.all(*_DATED),
    ]
    stamps = [read_stamp(text, is_american=is_american) for text in told]
    stamps += dates_of_elements(tree, heading, is_american=is_american)
    stamps += [
        read_stamp(text, is_american=is_american) for text in meta.alike(_LIKE_PUBLISHED, _UNLIKE_PUBLISHED)
    ]
    stamps = [stamp for stamp in stamps if stamp]
    if not stamps:
        stamps = [*dates_of_lines(tree, heading, is_american=is_american), *map(_in_address, addresses)]
    if not any(stamps):
        changed = [text_of(story, "dateModified"), *meta.all(*_CHANGED)]
        stamps = [read_stamp(text, is_american=is_american) for text in changed]
    return _at_home([stamp for stamp in stamps if stamp])


def _at_home(stamps: list[str]) -> str:
    """Return the first stamp, in the fullest form that another has of it, and with its place's own offset."""
    if not stamps:
        return ""
    first = max((stamp for stamp in stamps if stamp.startswith(stamps[0])), key=len)
    moment = instant(first)
    if moment is None or moment.utcoffset():
        return first
    same = (
        stamp for stamp in stamps if (other := instant(stamp)) and abs(other - moment).total_seconds() < 60
    )
    return next((stamp for stamp in same if not stamp.endswith("+00:00")), first)


def _in_address(address: str) -> str:
    found = _IN_ADDRESS.search(address)
    if found is None:
        return ""
    return read_stamp(f"{found[1]}-{(found[2] or found[4]).zfill(2)}-{(found[3] or found[5]).zfill(2)}")
