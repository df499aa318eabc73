"""The process on the session's bus, the only place where anything is said or heard there.

It is handed the bus's address, the player's process id and a folder of its own, which it removes at its end.
It is told how the player stands on its standard input, and writes what the desktop asks for; see `wire`. It
ends with its input. A bus that is not there, or goes away, is asked for again, less and less often.

With `notice` in place of a process id, it has the sentence on its standard input shown, and ends; with
`look` it writes whether somebody shows notices there (`HAS_NOTICES`, else `NO_NOTICES`), and ends.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from dbus_fast import Message, MessageFlag, MessageType, NameFlag, RequestNameReply, Variant
from dbus_fast.aio import MessageBus

from briefing.desktop import mpris
from briefing.desktop.rate import Rate
from briefing.desktop.wire import HAS_NOTICES, NO_NOTICES, DesktopMessage, packed_wish, standing_of
from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.ports.desktop import DesktopWish, PlayerStanding

_CONNECT_S: Final = 10.0
_AGAIN_S: Final = 2.0
_AGAIN_MOST_S: Final = 60.0
_NOTICE_S: Final = 5.0
_BUSY: Final = "org.freedesktop.DBus.Error.LimitsExceeded"
_OWNED: Final = (RequestNameReply.PRIMARY_OWNER, RequestNameReply.ALREADY_OWNER)


def main() -> None:
    """Stand on the bus until the input ends."""
    address, what = sys.argv[1:3]
    with suppress(OSError):
        os.nice(5)  # whatever the bus is full of, sound comes first
    if what == "notice":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        asyncio.run(_notify(address, text))
        return
    if what == "look":
        _say(asyncio.run(_look(address)))
        return
    os.set_blocking(1, False)
    asyncio.run(BusPlayer(address, what, sys.argv[3]).live())


def _variant(value: mpris.Value) -> Variant:
    inner = value.value
    return Variant(value.signature, _variants(inner) if value.signature == "a{sv}" else _clean(inner))


def _variants(values: Mapping[str, mpris.Value]) -> dict[str, Variant]:
    return {name: _variant(value) for name, value in values.items()}


def _clean(value: Any) -> Any:
    """Return a value whose texts the bus takes: Unicode without NUL."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    return [_clean(each) for each in value] if isinstance(value, list) else value


async def _connected(address: str) -> MessageBus:
    bus = MessageBus(bus_address=address, auth_timeout=_CONNECT_S)
    return await asyncio.wait_for(bus.connect(), _CONNECT_S)


async def _notify(address: str, text: str) -> None:
    bus = await _connected(address)
    hints = {"urgency": Variant("y", 1), "suppress-sound": Variant("b", True)}
    call = Message(
        destination="org.freedesktop.Notifications",
        path="/org/freedesktop/Notifications",
        interface="org.freedesktop.Notifications",
        member="Notify",
        signature="susssasa{sv}i",
        body=["briefing", 0, "", "briefing", _clean(text), [], hints, -1],
    )
    await asyncio.wait_for(bus.call(call), _NOTICE_S)
    bus.disconnect()


async def _look(address: str) -> bytes:
    bus = await _connected(address)
    call = Message(
        destination="org.freedesktop.DBus",
        path="/org/freedesktop/DBus",
        interface="org.freedesktop.DBus",
        member="NameHasOwner",
        signature="s",
        body=["org.freedesktop.Notifications"],
    )
    answer = await asyncio.wait_for(bus.call(call), _NOTICE_S)
    bus.disconnect()
    return HAS_NOTICES if answer is not None and answer.body == [True] else NO_NOTICES


