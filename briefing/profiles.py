"""Profiles: settings that go together, under a name, for the ways in which people read.

A profile gives what its user would set one by one. A user's own stand in the settings file, as
`[profiles.NAME]`; one that is called like one of these changes and adds to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Profile(NamedTuple):
    """A named set of settings: what it is for, in a sentence, and each setting as it would be written."""

    help: str
    values: Mapping[str, str]


PROFILES: Final[Mapping[str, Profile]] = {
    "screenreader": Profile(
        "Plain lines for a screen reader, and nothing said unasked.",
        {"linear": "on", "follow_text": "off", "say": "off", "quiet": "on", "picture": "off"},
    ),
    "braille": Profile(
        "Plain, short lines, each sentence as it is reached, slowly enough for fingers.",
        {
            "linear": "on",
            "follow_text": "on",
            "routing": "on",
            "verbosity": "brief",
            "say": "off",
            "quiet": "on",
            "picture": "off",
            "speed": "0.8",
        },
    ),
    "lowvision": Profile(
        "Large print in the strongest contrast, which moves as seldom as it can.",
        {
            "size": "lg",
            "theme": "high-contrast",
            "light": "word",
            "reduced_motion": "on",
            "quiet": "off",
            "picture": "on",
        },
    ),
    "dyslexia": Profile(
        "Larger print set wide on a soft page, each word lit as it is heard, a little slower.",
        {
            "size": "md",
            "line_spacing": "1.5",
            "letter_spacing": "0.25",
            "theme": "light",
            "light": "word",
            "follow": "on",
            "reduced_motion": "on",
            "speed": "0.9",
        },
    ),
    "learner": Profile(
        "Slower, with each word lit as it is heard.",
        {"light": "word", "follow": "on", "speed": "0.75", "size": "sm"},
    ),
}
"""Name -> what it holds."""
