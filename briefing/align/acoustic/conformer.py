"""A small conformer that hears phones: sound in, log-probabilities of a CTC alphabet out.

Theory of operation: Gulati et al., "Conformer: Convolution-augmented Transformer for
Speech Recognition" (2020). 80 log mel bands every 10 ms, halved in time by one strided
convolution, four blocks (half a feed-forward step, self-attention, convolution, half a
feed-forward step), a linear layer to the alphabet. Written in numpy on whole windows, so
that nearly all of the work is a few large matrix products: six to eight times as fast on
one core as running it frame by frame.

The weights come from an adapter (`briefing.align.acoustic.model`), as a mapping of names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.arrays import ROW_FRAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.align.arrays import Floats


_FFT_FRAMES: Final = 400
"""Sound frames in a window of the spectrum, 25 ms. This and the next five are the network's own, which its
weights were trained with."""
_WIDTH: Final = 144
"""Channels, as of Conformer (S) in table 1 of Gulati et al."""
_HEADS: Final = 4
"""Of self-attention, as there."""
_BLOCKS: Final = 4
"""Conformer blocks, of its 16."""
_SPECTRA: Final = 128
"""Rows of which spectra are worked out at once."""
_STEM_TAPS: Final = 3
"""Rows that the strided convolution sees."""
_LEAST_POWER: Final = np.float32(1e-10)
"""Is put in place of less power in a band, so that no logarithm is of nothing."""
_EPSILON: Final = np.float32(1e-5)
"""Is added to the variance in layer normalisation, PyTorch's default."""
_HALF_STEP: Final = np.float32(0.5)
"""The weight of either feed-forward module of a block (Gulati et al., section 2.4)."""
_GELU_SCALE: Final = np.float32(0.7978845608)
"""The square root of 2 / pi."""
_GELU_CUBIC: Final = np.float32(0.044715)
"""Hendrycks and Gimpel's, in "Gaussian Error Linear Units" (2016)."""
_MOST_EXPONENT: Final = np.float32(80)
"""The exponential of more is near what float32 can hold; a sigmoid is 0 long before."""
_POINTWISE: Final = ("pointwise1.weight", "pointwise2.weight")


def _sigmoid_in_place(x: Floats) -> Floats:
    np.negative(x, out=x)
    np.minimum(x, _MOST_EXPONENT, out=x)
    np.exp(x, out=x)
    x += 1
    np.reciprocal(x, out=x)
    return x


def _swish(x: Floats) -> Floats:
    x *= _sigmoid_in_place(x.copy())
    return x


def _gelu(x: Floats) -> Floats:
    """Hendrycks and Gimpel's tanh form; it is within 0.0005 of the exact one."""
    inner: Floats = _GELU_SCALE * (x + _GELU_CUBIC * x * x * x)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


