"""Scripts without blanks between words."""

import pytest

from briefing.formats.timed import spaceless


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("日本", True, True),
        ("「日本」です。", True, True),
        ("AI日本", False, True),
        ("ไทย x", True, False),
        ("…", False, False),
    ],
)
def test_it_is_told_by_the_letters_at_the_edges(text: str, begins: bool, ends: bool) -> None:
    assert (spaceless.begins(text), spaceless.ends(text)) == (begins, ends)
