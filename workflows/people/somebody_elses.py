"""What a sentence tells of somebody else than the child: the writer's mood, grandad's hearing aid, a bit of a play."""

from collections.abc import Sequence
from itertools import pairwise

from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

# What the writer of a comment may do or feel as well as a child.
OF_ANYBODY = frozenset({"mood", "behaviour", "care", "health"})
OF_A_BODY = frozenset({"look", "clothes", "health", "sure"})
ON_THE_WAY = frozenset({"place", "care", "mood", "time", "sure", "family"})
HELPERS_BEFORE, OWNED, WISHED = 4, 5, 4
OTHERS_BODIES = frozenset({"my", "your", "ur", "yer", "ya", "their", "there"})
WORN = frozenset({"old", "best", "good", "new", "own", "favourite", "spare"})
BY_ONESELF = frozenset({"his", "her", "himself", "herself", "hisself"})
A_BIT = frozenset(
    {"a", "the", "his", "her", "my", "our", "your", "their", "this", "that", "every", "little", "wee", "big"}
)
RIDES = frozenset({"bus", "coach", "car", "train", "minibus", "boat", "ferry"})
ELDERS = family("children", "parents") - {"moment", "brother", "sister", "cousin", "parent"} | {
    "husband",
    "wife",
    "half",
}
ONLY_THINGS = frozenset(
    {
        "reason",
        "way",
        "time",
        "thing",
        "problem",
        "place",
        "day",
        "bit",
        "downside",
        "question",
        "part",
        "trouble",
        "snag",
    }
)
TO_A_CHILD = frozenset({"him", "her", "his", "me", "my", "on"})
LOSES = frozenset({"has", "have", "had", "he", "she", "he's", "she's", "hes", "shes", "who", "already", "only", "just"})
UNABLE = frozenset({"can't", "cant", "couldn't", "couldnt", "cannot"})
NO_AILMENT = frozenset(
    {("see", "for"), ("talk", "about"), ("speak", "highly"), ("do", "enough"), ("tell", "you"), ("tell", "ya"),
     ("see", "why"), ("see", "how"), ("see", "what"), ("see", "it"), ("use", "it")}
)  # fmt: skip
SEEKING = frozenset({("see",), ("find",), ("hear",), ("reach",)})
WHOM = frozenset({("my",), ("mine",), ("our",), ("ours",), ("him",), ("her",), ("anything",), ("owt",), ("a",),
                  ("much",), ("nothing",), ("nowt",), ("over",), ("past",), ("through",), ("round",), ("you",), ("u",),
                  ("me",), ("us",), ("them",), ("for",), ("because",), ("where",), ("who",)})  # fmt: skip
LOOKED_AT = frozenset({"stage", "screen", "band", "show", "play", "match", "race", "fireworks", "parade", "float",
                       "choir", "panto", "singing", "music", "words", "speeches", "point", "tree", "view"})  # fmt: skip
PUMPED = frozenset({"bike", "bicycle", "tyre", "foot", "water", "petrol", "air", "beer", "heat", "hand", "village"})
AFTER_ILL = frozenset({"in", "with", "and", "again", "at", "today", "all", "for", "since", "but", "on", "last", "so",
                       "or", "from", "after", "because", "as", "child", "children", "kids", "health"})  # fmt: skip
BLIND_TO = frozenset({"as", "old", "bat", "drunk", "faith", "panic", "eye", "spot", "date", "bend", "corner", "to",
                      "goat", "fool", "ref"})  # fmt: skip
POSTS = frozenset({"you", "u", "they", "i", "we", "she", "he", "school", "just", "who"})
SWEARS = frozenset({"swear", "swears", "swore", "sworn", "swearing", "robbed", "robbing"})
WALKS = frozenset({"walk", "walks", "walked", "walking"})
MINE = frozenset({"my", "our", "mine", "ours", "me", "wor", "oor"})
SEES = frozenset({"see", "seeing", "seen", "saw"})
PUTS = frozenset({"put", "puts", "putting"})
WHOEVER = frozenset({"them", "you", "ya", "u", "yous", "someone", "somebody", "anyone"})
PEWS, OF_BED = frozenset({"pew", "pews"}), frozenset({"clothes", "look"})
CALLS = frozenset({"phone", "call", "calls", "zoom", "skype", "facetime", "whatsapp", "flight"})
SLEEPS = frozenset({"sleep", "sleeps", "slept", "sleeping", "bed"})
DELAYED = frozenset({"stuck", "delayed", "running", "held"})


