"""What the model hears, in its own alphabet, as phones."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.align.acoustic.mixing import mixing_matrix
from briefing.align.pronunciation.phones import BLANK, BOUNDARY, COLUMNS, INDEX, PHONES

ALPHABET = ("<blank>", "<wb>", "m", "t͡ʃ", "unheard of")


@pytest.mark.parametrize("phone", PHONES)
def test_every_phone_is_heard_where_the_model_knows_its_sound(phone: str) -> None:
    everything = tuple(dict.fromkeys(("<blank>", "<wb>", *"ɑɒaæəʌɐɔoɛeɝɚɜfghijklmnŋprsʃtθðuʊvwzʒbd")))
    everything += ("aʊ", "aɪ", "t͡ʃ", "eɪ", "d͡ʒ", "oʊ", "ɔɪ", "ɪ", "ɹ")
    assert mixing_matrix(everything)[:, INDEX[phone]].max() == 1


def test_blank_and_boundary_are_columns_of_their_own_and_say_no_phone() -> None:
    matrix = mixing_matrix(ALPHABET)
    assert matrix.shape == (len(ALPHABET), COLUMNS)
    assert np.flatnonzero(matrix[:, BLANK] == 1).tolist() == [0]
    assert np.flatnonzero(matrix[:, BOUNDARY] == 1).tolist() == [1]
    assert matrix[:2, :BLANK].max() < 1e-5


def test_a_symbol_that_stands_for_no_phone_is_hardly_heard_as_any() -> None:
    assert mixing_matrix(ALPHABET)[4, :BLANK].max() < 1e-5
    assert mixing_matrix(ALPHABET)[2, INDEX["M"]] == 1
