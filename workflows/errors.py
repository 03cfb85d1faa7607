"""What can go wrong, named for what happened; every message is a sentence that a headteacher may read."""


class GatepostError(Exception):
    """Anything that Gatepost itself raises. Messages never hold names, texts or other personal data."""


class WrongKey(GatepostError):
    """Data at rest cannot be read with the configured keys."""


class Misconfigured(GatepostError):
    """A setting is missing or contradicts another."""


class Refused(GatepostError):
    """The person asked for something that cannot be done; the sentence tells them why and what to do."""


class NotAllowed(Refused):
    """The person's roles do not cover what they asked for."""


class Stranger(Refused):
    """Not on the staff register, a guest, or somebody from outside."""


class AlreadyDecided(Refused):
    """A second click, an old card or a changed draft: nothing happens."""


class NotReady(Refused):
    """The draft still lacks something or breaks a rule."""


class BadFile(Refused):
    """A file that cannot be taken: wrong type, too large, damaged."""


class Stale(GatepostError):
    """The row changed between reading and claiming it: read again and decide again."""


class ChatError(GatepostError):
    """The chat platform did not do what was asked."""


class RateLimited(ChatError):
    """The platform asks to wait; `retry_after` is in seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("The chat platform asked us to wait.")
        self.retry_after = retry_after


class Unreachable(ChatError):
    """Nobody can be reached under this address; `reason` is a key of `REASONS`, empty where it is not known."""

    REASONS = frozenset({"", "not_in_channel", "archived", "missing", "no_identity", "revoked"})

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        assert reason in self.REASONS, "a word that people can be told of"  # noqa: S101
        self.reason = reason
