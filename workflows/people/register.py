"""The pupils and staff of one school, indexed by every form of their names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from workflows.people.folding import key
from workflows.people.short_forms import forms_of, seldom_forms_of, spellings_of
from workflows.people.similar import Similar, one_slip
from workflows.policy.facts import Pupil, School, StaffMember

NOBODY: frozenset[str] = frozenset()
SHORTEST_HEAD = 3


class Register:
    """Answers which pupils a forename, a surname or an initial fits, without walking over the register."""

    def __init__(self, school: School, pupils: Iterable[Pupil], staff: Iterable[StaffMember]) -> None:
        self.school = school
        self.memory: dict[str, Any] = {}
        self.plain_words: set[str] = set()
        self.staff = Staff(staff)
        classes = {each.name.lower().removesuffix(" class") for each in school.classes}
        # In Kestrels is in Kestrel class.
        self._classes = frozenset(classes | {f"{name}s" for name in classes if name.isalpha()})
        self.class_words = frozenset(word for name in self._classes for word in name.split() if word != "st")
        self.surname_of: dict[str, str] = {}
        self.initials_of: dict[str, str] = {}
        self._forename_initials: dict[str, frozenset[str]] = {}
        self._second_initial: dict[str, str] = {}
        self._by_initials: dict[str, set[str]] = defaultdict(set)
        by_forename: dict[str, set[str]] = defaultdict(set)
        by_preferred: dict[str, set[str]] = defaultdict(set)
        by_surname: dict[str, set[str]] = defaultdict(set)
        for pupil in pupils:
            self.surname_of[pupil.id] = key(pupil.surname)
            self.initials_of[pupil.id] = "".join(key(part)[:1] for part in pupil.surname.replace("-", " ").split())
            self._forename_initials[pupil.id] = frozenset(
                key(name)[:1] for name in (pupil.forename, pupil.preferred_name) if name
            )
            self._second_initial[pupil.id] = key(pupil.forename.replace("-", " ").partition(" ")[2])[:1]
            for letter in self._forename_initials[pupil.id]:
                self._by_initials[letter + key(pupil.surname)[:1]].add(pupil.id)
            for surname in surname_forms(pupil.surname):
                by_surname[surname].add(pupil.id)
            by_forename[pupil.forename].add(pupil.id)
            if pupil.preferred_name:
                by_preferred[pupil.preferred_name].add(pupil.id)
        self._called: dict[str, set[str]] = defaultdict(set)
        self._by_own: dict[str, set[str]] = defaultdict(set)
        for own, ids in (*by_forename.items(), *by_preferred.items()):
            self._by_own[key(own)] |= ids
            for each in ids:
                self._called[each].add(key(own))
        self._forms_of_pupil = {
            each: forms_of(name) | seldom_forms_of(name) for name, ids in by_forename.items() for each in ids
        }
        self._index_forms(by_forename, by_preferred)
        self._by_surname = dict(by_surname)
        self.first_halves = frozenset(
            key(name.replace("-", " ").split()[0])
            for name in (*by_forename, *by_preferred)
            if "-" in name or " " in name.strip()
        )
        self._own = frozenset(key(name) for name in (*by_forename, *by_preferred))
        self._similar = Similar(self._own)
        self._by_head = heads_of(self._own)

    def _index_forms(self, by_forename: dict[str, set[str]], by_preferred: dict[str, set[str]]) -> None:
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._by_seldom: dict[str, set[str]] = defaultdict(set)
        for forename, ids in by_forename.items():
            for form in forms_of(forename):
                self._by_form[form] |= ids
            for form in seldom_forms_of(forename):
                self._by_seldom[form] |= ids
        for preferred, ids in by_preferred.items():
            for form in spellings_of(preferred):
                self._by_form[form] |= ids
            # Ollie, who is Oliver on paper, is never Olivia; but Daniel, who is Wei on paper, may be Danny.
            another = {each for each in ids if key(preferred) not in self._forms_of_pupil[each]}
            for form in forms_of(preferred) if another else ():
                self._by_form[form] |= another

    def with_forename(self, word: str) -> frozenset[str]:
        """Ids of the pupils whose forename, preferred name, short or long form is `word` (a key).

        Another spelling of a name and a form that is seldom heard count only where nobody bears it more plainly.
        """
        found = frozenset(self._by_form.get(word) or self.with_seldom_form(word))
        others = spellings_of(word) - {word}
        if not others or word not in self._by_own:
            return found
        spelt_otherwise = {each for name in others for each in self._by_own.get(name, NOBODY)}
        return found - (spelt_otherwise - self._by_own[word])

    def with_seldom_form(self, word: str) -> frozenset[str]:
        """Ids of the pupils whose forename is seldom written as `word` (a key); nobody where a colleague's is."""
        return NOBODY if self.staff.with_forename(word) else frozenset(self._by_seldom.get(word, NOBODY))

    def has_form(self, word: str) -> bool:
        """Whether a pupil or a member of staff has `word` (a key) as a forename or a form of one."""
        return word in self._by_form or word in self._by_seldom or bool(self.staff.with_forename(word))

    def with_similar_forename(self, word: str) -> frozenset[str]:
        """Ids of the pupils whose forename `word` may be a misspelling of."""
        return frozenset(each for name in self._similar.to(word) for each in self._by_form[name])

    def with_forename_beginning(self, head: str) -> frozenset[str]:
        """Ids of the pupils whose forename or preferred name is longer than `head` and begins with it."""
        return frozenset(each for name in self._by_head.get(head, ()) for each in self._by_form[name])

    def with_surname(self, word: str) -> frozenset[str]:
        """Ids of the pupils with the surname `word` (a key), or with it as half of a double surname."""
        return frozenset(self._by_surname.get(word, NOBODY))

    def has_surname(self, word: str) -> bool:
        """Whether `word` (a key) is a pupil's surname, or half of a double one."""
        return word in self._by_surname

    def with_initials(self, letters: str) -> frozenset[str]:
        """Ids of the pupils whose forename and surname begin with the two `letters` (small)."""
        return frozenset(self._by_initials.get(letters, NOBODY))

    def is_class(self, words: tuple[str, str]) -> bool:
        """Whether a class of the school is called by the first word, or by both."""
        return words[0] in self._classes or " ".join(words) in self._classes

    def forename_initials(self, pupil: str) -> frozenset[str]:
        """The first letters of a pupil's forename and preferred name."""
        return self._forename_initials[pupil]

    def with_forename_spelt(self, word: str) -> frozenset[str]:
        """Ids of the pupils whose forename is the name `word` in another spelling: Sebastien, Bobbie."""
        return frozenset(each for name in self._similar.spellings(word) for each in self._by_form[name])

    def _related(self, forename: str, surname: str) -> frozenset[str]:
        """Willy Wise for a pupil called Will: both are short for the same name."""
        forms = forms_of(forename)
        return frozenset(each for each in self.with_surname(surname) if forms & self._forms_of_pupil[each])

    def _headed(self, forename: str, surname: str) -> frozenset[str]:
        """Mel Mascarenhas for a pupil called Melroy, whatever else Mel is short for."""
        if len(forename) < SHORTEST_HEAD:
            return NOBODY
        return frozenset(
            each for each in self.with_surname(surname) if any(form.startswith(forename) for form in self._called[each])
        )

    def with_initial(self, ids: Iterable[str], letters: str) -> frozenset[str]:
        """Of `ids`, those whose surname begins with `letters`, or whose initials they are."""
        return frozenset(
            each for each in ids if self.surname_of[each].startswith(letters) or self.initials_of[each] == letters
        )

    def initialled(self, forename: str, letters: str) -> frozenset[str]:
        """Ids of the pupils whom a forename fits however it is spelt (Mohammed R for Muhammad), with the initials.

        Where the surname does not fit, the letter may be the second half of a double forename: Bonnie J.
        """
        spelt = {each for name in spellings_of(forename) for each in self._by_form.get(name, NOBODY)}
        spelt |= self.with_seldom_form(forename)
        return self.with_initial(spelt, letters) or frozenset(
            each for each in spelt if letters == self._second_initial[each]
        )

    def narrowed(self, ids: Iterable[str], forename: str, surname: str) -> frozenset[str]:
        """Of `ids`, those whose surname is `surname`, begins with it, or differs by one slip."""
        exact = frozenset(ids) & self.with_surname(surname)
        if exact:
            return exact
        if related := self._related(forename, surname) or self._headed(forename, surname):
            return related
        near = (each for each in ids if _almost(surname, self.surname_of[each]))
        return frozenset(near)


