"""Who is in this Microsoft, where they talk, and what stands there."""

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.teams.signing import APP, TENANT

BOT = f"28:{APP}"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account; `role` is that of their profile."""

    object_id: str
    email: str
    tenant: str = TENANT
    role: str = "user"
    principal: str = ""

    @property
    def id(self) -> str:
        return f"29:{self.object_id}"

    def profile(self) -> dict[str, str]:
        principal = self.principal or self.email
        said = {"id": self.id, "aadObjectId": self.object_id, "email": self.email, "userPrincipalName": principal}
        return {**said, "tenantId": self.tenant, "userRole": self.role, "name": "Somebody"}


@dataclass
class Message:
    """A message with every version in which it stood there; `sender` is empty for the bot."""

    id: str
    conversation: str
    sender: str
    versions: list[dict[str, Any]]
    deleted: bool = False

    @property
    def shown(self) -> dict[str, Any]:
        return self.versions[-1]

    @property
    def card(self) -> Any:
        return self.shown["attachments"][0]["content"]


@dataclass
class Conversation:
    """A personal chat, a group chat or a channel (whose threads are conversations of their own)."""

    id: str
    kind: str
    members: list[User]
    bot_is_in: bool = True
    messages: list[Message] = field(default_factory=list)
