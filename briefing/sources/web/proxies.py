"""Which proxy the user has for a server: `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`.

They are read as the standard library does, which knows the settings of macOS and Windows, too. To that come
networks in `no_proxy`, such as 10.0.0.0/8, for hosts that are given by their number, as curl has it.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from urllib.request import getproxies, proxy_bypass


def proxy_for(scheme: str, host: str, port: int) -> str:
    """Return the address of the proxy for a server; empty if there is none."""
    proxies = getproxies()
    named = (proxies.get(scheme) or proxies.get("all") or "").strip()
    if not named or _is_passed_by(host, port, proxies.get("no", "")):
        return ""
    return named if "://" in named else f"http://{named}"


def _is_passed_by(host: str, port: int, without: str) -> bool:
    written = f"[{host}]" if ":" in host else host
    if any(proxy_bypass(name) for name in (host.rstrip("."), f"{written}:{port}")):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    for each in without.split(","):
        try:
            if address in ip_network(each.strip().strip("[]"), strict=False):
                return True
        except ValueError:  # a name, not a network
            continue
    return False
