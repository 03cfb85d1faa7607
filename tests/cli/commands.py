"""Running the commands as they are run at a keyboard, in a folder of their own."""

from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli.main import app


@dataclass(slots=True)
class Keyboard:
    """Types commands in a folder whose settings are these."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def types(self, *words: str, answer: str = "") -> Result:
        return CliRunner().invoke(app, list(words), input=answer, env=self.environment)

    def file(self, name: str, content: bytes | str) -> str:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)
