"""An item of a feed, opened: what the feed holds of it, the page that it is about, and its recording.

Rules:
1. The text is the feed's own where that is a whole story, or where it names the recording's transcript; else
   it is that of the page at the item's link.
2. Where the page cannot be had, or holds less than the feed, the feed's text stands, with a sentence if there
   was none.
3. The recording is the feed's; a page's own only where the feed names none.
4. All is asked for in the feed's name: of the user's own network it names only its own host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.formats.draft import Draft
from briefing.formats.feeds.item import BREAKING, draft_of_item, holds_story
from briefing.formats.pages.html.process import READY
from briefing.formats.registry import RECORDING, format_of
from briefing.linked import LinkedKind
from briefing.loading import Loading
from briefing.model import BlockKind, Media
from briefing.sources.address import host_of, is_address, without_secrets
from briefing.sources.assemble import of_draft
from briefing.sources.companions import UNWANTED, Wanted
from briefing.sources.fetched import FetchedOpening
from briefing.sources.item import Item
from briefing.sources.lead_picture import picture_of
from briefing.sources.opening import Opening
from briefing.sources.remote_recording import with_recording

if TYPE_CHECKING:
    from briefing.feed import FeedItem
    from briefing.ports.media import MediaReader
    from briefing.ports.network import Fetcher

_SAID: Final = (LinkedKind.CAPTIONS, LinkedKind.SUBTITLES, LinkedKind.TRANSCRIPT)


def open_listed(
    item: FeedItem, address: str, *, reader: MediaReader, fetcher: Fetcher, wanted: Wanted = UNWANTED
) -> Item:
    """Return what stands for an item until its text is here: `Item.whole` waits for that.

    Args:
        item: What its feed says of it.
        address: That of its feed; empty where it is not known.
        reader: What recordings are asked through.
        fetcher: What gets what it names.
        wanted: The language to show where texts come in several.
    """
    listed = _Listed(item, address, reader, fetcher, wanted)
    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, item.title)
    document = stand_in.build(listed.shown, "Untitled", Media())
    return Item(document, more=listed.whole, loading=listed.loading, is_stand_in=True)


class _Listed:
    """An item; see `open_listed`."""

    def __init__(
        self, item: FeedItem, address: str, reader: MediaReader, fetcher: Fetcher, wanted: Wanted
    ) -> None:
        self._item, self._address = item, address
        self._reader, self._fetcher, self._wanted = reader, fetcher, wanted
        named = item.link or item.enclosure or address
        self.shown = without_secrets(named) if is_address(named) else named
        self.loading = Loading(host_of(item.link or address))

    def whole(self) -> Item:
        """Return it when it has come: all of its text, and of its recording nothing yet."""
        try:
            draft, opening, how = self._text()
        finally:
            self.loading.is_over = True
        item = with_recording(of_draft(draft, opening, self._wanted), self._fetcher, opening.address)
        picture = None
        if opening.address and item.document.figures:
            picture = picture_of(item.document, opening.address, self._fetcher)
        return item._replace(
            picture=picture, notice=" ".join(filter(None, (how, item.notice))) or None, fetch_notice=how
        )

    def _text(self) -> tuple[Draft, Opening, str]:
        """Return the text, what it was read of, and a sentence about how that came."""
        item = self._item
        has_said = bool(item.enclosure) and any(each.kind in _SAID for each in item.linked)
        how = ""
        if not (has_said or holds_story(item)):
            try:
                opening = self._page()
                page = format_of(opening)
                if page is not RECORDING:
                    opening.fetch()
                    draft = page.read(opening)
                    if _words(draft) >= len(item.text.split()):
                        return self._completed(draft), opening, opening.fetched.notice
            except BriefingError as error:
                how = f"Its page cannot be read, so this is what the feed holds. {error.message}"
            finally:
                READY.drop()
        called = item.title or "The item"
        return draft_of_item(item, called, self._address), self._own_opening(), how

    def _page(self) -> FetchedOpening:
        READY.prepare()
        fetched = self._fetcher.open(self._item.link, self._address or self._item.link, self.loading.tell)
        return FetchedOpening(fetched, self._reader, self._fetcher)

    def _own_opening(self) -> Opening:
        return _FeedOpening(self.shown, self._address, self._reader, self._fetcher)

    def _completed(self, page: Draft) -> Draft:
        """Return a page's text with what the feed says of it."""
        item, draft = self._item, page
        if item.is_breaking and all(block.kind is not BlockKind.KICKER for block, _ in page.parts()):
            draft = Draft(language=page.language, published=page.published, words=page.words)
            draft.add(BlockKind.KICKER, BREAKING)
            draft.extend(page)
            draft.audio, draft.duration_s, draft.declares_media = (
                page.audio,
                page.duration_s,
                page.declares_media,
            )
            draft.authors, draft.linked, draft.chapters = page.authors, page.linked, page.chapters
            draft.picture = page.picture
        if not draft.title:
            draft.title = item.title
        draft.language = draft.language or item.language or None
        draft.published = draft.published or item.published or None
        if item.enclosure:
            told = draft_of_item(item._replace(content=""), item.title, self._address)
            draft.audio, draft.declares_media, draft.duration_s = told.audio, True, told.duration_s
            draft.linked = (*told.linked, *draft.linked)
            draft.chapters = told.chapters or draft.chapters
        return draft


class _FeedOpening(Opening):
    """What a feed holds of an item. What it names is at addresses."""

    def __init__(self, name: str, address: str, reader: MediaReader, fetcher: Fetcher) -> None:
        super().__init__(name, None, reader)
        self.address = address
        self._fetcher = fetcher

    def linked(self, name: str) -> Opening | None:
        """Return what is at an address that the feed names; None where that is none.

        Raises:
            SourceError, UnsafeError: if it cannot be had, or only the user may ask for it.
        """
        if not is_address(name):
            return None
        return FetchedOpening(
            self._fetcher.open(name, asked_by=self.address or name), self.reader, self._fetcher
        )


def _words(draft: Draft) -> int:
    return sum(len(text.split()) for block, text in draft.parts() if block.kind.is_narrated)
