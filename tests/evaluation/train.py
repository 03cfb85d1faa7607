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
from tests.evaluation.least import AT_LEAST
from tests.evaluation.most import AT_MOST
from tests.evaluation.samples import QUESTIONS, Sample

Weights = dict[str, float]
ROUNDS, RATE, SHRINKING = 30, 0.3, 0.012
# Where cues are many and cases few, a weight must be earned by more of them.
SHRINKING_OF, LEAST_SEEN = {"described": 0.08, "referred": 0.03}, {"described": 3, "referred": 3}
# A missed child or threat in a comment costs more than a false alarm, so its yes-cases count more.
WEIGHT_OF_YES = {"named": 1.4, "described": 2.0, "threat": 3.0}
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


def file_of(question: str) -> Path:
    """Where the weights of a question are shipped."""
    return Path("workflows") / QUESTIONS[question][0] / "words" / f"weights_{question}.txt"


def trained_on_all(question: str) -> str:
    """The file of weights of a question, trained on all sets."""
    _, samples_of = QUESTIONS[question]
    known = [sample for name in SETS for sample in samples_of(labelled_set(name))]
    weights = learned(question, known)
    lines = [f"{weight:.2f} {cue}" for cue, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    head = "# Log-odds by cue, written by `python -m tests.evaluation.train`; do not edit."
    return "\n".join([head, *lines, ""])


def main(arguments: list[str]) -> None:
    """Report leave-one-set-out figures, then write the weights of all questions (or of those named)."""
    for question in [each for each in QUESTIONS if each in arguments] or list(QUESTIONS):
        for name in SETS:
            print(left_out(question, name, "--show" in arguments))
        file_of(question).write_text(trained_on_all(question), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
