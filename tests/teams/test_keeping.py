"""What the adapter keeps for itself: encrypted, under any key that is rotated in, and no longer than it is needed."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.teams import inbox
from bot.teams.models import TeamsPart, TeamsReceived
from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from workflows import rotation
from workflows.keys import Keyring, new_key, use_keyring
from workflows.models import Message


async def received(campus: Campus) -> TeamsReceived:
    """A message that was acknowledged and not worked on yet."""
    user = campus.users[campus.cast.administrator]
    said = campus.hands.activity(user, campus.hands.chat(user), type="message", text="Tulips beside the gate.")
    return await TeamsReceived.create(key="teams:1", activity=said, at=campus.clock.now())


async def test_what_somebody_wrote_is_encrypted_while_it_waits(campus: Campus, tmp_path: Path) -> None:
    await received(campus)
    stored = await asyncio.to_thread(_everything_in, tmp_path)
    assert b"teams:1" in stored
    assert b"Tulips" not in stored


def _everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("teams.sqlite3*"))


async def test_a_key_that_is_rotated_in_seals_what_waits_anew(campus: Campus) -> None:
    old, fresh = new_key(), new_key()
    use_keyring(Keyring([old]))
    await TeamsReceived.create(key="teams:1", activity={"text": CLEAN}, at=campus.clock.now())
    sealed = [model for model, _ in rotation._sealed_models()]
    assert TeamsReceived in sealed
    use_keyring(Keyring([fresh, old]))
    columns = ["activity"]
    async for rows in rotation._batches(TeamsReceived, columns):
        assert [await rotation._renew(TeamsReceived, columns, row) for row in rows] == [True]
    use_keyring(Keyring([fresh]))
    assert (await TeamsReceived.get(key="teams:1")).activity["text"] == CLEAN


async def test_what_was_worked_on_is_forgotten_after_a_week_and_what_waits_is_not(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN)
    waiting = await received(campus)
    campus.clock.move_on(inbox.KEPT + timedelta(hours=1))
    async with campus.teams.inbox(campus.intake).open():
        await campus.settled()
    assert [one.key for one in await TeamsReceived.all()] == [waiting.key]


async def test_where_a_card_stands_is_forgotten_with_the_record_of_it(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, CLEAN)
    kept = await TeamsPart.all().count()
    later = (await TeamsPart.all().order_by("-at").first()).at + timedelta(seconds=1)  # type: ignore[union-attr]
    await campus.teams.chat.forget(later)
    assert await TeamsPart.all().count() == kept, "while Gatepost has the card on record it may be redrawn"
    await Message.all().delete()
    await campus.teams.chat.forget(later)
    assert not await TeamsPart.exists()
