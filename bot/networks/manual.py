"""A network without an interface that we may use: every step is done by a person with a checklist."""

from workflows.ports import ByHand


class Manual:
    """Answers every request with the steps for a person."""

    async def publish(self, account: str, text: str, pictures: tuple[str, ...], key: str) -> ByHand:
        """Publishing is done by hand."""
        return ByHand(("publish",))

    async def delete_comment(self, permalink: str, key: str) -> ByHand:
        """Deleting is done by hand."""
        return ByHand(("delete",))

    async def hide_comment(self, permalink: str, key: str) -> ByHand:
        """Hiding is done by hand."""
        return ByHand(("hide",))
