"""Which part of which sound file is heard with which text, in every form in which books say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.formats.books import zipped as book_format
from briefing.sources.opening import Opening
from tests.unit.formats.books.books_made import audio, daisy3, daisy202, epub, overlay, zipped
from tests.unit.sources.opened import TableReader

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.clips import Clip
    from tests.unit.formats.books.books_made import Files

SOUND = {"EPUB/a.mp3": b"sound"}
BODY = '<h1 id="h">Rye</h1><p id="p"><span id="s1">Mix it.</span> <span id="s2">Wait a day.</span></p>'
PAGED = '<p id="p">One <span id="n" epub:type="pagebreak">7</span>two</p>'
NOTED = (
    '<p id="p">One<a href="#f" epub:type="noteref">1</a></p><aside id="f" epub:type="footnote">Two</aside>'
)
Heard = tuple[str, float, float | None, str]


def clips_of(folder: Path, files: Files) -> tuple[list[Heard], tuple[Clip, ...], str]:
    path = zipped(folder / "book.epub", files)
    draft = book_format.read(Opening(str(path), path, TableReader()))
    document_text = "\n\n".join(text for _, text in draft.parts())
    heard = [(c.file, c.begin_s, c.end_s, document_text[c.start : c.stop]) for c in draft.clips]
    return heard, draft.clips, " ".join(draft.notices)


def heard(folder: Path, body: str, *pars: tuple[str, str]) -> list[Heard]:
    return clips_of(folder, epub(body, title="", overlays={1: overlay(*pars)}, files=SOUND))[0]


def test_a_clip_is_heard_with_the_text_of_the_element_that_it_names(tmp_path: Path) -> None:
    pars = [
        (f"c1.xhtml#{name}", audio("a.mp3", f"{i}s", f"{i + 1}s")) for i, name in enumerate(("h", "s1", "s2"))
    ]
    assert heard(tmp_path, BODY, *pars) == [
        ("EPUB/a.mp3", 0.0, 1.0, "Rye"),
        ("EPUB/a.mp3", 1.0, 2.0, "Mix it."),
        ("EPUB/a.mp3", 2.0, 3.0, "Wait a day."),
    ]


@pytest.mark.parametrize(
    ("begin", "seconds"),
    [
        ("1.5", 1.5),
        ("1.5s", 1.5),
        ("1500ms", 1.5),
        ("npt=1.5s", 1.5),
        ("0:01.5", 1.5),
        ("00:00:01.500", 1.5),
        ("npt=0:01:01.5", 61.5),
        ("0.5min", 30.0),
        ("0.01h", 36.0),
    ],
)
def test_a_time_is_understood_in_every_form(begin: str, seconds: float, tmp_path: Path) -> None:
    (clip,) = heard(tmp_path, BODY, ("c1.xhtml#h", audio("a.mp3", begin, "1h")))
    assert clip[1] == pytest.approx(seconds)


@pytest.mark.parametrize(
    "sound",
    [
        audio("a.mp3", "soon", "2s"),
        audio("a.mp3", "2s", "2s"),
        audio("a.mp3", "3s", "2s"),
        audio("", "0", "1s"),
    ],
)
def test_a_clip_that_is_none_is_no_sound(sound: str, tmp_path: Path) -> None:
    assert heard(tmp_path, BODY, ("c1.xhtml#h", sound)) == [("", 0.0, None, "Rye")]


def test_a_clip_without_an_end_goes_to_the_end_of_its_file(tmp_path: Path) -> None:
    assert heard(tmp_path, BODY, ("c1.xhtml#h", '<audio src="a.mp3"/>')) == [("EPUB/a.mp3", 0.0, None, "Rye")]


def test_what_is_heard_in_several_pieces_is_said_by_all_of_them(tmp_path: Path) -> None:
    pieces = f"<seq>{audio('a.mp3', '0s', '1s')}{audio('a.mp3', '5s', '6s')}</seq>"
    assert heard(tmp_path, BODY, ("c1.xhtml#s1", pieces)) == [
        ("EPUB/a.mp3", 0.0, 1.0, "Mix it."),
        ("EPUB/a.mp3", 5.0, 6.0, "Mix it."),
    ]


def test_a_paragraph_that_holds_what_is_named_as_well_ends_where_that_begins(tmp_path: Path) -> None:
    body = '<p id="p">First, <span id="s">wait</span>.</p>'
    pars = ("c1.xhtml#p", audio("a.mp3", "0s", "1s")), ("c1.xhtml#s", audio("a.mp3", "1s", "2s"))
    assert [clip[3] for clip in heard(tmp_path, body, *pars)] == ["First, ", "wait"]


def test_sound_without_text_stands_where_the_text_before_it_ends(tmp_path: Path) -> None:
    pars = ("c1.xhtml#h", audio("a.mp3", "0s", "1s")), ("c1.xhtml#gone", audio("a.mp3", "1s", "2s"))
    _, clips, _ = clips_of(tmp_path, epub(BODY, title="", overlays={1: overlay(*pars)}, files=SOUND))
    assert [(clip.start, clip.stop) for clip in clips] == [(0, 3), (3, 3)]


def test_text_that_a_book_wants_heard_and_has_no_sound_for_was_passed_over(tmp_path: Path) -> None:
    pars = ("c1.xhtml#h", ""), ("c1.xhtml#s1", audio("a.mp3", "0s", "1s"))
    assert heard(tmp_path, BODY, *pars) == [("", 0.0, None, "Rye"), ("EPUB/a.mp3", 0.0, 1.0, "Mix it.")]


@pytest.mark.parametrize(
    ("body", "name", "skips"), [(PAGED, "n", True), (NOTED, "f", True), (NOTED, "p", False)]
)
def test_numbers_of_pages_and_notes_are_passed_over(
    body: str, name: str, skips: bool, tmp_path: Path
) -> None:
    pars = ("c1.xhtml#" + name, audio("a.mp3", "0s", "1s"))
    _, clips, _ = clips_of(tmp_path, epub(body, title="", overlays={1: overlay(pars)}, files=SOUND))
    assert [clip.is_skippable for clip in clips] == [skips]


def test_a_clip_of_a_group_of_texts_in_a_drawing_had_no_text_to_light(tmp_path: Path) -> None:
    groups = '<g id="a"><text>Mix</text><text>it.</text></g><g id="b"><text id="c">Wait.</text></g>'
    body = f"<svg><g>{groups}</g></svg>"
    pars = [(f"c1.xhtml#{name}", audio("a.mp3", f"{at}s", f"{at + 1}s")) for at, name in enumerate("abc")]
    assert [clip[3] for clip in heard(tmp_path, body, *pars)] == ["Mix\n\nit.", "Wait.", "Wait."]


def test_words_behind_a_page_number_within_a_paragraph_had_no_time(tmp_path: Path) -> None:
    pars = ("c1.xhtml#p", audio("a.mp3", "0s", "1s")), ("c1.xhtml#n", audio("a.mp3", "1s", "2s"))
    assert [clip[3] for clip in heard(tmp_path, PAGED, *pars)] == ["One two", ""]


def test_a_clip_that_describes_a_picture_had_no_text_to_light(tmp_path: Path) -> None:
    body = '<h1 id="h">Rye</h1><img id="i" src="a.png" alt="A loaf"/><p>Mix it.</p>'
    (clip,) = heard(tmp_path, body, ("c1.xhtml#i", audio("a.mp3", "0s", "1s")))
    assert clip[3] == "A loaf"


def test_the_number_of_a_page_that_is_heard_is_known_to_the_clip(tmp_path: Path) -> None:
    pieces = audio("a.mp3", "0s", "1s") + audio("a.mp3", "1s", "2s")
    pars = [("c1.xhtml#n", pieces), ("c1.xhtml#p", audio("a.mp3", "2s", "3s"))]
    _, clips, _ = clips_of(tmp_path, epub(PAGED, title="", overlays={1: overlay(*pars)}, files=SOUND))
    assert [(clip.says, clip.goes_on) for clip in clips] == [("7", False), ("7", True), ("", False)]


def test_a_title_that_is_put_before_the_text_moves_what_is_heard_with_it(tmp_path: Path) -> None:
    pars = ("c1.xhtml#h", audio("a.mp3", "0s", "1s"))
    (clip,), _, _ = clips_of(tmp_path, epub(BODY, title="Bread", overlays={1: overlay(pars)}, files=SOUND))
    assert clip[3] == "Rye"


def test_sound_that_is_missing_is_known_and_what_lies_elsewhere_is_no_clip(tmp_path: Path) -> None:
    pars = [
        ("c1.xhtml#h", audio(name, "0s", "1s"))
        for name in ("gone.mp3", "../../a.mp3", "https://a.example/a.mp3")
    ]
    files = epub(BODY, title="", overlays={1: overlay(*pars)}, files=SOUND)
    found, _, notice = clips_of(tmp_path, files)
    assert [clip[0] for clip in found] == ["EPUB/gone.mp3", "", ""]
    assert notice == ""


def test_sound_is_found_in_whatever_case_its_name_is_written(tmp_path: Path) -> None:
    assert heard(tmp_path, BODY, ("C1.xhtml#h", audio("A.MP3", "0s", "1s"))) == [
        ("EPUB/a.mp3", 0.0, 1.0, "Rye")
    ]


def test_daisy_3_says_it_in_the_order_of_its_smil_files(tmp_path: Path) -> None:
    sentences = '<sent id="b">Mix it.</sent> <pagenum id="g">3</pagenum><sent id="c">Wait</sent>'
    text = f'<level1><h1 id="a">Rye</h1><p>{sentences}</p></level1>'
    first = overlay(("book.xml#a", audio("1.mp3", "0s", "1s")), ("book.xml#b", audio("1.mp3", "1s", "2s")))
    second = overlay(("book.xml#g", audio("2.mp3", "0s", "1s")), ("book.xml#c", audio("2.mp3", "1s", "2s")))
    sound = {"1.mp3": b"sound", "2.mp3": b"sound"}
    found, clips, _ = clips_of(tmp_path, daisy3(text, first, second, files=sound))
    assert [(file, said) for file, *_, said in found] == [
        ("1.mp3", "Rye"),
        ("1.mp3", "Mix it."),
        ("2.mp3", ""),
        ("2.mp3", "Wait"),
    ]
    assert [clip.is_skippable for clip in clips] == [False, False, True, False]


def test_a_daisy_book_that_is_sound_alone_has_its_headings_as_text(tmp_path: Path) -> None:
    par = '<par id="p{0}"><text src="ncc.html#h{0}"/><seq>{1}{2}</seq></par>'
    sound = '<audio src="1.mp3" clip-begin="npt={}s" clip-end="npt={}s"/>'
    pars = "".join(par.format(i, sound.format(i, i + 0.5), sound.format(i + 0.5, i + 1)) for i in range(2))
    ncc = "".join(f'<h1 id="h{i}"><a href="s.smil#p{i}">Part {i}</a></h1>' for i in range(2))
    found, _, _ = clips_of(tmp_path, daisy202(ncc, {"s.smil": f"<seq>{pars}</seq>"}, {}, {"1.mp3": b"sound"}))
    assert [(begin, said) for _, begin, _, said in found] == [
        (0, "Part 0"),
        (0.5, "Part 0"),
        (1, "Part 1"),
        (1.5, "Part 1"),
    ]


def test_a_smil_file_that_is_named_in_two_cases_is_heard_once(tmp_path: Path) -> None:
    par = '<par id="p{0}"><text src="c.html#t{0}"/><audio src="1.mp3" clip-begin="npt={0}s"/></par>'
    ncc = '<h1><a href="S.SMIL#p0">One</a></h1><h1><a href="s.smil#p1">Two</a></h1>'
    smil = {"s.smil": f"<seq>{par.format(0)}{par.format(1)}</seq>"}
    texts = {"c.html": '<p id="t0">Rye</p><p id="t1">Oats</p>'}
    path = zipped(tmp_path / "book.zip", daisy202(ncc, smil, texts, {"1.mp3": b"sound"}))
    draft = book_format.read(Opening(str(path), path, TableReader()))
    assert [clip.begin_s for clip in draft.clips] == [0.0, 1.0]
    assert [(entry.title, entry.start) for entry in draft.contents] == [("One", 0), ("Two", 5)]
