"""What in a comment speaks for abuse or a threat: named cues, each with the words that gave it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from workflows.people.scene import Scene
from workflows.people.weighing import Weighing
from workflows.policy.phrases import wording
from workflows.policy.talk import Talk
from workflows.policy.words_of import sayings


class Evidence(NamedTuple):
    """A cue and the indexes of the first and last token that gave it; -1 where no words did."""

    cue: str
    first: int = -1
    last: int = -1


ALWAYS, CUE = Evidence("always"), itemgetter(0)


def unless_allowed(evidence: Iterable[Evidence], scene: Scene) -> Iterable[Evidence]:
    """The evidence whose words do not all stand inside phrases that the school has allowed."""
    if not scene.allowed:
        return evidence
    return (
        each for each in evidence if each.first < 0 or not scene.allowed.issuperset(range(each.first, each.last + 1))
    )


def score(evidence: Iterable[Evidence], weighing: Weighing) -> float:
    """The log-odds that all of it together speaks for a yes."""
    return weighing.score(set(map(CUE, evidence)))


def convinces(evidence: Sequence[Evidence], scene: Scene, weighing: Weighing) -> bool:
    """Whether all of it, or all of it in one sentence, speaks for a yes: a report may stand before a threat."""
    if score(evidence, weighing) > 0:
        return True
    if len(scene.sentences) < 2 or len([each for each in evidence if each.first >= 0]) < 2:
        return False
    firsts = [sentence.first for sentence in scene.sentences]
    by_sentence: dict[int, list[Evidence]] = defaultdict(list)
    for each in evidence:
        by_sentence[bisect_right(firsts, each.first)].append(each)
    # What stands nowhere in particular comes before the first sentence, and speaks in all of them.
    of_all = by_sentence.pop(0, [])
    if len(by_sentence) < 2:
        return False
    return any(score((*of_all, *same), weighing) > 0 for same in by_sentence.values())


def telling_words(evidence: Iterable[Evidence], weighing: Weighing) -> tuple[int, int] | None:
    """Indexes of the first and last token of the words that weigh most; None where no words were noted."""
    noted = [each for each in evidence if each.first >= 0]
    if not noted:
        return None
    heaviest = max(noted, key=lambda each: (weighing.score({each.cue}), each.last - each.first))
    return heaviest.first, heaviest.last


def in_phrases(keys: Sequence[str], list_name: str, family: str) -> Sequence[Evidence]:
    """Evidence of the phrases of a family that stand in `keys`, words in small letters."""
    cue = f"{list_name} {family}"
    return _with_several([Evidence(cue, first, last) for first, last in sayings(list_name, family).found(keys)])


def in_wording(talk: Talk, name: str) -> Sequence[Evidence]:
    """Evidence of the patterns of `words/wording_NAME.txt`, tried on the words of each sentence."""
    found = []
    for sentence, likely in talk.sifted.get(name, ()):
        for match in wording(name).matches(talk.said(sentence), likely):
            keys = talk.keys[sentence.first : sentence.last + 1]
            starts = list(accumulate((len(each) + 1 for each in keys), initial=0))
            first, last = _token_at(starts, match.start()), _token_at(starts, match.end() - 1)
            found.append(Evidence(f"wording {name}", sentence.first + first, sentence.first + last))
    return _with_several(found)


def _with_several(found: list[Evidence]) -> list[Evidence]:
    """What was found, and that it was more than one."""
    return [*found, Evidence(f"{found[0].cue}, several")] if len(found) > 1 else found


def in_frames(talk: Talk, name: str) -> Sequence[Evidence]:
    """Evidence of the frames of `words/frames_NAME.txt`."""
    return [Evidence(*found) for found in talk.frames.get(name, ())]


def _token_at(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, max(offset, 0), hi=len(starts) - 1) - 1
