"""SubStation Alpha, as editors and download programs leave it beside recordings."""

import pytest

from briefing.formats.timed.transcript import timed_words
from tests.unit.formats.timed.timed_lines import read

HEAD = "[Script Info]\nTitle: Harbour news\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: D,Arial\n\n"
EVENTS = "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"


def event(said: str, start: str = "0:00:01.50", stop: str = "0:00:04.00", name: str = "") -> str:
    return f"Dialogue: 0,{start},{stop},D,{name},0,0,0,,{said}\n"


def cues(text: str, suffix: str = "") -> list[tuple[float, float | None, str]]:
    return [(line.start_s, line.stop_s, line.text) for line in read(text, suffix).lines]


def test_a_subtitle_with_styles_beside_a_recording_is_read() -> None:
    found = read(HEAD + EVENTS + event("The bridge, at last,\\Nis open.", name="Ann"))
    (line,) = found.lines
    assert (line.start_s, line.stop_s, line.text) == (1.5, 4.0, "The bridge, at last,\nis open.")
    assert (line.speaker, found.title) == ("Ann", "Harbour news")


def test_columns_stand_where_the_format_line_says() -> None:
    text = "[events]\nFormat: Start, End, Actor, Text\nDialogue: 1:00:00.25,1:00:02.5,,One, two\n"
    assert cues(text) == [(3600.25, 3602.5, "One, two")]


def test_the_older_kind_counts_marks_for_layers_and_nobody_speaks() -> None:
    text = (
        "[Script Info]\nScriptType: v4.00\n[Events]\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: Marked=0,0:00:01.00,0:00:02.00,*Default,NTP,0000,0000,0000,,Hello\n"
    )
    (line,) = read(text, ".ssa").lines
    assert (line.text, line.speaker) == ("Hello", "")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (r"{\i1}One{\i0} two", "One two"),
        (r"{\an8\pos(1,2)\fad(10,20)}One", "One"),
        (r"One\ntwo\hthree", "One two three"),
        (r"{a remark}One", "One"),
        (r"{\p1}m 0 0 l 10 10{\p0}One", "One"),
        (r"\{One\}", "{One}"),
        ("One {never closed", "One {never closed"),
    ],
)
def test_markup_and_drawings_are_not_read_aloud(said: str, shown: str) -> None:
    assert cues(EVENTS + event(said)) == [(1.5, 4.0, shown)]


def test_remarks_of_the_editor_and_empty_events_are_no_text() -> None:
    text = EVENTS + event("One").replace("Dialogue", "Comment") + event(r"{\p1}m 0 0{\p0}") + event("Two")
    assert cues(text) == [(1.5, 4.0, "Two")]


def test_a_line_with_a_shadow_of_its_own_is_said_once() -> None:
    text = EVENTS + event(r"{\bord2}One") + event(r"{\blur3}One") + event("One", "0:00:05.00", "0:00:06.00")
    assert [start for start, _, _ in cues(text)] == [1.5, 5.0]


def test_karaoke_times_syllables_and_its_words_stay_whole() -> None:
    text = EVENTS + event(r"{\k50}{\k30}Har{\kf20}bour {\ko100}news")
    words = timed_words(list(read(text).lines))
    assert [(w.text, round(w.start_s, 2), round(w.stop_s or 0, 2), w.confidence) for w in words] == [
        ("Harbour", 2.0, 2.5, 1.0),
        ("news", 2.5, 3.5, 1.0),
    ]


def test_what_is_attached_or_broken_costs_no_event() -> None:
    text = (
        HEAD
        + "[Fonts]\nfontname: a.ttf\n!!!\n"
        + EVENTS
        + "Dialogue: nonsense\nDialogue: 0,x,y,D,,0,0,0,,No\n"
    )
    assert cues(text + event("Yes")) == [(1.5, 4.0, "Yes")]


def test_an_event_before_the_start_and_indented_lines_are_read() -> None:
    text = " [Script Info]\n Title: T\n [Events]\n" + f" {event('One', '-0:00:02.00')}"
    assert cues(text) == [(0.0, 4.0, "One")]
