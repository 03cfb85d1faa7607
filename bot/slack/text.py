"""Words in Slack's text objects: escaped so that nothing in them acts, split so that nothing of them is cut."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
SECTION = 3000
"""Characters of a section's text, after escaping."""
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """Slack's three control characters as entities: `<!channel>` stays the words that somebody wrote."""
    return text.translate(ESCAPES)


def unescaped(text: str) -> str:
    """What somebody typed, from the text of an event."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def plain(text: str) -> Json:
    """A text in which Slack reads neither markup nor emoji names nor addresses."""
    return {"type": "plain_text", "text": escaped(text), "emoji": False}


def label(text: str) -> Json:
    """A few words of ours in bold."""
    return {"type": "mrkdwn", "text": f"*{escaped(text)}*", "verbatim": True}


def link(text: str, url: str) -> Json:
    """A web address to click; `|` would end the address too early."""
    return {"type": "mrkdwn", "text": f"<{escaped(url.replace('|', '%7C'))}|{escaped(text)}>", "verbatim": True}


def pieces(text: str, longest: int = SECTION) -> Iterator[str]:
    """The text in pieces that fit after escaping; together they are the text, unchanged."""
    while len(escaped(text)) > longest:
        end = _end(text, longest)
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _end(text: str, longest: int) -> int:
    """How many characters of a text that is too long fit, ending after a line, else after a word."""
    end, room = 0, longest
    for character in text:
        room -= len(escaped(character))
        if room < 0:
            break
        end += 1
    for mark in ("\n", " "):
        last = text.rfind(mark, end // 2, end)
        if last > 0:
            return last + 1
    return end


def shortened(text: str, longest: int) -> str:
    """A label that has to fit; only for words that stand in full somewhere else, or say nothing new."""
    if len(escaped(text)) <= longest:
        return text
    while len(escaped(text)) > longest - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"
