"""Media overlays: which part of the sound is heard with which element (EPUB 3.3, section 9).

Reading systems play a book clip by clip, and what is in no clip is never heard: the music before the first
word and after the last one, a part of the recording that the text does not have. So all of the recording is
in clips, those of DAISY books, too. What is no text has an empty element of its own, with nothing to be lit,
for a word that is lit before it is heard would be a lie; others stretch the first and the last sentence over
it. Opened again, such a book has its recording whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.export.marking import Marked, MarkedSentence

_SENTENCE: Final = re.compile(r'<span class="s" id="(\w++)"')
_HEAD: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n'
)


class Unlit(NamedTuple):
    """What is heard and is no text: the element before which it stands, empty, and seconds."""

    name: str
    start_s: float
    stop_s: float

    @property
    def element(self) -> str:
        """The element itself, which shows nothing."""
        return f'<span id="{self.name}"></span>'


def unlit_before(sentences: Iterable[MarkedSentence], reached_s: float) -> Iterator[tuple[str, Unlit]]:
    """Yield what is heard before sentences, and not with any of them, by the names of these.

    Args:
        sentences: what is in a content document.
        reached_s: where what was heard before them ends.
    """
    for sentence in sentences:
        if sentence.start_s is not None and sentence.stop_s is not None:
            if round(reached_s, 3) < round(sentence.start_s, 3):
                yield sentence.name, Unlit(f"{sentence.name}u", reached_s, sentence.start_s)
            reached_s = max(reached_s, sentence.stop_s)


def unlit_after(reached_s: float, length_s: float) -> Unlit | None:
    """Return what is heard after all sentences, which end at `reached_s`, in a sound of `length_s`."""
    return Unlit("end", reached_s, length_s) if round(reached_s, 3) < round(length_s, 3) else None


def with_unlit(lines: Iterable[str], unlit: Mapping[str, Unlit], end: Unlit | None) -> Iterator[str]:
    """Yield lines of XHTML with the elements of what is heard and is no text, each before its sentence."""
    for line in lines:
        yield _SENTENCE.sub(lambda found: _before(found, unlit), line)
    if end is not None:
        yield f"<div>{end.element}</div>"


def _before(sentence: re.Match[str], unlit: Mapping[str, Unlit]) -> str:
    each = unlit.get(sentence[1])
    return sentence[0] if each is None else each.element + sentence[0]


def overlay(
    text_file: str,
    sound_file: str,
    sentences: Iterable[MarkedSentence],
    unlit: Mapping[str, Unlit],
    end: Unlit | None,
) -> str:
    """Return the overlay of a content document.

    Args:
        text_file: the content document, as it is named from the overlay.
        sound_file: what is heard, as it is named from there.
        sentences: what is in it; what is not heard is passed over.
        unlit: what is heard before some of them, by their names.
        end: what is heard after all of them, if anything is.
    """

    def par(name: str, start_s: float, stop_s: float) -> str:
        return (
            f'<par id="p-{name}"><text src="{text_file}#{name}"/>'
            f'<audio src="{sound_file}" clipBegin="{start_s:.3f}s" clipEnd="{stop_s:.3f}s"/></par>\n'
        )

    lines = [_HEAD, f'<body>\n<seq id="all" epub:textref="{text_file}">\n']
    for sentence in sentences:
        if before := unlit.get(sentence.name):
            lines.append(par(*before))
        if sentence.words:
            lines.append(f'<seq id="{sentence.name}" epub:textref="{text_file}#{sentence.name}">\n')
        lines += (par(*each) for each in _lit(sentence))
        if sentence.words:
            lines.append("</seq>\n")
    if end is not None:
        lines.append(par(*end))
    return "".join((*lines, "</seq>\n</body>\n</smil>\n"))


def is_heard(sentences: Iterable[MarkedSentence]) -> bool:
    """Return whether anything of a content document is heard, so that it has an overlay."""
    return any(sentence.start_s is not None for sentence in sentences)


def _lit(sentence: MarkedSentence) -> Iterator[tuple[str, float, float]]:
    """Yield the names of what is lit in a sentence, with its times; no clip is empty."""
    if sentence.start_s is None or sentence.stop_s is None:
        return
    if not sentence.words:
        if sentence.start_s < sentence.stop_s:
            yield sentence.name, sentence.start_s, sentence.stop_s
        return
    words: Iterable[Marked] = sentence.words
    for word in words:
        if round(word.start_s, 3) < round(word.stop_s, 3):
            yield word.name, word.start_s, word.stop_s
