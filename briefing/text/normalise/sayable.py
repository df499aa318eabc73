"""Whether capitals can be said as a word: by the clusters of consonants that English words have.

A word is split at its vowels. It can be said if it begins with an onset, ends with a coda,
every cluster between is a coda and an onset, and no more than two vowels stand in a row.
"NATO" and "EGYPT" pass, "UNHCR" and "NCAA" do not. Newsreaders know more than this, so an
aligner should always be offered both.
"""

# ruff: noqa: SIM905  # lists of clusters read better as words
from __future__ import annotations

import re
from typing import Final

_ONSETS: Final = frozenset(
    """b bl br c ch chr cl cr d dr dw f fl fr g gh gl gn gr h j k kh kl kn kr l ll m n p ph pl pr q r rh s
    sc sch scr sh shr sk sl sm sn sp spl spr squ st str sv sw t th thr tr ts tw v vl w wh wr x z zh""".split()
)
_CODAS: Final = frozenset(
    """b bs bt c ch ck cks cs ct cts d dd dge dh ds f ff fs ft fts g gh ghs ght ghts gs h j k kh ks l lb ld
    lds lf lk lks ll lls lm lp ls lt lth lts m mb mbs mp mps ms n nc nce nch nd nds ng ngs nk nks nn ns
    nst nt nth nts p ph ps pt pts q r rb rc rch rd rds rf rg rk rks rl rld rm rms rn rns rp rps rr rs
    rst rt rth rts rv s sc sh sk sks sm sp ss st sts t tch th ths ts tt v w wk wl wn wns ws x z""".split()
)
_LONG: Final = 6
"""Letters; what is longer and has a vowel is a word, for nobody names so many letters."""


def is_sayable(letters: str) -> bool:
    """Return whether `letters`, in any case, could be read as an English word."""
    # Between vowels "y" is a consonant: "mayor".
    lower = re.sub("(?<=[aeiou])y(?=[aeiou])", "j", letters.lower())
    if not re.search("[aeiou]" if len(lower) <= len("NYC") and lower[-1:] != "y" else "[aeiouy]", lower):
        return False
    if len(lower) >= _LONG:
        return True
    first, *middle, last = re.split("[aeiouy]+", lower)
    if re.search("[aeiouy]{3}", lower) or (first and first not in _ONSETS) or (last and last not in _CODAS):
        return False
    return all(
        any((not c[:i] or c[:i] in _CODAS) and (not c[i:] or c[i:] in _ONSETS) for i in range(len(c) + 1))
        for c in middle
    )
