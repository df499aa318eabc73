"""Takes pictures of the player in real terminals, in every size, theme and profile, to be looked at.

    scripts/screenshot FOLDER [xterm] [vte] [--product] [--only WORD]

Opens the sample, and texts in other scripts, in xterm and in a VTE terminal (gnome-terminal), 80 by 24, on a
display of its own (Xvfb), and writes contact sheets into FOLDER, one a terminal and kind: a row a theme, a
profile, or a state such as a list or an answer, a column a size. Beside each is a folder with its windows as
large as they are. With --product, profiles are crossed with all themes: 315 windows a terminal instead of
165, each of which takes some three seconds. --only WORD makes the sheets with that in their names. Nothing of
the user's is read or written; no sound is played.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Self

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
PLACE: Final = ("--at", "p2")
STATES: Final[Mapping[str, str]] = {
    "answer": "i",
    "announcement": "b",
    "list": "O",
    "outline": "o",
    "library": "L",
    "help": "question",
    "prompt": "slash",
    "palette": "colon",
}
"""State -> the key that leads there."""
LOOKS: Final[Mapping[str, tuple[str, ...]]] = {
    "focus sentence": ("--focus", "sentence"),
    "focus around": ("--focus", "around"),
    "focus word": ("--focus", "word"),
    "spacing": ("--line-spacing", "2", "--letter-spacing", "0.5"),
    "short lines": ("--line-length", "30"),
    "16 colours": ("--colour", "16"),
    "16 colours, sentence": ("--colour", "16", "--light", "sentence"),
    "no colours": ("--colour", "off"),
    "no colours, sentence": ("--colour", "off", "--light", "sentence"),
}
SOURCES: Final[Mapping[str, tuple[str, str]]] = {
    "hebrew": ("חדשות היום", "השרים אמרו שייפגשו שוב בסתיו ושהשיחות (3 ימים) היו מועילות לכולם."),
    "arabic": ("أخبار اليوم", "قال الوزراء إنهم سيجتمعون مرة أخرى في الخريف وإن المحادثات مفيدة."),
    "chinese": ("今日新闻", "部长们表示，他们将在秋天再次会面。"),
    "japanese": ("ニュース", "大臣たちは秋に再び会うと述べた。"),
    "korean": ("오늘의 뉴스", "장관들은 가을에 다시 만날 것이라고 말했다."),
    "greek cyrillic": ("Νέα и новости", "Οι υπουργοί θα συναντηθούν ξανά. Министры сказали, что встретятся."),
    "isolated": ("Mixed", "He said \u2067השרים אמרו (3) שייפגשו שוב בסתיו\u2069 and العربية, then left."),
}
"""Titles and texts in other scripts, by the name of their row."""
SETTLED_S: Final = 0.8
"""What has not changed for so long is looked at."""
MOST_S: Final = 30.0
LOOK_S: Final = 0.3
ESCAPE_S: Final = 1.0
"""What is typed sooner after Escape is a key with Alt."""
WIDTH: Final = 400
LABEL: Final = 16


class Row(NamedTuple):
    """A row of a sheet: what the player is started with, and the key that is pressed then."""

    arguments: tuple[str, ...]
    key: str = ""


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


class Window:
    """The player in a terminal: keys are pressed in it, and pictures taken.

    Args:
        environ: all that the terminal finds around it.
        terminal: its name, of `TERMINALS`.
        arguments: what the player is started with.
    """

    def __init__(self, environ: Mapping[str, str], terminal: str, arguments: tuple[str, ...]) -> None:
        self._environ = environ
        self._trace = Path(environ["HOME"]) / "trace"
        self._command = (*TERMINALS[terminal], PLAYER, *arguments, "--trace", str(self._trace))

    def __enter__(self) -> Self:
        self._trace.unlink(missing_ok=True)
        quiet = subprocess.DEVNULL
        self._running = subprocess.Popen(
            self._command, env=self._environ, start_new_session=True, stdout=quiet, stderr=quiet
        )
        self._wait_until_open()
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._running.pid, signal.SIGTERM)
        self._running.wait()
        time.sleep(LOOK_S)

    def _wait_until_open(self) -> None:
        until = time.monotonic() + MOST_S
        while not (self._trace.exists() and '"paused"' in self._trace.read_text(encoding="utf-8")):
            if time.monotonic() > until:
                raise TimeoutError(f"{' '.join(self._command)} was not seen.")
            time.sleep(LOOK_S)
        found = subprocess.run(
            ("xdotool", "search", "--sync", "--onlyvisible", "--class", "term"),
            env=self._environ,
            check=True,
            capture_output=True,
            text=True,
        )
        # There is no window manager, which would do it.
        self._xdotool("windowfocus", found.stdout.split()[-1])

    def press(self, *keys: str) -> None:
        """Press keys, by the names that X11 has for them."""
        self._xdotool("key", "--delay", "40", *keys)

    def run(self, line: str) -> None:
        """Run a command of the player, and let what it answers go."""
        self.press("colon")
        self.picture()
        self._xdotool("type", "--delay", "40", line)
        self.press("Return")
        self.picture()
        self.press("Tab", "shift+ISO_Left_Tab")

    def picture(self) -> Image.Image:
        """Return what the display shows when it shows nothing new; a cursor may blink."""
        until = since = time.monotonic()
        until += MOST_S
        seen: set[bytes] = set()
        while True:
            now = ImageGrab.grab(xdisplay=self._environ["DISPLAY"])
            if (looks := now.tobytes()) not in seen:
                seen.add(looks)
                since = time.monotonic()
            if time.monotonic() > min(until, since + SETTLED_S):
                return now.crop(now.getbbox())
            time.sleep(LOOK_S)

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(("xdotool", *arguments), env=self._environ, check=True, capture_output=True)


def taken(environ: Mapping[str, str], terminal: str, row: Row) -> Iterator[tuple[TextSize, Image.Image]]:
    """Give a picture in each size, of a row of a sheet."""
    with Window(environ, terminal, row.arguments) as window:
        for size in TextSize:
            window.run(f"size {size.value}")
            if row.key:
                window.press(row.key)
            yield size, window.picture()
            if row.key:
                window.press("Escape")
                time.sleep(ESCAPE_S)


def sheet(environ: Mapping[str, str], terminal: str, rows: Mapping[str, Row], singly: Path) -> Image.Image:
    """Return a sheet of pictures: a row each of `rows`, in all sizes; each goes into `singly`, too."""
    singly.mkdir(exist_ok=True)
    shots: dict[tuple[str, TextSize], Image.Image] = {}
    for name, row in rows.items():
        for size, each in taken(environ, terminal, row):
            shots[name, size] = each
            each.save(singly / f"{name}-{size.value}.png".replace(" ", "-"))
    height = max(each.height * WIDTH // each.width for each in shots.values()) + LABEL
    made = Image.new("RGB", (WIDTH * len(TextSize), height * len(rows)), "white")
    draw = ImageDraw.Draw(made)
    for index, ((name, size), each) in enumerate(shots.items()):
        y, x = divmod(index, len(TextSize))
        small = each.resize((WIDTH, each.height * WIDTH // each.width), Image.Resampling.LANCZOS)
        made.paste(small, (x * WIDTH, y * height + LABEL))
        draw.text((x * WIDTH + 4, y * height + 2), f"{name} {size.value}", fill="black")
    return made


def sheets(folder: Path, *, is_product: bool) -> Iterator[tuple[str, Mapping[str, Row]]]:
    """Give the name of each sheet, and its rows; texts to be opened are written into the folder."""
    sample = (*PLACE, "sample")
    on_screen = {name: ("--profile", name, "--tui") for name in PROFILES}
    yield "themes", {theme: Row(("--theme", theme, *sample)) for theme in THEMES}
    yield "profiles", {name: Row((*profile, *sample)) for name, profile in on_screen.items()}
    yield "states", {name: Row(sample, key) for name, key in STATES.items()}
    yield "looks", {name: Row((*look, *sample)) for name, look in LOOKS.items()}
    for name, (title, text) in SOURCES.items():
        (folder / f"{name}.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    yield "scripts", {name: Row(("--at", "p1", str(folder / f"{name}.md"))) for name in SOURCES}
    if is_product:
        for name, profile in on_screen.items():
            rows = {theme: Row((*profile, "--theme", theme, *sample)) for theme in THEMES}
            yield f"{name} in every theme", rows


def take(folder: str, *rest: str) -> int:
    """Write the sheets."""
    only = rest[rest.index("--only") + 1] if "--only" in rest else ""
    terminals = [name for name in TERMINALS if name in rest] or list(TERMINALS)
    Path(folder).mkdir(parents=True, exist_ok=True)
    with Display() as display, tempfile.TemporaryDirectory() as home:
        environ = environment(display, home)
        for terminal in terminals:
            with Window(environ, terminal, ("sample",)):
                pass  # what is said at the first start of all is in no picture
            for name, rows in sheets(Path(home), is_product="--product" in rest):
                if only in name:
                    kind = Path(folder) / f"{terminal}-{name.replace(' ', '-')}"
                    path = kind.with_suffix(".png")
                    sheet(environ, terminal, rows, kind).save(path)
                    print(path, flush=True)
    return 0
