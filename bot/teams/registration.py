"""The bot as it is registered with Microsoft, and what is still missing of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Registration:
    """`address` is where Teams reaches us; the first of `tenants` is the one in which the app is registered.

    `anonymous` is for a local emulator, which has no registration.
    """

    app_id: str
    tenants: tuple[str, ...]
    address: str
    secret: str = ""
    anonymous: bool = False

    def missing(self) -> Iterator[str]:
        """One sentence for each thing that is missing or cannot be right."""
        if not self.tenants:
            yield "Teams has no tenants, so nobody may use it. Set teams_tenants to the directory (tenant) id."
        if self.anonymous:
            return
        if not GUID.fullmatch(self.app_id):
            yield "teams_app_id is no application (client) id, such as 8f0a6c1e-5b1d-4c53-9d3e-2f4b7a90c001."
        if any(not GUID.fullmatch(tenant) for tenant in self.tenants):
            yield "teams_tenants holds something that is no directory (tenant) id."
        if not self.secret:
            yield "Teams has no client secret. Set GATEPOST_TEAMS_APP_PASSWORD."
        where = urlsplit(self.address)
        if where.scheme != "https" or not where.hostname:
            yield "teams_public_url must be the https address at which Teams reaches Gatepost."
