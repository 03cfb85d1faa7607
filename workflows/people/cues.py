"""What the words around a possible name say about it, as named cues that a weighing adds up."""

from collections.abc import Iterator
from itertools import chain

from workflows.people.cues_after import after
from workflows.people.cues_around import around
from workflows.people.cues_before import before
from workflows.people.cues_of_capitals import of_capitals
from workflows.people.cues_of_captions import of_captions
from workflows.people.cues_of_elders import of_elders
from workflows.people.cues_of_grown_ups import of_grown_ups
from workflows.people.cues_of_initials import of_initials
from workflows.people.cues_of_lessons import of_lessons
from workflows.people.cues_of_lists import of_lists
from workflows.people.cues_of_owners import of_owners
from workflows.people.cues_of_senses import of_senses
from workflows.people.cues_of_signatures import of_signatures
from workflows.people.cues_of_slots import of_slots
from workflows.people.cues_of_staff import of_staff
from workflows.people.cues_of_the_famous import of_the_famous
from workflows.people.cues_of_things import of_things
from workflows.people.cues_of_trades import of_trades
from workflows.people.cues_of_uses import of_uses
from workflows.people.cues_of_wares import of_wares
from workflows.people.cues_of_words import of_words
from workflows.people.cues_shared import shared_in_a_list
from workflows.people.cues_spelling import of_the_spelling
from workflows.people.mention import Mention
from workflows.people.scene import Scene
from workflows.people.spot import Spot

QUESTIONS = (
    of_the_spelling, before, after, around, of_grown_ups, of_elders, of_things, of_wares, of_the_famous, of_lessons,
    shared_in_a_list, of_initials, of_owners, of_words, of_capitals, of_slots, of_lists, of_captions,
    of_uses, of_senses, of_trades, of_staff, of_signatures,
)  # fmt: skip


def cues(mention: Mention, scene: Scene) -> Iterator[str]:
    """Names of the cues that hold for a mention in its scene."""
    spot = Spot(mention, scene)
    return chain(("always", scene.kind), *[question(spot) for question in QUESTIONS])
