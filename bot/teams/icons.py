"""The two icons of the app: a gate between two posts, drawn, or a trust's own ones, checked."""

from io import BytesIO

from PIL import Image, ImageDraw, UnidentifiedImageError

from workflows.errors import Misconfigured

COLOUR, OUTLINE = 192, 32
"""Pixels of the sides that Teams asks for."""
GROUND, LINES, KNOBS = "#0b5c5a", "#ffffff", "#ffd27d"
GRID = 32
BARS = ((9, 12, 9, 25), (23, 12, 23, 25), (9, 17, 23, 17), (9, 21, 23, 21))
TOPS = ((9, 8.6), (23, 8.6))
FINE = 4
"""Drawn so many times larger and made smaller, which smooths the edges."""


def colour() -> bytes:
    """The coloured icon as PNG."""
    return _drawn(COLOUR, GROUND, KNOBS)


def outline() -> bytes:
    """The white outline on nothing as PNG, as Teams asks for."""
    return _drawn(OUTLINE, None, LINES)


def _drawn(side: int, ground: str | None, knobs: str) -> bytes:
    scale = side * FINE / GRID
    # White without opacity, or the smoothed edges of the outline turn grey.
    icon = Image.new("RGBA", (side * FINE, side * FINE), ground or (255, 255, 255, 0))
    draw = ImageDraw.Draw(icon)
    for bar in BARS:
        draw.line([one * scale for one in bar], LINES, round(2.4 * scale))
    for x, y in TOPS:
        draw.ellipse([(x - 2.2) * scale, (y - 2.2) * scale, (x + 2.2) * scale, (y + 2.2) * scale], knobs)
    out = BytesIO()
    icon.resize((side, side), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def checked(content: bytes, side: int, name: str) -> bytes:
    """An icon of the trust's own; raises Misconfigured where it is no PNG of that size, or no white outline."""
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as icon:
            if icon.size != (side, side):
                width, height = icon.size
                raise Misconfigured(f"The {name} icon must be {side} × {side} pixels; this one is {width} × {height}.")
            if side == OUTLINE and not _is_white_outline(icon):
                raise Misconfigured("The outline icon must be white on a transparent ground, with no other colour.")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        raise Misconfigured(f"The {name} icon is not a PNG picture.") from None
    return content


def _is_white_outline(icon: Image.Image) -> bool:
    *colours, opacity = icon.convert("RGBA").split()
    seen = opacity.point(lambda value: 255 if value else 0)
    white = Image.new("L", icon.size, 255)
    pale = all(Image.composite(band, white, seen).getextrema()[0] == 255 for band in colours)
    return pale and opacity.getextrema()[0] == 0
