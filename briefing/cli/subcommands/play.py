"""`briefing [SOURCE]`: open a briefing in the face that fits."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from briefing.cli import outputs, room
from briefing.cli.wiring import account, narrators, sound, sources, timings
from briefing.errors import BriefingError, UsageError
from briefing.kinds import Choice
from briefing.model import DocumentArrived
from briefing.session import Session
from briefing.session.commands import HANDLERS
from briefing.session.host import Host
from briefing.session.outbox import Outbox
from briefing.settings import add_flags, given_flags

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Mapping

    from briefing.model import Event
    from briefing.session.arrival import Arrival
    from briefing.settings import Settings
    from briefing.settings_loading import Loaded
    from briefing.sources import Item
    from briefing.store import Store

SAMPLE = "sample"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give the parser the source and every setting's flag."""
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help="a file, a folder, - for standard input, or `sample`; without it, what was open last",
    )
    add_flags(parser)


def run(args: argparse.Namespace) -> int:
    """Open the source and play it until the user leaves.

    Raises:
        BriefingError: for what cannot be opened or understood.
    """
    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    room.need_memory(room.FACE_BYTES)
    loaded = account.load_settings(args)
    language = loaded.settings.language
    with ExitStack() as cleanup:
        # What can be refused comes first: a mistyped name leaves nothing behind.
        asked = None if args.source is None else sources.open_at_once(args.source, language)
        trace = None if asked is None else _open_trace(loaded.settings, asked, cleanup)
        store = account.open_store()
        cleanup.callback(_close, store)
        name, item = (args.source, asked) if asked else _open_last(store, language)
        if asked is None:
            trace = _open_trace(loaded.settings, item, cleanup)
        session = _make_session(
            _Source(name, item, asked is not None), store, loaded, given_flags(args), cleanup
        )
        if trace is not None:
            _trace(session, trace)
        reason = why_linear(loaded, os.environ, is_screen=_is_screen())
        if reason:
            from briefing.ui.linear.run import run_linear

            return run_linear(session, loaded.settings, stdin=sys.stdin, stdout=sys.stdout, reason=reason)
        from briefing.ui.tui.run import run_tui

        return run_tui(session)


def _close(store: Store) -> None:
    store.take_notice()  # the face is gone, and has told what there was
    store.close()
    if lost := store.take_notice():
        outputs.tell(lost)


def _open_last(store: Store, language: str) -> tuple[str, Item]:
    """Return what was open last and its name; the sample where that is nothing, or gone."""
    last = None
    try:
        last = store.last_source()
        if last:
            return last, sources.open_at_once(last, language)
    except BriefingError as error:
        return SAMPLE, _sample_instead(error, language, is_remembered=bool(last))
    return SAMPLE, sources.open_at_once(SAMPLE, language)


def _sample_instead(error: BriefingError, language: str, *, is_remembered: bool) -> Item:
    # Nobody asked for this file now, and it may be gone for good: the sample always opens.
    what = "What was open last cannot be opened." if is_remembered else ""
    return sources.with_notice(sources.open_at_once(SAMPLE, language), f"{what} {error}".strip())


def _reopened_as(source: str) -> str:
    if source == SAMPLE:
        return source
    return "" if source == "-" else os.path.abspath(source)  # noqa: PTH100  # a name, links and all


class _Source(NamedTuple):
    """What is to be opened: its name, what is known of it, and whether it was asked for just now."""

    name: str
    item: Item
    is_asked: bool


def _make_session(
    source: _Source, store: Store, loaded: Loaded, given: Collection[str], cleanup: ExitStack
) -> Session:
    settings = loaded.settings
    outbox = Outbox()
    timer = timings.StoredTimer(store, outbox.post_notice, is_on=settings.align)
    voices = narrators.Voices(settings, outbox.post_notice)
    cleanup.callback(voices.close)

    def arrival(name: str, item: Item) -> Arrival:
        store.note_opened(item.document.id, item.document.title, _reopened_as(name))
        return voices.arrival(item, timer)

    def arriving() -> Arrival:
        try:
            return arrival(source.name, source.item.whole())
        except BriefingError as error:
            if source.is_asked:
                raise
            return arrival(SAMPLE, _sample_instead(error, settings.language, is_remembered=True))

    is_whole = not source.item.is_stand_in
    known = arrival(source.name, source.item) if is_whole else voices.arrival(source.item, timer)
    session = Session(
        known,
        settings=settings,
        memory=store,
        timer=timer,
        host=Host(time.monotonic, sound.make_engine(settings.sink)),
        outbox=outbox,
        commands=HANDLERS,
        given=given,
        arriving=None if is_whole else arriving,
    )
    cleanup.callback(session.close)  # before the trace is closed, to which it still tells the place
    return session


def _trace(session: Session, stream: IO[str]) -> None:
    from briefing.session.trace import tracer

    def write_of_this() -> Callable[[Event], None]:
        return tracer(stream, time.monotonic, session.document.text, session.outbox.post_notice)

    write = write_of_this()

    def listen(event: Event) -> None:
        nonlocal write
        if isinstance(event, DocumentArrived):
            write = write_of_this()
        write(event)

    session.subscribe(listen)


def _open_trace(settings: Settings, item: Item, cleanup: ExitStack) -> IO[str] | None:
    """Return the trace, if one is wanted, when it is sure that nothing that is read would be written over."""
    for written in (settings.trace, settings.sink):
        if written not in ("", "default", "null"):
            from briefing.cli import overwriting  # hardly ever wanted

            overwriting.spare_item(Path(written), item)
    name = settings.trace
    if not name:
        return None
    try:
        stream = open(name, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # `cleanup` closes it
    except OSError as error:
        raise UsageError(
            f"The trace cannot be written to {name}: {error.strerror}.", "Give another file."
        ) from error
    cleanup.enter_context(suppress(OSError))  # what a full disk did not take was told when it did not
    return cleanup.enter_context(stream)


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
