"""Phonemes of texts: each with the place it is said for, and none for what has no sound."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from briefing.speech.engines.natural.sounds import Sounds

FOUND = find_spec("hibari")
pytestmark = pytest.mark.skipif(FOUND is None, reason="hibari is not installed")


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    from briefing.speech.engines.natural.copies import Copies
    from briefing.speech.engines.natural.sounds import Sounds

    assert FOUND is not None
    assets = Path(next(iter(FOUND.submodule_search_locations or ()))) / "assets"
    vocabulary = json.loads((assets / "vocab.json").read_bytes())
    return Sounds(assets, Copies(assets, "test", None), vocabulary.__contains__)


def test_each_word_is_said_at_its_place(sounds: Sounds) -> None:
    text = "The ferry, well-known, doesn't sail."
    (piece,) = sounds.of(text)
    words = {text.index(word) for word in ("The", "ferry", "well", "doesn", "sail")}
    assert words <= set(piece.places)
    assert list(piece.places) == sorted(piece.places)
    assert len(piece.said) == len(piece.places)


def test_a_word_whose_sound_is_told_is_said_so(sounds: Sounds) -> None:
    from briefing.ports.speech import Sound

    (piece,) = sounds.of("The ferry sails.", (Sound(4, 9, "ˈkɑːɡoʊ"),))
    assert "kˈɑɡO" in piece.said
    assert piece.places[piece.said.index("kˈɑɡO")] == 4


def test_what_stands_in_brackets_is_read_and_not_obeyed(sounds: Sounds) -> None:
    assert "kˈɑɡO" not in "".join(piece.said for piece in sounds.of("[Hello](/kˈɑɡO/) world."))


def test_a_letter_of_another_script_is_called_by_its_name(sounds: Sounds) -> None:
    (named,), (written,) = sounds.of("The angle α is small."), sounds.of("The angle alpha is small.")
    assert named.said == written.said
    assert 10 in named.places


@pytest.mark.parametrize("text", ["", "…", "😀 👍🏽", "— “ ”", "\u2060"])
def test_what_has_no_sound_has_no_phonemes(sounds: Sounds, text: str) -> None:
    assert sounds.of(text) == []


def test_what_its_rules_stumble_over_costs_that_word(sounds: Sounds) -> None:
    said = "".join(piece.said for piece in sounds.of(f"Before {'1' * 400} after."))
    alone = "".join(piece.said for piece in sounds.of("after")).strip("ˈ")
    assert alone[:3] in said


@pytest.mark.parametrize("run", [".com", "a@", "aB", "a-", "1-", "1a", "_a", "’"])
def test_a_run_without_spaces_is_said_in_parts_to_its_end(sounds: Sounds, run: str) -> None:
    text = (run * 500)[:490] + " and on"
    alone = sounds.of("and on")[-1].said
    assert sounds.of(text)[-1].said.replace("ˈ", "").endswith(alone.replace("ˈ", "")[-2:])


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_no_text_makes_it_raise(sounds: Sounds, text: str) -> None:
    for piece in sounds.of(text):
        assert len(piece.said) == len(piece.places)
        assert all(0 <= place < len(text) for place in piece.places)
