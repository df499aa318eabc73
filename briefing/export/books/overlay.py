"""Media overlays: which part of the sound is heard with which element (EPUB 3.3, section 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.export.marking import Marked, MarkedSentence

_HEAD: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n'
)


def overlay(text_file: str, sound_file: str, sentences: Iterable[MarkedSentence]) -> str:
    """Return the overlay of a content document.

    Args:
        text_file: the content document, as it is named from the overlay.
        sound_file: what is heard, as it is named from there.
        sentences: what is in it; what is not heard is passed over.
    """
    lines = [_HEAD, f'<body>\n<seq id="all" epub:textref="{text_file}">\n']
    for sentence in sentences:
        parts = tuple(_lit(sentence))
        if sentence.words:
            lines.append(f'<seq id="{sentence.name}" epub:textref="{text_file}#{sentence.name}">\n')
        for name, start_s, stop_s in parts:
            lines.append(
                f'<par id="p-{name}"><text src="{text_file}#{name}"/>'
                f'<audio src="{sound_file}" clipBegin="{start_s:.3f}s" clipEnd="{stop_s:.3f}s"/></par>\n'
            )
        if sentence.words:
            lines.append("</seq>\n")
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
