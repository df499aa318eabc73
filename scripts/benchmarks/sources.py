"""What an address costs beside a file: until there is something to read, and until its recording is heard.

The page lies on a server of ours on the loopback that answers at once, so that what is measured is ours; its
recording comes at the rate of a slow line. Each page is opened in a process of its own, with a home of its
own, in turn with the same page as a file. The least of the runs counts: all else of it is the machine's.
"""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING, Final

from benchmarks.playing import events_in, memory_mib
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
PLAY_S: Final = 20.0
_FIRST_WORDS: Final = "three democracies"
"""Of the sample's first paragraph, on the screen."""
_FAR_S: Final = 100.0
"""Of the sample; 9 goes further."""
_TITLE: Final = "Three Nations Condemn"


def measure(bench: Bench) -> None:
    """Print what an address takes until it is read and heard, and what it takes of memory."""
    page = _page()
    path = bench.folder / "page.html"
    path.write_bytes(page)
    web = Web()
    try:
        web["/page"] = resource(page)
        sound = SAMPLE.with_suffix(".mp3").read_bytes()
        web["/talk.mp3"] = resource(sound, "audio/mpeg", flow=at_rate(RATE_BYTES_PER_S))
        web["/heard"] = resource(page.replace(b"</article>", b'<audio src="/talk.mp3"></audio></article>'))
        for face, words in (("--linear", _TITLE), ("--tui", _FIRST_WORDS)):
            _measure_reading(bench, face, words, path, web)
        _measure_recording(bench, web)
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


def _measure_recording(bench: Bench, web: Web) -> None:
    trace = bench.folder / "arriving.jsonl"
    # Timing the words takes what it takes of any recording: `scripts/bench align` tells.
    command = [str(bench.briefing), "--tui", "--sink", "null", "--no-align", "--play", "--trace", str(trace)]
    with Terminal([*command, web.address("/heard")], bench.environment()) as terminal:
        wait_until(lambda: bool(events_in(trace, "cue")), "it does not play")
        began_s = _began_s(events_in(trace, "cue")[0])
        heard_s = began_s - terminal.began_s
        after_text_s = began_s - events_in(trace, "announce")[1]["t_s"]
        voice = events_in(trace, "state")[-1]["voice"]
        sought_s = terminal.press("9")
        wait_until(lambda: bool(_after(trace, sought_s)), "nothing is heard where it went")
        seek_s = _after(trace, sought_s)[0]["heard_at_s"] - sought_s
        terminal.press("0")
        time.sleep(PLAY_S)
        dropped = len(events_in(trace, "underrun"))
        _, all_mib = memory_mib(terminal.process.pid)
    line = f"at {RATE_BYTES_PER_S // 1000} kB/s"
    bench.say(
        f"first sound of a page's recording {line}",
        f"{after_text_s:.2f} s after its text, {heard_s:.2f} s after the start, by {voice}",
        aim=f"{FIRST_SOUND_S:g} s after its text",
        is_met=after_text_s <= FIRST_SOUND_S and voice == "recording",
    )
    bench.say(
        "beyond what is there, key to sound", f"{seek_s:.2f} s", aim=f"{SEEK_S:g} s", is_met=seek_s <= SEEK_S
    )
    bench.say(f"underruns in {PLAY_S:.0f} s", str(dropped), aim="0", is_met=not dropped)
    bench.say(
        "peak memory with its children, no words timed",
        f"{all_mib:.0f} MiB",
        aim=f"{MEMORY_MIB} MiB",
        is_met=all_mib <= MEMORY_MIB,
    )


def _began_s(cue: dict[str, Any]) -> float:
    """Return when the sound began of which a cue is the first."""
    return float(cue["heard_at_s"] - cue["media_s"])


def _after(trace: Path, at_s: float) -> list[dict[str, Any]]:
    """Return the cues that were heard after a key, where that went to."""
    return [cue for cue in events_in(trace, "cue") if cue["heard_at_s"] > at_s and cue["media_s"] > _FAR_S]
