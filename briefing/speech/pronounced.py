"""Pronunciations put into a line: sounds over the words, or respellings in their place.

Rules:
1. A word that is found is said by its pronunciation, also where the rules of wording would have it otherwise
   ("SQL", "NATO"): what somebody took the trouble to say is meant.
2. The light stays on the written word: each word of a name has its own sound, where there are as many of them
   as words; else the first has all of it, and the others are not said.
3. A voice that takes no sounds gets the respelling; without one, the word as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.ports.speech import Sound
from briefing.speech.pieces import LinePiece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.text.pronunciation.dictionary import FoundWord


_STRESSED: Final = re.compile(r"(?<![A-Z])[A-Z]{2,}+(?=-)|(?<=-)[A-Z]{2,}+")
"""A stressed syllable of a respelling: a voice would name its letters."""


class _Part(NamedTuple):
    """A word of the document, and what is said of it: IPA, or a respelling, or with neither nothing."""

    start: int
    stop: int
    ipa: str
    say: str


def pronounced(
    pieces: Iterable[tuple[str, int, bool]],
    found: Iterable[FoundWord],
    tokens: Sequence[tuple[str, int, bool]],
    *,
    takes_sounds: bool,
) -> Iterator[LinePiece]:
    """Yield the pieces of a line with the pronunciations of what was found in it.

    Args:
        pieces: what would be said, its place in the document, whether it stands there so; in order.
        found: sorted and disjoint, in offsets of the document.
        tokens: what is written there, in the same way.
        takes_sounds: whether the voice says a word by its sound.
    """
    parts = [part for each in found for part in _parts(each, takes_sounds=takes_sounds)]
    written = {start: token for token, start, is_literal in tokens if is_literal}
    at = 0
    for said, origin, is_literal in pieces:
        token = said if is_literal else written.get(origin, "")
        while at < len(parts) and parts[at].stop <= origin:
            at += 1
        stop = at
        while stop < len(parts) and parts[stop].stop <= origin + len(token):
            stop += 1
        inside = [part for part in parts[at:stop] if part.start >= origin]
        at = stop
        if inside:
            yield from _said(token, origin, inside)
        else:
            yield LinePiece(said, origin, is_literal)


def _parts(found: FoundWord, *, takes_sounds: bool) -> Iterator[_Part]:
    """Yield the words of a name, each with its share of what is said; none where nothing is."""
    is_sound = takes_sounds and bool(found.ipa)
    whole = found.ipa if is_sound else _STRESSED.sub(lambda part: part[0].lower(), found.said)
    shares = whole.split()
    if not shares:
        return
    if len(shares) != len(found.parts):
        shares = [whole, *[""] * (len(found.parts) - 1)]
    for (start, stop), share in zip(found.parts, shares, strict=True):
        yield _Part(start, stop, share if is_sound else "", "" if is_sound else share)


def _said(token: str, origin: int, parts: Sequence[_Part]) -> Iterator[LinePiece]:
    """Yield the pieces of one token: literal where it is as written, with sounds; respellings between."""
    begin = 0
    sounds: list[Sound] = []
    is_joined = False
    for part in parts:
        start, stop = part.start - origin, part.stop - origin
        if part.ipa:
            sounds.append(Sound(start - begin, stop - begin, part.ipa))
            continue
        if start > begin:
            yield LinePiece(token[begin:start], origin + begin, True, tuple(sounds), is_joined)
            is_joined = True
        sounds = []
        if part.say:
            yield LinePiece(part.say, part.start, False, (), is_joined)
            is_joined = True
        begin = stop
    if begin < len(token):
        yield LinePiece(token[begin:], origin + begin, True, tuple(sounds), is_joined)
