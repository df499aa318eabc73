"""`briefing [SOURCE]`: open a briefing in the face that fits."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from briefing.cli import wiring
from briefing.errors import UsageError
from briefing.kinds import Choice
from briefing.settings import add_flags, given_flags

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from briefing.settings import Loaded
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
    loaded = wiring.load_settings(args)
    store = wiring.open_store()
    source = args.source or store.last_source() or SAMPLE
    try:
        item = wiring.open_item(source, loaded.settings)
    except Exception:
        store.close()
        raise
    store.note_opened(item.document.id, item.document.title, _reopened_as(source))
    return _show(item, store, loaded, given_flags(args))


def _reopened_as(source: str) -> str:
    if source == SAMPLE:
        return source
    return "" if source == "-" else os.path.abspath(source)  # noqa: PTH100  # a name, not a file to follow


def _show(item: Item, store: Store, loaded: Loaded, given: Mapping[str, object]) -> int:
    from briefing.session import Session
    from briefing.session.trace import tracer

    settings = loaded.settings
    timer = wiring.make_timer(store, settings)
    with ExitStack() as stack:
        stack.callback(store.close)
        session = Session(
            item.document,
            settings=settings,
            memory=store,
            narrators=wiring.make_narrators(item, settings, timer),
            timer=timer,
            open_engine=wiring.make_engine(settings.sink),
            clock=time.monotonic,
            given=given,
        )
        stack.callback(session.close)
        if settings.trace:
            try:
                stream = stack.enter_context(open(settings.trace, "w", encoding="utf-8"))  # noqa: PTH123
            except OSError as error:
                raise UsageError(
                    f"The trace cannot be written to {settings.trace}: {error.strerror}.", "Give another file."
                ) from error
            session.subscribe(tracer(stream, time.monotonic, item.document.text))
        reason = why_linear(loaded, os.environ, is_screen=sys.stdout.isatty() and sys.stdin.isatty())
        if reason:
            from briefing.ui.linear import run_linear

            return run_linear(session, settings, stdin=sys.stdin, stdout=sys.stdout, reason=reason)
        from briefing.ui.tui import run_tui

        return run_tui(session)


def why_linear(loaded: Loaded, environ: Mapping[str, str], *, is_screen: bool) -> str:
    """Return why plain lines are written, as "by flag"; an empty string where a screen is drawn."""
    chosen = loaded.settings.linear
    if chosen is Choice.ON:
        return f"by {loaded.sources['linear'].replace('file', 'setting')}"
    if chosen is Choice.OFF and is_screen:
        return ""
    if not is_screen:
        return "for there is no screen to draw on"
    return "for a terminal that cannot be drawn on" if environ.get("TERM", "dumb") == "dumb" else ""
