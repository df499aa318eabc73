"""Asking PulseAudio, or PipeWire in its place, how late a stream of this process is heard.

The player's library does not say it, and it matters: a Bluetooth headset adds a fifth of a
second. The server tells two numbers for a stream, what it has buffered and what the device
behind it holds. Their sum is the time until what was written last is heard.

Through libpulse's C interface, which is on every machine where this server is, by ctypes.
"""

from __future__ import annotations

import ctypes
import os
import time
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from typing import TYPE_CHECKING, Any, Final

from briefing.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT_READY: Final = 4
CONTEXT_FAILED: Final = 5
NO_AUTOSPAWN: Final = 1
WAIT_S: Final = 0.5
"""How long an answer may take before the server is given up."""
STEP_US: Final = 50_000
MICROSECONDS: Final = 1_000_000


class _SampleSpec(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _ChannelMap(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * 32))


class _Volume(Structure):
    _fields_ = (("channels", c_uint8), ("values", c_uint32 * 32))


class _SinkInputInfo(Structure):
    """The first fields of `pa_sink_input_info`; later versions only add after them."""

    _fields_ = (
        ("index", c_uint32),
        ("name", c_char_p),
        ("owner_module", c_uint32),
        ("client", c_uint32),
        ("sink", c_uint32),
        ("sample_spec", _SampleSpec),
        ("channel_map", _ChannelMap),
        ("volume", _Volume),
        ("buffer_us", c_uint64),
        ("sink_us", c_uint64),
        ("resample_method", c_char_p),
        ("driver", c_char_p),
        ("mute", c_int),
        ("proplist", c_void_p),
    )


_InfoCallback = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_SinkInputInfo), c_int, c_void_p)


def _load() -> Any:
    lib = ctypes.CDLL("libpulse.so.0")
    for name, result, arguments in (
        ("pa_mainloop_new", c_void_p, []),
        ("pa_mainloop_free", None, [c_void_p]),
        ("pa_mainloop_get_api", c_void_p, [c_void_p]),
        ("pa_mainloop_prepare", c_int, [c_void_p, c_int]),
        ("pa_mainloop_poll", c_int, [c_void_p]),
        ("pa_mainloop_dispatch", c_int, [c_void_p]),
        ("pa_context_new", c_void_p, [c_void_p, c_char_p]),
        ("pa_context_connect", c_int, [c_void_p, c_char_p, c_int, c_void_p]),
        ("pa_context_get_state", c_int, [c_void_p]),
        ("pa_context_disconnect", None, [c_void_p]),
        ("pa_context_unref", None, [c_void_p]),
        ("pa_context_get_sink_input_info_list", c_void_p, [c_void_p, _InfoCallback, c_void_p]),
        ("pa_operation_unref", None, [c_void_p]),
        ("pa_proplist_gets", c_char_p, [c_void_p, c_char_p]),
    ):
        function = getattr(lib, name)
        function.restype = result
        function.argtypes = arguments
    return lib


class PulseLatency:
    """A connection to the server. For one thread.

    Raises:
        AudioError: if there is no server, or no libpulse.
    """

    def __init__(self) -> None:
        self._context = self._loop = None
        try:
            self._lib = _load()
        except (OSError, AttributeError) as error:
            raise AudioError("PulseAudio's library is not there.") from error
        self._loop = self._lib.pa_mainloop_new()
        self._context = self._lib.pa_context_new(
            self._lib.pa_mainloop_get_api(self._loop), b"briefing latency"
        )
        self._callback = _InfoCallback(self._note)
        self._is_answered = False
        self._latency_s: float | None = None
        self._pid = str(os.getpid()).encode()
        if self._lib.pa_context_connect(self._context, None, NO_AUTOSPAWN, None) < 0:
            self.close()
            raise AudioError("The sound server does not answer.")
        try:
            self._work_until(lambda: self._lib.pa_context_get_state(self._context) == CONTEXT_READY)
        except AudioError:
            self.close()
            raise

    def _work_until(self, is_done: Callable[[], bool]) -> None:
        """Let libpulse do its work until something is so; an error if it does not become so in time."""
        until_s = time.monotonic() + WAIT_S
        while not is_done():
            if (
                time.monotonic() > until_s
                or self._lib.pa_mainloop_prepare(self._loop, STEP_US) < 0
                or self._lib.pa_mainloop_poll(self._loop) < 0
                or self._lib.pa_mainloop_dispatch(self._loop) < 0
                or self._lib.pa_context_get_state(self._context) >= CONTEXT_FAILED
            ):
                raise AudioError("The sound server does not answer.")

    def _note(self, _context: int, info: Any, end_of_list: int, _data: int) -> None:
        if end_of_list:
            self._is_answered = True
        elif self._lib.pa_proplist_gets(info[0].proplist, b"application.process.id") == self._pid:
            self._latency_s = (info[0].buffer_us + info[0].sink_us) / MICROSECONDS

    def ask(self) -> float | None:
        """Return how many seconds from now the last frame written by this process is heard.

        None if this process has no stream there.

        Raises:
            AudioError: if the server has gone.
        """
        self._is_answered = False
        self._latency_s = None
        operation = self._lib.pa_context_get_sink_input_info_list(self._context, self._callback, None)
        if not operation:
            raise AudioError("The sound server does not answer.")
        try:
            self._work_until(lambda: self._is_answered)
        finally:
            self._lib.pa_operation_unref(operation)
        return self._latency_s

    def close(self) -> None:
        """End the connection. Harmless twice."""
        if self._context:
            self._lib.pa_context_disconnect(self._context)
            self._lib.pa_context_unref(self._context)
            self._context = None
        if self._loop:
            self._lib.pa_mainloop_free(self._loop)
            self._loop = None
