"""Timings as text: WebVTT, SRT, LRC, JSON, Audacity labels and TextGrid.

Rules:
1. Pure: a document and its timeline in, a string out. Nothing here touches a file.
2. A caption is a sentence. What is not spoken at all is left out of captions, and what is
   not spoken within a spoken sentence stands in it without a stamp.
3. A word is stamped where its sentence is surely right (`SENTENCE_CONFIDENCE`); below,
   the caption stands without stamps. Formats that carry confidence carry every time.

Formats: WebVTT (W3C, section 4: cue timestamps lie strictly inside their cue), SubRip,
LRC with the enhanced A2 word stamps, Praat's long text format, Audacity's label track
(start, stop and label, parted by tabs). JSON has one entry a whitespace token of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.errors import UsageError
from briefing.text import Transcript
from briefing.timeline import SENTENCE_CONFIDENCE

if TYPE_CHECKING:
    from briefing.model import Cue, Document, Span
    from briefing.timeline import Timeline

Write = Callable[["Document", "Timeline"], str]

_TOKEN: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TokenTime:
    """When a token of a text is spoken, in seconds; both None where it is not."""

    word: str
    start_s: float | None
    end_s: float | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Caption:
    """A sentence that is spoken, with the times at which it and its words are."""

    pieces: tuple[tuple[int | None, str], ...]
    """Runs of text, each from a word's start (its time in ms) or from the sentence's (None) on."""
    start_ms: int
    stop_ms: int

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)


def render(document: Document, timeline: Timeline, extension: str) -> str:
    """Return the timings in the format of a file name's `extension` (".vtt", in any case).

    Raises:
        UsageError: if there is no such format.
    """
    write = WRITERS.get(extension.lower())
    if write is None:
        known = ", ".join(WRITERS)
        raise UsageError(
            f"Timings cannot be written as {extension or 'a file without extension'}.", f"Use {known}."
        )
    return write(document, timeline)


def to_vtt(document: Document, timeline: Timeline) -> str:
    """Return WebVTT: a cue a sentence, with a stamp before each word."""
    parts = ["WEBVTT\n"]
    captions = list(_captions(document, timeline))
    for i, caption in enumerate(captions):
        text = "".join(
            _escape(run) if at is None else f"<{_clock(at)}>{_escape(run)}" for at, run in caption.pieces
        )
        # Stamps must lie inside their cue, so a cue begins a millisecond before its first one,
        # and the cue before leaves room for that.
        start, stop = max(0, caption.start_ms - 1), caption.stop_ms
        if i + 1 < len(captions):
            last = max((at for at, _ in caption.pieces if at is not None), default=start)
            stop = max(last + 1, min(stop, captions[i + 1].start_ms - 1))
        parts.append(f"{_clock(start)} --> {_clock(stop)}\n{text}\n")
    return "\n".join(parts)


def to_srt(document: Document, timeline: Timeline) -> str:
    """Return SubRip: a numbered caption a sentence."""
    return "\n".join(
        f"{number}\n{_clock(c.start_ms, ',')} --> {_clock(c.stop_ms, ',')}\n{c.text}\n"
        for number, c in enumerate(_captions(document, timeline), 1)
    )


def to_lrc(document: Document, timeline: Timeline) -> str:
    """Return LRC: a line a sentence, with a stamp before each word and one after the last."""
    lines = [f"[ti:{_bare(document.title)}]"] if document.title else []
    lines.append(f"[length:{_minutes(round(timeline.duration_s * 1000))}]")
    for caption in _captions(document, timeline):
        text = "".join(
            _bare(run) if at is None else f"<{_minutes(at)}>{_bare(run)}" for at, run in caption.pieces
        )
        lines.append(f"[{_minutes(caption.start_ms)}]{text} <{_minutes(caption.stop_ms)}>")
    return "\n".join(lines) + "\n"


def to_json(document: Document, timeline: Timeline) -> str:
    """Return a JSON list with word, start, end and confidence of each token of the text."""
    return tokens_to_json(token_times(document, timeline))


def to_labels(document: Document, timeline: Timeline) -> str:
    """Return an Audacity label track: a line a word."""
    return "".join(
        f"{cue.start_frame / timeline.rate_hz:.6f}\t{cue.stop_frame / timeline.rate_hz:.6f}"
        f"\t{_line(cue.span.of(document.text))}\n"
        for cue in timeline
    )


def to_textgrid(document: Document, timeline: Timeline) -> str:
    """Return a TextGrid with a tier of words and one of sentences."""
    rate_hz, length = timeline.rate_hz, timeline.length_frames
    words = [(c.start_frame, c.stop_frame, _line(c.span.of(document.text))) for c in timeline]
    sentences = [
        (cues[0].start_frame, cues[-1].stop_frame, _line(sentence.of(document.text)))
        for sentence, cues in _spoken_sentences(document, timeline)
    ]
    end = f"{length / rate_hz:.6f}"
    head = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
        f"xmin = 0\nxmax = {end}\ntiers? <exists>\nsize = 2\nitem []:\n"
    )
    tiers = (("words", words), ("sentences", sentences))
    return head + "".join(
        _tier(index, name, list(_filled(intervals, length)), rate_hz, end)
        for index, (name, intervals) in enumerate(tiers, 1)
    )


def token_times(document: Document, timeline: Timeline) -> Iterator[TokenTime]:
    """Yield when each whitespace token of the text is spoken; confidence is 0 where nothing is known."""
    cues = list(timeline)
    next_cue = 0
    for token in _TOKEN.finditer(document.text):
        start, stop = token.span()
        inside = []
        while next_cue < len(cues) and cues[next_cue].span.start < stop:
            if cues[next_cue].span.stop > start:
                inside.append(cues[next_cue])
            next_cue += 1
        if inside:
            yield TokenTime(
                token[0],
                inside[0].start_frame / timeline.rate_hz,
                inside[-1].stop_frame / timeline.rate_hz,
                min(cue.confidence for cue in inside),
            )
        else:
            yield TokenTime(token[0], None, None, 0.0)


def tokens_to_json(tokens: Iterable[TokenTime]) -> str:
    """Return a JSON list of tokens, a line each; seconds to the millisecond, null where not spoken."""
    lines = (
        json.dumps(
            {
                "word": token.word,
                "start": None if token.start_s is None else round(token.start_s, 3),
                "end": None if token.end_s is None else round(token.end_s, 3),
                "confidence": round(token.confidence, 3),
            },
            ensure_ascii=False,
        )
        for token in tokens
    )
    body = ",\n".join(lines)
    return f"[\n{body}\n]\n" if body else "[]\n"


def _spoken_sentences(document: Document, timeline: Timeline) -> Iterator[tuple[Span, list[Cue]]]:
    """Yield the sentences with at least one cue, each with the cues that start in it."""
    transcript = Transcript(document)
    pending: list[Cue] = []
    current: Span | None = None
    for cue in timeline:
        if current is None or cue.span.start >= current.stop:
            if current is not None:
                yield current, pending
            current, pending = transcript.sentence_at(cue.span.start), []
        pending.append(cue)
    if current is not None:
        yield current, pending


def _captions(document: Document, timeline: Timeline) -> Iterator[_Caption]:
    def ms(frame: int) -> int:
        return round(frame * 1000 / timeline.rate_hz)

    text = document.text
    for sentence, cues in _spoken_sentences(document, timeline):
        pieces: list[tuple[int | None, str]] = []
        at, since = None, min(sentence.start, cues[0].span.start)
        for cue in cues:
            if cue.confidence < SENTENCE_CONFIDENCE:
                continue
            if cue.span.start > since:
                pieces.append((at, _line(text[since : cue.span.start])))
            at, since = ms(cue.start_frame), cue.span.start
        pieces.append((at, _line(text[since : max(sentence.stop, cues[-1].span.stop)])))
        # The last stamp lies inside its caption, even that of a word of no length.
        stop = max(ms(cues[-1].stop_frame), ms(cues[-1].start_frame) + 1)
        yield _Caption(tuple(pieces), ms(cues[0].start_frame), stop)


def _filled(intervals: Iterable[tuple[int, int, str]], length_frames: int) -> Iterator[tuple[int, int, str]]:
    """Yield intervals that cover all of the time, with empty ones in between, and none of no length."""
    reached = 0
    for start, stop, text in intervals:
        if start > reached:
            yield reached, start, ""
        if stop > max(start, reached):
            yield max(start, reached), stop, text
            reached = stop
    if reached < length_frames:
        yield reached, length_frames, ""


def _tier(index: int, name: str, intervals: list[tuple[int, int, str]], rate_hz: int, end: str) -> str:
    lines = [
        f"    item [{index}]:",
        '        class = "IntervalTier"',
        f'        name = "{name}"',
        "        xmin = 0",
        f"        xmax = {end}",
        f"        intervals: size = {len(intervals)}",
    ]
    for number, (start, stop, text) in enumerate(intervals, 1):
        quoted = text.replace('"', '""')
        lines += [
            f"        intervals [{number}]:",
            f"            xmin = {start / rate_hz:.6f}",
            f"            xmax = {stop / rate_hz:.6f}",
            f'            text = "{quoted}"',
        ]
    return "\n".join(lines) + "\n"


def _clock(ms: int, point: str = ".") -> str:
    """Return hours, minutes, seconds and milliseconds: "00:01:02.345"."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{ms:03}"


def _minutes(ms: int) -> str:
    """Return minutes, seconds and hundredths: "75:02.35"."""
    minutes, hundredths = divmod(round(ms / 10), 6000)
    return f"{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"


def _line(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return re.sub(r"\s+", " ", text)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _bare(text: str) -> str:
    """Return text without the brackets that LRC has no way to escape."""
    return _line(text).translate(str.maketrans("<>[]", "‹›()"))


WRITERS: Final[dict[str, Write]] = {
    ".vtt": to_vtt,
    ".srt": to_srt,
    ".lrc": to_lrc,
    ".json": to_json,
    ".txt": to_labels,
    ".textgrid": to_textgrid,
}
"""Extension -> writer."""
