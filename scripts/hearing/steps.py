"""What a user does, as it is written: steps with `;` or a line's end between them.

wait 2; key i; key Down x3; type nuclear; key Enter; read next; braille LNDN; for Goodbye
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from hearing.console import BrlttyListener
from hearing.keys import sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearing.listener import Listener

HELP = (
    "steps, with ; between them: wait SECONDS, key NAME [xTIMES], type TEXT, for WORDS (that are said), "
    "read NAME (the reader's own key: line, next, previous), braille NAME (a key of the braille display)"
)


def parsed(text: str) -> list[Callable[[Listener], object]]:
    """Return steps, to be done one after the other.

    Raises:
        ValueError: if one cannot be understood; the message tells which, and what could.
    """
    steps: list[Callable[[Listener], object]] = []
    for written in filter(None, map(str.strip, re.split(r"[;\n]", text))):
        verb, _, what = written.partition(" ")
        match verb:
            case "wait":
                steps.append(_pause(float(what)))
            case "key":
                name, _, times = what.partition(" x")
                steps += [_press(sent(name.strip()))] * int(times or 1)
            case "type":
                steps += [_press(letter) for letter in what]
            case "for":
                steps.append(_wait_for(what))
            case "read":
                steps.append(_read(what))
            case "braille":
                steps.append(_display_key(what))
            case _:
                raise ValueError(f"{written!r} is no step. There are {HELP}.")
    return steps


def _pause(seconds: float) -> Callable[[Listener], object]:
    return lambda _listener: time.sleep(seconds)


def _press(keys: str) -> Callable[[Listener], object]:
    return lambda listener: listener.press(keys)


def _wait_for(words: str) -> Callable[[Listener], object]:
    return lambda listener: listener.wait_for(words)


def _read(name: str) -> Callable[[Listener], object]:
    def read(listener: Listener) -> None:
        if name not in listener.reader_keys:
            raise ValueError(f"{listener.reader} has no key that is called {name!r} here.")
        listener.read(name)

    return read


def _display_key(name: str) -> Callable[[Listener], object]:
    def press(listener: Listener) -> None:
        if not isinstance(listener, BrlttyListener):
            raise ValueError("There is a braille display with BRLTTY alone.")  # noqa: TRY004 - of what is typed
        listener.display_key(name)

    return press
