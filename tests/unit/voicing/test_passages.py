"""What of an announcement is the briefing's text, found by looking for it there."""

from __future__ import annotations

import pytest

from briefing.voicing.passages import Quoted, passages

TEXT = "Nachrichten\n\nDer Rat tagt heute: in Genf. Morgen wird gewählt."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Playing.", [Quoted("Playing.")]),
        ("Der Rat tagt heute: in Genf.", [Quoted("Der Rat tagt heute: in Genf.", 13)]),
        (
            "Paragraph 1 of 2: Der Rat tagt heute: in Genf.",
            [Quoted("Paragraph 1 of 2:"), Quoted("Der Rat tagt heute: in Genf.", 13)],
        ),
        ("Title: Nachrichten.", [Quoted("Title:"), Quoted("Nachrichten.", 0)]),
        ("Rate: 1.", [Quoted("Rate: 1.")]),
        ("", [Quoted("")]),
    ],
)
def test_what_is_ours_is_parted_from_what_is_the_briefings(said: str, expected: list[Quoted]) -> None:
    assert passages(said, TEXT) == expected
