"""Commands and effects as JSON, for the event row and for the engine."""

import hashlib
from datetime import datetime
from typing import Any

from workflows.engine.commands import Call, Command, Effect, Follow, Redraw, Tell

LONGEST_KEY = 120


def effect_to_json(effect: Effect) -> dict[str, Any]:
    """An effect as a JSON object; instants in ISO 8601."""
    match effect:
        case Tell(card, about, to, detail, reply):
            return {"tell": card, "about": about, "to": to, "detail": detail, "reply": reply}
        case Redraw(about):
            return {"redraw": about}
        case Follow(name, payload, due, actor):
            return {"follow": name, "payload": payload, "due": due.isoformat() if due else None, "actor": actor}
        case Call(what, about, detail):
            return {"call": what, "about": about, "detail": detail}


def effect_from_json(data: dict[str, Any]) -> Effect:
    """The inverse of `effect_to_json`."""
    if "tell" in data:
        return Tell(data["tell"], data["about"], data["to"], data["detail"], data["reply"])
    if "redraw" in data:
        return Redraw(data["redraw"])
    if "call" in data:
        return Call(data["call"], data["about"], data["detail"])
    due = datetime.fromisoformat(data["due"]) if data["due"] else None
    return Follow(data["follow"], data["payload"], due, data["actor"])


def command_to_json(command: Command) -> dict[str, Any]:
    """A command as a JSON object."""
    return {"id": command.id, "name": command.name, "payload": command.payload, "actor": command.actor}


def command_from_json(data: dict[str, Any]) -> Command:
    """The inverse of `command_to_json`."""
    return Command(data["id"], data["name"], data["payload"], data["actor"])


def effect_key(command_id: str, number: int) -> str:
    """The id of a command's effect: the same on every replay, and short however long the chain of timers is."""
    key = f"{command_id}/{number}"
    return key if len(key) <= LONGEST_KEY else f"~{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def followed(effect_id: str, effect: Follow) -> Command:
    """The command that an effect asks for."""
    return Command(effect_id, effect.name, effect.payload, effect.actor)
