"""The links of a draft, taken apart as the web does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from workflows.people.tokens import Token
from workflows.policy.facts import Draft, Trust
from workflows.policy.words_of import policy_family

CLOSING = ".,;:!?)]}'\"*"
VIDEO_PATHS = ("reel", "reels", "watch", "videos", "video", "shorts", "tv", "spotlight")


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its place: a span of the text, or the index of a medium."""

    url: str
    parts: SplitResult
    start: int | None = None
    end: int | None = None
    medium: int | None = None

    @property
    def host(self) -> str:
        """The host in lower case without www."""
        return (self.parts.netloc.rpartition("@")[2].partition(":")[0]).lower().removeprefix("www.")

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of the path in lower case."""
        return tuple(part for part in self.parts.path.lower().split("/") if part)

    def on(self, hosts: Sequence[str]) -> bool:
        """Whether the link leads to one of `hosts` or a subdomain of one."""
        own = self.host
        return any(own == host or own.endswith(f".{host}") for host in hosts)

    @property
    def is_video(self) -> bool:
        """Whether it leads to a video, a short or a channel of a video site."""
        on_social = self.on(policy_family("hosts", "social")) and any(part in VIDEO_PATHS for part in self.path)
        return self.on(policy_family("hosts", "video")) or on_social

    @property
    def is_social_post(self) -> bool:
        """Whether it leads to a single post of a social network."""
        return (
            self.on(policy_family("hosts", "social"))
            and not self.is_video
            and (len(self.path) > 1 or bool(self.parts.query))
        )

    def belongs_to(self, trust: Trust) -> bool:
        """Whether it leads to the trust's YouTube channel or to an official account of the trust."""
        official = [account.url for account in trust.accounts] + [trust.youtube_url]
        return any(_under(self, url) for url in official if url)


def _under(link: Link, url: str) -> bool:
    official = Link(url, _parts(url))
    return link.host == official.host and link.path[: len(official.path)] == official.path != ()


def links(draft: Draft, contacts: Sequence[tuple[int, Token]]) -> Iterator[Link]:
    """The links in a draft's text, which are among its contacts, then those of its media.

    A video with a link is none that was uploaded.
    """
    for _, token in contacts:
        if token.kind == "link":
            surface = draft.text[token.start : token.end]
            url = surface.rstrip(CLOSING)
            yield Link(url, _parts(url), token.start, token.start + len(url))
    for index, medium in enumerate(draft.media):
        if medium.url:
            yield Link(medium.url, _parts(medium.url), medium=index)


def _parts(url: str) -> SplitResult:
    try:
        return urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return urlsplit("")
