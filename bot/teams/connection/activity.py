"""What Teams hands over, in its own field names; what we do not use is left out."""

import hashlib
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from pydantic.alias_generators import to_camel


class _Read(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore", frozen=True)


class Account(_Read):
    """A user, or a bot (`28:` and its app id)."""

    id: str = ""
    aad_object_id: str = ""
    role: str | None = None


class Conversation(_Read):
    """Where it happened; `conversation_type` is `personal`, `groupChat` or `channel`."""

    id: str = ""
    conversation_type: str = "personal"
    tenant_id: str = ""
    is_group: bool | None = None


class Attachment(_Read):
    """A file, a picture, or the message once more as HTML."""

    content_type: str = ""
    content_url: str | None = None
    content: JsonValue = None
    name: str | None = None


class Named(_Read):
    """A team, a channel or a tenant."""

    id: str = ""
    name: str | None = None
    aad_group_id: str | None = None


class ChannelData(_Read):
    """What only Teams says."""

    tenant: Named = Named()
    team: Named = Named()
    channel: Named = Named()
    event_type: str = ""


class Activity(_Read):
    """One thing that happened in Teams."""

    type: str
    id: str = ""
    name: str = ""
    action: str = ""
    timestamp: str = ""
    service_url: str
    channel_id: str = ""
    sender: Account = Field(Account(), alias="from")
    recipient: Account = Account()
    conversation: Conversation
    text: str | None = None
    value: JsonValue = None
    reply_to_id: str | None = None
    attachments: tuple[Attachment, ...] = ()
    members_added: tuple[Account, ...] = ()
    members_removed: tuple[Account, ...] = ()
    channel_data: ChannelData = ChannelData()

    @property
    def tenant(self) -> str:
        """The tenant in which it happened."""
        return self.channel_data.tenant.id or self.conversation.tenant_id

    @property
    def is_personal(self) -> bool:
        """Whether it is a direct conversation with one person."""
        return self.conversation.conversation_type == "personal" and not self.conversation.is_group

    @property
    def key(self) -> str:
        """The same for a repeat, different for everything else: Teams' ids are unique in a conversation only.

        An edit carries the id of the message that was edited, so its time belongs to the key.
        """
        when = self.timestamp if self.type == "messageUpdate" else ""
        return digest(self.conversation.id, self.type, self.name, self.id, when)

    def said(self) -> dict[str, Any]:
        """`value` as an object; empty where it is none."""
        return self.value if isinstance(self.value, dict) else {}


def digest(*parts: str) -> str:
    """A short id that is the same for the same parts, and for no others."""
    return f"teams:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:40]}"
