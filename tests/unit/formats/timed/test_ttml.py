"""TTML as services and editors write it: each test is named for what went wrong with one."""

from briefing.formats.timed.transcript import timed_words
from briefing.formats.timed_text import TimedFile, TimedLine
from tests.unit.formats.timed.timed_lines import read

NAMES = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="urn:m" xmlns:tts="urn:s" xmlns:p="urn:p"'


def read_body(body: str, language: str = "en") -> TimedFile:
    text = f'<tt {NAMES} xml:lang="{language}"><body>{body}</body></tt>'
    return read(text, ".ttml")


def lines_of(body: str) -> list[TimedLine]:
    return list(read_body(body).lines)


def words(body: str) -> list[tuple[str, float, float]]:
    found = timed_words(lines_of(body))
    return [(word.text, round(word.start_s, 3), round(word.stop_s or 0, 3)) for word in found]


def test_clocks_without_a_unit_are_seconds() -> None:
    (one, other) = lines_of('<p begin="19.5" end="1:02.25">A</p><p begin="01:02,5" dur="2">B</p>')
    assert (one.start_s, one.stop_s) == (19.5, 62.25)
    assert (other.start_s, other.stop_s) == (62.5, 64.5)


def test_lyrics_whose_spans_count_from_the_start_are_in_step() -> None:
    body = (
        '<div begin="10.0" end="30.0"><p begin="10.0" end="12.0">'
        '<span begin="10.0" end="10.5">Har</span><span begin="10.5" end="11.0">bour</span> '
        '<span begin="11.0" end="12.0">news</span></p>'
        '<p begin="20.0" end="30.0"><span begin="20.0" end="30.0">Again</span></p></div>'
    )
    assert words(body) == [("Harbour", 10, 11), ("news", 11, 12), ("Again", 20, 30)]


def test_times_within_a_division_still_count_from_it() -> None:
    body = '<div begin="10s" end="30s"><p begin="1s" end="2s">A</p><p begin="19s" end="20s">B</p></div>'
    assert words(body) == [("A", 11, 12), ("B", 29, 30)]


def test_words_of_a_podcast_are_not_glued_and_speakers_are_told() -> None:
    body = (
        '<p begin="5.0" end="7.0" ttm:agent="SPEAKER_1"><span p:unit="sentence" begin="5.0" end="7.0">'
        '<span p:unit="word" begin="5.0" end="5.5">Good</span>'
        '<span p:unit="word" begin="5.5" end="7.0">morning.</span></span></p>'
    )
    assert words(body) == [("Good", 5, 5.5), ("morning", 5.5, 7)]
    assert lines_of(body)[0].speaker == "SPEAKER_1"


def test_readings_and_translations_are_not_said_as_well() -> None:
    ruby = (
        '<span tts:ruby="container"><span tts:ruby="base">港</span><span tts:ruby="text">みなと</span></span>'
    )
    second = '<span ttm:role="x-translation" xml:lang="en">The harbour<br/>opens</span>'
    assert [line.text for line in lines_of(f'<p begin="1s" end="2s">{ruby}が開く{second}</p>')] == [
        "港が開く"
    ]


def test_of_divisions_in_two_languages_one_is_read() -> None:
    body = "".join(
        f'<div xml:lang="{language}"><p begin="1s" end="2s">{said}</p><p begin="3s" end="4s">{said}</p></div>'
        for language, said in (("fr", "Bonjour"), ("en", "Hello"))
    )
    assert [line.text for line in lines_of(body)] == ["Hello", "Hello"]
    found = read_body(body, "")
    assert ([line.text for line in found.lines], found.language) == (["Bonjour", "Bonjour"], "fr")


def test_a_division_in_another_language_at_its_own_times_is_kept() -> None:
    body = (
        '<div xml:lang="en"><p begin="1s" end="2s">He said:</p></div>'
        '<div xml:lang="fr"><p begin="3s" end="4s">Bonjour</p></div>'
    )
    assert [line.text for line in lines_of(body)] == ["He said:", "Bonjour"]
