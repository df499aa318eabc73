"""The voice that a screen reader is given: it writes down what it is told to say, and when.

Run as `python recorder.py KIND LOG WORDS_A_MINUTE [TEXT]`, by a reader, which may be in another environment:
it stands on the standard library alone. KIND is how the reader tells its voice what to say: `emacspeak`
(yasr), `lines` (BRLTTY), `letters` (TDSR) or `once` (Fenrir: a process for each utterance, which lives as
long as a voice would speak).

LOG gets a line of JSON for each thing that is told: `at_s`, monotonic, `what` ("said", "cut", "silenced"),
`text`.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LETTERS_A_WORD: Final = 6
"""As a rate of speech counts them, with the space."""


def write(log: str, what: str, text: str = "") -> None:
    """Add a line to the log, in one write, for several processes may do so."""
    line = json.dumps({"at_s": time.monotonic(), "what": what, "text": text}, ensure_ascii=False)
    log_file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(log_file, f"{line}\n".encode())
    finally:
        os.close(log_file)


def lasts_s(text: str, words_a_minute: float) -> float:
    """Return for how long a voice of that rate speaks a text, in seconds."""
    return len(" ".join(text.split())) * 60 / (words_a_minute * LETTERS_A_WORD)


def told() -> Iterator[str]:
    """Yield what comes on standard input, as it comes."""
    while data := os.read(0, 1 << 16):
        yield data.decode("utf-8", "replace")


def hear_lines(log: str) -> None:
    """Write down each line."""
    for data in told():
        for line in filter(str.strip, data.splitlines()):
            write(log, "said", line)


def hear_letters(log: str) -> None:
    """Write down lines that begin with what to do: `s` speak, `l` name a letter, `x` be silent."""
    for data in told():
        for line in data.splitlines():
            if line[:1] in {"s", "l"}:
                write(log, "said", line[1:])
            elif line[:1] == "x":
                write(log, "silenced")


def hear_emacspeak(log: str) -> None:
    """Write down what Emacspeak's speech servers are told: q queues, d speaks what is queued, s ends it."""
    unread, queued = "", list[str]()
    for data in told():
        unread += data
        # What is in braces may go on over the end of a line.
        while found := re.match(r"[ \r]*(\w*)[ ]*(?:\{(.*?)\}|([^{\n]*))[ \r]*\n", unread, re.DOTALL):
            unread = unread[found.end() :]
            command, text = found[1], (found[2] or found[3] or "").strip()
            if command == "q":
                queued.append(text)
            elif command == "d":
                write(log, "said", " ".join(queued))
                queued.clear()
            elif command in {"tts_say", "l"}:
                write(log, "said", text)
            elif command == "s":
                queued.clear()
                write(log, "silenced")


def hear_once(log: str, text: str, words_a_minute: float) -> None:
    """Write down one text, and live as long as it would be spoken, or until the reader ends it."""

    def cut(*_: object) -> None:
        write(log, "cut", text)
        os._exit(0)

    signal.signal(signal.SIGTERM, cut)
    write(log, "said", text)
    time.sleep(lasts_s(text, words_a_minute))


def main() -> None:
    """Listen until the reader leaves."""
    kind, log, words_a_minute, *texts = sys.argv[1:]
    if kind == "once":
        hear_once(log, " ".join(texts), float(words_a_minute))
        return
    kinds: dict[str, Callable[[str], None]] = {
        "emacspeak": hear_emacspeak,
        "letters": hear_letters,
        "lines": hear_lines,
    }
    kinds[kind](log)


if __name__ == "__main__":
    main()
