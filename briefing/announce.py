"""What is said: events, places and times as sentences. Pure; both faces say the same words.

Rules (heard in five screen readers):
1. The new fact comes first and fits in the first 40 characters, a braille line.
2. Times are words ("1 minute 12 seconds"), never digits with colons; those stand on the screen only.
3. A full stop at the end; no symbols, no boxes, no jargon.
4. No key is named: a sentence has a `mention` of the command, and the face puts in the user's key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from briefing.commands.mentions import mention
from briefing.model import BlockKind, Focus, Light, SleepAt, TransportState, VoiceKind

if TYPE_CHECKING:
    from briefing.model import Document, Figure
    from briefing.sizes import TextSize

MINUTE_S: Final = 60
HOUR_S: Final = 3600
NORMAL_SPEED: Final = 1.0
COVER: Final = "Cover of the recording."
NO_ROWS: Final = "Rows are gone through in screen reader mode; here all that was said stands in one place."
"""What a cover is; what is on it, nothing tells."""
_LONG_WAIT_S: Final = 5.0
_MEGABYTE: Final = 1_000_000


def counted(count: int, thing: str) -> str:
    """Return "1 match", "2 matches": a count with its noun in the right number."""
    plural = thing + ("es" if thing.endswith(("ch", "s", "x")) else "s")
    return f"{count} {thing if count == 1 else plural}"


def duration(seconds: float) -> str:
    """Return a duration in words: 72.4 -> "1 minute 12 seconds"; fractions are dropped."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, HOUR_S)
    minutes, secs = divmod(rest, MINUTE_S)
    parts = [counted(n, unit) for n, unit in ((hours, "hour"), (minutes, "minute")) if n]
    if secs or not parts:
        parts.append(counted(secs, "second"))
    return " ".join(parts)


def clock(seconds: float) -> str:
    """Return a time for the eye: 72.4 -> "0:01:12"."""
    whole = max(0, int(seconds))
    return f"{whole // HOUR_S}:{whole % HOUR_S // MINUTE_S:02}:{whole % MINUTE_S:02}"


