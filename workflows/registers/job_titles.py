"""Which role a job title of the staff register stands for; nobody becomes administrator by it (clause 5.1)."""

from workflows.policy.facts import StaffMember
from workflows.states import Role

HEADTEACHER = frozenset({"headteacher", "actingheadteacher", "interimheadteacher", "coheadteacher"})
LEADERSHIP = frozenset({"deputyheadteacher", "assistantheadteacher", "deputyhead", "assistanthead"})
OFFICE_MANAGER = frozenset({"schoolofficemanager", "officemanager"})
TRUST = {"communicationslead": Role.COMMUNICATIONS_LEAD, "executiveprincipal": Role.EXECUTIVE_PRINCIPAL}


def role_of(member: StaffMember) -> Role:
    """The one role that the register gives to a member of staff."""
    title = "".join(letter for letter in member.role.casefold() if letter.isalpha())
    if not member.school and title in TRUST:
        return TRUST[title]
    if title in HEADTEACHER:
        return Role.HEADTEACHER
    if title in LEADERSHIP:
        return Role.LEADERSHIP
    return Role.OFFICE_MANAGER if title in OFFICE_MANAGER else Role.STAFF
