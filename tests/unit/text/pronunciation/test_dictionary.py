"""Words looked up in a text: the longest, the user's own, with their capitals, and whole."""

from __future__ import annotations

import time

import pytest

from briefing.text.pronunciation.dictionary import Pronunciations, ending, glob
from briefing.text.pronunciation.entry import make_entry

NAMES = (
    make_entry("Xi Jinping", "/ʃiː dʒɪnˈpɪŋ/", "en", is_exact=True),
    make_entry("Jinping", "/dʒɪnˈpɪŋ/", "en", is_exact=True),
    make_entry("Zelenskyy", "zuh-LEN-skee /zəˈlɛnski/", "en", is_exact=True),
    make_entry("Kim Jong-un", "/kɪm dʒɒŋ ˈʊn/", "en", is_exact=True),
    make_entry("Erdoğan", "/ˈɛɹdəwɑːn/", "en", is_exact=True),
    make_entry("al-Assad", "/ˌæl əˈsɑːd/", "en", is_exact=True),
    make_entry("Bucha", "/ˈbuːtʃə/", "en", is_exact=True),
)


def found(
    text: str, *own: tuple[str, ...], language: str = "en-US", exact: bool = False
) -> list[tuple[str, str]]:
    dictionary = Pronunciations([make_entry(*each, is_exact=exact) for each in own], NAMES)
    return [
        (text[each.start : each.stop], each.ipa or each.said)
        for each in dictionary.find(text, 0, len(text), language)
    ]


def test_the_longest_name_is_found() -> None:
    assert found("Xi Jinping and Jinping") == [("Xi Jinping", "ʃiː dʒɪnˈpɪŋ"), ("Jinping", "dʒɪnˈpɪŋ")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zelenskyy's", "zəˈlɛnskiz"),
        ("Zelenskyy’s", "zəˈlɛnskiz"),
        ("“Zelenskyy,”", "zəˈlɛnski"),
        ("pro-Zelenskyy", "zəˈlɛnski"),
        ("ZELENSKYY", "zəˈlɛnski"),
        ("Kim Jong Un", "kɪm dʒɒŋ ˈʊn"),
        ("Kim Jong-un", "kɪm dʒɒŋ ˈʊn"),
        ("Erdogan", "ˈɛɹdəwɑːn"),
        ("Erdoğan", "ˈɛɹdəwɑːn"),
        ("Al-Assad", "ˌæl əˈsɑːd"),
        ("Xi\nJinping", "ʃiː dʒɪnˈpɪŋ"),
    ],
)
def test_a_name_is_found_as_it_may_be_written(text: str, said: str) -> None:
    assert [ipa for _, ipa in found(text)] == [said]


@pytest.mark.parametrize("text", ["zelenskyy", "erdogan", "Buchanan", "Kim, Jong-un", "Zelenskyyan", "bucha"])
def test_what_is_not_the_name_is_not_found(text: str) -> None:
    assert found(text) == []


def test_names_are_for_texts_of_their_language() -> None:
    assert found("Xi Jinping", language="fr") == []
    assert found("Xi", ("Xi", "ksi", "fr"), language="fr-CA") == [("Xi", "ksi")]


def test_the_users_own_wins_over_what_ships() -> None:
    assert found("Zelenskyy", ("zelenskyy", "/zɛˈlɛnski/")) == [("Zelenskyy", "zɛˈlɛnski")]


def test_a_name_that_ships_and_is_longer_wins_over_the_users_word() -> None:
    assert found("Xi Jinping, Xi", ("Xi", "ksi")) == [("Xi Jinping", "ʃiː dʒɪnˈpɪŋ"), ("Xi", "ksi")]


def test_capitals_matter_where_the_user_says_so() -> None:
    text = "Polish polish US us"
    assert found(text, ("polish", "pah-lish"), ("US", "you ess"), exact=True) == [
        ("polish", "pah-lish"),
        ("US", "you ess"),
    ]


def test_a_pattern_keeps_what_its_star_stood_for() -> None:
    assert found("McDonald's McKay", ("Mc*", "mack *")) == [
        ("McDonald's", "mack donald's"),
        ("McKay", "mack kay"),
    ]


def test_marks_on_letters_are_part_of_a_word() -> None:
    assert found("नमस्ते नम", ("नम", "nam")) == [("नम", "nam")]


@pytest.mark.parametrize(("ipa", "said"), [("ʃiː", "z"), ("ˈkɑːts", "ɪz"), ("ˈmɑːk", "s"), ("ˈbʊʃ", "ɪz")])
def test_a_genitive_sounds_as_in_english(ipa: str, said: str) -> None:
    assert ending(ipa) == said


@pytest.mark.parametrize(
    ("pattern", "word", "rest"),
    [
        ("mc*", "mckay", "kay"),
        ("*ski", "kowalski", "kowal"),
        ("a?c", "abc", ""),
        ("a?c", "ac", None),
        ("mc*y", "mcy", ""),
    ],
)
def test_a_star_is_any_letters_and_a_question_mark_one(pattern: str, word: str, rest: str | None) -> None:
    assert glob(pattern, word) == rest


def test_a_hostile_file_and_a_hostile_text_take_no_more_than_their_lengths() -> None:
    own = [make_entry(f"{'?' * n}*a", "x") for n in range(1, 70)]
    dictionary = Pronunciations(own, NAMES)
    short, long = ("a" * 4000 + " ") * 2, ("a" * 4000 + " ") * 20
    taken = []
    for text in (short, long):
        began = time.process_time()
        dictionary.find(text, 0, len(text), "en")
        taken.append(time.process_time() - began)
    assert taken[1] < max(taken[0], 0.001) * 100, "ten times the text, not the square of it"


def test_the_ways_of_a_word_alone_are_its_own_and_its_parts_of_names() -> None:
    dictionary = Pronunciations(
        [make_entry("Xi", "ksee"), make_entry("Ban Ki-moon", "/bɑːn kiːˈmuːn/")], NAMES
    )
    assert dictionary.ways("xi") == [("", "ksee"), ("ʃiː", "")]
    assert dictionary.ways("jinping") == [("dʒɪnˈpɪŋ", "")]
    assert dictionary.ways("ban") == [], "nobody knows which part of the sound is its"
    assert dictionary.ways("erdogan") == [("ˈɛɹdəwɑːn", "")]
