"""What terminals make of the sixteen colours: their palettes, and what bold, reversal and underline do.

Sources of the palettes, in the order of SGR 30 to 37 and 90 to 97:
- xterm: `XTerm-col.ad` of patch 379.
- VTE: `vte.cc` of 0.70, `Terminal::reset_palette`; GNOME Terminal sets its own, `terminal-profiles.cc`
  (`TERMINAL_PALETTE_GNOME`).
- Linux: `drivers/tty/vt/vt.c`, `default_red`, `default_grn` and `default_blu`; what it makes of attributes
  is `build_attr` there. Grounds are of the first eight only.
- Windows: "Campbell", the defaults of `conhost` and Windows Terminal (microsoft/terminal,
  `src/types/utils.cpp`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.style import Style

Rgb = tuple[int, int, int]
Pair = tuple[Rgb, Rgb]


def _palette(colours: str) -> tuple[Rgb, ...]:
    return tuple((int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in colours.split())


PALETTES: Final[dict[str, tuple[Rgb, ...]]] = {
    "xterm": _palette(
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
        "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
    ),
    "vte": _palette(
        "000000 c00000 00c000 c0c000 0000c0 c000c0 00c0c0 c0c0c0 "
        "3f3f3f ff3f3f 3fff3f ffff3f 3f3fff ff3fff 3fffff ffffff"
    ),
    "gnome": _palette(
        "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc "
        "5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff"
    ),
    "linux": _palette(
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
    ),
    "windows": _palette(
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
        "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
    ),
}
_LINUX_UNDERLINE: Final = 6
"""`default_underline_color`, cyan."""


def seen(style: Style, terminal: str) -> set[Pair]:
    """Return the pairs of letter and ground that a style of the sixteen colours may become in a terminal.

    There are two where bold brightens letters in some versions of it or some settings.
    """
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = style.color.number, style.bgcolor.number
    assert ink is not None
    assert ground is not None
    assert ink < 16 > ground
    palette = PALETTES[terminal]
    if terminal == "linux":
        is_bright = bool(style.bold) or ink > 7
        ink, ground = (_LINUX_UNDERLINE if style.underline else ink) & 7, ground & 7
        if style.reverse:
            ink, ground = ground, ink
        return {(palette[ink + 8 * is_bright], palette[ground])}
    inks = {ink, ink + 8} if style.bold and ink < 8 else {ink}
    pairs = {(palette[each], palette[ground]) for each in inks}
    return {(back, fore) for fore, back in pairs} if style.reverse else pairs
