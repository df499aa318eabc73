"""The table of speech engines: a new one is a module and a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.errors import ConfigError, SpeechError
from briefing.speech.engines import registry
from briefing.speech.engines.synthesiser import Synthesiser
from tests.contracts import SpeechEngineContract, english
from tests.fakes import ToneSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.speech import SpeechEngine

TONE = Synthesiser("tone", "The tone", lambda: None, ToneSpeech, tells_words=True)


def sorry() -> SpeechError:
    return SpeechError("It is a part of another system.")


@pytest.mark.parametrize(
    "name", ["tone", *(each.name for each in registry.ENGINES if not (each.plays_itself or each.check()))]
)
class TestRow(SpeechEngineContract):
    """Every engine that can speak here, opened by its name, and one that is only a row more."""

    @pytest.fixture
    def engine(self, name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechEngine]:
        monkeypatch.setattr(registry, "ENGINES", (*registry.ENGINES, TONE))
        engine = registry.open_speech(name)
        yield engine
        engine.close()

    def test_it_keeps_what_it_says_of_its_words(self, engine: SpeechEngine, name: str) -> None:
        (tells,) = (each.tells_words for each in registry.ENGINES if each.name == name)
        assert engine.synthesise("Told.", english(engine), 175, 50).is_exact == tells


def test_every_engine_has_a_name_of_its_own_that_the_setting_takes() -> None:
    names = [each.name for each in registry.ENGINES]
    assert len({registry.AUTO, *names}) == len(names) + 1
    assert all(name.isalnum() and name.islower() for name in names)


def test_of_those_that_can_speak_the_first_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "ENGINES", (replace(TONE, name="absent", check=sorry), TONE))
    assert [each.name for each in registry.in_order()] == ["tone"]


def test_what_is_asked_for_goes_first_and_the_others_stand_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "ENGINES", (*registry.ENGINES, TONE))
    assert [each.name for each in registry.in_order("tone")][:2] == ["tone", registry.in_order()[0].name]


@pytest.mark.parametrize("name", [registry.AUTO, *(each.name for each in registry.ENGINES)])
def test_no_engine_is_tried_twice(name: str) -> None:
    order = [each.name for each in registry.in_order(name)]
    assert len(order) == len(set(order)) > 0


def test_a_name_that_there_is_not_is_answered_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match="no speech engine 'harp'") as caught:
        registry.in_order("harp")
    assert all(each.name in caught.value.hint for each in registry.ENGINES)


class TestToneSpeech(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> SpeechEngine:
        return ToneSpeech()
