"""How loud a programme is, and making it as loud as is usual, without its peaks being cut.

After EBU R 128 and ITU-R BS.1770-4 as libav's `ebur128` measures them. The web's usual level is that of
podcasts, -16 LUFS; peaks stay under -1.5 dBTP, so that lossy coders do not overshoot (AES TD1008).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from av import AudioFrame
from av.error import BlockingIOError as NotYetError
from av.error import EOFError as EndedError
from av.filter import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

TARGET_LUFS: Final = -16.0
PEAK_DBTP: Final = -1.5
_SILENT_LUFS: Final = -69.0
"""What is as quiet as the absolute gate has no loudness."""
_MOST_DB: Final = 30.0
"""More gain would only make noise of what is all but silence."""


class ProgrammeLoudness(NamedTuple):
    """Of a programme: integrated loudness in LUFS, -70 for silence."""

    lufs: float

    @property
    def gain_db(self) -> float:
        """By how much it is to be louder to be at `TARGET_LUFS`; 0 for silence."""
        return 0.0 if self.lufs <= _SILENT_LUFS else min(TARGET_LUFS - self.lufs, _MOST_DB)


def measured(blocks: Iterable[NDArray[np.float32]], rate_hz: int) -> ProgrammeLoudness:
    """Return how loud sound is: float32 blocks of shape (n, channels), as many channels in each."""
    lufs = -70.0
    for frame in _filtered(blocks, rate_hz, (("ebur128", "metadata=1"),)):
        told = frame.metadata.get("lavfi.r128.I")
        lufs = float(told) if told else lufs
    return ProgrammeLoudness(lufs)


def levelled(
    blocks: Iterable[NDArray[np.float32]], rate_hz: int, loudness: ProgrammeLoudness
) -> Iterator[NDArray[np.float32]]:
    """Yield sound at `TARGET_LUFS`, its peaks held down to `PEAK_DBTP`; as long as it was.

    Args:
        blocks: the same sound that was measured.
        rate_hz: its frames a second.
        loudness: what was measured.
    """
    limit = 10 ** (PEAK_DBTP / 20)
    chain = (
        ("volume", f"{loudness.gain_db:.3f}dB"),
        # Peaks between samples are seen at four times the rate.
        ("aresample", str(4 * rate_hz)),
        ("alimiter", f"limit={limit:.4f}:attack=5:release=50:level=false:latency=true"),
        ("aresample", str(rate_hz)),
    )
    for frame in _filtered(blocks, rate_hz, chain):
        yield np.asarray(frame.to_ndarray(), np.float32).reshape(-1, frame.layout.nb_channels)


def _filtered(
    blocks: Iterable[NDArray[np.float32]], rate_hz: int, chain: Iterable[tuple[str, str]]
) -> Iterator[AudioFrame]:
    """Yield what libav's filters make of sound, packed floats."""
    graph: Graph | None = None
    for block in blocks:
        layout = "mono" if block.shape[1] == 1 else "stereo"
        if graph is None:
            graph = _graph(rate_hz, layout, chain)
        frame = AudioFrame.from_ndarray(
            np.ascontiguousarray(block).reshape(1, -1), format="flt", layout=layout
        )
        frame.sample_rate = rate_hz
        graph.push(frame)
        yield from _pulled(graph)
    if graph is not None:
        graph.push(None)
        yield from _pulled(graph)


def _graph(rate_hz: int, layout: str, chain: Iterable[tuple[str, str]]) -> Graph:
    graph = Graph()
    last: Any = graph.add_abuffer(sample_rate=rate_hz, format="flt", layout=layout)
    for name, arguments in (*chain, ("aformat", f"sample_fmts=flt:channel_layouts={layout}")):
        following = graph.add(name, arguments)
        last.link_to(following)
        last = following
    last.link_to(graph.add("abuffersink"))
    graph.configure()
    return graph


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (NotYetError, EndedError):
            return
        if isinstance(frame, AudioFrame):
            yield frame