def number(value: float) -> str:
    """Return a number without needless zeros: 1.0 -> "1", 1.25 -> "1.25"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def time_of(position_s: float, duration_s: float) -> str:
    """Return "1 minute 12 seconds of 3 minutes 48 seconds"."""
    return f"{duration(position_s)} of {duration(duration_s)}"


def opened(document: Document, duration_s: float | None) -> str:
    """Return the sentence that says what has been opened."""
    kicker = document.first(BlockKind.KICKER) or ""
    title = document.title.rstrip(".") or "Untitled"
    length = f" {duration(duration_s)}." if duration_s else ""
    if not kicker:
        return f"{title}.{length}"
    is_breaking = kicker.casefold().startswith("breaking")
    return f"{kicker.rstrip('.')}: {_not_twice(title) if is_breaking else title}.{length}"


def _not_twice(title: str) -> str:
    """Return a title without the word that it begins with and that is said before it: "BREAKING: ..."."""
    return re.sub(r"(?i)^breaking(?: news)?\s*[:|–—-]\s*(?=\S)", "", title)


def resumed(position: str) -> str:
    """Return the sentence that says where a briefing goes on."""
    return f"Resumed at {position}."


def opening(title: str) -> str:
    """Return the sentence that says what is being opened, where that takes a while."""
    return f"Opening {title.rstrip('.') or 'it'}, please wait."


def item(index: int, count: int, title: str, feed: str, length_s: float | None, *, is_breaking: bool) -> str:
    """Return "Item 2 of 7: Breaking news: the bridge is open, Harbour News, 3 minutes."."""
    told = title.rstrip(".") or "Untitled"
    if is_breaking:
        told = f"Breaking news: {_not_twice(told)}"
    whole_s = None if length_s is None or length_s < MINUTE_S else round(length_s / MINUTE_S) * MINUTE_S
    length = "" if length_s is None else duration(whole_s or length_s)
    return f"Item {index} of {count}: {', '.join(filter(None, (told, feed.rstrip('.'), length)))}."


def new_items(count: int) -> str:
    """Return how many items have come since the user was here last, and what has them heard."""
    return f"{counted(count, 'new item')}. {mention('open', 'today')} has them heard one after another."


def waiting(host: str, seconds: float, way_out: str) -> str:
    """Return who is waited for, how long nothing has come, once that is long, and what leaves."""
    if seconds < _LONG_WAIT_S:
        return f"Waiting for {host}. {way_out} leaves."
    return f"Still waiting for {host}, {duration(seconds)}. {way_out} leaves."


def loading(what: str, done_bytes: int, whole_bytes: int | None) -> str:
    """Return how much of a page has come: a share of it, or an amount where nobody said of how much."""
    if whole_bytes:
        return f"Loading the {what}, {min(100 * done_bytes // whole_bytes, 100)} percent."
    if done_bytes < _MEGABYTE:
        return f"Loading the {what}, {counted(done_bytes // 1000, 'kilobyte')}."
    amount = number(round(done_bytes / _MEGABYTE, 1))
    return f"Loading the {what}, {amount} megabyte{'' if amount == '1' else 's'}."


def refreshing(done: int, feeds: int) -> str:
    """Return how far asking for what is new has come: "Refreshing, 12 of 200 feeds."."""
    return f"Refreshing, {done} of {counted(feeds, 'feed')}." if feeds else "Refreshing."


def speaker(name: str) -> str:
    """Return who is speaking, in the text."""
    return f"{name.rstrip('.')} is speaking."


def state(value: TransportState) -> str:
    """Return the state of the player in words."""
    match value:
        case TransportState.EMPTY:
            return "Nothing is open."
        case TransportState.LOADING:
            return "Loading, please wait."
        case TransportState.PAUSED:
            return "Paused."
        case TransportState.PLAYING:
            return "Playing."
        case TransportState.ENDED:
            return "End of the briefing."
        case TransportState.FAILED:
            return "Stopped by an error."
        case _:
            assert_never(value)


def state_word(value: TransportState, voice_kind: VoiceKind) -> str:
    """Return the state as the transport line shows it: "Playing", "Loading", "No media"."""
    if value is TransportState.FAILED and voice_kind is VoiceKind.NONE:
        return "No media"
    return value.value.capitalize()


def speed(value: float) -> str:
    """Return "Speed 1.25." or "Normal speed."."""
    return "Normal speed." if value == NORMAL_SPEED else f"Speed {number(value)}."


def volume(percent: int, is_muted: bool) -> str:
    """Return "Volume 80 percent." or "Muted."."""
    return "Muted." if is_muted else f"Volume {percent} percent."


def level(lufs: float | None) -> str:
    """Return how loud every voice is made."""
    return "Loudness as it is." if lufs is None else f"Every voice as loud as {lufs:g} LUFS."


def saved(seconds: float) -> str:
    """Return how much time shortened pauses have saved; empty while that is nothing."""
    return f"{duration(seconds)} saved by shortened pauses." if seconds >= 1 else ""


def skip_silence(saved_s: float, *, is_on: bool) -> str:
    """Return whether long pauses are shortened, and what that has saved."""
    told = "Long pauses are shortened." if is_on else "Pauses are left as they are."
    return f"{told} {saved(saved_s)}".rstrip()


def size(value: TextSize, where: str = "") -> str:
    """Return "Text size MD, large print."; with whose it is, ", for the screen"."""
    return f"Text size {', '.join(filter(None, (value.upper(), value.description, where)))}."


def spacing(title: str, value: float, *, is_seen: bool = True) -> str:
    """Return how a text is set; 0 is as usual. `is_seen`: the text size shows it."""
    shown = number(value) if value else "as usual"
    return f"{title} {shown}" + ("." if is_seen else ", to be seen in larger print only.")


def setting(title: str, value: str, where: str = "", when: str = "") -> str:
    """Return "Theme: light, for the screen, from the next start on."."""
    return f"{', '.join(filter(None, (f'{title}: {value}', where, when)))}."


def light(value: Light) -> str:
    """Return what is lit from now on."""
    return "Light off." if value is Light.OFF else f"Light on the {value.value}."


def focus(value: Focus) -> str:
    """Return what is shown of the text from now on."""
    return {
        Focus.OFF: "Focus off: all of the text.",
        Focus.SENTENCE: "Focus on the sentence.",
        Focus.AROUND: "Focus on the sentence and those around it.",
        Focus.WORD: "Focus on the word.",
    }[value]


def self_voicing(*, is_on: bool) -> str:
    """Return whether what is announced is spoken by our own voice."""
    return f"Self-voicing is {'on' if is_on else 'off'}."


def follow(is_following: bool) -> str:
    """Return whether the view follows."""
    return (
        "Following the reading."
        if is_following
        else f"Not following. Press {mention('follow')} to follow again."
    )


def language(tag: str | None) -> str:
    """Return which language a text is taken to be in."""
    return f"The text is read as {tag}." if tag else "The text does not say its language; it is read as en."


def sync_offset(offset_ms: int) -> str:
    """Return how far the light is shifted."""
    if offset_ms == 0:
        return "Light in step with the recording."
    side = "later" if offset_ms > 0 else "earlier"
    return f"Light {abs(offset_ms)} milliseconds {side}."


def loop(start_s: float | None, stop_s: float | None) -> str:
    """Return the state of the A-B loop."""
    if start_s is None:
        return "Loop off."
    if stop_s is None:
        return f"Loop starts at {duration(start_s)}. Press {mention('loop')} at its end."
    return f"Loop from {duration(start_s)} to {duration(stop_s)}. Press {mention('loop')} to end it."


def sleep(seconds: float | None, at: SleepAt = SleepAt.OFF) -> str:
    """Return what the sleep timer will do: pause in so many seconds, or at the end of something; or never."""
    if at is not SleepAt.OFF:
        return f"Pause at the end of this {'briefing' if at is SleepAt.ITEM else at.value}."
    if seconds is None:
        return "Sleep timer off."
    return f"Pause in {duration(round(seconds))}."


def paragraph(index: int, count: int, part: int = 1) -> str:
    """Return "Paragraph 3 of 8"; of one so long that it was parted, a later part as "..., part 2"."""
    return f"Paragraph {index} of {count}" + (f", part {part}" if part > 1 else "")


def note(index: int, count: int) -> str:
    """Return "Note 3 of 8"."""
    return f"Note {index} of {count}"


def picture(alt: str | None) -> str:
    """Return the words that stand for a picture: "Picture: A bridge at dawn."; None where nobody gave any."""
    if not alt:
        return "Picture without a description."
    return f"Picture: {alt}" if alt.endswith((".", "!", "?", "…")) else f"Picture: {alt}."


def described(figure: Figure, number: int = 1, count: int = 1) -> str:
    """Return all that is known of a picture: which it is of several, its description, and its caption.

    A caption that says all that is known is given once; see `model.Figure`.
    """
    which = f"Picture {number} of {count}. " if count > 1 else ""
    words = "" if figure.caption and not figure.alt else picture(figure.alt)
    caption = f"Caption: {figure.caption}" if figure.caption else ""
    return which + " ".join(part for part in (words, caption) if part)


def chapter(index: int, count: int, title: str) -> str:
    """Return "Chapter 2 of 5: the bridge", or "Chapter 2 of 5" where it has no title."""
    return f"Chapter {index} of {count}" + (f": {title}" if title else "")
