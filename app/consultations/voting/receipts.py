"""Receipt codes: random, given once; only the digest is kept."""

from base64 import b32encode
from hashlib import sha256
from secrets import token_bytes


def new_code() -> str:
    """128 random bits, in 26 letters and digits that can be read out."""
    return b32encode(token_bytes(16)).decode().rstrip("=")


def digest_of(code: str) -> bytes:
    """What stands on the vote board."""
    return sha256(code.encode()).digest()
