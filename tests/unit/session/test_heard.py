"""What the library is told of how far an item was heard."""

from __future__ import annotations

from briefing.session.heard import HeardSoFar

Told = tuple[int, float, bool | None, float | None]


class Notebook:
    def __init__(self) -> None:
        self.told: list[Told] = []

    def keep_heard(
        self, number: int, heard: float, *, is_heard: bool | None = None, length_s: float | None = None
    ) -> None:
        self.told.append((number, heard, is_heard, length_s))


def test_it_is_told_how_far_and_that_all_of_it_was_heard() -> None:
    notebook = Notebook()
    heard = HeardSoFar(notebook, 12)
    heard.reach(0.25, 60.0)
    heard.reach(1.0, 60.0, is_last=True)
    assert notebook.told == [(12, 0.25, None, 60.0), (12, 1.0, True, 60.0)]
    assert heard.is_heard


def test_a_mark_leaves_how_far_it_was() -> None:
    notebook = Notebook()
    heard = HeardSoFar(notebook, 12, is_heard=True)
    heard.reach(0.5, None)
    heard.mark(is_heard=False)
    assert notebook.told[-1] == (12, 0.5, False, None)
    assert not heard.is_heard


def test_of_what_is_not_in_the_library_nobody_is_told() -> None:
    notebook = Notebook()
    heard = HeardSoFar(notebook, None)
    heard.reach(0.5, 60.0)
    heard.mark(is_heard=True)
    assert (notebook.told, heard.is_kept) == ([], False)
