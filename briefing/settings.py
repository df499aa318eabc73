"""Every setting, in one table: the fields of `Settings`.

A field carries its kind (what it takes), its help, its flags and its environment
variables; command line, settings file, `briefing settings` and the README are all made
from it, and mypy knows every type.

Which value is in force is found by the command line (`cli.settings_loading`). Key bindings are taken
here as they are; `ui.keys.bindings` knows the commands and finds clashes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from briefing.errors import ConfigError
from briefing.kinds import (
    BINDINGS,
    CHOICE,
    COLOURS,
    PACES,
    PAUSE,
    SWITCH,
    Choice,
    Colours,
    EndOf,
    Glyphs,
    Kind,
    Level,
    Punctuation,
    Shadow,
    StopAfter,
    Verbosity,
    listed,
    name_of,
    number,
    one_of,
    text,
    whole,
)
from briefing.limits import (
    LEAST_PAUSE_MS,
    MOST_BRAILLE_CELLS,
    MOST_CACHE_MB,
    MOST_FADE_S,
    MOST_HEARINGS,
    MOST_OFFSET_MS,
    MOST_PAUSE_MS,
    MOST_SLEEP_MIN,
    MOST_TODAY,
    MOST_TODAY_DAYS,
    SPEED_HIGH,
    SPEED_LOW,
)
from briefing.model import Focus, Light, SleepAt, VoiceKind
from briefing.profiles import PROFILES
from briefing.sizes import DRAWN, LINE_LENGTHS, MOST_LETTER_SPACING, MOST_LINE_SPACING, USUAL, TextSize

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


class InForce(StrEnum):
    """From when on a setting is in force that is changed while the player runs, in words."""

    AT_ONCE = ""
    NEXT_BRIEFING = "from the next briefing on"
    NEXT_TODAY = "when today is opened next"
    NEXT_START = "from the next start on"


class Where(StrEnum):
    """Which face a setting is for, in words; that of both is empty."""

    BOTH = ""
    SCREEN = "for the screen"
    LINES = "for screen reader mode"


class _About(NamedTuple):
    """What a field of `Settings` says besides its type and default; see `setting`."""

    kind: Kind[Any]
    help: str
    title: str
    flags: Mapping[str, str | None] | None
    presence: Mapping[str, str | None]
    per_run: bool
    in_force: InForce
    where: Where


_ABOUT: Final[list[_About]] = []
"""What the fields of `Settings` say, in their order."""

THEMES: Final = (
    "dark",
    "light",
    "high-contrast",
    "colour-blind-dark",
    "colour-blind-light",
    "terminal",
)

_SHOWN_CHARACTERS: Final = 40


def setting(
    kind: Kind[T],
    default: T,
    help: str,  # noqa: A002 - the word that argparse uses for it
    *,
    title: str = "",
    flags: Mapping[str, str | None] | None = None,
    presence: Mapping[str, str | None] | None = None,
    per_run: bool = False,
    in_force: InForce = InForce.NEXT_START,
    where: Where = Where.BOTH,
) -> T:
    """Return the default of a field of `Settings`, and note what else it says.

    Args:
        kind: What it takes.
        default: Its value where nothing is set.
        help: One sentence.
        title: What it is called where it is said; left out: its name.
        flags: Flag -> the value it stands for, or None for one that takes a value. Left out:
            `--name VALUE`; for a switch `--name` and `--no-name`.
        presence: Environment variables that others own -> the value that a non-empty one
            stands for, or None to read it as a value and pass over what is no value. Our own,
            `BRIEFING_NAME`, always goes before them.
        per_run: Whether it is for one run and never stands in the file.
        in_force: From when on a change is in force. At once means that whoever goes by it reads it anew, or
            is told by `session.commands.effects`.
        where: Which face it is for.
    """
    _ABOUT.append(_About(kind, help, title, flags, presence or {}, per_run, in_force, where))
    return default


class Settings(NamedTuple):
    """What the user wants. The values are checked: see `cli.settings_loading.resolve`."""

    linear: Choice = setting(
        CHOICE,
        Choice.AUTO,
        "Screen reader mode: plain lines, never redrawn. Auto: only where there is no terminal to draw on.",
        flags={"--linear": "on", "--tui": "off"},
        presence={"ACCESSIBLE": None},
    )
    profile: str = setting(
        text(
            f"{', '.join(PROFILES)}, one of your own, or nothing",
            "NAME",
            r"([a-z0-9]+(-[a-z0-9]+)*)?",
        ),
        "",
        "Settings that go together, by the name of their profile.",
        in_force=InForce.AT_ONCE,
    )
    size: TextSize = setting(
        one_of(TextSize),
        USUAL,
        f"Text size; {listed(DRAWN)} is larger print.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    line_spacing: float = setting(
        number(1.0, MOST_LINE_SPACING),
        1.0,
        "How far apart lines are; in ordinary letters by whole rows, from 1.5 on.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    letter_spacing: float = setting(
        number(0.0, MOST_LETTER_SPACING),
        0.0,
        "Room between the letters of larger print, in letters; letters that join have none.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    line_length: int = setting(
        whole(0, LINE_LENGTHS[-1], "characters"),
        0,
        f"How long lines are at most; the rest is margin. 0 is as usual at the text size, and fewer than "
        f"{LINE_LENGTHS[0]} are shown as {LINE_LENGTHS[0]}.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    theme: str = setting(
        name_of(THEMES), "dark", "Colours of the screen.", in_force=InForce.AT_ONCE, where=Where.SCREEN
    )
    light: Light = setting(
        one_of(Light),
        Light.WORD,
        "What is lit while it is heard.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    focus: Focus = setting(
        one_of(Focus),
        Focus.OFF,
        "What is shown of the text: all of it, the sentence, the sentence with those around it, or the word; "
        "a quiet screen has no moving word.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    follow: bool = setting(
        SWITCH, True, "Let the view follow the reading.", in_force=InForce.AT_ONCE, where=Where.SCREEN
    )
    follow_text: bool = setting(
        SWITCH,
        False,
        "In screen reader mode, print each sentence as it is reached.",
        in_force=InForce.AT_ONCE,
        where=Where.LINES,
    )
    braille_width: int = setting(
        whole(0, MOST_BRAILLE_CELLS, "cells"),
        0,
        "In screen reader mode, break lines at words for a braille display of so many cells. "
        "0 is as wide as the window.",
        in_force=InForce.AT_ONCE,
        where=Where.LINES,
    )
    routing: Choice = setting(
        CHOICE,
        Choice.AUTO,
        "In screen reader mode, arrows, and so a braille display's routing keys, move the cursor over what "
        "was said, and the word there is the reading point. Auto: where a braille width is set.",
        title="Routing keys",
        in_force=InForce.AT_ONCE,
        where=Where.LINES,
    )
    quiet: bool = setting(
        SWITCH,
        False,
        "No running clock and no moving word on the screen, and its cursor goes to each answer, for readers.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    reduced_motion: bool = setting(
        SWITCH,
        False,
        "Nothing blinks, and the view turns pages instead of moving sentence by sentence.",
        presence={"REDUCED_MOTION": None},
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    glyphs: Glyphs = setting(
        one_of(Glyphs),
        Glyphs.AUTO,
        "What large print is drawn with.",
        title="Large print",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    picture: Choice = setting(
        CHOICE,
        Choice.AUTO,
        "Draw pictures.",
        title="Pictures",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    fetch_pictures: bool = setting(
        SWITCH,
        True,
        "Fetch the first picture of a page, from the page's own site.",
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    colour: Colours = setting(
        COLOURS,
        Colours.AUTO,
        "Use colours: all, the terminal's own 16, or none; state never depends on them.",
        presence={"NO_COLOR": "off"},
        in_force=InForce.AT_ONCE,
        where=Where.SCREEN,
    )
    voice: VoiceKind = setting(
        one_of(VoiceKind),
        VoiceKind.RECORDING,
        "Who reads, where there is a choice; none shows the text in silence.",
        in_force=InForce.AT_ONCE,
    )
    speech_engine: str = setting(
        text("auto, or an engine that `briefing voices` lists", "NAME", r"[a-z0-9-]+"),
        "auto",
        "What makes the speech; another takes over where it cannot.",
        in_force=InForce.AT_ONCE,
    )
    speech_voice: str = setting(
        text("a voice's name, or nothing for one that fits the language", "NAME"),
        "",
        "The voice that reads aloud.",
        in_force=InForce.AT_ONCE,
    )
    speech_wpm: int = setting(
        whole(80, 900, "words a minute"),
        170,
        "Speech rate, where the length is free.",
        title="Speech rate",
        in_force=InForce.AT_ONCE,
    )
    speech_pitch: int = setting(
        whole(0, 100, "percent"), 50, "Pitch of speech; 50 is the voice's own.", in_force=InForce.AT_ONCE
    )
    speech_volume: int = setting(whole(0, 100, "percent"), 100, "Volume of speech.", in_force=InForce.AT_ONCE)
    recording_volume: int = setting(
        whole(0, 100, "percent"), 100, "Volume of recordings.", in_force=InForce.AT_ONCE
    )
    volume: int = setting(whole(0, 100, "percent"), 100, "Volume of everything.", in_force=InForce.AT_ONCE)
    speed: float = setting(
        number(SPEED_LOW, SPEED_HIGH), 1.0, "Speed at unchanged pitch.", in_force=InForce.AT_ONCE
    )
    level: Level = setting(
        one_of(Level),
        Level.OFF,
        "Make recordings and speech as loud as one another, in LUFS (EBU R 128); -16 is usual for podcasts.",
        title="Loudness",
        in_force=InForce.AT_ONCE,
    )
    skip_silence: bool = setting(
        SWITCH,
        False,
        "Shorten long pauses to a quarter of a second, in recordings and speech; music stays as it is.",
        in_force=InForce.AT_ONCE,
    )
    skip_silence_ms: int = setting(
        whole(LEAST_PAUSE_MS, MOST_PAUSE_MS, "milliseconds"),
        500,
        "How long a pause has to be to be shortened.",
        title="Skip silence from",
        in_force=InForce.AT_ONCE,
    )
    verbosity: Verbosity = setting(
        one_of(Verbosity),
        Verbosity.USUAL,
        "How much is said: brief leaves out hints and what is known, full adds positions and spelling words.",
        in_force=InForce.AT_ONCE,
    )
    punctuation: Punctuation = setting(
        one_of(Punctuation),
        Punctuation.SOME,
        "Which signs self-voicing names.",
        in_force=InForce.AT_ONCE,
    )
    say: Choice = setting(
        CHOICE,
        Choice.OFF,
        "Self-voicing: speak all that is announced. Auto: on the screen, but not in screen reader mode.",
        flags={"--say": "on", "--no-say": "off"},
        in_force=InForce.AT_ONCE,
    )
    say_voice: str = setting(
        text("a voice's name, or nothing for the one that reads aloud, or one of English", "NAME"),
        "",
        "The voice of self-voicing.",
        in_force=InForce.AT_ONCE,
    )
    say_wpm: int = setting(
        whole(80, 900, "words a minute"), 200, "Rate of self-voicing.", in_force=InForce.AT_ONCE
    )
    say_volume: int = setting(
        whole(0, 100, "percent"), 100, "Volume of self-voicing.", in_force=InForce.AT_ONCE
    )
    say_duck_db: int = setting(
        whole(0, 40, "decibels"),
        15,
        "How much lower what plays is while something is announced.",
        in_force=InForce.AT_ONCE,
    )
    sink: str = setting(
        text(
            "default, null, or the path of a .wav file",
            "default|null|FILE.wav",
            r"default|null|[^\x00]+\.(?i:wav)",
        ),
        "default",
        "Where the sound goes.",
        title="Sound output",
        in_force=InForce.AT_ONCE,
    )
    autoplay: bool = setting(
        SWITCH,
        False,
        "Start playing at once.",
        flags={"--play": "on", "--no-play": "off"},
        title="Play at once",
        in_force=InForce.NEXT_BRIEFING,
    )
    sync_offset_ms: int = setting(
        whole(-MOST_OFFSET_MS, MOST_OFFSET_MS, "milliseconds"),
        0,
        "Light words so much later, in briefings that have no offset of their own.",
        title="Light later",
        in_force=InForce.NEXT_BRIEFING,
    )
    resume: bool = setting(SWITCH, True, "Open a briefing where it was left.", in_force=InForce.NEXT_BRIEFING)
    language: str = setting(
        text(
            "a language tag such as en or pt-BR, or nothing for the briefing's own",
            "TAG",
            r"([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?",
        ),
        "",
        "Language of the text, whatever it says itself; of several texts, the one to show.",
        in_force=InForce.NEXT_BRIEFING,
    )
    sleep_min: int = setting(
        whole(0, MOST_SLEEP_MIN, "minutes"),
        0,
        "Pause after so many minutes; 0 for never.",
        title="Sleep timer",
        in_force=InForce.AT_ONCE,
    )
    sleep_at: SleepAt = setting(
        one_of(SleepAt),
        SleepAt.OFF,
        "Pause at the end of the sentence, the chapter or the item that is heard, once, in place of minutes.",
        title="Sleep timer, end",
        in_force=InForce.AT_ONCE,
    )
    sleep_fade_s: int = setting(
        whole(0, MOST_FADE_S, "seconds"),
        20,
        "How long the sound sinks before the sleep timer pauses; a key meanwhile gives more time.",
        title="Sleep timer, fade",
        in_force=InForce.AT_ONCE,
    )
    study: bool = setting(
        SWITCH,
        False,
        "After each sentence have happen what the study settings say.",
        in_force=InForce.AT_ONCE,
    )
    study_unit: EndOf = setting(
        one_of(EndOf, but=(EndOf.CHAPTER,)),
        EndOf.SENTENCE,
        "In study, what is heard as a part of its own.",
        in_force=InForce.AT_ONCE,
    )
    study_pause: str = setting(
        PAUSE,
        "1x",
        "In study, the pause after each sentence: seconds, or its lengths such as 1x; 0 for none.",
        in_force=InForce.AT_ONCE,
    )
    study_times: int = setting(
        whole(1, MOST_HEARINGS, "times"),
        1,
        "In study, how often each sentence is heard.",
        in_force=InForce.AT_ONCE,
    )
    study_speeds: str = setting(
        PACES,
        "",
        "In study, how fast it is heard each time, as factors of the speed, such as 0.75 1 1.25.",
        in_force=InForce.AT_ONCE,
    )
    study_shadow: Shadow = setting(
        one_of(Shadow),
        Shadow.OFF,
        "In study, what comes last: a gap to say the sentence in, or the sentence again, softly.",
        in_force=InForce.AT_ONCE,
    )
    study_hidden: bool = setting(
        SWITCH, False, "In study, hide the text until it is heard.", in_force=InForce.AT_ONCE
    )
    stop_after: StopAfter = setting(
        one_of(StopAfter),
        StopAfter.OFF,
        "Stop at the end of each sentence or paragraph.",
        in_force=InForce.AT_ONCE,
    )
    align: bool = setting(
        SWITCH,
        True,
        "Work out the timings of a recording that has none.",
        title="Time the words",
        in_force=InForce.AT_ONCE,
    )
    skip_marked: bool = setting(
        SWITCH,
        False,
        "Pass over what a book's recording marks to be skipped: page numbers, notes.",
        in_force=InForce.AT_ONCE,
    )
    offline: bool = setting(
        SWITCH,
        False,
        "Fetch nothing: open the copies of what was opened before.",
        in_force=InForce.AT_ONCE,
    )
    cache_mb: int = setting(
        whole(0, MOST_CACHE_MB, "megabytes"),
        500,
        "Room for copies of what is fetched; 0 to keep none.",
        title="Room for copies",
        in_force=InForce.AT_ONCE,
    )
    today_days: int = setting(
        whole(1, MOST_TODAY_DAYS, "days"),
        7,
        "How old the oldest item of today's briefing may be.",
        title="Today, oldest item",
        in_force=InForce.NEXT_TODAY,
    )
    today_most: int = setting(
        whole(1, MOST_TODAY, "items"),
        50,
        "How many items today's briefing has at most.",
        title="Today, most items",
        in_force=InForce.NEXT_TODAY,
    )
    keys: Mapping[str, tuple[str, ...]] = setting(
        BINDINGS, {}, "Keys of commands, in place of the usual ones.", in_force=InForce.AT_ONCE
    )
    desktop: bool = setting(
        SWITCH,
        True,
        "Let the desktop's media keys and panels command the player and see what it plays: MPRIS, on Linux.",
        in_force=InForce.AT_ONCE,
    )
    notify: bool = setting(
        SWITCH,
        True,
        "Have the desktop show a notice when what took long is done: timing words, an export, a download.",
        title="Notices",
        in_force=InForce.AT_ONCE,
    )
    at: str = setting(
        text("a time such as 1:12, a place such as p3.s2, or “page 12”", "PLACE"),
        "",
        "Open at a time or place.",
        per_run=True,
    )
    exit_at_end: bool = setting(
        SWITCH, False, "Leave when the end has been heard.", flags={"--exit-at-end": "on"}, per_run=True
    )
    trace: str = setting(
        text("the path of a file", "FILE", r"[^\x00]*"),
        "",
        "Write a line of JSON for every event.",
        per_run=True,
    )


class Setting(NamedTuple):
    """A row of the table. `environment` lists the variables that set it, strongest first."""

    name: str
    kind: Kind[object]
    default: object
    help: str
    title: str
    flags: Mapping[str, str | None]
    environment: Mapping[str, str | None]
    per_run: bool
    in_force: InForce
    where: Where

    @property
    def is_typed(self) -> bool:
        """Whether a line of text is enough to set it: no table of its own."""
        return self.kind is not BINDINGS

    def parse(self, raw: object, where: str) -> object:
        """Return the value of `raw`.

        Raises:
            ConfigError: if it cannot be taken; `where` begins the sentence.
        """
        try:
            return self.kind.parse(raw)
        except (ValueError, TypeError, RecursionError) as error:
            shown = repr(raw if isinstance(raw, str) else plain(raw))
            if len(shown) > _SHOWN_CHARACTERS:
                shown = shown[:_SHOWN_CHARACTERS] + "..."
            raise ConfigError(f"{where} cannot be {shown}.", f"It takes {self.kind.takes}.") from error


def in_words(row: Setting, value: object) -> str:
    """Return a setting's value as it is said, and typed: "on", "170 words a minute", "nothing"."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, (int, float)):
        return f"{value:g} {row.kind.unit}".rstrip()
    return str(value) or "nothing"


