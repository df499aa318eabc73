"""What goes over the pipes comes out as it went in."""

from __future__ import annotations

import pytest

from briefing.desktop.wire import packed_standing, packed_wish, standing_of, wish_of
from briefing.ports.desktop import DesktopWish, WishKind
from tests.unit.desktop.test_mpris import STANDING


def test_a_standing_comes_out_as_it_went_in() -> None:
    odd = STANDING._replace(title="Zoë \ud800 \0 漢字", artists=("A", "B"))
    assert standing_of(packed_standing(odd)) == odd


def test_a_wish_comes_out_as_it_went_in() -> None:
    wish = DesktopWish(WishKind.SEEK_BY, -5.0)
    assert wish_of(packed_wish(wish)) == wish


@pytest.mark.parametrize("payload", [b"", b"[]", b'["explode", 1, ""]', b"{}"])
def test_what_is_no_wish_is_none(payload: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        wish_of(payload)
