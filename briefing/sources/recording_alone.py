"""A recording without a text beside it: what it is about is in its tags and tracks, if anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.draft import Draft
from briefing.model import BlockKind, Media
from briefing.sources.item import Item, offered
from briefing.sources.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.ports.media import MediaInfo
    from briefing.sources.companions import Wanted
    from briefing.sources.item import OtherText
    from briefing.sources.opening import Opening
    from briefing.timeline import Timeline


def recording_alone(opening: Opening, notices: Sequence[str], wanted: Wanted) -> Item:
    """Return a recording as an item; its name stands for it until it has been looked into.

    Args:
        opening: The recording's, a file.
        notices: What there is to tell of what lies beside it.
        wanted: The language to show where texts come in several.
    """
    path = opening.path
    assert path is not None  # noqa: S101  # `check` has refused the standard input
    recording = Recording(path, opening.reader)

    def whole() -> Item:
        from briefing.sources.match import match_words

        info = recording.info()
        draft, others = _told(info, opening, wanted)
        draft.language = wanted.language or draft.language
        document = draft.build(opening.name, opening.stem, Media(str(path), info.duration_s, available=True))

        def timings(_tell: Callable[[str], None]) -> Timeline | None:
            return match_words(document, draft.words, info.duration_s) if draft.words else None

        notice = " ".join([*notices, *draft.notices, *offered(document, others)]) or None
        return Item(
            document, timings, draft.chapters, path, notice, others, look=recording.info, files=[path]
        )

    stand_in = Draft()
    stand_in.add(BlockKind.TITLE, opening.stem)
    document = stand_in.build(opening.name, opening.stem, Media(str(path), available=True))
    return Item(document, media_path=path, look=recording.info, more=whole, is_stand_in=True, files=[path])


def _told(info: MediaInfo, opening: Opening, wanted: Wanted) -> tuple[Draft, tuple[OtherText, ...]]:
    """Return what a recording tells, and in what other languages it would: tracks go before tags."""
    from briefing.formats.tags import read_info
    from briefing.sources import tracks

    for track in tracks.by_place(info.tracks, wanted):
        said = tracks.read(track, opening)
        if said is not None:
            return read_info(info, opening.stem, said), tracks.others(info.tracks, track)
    return read_info(info, opening.stem), ()
