from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.audio.device.outlet import Ring
from briefing.audio.device.wire import RING_FRAMES


def frames(start: int, stop: int) -> bytes:
    """Frames that hold their own number, so that they can be told apart."""
    numbers = np.arange(start + 1, stop + 1, dtype=np.float32)
    return np.repeat(numbers[:, np.newaxis], 2, axis=1).tobytes()


def numbers(data: bytes) -> list[int]:
    return [int(n) for n in np.frombuffer(data, np.float32).reshape(-1, 2)[:, 0]]


def test_frames_come_out_as_they_went_in() -> None:
    ring = Ring()
    ring.write(0, frames(0, 10), is_silent=False)
    assert numbers(ring.take(4)) == [1, 2, 3, 4]
    assert numbers(ring.take(4)) == [5, 6, 7, 8]
    assert ring.taken == 8


def test_what_lacks_is_silence_and_is_counted_apart() -> None:
    ring = Ring()
    assert numbers(ring.take(3)) == [0, 0, 0]
    assert (ring.taken, ring.inserted, ring.interrupted) == (0, 3, 0)
    ring.write(0, frames(0, 2), is_silent=False)
    assert numbers(ring.take(5)) == [1, 2, 0, 0, 0]
    assert (ring.taken, ring.inserted, ring.interrupted) == (2, 6, 3)


def test_silence_that_lacks_interrupts_nothing() -> None:
    ring = Ring()
    ring.write(0, bytes(16), is_silent=True)
    ring.take(10)
    assert ring.interrupted == 0


def test_what_was_not_taken_is_replaced() -> None:
    ring = Ring()
    ring.write(0, frames(0, 10), is_silent=False)
    ring.take(3)
    ring.write(5, frames(100, 103), is_silent=False)
    assert numbers(ring.take(8)) == [4, 5, 101, 102, 103, 0, 0, 0]


def test_a_replacement_that_comes_late_keeps_its_time() -> None:
    ring = Ring()
    ring.write(0, frames(0, 10), is_silent=False)
    ring.take(6)
    ring.write(4, frames(100, 106), is_silent=False)
    assert numbers(ring.take(4)) == [103, 104, 105, 106]


@given(st.lists(st.integers(1, 5000), min_size=20, max_size=60))
def test_it_goes_round_without_losing_a_frame(sizes: list[int]) -> None:
    ring = Ring()
    written = taken = 0
    for size in sizes * 3:
        if written - taken + size <= RING_FRAMES:
            ring.write(written, frames(written, written + size), is_silent=False)
            written += size
        wanted = min(size // 2 + 1, written - taken)
        assert numbers(ring.take(wanted)) == list(range(taken + 1, taken + wanted + 1))
        taken += wanted
    assert ring.inserted == 0


LOAD = """
import sys
from briefing.audio.device.outlet import load_miniaudio
miniaudio = load_miniaudio()
print(*sorted({"ast", "html.entities", "numpy"} & {name for name, module in sys.modules.items() if module}))
print(miniaudio.html.unescape("&amp;"), miniaudio.html.escape("&"), miniaudio.inspect.isgenerator(1))
"""


def test_the_library_loads_what_it_does_not_need_only_when_it_wants_it() -> None:
    ran = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["", "& &amp; False"]
