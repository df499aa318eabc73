"""The arrays that speech is worked on in: their types, and the rates of their rows.

Nothing is imported to run, so that what only hands times on needs no numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    """Samples in [-1, 1], features, log-probabilities: whatever there is much of."""
    Doubles = NDArray[np.float64]
    """Sums over many rows."""
    Ints = NDArray[np.int64]
    """Numbers of rows, columns, phones and tokens; -1 where there is none."""
    Flags = NDArray[np.bool_]
    Octets = NDArray[np.uint8]
    """Back pointers of a search, one a cell, or packed to a bit a cell."""
    Hashes = NDArray[np.uint64]

RATE_HZ: Final = 16_000
"""Sound frames a second, of all sound that is aligned and all timelines that are made: the rate at which the
acoustic model and pocketsphinx's were trained, and twice the band in which speech sounds differ."""
ROW_FRAMES: Final = 160
"""Sound frames from one row of features or emissions to the next."""
ROW_S: Final = ROW_FRAMES / RATE_HZ
"""The same in seconds: 10 ms, as speech recognisers have had it since Davis and Mermelstein (1980)."""
FLOOR_PERCENTILE: Final = 5
"""Of a recording's levels: its background."""
LOUD_PERCENTILE: Final = 95
"""Of them: its loud parts, without odd clicks."""
