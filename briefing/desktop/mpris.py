"""The player as desktops know it: MPRIS 2.2 (`org.mpris.MediaPlayer2`), without a bus. Pure.

A value stands with its signature (D-Bus specification, "Type system"), for the bus wants to know it. Times
are whole microseconds there. `Position` is asked for, never told: what moves on by itself is no change, and a
jump is told by `Seeked`.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from briefing.limits import SPEED_HIGH, SPEED_LOW
from briefing.ports.desktop import DesktopWish, WishKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.ports.desktop import PlayerStanding

NAME: Final = "org.mpris.MediaPlayer2.briefing"
PATH: Final = "/org/mpris/MediaPlayer2"
ROOT: Final = "org.mpris.MediaPlayer2"
PLAYER: Final = "org.mpris.MediaPlayer2.Player"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
INTROSPECTION: Final = "org.freedesktop.DBus.Introspectable"
INVALID: Final = "org.freedesktop.DBus.Error.InvalidArgs"
READ_ONLY: Final = "org.freedesktop.DBus.Error.PropertyReadOnly"
UNKNOWN_INTERFACE: Final = "org.freedesktop.DBus.Error.UnknownInterface"
UNKNOWN_METHOD: Final = "org.freedesktop.DBus.Error.UnknownMethod"
UNKNOWN_PROPERTY: Final = "org.freedesktop.DBus.Error.UnknownProperty"
_SECOND_US: Final = 1_000_000
_SCHEMES: Final = ("file", "http", "https")
_LONGEST: Final = 4096
"""Characters of an address that is opened."""


class Value(NamedTuple):
    """A value, and its signature."""

    signature: str
    value: Any


class NotOnBusError(Exception):
    """What was asked for on the bus cannot be had; `name` is the error's there."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = name


_METHODS: Final[Mapping[str, tuple[str, WishKind]]] = {
    "Next": ("", WishKind.NEXT),
    "Previous": ("", WishKind.PREVIOUS),
    "Pause": ("", WishKind.PAUSE),
    "PlayPause": ("", WishKind.TOGGLE),
    "Stop": ("", WishKind.STOP),
    "Play": ("", WishKind.PLAY),
    "Seek": ("x", WishKind.SEEK_BY),
    "SetPosition": ("ox", WishKind.SEEK_TO),
    "OpenUri": ("s", WishKind.OPEN),
}
"""Methods of the player: what they take, and what they ask for."""
_ARGUMENTS: Final = {"Seek": ("Offset",), "SetPosition": ("TrackId", "Position"), "OpenUri": ("Uri",)}
_WRITABLE: Final = {"Rate": "d", "Volume": "d"}
_ROOT_METHODS: Final[Mapping[str, WishKind | None]] = {"Quit": WishKind.QUIT, "Raise": None}


def root_properties() -> dict[str, Value]:
    """Return what the program is."""
    return {
        "CanQuit": Value("b", True),
        "CanRaise": Value("b", False),
        "HasTrackList": Value("b", False),
        "Identity": Value("s", "briefing"),
        "SupportedUriSchemes": Value("as", list(_SCHEMES)),
        "SupportedMimeTypes": Value("as", ["text/markdown", "text/html", "text/plain", "audio/mpeg"]),
    }


def track_id(standing: PlayerStanding) -> str:
    """Return the name of what is open: an object path that says nothing of it."""
    return f"/org/mpris/briefing/{standing.track}"


def player_properties(standing: PlayerStanding, now_s: float) -> dict[str, Value]:
    """Return how the player stands at a monotonic moment."""
    return {
        "PlaybackStatus": Value("s", str(standing.state)),
        "Rate": Value("d", standing.speed),
        "Metadata": Value("a{sv}", _metadata(standing)),
        "Volume": Value("d", standing.volume),
        "Position": Value("x", microseconds(standing.position_at(now_s))),
        "MinimumRate": Value("d", SPEED_LOW),
        "MaximumRate": Value("d", SPEED_HIGH),
        "CanGoNext": Value("b", True),
        "CanGoPrevious": Value("b", True),
        "CanPlay": Value("b", True),
        "CanPause": Value("b", True),
        "CanSeek": Value("b", standing.can_seek),
        "CanControl": Value("b", True),
    }


def microseconds(seconds: float) -> int:
    """Return a time as it goes over the bus."""
    return round(seconds * _SECOND_US)


def _metadata(standing: PlayerStanding) -> dict[str, Value]:
    found = {"mpris:trackid": Value("o", track_id(standing)), "xesam:title": Value("s", standing.title)}
    if standing.length_s > 0:
        found["mpris:length"] = Value("x", microseconds(standing.length_s))
    if standing.artists:
        found["xesam:artist"] = Value("as", list(standing.artists))
    for name, text in (
        ("xesam:album", standing.album),
        ("xesam:url", standing.address),
        ("mpris:artUrl", standing.cover),
    ):
        if text:
            found[name] = Value("s", text)
    return found


def changes(before: PlayerStanding | None, now: PlayerStanding) -> dict[str, Value]:
    """Return the properties that are other than they were: those that are told when they change."""
    told = player_properties(now, now.at_s)
    del told["Position"]
    if before is None:
        return told
    old = player_properties(before, before.at_s)
    return {name: value for name, value in told.items() if value != old[name]}


def has_jumped(before: PlayerStanding | None, now: PlayerStanding) -> bool:
    """Return whether the position is another than playing would have led to."""
    return before is not None and before.track == now.track and before.jumps != now.jumps


