"""A server that speaks HTTP/2 is spoken to in it."""

from __future__ import annotations

import socket
import ssl
import threading
from typing import TYPE_CHECKING

import h2.config
import h2.connection
import h2.events

from briefing.sources.web.client import Client
from tests.web import CERTIFICATE

if TYPE_CHECKING:
    import pytest

BODY = b"<h1>The bridge</h1>"


def answer_once(listening: socket.socket, asked: list[dict[bytes, bytes]]) -> None:
    """Answer the first request of one connection, and wait for its end."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    context.set_alpn_protocols(["h2"])
    accepted, _ = listening.accept()
    with context.wrap_socket(accepted, server_side=True) as connection:
        state = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        state.initiate_connection()
        connection.sendall(state.data_to_send())
        while data := connection.recv(65_536):
            for event in state.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    asked.append({bytes(name): bytes(value) for name, value in event.headers})
                    headers = [(":status", "200"), ("content-type", "text/html")]
                    state.send_headers(event.stream_id, headers)
                    state.send_data(event.stream_id, BODY, end_stream=True)
            connection.sendall(state.data_to_send())


def test_a_server_that_speaks_http_2_is_spoken_to_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    asked: list[dict[bytes, bytes]] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = threading.Thread(target=answer_once, args=(listening, asked))
        serving.start()
        client = Client()
        with client.get(f"https://localhost:{listening.getsockname()[1]}/news") as answer:
            assert b"".join(answer.pieces()) == BODY
            assert answer.media_type == "text/html"
        client.close()
        serving.join()
    assert [each[b":path"] for each in asked] == [b"/news"]
