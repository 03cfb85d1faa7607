"""What a school teaches the reader: false alarms that are allowed for a year at a time, and misses."""

from workflows.lessons import teaching, yearly

__all__ = ["teaching", "yearly"]
