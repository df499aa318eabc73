"""The voice of all tests that choose no other: eSpeak NG, which starts in a moment, and is everywhere."""

from __future__ import annotations

from typing import Final

QUICK_VOICE: Final = {"BRIEFING_SPEECH_ENGINE": "espeak"}
"""What a program's environment holds for it."""
