"""A possible name in its place: the words before and after it, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workflows.people import families
from workflows.people.mention import SURNAMED, Fit, Mention
from workflows.people.scene import Scene
from workflows.people.tokens import Token
from workflows.people.vocabulary import everyday
from workflows.people.wordlists import people_words

# The words of one line of `words/cues.txt`.
family = families.families("cues").__getitem__


@dataclass(slots=True)
class Spot:
    """One mention in its scene; what is asked of it more than once is worked out once.

    `left` and `right` are the words beside it, `sooner` and `later` those beyond them, as `before` and `after` give
    them, `words` all those of the text; it is `possessive` where the name owns what follows.
    """

    mention: Mention
    scene: Scene
    token: Token = field(init=False)
    word: str = field(init=False)
    left: str = field(init=False)
    right: str = field(init=False)
    sooner: str = field(init=False)
    later: str = field(init=False)
    wordy: bool = field(init=False)
    within: bool = field(init=False)
    possessive: bool = field(init=False)
    words: Sequence[str] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.scene.words
        self.size = len(self.words)
        token = self.scene.tokens[self.mention.first]
        word = token.bare
        small_word = not token.capital and word in people_words("words_when_small")
        self.token = token
        self.word = word
        self.left, self.right = self.before(1), self.after(1)
        self.sooner, self.later = self.before(2), self.after(2)
        # Jean Luc, Summer Rose: two words that are one name are no words, nor are initials.
        double = self.mention.name != word and self.mention.name.startswith(word)
        everyday_word = word in everyday() and not (token.capital and word in people_words("names_with_a_capital"))
        self.wordy = (everyday_word or small_word) and not double and self.mention.fit != Fit.INITIALS
        self.within = token.capital and not token.opens and not token.shouted
        self.possessive = self.mention.possessive and not self.is_short_for_is()

    def key(self, at: int) -> str:
        """The word at an index, small and without possessive; empty outside the text."""
        return self.words[at] if 0 <= at < self.size else ""

    def before(self, steps: int) -> str:
        """The word so many steps before the mention; empty outside the text."""
        at = self.mention.first - steps
        return self.words[at] if at >= 0 else ""

    def after(self, steps: int) -> str:
        """The word so many steps after the mention; empty outside the text."""
        at = self.mention.last + steps
        return self.words[at] if at < self.size else ""

    def following(self, steps: int) -> Sequence[str]:
        """The words up to so many steps after the mention, as far as the text goes."""
        return self.words[self.mention.last + 1 : self.mention.last + 1 + steps]

    def capital(self, at: int) -> bool:
        """Whether the word at an index begins with a capital."""
        return at < self.size and self.scene.tokens[at].capital

    def opens(self, at: int) -> bool:
        """Whether a sentence begins with the token at an index."""
        return 0 <= at < self.size and self.scene.tokens[at].opens

    def sentence_from(self, most: int) -> int:
        """Index of the token that opens the sentence, or of the one so many places before the mention."""
        first = max(0, self.mention.first - most)
        return next((at for at in range(self.mention.first, first, -1) if self.opens(at)), first)

    def said(self, cue: str) -> Sequence[str]:
        """The cue for everyday words or for names, and for both where a capital stands within a sentence."""
        own = f"word {cue}" if self.wordy else cue
        return (own, f"either {cue}") if not self.wordy or self.within else (own,)

    def is_short_for_is(self) -> bool:
        """Whether 's behind the name is short for is or has: Hope's not well, Fern's gone up to bed."""
        if self.scene.keys[self.mention.last][-2:] != "'s":
            return False
        following = self.right
        return following in families.family("deeds", "after_is") or (
            following.endswith("ing") and following not in family("things")
        )


def is_sure(mention: Mention) -> bool:
    """Whether the spelling alone makes a mention a name."""
    return mention.fit in SURNAMED or (bool(mention.pupils) and mention.name not in everyday())