def is_somebody_elses(tokens: Sequence[Token], at: int, kinds: set[str], sentence: Sentence) -> bool:
    """Whether a detail is nothing that the sentence tells of a child."""
    return (
        _is_the_writers(tokens, at, kinds)
        or _is_a_feat(tokens, at, sentence)
        or _is_a_bit(tokens, at, sentence)
        or _is_mislaid(tokens, at, kinds)
        or _is_wished_for(tokens, at, kinds, sentence)
        or _is_off_the_bus(tokens, at)
        or _is_at_home(tokens, at, kinds)
        or _is_an_elders(tokens, at, kinds, sentence)
        or _is_on_the_way(tokens, at, kinds, sentence)
    )


def _is_the_writers(tokens: Sequence[Token], at: int, kinds: set[str]) -> bool:
    """I nearly fell off my chair, we were in tears, it made me cry, my old rucksack: no child's mood, deed or thing."""
    if at and _is_worn_by_others(tokens, at):
        return True
    if at and "health" in kinds and tokens[at - 1].key in ("you", "u", "ya", "ye"):
        # You blind old bat.
        return True
    if kinds.isdisjoint(OF_ANYBODY):
        return False
    for before in range(at - 1, max(-1, at - 1 - HELPERS_BEFORE), -1):
        if tokens[before].key in family("details", "the_writer") or _is_an_elder(tokens, before, at):
            return True
        if tokens[before].key not in family("details", "helpers"):
            return False
    return False


def _is_an_elder(tokens: Sequence[Token], who: int, at: int) -> bool:
    """My husband filmed the floor, grandad was in tears: a grown-up's mood or deed, unless it is done to a child."""
    done_to = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return tokens[who].key in ELDERS and done_to not in TO_A_CHILD


def _is_worn_by_others(tokens: Sequence[Token], at: int) -> bool:
    """Your hair, my hearing aid, my old rucksack."""
    if tokens[at - 1].key in OTHERS_BODIES and tokens[at].key in family("details", "limbs"):
        return True
    worn = at > 1 and tokens[at - 1].key in WORN and tokens[at - 2].key in ("my", "our")
    return worn and tokens[at].key in family("details", "clothes")


