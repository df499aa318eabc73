"""What a page names that goes with its recording is had when it is wanted, and tells its times."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.draft import Draft
from briefing.formats.precision import precision
from briefing.linked import LinkedKind, LinkedText
from briefing.model import BlockKind
from briefing.ports.media import TimedText
from briefing.sources.companions import Wanted
from briefing.sources.fetched import FetchedOpening
from briefing.sources.linked_texts import by_place, chapters, fill, language_of, timed_words
from briefing.sources.opening import find
from tests.fakes_network import Served, TableFetcher
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "https://example.org/talks/bridge"
SAID = "The bridge opened again on Monday."
SRT = f"1\n00:00:01,000 --> 00:00:03,000\n{SAID}\n"
VTT = f"WEBVTT\n\n00:01.000 --> 00:03.000\n{SAID}\n"
STAMPED = "WEBVTT\n\n00:01.000 --> 00:03.000\n" + "".join(
    f"<00:01.{place}00>{word} " for place, word in enumerate(SAID.split())
)
WORDS = json.dumps(
    [
        {"word": word, "start": 1 + place / 10, "end": 1.1 + place / 10}
        for place, word in enumerate(SAID.split())
    ]
)
TRACK = LinkedKind.CAPTIONS


def at(**served: str) -> tuple[FetchedOpening, TableFetcher]:
    """Return a page and the network that it is on."""
    table = {f"{PAGE}.{name}": Served(text.encode(), "") for name, text in served.items()}
    network = TableFetcher({PAGE: Served(b"<p>A page.</p>", "text/html"), **table})
    return FetchedOpening(network.open(PAGE), TableReader(), network), network


def link(suffix: str, language: str = "", kind: LinkedKind = TRACK) -> LinkedText:
    return LinkedText(kind, f"bridge.{suffix}", language)


def named(*links: LinkedText, text: str = "", duration_s: float | None = 600.0) -> Draft:
    draft = Draft(language="en")
    draft.add(BlockKind.TITLE, "The bridge")
    draft.add(BlockKind.PARAGRAPH, text)
    draft.audio, draft.duration_s, draft.linked = "https://example.org/a.mp3", duration_s, links
    return draft


def starts(page: FetchedOpening, *links: LinkedText, language: str = "en") -> list[list[float]]:
    return [[word.start_s for word in words] for words in timed_words(links, language, page, pytest.fail)]


def test_nothing_is_asked_for_until_times_are_wanted() -> None:
    page, network = at(vtt=VTT)
    times = timed_words([link("vtt")], "en", page, pytest.fail)
    assert network.asked == [(PAGE, "")]
    assert next(times)[0].start_s == 1.0
    assert network.asked[1:] == [(f"{PAGE}.vtt", PAGE)]  # in the page's own name, which is a stranger's


def test_the_finest_is_asked_for_first_and_what_could_tell_no_more_is_not() -> None:
    page, network = at(srt=SRT, vtt=VTT, json=WORDS, txt=SAID)
    found = starts(page, link("txt"), link("srt"), link("vtt"), link("json"))
    assert [address.rpartition(".")[2] for address, _ in network.asked[1:]] == ["json", "vtt"]
    assert found[0] == pytest.approx([1.0, 1.1, 1.2, 1.3, 1.4, 1.5])


def test_a_text_in_another_language_tells_no_times() -> None:
    page, network = at(vtt=VTT, srt=SRT)
    assert len(starts(page, link("vtt", "deu"), link("srt", "eng"))) == 1
    assert [address for address, _ in network.asked[1:]] == [f"{PAGE}.srt"]


def test_chapters_are_no_text_of_the_recording() -> None:
    page, network = at(vtt=VTT)
    assert starts(page, link("vtt", "en", LinkedKind.CHAPTERS)) == []
    assert len(network.asked) == 1


def test_what_cannot_be_had_costs_one_sentence_and_none_where_something_else_can() -> None:
    page, _ = at(srt=SRT)
    told: list[str] = []
    assert list(timed_words([link("vtt"), link("json")], "en", page, told.append)) == []
    assert told == [f"The page's transcript cannot be had. There is nothing at {PAGE}.json."]
    assert len(starts(page, link("vtt"), link("srt"))) == 1


def test_no_more_than_eight_are_tried() -> None:
    page, network = at()
    links = [link(f"{number}.vtt") for number in range(20)]
    assert list(timed_words(links, "en", page, lambda _sentence: None)) == []
    assert len(network.asked) == 9


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "/etc/passwd", "ftp://example.org/a.vtt", "http://[a"]
)
def test_an_address_that_is_none_is_not_opened(address: str) -> None:
    page, network = at()
    told: list[str] = []
    assert list(timed_words([LinkedText(TRACK, address)], "en", page, told.append)) == []
    assert all(asked.startswith("https://example.org/") for asked, _ in network.asked)


def test_a_sound_that_is_called_a_transcript_is_not_read() -> None:
    page, network = at()
    network.table[f"{PAGE}.vtt"] = Served(b"ID3\x04" + bytes(200), "audio/mpeg")
    assert starts(page, link("vtt")) == []


# A page that is a frame for its recording


def test_the_transcript_of_a_page_that_holds_no_more_is_its_text() -> None:
    page, _ = at(vtt=VTT.replace(SAID, f"<v Ann>{SAID}"))
    draft = named(link("vtt", "en"))
    fill(draft, page, Wanted())
    assert [(block.kind, text, block.speaker) for block, text in draft.parts()] == [
        (BlockKind.TITLE, "The bridge", ""),
        (BlockKind.PARAGRAPH, SAID, "Ann"),
    ]
    assert draft.words[0].start_s == 1.0


def test_it_is_in_the_language_that_is_wanted() -> None:
    page, _ = at(vtt=VTT, srt=SRT.replace(SAID, "Die Brücke ist am Montag wieder offen."))
    draft = named(link("vtt", "en"), link("srt", "de"))
    fill(draft, page, Wanted("de"))
    assert draft.language == "de"
    assert [text for _, text in draft.parts()][1:] == ["Die Brücke ist am Montag wieder offen."]


@pytest.mark.parametrize(
    ("text", "duration_s"),
    [
        ("It is open again. " * 70, 600.0),
        ("It is open again. " * 10, 20.0),
        ("It is open again. " * 40, None),
    ],
    ids=["a story", "all that is said in a short recording", "a story with a recording of unknown length"],
)
def test_a_page_with_a_story_of_its_own_keeps_it_and_asks_for_nothing(
    text: str, duration_s: float | None
) -> None:
    page, network = at(vtt=VTT)
    draft = named(link("vtt"), text=text, duration_s=duration_s)
    fill(draft, page, Wanted())
    assert len(list(draft.parts())) == 2
    assert len(network.asked) == 1


def test_a_transcript_that_says_less_than_the_page_is_not_taken_for_its_text() -> None:
    page, _ = at(vtt=VTT)
    draft = named(link("vtt"), text="Ann Lee talks with the mayor of the town about a bridge.")
    fill(draft, page, Wanted())
    assert len(list(draft.parts())) == 2


def test_a_text_in_the_pages_own_metadata_is_read_and_nothing_asked_for() -> None:
    page, network = at()
    draft = named(LinkedText(LinkedKind.TRANSCRIPT, text=f"{SAID}\n\nNobody was surprised."))
    fill(draft, page, Wanted())
    assert [text for _, text in draft.parts()][1:] == [SAID, "Nobody was surprised."]
    assert len(network.asked) == 1


def test_a_saved_page_has_its_transcript_from_the_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "talk.html").write_text("<html><body><h1>The bridge</h1></body></html>")
    (tmp_path / "talk_files").mkdir()
    (tmp_path / "talk_files" / "talk.vtt").write_text(STAMPED)
    draft = named(LinkedText(TRACK, "talk_files/talk.vtt", "en"))
    opening = find(str(tmp_path / "talk.html"), TableReader())
    fill(draft, opening, Wanted())
    assert [text for _, text in draft.parts()][1:] == [SAID]
    elsewhere = named(
        LinkedText(TRACK, "https://example.org/talk.vtt", "en"), LinkedText(TRACK, "../talk.vtt")
    )
    fill(elsewhere, opening, Wanted())
    assert len(list(elsewhere.parts())) == 1


LINKS = st.lists(
    st.builds(
        LinkedText,
        st.sampled_from([LinkedKind.CAPTIONS, LinkedKind.TRANSCRIPT, LinkedKind.CHAPTERS]),
        st.sampled_from(["a.json", "a.vtt", "a.srt", "a.html", "a.txt", "a", "a.b/c?d=e.vtt"]),
        st.sampled_from(["", "en", "de", "deu", "fr"]),
        st.sampled_from(["", "text/vtt", "application/x-subrip", "text/html"]),
    ),
    max_size=10,
)


@given(LINKS, st.sampled_from(["en", "de"]))
def test_the_first_is_the_finest_in_the_language_that_is_wanted(links: list[LinkedText], wanted: str) -> None:
    placed = by_place(links, Wanted(wanted))
    assert len(placed) == sum(each.kind is not LinkedKind.CHAPTERS for each in links)
    ours = [each for each in placed if language_of(each) == wanted]
    if ours:
        assert placed[0] in ours
        assert precision(placed[0]) == min(map(precision, ours))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("json", '{"chapters": [{"startTime": 0, "endTime": 60, "title": "Morning"}]}'),
        ("vtt", "WEBVTT\n\n00:00.000 --> 01:00.000\nMorning\n"),
    ],
)
def test_chapters_are_had_where_they_are_named(name: str, text: str) -> None:
    page, network = at(**{name: text})
    links = [link("gone", "", LinkedKind.CHAPTERS), link(name, "", LinkedKind.CHAPTERS)]
    assert chapters(links, page) == (TimedText("Morning", 0.0, 60.0),)
    assert chapters([link("gone", "", LinkedKind.CHAPTERS), link(name)], page) == ()
    assert network.asked[-1] == (f"{PAGE}.gone", PAGE)
