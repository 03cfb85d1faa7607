"""The sample trust of the demo: invented schools and people."""
