"""The phones of English: ARPABET without stress, as the CMU Pronouncing Dictionary writes it.

They are what every stage of the aligner speaks of, and the columns of its emissions.
"""

from __future__ import annotations

from typing import Final

PHONES: Final = (
    "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY",
    "F", "G", "HH", "IH", "IY", "JH", "K", "L", "M", "N", "NG", "OW", "OY",
    "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH",
)  # fmt: skip
BLANK: Final = len(PHONES)
"""The column after the phones: nothing new is heard."""
BOUNDARY: Final = BLANK + 1
"""The column after it: a word ends here."""
COLUMNS: Final = BOUNDARY + 1
"""How many columns there are."""
INDEX: Final = {phone: i for i, phone in enumerate(PHONES)}
