"""Who is meant in a text: children by name, staff by forename, and children who are only described."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from workflows.people.children import Child
from workflows.people.cues import cues
from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.mention import Fit, Mention
from workflows.people.once import once
from workflows.people.scene import Scene
from workflows.people.singling import child_cues, cues_of_the_whole
from workflows.people.weighing import Weighings

NOUN_PHRASE = 4
MOST_WORDS = 5
# Log-odds: about one in fifty that it is something else.
SURE = 4.0
# Log-odds by which a pupil's name counts for more in a comment, since a miss can harm a child: in sets that nothing was
# learned from, one urgent comment in two hundred more is seen, and as few more are called urgent that are not. In a
# draft a doubtful name only holds a post up that a person reads anyway.
BENEFIT_OF_DOUBT = 0.5


@dataclass
class Who:
    """Weighs the evidence of one text."""

    scene: Scene
    weighings: Weighings

    def named_children(self) -> tuple[Mention, ...]:
        """The mentions that name a child, on the register or not."""
        mentions = self.scene.mentions
        return tuple(mention for mention in mentions if self._weight_of_name(mention) > 0) if mentions else ()

    def is_sure_of(self, mention: Mention) -> bool:
        """Whether a mention that names a child can hardly be anything else."""
        return self._weight_of_name(mention) > SURE

    def _weight_of_name(self, mention: Mention) -> float:
        weight = self.weighings.named.score(self._cues_of_names[mention.first])
        return weight + BENEFIT_OF_DOUBT if mention.pupils and not self.scene.draft else weight

    @once
    def _cues_of_names(self) -> Mapping[int, frozenset[str]]:
        """The cues of each mention by its first token."""
        return {mention.first: frozenset(cues(mention, self.scene)) for mention in self.scene.mentions}

    def named_staff(self) -> tuple[Mention, ...]:
        """The mentions that give the forename of a member of staff."""
        of_staff = [mention for mention in self.scene.mentions if mention.staff]
        return tuple(mention for mention in of_staff if self._is_a_colleague(mention)) if of_staff else ()

    def _is_a_colleague(self, mention: Mention) -> bool:
        in_full = self._is_a_colleague_in_full(mention)
        return in_full or self.weighings.staff.score(self._cues_of_names[mention.first]) > 0

    def _is_a_colleague_in_full(self, mention: Mention) -> bool:
        """Forename and surname of a colleague, both in capitals, whatever else the forename may mean."""
        first, last = (self.scene.tokens[at] for at in (mention.first, mention.last))
        in_full = mention.staff_in_full and mention.fit != Fit.FULL
        return in_full and first.capital and last.capital

    def singles_out(self) -> bool:
        """Whether the text singles a child out without naming it."""
        return self.weighings.described.score_of_kind(self._cues, self.scene.kind) > 0

    def refers_to_a_child(self) -> bool:
        """Whether a comment speaks of one particular child at all."""
        return self.weighings.referred.score_of_kind(self._cues, self.scene.kind) > 0

    @once
    def _cues(self) -> frozenset[str]:
        return frozenset(cues_of_the_whole(self.scene)).union(*self._cues_of_children)

    @once
    def _cues_of_children(self) -> Sequence[frozenset[str]]:
        """The cues of each pointing, in their order."""
        return [frozenset(child_cues(child, self.scene)) for child in self.scene.children]

    def described_child(self) -> tuple[int, int]:
        """Span of the words that single a child out: from its noun phrase to the end of the sentence."""
        tokens = self.scene.tokens
        if not tokens:
            return 0, len(self.scene.text)
        if not self.scene.children:
            return tokens[0].start, tokens[-1].end
        child = self._most_pointed_to
        first = max(child.sentence.first, child.at - NOUN_PHRASE)
        return tokens[first].start, tokens[child.sentence.last].end

    def singling_words(self) -> tuple[tuple[int, int], ...]:
        """Spans of the words that single the child out: who is pointed to, then what is told, in text order."""
        if not self.scene.children:
            return ()
        child = self._most_pointed_to
        at = sorted({child.at, *self.scene.told_of[child.sentence]})
        return tuple(self._shown(each) for each in at[:MOST_WORDS])

    def _shown(self, at: int) -> tuple[int, int]:
        """Span of a word; of Year together with its number."""
        tokens = self.scene.tokens
        first, last = tokens[at].shown
        with_number = tokens[at].bare in YEAR_WORDS and is_year(tokens, at) and at + 1 < len(tokens)
        return first, tokens[at + 1].shown[1] if with_number else last

    @once
    def _most_pointed_to(self) -> Child:
        """The pointing that weighs most; only for texts that have one."""
        if len(self.scene.children) == 1:
            return self.scene.children[0]
        weights = map(self.weighings.described.score, self._cues_of_children)
        return max(zip(weights, self.scene.children, strict=True), key=itemgetter(0))[1]
