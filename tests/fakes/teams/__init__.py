"""A Microsoft of our own on loopback: it signs, keeps conversations, and refuses what the real one refuses."""
