"""Train the weighings on the labelled sets: `python -m tests.evaluation.train [--show]`.

Prints for every question how it does on each set when trained on the others, then trains on all sets and
writes `workflows/*/words/weights_*.txt`. Deterministic.
"""

import math
import random
import sys
from collections import Counter
from pathlib import Path

from tests.evaluation.corpus import SETS, labelled_set
from tests.evaluation.samples import QUESTIONS, Sample

Weights = dict[str, float]
ROUNDS, RATE, SHRINKING = 30, 0.3, 0.012
# Where cues are many and cases few, a weight must be earned by more of them.
SHRINKING_OF, LEAST_SEEN = {"described": 0.08, "referred": 0.03}, {"described": 3, "referred": 3}
# A missed child or threat in a comment costs more than a false alarm, so its yes-cases count more.
WEIGHT_OF_YES = {"named": 1.4, "described": 2.0, "threat": 3.0}
# Wording and words that are abuse in any company carry a verdict alone, however few of them the sets happen to hold.
AT_LEAST: dict[str, Weights] = {
    "described": {
        "other picked out by looks": 1.5,
        "other picked out by grave": 1.5,
        "other picked out by conduct": 1.0,
        "other picked out by mood": 1.0,
        "other picked out by setting": 0.6,
        "role picked out by looks": 2.0,
        "role picked out by grave": 2.5,
        "other picked out by spot": 1.0,
        "role picked out by spot": 1.0,
        "role & group grave": 0.7,
        "role called grave": 1.5,
        "other called looks": 0.8,
        "mine & position": 1.0,
        "mine & look": 0.7,
        "kin & position": 1.0,
        "somebody's child": 2.0,
        "whoever it was": 4.0,
        "unsaid, aged & looks": 3.0,
        "unsaid, aged & conduct": 1.5,
        "unsaid, aged & grave": 1.5,
        "unsaid, placed & sure": 2.5,
        "unsaid, placed & care": 1.5,
        "own called grave": 1.0,
        "own called sure": 1.0,
        "own & group grave": 0.7,
        "pronoun of nobody else & grave": 0.7,
        "pronoun of nobody else & sure": 1.0,
    },
    "referred": {"pronoun as parents tell": 1.0, "the boy, at home": 2.0},
    "offence": {
        "wording offence": 3.3,
        "insult strong": 3.2,
        "hate": 3.3,
        "a verdict": 3.3,
        "scorned": 3.3,
        "mocked": 3.3,
        "alone": 3.3,
    },
    "threat": {
        "wording threat": 4.6,
        "intends a blow": 4.6,
        "intends an injury": 4.6,
        "intends damage": 4.6,
        "intends to put somebody in danger": 4.6,
        "intends to come armed": 4.6,
        "a weapon": 4.6,
        "violence is due": 4.6,
        "an end in hospital": 4.6,
        "harm wished": 4.6,
        "a fight offered": 4.6,
        "veiled": 4.6,
    },
    "named": {
        "fit full, surname is no word": 1.5,
        "unheard after kin": 3.0,
        "unheard of our own, and acts": 6.0,
        "verb before a finite verb": 3.5,
        "word before a human deed": 1.5,
        "fit family name in a draft": -0.5,
        "congratulated": 1.0,
        "word of our own": 1.0,
        "before who": 2.0,
        "with family": 2.5,
        "word that is hardly a thing, possessive family": 2.0,
        "word possessive, a child's own thing": 2.5,
        "word that is hardly a thing, before a human deed": 2.0,
        "word that is hardly a thing, congratulated": 1.0,
        "word possessive family": 3.0,
        "word congratulated": 1.8,
        "capital word does as people do": 2.0,
        "small word does as people do": 3.0,
        "capital word is as people are": 2.0,
        "small word is as people are": 3.0,
        "capital countable word stands bare": 2.4,
        "small countable word stands bare": 3.0,
        "capital word possessive kin": 2.5,
        "small word possessive kin": 3.5,
        "capital word taken as people are": 2.0,
        "small word taken as people are": 5.0,
        "capital word with its people": 2.5,
        "small word with its people": 4.0,
        "capital word spoken to": 2.0,
        "small word asked about": 4.0,
        "capital word asked about": 1.5,
        "small word spoken to": 5.5,
        "capital word between commas": 1.5,
        "capital word after a colon": 1.0,
        "capital word listed with a name": 2.0,
        "before a class": 2.0,
        "capital word after kin": 3.0,
        "possessive before a small letter": 0.9,
        "possessive before a capital": -0.5,
        "either possessive before a capital": -0.5,
        "small word after young": 5.0,
        "small word of our own": 5.0,
        "heads a numbered line": 2.0,
        "capital word called out": 2.5,
        "capital word of somebody who hardly writes any": 1.5,
        "small verb before a finite verb": 4.0,
        "fit full word small": 2.2,
    },
    "staff": {
        "staff in full": 3.0,
        "word before a finite verb": 1.2,
        "verb before a finite verb": 1.0,
        "capital word does as people do": 1.5,
        "capital word is as people are": 1.5,
        "capital word possessive kin": 1.0,
        "capital word taken as people are": 2.0,
        "at a post of the school, staff": 2.5,
        "capital word with its people": 1.5,
        "capital word spoken to": 1.5,
    },
}
AT_MOST: dict[str, Weights] = {
    "described": {
        "long ago": -5.0,
        "kin grown up": -6.0,
        "pronoun of an office": -2.0,
        "pronoun of a driver": -2.0,
        "the writer long ago": -6.0,
        "the boy, at home": -3.5,
    },
    "referred": {
        "kin grown up": -6.0,
        "pronoun of an office": -6.0,
        "pronoun of a driver": -3.0,
        "the writer long ago": -5.0,
    },
    "named": {
        "after a grown-up's title": -6.0,
        "staff only": -6.0,
        "told": -5.0,
        "told, a pupil in full": -3.5,
        "after an article": -2.5,
        "another surname in a comment": -0.8,
        "fit similar name small": 0.3,
        "fit similar name in a comment": 0.0,
        "then a grown-up's role": -2.5,
        "told and within its tale": -4.0,
        "a firm": -5.0,
        "named after a trade": -5.0,
        "name of a machine": -5.0,
        "Welsh word": -4.0,
        "then an animal": -4.0,
        "then the trade": -3.5,
        "a ruler's number": -6.0,
        "listed with somebody told of": -2.5,
        "clipped capital, short": -1.5,
        "before class": -4.0,
        "tagged": -2.5,
        "a firm elsewhere": -4.0,
        "on the way, with a surname like a place": -4.0,
        "after a thing's title": -3.0,
        "said to be a name": -3.0,
        "animal before a comma": -3.0,
        "after adult kin": -3.0,
        "staff in full": -5.0,
        "capital word before another noun": -2.0,
        "small word before another noun": -2.5,
        "capital word is as things are": -1.5,
        "small word is as things are": -2.0,
        "word with an article": -1.5,
        "place is as things are": -2.0,
        "place after a preposition": -2.5,
        "guess among foreign words": -4.0,
        "guess behind a capital": -2.0,
        "before an animal": -2.0,
        "of long ago": -2.0,
        "small word for a grown-up relative": -5.0,
        "talk of values": -2.5,
        "said to be an animal": -3.0,
        "said to be a show": -3.0,
        "plays against another": -2.5,
        "plural, owns nothing": -1.0,
        "a part in a play": -2.5,
        "unlisted among foreign words": -3.0,
        "class name beside a class": -2.0,
    },
    "staff": {
        "after adult": -3.0,
        "another surname": -3.0,
        "of a workplace": -2.5,
        "told": -4.0,
        "a firm": -4.0,
        "name of a machine": -5.0,
    },
    "offence": {"said of oneself": -4.5, "reported": -4.5, "a thing or a tale": -6.0},
    "threat": {
        "in play": -8.0,
        "of oneself": -7.0,
        "feared": -8.0,
        "reported": -6.0,
        "was done": -2.5,
        "means well": -8.0,
        "told in a tale": -3.5,
    },
}
DRAFT_CUES = frozenset({"draft", "draft: always"})


