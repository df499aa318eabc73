"""Settings and profiles in the player: seen, changed, as usual again; in force at once where that can be.

How they are put in force is `effects`. A change can be undone, in the file, too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from briefing import announce
from briefing.commands.command import Prompt
from briefing.commands.mentions import mention
from briefing.commands.options import Extra, Option, Options
from briefing.errors import BriefingError, UsageError
from briefing.profiles import PROFILES
from briefing.session.commands.effects import EFFECTS
from briefing.session.preferences import GIVEN, Chosen, Trial
from briefing.settings import TABLE, InForce, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session
    from briefing.settings import Setting

USUAL: Final = "default"
"""Typed for the value that a setting has where nothing is set."""
NOTHING: Final = "nothing"
"""Typed for an empty value."""
_RESET: Final = Extra(("delete", "backspace"), "As usual again", USUAL)


# Seen


def _line(session: Session, row: Setting) -> str:
    """Return "Theme: dark, by flag. Colours of the screen."."""
    source = session.preferences.sources[row.name]
    by = f", by {source}" if source in (*GIVEN, "profile") else ""
    return f"{row.title}: {in_words(row, getattr(session.settings, row.name))}{by}. {row.help}"


def _rows() -> list[Setting]:
    return [row for row in TABLE.values() if not row.per_run and row.is_typed]


def ask_settings(session: Session, argument: str) -> Prompt | Options | None:
    """Return the list of settings; for one of them its values, or what asks for one; None with a value."""
    if not argument:
        rows = _rows()
        names = [row.name for row in rows]
        last = session.preferences.chosen_last
        listed = tuple(Option(_line(session, row), row.name) for row in rows)
        return Options("Settings", listed, names.index(last) if last in names else 0, (_RESET,))
    name, _, value = argument.partition(" ")
    row = TABLE.get(_name(name))
    if value or row is None or row not in _rows():
        return None
    now = getattr(session.settings, row.name)
    if choices := _choices(session, row):
        return _options(row.title, choices, in_words(row, now), f"{row.name} ")
    return Prompt(row.title, f"{row.kind.takes}, now {in_words(row, now)}", row.name)


def _options(title: str, choices: Mapping[str, str], now: str, before: str = "") -> Options:
    """Return what there is to choose, beginning at what is so now."""
    rows = tuple(Option(text, f"{before}{word}") for word, text in choices.items())
    return Options(title, rows, list(choices).index(now) if now in choices else 0)


def _choices(session: Session, row: Setting) -> dict[str, str]:
    """Return what a setting can be, as it is typed, and as it is listed; empty where that is no handful."""
    if row.name == "profile":
        return {NOTHING: "No profile"} | {name: _profile_line(name) for name in session.preferences.profiles}
    return {choice: choice.replace("-", " ").capitalize() for choice in row.kind.choices}


def _profile_line(name: str) -> str:
    own = PROFILES.get(name)
    return f"{name.capitalize()}. {own.help if own else 'Your own.'}"


def ask_profiles(session: Session, argument: str) -> Options | None:
    """Return the list of profiles; None with one."""
    now = session.settings.profile or NOTHING
    return None if argument else _options("Profiles", _choices(session, TABLE["profile"]), now)


def ask_sizes(session: Session, argument: str) -> Options | None:
    """Return the list of text sizes; None with one."""
    choices = {size.value: f"{size.upper()}, {size.description}" for size in type(session.size)}
    return None if argument else _options("Text sizes", choices, session.size.value)


def ask_themes(session: Session, argument: str) -> Options | None:
    """Return the list of themes; None with one."""
    return None if argument else _options("Themes", _choices(session, TABLE["theme"]), session.look.theme)


# Changed


def _name(typed: str) -> str:
    return typed.lower().replace("-", "_")


def _settings(session: Session, argument: str) -> None:
    typed, _, raw = argument.partition(" ")
    row = TABLE.get(_name(typed))
    if not typed:
        raise UsageError("Type a setting and its value, such as: settings theme light.")
    if row is None or row not in _rows():
        raise UsageError(f"There is no setting {typed} here.", f"{mention('settings')} lists them.")
    if not raw:
        session.say(f"{_line(session, row)} It takes {row.kind.takes}.")
        return
    set_to(session, row, raw.strip())


def set_to(session: Session, row: Setting, raw: str) -> None:
    """Set a setting to what was typed, keep it, and say what is so now.

    Raises:
        ConfigError: if it cannot be that.
    """
    preferences = session.preferences
    preferences.chosen_last = row.name
    value = None if raw == USUAL else row.parse("" if raw == NOTHING else raw, row.title)
    if row.name == "profile":
        _choose_profile(session, str(value or ""))
        return
    made = preferences.with_setting(row.name, value)
    told = _told(session, row, getattr(made.settings, row.name))
    given = preferences.sources[row.name]
    if given in GIVEN:
        told += f" It was given by {given}, which wins again at the next start."
    _change(session, {row.name: value}, made, told, _told(session, row, _now(session, row)))


def _choose_profile(session: Session, name: str) -> None:
    preferences = session.preferences
    if name and name not in preferences.profiles:
        raise UsageError(f"There is no profile {name}.", f"There are {', '.join(preferences.profiles)}.")
    held = preferences.profiles.get(name, {})
    own = [each for each in held if preferences.sources[each] == "file"]
    changes: dict[str, object | None] = {"profile": name or None, **dict.fromkeys(own)}
    given = [TABLE[each].title.lower() for each in held if preferences.sources[each] in GIVEN]
    made = preferences.with_profile(name)
    told = f"Profile: {name or 'none'}."
    now = preferences.settings
    changed = [row for each, row in TABLE.items() if getattr(made.settings, each) != getattr(now, each)]
    for in_force in (each for each in InForce if each):
        if later := [row.title.lower() for row in changed if row.in_force is in_force]:
            told += f" {in_force.capitalize()}: {', '.join(later)}."
    if given:
        told += f" Given by flag or environment and kept so: {', '.join(given)}."
    before = f"Profile: {session.settings.profile or 'none'}."
    _change(session, changes, made, told, before)


def _now(session: Session, row: Setting) -> object:
    """Return what is so now, which may be this briefing's own; else the setting."""
    effect = EFFECTS.get(row.name)
    return effect.now(session) if effect else getattr(session.settings, row.name)


