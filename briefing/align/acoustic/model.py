"""The acoustic model: what hama hears, as phones of English.

The one module that knows hama (one author's beta, so pinned to a version). It takes two
things out of the wheel: the weights of its phone recogniser, which run in
`briefing.align.acoustic.conformer`, and its grapheme-to-phoneme model for words that no dictionary
has. Where the weights are not laid out as expected, hama's own runtime hears instead:
slower, the same numbers.
"""

from __future__ import annotations

import struct
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from briefing.align.acoustic.conformer import Conformer
from briefing.align.arrays import ROW_FRAMES
from briefing.errors import AlignError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.align.arrays import Floats


FRAME_FRAMES: Final = 2 * ROW_FRAMES
"""Sound frames (16 kHz) a row of `log_probs`: 20 ms."""
_MAGIC: Final = b"HAMAPK"
_HEADER: Final = struct.Struct("<8xI")
"""The packed model's beginning: magic and version, then how many tensors there are."""
_DTYPES: Final = {0: "<f4", 1: "<f2"}
"""A tensor's kind, and what its numbers are. All numbers here are read off hama 1.7.0's file."""
_BLOCKS: Final = 4
"""Conformer blocks in it."""
_MATMUL_FIRST: Final = 829
"""The number that the exporter gave the first block's first matrix."""
_MATMUL_STEP: Final = 9
"""How much farther on the next block's is."""
_MATMULS: Final = {"ffn1.fc1": 0, "ffn1.fc2": 1, "attn.in": 2, "attn.out": 6, "ffn2.fc1": 7, "ffn2.fc2": 8}
"""And the others of a block."""
_CONV_FIRST: Final = 804
"""The number of the first block's depthwise weights; its bias has the next one."""
_CONV_STEP: Final = 3
"""How much farther on the next block's are."""


def is_available() -> bool:
    """Return whether hama is installed here; there is no wheel for Windows."""
    try:
        return resources.files("hama.assets").joinpath("asr_waveform.hama").is_file()
    except (ModuleNotFoundError, OSError):
        return False


def _tensors(blob: bytes) -> dict[str, Floats]:
    """Read a packed model: a table of (name, type, shape, offset, length), then the numbers."""
    if not blob.startswith(_MAGIC):
        raise ValueError("not a packed model")
    (count,) = _HEADER.unpack_from(blob)
    at, table = _HEADER.size, []
    for _ in range(count):
        (size,) = struct.unpack_from("<H", blob, at)
        name = blob[at + 2 : at + 2 + size].decode()
        at += 2 + size
        kind, dimensions = blob[at], blob[at + 1]
        rest = struct.Struct(f"<{dimensions}IQQ")
        *shape, offset, length = rest.unpack_from(blob, at + 2)
        at += 2 + rest.size
        table.append((name, _DTYPES[kind], shape, offset, length))
    base = len(blob) - max(offset + length for *_, offset, length in table)
    return {
        name: np.frombuffer(blob, dtype, int(np.prod(shape)), base + offset).reshape(shape).astype(np.float32)
        for name, dtype, shape, offset, _ in table
    }


def _named(tensors: dict[str, Floats]) -> dict[str, Floats]:
    """Give the exporter's numbered tensors the names that the network asks for."""
    named = {
        "stft_real_kernel": tensors["stft_real_kernel"],
        "mel_fb": tensors["mel_fb"],
        "stem.weight": tensors["onnx::Conv_801"],
        "stem.bias": tensors["onnx::Conv_802"],
        "out.weight": tensors["acoustic_model.model.proj.weight"],
        "out.bias": tensors["acoustic_model.model.proj.bias"],
    }
    for i in range(_BLOCKS):
        prefix = f"acoustic_model.model.blocks.{i}."
        for name in ("ffn1.norm", "attn_norm", "conv.norm", "ffn2.norm", "norm"):
            for part in (".weight", ".bias"):
                named[f"{i}.{name}{part}"] = tensors[prefix + name + part]
        matmul = _MATMUL_FIRST + _MATMUL_STEP * i
        conv = _CONV_FIRST + _CONV_STEP * i
        for key, source in {
            **{key: f"onnx::MatMul_{matmul + number}" for key, number in _MATMULS.items()},
            "ffn1.fc1.bias": prefix + "ffn1.fc1.bias",
            "ffn1.fc2.bias": prefix + "ffn1.fc2.bias",
            "attn.in.bias": prefix + "attn.in_proj_bias",
            "attn.out.bias": prefix + "attn.out_proj.bias",
            "pointwise1.weight": prefix + "conv.pointwise1.weight",
            "pointwise1.bias": prefix + "conv.pointwise1.bias",
            "depthwise.weight": f"onnx::Conv_{conv}",
            "depthwise.bias": f"onnx::Conv_{conv + 1}",
            "pointwise2.weight": prefix + "conv.pointwise2.weight",
            "pointwise2.bias": prefix + "conv.pointwise2.bias",
            "ffn2.fc1.bias": prefix + "ffn2.fc1.bias",
            "ffn2.fc2.bias": prefix + "ffn2.fc2.bias",
        }.items():
            named[f"{i}.{key}"] = tensors[source]
    return named


class AcousticModel:
    """Hears sound. `alphabet` names the columns; the last two are a word's end, and nothing.

    Raises:
        AlignError: if hama is not installed, or is not the one that is known.
    """

    def __init__(self) -> None:
        try:
            from hama.vocab import Vocabulary

            vocabulary = Vocabulary.load()
            blob = resources.files("hama.assets").joinpath("asr_waveform.hama").read_bytes()
        except (ImportError, OSError) as error:
            raise AlignError(
                "The acoustic model is not installed.", "Reinstall briefing with its dependencies."
            ) from error
        self.alphabet: tuple[str, ...] = (*vocabulary.decoder, "<wb>", "<blank>")
        try:
            self._network: Conformer | None = Conformer(_named(_tensors(blob)))
            self._session: Any = None
        except (KeyError, ValueError, struct.error):
            self._network, self._session = None, _own_runtime(blob)

    def log_probs(self, samples: Floats, floor: float = 0.0) -> Floats:
        """Return log-probabilities, float32 (1 + frames // 320, alphabet), of mono sound at 16 kHz.

        Row r is centred on frame 320 r. At most 30 s at a time. `floor` is the power, in parts of the mean
        one, of a noise that the sound is heard over; hama's own runtime knows none.
        """
        if self._network is not None:
            return self._network.log_probs(self._network.log_mel(samples, floor))
        (rows,) = self._session.run(["log_probs"], {"waveform": samples})
        return np.asarray(rows[0], dtype=np.float32)


def _own_runtime(blob: bytes) -> Any:
    from hama._engine import AsrSession

    try:
        return AsrSession(blob)
    except RuntimeError as error:
        raise AlignError("The acoustic model cannot be run on this machine.") from error


def pronouncer() -> Callable[[str], list[str]]:
    """Return a function from a word in lower case to its phones in IPA, for words out of the dictionary."""
    from hama.inference import G2PModel

    model = G2PModel()
    encode = model.tokenizer.encode

    def encode_tightly(text: str) -> Any:
        # The tokenizer pads every word to 128 letters, and the encoder runs over all of them.
        encoded = encode(text)
        encoded.ids = encoded.ids[: encoded.length]
        return encoded

    model.tokenizer.encode = encode_tightly

    def pronounce(word: str) -> list[str]:
        return [a.phoneme for a in model(word).alignments if a.phoneme.strip()]

    return pronounce
