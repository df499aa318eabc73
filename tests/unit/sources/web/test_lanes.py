"""Of a host there are few connections, whoever named it and whatever is asked for there."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from briefing.errors import LostError
from briefing.sources.web import public_hosts
from briefing.sources.web.client import Client
from briefing.sources.web.patience import Watch
from terminal import wait_until
from tests.answers import redirect, resource
from tests.fakes import FakeClock
from tests.unit.sources.web.fetching import LONG
from tests.web import CERTIFICATE, Exchange, Web

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 2
LOOPBACK = "127.0.0.1"


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client((), LONG, most_per_host=MOST)
    yield client
    client.close()


def got(client: Client, address: str, asked_by: str = "") -> bytes:
    with client.get(address, asked_by) as answer:
        return b"".join(answer.pieces())


class Meeting:
    """Answers nobody until so many are there; then who comes later is answered at once."""

    def __init__(self, count: int) -> None:
        self._barrier = threading.Barrier(count)
        self._has_met = threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        if not self._has_met.is_set():
            self._barrier.wait()
            self._has_met.set()
        resource(b"feed")(exchange)


def test_a_host_has_as_many_connections_as_it_may_and_no_more(web: Web, client: Client) -> None:
    web["/feed"] = Meeting(MOST)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: got(client, web.address("/feed")), range(24))) == [b"feed"] * 24
    assert web.most_at_once == {LOOPBACK: MOST}
    assert web.connected == MOST, "they are used again"


def test_a_redirection_to_a_host_counts_for_that_host(web: Web, client: Client) -> None:
    web["/feed"], web["/led"] = Meeting(MOST), redirect("/feed")
    with ThreadPoolExecutor(8) as pool:
        paths = ["/feed", "/led"] * 12
        assert list(pool.map(lambda path: got(client, web.address(path)), paths)) == [b"feed"] * 24
    assert web.most_at_once == {LOOPBACK: MOST}


def test_a_server_that_strangers_name_and_the_user_too_has_no_more(
    web: Web, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two never share a connection, so one is closed to make another."""
    monkeypatch.setattr(public_hosts, "is_public", lambda _: True)
    web["/feed"] = Meeting(MOST)
    with ThreadPoolExecutor(8) as pool:
        by = ["", "https://example.org/"] * 12
        assert list(pool.map(lambda by: got(client, web.address("/feed"), by), by)) == [b"feed"] * 24
    assert web.most_at_once == {LOOPBACK: MOST}
    assert web.connected > MOST


def test_what_waits_for_a_host_is_not_held_to_its_time() -> None:
    """A feed has so long to come; that others of its host come first is no fault of its own."""
    clock = FakeClock()
    watch = Watch(LONG, clock)
    with watch.within(10.0):
        clock.advance(4.0)
        with watch.stopped():
            clock.advance(100.0)
        assert watch.left_s == 6.0


def test_who_waits_for_a_host_does_so_no_longer_when_it_is_left(web: Web, client: Client) -> None:
    arrived = threading.Barrier(MOST + 1)

    def hold(exchange: Exchange) -> None:
        arrived.wait()
        exchange.web.closing.wait()

    web["/held"] = hold
    with ThreadPoolExecutor(3) as pool:
        held = [pool.submit(got, client, web.address("/held")) for _ in range(MOST + 1)]
        arrived.wait()
        client.leave()
        assert all(isinstance(each.exception(), LostError) for each in held)
    with pytest.raises(LostError):
        got(client, web.address("/held"))


def test_a_connection_with_tls_is_broken_off_too(
    secure_web: Web, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    asked = threading.Event()

    def hold(exchange: Exchange) -> None:
        asked.set()
        exchange.web.closing.wait()

    secure_web["/held"] = hold
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(got, client, secure_web.address("/held"))
        asked.wait()
        client.leave()
        assert isinstance(held.exception(), LostError)


@pytest.mark.skipif(sys.platform != "linux", reason="the loopback has one address")
def test_few_connections_are_kept_open_whatever_number_of_hosts(client: Client) -> None:
    web = Web(hosts=True)
    web["/feed"] = resource(b"feed")
    for last in range(1, 101):
        assert got(client, web.address("/feed", f"127.0.0.{last}")) == b"feed"
    wait_until(lambda: sum(each.fileno() >= 0 for each in web.connections) <= 64, "more are kept open")
    web.down()
