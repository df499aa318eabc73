"""Self-voicing as it is put together: when it speaks by itself, how loud, and in which language."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from briefing.audio.engine import Engine
from briefing.audio.pcm import gain_of_db
from briefing.cli.subcommands.play import speaks_itself
from briefing.cli.wiring.voicing import OVER_SPEECH_DB, SelfVoicing
from briefing.events import StateChanged
from briefing.kinds import Choice
from briefing.model import TransportState, VoiceKind
from briefing.session.device import SoundDevice
from briefing.settings import Settings
from briefing.voicing.sayings import Priority, Saying
from tests.builders import make_document
from tests.fakes import FakeClock, ManualSink
from tests.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def stage() -> Stage:
    document = make_document("Der Rat tagt heute in Genf.", title="Nachrichten", language="de")
    return Stage(document, settings=Settings(say_duck_db=20))


@pytest.fixture
def voicing(stage: Stage) -> Iterator[SelfVoicing]:
    clock = FakeClock()
    engine = Engine(clock, ManualSink(clock))
    with ExitStack() as cleanup:
        yield SelfVoicing(stage.session, SoundDevice(lambda: (engine, None)), cleanup)


@pytest.mark.parametrize(
    ("chosen", "is_linear", "speaks"),
    [
        (Choice.OFF, False, False),
        (Choice.ON, False, True),
        (Choice.ON, True, True),
        (Choice.AUTO, False, True),
        (Choice.AUTO, True, False),
    ],
)
def test_it_speaks_by_itself_where_no_reader_was_asked_for(
    chosen: Choice, is_linear: bool, speaks: bool
) -> None:
    assert speaks_itself(chosen, is_linear=is_linear) is speaks


def test_what_plays_is_lowered_more_where_it_is_speech_too(stage: Stage, voicing: SelfVoicing) -> None:
    for kind, more_db in ((VoiceKind.RECORDING, 0), (VoiceKind.SPEECH, OVER_SPEECH_DB)):
        stage.session.outbox.emit(StateChanged(TransportState.PAUSED, kind, 1.0))
        assert voicing._levels().duck == pytest.approx(gain_of_db(-20 - more_db))


def test_what_is_quoted_is_said_in_the_briefings_language_and_what_is_ours_in_english(
    voicing: SelfVoicing,
) -> None:
    saying = Saying(1, "Paragraph 1 of 1: Der Rat tagt heute in Genf.", Priority.NOW)
    assert voicing._parts(saying) == [("Paragraph 1 of 1:", "en"), ("Der Rat tagt heute in Genf.", "de")]


@pytest.mark.parametrize(
    ("letter", "name"), [("a", "a"), ("A", "capital A"), (" ", "space"), ("?", "question mark")]
)
def test_letters_are_said_by_name(voicing: SelfVoicing, letter: str, name: str) -> None:
    assert voicing._parts(Saying(1, letter, Priority.NOW, is_letters=True)) == [(name, "en")]


@pytest.mark.parametrize(
    ("languages", "letter", "said"),
    [
        (("de-DE", "en"), "Ä", ("großes Ä", "de-DE")),
        (("de",), ",", ("Komma", "de")),
        (("ja",), "、", ("テン", "ja")),
        (("ru",), "ж", ("ж", "ru")),
        (("ru",), "Ä", ("großes Ä", "de")),  # the text is German
        (("sw",), "?", ("question mark", "en")),
    ],
)
def test_letters_are_named_in_the_users_language_or_in_that_of_the_text_if_they_are_of_its_script(
    stage: Stage, languages: tuple[str, ...], letter: str, said: tuple[str, str]
) -> None:
    clock = FakeClock()
    engine = Engine(clock, ManualSink(clock))
    with ExitStack() as cleanup:
        voicing = SelfVoicing(stage.session, SoundDevice(lambda: (engine, None)), cleanup, languages)
        assert voicing._parts(Saying(1, letter, Priority.NOW, is_letters=True)) == [said]


def test_what_is_spelled_in_another_language_is_said_by_its_voice(voicing: SelfVoicing) -> None:
    saying = Saying(1, "großes F, r, a, g, e.", Priority.NOW, language="de")
    assert voicing._parts(saying) == [("großes F, r, a, g, e.", "de")]
    entering = Saying(2, "großes F. Paragraph 1 of 8.", Priority.NOW, language="de")
    assert voicing._parts(entering) == [("großes F.", "de"), ("Paragraph 1 of 8.", "en")]
    word = entering._replace(text="Größe? Paragraph 2 of 8.")
    assert voicing._parts(word) == [("Größe?", "de"), ("Paragraph 2 of 8.", "en")]
