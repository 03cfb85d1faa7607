"""Hand-written fakes that keep the real limits."""
