"""What a clause means, in the words that a card shows beside its number."""

MEANINGS = {
    "1.8": "We promote charities with which the trust has a formal relationship.",
    "4.1": "A child is named beside a picture only with the parent's own consent for it.",
    "5.2": "Posts call staff by title and surname, never by forename.",
    "5.3": "Comments are switched off, so a post does not ask for them.",
    "5.7": "A child is named or described only with the parent's consent for that post.",
    "5.8": "Everything we post respects the equality policy.",
    "5.9": "School business is posted from the school's own official accounts only.",
    "6.2": "Everybody recognisable in a picture has consent, or their face is covered.",
    "6.4": "Nobody is tagged in a post.",
    "6.5": "Videos come from the school itself or from the trust's YouTube channel.",
    "7.7": "No swearing, not even mild or disguised.",
    "9.7": "We do not repost others' content or trade likes and shares.",
    "9.8": "People reach us by the official email and telephone, not by messages.",
}


def meaning(clause: str) -> str:
    """A clause in one plain sentence; empty for one that no finding names."""
    return MEANINGS.get(clause, "")
