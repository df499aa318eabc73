"""The data of names: there for each language, whole, and in the wheel that is built."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from briefing.text.character_names.known import known_names, words_with

TOP = Path(__file__).resolve().parents[4]
MOST_BYTES = 650_000


def test_a_language_has_names_for_signs_emoji_flags_and_scripts() -> None:
    names = known_names("ja")
    assert len(names) > 2_000
    assert [names[key] for key in ("?", "❤", "🇩🇪", "@Cyrl")] == [
        "疑問符",
        "赤いハート",
        "旗: ドイツ",
        "キリル文字",
    ]
    assert known_names("nb") == known_names("no")


def test_a_language_without_names_has_none() -> None:
    assert known_names("tlh") == {}


def test_a_chinese_character_has_a_word_that_holds_it() -> None:
    words = words_with()
    assert len(words) > 5_000
    assert all(char in word and len(word) == 2 for char, word in words.items())
    assert words["中"] == "中国"


def test_a_built_wheel_holds_the_names_with_their_licences(tmp_path: Path) -> None:
    builders = pytest.importorskip("hatchling.builders.wheel", reason="hatchling builds the wheel")
    (built,) = builders.WheelBuilder(str(TOP)).build(directory=str(tmp_path), versions=["standard"])
    folder = "briefing/text/character_names"
    with zipfile.ZipFile(built) as wheel:
        names = {
            Path(entry.filename).name: entry.file_size
            for entry in wheel.infolist()
            if folder in entry.filename
        }
    assert set(names) == {"__init__.py", "known.py", "names.zip", "LICENSE.unicode", "SOURCES.md"}
    assert names["names.zip"] < MOST_BYTES
