"""All commands, in the order in which help lists them, and how one is found by what is typed."""

from __future__ import annotations

from typing import Final

from briefing.commands.command import Carrier, Command, Group, Pick, Prompt, Scope
from briefing.commands.mentions import mention
from briefing.kinds import listed
from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.sizes import TextSize

COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "play",
        "Play or pause",
        "Start playing, or pause; at the end, start again.",
        ("space",),
        Group.PLAY,
        works_while_opening=True,
    ),
    Command("stop", "Stop", "Pause and go back to the start.", ("x",), Group.PLAY),
    Command("play-here", "Play from here", "Play from the word under the cursor.", ("enter",), Group.PLAY),
    Command(
        "repeat", "Repeat sentence", "Hear the current sentence again from its start.", ("r",), Group.PLAY
    ),
    Command(
        "loop", "A-B loop", "Set the start of a loop, then its end, then end the loop.", ("a",), Group.PLAY
    ),
    Command(
        "sleep",
        "Sleep timer",
        "Pause after 15, 30, 45 or 60 minutes, or at the end; then off.",
        ("s",),
        Group.PLAY,
        argument="minutes, or off",
    ),
    Command("back", "Back 5 seconds", "Go back by 5 seconds.", ("left",), Group.MOVE),
    Command("forward", "Forward 5 seconds", "Go on by 5 seconds.", ("right",), Group.MOVE),
    Command("back-30", "Back 30 seconds", "Go back by 30 seconds.", ("shift+left",), Group.MOVE),
    Command("forward-30", "Forward 30 seconds", "Go on by 30 seconds.", ("shift+right",), Group.MOVE),
    Command("word-back", "Previous word", "Go to the word before.", ("ctrl+left",), Group.MOVE),
    Command("word-forward", "Next word", "Go to the next word.", ("ctrl+right",), Group.MOVE),
    Command(
        "sentence-back",
        "Previous sentence",
        "Go to the start of the sentence, then to the one before.",
        ("up", "k"),
        Group.MOVE,
    ),
    Command("sentence-forward", "Next sentence", "Go to the next sentence.", ("down", "j"), Group.MOVE),
    Command(
        "paragraph-back",
        "Previous paragraph",
        "Go to the start of the paragraph, then to the one before.",
        ("[",),
        Group.MOVE,
    ),
    Command("paragraph-forward", "Next paragraph", "Go to the next paragraph.", ("]",), Group.MOVE),
    Command(
        "chapter-back",
        "Previous chapter",
        "Go to the start of the recording's chapter, then to the one before.",
        (",",),
        Group.MOVE,
    ),
    Command("chapter-forward", "Next chapter", "Go to the recording's next chapter.", (".",), Group.MOVE),
    Command("start", "Start", "Go to the start.", ("home",), Group.MOVE),
    Command("end", "End", "Go to the last sentence.", ("end",), Group.MOVE),
    Command(
        "percent",
        "Go to tenths",
        f"Go to a tenth of the whole: {mention('percent', '0')} the start, "
        f"{mention('percent', '50')} the middle.",
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        Group.MOVE,
        argument="percent, 0 to 100",
        key_arguments=tuple(str(percent) for percent in range(0, 101, 10)),
    ),
    Command(
        "go",
        "Go to a time or place",
        "Go to a time such as 1:12, to a place such as p3.s2, or to the page of a book: page 12.",
        ("g",),
        Group.MOVE,
        argument="a time such as 1:12, p3.s2, or page 12",
        asks=Prompt("Go to", "a time such as 1:12, a place such as p3.s2, or page 12"),
    ),
    Command(
        "outline",
        "Outline",
        "List the headings and go to one.",
        ("o",),
        Group.MOVE,
        argument="a heading's number",
        asks=Pick("Outline"),
    ),
    Command(
        "notes",
        "Notes",
        f"List the footnotes and go to one; {mention('undo')} comes back.",
        ("e",),
        Group.MOVE,
        argument="a note's number",
        asks=Pick("Notes"),
    ),
    Command(
        "leave",
        "Leave",
        "Go to what comes after the list, table, quotation, aside, figure, code block or notes.",
        ("E",),
        Group.MOVE,
    ),
    Command("skip-story", "Skip to the story", "Go to the first paragraph.", ("f6",), Group.MOVE),
    Command(
        "skip-player",
        "Skip to the player",
        "Move to the transport line and the scrubber.",
        ("f7",),
        Group.MOVE,
        carrier=Carrier.FACE,
    ),
    Command(
        "skip-size",
        "Skip to the text size",
        "Move to the size control.",
        ("f8",),
        Group.MOVE,
        carrier=Carrier.FACE,
    ),
    Command(
        "where", "Where am I", "Say the place: time, paragraph, sentence, and who reads.", ("i",), Group.READ
    ),
    Command("read", "Read the sentence", "Say the current sentence as text.", ("l",), Group.READ),
    Command(
        "copy",
        "Copy the sentence",
        "Put the current sentence and its time on the clipboard.",
        ("c",),
        Group.READ,
        carrier=Carrier.FACE,
    ),
    Command(
        "follow", "Follow", "Let the view follow the reading, or leave it where it is.", ("f",), Group.READ
    ),
    Command(
        "align",
        "Time the words",
        "Work out when each word is spoken, even where the recording tells, or stop doing so.",
        ("w",),
        Group.READ,
    ),
    Command(
        "light",
        "Light",
        "Light the word, the sentence, the paragraph, or nothing.",
        ("h",),
        Group.READ,
        argument="word, sentence, paragraph or off",
    ),
    Command("size-up", "Larger text", "Show the text one size larger.", ("+",), Group.READ),
    Command("size-down", "Smaller text", "Show the text one size smaller.", ("-",), Group.READ),
    Command("size", "Text size", "Set the text size.", (), Group.READ, argument=listed(tuple(TextSize))),
    Command(
        "theme",
        "Theme",
        "Show the next theme: light, dark, high contrast.",
        ("t",),
        Group.READ,
        Scope.TUI,
        argument="a theme's name",
        carrier=Carrier.FACE,
    ),
    Command("slower", "Slower", "Read a tenth slower at the same pitch.", ("<",), Group.SOUND),
    Command("faster", "Faster", "Read a tenth faster at the same pitch.", (">",), Group.SOUND),
    Command(
        "speed",
        "Normal speed",
        "Read at normal speed again.",
        ("=",),
        Group.SOUND,
        argument=f"{SPEED_LOW:g} to {SPEED_HIGH:g}",
    ),
    Command("quieter", "Quieter", "Turn the volume down by 5 percent.", ("(",), Group.SOUND),
    Command("louder", "Louder", "Turn the volume up by 5 percent.", (")",), Group.SOUND),
    Command("mute", "Mute", "Turn the sound off, or on again.", ("m",), Group.SOUND),
    Command(
        "voice",
        "Switch voice",
        "Go on with the recording or with speech at the same word.",
        ("v",),
        Group.SOUND,
        argument="recording, speech or none",
    ),
    Command(
        "language",
        "Language",
        "Have the text read aloud in another language from this sentence on, and whenever it is opened.",
        (),
        Group.SOUND,
        argument="a tag such as de or pt-BR, or own",
    ),
    Command(
        "offset-earlier",
        "Light earlier",
        "Light the words 20 milliseconds earlier in this briefing.",
        ("{",),
        Group.SOUND,
    ),
    Command(
        "offset-later",
        "Light later",
        "Light the words 20 milliseconds later in this briefing.",
        ("}",),
        Group.SOUND,
    ),
    Command(
        "search",
        "Search",
        "Find words in the text, from here on.",
        ("/",),
        Group.SEARCH,
        argument="words to find",
        asks=Prompt("Search", "words to find"),
    ),
    Command("search-next", "Next match", "Go to the next match.", ("n",), Group.SEARCH),
    Command(
        "search-back",
        "Previous match",
        "Go to the match before; where nothing was searched for, to the next item.",
        ("N",),
        Group.SEARCH,
        works_while_opening=True,
    ),
    Command(
        "bookmark",
        "Bookmark",
        "Keep this place; again at the same sentence, drop it.",
        ("b",),
        Group.SEARCH,
        argument="a note",
    ),
    Command(
        "bookmarks",
        "List bookmarks",
        "List the bookmarks and go to one.",
        ("B",),
        Group.SEARCH,
        argument="a bookmark's number",
        asks=Pick("Bookmarks"),
    ),
    Command(
        "undo",
        "Undo",
        "Go back to where you were before the last jump, or bring back a bookmark or a subscription.",
        ("u",),
        Group.SEARCH,
    ),
    Command(
        "library",
        "Library",
        "List what you have subscribed to: open an item, play from one on, search all texts.",
        ("L",),
        Group.LIBRARY,
        argument="words to find",
        carrier=Carrier.FACE,
    ),
    Command(
        "open",
        "Open",
        "Open something else: a file, an address, the number of an item, or today.",
        (),
        Group.LIBRARY,
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
        Group.LIBRARY,
        works_while_opening=True,
    ),
    Command(
        "item-back",
        "Previous item",
        "Go to the item before.",
        ("P", "K"),
        Group.LIBRARY,
        works_while_opening=True,
    ),
    Command(
        "item-heard",
        "Mark as heard",
        f"Mark the item as heard, or as not heard; {mention('undo')} takes it back.",
        ("H",),
        Group.LIBRARY,
        argument="the number of another item",
    ),
    Command(
        "refresh",
        "Refresh",
        "Ask all subscriptions for what is new, in the background.",
        ("R",),
        Group.LIBRARY,
        works_while_opening=True,
    ),
    Command(
        "subscriptions",
        "Subscriptions",
        "List the feeds that you have subscribed to, with what is wrong with them.",
        ("F",),
        Group.LIBRARY,
        carrier=Carrier.FACE,
    ),
    Command(
        "subscribe",
        "Subscribe",
        "Subscribe to a feed, to the feed of a site, or to all that an OPML file lists.",
        ("S",),
        Group.LIBRARY,
        argument="an address, or an OPML file",
        asks=Prompt("Subscribe to", "the address of a feed or a site, or an OPML file"),
        works_while_opening=True,
    ),
    Command(
        "unsubscribe",
        "Unsubscribe",
        f"Drop a subscription and its items; {mention('undo')} brings it back.",
        ("d",),
        Group.LIBRARY,
        argument="a subscription's place in the list",
        asks=Pick("Unsubscribe"),
        works_while_opening=True,
    ),
    Command(
        "command",
        "Command",
        "Type a command, or pick one from a list.",
        (":",),
        Group.PROGRAM,
        carrier=Carrier.FACE,
    ),
    Command("help", "Help", "List every command with its keys.", ("?",), Group.PROGRAM, carrier=Carrier.FACE),
    Command(
        "suspend",
        "Suspend",
        "Go back to the shell; fg there goes on.",
        ("ctrl+z",),
        Group.PROGRAM,
        carrier=Carrier.FACE,
        works_over_dialogs=True,
    ),
    Command("quit", "Quit", "Keep the place and leave.", ("q",), Group.PROGRAM, carrier=Carrier.FACE),
)

BY_ID: Final = {command.id: command for command in COMMANDS}
ESSENTIAL: Final = ("play", "sentence-forward", "size-up", "help", "quit")
"""The five that the first screen names."""
COMMAND_LINE: Final = Prompt("Command", "Type a command, such as: go 1:12")
"""Takes any command, as it is typed."""


def command_called(name: str) -> Command | None:
    """Return the command with this id, or the only one whose id starts so."""
    if name in BY_ID:
        return BY_ID[name]
    begun = [command for command in COMMANDS if command.id.startswith(name)]
    return begun[0] if len(begun) == 1 else None
