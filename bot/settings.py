"""What can be set: gatepost.toml, then GATEPOST_* in the environment, which wins and holds the secrets."""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.schedules import Alerts, Retention, Reviews, SchoolHours, TermSetting, timings
from workflows.calendar import Calendar
from workflows.errors import Misconfigured
from workflows.keys import Keyring
from workflows.timings import Timings

FILE = "gatepost.toml"
SLACK = "https://slack.com/api/"
NONE = SecretStr("")


class Settings(BaseSettings):
    """Every setting; `gatepost.example.toml` and docs/settings.md explain each."""

    model_config = SettingsConfigDict(
        env_prefix="GATEPOST_", env_nested_delimiter="__", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    environment: Literal["demo", "production"] = "production"
    data: Path = Path("var")
    database_url: SecretStr = NONE
    engine_url: SecretStr = NONE
    keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    executor_id: str = Field(default="gatepost-1", min_length=1, max_length=60)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    time_zone: str = "Europe/London"
    school_hours: SchoolHours = SchoolHours()
    terms: tuple[TermSetting, ...] = ()
    reviews: Reviews = Reviews()
    alerts: Alerts = Alerts()
    retention: Retention = Retention()
    slack_bot_token: SecretStr = NONE
    slack_app_token: SecretStr = NONE
    slack_mode: Literal["socket", "http"] = "socket"
    slack_signing_secret: SecretStr = NONE
    slack_api_url: str = SLACK
    teams_app_id: str = ""
    teams_app_password: SecretStr = NONE
    teams_tenants: Annotated[tuple[str, ...], NoDecode] = ()
    teams_public_url: str = ""
    teams_anonymous: bool = False

    @field_validator("keys", "teams_tenants", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("time_zone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("this is no time zone such as Europe/London") from None
        return value

    @model_validator(mode="after")
    def _training_stays_at_home(self) -> "Settings":
        """What is only safe on one machine is refused unless everything is on that machine."""
        unsafe = {
            "environment demo": self.environment == "demo",
            "slack_api_url": self.slack_api_url != SLACK,
            "teams_anonymous": self.teams_anonymous,
        }
        outside = [name for name, host in self._hosts().items() if not is_loopback(host)]
        for name in (name for name, used in unsafe.items() if used and outside):
            raise ValueError(f"{name} is for one machine only, but {' and '.join(outside)} is not on loopback")
        return self

    def _hosts(self) -> dict[str, str]:
        hosts = {"host": self.host}
        if self.slack_api_url != SLACK:
            hosts["slack_api_url"] = urlsplit(self.slack_api_url).hostname or "nowhere"
        if not self.domain_url.startswith("sqlite:"):
            hosts["database_url"] = urlsplit(self.domain_url).hostname or "localhost"
        return hosts

    @property
    def domain_url(self) -> str:
        """The domain database; an SQLite file under the data folder where none is set."""
        return self.database_url.get_secret_value() or f"sqlite://{self.data.resolve() / 'gatepost.sqlite3'}"

    @property
    def engine_database_url(self) -> str:
        """The engine's own database: a second file, or on PostgreSQL a second database of the same server."""
        if url := self.engine_url.get_secret_value():
            return url
        if self.domain_url.startswith("sqlite:"):
            return f"sqlite:///{self.data.resolve() / 'engine.sqlite3'}"
        parts = urlsplit(self.domain_url)
        return urlunsplit(parts._replace(scheme="postgresql", path=f"{parts.path}_engine"))

    def keyring(self) -> Keyring:
        """The keys that encrypt what is stored; raises Misconfigured where none is set, WrongKey for a bad one."""
        if not self.keys:
            raise Misconfigured("No encryption key is set. Run gatepost keys new and put it into GATEPOST_KEYS.")
        return Keyring([key.get_secret_value() for key in self.keys])

    def calendar(self) -> Calendar:
        """School time as it is set."""
        terms = tuple(term.dates() for term in self.terms)
        return Calendar(ZoneInfo(self.time_zone), self.school_hours.opens, self.school_hours.closes, terms)

    def timings(self) -> Timings:
        """How long people are given."""
        return timings(self.reviews, self.alerts)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over the file."""
        file = Path(os.environ.get("GATEPOST_FILE", FILE))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file)


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine and cannot be reached from another."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def load(**given: object) -> Settings:
    """The settings; raises Misconfigured with one sentence per mistake, which never repeats a value."""
    file = Path(os.environ.get("GATEPOST_FILE", FILE))
    if "GATEPOST_FILE" in os.environ and not file.is_file():
        raise Misconfigured(f"GATEPOST_FILE names {file}, which does not exist.")
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise Misconfigured("\n".join(_sentence(list(one["loc"]), one["msg"]) for one in error.errors())) from None
    except ValueError:
        raise Misconfigured(f"{file} cannot be read as TOML. Compare it with gatepost.example.toml.") from None


def _sentence(place: list[int | str], message: str) -> str:
    where = ".".join(str(part) for part in place)
    what = message.removeprefix("Value error, ")
    return f"Setting {where}: {what}." if where else f"Settings: {what}."
