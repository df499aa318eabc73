"""A recording in pieces: which part of which file is heard with which text, as talking books have it."""

from __future__ import annotations

from typing import NamedTuple


class Clip(NamedTuple):
    """A part of a sound file, in the order in which it is heard.

    A clip that says the same text as the one before it is a further piece of that one, or says it again.
    """

    file: str
    """Its name as the book's own files have it, resolved: "audio/a1.mp3"; "" for text without any sound."""
    begin_s: float
    end_s: float | None
    """None for the end of the file."""
    start: int = 0
    """Where the text begins that it says, an offset into the document's text."""
    stop: int = 0
    """Where it ends; the same as `start` for a clip without text."""
    is_skippable: bool = False
    """Whether it is passed over when reading on: the number of a page, a note."""
    goes_on: bool = False
    """Whether it is a further piece of what the clip before it begins to say."""
    says: str = ""
    """What it says where that does not stand in the text: the number of a printed page."""
