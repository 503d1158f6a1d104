"""Keyed digests. An unkeyed hash of something that can be guessed (a phone number, a choice, an
address) is as good as the thing itself for whoever steals the database."""

import hmac

from app.kernel.crypto.keys import digest_key

LENGTH_BYTES = 8


def keyed_digest(purpose: str, *parts: str | bytes, size: int = 16) -> bytes:
    """Returns the first `size` bytes (at most 32) of an HMAC-SHA-256 over the parts, under a key
    derived for the purpose. Each part stands behind its length, so that no two lists of parts give
    the same text."""
    if not 0 < size <= 32:
        raise ValueError("a digest has 1 to 32 bytes")
    content = bytearray()
    for part in parts:
        octets = part.encode() if isinstance(part, str) else part
        content += len(octets).to_bytes(LENGTH_BYTES)
        content += octets
    return hmac.digest(digest_key(purpose), content, "sha256")[:size]
