"""Transcripts with times, as recorders, services and typists write them."""

from __future__ import annotations

import pytest

from briefing.formats.source import Head
from briefing.formats.timed import stamped

SAID = ["Good morning. I am glad that you came.", "The bridge was closed for eleven days.", "And now?"]
WHO = ["Ann Lee", "The Mayor", "Ann Lee"]
TIMES_S = [5.0, 12.0, 62.0 * 60 + 7]


@pytest.mark.parametrize(
    "form",
    [
        "[{h}] {said}",
        "({h}) {said}",
        "{{{h}}} {said}",
        "<{h}> {said}",
        "**[{h}]** {said}",
        "{h} {said}",
        "{h} - {said}",
        "{m} {said}",
        "{m}\n{said}",
    ],
)
def test_a_transcript_keeps_its_times_in_whatever_marks_they_stand(form: str) -> None:
    lines = list(stamped.read(_written(form)).lines)
    assert [line.start_s for line in lines] == TIMES_S
    assert [line.text for line in lines] == SAID


@pytest.mark.parametrize(
    "form",
    [
        "{who}  {m}\n{said}",
        "{who} {m}\n{said}",
        "{who} | {m}\n{said}",
        "{who} ({h})\n{said}",
        "**{who}** [{h}]\n{said}",
        "{who}, {h}\n{said}",
        "{h}\t{who}\t{said}",
    ],
)
def test_a_transcript_tells_who_speaks_where_the_name_stands_beside_the_time(form: str) -> None:
    text = _written(form)
    assert stamped.score(Head(b"", text, ".txt")) > 0
    lines = list(stamped.read(text).lines)
    assert [line.start_s for line in lines] == TIMES_S
    assert [line.speaker for line in lines] == WHO
    assert [line.text for line in lines] == SAID


@pytest.mark.parametrize(
    "text",
    [
        "Programme\n\n08:00 News\n08:30 Weather\n09:00 The morning talk\n12:00 News\n",
        "Doors open 18:30\nThe talk starts 19:00\nThe bar closes 23:15\n",
        "00:15 Night news\n01:00 Music\n05:30 Weather\n",
        "The train leaves at 20:15.\n\n19:03 is when the doors open.\n",
    ],
)
def test_times_of_the_day_are_no_transcript(text: str) -> None:
    assert stamped.score(Head(b"", text, ".txt")) == 0


def _written(form: str) -> str:
    minutes, hours = ["0:05", "0:12", "1:02:07"], ["00:00:05", "00:00:12", "01:02:07"]
    parts = [
        form.format(m=m, h=h, who=who, said=said)
        for m, h, who, said in zip(minutes, hours, WHO, SAID, strict=True)
    ]
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(
    ("text", "starts_s"),
    [
        ("00:00:05:12\nGood.\n\n00:00:09:05\nOpen.\n\n00:00:14:20\nAt last.\n", [5.48, 9.2, 14.8]),
        ("[00:00:05:12] Good.\n[00:00:09:27] Open.\n[00:00:14:15] At last.\n", [5.4, 9.9, 14.5]),
        ("00;00;05;12 - 00;00;08;15\nGood.\n\n00;00;09;03 - 00;00;12;00\nOpen.\n", [5.4, 9.1]),
    ],
)
def test_times_that_end_in_frames_are_read(text: str, starts_s: list[float]) -> None:
    assert stamped.score(Head(b"", text, ".txt"))
    assert [line.start_s for line in stamped.read(text).lines] == starts_s


def test_two_numbered_speakers_with_round_times_are_a_transcript() -> None:
    text = "Speaker 1    00:00\nGood morning.\n\nSpeaker 2    00:10\nThe bridge is open.\n"
    assert stamped.score(Head(b"", text, ".txt"))


def test_a_name_in_bold_type_is_said_without_its_stars() -> None:
    text = "[00:05] **Ann Lee:** Good morning.\n\n[00:09] **Bob Ray:** The bridge is open.\n"
    assert [line.text for line in stamped.read(text).lines] == [
        "Ann Lee: Good morning.", "Bob Ray: The bridge is open."]  # fmt: skip