class Staff:
    """The staff of one school by forename and surname."""

    def __init__(self, members: Iterable[StaffMember]) -> None:
        self._by_form: dict[str, list[StaffMember]] = defaultdict(list)
        self._by_surname: dict[str, list[StaffMember]] = defaultdict(list)
        for member in members:
            for form in forms_of(member.forename):
                self._by_form[form].append(member)
            for surname in surname_forms(member.surname):
                self._by_surname[surname].append(member)
        self._by_head = heads_of({key(each) for each in self._by_form})

    def with_forename(self, word: str) -> Sequence[StaffMember]:
        """Members of staff whose forename or a form of it is `word` (a key)."""
        return self._by_form.get(word, ())

    def with_forename_beginning(self, head: str) -> bool:
        """Whether the forename of a member of staff is longer than `head` and begins with it."""
        return head in self._by_head

    def named(self, forename: str, surname: str) -> bool:
        """Whether a member of staff has this forename (or a form of it) and this surname or initial."""
        return any(
            surname == key(member.surname) or (len(surname) == 1 and key(member.surname).startswith(surname))
            for member in self.with_forename(forename)
        )

    def with_surname(self, word: str) -> Sequence[StaffMember]:
        """Members of staff with the surname `word` (a key)."""
        return self._by_surname.get(word, ())


def heads_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by each of their heads that is long enough to be a clipped form."""
    heads: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for end in range(SHORTEST_HEAD, len(name)):
            heads[name[:end]].append(name)
    return dict(heads)


def surname_forms(surname: str) -> frozenset[str]:
    """Keys of a surname: whole, and each half of a double one."""
    halves = [key(part) for part in surname.replace("-", " ").split()]
    return frozenset({key(surname), *(half for half in halves if len(half) > 3)})


def _almost(written: str, surname: str) -> bool:
    if len(written) < 3:
        return False
    return (len(written) > 3 and one_slip(written, surname)) or surname.startswith(written)
