"""A whole visit at LG in a window of 80 by 24: each answer is seen in large print, and the place with it.

A longer answer comes page by page: its words are on one of them.
"""

from __future__ import annotations

from typing import Final

from briefing.settings import Settings
from briefing.sizes import DRAWN, TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import face_for
from briefing.ui.glyphs.setting import rows_of
from tests.builders import memory_store
from tests.ui.screen import LONG, Screen, on_screen

FINE: Final = face_for(DRAWN[0], Drawing.QUADRANT, LONG.text)
TEXT: Final = face_for(TextSize.LG, Drawing.HALF, LONG.text)
VISIT: Final = (
    # keys, words that must be seen in large print, and whether they are the text's own
    (("j",), "What it is", True),
    (("j",), "Sentence 0a", True),
    (("i",), "4 seconds", False),
    (("space",), "", False),
    (("space",), "", False),
    (("/",), "words to find", False),
    (tuple("0b"), "0b_", False),
    (("enter",), "Sentence 0b", True),
    (("b",), "Bookmark 1", False),
    (("j",), "Sentence 1a", True),
    (("colon",), "Play or", False),
    ((*"bookmark", "space", *"odd"), "bookmark odd", False),
    (("enter",), "Bookmark 2.", False),
    (("v",), "Speech of", False),
    (("greater_than_sign",), "Speed 1.1", False),
    (("m",), "Muted.", False),
    (("h",), "Light on the", False),
    (("f",), "Not following.", False),
    (("f",), "Following the", False),
    (("B",), "1.", False),
    (("escape",), "", False),
    (("o",), "", False),
    (("escape",), "", False),
    (("?",), "Space  Play or", False),
    (("escape",), "", False),
    (("X",), "Focus on the", False),
    (("X", "X"), "Focus on the word.", False),
    (("X",), "Focus off:", False),
    (("u",), "", False),
    (("+",), "Text size XL,", False),
    (("-",), "Text size LG,", False),
    (("L",), "Nothing is", False),
    (("q",), "", False),
    (("O",), "1. Linear", False),
    (("j",), "2. Profile", False),
    (("q",), "", False),
)
COMING_BACK: Final = (
    (("i",), "", False),
    (("B",), "1. Sentence", False),
    (("q",), "", False),
)


def sees(screen: Screen, words: str, *, is_text: bool) -> bool:
    """Whether words stand on the screen in large print."""
    face = TEXT if is_text else FINE
    wanted = [row.rstrip() for row in rows_of(words, face)]
    rows = screen.rows
    return any(
        all(part in row for part, row in zip(wanted, rows[y:], strict=False))
        for y in range(len(rows) - face.rows + 1)
    )


async def test_every_answer_of_a_visit_is_seen_in_large_print_with_the_place() -> None:
    store = memory_store()
    for visit in (VISIT, COMING_BACK):
        settings = Settings(size=TextSize.LG)
        async with on_screen(LONG, settings=settings, size=(80, 24), store=store) as screen:
            for keys, words, is_text in visit:
                await screen.press(*keys)
                said, first = screen.app.around.said, screen.text
                while words and not sees(screen, words, is_text=is_text):
                    assert said.display, f"{keys}: {words}\n{first}"
                    said._turn()
                    await screen.pilot.pause()
                assert screen.transcript.window.row_of(screen.session.place) is not None, keys
            await screen.press("q")
            assert screen.app._exit
