"""How what readers say is written down, and what is told of it (`scripts/hearing`)."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("the readers that are listened to are programs of Unix", allow_module_level=True)

from hearing.keys import keysyms, sent
from hearing.listener import Heard, Listener, MissingError, Pressed
from hearing.measures import compared, measured, utterances
from hearing.readers import listen
from hearing.ssip import SpeechServer
from hearing.steps import parsed
from terminal import wait_until

if TYPE_CHECKING:
    from pytest import MonkeyPatch  # noqa: PT013

RECORDER = Path(__file__).resolve().parents[2] / "scripts" / "hearing" / "recorder.py"


def said(*told: tuple[float, str]) -> list[Heard]:
    return [Heard(at_s, "said", text) for at_s, text in told]


def recorded(tmp_path: Path, kind: str, told: str) -> list[tuple[str, str]]:
    there = Listener(["true"])
    there.log = tmp_path / "heard"
    command = (sys.executable, "-I", "-S", str(RECORDER), kind, str(there.log), "300")
    subprocess.run(command, input=told.encode(), check=True, timeout=60)
    return [(each.what, each.text) for each in there.events]


def test_what_emacspeaks_servers_are_told_is_written_down_even_over_the_end_of_a_line(tmp_path: Path) -> None:
    told = "q {First\nrow}\nq {second.}\nd\ns\ntts_say {third}\nl {x}\nq {never said}\ns\nd\n"
    assert recorded(tmp_path, "emacspeak", told) == [
        ("said", "First\nrow second."),
        ("silenced", ""),
        ("said", "third"),
        ("said", "x"),
        ("silenced", ""),
        ("said", ""),
    ]


def test_lines_and_letters_are_written_down(tmp_path: Path) -> None:
    assert recorded(tmp_path, "letters", "sHello.\nx\nla\n") == [
        ("said", "Hello."),
        ("silenced", ""),
        ("said", "a"),
    ]


def test_a_voice_of_its_own_process_lives_as_long_as_it_speaks(tmp_path: Path) -> None:
    log = tmp_path / "heard"
    command = (
        sys.executable,
        "-I",
        "-S",
        str(RECORDER),
        "once",
        str(log),
        "1",
        "A sentence that takes minutes.",
    )
    voice = subprocess.Popen(command)
    try:
        while not log.exists() or not log.read_text():
            assert voice.poll() is None, "it has ended before it spoke"
        voice.terminate()
        voice.wait(60)
    finally:
        voice.kill()
        voice.wait()
    there = Listener(["true"])
    there.log = log
    assert [each.what for each in there.events] == ["said", "cut"]


def test_a_clock_is_noise_and_an_answer_is_none() -> None:
    told = said((0, "1:01 ███"), (2, "1:02 ███"), (2.5, "█▌"), (5.1, "1:03 ███"), (8, "End."), (9, "End."))
    kinds = [each.kind for each in utterances(told, [Pressed(5, "i")])]
    assert kinds == ["new", "ticking", "marks", "new", "new", "again"]
    measures = measured(told, [Pressed(5, "i")])
    assert (measures.words, measures.noise, measures.unasked) == (9, 4 / 9, 5 / 9)
    assert measures.drawn == 11


def test_the_same_answer_to_another_key_is_no_noise() -> None:
    told = said((0.1, "Muted."), (1.1, "Muted."))
    assert measured(told, [Pressed(0, "m"), Pressed(1, "m")]).noise == 0


def test_each_key_is_told_with_its_answer_and_its_line_of_braille() -> None:
    told = [*said((0.1, "Paused. Recording.")), Heard(0.2, "shown", "Paused. Rec"), *said((3.5, "Goodbye."))]
    measures = measured(told, [Pressed(0, " "), Pressed(2, "x"), Pressed(3, "q")])
    assert [each.text for each in measures.answers] == ["Paused. Recording.", "", "Goodbye."]
    assert (measures.answered, measures.braille_right) == (2, 1)
    assert measures.median_s == pytest.approx(0.3)
    assert measures.worst_s == pytest.approx(0.5)


def test_what_is_said_is_laid_beside_what_was_announced() -> None:
    told = compared("Muted Question mark for help again", "Muted. :help for help. Louder.")
    assert (told.announced, told.said) == (5, 4)
    assert (told.added, told.lost) == (("again",), ("louder",))


def test_keys_are_called_by_their_names() -> None:
    assert [sent(name) for name in ("x", "Enter", "ctrl+c", "alt+l")] == ["x", "\r", "\x03", "\x1bl"]
    assert keysyms("j\x1b[B\x1b[Z?\x03\x1b") == [
        "j",
        "Down",
        "shift+ISO_Left_Tab",
        "U003F",
        "ctrl+c",
        "Escape",
    ]
    with pytest.raises(ValueError, match="No key is called 'Entre'"):
        sent("Entre")


def test_steps_that_are_none_are_told() -> None:
    assert len(parsed("wait 1; key j x3; type ab\n for Goodbye.")) == 7
    with pytest.raises(ValueError, match="'jump up' is no step"):
        parsed("jump up")


def test_a_speech_server_is_told_by_its_clients_as_orca_tells_it(tmp_path: Path) -> None:
    import socket

    told: list[tuple[str, str]] = []
    server = SpeechServer(tmp_path / "speech", lambda what, text: told.append((what, text)))
    with socket.socket(socket.AF_UNIX) as client, client.makefile("r", newline="\r\n") as answers:
        client.connect(str(tmp_path / "speech"))

        def tell(line: str, end: str) -> None:
            client.sendall(f"{line}\r\n".encode())
            while not answers.readline().startswith(end):
                pass

        tell("SET SELF CLIENT_NAME me:it:main", "210 ")
        tell("LIST SYNTHESIS_VOICES", "249 ")
        tell("SPEAK", "230 ")
        tell('<speak>Salt <mark name="1"/>&amp; ice\r\n..\r\n</speak>\r\n.', "702 ")
        tell("CANCEL self", "210 ")
    server.close()
    assert told == [("said", "Salt & ice ."), ("silenced", "")]


def test_a_reader_that_is_not_here_is_told(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.delenv("TDSR_HOME", raising=False)
    with pytest.raises(MissingError, match="TDSR is not here"), listen("tdsr", ["true"]):
        pass


def told_of(*arguments: str) -> str:
    scripts = RECORDER.parents[1]
    environment = dict(os.environ) | {"PYTHONPATH": os.pathsep.join((str(scripts.parent), str(scripts)))}
    done = subprocess.run(
        (sys.executable, "-m", "hearing", *arguments),
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout


def test_a_visit_is_written_with_what_was_said_and_what_it_was_like() -> None:
    """In no reader, which hears nothing: what is said is heard by the tests of the readers."""
    told = told_of("--reader", "none", "--keys", "wait 0.1; key x", "--", "cat")
    assert "> 'x'" in told
    assert re.search(r"keys answered +0 of 1", told)
    assert re.search(r"keys without an answer +'x'", told)


def test_hearing_that_is_ended_by_a_signal_leaves_no_program_and_no_folder_behind(tmp_path: Path) -> None:
    number, folders = tmp_path / "number", tmp_path / "folders"
    folders.mkdir()
    program = ["sh", "-c", f"echo $$ >{number}; exec sleep 600"]
    command = [sys.executable, "-m", "hearing", "--reader", "none", "--keys", "wait 600", "--", *program]
    paths = os.pathsep.join(filter(None, sys.path))
    hearing = subprocess.Popen(command, env=os.environ | {"TMPDIR": str(folders), "PYTHONPATH": paths})
    try:
        wait_until(lambda: number.exists() and bool(number.read_text().strip()), "the program does not start")
        hearing.terminate()
        assert hearing.wait(60) == 128 + signal.SIGTERM
    finally:
        hearing.kill()
        hearing.wait()
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)
    assert not list(folders.iterdir())