def _is_a_feat(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """She wrote it all on her own: no child left by herself."""
    if tokens[at].key not in ("on", "by") or at + 1 >= len(tokens) or tokens[at + 1].key not in BY_ONESELF:
        return False
    words = (token.key for token in tokens[sentence.first : sentence.last + 1])
    return family("details", "unwatched").isdisjoint(words)


def _is_a_bit(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """A bit; her bit; our sons bit, at the end of what is said: a part, not a bite."""
    if tokens[at].key != "bit" or at == sentence.first:
        return False
    owner = tokens[at - 1]
    owned = owner.key.endswith("'s") or owner.key in family("children", "owners")
    ends = at == sentence.last or not tokens[at + 1].is_word
    return owner.key in A_BIT or (owned and ends)


def _is_mislaid(tokens: Sequence[Token], at: int, kinds: set[str]) -> bool:
    """Lost a jumper, dropped off before the bend, swore blind, can't see for crying: nothing that befell the child."""
    word = tokens[at].key
    if word in UNABLE:
        unable = tuple(token.key for token in tokens[at + 1 : at + 3])
        if unable[1:] == ("the",):
            return unable[:1] in SEEKING and at + 3 < len(tokens) and tokens[at + 3].bare in LOOKED_AT
        return unable in NO_AILMENT or (unable[:1] in SEEKING and unable[1:] in WHOM)
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if (word == "dropped" and following == "off") or (following == "blind" and word in SWEARS):
        return True
    if (word, following) == ("tooth", "fairy") or _is_no_harm(tokens, at, following):
        return True
    if word == "blind" and at and tokens[at - 1].key in SWEARS:
        return True
    if kinds != {"care"} or word != "lost" or not at:
        return False
    what = {token.key for token in tokens[at + 1 : at + 1 + WISHED]}
    things = family("details", "clothes", "belongings")
    worn = not what.isdisjoint(BY_ONESELF | {"a", "one", "another"}) and not what.isdisjoint(things)
    return worn or tokens[at - 1].key in LOSES or tokens[at - 1].key.endswith("'s")


def _is_wished_for(tokens: Sequence[Token], at: int, kinds: set[str], sentence: Sentence) -> bool:
    """Has asked for a bike; wants a helmet for Christmas: nothing that the child has."""
    if kinds != {"clothes"}:
        return False
    before = [token.key for token in tokens[max(sentence.first, at - WISHED) : at]]
    return any(
        pair
        in (("asked", "for"), ("asking", "for"), ("wants", "a"), ("wants", "some"), ("wishes", "for"), ("up", "for"))
        for pair in pairwise(before)
    )


def _is_no_harm(tokens: Sequence[Token], at: int, following: str) -> bool:
    """Had us in stitches; ran one leg of the relay; let off a whistle; her dad's my son; looks down her nose."""
    word, before = tokens[at].key, tokens[at - 1].key if at else ""
    if following.endswith("'s") and at + 2 < len(tokens) and tokens[at + 2].key in ("my", "our"):
        return word in ("his", "her")
    if word == "nose" and at > 1:
        return tokens[at - 2].key == "down"
    if word == "only":
        return following in ONLY_THINGS
    if word == "at" and before == "that":
        # Whose boy was that at the end?
        return following == "the" and at > 1 and tokens[at - 2].key in ("was", "were")
    if word == "pump":
        return before in PUMPED
    if word == "ill":
        # I'll, its apostrophe left out.
        return tokens[at].opens and following.isalpha() and following not in AFTER_ILL
    if word == "ten":
        return tokens[max(0, at - 2) : at] != [] and "out" in (before, following)
    if word == "stitches":
        return before == "in"
    if word == "blind" and following in BLIND_TO:
        return True
    if word == "posted":
        return before in POSTS
    if word in ("nursery", "reception"):
        return before == "since"
    if (before, following) == ("front", "desk"):
        return word == "front"
    if word == "one" and following == "leg":
        return before == "on" or before in family("children", "races")
    return word == "off" and before in ("let", "lets", "letting", "set", "sets", "setting")


def _is_at_home(tokens: Sequence[Token], at: int, kinds: set[str]) -> bool:
    """Walked my son up the hill; won't eat peas; sleeps in her wellies; on the phone to Lagos: an ordinary home.

    Nor do "I'll put them in hospital" and "sorry to see the back of you" tell of a child.
    """
    word, following = tokens[at].key, tokens[at + 1].key if at + 1 < len(tokens) else ""
    if word in WALKS:
        return following in MINE
    if following == "eat":
        return any(token.key in family("details", "foods") for token in tokens[at + 2 : at + 4])
    if following in PEWS or (word == "the" and following == "back"):
        return _is_sat_or_left_behind(tokens, at)
    if not (kinds <= OF_BED or kinds == {"family"} or "hospital" in (word, following)):
        return False
    before = [token.key for token in tokens[max(0, at - WISHED) : at]]
    if "hospital" in (word, following):
        return not WHOEVER.isdisjoint(before) and not PUTS.isdisjoint(before)
    if kinds <= OF_BED:
        return not SLEEPS.isdisjoint(before)
    return before[-1:] == ["to"] and not CALLS.isdisjoint(before)


def _is_sat_or_left_behind(tokens: Sequence[Token], at: int) -> bool:
    """In the back pew; sorry to see the back of this place."""
    following = [token.key for token in tokens[at + 1 : at + 3]]
    return not PEWS.isdisjoint(following) or (following == ["back", "of"] and tokens[at - 1].key in SEES)


def _is_off_the_bus(tokens: Sequence[Token], at: int) -> bool:
    """Not stopped talking since he got off the bus; a sock went in the fire: where anybody comes from a trip."""
    if tokens[at].key == "fire":
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        return at > 0 and tokens[at - 1].key in ("the", "camp", "log", "open") and following not in ("alarm", "door")
    if tokens[at].key not in RIDES and (at + 2 >= len(tokens) or tokens[at + 2].key not in RIDES):
        return False
    return any(token.key in ("got", "get", "gets", "getting") for token in tokens[max(0, at - 3) : at + 1])


def _is_an_elders(tokens: Sequence[Token], at: int, kinds: set[str], sentence: Sentence) -> bool:
    """Grandad's hearing aids, his grandad's arm in a sling: what a grown-up relative has."""
    if kinds.isdisjoint(OF_A_BODY):
        return False
    for before in range(at - 1, max(sentence.first, at - OWNED) - 1, -1):
        token = tokens[before]
        if not token.is_word:
            return False
        if token.key != token.bare and token.bare in family("children", "parents"):
            owned = tokens[before + 1].key
            return owned in family("details", "limbs") or owned in family("details", "clothes")
    return False


def _is_on_the_way(tokens: Sequence[Token], at: int, kinds: set[str], sentence: Sentence) -> bool:
    """Stuck outside Wexcombe; running late, behind a tractor: where the writer is."""
    if tokens[sentence.first].key not in DELAYED or kinds.isdisjoint(ON_THE_WAY):
        return False
    before = {token.bare for token in tokens[sentence.first : at]}
    return before.isdisjoint(family("children", "kin")) and before.isdisjoint(family("children", "young"))
