"""Any language: when each word is spoken, by comparing the recording with a synthesised reading.

Theory of operation:

1. `reference_reading`: eSpeak NG, which speaks over a hundred languages, reads the text as
   fast as the recording seems to be read, and tells the sample of each word.
2. `reference_features`: both become cepstra, each voice normalised by itself.
3. `reference_warp`: dynamic time warping from coarse to fine finds which row of the
   reading is heard when; between utterances other sound may pass.
4. The reading is then bent towards the recording's voice: a linear map from its cepstra to
   those that they were warped to, by ridge regression, after which a last warping within a
   narrow band places the words. (The idea of voice conversion by joint regression: Stylianou
   et al., IEEE Trans. SAP 6(2), 1998.)

It follows aeneas (Pettarin, 2015) in its first and third step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.align.alignment import Alignment, OnProgress, Partial, ShouldStop, Stopped, WordTime
from briefing.align.reference_features import HOP_FRAMES, RATE_HZ, ROW_S, cepstra, normalised, with_change
from briefing.align.reference_reading import Read, Reading, read_aloud, units
from briefing.align.reference_warp import Side, refine, warp
from briefing.errors import AlignError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from briefing.model import Pcm

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

METHOD: Final = "comparison with speech"
_TRIAL_WPM: Final = 170
_SLOWEST_WPM: Final = 90
_FASTEST_WPM: Final = 400
_TRIAL_TOKENS: Final = 200
_GRAIN: Final = 4


def align_by_reference(pcm, words, read, on_progress, should_stop, dbg=None):
    samples = pcm.samples.reshape(len(pcm.samples), -1).mean(axis=1)
    raw = cepstra(samples)
    wpm = _pace(raw, words, read)
    def step(x):
        if should_stop(): raise Stopped
    reading = read_aloud(words, wpm, read, step)
    heard = normalised(raw)
    theirs = _normalised_reading(reading)
    path = warp(heard, Side(theirs, reading.gates), _GRAIN, step)
    adapted = theirs
    for _ in range(PASSES):
        fine_path_rows = np.minimum(np.arange(len(heard)) // GR, len(path) - 1)
        cols = np.minimum(path[fine_path_rows] * GR, len(theirs) - 1)
        adapted = _adapted(heard, theirs, cols, reading.gates) if ADAPT else theirs
        path = refine(with_change(heard), Side(with_change(adapted), reading.gates), path, GR, step)
        GRs = 1
        break
    return path, reading, wpm, heard, adapted
