"""A learner's visit in both faces: study on, hear, repeat, slower, what is hidden, stop at the end."""

from __future__ import annotations

from briefing.model import TransportState
from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.linear.face import LinearFace
from tests.builders import make_document
from tests.stage import WORD_S, Stage
from tests.ui.screen import on_screen
from tests.window import said

TEXT = make_document("Alpha beta gamma. Delta epsilon zeta.", "Eta theta iota.", title="Greek letters")
SENTENCE_S = 3 * WORD_S
HIDDEN = Settings(study=True, study_hidden=True, study_pause="0.5")


class Lines:
    """Screen reader mode on a stage, and what was written since it was asked."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.stage = Stage(TEXT, settings=settings)
        self._written: list[str] = []
        self.copied: list[str] = []
        self.face = LinearFace(
            self.stage.session,
            self.stage.session.settings,
            self._written.append,
            columns=lambda: 80,
            copy=self._copy,
        )
        self.face.start("by flag")
        self.stage.session.tick()
        self.stage.press("go p1.s1")

    def _copy(self, text: str) -> bool:
        self.copied.append(text)
        return True

    def press(self, *keys: str) -> str:
        """Press keys; return what was written."""
        self._written.clear()
        for key in keys:
            self.face.key(key)
            self.stage.session.tick()
        return " ".join(said(each) for each in self._written)

    def tick(self) -> str:
        """Let what has come be told; return what was written."""
        self._written.clear()
        self.stage.session.tick()
        return " ".join(said(each) for each in self._written)

    def hear(self, seconds: float) -> str:
        """Let time pass; return what was written meanwhile."""
        self._written.clear()
        self.stage.play(seconds)
        return " ".join(said(each) for each in self._written)


def test_a_learner_hears_repeats_slows_down_and_stops_in_lines() -> None:
    lines = Lines()
    listed = lines.press("_")
    assert "Study: off" in listed
    assert "Study: on." in lines.press("enter")
    assert lines.press("space") == "Playing."
    assert lines.hear(SENTENCE_S + 0.5) == "", "a pause is heard, and not talked about"
    assert lines.stage.session.ends.is_waiting
    assert "Study, pause." in lines.press("i")
    assert lines.press("r") == "Again."
    assert lines.press("<") == "Speed 0.9."
    lines.hear(SENTENCE_S / 0.9 + 0.3)
    assert lines.stage.words[-1] == "gamma"
    assert lines.press("|") == "Stops at the end of the sentence."
    lines.hear(3 * SENTENCE_S)
    assert lines.stage.session.state is TransportState.PAUSED
    assert lines.stage.session.sentence.of(TEXT.text) == "Delta epsilon zeta."


def test_in_lines_a_sentence_is_written_when_it_was_heard_where_text_is_hidden_and_followed() -> None:
    lines = Lines(HIDDEN._replace(follow_text=True))
    assert "Hidden until it is heard." in lines.press(":", *"read", "enter")
    assert "Alpha" not in lines.press("space") + lines.hear(SENTENCE_S - 0.2)
    assert "Alpha beta gamma." in lines.hear(0.4)
    assert "Delta" not in lines.hear(SENTENCE_S)


async def test_a_learner_hears_repeats_slows_down_and_stops_on_the_screen() -> None:
    async with on_screen(TEXT) as screen:
        await screen.press("underscore")
        assert "Study: off" in screen.text
        await screen.press("enter")
        assert "Study: on." in screen.text
        await screen.press("right_square_bracket", "space")
        await screen.play(SENTENCE_S + 0.5)
        assert screen.session.ends.is_waiting
        await screen.press("less_than_sign", "r")
        await screen.play(SENTENCE_S / 0.9 + 0.3)
        await screen.press("vertical_line")
        assert "Stops at the end of the sentence." in screen.text
        await screen.play(4 * SENTENCE_S)
        assert screen.session.state is TransportState.PAUSED


async def test_on_the_screen_blanks_stand_for_what_was_not_heard_and_copying_leaves_it_out() -> None:
    for size in (TextSize.XS, TextSize.SM):
        async with on_screen(TEXT, settings=HIDDEN._replace(size=size)) as screen:
            assert "Greek letters" in screen.text
            assert not any(word in screen.text for word in ("Alpha", "gamma", "Delta", "Eta"))
            await screen.press("right_square_bracket", "space")
            await screen.play(SENTENCE_S + 0.3)
            assert "Alpha beta gamma." in screen.text
            assert "Delta" not in screen.text
            await screen.press("space", "j", "c")
            assert "Delta" not in screen.text


async def test_in_large_print_nothing_is_drawn_of_what_was_not_heard() -> None:
    async with on_screen(TEXT, settings=HIDDEN._replace(size=TextSize.MD), size=(100, 40)) as screen:
        await screen.press("right_square_bracket")
        hidden = screen.text
        await screen.press("space")
        await screen.play(SENTENCE_S + 0.3)
        await screen.press("space")
        shown = screen.text
    drawn = [sum(not char.isspace() for char in text) for text in (hidden, shown)]
    assert drawn[1] > drawn[0] + 100


def test_what_is_copied_of_a_hidden_sentence_is_nothing() -> None:
    lines = Lines(HIDDEN)
    assert "Nothing is copied." in lines.press("c")
    assert lines.copied == []
    lines.press(":", *"reveal", "enter", "c")
    assert lines.copied[0].endswith("Alpha beta gamma.")
