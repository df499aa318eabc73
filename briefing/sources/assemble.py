"""A source and what lies beside it, put together as an item.

Rules:
1. Nothing here waits for a recording to be looked into: `Item.look` does that when it is
   called, once. Only a recording whose text is in its own tags has no text before.
2. A text that is shown is never lost for what lies beside it: what cannot be read there
   costs one sentence, or none where it is no text at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing.errors import BriefingError, SourceError, told
from briefing.formats.registry import RECORDING, format_of
from briefing.model import Figure, Media
from briefing.safe import safe_line
from briefing.sources import companions
from briefing.sources.address import is_address
from briefing.sources.companions import UNWANTED, Wanted
from briefing.sources.item import Item, OtherText, offered
from briefing.sources.naming import key_of, readings_beside
from briefing.sources.neighbours import MOST_TRIED, Neighbours
from briefing.sources.opening import SAMPLE, STANDARD_INPUT, Opening, find
from briefing.sources.recording import Recording, check

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.draft import Draft
    from briefing.model import Document
    from briefing.ports.media import MediaReader, TimedText
    from briefing.sources.sought_timings import SoughtTimings
    from briefing.timeline import Timeline

_PICTURE_LIMIT_BYTES: Final = 64 * 1024**2


def open_source(
    name: str, *, reader: MediaReader, stdin: BinaryIO | None = None, wanted: Wanted = UNWANTED
) -> Item:
    """Open what `name` stands for: a file, a folder with one briefing, `-` or `sample`.

    Args:
        name: As the user typed it.
        reader: What recordings are asked through, when the item is asked for more.
        stdin: Where `-` reads from; the process's standard input if not given.
        wanted: The language to show where texts come in several.

    Raises:
        UsageError: if the name is empty.
        SourceError: if it cannot be read, in a sentence that says why and what to do.
    """
    opening = find(name, reader, stdin, wanted)
    is_chosen = name not in (SAMPLE, STANDARD_INPUT) and Path(name).is_dir()
    return assembled(opening, wanted, is_chosen=is_chosen)


def assembled(opening: Opening, wanted: Wanted = UNWANTED, *, is_chosen: bool = False) -> Item:
    """Return what was found as an item.

    Args:
        opening: What was found; a recording is a file.
        wanted: The language to show where texts come in several.
        is_chosen: Whether it was chosen among the texts of a folder.

    Raises:
        SourceError: if it cannot be read, in a sentence that says why and what to do.
    """
    near = Neighbours(opening, wanted)
    format_ = format_of(opening)
    if format_ is not RECORDING:
        draft = format_.read(opening)
        if draft.linked:
            from briefing.sources import linked_texts

            linked_texts.fill(draft, opening, wanted)
        marked = near.language_of(opening.path)
        if not is_chosen:
            draft.language = draft.language or marked
            item = _Assembly(draft, opening, near).item()
        else:
            item = _Assembly(draft, opening, near, near.others(opening.path), marked).item()
        if draft.clips:
            from briefing.sources.book_sound import sounding

            return sounding(item, draft.clips, opening, skips_marked=wanted.skips_marked)
        return item
    check(opening)
    notices: list[str] = []
    for text in near.beside.texts(wanted)[:MOST_TRIED]:
        found = near.read(text, notices.append)
        if found is not None:
            draft, read = found
            draft.notices = [*notices, *draft.notices]
            return _Assembly(draft, read, near, near.others(text.path), text.language).item()
    from briefing.sources.recording_alone import recording_alone

    return recording_alone(opening, notices, wanted)


def of_draft(draft: Draft, opening: Opening, wanted: Wanted = UNWANTED) -> Item:
    """Return a text that was read already, as an item.

    Args:
        draft: What was read.
        opening: Where it was read from, and what it names is.
        wanted: The language to show where texts come in several.

    Raises:
        SourceError: if there is nothing to read.
    """
    if draft.linked:
        from briefing.sources import linked_texts

        linked_texts.fill(draft, opening, wanted)
    return _Assembly(draft, opening, Neighbours(opening, wanted)).item()


class _Assembly:
    """A text with its recording, if it names one or one lies beside it."""

    def __init__(
        self,
        draft: Draft,
        opening: Opening,
        near: Neighbours,
        others: tuple[OtherText, ...] = (),
        marked: str = "",
    ) -> None:
        """Take a text that was opened itself, or that lies beside what was.

        Args:
            draft: What the text holds.
            opening: The text's own.
            near: What lies beside what was opened.
            others: What else it could be read in.
            marked: The language that the text's name tells, which nothing else overrides.

        Raises:
            SourceError: if there is nothing to read.
        """
        if draft.is_empty:
            raise SourceError(
                f"{opening.called} has no text in it.", "Open a file that holds a text or a recording."
            )
        self._draft, self._opening, self._near, self._others = draft, opening, near, others
        draft.language = marked or near.wanted.language or draft.language
        path = (
            near.opening.path
            if opening is not near.opening
            else companions.named_beside(opening.path, draft.audio or "") or near.beside.recording()
        )
        self._recording = Recording(path, opening.reader) if path else None
        if draft.audio and path is None and not is_address(draft.audio):
            draft.notices.append(_why_not(draft.audio))
        stem = _stem(opening, path)
        address = draft.audio if is_address(draft.audio or "") else None
        src = str(path) if path else address
        media = Media(src, draft.duration_s, available=src is not None)
        self._document = _with_safe_pictures(draft.build(opening.name, stem, media), opening.path)

    def item(self) -> Item:
        """Return the item as far as it is known without a look into the recording."""
        draft, recording = self._draft, self._recording
        notices = [*draft.notices, *offered(self._document, self._others)]
        has_none = recording is None and not self._document.media.available
        if draft.declares_media and has_none and not draft.notices:
            notices.append("There is no recording of this briefing.")
        return Item(
            self._document,
            self._timings,
            draft.chapters,
            recording.path if recording else None,
            " ".join(notices) or None,
            self._others,
            recording.info if recording else None,
            self._whole if recording else None,
            draft.lines,
            named_chapters=self._named_chapters if draft.linked and draft.audio else None,
            is_named=bool(draft.title),
            files=self._near.files,
            own_picture=draft.picture,
            feed=draft.feed,
        )

    def _named_chapters(self) -> tuple[TimedText, ...]:
        from briefing.sources import linked_texts

        return linked_texts.chapters(self._draft.linked, self._opening)

    def _whole(self) -> Item:
        """Return the item with what its recording says of itself, or without a recording that is none."""
        item, recording = self.item(), self._recording
        if recording is None:
            return item
        has_times = bool(self._draft.words) or bool(self._sought().texts())
        if self._draft.duration_s is not None and has_times:
            return item  # length and timings are told already
        try:
            info = recording.info()
        except BriefingError as error:
            media = Media(None, self._draft.duration_s, available=False)
            notice = " ".join(part for part in (item.notice, str(told(error))) if part)
            document = self._document._replace(media=media)
            return Item(document, notice=notice, others=self._others, files=item.files)
        document = self._document
        title = document.title if self._draft.title else safe_line(info.title or "") or document.title
        media = document.media._replace(duration_s=info.duration_s)
        from briefing.formats.tags import chapters_of

        return item._replace(
            document=document._replace(title=title, media=media),
            chapters=item.chapters or chapters_of(info),
        )

    def _timings(self, tell: Callable[[str], None]) -> Timeline | None:
        return self._sought().finest(tell)

    def _sought(self) -> SoughtTimings:
        from briefing.sources.sought_timings import SoughtTimings

        return SoughtTimings(self._draft, self._document, self._opening, self._near, self._recording)


def _stem(opening: Opening, recording: Path | None) -> str:
    """Return what stands for a title: the recording's name without marks where the text is named after it."""
    if recording is not None and opening.path is not None:
        stems = {key_of(stem) for stem, _ in readings_beside(opening.path.name)}
        if key_of(recording.stem) in stems:
            return Opening.readable(recording.stem)
    return opening.stem


def _why_not(named: str) -> str:
    return f"The recording {safe_line(named, 80)} is not a file in this briefing's folder."


def _with_safe_pictures(document: Document, path: Path | None) -> Document:
    """Return the document with pictures it may show: addresses, and files in its own folder."""

    def safe(figure: Figure) -> Figure:
        if figure.src is None or is_address(figure.src):
            return figure
        found = companions.named_beside(path, figure.src, _PICTURE_LIMIT_BYTES)
        return figure._replace(src=str(found) if found else None)

    return document._replace(figures=tuple(safe(figure) for figure in document.figures))
