"""What is above a page's story, the story, and no more, as parts in order."""

from __future__ import annotations

from typing import Final

from briefing.formats.pages import furniture_words as words
from briefing.formats.pages.captions import (
    CAPTION_LABEL,
    is_alt,
    is_caption,
    is_picture,
    parted_credit,
    twin_of,
)
from briefing.formats.pages.furniture import Furniture, banners
from briefing.formats.pages.headings import is_heading
from briefing.formats.pages.lines import BULLET, PageLine, count_sentences
from briefing.formats.pages.live import find_entries
from briefing.formats.pages.names import is_name
from briefing.formats.pages.parts import Page
from briefing.formats.pages.phrases import fold, leading
from briefing.formats.pages.player import find_player
from briefing.formats.pages.published import find_published
from briefing.formats.pages.story import find_story, footer_at, is_teaser
from briefing.formats.pages.title import find_title
from briefing.model import BlockKind

_SUMMARY_WORDS: Final = 16
_KICKER_WORDS: Final = 5
_CAPTION_WORDS: Final = 5
_CAPTION_MOST: Final = 40
_ABOVE: Final = 8
"""Lines above a title in which its picture may stand."""


class PageReader:
    """Reads one page."""

    def __init__(self, lines: list[PageLine], *, keeps: bool) -> None:
        """Look for the story in `lines`; with `keeps`, only known furniture around it is left out."""
        self._lines = lines
        self._keeps = keeps
        self._page = Page()
        self._start, self._stop = find_story(lines)
        times, self._stop = find_entries(lines, self._start, self._stop)
        self._times = frozenset(times)
        """Where entries of a live page begin."""
        self._story = range(self._start, self._stop)
        self._title: int | None = None
        self._captions: set[str] = set()
        """What pictures' captions say, folded: said once."""

    def read(self) -> Page:
        """Return what the page holds."""
        self._page.declares_media, self._page.duration_s = find_player(self._lines)
        if self._start == self._stop:
            self._keep_all()
            return self._page
        self._stop = self._with_last_list()
        self._title = find_title(self._lines, self._start, self._stop)
        if self._keeps:
            self._stop = footer_at(self._lines, self._story.stop)
        at = self._start if self._title is None else self._title
        self._page.published = find_published(self._lines, at)
        if self._title is not None:
            self._read_head(self._title)
            at = min(at + 1, self._first_kept(at))
        self._read_story(at)
        return self._page

    def _first_kept(self, title: int) -> int:
        """Return where sentences of the story start that stand above what is taken for its title."""
        told = (
            i for i in range(self._start, title) if self._lines[i].is_prose and not is_caption(self._lines, i)
        )
        return next(told, title + 1)

    def _keep_all(self) -> None:
        """Add every line that is not furniture: there is no story to tell the rest by."""
        for i, line in enumerate(self._lines):
            if line.kind is None and not line.is_date:
                self._page.add(BlockKind.PARAGRAPH if i else BlockKind.TITLE, line.text)

    def _with_last_list(self) -> int:
        """Return where the story stops, with the list that its last paragraph introduces."""
        stop = self._stop
        if self._lines[stop - 1].text.endswith((":", "：")) or self._lines[stop - 1].is_item:
            while (
                stop < len(self._lines) and self._lines[stop].kind is None and not self._lines[stop].is_date
            ):
                stop += 1
                if stop < len(self._lines) and self._lines[stop].gap and not self._lines[stop].is_item:
                    break
        return stop

    def _read_head(self, at: int) -> None:
        """Add what stands above the title: its banner, and a picture that says it is one."""
        lines = self._lines
        title = lines[at]
        above = lines[at - 1] if at else None
        if above is not None and above.folded == title.folded:
            above = lines[at - 2] if at > 1 else None
        if above is not None and self._is_kicker(above, at):
            self._page.add(BlockKind.KICKER, above.text)
        self._page.add(BlockKind.TITLE, title.text)
        seen: set[str] = set()
        for i in range(max(0, at - _ABOVE), at):
            line = lines[i]
            is_told = is_caption(self._lines, i) or any(
                other.folded == line.folded for other in lines[i + 1 : min(at, i + 3)]
            )
            is_long = line.words >= _CAPTION_WORDS and line.kind is None and not line.is_date
            is_told = is_told or self._keeps
            if (
                is_long
                and is_told
                and line.folded not in seen
                and line.folded != title.folded
                and not line.is_links
            ):
                seen.add(line.folded)
                self._add_caption(line)

    def _is_kicker(self, line: PageLine, at: int) -> bool:
        folded = line.folded
        if folded in banners():
            return True
        if line.kind is not None or line.is_date or line.words > _KICKER_WORDS or line.ends or line.is_links:
            return False
        before = self._lines[max(0, at - 4) : at - 1]
        alone = bool(line.gap) or not before
        menu = [other for other in before if other.words <= _KICKER_WORDS and not other.ends]
        return alone and (bool(self._lines[at].gap) or len(menu) <= 1) and folded != self._lines[at].folded

    def _add_caption(self, line: PageLine, alt: str | None = None) -> None:
        """Add a caption, and whom its picture is from as a credit of its own."""
        text = CAPTION_LABEL.sub("", line.text, count=1) or line.text
        caption, credit = parted_credit(text)
        self._page.add(BlockKind.CAPTION, caption, 0, alt)
        self._captions.add(fold(caption))
        if credit is not None:
            self._page.add(BlockKind.CREDIT, credit)

    def _read_story(self, at: int) -> None:
        """Add the story from line `at` on, what stands between the title and its prose included."""
        lines = self._lines
        title = lines[self._title].folded if self._title is not None else ""
        body = self._body_at(at)
        has_summary = False
        i = at
        previous = ""
        while i < self._stop:
            line = lines[i]
            if line.folded in (title, previous) and line.words > 1:
                i += 1
                continue
            if self._is_passed_over(i, at):
                i += 1
                continue
            if (twin := twin_of(self._lines, i, self._stop)) is not None:
                self._add_caption(lines[twin], None)
                previous = line.folded
                i = twin + 1
                continue
            following = lines[i + 1] if i + 1 < len(lines) else None
            if (
                following is not None
                and not line.ends
                and not following.gap
                and is_alt(self._lines, i, self._stop)
            ):
                self._add_caption(following, line.text)
                i += 2
                continue
            previous = line.folded
            if is_caption(self._lines, i):
                self._add_caption(line)
            elif i < body and self._is_byline(i):
                if leading(words.BYLINE).fullmatch(line.text) is None:
                    self._page.add(BlockKind.CREDIT, line.text)
            elif i < body:
                has_summary = self._add_above_body(i, has_summary=has_summary)
            else:
                self._add_body_line(i)
            i += 1

    def _body_at(self, at: int) -> int:
        """Return where the story proper begins: behind what stands below titles, or at its first prose."""
        lines = self._lines
        stop = min(self._times, default=self._stop)
        candidates = range(max(at, self._start), stop)
        told = (
            i
            for i in candidates
            if (lines[i].is_prose or lines[i].ends) and not is_picture(self._lines, i, self._stop)
        )
        first = next(told, at)
        is_divided = False
        seen = 0
        for i in range(at, min(stop, at + 25)):
            line = lines[i]
            if line.is_prose and line.words > 3:
                seen += 1
            if seen > 2:
                break
            if i >= first and (
                line.is_date or line.kind in (Furniture.PLAYER, Furniture.SHARE) or self._is_byline(i)
            ):
                first, is_divided = i + 1, True
        return first if is_divided or self._title is None else self._behind_summary(first)

    def _behind_summary(self, first: int) -> int:
        """Return where the story begins if its first sentence is a summary: by itself, and much shorter."""
        if first >= len(self._lines):
            return first  # the page ends with its title
        following = next((line for line in self._lines[first + 1 : self._stop] if line.kind is None), None)
        line = self._lines[first]
        is_summary = (
            following is not None and following.is_prose and line.gap and following.gap
            and line.words < _SUMMARY_WORDS and line.words * 1.3 < following.words
        )  # fmt: skip
        return first + 1 if is_summary else first

    def _is_byline(self, i: int) -> bool:
        line = self._lines[i]
        if line.kind is not None or line.words > 14 or (line.ends and line.words > 6):
            return False
        found = leading(words.BYLINE).match(line.text)
        if found is not None and (
            found.end() == len(line.text) or not line.text[found.end() :][:1].islower()
        ):
            return True
        above = self._lines[i - 1] if i else None
        label = leading(words.BYLINE).fullmatch(above.text) if above is not None else None
        return label is not None and line.words <= 5

    def _is_unlabelled_byline(self, i: int) -> bool:
        """Return whether a line may be names, and stands by the title or by the date."""
        by = self._lines[max(0, i - 2) : i] + self._lines[i + 1 : i + 3]
        return is_name(self._lines[i]) and (
            self._title in (i - 1, i - 2) or any(other.is_date for other in by)
        )

    def _add_above_body(self, i: int, *, has_summary: bool) -> bool:
        line = self._lines[i]
        if self._is_unlabelled_byline(i):
            self._page.add(BlockKind.CREDIT, line.text)
            return has_summary
        if not line.ends and line.words < 7:
            if line.words >= 4:
                self._add_caption(line)
            return has_summary  # a place, a desk, an agency: nothing of the story
        if self._is_between_byline_and_buttons(i):
            self._add_caption(line)
            return has_summary
        self._page.add(BlockKind.PARAGRAPH if has_summary else BlockKind.SUMMARY, line.text)
        return True

    def _is_between_byline_and_buttons(self, i: int) -> bool:
        """Return whether a sentence stands by itself where pages show their first picture."""
        lines = self._lines
        if count_sentences(lines[i].text) > 1 or lines[i].words > _CAPTION_MOST or not 0 < i < len(lines) - 1:
            return False
        is_below = lines[i - 1].is_date or self._is_byline(i - 1)
        return is_below and lines[i + 1].kind in (Furniture.SHARE, Furniture.PLAYER)

    def _is_passed_over(self, i: int, at: int) -> bool:
        line = self._lines[i]
        if i in self._times:
            return False
        if self._keeps and i in self._story:
            return line.kind in (Furniture.NUMBER, Furniture.PLAYER, Furniture.PICTURE)
        if line.kind is not None:
            return True
        if line.is_date and (i < at + 12 or line.words <= 7):
            return True
        if (line.is_links and not line.ends) or line.folded in self._captions:
            return True
        return not self._is_live(i) and is_teaser(self._lines, i, self._stop)

    def _is_live(self, i: int) -> bool:
        return bool(self._times) and i > min(self._times)

    def _add_body_line(self, i: int) -> None:
        line = self._lines[i]
        text = line.text
        bullet = BULLET.match(text)
        if i in self._times:
            self._page.add(BlockKind.HEADING, text, 2)
        elif bullet or line.is_item:
            self._page.add(BlockKind.LIST_ITEM, text[bullet.end() :] if bullet else text)
        elif is_heading(self._lines, i, self._stop):
            self._page.add(BlockKind.HEADING, text, 3 if self._is_live(i) else 2)
        else:
            self._page.add(BlockKind.PARAGRAPH, text)
