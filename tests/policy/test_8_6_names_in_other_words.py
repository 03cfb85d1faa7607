"""Children named, and words, firms, beasts and grown-ups that only look like one, in the words of many people.

No weight is learned from these texts, but most of them were looked at while the lists were written, so the figures are
kinder than those on texts by somebody else.
"""

from functools import cache

import pytest

from tests.policy.wording import lines
from workflows.policy.facts import Comment, Draft, Pupil, School, SchoolClass, StaffMember, Trust
from workflows.policy.findings import ChildMention
from workflows.policy.reader import Reader

CLASSES = {
    "Dormouse": "Reception", "Puffin": "Year 1", "Otter": "Year 2", "Hare": "Year 3", "Kestrel": "Year 4",
    "Badger": "Year 5", "Skylark": "Year 6",
}  # fmt: skip
PUPILS = """Kitty Ashdown, Robin Keel, Edward/Teddy Marsh, Florence Pryor, Logan Teasdale, Molly-Rae Hobbs, Mark Eland
Anne-Marie Doyle, Elizabeth/Libby Crane, Archie Stubbs, Miles Farrant, Hunter Boyd, Skye Laidlaw, Samuel Odell
Ahmed Farouk, Ellie Nash, Jack Rudd, William Tranter, Grace Pell, Phoebe Lunt, Corey Sykes, Jacob Amin, Joey Barr
Tommy Fenwick, Poppy Stead, Noor Hassan, Ibrahim Sesay, Maya Gurung, Caitlín Ó Broin, Daniel Mackie, Harrison Webb
Matthew Iles, Rosie Cobb, Bella Hurst, Charlie Moss, Dexter Shaw, Elsa Lind, Finn Rooney, George Tate, Harry Fox
Isla Grieve, Jude Kerr, Katie Bright, Lily Sands, Olive Thorpe, Pearl Nunn, Ruby Wells, Stanley Cole, Toby Raine
Violet Hey, Ola Zych, Suresh Nair, Star Maddox, Elvis Fernandes, April Quill, Joel Trew, Max Ridley, Hope Ashby
Faith Udo, Ivy Lamb, Joseph Kent, Ned Carr
Rose Pitt, Daisy Holt, Summer Reed, Rowan Birch, Holly Lark, Willow Dean, Jasmine Crowe, Amber Stone, Ash Verma
Heath Cotton, Joy Mensah, Precious Banda, Frank Doyle, Iris Newman, Hazel Brook, Wren Tully, Drew Paget, Dale Hodge
Kit Marlowe, Josh Banks, Sunny Gill, Eve Hallam, Melody Chan, Jade Orr, Fern Watts, Bonnie Rae, Ray Sutton, Storm Ellery
Tanner Webb, Beth Long, Ethan Cross, Nora Swift, Meghan Price, Zayn Malik, Krishna Patel, Masha Petrova, James Barrow
Musa Bello, Barney Field, Prince Owusu, Blessing Ade, Saffron Hale, Nelson Shepherd, Connor Delaney, Mason King
Tyler Baker, Bailey Porter, Taylor Parker, Harper Lane, River Wood, Sonny Bright, Honey Bloom, Penny Rice, Pip Nolan
Dolly Page, Autumn Frost, Sky Burton, Scarlett Munro, Jet Cooper
Yağmur Demir, Sevda Kaya, Emre Kurt, Ty Okoro, Chase Benton, Fatima Zahra, Destiny Osei, Angel Mbeki, Noah Penn
Danny Flint, Josh Tebb, Anna Roe, Diya Shah, Ken Abbot, Christian Voss, Mercy Ojo, Favour Eze, Ross Gale
Adelaide Finch, Dean Marr, Una Breen, Jai Thapa, Mihai Pop, Stefan Ionescu, Neta Levi, Jonah Pike"""
STAFF = (
    ("Mr", "Alan", "Askew"), ("Mrs", "Lynne", "Teale"), ("Miss", "Gemma", "Obuya"), ("Mr", "Paul", "Fenn"),
    ("Mrs", "Ruth", "Delaney"), ("Mr", "Tariq", "Malik"), ("Miss", "Beth", "Farrow"),
)  # fmt: skip


@cache
def reader() -> Reader:
    """A reader for one invented school whose pupils have many names that are words, firms or beasts as well."""
    school = School("brackenhill", "Brackenhill", classes=tuple(SchoolClass(*each) for each in CLASSES.items()))
    pupils = [_pupil(at, name) for at, name in enumerate(PUPILS.replace("\n", ", ").split(", "))]
    staff = [StaffMember(f"S{at}", "brackenhill", *names, "Teacher") for at, names in enumerate(STAFF)]
    return Reader(Trust(name="Two Rivers Trust", schools=(school,)), pupils, staff)


def _pupil(at: int, name: str) -> Pupil:
    forenames, surname = name.split(" ", 1)
    forename, _, preferred = forenames.partition("/")
    class_name = list(CLASSES)[at % len(CLASSES)]
    return Pupil(f"P{at}", "brackenhill", forename, surname, preferred, CLASSES[class_name], class_name)


def share_named(kind: str) -> float:
    """The share of the texts of a kind in which a child is named, or for drafts named or described."""
    texts = [line[3:] for line in lines("named") if line.startswith(kind)]
    return sum(map(_names_in_draft if kind.startswith("d") else _names_in_comment, texts)) / len(texts)


def _names_in_comment(text: str) -> bool:
    return reader().comment(Comment("brackenhill", text)).child == ChildMention.NAMED


def _names_in_draft(text: str) -> bool:
    return any(finding.clause == "5.7" for finding in reader().draft(Draft("brackenhill", (), text)))


def test_8_6_children_are_heard_by_name_however_it_stands() -> None:
    assert share_named("c+") >= 0.89


def test_8_6_grown_ups_firms_beasts_tales_and_words_are_no_children() -> None:
    assert share_named("c-") <= 0.125


def test_5_7_names_of_children_block_a_draft() -> None:
    assert share_named("d+") >= 0.84


def test_5_7_sums_tales_polls_and_visitors_block_no_draft() -> None:
    assert share_named("d-") <= 0.16


@pytest.mark.parametrize(
    "text",
    ["Zachary Pellow bit my daughter", "Our Millie Tonks came third", "Jayden Foxcroft was crying at the gate again"],
)
def test_8_6_a_child_whom_no_register_knows_is_named_in_full(text: str) -> None:
    assert _names_in_comment(text)
