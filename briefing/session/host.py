"""What a session asks of the program that it runs in: time, sound, and somewhere to do slow work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from briefing.errors import UsageError
from briefing.session.own_voice import LateVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.noted import Noted
    from briefing.ports.clock import Clock, InBackground
    from briefing.ports.library import HeardKeeper
    from briefing.ports.voicing import OwnVoice
    from briefing.session.arrival import Coming
    from briefing.session.device import SoundDevice
    from briefing.session.pronouncing import AskedWord, PronunciationKeeper

    class Library(HeardKeeper, Protocol):
        """What else there is to read."""

        def come(self, source: str) -> Coming:
            """Open a source as it is typed, soon: what takes longer is brought by what is returned.

            Raises:
                BriefingError: if it is plain at once that it cannot be opened.
            """

        def write_bookmarks(self, found: Sequence[Noted], name: str, *, is_forced: bool) -> str:
            """Write bookmarks into the file of that name; return it as it is said.

            Raises:
                BriefingError: if it cannot be written, or is there and may not be replaced.
            """


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread of its own, which does not keep the program from leaving."""
    threading.Thread(target=work, daemon=True).start()


NO_VOICE: Final = LateVoice()


def no_pronunciations() -> PronunciationKeeper:
    """Keep none.

    Raises:
        UsageError: always.
    """
    raise UsageError("Pronunciations cannot be kept here.")


class Pronouncing:
    """Who keeps pronunciations, the word that a list of them is open for, and how voices read each so far."""

    def __init__(self, make_keeper: Callable[[], PronunciationKeeper]) -> None:
        self._make_keeper = make_keeper
        self._keeper: PronunciationKeeper | None = None
        self.asked: AskedWord | None = None
        """None while nothing is asked."""
        self.readings: dict[str, Sequence[tuple[str, str]]] = {}
        """How voices of other languages read a word, by the word; empty while they are asked."""

    @property
    def keeper(self) -> PronunciationKeeper:
        """Who keeps them, made when it is first wanted.

        Raises:
            UsageError: if nobody does here.
        """
        if self._keeper is None:
            self._keeper = self._make_keeper()
        return self._keeper


class Host(NamedTuple):
    """The program around a session."""

    clock: Clock
    """Monotonic seconds."""
    device: SoundDevice
    """Opened in a thread, when the first voice is loaded."""
    in_background: InBackground = in_thread
    """Leave as default unless testing."""
    own_voice: OwnVoice = NO_VOICE
    """Speaks what is announced."""
    pronouncing: Pronouncing = Pronouncing(no_pronunciations)
    """Keeps how words are said."""


class _NoLibrary:
    """Nothing else."""

    def come(self, source: str) -> Coming:
        """Open nothing."""
        raise UsageError(f"Nothing else can be opened from here: {source}.", "Give it on the command line.")

    def write_bookmarks(self, found: Sequence[Noted], name: str, *, is_forced: bool) -> str:  # noqa: ARG002
        """Write nothing."""
        raise UsageError(f"Nothing can be written from here: {name}.", "Use `briefing bookmarks`.")

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        """Keep nothing."""


NO_LIBRARY: Final[Library] = _NoLibrary()
