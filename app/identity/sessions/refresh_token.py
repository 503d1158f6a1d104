"""Refresh tokens: whose, of which login, and a secret. Nothing here is stored as it is.

The next secret is made from the one that was shown, so that a device whose answer got lost can be
given the same successor again, and a secret of long ago is known to have been one of ours.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from os import urandom
from typing import NamedTuple, Self
from uuid import UUID

SECRET = 32
"""Bytes."""
LENGTH = 86
"""Characters of the text: 16 + 16 + SECRET bytes in base64url without padding."""
GENERATIONS = 3000
"""How many secrets a login can have used: one each quarter of an hour for thirty days."""


class RefreshToken(NamedTuple):
    user_id: UUID
    session_id: UUID
    secret: bytes

    @classmethod
    def first(cls, user_id: UUID, session_id: UUID) -> Self:
        return cls(user_id, session_id, urandom(SECRET))

    @classmethod
    def read(cls, text: str) -> Self:
        """ValueError when it is none; each token has one text."""
        if len(text) != LENGTH or not text.isascii():
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
        """Returns the digest that is stored of the token."""
        return sha256(self.secret).digest()

    def is_kept_as(self, stored: bytes | None) -> bool:
        return stored is not None and hmac.compare_digest(self.hashed(), stored)

    def successor(self, key: bytes) -> Self:
        secret = hmac.digest(key, self.session_id.bytes + self.secret, "sha256")
        return self._replace(secret=secret)

    def led_to(self, stored: bytes, key: bytes) -> bool:
        """Returns whether the stored token descends from this one, some generations later."""
        token = self
        for _ in range(GENERATIONS):
            token = token.successor(key)
            if token.is_kept_as(stored):
                return True
        return False


def device_hash(device: str | None) -> bytes | None:
    return None if device is None else sha256(device.encode()).digest()