class Conformer:
    """The network with its weights laid out for use.

    Raises:
        KeyError, ValueError: if the weights are not those of this network.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        def dense(name: str) -> Floats:
            return np.ascontiguousarray(weights[name], dtype=np.float32)

        def pointwise(name: str) -> Floats:
            return np.ascontiguousarray(weights[name][:, :, 0].T, dtype=np.float32)

        self._window = dense("stft_real_kernel")[0, 0]
        self._mel = dense("mel_fb")
        self._stem = np.ascontiguousarray(weights["stem.weight"].transpose(2, 1, 0).reshape(-1, _WIDTH))
        self._stem_bias = dense("stem.bias")
        self._blocks = [
            {
                key: pointwise(name) if key in _POINTWISE else dense(name)
                for key, name in (
                    (name.removeprefix(f"{i}."), name) for name in weights if name.startswith(f"{i}.")
                )
            }
            for i in range(_BLOCKS)
        ]
        for block in self._blocks:
            block["depthwise.weight"] = np.ascontiguousarray(block["depthwise.weight"][:, 0].T)
        self._out = pointwise("out.weight")
        self._out_bias = dense("out.bias")
        if self._window.shape != (_FFT_FRAMES,) or self._stem.shape[1] != _WIDTH:
            raise ValueError("these are not the weights of the network")

    def log_mel(self, samples: Floats, floor: float = 0.0) -> Floats:
        """Return log mel bands, float32 (1 + frames // 160, 80), of mono sound at 16 kHz.

        `floor` is a power that is added to each band, in parts of the mean one.
        """
        half = _FFT_FRAMES // 2
        padded = np.pad(samples, half, mode="reflect" if samples.size > half else "constant")
        rows = np.lib.stride_tricks.sliding_window_view(padded, _FFT_FRAMES)[::ROW_FRAMES]
        power = np.empty((len(rows), len(self._mel)), np.float32)
        for start in range(0, len(rows), _SPECTRA):  # spectra take ten times the memory of their power
            spectrum = np.fft.rfft(rows[start : start + _SPECTRA] * self._window)
            power[start : start + _SPECTRA] = spectrum.real**2 + spectrum.imag**2
        bands: Floats = np.maximum(power @ self._mel, _LEAST_POWER)
        if floor:
            bands += np.float32(floor) * bands.mean()
        np.log(bands, out=bands)
        return bands

    def log_probs(self, mel: Floats) -> Floats:
        """Return log-probabilities, float32 (ceil(rows / 2), alphabet), of log mel bands."""
        x = self._stem_of(mel)
        for block in self._blocks:
            x += _HALF_STEP * self._feed_forward(x, block, "ffn1")
            x += self._attention(x, block)
            x += self._convolution(x, block)
            x += _HALF_STEP * self._feed_forward(x, block, "ffn2")
            x = self._norm(x, block, "norm")
        logits = x @ self._out
        logits += self._out_bias
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return logits

    def _stem_of(self, mel: Floats) -> Floats:
        padded = np.pad(mel, ((1, 2), (0, 0)))
        rows = (len(mel) + 1) // 2
        triples = np.concatenate([padded[k : k + 2 * rows : 2] for k in range(_STEM_TAPS)], axis=1)
        return _gelu(triples @ self._stem + self._stem_bias)

    @staticmethod
    def _norm(x: Floats, block: Mapping[str, Floats], name: str) -> Floats:
        centred: Floats = x - x.mean(axis=1, keepdims=True)
        variance = np.einsum("tc,tc->t", centred, centred)[:, None] / np.float32(_WIDTH)
        centred *= 1 / np.sqrt(variance + _EPSILON)
        centred *= block[name + ".weight"]
        centred += block[name + ".bias"]
        return centred

    def _feed_forward(self, x: Floats, block: Mapping[str, Floats], name: str) -> Floats:
        hidden = self._norm(x, block, name + ".norm") @ block[name + ".fc1"]
        hidden += block[name + ".fc1.bias"]
        return _swish(hidden) @ block[name + ".fc2"] + block[name + ".fc2.bias"]

    def _attention(self, x: Floats, block: Mapping[str, Floats]) -> Floats:
        rows, size = len(x), _WIDTH // _HEADS
        qkv = self._norm(x, block, "attn_norm") @ block["attn.in"]
        qkv += block["attn.in.bias"]
        query, key, value = np.moveaxis(qkv.reshape(rows, -1, _HEADS, size), 0, -2)
        out = np.empty((rows, _HEADS, size), dtype=np.float32)
        query = query * np.float32(size**-0.5)
        for head in range(_HEADS):
            scores = np.ascontiguousarray(query[head]) @ np.ascontiguousarray(key[head].T)
            scores -= scores.max(axis=1, keepdims=True)
            np.exp(scores, out=scores)
            mixed = scores @ value[head]
            mixed /= scores.sum(axis=1, keepdims=True)
            out[:, head] = mixed
        return out.reshape(rows, _WIDTH) @ block["attn.out"] + block["attn.out.bias"]

    def _convolution(self, x: Floats, block: Mapping[str, Floats]) -> Floats:
        gated = self._norm(x, block, "conv.norm") @ block["pointwise1.weight"]
        gated += block["pointwise1.bias"]
        gated = gated[:, :_WIDTH] * _sigmoid_in_place(gated[:, _WIDTH:].copy())
        taps = block["depthwise.weight"]
        reach = len(taps) // 2
        padded = np.pad(gated, ((reach, reach), (0, 0)))
        mixed = np.empty_like(gated)
        mixed[:] = block["depthwise.bias"]
        term = np.empty_like(gated)
        for k, tap in enumerate(taps):
            np.multiply(padded[k : k + len(gated)], tap, out=term)
            mixed += term
        return _swish(mixed) @ block["pointwise2.weight"] + block["pointwise2.bias"]
