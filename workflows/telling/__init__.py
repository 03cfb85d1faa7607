"""From rows to cards: for each card name the function that says what the card shows right now."""

from workflows.engine.commands import Tell
from workflows.engine.world import Build, Built, World
from workflows.telling import alerts, approvals, drafts, home, lessons, people, policy, tasks, unreached

__all__ = ["BUILDERS", "build"]

BUILDERS: dict[str, Build] = {
    "draft": drafts.draft,
    "suggestion": drafts.suggestion,
    "suggested": drafts.suggested,
    "suggestion_outcome": drafts.suggestion_outcome,
    "approval": approvals.approval,
    "outcome": approvals.outcome,
    "publish": tasks.publish,
    "removal": tasks.removal,
    "alert": alerts.alert,
    "comment": alerts.comment,
    "lesson": lessons.lesson,
    "evidence": alerts.evidence,
    "notice": people.notice,
    "welcome": people.welcome,
    "button": people.button,
    "noted": people.noted,
    "offer": people.offer,
    "authorised": people.authorised,
    "deputies": people.deputies,
    "channel": people.channel,
    "gone": people.gone,
    "unreached": unreached.unreached,
    "channel_lost": unreached.channel_lost,
    "home": home.home,
    "policy": policy.policy,
}


async def build(tell: Tell, world: World) -> Built:
    """The card as it stands now."""
    return await BUILDERS[tell.card](tell, world)