def asked_by(
    member: str, signature: str, arguments: Sequence[Any], standing: PlayerStanding
) -> DesktopWish | None:
    """Return what a method of the player asks for; None where that comes to nothing.

    Raises:
        NotOnBusError: if there is no such method, or it takes something else.
    """
    if member not in _METHODS:
        raise NotOnBusError(UNKNOWN_METHOD, f"There is no method {member}.")
    wanted, asked = _METHODS[member]
    if signature != wanted:
        raise NotOnBusError(INVALID, f"{member} takes {wanted or 'nothing'}.")
    match asked:
        case WishKind.SEEK_BY:
            return DesktopWish(asked, arguments[0] / _SECOND_US) if standing.can_seek else None
        case WishKind.SEEK_TO:
            track, to_us = arguments
            is_inside = standing.can_seek and 0 <= to_us <= microseconds(standing.length_s)
            # A track that is over is asked for by who has not heard of the next one yet.
            return (
                DesktopWish(asked, to_us / _SECOND_US) if track == track_id(standing) and is_inside else None
            )
        case WishKind.OPEN:
            return DesktopWish(asked, text=_opened(arguments[0]))
        case _:
            return DesktopWish(asked)


def asked_of_root(member: str, signature: str) -> DesktopWish | None:
    """Return what a method of the program asks for.

    Raises:
        NotOnBusError: as `asked_by`.
    """
    if member not in _ROOT_METHODS or signature:
        raise NotOnBusError(UNKNOWN_METHOD, f"There is no method {member} with {signature or 'nothing'}.")
    asked = _ROOT_METHODS[member]
    return None if asked is None else DesktopWish(asked)


def _opened(uri: str) -> str:
    parts = urlsplit(uri) if len(uri) <= _LONGEST and uri.isprintable() else urlsplit("")
    if parts.scheme == "file" and parts.netloc in ("", "localhost") and parts.path.startswith("/"):
        path = unquote(parts.path)
        if "\0" not in path:
            return path
    elif parts.scheme in ("http", "https") and parts.netloc:
        return uri
    raise NotOnBusError(INVALID, f"OpenUri takes an address of {', '.join(_SCHEMES)}.")


def asked_by_property(name: str, value: Value) -> DesktopWish:
    """Return what is asked for by giving a property of the player another value.

    Raises:
        NotOnBusError: if that cannot be done.
    """
    if name not in _WRITABLE:
        raise NotOnBusError(READ_ONLY, f"{name} cannot be set.")
    if value.signature != _WRITABLE[name] or not isfinite(value.value):
        raise NotOnBusError(INVALID, f"{name} takes a number.")
    if name == "Volume":
        return DesktopWish(WishKind.VOLUME, min(max(value.value, 0.0), 1.0))
    if value.value == 0:  # that is how a pause may be asked for
        return DesktopWish(WishKind.PAUSE)
    return DesktopWish(WishKind.SPEED, min(max(value.value, SPEED_LOW), SPEED_HIGH))


def introspection() -> str:
    """Return what there is to call, as XML (D-Bus specification, "Introspection Data Format")."""
    sample = {**dict.fromkeys(("PlaybackStatus",), "s"), "Metadata": "a{sv}", "Position": "x"}
    doubles = ("Rate", "Volume", "MinimumRate", "MaximumRate")
    switches = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl")
    player = sample | dict.fromkeys(doubles, "d") | dict.fromkeys(switches, "b")
    root = {name: value.signature for name, value in root_properties().items()}
    methods = "".join(_method(name, kinds) for name, (kinds, _) in _METHODS.items())
    seeked = '<signal name="Seeked"><arg name="Position" type="x"/></signal>'
    quits = "".join(f'<method name="{name}"/>' for name in _ROOT_METHODS)
    return (
        '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"\n'
        '"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">\n<node>'
        f"{_interface(ROOT, quits, root)}{_interface(PLAYER, methods + seeked, player)}{_STANDARD}</node>"
    )


def _interface(name: str, inside: str, properties: Mapping[str, str]) -> str:
    rows = "".join(_property(each, kind) for each, kind in properties.items())
    return f'<interface name="{name}">{inside}{rows}</interface>'


def _property(name: str, kind: str) -> str:
    access = "readwrite" if name in _WRITABLE else "read"
    row = f'<property name="{name}" type="{kind}" access="{access}"'
    if name != "Position":
        return f"{row}/>"
    silent = '<annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="false"/>'
    return f"{row}>{silent}</property>"


def _method(name: str, kinds: str) -> str:
    rows = zip(_ARGUMENTS.get(name, ()), kinds, strict=True)
    arguments = "".join(f'<arg direction="in" type="{kind}" name="{each}"/>' for each, kind in rows)
    return f'<method name="{name}">{arguments}</method>'


_STANDARD: Final = (
    f'<interface name="{PROPERTIES}">'
    '<method name="Get"><arg direction="in" type="s"/><arg direction="in" type="s"/>'
    '<arg direction="out" type="v"/></method>'
    '<method name="GetAll"><arg direction="in" type="s"/><arg direction="out" type="a{sv}"/></method>'
    '<method name="Set"><arg direction="in" type="s"/><arg direction="in" type="s"/>'
    '<arg direction="in" type="v"/></method>'
    '<signal name="PropertiesChanged"><arg type="s"/><arg type="a{sv}"/><arg type="as"/></signal>'
    f'</interface><interface name="{INTROSPECTION}">'
    '<method name="Introspect"><arg direction="out" type="s"/></method></interface>'
)
