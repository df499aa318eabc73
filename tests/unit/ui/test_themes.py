"""Contrast of every pair that is painted, in every theme, as terminals draw it and as eyes see it.

Colour blindness is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009), the matrices of severity 1.0, in linear light.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from rich.color import ColorSystem

from briefing.settings import THEMES
from briefing.ui.colours import Depth
from briefing.ui.roles import ROLES, TERMINAL, drawn_as
from briefing.ui.themes import PAINTS, paint
from briefing.ui.tui.sixteen import fitting
from briefing.ui.widgets.picture import contrast
from tests.palettes import PALETTES, seen

if TYPE_CHECKING:
    from tests.palettes import Rgb

SIGNS = {"bar", "thumb", "played", "unplayed", "mark"}
"""Paints of drawn signs, for which 3:1 is enough."""
COLOURED = sorted(theme for theme in ROLES if theme != TERMINAL)
OF_ALL_COLOURS = [theme for theme in COLOURED if not theme.endswith("-16")]
OF_SIXTEEN = [theme for theme in COLOURED if theme.endswith("-16")]
FOR_COLOUR_BLINDNESS_IN_SIXTEEN = [theme for theme in OF_SIXTEEN if theme.startswith("colour-blind")]
EYES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LIT = ("page", "lit-page", "word", "hit", "select")
"""The grounds that tell a text, its sentence, its word, a match and a selection apart."""


def least(theme: str, name: str) -> float:
    if name in SIGNS:
        return 3.0
    return 7.0 if theme.startswith("high-contrast") else 4.5


def as_seen(colour: Rgb, eye: str) -> Rgb:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    mixed = [sum(part * light for part, light in zip(row, linear, strict=True)) for row in EYES[eye]]
    red, green, blue = (
        round(255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055))
        for c in (min(1.0, max(0.0, v)) for v in mixed)
    )
    return red, green, blue


def pair(theme: str, name: str, colours: ColorSystem = ColorSystem.TRUECOLOR) -> tuple[Rgb, Rgb]:
    style = paint(theme, name)
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = (each.downgrade(colours).get_truecolor() for each in (style.color, style.bgcolor))
    return (ink.red, ink.green, ink.blue), (ground.red, ground.green, ground.blue)


def rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:], 16)


@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=["all", "256"])
@pytest.mark.parametrize("theme", OF_ALL_COLOURS)
def test_what_is_painted_can_be_read(theme: str, colours: ColorSystem) -> None:
    for name in PAINTS:
        assert contrast(*pair(theme, name, colours)) >= least(theme, name), name


@pytest.mark.parametrize("terminal", PALETTES)
@pytest.mark.parametrize("theme", OF_SIXTEEN)
def test_what_is_painted_in_sixteen_colours_can_be_read(theme: str, terminal: str) -> None:
    for name in PAINTS:
        style = fitting(paint(theme, name), draws_underlines=terminal != "linux")
        for ink, ground in seen(style, terminal):
            assert contrast(ink, ground) >= least(theme, name), name


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", OF_ALL_COLOURS)
def test_what_is_painted_can_be_read_by_colour_blind_eyes(theme: str, eye: str) -> None:
    for name in PAINTS:
        ink, ground = pair(theme, name)
        assert contrast(as_seen(ink, eye), as_seen(ground, eye)) >= least(theme, name), name


@pytest.mark.parametrize("theme", [theme for theme in OF_ALL_COLOURS if "colour-blind" in theme])
def test_for_colour_blindness_no_two_grounds_differ_in_hue_alone(theme: str) -> None:
    grounds = {name: rgb(ROLES[theme][name]) for name in LIT}
    for (one, first), (other, second) in combinations(grounds.items(), 2):
        assert contrast(first, second) >= 1.25, (one, other)
        for eye in EYES:
            assert contrast(as_seen(first, eye), as_seen(second, eye)) >= 1.25, (one, other, eye)


@pytest.mark.parametrize("eye", ["usual", *EYES])
@pytest.mark.parametrize("terminal", PALETTES)
@pytest.mark.parametrize("theme", FOR_COLOUR_BLINDNESS_IN_SIXTEEN)
def test_for_colour_blindness_sixteen_colours_differ_in_lightness_on_every_palette(
    theme: str, terminal: str, eye: str
) -> None:
    looks = {}
    for name in PAINTS:
        style = fitting(paint(theme, name), draws_underlines=terminal != "linux")
        for pairs in seen(style, terminal):
            ink, ground = (each if eye == "usual" else as_seen(each, eye) for each in pairs)
            assert contrast(ink, ground) >= least(theme, name), name
            looks[name] = ink, ground
    for one, other in combinations(("text", "word", "hit", "select"), 2):
        assert contrast(looks[one][1], looks[other][1]) >= 1.2, (one, other)
    for one, other in (("lit", "word"), ("lit", "hit"), ("lit", "select"), ("kicker", "text")):
        assert contrast(looks[one][1], looks[other][1]) >= 1.2, (one, other)
    assert contrast(looks["played"][0], looks["unplayed"][0]) >= 1.2
    assert contrast(looks["bar"][1], looks["text"][1]) >= 3.0
    assert contrast(looks["panel-here"][1], looks["panel"][1]) >= 3.0
    assert contrast(looks["panel-focused"][1], looks["panel"][1]) >= 3.0


@pytest.mark.parametrize("theme", OF_SIXTEEN)
@pytest.mark.parametrize("terminal", PALETTES)
def test_in_sixteen_colours_word_sentence_and_text_differ_in_lightness_or_signs(
    theme: str, terminal: str
) -> None:
    looks = {
        (pairs, style.bold, style.underline)
        for name in ("text", "lit", "word", "hit", "select")
        for style in [fitting(paint(theme, name), draws_underlines=terminal != "linux")]
        for pairs in [frozenset(seen(style, terminal))]
    }
    assert len(looks) == 5


def test_without_colours_word_sentence_match_and_selection_differ_by_their_marks() -> None:
    looks = {}
    for name in ("text", "lit", "word", "hit", "select"):
        style = paint(TERMINAL, name)
        assert style.color
        assert style.bgcolor
        assert style.color.is_default
        assert style.bgcolor.is_default
        looks[bool(style.bold), bool(style.underline), bool(style.reverse)] = name
    assert len(looks) == 5
    assert looks[True, True, True] == "word"


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_is_drawn_in_any_number_of_colours(theme: str) -> None:
    drawn = {depth: drawn_as(theme, depth) for depth in Depth}
    assert drawn[Depth.NONE] == TERMINAL
    assert drawn[Depth.MANY] == theme
    assert set(drawn.values()) <= set(ROLES)
