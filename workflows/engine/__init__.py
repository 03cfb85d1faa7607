"""Durable work: commands that happen once, effects that follow, the engine that survives a crash."""
