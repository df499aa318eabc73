"""A page that only leads on to another says where to, and one with a story is read."""

from __future__ import annotations

import pytest

from tests.unit.formats.pages.html.heads_made import found

AT = "https://news.example/old/bridge"
NEW = "https://news.example/bridge"


@pytest.mark.parametrize(
    "content",
    [
        "0; url=https://news.example/bridge",
        "0;URL='https://news.example/bridge'",
        ' 3 ; url = "/bridge" trailing',
        "1,../bridge",
    ],
)
@pytest.mark.parametrize("body", ["", '<p>You are sent on. <a href="/bridge">Follow this link.</a></p>'])
def test_a_page_that_only_leads_on_says_where_to(content: str, body: str) -> None:
    quoted = content.replace('"', "&quot;")
    page = found(f'<meta http-equiv="Refresh" content="{quoted}">', body, at=AT)
    assert page.notices == (f"This page only leads on to another one: open {NEW}",)


@pytest.mark.parametrize(
    "content",
    ["300", "5; url=https://news.example/old/bridge", "0; url=file:///etc/passwd", "0; url=http://[", ""],
)
def test_a_page_that_comes_again_or_leads_nowhere_says_nothing(content: str) -> None:
    assert not found(f'<meta http-equiv="refresh" content="{content}">', "", at=AT).notices


def test_a_story_that_leads_on_later_is_read_without_a_word_of_it() -> None:
    page = found('<meta http-equiv="refresh" content="900; url=/front">', at=AT)
    assert not page.notices
    assert page.parts
