"""What somebody wrote, without what Teams adds to it: the bot's own name, and what they quote."""

import re
from html.parser import HTMLParser

from bot.teams.connection import Activity

HTML = "text/html"
QUOTE_TYPE = "http://schema.skype.com/Reply"
MENTION = re.compile(r"<at[^>]*>.*?</at>", re.DOTALL)
BREAKS = frozenset({"p", "div", "br", "li", "tr"})


class _Reader(HTMLParser):
    """Reads a message's HTML: its words outside of quotes, and the message that it quotes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.quoted, self.words = "", ""
        self._inside = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "blockquote" and (self._inside or said.get("itemtype") == QUOTE_TYPE):
            self._inside += 1
            self.quoted = self.quoted or said.get("itemid") or ""
        elif tag in ("img", "emoji") and not self._inside:
            self.words += said.get("alt") or ""
        elif tag in BREAKS and not self._inside and self.words:
            self.words += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._inside:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.words += data


def words(activity: Activity) -> tuple[str, str]:
    """What was written, and Teams' id of the message that was quoted, empty for none."""
    for attachment in activity.attachments:
        if attachment.content_type == HTML and isinstance(attachment.content, str):
            read = _Reader(attachment.content)
            if read.quoted:
                return read.words.strip(), read.quoted
    return MENTION.sub("", activity.text or "").strip(), activity.reply_to_id or ""


def plain(html: str) -> str:
    """The words of a message that is only known as HTML."""
    return _Reader(html).words.strip()
