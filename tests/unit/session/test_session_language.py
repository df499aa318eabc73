"""Setting the language of an open text: speech begins the sentence anew, and it is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import TransportState, VoiceKind
from briefing.settings import Settings
from tests.stage import DOCUMENT, WORD_S, Stage, ToneNarrator, narrated_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.narration import Narration, TimelineListener
    from tests.fakes import ArraySource

WORDS = [span.of(DOCUMENT.text) for span in narrated_words(DOCUMENT)]


class Linguist(ToneNarrator):
    """Notes the language and length that it is to read in; another language than English takes longer."""

    def __init__(self) -> None:
        super().__init__(VoiceKind.SPEECH)
        self.asked: list[tuple[str | None, float | None]] = []
        self.sources: list[ArraySource] = []

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        self.asked.append((document.language, duration_s))
        self.word_s = WORD_S if document.language in (None, "en") else 3 * WORD_S
        narration = super().narrate(document, duration_s, on_timeline)
        self.sources.append(self.source)
        return narration


def read_aloud(**kwargs: object) -> tuple[Stage, Linguist]:
    speech = Linguist()
    stage = Stage(speech=speech, has_recording=False, settings=Settings(voice=VoiceKind.SPEECH), **kwargs)  # type: ignore[arg-type]
    return stage.open(), speech


def test_the_sentence_is_begun_anew_in_the_language_that_was_set() -> None:
    stage, speech = read_aloud()
    stage.press("play").play(6.2 * WORD_S)
    heard = len(stage.words)
    begun = stage.session.cursor.transcript.sentence_at(stage.session.place)
    stage.press("language de").play(2 * WORD_S)
    assert [language for language, _ in speech.asked] == [DOCUMENT.language, "de"]
    assert stage.words[heard] == begun.of(DOCUMENT.text).split()[0].strip(".")
    assert stage.session.state is TransportState.PLAYING
    assert "The text is read as de." in stage.said


def test_another_language_takes_its_own_time() -> None:
    stage, speech = read_aloud()
    length_s = stage.session.duration_s
    stage.press("language de")
    assert speech.asked[-1] == ("de", None)
    assert stage.session.duration_s == 3 * length_s
    stage.press("voice none")
    assert stage.session.duration_s == 3 * length_s


def test_the_voice_before_is_let_go() -> None:
    stage, speech = read_aloud()
    stage.press("language de")
    assert [source.is_closed for source in speech.sources] == [True, False]


def test_a_recording_plays_on_and_speech_knows_the_language_when_it_is_wanted() -> None:
    speech = Linguist()
    stage = Stage(speech=speech).open().press("play").play(WORD_S)
    stage.press("language fr").play(WORD_S)
    assert (stage.session.voice, speech.asked) == (VoiceKind.RECORDING, [])
    stage.press("voice speech")
    assert [language for language, _ in speech.asked] == ["fr"]
    stage.press("voice recording", "language de", "voice speech")
    assert [language for language, _ in speech.asked] == ["fr", "de"]


def test_what_comes_in_a_language_that_is_no_longer_wanted_is_not_read() -> None:
    waiting: list[Callable[[], None]] = []
    speech = Linguist()
    stage = Stage(speech=speech, has_recording=False, background=waiting.append)
    stage.open().press("language de", "language fr")
    while waiting:
        waiting.pop(0)()
        stage.session.tick()
    assert speech.asked[-1][0] == "fr"
    assert stage.session.state is TransportState.PAUSED
    assert [source.is_closed for source in speech.sources][-1] is False


def test_the_language_is_remembered_for_the_briefing_and_given_back() -> None:
    stage, _ = read_aloud()
    stage.press("language pt-BR")
    stage.session.close()
    again, speech = read_aloud(store=stage.store)
    assert speech.asked[0][0] == "pt-BR"
    again.press("language own")
    again.session.close()
    _, speech = read_aloud(store=stage.store)
    assert speech.asked[0][0] == DOCUMENT.language


def test_a_language_that_was_asked_for_at_the_start_wins() -> None:
    stage, _ = read_aloud()
    stage.press("language de")
    stage.session.close()
    _, speech = read_aloud(store=stage.store, given=("language",))
    assert speech.asked[0][0] == DOCUMENT.language


def test_a_language_that_is_no_tag_is_refused_with_what_to_type() -> None:
    stage, speech = read_aloud()
    stage.press("language german please")
    assert stage.said[-1].startswith("A language is a tag such as de")
    assert len(speech.asked) == 1


def test_a_tag_that_no_language_has_is_refused() -> None:
    stage, speech = read_aloud()
    for tag in ("qqq", "xx-DE", "zzz"):
        stage.press(f"language {tag}")
        assert stage.said[-1].startswith(f"No language that can be read has the tag {tag}.")
    assert len(speech.asked) == 1
    stage.press("language deu")
    assert "The text is read as deu." in stage.said


def test_without_a_tag_the_language_is_told() -> None:
    stage, _ = read_aloud()
    stage.press("language de", "language")
    assert stage.said[-1] == "The text is read as de."
