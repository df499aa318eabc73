"""Every command, in one table: both faces, the palette, help and the README come from it.

Keys are written as Textual names them ("space", "shift+left", "question_mark" is written
"?"); `ui.keys` turns them into what each face reads. A row says all about a command; what it does
stands in one table more, that of its carrier (`session.commands` or `ui.carriers`).

What is said names commands, never keys, which are the user's: a sentence holds a `mention`
of a command, and the face that says it puts in the key, or what is typed where there is none.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from briefing.kinds import listed
from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.sizes import TextSize


class Scope(StrEnum):
    """Where a command works."""

    BOTH = "both"
    TUI = "tui"
    """Only where there is a screen."""


class Carrier(StrEnum):
    """Who carries a command out."""

    SESSION = "session"
    FACE = "face"


class Prompt(NamedTuple):
    """A line to type the argument in."""

    title: str
    example: str


class Pick(NamedTuple):
    """A list to choose the argument from, by number; `session.commands.table.LISTS` has what stands in it."""

    title: str


class Group(StrEnum):
    """The headings of help."""

    PLAY = "Playing"
    MOVE = "Moving"
    READ = "Reading"
    SOUND = "Sound"
    SEARCH = "Search and bookmarks"
    LIBRARY = "Library"
    PROGRAM = "Program"


def mention(command_id: str, argument: str = "") -> str:
    """Return what stands in a sentence for the key that runs a command, with this argument if any.

    It is written in controls, which `safe_text` lets into no text from outside.
    """
    return f"\x0e{command_id} {argument}\x0f"


MENTION: Final = re.compile("\x0e([^ ]+) ([^\x0f]*)\x0f")
"""A mention in a sentence: its command's id and its argument."""


def with_ids(text: str) -> str:
    """Return `text` with mentions as they are typed, for a reader who has no keys: ":go 1:12"."""
    return MENTION.sub(lambda found: f":{found[1]} {found[2]}".rstrip(), text)


class Command(NamedTuple):
    """What a user can do. `id` is typed after `:`, with `argument` as its operand where it has one."""

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: Group
    scope: Scope = Scope.BOTH
    argument: str = ""
    """What may follow the id when typed, in words; empty if nothing."""
    key_arguments: tuple[str, ...] = ()
    """What each of its keys stands for as an argument, in their order; empty if nothing."""
    asks: Prompt | Pick | None = None
    """What asks for the argument where the command comes without; None if it does without."""
    carrier: Carrier = Carrier.SESSION
    works_over_dialogs: bool = False
    """Whether its keys run it whatever is open over the text."""
    works_while_opening: bool = False
    """Whether the session carries it out before the text has come; it says that it opens, instead, if not."""


_P, _M, _R, _S, _F, _G = Group.PLAY, Group.MOVE, Group.READ, Group.SOUND, Group.SEARCH, Group.PROGRAM
_L: Final = Group.LIBRARY
_FACE: Final = Carrier.FACE
COMMAND_LINE: Final = Prompt("Command", "Type a command, such as: go 1:12")
"""Takes any command, as it is typed."""

COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "play",
        "Play or pause",
        "Start playing, or pause; at the end, start again.",
        ("space",),
        _P,
        works_while_opening=True,
    ),
    Command("stop", "Stop", "Pause and go back to the start.", ("x",), _P),
    Command("play-here", "Play from here", "Play from the word under the cursor.", ("enter",), _P),
    Command("repeat", "Repeat sentence", "Hear the current sentence again from its start.", ("r",), _P),
    Command("loop", "A-B loop", "Set the start of a loop, then its end, then end the loop.", ("a",), _P),
    Command(
        "sleep",
        "Sleep timer",
        "Pause after 15, 30, 45 or 60 minutes, or at the end; then off.",
        ("s",),
        _P,
        argument="minutes, or off",
    ),
    Command("back", "Back 5 seconds", "Go back by 5 seconds.", ("left",), _M),
    Command("forward", "Forward 5 seconds", "Go on by 5 seconds.", ("right",), _M),
    Command("back-30", "Back 30 seconds", "Go back by 30 seconds.", ("shift+left",), _M),
    Command("forward-30", "Forward 30 seconds", "Go on by 30 seconds.", ("shift+right",), _M),
    Command("word-back", "Previous word", "Go to the word before.", ("ctrl+left",), _M),
    Command("word-forward", "Next word", "Go to the next word.", ("ctrl+right",), _M),
    Command(
        "sentence-back",
        "Previous sentence",
        "Go to the start of the sentence, then to the one before.",
        ("up", "k"),
        _M,
    ),
    Command("sentence-forward", "Next sentence", "Go to the next sentence.", ("down", "j"), _M),
    Command(
        "paragraph-back",
        "Previous paragraph",
        "Go to the start of the paragraph, then to the one before.",
        ("[",),
        _M,
    ),
    Command("paragraph-forward", "Next paragraph", "Go to the next paragraph.", ("]",), _M),
    Command(
        "chapter-back",
        "Previous chapter",
        "Go to the start of the recording's chapter, then to the one before.",
        (",",),
        _M,
    ),
    Command("chapter-forward", "Next chapter", "Go to the recording's next chapter.", (".",), _M),
    Command("start", "Start", "Go to the start.", ("home",), _M),
    Command("end", "End", "Go to the last sentence.", ("end",), _M),
    Command(
        "percent",
        "Go to tenths",
        f"Go to a tenth of the whole: {mention('percent', '0')} the start, "
        f"{mention('percent', '50')} the middle.",
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        _M,
        argument="percent, 0 to 100",
        key_arguments=tuple(str(percent) for percent in range(0, 101, 10)),
    ),
    Command(
        "go",
        "Go to a time or place",
        "Go to a time such as 1:12, to a place such as p3.s2, or to the page of a book: page 12.",
        ("g",),
        _M,
        argument="a time such as 1:12, p3.s2, or page 12",
        asks=Prompt("Go to", "a time such as 1:12, a place such as p3.s2, or page 12"),
    ),
    Command(
        "outline",
        "Outline",
        "List the headings and go to one.",
        ("o",),
        _M,
        argument="a heading's number",
        asks=Pick("Outline"),
    ),
    Command(
        "notes",
        "Notes",
        f"List the footnotes and go to one; {mention('undo')} comes back.",
        ("e",),
        _M,
        argument="a note's number",
        asks=Pick("Notes"),
    ),
    Command("skip-story", "Skip to the story", "Go to the first paragraph.", ("f6",), _M),
    Command(
        "skip-player",
        "Skip to the player",
        "Move to the transport line and the scrubber.",
        ("f7",),
        _M,
        carrier=_FACE,
    ),
    Command("skip-size", "Skip to the text size", "Move to the size control.", ("f8",), _M, carrier=_FACE),
    Command("where", "Where am I", "Say the place: time, paragraph, sentence, and who reads.", ("i",), _R),
    Command("read", "Read the sentence", "Say the current sentence as text.", ("l",), _R),
    Command(
        "copy",
        "Copy the sentence",
        "Put the current sentence and its time on the clipboard.",
        ("c",),
        _R,
        carrier=_FACE,
    ),
    Command("follow", "Follow", "Let the view follow the reading, or leave it where it is.", ("f",), _R),
    Command(
        "align",
        "Time the words",
        "Work out when each word is spoken, even where the recording tells, or stop doing so.",
        ("w",),
        _R,
    ),
    Command(
        "light",
        "Light",
        "Light the word, the sentence, the paragraph, or nothing.",
        ("h",),
        _R,
        argument="word, sentence, paragraph or off",
    ),
    Command("size-up", "Larger text", "Show the text one size larger.", ("+",), _R),
    Command("size-down", "Smaller text", "Show the text one size smaller.", ("-",), _R),
    Command("size", "Text size", "Set the text size.", (), _R, argument=listed(tuple(TextSize))),
    Command(
        "theme",
        "Theme",
        "Show the next theme: light, dark, high contrast.",
        ("t",),
        _R,
        Scope.TUI,
        argument="a theme's name",
        carrier=_FACE,
    ),
    Command("slower", "Slower", "Read a tenth slower at the same pitch.", ("<",), _S),
    Command("faster", "Faster", "Read a tenth faster at the same pitch.", (">",), _S),
    Command(
        "speed",
        "Normal speed",
        "Read at normal speed again.",
        ("=",),
        _S,
        argument=f"{SPEED_LOW:g} to {SPEED_HIGH:g}",
    ),
    Command("quieter", "Quieter", "Turn the volume down by 5 percent.", ("(",), _S),
    Command("louder", "Louder", "Turn the volume up by 5 percent.", (")",), _S),
    Command("mute", "Mute", "Turn the sound off, or on again.", ("m",), _S),
    Command(
        "voice",
        "Switch voice",
        "Go on with the recording or with speech at the same word.",
        ("v",),
        _S,
        argument="recording, speech or none",
    ),
    Command(
        "language",
        "Language",
        "Have the text read aloud in another language from this sentence on, and whenever it is opened.",
        (),
        _S,
        argument="a tag such as de or pt-BR, or own",
    ),
    Command(
        "offset-earlier",
        "Light earlier",
        "Light the words 20 milliseconds earlier in this briefing.",
        ("{",),
        _S,
    ),
    Command(
        "offset-later", "Light later", "Light the words 20 milliseconds later in this briefing.", ("}",), _S
    ),
    Command(
        "search",
        "Search",
        "Find words in the text, from here on.",
        ("/",),
        _F,
        argument="words to find",
        asks=Prompt("Search", "words to find"),
    ),
    Command("search-next", "Next match", "Go to the next match.", ("n",), _F),
    Command(
        "search-back",
        "Previous match",
        "Go to the match before; where nothing was searched for, to the next item.",
        ("N",),
        _F,
        works_while_opening=True,
    ),
    Command(
        "bookmark",
        "Bookmark",
        "Keep this place; again at the same sentence, drop it.",
        ("b",),
        _F,
        argument="a note",
    ),
    Command(
        "bookmarks",
        "List bookmarks",
        "List the bookmarks and go to one.",
        ("B",),
        _F,
        argument="a bookmark's number",
        asks=Pick("Bookmarks"),
    ),
    Command(
        "undo",
        "Undo",
        "Go back to where you were before the last jump, or bring back a bookmark or a subscription.",
        ("u",),
        _F,
    ),
    Command(
        "library",
        "Library",
        "List what you have subscribed to: open an item, play from one on, search all texts.",
        ("L",),
        _L,
        argument="words to find",
        carrier=_FACE,
    ),
    Command(
        "open",
        "Open",
        "Open something else: a file, an address, the number of an item, or today.",
        (),
        _L,
        argument="a file, an address, a number, or today",
        asks=Prompt("Open", "a file, an address, the number of an item, or today"),
        works_while_opening=True,
    ),
    Command(
        "item-next",
        "Next item",
        f"Go to the next item of several; {mention('search-back')} does so, too, where nothing was "
        "searched for.",
        ("J",),
        _L,
        works_while_opening=True,
    ),
    Command(
        "item-back",
        "Previous item",
        "Go to the item before.",
        ("P", "K"),
        _L,
        works_while_opening=True,
    ),
    Command(
        "item-heard",
        "Mark as heard",
        f"Mark the item as heard, or as not heard; {mention('undo')} takes it back.",
        ("H",),
        _L,
        argument="the number of another item",
    ),
    Command(
        "refresh",
        "Refresh",
        "Ask all subscriptions for what is new, in the background.",
        ("R",),
        _L,
        works_while_opening=True,
    ),
    Command(
        "subscriptions",
        "Subscriptions",
        "List the feeds that you have subscribed to, with what is wrong with them.",
        ("F",),
        _L,
        carrier=_FACE,
    ),
    Command(
        "subscribe",
        "Subscribe",
        "Subscribe to a feed, to the feed of a site, or to all that an OPML file lists.",
        ("S",),
        _L,
        argument="an address, or an OPML file",
        asks=Prompt("Subscribe to", "the address of a feed or a site, or an OPML file"),
        works_while_opening=True,
    ),
    Command(
        "unsubscribe",
        "Unsubscribe",
        f"Drop a subscription and its items; {mention('undo')} brings it back.",
        ("d",),
        _L,
        argument="a subscription's place in the list",
        asks=Pick("Unsubscribe"),
        works_while_opening=True,
    ),
    Command(
        "command",
        "Command",
        "Type a command, or pick one from a list.",
        (":",),
        _G,
        carrier=_FACE,
    ),
    Command("help", "Help", "List every command with its keys.", ("?",), _G, carrier=_FACE),
    Command(
        "suspend",
        "Suspend",
        "Go back to the shell; fg there goes on.",
        ("ctrl+z",),
        _G,
        carrier=_FACE,
        works_over_dialogs=True,
    ),
    Command("quit", "Quit", "Keep the place and leave.", ("q",), _G, carrier=_FACE),
)
"""All commands, in the order in which help lists them."""

BY_ID: Final = {command.id: command for command in COMMANDS}
ESSENTIAL: Final = ("play", "sentence-forward", "size-up", "help", "quit")
"""The five that the first screen names."""


def command_called(name: str) -> Command | None:
    """Return the command with this id, or the only one whose id starts so."""
    if name in BY_ID:
        return BY_ID[name]
    begun = [command for command in COMMANDS if command.id.startswith(name)]
    return begun[0] if len(begun) == 1 else None
