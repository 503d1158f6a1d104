"""Refresh tokens: a user's id, a login's id and a secret, of which only a digest is stored.

The next secret is derived from the presented one. So a device that lost an answer gets the same
successor again, and an old secret is recognised as one of this login.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from os import urandom
from typing import NamedTuple, Self
from uuid import UUID

SECRET_BYTES = 32
TOKEN_CHARACTERS = 86
"""Length of a token: 16 + 16 + SECRET_BYTES bytes in base64url without padding."""
MAX_GENERATIONS = 3000
"""Number of secrets that a login can use: one each quarter of an hour for thirty days."""


class RefreshToken(NamedTuple):
    user_id: UUID
    session_id: UUID
    secret: bytes

    @classmethod
    def first(cls, user_id: UUID, session_id: UUID) -> Self:
        return cls(user_id, session_id, urandom(SECRET_BYTES))

    @classmethod
    def read(cls, text: str) -> Self:
        """Parses a token. Raises ValueError for anything but the one text of a token."""
        if len(text) != TOKEN_CHARACTERS or not text.isascii():
            raise ValueError
        decoded = urlsafe_b64decode(text + "==")
        token = cls(UUID(bytes=decoded[:16]), UUID(bytes=decoded[16:32]), decoded[32:])
        if str(token) != text:
            raise ValueError
        return token

    def __str__(self) -> str:
        joined = self.user_id.bytes + self.session_id.bytes + self.secret
        return urlsafe_b64encode(joined).rstrip(b"=").decode()

    def hashed(self) -> bytes:
        """Returns the digest by which the token is stored."""
        return sha256(self.secret).digest()

    def matches(self, stored: bytes | None) -> bool:
        return stored is not None and hmac.compare_digest(self.hashed(), stored)

    def successor(self, key: bytes) -> Self:
        secret = hmac.digest(key, self.session_id.bytes + self.secret, "sha256")
        return self._replace(secret=secret)

    def led_to(self, stored: bytes, key: bytes) -> bool:
        """Returns whether the stored token is a later successor of this one."""
        token = self
        for _ in range(MAX_GENERATIONS):
            token = token.successor(key)
            if token.matches(stored):
                return True
        return False


def device_hash(device: str | None) -> bytes | None:
    return None if device is None else sha256(device.encode()).digest()
