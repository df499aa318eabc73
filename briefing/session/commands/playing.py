"""Play, pause, stop, repeat, loop, sleep; speed, volume, voice and the sync offset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce, announce_voices
from briefing.commands.mentions import mention
from briefing.errors import UsageError
from briefing.kinds import Level
from briefing.limits import MOST_OFFSET_MS, MOST_SLEEP_MIN, SPEED_HIGH, SPEED_LOW
from briefing.model import SleepAt, TransportState, VoiceKind
from briefing.patterns import late
from briefing.text.language_names import is_language
from briefing.verbosity import in_full

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session

SPEED_STEP: Final = 0.1
VOLUME_STEP: Final = 5
OFFSET_STEP_MS: Final = 20
_TAG: Final = late(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}")
SLEEP_STEPS_S: Final = (15 * 60.0, 30 * 60.0, 45 * 60.0, 60 * 60.0)
SLEEP_ENDS: Final = (SleepAt.CHAPTER, SleepAt.ITEM, SleepAt.SENTENCE)


def number_from(argument: str, low: float, high: float, what: str) -> float:
    """Return a typed number.

    Raises:
        UsageError: if it is none, or outside `low` to `high`.
    """
    try:
        value = float(argument.rstrip("%").replace(",", "."))
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise UsageError(f"{what} takes a number from {low:g} to {high:g}.")
    return value


def _play(session: Session, _argument: str) -> None:
    playback = session.playback
    if playback.is_playing:
        playback.pause()
        at = in_full(f" {announce.duration(session.position_s)}.")
        session.say(announce.state(TransportState.PAUSED) + at)
        return
    playback.play()
    _answer_play(session)


def _answer_play(session: Session) -> None:
    """Say that it plays; where that has to wait for a voice, say so, and that it plays when it does."""
    is_waiting = session.playback.state in (TransportState.LOADING, TransportState.EMPTY)
    session.say(announce.state(TransportState.LOADING if is_waiting else TransportState.PLAYING))
    if is_waiting:
        session.clockwork.owe_play()


def _stop(session: Session, _argument: str) -> None:
    session.remember_place()
    session.playback.pause()
    session.move_to(session.cursor.first_offset)
    session.say("Stopped, at the start.")


def _play_here(session: Session, _argument: str) -> None:
    if session.point.span is not None:
        session.remember_place()
    session.play_from(session.point.at(session.cursor))
    _answer_play(session)


def _repeat(session: Session, _argument: str) -> None:
    session.play_from(session.sentence.start)
    session.say("Again.")


def _loop(session: Session, _argument: str) -> None:
    try:
        session.loop.mark(session.place)
    except ValueError as error:
        raise UsageError(
            "The end of the loop must come after its start.",
            f"Go further on and press {mention('loop')} again.",
        ) from error
    session.ends.renew()
    start, stop = session.loop.start, session.loop.stop
    session.say(
        announce.loop(
            None if start is None else session.reader.time_at(start),
            None if stop is None else session.reader.time_at(stop),
        )
    )


def _sleep(session: Session, argument: str) -> None:
    if argument in ("off", "0"):
        session.sleep.set(None)
    elif argument in ("end", *SleepAt):
        session.sleep.set_at(SleepAt.ITEM if argument == "end" else SleepAt(argument))
    elif argument:
        session.sleep.set(number_from(argument, 1, MOST_SLEEP_MIN, "The sleep timer") * 60)
    else:
        _sleep_longer(session)
    session.say(announce.sleep(session.sleep.left_s, session.sleep.at))


def _sleep_longer(session: Session) -> None:
    """Go to the next choice: minutes, then the ends of what is heard, then off."""
    sleep = session.sleep
    left = sleep.left_s or 0.0
    longer = next((seconds for seconds in SLEEP_STEPS_S if seconds > left + 1), None)
    if longer is not None:
        sleep.set(longer)
    else:
        at = SLEEP_ENDS.index(sleep.at) + 1 if sleep.at in SLEEP_ENDS else 0
        sleep.set_at(SLEEP_ENDS[at] if at < len(SLEEP_ENDS) else SleepAt.OFF)


def _step_speed(session: Session, step: float) -> None:
    session.reader.set_speed(session.speed + step)
    session.say(announce.speed(session.speed))


def _speed(session: Session, argument: str) -> None:
    session.reader.set_speed(
        number_from(argument, SPEED_LOW, SPEED_HIGH, "Speed") if argument else announce.NORMAL_SPEED
    )
    session.say(announce.speed(session.speed))


def _step_volume(session: Session, step: int) -> None:
    session.reader.set_levels(volume=session.reader.levels.volume + step)
    session.say(announce.volume(session.reader.levels.volume, session.reader.levels.is_muted))


def _level(session: Session, argument: str) -> None:
    if argument and argument not in tuple(Level):
        raise UsageError("The loudness is -16, -18, or off.")
    now = session.reader.levels.loudness
    following = {Level.OFF: Level.PODCAST, Level.PODCAST: Level.QUIETER, Level.QUIETER: Level.OFF}
    chosen = Level(argument) if argument else following[now]
    session.reader.level(chosen)
    session.say(announce.level(chosen.lufs))


def _skip_silence(session: Session, argument: str) -> None:
    levels = session.reader.levels
    if argument not in ("", "on", "off"):
        raise UsageError("Skipping silence is on or off.")
    session.reader.skip_silence(is_on=argument == "on" if argument else not levels.skips_silence)
    engine = session.playback.engine
    session.say(announce.skip_silence(engine.sounding.saved_s if engine else 0.0, is_on=levels.skips_silence))


def _mute(session: Session, _argument: str) -> None:
    session.reader.set_levels(is_muted=not session.reader.levels.is_muted)
    session.say(announce.volume(session.reader.levels.volume, session.reader.levels.is_muted))


def _voice(session: Session, argument: str) -> None:
    current = session.playback.voices.choice
    if argument:
        try:
            kind = VoiceKind(argument)
        except ValueError as error:
            raise UsageError("A voice is recording, speech or none.") from error
    else:
        kind = VoiceKind.SPEECH if current is VoiceKind.RECORDING else VoiceKind.RECORDING
        if kind is VoiceKind.RECORDING and not session.playback.voices.can_read(kind):
            kind = VoiceKind.SPEECH
    if kind is current:
        session.reader.gaps.leave()
        other = "There is no recording to switch to." if kind is VoiceKind.SPEECH else ""
        session.say(f"{other} {announce_voices.voice(kind, session.playback.voices.description)}".strip())
    elif not session.playback.voices.can_read(kind):
        raise UsageError(f"There is no {kind.value} of this briefing.")
    else:
        session.say(f"Switching to {kind.value if kind is not VoiceKind.NONE else 'silence'}.")
        session.reader.switch_voice(kind)


def _language(session: Session, argument: str) -> None:
    if argument and argument != "own":
        if not _TAG.fullmatch(argument):
            raise UsageError(
                "A language is a tag such as de, fr or pt-BR.", "Or type own for the text's own."
            )
        if not is_language(argument):
            raise UsageError(
                f"No language that can be read has the tag {argument}.",
                "Type one such as de, fr or pt-BR, or own for the text's own.",
            )
        session.reader.set_language(argument)
    elif argument:
        session.reader.set_language("")
    session.say(announce.language(session.document.language))


def _shift_light(session: Session, step_ms: int) -> None:
    shifted = min(max(session.keeping.sync_offset_ms + step_ms, -MOST_OFFSET_MS), MOST_OFFSET_MS)
    session.reader.set_sync_offset(shifted)
    session.say(announce.sync_offset(shifted))


def _studying(name: str) -> Callable[[Session, str], None]:
    """Return what carries out a command of study, which is loaded when somebody learns."""

    def handle(session: Session, argument: str) -> None:
        from briefing.session.commands.studying import HANDLERS as OF_STUDY

        OF_STUDY[name](session, argument)

    return handle


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "play": _play,
    "stop": _stop,
    "play-here": _play_here,
    "repeat": _repeat,
    "loop": _loop,
    **{name: _studying(name) for name in ("study", "stop-after", "reveal")},
    "sleep": _sleep,
    "slower": lambda session, _: _step_speed(session, -SPEED_STEP),
    "faster": lambda session, _: _step_speed(session, SPEED_STEP),
    "speed": _speed,
    "quieter": lambda session, _: _step_volume(session, -VOLUME_STEP),
    "louder": lambda session, _: _step_volume(session, VOLUME_STEP),
    "mute": _mute,
    "level": _level,
    "skip-silence": _skip_silence,
    "voice": _voice,
    "language": _language,
    "offset-earlier": lambda session, _: _shift_light(session, -OFFSET_STEP_MS),
    "offset-later": lambda session, _: _shift_light(session, OFFSET_STEP_MS),
}