def learned(question: str, samples: list[Sample]) -> Weights:
    """The weights of a question, with the least and the most that some cues may weigh."""
    seen = Counter(cue for sample in samples for cue in sample.cues)
    least_seen, shrinking = LEAST_SEEN.get(question, 1), SHRINKING_OF.get(question, SHRINKING)
    known = {cue for cue, times in seen.items() if times >= least_seen}
    weights = trained(samples, known, WEIGHT_OF_YES.get(question, 1.0), shrinking)
    for cue, least in AT_LEAST.get(question, {}).items():
        weights[cue] = max(weights.get(cue, 0.0), least)
    for cue, most in AT_MOST.get(question, {}).items():
        weights[cue] = min(weights.get(cue, 0.0), most)
    return weights


def trained(samples: list[Sample], known: set[str], weight_of_yes: float, shrinking: float) -> Weights:
    """Logistic regression with shrinking by stochastic gradients, each known cue with its own pace (AdaGrad)."""
    weights: Weights = dict.fromkeys(sorted(known), 0.0)
    paces = dict.fromkeys(weights, 1e-6)
    shuffled, chance = [(sorted(sample.cues & known), sample.answer) for sample in samples], random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(shuffled)
        for cues, answer in shuffled:
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[cue] for cue in cues))))) - answer
            error *= weight_of_yes if answer and not DRAFT_CUES & set(cues) else 1
            for cue in cues:
                slope = error + shrinking * weights[cue]
                paces[cue] += slope * slope
                weights[cue] -= RATE * slope / math.sqrt(paces[cue])
    return weights


def says_yes(weights: Weights, sample: Sample) -> bool:
    """Whether the weights answer a sample with yes."""
    return math.fsum(weights.get(cue, 0.0) for cue in sample.cues) > 0


def left_out(question: str, name: str, show: bool) -> str:
    """Precision and recall on the set `name` after training on the other sets."""
    _, samples_of = QUESTIONS[question]
    known = [sample for other in SETS if other != name for sample in samples_of(labelled_set(other))]
    weights = learned(question, known)
    counts: Counter[tuple[bool, bool]] = Counter()
    for sample in samples_of(labelled_set(name)):
        answer = says_yes(weights, sample)
        counts[sample.answer, answer] += 1
        if show and answer != sample.answer:
            print("  ", "missed" if sample.answer else "false ", sample.case, sample.shown.replace("\n", " ")[:170])
    right, false, missed = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return f"{question:16} {name}: precision {precision:.3f} recall {recall:.3f}"


def write(question: str) -> None:
    """Train one question on all sets and write its weights into the package."""
    package, samples_of = QUESTIONS[question]
    known = [sample for name in SETS for sample in samples_of(labelled_set(name))]
    weights = learned(question, known)
    lines = [f"{weight:.2f} {cue}" for cue, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    head = "# Log-odds by cue, written by `python -m tests.evaluation.train`; do not edit."
    path = Path("workflows") / package / "words" / f"weights_{question}.txt"
    path.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Report leave-one-set-out figures, then write the weights of all questions (or of those named)."""
    for question in [each for each in QUESTIONS if each in arguments] or list(QUESTIONS):
        for name in SETS:
            print(left_out(question, name, "--show" in arguments))
        write(question)


if __name__ == "__main__":
    main(sys.argv[1:])
