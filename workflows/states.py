"""The lifecycles, as tables: what may follow what."""

from enum import StrEnum

from workflows.errors import AlreadyDecided


class Role(StrEnum):
    """What somebody may do, at one school or for the whole trust (clauses 1.6, 2.1 and 3.1)."""

    STAFF = "staff"
    ADMINISTRATOR = "administrator"
    HEADTEACHER = "headteacher"
    LEADERSHIP = "leadership"
    OFFICE_MANAGER = "office_manager"
    COMMUNICATIONS_LEAD = "communications_lead"
    EXECUTIVE_PRINCIPAL = "executive_principal"


TRUST_ROLES = frozenset({Role.COMMUNICATIONS_LEAD, Role.EXECUTIVE_PRINCIPAL})
ACCOUNT_ACCESS = frozenset({Role.ADMINISTRATOR, Role.HEADTEACHER, Role.LEADERSHIP, Role.OFFICE_MANAGER})


class PostState(StrEnum):
    """Where a post stands between the first draft and the public page."""

    SUGGESTED = "suggested"
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    HELD = "held"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Move(StrEnum):
    """What can happen to a post."""

    ADOPT = "adopt"
    CHANGE = "change"
    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    CHASE = "chase"
    EXPIRE = "expire"
    PUBLISH = "publish"
    HOLD = "hold"
    CONFIRM = "confirm"
    COMPLETE = "complete"


_S, _M = PostState, Move
POST: dict[tuple[PostState, Move], PostState] = {
    (_S.SUGGESTED, _M.ADOPT): _S.DRAFTING,
    (_S.SUGGESTED, _M.CHANGE): _S.SUGGESTED,
    (_S.SUGGESTED, _M.REJECT): _S.REJECTED,
    (_S.SUGGESTED, _M.WITHDRAW): _S.WITHDRAWN,
    (_S.DRAFTING, _M.CHANGE): _S.DRAFTING,
    (_S.DRAFTING, _M.SUBMIT): _S.IN_REVIEW,
    (_S.DRAFTING, _M.WITHDRAW): _S.WITHDRAWN,
    # A change takes a draft out of review and undoes an approval: what was read is not what would go out.
    (_S.IN_REVIEW, _M.CHANGE): _S.DRAFTING,
    (_S.IN_REVIEW, _M.APPROVE): _S.APPROVED,
    (_S.IN_REVIEW, _M.SEND_BACK): _S.DRAFTING,
    (_S.IN_REVIEW, _M.REJECT): _S.REJECTED,
    (_S.IN_REVIEW, _M.WITHDRAW): _S.WITHDRAWN,
    (_S.IN_REVIEW, _M.CHASE): _S.IN_REVIEW,
    (_S.IN_REVIEW, _M.EXPIRE): _S.EXPIRED,
    (_S.APPROVED, _M.CHANGE): _S.DRAFTING,
    (_S.APPROVED, _M.PUBLISH): _S.PUBLISHING,
    (_S.APPROVED, _M.HOLD): _S.HELD,
    (_S.APPROVED, _M.WITHDRAW): _S.WITHDRAWN,
    (_S.PUBLISHING, _M.CONFIRM): _S.PUBLISHING,
    (_S.PUBLISHING, _M.COMPLETE): _S.PUBLISHED,
    (_S.PUBLISHING, _M.HOLD): _S.HELD,
    # While somebody publishes by hand it can still be called off, unless one account already has it.
    (_S.PUBLISHING, _M.WITHDRAW): _S.WITHDRAWN,
    (_S.HELD, _M.CHANGE): _S.DRAFTING,
    (_S.HELD, _M.WITHDRAW): _S.WITHDRAWN,
    (_S.EXPIRED, _M.CHANGE): _S.DRAFTING,
    (_S.EXPIRED, _M.WITHDRAW): _S.WITHDRAWN,
}
FINAL = frozenset({_S.PUBLISHED, _S.REJECTED, _S.WITHDRAWN})


class AlertState(StrEnum):
    """Where an alert stands: repeated until acknowledged, chased until resolved."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


class TaskState(StrEnum):
    """A task is open until a person did it, or until what it was for is gone."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


def after(state: PostState, move: Move) -> PostState:
    """The state that follows; raises AlreadyDecided where the move makes no sense any more."""
    try:
        return POST[state, move]
    except KeyError:
        raise AlreadyDecided(f"Nothing was changed: this draft {_STANDS[state]}.") from None


_STANDS = {
    _S.SUGGESTED: "is a suggestion that nobody has adopted yet",
    _S.DRAFTING: "is being worked on and has not been sent for approval",
    _S.IN_REVIEW: "is waiting for approval",
    _S.APPROVED: "has already been approved",
    _S.PUBLISHING: "has already been approved and is being published",
    _S.PUBLISHED: "has already been published",
    _S.HELD: "is on hold and needs a change first",
    _S.REJECTED: "was rejected",
    _S.WITHDRAWN: "was withdrawn",
    _S.EXPIRED: "expired because nobody decided in time",
}
