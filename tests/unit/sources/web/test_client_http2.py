"""Servers that speak HTTP/2, well and badly: each is read, or is a sentence, and then it goes on."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions
import h2.settings
import pytest

from briefing.errors import LostError, SourceError
from briefing.sources.web.client import Client
from briefing.sources.web.patience import Patience
from tests.unit.sources.web.fetching import fetcher_in
from tests.web import CERTIFICATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from h2.connection import H2Connection

BODY: Final = b"<h1>The bridge</h1>"
GOOD: Final = [(":status", "200"), ("content-type", "text/html")]


class Server:
    """Answers each request as `answer` says, which is given the connection and the stream."""

    def __init__(self, answer: Callable[[H2Connection, int], None]) -> None:
        self.answer = answer
        self.asked: list[dict[bytes, bytes]] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://localhost:{self.listening.getsockname()[1]}/news"
        self.connections: list[socket.socket] = []
        self.threads = [threading.Thread(target=self.serve)]
        self.threads[0].start()

    def serve(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.set_alpn_protocols(["h2"])
        while True:
            try:
                accepted, _ = self.listening.accept()
            except OSError:
                return
            connection = context.wrap_socket(accepted, server_side=True, do_handshake_on_connect=False)
            self.connections.append(connection)
            self.threads.append(threading.Thread(target=self.converse, args=(connection,)))
            self.threads[-1].start()

    def converse(self, connection: ssl.SSLSocket) -> None:
        config = h2.config.H2Configuration(
            client_side=False, validate_outbound_headers=False, normalize_outbound_headers=False
        )
        state = h2.connection.H2Connection(config)
        with suppress(OSError, h2.exceptions.ProtocolError), connection:  # it has gone away itself
            state.initiate_connection()
            connection.sendall(state.data_to_send())
            while data := connection.recv(65_536):
                for event in state.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        self.asked.append({bytes(name): bytes(value) for name, value in event.headers})
                        self.answer(state, event.stream_id)
                connection.sendall(state.data_to_send())

    def close(self) -> None:
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.threads[0].join()
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self.threads[1:]:
            thread.join()


def well(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, GOOD)
    state.send_data(stream, BODY, end_stream=True)


def goes_away(state: H2Connection, _stream: int) -> None:
    state.close_connection(h2.errors.ErrorCodes.ENHANCE_YOUR_CALM)


def goes_away_in_the_middle(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, GOOD)
    state.send_data(stream, BODY)
    state.close_connection(h2.errors.ErrorCodes.INTERNAL_ERROR, last_stream_id=0)


def is_reset(state: H2Connection, stream: int) -> None:
    state.reset_stream(stream, h2.errors.ErrorCodes.REFUSED_STREAM)


def is_reset_in_the_middle(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, GOOD)
    state.send_data(stream, BODY)
    state.reset_stream(stream)


def has_headers_without_measure(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, [*GOOD, *((f"x-{number}", "y" * 200) for number in range(2_000))])


def has_no_status(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, [("content-type", "text/html")])


def sends_less_than_it_says(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, [*GOOD, ("content-length", "500")])
    state.send_data(stream, BODY, end_stream=True)


def tells_a_length_that_is_none(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, [*GOOD, ("content-length", "9" * 5_000)])
    state.send_data(stream, BODY, end_stream=True)


def falls_silent(state: H2Connection, stream: int) -> None:
    state.send_headers(stream, GOOD)


BAD: Final = [
    goes_away,
    goes_away_in_the_middle,
    is_reset,
    is_reset_in_the_middle,
    has_headers_without_measure,
    has_no_status,
    sends_less_than_it_says,
    tells_a_length_that_is_none,
    falls_silent,
]


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(well)
    yield server
    server.close()


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    client = Client((), Patience(connect_s=30.0, read_s=0.5))
    yield client
    client.close()


def got(client: Client, server: Server) -> bytes:
    with client.get(server.address) as answer:
        return b"".join(answer.pieces())


def test_a_server_that_speaks_http_2_is_spoken_to_in_it(server: Server, client: Client) -> None:
    assert got(client, server) == got(client, server) == BODY
    assert [each[b":path"] for each in server.asked] == [b"/news"] * 2


@pytest.mark.parametrize("badly", BAD, ids=lambda badly: badly.__name__)
def test_a_server_that_speaks_it_badly_is_a_sentence_and_then_it_goes_on(
    badly: Callable[[H2Connection, int], None], server: Server, client: Client
) -> None:
    server.answer = badly
    with pytest.raises(SourceError, match="localhost") as told:
        got(client, server)
    assert isinstance(told.value, LostError)
    server.answer = well
    assert got(client, server) == BODY


def test_what_it_pushes_is_not_taken(server: Server, client: Client) -> None:
    def pushes(state: H2Connection, stream: int) -> None:
        assert not state.remote_settings.enable_push
        well(state, stream)

    server.answer = pushes
    assert got(client, server) == BODY


def test_pings_and_settings_are_passed_over(server: Server, client: Client) -> None:
    def talks(state: H2Connection, stream: int) -> None:
        for number in range(100):
            state.ping(number.to_bytes(8, "big"))
        state.update_settings({h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: 1 << 20})
        well(state, stream)

    server.answer = talks
    assert got(client, server) == BODY


@pytest.mark.parametrize(
    "etag", ['"a\r\nX-Injected: b"', '"\u00e9"', "a" * 10_000], ids=["line end", "letter", "long"]
)
def test_a_validator_that_no_header_can_hold_is_not_sent_back(
    etag: str, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What had been opened once could not be opened again: it was asked for with what cannot be sent."""

    def tells(state: H2Connection, stream: int) -> None:
        state.send_headers(stream, [*GOOD, ("etag", etag)])
        state.send_data(stream, BODY, end_stream=True)

    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    server.answer = tells
    fetcher = fetcher_in(tmp_path)
    for _ in range(2):
        assert fetcher.open(server.address).data(1 << 20) == BODY
    assert [each for each in server.asked if b"if-none-match" in each or b"x-injected" in each] == []
    fetcher.close()
