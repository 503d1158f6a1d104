"""Boxes: sealed values as they stand in a column, and the blind indexes that find them.

A box is `0x00 | key number | nonce of 12 bytes | AES-256-GCM`. It is bound to its tenant, table,
column, row and key: moved anywhere else it does not open. What earlier versions have sealed begins
with its key number, which is never 0, is not padded, and opens as well."""

import hmac
from dataclasses import dataclass
from os import urandom
from unicodedata import normalize
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.kernel.crypto import keys

FORM = 0
"""First byte of a box of the present form."""
NONCE_BYTES = 12
INDEX_BYTES = 16
SHORT_STEP, LONG_STEP = 32, 256
"""Values are padded to a multiple of 32 bytes up to 256, beyond that to a multiple of 256: the
length of a box does not tell 赞成 from 弃权, nor a long name from a short one."""
END = b"\x80"
NOBODY = UUID(int=0)
"""Stands for the tenant of a shared row, which has none."""


class Unopenable(Exception):
    """The box is damaged, belongs elsewhere, or its key is not there."""


@dataclass(frozen=True, slots=True)
class Column:
    """A sealed column, by the names that keys are derived from; a table that was renamed keeps its
    first name here."""

    table: str
    name: str
    length: int | None = None
    """One padded length in bytes for all values, where even the bucket would say too much."""

    def seal(
        self, tenant: UUID | None, row_id: UUID, content: bytes, *, number: int | None = None
    ) -> bytes:
        """Returns the box of the content, under the key that seals or the one of this number."""
        number = number or keys.current().number_to_seal_with
        return self._seal(tenant, row_id, pad(content, self.length), number)

    def reseal(self, tenant: UUID | None, row_id: UUID, stored: bytes) -> tuple[bytes, bytes]:
        """Returns the content, and its box under the key that seals now, of the length that it has.
        Raises Unopenable."""
        padded = self._open(tenant, row_id, stored)
        box = self._seal(tenant, row_id, padded, keys.current().number_to_seal_with)
        return unpad(padded), box

    def open(self, tenant: UUID | None, row_id: UUID, stored: bytes) -> bytes:
        """Returns the content. Raises Unopenable."""
        return unpad(self._open(tenant, row_id, stored))

    def _seal(self, tenant: UUID | None, row_id: UUID, padded: bytes, number: int) -> bytes:
        nonce, context = urandom(NONCE_BYTES), self._context(tenant, row_id, number)
        box = keys.cipher(number, self.table, self.name).encrypt(nonce, padded, context)
        return bytes((FORM, number)) + nonce + box

    def _open(self, tenant: UUID | None, row_id: UUID, stored: bytes) -> bytes:
        """Returns the padded content."""
        try:
            if stored[0] != FORM:
                return pad(self._open_first_form(tenant, row_id, stored), self.length)
            number, nonce, box = stored[1], stored[2 : 2 + NONCE_BYTES], stored[2 + NONCE_BYTES :]
            context = self._context(tenant, row_id, number)
            return keys.cipher(number, self.table, self.name).decrypt(nonce, box, context)
        except (IndexError, KeyError, ValueError, InvalidTag) as error:
            raise Unopenable from error

    def _context(self, tenant: UUID | None, row_id: UUID, number: int) -> bytes:
        # The names stand in the key already, the ids have one length each: nothing is ambiguous.
        return (tenant or NOBODY).bytes + row_id.bytes + bytes((FORM, number))

    def _open_first_form(self, tenant: UUID | None, row_id: UUID, stored: bytes) -> bytes:
        """Opens `key number | nonce | box` under the secret itself, as it was first sealed."""
        number, nonce, box = stored[0], stored[1 : 1 + NONCE_BYTES], stored[1 + NONCE_BYTES :]
        context = f"{tenant}/{self.table}/{self.name}/{row_id}/{number}".encode()
        return AESGCM(keys.current().sealing[number]).decrypt(nonce, box, context)

    def blind(self, tenant: UUID | None, text: str, number: int) -> bytes:
        """Returns the blind index of a text under the index key of this number: equal for equal
        texts of this column in this tenant alone."""
        column_key = keys.index_key(number, self.table, self.name)
        tenant_key = hmac.digest(column_key, (tenant or NOBODY).bytes, "sha256")
        return hmac.digest(tenant_key, _alike(text).encode(), "sha256")[:INDEX_BYTES]


def is_current(stored: bytes) -> bool:
    """Returns whether a value has the present form, under the key that seals now."""
    return stored[:2] == bytes((FORM, keys.current().number_to_seal_with))


def key_number(stored: bytes) -> int:
    """Returns the number of the key that a value is sealed with, whatever its form."""
    return stored[1] if stored[0] == FORM else stored[0]


def pad(content: bytes, length: int | None = None) -> bytes:
    """Appends an end mark and zeros. Raises ValueError for content beyond a fixed length."""
    needed = len(content) + len(END)
    if length is None:
        step = SHORT_STEP if needed <= LONG_STEP else LONG_STEP
        length = -(-needed // step) * step
    elif needed > length:
        raise ValueError(f"{needed} bytes do not fit into the {length} that all values have")
    return (content + END).ljust(length, b"\0")


def unpad(padded: bytes) -> bytes:
    return padded.rstrip(b"\0")[: -len(END)]


def _alike(text: str) -> str:
    """Equal for what people hold to be equal: 全角 and half width, é in one sign or two."""
    # Twice, because folding case may leave a text that is not in normal form any more.
    return normalize("NFKC", normalize("NFKC", text).casefold()).strip()
