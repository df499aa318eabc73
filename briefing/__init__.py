"""A news briefing player for the terminal: transcript, recording and speech in step."""

__version__ = "0.2.0"
