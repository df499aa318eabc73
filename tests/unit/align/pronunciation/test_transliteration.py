"""Letters to phones by rule: pinyin by its letters, and what has no vowel."""

from __future__ import annotations

from briefing.align.pronunciation.transliteration import transliterate


def test_pinyin_is_known_by_its_letters() -> None:
    assert " ".join(transliterate("qingdao")[0]) == "CH IH NG D AW"
    assert " ".join(transliterate("xiaoping")[0]) == "SH Y AW P IH NG"
    assert " ".join(transliterate("nakamura")[0]) == "N AA K AA M UW R AH"


def test_no_vowel_no_sound() -> None:
    assert transliterate("hmm") == ()
