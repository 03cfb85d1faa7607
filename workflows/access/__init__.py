"""Who may do what: roles at a school, who is asked, who authorises whom, whose chat identity is whose."""

from workflows.access.channels import bind_channel, leadership_channel, leadership_channel_at
from workflows.access.granting import grant, name_deputies, revoke
from workflows.access.identities import bind_identity, person_behind, release_identities
from workflows.access.people import (
    administrators,
    away,
    communications_leads,
    deputies,
    headteachers,
    leadership,
    office_managers,
)
from workflows.access.reaching import acted, where_to_reach
from workflows.access.roles import (
    may_see_pupils,
    member,
    require,
    roles_at,
    roles_of,
    roles_of_id,
    schools_of,
    schools_with_accounts,
)

__all__ = [
    "acted",
    "administrators",
    "away",
    "bind_channel",
    "bind_identity",
    "communications_leads",
    "deputies",
    "grant",
    "headteachers",
    "leadership",
    "leadership_channel",
    "leadership_channel_at",
    "may_see_pupils",
    "member",
    "name_deputies",
    "office_managers",
    "person_behind",
    "release_identities",
    "require",
    "revoke",
    "roles_at",
    "roles_of",
    "roles_of_id",
    "schools_of",
    "schools_with_accounts",
    "where_to_reach",
]
