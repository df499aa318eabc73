#!/usr/bin/env python3
"""Halve and double each number that the aligner decides by, and print what becomes of known onsets.

    scripts/vary_align.py [--way acoustic|reference|length] [--only PART.NUMBER ...] CASE [CASE ...]

This is where the docstrings of these numbers have what they say of being varied. A case is a folder as
`scripts/bench_align.py` takes it; in `truth.json`, `"absent": [token, ...]` names tokens that are not spoken.
With another recording's text, `anchors` is empty and `absent` names every token.

A line tells a number, what it was set to, and of each case

- the mean error of the onsets in milliseconds, and how many in a hundred are within 100 ms;
- of all its tokens, how many in a hundred may be lit by word (`briefing.confidence`), and how many in a
  hundred of those whose onset is known were lit within 100 ms;
- how many tokens are rightly found absent, if there are any, and `unfit` where text and recording are not
  taken to belong together;
- how many anchors a long recording has, and the share of the global alignment's cells that they leave.

Both ways of hearing also vary what decides whether text and recording belong together (`alignment`); the way
by length (`length_fit`) hears nothing but pauses.

Numbers within a tuple or a table of costs are varied one by one. Each run is in this process and on one
thread, so it comes out the same each time; what a number has no part in (emissions, pocketsphinx's answers, a
voice's reading) is made once.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import hashlib
import importlib
import json
import math
import pkgutil
import statistics
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP), str(TOP / "scripts")]

from bench_align import Case, read_case  # noqa: E402  # the path is set above
from briefing.align import alignment, length_fit  # noqa: E402
from briefing.align.acoustic import global_alignment  # noqa: E402
from briefing.align.acoustic import pipeline as acoustic  # noqa: E402
from briefing.align.acoustic.pocketsphinx.pool import PocketsphinxPool  # noqa: E402
from briefing.align.arrays import RATE_HZ  # noqa: E402
from briefing.align.process import levels_of  # noqa: E402
from briefing.align.reference import pipeline as reference  # noqa: E402
from briefing.align.tokens import tokens_of  # noqa: E402
from briefing.audio.media.whole import decode  # noqa: E402
from briefing.cli.align_text import read_text  # noqa: E402
from briefing.cli.reference_voice import voice_for  # noqa: E402
from briefing.confidence import WORD_CONFIDENCE  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import ModuleType

    from briefing.model import Pcm

OF_EMISSIONS = ("conformer", "emissions", "mixing", "model", "ipa")
FACTORS = (0.5, 2)
NEAR_MS = 100


@dataclass(frozen=True)
class Number:
    """A number of a module: a named one, or one inside of what is named, which `path` leads to."""

    module: ModuleType
    name: str
    value: Any
    path: tuple[int | str, ...] = ()

    def __str__(self) -> str:
        parts = (self.module.__name__.removeprefix("briefing.align."), self.name, *self.path)
        return ".".join(map(str, parts))

    def set(self, number: Any) -> None:
        """Give it another value wherever it was imported, too."""
        value = _with(vars(self.module)[self.name], self.path, number)
        for module in [m for name, m in sys.modules.items() if name.startswith("briefing.align")]:
            if self.name in vars(module) and (module is self.module or not self.name.startswith("_")):
                setattr(module, self.name, value)


def numbers(way: str) -> Iterator[Number]:
    """Yield the numbers of one way of aligning that stand as constants of a module."""
    for module in _modules(way):
        for node in ast.parse(Path(str(module.__file__)).read_text("utf-8")).body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                for path, value in _leaves(getattr(module, node.target.id, None)):
                    yield Number(module, node.target.id, value, path)


def _modules(way: str) -> Iterator[ModuleType]:
    if way == "length":
        yield length_fit
        return
    yield alignment
    package = importlib.import_module(f"briefing.align.{way}")
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(found.name)


def _leaves(value: Any, path: tuple[int | str, ...] = ()) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    """Yield the numbers in a value, each with the indices and fields that lead to it."""
    if isinstance(value, float | int) or type(value).__module__ == "numpy":
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _leaves(part, (*path, index))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _leaves(getattr(value, field.name), (*path, field.name))


def _with(value: Any, path: tuple[int | str, ...], number: Any) -> Any:
    """Return a value with another number where `path` leads."""
    if not path:
        return number
    step, *rest = path
    if isinstance(step, str):
        return dataclasses.replace(value, **{step: _with(getattr(value, step), tuple(rest), number)})
    return tuple(
        _with(part, tuple(rest), number) if index == step else part for index, part in enumerate(value)
    )


def _percent(part: Collection[int], whole: Collection[Any]) -> str:
    return f"{100 * len(part) / len(whole):3.0f}" if whole else "  -"


class Bench:
    """Aligns cases one way, and makes once what stays the same."""

    def __init__(self, cases: list[Case], way: str) -> None:
        self._cases = [(case, decode(case.audio, RATE_HZ)) for case in cases]
        self._absent = {
            case.name: json.loads((case.text.parent / "truth.json").read_text("utf-8")).get("absent") or []
            for case in cases
        }
        self._memory: dict[Any, Any] = {}
        self._align = {
            "acoustic": self._by_model,
            "reference": self._by_voice,
            "length": self._by_length,
        }[way]
        self._varied = ""
        self._parts: list[tuple[int, int]] = []
        """How many peaks and phones each part of the global alignment has that was aligned by itself."""
        global_alignment._align = self._counting(global_alignment._align)  # noqa: SLF001

    def _counting(self, align: Callable[..., Any]) -> Callable[..., Any]:
        def counted(fit: Any, phones: Any, *rest: Any) -> Any:
            self._parts.append((len(fit), len(phones)))
            return align(fit, phones, *rest)

        return counted

    def run(self, varied: str = "") -> str:
        """Return a line of figures; `varied` is the module of the number that is not as usual."""
        self._varied = varied
        return " | ".join(self._figures(case, pcm) for case, pcm in self._cases)

    def _once(self, key: tuple[Any, ...], make: Callable[[], Any], *, of: tuple[str, ...]) -> Any:
        if self._varied in of:
            return make()
        if key not in self._memory:
            self._memory[key] = make()
        return self._memory[key]

    def _figures(self, case: Case, pcm: Pcm) -> str:
        self._parts.clear()
        try:
            found = self._align(case, pcm)
        except Exception as error:  # noqa: BLE001  # whatever a wrong number brings about
            return f"broke: {type(error).__name__}"
        words = found.words
        lit = {
            i
            for i, word in enumerate(words)
            if word.start_s is not None and word.confidence >= WORD_CONFIDENCE
        }
        errors_ms = {
            i: 1000 * abs(start_s - known_s)
            for i, known_s in case.starts.items()
            if (start_s := words[i].start_s) is not None
        }
        near = {i for i, error in errors_ms.items() if error <= NEAR_MS}
        mean = statistics.fmean(errors_ms.values()) if errors_ms else math.nan
        told = [
            f"{mean:7.1f} {_percent(near, case.starts)}",
            f"lit {_percent(lit, words)} right {_percent(near & lit, lit & case.starts.keys())}",
        ]
        if absent := self._absent[case.name]:
            told.append(f"{sum(words[i].start_s is None for i in absent)}/{len(absent)}")
        if not found.is_fit:
            told.append("unfit")
        if len(self._parts) > 1:
            whole = math.prod(map(sum, zip(*self._parts, strict=True)))
            left = sum(peaks * phones for peaks, phones in self._parts) / whole
            told.append(f"{len(self._parts) - 1} anchors {left:.2f}")
        return " ".join(told)

    def _by_model(self, case: Case, pcm: Pcm) -> alignment.Alignment:
        bench = self

        class Pool(PocketsphinxPool):
            def align_words(self, samples: Any, words: Any) -> Any:
                key = hashlib.sha256(samples.tobytes() + repr(words).encode()).digest()
                return bench._once(
                    (key,), lambda: super(Pool, self).align_words(samples, words), of=("worker",)
                )

        aligner = acoustic.AcousticAligner(1)
        hear = aligner._emissions  # noqa: SLF001
        aligner._emissions = lambda samples, told: self._once(  # type: ignore[method-assign]  # noqa: SLF001
            (case.name, "emissions"), lambda: hear(samples, told), of=OF_EMISSIONS
        )
        acoustic.PocketsphinxPool = Pool  # type: ignore[misc]
        acoustic.ThreadPoolExecutor = lambda _threads: ThreadPoolExecutor(1)  # type: ignore[assignment,misc]
        return aligner.align(pcm, case.tokens, "en", lambda *_: None, lambda: False)

    def _by_voice(self, case: Case, pcm: Pcm) -> alignment.Alignment:
        voice = self._once(("voice",), lambda: voice_for("en"), of=())
        return reference.align_by_reference(
            pcm,
            case.tokens,
            lambda text, wpm: self._once((text, wpm), lambda: voice(text, wpm), of=()),
        )

    def _by_length(self, case: Case, pcm: Pcm) -> alignment.Alignment:
        document = read_text(str(case.text), "en")
        timeline = length_fit.fit_by_length(document, case.duration_s, levels_of(pcm))
        starts_s = [timeline.frame_at(token.span.start) / timeline.rate_hz for token in tokens_of(document)]
        words = tuple(alignment.WordTime(start_s, start_s, length_fit.CONFIDENCE) for start_s in starts_s)
        return alignment.Alignment(words, case.duration_s)


def main() -> None:
    """Vary the numbers that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--way", choices=("acoustic", "reference", "length"), default="acoustic")
    parser.add_argument("--only", action="append", default=[], metavar="PART.NUMBER")
    options = parser.parse_args()
    bench = Bench([read_case(folder) for folder in options.cases], options.way)
    print(f"{'as it is':46} {'':>9} {bench.run()}", flush=True)
    for number in numbers(options.way):
        if options.only and not any(wanted in str(number) for wanted in options.only):
            continue
        for factor in FACTORS:
            scaled = type(number.value)(number.value * factor)
            number.set(scaled)
            told = bench.run(number.module.__name__.rpartition(".")[2])
            print(f"{number!s:46} {scaled:9.4g} {told}", flush=True)
        number.set(number.value)


if __name__ == "__main__":
    main()
