"""Takes pictures of the player in real terminals, in every size, theme and profile, to be looked at.

    scripts/screenshot FOLDER [xterm] [vte] [--product] [--only WORD]

Opens the sample in xterm and in a VTE terminal (gnome-terminal), 80 by 24, on a display of its own (Xvfb),
and writes contact sheets into FOLDER, one a terminal and kind: a row a theme, a profile, or a state such as
a list or an answer, a column a size. With --product, profiles are crossed with all themes: 150 windows a
terminal, ten minutes each. Nothing of the user's is read or written; no sound is played.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw, ImageGrab

from briefing.profiles import PROFILES
from briefing.sizes import TextSize
from briefing.ui.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOP: Final = Path(__file__).resolve().parents[1]
PLAYER: Final = str(TOP / ".venv" / "bin" / "briefing")
TERMINALS: Final = {
    "xterm": ("xterm", "-geometry", "80x24+0+0", "-fa", "DejaVu Sans Mono", "-fs", "10", "-e"),
    "vte": ("dbus-run-session", "--", "gnome-terminal", "--wait", "--geometry=80x24+0+0", "--"),
}
THEMES: Final = [name for name in ROLES if not name.endswith("-16")]
PLACE: Final = ("--at", "p2", "--do", "follow")
STATES: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": ("--do", "where"),
    "list": ("--do", "settings"),
    "help": ("--do", "help"),
    "prompt": ("--do", "search"),
    "focus sentence": ("--focus", "sentence"),
    "focus around": ("--focus", "around"),
    "focus word": ("--focus", "word"),
    "spacing": ("--line-spacing", "2", "--letter-spacing", "0.5"),
    "short lines": ("--line-length", "30"),
    "16 colours": ("--colour", "16"),
    "no colours": ("--colour", "off"),
}
SETTLED_S: Final = 1.5
MOST_S: Final = 25.0
WIDTH: Final = 400
LABEL: Final = 16


class Display:
    """A display without a screen, on a number that was free."""

    def __enter__(self) -> str:
        read, write = os.pipe()
        command = ("Xvfb", "-displayfd", str(write), "-screen", "0", "900x600x24", "-nolisten", "tcp")
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait()


def environment(display: str, home: str) -> dict[str, str]:
    """Return what a terminal and the player find around them: nothing of the user's."""
    folders = {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    ours = {"DISPLAY": display, "HOME": home, "BRIEFING_SINK": "null", "LC_ALL": "C.UTF-8"}
    return {"PATH": os.environ["PATH"], **folders, **ours}


def shot(environ: Mapping[str, str], terminal: str, arguments: tuple[str, ...]) -> Image.Image:
    """Return a picture of the player, once it has stood still."""
    command = (*TERMINALS[terminal], PLAYER, *arguments, "sample")
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(command, env=environ, start_new_session=True, stdout=quiet, stderr=quiet)
    try:
        return _settled(environ["DISPLAY"])
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait()
        time.sleep(0.3)


def _settled(display: str) -> Image.Image:
    """Return what the display shows when it shows the same for a while, and more than one colour or two."""
    until, since = time.monotonic() + MOST_S, time.monotonic()
    before = ImageGrab.grab(xdisplay=display)
    while time.monotonic() < until:
        time.sleep(0.15)
        now = ImageGrab.grab(xdisplay=display)
        if now.tobytes() != before.tobytes():
            before, since = now, time.monotonic()
        elif time.monotonic() - since > SETTLED_S and len(now.getcolors(1 << 20) or ()) > LABEL:
            break
    return before.crop(before.getbbox())


def sheet(environ: Mapping[str, str], terminal: str, rows: Mapping[str, tuple[str, ...]]) -> Image.Image:
    """Return a sheet of pictures: a row each of `rows`, in all sizes."""
    taken = {
        (name, size): shot(environ, terminal, (*more, *PLACE, "--size", size.value))
        for name, more in rows.items()
        for size in TextSize
    }
    height = max(each.height * WIDTH // each.width for each in taken.values()) + LABEL
    made = Image.new("RGB", (WIDTH * len(TextSize), height * len(rows)), "white")
    draw = ImageDraw.Draw(made)
    for index, ((name, size), each) in enumerate(taken.items()):
        y, x = divmod(index, len(TextSize))
        small = each.resize((WIDTH, each.height * WIDTH // each.width), Image.Resampling.LANCZOS)
        made.paste(small, (x * WIDTH, y * height + LABEL))
        draw.text((x * WIDTH + 4, y * height + 2), f"{name} {size.value}", fill="black")
    return made


def sheets(*, is_product: bool) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Give the name of each sheet, and its rows."""
    yield "themes", {theme: ("--theme", theme) for theme in THEMES}
    on_screen = {name: ("--profile", name, "--tui") for name in PROFILES}
    yield "profiles", on_screen
    yield "states", STATES
    if is_product:
        for name, profile in on_screen.items():
            yield f"{name} in every theme", {theme: (*profile, "--theme", theme) for theme in THEMES}


def take(folder: str, *rest: str) -> int:
    """Write the sheets."""
    only = rest[rest.index("--only") + 1] if "--only" in rest else ""
    terminals = [name for name in TERMINALS if name in rest] or list(TERMINALS)
    Path(folder).mkdir(parents=True, exist_ok=True)
    with Display() as display, tempfile.TemporaryDirectory() as home:
        environ = environment(display, home)
        for terminal in terminals:
            shot(environ, terminal, ())  # what is said at the first start of all is in no picture
            for name, rows in sheets(is_product="--product" in rest):
                if only in name:
                    path = Path(folder) / f"{terminal}-{name.replace(' ', '-')}.png"
                    sheet(environ, terminal, rows).save(path)
                    print(path, flush=True)
    return 0
