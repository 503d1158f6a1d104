"""Manifest of a ballot: all that is announced to voters, as canonical JSON with its hash. Pure."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from rfc8785 import dumps

from app.consultations.models import Ballot


def manifest_of(ballot: Ballot) -> bytes:
    """Serializes what is announced as canonical JSON (RFC 8785): instants as RFC 3339 in UTC, the
    roll by its size and digest."""
    content: dict[str, Any] = {
        "format": "linli.ballot/1",
        "community_id": str(ballot.community_id),
        "ballot_id": str(ballot.id),
        "topic_id": str(ballot.topic_id),
        "title": ballot.title,
        "mode": str(ballot.mode),
        "electorate": str(ballot.electorate),
        "legal_effect": str(ballot.legal_effect),
        "questions": ballot.questions,
        "rule": ballot.rule,
        "notice_days": ballot.notice_days,
        "opens_at": _instant(ballot.opens_at),
        "closes_at": _instant(ballot.closes_at),
        # Announced before ballots had places, a manifest does not name one.
        **({} if ballot.place_id is None else {"place_id": str(ballot.place_id)}),
        "roll": {"size": ballot.roll_size, "digest": ballot.roll_digest},
    }
    return dumps(content)


def hash_of(manifest: bytes) -> str:
    return sha256(manifest).hexdigest()


def is_as_announced(ballot: Ballot) -> bool:
    """Returns True while the row agrees with the manifest that was announced."""
    manifest = manifest_of(ballot)
    return manifest.decode() == ballot.manifest and hash_of(manifest) == ballot.manifest_sha256


def _instant(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
