"""Which speech engines there are, in order of preference, and the one door through which they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.errors import ConfigError
from briefing.speech.engines import espeak, hibari, nsss, sapi5, ssip
from briefing.speech.engines.fallback import FallbackSpeech
from briefing.speech.engines.together import SpeechTogether

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.speech.engines.synthesiser import Synthesiser

AUTO: Final = "auto"
"""The first of `ENGINES` that can speak here."""
ENGINES: tuple[Synthesiser, ...] = (
    hibari.SYNTHESISER,
    nsss.SYNTHESISER,
    sapi5.SYNTHESISER,
    espeak.SYNTHESISER,
    ssip.SYNTHESISER,
)
"""The natural one first, for its language, then the system's own before the one that is everywhere. A new
engine is a module and a row here."""


def in_order(preferred: str = AUTO) -> tuple[Synthesiser, ...]:
    """Return the engines to try, the preferred one first, then those that can speak here; at least one.

    Raises:
        ConfigError: if there is no engine of the preferred name.
    """
    named = [each for each in ENGINES if each.name == preferred]
    if not named and preferred != AUTO:
        listed = ", ".join(each.name for each in ENGINES)
        raise ConfigError(
            f"There is no speech engine {preferred!r}.",
            f"There are {listed}; {AUTO} takes the first that speaks here.",
        )
    others = (each for each in ENGINES if each not in named and not each.plays_itself)
    able = [each for each in others if each.check() is None]
    return (*named, *able) or tuple(each for each in ENGINES if not each.plays_itself)[-1:]


def gives_sound(name: str) -> bool:
    """Whether an engine gives its sound to whoever asks; `AUTO` does."""
    return all(each.name != name or not each.plays_itself for each in ENGINES)


def open_speech(
    preferred: str = AUTO,
    tell: Callable[[str], None] = lambda _message: None,
    *,
    is_quick: bool = False,
    is_player: bool = False,
) -> SpeechTogether | FallbackSpeech:
    """Return what reads aloud: the preferred engine, and those that take over from it.

    A natural voice that goes first reads its own language; what it cannot, the others read beside it.

    Args:
        preferred: the name of an engine, or `AUTO`.
        tell: told, from any thread, in a sentence when another engine takes over.
        is_quick: whether to do without natural voices, where there are others: for what must answer at once.
        is_player: whether somebody listens in the player: then one may read that plays its sound itself.

    Raises:
        ConfigError: if there is no engine of that name.
    """
    rows = in_order(preferred)
    if is_quick:
        rows = tuple(each for each in rows if not each.known) or rows
    if rows[0].plays_itself and not is_player:
        if not is_quick:
            tell(f"{rows[0].title} plays its sound itself and gives none. {rows[1].title} reads instead.")
        rows = rows[1:]
    elif rows[0].plays_itself:
        rows = (rows[0], *(each for each in rows[1:] if not each.known))
    first, *others = rows
    if others and (fault := first.check()) is not None:
        tell(f"{fault.message} {others[0].title} reads instead.")
        first, *others = others
    if first.known and others:
        return SpeechTogether(first, FallbackSpeech(others, tell), tell)
    return FallbackSpeech((first, *others), tell)
