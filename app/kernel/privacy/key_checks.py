"""Key checks: what proves that the keys of a process are those of its database. With others it
would make a second user of each person who logs in, and seal what nobody could open again."""

import hmac
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.catalog import is_there
from app.kernel.database.columns import PLATFORM, Shared, text_enum
from app.kernel.database.engine import Base

KNOWN = "邻里 knows its keys"
BOX = Column("key_checks", "proof")


class KeyPurpose(StrEnum):
    SEALING = "sealing"
    INDEX = "index"
    DIGEST = "digest"


P = KeyPurpose
VARIABLES = {P.SEALING: "LINLI_SEALING_KEYS", P.INDEX: "LINLI_INDEX_KEYS"}


class KeyRef(tuple[KeyPurpose, int]):
    """Purpose and number of a key; the digest key has the number 0."""

    def __str__(self) -> str:
        purpose, number = self
        return f"{VARIABLES[purpose]}[{number}]" if purpose in VARIABLES else "LINLI_SECRET_KEY"

    @property
    def id(self) -> UUID:
        return uuid5(PLATFORM, "/".join(map(str, self)))


class KeyCheck(Shared, Base):
    """One key that the database knows, by what was made with it. `linli migrate` writes it."""

    __tablename__ = "key_checks"
    PRIVACY = "internal"
    purpose: Mapped[KeyPurpose] = mapped_column(text_enum(KeyPurpose))
    number: Mapped[int]
    proof: Mapped[bytes]
    registered_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    """Set when nothing needed the key any more; its number is not given to another key."""

    @property
    def ref(self) -> KeyRef:
        return KeyRef((self.purpose, self.number))

    @classmethod
    def of(cls, ref: KeyRef, now: datetime) -> "KeyCheck":
        purpose, number = ref
        check = cls(id=ref.id, purpose=purpose, number=number, registered_at=now)
        check.prove()
        return check

    def prove(self) -> None:
        """Write the proof with the key that this process has."""
        if self.purpose is P.SEALING:
            self.proof = BOX.seal(None, self.id, KNOWN.encode(), number=self.number)
        else:
            self.proof = _digest(self.ref)

    def is_proven(self) -> bool:
        """Returns whether the key of this process is the one that has made the proof."""
        if self.purpose is not P.SEALING:
            return hmac.compare_digest(self.proof, _digest(self.ref))
        try:
            return BOX.open(None, self.id, self.proof) == KNOWN.encode()
        except Unopenable:
            return False


def _digest(ref: KeyRef) -> bytes:
    purpose, number = ref
    if purpose is P.DIGEST:
        return keyed_digest("key check", KNOWN)
    return BOX.blind(None, KNOWN, number)


def own_keys() -> set[KeyRef]:
    """The keys of this process."""
    own = keys.current()
    numbers = [(P.SEALING, n) for n in own.sealing] + [(P.INDEX, n) for n in own.index]
    return {KeyRef(ref) for ref in (*numbers, (P.DIGEST, 0))}


async def read_checks(session: AsyncSession) -> dict[KeyRef, KeyCheck]:
    if not await is_there(session, KeyCheck.__tablename__):
        return {}
    return {check.ref: check for check in await session.scalars(select(KeyCheck))}


class KeysRefused(Exception):
    """The keys of this process are not those of the database; its text names the variables."""


async def require_keys(session: AsyncSession) -> None:
    """Raises KeysRefused unless the database knows all keys of this process, and the process has
    all that the database may need."""
    if faults := list(find_faults(await read_checks(session))):
        raise KeysRefused("\n".join(faults))


def find_faults(checks: dict[KeyRef, KeyCheck]) -> Iterator[str]:
    """Yields each fault: the variable, and what to do."""
    if not checks:
        yield "the database knows no keys yet: run `linli migrate`"
        return
    own = own_keys()
    yield from wrong_keys(checks)
    for ref in sorted(own - checks.keys()):
        yield f"{ref} is new to this database: run `linli migrate` with it first"
    for ref in sorted(checks.keys() - own):
        if checks[ref].retired_at is None:
            yield f"{ref} is missing: put it back, or run `linli migrate`, which says what needs it"


def wrong_keys(checks: dict[KeyRef, KeyCheck]) -> Iterator[str]:
    """Yields each key of this process that is another one than the database knows."""
    for ref in sorted(own_keys() & checks.keys()):
        if not checks[ref].is_proven():
            yield f"{ref} is not the key that this database knows: what was made with it is lost"
        elif checks[ref].retired_at is not None:
            yield f"{ref} was retired: a new key takes a number that no key has had"
