"""Clauses 1.1 to 1.3: every clause of the policy and how it is enforced, computed from the code."""

import asyncio

from workflows.cards import PolicyCard
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.policy import POLICY_VERSION
from workflows.policy.status import Enforced, Status, statuses


async def policy(tell: Tell, world: World) -> Built:
    """The policy card."""
    known = await asyncio.to_thread(statuses)
    return Built(PolicyCard(POLICY_VERSION, *(_lines(known, state) for state in Enforced)), live=False)


def _lines(known: tuple[Status, ...], state: Enforced) -> tuple[str, ...]:
    return tuple(f"{one.clause.label}: {one.clause.demand}" for one in known if one.enforced is state)
