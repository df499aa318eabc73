"""How a setting that is changed is put in force at once, as one table.

Who goes by a setting reads it anew whenever it is needed, or is told here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.errors import AudioError
from briefing.events import PictureArrived, ViewChanged
from briefing.kinds import Choice, Level
from briefing.model import SleepAt, VoiceKind
from briefing.settings import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.events import Event
    from briefing.session.session import Session
    from briefing.sizes import TextSize

_MINUTE_S: Final = 60


class Effect(NamedTuple):
    """How a setting is put in force at once: what is so `now`, and what puts something else in its place."""

    now: Callable[[Session], Any]
    put: Callable[[Session, Any], None]


def _put_size(session: Session, size: TextSize) -> None:
    session.keeping.size = size
    session.outbox.emit(ViewChanged())


def _put_voice(session: Session, kind: VoiceKind) -> None:
    voices = session.playback.voices
    if voices.can_read(kind) and voices.choice is not kind:
        session.reader.switch_voice(kind)


def _put_say(session: Session, choice: Choice) -> None:
    if choice is not Choice.AUTO:  # which only a start can tell
        session.own_voice.turn(is_on=choice is Choice.ON)


def _put_sink(session: Session, name: str) -> None:
    lead = session.host.device.leading_to(name)

    def work() -> None:
        try:
            lead()
        except AudioError as error:
            session.outbox.post_notice(str(error))

    session.host.in_background(work)


def _put_sleep(session: Session, minutes: float) -> None:
    session.sleep.set(minutes * _MINUTE_S or None)


def _put_fade(session: Session, seconds: float) -> None:
    session.sleep.fade_s = seconds


def _sleep_minutes(session: Session) -> float:
    return 0.0 if session.sleep.at is not SleepAt.OFF else (session.sleep.left_s or 0.0) / _MINUTE_S


def _of_spacing(field: str) -> Effect:
    return Effect(
        lambda session: getattr(session.look.spacing, field),
        lambda session, value: session.look.set_spacing(session.look.spacing._replace(**{field: value})),
    )


def _of_loudness(kind: VoiceKind) -> Effect:
    return Effect(
        lambda session: session.reader.levels.own_percent[kind],
        lambda session, percent: session.reader.set_own_volume(kind, percent),
    )


def _of_speech(name: str) -> Effect:
    return Effect(
        lambda session: getattr(session.settings, name), lambda session, _value: session.reader.speak_anew()
    )


def _of_motion(field: str) -> Effect:
    def put(session: Session, is_on: bool) -> None:
        look = session.look
        now = {"is_quiet": look.is_quiet, "turns_pages": look.turns_pages}
        look.set_motion(**{**now, field: is_on})

    return Effect(lambda session: getattr(session.look, field), put)


def _as_told(name: str, event: Event) -> Effect:
    """Return the effect of a setting that is read anew by whoever is told an event."""
    return Effect(
        lambda session: getattr(session.settings, name), lambda session, _value: session.outbox.emit(event)
    )


def _of_opening(name: str, put: Callable[[Session], None] = lambda _session: None) -> Effect:
    """Return the effect of a setting by which briefings are opened: what is ready to follow is so anew."""

    def put_anew(session: Session, _value: object) -> None:
        session.forget_ahead()
        put(session)

    return Effect(lambda session: getattr(session.settings, name), put_anew)


def _speak_by_another(session: Session) -> None:
    session.reader.speak_anew()
    session.outbox.emit(ViewChanged())


def _of_study(name: str) -> Effect:
    def put(session: Session, _value: object) -> None:
        session.wish.go_by(session.settings)
        session.ends.renew()

    return Effect(lambda session: getattr(session.settings, name), put)


EFFECTS: Final[Mapping[str, Effect]] = {
    "size": Effect(lambda session: session.keeping.size, _put_size),
    "theme": Effect(lambda session: session.look.theme, lambda session, name: session.look.set_theme(name)),
    "light": Effect(lambda session: session.look.light, lambda session, unit: session.look.set_light(unit)),
    "focus": Effect(lambda session: session.look.focus, lambda session, part: session.look.set_focus(part)),
    "follow": Effect(
        lambda session: session.look.is_following,
        lambda session, is_on: session.look.set_following(following=is_on),
    ),
    "quiet": _of_motion("is_quiet"),
    "reduced_motion": _of_motion("turns_pages"),
    "glyphs": _as_told("glyphs", ViewChanged()),
    "colour": _as_told("colour", ViewChanged()),
    "picture": _as_told("picture", PictureArrived()),
    "fetch_pictures": _as_told("fetch_pictures", PictureArrived()),
    "line_spacing": _of_spacing("lines"),
    "letter_spacing": _of_spacing("letters"),
    "line_length": _of_spacing("line_length"),
    "volume": Effect(
        lambda session: session.reader.levels.volume,
        lambda session, percent: session.reader.set_levels(
            volume=percent, is_muted=session.reader.levels.is_muted
        ),
    ),
    "speech_volume": _of_loudness(VoiceKind.SPEECH),
    "recording_volume": _of_loudness(VoiceKind.RECORDING),
    "speed": Effect(lambda session: session.speed, lambda session, value: session.reader.set_speed(value)),
    "level": Effect(
        lambda session: session.reader.levels.loudness,
        lambda session, loudness: session.reader.level(Level(loudness)),
    ),
    "skip_silence": Effect(
        lambda session: session.reader.levels.skips_silence,
        lambda session, is_on: session.reader.skip_silence(is_on=is_on),
    ),
    "skip_silence_ms": Effect(
        lambda session: session.reader.levels.pause_ms,
        lambda session, ms: session.reader.skip_silence(
            is_on=session.reader.levels.skips_silence, pause_ms=ms
        ),
    ),
    "voice": Effect(lambda session: session.playback.voices.choice, _put_voice),
    "speech_engine": _of_opening("speech_engine", _speak_by_another),
    "speech_voice": _of_speech("speech_voice"),
    "speech_wpm": _of_speech("speech_wpm"),
    "speech_pitch": _of_speech("speech_pitch"),
    "verbosity": Effect(
        lambda session: session.outbox.verbosity, lambda session, value: session.outbox.say_as(value)
    ),
    "say": Effect(lambda session: session.settings.say, _put_say),
    "sink": Effect(lambda session: session.settings.sink, _put_sink),
    "desktop": _as_told("desktop", ViewChanged()),
    "notify": _as_told("notify", ViewChanged()),
    "keys": _as_told("keys", ViewChanged()),
    "align": Effect(
        lambda session: session.settings.align, lambda session, is_on: session.timing.turn(is_on=is_on)
    ),
    "skip_marked": _of_opening("skip_marked", lambda session: session.reader.hear_anew()),
    "language": _of_opening("language"),
    "sleep_min": Effect(_sleep_minutes, _put_sleep),
    "sleep_at": Effect(
        lambda session: session.sleep.at, lambda session, end: session.sleep.set_at(SleepAt(end))
    ),
    "sleep_fade_s": Effect(lambda session: session.sleep.fade_s, _put_fade),
    **{name: _of_study(name) for name in TABLE if name.startswith("study") or name == "stop_after"},
}
"""Setting -> how a change of it is put in force where it is at once; `session.settings` has it already."""
