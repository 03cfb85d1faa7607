"""Figures and how they are written: medians, 99th percentiles, ratios."""

from collections.abc import Sequence
from statistics import median, quantiles

__all__ = ["count", "median", "megabytes", "p99", "rate", "ratio", "span"]


def p99(samples: Sequence[float]) -> float:
    """The 99th percentile; of fewer than a hundred samples that is close to the slowest."""
    return quantiles(samples, n=100, method="inclusive")[98] if len(samples) > 1 else samples[0]


def span(seconds: float) -> str:
    """A duration with two or three digits, in the unit that fits."""
    if seconds < 0.001:
        return f"{seconds * 1_000_000:.0f} µs"
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s" if seconds < 100 else f"{seconds:.0f} s"


def ratio(value: float, baseline: float) -> str:
    """How many times the baseline."""
    times = value / baseline
    return f"{times:.2f} ×" if times < 10 else f"{times:,.0f} ×"


def rate(count: int, seconds: float) -> str:
    """So many a second."""
    per_second = count / seconds
    return f"{per_second:,.1f}/s" if per_second < 100 else f"{per_second:,.0f}/s"


def count(number: float) -> str:
    """A count with thousands separated."""
    return f"{number:,.0f}"


def megabytes(size: float) -> str:
    """A size in bytes as MB."""
    return f"{size / 1_000_000:,.1f} MB" if size < 10_000_000 else f"{size / 1_000_000:,.0f} MB"
