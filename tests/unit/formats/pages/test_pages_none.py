"""Texts that are no page: nothing of theirs is left out, whatever words stand in them."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats import plain, registry
from briefing.formats.pages import copied
from briefing.formats.pages.page import read_page
from briefing.model import Media
from briefing.safe import safe_text
from briefing.sources.opening import Opening
from tests.unit.formats.pages.page_words import MENUS, PROSE
from tests.unit.sources.opened import TableReader

LETTER = """Ann Lee
12 Harbour Street

3 March 2024

Dear Mr Ray,

I write to thank you for the evening at the harbour. Please share this letter with your wife, and read
it to the children, who asked me to come home with more of the same.

More news of the bridge when I have it. Search for the blue cup, it must be in the kitchen.

Yours,
Ann
"""
LIST = "Things to do\nSearch for the cup\nHome\nContact Ann\nPrint\nShare the cake\nPrivacy, at last\n"
PLAY = "ANN\nNext.\n\nBOB\nMore!\n\nANN\nClose the door, please.\n\nBOB\nIt is shut.\n\nANN\nShare it.\n"
RECIPE = """Bread

flour
water
salt
yeast

Mix all of it in a bowl, and leave it to rest for an hour under a cloth. Bake it until it sounds hollow.

Related breads want more water than this one, and more time.
"""
INTERVIEW = """Question: Who may subscribe?

Answer: Everybody who wants to subscribe may do so at the harbour office, and it costs nothing at all.

Question: And the privacy policy of the bridge?

Answer: It is the same as before. By signing up you agree to nothing, and nobody asks for your email address.
"""
PLAIN = {"letter": LETTER, "list": LIST, "play": PLAY, "recipe": RECIPE, "interview": INTERVIEW}


def letters_of(text: str) -> list[str]:
    return re.findall(r"\w", text)


def read(text: str) -> str:
    """Return the text that is opened of it, whichever format reads it."""
    opening = Opening("-", None, TableReader(), text.encode())
    return registry.format_of(opening).read(opening).build("t", "t", Media()).text


@pytest.mark.parametrize("name", PLAIN)
def test_a_text_with_words_of_furniture_is_read_whole(name: str) -> None:
    assert copied.likelihood(PLAIN[name]) == 0.0
    assert letters_of(read(PLAIN[name])) == letters_of(PLAIN[name])


@given(
    language=st.sampled_from(sorted(PROSE)),
    order=st.lists(st.integers(0, 3), min_size=1, max_size=12),
    row=st.integers(0, 5),
    width=st.sampled_from([0, 60, 72, 100]),
    gap=st.sampled_from(["\n", "\n\n"]),
)
def test_no_sentence_of_a_text_that_is_no_page_is_ever_lost(
    language: str, order: list[int], row: int, width: int, gap: str
) -> None:
    """Even where one line says what a button says."""
    lines = [PROSE[language][i] for i in order]
    lines.insert(len(lines) // 2, MENUS[language][0].split("|")[row])
    text = gap.join(textwrap.fill(line, width) if width else line for line in lines) + "\n"
    assert letters_of(read(text)) == letters_of(text)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_no_letter_is_lost_in_one_line(text: str) -> None:
    assert letters_of(plain.read_text(text).build("t", "", Media()).text) == letters_of(safe_text(text))


def test_an_empty_page_is_empty() -> None:
    assert copied.read_text("").is_empty


def test_source_code_of_a_page_is_no_copied_page() -> None:
    rows = ("Home", "Sign in", "Share", "Print", "No media source currently available")
    text = "<html>\n<body>\n" + "".join(f"<p>{row}</p>\n" for row in rows)
    assert copied.likelihood(text) == 0.0


def test_a_page_that_ends_with_its_title_is_read() -> None:
    title = "Skip tomain? " + "橋" * 60
    assert [part.text for part in read_page(title).parts] == [title]
