"""Pictures that show nothing of a story are told by their size, their names and their addresses."""

from __future__ import annotations

import pytest
from lxml import html

from briefing.formats.pages.html.decoration import is_decoration


def told(source: str) -> bool:
    (picture,) = html.fragment_fromstring(f"<section>{source}</section>").iter("img")
    return is_decoration(picture, picture.get("src"))


@pytest.mark.parametrize(
    "source",
    [
        '<img src="/a.gif" width="1" height="1">',
        '<img src="/a.jpg" width="48px">',
        '<img src="/a.jpg" style="width: 20px; height: 20px">',
        '<img src="/a.jpg" class="user-avatar">',
        '<div class="author"><a><img src="/mira.jpg"></a></div>',
        '<img src="/img/logo.png">',
        '<img src="/2020/ic_print.png">',
        '<img src="/authors/mira.png">',
        '<img src="/img/quote-bottom.png">',
        '<img src="/icons/share.png">',
        '<img src="https://www.facebook.com/tr?id=1">',
        '<img src="https://secure.gravatar.com/avatar/0">',
        '<img src="/a.jpg" role="presentation" alt="">',
    ],
)
def test_decoration_is_told(source: str) -> None:
    assert told(source)


@pytest.mark.parametrize(
    "source",
    [
        '<img src="/a.jpg">',
        '<img src="/a.jpg" width="640" height="360">',
        '<img src="/a.jpg" width="100%" style="width: 100%">',
        '<img src="/catalogue-iconic-bridge.jpg">',
        '<figure class="article-image"><img src="/prologue.jpg"></figure>',
    ],
)
def test_a_picture_of_the_story_is_none(source: str) -> None:
    assert not told(source)
