"""Comments: read when they are reported, kept as evidence, alerted until a named person deals with them."""

from workflows.alerts import alerting, reporting

__all__ = ["alerting", "reporting"]
