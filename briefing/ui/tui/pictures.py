"""The picture of a briefing, brought in a thread: files may be slow, and the text is there to be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing.kinds import Choice

if TYPE_CHECKING:
    from briefing.ui.tui.commanded_app import CommandedApp
    from briefing.ui.widgets.transcript import Picture

_SOON_S: Final = 0.1
"""The text is painted by then."""


def bring_soon(app: CommandedApp) -> None:
    """Once the text is there, look for all pictures that there may be: its own, the tags' and its page's."""
    app.set_timer(_SOON_S, partial(_look, app))


def _look(app: CommandedApp) -> None:
    session = app.session
    if not session.is_opening:
        session.reader.tags.read()
    fetch(app)


def fetch(app: CommandedApp) -> None:
    """Have a page's picture fetched, if pictures are wanted and it is not here; show what there is."""
    if app.session.settings.picture is not Choice.OFF:
        app.session.picture.bring()
    bring(app)


def bring(app: CommandedApp) -> None:
    """Have the picture read, and then shown or its lack said, both in the app's thread."""
    app.run_worker(partial(_read, app), thread=True, exit_on_error=False)


def _read(app: CommandedApp) -> None:
    from briefing.ui.widgets.picture import shown

    session = app.session
    is_wanted = session.settings.picture is not Choice.OFF and not app.no_color
    draw, said, app.picture = shown(
        session.document, session.reader.tags.cover, fetched=session.picture.data, is_wanted=is_wanted
    )
    if said:
        app.call_from_thread(session.say, said, urgent=True)
    if draw or app.transcript.has_picture:
        app.call_from_thread(_show, app, draw)


def _show(app: CommandedApp, draw: Picture | None) -> None:
    app.transcript.show_picture(draw)
    app.after_view()  # it moves the sentence that the terminal's cursor is on