def plain(value: object) -> object:
    """Return a value as it would be written: an enum's word, a table's lists."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, Mapping):
        return {key: list(keys) if isinstance(keys, tuple) else keys for key, keys in value.items()}
    return value


def _table() -> dict[str, Setting]:
    rows = {}
    for (name, default), about in zip(Settings._field_defaults.items(), _ABOUT, strict=True):
        dashed = name.replace("_", "-")
        flags = about.flags
        if flags is None:
            is_switch = about.kind is SWITCH
            flags = {f"--{dashed}": "on", f"--no-{dashed}": "off"} if is_switch else {f"--{dashed}": None}
        rows[name] = Setting(
            name=name,
            kind=about.kind,
            default=default,
            help=about.help,
            title=about.title or dashed.replace("-", " ").capitalize(),
            flags=flags,
            environment={f"BRIEFING_{name.upper()}": None, **about.presence},
            per_run=about.per_run,
            in_force=about.in_force,
            where=about.where,
        )
    return rows


TABLE: Final[Mapping[str, Setting]] = _table()
"""Every setting by name, in the order in which it is listed."""

Source = Literal["default", "profile", "file", "environment", "flag"]
"""Where a value came from."""


class Loaded(NamedTuple):
    """The settings in force, where each came from, and the file that was read or would be."""

    settings: Settings
    sources: Mapping[str, Source]
    path: Path | None = None
    profiles: Mapping[str, Mapping[str, object]] = {}
    """Name -> the values of each profile that there is, ours and the user's own."""
