"""SMIL files are read by what they say, not by where their elements stand."""

from __future__ import annotations

from briefing.formats.books.markup import parse
from briefing.formats.books.names import Target
from briefing.formats.books.overlay import ClipSound, Overlay, Par, read_overlay

TEXT = '<text id="t{0}" src="../c.xhtml#x{0}"/>'
AUDIO = '<audio src="a.mp3" clipBegin="{0}s" clipEnd="{1}s"/>'


def overlay(body: str, most: int = 100) -> Overlay:
    root = parse(f"<smil><head/><body>{body}</body></smil>".encode())
    assert root is not None
    return read_overlay(root, "mo/m.smil", most)


def par(number: int, attributes: str = "") -> str:
    return f'<par id="p{number}" {attributes}>{TEXT.format(number)}{AUDIO.format(number, number + 1)}</par>'


def test_a_par_is_its_text_and_its_sounds() -> None:
    (found,) = overlay(par(1)).pars
    assert found == Par(Target("c.xhtml", "x1"), (ClipSound("mo/a.mp3", 1.0, 2.0),), is_skippable=False)


def test_ids_mean_the_text_that_they_are_of_or_that_follows() -> None:
    ids = overlay(f'<seq id="s">{par(1)}{par(2)}</seq><seq id="empty"/>').ids
    assert {name: target.fragment for name, target in ids.items()} == {
        "s": "x1",
        "p1": "x1",
        "t1": "x1",
        "p2": "x2",
        "t2": "x2",
    }


def test_what_is_marked_to_be_skipped_is_with_all_that_is_in_it() -> None:
    pars = overlay(
        par(1) + par(2, 'customTest="pagenum"') + par(3, 'system-required="footnote-on"')
        + f'<seq class="note">{par(4)}</seq>' + par(5)
    ).pars  # fmt: skip
    assert [each.is_skippable for each in pars] == [False, True, True, True, False]


def test_sound_within_links_and_sequences_is_heard() -> None:
    body = f'<par>{TEXT.format(1)}<a href="#n"><seq>{AUDIO.format(0, 1)}{AUDIO.format(1, 2)}</seq></a></par>'
    (found,) = overlay(body).pars
    assert [(sound.begin_s, sound.end_s) for sound in found.sounds] == [(0.0, 1.0), (1.0, 2.0)]


def test_of_too_many_the_first_are_read() -> None:
    found = overlay(par(1) + par(2) + par(3), most=2).pars
    assert [each.text for each in found] == [Target("c.xhtml", "x1"), Target("c.xhtml", "x2")]
