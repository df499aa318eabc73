"""What an address costs beside a file: until there is something to read, and until its recording is heard.

The page lies on a server of ours on the loopback that answers at once, so that what is measured is ours; its
recording comes at the rate of a slow line. Each page is opened in a process of its own, with a home of its
own, in turn with the same page as a file. The least of the runs counts: all else of it is the machine's.

A whole visit to the page with the recording is then made in each face: played, a place asked for that has not
come, played on from the start until its words are timed. Memory is what all processes have of their own and
share among them (PSS), the most of all looks; underruns are the engine's own count.
"""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from benchmarks.memory import MemoryWatch
from benchmarks.playing import events_in
from benchmarks.report import SAMPLE
from briefing.cli.wiring import sources
from briefing.model import BlockKind
from terminal import Terminal, wait_until
from tests.answers import at_rate, resource
from tests.web import Web

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from benchmarks.report import Bench

RUNS: Final = 5
MORE_S: Final = 0.6
"""What an address may take longer than a file: the aim."""
RATE_BYTES_PER_S: Final = 256_000
"""Of a slow line."""
FIRST_SOUND_S: Final = 1.5
SEEK_S: Final = 1.0
MEMORY_MIB: Final = 150
TIMED_S: Final = 400.0
"""For so long words may be timed while all else of a machine is busy."""
_ASK_S: Final = 1.0
_TIMING: Final = "Timing the words, "
_FACES: Final = {"--linear": "Three Nations Condemn", "--tui": "three democracies"}
"""Each face, and words of the sample by which its text is seen to be there."""
_FAR_S: Final = 100.0
"""Of the sample; 9 goes further."""


def measure(bench: Bench) -> None:
    """Print what an address takes until it is read and heard, and what a visit takes of memory."""
    page = _page()
    path = bench.folder / "page.html"
    path.write_bytes(page)
    web = Web()
    try:
        web["/page"] = resource(page)
        sound = SAMPLE.with_suffix(".mp3").read_bytes()
        web["/talk.mp3"] = resource(sound, "audio/mpeg", flow=at_rate(RATE_BYTES_PER_S))
        web["/heard"] = resource(page.replace(b"</article>", b'<audio src="/talk.mp3"></audio></article>'))
        for face, words in _FACES.items():
            _measure_reading(bench, face, words, path, web)
        for face in _FACES:
            visit = _Visit.made(bench, face, web.address("/heard"))
            _tell(bench, face.removeprefix("--"), visit)
    finally:
        web.down()


def _page() -> bytes:
    """Return the sample as a page of its own."""
    document = sources.open_item("sample").document
    tags = {BlockKind.TITLE: "h1", BlockKind.PARAGRAPH: "p"}
    told = ((tags.get(block.kind), escape(block.span.of(document.text))) for block in document.blocks)
    story = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in told if tag)
    head = f'<meta charset="utf-8"><title>{escape(document.title)}</title>'
    return f'<html lang="en"><head>{head}</head><body><article>{story}</article></body></html>'.encode()


def _measure_reading(bench: Bench, face: str, words: str, path: Path, web: Web) -> None:
    took: dict[str, list[float]] = {str(path): [], web.address("/page"): []}
    for run in range(RUNS + 1):
        for source, seconds in took.items():
            command = [str(bench.briefing), face, "--sink", "null", source]
            with Terminal(command, bench.environment()) as terminal:
                second = terminal.wait_for(words)
            if run:  # the first fills the caches of the system
                seconds.append(second)
    by_file_s, by_address_s = map(min, took.values())
    bench.say(
        f"first text of a page, {face.removeprefix('--')}",
        f"{by_address_s:.2f} s by its address, {by_file_s:.2f} s as a file",
        aim=f"{MORE_S:g} s more",
        is_met=by_address_s - by_file_s <= MORE_S,
    )


class _Visit(NamedTuple):
    """What was measured of a visit to a page with a recording."""

    after_text_s: float
    after_start_s: float
    """Until the first sound."""
    voice: str
    seek_s: float
    played_s: float
    underruns: int
    peak_mib: float

    @classmethod
    def made(cls, bench: Bench, face: str, address: str) -> Self:
        """Make one."""
        trace = bench.folder / f"visit{face}.jsonl"
        command = [str(bench.briefing), face, "--sink", "null", "--play", "--trace", str(trace), address]
        with (
            Terminal(command, bench.environment()) as terminal,
            MemoryWatch(terminal.process.pid) as memory,
        ):
            wait_until(lambda: bool(events_in(trace, "cue")), "it does not play")
            began_s = _began_s(events_in(trace, "cue")[0])
            text_s = next(event["t_s"] for event in events_in(trace, "announce") if _is_title(event))
            voice = events_in(trace, "state")[-1]["voice"]
            sought_s = terminal.press("9")
            wait_until(lambda: bool(_after(trace, sought_s)), "nothing is heard where it went")
            seek_s = _after(trace, sought_s)[0]["heard_at_s"] - sought_s
            terminal.press("0")
            _time_words(terminal, trace)
            return cls(
                began_s - text_s,
                began_s - terminal.began_s,
                voice,
                seek_s,
                time.monotonic() - began_s,
                len(events_in(trace, "underrun")),
                memory.peak_mib,
            )


def _tell(bench: Bench, face: str, visit: _Visit) -> None:
    line = f"{RATE_BYTES_PER_S // 1000} kB/s, {face}"
    bench.say(
        f"first sound of a recording at {line}",
        f"{visit.after_text_s:.2f} s after its text, {visit.after_start_s:.2f} s after the start, "
        f"by {visit.voice}",
        aim=f"{FIRST_SOUND_S:g} s after its text",
        is_met=visit.after_text_s <= FIRST_SOUND_S and visit.voice == "recording",
    )
    bench.say(
        f"beyond what is there, key to sound, {face}",
        f"{visit.seek_s:.2f} s",
        aim=f"{SEEK_S:g} s",
        is_met=visit.seek_s <= SEEK_S,
    )
    bench.say(
        f"underruns in {visit.played_s:.0f} s, {face}",
        str(visit.underruns),
        aim="0",
        is_met=not visit.underruns,
    )
    bench.say(
        f"most memory of all processes, words timed, {face}",
        f"{visit.peak_mib:.0f} MiB",
        aim=f"{MEMORY_MIB} MiB",
        is_met=visit.peak_mib <= MEMORY_MIB,
    )


def _is_title(announced: dict[str, Any]) -> bool:
    return bool(announced["text"].startswith(_FACES["--linear"]))


def _began_s(cue: dict[str, Any]) -> float:
    """Return when the sound began of which a cue is the first."""
    return float(cue["heard_at_s"] - cue["media_s"])


def _after(trace: Path, at_s: float) -> list[dict[str, Any]]:
    """Return the cues that were heard after a key, where that went to."""
    return [cue for cue in events_in(trace, "cue") if cue["heard_at_s"] > at_s and cue["media_s"] > _FAR_S]


def _time_words(terminal: Terminal, trace: Path) -> None:
    """Listen on until the words were timed, which "where am I" tells for as long as it goes on."""
    was_timing = False

    def is_done() -> bool:
        nonlocal was_timing
        count = len(events_in(trace, "announce"))
        terminal.press("i")
        wait_until(lambda: len(events_in(trace, "announce")) > count, "a key is not answered")
        is_timing = _TIMING in events_in(trace, "announce")[-1]["text"]
        was_timing = was_timing or is_timing
        return was_timing and not is_timing

    wait_until(is_done, "the words are not timed", TIMED_S, look_every_s=_ASK_S)
