"""What several builders say alike."""

from workflows.drafts import Content
from workflows.engine.world import World
from workflows.models import Account, Person


async def name_of(person: int | None) -> str:
    """Title and surname of a member of staff, or a word for nobody."""
    return (await Person.get(id=person)).formal_name if person is not None else "nobody"


async def account_labels(content: Content) -> tuple[str, ...]:
    """Accounts as people know them, such as `Facebook @willowbrook`."""
    accounts = await Account.filter(id__in=content.accounts).order_by("id")
    return tuple(label(account) for account in accounts)


def label(account: Account) -> str:
    """An account as people know it."""
    names = {"x": "X", "youtube": "YouTube"}
    return f"{names.get(account.platform, account.platform.title())} {account.handle}"


def when(content: Content, world: World) -> str:
    """The planned time in words."""
    return world.calendar.say(content.planned_at) if content.planned_at else "as soon as it is approved"


def excerpt(text: str, length: int = 140) -> str:
    """The beginning of a text, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[:length].rsplit(" ", 1)[0] + " …"
