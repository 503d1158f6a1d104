"""Receipt codes: random, shown once; only the digest is stored, sealed with the vote."""

from base64 import b32encode
from hashlib import sha256
from secrets import token_bytes


def new_code() -> str:
    """Returns 128 random bits as 26 letters and digits that can be read out."""
    return b32encode(token_bytes(16)).decode().rstrip("=")


def digest_of(code: str) -> str:
    """Returns the SHA-256 of a receipt code, in hexadecimal digits. It stands in the sealed part
    of the vote; the vote board is made of it."""
    return sha256(code.encode()).hexdigest()
