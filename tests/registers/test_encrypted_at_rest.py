"""What is on disk holds no name, no email and no text: not in the database file, not in its write-ahead log."""

from tests.database import Database
from tests.registers.sheets import import_pupils, import_staff, import_trust
from tests.staff import NOON
from workflows.models import Comment, Person, Post, Revision

SECRETS = ("Quillon", "Abernathy", "Marguerite", "Thistlewood", "@hillside.example", "2017-12-24", "treehouse")


async def test_no_name_no_email_and_no_text_can_be_read_from_the_files(sqlite_database: Database) -> None:
    await import_trust()
    await import_pupils("H1,hillside,Quillon,Quilly,Abernathy,Year 4,Kestrel,yes,yes,yes,yes,2017-12-24")
    await import_staff("S1,hillside,Ms,Marguerite,Thistlewood,Headteacher,thistlewood@hillside.example")
    author = await Person.get(staff_id="S1")
    await Post.create(
        id="p1", school_id="hillside", author=author, state="held", reason="treehouse", created_at=NOON, changed_at=NOON
    )
    await Revision.create(post_id="p1", number=1, content={"text": "treehouse"}, claim="", by=author, at=NOON)
    await Comment.create(
        id="c1", school_id="hillside", content={"text": "treehouse"}, reading={}, urgent=False, reported_at=NOON
    )
    on_disk = sqlite_database.raw_bytes().lower()
    assert b"hillside-facebook" in on_disk
    assert [secret for secret in SECRETS if secret.lower().encode() in on_disk] == []
