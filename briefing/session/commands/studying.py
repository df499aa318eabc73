"""Study: what happens after each sentence, chosen from a list; stopping at an end; showing what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce, announce_text
from briefing.commands.options import Option, Options
from briefing.errors import UsageError
from briefing.kinds import EndOf, listed
from briefing.session.commands.settings import USUAL, set_to
from briefing.settings import TABLE, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.command import Prompt
    from briefing.session.session import Session

_ROWS: Final[Mapping[str, str]] = {
    "pause": "study_pause",
    "times": "study_times",
    "speeds": "study_speeds",
    "shadow": "study_shadow",
    "hidden": "study_hidden",
    "unit": "study_unit",
    "stop": "stop_after",
}
"""What is typed behind `study` -> the setting that it is."""
_OFFERED: Final[Mapping[str, Mapping[str, str]]] = {
    "pause": {
        "0": "None",
        **{str(n): announce.counted(n, "second") for n in (1, 2, 3, 5, 10)},
        "1x": "As long as the sentence",
        "1.5x": "One and a half times as long",
        "2x": "Twice as long",
    },
    "times": {str(n): announce.counted(n, "time") for n in (1, 2, 3, 4, 5, 10)},
    "speeds": {
        USUAL: "The speed that is set",
        "0.75 1": "Slower, then as set",
        "0.75 1 1.25": "Slower, as set, then faster",
        "0.5 0.75 1": "Half, three quarters, then as set",
        "1 0.75 1": "As set, slower, as set",
    },
    "shadow": {
        "off": "Off",
        "gap": "A gap as long as the sentence, to say it in",
        "soft": "The sentence again, softly, to speak along with",
    },
    "hidden": {"on": "Text is hidden until it is heard", "off": "Text is shown"},
    "unit": {"sentence": "After each sentence", "paragraph": "After each paragraph"},
    "stop": {
        "off": "Go on",
        "sentence": "Stop at the end of each sentence",
        "paragraph": "Stop at the end of each paragraph",
    },
}
"""A handful of each; other values are typed."""


def ask_study(session: Session, argument: str) -> Prompt | Options | None:
    """Return the list of study choices; for one of them what it can be; None with a value."""
    word, _, value = argument.partition(" ")
    if value or (word and word not in _ROWS):
        return None
    if not word:
        now = session.settings.study
        first = Option(f"Study: {'on' if now else 'off'}. Choose to turn it {'off' if now else 'on'}.", "")
        rows = (
            first._replace(argument="off" if now else "on"),
            *(Option(_line(session, word), word) for word in _ROWS),
        )
        names = ["study", *_ROWS.values()]
        last = session.preferences.chosen_last
        return Options("Study", rows, names.index(last) if last in names else 0)
    options = tuple(Option(text, f"{word} {raw}") for raw, text in _OFFERED[word].items())
    return Options(TABLE[_ROWS[word]].title, options, _chosen(session, word) or 0)


def _chosen(session: Session, word: str) -> int | None:
    """Return which of the values that are offered is in force; None for another one."""
    row = TABLE[_ROWS[word]]
    values = [row.default if raw == USUAL else row.parse(raw, "") for raw in _OFFERED[word]]
    now = getattr(session.settings, row.name)
    return values.index(now) if now in values else None


def _line(session: Session, word: str) -> str:
    """Return "Study pause: as long as the sentence."."""
    row, at = TABLE[_ROWS[word]], _chosen(session, word)
    if at is None:
        return f"{row.title}: {in_words(row, getattr(session.settings, row.name))}."
    text = list(_OFFERED[word].values())[at]
    return f"{row.title}: {text[0].lower()}{text[1:]}."


def _study(session: Session, argument: str) -> None:
    word, _, value = argument.partition(" ")
    if word in ("", "on", "off"):
        is_on = not session.settings.study if not word else word == "on"
        set_to(session, TABLE["study"], "on" if is_on else "off")
        if is_on and not session.ends.is_by_sentence and session.settings.study_unit is EndOf.SENTENCE:
            session.say(announce_text.NOT_BY_SENTENCE)
    elif word in _ROWS and value:
        set_to(session, TABLE[_ROWS[word]], value.strip())
    else:
        raise UsageError(
            f"There is no study choice {argument}.",
            f"There are on, off, {listed(tuple(_ROWS))}, with a value.",
        )


def _stop_after(session: Session, argument: str) -> None:
    wish, row = session.wish, TABLE["stop_after"]
    word, _, unit = argument.partition(" ")
    if word == "always":
        set_to(session, row, unit or EndOf.SENTENCE)
    elif word == "off":
        session.ends.stop_once(None)
        set_to(session, row, word)
    elif word in ("", *EndOf):
        is_off = not word and wish.once is not None
        session.ends.stop_once(None if is_off else EndOf(word or EndOf.SENTENCE))
        session.say(announce_text.stops_at(wish.once))
    else:
        raise UsageError(f"It stops at the end of a {listed(tuple(EndOf))}; or type always, or off.")


def _reveal(session: Session, _argument: str) -> None:
    veil, sentence = session.cursor.veil, session.sentence
    hidden = veil.show(sentence) if veil else []
    if veil and hidden:

        def hide() -> None:
            veil.hide(hidden)
            session.ends.tell_shown(sentence)

        session.undo.remember(hide)
        session.ends.tell_shown(sentence)
    session.say(session.cursor.read(sentence), shows=sentence)


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "study": _study,
    "stop-after": _stop_after,
    "reveal": _reveal,
}
