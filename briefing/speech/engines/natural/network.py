"""Phonemes to sound, and when each of them is heard: hibari's network, asked for its durations too.

Theory of operation: the network predicts how many frames of 25 ms each phoneme lasts, and renders exactly
that. The prediction is an inner value of its graph, `/Clip_output_0`, one count a phoneme, a pad before and
after included. Made an output of the graph, its running sum says where each phoneme's turn comes.

What is heard runs ahead of these turns: a word is heard `LEAD` before the turn of the space in front of it.
So 95 of 100 words of the sample are within 30 ms of where an aligner finds them, and half within 10 ms.

A serialised protobuf message that follows another of the same type is merged with it (Protocol Buffers,
Encoding, "Last One Wins"), which adds an output without a library that edits graphs.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import onnxruntime
from hibari import dsp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from briefing.speech.engines.natural.copies import Copies

RATE_HZ: Final = dsp.SR
FRAME: Final = 600
"""Samples of one step of the durations: 25 ms."""
LEAD: Final = 900
"""How much sooner a word is heard than the turn of the space in front of it comes: 37 ms, measured with the
aligner, whose own error was measured with a voice that knows its times."""
DURATIONS: Final = b"/Clip_output_0"
THREADS: Final = 2
_SPECTRA: Final = 6
_ORT: Final = "ORT"
"""The format in which onnxruntime keeps what it has optimised."""


class SaidPhonemes(NamedTuple):
    """float32 samples at `RATE_HZ`, and the one from which on each phoneme is heard, with the end."""

    samples: NDArray[np.float32]
    onsets: NDArray[np.int64]


class VoiceNetwork:
    """Speaks phonemes.

    Args:
        model: the file of the network.
        vocabulary: the number of each phoneme.
        copies: has it ready to be loaded, or will.
    """

    def __init__(self, model: Path, vocabulary: Mapping[str, int], copies: Copies) -> None:
        self._vocabulary = vocabulary
        ready = copies.network(lambda: _optimised(model))
        if ready is not None:
            try:
                self._session = _session(ready, _options(_ORT))
            except Exception:  # noqa: BLE001 - whatever is wrong with a copy: there is the original
                copies.forget_network()
            else:
                return
        self._session = _session(_with_durations(model.read_bytes()), _options())

    def knows(self, phoneme: str) -> bool:
        """Whether it can say a phoneme."""
        return phoneme in self._vocabulary

    def speak(self, phonemes: str, speed: float) -> SaidPhonemes:
        """Return phonemes, each one that it knows, as sound.

        Args:
            phonemes: at least one, and no more than some 400.
            speed: 1.0 is the voice's own.
        """
        ids = [0, *(self._vocabulary[each] for each in phonemes), 0]
        feeds = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        *spectra, durations = self._session.run(None, feeds)
        # The noise of the voice is seeded by what it says: the same text sounds alike.
        noise = np.random.default_rng(zlib.crc32(phonemes.encode()))
        samples = dsp.synth(*(part[0] for part in spectra[:_SPECTRA]), noise)
        edges = np.concatenate([[0], np.cumsum(np.asarray(durations).reshape(-1))]).astype(np.int64) * FRAME
        onsets = edges[: len(phonemes) + 1] - LEAD
        onsets[0] = edges[1] - FRAME - LEAD
        return SaidPhonemes(samples, np.clip(onsets, 0, len(samples)))


def _with_durations(model: bytes) -> bytes:
    """Return the model with its durations as one more output."""
    value_info = bytes([1 << 3 | 2, len(DURATIONS)]) + DURATIONS  # ValueInfoProto.name
    graph = bytes([12 << 3 | 2, len(value_info)]) + value_info  # GraphProto.output
    return model + bytes([7 << 3 | 2, len(graph)]) + graph  # ModelProto.graph


def _options(format_: str = "") -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # What it keeps for the next text is a third of all that it holds, and saves no time.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # What goes beyond it is laid out for other networks: with it this one takes half as long again.
    level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    if format_:
        options.add_session_config_entry("session.load_model_format", format_)
        level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.graph_optimization_level = level
    return options


def _session(model: bytes, options: Any) -> Any:
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _optimised(model: Path) -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "network")  # noqa: PTH118
        options = _options()
        options.add_session_config_entry("session.save_model_format", _ORT)
        options.optimized_model_filepath = path
        _session(_with_durations(model.read_bytes()), options)
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
