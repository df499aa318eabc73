"""IPA respelled for people: syllables, the stressed one in capitals."""

from __future__ import annotations

import pytest

from briefing.text.pronunciation.respelling import respelled


@pytest.mark.parametrize(
    ("ipa", "said"),
    [
        ("zəˈlɛnski", "zuh-LEN-skee"),
        ("ʃiː dʒɪnˈpɪŋ", "shee jin-PING"),
        ("ˈkiːv", "keev"),
        ("aɪˈmɑː", "eye-MAH"),
        ("ˈɛɹdəwɑːn", "ER-duh-wahn"),
        ("ɑːɹˈdɜːɹn", "ahr-DURN"),
        ("ˈhwɑːn ɡwaɪˈdoʊ", "hwahn gwy-DOH"),
    ],
)
def test_it_is_as_newsreaders_write_it(ipa: str, said: str) -> None:
    assert respelled(ipa) == said
