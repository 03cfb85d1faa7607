"""The reader: one per trust, reads its drafts against the policy and its comments for children and abuse."""

import gc
from collections import defaultdict
from collections.abc import Iterable

from workflows.people.allowed import phrases
from workflows.people.folding import key
from workflows.people.register import Register
from workflows.people.scene import Scene, scene
from workflows.people.weighing import Weighings, shipped
from workflows.people.who import Who
from workflows.policy.case import Case
from workflows.policy.comments import reading
from workflows.policy.facts import Allowed, Comment, Draft, Pupil, School, StaffMember, Trust
from workflows.policy.findings import Finding, Reading
from workflows.policy.links import links
from workflows.policy.rules import RULES
from workflows.policy.sifting import of_a_draft
from workflows.policy.strong import strong


class Reader:
    """Reads texts of one trust; built once from its registers, then used for any number of texts."""

    def __init__(
        self,
        trust: Trust,
        pupils: Iterable[Pupil],
        staff: Iterable[StaffMember],
        weighings: Weighings | None = None,
        allowed: Iterable[Allowed] = (),
    ) -> None:
        self._trust = trust
        self._weighings = weighings or shipped()
        self._pupils = {pupil.id: pupil for pupil in pupils}
        by_school: dict[str, list[Pupil]] = defaultdict(list)
        for pupil in self._pupils.values():
            by_school[pupil.school].append(pupil)
        self._staff: dict[str, list[StaffMember]] = defaultdict(list)
        for member in staff:
            self._staff[member.school].append(member)
        by_phrase: dict[str, list[str]] = defaultdict(list)
        for entry in allowed:
            by_phrase[entry.school].append(entry.phrase)
        self._allowed = {school: phrases(texts) for school, texts in by_phrase.items()}
        self._registers = {
            school.slug: Register(school, by_school[school.slug], self._staff[school.slug]) for school in trust.schools
        }

    def settled(self) -> "Reader":
        """Itself, with the word lists loaded, and out of the way of the garbage collector.

        Loading takes most of a second, which the first text would wait for on the event loop. A full collection, which
        may come with any text, would walk every list and name: 0.07 s for a small register, 0.4 s for 100,000 pupils.
        A reader holds no cycles: once it is replaced it goes by its reference counts.
        """
        self.comment(Comment("", "Well done."))
        gc.freeze()
        return self

    def is_a_pupils_forename(self, school: str, phrase: str) -> bool:
        """Whether a phrase is nothing but the forename, or a form of it, of a pupil of a school."""
        return bool(self._register(school).with_forename(key(phrase)))

    def draft(self, draft: Draft) -> tuple[Finding, ...]:
        """Everything that the clauses have against a draft, or advise."""
        case = self._case(draft)
        return tuple(finding for rule in RULES for finding in rule(case))

    def comment(self, comment: Comment) -> Reading:
        """What a comment says: which child it points to, and whether it is offensive or a threat."""
        taken = self._scene(comment.school, comment.text, draft=False, above=comment.post)
        return reading(Who(taken, self._weighings))

    def _case(self, draft: Draft) -> Case:
        taken = self._scene(draft.school, draft.text, draft=True)
        who = Who(taken, self._weighings)
        return Case(
            draft=draft,
            trust=self._trust,
            who=who,
            pupils=self._pupils,
            colleagues=self._colleagues(draft.school),
            children=who.named_children(),
            staff=who.named_staff(),
            links=tuple(links(draft, taken.contacts)),
            sifted=of_a_draft(taken),
            strong=strong(taken.keys),
        )

    def _scene(self, school: str, text: str, *, draft: bool, above: str = "") -> Scene:
        return scene(text, self._register(school), draft=draft, above=above, allowed=self._allowed.get(school))

    def _colleagues(self, school: str) -> tuple[StaffMember, ...]:
        """The staff of a school and those who work for the trust as a whole."""
        return (*self._staff.get(school, ()), *self._staff.get("", ()))

    def _register(self, school: str) -> Register:
        """The register of a school; an empty one for a school that the trust does not have."""
        return self._registers.get(school) or Register(School(school, school), (), ())
