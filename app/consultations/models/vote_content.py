"""The sealed part of a vote: choices, digest of the receipt, and instant, in one length for all
votes of a ballot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json

from app.kernel.privacy.sealed import SealedField


@dataclass(frozen=True, slots=True)
class VoteContent:
    """Content of a vote. The receipt's digest stands in here, for beside it the published board
    would tell whose vote is whose."""

    choices: Mapping[str, str]
    """The key of each question with the key of the option chosen."""
    receipt_sha256: str
    """SHA-256 of the receipt code that only the voter has, in hexadecimal digits."""
    cast_at: datetime
    length: int
    """Bytes of JSON in every vote of the ballot; shorter ones are filled with spaces."""


class SealedVote(SealedField[VoteContent]):
    """Seals a vote in the length of its ballot: no choice makes it longer than another."""

    def encode(self, value: VoteContent) -> bytes:
        microseconds = round(value.cast_at.timestamp() * 1_000_000)
        fields = [value.choices, value.receipt_sha256, microseconds]
        content = to_json(fields)
        if len(content) > value.length:
            raise ValueError("the vote is longer than the longest of its ballot")
        return content.ljust(value.length)

    def decode(self, content: bytes) -> VoteContent:
        choices, receipt_sha256, microseconds = from_json(content)
        cast_at = datetime.fromtimestamp(microseconds / 1_000_000, UTC)
        return VoteContent(choices, receipt_sha256, cast_at, len(content))


def length_of(questions: Sequence[Mapping[str, Any]]) -> int:
    """Returns the bytes of the longest vote on these questions of a ballot."""
    longest = {
        question["key"]: max((option["key"] for option in question["options"]), key=len)
        for question in questions
    }
    return len(to_json([longest, "0" * 64, 10**16]))
