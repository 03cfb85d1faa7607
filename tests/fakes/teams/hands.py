"""What people do in Teams, as activities that the service signs and hands to the bot."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import ClientSession

from tests.fakes.teams.checking import check_card
from tests.fakes.teams.people import BOT, Conversation, Message, User
from tests.fakes.teams.service import Service
from tests.fakes.teams.signing import claims, signed

FILE = "application/vnd.microsoft.teams.file.download.info"
PERSONAL, CHANNEL = "personal", "channel"
_moments = count()


@dataclass
class Hands:
    """`bot` is where activities go; `sent` are all of them, so that one can be sent again."""

    service: Service
    session: ClientSession
    bot: str
    sent: list[dict[str, Any]] = field(default_factory=list)

    def chat(self, user: User) -> Conversation:
        """The personal chat of somebody with the bot."""
        return self.conversation(f"a:{user.object_id}", PERSONAL, user)

    def conversation(self, id: str, kind: str, *members: User) -> Conversation:
        known = self.service.conversations
        return known.setdefault(id, Conversation(id, kind, list(members)))

    def activity(self, user: User, at: Conversation, **said: Any) -> dict[str, Any]:
        return {
            "id": self.service.number(),
            "timestamp": f"{datetime.now(UTC).isoformat()}#{next(_moments)}",
            "serviceUrl": self.service.address,
            "channelId": "msteams",
            "from": {"id": user.id, "aadObjectId": user.object_id, "name": "Somebody"},
            "recipient": {"id": BOT, "name": "Gatepost"},
            "conversation": {
                "id": at.id,
                "conversationType": at.kind,
                "tenantId": user.tenant,
                "isGroup": at.kind != PERSONAL or None,
            },
            "channelData": {"tenant": {"id": user.tenant}},
            **said,
        }

    async def hand_over(self, activity: dict[str, Any]) -> tuple[int, Any]:
        """The status and the JSON of the bot's answer."""
        self.sent.append(activity)
        token = signed(claims(self.service.address))
        headers = {"Authorization": f"Bearer {token}"}
        async with self.session.post(self.bot, json=activity, headers=headers) as answer:
            body = await answer.json() if answer.content_type == "application/json" else None
            return answer.status, body

    async def arrive(self, user: User, at: Conversation | None = None) -> None:
        """The bot is added to a conversation."""
        added = self.activity(user, at or self.chat(user), type="conversationUpdate", membersAdded=[{"id": BOT}])
        assert (await self.hand_over(added))[0] == 202

    async def say(self, user: User, text: str, *files: bytes, quoting: Message | None = None) -> Message:
        """A message to the bot, with files, perhaps as a reply to another."""
        said = self.activity(user, self.chat(user), type="message", text=text)
        said["attachments"] = [self._attached(content) for content in files]
        if quoting is not None:
            said["attachments"].append({"contentType": "text/html", "content": _quote(quoting, text)})
        message = Message(said["id"], said["conversation"]["id"], user.id, [said])
        self.chat(user).messages.append(message)
        assert (await self.hand_over(said))[0] == 202
        return message

    def _attached(self, content: bytes) -> dict[str, Any]:
        id = self.service.number()
        self.service.files[id] = content
        address = f"{self.service.address}v3/attachments/{id}/views/original"
        return {"contentType": "image/png", "contentUrl": address, "name": "photo.png"}

    async def edit(self, user: User, message: Message, text: str) -> None:
        changed = self.activity(user, self.chat(user), type="messageUpdate", text=text, id=message.id)
        changed["channelData"]["eventType"] = "editMessage"
        assert (await self.hand_over(changed))[0] == 202

    async def delete(self, user: User, message: Message) -> None:
        gone = self.activity(user, self.chat(user), type="messageDelete", id=message.id)
        gone["channelData"]["eventType"] = "softDeleteMessage"
        assert (await self.hand_over(gone))[0] == 202

    async def mention(self, user: User, at: Conversation, text: str) -> None:
        """The bot is named in a channel or group chat."""
        said = self.activity(user, at, type="message", text=f"<at>Gatepost</at> {text}\n")
        assert (await self.hand_over(said))[0] == 202

    async def press(self, user: User, message: Message, title: str, *, old: bool = False) -> Any:
        """Press a button of a card; the answer. An `old` client takes the fallback, which is a message."""
        at = self.service.conversations[message.conversation.partition(";")[0]]
        action = button(message.card, title)
        if action["type"] == "Action.Execute" and old:
            action = action["fallback"]
        if action["type"] == "Action.Execute":
            pressed = {"type": "Action.Execute", "verb": action["verb"], "data": action["data"]}
            return await self.invoke(user, at, "adaptiveCard/action", {"action": pressed}, message)
        if action["data"].get("msteams", {}).get("type") == "task/fetch" and not old:
            return await self.invoke(user, at, "task/fetch", {"data": action["data"]}, message)
        said = self.activity(user, at, type="message", value=action["data"], replyToId=message.id)
        assert (await self.hand_over(said))[0] == 202
        return None

    async def submit(self, user: User, dialog: Any, **answers: str) -> Any:
        """Send the dialog that a button opened, with answers by input."""
        card = dialog["task"]["value"]["card"]["content"]
        check_card(card)
        (send,) = card["actions"]
        data = {**_initials(card), **answers, **send["data"]}
        return await self.invoke(user, self.chat(user), "task/submit", {"data": data})

    async def invoke(
        self, user: User, at: Conversation, name: str, value: dict[str, Any], under: Message | None = None
    ) -> Any:
        """Something that is answered at once; raises AssertionError where the answer is not what Teams reads."""
        reply = {"replyToId": under.id} if under else {}
        asked = self.activity(user, at, type="invoke", name=name, value=value, **reply)
        status, answer = await self.hand_over(asked)
        assert status == 200, f"{name} was answered with {status}"
        if name == "adaptiveCard/action":
            assert answer["statusCode"] == 200
            assert answer["type"].startswith("application/vnd.microsoft.")
        elif name.endswith(("etch", "etchTask")):
            assert answer["task"]["type"] in ("continue", "message")
        return answer


def button(card: Any, title: str) -> Any:
    """The button of that title anywhere on a card."""
    found = [action for action in buttons(card) if action["title"] == title]
    assert found, f"there is no button “{title}” among {[one['title'] for one in buttons(card)]}"
    return found[0]


def buttons(card: Any) -> list[Any]:
    """Every button of a card that does something, in reading order."""
    rows = [element["actions"] for element in card["body"] if element["type"] == "ActionSet"]
    return [action for row in [*rows, card.get("actions", [])] for action in row]


def _initials(card: Any) -> dict[str, str]:
    return {one["id"]: one.get("value", "") for one in card["body"] if one["type"].startswith("Input.")}


def _quote(message: Message, text: str) -> str:
    quoted = f'itemscope itemtype="http://schema.skype.com/Reply" itemid="{message.id}"'
    return f'<blockquote {quoted}><strong>Gatepost</strong><p itemprop="preview">Card</p></blockquote><p>{text}</p>'
