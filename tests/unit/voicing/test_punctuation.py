"""Signs in words, for a voice."""

from __future__ import annotations

import pytest

from briefing.kinds import Punctuation
from briefing.voicing.punctuation import with_signs_named


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Punctuation.NONE, 'He said: "go #1", at 4.2 (Russia\'s).'),
        (Punctuation.SOME, 'He said: "go number sign 1", at 4.2 (Russia\'s).'),
        (
            Punctuation.ALL,
            (
                "He said colon: quote go number sign 1 quote comma, at 4.2 "
                "left parenthesis Russia's right parenthesis period."
            ),
        ),
    ],
)
def test_signs_are_named_none_some_or_all(level: Punctuation, said: str) -> None:
    assert with_signs_named('He said: "go #1", at 4.2 (Russia\'s).', level) == said


def test_signs_are_named_in_the_language_of_their_text() -> None:
    assert with_signs_named("§ 3", Punctuation.SOME, "de") == "Paragraf 3"
    assert (
        with_signs_named("東京、「は」。", Punctuation.ALL, "ja")
        == "東京 テン、 カギカッコ は カギカッコトジ マル。"
    )


def test_what_a_voice_reads_itself_is_its_own_affair() -> None:
    assert with_signs_named("1:12, $5, well-known U.S.", Punctuation.SOME) == "1:12, $5, well-known U.S."
    assert with_signs_named("1:12 $5 well-known", Punctuation.ALL) == "1:12 dollar 5 well-known"
