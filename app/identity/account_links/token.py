"""Tokens of account links: the ids of the user and of the link, and a secret of 256 bits."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from os import urandom
from typing import NamedTuple, Self
from uuid import UUID

from app.kernel.crypto.digests import keyed_digest

SECRET_BYTES = 32
TOKEN_CHARACTERS = 86
"""Length of a token: 16 + 16 + SECRET_BYTES bytes in base64url without padding."""


class AccountLinkToken(NamedTuple):
    user_id: UUID
    link_id: UUID
    secret: bytes

    @classmethod
    def new(cls, user_id: UUID, link_id: UUID) -> Self:
        return cls(user_id, link_id, urandom(SECRET_BYTES))

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
        joined = self.user_id.bytes + self.link_id.bytes + self.secret
        return urlsafe_b64encode(joined).rstrip(b"=").decode()

    def digest(self) -> bytes:
        """Returns the digest by which the token is stored."""
        return keyed_digest("account link", self.secret, size=32)

    def matches(self, stored: bytes) -> bool:
        return hmac.compare_digest(self.digest(), stored)
