"""The controller: all behaviour of the player, headless. Faces render it and forward commands."""

from briefing.session.session import Session

__all__ = ["Session"]
