"""The linear face: the same player as lines that are never redrawn, for screen readers and braille.

Rules (heard in yasr, Fenrir, BRLTTY, TDSR and Orca):
1. An announcement is one write of `CR LF text CR`: every reader speaks it whole, and the
   cursor rests where a braille display shows its start.
2. Nothing is rewritten, nothing addressed, nothing drawn: no boxes, bars, spinners.
3. Every key is answered, and nothing is said unasked but ends, errors and changes of voice;
   with `follow_text` also each sentence as it is reached.
4. No prompt stands. What is typed for a search or a command is echoed as a terminal would,
   so readers say each letter once.

Where output is no terminal, an announcement is a plain line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.commands import (
    BY_ID,
    COMMAND_LINE,
    COMMANDS,
    Group,
    Pick,
    Prompt,
    Scope,
    command_called,
    mention,
)
from briefing.model import Announced, Ended, SentenceChanged, StateChanged, TransportState
from briefing.safe import safe_text
from briefing.session.commands import LISTS
from briefing.ui import entry, job
from briefing.ui.carriers import carriers_of
from briefing.ui.keys.bindings import argument_of, bound_keys
from briefing.ui.keys.mentions import KeyNames
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Event, Span
    from briefing.session import Session
    from briefing.settings import Settings

_HELP_HINT: Final = f"{mention('help')} for help."
_DRAWN: Final = re.compile("[\u2500-\u259f\u2800-\u28ff]+")
"""Boxes, blocks and braille patterns: spoken as what they are, dot by dot."""


class LinearFace:
    """Answers keys with lines. `write` takes text as it is sent; `is_screen` says to whom.

    `suspend` stops the process until a shell goes on with it; it returns whether there is one. `copy`
    puts text on a clipboard, and returns whether there is one.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        write: Callable[[str], None],
        *,
        is_screen: bool = True,
        suspend: Callable[[], bool] = lambda: False,
        copy: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        self._session = session
        self._settings = settings
        self._write = write
        self._is_screen = is_screen
        self._suspend_process, self._copy = suspend, copy
        self._keys = bound_keys(COMMANDS, settings.keys)
        self._names = KeyNames(self._keys, is_heard=True)
        self._commands = {key: each for each, keys in self._keys.items() for key in keys}
        self._answer: Callable[[str], None] = self._run_key
        self._label, self._typed = "", ""
        self._run_typed: Callable[[str], None] = self._run_line
        self._carriers = carriers_of(session, self)
        self._last_sentence: Span | None = None
        self.is_done = False
        self.has_ended = False
        session.subscribe(self._on_event)

    def start(self, reason: str) -> None:
        """Say the mode and why, open the session, and give the one hint."""
        self.say(f"Screen reader mode: on ({reason}).")
        self._session.open()
        hint = self._names.put_into(f"{mention('play')} plays, {mention('help')} for help.")
        if hint:
            self.say(hint)

    def say(self, text: str) -> None:
        """Write one announcement, with the user's keys where it names commands."""
        told = self._names.put_into(text)
        line = " ".join(_DRAWN.sub(" ", safe_text(told, keep_newlines=False)).split())
        self._write(f"\r\n{line}\r" if self._is_screen else f"{line}\n")

    def key(self, key: str) -> None:
        """Answer a key.

        Raises:
            KeyboardInterrupt: for Ctrl-C.
        """
        if key == "ctrl+c":  # where no terminal turned it into a signal
            raise KeyboardInterrupt
        self._answer(key)

    @property
    def is_typing(self) -> bool:
        """Whether a prompt is open, which takes characters and no commands."""
        return self._answer == self._typing_key

    def paste(self, text: str) -> None:
        """Put what was pasted into the prompt; without one, leave it out."""
        if self.is_typing:
            self._type(entry.one_line(text))
        else:
            self.say(f"Pasted text is left out. {_HELP_HINT}")

    def print_text(self) -> None:
        """Print the whole briefing, each block as a line with what it is."""
        document, cursor = self._session.document, self._session.cursor
        for block in document.blocks:
            self.say(f"{cursor.block_name(block.span.start)}: {cursor.spoken(block.span)}")

    # Events

    def _on_event(self, event: Event) -> None:
        match event:
            case Announced(text):
                self.say(text)
            case Ended():
                self.has_ended = True
            case SentenceChanged() | StateChanged() if self._settings.follow_text:
                self._read_on()
            case _:
                pass  # a face without a screen has nothing to redraw

    def _read_on(self) -> None:
        session = self._session
        sentence = session.sentence
        # In silence a move is answered with the text itself.
        if session.state is not TransportState.PLAYING or sentence == self._last_sentence:
            return
        self._last_sentence = sentence
        text = session.cursor.spoken(sentence)
        is_first = session.cursor.transcript.paragraph_at(sentence.start).span.start == sentence.start
        self.say(f"{session.cursor.block_name(sentence.start)}: {text}" if is_first else text)

    # Commands

    def _run_key(self, key: str) -> None:
        command_id = self._commands.get(key)
        if command_id is not None:
            self.run(command_id, argument_of(command_id, key, self._keys))
        elif key == "escape":
            self.say("Nothing to close.")
        elif key == UNKNOWN:
            self.say(f"No command on that key. {_HELP_HINT}")
        else:
            self.say(f"No command on {spoken(key)}. {_HELP_HINT}")

    def run(self, command_id: str, argument: str = "") -> None:
        """Ask for the argument that a command lacks, and carry it out: this face itself, or the session."""
        command, session = BY_ID[command_id], self._session
        if command.scope is Scope.TUI:
            self.say(f"{command.title}: only on the screen.")
        elif carry := self._carriers.get(command_id):
            carry(argument)
        elif isinstance(command.asks, Prompt) and not argument:
            self._prompt(command.asks, lambda typed: self.run(command_id, typed))
        else:
            session.run(command_id, argument)
            if isinstance(command.asks, Pick) and not argument and LISTS[command_id](session):
                self._answer = lambda key: self._pick_key(command_id, key)

    # The ports of a face

    def copy(self, text: str) -> bool:
        """Hand text to a clipboard, which says nothing."""
        return self._copy(text)

    def show_help(self) -> None:
        """Tell what each key does that is pressed; where none would tell all of them, do so at once."""
        if not self._keys["help"]:
            self._tell_all()
            return
        self._answer = self._help_key
        self.say(
            "Help. Press a key to hear what it does. Escape closes help. "
            f"{mention('help')} again tells all keys and closes it, too."
        )

    def open_command_line(self) -> None:
        """Let a command be typed."""
        self._prompt(COMMAND_LINE, self._run_line)

    def show_player(self) -> None:
        """Tell how it plays."""
        session = self._session
        voice = announce.voice(session.voice, session.playback.description)
        self.say(f"Status: {announce.state(session.state)} {voice}")

    def show_size(self) -> None:
        """Tell the text size."""
        self.say(announce.size(self._session.size))

    def suspend_job(self) -> None:
        """Stop until a shell goes on with it."""
        # Where keys send signals it comes here only when typed: Ctrl-Z is the terminal's own.
        if not self._suspend_process():
            self.say(job.NO_SHELL)

    def leave(self) -> None:
        """Say goodbye."""
        self.say("Goodbye.")
        self.is_done = True

    # Typing

    def _pick_key(self, command_id: str, key: str) -> None:
        self._answer = self._run_key
        if key.isascii() and key.isdigit():
            self.run(command_id, key)
        else:
            self._run_key(key)

    def _prompt(self, prompt: Prompt, run: Callable[[str], None]) -> None:
        self._label, self._run_typed, self._typed = prompt.title, run, ""
        self._answer = self._typing_key
        self._show_prompt("")

    def _show_prompt(self, before: str) -> None:
        # The cursor stays behind what is typed, where the next letter will stand.
        line = f"{before}{self._label}: {self._typed}"
        self._write(f"\r\n{line}" if self._is_screen else f"{line.rstrip()}\n")

    def _typing_key(self, key: str) -> None:
        char = " " if key == "space" else key
        if len(char) == 1:
            self._type(char)
        elif key == "enter":
            self._answer = self._run_key
            typed = self._typed.strip()
            if typed:
                self._run_typed(typed)
            else:
                self.say(f"{self._label} closed, nothing typed.")
        elif key == "escape" or (key == "backspace" and not self._typed):
            self._answer = self._run_key
            self.say(f"{self._label} closed.")
        elif key == "backspace":
            gone, self._typed = self._typed[-1], self._typed[:-1]
            self._show_prompt(f"{spoken('space' if gone == ' ' else gone)} deleted. ")
        elif key == "ctrl+u":
            self._typed = ""
            self._show_prompt("Empty. ")
        else:
            self._show_prompt("Type, then Enter. Escape closes. ")

    def _type(self, text: str) -> None:
        was_full = len(self._typed) == entry.LIMIT
        taken = text[: entry.LIMIT - len(self._typed)]
        self._typed += taken
        if self._is_screen and taken:
            self._write(safe_text(taken))
        if len(self._typed) == entry.LIMIT and not was_full:
            self.say(entry.FULL)

    def _run_line(self, line: str) -> None:
        name, _, argument = line.partition(" ")
        command = command_called(name.lower())
        if command is None:
            self.say(f"There is no command {name}. {_HELP_HINT}")
        else:
            self.run(command.id, argument.strip())

    # Help

    def _tell_all(self) -> None:
        for group in Group:
            self.say(f"{group}: {' '.join(self._help_lines(group))}")
        self.say("Help closed.")

    def _help_key(self, key: str) -> None:
        command_id = self._commands.get(key)
        if key == "escape":
            self._answer = self._run_key
            self.say("Help closed.")
        elif key in self._keys["help"]:
            # Some readers keep Escape for themselves, so there is another way out.
            self._answer = self._run_key
            self._tell_all()
        elif command_id is None:
            self.say("No command on that key." if key == UNKNOWN else f"No command on {spoken(key)}.")
        else:
            command = BY_ID[command_id]
            opener = " or ".join(self._names.each("command"))
            is_typed = command.argument and opener
            typed = f" Typed after {opener}: {command.id}, then {command.argument}." if is_typed else ""
            self.say(f"{command.title}. {command.help}{typed}")

    def _help_lines(self, group: Group) -> list[str]:
        return [
            f"{_capital(self._names.of(command.id) or 'No key')}: {command.title}."
            for command in COMMANDS
            if command.group is group and command.scope is not Scope.TUI
        ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
