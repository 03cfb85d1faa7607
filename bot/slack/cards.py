"""Document → Block Kit: every value escaped, nothing cut; what does not fit one message goes on in its thread."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from bot.cards.document import (
    Action,
    Divider,
    Document,
    Entry,
    Facts,
    Finding,
    Heading,
    List,
    Part,
    Picture,
    Pictures,
    Quote,
    Status,
    Text,
)
from bot.slack.text import Json, escaped, label, link, pieces, plain, shortened, unescaped

BLOCKS, CHARACTERS = 50, 12_000
"""What one message may hold. Slack names no limit for all its characters and refuses from about 13,200."""
HEADER, BUTTON, ALT, PER_ROW, FACTS, FIELD = 150, 75, 2000, 5, 5, 2000
GOES_ON = "This card is long. It goes on in the thread below."
NO_PICTURE = "Slack could not show this picture here. Open it where it was sent, or ask for the card again later."
NO_VIDEO = (
    "Slack shows no videos on cards; this one is in the thread below. If it is not, whoever sent it can show it to you."
)
NO_BUTTONS = "Slack could not draw this card with its buttons. Open my Home tab to go on."
ICONS = {"good": "✅ ", "warning": "⚠️ ", "urgent": "🚨 ", "neutral": ""}
MARKS = {"plain": "•", "done": "☑", "todo": "☐"}
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One message: its blocks, and the words for notifications."""

    text: str
    blocks: tuple[Json, ...]


def pages(document: Document, files: Files, most: int = CHARACTERS) -> list[Page]:
    """The card as one message, and as many more for its thread as it needs; `files` are Slack's by picture id."""
    number = count(1)
    body = [block for part in _titled(document) for block in _drawn(part, files, number)]
    foot = [*_buttons(document.actions, number), *_hints(document.actions)]
    title = shortened(document.title, SHORT)
    if _fits([*body, *foot], most):
        return [Page(title, (*body, *foot))]
    note = _small(GOES_ON)
    first, *rest = _filled(body, [note, *foot], most)
    return [Page(title, (*first, note, *foot)), *(Page(f"{title} (continued)", tuple(each)) for each in rest)]


SHORT = 300


def _filled(body: Sequence[Json], foot: Sequence[Json], most: int) -> Iterator[list[Json]]:
    """As much of the body as fits each message; `foot` stands below the first."""
    page: list[Json] = []
    for block in body:
        if page and not _fits([*page, block, *foot], most):
            yield page
            page, foot = [], ()
        page.append(block)
    yield page


def _fits(blocks: Sequence[Json], most: int) -> bool:
    return len(blocks) <= BLOCKS and len(json.dumps(blocks, ensure_ascii=False)) <= most


def bare(page: Page) -> Page:
    """The words of a message alone, for a Slack that does not take its blocks."""
    words = [one["text"] for block in page.blocks if block["type"] != "actions" for one in texts(block)]
    return Page("\n".join(unescaped(each) for each in (*words, NO_BUTTONS)), ())


def texts(block: Json) -> Iterator[Json]:
    """The text objects of a block."""
    inside = (block.get("text"), *block.get("fields", ()), *block.get("elements", ()))
    yield from (one for one in inside if one and one["type"] in ("plain_text", "mrkdwn"))


def _titled(document: Document) -> Sequence[Part]:
    """The first heading carries the sign of an urgent card, which its words say as well."""
    first, *rest = document.parts or (Heading(kind="heading", text=document.title),)
    if isinstance(first, Heading) and document.tone == "urgent":
        first = first.model_copy(update={"text": ICONS["urgent"] + first.text})
    return [first, *rest]


def _drawn(part: Part, files: Files, number: "count[int]") -> Iterator[Json]:
    match part:
        case Heading():
            yield from _heading(part.text)
        case Text(small=True):
            yield from (_small(piece) for piece in pieces(part.text, FIELD))
        case Text():
            yield from _sections(part.text)
        case Quote():
            yield from _quote(part)
        case Facts():
            yield from _facts(part)
        case Finding():
            yield from _finding(part, number)
        case Entry():
            yield from _entry(part, number)
        case Pictures():
            yield from _pictures(part, files, number)
        case List():
            yield from _list(part)
        case Status():
            yield from _sections(ICONS[part.tone] + part.text)
        case Divider():
            yield {"type": "divider"}


def _heading(text: str) -> Iterator[Json]:
    first, *rest = pieces(text, HEADER)
    yield {"type": "header", "text": plain(first)}
    yield from (block for each in rest for block in _sections(each))


def _sections(text: str) -> Iterator[Json]:
    for piece in pieces(text):
        yield {"type": "section", "text": plain(piece)}


