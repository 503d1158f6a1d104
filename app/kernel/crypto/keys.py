"""Keys of this process, set once before the first row is read, and the keys derived from them.

No secret is used as it stands: each table, column and purpose has a key of its own by HKDF-SHA-256,
so that what was made for one says nothing about another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NUMBERS = range(1, 256)
"""Numbers of keys: each fits into one byte of a stored value."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of 32 bytes. Those that seal and those that find have a number from 1 to 255."""

    sealing: Mapping[int, bytes] = field(repr=False)
    """New values are sealed with one of them; those of the others still open."""
    index: Mapping[int, bytes] = field(repr=False)
    """Keys of look-ups by value: one, or an odd and an even number while they are rotated."""
    digest: bytes = field(repr=False)
    """Key of digests of what could be guessed."""
    seals_with: int | None = None
    """Number of the key that seals, where it is not the highest."""

    def __post_init__(self) -> None:
        numbered = {**self.sealing, **self.index}.keys()
        all_keys = (*self.sealing.values(), *self.index.values(), self.digest)
        are_long = {len(key) for key in all_keys} == {KEY_BYTES}
        if not (self.sealing and self.index and are_long and numbered <= set(NUMBERS)):
            raise ValueError("keys have 32 bytes and a number from 1 to 255")
        if len({number % 2 for number in self.index}) != len(self.index):
            raise ValueError("of two index keys, one has an odd number and one an even one")
        if self.number_to_seal_with not in self.sealing:
            raise ValueError("there is no key with the number that seals")

    @property
    def number_to_seal_with(self) -> int:
        return max(self.sealing) if self.seals_with is None else self.seals_with


_keys: Keys


def use(keys: Keys) -> None:
    """Set the keys of this process, before the first row is read."""
    global _keys
    _keys = keys
    for derived in (cipher, index_key, digest_key):
        derived.cache_clear()


def current() -> Keys:
    """Returns the keys of this process. Raises NameError before `use`."""
    return _keys


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"linli {purpose}".encode()).derive(secret)


@cache
def cipher(number: int, table: str, column: str) -> AESGCM:
    """Returns the cipher of a column under the sealing key of this number."""
    return AESGCM(_derive(_keys.sealing[number], f"seal\0{table}\0{column}"))


@cache
def index_key(number: int, table: str, column: str) -> bytes:
    """Returns the key from which the look-up keys of each tenant are made for this column."""
    return _derive(_keys.index[number], f"index\0{table}\0{column}")


@cache
def digest_key(purpose: str) -> bytes:
    return _derive(_keys.digest, f"digest\0{purpose}")
