"""What may be connected to: anything that the user named, and of what others name only what is public.

A page, a feed or a redirection could otherwise make the player ask machines in the user's own network, which
trust whoever is in it. So what is checked is the very address that is connected to, after its name was
resolved, and in whichever form it is written: one IPv4 address has several in IPv6 (RFC 4291 2.5.5, 6052,
3056, 4380, 5214).
"""

from __future__ import annotations

import queue
import socket
import threading
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING, Final

from briefing.errors import UnsafeError
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

IpAddress = IPv4Address | IPv6Address

LOOPBACK: Final = (ip_address("127.0.0.1"), ip_address("::1"))
"""This machine."""
_NOT_PUBLIC: Final = tuple(
    ip_network(network)
    for network in (
        "100.64.0.0/10",  # shared by the customers of a provider
        "192.0.0.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "2001::/32",  # Teredo, whose addresses are told by what they hold
        "3fff::/20",  # for documents
    )
)
"""What the standard library of some Pythons takes for global, or says nothing of."""
_UNICAST: Final = IPv6Network("2000::/3")
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_RELAYED: Final = IPv6Network("2002::/16")
_HOLDING_LAST: Final = (
    IPv6Network("::/96"),  # compatible with IPv4, out of use
    IPv6Network("::ffff:0:0/96"),  # mapped
    IPv6Network("::ffff:0:0:0/96"),  # translated by a host
    _TRANSLATED,
)
_TUNNEL: Final = (0x0000_5EFE, 0x0200_5EFE)
"""The third quarter of an address of ISATAP."""
_AT_HOME: Final = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "arpa", "corp")
"""Last parts of names that no public server has."""


def is_public(address: IpAddress) -> bool:
    """Return whether an address is one of the public network, in all that it stands for."""
    if isinstance(address, IPv6Address):
        held = _held(address)
        if held is not None:
            is_carried = address in _TRANSLATED or address in _RELAYED or address in _UNICAST
            return is_carried and is_public(held)
        if address not in _UNICAST:
            return False
    if any(address in network for network in _NOT_PUBLIC if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _held(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that one of IPv6 stands for."""
    number = int(address)
    if address in _RELAYED:
        return IPv4Address(number >> 80 & 0xFFFF_FFFF)
    if any(address in network for network in _HOLDING_LAST) or number >> 32 & 0xFFFF_FFFF in _TUNNEL:
        return IPv4Address(number & 0xFFFF_FFFF)
    return None


def check_name(host: str) -> None:
    """Refuse a host that others name, if its name alone says that it is in the user's own network.

    Raises:
        UnsafeError: if it does, or is an address that is not public.
    """
    name = host.strip("[]").rstrip(".").lower()
    try:
        address: IpAddress | None = ip_address(name.partition("%")[0])
    except ValueError:
        address = None
    if address is not None:
        check_public(host, [address])
    elif "." not in name or name.rpartition(".")[2] in _AT_HOME:
        raise refusal(host)


def check_public(host: str, addresses: Sequence[IpAddress]) -> None:
    """Refuse a host that others name, if any of its addresses is not public.

    Raises:
        UnsafeError: if one is not.
    """
    if not all(is_public(address) for address in addresses):
        raise refusal(host)


def refusal(host: str) -> UnsafeError:
    """Return what the user is told of a host that only he may name."""
    return UnsafeError(
        f"{safe_line(host, 80)} is in your own network, where a page or a redirection may not lead.",
        "If you mean to go there, give its address yourself.",
    )


def resolve(host: str, port: int, patience_s: float | None) -> list[IpAddress]:
    """Return the addresses of a host, the likeliest first.

    Python cannot be told when to stop waiting for a name, so a thread waits in its place. `localhost` is
    this machine, whatever a file of names or a server of names says, if there is any (RFC 6761 6.3).

    Raises:
        OSError: if it has none; TimeoutError if that took too long.
    """
    if host.rstrip(".").lower() == "localhost":
        return list(LOOPBACK)
    found: queue.SimpleQueue[list[IpAddress] | OSError] = queue.SimpleQueue()

    def work() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except UnicodeError:  # a part that is empty, or too long
            found.put(socket.gaierror(socket.EAI_NONAME, host))
        except OSError as error:
            found.put(error)
        else:
            found.put([ip_address(str(row[4][0])) for row in rows])

    threading.Thread(target=work, daemon=True, name="resolver").start()
    try:
        answer = found.get(timeout=patience_s)
    except queue.Empty:
        raise TimeoutError(host) from None
    if isinstance(answer, OSError):
        raise answer
    return list(dict.fromkeys(answer))
