"""The process that decodes a picture, the only place where one from outside is: it may hang, grow or die.

It is handed a file's name, or without one the picture on its standard input, and answers with its sizes
(`SIZE`) and the rows of the picture in red, green and blue, its longer side of `KEPT_PIXELS`.
Anything that goes wrong is its end without an answer.

Only what the web shows is tried (`FORMATS`). Left to choose, Pillow takes 40 formats by their first
bytes, whatever the file is called, and starts Ghostscript for one of them.
"""

from __future__ import annotations

import sys
import warnings
from io import BytesIO
from pathlib import Path
from struct import Struct
from typing import Final

FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
PIXEL_LIMIT: Final = 40_000_000
KEPT_PIXELS: Final = 640
"""The longer side of the picture that is kept in memory: some for each of the cells that it is drawn in."""
SIZE: Final = Struct("<HHII")
"""Width and height as it is kept, and as it was."""


def main() -> None:
    """Write the picture that the file named by the argument, or the input, is, as large as it is kept."""
    from PIL import Image, ImageOps

    warnings.simplefilter("ignore")
    named = sys.argv[1:]
    with (
        Path(named[0]).open("rb") if named else BytesIO(sys.stdin.buffer.read()) as file,
        Image.open(file, formats=FORMATS) as picture,
    ):
        if picture.width * picture.height > PIXEL_LIMIT:
            raise ValueError("too large")  # nobody reads it
        original = picture.size
        picture.draft("RGB", (KEPT_PIXELS, KEPT_PIXELS))
        # Made small before it is made RGB, where that can be: two whole pictures are not held at once.
        small = picture.convert("RGB") if picture.mode in {"P", "PA", "1"} else picture
        small.thumbnail((KEPT_PIXELS, KEPT_PIXELS))
        rows = ImageOps.contain(small.convert("RGB"), (KEPT_PIXELS, KEPT_PIXELS))  # a smaller one is enlarged
    sys.stdout.buffer.write(SIZE.pack(*rows.size, *original) + rows.tobytes())
