"""`briefing [SOURCE]`: open a briefing in the face that fits."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.cli import outputs, room
from briefing.cli.parser import SOURCE, RawHelp
from briefing.cli.settings_flags import add_flags, given_flags
from briefing.kinds import Choice

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from briefing.cli.wiring.librarian import LateShelf
    from briefing.settings import Loaded
    from briefing.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add the source and every setting's flag."""
    parser.description = "Play a news briefing: read it, hear it, and see each word as it is heard."
    parser.formatter_class = RawHelp
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help=f"{SOURCE}; without it, what was open last",
    )
    add_do(parser)
    add_flags(parser)


def add_do(parser: argparse.ArgumentParser) -> None:
    """Add the flag for commands of the player."""
    parser.add_argument(
        "--do",
        action="append",
        default=[],
        metavar="COMMAND",
        help="run a command of the player at the start, as it is typed there: 'go p3'; may be repeated",
    )


def run(args: argparse.Namespace) -> int:
    """Open the source and play it until the user leaves.

    Raises:
        BriefingError: for what cannot be opened or understood.
    """
    return play(args.source, args)


def play(name: str | None, args: argparse.Namespace) -> int:
    """Play what is named, or what was open last, until the user leaves.

    Raises:
        BriefingError: for what cannot be opened or understood.
    """
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    room.need_memory(room.FACE_BYTES)
    # From here on there is something to open: help and mistakes are told without the player.
    from briefing.cli.wiring import account, opened, trace
    from briefing.cli.wiring.current import CurrentSettings
    from briefing.cli.wiring.librarian import LateShelf
    from briefing.cli.wiring.library import AccountLibrary, is_kept_there
    from briefing.cli.wiring.session import make_session, tell_news
    from briefing.cli.wiring.sources import TagReader
    from briefing.session.outbox import Outbox

    at = ""
    if name is not None and "#" in name:
        from briefing.sources.link import link_from

        name, at = link_from(name)
    if args.do:
        from briefing.ui.at_start import check_lines

        check_lines(args.do)
    loaded = account.load_settings(args)
    settings, current = loaded.settings, CurrentSettings(loaded.settings)
    with ExitStack() as cleanup:
        # What can be refused comes first: a mistyped name leaves nothing behind.
        is_kept = name is not None and is_kept_there(name)
        asked = None if name is None or is_kept else opened.open_asked(name, current)
        traced = None if asked is None else trace.open_trace(settings, asked.item, cleanup)
        store = account.open_store()
        cleanup.callback(_close, store)
        outbox = Outbox()
        shelf = LateShelf()
        cleanup.callback(_close_library, shelf)
        library = AccountLibrary(current, TagReader(), shelf.open, store.last_source, outbox.post_notice)
        if name is not None and is_kept:
            source = opened.open_kept(name, library)
        else:
            source = asked or opened.open_last(store, current, library)
        if not settings.at:
            source = source._replace(at=at)
        if asked is None:
            traced = trace.open_trace(settings, source.item, cleanup)
        session = make_session(
            source,
            store=store,
            library=library,
            loaded=loaded,
            current=current,
            given=given_flags(args),
            outbox=outbox,
            cleanup=cleanup,
        )
        if name is None:
            tell_news(session, library)
        reason = why_linear(loaded, os.environ, is_screen=_is_screen())
        if traced is not None:
            trace.trace(session, traced, is_heard=bool(reason))
        if speaks_itself(settings.say, is_linear=bool(reason)):
            session.own_voice.turn(is_on=True)
        if reason:
            from briefing.ui.linear.run import run_linear

            return run_linear(
                session, settings, stdin=sys.stdin, stdout=sys.stdout, reason=reason, lines=args.do
            )
        from briefing.ui.tui.run import run_tui

        return run_tui(session, args.do)


def _close_library(shelf: LateShelf) -> None:
    if lost := shelf.close():
        outputs.tell(lost)


def _close(store: Store) -> None:
    store.take_notice()  # the face is gone, and has told what there was
    store.close()
    if lost := store.take_notice():
        outputs.tell(lost)


def _is_screen() -> bool:
    # Textual draws on standard error, so that has to be the terminal, too. A closed stream is None.
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def why_linear(loaded: Loaded, environ: Mapping[str, str], *, is_screen: bool) -> str:
    """Return why plain lines are written, as "by flag"; an empty string where a screen is drawn."""
    chosen = loaded.settings.linear
    if chosen is Choice.ON:
        return f"by {loaded.sources['linear'].replace('file', 'setting')}"
    if not is_screen:
        return "for there is no screen to draw on"
    if chosen is Choice.AUTO and environ.get("TERM", "dumb") == "dumb":
        return "for a terminal that cannot be drawn on"
    return ""


def speaks_itself(chosen: Choice, *, is_linear: bool) -> bool:
    """Return whether what is announced is spoken: by itself where no reader was asked for, if left to us."""
    return chosen is Choice.ON or (chosen is Choice.AUTO and not is_linear)
