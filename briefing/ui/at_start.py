"""Commands that were given on the command line: run one after another, as if typed, when a voice is there.

Before that there is no time to go to, and maybe no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.table import command_called
from briefing.errors import UsageError
from briefing.events import StateChanged
from briefing.model import TransportState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.events import Event
    from briefing.session import Session

_NOT_YET: Final = (TransportState.EMPTY, TransportState.LOADING)


def check_lines(lines: Sequence[str]) -> None:
    """Check that each line begins with a command.

    Raises:
        UsageError: if one does not.
    """
    for line in lines:
        name = line.partition(" ")[0]
        if command_called(name.lower()) is None:
            raise UsageError(f"There is no command {name!r}.", "The player lists them: ?, or the README.")


class AtStart:
    """Runs lines when the session has begun.

    Args:
        session: whose voice is waited for.
        lines: commands as they are typed, with their arguments.
        run_line: the face's.
    """

    def __init__(self, session: Session, lines: Sequence[str], run_line: Callable[[str], None]) -> None:
        self._session, self._lines, self._run_line = session, list(lines), run_line
        if lines:
            session.subscribe(self._on_event)

    @property
    def waits(self) -> bool:
        """Whether something is still to be run."""
        return bool(self._lines)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, StateChanged) and event.state not in _NOT_YET and not self._session.is_opening:
            # Not here: whoever changed the state has not finished with it.
            self._session.outbox.post(self._run_next)

    def _run_next(self) -> None:
        while self._lines:
            self._run_line(self._lines.pop(0))
