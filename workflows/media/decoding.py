"""A photo is decoded in a process of its own with a memory limit, and encoded anew from its pixels alone.

Runs as `python -m workflows.media.decoding`: the file on standard input; on success a line of JSON and
the JPEG on standard output, otherwise exit status 3 and one sentence on standard error.
"""

import json
import resource
import sys
import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 50_000_000
LONG_SIDE = 2048
"""Pixels; the largest that the networks show (`docs/decisions/pictures.md`)."""
MEMORY = 2 << 30
"""Bytes of address space: a 48-megapixel JPEG was measured at 729 MB."""
QUALITY = 88


class Unusable(Exception):
    """A file that cannot be used, with the sentence for whoever sent it."""


def clean(content: bytes) -> tuple[bytes, int, int]:
    """A JPEG made from the pixels of `content` only, upright, at most 2048 pixels long, and its size."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            return _encoded(_checked(image))
    except UnidentifiedImageError:
        raise Unusable("That file is not a JPEG, PNG or WebP picture. Please send the photo in one of these.") from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Unusable("That picture has more than 50 megapixels. Please send a smaller version.") from None
    except (OSError, SyntaxError, ValueError, MemoryError):
        raise Unusable(
            "That picture is damaged or too large to open. Please send it again or choose another."
        ) from None


def _checked(image: Image.Image) -> Image.Image:
    if getattr(image, "n_frames", 1) > 1:
        raise Unusable("That is an animation. Please send a still photo.")
    if image.mode.startswith("I;16") and image.width * image.height > 4_000_000:
        raise Unusable("That picture has more colour depth than a post needs. Please send it as a JPEG.")
    return image


def _encoded(image: Image.Image) -> tuple[bytes, int, int]:
    image.draft("RGB", (LONG_SIDE, LONG_SIDE))
    upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((LONG_SIDE, LONG_SIDE))
    # A new image made of the pixels: a plain save would carry comments and other metadata along.
    fresh = Image.frombytes("RGB", upright.size, upright.tobytes())
    file = BytesIO()
    fresh.save(file, "JPEG", quality=QUALITY)
    return file.getvalue(), fresh.width, fresh.height


def main() -> int:
    """Decode standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        jpeg, width, height = clean(sys.stdin.buffer.read())
    except Unusable as unusable:
        sys.stderr.write(str(unusable))
        return 3
    sys.stdout.buffer.write(json.dumps({"width": width, "height": height}).encode() + b"\n" + jpeg)
    return 0


if __name__ == "__main__":
    sys.exit(main())
