"""A year of posts: lessons, tales, feasts, beasts, visitors and places, beside children and colleagues.

The register holds the names that such posts are full of, so these figures are worse than those of a usual school.
"""

from functools import cache

from tests.policy.school import TRUST
from tests.policy.wording import lines
from workflows.policy.facts import Draft, Medium, Pupil, School, SchoolClass, StaffMember, Trust
from workflows.policy.reader import Reader

CLASSES = {
    "Acorn": "Reception", "Beech": "Year 1", "Cedar": "Year 2", "Hazel": "Year 3", "Maple": "Year 4", "Oak": "Year 5",
    "Larch": "Year 6",
}  # fmt: skip
PUPILS = """
Aaron Aisha Alfie Alice Amelia Amir Anna April Archie Arthur Ash Aurora Autumn Barnaby Beau Bella Ben Billy Blake
Blossom Bobby Bonnie Brooke Buddy Caleb Callum Charlie Charlotte Chase Cherry Chloe Clementine Cody Connie Coral Cruz
Daisy Daniel David Dexter Dolly Drew Edith Edward Elijah Eliza Ella Elsa Emily Emma Ernest Esme Eva Evan Faith Fern
Finn Fleur Flora Florence Frankie Freddie Freya Gabriel George Georgia Grace Hamza Hannah Harley Harriet Harrison
Harry Harvey Heidi Henry Holly Honey Hope Hudson Hugo Hunter Ibrahim Imogen India Iris Isaac Isabella Isla Ivy Jack
Jacob James Jasmine Jason Jasper Jay Jesse Joe John Jonah Joseph Jude Kai Kit Kitty Krishna Lacey Leo Lewis Lily Logan
Lola Lottie Louis Lucas Lucy Luna Mabel Maisie Malik Marcus Margot Martha Martin Mary Matilda Matthew Max May Maya
Melody Mercy Mia Michael Miles Milo Mohammed Molly Musa Nancy Nell Noah Noor Olive Oliver Olivia Orion Oscar Otis Otto
Patience Patrick Pearl Penny Percy Peter Phoebe Phoenix Piper Poppy Precious Ravi Ray Reuben Rex River Robin Roman
Romeo Ronnie Rory Rosa Rose Rosie Rowan Ruby Rudy Rufus Ruth Ryan Sage Sally Sam Samuel Saffron Savannah Scarlett
Sebastian Sienna Skye Sofia Sonny Sophia Stan Stella Storm Summer Tabitha Teddy Theo Thomas Tiger Tilly Toby Tom Tommy
Trinity Tyler Vera Victor Victoria Vincent Violet Wilf Will William Willow Winnie Winter Wren Zack Zara"""
SURNAMES = """
Ashdown Keel Marsh Pryor Teasdale Hobbs Eland Crane Stubbs Farrant Boyd Laidlaw Odell Farouk Nash Rudd Tranter Pell Lunt
Sykes Amin Barr Fenwick Stead Sesay Gurung Mackie Iles Cobb Shaw Lind Tate Grieve Kerr Sands Thorpe Nunn Raine Zych Nair
Quill Trew Ridley Udo"""
STAFF = """
Mrs Katherine Doyle, Mr Paul Rigby, Mrs Gemma Oakes, Miss Sophie Lamb, Mr Stephen Tate, Mrs Bernadette Coyle
Mr Robert Marsh, Mrs Pauline Frost, Mrs Dawn Peake, Mr Dean Hollis, Mrs Heather Bond, Miss Pippa Lane, Mr Tariq Aziz
Mrs Sunita Rao, Mr Kevin Moss, Miss Charlotte Webb, Mrs Joy Penrose, Mr Grant Ives, Mrs Hazel Speight, Mrs Jan Toomey
Mr Luke Amos"""
RULES = frozenset({"4.1", "5.2", "5.7"})


@cache
def reader() -> Reader:
    """A reader for one invented school."""
    school = School("saltmarsh", "Saltmarsh", classes=tuple(SchoolClass(*each) for each in CLASSES.items()))
    pupils = [_pupil(at, name) for at, name in enumerate(PUPILS.split())]
    pupils.append(Pupil("kell", "saltmarsh", "Joseph", "Kell"))
    names = [name.strip().split() for name in STAFF.replace("\n", ",").split(",") if name.strip()]
    staff = [
        StaffMember(f"S{at}", "saltmarsh", title, forename, surname, "Teacher")
        for at, (title, forename, surname) in enumerate(names)
    ]
    return Reader(Trust(name=TRUST.name, schools=(school,)), pupils, staff)


def _pupil(at: int, forename: str) -> Pupil:
    surnames, class_name = SURNAMES.split(), list(CLASSES)[at % len(CLASSES)]
    surname = surnames[at * 7 % len(surnames)]
    return Pupil(f"P{at}", "saltmarsh", forename, surname, year_group=CLASSES[class_name], class_name=class_name)


def rules_broken(text: str) -> set[str]:
    """Which of the three rules a text breaks under a photo of nobody."""
    findings = reader().draft(Draft("saltmarsh", (), text, (Medium("photo"),)))
    return {finding.clause for finding in findings if finding.clause in RULES}


def share_wrong(*, clean: bool) -> float:
    """The share of the posts, clean or not, that are judged otherwise than they should be."""
    rows = [line.partition(" ") for line in lines("drafts")]
    wanted = {text: _wanted(rules) for rules, _, text in rows if (rules == "-") == clean}
    return sum(rules_broken(text) != rules for text, rules in wanted.items()) / len(wanted)


def _wanted(rules: str) -> set[str]:
    wanted = set(rules.split("+")) - {"-"}
    return wanted | {"5.7"} if "4.1" in wanted else wanted


def test_5_7_lessons_tales_feasts_beasts_and_visitors_block_no_post() -> None:
    assert share_wrong(clean=True) <= 0.09


def test_5_7_children_and_colleagues_block_a_post_among_all_these() -> None:
    assert share_wrong(clean=False) <= 0.11
