"""Small drawings of letters: one bar a figure, as long as the figure is large."""

from tests.bench.results import Points

EIGHTHS = " ▏▎▍▌▋▊▉█"
WIDTH = 24


def bar(value: float, largest: float, width: int = WIDTH) -> str:
    """A bar of at most `width` letters; anything above nothing is visible."""
    eighths = max(1, round(value / largest * width * 8)) if largest > 0 else 0
    full, rest = divmod(eighths, 8)
    return "█" * full + (EIGHTHS[rest] if rest else "")


def bars(points: Points) -> list[tuple[float, float, str]]:
    """Size, figure and bar of every point."""
    largest = max(figure for _, figure in points)
    return [(size, figure, bar(figure, largest)) for size, figure in points]
