"""The process in which mutants are read, many of them, one after another: `watch` is the other side.

It is asked a JSON object a line: the target, the seed, the first round and the one to stop before. It answers
in lines, too: `["round", N]` before each, `["fault", N, what]` after one, `["memory", KiB]` after each
thousand, `["slowest", N, seconds]` and `["end", seconds]` when it has done all.

Whoever reads a mutant for longer than it may is ended (`alarm`).
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import warnings
from typing import Final

from fuzzing.alarm import tell_ends, within_s
from fuzzing.rounds import mutant
from fuzzing.targets import TARGETS
from fuzzing.trial import memory_kib, tried

LONGEST_S: Final = 5.0
"""Of the processor's time: what a file may take."""
MEASURED_EVERY: Final = 1000
_MEMORY_BYTES: Final = 2 << 30
"""Of address space; the libraries of sound, pages and PDFs take most of one GiB of it."""


def main() -> None:
    """Answer until nothing more is asked."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tell_ends()
    targets = {target.name: target for target in TARGETS}

    def say(*answer: object) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    for line in sys.stdin:
        asked = json.loads(line)
        target = targets[asked["target"]]
        slowest, total_s = (0, 0.0), 0.0
        for number in range(asked["first"], asked["stop"]):
            say("round", number)
            data = mutant(target.name, asked["seed"], number)
            with within_s(LONGEST_S):
                fault, took_s = tried(target, data)
            if fault:
                say("fault", number, fault)
            total_s += took_s
            slowest = max(slowest, (number, took_s), key=lambda each: each[1])
            if number % MEASURED_EVERY == MEASURED_EVERY - 1:
                gc.collect()
                say("memory", memory_kib())
        say("slowest", *slowest)
        say("end", total_s)


if __name__ == "__main__":
    main()
