"""Links to an export: they name it, are signed, and last five minutes."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from typing import NamedTuple
from uuid import UUID

from app.kernel.crypto.digests import keyed_digest

LINK_LIFETIME = timedelta(minutes=5)
ID_BYTES, TIME_BYTES = 16, 8


class Target(NamedTuple):
    user_id: UUID
    export_id: UUID


def token_for(target: Target, until: datetime) -> str:
    named = target.user_id.bytes + target.export_id.bytes
    named += int(until.timestamp()).to_bytes(TIME_BYTES)
    return urlsafe_b64encode(named + _signature(named)).rstrip(b"=").decode()


def target_of(token: str, now: datetime) -> Target | None:
    """Returns the export that a token names; None for a forged one, and one that has expired."""
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    named, signature = raw[: 2 * ID_BYTES + TIME_BYTES], raw[2 * ID_BYTES + TIME_BYTES :]
    if len(named) < 2 * ID_BYTES + TIME_BYTES or not compare_digest(signature, _signature(named)):
        return None
    until = datetime.fromtimestamp(int.from_bytes(named[2 * ID_BYTES :]), UTC)
    if now >= until:
        return None
    return Target(UUID(bytes=named[:ID_BYTES]), UUID(bytes=named[ID_BYTES : 2 * ID_BYTES]))


def _signature(named: bytes) -> bytes:
    return keyed_digest("privacy.export-link", named)
