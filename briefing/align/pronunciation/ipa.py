"""English phones in IPA: which symbols a phone is written with, and how much of it each stands for.

The acoustic model and its grapheme-to-phoneme model write IPA, with the habits of their training.
A weight is 1 where a symbol is the phone, and less where the model writes it now and then while that phone
is spoken; those were set by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYMBOLS: Final = {
    "AA": "ɑ ɒ a ɔ:.3",
    "AE": "æ a:.5 ɛ:.1",
    "AH": "ə ʌ ɐ ɪ:.2 ɛ:.1 ɔ:.15 æ:.15 i:.15 oʊ:.1 ɑ:.15 ʊ:.1 u:.05 eɪ:.1 o:.2 e:.1",
    "AO": "ɔ ɒ ɑ:.5 oʊ:.15 o:.5",
    "AW": "aʊ a̯:.3 a:.3",
    "AY": "aɪ a:.3 ɪ:.05",
    "B": "b β ɓ p:.1 v:.1",
    "CH": "t͡ʃ t͡ɕ ʃ:.1 t:.1 k:.05",
    "D": "d ɖ ɾ d̪ t:.2 ð:.05",
    "DH": "ð d:.05 θ:.15",
    "EH": "ɛ e æ:.15 ɪ:.15 ə:.1 eɪ:.1",
    "ER": "ɝ ɚ ɜ ɹ:.2 ə:.1 oʊ:.02",
    "EY": "eɪ e ɛ:.1 æ:.05 i:.05",
    "F": "f ɸ θ:.15 p:.05",
    "G": "g ɡ k:.15 ɣ:.3",
    "HH": "h ħ ɦ x:.3",
    "IH": "ɪ ɨ i:.25 ə:.3 ɛ:.15 e:.1",
    "IY": "i ɪ:.2 e:.05 ə:.1",
    "JH": "d͡ʒ ɟ ʒ:.3 d:.1 t͡ʃ:.15",
    "K": "k kʰ g:.1 x:.1 t:.05",
    "L": "l ɫ ɮ oʊ:.05",
    "M": "m ɱ n:.1",
    "N": "n ɲ ɴ ŋ:.1 m:.1",
    "NG": "ŋ n:.3",
    "OW": "oʊ o ɔ:.15 u:.1 ə:.1",
    "OY": "ɔɪ ɔ:.1",
    "P": "p pʰ b:.1 f:.05",
    "R": "ɹ r ɻ ɾ:.2 ɝ:.2",
    "S": "s ɕ z:.3 s͈",
    "SH": "ʃ ɕ s:.05 t͡ʃ:.1",
    "T": "t tʰ ɾ t̪ d:.25 ʔ",
    "TH": "θ ð:.2 f:.15 t:.05",
    "UH": "ʊ u:.2 ə:.2 ʌ:.1",
    "UW": "u ʉ ju ʊ:.2 oʊ:.25",
    "V": "v ʋ f:.25 b:.05",
    "W": "w ʍ h:.1",
    "Y": "j ʝ ju:.3",
    "Z": "z s:.4",
    "ZH": "ʒ ʃ:.3 d͡ʒ:.3",
}
"""A phone's symbols, each with its weight, 1 where none is given."""
_LONGEST_SYMBOL: Final = 3
"""Characters in a symbol, with the tie of an affricate."""
_FROM_IPA: Final = {
    "a": ("AA",),
    "e": ("EH",),
    "o": ("OW",),
    "y": ("UW",),
    "x": ("K",),
    "c": ("K",),
    "r": ("R",),
    "ja": ("Y", "AA"),
    "je": ("Y", "EH"),
    "jo": ("Y", "OW"),
    "ju": ("Y", "UW"),
    "jʌ": ("Y", "AH"),
    "wa": ("W", "AA"),
    "we": ("W", "EH"),
    "wi": ("W", "IY"),
    "wʌ": ("W", "AH"),
    "ɪə": ("IH", "R"),
    "eə": ("EH", "R"),
    "ø": ("ER",),
    "œ": ("ER",),
    "ɯ": ("UW",),
    "ɥ": ("W",),
    "ɲ": ("N", "Y"),
    "ʎ": ("L", "Y"),
    "ʂ": ("SH",),
    "ʐ": ("ZH",),
    "ʑ": ("ZH",),
    "ʈ": ("T",),
    "ɽ": ("R",),
    "ʀ": ("R",),
    "ʁ": ("R",),
    "χ": ("K",),
    "ç": ("HH",),
    "t͡s": ("T", "S"),
    "ɤ": ("AH",),
    "ɘ": ("AH",),
    "ɵ": ("UH",),
    "ɰ": ("W",),
    "ᵊ": ("AH",),
}


def _weighted(symbols: str) -> dict[str, float]:
    parts = (part.partition(":") for part in symbols.split())
    return {symbol: float(weight) if weight else 1.0 for symbol, _, weight in parts}


SYMBOL_WEIGHTS: Final = {phone: _weighted(symbols) for phone, symbols in _SYMBOLS.items()}
"""For each phone the symbols it is written with, and how much of each is it, 0 to 1."""


def from_ipa(symbols: Sequence[str]) -> tuple[str, ...]:
    """Return the nearest ARPABET phones of IPA symbols; marks that are no sound of their own are dropped."""
    phones: list[str] = []
    joined = "".join(symbols).replace("͡", "͡")
    i = 0
    while i < len(joined):
        for size in range(_LONGEST_SYMBOL, 0, -1):
            found = _IPA.get(joined[i : i + size])
            if found:
                phones.extend(found)
                i += size
                break
        else:
            i += 1
    return tuple(phones)


_IPA: Final = {
    **{
        symbol: (phone,)
        for phone, weights in SYMBOL_WEIGHTS.items()
        for symbol, weight in weights.items()
        if weight == 1
    },
    **_FROM_IPA,
}
"""Symbols, and the phones that they are."""
