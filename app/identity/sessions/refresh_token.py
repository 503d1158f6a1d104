"""Refresh tokens: a user's id, a login's id, a secret of which only a digest is stored, and a tag.

The next secret is derived from the presented one. So a device that lost an answer gets the same
successor again; and a tag shows that the service issued the token, so that an old secret is
recognised as one of this login without a search.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from os import urandom
from typing import NamedTuple, Self
from uuid import UUID

from app.kernel.crypto.digests import keyed_digest

SECRET_BYTES, TAG_BYTES = 32, 16
TOKEN_CHARACTERS = 107
"""Length of a token: 16 + 16 + SECRET_BYTES + TAG_BYTES bytes in base64url without padding."""
UNTAGGED_CHARACTERS = 86
"""Length of the tokens that were issued before tokens had tags."""


class RefreshToken(NamedTuple):
    user_id: UUID
    session_id: UUID
    secret: bytes
    tag: bytes
    """Shows that the service issued this secret for this login, however long ago; empty in tokens
    of before."""

    @classmethod
    def first(cls, user_id: UUID, session_id: UUID, key: bytes) -> Self:
        return cls._tagged(user_id, session_id, urandom(SECRET_BYTES), key)

    @classmethod
    def _tagged(cls, user_id: UUID, session_id: UUID, secret: bytes, key: bytes) -> Self:
        return cls(user_id, session_id, secret, _tag(user_id, session_id, secret, key))

    @classmethod
    def read(cls, text: str) -> Self:
        """Parses a token. Raises ValueError for anything but the one text of a token."""
        if len(text) not in (TOKEN_CHARACTERS, UNTAGGED_CHARACTERS) or not text.isascii():
            raise ValueError
        decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        token = cls(
            UUID(bytes=decoded[:16]), UUID(bytes=decoded[16:32]), decoded[32:64], decoded[64:]
        )
        if str(token) != text:
            raise ValueError
        return token

    def __str__(self) -> str:
        joined = self.user_id.bytes + self.session_id.bytes + self.secret + self.tag
        return urlsafe_b64encode(joined).rstrip(b"=").decode()

    def hashed(self) -> bytes:
        """Returns the digest by which the token is stored."""
        return sha256(self.secret).digest()

    def matches(self, stored: bytes | None) -> bool:
        return stored is not None and hmac.compare_digest(self.hashed(), stored)

    def successor(self, key: bytes) -> Self:
        secret = hmac.digest(key, self.session_id.bytes + self.secret, "sha256")
        return self._tagged(self.user_id, self.session_id, secret, key)

    @property
    def is_untagged(self) -> bool:
        return not self.tag

    def was_issued(self, key: bytes) -> bool:
        """Returns whether the service issued this token for this login. It costs the same for
        every token, and tells an old secret from a forged one."""
        return hmac.compare_digest(self.tag, _tag(self.user_id, self.session_id, self.secret, key))


def _tag(user_id: UUID, session_id: UUID, secret: bytes, key: bytes) -> bytes:
    content = b"tag" + user_id.bytes + session_id.bytes + secret
    return hmac.digest(key, content, "sha256")[:TAG_BYTES]


def device_hash(device: str | None) -> bytes | None:
    """Returns a keyed digest: names of devices can be guessed, and tell people apart."""
    return None if device is None else keyed_digest("device", sha256(device.encode()).digest())
