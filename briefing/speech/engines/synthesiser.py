"""What the registry knows of a speech engine before it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.errors import SpeechError
    from briefing.ports.speech import SpeechEngine, SpeechVoice


@dataclass(frozen=True, slots=True)
class Synthesiser:
    """A speech engine that may be there: a row of `registry.ENGINES`, a module of its own.

    Which languages it speaks, its voices tell once it is opened.
    """

    name: str
    """What the setting `speech_engine` calls it: a word in small letters."""
    title: str
    """What it is called in a sentence."""
    check: Callable[[], SpeechError | None]
    """Tells, at once and without starting it, why it cannot speak here; None if nothing speaks against it."""
    open: Callable[[], SpeechEngine]
    """Returns it ready to be asked; whoever opens it closes it."""
    tells_words: bool
    """Whether it tells the sample at which each word begins; where it does not, that is estimated."""
    known: tuple[SpeechVoice, ...] = ()
    """Its voices, where they are known without opening it: natural ones, which read their language first."""
    rates_wpm: tuple[int, int] = (80, 900)
    """The slowest and the fastest that it speaks, words a minute."""
    plays_itself: bool = False
    """Whether it plays its sound itself and gives none, see `SpeechVoice.talk`: it is taken where it is asked
    for, and where somebody listens to the player; everything else is said by another."""
