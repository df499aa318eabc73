"""What others name must be public, in whatever form it is written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from briefing.errors import UnsafeError
from briefing.sources.web.public_hosts import LOOPBACK, check_name, is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.254", "127.0.0.1", "127.8.8.8"),  # noqa: S104
        *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1"),
        *("192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd12::1", "ff02::1"),
        *("2001:db8::1", "3fff::1", "2001::1", "5f00::1", "100::1"),
        # an address of IPv4 in them: mapped, translated, compatible, NAT64 of both kinds, 6to4, ISATAP
        *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0:10.0.0.1", "::10.0.0.1"),
        *("64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:a00:1::1"),
        *("2a00:1450::5efe:192.168.0.1", "2a00:1450::200:5efe:10.0.0.1"),
        *("::ffff:8.8.8.8", "::8.8.8.8"),  # no server is named by these
    ],
)
def test_an_address_in_no_public_network_is_told(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2a00:1450:4001::1", "64:ff9b::8.8.8.8", "2002:808:808::1"],
)
def test_a_public_address_is_told(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LOCALHOST", "localhost.", "app.localhost", "app.localhost.", "localhost.localdomain"),
        *(
            "printer",
            "printer.local",
            "wiki.internal",
            "nas.lan",
            "box.home.arpa",
            "2130706433",
            "0x7f000001",
        ),
        *("127.0.0.1", "[::1]", "[fe80::1%25eth0]", "[::ffff:127.0.0.1]"),
    ],
)
def test_a_name_of_the_neighbourhood_is_refused_before_it_is_looked_up(host: str) -> None:
    with pytest.raises(UnsafeError, match="is in your own network"):
        check_name(host)


@pytest.mark.parametrize(
    "host", ["example.org", "www.example.org.", "8.8.8.8", "dead.beef.cafe", "lan.example"]
)
def test_any_other_name_is_looked_up(host: str) -> None:
    check_name(host)


@pytest.mark.parametrize("host", ["127.1", "0x7f.1", "017700000001", "127.0.0.1"])
def test_old_ways_to_write_an_address_are_one_address(host: str) -> None:
    assert resolve(host, 80, 60.0) == [ip_address("127.0.0.1")]


@pytest.mark.parametrize("host", ["localhost", "LocalHost."])
def test_this_machine_is_found_where_no_file_of_names_tells_it(host: str) -> None:
    assert resolve(host, 80, 60.0) == list(LOOPBACK)


def test_a_name_that_no_name_can_be_is_not_found() -> None:
    with pytest.raises(OSError, match=r"a\.\.b"):
        resolve("a..b", 80, 60.0)
