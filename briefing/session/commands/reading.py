"""Where am I, reading a sentence as text, following, the light and the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce, announce_voices
from briefing.commands.mentions import mention
from briefing.commands.options import Option, Options
from briefing.errors import UsageError
from briefing.kinds import listed
from briefing.model import Focus, Light, Mend, TransportState, VoiceKind
from briefing.session.lighting import COARSENESS
from briefing.settings import Where
from briefing.sizes import TextSize
from briefing.verbosity import in_full, unless_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session

_SIZES: Final = tuple(TextSize)


def _where(session: Session, _argument: str) -> None:
    session.reader.tags.read()  # the chapters are in them, and are not waited for
    parts = [
        f"{announce.time_of(session.position_s, session.duration_s)}.",
        f"{session.cursor.place_name(session.place)}.",
        unless_brief(announce.state(session.state)),
        unless_brief(announce_voices.voice(session.voice, session.playback.voices.description)),
    ]
    if session.cursor.speaker:
        parts.insert(2, announce.speaker(session.cursor.speaker))
    if session.queue.has_several:
        parts.insert(2, f"Item {session.queue.at + 1} of {len(session.queue.entries)}.")
    if session.cursor.veil is None and (chapter := session.reader.chapters.name):  # it may be of the text
        parts.insert(1, f"{chapter}.")
    if session.state is TransportState.LOADING:
        del parts[0], parts[-1]
    parts += [session.ends.told] * (not session.wish.rule.is_plain)
    if session.point.span is not None:
        parts.append(f"Reading point: {session.cursor.place_name(session.point.span.start)}.")
    if session.speed != announce.NORMAL_SPEED:
        parts.append(announce.speed(session.speed))
    if engine := session.playback.engine:
        parts.append(announce.saved(engine.sounding.saved_s))
    if session.timing.progress is not None:
        parts.append(f"Timing the words, {round(session.timing.progress * 100)} percent.")
    if session.duration_s:
        parts.append(in_full(f"{round(100 * session.position_s / session.duration_s)} percent."))
    session.say(" ".join(filter(None, parts)))


def _title(session: Session, _argument: str) -> None:
    from briefing import announce_text  # as what it says: asked for long after the first line

    here = session.queue.here
    session.say(announce_text.title(session.document, here.feed if here else ""))


def _picture(session: Session, _argument: str) -> None:
    document = session.document
    if not document.figures:
        has_cover = session.reader.tags.cover is not None
        session.say(announce.COVER if has_cover else "There is no picture.")
        return
    index = session.cursor.figure_index
    session.say(announce.described(document.figures[index], index + 1, len(document.figures)))


def _repeat_message(session: Session, _argument: str) -> None:
    session.say(session.outbox.status or "Nothing has been said yet.")


def _read(session: Session, _argument: str) -> None:
    session.say(session.cursor.read(session.sentence), shows=session.sentence)


def _follow(session: Session, _argument: str) -> None:
    session.look.set_following(following=not session.look.is_following)
    session.say(announce.follow(session.look.is_following))


def _light(session: Session, argument: str) -> None:
    if argument:
        try:
            chosen = Light(argument)
        except ValueError as error:
            raise UsageError("The light is on the word, the sentence, the paragraph, or off.") from error
    else:
        chosen = COARSENESS[(COARSENESS.index(session.look.light) + 1) % len(COARSENESS)]
    session.look.set_light(chosen)
    session.say(announce.light(chosen))


def _focus(session: Session, argument: str) -> None:
    offered = [focus for focus in Focus if not (session.look.is_quiet and focus is Focus.WORD)]
    if argument:
        try:
            chosen = Focus(argument)
        except ValueError as error:
            raise UsageError(f"The focus is on the {listed([*offered[1:], *offered[:1]])}.") from error
        if chosen not in offered:
            raise UsageError("A quiet screen has no moving word.")
    else:
        at = offered.index(session.look.focus) if session.look.focus in offered else 0
        chosen = offered[(at + 1) % len(offered)]
    session.look.set_focus(chosen)
    session.say(announce.focus(chosen))


def _step_size(session: Session, step: int) -> None:
    index = _SIZES.index(session.size) + step
    if not 0 <= index < len(_SIZES):
        shown = announce.size(session.size, session.look.told_where(Where.SCREEN))
        session.say(f"{shown} There is none {'larger' if step > 0 else 'smaller'}.")
        return
    session.set_size(_SIZES[index])


def _size(session: Session, argument: str) -> None:
    try:
        size = TextSize[argument.upper()]
    except KeyError as error:
        raise UsageError(f"The text size is {listed([size.upper() for size in _SIZES])}.") from error
    session.set_size(size)


def ask_mends(session: Session, argument: str) -> Options | None:
    """Return what can be done about timings that were measured; None where nothing was, or is chosen."""
    mendable = session.playback.voices.readings.mendable
    if argument or mendable is None or session.timing.progress is not None:
        return None
    return Options("Timings", tuple(Option(announce_voices.mending(how), how) for how in mendable.mends))


def _mend(session: Session, argument: str) -> None:
    mendable = session.playback.voices.readings.mendable
    if mendable is None:
        raise UsageError("Nothing is known of the timings.", f"Press {mention('align')} to measure them.")
    if argument not in mendable.mends:
        raise UsageError(f"Choose one of these: {listed(mendable.mends)}.")
    take_back = mendable.mend(Mend(argument))
    session.undo.remember(take_back, "The timings are as they were.")
    session.say(announce_voices.mended(Mend(argument)))


def _align(session: Session, argument: str) -> None:
    if argument:
        _mend(session, argument)
        return
    if session.playback.voices.is_loading(VoiceKind.RECORDING):
        session.say(announce_voices.not_timed_yet())
        return
    session.timing.toggle(has_story=session.document.has_story, renew=session.playback.voices.renew_timings)


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "where": _where,
    "read": _read,
    "title": _title,
    "picture": _picture,
    "repeat-message": _repeat_message,
    "follow": _follow,
    "light": _light,
    "focus": _focus,
    "align": _align,
    "size-up": lambda session, _: _step_size(session, 1),
    "size-down": lambda session, _: _step_size(session, -1),
    "size": _size,
}
