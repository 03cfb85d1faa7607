"""The app package for Teams: manifest and icons in a zip, checked against Microsoft's own schema."""

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.cards.rendering import TEMPLATES
from bot.teams import icons
from workflows.errors import Misconfigured

FOLDER = TEMPLATES / "teams"
STAMP = (2026, 1, 1, 0, 0, 0)
"""One time for all files, so that the same settings give the same package."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the manifest says of this installation; `address` is where Teams reaches it."""

    app_id: str
    version: str
    address: str
    website: str
    privacy: str
    terms: str


def package(facts: Facts, colour: bytes | None = None, outline: bytes | None = None) -> bytes:
    """The zip to upload; raises Misconfigured with a sentence where Teams would refuse it."""
    for what in (facts.address, facts.website, facts.privacy, facts.terms):
        if not what.startswith("https://"):
            raise Misconfigured("Every address in the app package begins with https://, also that of the website.")
    manifest = written(facts)
    check(manifest)
    files = {
        "manifest.json": json.dumps(manifest, indent=2, ensure_ascii=False).encode(),
        "color.png": icons.checked(colour, icons.COLOUR, "colour") if colour else icons.colour(),
        "outline.png": icons.checked(outline, icons.OUTLINE, "outline") if outline else icons.outline(),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(zipfile.ZipInfo(name, STAMP), content)
    return out.getvalue()


def written(facts: Facts) -> dict[str, Any]:
    """The manifest."""
    environment = Environment(loader=FileSystemLoader(FOLDER), undefined=StrictUndefined, autoescape=True)
    said = {name: getattr(facts, name) for name in ("app_id", "version", "website", "privacy", "terms")}
    domains = [host] if (host := urlsplit(facts.address).hostname) else []
    text = environment.get_template("manifest.json.j2").render(domains=domains, **said)
    manifest: dict[str, Any] = json.loads(text)
    return manifest


def check(manifest: dict[str, Any]) -> None:
    """Raise Misconfigured, with a sentence that names the place, for what the schema does not allow."""
    import fastjsonschema

    try:
        _schema()(manifest)
    except fastjsonschema.JsonSchemaValueException as error:
        place = str(error.name).removeprefix("data").lstrip(".") or "the manifest"
        what = str(error.message).removeprefix(str(error.name)).strip()
        raise Misconfigured(f"Teams would refuse the app package: {place} {what}.") from None


@cache
def _schema() -> Callable[[dict[str, Any]], object]:
    import fastjsonschema

    text = (FOLDER / "manifest.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text, object_hook=_without_foreign_patterns)
    compiled: Callable[[dict[str, Any]], object] = fastjsonschema.compile(schema, use_default=False)
    return compiled


def _without_foreign_patterns(part: dict[str, Any]) -> dict[str, Any]:
    # Some patterns are JavaScript's (\p{L}); they belong to properties that our manifest does not have.
    try:
        if isinstance(part.get("pattern"), str):
            re.compile(part["pattern"])
    except re.error:
        return {name: value for name, value in part.items() if name != "pattern"}
    return part
