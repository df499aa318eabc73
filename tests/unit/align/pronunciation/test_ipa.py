"""IPA, in the nearest phones of ARPABET."""

from __future__ import annotations

import pytest

from briefing.align.pronunciation.ipa import from_ipa


@pytest.mark.parametrize(
    ("ipa", "phones"),
    [
        ("k æ t", ("K", "AE", "T")),
        ("t͡ʃ", ("CH",)),
        ("t ʃ", ("T", "SH")),
        ("oʊ", ("OW",)),
        ("ˈm ˌaː", ("M", "AA")),
        ("ɲ", ("N", "Y")),
        ("", ()),
        ("ʘ", ()),
    ],
)
def test_the_nearest_phones_and_no_marks(ipa: str, phones: tuple[str, ...]) -> None:
    assert from_ipa(ipa.split()) == phones