def _told(session: Session, row: Setting, value: object) -> str:
    where = session.look.told_where(row.where)
    return announce.setting(row.title, in_words(row, value), where, row.in_force)


def set_keys(session: Session, keys: Mapping[str, tuple[str, ...]], told: str, before: str) -> None:
    """Let these be the user's own keys, and keep them; `told` is said, and `before` when it is undone."""
    value = keys or None
    _change(session, {"keys": value}, session.preferences.with_setting("keys", value), told, before)


def try_out(session: Session, row: Setting, raw: str) -> None:
    """Put a setting in force that is not kept, until it is chosen or left: see `Preferences.trial`.

    Raises:
        ConfigError: if it cannot be that.
    """
    value = row.parse(raw, row.title)
    now = _now(session, row)
    preferences = session.preferences
    was = Chosen(preferences.settings, preferences.sources)
    tried = preferences.with_setting(row.name, value)

    def put(chosen: Chosen, value: object) -> None:
        preferences.take(chosen)
        EFFECTS[row.name].put(session, value)

    if preferences.trial is None:
        preferences.trial = Trial(partial(put, was, now), session.place)
    put(Chosen(tried.settings, preferences.sources), value)


def _change(
    session: Session, changes: Mapping[str, object | None], made: Chosen, told: str, before: str
) -> None:
    """Keep changes and put them in force; say so, and let `undo` take them back, and say what was before."""
    preferences = session.preferences
    was = Chosen(preferences.settings, preferences.sources)
    changed = [
        name
        for name in EFFECTS
        if name in changes or getattr(was.settings, name) != getattr(made.settings, name)
    ]
    now = {name: EFFECTS[name].now(session) for name in changed}
    undone: Mapping[str, object | None] = {}

    def put(made: Chosen, values: Mapping[str, Any]) -> None:
        preferences.take(made)
        for name, value in values.items():
            EFFECTS[name].put(session, value)

    def take_back() -> None:
        put(was, now)
        if undone:
            preferences.keeper.change(undone)

    try:
        put(made, {name: getattr(made.settings, name) for name in changed})
    except BriefingError:
        put(was, now)
        raise
    try:
        undone = preferences.keeper.change(changes)
    except BriefingError as error:
        told += f" It is not kept: {error}"
    session.undo.remember(take_back, before)
    session.say(told)


# Those that have a command of their own


def _choose(session: Session, argument: str, name: str) -> None:
    """Take a choice of a setting by its name, or the next one."""
    row = TABLE[name]
    choices = row.kind.choices
    wanted = argument.lower().replace(" ", "-")
    if wanted in ("", NEXT):
        now = str(_now(session, row))
        wanted = choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
    if wanted not in (*choices, USUAL):
        raise UsageError(f"There is no {row.title.lower()} {argument}.", f"There are {', '.join(choices)}.")
    set_to(session, row, wanted)


NEXT: Final = "next"
"""Typed for the next of a row of choices."""
HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "settings": _settings,
    "profiles": lambda session, name: set_to(session, TABLE["profile"], name or NOTHING),
    **{name: partial(_choose, name=name) for name in ("theme", "verbosity", "punctuation")},
}
