"""Of the texts that go with a recording the best comes first."""

from __future__ import annotations

from briefing.formats.feeds.recordings import NamedFile
from briefing.formats.feeds.texts import ordered, texts_among
from briefing.linked import LinkedKind, LinkedText

A = "https://radio.example.org/"


def transcript(name: str, media_type: str = "", language: str = "") -> LinkedText:
    return LinkedText(LinkedKind.TRANSCRIPT, f"{A}{name}", language, media_type)


def names(*linked: LinkedText, language: str = "en") -> list[str]:
    return [each.address.removeprefix(A) for each in ordered(linked, language)]


def test_the_language_of_the_feed_goes_first_and_then_the_finest() -> None:
    spanish = transcript("es.vtt", "text/vtt", "es")
    english = transcript("en.srt", "application/srt", "en-GB")
    any_ = transcript("x.html", "text/html")
    assert names(any_, spanish, english) == ["en.srt", "x.html", "es.vtt"]
    assert names(any_, spanish, english, language="es-MX") == ["es.vtt", "x.html", "en.srt"]


def test_chapters_stand_behind_what_is_said() -> None:
    chapters = LinkedText(LinkedKind.CHAPTERS, f"{A}c.json", "", "application/json+chapters")
    assert names(chapters, transcript("t.txt", "text/plain")) == ["t.txt", "c.json"]


def test_a_name_is_believed_where_a_type_says_little() -> None:
    linked = ordered([transcript("a", "TEXT/VTT; charset=utf-8"), transcript("w.vtt", "text/plain")], "")
    assert [each.media_type for each in linked] == ["text/vtt", "text/vtt"]


def test_what_has_no_address_is_none_and_the_same_twice_is_one() -> None:
    assert names(LinkedText(LinkedKind.TRANSCRIPT), transcript("a.vtt"), transcript("a.vtt")) == ["a.vtt"]


def test_texts_that_are_named_as_recordings_are_texts() -> None:
    files = [
        NamedFile(f"{A}a.mp3", "audio/mpeg"),
        NamedFile(f"{A}a.vtt", "text/vtt; charset=utf-8"),
        NamedFile(f"{A}c", "application/json+chapters"),
    ]
    assert [(each.kind, each.address) for each in texts_among(files)] == [
        (LinkedKind.TRANSCRIPT, f"{A}a.vtt"),
        (LinkedKind.CHAPTERS, f"{A}c"),
    ]