class BusPlayer:
    """The player on the bus.

    Args:
        address: the bus's.
        pid: the player's, for the name of a second one.
        folder: removed when the input ends.
    """

    def __init__(self, address: str, pid: str, folder: str) -> None:
        self._address, self._pid, self._folder = address, pid, folder
        self._standing: PlayerStanding | None = None
        self._told: PlayerStanding | None = None
        self._rate = Rate(time.monotonic())

    async def live(self) -> None:
        """Stand on the bus whenever there is one."""
        self._changed = asyncio.Event()
        threading.Thread(target=self._listen, args=(asyncio.get_running_loop(),), daemon=True).start()
        await self._changed.wait()
        wait_s = _AGAIN_S
        while True:
            began_s = time.monotonic()
            with suppress(Exception):  # no bus, none that speaks, or no more: it may come back
                await self._stand(await _connected(self._address))
            stood_s = time.monotonic() - began_s
            wait_s = _AGAIN_S if stood_s > _AGAIN_MOST_S else min(2 * wait_s, _AGAIN_MOST_S)
            await asyncio.sleep(wait_s)

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take what the player tells, in a thread, until it has no more to tell."""
        try:
            for message in messages.read_all(sys.stdin.buffer):
                loop.call_soon_threadsafe(self._take, standing_of(message.payload))
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
            os._exit(0)

    def _take(self, standing: PlayerStanding) -> None:
        self._standing = standing
        self._changed.set()

    async def _stand(self, bus: MessageBus) -> None:
        self._told = self._standing
        bus.add_message_handler(self._answer)
        try:
            for name in (mpris.NAME, f"{mpris.NAME}.instance{self._pid}"):
                if await bus.request_name(name, NameFlag.DO_NOT_QUEUE) in _OWNED:
                    break
            _say(messages.pack(DesktopMessage.READY))
            telling = asyncio.ensure_future(self._tell(bus))
            gone = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
            await asyncio.wait((telling, gone), return_when=asyncio.FIRST_COMPLETED)
            telling.cancel()
            gone.cancel()
        finally:
            bus.disconnect()

    async def _tell(self, bus: MessageBus) -> None:
        """Tell what has changed; while the bus takes nothing, only what it has come to in the end."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            before, now = self._told, self._standing
            if now is None:
                continue
            self._told = now
            if changed := mpris.changes(before, now):
                body = [mpris.PLAYER, _variants(changed), []]
                await bus.send(_signal(mpris.PROPERTIES, "PropertiesChanged", "sa{sv}as", body))
            if mpris.has_jumped(before, now):
                at = mpris.microseconds(now.position_at(time.monotonic()))
                await bus.send(_signal(mpris.PLAYER, "Seeked", "x", [at]))

    def _answer(self, call: Message) -> Message | bool:
        """Answer a call of ours. The rest of the bus is the library's."""
        if call.message_type is not MessageType.METHOD_CALL or call.path != mpris.PATH:
            return False
        try:
            signature, body = self._answered(call)
            answer = Message.new_method_return(call, signature, body)
        except mpris.NotOnBusError as error:
            answer = Message.new_error(call, error.name, str(error))
        return True if call.flags & MessageFlag.NO_REPLY_EXPECTED else answer

    def _answered(self, call: Message) -> tuple[str, list[Any]]:
        standing = self._standing
        assert standing is not None  # noqa: S101  # nobody is on the bus before
        match call.interface, call.member:
            case mpris.INTROSPECTION, "Introspect":
                return "s", [mpris.introspection()]
            case mpris.PROPERTIES, member:
                return self._property(member or "", call, standing)
            case mpris.ROOT, member:
                self._wish(mpris.asked_of_root(member or "", call.signature))
            case ((mpris.PLAYER | None), member):
                self._wish(mpris.asked_by(member or "", call.signature, call.body, standing))
            case "org.freedesktop.DBus.Peer", "Ping":
                pass
            case interface, _:
                raise mpris.NotOnBusError(mpris.UNKNOWN_INTERFACE, f"There is no interface {interface}.")
        return "", []

    def _property(self, member: str, call: Message, standing: PlayerStanding) -> tuple[str, list[Any]]:
        wanted = {"Get": "ss", "GetAll": "s", "Set": "ssv"}.get(member)
        if wanted is None:
            raise mpris.NotOnBusError(mpris.UNKNOWN_METHOD, f"There is no method {member}.")
        if call.signature != wanted:
            raise mpris.NotOnBusError(mpris.INVALID, f"{member} takes {wanted}.")
        interface, *rest = call.body
        if interface == mpris.ROOT:
            found = mpris.root_properties()
        elif interface == mpris.PLAYER:
            found = mpris.player_properties(standing, time.monotonic())
        else:
            raise mpris.NotOnBusError(mpris.UNKNOWN_INTERFACE, f"There is no interface {interface}.")
        if not rest:
            return "a{sv}", [_variants(found)]
        name = rest[0]
        if name not in found:
            raise mpris.NotOnBusError(mpris.UNKNOWN_PROPERTY, f"There is no property {name}.")
        if member == "Get":
            return "v", [_variant(found[name])]
        self._wish(mpris.asked_by_property(name, mpris.Value(rest[1].signature, rest[1].value)))
        return "", []

    def _wish(self, wish: DesktopWish | None) -> None:
        if wish is None:
            return
        if not self._rate.lets_through(time.monotonic()):
            raise mpris.NotOnBusError(_BUSY, "That is more than a player can do.")
        _say(messages.pack(DesktopMessage.WISH, payload=packed_wish(wish)))


def _signal(interface: str, member: str, signature: str, body: list[Any]) -> Message:
    return Message.new_signal(mpris.PATH, interface, member, signature, body)


def _say(message: bytes) -> None:
    """Write to the player, in one piece; where it reads nothing, it is not asked for anything."""
    with suppress(OSError):
        os.write(1, message)
