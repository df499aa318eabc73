"""Screen reader mode from the first line to the last: its terminal, its keys, and the session's time."""

from __future__ import annotations

import os
import time
from collections import deque
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from briefing import garbage
from briefing.commands.mentions import with_ids
from briefing.errors import AudioError, BriefingError
from briefing.events import KeyPressed
from briefing.model import TransportState
from briefing.ui import entry
from briefing.ui.at_start import AtStart
from briefing.ui.keys.names import FULL_KEYBOARD, MEDIA
from briefing.ui.linear.face import LinearFace
from briefing.ui.linear.terminal import Hangup, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from briefing.session import Session
    from briefing.settings import Settings
    from briefing.ui.keys.decode import KeyDecoder
    from briefing.ui.keys.sequences import Pasted
    from briefing.ui.linear.all_keys import AllKeys

_WHITE: Final = {"space": " ", "enter": " ", "tab": " "}
"""The white space of a paste that comes as keys."""
GOODBYE_S: Final = 0.3
"""How long to stay after the last word, which some readers lose with the program."""


def run_linear(
    session: Session,
    settings: Settings,
    *,
    stdin: TextIO | None,
    stdout: TextIO,
    reason: str,
    lines: Sequence[str] = (),
) -> int:
    """Run the linear face until the user leaves; return the exit code.

    Args:
        session: Not opened yet. It is closed when this returns.
        settings: The settings in force.
        stdin: Where keys come from: a terminal, or anything else as if it were typed. Where
            that ends at once and nothing is to be played, the text is printed, no more.
        stdout: Where lines go.
        reason: Why this face, in words: "by flag".
        lines: Commands to run at the start, as they are typed.

    Raises:
        AudioError: if it plays unattended and no voice can be had.
        BriefingError: if what was to be opened cannot be read after all.
        KeyboardInterrupt: if a signal or Ctrl-C ended it; everything is put back before.
    """
    with Terminal(stdin, stdout) as terminal:
        face = LinearFace(
            session,
            settings,
            terminal.write,
            columns=terminal.columns if terminal.is_screen else None,
            height=terminal.height,
            suspend=terminal.suspend,
            copy=terminal.copy,
        )
        keyboard = _Keyboard(terminal)
        terminal.before_stopping = partial(_before_stopping, face, keyboard)
        session.outbox.wake_by(terminal.wake)
        session.outbox.leave_by(face.leave)
        try:
            try:
                _attend(face, session, keyboard, reason, AtStart(session, lines, face.run_line))
                if terminal.is_screen and not terminal.signal_number:
                    time.sleep(GOODBYE_S)
            finally:
                session.close()
                keyboard.give_back()
                with suppress(Hangup):
                    face.lines.step_below()
        except Hangup:
            return 0
        if terminal.signal_number:
            raise KeyboardInterrupt
    return 0


def _before_stopping(face: LinearFace, keyboard: _Keyboard) -> None:
    face.lines.step_below()
    keyboard.give_back()


def _attend(face: LinearFace, session: Session, keyboard: _Keyboard, reason: str, at_start: AtStart) -> None:
    """Pass keys to the face and time to the session until one of them is done."""
    terminal = keyboard.terminal
    keys: deque[str | Pasted] = deque() if terminal.is_keyboard else keyboard.read(0.0)
    if terminal.at_end and not session.settings.autoplay and not at_start.waits:
        _print_all(face, session)
        return
    with face.lines.together():
        face.start(reason)
        keyboard.ask()
        delay_s = _tick(session)
    garbage.settle()
    while not face.is_done and not terminal.signal_number:
        keys = keys or keyboard.read(delay_s)
        with face.lines.together():
            if keys:
                _press(face, session, keys, is_burst=keyboard.is_burst)
            elif face.has_ended and session.settings.exit_at_end:
                face.leave()
            elif terminal.at_end and not at_start.waits:
                _go_on_alone(face, session, terminal)
            delay_s = _tick(session)


def _tick(session: Session) -> float:
    """Move everything on; return the seconds after which to do so again.

    Raises:
        BriefingError: if what was to be opened cannot be read after all.
    """
    delay_s = session.tick()
    if session.opening.refusal is not None:
        raise session.opening.refusal
    return delay_s


