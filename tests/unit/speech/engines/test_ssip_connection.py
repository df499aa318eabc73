"""The connection to Speech Dispatcher: lines in, answers and events out, and nothing waits for ever."""

from __future__ import annotations

import socket
import sys
import threading
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Speech Dispatcher is a part of free systems", allow_module_level=True)

from briefing.errors import SpeechError
from briefing.speech.engines import ssip_connection
from briefing.speech.engines.ssip_connection import SsipConnection, SsipEvent
from tests.ssip_server import SsipServer, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SsipServer]:
    with SsipServer(tmp_path / "s") as server:
        yield server


def test_an_answer_is_the_data_before_its_last_line(server: SsipServer) -> None:
    connection = SsipConnection(server.path)
    assert connection.ask("LIST OUTPUT_MODULES") == ["tell", "harp"]
    assert connection.ask("SET SELF RATE 10") == []
    connection.close()
    connection.close()
    until(lambda: server.left == 1)


@pytest.mark.parametrize(
    "text", ["Plain.", ".5 percent", ".", "..", "Two\r\n.\r\nQUIT\r\nlines", "Zoë · 中文", "5 < 6 & <b>"]
)
def test_a_text_is_one_line_of_data_whatever_stands_in_it(server: SsipServer, text: str) -> None:
    connection = SsipConnection(server.path)
    connection.speak(text)
    assert server.said == [" ".join(text.split())]
    assert connection.ask("GET OUTPUT_MODULE") == ["tell"]
    connection.close()


def test_events_between_answers_are_kept_in_order(server: SsipServer) -> None:
    server.ends_by_itself = True
    connection = SsipConnection(server.path)
    first = connection.speak("One.")
    second = connection.speak("Two.")
    connection.ask("GET OUTPUT_MODULE")
    assert list(connection.events) == [
        SsipEvent(701, first), SsipEvent(702, first), SsipEvent(701, second), SsipEvent(702, second),
    ]  # fmt: skip
    connection.close()


def test_a_command_that_is_refused_is_told_and_the_next_is_answered(server: SsipServer) -> None:
    connection = SsipConnection(server.path)
    with pytest.raises(SpeechError, match="refuses a command: ERR UNKNOWN COMMAND"):
        connection.ask("DANCE")
    assert connection.ask("GET OUTPUT_MODULE") == ["tell"]
    assert not connection.is_lost
    connection.close()


def test_a_server_that_does_not_answer_is_not_waited_for(
    server: SsipServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssip_connection, "ANSWER_S", 0.05)
    connection = SsipConnection(server.path)
    server.is_stalled = True
    with pytest.raises(SpeechError, match="did not answer in time"):
        connection.ask("GET OUTPUT_MODULE")
    assert connection.is_lost


def test_a_server_that_ends_is_told(server: SsipServer) -> None:
    connection = SsipConnection(server.path)
    server.die()
    with pytest.raises(SpeechError):
        connection.ask("GET OUTPUT_MODULE")
    assert connection.is_lost


def test_where_nobody_listens_there_is_no_connection(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="does not run any more"):
        SsipConnection(tmp_path / "s")


@pytest.mark.parametrize("answer", [b"hello\r\n", b"\xff\xfe\r\n", b"20x OK\r\n", b"a" * (3 << 20)])
def test_what_is_no_answer_is_told(tmp_path: Path, answer: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        listening.listen()

        def serve() -> None:
            client, _ = listening.accept()
            with client:
                client.recv(1000)
                try:
                    client.sendall(answer)
                except OSError:
                    return

        serving = threading.Thread(target=serve)
        serving.start()
        with pytest.raises(SpeechError):
            SsipConnection(tmp_path / "s")
        serving.join()
