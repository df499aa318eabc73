"""Pronunciation: names that no dictionary has, letters, endings, and any text at all.

The table holds what newsreaders say, written by hand; the best of the variants that an
aligner looks at must be near it. Between two vowels half an error is counted, for they
differ between speakers and the acoustic model forgives them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.align.pronunciation.phones import PHONES
from briefing.align.pronunciation.pronouncer import Pronouncer

if TYPE_CHECKING:
    from briefing.align.pronunciation.dictionary import Pronunciation

LOOKED_AT = 3
LONGEST = 200
VOWELS = frozenset(("AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"))
LEXICON = {
    "Blinken": "B L IH NG K AH N", "Kamikawa": "K AA M IY K AA W AH", "Tsiolkovsky":
    "T S IY AA L K AO F S K IY", "Zelenskyy": "Z AH L EH N S K IY", "Zelensky": "Z AH L EH N S K IY",
    "Netanyahu": "N EH T AH N Y AA HH UW", "Xi": "SH IY", "Jinping": "JH IH N P IH NG", "Erdoğan":
    "ER D AH W AA N", "Erdogan": "ER D AH W AA N", "Abu": "AA B UW", "Dhabi": "D AA B IY", "Kyiv": "K IY V",
    "Lagarde": "L AH G AA R D", "Addis": "AE D IH S", "Ababa": "AE B AH B AH", "Macron": "M AH K R OW N",
    "Kishida": "K IY SH IY D AH", "Bolsonaro": "B OW L S OW N AA R OW", "Duterte": "D UW T EH R T EY",
    "Jokowi": "JH OW K OW W IY", "Lukashenko": "L UW K AH SH EH NG K OW", "Prabowo": "P R AH B OW W OW",
    "Keqiang": "K AH CH Y AA NG", "Guterres": "G UW T EH R EH S", "Meloni": "M EH L OW N IY", "Mattarella":
    "M AA T AH R EH L AH", "Varadkar": "V AH R AE D K ER", "Plenković": "P L EH NG K OW V IH CH", "Vučić":
    "V UW CH IH CH", "Kaczyński": "K AH CH IH N S K IY", "Morawiecki": "M AO R AH V Y EH T S K IY", "Gdańsk":
    "G D AE N S K", "Łódź": "W UH JH", "Peña": "P EY N Y AH", "Mbappé": "EH M B AA P EY", "café": "K AE F EY",
    "naïve": "N AY IY V", "Houthis": "HH UW TH IY Z", "Rohingya": "R OW HH IH N JH AH", "Qasem":
    "K AA S EH M", "Soleimani": "S OW L EY M AA N IY", "Pezeshkian": "P EH Z EH SH K IY AA N", "Museveni":
    "M UW S EH V EH N IY", "Hichilema": "HH IY CH IY L EH M AH", "Mnangagwa": "M AH N AA NG G AA G W AH",
    "Tinubu": "T IY N UW B UW", "Kuleba": "K UW L EH B AH", "Reznikov": "R EH Z N IH K AA V", "Zaluzhny":
    "Z AH L UW ZH N IY", "Shinawatra": "SH IH N AH W AA T R AH", "Widodo": "W IH D OW D OW", "Dončić":
    "D AA N CH IH CH", "Juncker": "Y UH NG K ER", "Dvořák": "D V AO R ZH AA K", "Kipchoge":
    "K IH P CH OW G EY", "Świątek": "SH V Y AA N T EH K", "Orbán": "AO R B AA N", "Đặng": "D AA NG",
    "Xinjiang": "SH IH N JH Y AA NG", "Chongqing": "CH AO NG CH IH NG", "Covid": "K OW V IH D", "Yermak":
    "Y ER M AA K", "Zaporizhzhia": "Z AA P AO R IY ZH Y AH", "Kharkiv": "HH AA R K IY V", "Ushakov":
    "UW SH AA K AO F", "Nakamura": "N AA K AH M UH R AH", "Takahashi": "T AA K AH HH AA SH IY", "Zhukov":
    "ZH UW K AO F", "Okonjo": "OW K AA N JH OW", "Wanjiku": "W AA N JH IY K UW", "Nkrumah": "N K R UW M AH",
    "Xiaoping": "SH Y AW P IH NG", "Qingdao": "CH IH NG D AW", "Szijjártó": "S IY Y AA R T OW", "Şimşek":
    "SH IH M SH EH K", "Kılıçdaroğlu": "K IH L IH CH D AA R OW L UW", "Güler": "G UW L ER", "Håkan":
    "HH OW K AH N", "Brăila": "B R AH IY L AH", "Bogotá": "B OW G AH T AA",
}  # fmt: skip


@pytest.fixture(scope="module")
def pronouncer() -> Pronouncer:
    pytest.importorskip("hama")
    from briefing.align.acoustic.model import pronouncer as make_guess

    return Pronouncer(make_guess)


def error(variant: Pronunciation, expected: Pronunciation) -> float:
    """Return the edit distance as a share of `expected`; a vowel for a vowel counts half."""
    row = [float(j) for j in range(len(expected) + 1)]
    for i, phone in enumerate(variant, 1):
        before, row[0] = row[:], float(i)
        for j, other in enumerate(expected, 1):
            swap = 0 if phone == other else 0.5 if {phone, other} <= VOWELS else 1
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + swap)
    return row[-1] / len(expected)


def best_error(pronouncer: Pronouncer, name: str) -> float:
    expected = tuple(LEXICON[name].split())
    return min(error(variant, expected) for variant in pronouncer.variants(name.lower())[:LOOKED_AT])


@pytest.mark.parametrize("name", LEXICON)
def test_a_name_in_the_news_sounds_as_newsreaders_say_it(pronouncer: Pronouncer, name: str) -> None:
    assert best_error(pronouncer, name) <= 0.35


def test_names_in_the_news_are_near_on_average(pronouncer: Pronouncer) -> None:
    assert sum(best_error(pronouncer, name) for name in LEXICON) / len(LEXICON) <= 0.1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("U", "Y UW"), ("W", "D AH B AH L Y UW"), ("O's", "OW Z"), ("x", "EH K S"), ("nato's", "N EY T OW Z"),
        ("boss's", "B AO S IH Z"), ("okay'd", "OW K EY D"), ("houthi's", "HH UW TH IY Z"),
        ("first-ever", "F ER S T EH V ER"), ("bytedance", "B AY T D AE N S"),
    ],
)  # fmt: skip
def test_letters_endings_and_compounds(pronouncer: Pronouncer, word: str, expected: str) -> None:
    assert tuple(expected.split()) in pronouncer.variants(word)


def test_a_word_in_no_list_has_more_than_one_way(pronouncer: Pronouncer) -> None:
    assert len(pronouncer.variants("nakamura")) >= 1
    assert len(pronouncer.variants("reznikov")) >= 2


@given(st.text(max_size=20) | st.from_regex(r"[a-zäłšğçñ]{1,14}('s|-[a-z]{1,4})?", fullmatch=True))
def test_any_word_has_few_variants_of_known_phones(word: str) -> None:
    variants = Pronouncer().variants(word)

    assert len(variants) <= 6
    for phones in variants:
        assert phones
        assert len(phones) <= LONGEST
        assert set(phones) <= set(PHONES)


@pytest.mark.parametrize("word", ["", "'", "'s", "-", "🙂", "漢字", "ж", "\x00", "a" * 10_000, "9"])
def test_what_is_no_word_does_not_raise(pronouncer: Pronouncer, word: str) -> None:
    assert all(len(phones) <= LONGEST for phones in pronouncer.variants(word))


def test_how_the_user_and_newsreaders_say_a_name_is_offered_beside_what_is_listed() -> None:
    told = {"stefanik": [("ˈʃtɛfɑːnɪk", "")], "data": [("", "dah-ta")], "xi": [("ksiː", "")]}
    pronouncer = Pronouncer(ways=lambda word: told.get(word, ()))
    assert pronouncer.variants("stefanik")[0] == ("SH", "T", "EH", "F", "AA", "N", "IH", "K")
    assert ("SH", "IY") in pronouncer.variants("xi")
    assert ("K", "S", "IY") in pronouncer.variants("xi")
    assert len(pronouncer.variants("data")) > 1, "the usual ways stay"
