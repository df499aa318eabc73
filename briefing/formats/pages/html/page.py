"""The source of a web page: a glance tells it, and a process reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.draft import Draft, clamp_s
from briefing.formats.pages.html.clipboard import HINT as CLIPBOARD
from briefing.formats.pages.html.held import held
from briefing.formats.refused import PROLOGUE
from briefing.formats.suffixes import AUDIO_SUFFIXES, PAGE_SUFFIXES
from briefing.model import BlockKind
from briefing.safe import safe_line, safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.html.answer import HeardPart, PageFound
    from briefing.formats.source import Head, Source
    from briefing.formats.timed_text import TimedWord

_LOOKED_AT: Final = 8192
_SURE: Final = 0.96
_HTML: Final = (
    PROLOGUE + r"<(?:!doctype\s+html|(?:html|head|body|title|meta|div|p|h1|article|script|table|plaintext)\b)"
)
_FRAGMENT: Final = (
    r"\s*<(?:a|article|aside|audio|b|blockquote|br|button|center|dd|details|dl|dt|em|fieldset|figure|font|footer|form"
    r"|h[1-6]|header|hr|i|iframe|img|input|label|li|main|nav|noscript|ol|picture|pre|q|section|select|small|span"
    r"|strong|style|su[bp]|svg|table|t[dhr]|tbody|time|u|ul|video)\b[^>]{0,8000}>"
)
"""What a selection on the clipboard may begin with; a file that does has a name that tells what it is."""
_MISNAMED: Final = "Get the recording again, or read the page under a name that ends in .html."
_COPY: Final = "Open it in a browser, copy its text, and give that to “briefing -”."


def score(head: Head) -> float:
    """Return how sure it is that this is a page's source."""
    start = head.text[:_LOOKED_AT].lstrip("\ufeff")
    if head.suffix in PAGE_SUFFIXES:
        return _SURE
    # These take long to compile, and hardly any text is marked up.
    is_markup = start.lstrip().startswith("<")
    patterns = [_HTML, *([] if head.suffix else [_FRAGMENT])] if is_markup else [CLIPBOARD]
    return _SURE if any(re.match(each, start, re.IGNORECASE | re.DOTALL) for each in patterns) else 0.0


def read(source: Source) -> Draft:
    """Return the story of a page.

    Raises:
        SourceError: if it cannot be read.
    """
    from briefing.formats.pages.html.process import read_page

    if source.head.suffix in AUDIO_SUFFIXES and not source.address:
        raise SourceError(f"{source.called} is a web page in place of a recording.", _MISNAMED)
    found = read_page(source.data, source.address, source.called, source.charset)
    return draft_of(found, source)


def draft_of(found: PageFound, source: Source) -> Draft:
    """Return what was found in a source as a draft.

    Raises:
        SourceError: if there is no story and no recording, with why, as far as the page tells.
    """
    notices = [safe_line(notice) for notice in found.notices]
    if not (found.title or _has_story(found) or found.audio or found.declares_media):
        why = next(iter(notices), "")
        raise SourceError(why or f"{source.called} holds no story that can be read.", "" if why else _COPY)
    draft = Draft(language=found.language, published=found.published, notices=notices)
    said = None
    if found.turns:
        from briefing.formats.pages.html import said_when

        said = said_when.read(found)
    for part in held(draft, found.parts if said is None else said_when.without(found.parts, said)):
        if part.kind is BlockKind.CAPTION:
            src = _placed(source, found, part.src)
            if part.text or part.alt or _can_be_had(source, src):
                draft.add_figure(part.alt, part.text, src or None, part.language_parts, links=part.links)
                draft.add(BlockKind.CREDIT, part.credit)
        else:
            draft.add(part.kind, part.text, part.level, part.speaker, part.language_parts, links=part.links)
    if said is not None:
        draft.extend(said)
        draft.words, draft.lines = said.words, said.lines
    if found.spoken:
        draft.words = _words(found.spoken)
    draft.title = draft.title or safe_line(found.title)
    draft.authors = found.authors
    draft.picture = found.picture or None
    draft.audio = _placed(source, found, found.audio) or None
    draft.declares_media = found.declares_media
    draft.duration_s = None if found.duration_s is None else clamp_s(found.duration_s)
    draft.linked = tuple(each._replace(address=_placed(source, found, each.address)) for each in found.linked)
    return draft


def _words(spoken: Sequence[HeardPart]) -> tuple[TimedWord, ...]:
    """Return when the words of a page of ours are heard."""
    from briefing.formats.timed.transcript import timed_words
    from briefing.formats.timed_text import Piece, TimedLine

    return timed_words(
        [
            TimedLine(
                (Piece(safe_text(each.text), clamp_s(each.start_s)),), clamp_s(each.stop_s), each.is_word
            )
            for each in sorted(spoken, key=lambda each: each.start_s)
        ]
    )


def _has_story(found: PageFound) -> bool:
    """Return whether there is more to read of a page than what it is called."""
    called = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.CREDIT)
    return bool(found.turns) or any(part.kind not in called for part in found.parts)


def _can_be_had(source: Source, named: str) -> bool:
    """Return whether a picture can: it lies beside the page, or its whole address is known."""
    return named.startswith(("http://", "https://")) or bool(named and source.has_beside(named))


def _placed(source: Source, found: PageFound, named: str) -> str:
    """Return what a page names: the file beside it, where it was saved with that, else the address."""
    name = found.beside.get(named, "")
    return name if name and source.has_beside(name) else named
