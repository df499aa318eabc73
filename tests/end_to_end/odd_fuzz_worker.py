"""A process of `scripts/fuzz` whose third round goes wrong, in the way that its target is named for."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time

from fuzzing.alarm import tell_ends, within_s


def main() -> None:
    """Answer as `fuzzing.worker` does."""
    for line in sys.stdin:
        asked = json.loads(line)
        for number in range(asked["first"], asked["stop"]):
            say("round", number)
            if number == 2:
                go_wrong(asked["target"])
            if asked["target"] == "grows":
                say("memory", 100_000 * number)
        say("end", 1.0)


def say(*answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def go_wrong(kind: str) -> None:
    if kind == "hangs":
        tell_ends()
        with within_s(0.05):
            re.match(r"(?:a|a)*b", "a" * 1000)
    elif kind == "waits":
        time.sleep(600)
    elif kind == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)


if __name__ == "__main__":
    main()
