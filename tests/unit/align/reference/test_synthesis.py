"""The text as a voice reads it: by sentences, with the rows of each token."""

from __future__ import annotations

from itertools import pairwise

from briefing.align.reference.synthesis import synthesise, utterances
from tests.unit.align.reference.made_up_voice import NEWS, read


def test_units_are_sentences_and_abbreviations_end_none() -> None:
    text = "Am 25. Okt. kam Dr. Bo. Er ging! So? Ja"
    assert [" ".join(text.split()[a:b]) for a, b in utterances(text.split())] == [
        "Am 25. Okt. kam Dr. Bo. Er ging!",
        "So?",
        "Ja",
    ]
    assert [b - a for a, b in utterances(["w"] * 100)] == [40, 40, 20]


def test_reading_tells_the_rows_of_each_token() -> None:
    synthesis = synthesise(NEWS, 170, read, lambda _share: None)

    assert all(a < b for a, b in pairwise(synthesis.start.tolist()))
    assert (synthesis.start < synthesis.stop).all()
    loud = synthesis.cepstra[:, 0] > -45
    assert all(loud[synthesis.start[i] : synthesis.stop[i]].mean() > 0.8 for i in range(len(NEWS)))
