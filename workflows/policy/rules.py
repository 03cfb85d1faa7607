"""Every rule that reads a draft, in the order of the policy."""

from collections.abc import Callable, Iterator

from workflows.policy.case import Case
from workflows.policy.clause_1_8 import charities_outside_the_register
from workflows.policy.clause_4_1 import names_beside_pictures
from workflows.policy.clause_5_2 import staff_forenames
from workflows.policy.clause_5_3 import invited_comments
from workflows.policy.clause_5_7 import described_children, named_children
from workflows.policy.clause_5_8 import discriminatory_words
from workflows.policy.clause_5_9 import unofficial_accounts
from workflows.policy.clause_6_2 import faces_without_consent
from workflows.policy.clause_6_4 import tagged_people
from workflows.policy.clause_6_5 import video_sources
from workflows.policy.clause_7_7 import swearing
from workflows.policy.clause_9_7 import reciprocal_activity, reposts
from workflows.policy.clause_9_8 import direct_messages, other_contacts
from workflows.policy.findings import Finding

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    charities_outside_the_register,
    names_beside_pictures,
    staff_forenames,
    invited_comments,
    named_children,
    described_children,
    discriminatory_words,
    unofficial_accounts,
    faces_without_consent,
    tagged_people,
    video_sources,
    swearing,
    reposts,
    reciprocal_activity,
    direct_messages,
    other_contacts,
)
