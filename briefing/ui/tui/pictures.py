"""The picture of a briefing, brought in a thread: files may be slow, and the text is there to be read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.kinds import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from briefing.session import Session
    from briefing.ui.widgets.transcript import Picture


def bring(app: App[None], session: Session, show: Callable[[Picture], None]) -> None:
    """Have the picture read, and then shown or its lack said, both in the app's thread."""
    app.run_worker(partial(_read, app, session, show), thread=True, exit_on_error=False)


def _read(app: App[None], session: Session, show: Callable[[Picture], None]) -> None:
    from briefing.ui.widgets.picture import shown

    is_wanted = session.settings.picture is not Choice.OFF
    draw, said = shown(
        session.document, session.reader.cover, fetched=session.picture.data, is_wanted=is_wanted
    )
    if said:
        app.call_from_thread(session.say, said, urgent=True)
    if draw:
        app.call_from_thread(show, draw)
