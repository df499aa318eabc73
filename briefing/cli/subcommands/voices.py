"""`briefing voices`: who can read aloud, engine by engine, in the order in which they are taken.

A line a voice: engine, name, language, id and licence, with tabs between. `--speech-voice` takes
the name or the id, `--speech-engine` the engine.
"""

# ruff: noqa: T201 - printing is what it is for

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.cli import outputs, room
from briefing.cli.wiring import account
from briefing.errors import SpeechError
from briefing.safe import safe_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from briefing.ports.speech import SpeechVoice
    from briefing.speech.engines.synthesiser import Synthesiser

_NOT_KNOWN: Final = "licence not known"


class Asked(NamedTuple):
    """An engine, the voices that it told of, and why it has none."""

    engine: Synthesiser
    voices: Sequence[SpeechVoice]
    fault: SpeechError | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command does, and add its arguments."""
    parser.description = (
        "List the voices: engine, name, language, id, licence. The engine in use stands first."
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print the voices, and on standard error why an engine that was asked for has none.

    Raises:
        ConfigError: if a setting cannot be taken.
        SpeechError: if there is no voice at all.
    """
    from briefing.speech.engines.registry import ENGINES, in_order

    room.need_files(room.FILES)
    room.need_threads(room.THREADS)
    taken = in_order(account.load_settings(args).settings.speech_engine)
    asked = [_ask(engine) for engine in taken]
    if not any(each.voices for each in asked):
        raise asked[0].fault or SpeechError("There is no voice to read aloud with.", "Install one.")
    if args.json:
        asked += [_ask(engine) for engine in ENGINES if engine not in taken]
        print(json.dumps({"engines": _engines(asked), "voices": _voices(asked)}, indent=2))
        return 0
    for engine, voices, fault in asked:
        for voice in voices:
            cells = (engine.name, voice.name, voice.language, voice.id, voice.licence or _NOT_KNOWN)
            print("\t".join(map(safe_line, cells)))
        if fault is not None:
            outputs.tell(str(fault))
    return 0


def _ask(engine: Synthesiser) -> Asked:
    fault = engine.check()
    if fault is not None:
        return Asked(engine, (), fault)
    speech = engine.open()
    try:
        return Asked(engine, speech.voices(), None)
    except SpeechError as error:
        return Asked(engine, (), error)
    finally:
        speech.close()


def _engines(asked: Sequence[Asked]) -> list[dict[str, object]]:
    return [
        {
            "engine": engine.name,
            "title": engine.title,
            "tells_words": engine.tells_words,
            "plays_itself": engine.plays_itself,
            "slowest_wpm": engine.rates_wpm[0],
            "fastest_wpm": engine.rates_wpm[1],
            "voices": len(voices),
            "fault": None if fault is None else fault.message,
        }
        for engine, voices, fault in asked
    ]


def _voices(asked: Sequence[Asked]) -> list[dict[str, object]]:
    return [
        {
            "engine": engine.name,
            "name": voice.name,
            "language": voice.language,
            "id": voice.id,
            "licence": voice.licence or None,
        }
        for engine, voices, _ in asked
        for voice in voices
    ]
