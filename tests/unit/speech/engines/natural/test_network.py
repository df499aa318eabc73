"""The network speaks, and a copy of it that is damaged is passed over."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

FOUND = find_spec("hibari") and find_spec("onnxruntime") and find_spec("hibari")
pytestmark = pytest.mark.skipif(FOUND is None, reason="hibari is not installed")

SAID = "wˈʌn ˈɛɹiə, θɹˈi nˈAʃənz."


def test_a_damaged_copy_is_removed_and_the_original_speaks(tmp_path: Path) -> None:
    from briefing.speech.engines.natural.copies import Copies
    from briefing.speech.engines.natural.network import VoiceNetwork

    assert FOUND is not None
    assets = Path(next(iter(FOUND.submodule_search_locations or ()))) / "assets"
    vocabulary = json.loads((assets / "vocab.json").read_bytes())

    def opened() -> VoiceNetwork:
        copies = Copies(assets, "one", tmp_path)
        network = VoiceNetwork(assets / "hibari.onnx", vocabulary, copies)
        copies.write()
        return network

    plain = opened().speak(SAID, 1.0)
    (copy,) = tmp_path.iterdir()
    ready = opened().speak(SAID, 1.0)
    assert np.array_equal(plain.onsets, ready.onsets)
    assert len(plain.onsets) == len(SAID) + 1
    assert np.all(np.diff(plain.onsets) >= 0)
    assert plain.onsets[-1] <= len(plain.samples) == len(ready.samples)
    copy.write_bytes(b"no network at all")
    assert np.array_equal(opened().speak(SAID, 1.0).onsets, plain.onsets)
    assert not copy.exists()
