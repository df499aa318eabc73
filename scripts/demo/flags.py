"""Draws the picture of the briefing: the flags of North Korea and Russia on poles, side by side.

Proportions and colours are those of the two flag laws. North Korea (1:2): bands of
blue, white, red, white and blue that stand 6:1:22:1:6 high; a white disc of 4/9 of the flag's
height, a third of the way along, with a red star as large as the disc allows. Russia
(2:3): white, blue and red of equal height. The cloth waves: each column of a flag is
shifted up or down along a sine, and lit by its slope.

It has to be read in a terminal, where a picture is perhaps 60 cells wide with two
dots in each: large shapes, strong edges, no detail that such dots would lose.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

WIDTH: Final = 960
HEIGHT: Final = 480
SCALE: Final = 3
"""Everything is drawn this much larger and then reduced, which smooths the edges."""

SKY_TOP: Final = (66, 134, 204)
SKY_FOOT: Final = (203, 226, 243)
CLOUD: Final = (255, 255, 255)
HILL: Final = (58, 84, 72)
POLE: Final = (232, 232, 226)
POLE_SHADE: Final = (120, 126, 132)
GOLD: Final = (216, 172, 64)

CLOUDS: Final = (
    (250, 352, 30),
    (300, 340, 40),
    (345, 356, 26),
    (470, 120, 22),
    (20, 420, 36),
    (900, 405, 40),
)
"""Centres and half heights of the puffs that make the clouds."""

KOREA: Final = {"blue": (2, 79, 162), "white": (255, 255, 255), "red": (237, 28, 39)}
RUSSIA: Final = ((255, 255, 255), (0, 57, 166), (213, 43, 30))


def draw_flags(path: Path) -> None:
    """Write the picture as a PNG of `WIDTH` x `HEIGHT`."""
    image = _sky()
    cloth = 400 * SCALE
    for flag, pole_x, phase in (
        (_korea(cloth), 44, 0.4),
        (_russia(cloth), 506, 1.9),
    ):
        _raise_flag(image, flag, pole_x * SCALE, 70 * SCALE, phase)
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(path, format="PNG", optimize=True)


def _sky() -> Image.Image:
    width, height = WIDTH * SCALE, HEIGHT * SCALE
    rows = np.linspace(0, 1, height)[:, None]
    column = np.asarray(SKY_TOP) * (1 - rows) + np.asarray(SKY_FOOT) * rows
    image = Image.fromarray(np.repeat(column[:, None, :], width, axis=1).astype(np.uint8), "RGB")
    clouds = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(clouds)
    for x, y, r in CLOUDS:
        left, top, right, foot = x - 2.2 * r, y - 0.55 * r, x + 2.2 * r, y + 0.55 * r
        pen.ellipse([left * SCALE, top * SCALE, right * SCALE, foot * SCALE], fill=190)
    image.paste(Image.new("RGB", image.size, CLOUD), mask=clouds.filter(ImageFilter.GaussianBlur(11 * SCALE)))
    pen = ImageDraw.Draw(image)
    crest = [
        (x * SCALE, (452 - 14 * math.sin(x / 150) - 7 * math.sin(x / 61 + 1)) * SCALE)
        for x in range(0, WIDTH + 1, 4)
    ]
    pen.polygon([(0, height), *crest, (width, height)], fill=HILL)
    return image


def _korea(width: int) -> Image.Image:
    height = width // 2
    flag = Image.new("RGB", (width, height), KOREA["blue"])
    pen = ImageDraw.Draw(flag)
    unit = height / 36
    pen.rectangle([0, round(6 * unit), width, round(30 * unit)], fill=KOREA["white"])
    pen.rectangle([0, round(7 * unit), width, round(29 * unit)], fill=KOREA["red"])
    x, y, radius = width / 3, height / 2, height * 2 / 9
    pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=KOREA["white"])
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    star = [
        (
            x + (inner if k % 2 else radius) * math.sin(math.radians(36 * k)),
            y - (inner if k % 2 else radius) * math.cos(math.radians(36 * k)),
        )
        for k in range(10)
    ]
    pen.polygon(star, fill=KOREA["red"])
    return flag


def _russia(width: int) -> Image.Image:
    height = width * 2 // 3
    flag = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(flag)
    for band, colour in enumerate(RUSSIA):
        pen.rectangle([0, band * height // 3, width, (band + 1) * height // 3], fill=colour)
    return flag


def _waved(flag: Image.Image, phase: float) -> Image.Image:
    """Return the flag with its columns along a wave that grows away from the pole; transparent around."""
    cloth = np.asarray(flag, dtype=np.float64)
    height, width, _ = cloth.shape
    along = np.linspace(0, 1, width)
    rise = height * 0.055 * np.minimum(1, along * 2.2)
    turn = along * 2 * math.pi * 1.25 + phase
    shift = rise * (np.sin(turn) - math.sin(phase))
    light = 1 + 0.13 * np.cos(turn) * np.minimum(1, along * 2.2)
    margin = math.ceil(height * 0.13)
    waved: NDArray[np.uint8] = np.zeros((height + 2 * margin, width, 4), np.uint8)
    for x in range(width):
        top = margin + round(float(shift[x]))
        waved[top : top + height, x, :3] = np.clip(cloth[:, x] * light[x], 0, 255)
        waved[top : top + height, x, 3] = 255
    return Image.fromarray(waved, "RGBA")


def _raise_flag(image: Image.Image, flag: Image.Image, x: int, y: int, phase: float) -> None:
    pen = ImageDraw.Draw(image)
    half = 6 * SCALE
    pen.rectangle([x - half, y - 22 * SCALE, x + half, HEIGHT * SCALE], fill=POLE)
    pen.rectangle([x + half // 3, y - 22 * SCALE, x + half, HEIGHT * SCALE], fill=POLE_SHADE)
    ball = 12 * SCALE
    pen.ellipse([x - ball, y - 22 * SCALE - 2 * ball, x + ball, y - 22 * SCALE], fill=GOLD)
    waved = _waved(flag, phase)
    margin = (waved.height - flag.height) // 2
    image.paste(waved, (x + half, y - margin), waved)
