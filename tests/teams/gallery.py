"""One page with cards as Microsoft's own renderer draws them: `python -m tests.teams.gallery FILE` for all samples."""

import json
import sys
from pathlib import Path
from typing import Any

from bot.teams.cards import Look
from tests.cards.gallery import PICTURE
from tests.cards.samples import samples
from tests.teams.drawing import drawn
from workflows import asking

LIBRARY = Path(__file__).parents[2] / "node_modules/adaptivecards/dist/adaptivecards.min.js"
TEAMS_LIKE = {
    "fontFamily": "Segoe UI, sans-serif",
    "supportsInteractivity": True,
    "spacing": {"small": 6, "default": 10, "medium": 16, "large": 24, "extraLarge": 32, "padding": 12},
    "fontSizes": {"small": 12, "default": 14, "medium": 14, "large": 18, "extraLarge": 24},
    "actions": {"maxActions": 6, "actionsOrientation": "horizontal", "buttonSpacing": 8},
    "containerStyles": {
        "emphasis": {"backgroundColor": "#f0f0f0"},
        "good": {"backgroundColor": "#e7f2da"},
        "warning": {"backgroundColor": "#fbf6d9"},
        "attention": {"backgroundColor": "#fcf4f6"},
    },
}
PAGE = """<!doctype html><meta charset=utf-8><title>Cards</title><style>
body {{ font: 14px Segoe UI, sans-serif; background: #f5f5f5; columns: {columns}; margin: 1rem }}
section {{ break-inside: avoid; margin-bottom: 1rem }} h2 {{ font-size: 12px; color: #555 }}
.card {{ background: #fff; border: 1px solid #ddd; border-radius: 4px }}
</style><script>{library}</script><script>
const config = new AdaptiveCards.HostConfig({config});
addEventListener("DOMContentLoaded", () => {{
  for (const [name, json] of Object.entries({cards})) {{
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = config;
    card.parse(json);
    const section = document.createElement("section"), title = document.createElement("h2");
    const frame = document.createElement("div");
    title.textContent = name; frame.className = "card"; frame.append(card.render()); section.append(title, frame);
    document.body.append(section);
  }}
}});
</script>"""


def page(cards: dict[str, Any], columns: int = 4) -> str:
    """The page; cards by their name."""
    # A text on a card must not end the script that it stands in.
    data = json.dumps(cards).replace("</", "<\\/")
    library = LIBRARY.read_text(encoding="utf-8")
    return PAGE.format(library=library, config=json.dumps(TEAMS_LIKE), cards=data, columns=columns)


def gallery() -> dict[str, Any]:
    """Every sample card, with a drawn stand-in for every picture."""
    look = Look(lambda id: PICTURE, asking.FORMS.__contains__, {})
    return {
        f"{name} {number or ''}".strip(): card
        for name, sample in samples().items()
        for number, card in enumerate(drawn(sample, look))
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(gallery()), encoding="utf-8")