def _small(text: str) -> Json:
    return {"type": "context", "elements": [plain(text)]}


def _labelled(words: str) -> Iterator[Json]:
    if words:
        yield {"type": "context", "elements": [label(words)]}


def _quote(quote: Quote) -> Iterator[Json]:
    yield from _labelled(quote.label)
    yield from _sections(quote.text)


def _facts(part: Facts) -> Iterator[Json]:
    for start in range(0, len(part.facts), FACTS):
        fields: list[Json] = []
        for fact in part.facts[start : start + FACTS]:
            value = link(fact.value, fact.url) if fact.url else plain(fact.value or "–")
            if len(value["text"]) > FIELD:
                yield from (*_labelled(fact.label), *_sections(fact.value))
                continue
            fields += [label(fact.label), value]
        if fields:
            yield {"type": "section", "fields": fields}


def _finding(finding: Finding, number: "count[int]") -> Iterator[Json]:
    words = f"“{finding.quote}”\n" if finding.quote else ""
    *before, last = _sections(f"{'❌' if finding.blocks else '💡'} {words}{finding.sentence}")
    yield from before
    yield from _with_buttons(last, finding.actions, number)
    if finding.policy:
        yield _small(finding.policy)


def _entry(entry: Entry, number: "count[int]") -> Iterator[Json]:
    *before, last = _sections(entry.text)
    yield from before
    words, *buttons = [*_with_buttons(last, entry.actions, number)]
    yield words
    if entry.detail:
        yield from (_small(piece) for piece in pieces(entry.detail, FIELD))
    yield from buttons


def _with_buttons(section: Json, actions: Sequence[Action], number: "count[int]") -> Iterator[Json]:
    """One button stands beside the words, several below them."""
    if len(actions) == 1 and len(escaped(actions[0].label)) <= BUTTON:
        yield {**section, "accessory": _button(actions[0], number)}
    else:
        yield section
        yield from _buttons(actions, number)


def _pictures(part: Pictures, files: Files, number: "count[int]") -> Iterator[Json]:
    yield from _labelled(part.label)
    for picture in part.pictures:
        yield from _picture(picture, files.get(picture.id, ""))
        yield from _buttons(picture.actions, number)


def _picture(picture: Picture, file: str) -> Iterator[Json]:
    state = {"ready": "", "unfinished": "☐ ", "blocked": "❌ "}[picture.state]
    caption = state + picture.caption if picture.caption else ""
    if not file:
        sign, why = ("🎬", NO_VIDEO) if picture.kind == "video" else ("🖼", NO_PICTURE)
        yield from _sections("\n".join(line for line in (f"{sign} {picture.alt}", caption, why) if line))
        return
    yield {"type": "image", "slack_file": {"id": file}, "alt_text": shortened(picture.alt, ALT)}
    if caption:
        yield from (_small(piece) for piece in pieces(caption, FIELD))


def _list(part: List) -> Iterator[Json]:
    yield from _labelled(part.label)
    lines = (
        f"{f'{n}.' if part.style == 'steps' else MARKS[part.style]} {item}" for n, item in enumerate(part.items, 1)
    )
    yield from _sections("\n".join(lines))


def _buttons(actions: Sequence[Action], number: "count[int]") -> Iterator[Json]:
    for start in range(0, len(actions), PER_ROW):
        row = actions[start : start + PER_ROW]
        for action in row:
            if shortened(action.label, BUTTON) != action.label:
                yield from _sections(action.label)
        yield {"type": "actions", "elements": [_button(action, number) for action in row]}


def _button(action: Action, number: "count[int]") -> Json:
    """A button; its number keeps its id unique in the card."""
    words = shortened(action.label, BUTTON)
    button: Json = {"type": "button", "action_id": f"{action.verb}/{next(number)}", "text": plain(words)}
    button["value"] = json.dumps(action.value, separators=(",", ":"))
    return button if action.style == "plain" else {**button, "style": action.style}


def _hints(actions: Sequence[Action]) -> Iterator[Json]:
    if hints := "\n".join(f"{action.label}: {action.hint}" for action in actions if action.hint):
        yield from (_small(piece) for piece in pieces(hints, FIELD))


HOME_BLOCKS = 100
MORE = "There is more than Slack can show here. Send me “status” for all that waits for you."


def home_blocks(document: Document) -> list[Json]:
    """The blocks of a Home tab; what goes beyond Slack's hundred is said to be there."""
    number = count(1)
    body = [block for part in _titled(document) for block in _drawn(part, {}, number)]
    foot = list(_buttons(document.actions, number))
    if len(body) + len(foot) <= HOME_BLOCKS:
        return [*body, *foot]
    return [*body[: HOME_BLOCKS - len(foot) - 1], _small(MORE), *foot]
