"""The screen from its first paint to the last: signals, the session's end, and what is told afterwards."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.ui.at_start import AtStart
from briefing.ui.graphics import Graphics
from briefing.ui.tui import left_out
from briefing.ui.tui.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.session import Session


def run_tui(session: Session, lines: Sequence[str] = ()) -> int:
    """Run the screen until the user leaves; return the exit code.

    Args:
        session: Not opened yet. It is closed when this returns.
        lines: Commands to run at the start, as they are typed.

    Raises:
        BriefingError: if what was to be opened cannot be read after all.
        KeyboardInterrupt: if a signal or Ctrl-C ended it; everything is put back before.
    """
    graphics = Graphics(os.environ)
    asking = Asking(graphics.question)
    with asking.before_the_screen():
        with left_out.while_importing():
            from briefing.ui.tui.app import BriefingApp

        app = BriefingApp(session)
        app.take_graphics(graphics, asking)
        AtStart(session, lines, app.run_line)
        with app.leaving_on_signals():
            try:
                app.run()
            finally:
                session.close()
    app.tell_why_it_ended()
    if session.opening.refusal is not None:
        raise session.opening.refusal
    return 0
