"""What untrusted text may contain."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.safe import LINE_LIMIT, MARKS_LIMIT, safe_line, safe_text

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
FORBIDDEN = re.compile("[\u202a-\u202e\ufff9-\ufffb\ud800-\udfff]")
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
TAGS = re.compile("[\U000e0000-\U000e007f]")
NASTY = (
    "\x1b\x00\x07\r\n\t\v\x7f\x85\x9b\u0301\u0308\u200c\u200d\u200e\u202a\u202e\u2028\u2066\u2067\u2068\u2069"
    "\ufeff\ufff9\ufffe\ud83d\U0001f3f4\U000e0067\U000e007f\U000e0001 ab"
)
nasty_text = st.text(st.one_of(st.sampled_from(NASTY), st.characters(codec=None)))

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("plain", "plain"),
        ("a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("c1 \x9b2J", "c1 \ufffd2J"),
        ("one\r\ntwo\rthree\vfour\ffive\x85six\u2028seven", "one\ntwo\nthree\nfour\nfive\nsix\nseven"),
        ("tab\tstop", "tab stop"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("a\u202ab\u202c", "ab"),
        ("\ufeffbom", "bom"),
        ("\ufff9base\ufffaruby\ufffb", "baseruby"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        (ENGLAND, ENGLAND),
        ("\ud800lone", "\ufffdlone"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("\u200eabc\u200f", "\u200eabc\u200f"),
        ("\u2068abc", "\u2068abc\u2069"),
        ("\u2067abc\nnext\u2069", "\u2067abc\u2069\nnext"),
        ("\u2068a\u2067b\u2069c\u2069d\u2069", "\u2068a\u2067b\u2069c\u2069d"),
        ("Hanoi: Hà Nội, Việt", "Hanoi: Hà Nội, Việt"),
    ],
)
def test_what_becomes_of_odd_text(given: str, expected: str) -> None:
    assert safe_text(given) == expected


def test_marks_pile_no_higher_than_the_limit() -> None:
    zalgo = "Z" + "\u0301" * 50 + "a" + "\u0301\u200d" * 20 + "l"
    marks = [unicodedata.category(c)[0] == "M" for c in safe_text(zalgo)]
    assert sum(marks) == 2 * MARKS_LIMIT
    assert safe_text(zalgo).replace("\u0301", "").replace("\u200d", "") == "Zal"


def test_a_run_of_emoji_is_no_pile_of_marks() -> None:
    flags = "🇺🇦🇰🇵🇷🇺🇯🇵🇰🇷❤\ufe0f☎\ufe0f" * 4
    assert safe_text(flags) == flags


def test_newlines_become_spaces_where_none_may_be() -> None:
    assert safe_text("one\r\ntwo", keep_newlines=False) == "one two"
    assert safe_text("\u2068one\ntwo\u2069", keep_newlines=False) == "\u2068one two\u2069"


def test_a_line_is_cut_with_an_ellipsis() -> None:
    assert safe_line("  A \n title ") == "A title"
    assert safe_line("x" * 600) == "x" * (LINE_LIMIT - 1) + "…"
    assert safe_line("one two", 5) == "one…"


@given(nasty_text)
def test_nothing_harmful_is_left(text: str) -> None:
    safe = safe_text(text)
    assert not CONTROLS.search(safe)
    assert not FORBIDDEN.search(safe)
    assert not TAGS.search(FLAG.sub("", safe))
    safe.encode("utf-8")
    for line in safe.split("\n"):
        opened = sum(c in "\u2066\u2067\u2068" for c in line)
        assert opened == line.count("\u2069")


@given(nasty_text)
def test_twice_is_once(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)


@given(nasty_text, st.integers(1, 40))
def test_a_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = safe_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert line == line.strip()
    assert safe_line(line, limit) == line


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert safe_text(text) == text
