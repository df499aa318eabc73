"""Search both ways, bookmarks, and undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing import announce, announce_text
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Bookmark
    from briefing.session.session import Session

_FORCED: Final = " --force"
"""Stands behind the name of a file that is to be replaced."""


def _search(session: Session, argument: str) -> None:
    if not argument:
        raise UsageError("Type what to search for.")
    session.remember_place()
    search, then = session.search, partial(_go_to_hit, session)
    _tell_found(session, waits=search.begin(argument, then, partial(_tell_count, session)))


def _search_back(session: Session, _argument: str) -> None:
    """Go to the match before; where nothing is searched for, the key is that of the next item."""
    if not session.search.needle and session.queue.has_several:
        session.run("item-next")
    else:
        _search_again(session, backwards=True)


def _search_again(session: Session, *, backwards: bool) -> None:
    if not session.search.needle:
        raise UsageError(
            "Nothing has been searched for yet.", f"Press {mention('search')} and type what to find."
        )
    waits = session.search.again(partial(_go_to_hit, session), backwards=backwards)
    _tell_found(session, waits=waits)


def _tell_found(session: Session, *, waits: bool) -> None:
    if waits:
        session.say(f"Searching for {session.search.needle}. Escape ends it.")
    else:
        _go_to_hit(session)


def _tell_count(session: Session) -> None:
    """Say how many matches there are, and which was found, where the answer came before they were counted."""
    number, count = session.search.position
    if count:
        session.say(announce_text.counted_matches(number, count))


def _go_to_hit(session: Session) -> None:
    search = session.search
    if search.hit is None:
        session.say(announce_text.no_match(search.needle))
        return
    session.move_to(search.hit.start)
    found = session.cursor.text_of(session.sentence)
    place = session.cursor.block_name(search.hit.start)
    told = announce_text.match(*search.position, place, found, wrapped=search.is_wrapped)
    session.say(told, shows=session.sentence)


def _bookmark(session: Session, argument: str) -> None:
    point = session.point
    is_point, at = point.span is not None, point.at(session.cursor)
    here = session.cursor.transcript.sentence_at(at) if is_point else session.sentence
    present = next((b for b in session.bookmarks if b.place.offset in here), None)
    if present is not None and not argument:
        session.keeping.remove_bookmark(present)
        session.undo.remember(
            lambda: session.keeping.add_bookmark(present.place.offset, present.note),
            f"{announce_text.bookmark_back(present.note)} {session.cursor.place_name(present.place.offset)}.",
        )
        dropped = announce_text.at_point("Bookmark dropped", is_point)
        session.say(f"{dropped}. Press {mention('undo')} to bring it back.")
        return
    added = session.keeping.add_bookmark(at, argument)
    session.undo.remember(lambda: session.keeping.remove_bookmark(added), "The bookmark is dropped.")
    waits = ", not written yet" if added.id < 0 else ""
    told = announce_text.at_point(f"Bookmark {len(session.bookmarks)}{waits}", is_point)
    session.say(announce_text.bookmarked(f"{told}.", added.note, session.cursor.place_name(at)))


def bookmark_lines(session: Session) -> list[str]:
    """Return each bookmark's note, else its sentence, and its place."""
    return [
        f"{_words(session, bookmark)} {session.cursor.place_name(bookmark.place.offset)}."
        for bookmark in session.bookmarks
    ]


def _words(session: Session, bookmark: Bookmark) -> str:
    sentence = session.cursor.transcript.sentence_at(bookmark.place.offset)
    return bookmark.note or session.cursor.text_of(sentence)


def _line(session: Session, index: int, bookmark: Bookmark) -> str:
    position = session.cursor.place_name(bookmark.place.offset)
    return announce_text.bookmark(index, position, _words(session, bookmark))


def _bookmarks(session: Session, argument: str) -> None:
    listed = session.bookmarks
    if not listed:
        session.say(f"No bookmarks yet. Press {mention('bookmark')} at a place worth keeping.")
    elif not argument:
        session.say(f"{announce.counted(len(listed), 'bookmark')}. Type its number to go there.")
        for index, bookmark in enumerate(listed, 1):
            session.say(_line(session, index, bookmark))
    elif argument.isdecimal() and 1 <= int(argument) <= len(listed):
        session.remember_place()
        bookmark = listed[int(argument) - 1]
        session.move_to(bookmark.place.offset)
        session.say(_line(session, int(argument), bookmark))
    else:
        raise UsageError(f"There is no bookmark {argument}.", f"Give a number from 1 to {len(listed)}.")


def _write_bookmarks(session: Session, argument: str) -> None:
    """Write the bookmarks of what is open into a file; what is there is replaced where that is asked for."""
    name, is_forced = argument, False
    if argument.endswith(_FORCED):
        name, is_forced = argument.removesuffix(_FORCED).rstrip(), True
    if not name:
        raise UsageError("Type the name of a file that ends in .md, .csv or .json.")
    if not session.bookmarks:
        raise UsageError("There are no bookmarks to write.", f"Press {mention('bookmark')} at a place.")
    from briefing.noted import noted  # asked for long after the first line

    timeline = session.playback.timeline
    found = noted(session.bookmarks, session.cursor.transcript, timeline, session.link)
    written = session.library.write_bookmarks(found, name, is_forced=is_forced)
    session.say(f"{announce.counted(len(found), 'bookmark')} written to {written}.")


def _undo(session: Session, _argument: str) -> None:
    if not session.undo.take_back():
        session.say("Nothing to undo.")
        return
    undo = session.undo
    title = BY_ID[undo.command_id].title if undo.command_id in BY_ID else ""
    session.say(announce_text.undone(title, session.cursor.place_name(session.place), undo.told))


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "search": _search,
    "search-next": lambda session, _: _search_again(session, backwards=False),
    "search-back": _search_back,
    "bookmark": _bookmark,
    "bookmarks": _bookmarks,
    "bookmarks-write": _write_bookmarks,
    "undo": _undo,
}
