"""The process that makes a picture ready to go out: it may hang, grow or die.

It is handed a file's name, or without one the picture on its standard input, and answers with `HEAD` and the
picture as JPEG or PNG, its longer side at most `MOST_PIXELS`: the very bytes that it was handed where they
are that already. Anything that goes wrong is its end without an answer.
"""

from __future__ import annotations

import sys
import warnings
from io import BytesIO
from pathlib import Path
from struct import Struct
from typing import Final

FORMATS: Final = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
"""What the web shows. Left to choose, Pillow takes 40 formats, and starts Ghostscript for one of them."""
KEPT: Final = {"JPEG": "image/jpeg", "PNG": "image/png"}
"""What every reader of a book shows, and what it is called by MIME."""
PIXEL_LIMIT: Final = 40_000_000
MOST_PIXELS: Final = 1600
HEAD: Final = Struct("<4sHH")
"""The format, width and height."""
_QUALITY: Final = 85


def main() -> None:
    """Write the picture that the file named by the argument, or the input, is."""
    from PIL import Image, ImageOps

    warnings.simplefilter("ignore")
    named = sys.argv[1:]
    data = Path(named[0]).read_bytes() if named else sys.stdin.buffer.read()
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > PIXEL_LIMIT:
            raise ValueError("too large")  # nobody reads it
        format_ = picture.format or ""
        is_turned = picture.getexif().get(0x0112, 1) != 1
        if format_ in KEPT and max(picture.size) <= MOST_PIXELS and not is_turned:
            picture.load()  # all of it is there
            size = picture.size
        else:
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((MOST_PIXELS, MOST_PIXELS))
            is_clear = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            format_ = "PNG" if is_clear or format_ in {"PNG", "GIF"} else "JPEG"
            made = BytesIO()
            shown = upright.convert("RGBA" if is_clear else "RGB")
            shown.save(made, format_, quality=_QUALITY, optimize=True)
            data, size = made.getvalue(), shown.size
    sys.stdout.buffer.write(HEAD.pack(format_.encode(), *size) + data)
