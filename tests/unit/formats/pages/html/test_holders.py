"""What stands in a list, a table or the like is told as such, and what only shapes a page is not."""

from __future__ import annotations

import pytest

from briefing.formats.draft import Draft
from briefing.formats.pages.html.answer import MOST_HOLDERS, Holder, PagePart
from briefing.formats.pages.html.body import read_fragment
from briefing.formats.pages.html.held import held
from briefing.formats.pages.html.tree import parse
from briefing.model import BlockKind, Media
from briefing.structures import StructureKind

BEFORE = "<p>The bridge across the harbour was opened again on Monday, after eleven days.</p>"
AFTER = "<p>The ferries go on until Friday, so that nobody has to wait for them in the rain.</p>"
LONG = "Ninety ships went around it, and on every one of them somebody wrote down how long that took them."


def told(body: str) -> list[tuple[str, str]]:
    tree = parse(f"<html><body>{body}</body></html>".encode(), "")
    assert tree is not None
    draft = Draft()
    for part in held(draft, read_fragment(tree, "")):
        draft.add(part.kind, part.text, part.level)
    document = draft.build("it", "it", Media())
    return [(kind.value, span.of(document.text)) for kind, span in document.structures]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<ul><li>One.<li>Two.</ul>", [("list", "One.\n\nTwo.")]),
        ("<ul><li>One.<ol><li>Two.</ol></ul>", [("list", "One.\n\nTwo."), ("list", "Two.")]),
        ("<dl><dt>One<dd>A number.</dl>", [("list", "One\n\nA number.")]),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", [("quotation", "One.\n\nTwo.")]),
        ("<pre>x = 1</pre>", [("code block", "x = 1")]),
        (
            "<table><tr><th>A<th>B<tr><td>1<td>2<tr><td>3<td>4</table>",
            [("table", "A: 1; B: 2\n\nA: 3; B: 4")],
        ),
        (
            "<figure><blockquote><p>One.</p></blockquote></figure>",
            [("figure", "One."), ("quotation", "One.")],
        ),
        (f"<aside><p>{LONG}</p></aside>", [("aside", LONG)]),
        ("<ul><li><h3>One</h3><p>Ninety ships went around it.</p></ul>", []),
        ("<table role='presentation'><tr><td><p>Ninety ships went around it.</p></table>", []),
        ("<p>Nothing else.</p>", []),
    ],
)
def test_what_can_be_left(body: str, found: list[tuple[str, str]]) -> None:
    assert told(BEFORE + body + AFTER) == found


def test_what_holds_all_of_a_story_is_no_structure_of_it() -> None:
    assert told(f"<blockquote><ul><li>{BEFORE}</li><li>{AFTER}</li></ul></blockquote>") == [
        ("list", f"{BEFORE[3:-4]}\n\n{AFTER[3:-4]}")
    ]


def test_lists_in_lists_have_an_end() -> None:
    tree = parse(f"{BEFORE}{'<blockquote>' * 90}One.{'</blockquote>' * 90}{AFTER}".encode(), "")
    assert tree is not None
    assert max(len(part.holders) for part in read_fragment(tree, "")) == MOST_HOLDERS


def test_parts_that_are_left_out_hold_nothing_up() -> None:
    draft = Draft()
    holder = Holder(StructureKind.LIST, 0)
    parts = [
        PagePart(BlockKind.CAPTION, "", holders=[holder]),
        PagePart(BlockKind.LIST_ITEM, "One.", holders=[holder]),
        PagePart(BlockKind.CAPTION, "", holders=[holder, Holder(StructureKind.FIGURE, 1)]),
    ]
    for part in held(draft, parts):
        draft.add(part.kind, part.text)
    (found,) = draft.build("it", "it", Media()).structures
    assert found.kind is StructureKind.LIST
    assert len(found.span) == len("One.")
