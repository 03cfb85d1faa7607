"""A chart of growth as SVG: sizes on a logarithmic axis, figures on one too where they differ much."""

from collections.abc import Callable
from html import escape
from math import ceil, floor, log10

from tests.bench.results import Growth, Points

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 72, 24, 44, 72
COLOURS = ("#1f6f8b", "#c8553d", "#588157", "#7b2d8b", "#8d6a00")
STYLE = "font-family:system-ui,sans-serif;font-size:12px;fill:#333"
Scale = Callable[[float], float]


def chart(growth: Growth) -> str:
    """The whole drawing."""
    points = [point for line in growth.lines.values() for point in line]
    across, along = _sizes([size for size, _ in points])
    up, levels = _figures([figure for _, figure in points])
    parts = [
        f'<text x="{LEFT}" y="24" style="{STYLE};font-size:14px;font-weight:600">{escape(growth.title)}</text>',
        *(_level(level, up(level)) for level in levels),
        *(_tick(size, across(size)) for size in along),
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - BOTTOM + 34}" text-anchor="end" style="{STYLE}">'
        f"{escape(growth.size)} → {escape(growth.unit)}</text>",
        *(_line(name, line, number, across, up) for number, (name, line) in enumerate(growth.lines.items())),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *parts, "</svg>\n"])


def _sizes(sizes: list[float]) -> tuple[Scale, list[float]]:
    low, high = log10(max(1, min(sizes))), log10(max(10, *sizes))
    width = (WIDTH - LEFT - RIGHT) / ((high - low) or 1)
    return lambda size: LEFT + (log10(max(1, size)) - low) * width, sorted(set(sizes))


def _figures(figures: list[float]) -> tuple[Scale, list[float]]:
    """A scale upward and its lines: by powers of ten where the largest is over thirty times the smallest."""
    floor_at, room = HEIGHT - BOTTOM, HEIGHT - TOP - BOTTOM
    least = min(figures)
    if least > 0 and max(figures) / least > 30:
        low, high = floor(log10(least)), ceil(log10(max(figures)))
        by_tens = [10.0**power for power in range(low, high + 1)]
        return lambda figure: floor_at - (log10(figure) - low) / (high - low) * room, by_tens
    step = _step(max(figures))
    most = ceil(max(figures) / step) * step or 1
    return lambda figure: floor_at - figure / most * room, [step * number for number in range(round(most / step) + 1)]


def _step(most: float) -> float:
    """A round number that fits four to nine times."""
    if most <= 0:
        return 1
    power = 10.0 ** floor(log10(most / 4))
    return next(power * factor for factor in (1, 2, 5, 10) if most / (power * factor) <= 8)


def _level(figure: float, y: float) -> str:
    return (
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" style="{STYLE}">{figure:,.6g}</text>'
    )


def _tick(size: float, x: float) -> str:
    return f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle" style="{STYLE}">{size:,.0f}</text>'


def _line(name: str, points: Points, number: int, across: Scale, up: Scale) -> str:
    colour = COLOURS[number % len(COLOURS)]
    placed = [(across(size), up(figure)) for size, figure in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in placed)
    x, y = LEFT + (number % 2) * 280, HEIGHT - 22 + (number // 2) * 15
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'
        f'<circle cx="{x}" cy="{y - 4}" r="4" fill="{colour}"/>'
        f'<text x="{x + 10}" y="{y}" style="{STYLE}">{escape(name)}</text>'
    )
