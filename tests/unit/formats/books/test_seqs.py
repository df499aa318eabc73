"""A SMIL file says what of it can be left, whatever of its vocabularies it uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.books.markup import parse
from briefing.formats.books.seqs import Seq, read_seqs
from briefing.structures import StructureKind

LIST, TABLE, ASIDE = StructureKind.LIST, StructureKind.TABLE, StructureKind.ASIDE


def seqs(body: str, most: int = 100) -> list[Seq]:
    head = '<smil xmlns:epub="http://www.idpf.org/2007/ops"><head/>'
    root = parse(f"{head}<body>{body}</body></smil>".encode())
    assert root is not None
    return read_seqs(root, most)


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ('epub:type="table"', TABLE),
        ('class="list" customTest="x"', LIST),
        ('class="prodnote"', ASIDE),
        ('customTest="sidebar"', ASIDE),
        ('epub:type="aside"', ASIDE),
    ],
)
def test_a_seq_says_what_it_is(attributes: str, kind: StructureKind) -> None:
    assert seqs(f"<par/><seq {attributes}><par/><par/></seq><par/>") == [Seq(kind, 1, 3)]


def test_seqs_of_chapters_and_empty_ones_are_nothing_that_is_left() -> None:
    assert seqs('<seq epub:type="chapter"><par/><seq class="list"/></seq>') == []


def test_a_seq_holds_all_that_those_within_it_hold() -> None:
    body = '<seq class="table"><seq class="tr"><par/></seq><seq class="list"><par/><par/></seq></seq><par/>'
    assert seqs(body) == [Seq(TABLE, 0, 3), Seq(LIST, 1, 3)]


def test_no_more_pars_are_counted_than_are_read() -> None:
    assert seqs('<seq class="list"><par/><par/><par/></seq>', most=2) == [Seq(LIST, 0, 2)]


trees = st.recursive(
    st.just("<par/>"),
    lambda inside: st.tuples(st.sampled_from(["list", "table", "x"]), st.lists(inside, max_size=4)).map(
        lambda made: f'<seq class="{made[0]}">{"".join(made[1])}</seq>'
    ),
    max_leaves=20,
)


@given(body=trees)
def test_any_two_are_one_in_the_other_or_apart(body: str) -> None:
    found = seqs(body)
    for number, before in enumerate(found):
        assert before.first < before.stop <= body.count("<par/>")
        for after in found[number + 1 :]:
            assert before.first <= after.first
            assert after.stop <= before.stop or before.stop <= after.first
