"""Contents of certificates: a copy of confirmed entries, made once, in a form with a hash.

The items are those of the certificate in Order 67 of the Ministry of Civil Affairs (2021) and in
its guidance of 2015 (民发〔2015〕149号). The source of a service stands nowhere: who serves on a
post, and who signs up for an activity, are certified alike.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_DOWN, Decimal
from hashlib import blake2b, sha256
from secrets import token_hex
from typing import Any, NamedTuple
from uuid import UUID

import rfc8785

from app.communities.documents.numbers import CHANCE_LENGTH, LETTERS

SALT_BYTES = 16
FORM = 1
"""Number of the form of a content; another one comes with another number."""


class Service(NamedTuple):
    """One service as a certificate lists it."""

    activity: str
    day: date
    place: str | None
    minutes: int


class Signing(NamedTuple):
    """The issuer, the people who answer for it, and how to reach them."""

    issuer: str
    responsible_person: str
    handler: str
    contact: str
    remarks: str | None


class Holder(NamedTuple):
    name: str
    volunteer_number: str
    document: dict[str, str] | None


def hours_of(minutes: int) -> str:
    """Writes minutes as hours with one decimal, rounded down: never more than was served."""
    return str((Decimal(minutes) / 60).quantize(Decimal("0.1"), ROUND_DOWN))


def volunteer_number(short_number: int, participant_id: UUID) -> str:
    """Returns the number of a volunteer in a community. It stands in place of an identity number,
    is the same on each certificate of the person, and leads back to nobody."""
    rest = int.from_bytes(blake2b(participant_id.bytes, person=b"volunteer number").digest())
    letters = []
    for _ in range(CHANCE_LENGTH):
        rest, letter = divmod(rest, len(LETTERS))
        letters.append(LETTERS[letter])
    return f"{short_number}-V-{''.join(letters)}"


def content_of(
    number: str,
    holder: Holder,
    services: Sequence[Service],
    signing: Signing,
    issued_on: date,
) -> dict[str, Any]:
    """Puts a content together."""
    minutes = sum(service.minutes for service in services)
    return {
        "form": FORM,
        "salt": token_hex(SALT_BYTES),
        "number": number,
        **holder._asdict(),
        "first_day": min(service.day for service in services).isoformat(),
        "last_day": max(service.day for service in services).isoformat(),
        "minutes": minutes,
        "hours": hours_of(minutes),
        "services": [
            {
                "activity": service.activity,
                "date": service.day.isoformat(),
                "place": service.place,
                "hours": hours_of(service.minutes),
            }
            for service in services
        ],
        **signing._asdict(),
        "issued_on": issued_on.isoformat(),
    }


def digest_of(content: dict[str, Any]) -> bytes:
    """Returns the hash of a content, by its canonical form. By its salt nobody who has the
    hash alone can guess the name."""
    return sha256(rfc8785.dumps(content)).digest()


def name_without_its_bearer(content: dict[str, Any] | None) -> str | None:
    """Masks the name of a content for everybody who has its number: 王**. None where the holder's
    data are erased."""
    if content is None:
        return None
    name = str(content["name"])
    return f"{name[: len(name) > 1]}**"


def in_words(day: date | datetime | str) -> str:
    """Writes a day as Chinese documents do: 2026年11月28日."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return f"{day.year}年{day.month}月{day.day}日"
