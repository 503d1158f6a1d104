"""The secret part of a feed's address: the user's id and a secret of which only a digest is stored.

A calendar program asks without a login, so whoever knows the address reads the feed.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from os import urandom
from typing import NamedTuple, Self
from uuid import UUID

SECRET_BYTES = 24
TOKEN_CHARACTERS = 54
"""Length of a token: 16 + SECRET_BYTES bytes in base64url without padding."""
SUFFIX = ".ics"
"""Ending by which calendar programs know what an address holds."""


class FeedToken(NamedTuple):
    user_id: UUID
    secret: bytes

    @classmethod
    def new(cls, user_id: UUID) -> Self:
        return cls(user_id, urandom(SECRET_BYTES))

    @classmethod
    def read(cls, text: str) -> Self:
        """Parses a token. Raises ValueError for anything but the one text of a token."""
        if len(text) != TOKEN_CHARACTERS or not text.isascii():
            raise ValueError
        decoded = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        token = cls(UUID(bytes=decoded[:16]), decoded[16:])
        if str(token) != text:
            raise ValueError
        return token

    def __str__(self) -> str:
        return urlsafe_b64encode(self.user_id.bytes + self.secret).rstrip(b"=").decode()

    def hashed(self) -> bytes:
        """Returns the digest by which the token is stored; its secret is too long to be guessed."""
        return sha256(self.secret).digest()

    def matches(self, stored: bytes) -> bool:
        return hmac.compare_digest(self.hashed(), stored)
