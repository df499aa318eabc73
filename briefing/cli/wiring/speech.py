"""Speech: an engine that is there, and the narrator that reads aloud with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import ExitStack

    from briefing.model import Document
    from briefing.settings import Settings
    from briefing.speech.narrate import SpeechNarrator


def make_speech(
    settings: Settings, cleanup: ExitStack, on_failure: Callable[[str], None], *, is_player: bool = False
) -> SpeechNarrator:
    """Return the narrator that reads aloud, by the account's pronunciations; `cleanup` ends its process.

    Only in the player may a voice read that plays its sound itself.
    """
    from briefing.cli.wiring.pronunciations import AccountPronunciations
    from briefing.speech.cast import LanguageSense
    from briefing.speech.engines.registry import open_speech
    from briefing.speech.narrate import SpeechNarrator
    from briefing.text.language import detect_language, language_name

    engine = open_speech(settings.speech_engine, on_failure, is_player=is_player)
    cleanup.callback(engine.close)
    return SpeechNarrator(
        engine,
        sense=LanguageSense(detect_language, language_name),
        voice=settings.speech_voice or None,
        wpm=settings.speech_wpm,
        pitch=settings.speech_pitch,
        on_failure=on_failure,
        pronunciations=AccountPronunciations(on_failure).now,
    )


def languages_of(document: Document) -> list[str]:
    """Return the language of each block of a document, as a reading takes it: BCP 47 tags."""
    from briefing.speech.tongues import Tongues
    from briefing.text.language import detect_language

    tongues = Tongues(document, detect_language)
    return [tongues.of_block(block.span) for block in document.blocks]
