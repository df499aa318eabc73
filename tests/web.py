"""A web server on the loopback; what is at its paths answers as `tests/answers.py` has it, well or badly.

    web["/story"] = resource(b"<h1>The bridge</h1>", "text/html", etag='"1"')
    web["/talk.mp3"] = resource(sound, "audio/mpeg", flow=cut_off(after=40_000))
    fetcher.open(web.address("/talk.mp3"))
    web.asked[0].headers["Range"]

A `Handler` answers a request. `down` and `up` take the server away and bring it back at the same port.
A web of many hosts (`Web(hosts=True)`) is at every address of the loopback, 127.0.0.1 to 127.255.255.254,
where there are so many (Linux); `most_at_once` says how many connections each of them had at the same time.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from email.message import Message

CERTIFICATE: Final = Path(__file__).with_name("data") / "loopback.pem"
"""For `localhost`, and for no other name; trusted where `SSL_CERT_FILE` names it."""
_POLL_S: Final = 0.05
_ESTABLISHED: Final = 1
"""A connection that is open at both ends, as Linux tells its state."""
_NO_HEADERS: Final[Mapping[str, str]] = {}


class Asked(NamedTuple):
    """A request that came."""

    method: str
    path: str
    headers: Message


class Exchange(BaseHTTPRequestHandler):
    """A request, and what answers it."""

    protocol_version = "HTTP/1.1"
    server: _Server

    @property
    def web(self) -> Web:
        """The server that it came to."""
        return self.server.web

    def do_GET(self) -> None:
        """Answer as the server's table says."""
        self.web.asked.append(Asked(self.command, self.path, self.headers))
        handler = self.web.table.get(self.path.partition("?")[0], _nothing)
        with suppress(OSError):  # whoever asked has gone, or was cut off
            handler(self)

    def do_HEAD(self) -> None:
        """Answer alike, without a body."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Answer as a proxy does that is to lead somewhere; the table has hosts with their ports for it."""
        self.do_GET()

    def begin(self, status: int, headers: Mapping[str, str] = _NO_HEADERS) -> None:
        """Send the status and the headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def write(self, data: bytes) -> None:
        """Send a piece of the body, at once."""
        if self.command != "HEAD":
            self.wfile.write(data)
            self.wfile.flush()

    def cut(self) -> None:
        """Lose the connection."""
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as the base names it
        """Say nothing."""


Handler = Callable[[Exchange], None]


def _nothing(exchange: Exchange) -> None:
    exchange.begin(404, {"Content-Length": "0"})


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # they are waited for, and end because their connections are cut
    request_queue_size = 64

    def __init__(self, web: Web, host: str, port: int) -> None:
        self.web = web
        super().__init__((host, port), Exchange)

    def verify_request(self, request: object, client_address: tuple[str, int]) -> bool:
        """Answer nobody who comes from elsewhere."""
        return client_address[0].startswith("127.")

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        connection, address = super().get_request()
        if self.web.context is not None:  # the handshake is made by the thread that reads
            connection = self.web.context.wrap_socket(
                connection, server_side=True, do_handshake_on_connect=False
            )
        with self.web.lock:
            self.web.connections.append(connection)
            self.web.connected += 1
            for host, now in Counter(filter(None, map(_open_at, self.web.connections))).items():
                self.web.most_at_once[host] = max(now, self.web.most_at_once.get(host, 0))
        return connection, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a client that has gone, or would not trust us."""


def _open_at(connection: socket.socket) -> str:
    """Return the address of ours to which a connection is open at both ends, whatever its thread knows.

    Empty for one that was closed.
    """
    try:
        if hasattr(socket, "TCP_INFO"):
            state = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
            if state != _ESTABLISHED:
                return ""
        return str(connection.getsockname()[0])
    except OSError:  # its thread has just closed it
        return ""


class Web:
    """A server: `web[path] = handler`."""

    def __init__(self, *, is_secure: bool = False, hosts: bool = False) -> None:
        self.table: dict[str, Handler] = {}
        self.asked: list[Asked] = []
        self.connected = 0
        """How often somebody connected."""
        self.connections: list[socket.socket] = []
        self.most_at_once: dict[str, int] = {}
        """How many connections each of its hosts had at the same time, at most."""
        self.lock = threading.Lock()
        self.closing = threading.Event()
        self.context: ssl.SSLContext | None = None
        if is_secure:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(CERTIFICATE)
        self.port = 0
        self._host = "0.0.0.0" if hosts else "127.0.0.1"  # noqa: S104  # only the loopback is answered
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.up()

    def __setitem__(self, path: str, handler: Handler) -> None:
        self.table[path] = handler

    def address(self, path: str = "/", host: str = "") -> str:
        """Return the address of a path here, by the host that is given."""
        usual = "localhost" if self.context else "127.0.0.1"
        return f"{'https' if self.context else 'http'}://{host or usual}:{self.port}{path}"

    def up(self) -> None:
        """Listen, at the same port as before."""
        self.closing.clear()
        self._server = _Server(self, self._host, self.port)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(_POLL_S,))
        self._thread.start()

    def down(self) -> None:
        """Cut all connections; new ones are refused. Harmless twice."""
        if self._server is None or self._thread is None:
            return
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self.cut()
        self._server.server_close()
        self._server = None

    def cut(self) -> None:
        """Cut all connections that there are."""
        with self.lock:
            connections, self.connections = self.connections, []
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def asked_for(self, path: str) -> list[Asked]:
        """Return the requests for a path."""
        return [asked for asked in self.asked if asked.path.partition("?")[0] == path]


def nowhere() -> str:
    """Return an address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"
