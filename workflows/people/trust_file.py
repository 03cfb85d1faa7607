"""trust.json: the trust, its schools, its official accounts and channels."""

import json
from typing import Any

from workflows.policy.facts import Account, School, SchoolClass, Trust


class TrustFileError(ValueError):
    """trust.json cannot be used; the message says why in one sentence."""


def read_trust(text: str) -> Trust:
    """The trust that the text of a trust.json describes; raises TrustFileError with one plain sentence."""
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise TrustFileError(f"The trust file is not JSON: {error}.") from None
    try:
        return _trust(document)
    except KeyError as error:
        raise TrustFileError(f"The trust file has no entry {error}.") from None
    except (TypeError, AttributeError):
        raise TrustFileError("The entries of the trust file are not arranged as the guide shows them.") from None


def _trust(entry: dict[str, Any]) -> Trust:
    youtube = entry.get("youtube_channel") or {}
    schools = tuple(_school(school) for school in entry["schools"])
    _refuse_duplicates("school", [school.slug for school in schools])
    accounts = tuple(_account(account) for account in entry.get("accounts", ()))
    _refuse_duplicates("account", [account.id for account in accounts])
    return Trust(
        name=_text(entry["name"]),
        schools=schools,
        accounts=accounts,
        emails=_texts(entry.get("emails", ())),
        telephones=_texts(entry.get("telephones", ())),
        website=_text(entry.get("website") or ""),
        youtube_handle=_text(youtube.get("handle") or ""),
        youtube_url=_text(youtube.get("url") or ""),
        partners=None if entry.get("partners") is None else _texts(entry["partners"]),
    )


def _school(entry: dict[str, Any]) -> School:
    return School(
        slug=_text(entry["slug"]),
        name=_text(entry["name"]),
        classes=tuple(
            SchoolClass(_text(each["name"]), _text(each.get("year_group") or "")) for each in entry.get("classes", ())
        ),
        emails=_texts(entry.get("emails", ())),
        telephones=_texts(entry.get("telephones", ())),
        website=_text(entry.get("website") or ""),
    )


def _account(entry: dict[str, Any]) -> Account:
    school = entry.get("school")
    return Account(
        id=_text(entry["id"]),
        school=None if school is None else _text(school),
        platform=_text(entry["platform"]),
        handle=_text(entry.get("handle") or ""),
        url=_text(entry.get("url") or ""),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError(values)
    return tuple(_text(value) for value in values)


def _refuse_duplicates(noun: str, ids: list[str]) -> None:
    for number, each in enumerate(ids):
        if each in ids[:number]:
            raise TrustFileError(f"The trust file has the {noun} {each!r} twice.")
