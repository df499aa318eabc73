"""Keys in words that a voice says whole."""

from __future__ import annotations

import pytest

from briefing.ui.keys.words import spoken
from tests.builders import keymap


@pytest.mark.parametrize(
    ("key", "words"),
    [("?", "question mark"), ("N", "shift N"), ("n", "N"),
     ("shift+left", "shift left"), ("ctrl++", "ctrl plus"), ("space", "space"),
     ("pageup", "page up"), ("f6", "f6")],
)  # fmt: skip
def test_a_key_is_said_in_words(key: str, words: str) -> None:
    assert spoken(key) == words


@pytest.mark.parametrize("key", sorted(keymap()))
def test_every_usual_key_can_be_said(key: str) -> None:
    assert spoken(key)
    assert all(part.isalnum() for part in spoken(key).split())
