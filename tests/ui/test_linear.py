"""The linear face, byte by byte: what is written for each key, and that each key is answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.commands.command import Group, Scope
from briefing.commands.table import BY_ID, COMMANDS
from briefing.model import VoiceKind
from briefing.session.arrival import Arrival
from briefing.settings import Settings
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.linear.face import LinearFace
from tests.builders import keymap, make_document
from tests.shelf import HILLS, RIVER, ShelfOfLists, some_items
from tests.stage import DOCUMENT, Stage
from tests.window import said

if TYPE_CHECKING:
    from collections.abc import Callable

WRITE: Final = r"\r\n+( \r)?[^\x00-\x1f\x7f]+(\r\n[^\x00-\x1f\x7f]+)*(\n+\x1b\[\d+A\r)?"
"""Down, rows, and up to the first, or nowhere where something is typed; a space below the pressed key."""
ALL_KEYS = [*keymap(), "escape", "tab", "backspace", "ctrl+u", "f9", "ctrl+x", "é", "日", UNKNOWN]


class Reader:
    """Somebody at the linear face: presses keys, gets what was written."""

    def __init__(self, stage: Stage | None = None, *, is_screen: bool = True) -> None:
        self.stage = stage or Stage()
        self.written: list[str] = []
        session = self.stage.session
        columns = (lambda: 80) if is_screen else None
        self.face = LinearFace(session, session.settings, self.written.append, columns=columns)

    def start(self) -> Reader:
        self.face.start("by flag")
        self.stage.session.tick()
        return self

    def press(self, *keys: str) -> list[str]:
        """Press keys; return the writes that answered them."""
        before = len(self.written)
        for key in keys:
            self.face.key(key)
            self.stage.session.tick()
        return self.written[before:]

    @property
    def lines(self) -> list[str]:
        """All that was written, without what moves the cursor."""
        return [said(each) for each in self.written]

    def heard(self, *keys: str) -> list[str]:
        """Press keys; return the lines that answered them."""
        return [said(each) for each in self.press(*keys)]


@pytest.fixture
def reader() -> Reader:
    return Reader().start()


def test_the_opening_is_one_line_title_first_and_the_hint_last() -> None:
    reader = Reader().start()
    assert reader.lines == [
        "Breaking News: News of numbers. Recording. Paused. Space plays, question mark for help."
    ]


def test_the_opening_is_written_before_anything_is_loaded() -> None:
    reader = Reader(Stage(background=lambda _work: written.append(len(reader.written))))
    written: list[int] = []
    with reader.face.lines.together():
        reader.start()
    assert written[0] == 1


def test_why_there_is_no_screen_is_said_where_nobody_chose_that() -> None:
    reader = Reader(is_screen=False)
    reader.face.start("for there is no screen to draw on")
    assert reader.lines[-1].endswith("for help. Screen reader mode, for there is no screen to draw on.")


@given(st.lists(st.sampled_from(ALL_KEYS), max_size=25))
@settings(max_examples=60, deadline=None)
def test_a_key_brings_one_announcement_whatever_it_brings(keys: list[str]) -> None:
    reader = Reader().start()
    for key in keys:
        before = len(reader.written)
        with reader.face.lines.together():
            reader.press(key)
        # What is typed is echoed, and where no more fits that is said behind it.
        assert len(reader.written) == before + 1, key
        if reader.face.is_done:
            break


def test_golden_bytes_of_a_visit(reader: Reader) -> None:
    reader.press("f6", "down", "i", "space", "+", ">", "(", "f3", "q")
    assert "".join(reader.written[1:]) == (
        "\r\n\nParagraph 1 of 2: One two three.\n\x1b[1A\r"
        "\r\nFour five six.\n\n\x1b[2A\r"
        "\r\n3 seconds of 7 seconds. Paragraph 1 of 2, sentence 2. Paused. Recording.\n\x1b[1A\r"
        "\r\nPlaying.\n\n\x1b[2A\r"
        "\r\nText size MD, large print, for the screen.\n\x1b[1A\r"
        "\r\nSpeed 1.1.\n\n\x1b[2A\r"
        "\r\nVolume 95 percent.\n\x1b[1A\r"
        "\r\nNo command on f3. Question mark for help.\n\n\x1b[2A\r"
        "\r\nGoodbye.\n\x1b[1A\r"
    )
    assert reader.face.is_done


def test_where_there_is_no_terminal_a_line_is_a_plain_line() -> None:
    reader = Reader(is_screen=False).start()
    reader.press("ø", "/", "s", "e", "enter")
    text = "".join(reader.written)
    assert "\r" not in text
    assert text.splitlines()[-3:] == [
        "No command on Ø. Question mark for help.",
        "Search:",
        "Match 1 of 1, paragraph 2: Seven eight nine.",
    ]


@given(st.lists(st.sampled_from(ALL_KEYS), max_size=25))
@settings(max_examples=150, deadline=None)
def test_every_key_is_answered_in_every_mode_and_nothing_is_redrawn(keys: list[str]) -> None:
    reader = Reader().start()
    for key in keys:
        answers = reader.press(key)
        assert answers, key
        for answer in answers:
            is_echo = len(answer) == 1
            assert is_echo or re.fullmatch(WRITE, answer), (key, answer)
        if reader.face.is_done:
            break


READ_OUT = {
    *("word-back", "word-forward", "sentence-back", "paragraph-back", "read"),
    *("row-next", "row-back", "read-next", "read-back", "read-here", "read-unit", "read-unit-back"),
    "reveal",
}
"""Commands that are answered with the text as it stands."""


STATES: Final[dict[str, Callable[[], Stage]]] = {
    "recording": Stage,
    "text alone": lambda: Stage(has_recording=False),
    "no voice": lambda: Stage(settings=Settings(voice=VoiceKind.NONE)),
    "library": lambda: Stage(shelf=ShelfOfLists([RIVER, HILLS], some_items())),
    "on its way": lambda: Stage(background=lambda _work: None, arriving=lambda: Arrival(DOCUMENT, {})),
}


@pytest.mark.parametrize("state", STATES)
def test_every_command_by_its_key_is_one_announcement_in_every_state(state: str) -> None:
    silent = []
    for command in (each for each in COMMANDS if each.keys):
        reader = Reader(STATES[state]()).start()
        before = len(reader.written)
        with reader.face.lines.together():
            reader.press(command.keys[0])
        answers = reader.lines[before:]
        is_read_out = command.id in READ_OUT
        if len(answers) != 1 or not (is_read_out or answers[0].rstrip()[-1:] in (".", ":")):
            silent.append((command.id, answers))
    assert silent == []


@pytest.mark.parametrize("command_id", [c.id for c in COMMANDS if c.keys and c.id not in READ_OUT])
def test_an_answer_is_a_sentence_with_times_in_words(reader: Reader, command_id: str) -> None:
    answer = reader.heard(BY_ID[command_id].keys[0])[0]
    assert answer[0].isupper() or answer[0].isdigit()
    assert answer.rstrip()[-1] in ".:"
    assert not re.search(r"\d:\d\d", answer)


# Reading on


def test_nothing_is_said_unasked_while_it_plays(reader: Reader) -> None:
    reader.press("space")
    before = len(reader.written)
    reader.stage.play(4)
    assert reader.written[before:] == []


def test_the_end_is_said(reader: Reader) -> None:
    reader.press("space")
    reader.stage.play(10)
    assert reader.lines[-1] == "End of the briefing."
    assert reader.face.has_ended


def test_follow_text_prints_each_sentence_once_as_it_is_reached() -> None:
    reader = Reader(Stage(settings=Settings(follow_text=True))).start()
    before = len(reader.written)
    reader.press("space")
    reader.stage.play(10)
    assert reader.lines[before:] == [
        "Playing.",
        "Title: News of numbers",
        "Paragraph 1 of 2: One two three.",
        "Four five six.",
        "Paragraph 2 of 2: Seven eight nine.",
        "Ten eleven twelve.",
        "End of the briefing.",
    ]


def test_follow_text_says_a_sentence_once_when_it_is_read_in_silence() -> None:
    reader = Reader(Stage(settings=Settings(follow_text=True))).start()
    reader.press("f6")
    assert reader.heard("down") == ["Four five six."]


# Typing


def test_a_search_is_typed_with_an_echo_of_each_letter(reader: Reader) -> None:
    assert reader.press("/", "s", "e") == ["\r\n\nSearch: ", "s", "e"]
    assert reader.heard("enter") == ["Match 1 of 1, paragraph 2: Seven eight nine."]
    assert reader.heard("n")[0].startswith("Wrapped")


def test_what_is_deleted_is_said_with_what_is_left(reader: Reader) -> None:
    assert reader.heard("/", "t", "x", "backspace")[-1] == "X deleted. Search: t"
    assert reader.heard("space", "backspace")[-1] == "space deleted. Search: t"
    assert reader.heard("「", "backspace")[-1] == "left corner bracket deleted. Search: t"
    assert reader.heard("ctrl+u") == ["Empty. Search:"]
    assert reader.heard("up") == ["Type, then Enter. Escape closes. Search:"]
    assert reader.heard("enter") == ["Search closed, nothing typed."]


def test_escape_closes_a_prompt_and_keys_are_commands_again(reader: Reader) -> None:
    assert reader.heard("/", "q", "escape")[-1] == "Search closed."
    assert reader.heard("escape") == ["Nothing to close."]
    reader.press("q")
    assert reader.face.is_done


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("where", "0 seconds of 7 seconds"),
        ("speed 1.5", "Speed 1.5."),
        ("SIZE lg", "Text size LG"),
        ("vol", "There is no command vol."),
        ("bookmark the vote", "Bookmark 1."),
        ("help", "Help."),
        ("theme light", "Theme: light, for the screen."),
        ("line-spacing 1.5", "Line spacing: only on the screen."),
        ("go 9:99:99:9", "“9:99:99:9” is no place."),
        ("quit", "Goodbye."),
    ],
)
def test_a_command_is_typed(reader: Reader, typed: str, answer: str) -> None:
    keys = ["space" if char == " " else char for char in typed]
    assert reader.heard(":", *keys, "enter")[-1].startswith(answer)


def test_a_prompt_can_be_left_without_escape_which_some_readers_keep(reader: Reader) -> None:
    assert reader.heard("/", "a", "backspace", "backspace")[-1] == "Search closed."


def test_go_asks_where_to(reader: Reader) -> None:
    assert reader.heard("g", "3", "enter") == ["Go to:", "3", "Four five six."]


# Lists and help


def test_a_bookmark_is_chosen_by_its_number_once(reader: Reader) -> None:
    reader.press("f6", "b", "end", "b", "home")
    assert reader.heard("B")[0].startswith("Bookmarks. 1 of 2: One two three. Paragraph 1 of 2, sentence 1.")
    assert reader.heard("2") == ["2 of 2: Ten eleven twelve. Paragraph 2 of 2, sentence 2."]
    assert reader.heard("enter")[0].startswith("Bookmark 2.")
    assert reader.heard("2")[0].startswith("20 percent")


@pytest.mark.parametrize("key", ["escape", "q", "?"])
def test_help_explains_keys_until_it_is_left_and_says_how_and_that(reader: Reader, key: str) -> None:
    (opened,) = reader.heard("?")
    assert opened.startswith("Help. Press a key to hear what it does.")
    assert opened.endswith("Question mark or Q closes help, Escape does, too.")
    assert reader.heard("m") == ["Mute. Turn the sound off, or on again."]
    assert reader.heard("f12", UNKNOWN) == ["No command on f12.", "No command on that key."]
    assert reader.heard(key) == ["Help closed."]
    assert not reader.face.is_done
    assert reader.heard("m") == ["Muted."]


def test_help_goes_through_commands_and_groups_one_line_a_key(reader: Reader) -> None:
    reader.press("?")
    assert reader.heard("tab", "tab", "shift+tab", "shift+tab") == [
        "Playing. Space: Play or pause. Start playing, or pause; at the end, start again.",
        "X: Stop. Pause and go back to the start.",
        "Space: Play or pause. Start playing, or pause; at the end, start again.",
        "This is the first command.",
    ]
    groups = reader.heard(*["pagedown"] * len(Group))
    assert groups[0].startswith("Moving, ")
    assert groups[0].endswith("Left or comma: Back 5 seconds. Go back by 5 seconds.")
    assert groups[-1] == "There is no other group."
    assert max(len(line.split()) for line in groups) < 40


def test_every_command_in_lines_is_told_by_help_once(reader: Reader) -> None:
    reader.press("?")
    told = reader.heard(*["tab"] * len(COMMANDS))
    for command in COMMANDS:
        count = sum(f": {command.title}." in line for line in told)
        assert count == (command.scope is Scope.BOTH), command.id


def test_the_users_own_keys_are_used_and_told() -> None:
    own = Settings(keys={"help": ("f1",), "play": ("p",), "quit": ("Q",)})
    reader = Reader(Stage(settings=own)).start()
    assert reader.lines[0].endswith("P plays, f1 for help.")
    assert reader.heard("p") == ["Playing."]
    assert reader.heard("q") == ["No command on Q. F1 for help."]
    reader.press("Q")
    assert reader.face.is_done


# What comes from outside


def test_the_text_is_printed_with_what_each_part_is() -> None:
    reader = Reader(is_screen=False)
    reader.face.print_text()
    assert "".join(reader.written) == (
        "Banner: Breaking News\n"
        "Title: News of numbers\n"
        "Caption: A picture.\n"
        "Paragraph 1 of 2: One two three. Four five six.\n"
        "Paragraph 2 of 2: Seven eight nine. Ten eleven twelve.\n"
    )
    assert not reader.stage.sink.is_started


@pytest.mark.parametrize("hostile", ["\x1b[2J", "a\rb", "\x9b2J", "┌──┐ █▓ ⠿", "x\u202ey"])
def test_no_text_reaches_the_terminal_raw(hostile: str) -> None:
    reader = Reader(Stage(make_document(f"Start {hostile} stop.", title="T")))
    reader.face.print_text()
    text, up = reader.written[-1].rsplit("\x1b", 1)
    assert re.fullmatch(r"\r\nParagraph 1 of 1: Start .* ?stop\.\n+", text)
    assert re.fullmatch(r"\[\dA\r", up)
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2500-\u259f\u2800-\u28ff\u202e]", text)


def test_a_prompt_takes_500_characters_and_says_so_once(reader: Reader) -> None:
    reader.press("/", *"x" * 500)
    assert reader.lines[-1] == "No more than 500 characters fit."
    assert reader.press(*"y" * 1000) == []
    (answer,) = reader.heard("enter")
    assert "x" * 70 in answer


def test_a_paste_goes_into_the_prompt_and_nowhere_else(reader: Reader) -> None:
    before = len(reader.written)
    reader.face.paste("qqq")
    assert reader.lines[before:] == ["Pasted text is left out. Question mark for help."]
    reader.press("/")
    reader.face.paste("two\nlines " * 1000)
    assert reader.lines[-1] == "No more than 500 characters fit."
    assert reader.written[-2].startswith("two lines two lines")
