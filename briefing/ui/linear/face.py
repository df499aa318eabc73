"""The linear face: the same player as lines that are never redrawn, for screen readers and braille.

Rules (heard in yasr, Fenrir, BRLTTY, TDSR and Orca):
1. Nothing is rewritten, nothing addressed, nothing drawn: no boxes, bars, spinners (`lines`).
2. All that is said is told to the session, and written when it comes back as an event: whoever else
   listens, the trace or a voice of our own, is told the same.
3. Every key is answered, and nothing is said unasked but ends, errors and changes of voice;
   with `follow_text` also each sentence as it is reached.
4. No prompt stands.
5. At a braille display (`routing`) arrows are no commands: they move the cursor over what was said.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing import announce, announce_text, announce_voices
from briefing.commands.command import KeyWanted, Prompt, Scope
from briefing.commands.mentions import mention
from briefing.commands.options import Options
from briefing.commands.table import BY_ID, COMMAND_LINE, command_called
from briefing.events import (
    Ended,
    Focused,
    KeyPressed,
    Leaving,
    LettersTyped,
    LibraryChanged,
    OptionsCame,
    SentenceChanged,
    StateChanged,
    ViewChanged,
)
from briefing.model import TransportState
from briefing.settings import Where
from briefing.ui import job
from briefing.ui.carriers import LEAVING, asked_here, carriers_of, carry_out, options_again
from briefing.ui.keys.bindings import argument_of
from briefing.ui.keys.mentions import KeyNames, KeysInForce
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import spoken
from briefing.ui.linear.commands_of_keys import CommandsOfKeys
from briefing.ui.linear.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.events import Event
    from briefing.session import Session
    from briefing.settings import Settings
    from briefing.ui.linear.followed import FollowedText
    from briefing.ui.linear.library import LibraryLines
    from briefing.ui.linear.line_entry import LineEntry
    from briefing.ui.linear.touching import Touch

_HELP_HINT: Final = f"{mention('help')} for help."


class LinearFace:
    """Answers keys with lines. `write` takes text as it is sent, to a terminal of `columns` if there are any.

    `height` tells how many rows that has. `suspend` stops the process until a shell goes on with it; it
    returns whether there is one. `copy` puts text on a clipboard, and returns whether there is one.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        write: Callable[[str], None],
        *,
        columns: Callable[[], int] | None = None,
        height: Callable[[], int] = lambda: 0,
        suspend: Callable[[], bool] = lambda: False,
        copy: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        self._session = session
        self._say, self._tell = session.say, session.outbox.emit
        self._suspend_process, self._copy = suspend, copy
        self._in_force = KeysInForce(settings.keys, is_heard=True)
        bound = CommandsOfKeys(self._in_force.of_command, lambda: session.settings)
        self._bound, self._keys, self._commands = bound, bound.keys, bound.commands
        self.names = KeyNames(self._keys, is_heard=True)
        self.lines = Lines(
            write,
            self.names,
            columns,
            cells=lambda: session.settings.braille_width,
            height=height,
            is_paged=lambda: bound.is_at_display,
        )
        self._touch: Touch | None = None
        self._answer: Callable[[str], None] = self._run_key
        self._typing: LineEntry | None = None
        self._library: LibraryLines | None = None
        self._take_more: Callable[[], None] = lambda: None  # options that came for the list
        self._is_list_hint_due = True
        self._followed: FollowedText | None = None
        session.look.is_on_screen = False
        self.is_done = self._is_starting = self.has_ended = False
        self._carriers = carriers_of(session, self)
        session.subscribe(self.lines.hear)
        session.subscribe(self._on_event)

    def start(self, reason: str) -> None:
        """Open the session, with one hint; and say why there is no screen, unless by choice ("by flag")."""
        why = "" if reason.startswith("by ") else f" Screen reader mode, {reason}."
        self._is_starting = True
        self._session.open(f"{mention('play')} plays, {mention('help')} for help.{why}")
        self._is_starting = False

    def key(self, key: str) -> None:
        """Answer a key.

        Raises:
            KeyboardInterrupt: for Ctrl-C.
        """
        if key == "ctrl+c":  # where no terminal turned it into a signal
            raise KeyboardInterrupt
        self._tell(KeyPressed())
        self.lines.typed = key
        if self._bound.moves_cursor(key) and self._typing is None:
            self._move_cursor(key)
            return
        if self._touch is not None:
            self._touch.let_go()
        self._answer(key)

    def _move_cursor(self, key: str) -> None:
        if self._touch is None:
            from briefing.ui.linear.touching import Touch

            self._touch = Touch(self._session, self.lines)
        self._touch.move(key)

    @property
    def is_typing(self) -> bool:
        """Whether a prompt is open, which takes characters and no commands."""
        return self._typing is not None

    def paste(self, text: str) -> None:
        """Put what was pasted into the prompt; without one, leave it out."""
        if self._typing:
            self._typing.paste(text)
        else:
            self._say(f"Pasted text is left out. {_HELP_HINT}")

    def print_text(self) -> None:
        """Print the whole briefing, each block as a line with what it is."""
        document, cursor = self._session.document, self._session.cursor
        for block in document.blocks:
            self._session.outbox.write(cursor.introduced(block.span), block.span)

    # Events

    def _on_event(self, event: Event) -> None:
        match event:
            case Ended():
                self.has_ended = True
            case LibraryChanged(True) if self._library is not None:
                self._library.renew()
            case OptionsCame():
                self._take_more()
            case ViewChanged():
                if self._in_force.take(self._session.settings.keys):
                    self._bound.bind()
            case StateChanged(state):
                if state is not TransportState.LOADING:
                    self._session.reader.tags.read()  # so that no key has to wait for the chapters in them
                elif self._is_starting:
                    self.lines.write_held()  # loading takes its time
                self._follow()
            case SentenceChanged():
                self._follow()
            case _:
                pass  # a face without a screen has nothing to redraw

    def _follow(self) -> None:
        if not self._session.settings.follow_text:
            return
        if self._followed is None:
            from briefing.ui.linear.followed import FollowedText

            self._followed = FollowedText(self._session)
        self._followed.read_on()

    # Commands

    def _run_key(self, key: str) -> None:
        command_id = self._commands.get(key)
        if command_id is not None:
            self.run(command_id, argument_of(command_id, key, self._keys))
        elif key == "escape" and self._session.is_opening:
            if not self._session.give_up_opening():
                self.run("quit")
        elif key == "escape":
            self._say(announce_text.nothing_left(ends_search=self._session.search.leave()))
        elif key == UNKNOWN:
            self._say(f"No command on that key. {_HELP_HINT}")
        else:
            self._say(f"No command on {spoken(key)}. {_HELP_HINT}")

    def run(self, command_id: str, argument: str = "") -> None:
        """Ask for the argument that a command lacks, and have the session see to it."""
        if command_id in LEAVING and self._library is not None:
            self._close_library()
        command, session = BY_ID[command_id], self._session
        if command.scope is Scope.TUI:
            session.run(command_id, argument)  # which has nothing to do, but tells of it
            self._say(f"{command.title}: only on the screen.")
            return
        match asked_here(session, self.names, command_id, argument):
            case KeyWanted() as wanted:
                self._await_key(command_id, wanted)
            case Prompt() as prompt:
                self._prompt(prompt, lambda typed: self.run(command_id, f"{prompt.before} {typed}".strip()))
            case Options() as options:
                self._list(command_id, argument, options)
            case None:
                carry_out(session, self._carriers, command_id, argument)

    # The ports of a face

    def copy(self, text: str) -> bool:
        """Hand text to a clipboard, which says nothing."""
        return self._copy(text)

    def show_help(self) -> None:
        """Tell what each key does that is pressed; where none would tell all of them, do so at once."""
        from briefing.ui.linear.help import Help

        opened = Help(
            self._commands,
            self._keys["help"],
            self.names,
            say=self._say,
            close=self._close,
        )
        self._answer = opened.key
        opened.open()

    def open_command_line(self) -> None:
        """Let a command be typed."""
        self._prompt(COMMAND_LINE, self.run_line)

    def show_library(self, words: str = "") -> None:
        """List the library; with words, what has them."""
        library = self._library_at_hand()
        if words:
            library.search(words)
        else:
            library.show_items()

    def show_subscriptions(self) -> None:
        """List the subscriptions."""
        self._library_at_hand().show_feeds()

    def _library_at_hand(self) -> LibraryLines:
        """Return the library, opened unless it is: keys belong to it until it is closed."""
        if self._library is None:
            from briefing.ui.linear.library import LibraryLines

            self._library = LibraryLines(
                self._session,
                self._commands,
                self.names,
                say=self._say,
                say_row=self._session.outbox.say_row,
                run=self.run,
                prompt=self._prompt,
                close=self._close_library,
            )
        self._close()
        return self._library

    def _close_library(self) -> None:
        self._library = None
        self._close()

    def show_player(self) -> None:
        """Tell how it plays."""
        session = self._session
        voice = announce_voices.voice(session.voice, session.playback.voices.description)
        self._say(f"Status: {announce.state(session.state)} {voice}")

    def show_size(self) -> None:
        """Tell the text size."""
        self._say(announce.size(self._session.size, Where.SCREEN))

    def say_row(self, step: int) -> None:
        """Say the next row of what was said last, or the one before."""
        self._say(self.lines.row_again(step))

    def suspend_job(self) -> None:
        """Stop until a shell goes on with it."""
        # Where keys send signals it comes here only when typed: Ctrl-Z is the terminal's own.
        if not self._suspend_process():
            self._say(job.NO_SHELL)

    def leave(self) -> None:
        """Say goodbye."""
        self._say("Goodbye.")
        self._tell(Leaving())
        self.is_done = True

    # Asking

    def _list(self, command_id: str, argument: str, options: Options) -> None:
        from briefing.ui.linear.list_lines import HINT, ListLines

        hint, self._is_list_hint_due = HINT if self._is_list_hint_due else "", False
        opened = ListLines(
            command_id,
            options,
            again=partial(options_again, self._session, self.names, command_id, argument),
            commands=self._commands,
            names=self.names,
            say=self._say,
            say_row=self._session.outbox.say_row,
            run=self.run,
            close=self._close,
        )
        self._answer, self._take_more = opened.key, opened.take_more
        opened.open(hint)

    def _await_key(self, command_id: str, wanted: KeyWanted) -> None:
        def take(key: str) -> None:
            self._close()
            if key == "escape":
                self._say("No key is changed.")
            else:
                self.run(command_id, f"{wanted.before} {key}")

        self._answer = take
        self._say(f"{wanted.title}.")

    def _prompt(self, prompt: Prompt, run: Callable[[str], None]) -> None:
        from briefing.ui.linear.line_entry import LineEntry

        # What is typed for a value has a range; what other commands take, their help tells.
        label = f"{prompt.title}, {prompt.example}" if prompt.before else prompt.title
        self._typing = LineEntry(
            label,
            run,
            close=self._close,
            show=lambda line: self._tell(Focused(line, takes_text=True)),
            echo=lambda letters: self._tell(LettersTyped(letters)),
            say=self._say,
        )
        self._answer = self._typing.key
        self._typing.show()

    def _close(self) -> None:
        """Let keys be commands again, or the library's where that is open."""
        self._answer, self._typing = self._library.key if self._library else self._run_key, None

    def run_line(self, line: str) -> None:
        """Run a command as it was typed, with its argument behind a space."""
        name, _, argument = line.partition(" ")
        command = command_called(name.lower())
        if command is None:
            self._say(f"There is no command {name}. {_HELP_HINT}")
        else:
            self.run(command.id, argument.strip())
