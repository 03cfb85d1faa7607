"""The addresses that are Microsoft's; everything else is neither believed nor called."""

from dataclasses import dataclass

from yarl import URL


@dataclass(frozen=True, slots=True)
class Hosts:
    """`services` are origins that may call and be called; `files` are suffixes of hosts that hold sent files.

    The services are those of the public cloud and of the Government Community Cloud.
    """

    metadata: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    services: frozenset[str] = frozenset(
        {"https://smba.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com"}
    )
    files: tuple[str, ...] = (".sharepoint.com", ".sharepoint.us")

    def is_service(self, address: str) -> bool:
        """Whether an address is the Bot Connector's, to which our token may go."""
        return origin(address) in self.services

    def is_file_store(self, address: str) -> bool:
        """Whether an address is the trust's own file store, which needs no token of ours."""
        url = _url(address)
        return url is not None and url.scheme == "https" and (url.host or "").endswith(self.files)


class LoopbackHosts(Hosts):
    """For a local emulator: whatever answers on this machine, and nothing else."""

    def is_service(self, address: str) -> bool:
        """Whether an address is on this machine."""
        url = _url(address)
        return url is not None and url.host in ("127.0.0.1", "localhost", "::1")

    def is_file_store(self, address: str) -> bool:
        """An emulator has none."""
        return False


def origin(address: str) -> str:
    """Scheme, host and port; empty for what is no plain web address (read as the HTTP client reads it)."""
    url = _url(address)
    return str(url.origin()) if url is not None else ""


def _url(address: str) -> URL | None:
    try:
        url = URL(address)
    except ValueError:
        return None
    plain = url.scheme in ("https", "http") and url.host and url.user is None and url.password is None
    return url if plain else None
