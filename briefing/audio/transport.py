"""What the player is doing: one table of states and what may happen in each.

Rules, in the manner of h11's `_state.py`:
1. The table is all there is: whatever is not in it is illegal, and asking for it is a fault
   of the caller, told by `LocalTransportError`, never something to show a user.
2. A state says what the player does, not what it can play: `PLAYING` while the device is
   away or the source has nothing ready is a matter of events, not of states.
3. Time does not stand in the table. While a narration is made ready there is nothing to play
   yet: that it is LOADING, the session says (`session.playback`).

          LOADED           PLAY            END
    EMPTY --------> PAUSED <-----> PLAYING -----> ENDED
                       |   PAUSE      |
                       | FAIL         | FAIL
                       +--> FAILED <--+

From ENDED, PLAY starts again; SEEK and STOP pause. From FAILED, PLAY and SEEK try again
(the next part may be sound), and SWAP goes on with another voice. UNLOADED leads back to EMPTY from
everywhere.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from briefing.model import TransportState


class Input(Enum):
    """What can happen to a transport."""

    LOADED = auto()
    """A narration is there, to be played from somewhere."""
    UNLOADED = auto()
    """It is let go of: something else is to be played, or nothing."""
    SWAP = auto()
    """Another narration of the same text takes over; playing goes on."""
    PLAY = auto()
    PAUSE = auto()
    STOP = auto()
    SEEK = auto()
    END = auto()
    """The end has been heard."""
    FAIL = auto()
    """The narration cannot be read any further."""


_S = TransportState
_ALWAYS: Final = {Input.LOADED: _S.PAUSED, Input.UNLOADED: _S.EMPTY, Input.FAIL: _S.FAILED}

TRANSITIONS: Final[dict[TransportState, dict[Input, TransportState]]] = {
    _S.EMPTY: {Input.LOADED: _S.PAUSED, Input.UNLOADED: _S.EMPTY},
    _S.PAUSED: {
        **_ALWAYS,
        Input.SWAP: _S.PAUSED,
        Input.PLAY: _S.PLAYING,
        Input.PAUSE: _S.PAUSED,
        Input.STOP: _S.PAUSED,
        Input.SEEK: _S.PAUSED,
    },
    _S.PLAYING: {
        **_ALWAYS,
        Input.SWAP: _S.PLAYING,
        Input.PLAY: _S.PLAYING,
        Input.PAUSE: _S.PAUSED,
        Input.STOP: _S.PAUSED,
        Input.SEEK: _S.PLAYING,
        Input.END: _S.ENDED,
    },
    _S.ENDED: {
        **_ALWAYS,
        Input.SWAP: _S.PAUSED,
        Input.PLAY: _S.PLAYING,
        Input.PAUSE: _S.ENDED,
        Input.STOP: _S.PAUSED,
        Input.SEEK: _S.PAUSED,
    },
    _S.FAILED: {
        **_ALWAYS,
        Input.SWAP: _S.PAUSED,
        Input.PLAY: _S.PLAYING,
        Input.PAUSE: _S.FAILED,
        Input.STOP: _S.PAUSED,
        Input.SEEK: _S.PAUSED,
    },
}
"""From each state, what may happen, and the state after it."""


class LocalTransportError(RuntimeError):
    """The caller asked for something that the state does not allow: a fault in the program."""


class Transport:
    """Holds the state. Not for several threads at once."""

    def __init__(self) -> None:
        self._state = _S.EMPTY

    @property
    def state(self) -> TransportState:
        """The state now."""
        return self._state

    def take(self, happening: Input) -> TransportState:
        """Go to the state that follows, and return it.

        Raises:
            LocalTransportError: if this cannot happen in the state now.
        """
        try:
            self._state = TRANSITIONS[self._state][happening]
        except KeyError:
            raise LocalTransportError(f"{happening.name} cannot happen while {self._state}") from None
        return self._state
