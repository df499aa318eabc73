"""The commands that read without a sound: by each unit, on and back, and what stands at the reading point."""

from __future__ import annotations

from typing import Final

from briefing.commands.command import Command, Group
from briefing.commands.mentions import mention
from briefing.kinds import listed
from briefing.model import Unit

_HOW_MANY: Final = "how many"


def _rows_of(unit: Unit) -> tuple[Command, Command, Command]:
    """Return the commands that read by one unit, whichever is chosen; they have no keys of their own."""
    return (
        Command(
            f"read-{unit}-next",
            f"Read the next {unit}",
            f"Read the {unit} after the reading point, without a sound.",
            (),
            Group.REVIEW,
            argument=_HOW_MANY,
        ),
        Command(
            f"read-{unit}-back",
            f"Read the {unit} before",
            f"Read the {unit} before the reading point, without a sound.",
            (),
            Group.REVIEW,
            argument=_HOW_MANY,
        ),
        Command(
            f"read-{unit}",
            f"Read the {unit} here",
            f"Read the {unit} at the reading point; again spells it.",
            (),
            Group.REVIEW,
            argument="spelled or phonetic",
        ),
    )


REVIEWING: Final = (
    Command(
        "read-next",
        "Read on",
        f"Read what follows without a sound, by the unit that {mention('read-unit')} chooses.",
        ("D",),
        Group.REVIEW,
        argument=_HOW_MANY,
    ),
    Command(
        "read-back",
        "Read back",
        f"Read what comes before without a sound, by the unit that {mention('read-unit')} chooses.",
        ("A",),
        Group.REVIEW,
        argument=_HOW_MANY,
    ),
    Command(
        "read-here",
        "Read what stands here",
        "Read what stands at the reading point; again spells it, and again by an alphabet's words.",
        ("W",),
        Group.REVIEW,
        argument="spelled or phonetic",
    ),
    Command(
        "read-unit",
        "Reading unit",
        "Read by the next unit: character, word, sentence, paragraph, heading.",
        ("U",),
        Group.REVIEW,
        argument=listed(tuple(Unit)),
    ),
    Command(
        "read-unit-back",
        "Reading unit before",
        "Read by the unit before in that order.",
        ("Y",),
        Group.REVIEW,
    ),
    Command(
        "attributes",
        "What is this",
        "Say what is here: heading, link, list, quotation, language, speaker; asked again, a link's address.",
        ("y",),
        Group.REVIEW,
        argument="address, or nothing",
    ),
    Command(
        "pronounce",
        "How it is said",
        "Hear how the word here is said, try other ways, and keep one.",
        ("p",),
        Group.REVIEW,
        argument="a respelling, IPA between slashes, or forget",
    ),
    Command(
        "place-here",
        "Go to the reading point",
        f"Let the reading point be the place, and play nothing; {mention('undo')} comes back.",
        ("\\",),
        Group.REVIEW,
    ),
    *(row for unit in Unit for row in _rows_of(unit)),
)
"""In the order in which help lists them."""
