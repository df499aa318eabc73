"""How tokens are spoken: the ways in which speakers differ, other languages, and any text at all."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.normalise.readings import spoken_words

# A phrase, the index of a token, and readings that must be among its alternatives.
ALTERNATIVES = [
    ("won 3-1 on", 1, ["three one", "three to one"]),
    ("won 2-0 on", 1, ["two nil", "two zero", "two to zero"]),
    ("in 2007 and", 1, ["two thousand seven", "two thousand and seven", "twenty oh seven"]),
    ("in 2023 and", 1, ["twenty twenty three", "two thousand twenty three"]),
    ("in 1990 and", 1, ["nineteen ninety", "nineteen hundred ninety", "one thousand nine hundred ninety"]),
    ("about 1500 of", 1, ["fifteen hundred", "one thousand five hundred"]),
    ("some 120 men", 1, ["one hundred twenty", "one hundred and twenty", "a hundred twenty", "one twenty"]),
    ("on Oct. 25 the", 2, ["twenty fifth", "the twenty fifth", "twenty five"]),
    ("on 25 October the", 1, ["twenty fifth", "the twenty fifth of", "twenty five"]),
    ("$4.2 billion aid", 1, ["billion dollars", "billion dollar", "billion"]),
    ("cost $1.50 now", 1, ["one dollar fifty", "one dollar and fifty cents", "one fifty"]),
    ("from 1939-45 the", 1, ["nineteen thirty nine to forty five", "nineteen thirty nine forty five"]),
    ("about 0.5 of", 1, ["zero point five", "point five"]),
    ("Henry VIII and", 1, ["the eighth", "eight"]),
    ("a 1/2 mile", 1, ["one half", "a half", "half"]),
    ("the WHO said", 1, ["W H O"]),
    ("NATO said", 0, ["nato", "N A T O"]),
    ("at www.example.com now", 1, ["example dot com", "W W W dot example dot com"]),
    ("IT IS GOOD", 0, ["it", "I T"]),
    ("this — that", 1, [""]),
]

OTHER_LANGUAGES = [
    ("de", "Im Jahr 1990", "im | jahr | neunzehnhundertneunzig"),
    ("de", "am 25. Oktober", "am | fünfundzwanzigsten | oktober"),
    ("de", "3,5 Prozent", "drei komma fünf | prozent"),
    ("de", "1.234 Menschen", "eintausendzweihundertvierunddreißig | menschen"),
    ("de", "50% mehr", "fünfzig prozent | mehr"),
    ("de", "2,5 Mrd. € mehr", "zwei komma fünf | milliarden | euro | mehr"),
    ("fr", "5 M€ de plus", "cinq | millions d'euros | de | plus"),
    ("fr", "en 1990", "en | mille neuf cent quatre vingt dix"),
    ("fr", "80 ans", "quatre vingts | ans"),
    ("fr", "5 €", "cinq | euros"),
    ("es", "3,14 veces", "tres punto uno cuatro | veces"),
    ("es", "en 2023", "en | dos mil veintitrés"),
    ("es", "-5 grados", "menos cinco | grados"),
    ("ru", "21 человек", "двадцать один | человек"),
    ("ru", "50%", "пятьдесят процентов"),
    ("it", "100 persone", "cento | persone"),
    ("pt-BR", "12 horas", "doze | horas"),
    ("tlh", "12 x", "12 | x"),
]

MOST_READINGS = 8
MOST_WORDS = 60
LONGEST_WORD = 60
number_like = st.from_regex(
    r"[$£€+#@~('-]?[0-9]{1,9}([.,:/–-][0-9]{1,4}){0,6}[a-zA-Z%°½]{0,3}('s|[.,)+])?", fullmatch=True
)
name_like = st.from_regex(r"[A-Za-z]{1,6}([.&@/'’-][A-Za-z0-9]{1,5}){0,5}[.,!?]?", fullmatch=True)
repeated = st.builds(lambda piece, times: piece * times, st.text(min_size=1, max_size=4), st.integers(1, 300))
written = (st.text(max_size=12) | number_like | name_like | repeated).map(lambda w: "".join(w.split()))


def phrases(text: str, language: str = "en") -> list[list[str]]:
    return [[" ".join(reading) for reading in token] for token in spoken_words(text.split(), language)]


@pytest.mark.parametrize(("written", "index", "ways"), ALTERNATIVES)
def test_speakers_differ(written: str, index: int, ways: list[str]) -> None:
    assert set(ways) <= set(phrases(written)[index])


@pytest.mark.parametrize(("language", "written", "spoken"), OTHER_LANGUAGES)
def test_other_languages(language: str, written: str, spoken: str) -> None:
    assert " | ".join(token[0] for token in phrases(written, language)) == spoken


def test_british_say_and_and_put_the_day_first() -> None:
    assert phrases("101 people", "en-GB")[0][0] == "one hundred and one"
    assert phrases("1/2/2003", "en-GB")[0][0] == "february first two thousand three"


def test_no_text_has_no_words() -> None:
    assert spoken_words([]) == ()


@given(
    st.lists(written.filter(bool), max_size=6),
    st.sampled_from(["en", "en-GB", "de", "fr", "ja", None]),
)
def test_any_token_has_few_short_readings_of_clean_words(tokens: list[str], language: str | None) -> None:
    spoken = spoken_words(tokens, language)

    assert len(spoken) == len(tokens)
    for readings in spoken:
        assert 1 <= len(readings) <= MOST_READINGS
        assert len(set(readings)) == len(readings)
        for reading in readings:
            assert len(reading) <= MOST_WORDS
            assert all(word and not any(c.isspace() for c in word) for word in reading)
            assert all(len(word) <= LONGEST_WORD for word in reading)


def test_a_decimal_before_p_is_no_resolution() -> None:
    assert phrases("00.0p")[0]


def test_points_and_commas_in_a_heap_do_not_raise_in_german() -> None:
    assert phrases("0.,,0", "de") == [["null"]]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "piece", ["9", "1-", "100/", "1,000,", "a", "-", "$", "'s", "1+", "a@", "½", "I", "~"]
)
def test_a_huge_token_takes_no_longer_than_as_many_words(piece: str, language: str) -> None:
    began_s = process_time()
    (readings,) = spoken_words([piece * 10_000], language)
    between_s = process_time()
    spoken_words(["word", "12", "$4", "more"] * 2500, language)

    assert max(len(reading) for reading in readings) <= MOST_WORDS
    assert between_s - began_s < process_time() - between_s


def test_a_long_text_takes_as_much_longer_as_it_is() -> None:
    units = (("$", "m"), ("", "%"), ("F-", ""), ("", "-3"))
    odd = [f"{sign}{n}{unit}" for n in range(500) for sign, unit in units]
    tokens = [odd[i // 10 % len(odd)] if i % 10 == 0 else "word" for i in range(80_000)]
    spoken_words(tokens)  # what is remembered of single words

    def taken_s(count: int) -> float:
        began_s = process_time()
        spoken_words(tokens[:count])
        return process_time() - began_s

    assert taken_s(80_000) < 4 * 8 * taken_s(10_000)


def test_english_does_not_load_the_words_for_numbers() -> None:
    speak = (
        "import sys; from briefing.text.normalise.readings import spoken_words; "
        "spoken_words('In 1990 $4.2 billion.'.split())"
    )
    check = f"{speak}; sys.exit('num2words' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
