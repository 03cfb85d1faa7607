"""`python -m bot` is the same as `gatepost`."""

from bot.cli.main import app

app()
