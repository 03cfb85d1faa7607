"""The trust's registers: read from files, compared, applied in one piece, handed to the policy as facts."""
