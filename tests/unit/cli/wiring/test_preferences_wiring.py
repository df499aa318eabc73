"""Settings that are changed while the player runs: who goes by them, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli.wiring.current import CurrentSettings
from briefing.cli.wiring.narrators import Narrators
from briefing.cli.wiring.network import LateFetcher
from briefing.cli.wiring.preferences import AccountPreferences
from briefing.errors import ConfigError, SourceError
from briefing.folders import cache_path
from briefing.settings import Settings
from tests.answers import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web

MOST = 1 << 20


@pytest.fixture
def current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CurrentSettings:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return CurrentSettings(Settings())


def test_nothing_more_is_fetched_from_the_moment_at_which_that_is_turned_off(
    web: Web, current: CurrentSettings
) -> None:
    web["/story"] = resource(b"The bridge is open.")
    fetcher = LateFetcher(current, ("en",))
    assert fetcher.open(web.address("/story")).data(MOST) == b"The bridge is open."
    current.now = Settings(offline=True)
    with pytest.raises(SourceError, match="nothing is fetched while `offline` is on"):
        fetcher.open(web.address("/other"))
    assert fetcher.open(web.address("/story")).data(MOST) == b"The bridge is open."
    web["/story"] = resource(b"It is closed.")
    current.now = Settings()
    assert fetcher.open(web.address("/story")).data(MOST) == b"It is closed."
    fetcher.close()


def test_copies_are_kept_in_the_room_that_there_is_now(web: Web, current: CurrentSettings) -> None:
    web["/a"], web["/b"] = resource(b"a" * 99), resource(b"b" * 99)
    current.now = Settings(cache_mb=0)
    fetcher = LateFetcher(current, ("en",))
    fetcher.open(web.address("/a")).data(MOST)
    folder = cache_path()
    assert folder is not None
    assert not folder.exists()
    current.now = Settings(cache_mb=1)
    fetcher.open(web.address("/b")).data(MOST)
    assert any(folder.iterdir())
    fetcher.close()


def test_an_engine_that_there_is_not_is_refused_and_nothing_has_changed(current: CurrentSettings) -> None:
    preferences = AccountPreferences(None, current, Narrators(current, lambda _sentence: None))
    with pytest.raises(ConfigError, match="no speech engine 'bagpipes'"):
        preferences.go_by(Settings(speech_engine="bagpipes"))
    assert current.now == Settings()
    preferences.go_by(Settings(speech_engine="espeak"))
    assert current.now.speech_engine == "espeak"
