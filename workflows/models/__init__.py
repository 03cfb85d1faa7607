"""The tables, one file per noun.

No semicolon in their docstrings: the ORM makes them comments in the schema and splits statements there.
"""

from workflows.models.alerts import Alert, Comment, Evidence
from workflows.models.channels import LeadershipChannel
from workflows.models.heads import AuditHead, RegisterVersion
from workflows.models.lessons import Lesson
from workflows.models.log import AuditEntry, Event, Message
from workflows.models.people import Absence, ChatIdentity, Deputy, Person, RoleGrant
from workflows.models.posts import Decision, Picture, Post, Publication, Revision
from workflows.models.pupils import ConsentChange, Pupil
from workflows.models.tasks import Task
from workflows.models.trust import Account, School, Term, Trust

__all__ = [
    "Absence",
    "Account",
    "Alert",
    "AuditEntry",
    "AuditHead",
    "ChatIdentity",
    "Comment",
    "ConsentChange",
    "Decision",
    "Deputy",
    "Event",
    "Evidence",
    "LeadershipChannel",
    "Lesson",
    "Message",
    "Person",
    "Picture",
    "Post",
    "Publication",
    "Pupil",
    "RegisterVersion",
    "Revision",
    "RoleGrant",
    "School",
    "Task",
    "Term",
    "Trust",
]