def _print_all(face: LinearFace, session: Session) -> None:
    """Print the text; of several, one after another. Of these, what cannot be read costs a sentence.

    Raises:
        BriefingError: if there is only one, and it cannot be read.
    """
    is_there = True
    try:
        session.fetch()
        face.print_text()
    except BriefingError as error:
        if not session.queue.has_several:
            raise
        session.say(str(error))
    while is_there:
        try:
            is_there = session.fetch_next()
            if is_there:
                face.print_text()
        except BriefingError as error:
            session.say(str(error))


def _press(face: LinearFace, session: Session, keys: deque[str | Pasted], *, is_burst: bool) -> None:
    """Hand on the first of the keys; to a line that is typed, all characters that came in a burst."""
    if is_burst and face.is_typing and (text := _characters(keys)):
        face.paste(text)
        return
    key = keys.popleft()
    if key in MEDIA:
        _press_media(session, str(key))
    elif isinstance(key, str):
        face.key(key)
    else:
        face.paste(key.text)


def _press_media(session: Session, key: str) -> None:
    from briefing.ui.keys.media import press_media_key

    session.outbox.emit(KeyPressed())
    if not press_media_key(session, key):
        session.say("That key does nothing.")


def _characters(keys: deque[str | Pasted]) -> str:
    """Take the characters that the keys begin with, and return them."""
    taken = []
    while keys and isinstance(key := keys[0], str) and len(char := _WHITE.get(key, key)) == 1:
        taken.append(char)
        keys.popleft()
    return "".join(taken)


def _go_on_alone(face: LinearFace, session: Session, terminal: Terminal) -> None:
    """Without a keyboard, what plays is played to its end, and nothing else is waited for.

    Raises:
        AudioError: if no voice can be had.
        Hangup: if the keyboard's window was closed.
    """
    if terminal.is_keyboard:
        raise Hangup
    if session.state is TransportState.FAILED:
        raise AudioError(with_ids(session.outbox.status), "`briefing doctor` tells what to do.")
    if face.has_ended or not (session.playback.is_playing or session.is_opening):
        face.leave()


class _Keyboard:
    """Keys from the terminal, with the time that tells Escape from a sequence, and a paste from typing."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._all_keys: AllKeys | None = None
        self._burst = entry.Burst()
        self._flush_at_s = 0.0
        self.is_burst = False

    @cached_property
    def _decoder(self) -> KeyDecoder:
        from briefing.ui.keys.decode import KeyDecoder  # nobody types before the first line

        return KeyDecoder()

    def ask(self) -> None:
        """Ask a terminal that may pass on media keys whether it does."""
        from briefing.ui.linear.all_keys import QUESTION, AllKeys, is_to_be_asked  # nor before that

        if self.terminal.is_keyboard and self.terminal.is_screen and is_to_be_asked(os.environ):
            self._all_keys = AllKeys(self.terminal.write)
            self.terminal.write(QUESTION)

    def give_back(self) -> None:
        """Leave the keys to a shell as they were found."""
        if self._all_keys is not None:
            self._all_keys.give_back()

    def read(self, timeout_s: float) -> deque[str | Pasted]:
        if self._all_keys is not None:
            self._all_keys.take()  # again, where a shell had the terminal meanwhile
        patience_s = self._decoder.patience_s
        data = self.terminal.read(timeout_s if patience_s is None else min(timeout_s, patience_s))
        now_s = time.monotonic()
        if data:
            # What comes through a pipe is meant as keys, however fast it comes.
            self.is_burst = self._burst.grows(len(data), now_s) and self.terminal.is_keyboard
            keys = self._decoder.feed(data)
            if FULL_KEYBOARD in keys:
                if self._all_keys is not None:
                    self._all_keys.answered()
                keys = [key for key in keys if key != FULL_KEYBOARD]
            self._flush_at_s = now_s + (self._decoder.patience_s or 0.0)
            return deque(keys)
        if patience_s is not None and now_s >= self._flush_at_s:
            return deque(self._decoder.flush())
        return deque()
