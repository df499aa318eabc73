"""Tokens of timed lines, each with the time that its letters take."""

from __future__ import annotations

from briefing.formats.timed.tokens import tokens_of
from briefing.formats.timed_text import EXACT, SPREAD, Piece, TimedLine


def told(*pieces: Piece, stop_s: float) -> list[tuple[str, float | None, float | None]]:
    return [
        (token.word, token.start_s, token.end_s)
        for token in tokens_of([TimedLine(pieces, stop_s, is_stamped=True)])
    ]


def test_a_word_with_a_stamp_of_its_own_lasts_until_the_next() -> None:
    assert told(Piece("One ", 1.0), Piece("two.", 1.5), stop_s=2.0) == [("One", 1.0, 1.5), ("two.", 1.5, 2.0)]


def test_words_that_share_a_stamp_share_its_time_by_their_letters() -> None:
    assert told(Piece("a bbb c", 0.0), stop_s=7.0) == [("a", 0.0, 1.0), ("bbb", 2.0, 5.0), ("c", 6.0, 7.0)]


def test_a_word_of_several_pieces_begins_with_its_first_and_ends_with_its_last() -> None:
    assert told(Piece("to", 1.0), Piece("mor", 1.5), Piece("row", 2.0), stop_s=3.0) == [
        ("tomorrow", 1.0, 3.0)
    ]


def test_a_piece_without_a_time_has_none() -> None:
    assert told(Piece("— ", 1.0, is_timed=False), Piece("two", 1.5), stop_s=2.0)[0] == ("—", None, None)


def test_only_a_stamp_for_one_word_is_exact() -> None:
    (one, *shared) = tokens_of(
        [TimedLine((Piece("One ", 1.0), Piece("two three", 1.5)), 2.0, is_stamped=True)]
    )
    assert one.confidence == EXACT
    assert {token.confidence for token in shared} == {SPREAD}
    (spread,) = tokens_of([TimedLine((Piece("One", 1.0),), 2.0)])
    assert spread.confidence == SPREAD
