"""What a desktop is told of a player, and what it may ask for."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from briefing.desktop import mpris
from briefing.desktop.mpris import NotOnBusError, Value
from briefing.ports.desktop import DesktopWish, PlayerStanding, Playing, WishKind

STANDING = PlayerStanding(
    state=Playing.PLAYING,
    track=3,
    title="The bridge",
    artists=("A. Writer",),
    album="Morning",
    address="https://example.org/bridge",
    length_s=100.0,
    position_s=10.0,
    at_s=50.0,
    speed=2.0,
    volume=0.5,
    jumps=0,
    cover="file:///run/cover.png",
)


def test_the_position_moves_on_by_itself_and_stays_inside() -> None:
    def position(standing: PlayerStanding, now_s: float) -> object:
        return mpris.player_properties(standing, now_s)["Position"].value

    assert position(STANDING, 53.0) == 16_000_000
    assert position(STANDING, 500.0) == 100_000_000
    assert position(STANDING._replace(state=Playing.PAUSED), 53.0) == 10_000_000


def test_what_is_open_is_named_and_nothing_of_its_text_is_told() -> None:
    told = mpris.player_properties(STANDING, 50.0)["Metadata"].value
    assert {name: value.value for name, value in told.items()} == {
        "mpris:trackid": "/org/mpris/briefing/3",
        "mpris:length": 100_000_000,
        "xesam:title": "The bridge",
        "xesam:artist": ["A. Writer"],
        "xesam:album": "Morning",
        "xesam:url": "https://example.org/bridge",
        "mpris:artUrl": "file:///run/cover.png",
    }
    bare = STANDING._replace(artists=(), album="", address="", cover="", length_s=0)
    assert set(mpris.player_properties(bare, 0)["Metadata"].value) == {"mpris:trackid", "xesam:title"}


def test_only_what_is_other_is_told_and_the_position_never() -> None:
    moved = STANDING._replace(position_s=20.0, at_s=55.0)
    assert mpris.changes(STANDING, moved) == {}
    assert mpris.changes(STANDING, moved._replace(volume=1.0)) == {"Volume": Value("d", 1.0)}
    assert "Position" not in mpris.changes(None, STANDING)
    assert not mpris.has_jumped(STANDING, moved)
    assert mpris.has_jumped(STANDING, moved._replace(jumps=1))
    assert not mpris.has_jumped(STANDING, moved._replace(jumps=1, track=4))


@pytest.mark.parametrize(
    ("member", "signature", "arguments", "wish"),
    [
        ("PlayPause", "", [], DesktopWish(WishKind.TOGGLE)),
        ("Seek", "x", [-5_000_000], DesktopWish(WishKind.SEEK_BY, -5.0)),
        ("SetPosition", "ox", ["/org/mpris/briefing/3", 60_000_000], DesktopWish(WishKind.SEEK_TO, 60.0)),
        ("SetPosition", "ox", ["/org/mpris/briefing/2", 60_000_000], None),
        ("SetPosition", "ox", ["/org/mpris/briefing/3", 100_000_001], None),
        ("SetPosition", "ox", ["/org/mpris/briefing/3", -1], None),
        ("OpenUri", "s", ["file:///home/a%20b.md"], DesktopWish(WishKind.OPEN, text="/home/a b.md")),
        ("OpenUri", "s", ["https://example.org/x"], DesktopWish(WishKind.OPEN, text="https://example.org/x")),
    ],
)
def test_what_is_called_is_asked_for(
    member: str, signature: str, arguments: list[object], wish: DesktopWish | None
) -> None:
    assert mpris.asked_by(member, signature, arguments, STANDING) == wish


def test_where_nothing_is_known_to_be_anywhere_nothing_is_sought() -> None:
    unknown = STANDING._replace(can_seek=False)
    assert mpris.asked_by("Seek", "x", [5_000_000], unknown) is None
    assert mpris.player_properties(unknown, 0)["CanSeek"].value is False


@pytest.mark.parametrize(
    ("member", "signature", "arguments"),
    [
        ("Explode", "", []),
        ("Seek", "s", ["5"]),
        ("OpenUri", "s", ["today"]),
        ("OpenUri", "s", ["-"]),
        ("OpenUri", "s", ["data:text/plain,hello"]),
        ("OpenUri", "s", ["file://elsewhere/etc"]),
        ("OpenUri", "s", ["file:///a%00b"]),
        ("OpenUri", "s", ["http://a\n.example"]),
        ("OpenUri", "s", ["http://" + "a" * 5000]),
    ],
)
def test_what_cannot_be_had_is_refused(member: str, signature: str, arguments: list[object]) -> None:
    with pytest.raises(NotOnBusError):
        mpris.asked_by(member, signature, arguments, STANDING)


@pytest.mark.parametrize(
    ("name", "given", "wish"),
    [
        ("Rate", 1.5, DesktopWish(WishKind.SPEED, 1.5)),
        ("Rate", 0.0, DesktopWish(WishKind.PAUSE)),
        ("Rate", 0.01, DesktopWish(WishKind.SPEED, 0.5)),
        ("Volume", 7.0, DesktopWish(WishKind.VOLUME, 1.0)),
        ("Volume", -1.0, DesktopWish(WishKind.VOLUME, 0.0)),
    ],
)
def test_what_is_set_is_asked_for_within_its_range(name: str, given: float, wish: DesktopWish) -> None:
    assert mpris.asked_by_property(name, Value("d", given)) == wish


@pytest.mark.parametrize(
    ("name", "value"),
    [("Position", Value("x", 1)), ("Rate", Value("s", "fast")), ("Rate", Value("d", float("nan")))],
)
def test_what_cannot_be_set_is_refused(name: str, value: Value) -> None:
    with pytest.raises(NotOnBusError):
        mpris.asked_by_property(name, value)


def test_what_is_described_is_what_is_there() -> None:
    root = ET.fromstring(mpris.introspection())  # noqa: S314  # our own
    for interface, properties in (
        (mpris.ROOT, mpris.root_properties()),
        (mpris.PLAYER, mpris.player_properties(STANDING, 0)),
    ):
        found = root.find(f"interface[@name='{interface}']")
        assert found is not None
        described = {each.get("name"): each.get("type") for each in found.findall("property")}
        assert described == {name: value.signature for name, value in properties.items()}
    assert root.find(f"interface[@name='{mpris.PLAYER}']/signal[@name='Seeked']") is not None
